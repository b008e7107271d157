// One request as the client waits for it: the first response or failure ends the wait, what comes later is ignored.
import type { SimulatedClock } from './clock.js';
import type { CompleteResponse, ExchangeResult, NoResponse } from './exchanges.js';

export interface PendingRequest {
  readonly result: Promise<ExchangeResult>;
  readonly isSettled: boolean;
  /** Runs the callback after `delayMs`, unless the request has been settled by then. */
  after(delayMs: number, callback: () => void): void;
  /** Notes the head of a response whose body is still arriving. */
  startResponse(response: CompleteResponse): void;
  succeed(response: CompleteResponse): void;
  fail(problem: NoResponse['problem'], code: string): void;
}

export interface PendingRequestOptions {
  readonly clock: SimulatedClock;
  /** Where the result is recorded. */
  readonly exchange: { result?: { readonly atMs: number } & ExchangeResult };
  /** Whether a connection is made, so that the request may reach the cluster. */
  readonly sent: boolean;
  readonly signal: AbortSignal;
  /** When to give up; undefined when the caller does that. */
  readonly deadlineMs: number | undefined;
  readonly onResult: (result: ExchangeResult) => void;
}

/** Starts to wait, until the deadline, if there is one, or the signal's abort at the latest. */
export function createPendingRequest(options: PendingRequestOptions): PendingRequest {
  const { clock, exchange, sent, signal, deadlineMs, onResult } = options;
  const { promise, resolve } = deferred<ExchangeResult>();
  const cancelTimers: (() => void)[] = [];
  let partialResponse: NoResponse['partialResponse'];

  const settle = (result: ExchangeResult): void => {
    if (exchange.result !== undefined) return;
    exchange.result = { atMs: clock.now(), ...result };
    for (const cancelTimer of cancelTimers) cancelTimer();
    signal.removeEventListener('abort', abort);
    onResult(result);
    resolve(result);
  };
  const fail: PendingRequest['fail'] = (problem, code) =>
    settle({ kind: 'no response', problem, code, sent, partialResponse });
  const abort = (): void => fail('cancelled', 'CANCELLED');
  const after: PendingRequest['after'] = (delayMs, callback) => {
    if (exchange.result === undefined) cancelTimers.push(clock.after(delayMs, callback));
  };

  if (deadlineMs !== undefined) after(deadlineMs, () => fail('deadline', 'DEADLINE'));
  signal.addEventListener('abort', abort);
  return {
    result: promise,
    get isSettled() {
      return exchange.result !== undefined;
    },
    after,
    startResponse: ({ status, statusText }) => {
      partialResponse = { status, statusText };
    },
    succeed: settle,
    fail,
  };
}

function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolvePromise) => {
    resolve = resolvePromise;
  });
  return { promise, resolve };
}
