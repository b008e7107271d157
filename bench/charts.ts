// Bar and line charts as SVG, with colours for a light and a dark theme.

/** Values that share a name and a colour. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly number[];
  /** A computed line, drawn grey and dashed. */
  readonly isReference?: boolean;
}

const width = 720;
const style = `
  svg { font: 13px system-ui, sans-serif; }
  .background { fill: #ffffff; } .text { fill: #1f2328; } .muted { fill: #59636e; }
  .grid { stroke: #d1d9e0; } .axis { stroke: #818b98; }
  .fill0 { fill: #2a78d6; } .fill1 { fill: #d9622b; } .fill2 { fill: #8250df; }
  .fillR { fill: #818b98; }
  .line0 { stroke: #2a78d6; } .line1 { stroke: #d9622b; } .lineR { stroke: #818b98; stroke-dasharray: 5 4; }
  .line0, .line1, .lineR { fill: none; stroke-width: 2; }
  .title { font-size: 15px; font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .background { fill: #0d1117; } .text { fill: #f0f6fc; } .muted { fill: #9198a1; }
    .grid { stroke: #2a313c; } .axis { stroke: #656c76; }
    .fill0 { fill: #4493f8; } .fill1 { fill: #f0883e; } .fill2 { fill: #ab7df8; }
    .line0 { stroke: #4493f8; } .line1 { stroke: #f0883e; }
  }`;

/** Horizontal bars, one group per name. */
export function barChart(
  title: string,
  names: readonly string[],
  series: readonly ChartSeries[],
  format: (value: number) => string,
): string {
  const [left, top, thickness, gap] = [220, 78, 18, 18];
  const max = Math.max(...series.flatMap(({ values }) => values));
  const groupHeight = series.length * (thickness + 2) + gap;
  const height = top + names.length * groupHeight + 8;
  const toLength = (value: number): number => (value / max) * (width - left - 100);
  const groups = names.flatMap((name, index) => {
    const y = top + index * groupHeight;
    const middle = y + (series.length * (thickness + 2)) / 2 + 4;
    return [
      `<text class="text" x="${left - 12}" y="${round(middle)}" text-anchor="end">${escaped(name)}</text>`,
      ...series.flatMap(({ values }, seriesIndex) => {
        const value = values[index];
        if (value === undefined || Number.isNaN(value)) return [];
        const [barY, length] = [y + seriesIndex * (thickness + 2), toLength(value)];
        return [
          `<rect class="fill${seriesIndex}" x="${left}" y="${barY}" width="${round(length)}" height="${thickness}" rx="2"/>`,
          `<text class="muted" x="${round(left + length + 6)}" y="${barY + 13}">${escaped(format(value))}</text>`,
        ];
      }),
    ];
  });
  const axis = `<line class="axis" x1="${left}" x2="${left}" y1="${top - 6}" y2="${height - gap}"/>`;
  return svg(title, height, [...legend(series, 'fill'), ...groups, axis]);
}

export interface LineChartAxes {
  readonly steps: readonly number[];
  readonly stepName: string;
  readonly format: (value: number) => string;
}

/** Lines over steps that double, with a logarithmic scale. */
export function lineChart(
  title: string,
  { steps, stepName, format }: LineChartAxes,
  series: readonly ChartSeries[],
): string {
  const [left, right, top, bottom, height] = [80, 40, 84, 54, 400];
  const all = series.flatMap(({ values }) => values);
  const [low, high] = [Math.floor(Math.log2(Math.min(...all))), Math.ceil(Math.log2(Math.max(...all)))];
  const x = (index: number): number => left + (index / (steps.length - 1)) * (width - left - right);
  const y = (value: number): number => top + ((high - Math.log2(value)) / (high - low)) * (height - top - bottom);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 2 ** (low + index));
  return svg(title, height, [
    ...legend(series, 'line'),
    ...ticks.flatMap((tick) => [
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/>`,
      `<text class="muted" x="${left - 8}" y="${round(y(tick) + 4)}" text-anchor="end">${escaped(format(tick))}</text>`,
    ]),
    ...steps.map(
      (value, index) =>
        `<text class="muted" x="${round(x(index))}" y="${height - bottom + 20}" text-anchor="middle">${value}</text>`,
    ),
    `<text class="muted" x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">${escaped(stepName)}</text>`,
    ...series.flatMap(({ values, isReference }, seriesIndex) => {
      const points = values.map((value, index) => `${round(x(index))},${round(y(value))}`);
      const dots = points
        .map((point) => point.split(','))
        .map(([cx, cy]) => `<circle class="fill${seriesIndex}" cx="${cx}" cy="${cy}" r="${5 - seriesIndex}"/>`);
      return [
        `<polyline class="line${isReference ? 'R' : seriesIndex}" points="${points.join(' ')}"/>`,
        ...(isReference ? [] : dots),
      ];
    }),
  ]);
}

function legend(series: readonly ChartSeries[], kind: 'fill' | 'line'): readonly string[] {
  let x = 20;
  return series.flatMap(({ name, isReference }, seriesIndex) => {
    const colour = isReference ? 'R' : seriesIndex;
    const mark =
      kind === 'fill'
        ? `<rect class="fill${colour}" x="${x}" y="45" width="14" height="12" rx="2"/>`
        : `<line class="line${colour}" x1="${x}" x2="${x + 22}" y1="51" y2="51"/>`;
    const text = `<text class="text" x="${x + (kind === 'fill' ? 21 : 30)}" y="56">${escaped(name)}</text>`;
    x += 50 + name.length * 7.5;
    return [mark, text];
  });
}

function svg(title: string, height: number, shapes: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}\n</style>`,
    `<rect class="background" width="${width}" height="${height}" rx="8"/>`,
    `<text class="text title" x="20" y="29">${escaped(title)}</text>`,
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
