// The simulated network: carries out the delivery plan of each request and records every exchange.
import type { SimulatedClock } from './clock.js';
import type { SimulatedCluster, Trace } from './cluster.js';
import { completeResponseFrom, deliver } from './delivery.js';
import type { Arrival, DeliveryPlan, FrontEndReply, Rewrite } from './delivery-plan.js';
import { errorCodeOf } from './evidence.js';
import type { CompleteResponse, Exchange, ExchangeResult, NetworkRequest, Operation, PathState } from './exchanges.js';
import { completeResponse } from './front-end-responses.js';
import { type CachedListing, createListingCache, type ListingCache } from './listing-cache.js';
import { createPendingRequest, type PendingRequest } from './pending-request.js';

export interface Network {
  send(request: NetworkRequest): Promise<ExchangeResult>;
  /** Another client looks this up, so that the cache holds it. */
  lookUpForCache(target: string): void;
  readonly exchanges: readonly Exchange[];
  /** Requests that will still reach the cluster. */
  readonly requestsInTransit: number;
}

export interface NetworkOptions {
  readonly clock: SimulatedClock;
  readonly cluster: SimulatedCluster;
  readonly drawDelivery: (operation: Operation) => DeliveryPlan;
  /** How long a front end answers look-ups from its cache, if it has one. */
  readonly cacheMs: number | undefined;
  readonly trace: Trace;
}

interface NetworkState {
  readonly clock: SimulatedClock;
  readonly cluster: SimulatedCluster;
  readonly cache: ListingCache | undefined;
  readonly trace: Trace;
  readonly exchanges: Exchange[];
  requestsInTransit: number;
}

/** A request on its way, as the network sees it. */
interface Travel {
  readonly method: string;
  readonly exchange: Exchange;
  readonly pending: PendingRequest;
  readonly name: string;
  readonly rewrite: Rewrite;
}

/** A network between the client and this cluster. */
export function createNetwork({ clock, cluster, drawDelivery, cacheMs, trace }: NetworkOptions): Network {
  const cache = cacheMs === undefined ? undefined : createListingCache(cacheMs);
  const state: NetworkState = { clock, cluster, cache, trace, exchanges: [], requestsInTransit: 0 };
  return {
    send: async (request) => {
      if (request.signal.aborted) return notSent;
      return start(request, drawDelivery(operationOf(request)), state);
    },
    lookUpForCache: (target) => {
      const pathState = pathStateFor(operationOf({ method: 'GET', url: target }), target, cluster);
      void cluster.send({ method: 'GET', target }).then((result) => {
        const response = withDate(completeResponseFrom(result), clock.now());
        cache?.store(target, clock.now(), { response, pathState });
      });
    },
    exchanges: state.exchanges,
    get requestsInTransit() {
      return state.requestsInTransit;
    },
  };
}

/** Records the request, and starts what the plan says. */
function start(request: NetworkRequest, plan: DeliveryPlan, state: NetworkState): Promise<ExchangeResult> {
  const { clock, cache, exchanges, trace } = state;
  const { method, url, signal, deadlineMs } = request;
  const { connectFailure, frontEnd, arrival, rewrite = (response) => response } = plan;
  const { pathname, search } = new URL(url);
  const exchange: Exchange = { operation: operationOf(request), target: `${pathname}${search}`, sentMs: clock.now() };
  exchanges.push(exchange);
  const name = `${exchange.operation} ${exchanges.length}`;
  trace?.(`client: sends ${name}: ${method} ${exchange.target}`);
  const pending = createPendingRequest({
    clock,
    exchange,
    sent: connectFailure === undefined,
    signal,
    deadlineMs,
    onResult: (result) => trace?.(`client: ${name}: ${describeResult(result)}`),
  });
  const travel: Travel = { method, exchange, pending, name, rewrite };
  const cached = exchange.operation === 'commit' ? undefined : cache?.find(exchange.target, clock.now());
  if (connectFailure) {
    pending.after(connectFailure.afterMs, () => pending.fail('connect', connectFailure.code));
  } else if (cached) {
    replyFromCache(cached, travel, state);
  } else {
    if (frontEnd) pending.after(frontEnd.afterMs, () => replyFromFrontEnd(frontEnd.reply, travel, state));
    if (arrival) scheduleArrival(arrival, travel, state);
  }
  return pending.result;
}

