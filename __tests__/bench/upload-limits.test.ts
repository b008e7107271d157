// The limits of the benchmark for uploads: each one fails the run when it is exceeded, and only then.
import { expect, it } from 'vitest';
import { exceededUploadLimits, uploadGoal } from '../../bench/upload-limits.js';
import { hugeFile, manyFiles } from '../../bench/upload-packages.js';
import type { UploadResults } from '../../bench/upload-results.js';
import type { ProgramResult } from '../../bench/uploads.js';

const [action, sfctl, curlLoop] = ['this action', 'sfctl', 'curl loop'].map((name): ProgramResult => {
  return { name, medianMs: 2_400, ratio: { sfctl: 4.5, 'curl loop': 15 }[name] ?? 1, requests: 1 };
});

function results(
  programs: readonly (ProgramResult | undefined)[],
  { roundTripMs = 50, additionalBytes = 60e6 } = {},
): UploadResults {
  const roundTrips = { begin: 2, send: 34, verify: 1, mark: 2, clean: 1 };
  return {
    uploads: [
      {
        packageName: manyFiles.name,
        roundTripMs,
        roundTrips,
        limitMs: 2_000,
        programs: programs.filter((each) => each !== undefined),
      },
    ],
    uploadMemory: [{ name: hugeFile.name, peakBytes: 100e6, additionalBytes }],
  };
}

it.each<[string, UploadResults, readonly string[]]>([
  ['every limit is just kept', results([action, sfctl, curlLoop]), []],
  ['the other programs are not measured', results([action]), []],
  [
    'the action takes longer than its limit allows',
    results([action && { ...action, medianMs: 2_440 }]),
    ['upload of 306 files, 204 MB at 50 ms: 1.22 × the computed limit, at most 1.2 is allowed'],
  ],
  [
    'sfctl is not slow enough',
    results([action, sfctl && { ...sfctl, ratio: 4.4 }]),
    ['upload of 306 files, 204 MB at 50 ms: only 4.4 × faster than sfctl, at least 4.5 is required'],
  ],
  [
    'the curl loop is not slow enough',
    results([action, curlLoop && { ...curlLoop, ratio: 14.9 }]),
    ['upload of 306 files, 204 MB at 50 ms: only 14.9 × faster than curl loop, at least 15 is required'],
  ],
  [
    'the limited upload is missing',
    results([action], { roundTripMs: 20 }),
    ['upload of 306 files, 204 MB at 50 ms: not measured'],
  ],
  [
    'the action needs too much memory',
    results([action], { additionalBytes: 60.1e6 }),
    ['memory of the upload of 3 files, 315 MB: 60.1 MB more than Node.js alone, the limit is 60.0 MB'],
  ],
])('the benchmark says what is wrong when %s', (_, measured, sentences) => {
  expect(exceededUploadLimits(measured, uploadGoal)).toEqual(sentences);
});
