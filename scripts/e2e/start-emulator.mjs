// Leaves the emulator running for the later steps of a workflow's job, and sets the outputs `endpoint` and `pid`.
// The emulator is compiled already: npx tsc -p tsconfig.emulator.json

import { spawn } from 'node:child_process';
import { appendFileSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const { GITHUB_OUTPUT, RUNNER_TEMP } = process.env;
const logFile = join(RUNNER_TEMP, 'emulator.log');
const log = openSync(logFile, 'w');
// Detached, it outlives this step, and the terminal that act gives to it.
const emulator = spawn(process.execPath, ['build/emulator/cli.js', '--port', '0'], {
  detached: true,
  stdio: ['ignore', log, log],
});
let endpoint;
for (let attempt = 0; endpoint === undefined && attempt < 100 && emulator.exitCode === null; attempt += 1) {
  await sleep(100);
  endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(readFileSync(logFile, 'utf8'))?.[0];
}
process.stdout.write(readFileSync(logFile, 'utf8'));
if (endpoint === undefined) {
  emulator.kill();
  throw new Error('The emulator has not started within 10 seconds, or has ended; its output is above');
}
emulator.unref();
appendFileSync(GITHUB_OUTPUT, `endpoint=${endpoint}\npid=${emulator.pid}\n`);
