// The code under test: commitSession with the simulated clock, network and random numbers. Only upload/client.ts
// imports src/ as well.
import { commitSession, type Outcome } from '../src/commit-engine/commit-session.js';
import type { Transport } from '../src/http/transport.js';
import { TransportError } from '../src/http/transport-error.js';
import { type ImageStore, openImageStore } from '../src/image-store/client.js';
import { createLimiter } from '../src/shared/limiter.js';
import type { SimulatedClock } from './clock.js';
import type { ExchangeResult, NetworkRequest, NoResponse } from './exchanges.js';

export { maxBodyBytes } from '../src/http/response-body.js';
export type { ImageStore };

export type Result = Outcome['result'];

/** What the action concluded about one session. */
export interface CommitOutcome {
  readonly result: Result;
  readonly reason: string;
  readonly attempts: number;
  /** Why no further attempt followed. */
  readonly stopped: string;
  /** Status of the last attempt's complete response. */
  readonly lastStatus: number | undefined;
}

export interface Client {
  commit(sessionId: string): Promise<CommitOutcome>;
  /** Cancels the step. */
  cancel(): void;
  readonly isCancelled: boolean;
}

export interface ClientOptions {
  readonly clock: SimulatedClock;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly send: (request: NetworkRequest) => Promise<ExchangeResult>;
  readonly timeoutSeconds: number;
  readonly maxAttempts: number;
  /** Replaces the way in which the client looks at the cluster. */
  readonly wrapStore: (store: ImageStore) => ImageStore;
  readonly onRetry: (waitMs: number) => void;
}

/** A client for one simulated step. */
export function createClient(options: ClientOptions): Client {
  const { clock, random, send, timeoutSeconds, maxAttempts, wrapStore, onRetry } = options;
  const cancellation = new AbortController();
  let requests = 0;
  const store = wrapStore(
    openImageStore({
      endpointUrl: 'http://cluster',
      transport: createTransport(send),
      clock,
      newRequestId: () => {
        requests += 1;
        return `request-${requests}`;
      },
      redact: (text) => text,
      runLabel: 'simulation',
    }),
  );
  return {
    commit: async (sessionId) => {
      const outcome = await commitSession(sessionId, undefined, {
        limiter: createLimiter(1),
        store,
        clock,
        random,
        signal: cancellation.signal,
        timeoutSeconds,
        maxAttempts,
        onEvent: (event) => {
          if (event.kind === 'retrying') onRetry(event.waitMs);
        },
        onAttempt: () => {},
      });
      const { result, reason, attempts, stopReason: stopped = 'cancelled', last } = outcome;
      const lastStatus = last?.kind === 'response' ? last.status : undefined;
      return { result, reason, attempts, stopped, lastStatus };
    },
    cancel: () => cancellation.abort(),
    get isCancelled() {
      return cancellation.signal.aborted;
    },
  };
}

function createTransport(send: ClientOptions['send']): Transport {
  return {
    exchange: async (request) => {
      const { method, url, deadlineMs, signal } = request;
      const result = await send({ method, url, deadlineMs, signal });
      if (result.kind === 'no response') throw toTransportError(result);
      const { status, statusText, headers, body, truncated } = result;
      return { status, reasonPhrase: statusText, headers, body, truncated };
    },
    close: () => {},
  };
}

/** Failures to connect that the http layer calls permanent. */
const permanentCodes: readonly string[] = ['ENOTFOUND', 'CERT_HAS_EXPIRED'];

/** The error with which the transport reports that there is no complete response. */
export function toTransportError({ problem, code, sent, partialResponse }: NoResponse): TransportError {
  return new TransportError(problem, code, `no complete response (${code})`, {
    sent,
    permanent: permanentCodes.includes(code),
    partialResponse: partialResponse && { status: partialResponse.status, reasonPhrase: partialResponse.statusText },
  });
}
