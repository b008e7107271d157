// The code under test: commitSession with the simulated clock, network and random numbers. No other file imports src/.
import { commitSession, type Outcome } from '../src/commit/commit-session.js';
import { type HttpRequest, type Transport, TransportError, type TransportProblem } from '../src/http/transport.js';
import { type ImageStore, openImageStore } from '../src/image-store/client.js';
import { cancellable } from '../src/runner/signals.js';
import { takeTurns } from '../src/shared/limiter.js';
import type { SimulatedClock } from './clock.js';
import type { ExchangeResult, NetworkRequest, NoResponse } from './exchanges.js';

export { maxBodyBytes } from '../src/http/transport.js';
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
  const cancellation = cancellable();
  const store = wrapStore(
    openImageStore({
      endpointUrl: 'http://cluster',
      transport: createTransport(send),
      clock,
      random,
      redact: (text) => text,
      runLabel: 'simulation',
    }),
  );
  return {
    commit: async (sessionId) => {
      const outcome = await commitSession(sessionId, undefined, {
        turns: takeTurns(1, () => undefined),
        store,
        clock,
        random,
        cancellation,
        timeoutSeconds,
        maxAttempts,
        tell: (event) => {
          if (event.kind === 'again') onRetry(event.waitMs);
        },
      });
      const { result, reason, attempts, stopped = 'cancelled', last } = outcome;
      const lastStatus = last?.kind === 'response' ? last.status : undefined;
      return { result, reason, attempts, stopped, lastStatus };
    },
    cancel: () => cancellation.request(),
    get isCancelled() {
      return cancellation.requested;
    },
  };
}

function createTransport(send: ClientOptions['send']): Transport {
  return {
    exchange: async (request) => {
      const { method, url, deadlineMs } = request;
      const { signal, release } = signalOf(request);
      const result = await send({ method, url, deadlineMs, signal });
      release();
      if (result.kind === 'no response') throw transportError(result);
      const { status, statusText, headers, body, truncated } = result;
      return { status, reasonPhrase: statusText, headers, body, truncated };
    },
    close: () => {},
  };
}

/** The request's cancellation as an AbortSignal. */
function signalOf({ cancellation }: HttpRequest): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  if (cancellation.requested) controller.abort();
  return { signal: controller.signal, release: cancellation.onRequest(() => controller.abort()) };
}

const transportProblems: Readonly<Record<NoResponse['problem'], TransportProblem>> = {
  connect: 'connect',
  deadline: 'deadline',
  interrupted: 'interrupted',
  cancelled: 'cancelled',
};

function transportError({ problem, code, sent, partialResponse }: NoResponse): TransportError {
  return new TransportError(transportProblems[problem], code, `no complete response (${code})`, {
    sent,
    partialResponse: partialResponse && { status: partialResponse.status, reasonPhrase: partialResponse.statusText },
  });
}
