// The picture of a job summary in the README is that of the committed bundle, and shows what a summary shows.

import { describe, expect, it } from 'vitest';
import { drawJobSummary, drawSummary } from '../../emulator/summary-picture.js';
import { read } from '../support/repository.js';

describe('docs/job-summary.svg', () => {
  it('is drawn from a real summary of dist: if this fails, run npm run picture', async () => {
    expect(read('docs/job-summary.svg')).toBe(await drawJobSummary());
  });

  it('shows the cause, what to do, the file and what is folded, and is in the README', () => {
    const texts = Array.from(read('docs/job-summary.svg').matchAll(/<text[^>]*>(.*)<\/text>/g), ([, text]) => text);
    const shown = texts.join(' ');
    expect(shown).toContain('2 of 3 upload sessions committed, 1 failed');
    expect(shown).toContain('What to do: Upload the missing bytes');
    expect(shown).toContain('Voting/Web.exe (2,097,152 of 6,291,456 bytes missing)');
    expect(shown).toContain('▸ ✅ committed: 2 sessions');
    expect(read('README.md')).toMatch(/!\[[^\]]{30,}\]\(docs\/job-summary\.svg\)/);
  });

  it('keeps every cell within the picture', () => {
    const picture = read('docs/job-summary.svg');
    const [, width = ''] = /<svg [^>]*width="(\d+)"/.exec(picture) ?? [];
    const ends = Array.from(
      picture.matchAll(/<rect class="row" x="([\d.]+)" y="[\d.]+" width="(\d+)"/g),
      ([, x, cell]) => Number(x) + Number(cell),
    );
    expect(ends.length).toBeGreaterThan(6);
    expect(Math.max(...ends)).toBeLessThan(Number(width));
  });

  it('has colours for a light and a dark theme, and nothing from elsewhere', () => {
    const picture = read('docs/job-summary.svg');
    expect(picture).toContain('prefers-color-scheme: dark');
    expect(picture.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/href|url\(|<script|@import|\ssrc=/);
  });
});

describe('a drawn summary', () => {
  it('keeps every line and cell within the picture, and escapes its text', () => {
    const picture = drawSummary([
      { kind: 'paragraph', text: 'a < b & c '.repeat(40).trim() },
      {
        kind: 'table',
        rows: [
          ['A', 'B'],
          ['x', '<y>'],
        ],
      },
    ]);
    const [, height = ''] = /height="(\d+)"/.exec(picture) ?? [];
    const positions = Array.from(picture.matchAll(/<text class="[^"]*" x="[\d.]+" y="([\d.]+)"/g), ([, y]) =>
      Number(y),
    );
    expect(positions.length).toBeGreaterThan(6);
    expect(Math.max(...positions)).toBeLessThan(Number(height));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(picture).toContain('a &lt; b &amp; c');
    expect(picture).toContain('&lt;y>');
  });
});
