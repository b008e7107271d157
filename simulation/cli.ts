// npm run simulate: many seeds, their outcomes by kind, and every lie with its seed; or one seed with its whole story.
import { parseArgs } from 'node:util';
import { simulate } from './run.js';
import { emptyTally, reportOf, tallied } from './tally.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string' },
  },
});

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}`);
  return Number(text);
}

const from = wholeNumber('seed', values.seed ?? values.from);
const count = values.seed === undefined ? wholeNumber('seeds', values.seeds) : 1;
const options = values.seed === undefined ? {} : { tell: (line: string) => console.log(line) };

const tally = emptyTally();
for (let seed = from; seed < from + count; seed += 1) {
  try {
    tallied(tally, seed, await simulate(seed, options));
  } catch (error) {
    tally.faults.push({ seed, what: String(error) });
  }
}
console.log(reportOf(tally));
process.exitCode = tally.faults.length === 0 ? 0 : 1;
