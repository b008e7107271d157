// The simulated network: carries out the delivery plan of each request and records every exchange.
import type { SimulatedClock } from './clock.js';
import type { SimulatedCluster, Trace } from './cluster.js';
import { deliver } from './delivery.js';
import {
  type CompleteResponse,
  type Exchange,
  type ExchangeResult,
  errorCodeOf,
  type NetworkRequest,
  type Operation,
} from './exchanges.js';
import type { DeliveryPlan, FrontEndReply, FrontEndResponse } from './network-faults.js';
import { createPendingRequest, type PendingRequest } from './pending-request.js';

export interface Network {
  send(request: NetworkRequest): Promise<ExchangeResult>;
  readonly exchanges: readonly Exchange[];
  /** Requests that will still reach the cluster. */
  readonly requestsInTransit: number;
}

export interface NetworkOptions {
  readonly clock: SimulatedClock;
  readonly cluster: SimulatedCluster;
  readonly drawDelivery: (operation: Operation) => DeliveryPlan;
  readonly trace: Trace;
}

/** A network between the client and this cluster. */
export function createNetwork({ clock, cluster, drawDelivery, trace }: NetworkOptions): Network {
  const exchanges: Exchange[] = [];
  let requestsInTransit = 0;
  let arrivals = 0;

  /** A request in transit reaches the cluster, even if the client has stopped waiting. */
  const scheduleArrival = (
    { method, url }: NetworkRequest,
    { requestMs, responseMs, faults }: NonNullable<DeliveryPlan['arrival']>,
    { exchange, pending, name }: { exchange: Exchange; pending: PendingRequest; name: string },
  ): void => {
    requestsInTransit += 1;
    clock.after(requestMs, () => {
      requestsInTransit -= 1;
      arrivals += 1;
      exchange.arrivalNumber = arrivals;
      const waiting = pending.isSettled ? ', the client no longer waits' : '';
      trace?.(`cluster: receives ${name}${waiting}${faults.length === 0 ? '' : `, faults ${JSON.stringify(faults)}`}`);
      const { pathname, search } = new URL(url);
      const outcome = cluster.send({ method, target: `${pathname}${search}`, faults });
      if (exchange.operation === 'content lookup') exchange.pathState = cluster.pathState(pathIn(url));
      void outcome.then((response) => pending.after(responseMs, () => deliver(response, pending)));
    });
  };

  const send = async (request: NetworkRequest): Promise<ExchangeResult> => {
    const { url, method, signal, deadlineMs } = request;
    if (signal.aborted) return notSent;
    const operation = operationOf(request);
    const { connectFailure, frontEnd, arrival } = drawDelivery(operation);
    const exchange: Exchange = { operation, sentMs: clock.now() };
    exchanges.push(exchange);
    const name = `${operation} ${exchanges.length}`;
    trace?.(`client: sends ${name}: ${method} ${url}`);
    const pending = createPendingRequest({
      clock,
      exchange,
      sent: connectFailure === undefined,
      signal,
      deadlineMs,
      onResult: (result) => trace?.(`client: ${name}: ${describeResult(result)}`),
    });
    if (connectFailure) {
      pending.after(connectFailure.afterMs, () => pending.fail('connect', connectFailure.code));
    } else {
      if (frontEnd) pending.after(frontEnd.afterMs, () => replyFromFrontEnd(frontEnd.reply, pending));
      if (arrival) scheduleArrival(request, arrival, { exchange, pending, name });
    }
    return pending.result;
  };

  return {
    send,
    exchanges,
    get requestsInTransit() {
      return requestsInTransit;
    },
  };
}

const notSent: ExchangeResult = {
  kind: 'no response',
  problem: 'cancelled',
  code: 'CANCELLED',
  sent: false,
  partialResponse: undefined,
};

function operationOf({ method, url }: NetworkRequest): Operation {
  if (method === 'POST') return 'commit';
  return url.includes('/$/GetUploadSession') ? 'session lookup' : 'content lookup';
}

function pathIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.replace('/ImageStore/', ''));
}

function replyFromFrontEnd(reply: FrontEndReply, pending: PendingRequest): void {
  if (reply === 'interrupted') pending.fail('interrupted', 'ECONNRESET');
  else pending.succeed(frontEndResponse(reply));
}

function frontEndResponse({ status, code, body = '', headers = {} }: FrontEndResponse): CompleteResponse {
  const text = code === undefined ? body : JSON.stringify({ Error: { Code: code, Message: 'Null' } });
  return { kind: 'response', status, statusText: code ?? 'Front End', headers, body: text, truncated: false };
}

/** For the trace. */
function describeResult(result: ExchangeResult): string {
  if (result.kind === 'no response') {
    const { problem, code, sent, partialResponse } = result;
    const head = partialResponse === undefined ? '' : `, after the head of a ${partialResponse.status}`;
    return `no complete response: ${problem} ${code}${sent ? head : ', nothing was sent'}`;
  }
  const { status, headers, body } = result;
  const retryAfter = headers['retry-after'];
  const text = errorCodeOf(result) ?? body.trim().slice(0, 300);
  return `${status} ${text}${retryAfter === undefined ? '' : `, Retry-After ${retryAfter}`}`.trim();
}
