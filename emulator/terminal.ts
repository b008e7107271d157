// What GitHub shows on a page, as lines for a terminal: workflow commands and the HTML of a job summary.

const WIDTH = 110;

/** A log's lines as the runner shows them: commands turned into what they say, debug left out. */
export function logAsShown(log: string): readonly string[] {
  return log
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('::debug'))
    .flatMap((line) => {
      const [, command = '', text = ''] = /^::(error|warning|notice)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
      return command === '' ? [line] : `${capitalised(command)}: ${unescaped(text)}`.split(/\r?\n/);
    });
}

/** A summary's headings, paragraphs and tables; all other markup is left out. */
export function summaryAsShown(summary: string): readonly string[] {
  return summary
    .split(/(<table>[\s\S]*?<\/table>)/)
    .flatMap((part) => (part.startsWith('<table>') ? table(part) : paragraphs(part)));
}

/** Columns side by side. */
export function rows(cells: readonly (readonly string[])[]): readonly string[] {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => columns(row[column] ?? ''))));
  return cells.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columns(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** A line as several of at most 110 characters, broken at blanks where there are some. */
export function wrap(line: string): readonly string[] {
  return line.match(new RegExp(`.{1,${WIDTH}}(?= |$)|.{1,${WIDTH}}`, 'gu'))?.map((part) => part.trim()) ?? [];
}

function table(html: string): readonly string[] {
  const matches = Array.from(html.matchAll(/<tr>([\s\S]*?)<\/tr>/g), ([, row = '']) =>
    Array.from(row.matchAll(/<t[hd]>([\s\S]*?)<\/t[hd]>/g), ([, cell = '']) => text(cell)),
  );
  return rows(matches);
}

function paragraphs(html: string): readonly string[] {
  return html
    .split(/<\/p>|<\/h\d>|<br>/)
    .map((part) => text(part).trim())
    .filter((part) => part !== '')
    .flatMap(wrap);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function text(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(\w+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** How a workflow command carries line ends and percent signs. */
function unescaped(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A pictograph takes two columns. */
function columns(cell: string): number {
  return [...cell].reduce((sum, character) => sum + (/\p{Emoji_Presentation}/u.test(character) ? 2 : 1), 0);
}
