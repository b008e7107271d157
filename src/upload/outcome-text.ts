// What became of an upload, in words: the cause, and what to do about it.

import type { ConnectionInfo } from '../connection/connection-info.js';
import { quote } from '../connection/input-problems.js';
import { adviseAttempt } from '../diagnostics/attempt-advice.js';
import { describeAttempt } from '../diagnostics/attempt-text.js';
import type { Attempt } from '../image-store/attempt.js';
import { grouped } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';
import { listPaths } from './package-problems.js';
import type { FileOutcome, FileReason, Phase } from './upload-events.js';
import type { UploadOutcome, UploadProblem } from './upload-outcome.js';

/** The file that stands for the others, and the request that failed. */
export function shownFailure({ problem, files }: UploadOutcome): {
  readonly file?: FileOutcome;
  readonly attempt?: Attempt;
} {
  if (problem?.kind === 'request') return { attempt: problem.failure.attempt };
  if (problem?.kind === 'listing') return problem.failure.attempt ? { attempt: problem.failure.attempt } : {};
  const unpublished = files.filter(({ result }) => result !== 'published');
  const file = unpublished.find(({ reason }) => reason !== 'notStarted') ?? unpublished[0];
  return file ? { file, ...(file.last && { attempt: file.last }) } : {};
}

/** The step's one error annotation: the cause first, then what to do, then where. */
export function explain(outcome: UploadOutcome, imageStorePath: string, connection: ConnectionInfo): string {
  const { problem, files } = outcome;
  if (problem === undefined) return '';
  const { attempt } = shownFailure(outcome);
  const advice = attempt && adviseAttempt(attempt, connection);
  const hasSessions = files.some(({ sessionIds }) => sessionIds.length > 0);
  const sentences = [
    describeProblem(problem, outcome, imageStorePath),
    advice,
    describeState(outcome, imageStorePath),
    hasSessions ? 'The same job, run again within 30 minutes, sends only what is missing of the big files.' : undefined,
    `The endpoint is ${connection.url}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** What the image store is left with. */
function describeState({ problem, result, attempts }: UploadOutcome, imageStorePath: string): string | undefined {
  if (problem?.kind === 'foreignContent') return undefined;
  if (attempts === 0) return 'Nothing was changed in the image store.';
  const path = quote(imageStorePath);
  if (problem?.kind === 'request') {
    // The marker of an earlier package may still be there.
    if (problem.phase === 'inspecting') return undefined;
    if (result === 'unknown') return `The package at ${path} is complete if ${quote(problem.failure.subject)} exists.`;
  }
  return `The package at ${path} is not marked complete, so it cannot be provisioned.`;
}

function describeProblem(problem: UploadProblem, outcome: UploadOutcome, imageStorePath: string): string {
  switch (problem.kind) {
    case 'cancelled':
      return 'The step was cancelled. The cluster may still finish what it was asked to do.';
    case 'foreignContent':
      return (
        `Something that is not this package lies at ${quote(imageStorePath)}: ${listPaths(problem.paths)}. Nothing was sent or deleted. ` +
        'Choose another image-store-path, or delete what lies there.'
      );
    case 'listing': {
      const { path, attempt } = problem.failure;
      const why = attempt ? describeAttempt(attempt) : 'its pages do not end';
      return `The content of ${quote(path)} in the image store cannot be listed: ${why}.`;
    }
    case 'request': {
      const { subject, attempt } = problem.failure;
      return `${describeStep(problem.phase, subject)} failed: ${describeAttempt(attempt)}.`;
    }
    case 'changedFiles':
      return `The package changed while it was being uploaded. ${problem.changes.map(({ description }) => description).join(' ')}`;
    case 'differences':
      return describeDifferences(
        problem.wrong.map(({ path }) => path),
        problem.stale,
      );
    case 'files':
      return describeFiles(outcome);
  }
}

function describeStep(phase: Phase, subject: string): string {
  const what: Readonly<Record<Phase, string>> = {
    inspecting: 'Looking at',
    sending: 'Sending',
    verifying: 'Removing',
    marking: 'Writing',
    cleaning: 'Deleting',
  };
  return `${what[phase]} ${quote(subject)} in the image store`;
}

function describeDifferences(wrong: readonly string[], stale: readonly string[]): string {
  return [
    wrong.length > 0 && `Files are missing in the image store or have another size: ${listPaths(wrong)}.`,
    stale.length > 0 && `Files that are not part of the package do not go away: ${listPaths(stale)}.`,
    'Something else changes the same folder.',
  ]
    .filter(Boolean)
    .join(' ');
}

function describeFiles(outcome: UploadOutcome): string {
  const unpublished = outcome.files.filter(({ result }) => result !== 'published');
  const { file } = shownFailure(outcome);
  if (file === undefined) return 'Files are not published.';
  const others = unpublished.length - 1;
  const more = others === 0 ? '' : ` ${grouped(others)} other ${others === 1 ? 'file is' : 'files are'} not published.`;
  return `${describeFile(file)}${more}`;
}

/** Why a file is not published, as a sentence. */
export function describeFile({ file, result, reason = 'refused', last, description }: FileOutcome): string {
  const name = quote(file.path);
  const state = result === 'unknown' ? `It is not known whether ${name} is published` : `${name} is not published`;
  const causes: Readonly<Record<FileReason, string>> = {
    refused: last ? describeAttempt(last) : 'it was refused',
    attempts: `no attempts are left; ${last ? describeAttempt(last) : 'none succeeded'}`,
    lost: 'the cluster lost its upload session again and again',
    wrongSize: 'the cluster joined its chunks to a file of another size, twice',
    conflict: 'another file has the same upload session',
    commit: last ? describeAttempt(last) : 'its commit failed',
    cancelled: 'the step was cancelled',
    changed: 'the file changed while it was being uploaded',
    unreadable: `the file cannot be read (${sanitize(description ?? '')})`,
    notStarted: 'the step ended before it was sent',
  };
  return `${state}: ${causes[reason]}.`;
}
