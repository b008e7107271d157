// A thread of npm run simulate: runs the seeds of one mix and reports the statistics as text.
import { parentPort, workerData } from 'node:worker_threads';
import { mixes } from './mixes.js';
import { runSeeds } from './run-seeds.js';
import { runUploadSeeds } from './upload/run-seeds.js';

const { action, mix, first, count }: Record<string, unknown> = workerData;
const known = mixes.find((each) => each === mix);
if (known === undefined) throw new Error(`there is no mix "${mix}"`);
const { text, isFlawless } = await (action === 'upload' ? runUploadSeeds : runSeeds)(
  known,
  Number(first),
  Number(count),
);
parentPort?.postMessage(text);
process.exitCode = isFlawless ? 0 : 1;
