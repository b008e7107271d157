// What is known of a big file while it goes through an upload session, and what is to be done next: pure functions. One
// loop is first upload, lost answer, failover, expiry and second run alike: look up, send what is missing, commit.
import type { Outcome } from '../commit-engine/commit-session.js';
import type { Attempt } from '../image-store/attempt.js';
import type { ByteRange, SessionLookup, UploadSession } from '../image-store/responses.js';
import { classifyChunk, classifyTransfer, isDeleted } from './transfer-policy.js';
import { chunkBytes, countBytes, wholeFile } from './upload-plan.js';

export interface SessionState {
  readonly sizeBytes: number;
  /** Which session of the file this is, from 0. A commit in doubt is followed by a session with another id. */
  readonly generation: number;
  /** What has not been sent; undefined when only a look-up can tell. */
  readonly missing: readonly ByteRange[] | undefined;
  /** The chunks that are being sent. */
  readonly inFlight: readonly ByteRange[];
  /** How many bytes the store has not accepted, by its answers since the last look-up. */
  readonly expectedBytes: number;
  /** The session as last looked up. */
  readonly session: UploadSession | undefined;
  /** Whether that look-up found nothing missing. */
  readonly isComplete: boolean;
  /** Whether a look-up, commit or deletion is under way. */
  readonly isBusy: boolean;
  /** Whether the session must be deleted before anything else. */
  readonly mustDelete: boolean;
  /** Failures without progress between them. Those of chunks that were in flight together count once. */
  readonly failures: number;
  /** Whether a chunk has failed since the last look-up. */
  readonly hasFailed: boolean;
  /** How often bytes were lost that the store had accepted. */
  readonly losses: number;
  /** Whether the file was sent once more from the start, because its commit found another size or stayed in doubt. */
  readonly wasResent: { readonly wrongSize: boolean; readonly doubt: false | 'failed' | 'unknown' };
  /** The last request that did not succeed. */
  readonly last: Attempt | undefined;
  readonly end: SessionEnd | undefined;
}

/** How it ended, and why it did not succeed. */
export type SessionEnd =
  | { readonly result: 'published' }
  | { readonly result: 'failed' | 'unknown'; readonly reason: FailureReason };

export type FailureReason =
  /** The same request would be refused again. */
  | 'refused'
  /** No attempts are left. */
  | 'attempts'
  /** The session was lost again and again. */
  | 'lost'
  /** The store joined the chunks to a file of another size, twice. */
  | 'wrongSize'
  /** The session belongs to another file. */
  | 'conflict'
  /** The commit itself failed; its outcome says why. */
  | 'commit'
  | 'cancelled';

export type SessionAction =
  /** @param failures so many count for the wait before it */
  | { readonly kind: 'lookUp'; readonly failures: number }
  | { readonly kind: 'putChunk'; readonly range: ByteRange }
  | { readonly kind: 'commit' }
  | { readonly kind: 'deleteSession'; readonly failures: number };

export type SessionEvent =
  | { readonly kind: 'chunkAnswered'; readonly range: ByteRange; readonly attempt: Attempt }
  | { readonly kind: 'lookedUp'; readonly found: SessionLookup }
  /** `isOldContent`: the file at the path is the one from before, in spite of the success. */
  | { readonly kind: 'commitEnded'; readonly outcome: Outcome; readonly isOldContent: boolean }
  | { readonly kind: 'sessionDeleted'; readonly attempt: Attempt };

export interface SessionLimits {
  readonly maxAttempts: number;
  /** How many chunks of the file are sent at a time. */
  readonly parallelChunks: number;
}

export function beginSession(sizeBytes: number): SessionState {
  return {
    sizeBytes,
    generation: 0,
    missing: undefined,
    inFlight: [],
    expectedBytes: sizeBytes,
    session: undefined,
    isComplete: false,
    isBusy: false,
    mustDelete: false,
    failures: 0,
    hasFailed: false,
    losses: 0,
    wasResent: { wrongSize: false, doubt: false },
    last: undefined,
    end: undefined,
  };
}

