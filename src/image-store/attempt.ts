// What came of one request to the cluster, as data.
import type { HttpRequest } from '../http/transport.js';
import type { TransportProblem } from '../http/transport-error.js';
import type { FabricError } from './fabric-error.js';

export type Attempt = ResponseAttempt | FailedAttempt;

/** Whether the other side has sent anything of a response. */
export function hasResponded(attempt: Attempt): boolean {
  if (attempt.kind === 'response' || attempt.status !== undefined) return true;
  return attempt.code.startsWith('HPE_') || ['UNEXPECTED_UPGRADE', 'INVALID_RESPONSE'].includes(attempt.code);
}

/** A complete response. */
export interface ResponseAttempt {
  readonly kind: 'response';
  readonly method: HttpRequest['method'];
  readonly status: number;
  readonly reasonPhrase: string;
  readonly error?: FabricError;
  /** What the body was: `nonJson` is anything that is neither empty nor JSON, `tooLarge` more than is read. */
  readonly body: 'empty' | 'json' | 'nonJson' | 'tooLarge';
  /** The headers that help to explain the answer, where they came. */
  readonly headers: ResponseHeaders;
  /** What a front end says in JSON of its own, where that is no FabricError. */
  readonly foreignMessage?: string;
  /** How long a Retry-After asks to wait, counted from the answer. */
  readonly retryAfterMs?: number;
  readonly durationMs: number;
}

export interface ResponseHeaders {
  readonly server?: string;
  readonly location?: string;
  /** Every WWW-Authenticate header, in one line. */
  readonly authenticate?: string;
}

/** No complete response. */
export interface FailedAttempt {
  readonly kind: 'noResponse';
  readonly method: HttpRequest['method'];
  readonly problem: TransportProblem;
  readonly code: string;
  readonly message: string;
  /** Whether the request may have reached the cluster. */
  readonly sent: boolean;
  /** Whether the next attempt would fail in the same way. */
  readonly permanent: boolean;
  /** Set when it is the proxy that failed, or that could not be reached: then nothing is known of the endpoint. */
  readonly atProxy?: boolean;
  /** Of a response that began and did not end. */
  readonly status?: number;
  /** When it failed, in milliseconds since 1970, for comparison with the dates of a certificate that did not verify. */
  readonly failedEpochMs?: number;
  readonly durationMs: number;
}
