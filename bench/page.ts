// A page of results: what was measured where, charts, and tables.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

/**
 * Writes a page with charts beside it into a folder. Their names begin with this major version of Node.js.
 * @param name follows that in the page's name
 * @param charts SVG by name
 * @returns the path of the page
 */
export function writePage(
  folder: string,
  name: string | undefined,
  charts: Readonly<Record<string, string>>,
  tables: string,
): string {
  const node = `node-${process.versions.node.split('.')[0]}`;
  mkdirSync(folder, { recursive: true });
  for (const [chart, svg] of Object.entries(charts)) writeFileSync(join(folder, `${node}-${chart}.svg`), svg);
  const load = loadavg().map((value) => value.toFixed(1));
  const machine = `Node.js ${process.versions.node}, ${cpus().length} processors (${cpus()[0]?.model.trim()}), load average ${load.join(', ')} at the end. All connections are over loopback.`;
  const images = Object.keys(charts).map((chart) => `![${chart.replaceAll('-', ' ')}](${node}-${chart}.svg)`);
  const page = join(folder, `${node}${name === undefined ? '' : `-${name}`}.md`);
  writeFileSync(page, ['# Results of `npm run bench`', machine, images.join('\n\n'), tables].join('\n\n'));
  return page;
}
