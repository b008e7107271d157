// Looks up a session and the content at its path, and says what that is evidence of.
import type { Attempt } from '../image-store/attempt.js';
import type { ImageStore } from '../image-store/client.js';
import {
  type ContentLookup,
  clockSkewMs,
  type LookupFailure,
  type SessionLookup,
  type UploadSession,
} from '../image-store/responses.js';
import { type Clock, sleep } from '../shared/clock.js';
import { isTransient } from './retry-policy.js';
import type { Evidence } from './verdict.js';

export interface LookupOptions {
  readonly store: ImageStore;
  readonly clock: Clock;
  /** Ends a look-up at once. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: LookupEvent) => void;
  /** The version of the file that was at the path before the commit; missing where nobody has looked. */
  readonly previousVersion?: string;
}

export type LookupEvent = { readonly sessionId: string } & (
  | { readonly kind: 'sessionLookup'; readonly found: SessionLookup }
  | { readonly kind: 'contentLookup'; readonly path: string; readonly found: ContentLookup }
);

/** All that one look-up may take, its repetitions included. */
const lookupMs = 15_000;
/** How often a look-up that failed in passing is repeated. */
const lookupRetries = 2;
/** How often a file in mid-publication is looked up again. */
const publishingRetries = 3;
/**
 * Looks up an upload session.
 * @param untilMs when it must have ended, on the clock
 * @returns undefined when there was no time left for it
 */
export async function lookUpSession(
  sessionId: string,
  untilMs: number,
  options: LookupOptions,
): Promise<SessionLookup | undefined> {
  const { store, signal, onEvent } = options;
  const found = await retryLookup((leftMs) => store.lookUpSession(sessionId, leftMs, signal), untilMs, options);
  if (found) onEvent({ kind: 'sessionLookup', sessionId, found });
  return found;
}

/**
 * Looks up the file at a session's path; again while it is being published, three times at most.
 * @param untilMs when it must have ended, on the clock
 * @returns undefined when there was no time left for it
 */
export async function lookUpContent(
  sessionId: string,
  path: string,
  untilMs: number,
  options: LookupOptions,
): Promise<ContentLookup | undefined> {
  const { store, clock, signal, onEvent } = options;
  let last: ContentLookup | undefined;
  for (let retries = 0; ; retries += 1) {
    const found = await retryLookup((leftMs) => store.lookUpContent(path, leftMs, signal), untilMs, options);
    if (found === undefined) return last;
    onEvent({ kind: 'contentLookup', sessionId, path, found });
    if (found.kind !== 'publishing' || retries === publishingRetries || signal.aborted) return found;
    last = found;
    await sleep(clock, 1_000 * 2 ** retries, signal);
  }
}

/** Repeats a look-up that failed in passing, within what one look-up may take; undefined when no time is left. */
async function retryLookup<Found extends { readonly kind: string }>(
  lookUp: (leftMs: number) => Promise<Found | LookupFailure>,
  untilMs: number,
  { clock, signal }: LookupOptions,
): Promise<Found | LookupFailure | undefined> {
  const endMs = Math.min(clock.now() + lookupMs, untilMs);
  if (clock.now() >= endMs) return undefined;
  for (let retries = 0; ; retries += 1) {
    const found = await lookUp(endMs - clock.now());
    const waitMs = 1_000 * 2 ** retries;
    const isOver = retries === lookupRetries || clock.now() + waitMs >= endMs || signal.aborted;
    const failure = failedAttempt(found);
    if (isOver || failure === undefined || !isTransient(failure)) return found;
    await sleep(clock, waitMs, signal);
  }
}

function failedAttempt(found: { readonly kind: string; readonly attempt?: Attempt }): Attempt | undefined {
  return found.kind === 'failed' ? found.attempt : undefined;
}

/** A session that was last seen with bytes missing is gone for another reason than its commit: that shows nothing. */
export function sessionEvidence(
  found: SessionLookup | undefined,
  lastSeen: UploadSession | undefined,
): Evidence['session'] {
  if (found === undefined || found.kind === 'failed') return undefined;
  if (found.kind === 'notFound') return lastSeen?.missingRanges.length === 0 ? 'gone' : undefined;
  return found.session.missingRanges.length === 0 ? 'complete' : 'incomplete';
}

/**
 * Content matches when it has the session's size and is not older than its last chunk. A version that was there before
 * the commit never does: a file that was young when its overwrite was rolled back can have both.
 */
export function contentEvidence(
  found: ContentLookup | undefined,
  session: UploadSession,
  previousVersion?: string,
): Evidence['content'] {
  if (found?.kind === 'notFound') return 'absent';
  if (found?.kind !== 'found') return undefined;
  const { sizeBytes, modifiedMs, version } = found.file;
  if (version !== undefined && version === previousVersion) return 'differs';
  const isRecent = modifiedMs >= session.lastChunkMs - clockSkewMs;
  return sizeBytes === session.sizeBytes && isRecent ? 'matches' : 'differs';
}
