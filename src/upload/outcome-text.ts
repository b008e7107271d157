// What became of an upload, in words: the cause, what to do about it, and what the image store is left with.
import type { ConnectionInfo } from '../connection/connection-info.js';
import { quote } from '../connection/input-problems.js';
import { explainAttempt, hintFor } from '../diagnostics/attempt-advice.js';
import { describeAttempt } from '../diagnostics/attempt-text.js';
import type { Attempt } from '../image-store/attempt.js';
import { counted } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';
import { findFileCause } from './file-causes.js';
import { listPaths } from './package-problems.js';
import type { FileOutcome } from './upload-events.js';
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

/** A problem as sentences, each in its place. */
interface Explanation {
  readonly cause: string;
  readonly advice?: string | undefined;
  /** What failed because of it. */
  readonly subject?: string;
}

/** The step's one error annotation: the cause first, then what to do, then what it is about. */
export function explain(outcome: UploadOutcome, imageStorePath: string, connection: ConnectionInfo): string {
  const { problem, files } = outcome;
  if (problem === undefined) return '';
  const { cause, advice, subject } = explainProblem(problem, outcome, imageStorePath, connection);
  const hasSessions = files.some(({ sessionIds }) => sessionIds.length > 0);
  const sentences = [
    cause,
    advice,
    subject,
    describeState(outcome, imageStorePath),
    hasSessions ? 'The same job, run again within 30 minutes, sends only what is missing of the big files.' : undefined,
    `The endpoint is ${connection.url}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

function explainProblem(
  problem: UploadProblem,
  outcome: UploadOutcome,
  imageStorePath: string,
  connection: ConnectionInfo,
): Explanation {
  switch (problem.kind) {
    case 'cancelled':
      return { cause: 'The step was cancelled.', advice: 'The cluster may still finish what it was asked to do.' };
    case 'foreignContent':
      return {
        cause: `Something that is not this package lies at ${quote(imageStorePath)}: ${listPaths(problem.paths)}.`,
        advice: 'Choose another image-store-path, or delete what lies there.',
        subject: 'Nothing was sent or deleted.',
      };
    case 'listing': {
      const { path, attempt } = problem.failure;
      const subject = `The content of ${quote(path)} in the image store cannot be listed.`;
      if (attempt) return { ...explainRequest(attempt, connection), subject };
      return { cause: 'The cluster lists one page after another, without an end.', subject };
    }
    case 'request': {
      const { subject, attempt } = problem.failure;
      return { ...explainRequest(attempt, connection), subject: describeRequest(attempt, subject) };
    }
    case 'changedFiles':
      return {
        cause: `The package changed while it was being uploaded. ${problem.changes.map(({ description }) => description).join(' ')}`,
        advice: 'Let nothing write to the package folder during the upload, then run the job again.',
      };
    case 'differences':
      return {
        cause: 'Something else changes the same folder of the image store.',
        advice: 'Let one job at a time upload to it, or choose another image-store-path.',
        subject: describeDifferences(problem),
      };
    case 'files':
      return explainFiles(outcome, connection);
  }
}

function explainRequest(attempt: Attempt, connection: ConnectionInfo): Explanation {
  const cause = explainAttempt(attempt, connection);
  // The advice about a commit that was refused is for those who upload chunks themselves.
  return isAboutChunks(attempt) ? { cause } : { cause, advice: hintFor(attempt, connection).advice };
}

function isAboutChunks(attempt: Attempt): boolean {
  const code = attempt.kind === 'response' && attempt.method === 'POST' ? attempt.error?.code : undefined;
  return code === 'E_INVALIDARG' || code === 'NotFound';
}

function describeRequest({ method }: Attempt, subject: string): string {
  const verb = { GET: 'Looking up', PUT: 'Writing', POST: 'Committing', DELETE: 'Removing' }[method];
  return `${verb} ${quote(subject)} in the image store failed.`;
}

function describeDifferences({ wrong, stale }: Extract<UploadProblem, { kind: 'differences' }>): string {
  const wrongPaths = listPaths(wrong.map(({ path }) => path));
  return [
    wrong.length > 0 && `Files are missing in the image store or have another size: ${wrongPaths}.`,
    stale.length > 0 && `Files that are not part of the package do not go away: ${listPaths(stale)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function explainFiles(outcome: UploadOutcome, connection: ConnectionInfo): Explanation {
  const unpublished = outcome.files.filter(({ result }) => result !== 'published');
  const { file, attempt } = shownFailure(outcome);
  if (file === undefined) return { cause: 'Files are not published.' };
  const others = unpublished.length - 1;
  const more = others === 0 ? '' : ` ${counted(others, 'other file')} ${others === 1 ? 'is' : 'are'} not published.`;
  const tries = file.reason === 'attempts' ? ` after ${counted(file.attempts, 'attempt')}` : '';
  const subject = `${describeResult(file)}${tries}.${more}`;
  const own = findFileCause(file);
  if (own) return { cause: `${ownCause(file, own.cause)}.`, advice: own.advice, subject };
  return attempt ? { ...explainRequest(attempt, connection), subject } : { cause: subject };
}

function ownCause({ description }: FileOutcome, cause: string): string {
  const detail = description ? ` (${sanitize(description)})` : '';
  return `${cause.charAt(0).toUpperCase()}${cause.slice(1)}${detail}`;
}

function describeResult({ file, result }: FileOutcome): string {
  const name = quote(file.path);
  return result === 'unknown' ? `It is not known whether ${name} is published` : `${name} is not published`;
}

/** Why a file is not published, as a sentence. */
export function describeFile(file: FileOutcome): string {
  const cause = findFileCause(file)?.cause ?? (file.last ? describeAttempt(file.last) : 'no attempt succeeded');
  return `${describeResult(file)}: ${cause}.`;
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
