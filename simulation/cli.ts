// npm run simulate: runs many seeds of each mix and prints counts and every problem; or traces one seed step by step.
// What is simulated is the action that commits or, with --action upload, the one that uploads packages.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Mix, mixes } from './mixes.js';
import { runSeeds } from './run-seeds.js';
import { runUploadSeeds } from './upload/run-seeds.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string' },
    mix: { type: 'string' },
    action: { type: 'string', default: 'commit' },
  },
});

function parseWholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number, but is "${text}".`);
  return Number(text);
}

function parseMixes(text: string | undefined): readonly Mix[] {
  const chosen = mixes.filter((mix) => text === undefined || text === mix);
  if (chosen.length === 0) throw new Error(`--mix must be ${mixes.join(' or ')}, but is "${text}".`);
  return chosen;
}

/** Each mix has a thread of its own, so that two take no longer than one. */
function runInThread(mix: Mix, first: number, count: number): Promise<void> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { action, mix, first, count } });
  worker.on('message', (text) => console.log(String(text)));
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (exitCode) => {
      if (exitCode !== 0) process.exitCode = 1;
      resolve();
    });
  });
}

function parseAction(text: string): 'commit' | 'upload' {
  if (text === 'commit' || text === 'upload') return text;
  throw new Error(`--action must be commit or upload, but is "${text}".`);
}

const action = parseAction(values.action);
const run = action === 'upload' ? runUploadSeeds : runSeeds;
const chosenMixes = parseMixes(values.mix);
if (values.seed === undefined) {
  const [first, count] = [parseWholeNumber('from', values.from), parseWholeNumber('seeds', values.seeds)];
  await Promise.all(chosenMixes.map((mix) => runInThread(mix, first, count)));
} else {
  const seed = parseWholeNumber('seed', values.seed);
  for (const mix of chosenMixes) {
    const { text, isFlawless } = await run(mix, seed, 1, (line) => console.log(line));
    console.log(text);
    if (!isFlawless) process.exitCode = 1;
  }
}
