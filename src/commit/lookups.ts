// Looks up a session and the content at its path, and says what that is evidence of.
import type { Attempt } from '../image-store/attempt.js';
import type { ImageStore } from '../image-store/client.js';
import type { ContentLookup, LookupFailure, SessionLookup, UploadSession } from '../image-store/responses.js';
import { type Clock, sleep } from '../shared/clock.js';
import { isTransient } from './retry-policy.js';
import type { Evidence } from './verdict.js';

export interface LookupOptions {
  readonly store: ImageStore;
  readonly clock: Clock;
  /** Ends a look-up at once. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: LookupEvent) => void;
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
/** A file's date may be this much before the last chunk's: they can come from two nodes. */
const clockSkewMs = 2 * 60_000;

/** Looks up an upload session. */
export async function lookUpSession(sessionId: string, options: LookupOptions): Promise<SessionLookup> {
  const { store, signal, onEvent } = options;
  const found = await retryLookup((leftMs) => store.lookUpSession(sessionId, leftMs, signal), options);
  onEvent({ kind: 'sessionLookup', sessionId, found });
  return found;
}

/** Looks up the file at a session's path. */
export async function lookUpContent(sessionId: string, path: string, options: LookupOptions): Promise<ContentLookup> {
  const { store, clock, signal, onEvent } = options;
  for (let retries = 0; ; retries += 1) {
    const found = await retryLookup((leftMs) => store.lookUpContent(path, leftMs, signal), options);
    onEvent({ kind: 'contentLookup', sessionId, path, found });
    if (found.kind !== 'publishing' || retries === publishingRetries || signal.aborted) return found;
    await sleep(clock, 1_000 * 2 ** retries, signal);
  }
}

/** Repeats a look-up that failed in passing, within what one look-up may take. */
async function retryLookup<Found extends { readonly kind: string }>(
  lookUp: (leftMs: number) => Promise<Found | LookupFailure>,
  { clock, signal }: LookupOptions,
): Promise<Found | LookupFailure> {
  const startedMs = clock.now();
  for (let retries = 0; ; retries += 1) {
    const found = await lookUp(lookupMs - (clock.now() - startedMs));
    const waitMs = 1_000 * 2 ** retries;
    const isOver = retries === lookupRetries || clock.now() - startedMs + waitMs >= lookupMs || signal.aborted;
    const failure = failedAttempt(found);
    if (isOver || failure === undefined || !isTransient(failure)) return found;
    await sleep(clock, waitMs, signal);
  }
}

function failedAttempt(found: { readonly kind: string; readonly attempt?: Attempt }): Attempt | undefined {
  return found.kind === 'failed' ? found.attempt : undefined;
}

/** A session that was last seen with bytes missing is gone for another reason than its commit: that shows nothing. */
export function sessionEvidence(found: SessionLookup, lastSeen: UploadSession | undefined): Evidence['session'] {
  if (found.kind === 'failed') return undefined;
  if (found.kind === 'notFound') return lastSeen?.missingRanges.length === 0 ? 'gone' : undefined;
  return found.session.missingRanges.length === 0 ? 'complete' : 'incomplete';
}

/** Content matches when it has the session's size and is not older than its last chunk. */
export function contentEvidence(found: ContentLookup | undefined, session: UploadSession): Evidence['content'] {
  if (found?.kind === 'notFound') return 'absent';
  if (found?.kind !== 'found') return undefined;
  const { sizeBytes, modifiedMs } = found.file;
  const isRecent = modifiedMs >= session.lastChunkMs - clockSkewMs;
  return sizeBytes === session.sizeBytes && isRecent ? 'matches' : 'differs';
}
