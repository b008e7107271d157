// Outputs and exit code, whatever becomes of log, outputs file, summary and disk: the committed bundle as a process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OTHER_SESSION, SESSION, THIRD_SESSION } from '../support/attempts.js';
import { withLineFeeds } from '../support/line-ends.js';
import { preload } from '../support/preload.js';
import { answering, httpAnswer, startRawServer } from '../support/raw-server.js';
import { bundles, type Environment, type Run, runAction, variableOf } from '../support/run-action.js';
import { exceptOnLinux, onWindows, why } from '../support/skips.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const success = httpAnswer('200 OK');
const refusal = httpAnswer('403 No', '{"Error":{"Code":"E_ACCESSDENIED","Message":"No"}}');
const annotationsOf = ({ stdout }: Run): readonly string[] =>
  Array.from(stdout.matchAll(/^::error (.*)$/gm), ([, text = '']) => text);

/**
 * Runs the step with such a stdout: a file, or a pipe whose other end is closed before anything is written, or open and
 * never read.
 */
async function runWithStdout(
  stdout: 'closed' | 'unread' | number,
  inputs: Readonly<Record<string, string>>,
  environment: Environment = {},
) {
  const outputPath = join(temporaryFolder(), 'output');
  writeFileSync(outputPath, '');
  const variables = Object.entries(inputs).map(([name, value]) => [variableOf(name), value]);
  const child = spawn(process.execPath, [bundles.commit], {
    env: {
      PATH: process.env['PATH'],
      SystemRoot: process.env['SystemRoot'],
      GITHUB_OUTPUT: outputPath,
      ...Object.fromEntries(variables),
      ...environment,
    },
    stdio: ['ignore', typeof stdout === 'number' ? stdout : 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (stdout === 'closed') child.stdout?.destroy();
  await once(child, 'exit');
  const result = /^result<<.*\n(.*)\n/m.exec(withLineFeeds(readFileSync(outputPath, 'utf8')))?.[1];
  return { exitCode: child.exitCode, signal: child.signalCode, result };
}

const outcomes = [
  ['a commit', success, 0, 'committed'],
  ['a refusal', refusal, 1, 'failed'],
  ['an answer that never came', 'x', 1, 'unknown'],
] as const;
const several = `${SESSION} ${OTHER_SESSION} ${THIRD_SESSION}`;

describe('a log that is closed', () => {
  it.each(outcomes)('changes neither outputs nor exit code after %s', async (_, answer, exitCode, result) => {
    const { url } = await startRawServer(answering(answer));
    const inputs = { endpoint: url, 'session-id': several, 'max-attempts': '1' };
    expect(await runWithStdout('closed', inputs)).toEqual({ exitCode, signal: null, result });
  });

  it('changes neither outputs nor exit code of wrong inputs', async () => {
    expect(await runWithStdout('closed', {})).toEqual({ exitCode: 1, signal: null, result: 'failed' });
  });

  it('changes nothing for an endpoint with secrets to mask', async () => {
    const inputs = {
      endpoint: 'https://127.0.0.1:1',
      'session-id': SESSION,
      'access-token': 'e30.e30.e30',
      'max-attempts': '1',
    };
    expect(await runWithStdout('closed', inputs)).toEqual({ exitCode: 1, signal: null, result: 'failed' });
  });
});

const waitsForReader = onWindows('on Windows each write to a pipe waits for its reader');
describe.skipIf(waitsForReader)(`a log that nobody reads${why(waitsForReader)}`, () => {
  it('changes neither outputs nor exit code, and does not keep the step for ever', async () => {
    const { url } = await startRawServer(answering(success));
    // More than a pipe holds, so that the step can write nothing after it.
    const fullPipe = preload(`process.stdout.write('x'.repeat(1_000_000));`);
    const run = await runWithStdout('unread', { endpoint: url, 'session-id': several }, fullPipe);
    expect(run).toEqual({ exitCode: 0, signal: null, result: 'committed' });
  });
});

const noFullDisk = exceptOnLinux('only Linux has /dev/full');
describe.skipIf(noFullDisk)(`a log on a full disk${why(noFullDisk)}`, () => {
  it.each(outcomes)('changes neither outputs nor exit code after %s', async (_, answer, exitCode, result) => {
    const { url } = await startRawServer(answering(answer));
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const inputs = { endpoint: url, 'session-id': several, 'max-attempts': '1' };
    expect(await runWithStdout(full, inputs)).toEqual({ exitCode, signal: null, result });
  });
});

describe('outputs that cannot be written', () => {
  /** A disk on which so many more writes to the outputs file succeed. */
  function diskFullAfter(writes: number): Environment {
    return preload(
      `const fs = require('node:fs');
      const append = fs.appendFileSync;
      let left = ${writes};
      fs.appendFileSync = (path, ...rest) => {
        if (path === process.env.GITHUB_OUTPUT && left-- <= 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        append(path, ...rest);
      };`,
    );
  }

  it.each([
    ['a commit', success, 'The upload session is committed.'],
    ['a refusal', refusal, 'The cluster accepts these credentials, but not for this operation: '],
    ['an answer that never came', 'x', 'may or may not be committed at '],
  ])('make one annotation, which says that and what became of the commit: after %s', async (_, answer, words) => {
    const { url } = await startRawServer(answering(answer));
    const inputs = { endpoint: url, 'session-id': SESSION, 'max-attempts': '1' };
    for (const writes of [0, 3, 6]) {
      const run = await runAction(inputs, diskFullAfter(writes));
      expect([run.exitCode, Object.keys(run.outputs).length, run.outputs['result']]).toEqual([1, writes, undefined]);
      expect(annotationsOf(run)).toEqual([
        expect.stringMatching(
          /^title=Outputs not written::Later steps read no outputs, because they could not be written: ENOSPC: no space left on device, write\. /,
        ),
      ]);
      expect(annotationsOf(run)[0]).toContain(words);
      expect(`${run.stdout}${run.summary}`).not.toMatch(/internal error/i);
    }
  });

  it('say how many sessions are committed', async () => {
    const { url } = await startRawServer(answering(success));
    const run = await runAction({ endpoint: url, 'session-id': several }, diskFullAfter(0));
    expect(annotationsOf(run)).toEqual([expect.stringMatching(/ All 3 upload sessions are committed\.$/)]);
  });

  it('make one annotation for wrong inputs as well', async () => {
    const run = await runAction({}, diskFullAfter(0));
    expect(annotationsOf(run)).toEqual([
      expect.stringMatching(/^title=Outputs not written::Later steps read no outputs, .*The inputs have 2 problems/),
    ]);
  });

  it.each(['/nowhere/output', tmpdir()])('because there is no such file: %s', async (GITHUB_OUTPUT) => {
    const { url } = await startRawServer(answering(success));
    const run = await runAction({ endpoint: url, 'session-id': SESSION }, { GITHUB_OUTPUT });
    expect([run.exitCode, annotationsOf(run).length]).toEqual([1, 1]);
    expect(annotationsOf(run)[0]).toMatch(/The upload session is committed\.$/);
  });
});
