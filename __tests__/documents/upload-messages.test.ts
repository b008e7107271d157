// The headings of docs/outcomes.md about packages and uploads: each is what the committed upload action prints when it fails
// in that way, against the emulator.

import { appendFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import type { Gateway } from '../../emulator/gateway.js';
import { applicationManifest } from '../support/package-folder.js';
import { read } from '../support/repository.js';
import type { Run, RunningAction } from '../support/run-action.js';
import { annotation } from '../support/run-report.js';
import { noSignals, why } from '../support/skips.js';
import { startTestGateway } from '../support/test-gateway.js';
import { chunkBytes, contentOf, PATH, packageWith, startUpload, watchedPackage } from '../upload/upload-runs.js';

const contents = packageWith({ 'big.bin': contentOf(2 * chunkBytes + 5, 1), 'a.dll': contentOf(5_000, 2) });
const folderPath = `${PATH}/WebPkg/Code`;
const [big, small, marker] = [`${folderPath}/big.bin`, `${folderPath}/a.dll`, `${folderPath}/_.dir`];

/** A way to fail: the heading that quotes it, and what brings it about. */
interface Failure {
  readonly heading: string;
  readonly faults?: readonly Fault[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** Files in the image store before the step, below the package's path. */
  readonly there?: readonly string[];
  readonly package?: typeof contents;
  /** What happens while the big file is being committed. */
  readonly meanwhile?: (running: RunningAction, folder: string) => void;
}

const always = { times: 'forever' } as const;
const denied = { code: 'E_ACCESSDENIED' } as const;
const slowCommit: Fault = { operation: 'commit-session', publish: { ms: 300 } };

const failures: readonly Failure[] = [
  {
    heading: 'package must be the folder that contains ApplicationManifest.xml, but …',
    inputs: { package: 'MyApplication.sfpkg' },
  },
  {
    heading: 'image-store-path must be a relative path in the image store, like MyAppPkg or apps/MyAppPkg, but …',
    inputs: { 'image-store-path': 'fabric:ImageStore\\MyAppPkg' },
  },
  {
    heading: 'Nothing was sent to the cluster, because the package has …',
    package: { ...contents, 'ApplicationManifest.xml': applicationManifest({ WebPkg: '2.0.0' }) },
  },
  { heading: 'Something that is not this package lies at …', there: ['notes.txt'] },
  {
    heading: 'The content of … in the image store cannot be listed.',
    faults: [{ operation: 'list-content', answer: denied, ...always }],
  },
  {
    heading: 'Looking up … in the image store failed.',
    faults: [{ operation: 'get-session', answer: denied, ...always }],
  },
  {
    heading: '… is not published.',
    faults: [{ operation: 'upload-file', path: small, answer: denied, ...always }],
  },
  {
    heading: '… is not published after … attempts.',
    faults: [{ operation: 'upload-file', path: small, answer: { code: '0x80070070' }, ...always }],
  },
  {
    heading: 'The upload took longer than the timeout input allows: the cluster answered 504 FABRIC_E_TIMEOUT',
    faults: [{ operation: 'upload-file', path: small, answer: { code: 'FABRIC_E_TIMEOUT' }, ...always }],
  },
  {
    heading: 'A front end of the cluster does not accept so large a request body',
    faults: [{ operation: 'upload-file', path: small, answer: { status: 413 }, ...always }],
  },
  {
    heading: 'The cluster joined the chunks to a file of another size, twice',
    faults: [{ operation: 'upload-chunk', receive: { storedBytes: 9 }, ...always }],
  },
  {
    heading: 'The cluster lost the upload session again and again',
    faults: [{ operation: 'upload-chunk', at: 'after', dropSession: true, ...always }],
  },
  {
    heading: 'The file became shorter while it was being sent',
    faults: [{ operation: 'upload-chunk', delayMs: 300 }],
    inputs: { concurrency: '1' },
    meanwhile: (_, folder) => truncateSync(join(folder, 'WebPkg/Code/big.bin'), 9),
  },
  {
    heading: 'It is not known whether … is published.',
    faults: [
      { operation: 'commit-session', at: 'after', delivery: 'reset', ...always },
      { operation: 'list-content', path: big, delivery: 'reset', ...always },
    ],
    inputs: { 'max-attempts': '1' },
  },
  {
    heading: 'The package changed while it was being uploaded.',
    faults: [slowCommit],
    meanwhile: (_, folder) => appendFileSync(join(folder, 'WebPkg/Code/a.dll'), 'x'),
  },
  {
    heading: 'Files are missing in the image store or have another size: …',
    faults: [{ operation: 'upload-file', path: small, receive: { storedBytes: 9 }, ...always }],
  },
  {
    heading: 'Files that are not part of the package do not go away: …',
    there: ['ApplicationManifest.xml', 'Old/old.dll'],
    faults: [{ operation: 'delete-content', path: `${PATH}/Old`, answer: { status: 200, body: '' }, ...always }],
  },
  {
    heading: 'Removing … in the image store failed.',
    there: ['ApplicationManifest.xml', 'Old/old.dll'],
    faults: [{ operation: 'delete-content', path: `${PATH}/Old`, answer: denied, ...always }],
  },
  {
    heading: 'Writing … in the image store failed.',
    faults: [{ operation: 'upload-file', path: marker, answer: denied, ...always }],
  },
  {
    heading: 'The step was cancelled. The cluster may still finish what it was asked to do.',
    faults: [slowCommit],
    meanwhile: (running) => running.kill('SIGINT'),
  },
];

const document = read('docs/outcomes.md');
const part = document.slice(document.indexOf('\n## Package and paths'));
const headings = Array.from(part.matchAll(/^### (.*)$/gm), ([, text = '']) => text);

/** Matches a text in which a sentence or a line begins as the document quotes it; `…` stands for anything. */
function quotationOf(text: string): RegExp {
  const pieces = text.split('…').map((piece) => piece.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?:^|\\. |\\n- )${pieces.join('.*')}`);
}

async function fail({
  faults = [],
  inputs = {},
  there = [],
  package: given = contents,
  meanwhile,
}: Failure): Promise<Run> {
  const gateway = await startTestGateway();
  for (const path of there) {
    await fetch(`${gateway.url}/ImageStore/${PATH}/${path}?api-version=6.0`, { method: 'PUT', body: 'x' });
  }
  gateway.addFaults(faults);
  const { folder } = watchedPackage(gateway, given);
  const running = startUpload(gateway, folder, { 'max-attempts': '2', ...inputs });
  if (meanwhile) {
    await expect.poll(() => isSlow(gateway), { interval: 5 }).toBe(true);
    meanwhile(running, folder);
  }
  return running.ended;
}

/** Whether a request has arrived that a fault slows down. */
function isSlow({ store }: Gateway): boolean {
  return store.tasks().some(({ operation }) => operation === 'commit-session' || operation === 'upload-chunk');
}

const isCancelled = ({ heading }: Failure): boolean => heading.startsWith('The step was cancelled');

describe('a heading of docs/outcomes.md about uploads', () => {
  const expectPrinted = async (heading: string, failure: Failure): Promise<void> => {
    const run = await fail(failure);
    expect(run.exitCode).toBe(1);
    expect(annotation(run)).toMatch(quotationOf(heading));
  };

  it.each(failures.filter((failure) => !isCancelled(failure)).map((failure) => [failure.heading, failure] as const))(
    'is what the upload action prints: %s',
    expectPrinted,
  );

  it.skipIf(noSignals).each(failures.filter(isCancelled).map((failure) => [failure.heading, failure] as const))(
    `is what the upload action prints: %s${why(noSignals)}`,
    expectPrinted,
  );

  it('is tested, each one', () => {
    expect(headings.toSorted()).toEqual(failures.map(({ heading }) => heading).toSorted());
  });
});

describe('what docs/outcomes.md says about the state after a failed upload', () => {
  const states = Array.from(part.matchAll(/^- \*\*(.*?)\*\*/gm), ([, text = '']) => text);

  it.each<[string, Failure]>([
    [
      'Nothing was changed in the image store.',
      { heading: '', faults: [{ operation: 'list-content', answer: denied, ...always }] },
    ],
    [
      'The package at … is not marked complete, so it cannot be provisioned.',
      { heading: '', faults: [{ operation: 'upload-file', path: small, answer: denied, ...always }] },
    ],
    [
      'The package at … is complete if … exists.',
      {
        heading: '',
        faults: [
          { operation: 'upload-file', path: `${PATH}/_.dir`, at: 'after', delivery: 'reset', ...always },
          // The root is listed before anything is sent, and to compare it with the package.
          { operation: 'list-content', path: PATH, times: 2, delayMs: 0 },
          { operation: 'list-content', path: PATH, delivery: 'reset', ...always },
        ],
      },
    ],
  ])('is what the upload action prints: %s', async (state, failure) => {
    const text = annotation(await fail(failure));
    expect(text).toMatch(quotationOf(state));
    expect(states).toContain(state);
    expect(states).toHaveLength(3);
  });
});
