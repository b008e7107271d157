// Why an upload did not succeed, in a few words for the statistics.
import type { Phase } from './client.js';
import type { UploadRun } from './oracle.js';

/** What kept the upload from succeeding, in a few words. */
export function causeOf({ outcome }: UploadRun): string {
  const { problem, files } = outcome;
  const phaseOf = (phase: Phase): string => `while ${phase}`;
  if (problem === undefined) return 'none';
  switch (problem.kind) {
    case 'request':
      return `request ${phaseOf(problem.phase)}`;
    case 'listing':
      return `listing ${phaseOf(problem.phase)}`;
    case 'files': {
      const reasons = files.filter(({ result }) => result !== 'published').map(({ reason }) => reason ?? '');
      return `files: ${reasons.find((reason) => reason !== 'notStarted') ?? 'notStarted'}`;
    }
    default:
      return problem.kind;
  }
}
