// npm run simulate: runs many seeds and prints counts and every problem with its seed; or traces one seed step by step.
import { parseArgs } from 'node:util';
import { type SimulationOptions, simulate } from './run.js';
import { addSimulation, createStatistics, formatStatistics } from './statistics.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string' },
  },
});

function parseWholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number, but is "${text}".`);
  return Number(text);
}

const first = values.seed === undefined ? parseWholeNumber('from', values.from) : parseWholeNumber('seed', values.seed);
const count = values.seed === undefined ? parseWholeNumber('seeds', values.seeds) : 1;
const options: SimulationOptions = values.seed === undefined ? {} : { trace: (line) => console.log(line) };

const statistics = createStatistics();
for (let seed = first; seed < first + count; seed += 1) {
  try {
    addSimulation(statistics, seed, await simulate(seed, options));
  } catch (error) {
    statistics.problems.push({ seed, description: String(error) });
  }
}
console.log(formatStatistics(statistics));
process.exitCode = statistics.problems.length === 0 ? 0 : 1;
