// What came of one request to the cluster, as data.

import type { TransportProblem } from '../http/transport.js';
import type { FabricError } from './fabric-error.js';

/** A whole answer, or none. */
export type Attempt = ResponseAttempt | FailedAttempt;

/** A whole answer. */
export interface ResponseAttempt {
  kind: 'response';
  status: number;
  reasonPhrase: string;
  error?: FabricError;
  /** What the body was: `nonJson` is anything that is neither empty nor JSON, `tooLarge` more than is read. */
  body: 'empty' | 'json' | 'nonJson' | 'tooLarge';
  /** The headers that help to explain the answer, where they came. */
  headers: { server?: string; location?: string; retryAfter?: string };
  durationMs: number;
}

/** No whole answer. */
export interface FailedAttempt {
  kind: 'noResponse';
  problem: TransportProblem;
  code: string;
  message: string;
  /** Whether the request may have reached the cluster. */
  sent: boolean;
  /** Of an answer that began and did not end. */
  status?: number;
  durationMs: number;
}