/** A request in transit reaches the cluster, even if the client has stopped waiting. */
function scheduleArrival({ requestMs, responseMs, faults }: Arrival, travel: Travel, state: NetworkState): void {
  const { method, exchange, pending, name, rewrite } = travel;
  const { clock, cluster, cache, trace } = state;
  const { operation, target } = exchange;
  state.requestsInTransit += 1;
  clock.after(requestMs, () => {
    state.requestsInTransit -= 1;
    const waiting = pending.isSettled ? ', the client no longer waits' : '';
    trace?.(`cluster: receives ${name}${waiting}${faults.length === 0 ? '' : `, faults ${JSON.stringify(faults)}`}`);
    const outcome = cluster.send({ method, target, faults });
    const pathState = pathStateFor(operation, target, cluster);
    if (pathState) exchange.pathState = pathState;
    void outcome.then((result) => {
      const answeredMs = clock.now();
      const toClient: Rewrite = (response) => {
        const rewritten = withDate(rewrite(response), answeredMs);
        if (operation !== 'commit') cache?.store(target, answeredMs, { response: rewritten, pathState });
        return rewritten;
      };
      pending.after(responseMs, () => deliver(result, pending, toClient));
    });
  });
}

function replyFromFrontEnd(
  reply: FrontEndReply,
  { exchange, pending, rewrite }: Travel,
  { clock }: NetworkState,
): void {
  if (reply === 'interrupted') {
    pending.fail('interrupted', 'ECONNRESET');
    return;
  }
  exchange.isFromFrontEnd = true;
  const isCutOff = 'cutOff' in reply;
  const response = withDate(rewrite(completeResponse(isCutOff ? reply.cutOff : reply)), clock.now());
  if (!isCutOff) {
    pending.succeed(response);
    return;
  }
  pending.startResponse(response);
  pending.fail('interrupted', 'ECONNRESET');
}

/** How long a cache takes to answer. */
const cacheResponseMs = 2;

/**
 * Also records what the cluster itself would have answered. The cache is set up like many are: it ignores what the client
 * asks of it, and shows neither an Age nor the date of the original response.
 */
function replyFromCache(cached: CachedListing, { exchange, pending, name }: Travel, state: NetworkState): void {
  const { clock, cluster, trace } = state;
  trace?.(`front end: answers ${name} from its cache`);
  if (cached.pathState) exchange.pathState = cached.pathState;
  const response = withDate(cached.response, clock.now());
  pending.after(cacheResponseMs, () => pending.succeed(response));
  void cluster.send({ method: 'GET', target: exchange.target }).then((result) => {
    exchange.uncached = withDate(completeResponseFrom(result), clock.now());
  });
}

const notSent: ExchangeResult = {
  kind: 'no response',
  problem: 'cancelled',
  code: 'CANCELLED',
  sent: false,
  partialResponse: undefined,
};

function operationOf({ method, url }: Pick<NetworkRequest, 'method' | 'url'>): Operation {
  if (method === 'POST') return 'commit';
  return url.includes('/$/GetUploadSession') ? 'session lookup' : 'content lookup';
}

/** A listing is made at once, so this is what it shows. */
function pathStateFor(operation: Operation, target: string, cluster: SimulatedCluster): PathState | undefined {
  if (operation !== 'content lookup') return undefined;
  return cluster.pathState(decodeURIComponent(target.replace('/ImageStore/', '').replace(/\?.*/, '')));
}

/** http.sys and other servers say when they answered. */
export function withDate(response: CompleteResponse, epochMs: number): CompleteResponse {
  return { ...response, headers: { ...response.headers, date: new Date(epochMs).toUTCString() } };
}

/** For the trace. */
export function describeResult(result: ExchangeResult): string {
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
