// The record of what client and cluster exchanged.
import type { StoredFile } from '../emulator/file-store.js';

export type Operation = 'commit' | 'session lookup' | 'content lookup';

/** What the client hands to the network. */
export interface NetworkRequest {
  readonly method: string;
  readonly url: string;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** One request and what became of it, as seen from both ends. */
export interface Exchange {
  readonly operation: Operation;
  /** Path and query. */
  readonly target: string;
  readonly sentMs: number;
  /** What the client got in the end, and when. */
  result?: { readonly atMs: number } & ExchangeResult;
  /** What a content look-up's listing showed of the path. */
  pathState?: PathState;
  /** Whether something in front of the cluster answered by itself, or began to. */
  isFromFrontEnd?: true;
  /** What the cluster would have answered to a look-up that was answered from a cache. */
  uncached?: CompleteResponse;
}

export type ExchangeResult = CompleteResponse | NoResponse;

/** A response that arrived completely, as far as the client reads it. */
export interface CompleteResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly statusText: string;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the body was longer than the client reads. */
  readonly truncated: boolean;
}

/** Why no complete response arrived. */
export interface NoResponse {
  readonly kind: 'no response';
  readonly problem: 'connect' | 'deadline' | 'interrupted' | 'cancelled';
  readonly code: string;
  /** Whether the request may have reached the cluster. */
  readonly sent: boolean;
  /** The head of a response that did not arrive completely. */
  readonly partialResponse: { readonly status: number; readonly statusText: string } | undefined;
}

/** The file that a listing of the path finds: an available one, or one that is being published. */
export type PathState =
  | { readonly kind: 'stable'; readonly file: StoredFile | undefined }
  | { readonly kind: 'publishing'; readonly sessionId: string | undefined };

export function commitsIn(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter(({ operation }) => operation === 'commit');
}

/** The complete response, if one arrived. */
export function responseOf(exchange: Exchange | undefined): CompleteResponse | undefined {
  return exchange?.result?.kind === 'response' ? exchange.result : undefined;
}

/** From sending the request until the client had its result. */
export function durationMs({ sentMs, result }: Exchange): number {
  return (result?.atMs ?? Number.POSITIVE_INFINITY) - sentMs;
}
