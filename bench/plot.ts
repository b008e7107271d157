// Two kinds of small SVG: bars for names, lines for concurrencies. Ink and paper change together with the reader's theme.

/** One kind of thing that is compared, with its colour. */
export interface Series {
  name: string;
  values: readonly number[];
  /** Broken, and grey: what is compared with, not what was measured. */
  isReference?: boolean;
}

const width = 720;
const style = `
  svg { font: 13px system-ui, sans-serif; }
  .paper { fill: #ffffff; } .ink { fill: #1f2328; } .pale { fill: #59636e; }
  .grid { stroke: #d1d9e0; } .axis { stroke: #818b98; }
  .fill0 { fill: #2a78d6; } .fill1 { fill: #d9622b; } .fillR { fill: #818b98; }
  .line0 { stroke: #2a78d6; } .line1 { stroke: #d9622b; } .lineR { stroke: #818b98; stroke-dasharray: 5 4; }
  .line0, .line1, .lineR { fill: none; stroke-width: 2; }
  .title { font-size: 15px; font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; } .ink { fill: #f0f6fc; } .pale { fill: #9198a1; }
    .grid { stroke: #2a313c; } .axis { stroke: #656c76; }
    .fill0 { fill: #4493f8; } .fill1 { fill: #f0883e; }
    .line0 { stroke: #4493f8; } .line1 { stroke: #f0883e; }
  }`;

/** Bars from the left, a group for each name. @param show says a value in words */
export function bars(
  title: string,
  names: readonly string[],
  series: readonly Series[],
  show: (value: number) => string,
): string {
  const [left, top, thick, gap] = [220, 78, 18, 18];
  const most = Math.max(...series.flatMap(({ values }) => values));
  const groupHeight = series.length * (thick + 2) + gap;
  const height = top + names.length * groupHeight + 8;
  const toLength = (value: number): number => (value / most) * (width - left - 100);
  const groups = names.flatMap((name, index) => {
    const y = top + index * groupHeight;
    const middle = y + (series.length * (thick + 2)) / 2 + 4;
    return [
      `<text class="ink" x="${left - 12}" y="${round(middle)}" text-anchor="end">${escaped(name)}</text>`,
      ...series.flatMap(({ values }, place) => {
        const value = values[index];
        if (value === undefined || Number.isNaN(value)) return [];
        const [barY, length] = [y + place * (thick + 2), toLength(value)];
        return [
          `<rect class="fill${place}" x="${left}" y="${barY}" width="${round(length)}" height="${thick}" rx="2"/>`,
          `<text class="pale" x="${round(left + length + 6)}" y="${barY + 13}">${escaped(show(value))}</text>`,
        ];
      }),
    ];
  });
  const axis = `<line class="axis" x1="${left}" x2="${left}" y1="${top - 6}" y2="${height - gap}"/>`;
  return drawing(title, height, [...legend(series, 'fill'), ...groups, axis]);
}

/** Lines over steps that double, with a scale on which halving is always the same way down. */
export function lines(
  title: string,
  { steps, step, show }: { steps: readonly number[]; step: string; show: (value: number) => string },
  series: readonly Series[],
): string {
  const [left, right, top, bottom, height] = [80, 40, 84, 54, 400];
  const all = series.flatMap(({ values }) => values);
  const [low, high] = [Math.floor(Math.log2(Math.min(...all))), Math.ceil(Math.log2(Math.max(...all)))];
  const x = (index: number): number => left + (index / (steps.length - 1)) * (width - left - right);
  const y = (value: number): number => top + ((high - Math.log2(value)) / (high - low)) * (height - top - bottom);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 2 ** (low + index));
  return drawing(title, height, [
    ...legend(series, 'line'),
    ...ticks.flatMap((tick) => [
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/>`,
      `<text class="pale" x="${left - 8}" y="${round(y(tick) + 4)}" text-anchor="end">${escaped(show(tick))}</text>`,
    ]),
    ...steps.map(
      (value, index) =>
        `<text class="pale" x="${round(x(index))}" y="${height - bottom + 20}" text-anchor="middle">${value}</text>`,
    ),
    `<text class="pale" x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">${escaped(step)}</text>`,
    ...series.flatMap(({ values, isReference }, place) => {
      const points = values.map((value, index) => `${round(x(index))},${round(y(value))}`);
      const dots = points
        .map((point) => point.split(','))
        .map(([cx, cy]) => `<circle class="fill${place}" cx="${cx}" cy="${cy}" r="${5 - place}"/>`);
      return [
        `<polyline class="line${isReference ? 'R' : place}" points="${points.join(' ')}"/>`,
        ...(isReference ? [] : dots),
      ];
    }),
  ]);
}

function legend(series: readonly Series[], kind: 'fill' | 'line'): readonly string[] {
  let x = 20;
  return series.flatMap(({ name, isReference }, place) => {
    const colour = isReference ? 'R' : place;
    const mark =
      kind === 'fill'
        ? `<rect class="fill${colour}" x="${x}" y="45" width="14" height="12" rx="2"/>`
        : `<line class="line${colour}" x1="${x}" x2="${x + 22}" y1="51" y2="51"/>`;
    const text = `<text class="ink" x="${x + (kind === 'fill' ? 21 : 30)}" y="56">${escaped(name)}</text>`;
    x += 50 + name.length * 7.5;
    return [mark, text];
  });
}

function drawing(title: string, height: number, shapes: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}\n</style>`,
    `<rect class="paper" width="${width}" height="${height}" rx="8"/>`,
    `<text class="ink title" x="20" y="29">${escaped(title)}</text>`,
    ...shapes,
    '</svg>\n',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
