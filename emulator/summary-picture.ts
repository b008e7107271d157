// Draws the job summary of a real run as GitHub shows it: an SVG with colours for a light and a dark theme.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startGateway } from './gateway.js';
import { runStep } from './runner.js';
import { parseSummary, type SummaryBlock } from './summary-markup.js';
import { wrapText } from './terminal.js';
import { splitIntoChunks, uploadChunk } from './upload-client.js';

/** The same in every picture, so that a picture differs only when the summary does. */
const endpoint = 'https://mycluster.example.com:19080';
const sessions = [
  { id: '5f0c1a52-7d0e-4c5b-9b1f-6a2d3e4f5a6b', path: 'Voting/Web.exe', missingChunk: 1 },
  { id: '8c1d7e30-52b4-4f6a-a3c9-0d2e4f6a8b1c', path: 'Voting/Data.exe' },
  { id: 'b7e4a9d2-1f3c-4e5d-8a6b-7c9d0e1f2a3b', path: 'Voting/ApplicationManifest.xml' },
] as const;
const fileBytes = 6 * 2 ** 20;

/** Commits three sessions, of which one is incomplete, with the action in `dist`; resolves with the picture. */
export async function drawJobSummary(): Promise<string> {
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'job-summary-'));
  const gateway = await startGateway();
  try {
    for (const { id, path, ...session } of sessions) {
      const chunks = splitIntoChunks(new Uint8Array(fileBytes));
      const sent = chunks.filter((_, index) => !('missingChunk' in session) || index !== session.missingChunk);
      for (const chunk of sent) await uploadChunk(gateway.url, path, id, chunk);
    }
    const inputs = { endpoint: gateway.url, 'session-id': sessions.map(({ id }) => id).join(',') };
    const { summary } = await runStep(resolve('dist/index.js'), inputs, temporaryFolder);
    return drawSummary(
      parseSummary(summary.replaceAll(gateway.url, endpoint).replace(/<td>[\d.,]+ m?s<\/td>/g, '<td>40 ms</td>')),
    );
  } finally {
    await gateway.close();
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

const [width, margin, lineHeight, rowHeight] = [1080, 24, 21, 34];
/** Of a character, on the average and generously, because the viewer's font is not known. */
const [textWidth, cellWidth] = [7.6, 7.1];
const style = `
  svg { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; }
  .background { fill: #ffffff; stroke: #d1d9e0; } .text { fill: #1f2328; }
  .heading { font-size: 17px; } .heading, .name { font-weight: 600; } .cell { font-size: 12px; }
  .row { fill: none; stroke: #d1d9e0; }
  @media (prefers-color-scheme: dark) {
    .background { fill: #0d1117; stroke: #3d444d; } .text { fill: #f0f6fc; } .row { stroke: #3d444d; }
  }`;

/** What is drawn, and where the next block begins. */
interface Drawing {
  readonly shapes: readonly string[];
  readonly y: number;
}

/** Draws the blocks of a summary below each other. */
export function drawSummary(blocks: readonly SummaryBlock[]): string {
  const { shapes, y } = blocks.reduce<Drawing>(
    (drawing, block) => {
      const added = block.kind === 'table' ? drawTable(block.rows, drawing.y) : drawLines(block, drawing.y);
      return { shapes: [...drawing.shapes, ...added.shapes], y: added.y };
    },
    { shapes: [], y: margin },
  );
  const height = y + margin / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A job summary">`,
    `<style>${style}\n</style>`,
    `<rect class="background" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...shapes,
    '</svg>\n',
  ].join('\n');
}

function drawLines(block: Exclude<SummaryBlock, { readonly kind: 'table' }>, y: number): Drawing {
  const text = block.kind === 'folded' ? `▸ ${block.text}` : block.text;
  const lines = wrapText(text, Math.floor((width - 2 * margin) / textWidth));
  const shapes = lines.map((line, index) =>
    drawText(line, margin, y + 16 + index * lineHeight, block.kind === 'heading' ? 'text heading' : 'text'),
  );
  return { shapes, y: y + lines.length * lineHeight + 12 };
}

function drawTable(rows: readonly (readonly string[])[], y: number): Drawing {
  const widths = (rows[0] ?? []).map(
    (_, column) => Math.round(Math.max(...rows.map((row) => row[column]?.length ?? 0)) * cellWidth) + 20,
  );
  const left = (column: number): number => widths.slice(0, column).reduce((sum, each) => sum + each, margin);
  const shapes = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => [
      `<rect class="row" x="${left(column) + 0.5}" y="${y + index * rowHeight + 0.5}" width="${widths[column]}" height="${rowHeight}"/>`,
      drawText(cell, left(column) + 10, y + index * rowHeight + 22, index === 0 ? 'text cell name' : 'text cell'),
    ]),
  );
  return { shapes, y: y + rows.length * rowHeight + 16 };
}

function drawText(text: string, x: number, y: number, className: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text class="${className}" x="${x}" y="${y}">${escaped}</text>`;
}