/** What to do now, beside what is under way. */
export function nextActions(state: SessionState, { parallelChunks }: SessionLimits): readonly SessionAction[] {
  const { end, isBusy, mustDelete, missing, inFlight, isComplete } = state;
  if (end || isBusy) return [];
  if (missing && missing.length > 0) {
    return takeChunks(missing, parallelChunks - inFlight.length).map((range) => ({ kind: 'putChunk', range }));
  }
  if (inFlight.length > 0) return [];
  const failures = waitedFailures(state);
  if (mustDelete) return [{ kind: 'deleteSession', failures }];
  return [isComplete ? { kind: 'commit' } : { kind: 'lookUp', failures }];
}

/** An overloaded store has made all requests wait already, and a refused chunk is looked up at once the first time. */
function waitedFailures({ failures, last }: SessionState): number {
  if (failures === 0 || last === undefined) return 0;
  const answer = classifyChunk(last);
  if (answer === 'overloaded') return 0;
  return answer === 'doubtful' ? failures - 1 : failures;
}

/** The first so many chunks of these ranges. None reaches over the end of a range, which the store would refuse. */
function takeChunks(ranges: readonly ByteRange[], count: number): readonly ByteRange[] {
  const chunks: ByteRange[] = [];
  for (const { start, end } of ranges) {
    for (let from = start; from <= end && chunks.length < count; from += chunkBytes) {
      chunks.push({ start: from, end: Math.min(end, from + chunkBytes - 1) });
    }
  }
  return chunks;
}

/** The state when an action has begun. */
export function withAction(state: SessionState, action: SessionAction): SessionState {
  if (action.kind !== 'putChunk') return { ...state, isBusy: true };
  const { range } = action;
  const missing = state.missing?.flatMap(({ start, end }) =>
    start !== range.start ? [{ start, end }] : end > range.end ? [{ start: range.end + 1, end }] : [],
  );
  return { ...state, missing, inFlight: [...state.inFlight, range], isComplete: false };
}

/** The state when something has happened. */
export function withEvent(state: SessionState, event: SessionEvent, limits: SessionLimits): SessionState {
  switch (event.kind) {
    case 'chunkAnswered':
      return afterChunk(state, event.range, event.attempt);
    case 'lookedUp':
      return afterLookup({ ...state, isBusy: false }, event.found, limits);
    case 'commitEnded':
      return afterCommit({ ...state, isBusy: false }, event.outcome, event.isOldContent, limits);
    case 'sessionDeleted':
      return isDeleted(event.attempt)
        ? { ...fromTheStart(state), isBusy: false, mustDelete: false }
        : afterFailure({ ...state, isBusy: false }, event.attempt, limits);
  }
}

function afterChunk(state: SessionState, range: ByteRange, attempt: Attempt): SessionState {
  const inFlight = state.inFlight.filter((each) => each !== range);
  const answer = classifyChunk(attempt);
  if (answer === 'success') {
    const expectedBytes = state.expectedBytes - countBytes([range]);
    return { ...state, inFlight, expectedBytes, failures: 0 };
  }
  const failed: SessionState = { ...state, inFlight, last: attempt };
  if (answer === 'refused' || answer === 'cancelled') return failWith(failed, answer);
  const failures = state.hasFailed ? state.failures : state.failures + 1;
  return { ...failed, missing: undefined, failures, hasFailed: true };
}

