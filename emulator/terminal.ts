// Renders what GitHub shows on a web page as lines for a terminal: workflow commands and the HTML of a job summary.

const maxLineLength = 110;

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

/** The headings, paragraphs and tables of a summary, without other markup. */
export function renderSummary(summary: string): readonly string[] {
  return summary
    .split(/(<table>[\s\S]*?<\/table>)/)
    .flatMap((part) => (part.startsWith('<table>') ? renderTable(part) : renderParagraphs(part)));
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

/** Breaks a line into lines of at most 110 characters, at blanks where possible. */
export function wrapLine(line: string): readonly string[] {
  return (
    line.match(new RegExp(`.{1,${maxLineLength}}(?= |$)|.{1,${maxLineLength}}`, 'gu'))?.map((part) => part.trim()) ?? []
  );
}

function renderTable(html: string): readonly string[] {
  const cells = Array.from(html.matchAll(/<tr>([\s\S]*?)<\/tr>/g), ([, row = '']) =>
    Array.from(row.matchAll(/<t[hd]>([\s\S]*?)<\/t[hd]>/g), ([, cell = '']) => toText(cell)),
  );
  return alignColumns(cells);
}

function renderParagraphs(html: string): readonly string[] {
  return html
    .split(/<\/p>|<\/h\d>|<br>/)
    .map((part) => toText(part).trim())
    .filter((part) => part !== '')
    .flatMap(wrapLine);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function toText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(\w+|#39);/g, (entity, name: string) => entities[name] ?? entity);
}

/** Decodes the line ends and percent signs of a workflow command. */
function unescapeData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The number of terminal columns that a text occupies. An emoji occupies two. */
function displayWidth(cell: string): number {
  return [...cell].reduce((sum, character) => sum + (/\p{Emoji_Presentation}/u.test(character) ? 2 : 1), 0);
}
