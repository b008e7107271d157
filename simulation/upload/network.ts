// The simulated network of an upload: takes bodies, carries out the delivery plan of each request, and records every exchange.
import { Content } from '../../emulator/content.js';
import { parseContentRange, parseRequest, parseSessionId } from '../../emulator/request-parser.js';
import type { SimulatedClock } from '../clock.js';
import type { Trace } from '../cluster.js';
import { deliver } from '../delivery.js';
import type { Rewrite } from '../delivery-plan.js';
import { completeResponse } from '../front-end-responses.js';
import { createListingCache } from '../listing-cache.js';
import { describeResult, withDate } from '../network.js';
import { createPendingRequest, type PendingRequest } from '../pending-request.js';
import { requestIdHeader, type UploadCluster } from './cluster.js';
import type { UploadExchange } from './exchanges.js';
import type { UploadDelivery, UploadDeliveryPlan } from './faults.js';

/** What the client hands to the network. */
export interface UploadNetworkRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A slice of a file on this machine. */
  readonly body: { readonly path: string; readonly start: number; readonly sizeBytes: number } | undefined;
  readonly signal: AbortSignal;
  /** Is told how many bytes of the body the network has taken since the last call. */
  readonly onTaken: (bytes: number) => void;
}

export interface UploadNetwork {
  send(request: UploadNetworkRequest): PendingRequest;
  readonly exchanges: readonly UploadExchange[];
  /** Requests that will still reach the cluster. */
  readonly requestsInTransit: number;
  /** The most requests for which the client waited at one time. */
  readonly mostAtOnce: number;
}

export interface UploadNetworkOptions {
  readonly clock: SimulatedClock;
  readonly cluster: UploadCluster;
  readonly bytesOf: (localPath: string) => Buffer;
  readonly drawDelivery: (request: UploadDelivery) => UploadDeliveryPlan;
  /** For how long after a failover listings show what they showed before it. */
  readonly outdatedMs: number;
  /** Whether the session held this chunk's bytes, or some of them, since before the run, and still does. */
  readonly isHeld: (exchange: UploadExchange) => boolean;
  readonly trace: Trace;
}

/** A request on its way. */
interface Travel {
  readonly request: UploadNetworkRequest;
  readonly exchange: UploadExchange;
  readonly plan: UploadDeliveryPlan;
  readonly pending: PendingRequest;
}

interface NetworkState extends UploadNetworkOptions {
  readonly exchanges: UploadExchange[];
  readonly listings: ReturnType<typeof createListingCache>;
  outdatedUntilMs: number;
  requestsInTransit: number;
  waiting: number;
  mostAtOnce: number;
}

/** A network between one client and this cluster. */
export function createUploadNetwork(options: UploadNetworkOptions): UploadNetwork {
  const state: NetworkState = {
    ...options,
    exchanges: [],
    listings: createListingCache(Number.POSITIVE_INFINITY),
    outdatedUntilMs: 0,
    requestsInTransit: 0,
    waiting: 0,
    mostAtOnce: 0,
  };
  return {
    send: (request) => start(request, state),
    exchanges: state.exchanges,
    get requestsInTransit() {
      return state.requestsInTransit;
    },
    get mostAtOnce() {
      return state.mostAtOnce;
    },
  };
}

/** Records the request, and starts what its plan says. */
function start(request: UploadNetworkRequest, state: NetworkState): PendingRequest {
  const { clock, drawDelivery, isHeld, trace } = state;
  const details = detailsOf(request, state);
  const plan = request.signal.aborted ? {} : drawDelivery(details);
  const exchange: UploadExchange = { ...details, sentMs: clock.now(), fault: plan.fault, takenBytes: 0 };
  const pending = createPendingRequest({
    clock,
    exchange,
    sent: plan.connectFailure === undefined && !request.signal.aborted,
    signal: request.signal,
    deadlineMs: undefined,
    onResult: (result) => {
      state.waiting -= 1;
      trace?.(`client: ${exchange.requestId}: ${describeResult(result)}`);
    },
  });
  state.waiting += 1;
  if (request.signal.aborted) {
    pending.fail('cancelled', 'CANCELLED');
    return pending;
  }
  if (isHeld(exchange)) exchange.resendsHeldBytes = true;
  state.exchanges.push(exchange);
  state.mostAtOnce = Math.max(state.mostAtOnce, state.waiting);
  const fault = plan.fault === undefined ? '' : `, meets: ${plan.fault}`;
  trace?.(`client: sends ${exchange.requestId}: ${exchange.method} ${exchange.target}${rangeText(exchange)}${fault}`);
  const travel: Travel = { request, exchange, plan, pending };
  const { connectFailure } = plan;
  if (connectFailure) pending.after(connectFailure.afterMs, () => pending.fail('connect', connectFailure.code));
  else if (exchange.bodyBytes > 0) takeBody(travel, state);
  else carryOn(travel, state);
  return pending;
}

