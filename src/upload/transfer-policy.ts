// What came of a request of an upload, and what follows: pure decisions. Unlike a commit, the same bytes can go to the same
// path again and again, so no answer leaves a doubt that another request could not end.
import type { Attempt, FailedAttempt, ResponseAttempt } from '../image-store/attempt.js';

export type TransferClass =
  /** A 200 without a body: what the gateway answers to every upload and deletion (imagestorehandler.cpp). */
  | 'success'
  /** The step was cancelled. */
  | 'cancelled'
  /** The same request would be refused again. */
  | 'refused'
  /** The endpoint cannot be reached in time, or asks for fewer requests: the others would fail in the same way now. */
  | 'overloaded'
  /** Anything else: the next try may succeed. */
  | 'transient';

/** Classifies an attempt to upload a file or to delete something. */
export function classifyTransfer(attempt: Attempt): TransferClass {
  return attempt.kind === 'response' ? classifyResponse(attempt) : classifyFailure(attempt);
}

function classifyResponse({ status, error, body }: ResponseAttempt): TransferClass {
  if (status === 200 && body === 'empty') return 'success';
  if (isOverloadStatus(status)) return 'overloaded';
  // A success in another form: something between has answered for the cluster, or rewritten its answer.
  if (status < 300) return 'transient';
  if (status === 400 && error?.code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED') return 'transient';
  return status >= 500 && status !== 501 && status !== 505 ? 'transient' : 'refused';
}

function classifyFailure({ problem, permanent, status }: FailedAttempt): TransferClass {
  if (problem === 'cancelled') return 'cancelled';
  if (permanent) return 'refused';
  return problem === 'interrupted' && !isOverloadStatus(status) ? 'transient' : 'overloaded';
}

function isOverloadStatus(status: number | undefined): boolean {
  return status !== undefined && [408, 429, 503, 504].includes(status);
}

/** What an attempt to upload a chunk shows: `doubtful` is a refusal that only a look-up of the session confirms. */
export type ChunkClass = TransferClass | 'doubtful';

/**
 * Classifies an attempt to upload a chunk. Parallel chunks of one session race in the gateway (UploadSessionMetadata.cpp
 * has no lock), a chunk that arrived before is refused, and a failover loses the session.
 */
export function classifyChunk(attempt: Attempt): ChunkClass {
  const answer = classifyTransfer(attempt);
  return answer === 'refused' && (attempt.status === 400 || attempt.status === 404) ? 'doubtful' : answer;
}

/** Whether the content is gone after this answer to its deletion; a repeated one finds nothing any more. */
export function isDeleted(attempt: Attempt): boolean {
  if (classifyTransfer(attempt) === 'success') return true;
  const code = attempt.kind === 'response' && attempt.status === 404 ? attempt.error?.code : undefined;
  return code === 'FABRIC_E_FILE_NOT_FOUND' || code === 'NotFound';
}

/** Whether other requests would fail for the same reason, so that there is no point in sending them. */
export function isSharedFailure(attempt: Attempt): boolean {
  const answer = classifyTransfer(attempt);
  if (answer === 'overloaded') return true;
  if (answer !== 'refused') return false;
  if (attempt.kind === 'noResponse') return attempt.problem === 'connect';
  const { status, error } = attempt;
  return status < 400 || status === 401 || status === 403 || error === undefined;
}

/** The wait after the first failure; it doubles with each one that follows, up to the longest. */
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/** How long to wait after so many failures without progress; not at all after none. */
export function backoffMs(failures: number, random: number): number {
  if (failures <= 0) return 0;
  return Math.round(Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1) * (0.75 + random / 2)));
}

/** How long the answer asks to wait. */
export function askedMs(attempt: Attempt): number {
  return attempt.kind === 'response' ? (attempt.retryAfterMs ?? 0) : 0;
}
