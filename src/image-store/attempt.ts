// What came of one request to the cluster, as data.

import type { TransportProblem } from '../http/transport.js';
import type { FabricError } from './fabric-error.js';

/** A whole answer, or none. */
export type Attempt = Answered | Unanswered;

/** A whole answer. */
export interface Answered {
  kind: 'answered';
  status: number;
  reason: string;
  error?: FabricError;
  /** What the body was: `page` is anything that is neither empty nor JSON, `endless` more than is read. */
  body: 'empty' | 'json' | 'page' | 'endless';
  /** The headers that help to explain the answer, where they came. */
  headers: { server?: string; location?: string; retryAfter?: string };
  durationMs: number;
}

/** No whole answer. */
export interface Unanswered {
  kind: 'unanswered';
  problem: TransportProblem;
  code: string;
  message: string;
  /** Whether the request may have reached the cluster. */
  sent: boolean;
  /** Of an answer that began and did not end. */
  status?: number;
  durationMs: number;
}