function detailsOf({ method, url, headers, body }: UploadNetworkRequest, { cluster }: NetworkState) {
  const { pathname, search } = new URL(url);
  const target = `${pathname}${search}`;
  const parsed = parseRequest(method, target, { linux: false, runtimeVersion: 6.4 });
  if (typeof parsed === 'string') throw new Error(`no cluster has a route for ${method} ${target}`);
  const { operation, path, query } = parsed;
  const range = operation === 'upload-chunk' ? parseContentRange(headers['content-range']) : undefined;
  const sessionId = query.has('session-id') ? parseSessionId(query) : undefined;
  const requestId = Object.entries(headers).find(([name]) => name.toLowerCase() === requestIdHeader)?.[1] ?? '';
  return {
    requestId,
    operation,
    method,
    target,
    path: operation === 'commit-session' ? (cluster.session(sessionId ?? '')?.path ?? '') : path,
    sessionId,
    range: range && { start: Number(range.start), end: Number(range.end) },
    bodyBytes: body?.sizeBytes ?? 0,
  };
}

/** Takes the body in two parts, as far as the plan lets it. */
function takeBody({ request, exchange, plan, pending }: Travel, state: NetworkState): void {
  const { bodyMs = 0, bodyEnd } = plan;
  const half = Math.floor(exchange.bodyBytes / 2);
  const take = (bytes: number): void => {
    exchange.takenBytes += bytes;
    if (bytes > 0) request.onTaken(bytes);
  };
  pending.after(bodyMs / 2, () => {
    take(half);
    if (bodyEnd === 'cut') pending.fail('interrupted', 'ECONNRESET');
    if (bodyEnd !== undefined) return;
    pending.after(bodyMs / 2, () => {
      take(exchange.bodyBytes - half);
      carryOn({ request, exchange, plan, pending }, state);
    });
  });
}

/** What follows when the whole request has been taken. */
function carryOn(travel: Travel, state: NetworkState): void {
  const { plan, pending } = travel;
  const { frontEnd, arrival } = plan;
  if (frontEnd) pending.after(frontEnd.afterMs, () => replyFromFrontEnd(frontEnd.reply, pending, state));
  if (arrival === undefined) return;
  state.requestsInTransit += 1;
  // It reaches the cluster even if the client has stopped waiting.
  state.clock.after(arrival.requestMs, () => {
    state.requestsInTransit -= 1;
    arrive(travel, arrival, state);
  });
}

function arrive(
  { request, exchange, plan, pending }: Travel,
  { faults, responseMs }: NonNullable<UploadDeliveryPlan['arrival']>,
  state: NetworkState,
): void {
  const { clock, cluster, listings } = state;
  if (plan.failover) {
    cluster.failOver(plan.failover);
    state.outdatedUntilMs = clock.now() + state.outdatedMs;
  }
  exchange.arrivedMs = clock.now();
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { method, target, operation } = exchange;
  const outcome = cluster.send({ method, target, headers, body: contentOf(request, plan, state), faults });
  const isListing = operation === 'list-content';
  const earlier = isListing && clock.now() < state.outdatedUntilMs ? listings.find(target, 0)?.response : undefined;
  void outcome.then((result) => {
    const answeredMs = clock.now();
    const toClient: Rewrite = (response) => {
      const given = earlier ?? response;
      if (isListing && given.body !== response.body) exchange.isOutdated = true;
      if (isListing) listings.store(target, 0, { response: given, pathState: undefined });
      return withDate(given, answeredMs);
    };
    pending.after(responseMs, () => deliver(result, pending, toClient));
  });
}

/** The body as the gateway stores it: a part of it when its disk is full. A whole file's is made once, with its hash. */
function contentOf(
  { body }: UploadNetworkRequest,
  { storedShare = 1 }: UploadDeliveryPlan,
  state: NetworkState,
): Content {
  if (body === undefined) return new Content([]);
  const bytes = state.bytesOf(body.path);
  const end = body.start + Math.floor(body.sizeBytes * storedShare);
  if (body.start > 0 || end < bytes.byteLength) return new Content([bytes.subarray(body.start, end)]);
  const content = wholeFiles.get(bytes) ?? new Content([bytes]);
  wholeFiles.set(bytes, content);
  return content;
}

const wholeFiles = new WeakMap<Buffer, Content>();

function replyFromFrontEnd(
  reply: NonNullable<UploadDeliveryPlan['frontEnd']>['reply'],
  pending: PendingRequest,
  { clock }: NetworkState,
): void {
  if (reply === 'interrupted') pending.fail('interrupted', 'ECONNRESET');
  else pending.succeed(withDate(completeResponse(reply), clock.now()));
}

function rangeText({ range }: UploadExchange): string {
  return range === undefined ? '' : ` bytes ${range.start}-${range.end}`;
}
