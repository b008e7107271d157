// The HTML of a job summary as blocks, for whoever shows it elsewhere than on GitHub.

/** One part of a summary, without markup. */
export type SummaryBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** The first row may be the headings of the columns. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** The title of a part that is folded. */
  | { readonly kind: 'folded'; readonly text: string };

const blockPattern =
  /<h\d>(?<heading>[\s\S]*?)<\/h\d>|<p>(?<paragraph>[\s\S]*?)<\/p>|<details><summary>(?<folded>[\s\S]*?)<\/summary>[\s\S]*?<\/details>|<table>(?<table>[\s\S]*?)<\/table>/g;

/** The blocks of a summary, in their order. What is folded is left out but for its title. */
export function parseSummary(html: string): readonly SummaryBlock[] {
  return Array.from(html.matchAll(blockPattern)).flatMap(({ groups = {} }): readonly SummaryBlock[] => {
    const { heading, paragraph, folded, table } = groups;
    if (heading !== undefined) return [{ kind: 'heading', text: toText(heading) }];
    if (folded !== undefined) return [{ kind: 'folded', text: toText(folded) }];
    if (table !== undefined) return [{ kind: 'table', rows: parseRows(table) }];
    return (paragraph ?? '').split('<br>').map((text) => ({ kind: 'paragraph', text: toText(text) }));
  });
}

function parseRows(table: string): readonly (readonly string[])[] {
  return Array.from(table.matchAll(/<tr>([\s\S]*?)<\/tr>/g), ([, row = '']) =>
    Array.from(row.matchAll(/<t[hd]>([\s\S]*?)<\/t[hd]>/g), ([, cell = '']) => toText(cell)),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function toText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(\w+|#39);/g, (entity, name: string) => entities[name] ?? entity);
}
