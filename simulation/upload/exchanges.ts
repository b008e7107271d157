// The record of what the client of an upload and the cluster exchanged.
import type { Operation } from '../../emulator/routes.js';
import type { ExchangeResult } from '../exchanges.js';
import type { FaultKind } from './faults.js';

/** Inclusive byte positions. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** One request and what became of it, as seen from both ends. */
export interface UploadExchange {
  readonly requestId: string;
  readonly operation: Operation;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** In the image store, decoded; empty for a request about a session. */
  readonly path: string;
  readonly sessionId: string | undefined;
  /** Of a chunk. */
  readonly range: ByteRange | undefined;
  readonly bodyBytes: number;
  readonly sentMs: number;
  /** What went wrong with it; undefined when nothing did. */
  readonly fault: FaultKind | undefined;
  /** How many bytes of its body were taken. */
  takenBytes: number;
  /** When the cluster received it. */
  arrivedMs?: number;
  /** What the client got in the end, and when. */
  result?: { readonly atMs: number } & ExchangeResult;
  /** Whether a listing showed what was there before, and not what was there now. */
  isOutdated?: true;
  /** Whether it sent a byte of a big file that its session held since before the run. */
  resendsHeldBytes?: true;
}

/** Whether the request is meant to change something. */
export function isChange({ method }: Pick<UploadExchange, 'method'>): boolean {
  return method !== 'GET';
}

/** Whether the client cannot know from the result alone what the cluster has done. */
export function isInDoubt({ result }: UploadExchange): boolean {
  if (result === undefined) return true;
  if (result.kind === 'no response') return result.sent;
  const isDone = result.status === 200 && result.body === '' && !result.truncated;
  return !isDone && (result.status < 400 || result.status >= 500);
}

/** Whether the client had stopped waiting for the request when it, or its work in the cluster, had an effect. */
export function wasGivenUp({ result }: UploadExchange, atMs: number): boolean {
  return result !== undefined && result.atMs < atMs;
}
