// Prints in a terminal: bold headings and colours where it has them, lines as wide as it is, no word in pieces. Also what
// GitHub shows on a web page: workflow commands, and a job summary.

import { styleText } from 'node:util';
import { parseSummary } from './summary-markup.js';

/** Where the text goes: a terminal, or a pipe or file, which has no width and no colours. */
export interface TextStream extends NodeJS.WritableStream {
  readonly columns?: number;
}

export interface Terminal {
  /** Columns for a line of a block. */
  readonly width: number;
  heading(text: string): void;
  /** Lines beside a label. */
  block(label: string, lines: readonly string[]): void;
  text(text: string): void;
  /** Whether something is as it should be. */
  check(isMet: boolean, text: string): void;
}

/** Of what is no terminal. */
const defaultColumns = 100;
/** A terminal that claims to be narrower would only get one word on a line. */
const minColumns = 40;
const labelColumns = 14;

export function createTerminal(stream: TextStream): Terminal {
  const columns = Math.max(minColumns, stream.columns ?? defaultColumns);
  const width = columns - labelColumns;
  const style = (format: Parameters<typeof styleText>[0], text: string): string => styleText(format, text, { stream });
  const write = (lines: readonly string[]): void => {
    stream.write(lines.map((line) => `${line.trimEnd()}\n`).join(''));
  };
  return {
    width,
    heading: (text) => write(['', ...wrapText(text, columns).map((line) => style('bold', line))]),
    block: (label, lines) =>
      write(
        lines
          .flatMap((line) => wrapText(line, width))
          .map((line, index) => style('cyan', (index === 0 ? `  ${label}` : '').padEnd(labelColumns)) + line),
      ),
    text: (text) => write(wrapText(text, columns)),
    check: (isMet, text) => {
      const lines = wrapText(text, columns - 4).map(
        (line, index) => (index === 0 ? (isMet ? '✔ ' : '✘ ') : '  ') + line,
      );
      write(lines.map((line) => `  ${style(isMet ? 'green' : 'red', line)}`));
    },
  };
}

/** The lines of a log as the runner shows them: workflow commands as text, without debug messages. */
export function renderLog(log: string): readonly string[] {
  return log
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('::debug'))
    .flatMap((line) => {
      const [, command = '', text = ''] = /^::(error|warning|notice)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
      return command === '' ? [line] : `${capitalize(command)}: ${unescapeData(text)}`.split(/\r?\n/);
    });
}

/** A request target, broken before its parameters where it is too long for a line. */
export function wrapTarget(request: string, width: number): readonly string[] {
  if (displayWidth(request) <= width) return [request];
  const lines: string[] = [];
  let current = '';
  for (const part of request.split(/(?=[?&])/)) {
    if (current !== '' && (part.startsWith('?') || displayWidth(current + part) > width)) {
      lines.push(current);
      current = `  ${part}`;
    } else {
      current += part;
    }
  }
  return [...lines, current];
}

/** The parts of a summary as lines; tables as wide as `width` allows. */
export function renderSummary(summary: string, width: number): readonly string[] {
  return parseSummary(summary).flatMap((block) => {
    if (block.kind === 'table') return renderTable(block.rows, width);
    return [block.kind === 'folded' ? `▸ ${block.text}` : block.text];
  });
}

/** Pads every cell to the width of its column. */
export function alignColumns(cells: readonly (readonly string[])[]): readonly string[] {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  return cells.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * Breaks a line at blanks into lines of at most `width` columns; the lines after the first begin as it does. A word that is
 * longer, such as a path, stays whole on a line of its own.
 */
export function wrapText(line: string, width: number): readonly string[] {
  if (displayWidth(line) <= width) return [line];
  const start = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.trim().split(/ +/)) {
    const extended = current === '' ? start + word : `${current} ${word}`;
    if (current !== '' && displayWidth(extended) > width) {
      lines.push(current);
      current = start + word;
    } else {
      current = extended;
    }
  }
  return [...lines, current];
}

/** As a table where that fits, otherwise each row as lines of `heading: cell`. */
function renderTable(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const table = alignColumns(rows);
  if (table.every((line) => displayWidth(line) <= width)) return table;
  const [headings = [], ...others] = rows;
  if (headings.length === 2) return rows.map(([name = '', value = '']) => `${name}: ${value}`);
  return others.flatMap((row) => row.map((cell, column) => `${headings[column] ?? ''}: ${cell}`));
}

/** Decodes the line ends and percent signs of a workflow command. */
function unescapeData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The number of terminal columns that a text occupies. An emoji occupies two. */
function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Emoji_Presentation}/u.test(character) ? 2 : 1), 0);
}