function afterLookup(state: SessionState, found: SessionLookup, limits: SessionLimits): SessionState {
  if (found.kind === 'failed') return afterFailure(state, found.attempt, limits);
  if (found.kind === 'found' && found.session.sizeBytes !== state.sizeBytes) return failWith(state, 'conflict');
  const session = found.kind === 'found' ? found.session : undefined;
  const missing = session?.missingRanges ?? wholeFile(state.sizeBytes);
  const missingBytes = countBytes(missing);
  const losses = missingBytes > state.expectedBytes ? state.losses + 1 : state.losses;
  const failures = missingBytes < state.expectedBytes ? 0 : state.failures;
  if (losses > state.losses && losses >= limits.maxAttempts) return failWith({ ...state, losses }, 'lost');
  if (failures >= limits.maxAttempts) return failWith(state, 'attempts');
  const isComplete = missingBytes === 0;
  return { ...state, session, missing, isComplete, expectedBytes: missingBytes, losses, failures, hasFailed: false };
}

/** A look-up or a deletion has failed. */
function afterFailure(state: SessionState, attempt: Attempt, { maxAttempts }: SessionLimits): SessionState {
  const answer = classifyTransfer(attempt);
  const failed: SessionState = { ...state, last: attempt, failures: state.failures + 1 };
  if (answer === 'refused' || answer === 'cancelled') return failWith(failed, answer);
  return failed.failures >= maxAttempts ? failWith(failed, 'attempts') : failed;
}

function afterCommit(
  state: SessionState,
  outcome: Outcome,
  isOldContent: boolean,
  limits: SessionLimits,
): SessionState {
  const { result, reason, last, sessionLookup } = outcome;
  const failed: SessionState = { ...state, last };
  if (reason === 'cancelled') return { ...failed, end: { result: failedOrUnknown(state, result), reason } };
  if (isOldContent || reason === 'not published') return resendAs('failed', failed);
  if (result === 'committed') return { ...state, end: { result: 'published' } };
  if (result === 'unknown' && last?.kind === 'response' && classifyTransfer(last) !== 'overloaded') {
    // Another commit of the path that does not end would keep the next one from ending as well.
    if (outcome.stopReason !== 'inProgress') return resendAs('unknown', failed);
  }
  if (result === 'failed' && last?.kind === 'response') {
    const isRefused = last.status === 400 && last.error?.code === 'E_INVALIDARG';
    if (isRefused && sessionLookup?.kind === 'found' && sessionLookup.session.missingRanges.length === 0) {
      const wasResent = { ...state.wasResent, wrongSize: true };
      return state.wasResent.wrongSize ? failWith(failed, 'wrongSize') : { ...failed, mustDelete: true, wasResent };
    }
    // The session is not what it was: it is looked up again, which counts the loss.
    if (isRefused || last.status === 404 || reason === 'incomplete') {
      if (state.losses + 1 >= limits.maxAttempts) return failWith(failed, 'lost');
      return { ...failed, missing: undefined, isComplete: false };
    }
  }
  return { ...failed, end: { result: failedOrUnknown(state, result), reason: 'commit' } };
}

/** Sends the file once more, in another session: the store may know the id of this one from a commit that it rolled back. */
function resendAs(doubt: 'failed' | 'unknown', state: SessionState): SessionState {
  const { wasResent, generation } = state;
  if (wasResent.doubt) return { ...state, end: { result: failedOrUnknown(state, doubt), reason: 'commit' } };
  return { ...fromTheStart(state), generation: generation + 1, wasResent: { ...wasResent, doubt } };
}

/** A commit of an earlier session that stayed in doubt can still publish the file. */
function failedOrUnknown({ wasResent }: SessionState, result: Outcome['result']): 'failed' | 'unknown' {
  return result === 'unknown' || wasResent.doubt === 'unknown' ? 'unknown' : 'failed';
}

function fromTheStart(state: SessionState): SessionState {
  const { sizeBytes } = state;
  return { ...state, missing: undefined, isComplete: false, session: undefined, expectedBytes: sizeBytes };
}

function failWith(state: SessionState, reason: FailureReason): SessionState {
  return { ...state, end: { result: failedOrUnknown(state, 'failed'), reason } };
}
