// The image store's REST calls, with their answers as types.
import { v4 as uuid } from 'uuid';
import type { Cancellation } from './cancellation.js';
import type { Clock } from './clock.js';
import { type FabricError, parseFabricError, parseJson } from './fabric-error.js';
import { type HttpAnswer, type Transport, TransportError, type TransportProblem } from './transport.js';

/** Accepted by every runtime since 6.0, and the version under which the upload session calls are documented. */
const apiVersion = '6.0';
/** How much longer than the cluster we wait: it then always speaks first, and says why. */
const patienceMs = 15_000;

/** What came of one commit request. */
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

/** Whether the cluster said, in the one way that counts, that the session is committed. */
export function isSuccess(attempt: Attempt): boolean {
  return (
    attempt.kind === 'answered' &&
    attempt.status === 200 &&
    attempt.error === undefined &&
    (attempt.body === 'empty' || attempt.body === 'json')
  );
}

/** The image store of one cluster. */
export interface ImageStore {
  /** Sends one commit request, never two. Resolves whatever comes of it. */
  commit(sessionId: string, timeoutSeconds: number, cancellation: Cancellation): Promise<Attempt>;
}

export interface ImageStoreOptions {
  /** Without a slash at the end. */
  endpointUrl: string;
  transport: Transport;
  clock: Clock;
  /** A number from 0 up to but not including 1. */
  random: () => number;
  /** Names this workflow run in the gateway's traces, in front of each request's own id. */
  runLabel: string;
}

/** Speaks to the image store behind an endpoint. */
export function openImageStore({ endpointUrl, transport, clock, random, runLabel }: ImageStoreOptions): ImageStore {
  const headers = (): Record<string, string> => ({
    accept: 'application/json',
    'X-ServiceFabricRequestId': `${runLabel}:${requestId(random)}`,
  });
  return {
    commit: async (sessionId, timeoutSeconds, cancellation) => {
      const startedMs = clock.now();
      const query = `api-version=${apiVersion}&session-id=${sessionId}&timeout=${timeoutSeconds}`;
      try {
        const answer = await transport.exchange({
          method: 'POST',
          url: `${endpointUrl}/ImageStore/$/CommitUploadSession?${query}`,
          headers: headers(),
          deadlineMs: timeoutSeconds * 1_000 + patienceMs,
          cancellation,
        });
        return answered(answer, clock.now() - startedMs);
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        return unanswered(error, clock.now() - startedMs);
      }
    },
  };
}

/** An id to find a request by in traces. Unique is enough, so no time is spent on loading cryptography for it. */
function requestId(random: () => number): string {
  return uuid({ random: Uint8Array.from({ length: 16 }, () => random() * 256) });
}

function answered({ status, reason, headers, body, truncated }: HttpAnswer, durationMs: number): Answered {
  const empty = body.trim() === '';
  const error = empty ? undefined : parseFabricError(body);
  const server = [headers['server']].flat()[0];
  const { location, 'retry-after': retryAfter } = headers;
  return {
    kind: 'answered',
    status,
    reason,
    ...(error && { error }),
    body: truncated ? 'endless' : empty ? 'empty' : parseJson(body) === undefined ? 'page' : 'json',
    headers: { ...(server && { server }), ...(location && { location }), ...(retryAfter && { retryAfter }) },
    durationMs,
  };
}

function unanswered({ problem, code, message, sent, begun }: TransportError, durationMs: number): Unanswered {
  return { kind: 'unanswered', problem, code, message, sent, ...(begun && { status: begun.status }), durationMs };
}
