// Draws how a request of an upload and its response travel, and what goes wrong in the cluster meanwhile.
//
// Drawn is everything that the gateway, the store and what stands between are known to do, except what no client could
// recognise: an empty 200 that the image store did not send, and a 204 or an empty 404 to a look-up that it did not send.
import type { Fault } from '../../emulator/faults.js';
import type { OldContent } from '../../emulator/file-store.js';
import type { Operation } from '../../emulator/routes.js';
import type { Arrival, DeliveryPlan } from '../delivery-plan.js';
import {
  ambiguousResponses,
  type FrontEndResponse,
  finalRefusals,
  page,
  retryableRefusals,
  unexpectedSuccesses,
} from '../front-end-responses.js';
import type { Prng, Weighted } from '../prng.js';

/** What can go wrong with one request. */
export const faultKinds = [
  'connection refused',
  'request lost',
  'no answer',
  'answer lost',
  'refused for now',
  'overload',
  'late arrival',
  'slow answer',
  'publishing rolled back',
  'slow publishing',
  'path busy',
  'body cut',
  'body stalled',
  'disk full',
  'spurious 400',
  'chunk raced',
  'failover',
  'session lost',
  'unexpected success',
  'web page',
  'refusal',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What happens to one request of an upload. */
export interface UploadDeliveryPlan extends Pick<DeliveryPlan, 'connectFailure' | 'arrival'> {
  /** What the client gets unless the cluster's response arrives earlier: a response, or the end of the connection. */
  readonly frontEnd?: { readonly afterMs: number; readonly reply: FrontEndResponse | 'interrupted' };
  readonly fault?: FaultKind;
  /** How long it takes to send the body. */
  readonly bodyMs?: number;
  /** How sending the body ends after half of it, if it does. */
  readonly bodyEnd?: 'cut' | 'stalled';
  /** Which share of the body is stored. */
  readonly storedShare?: number;
  /** Another replica becomes primary right before the request arrives. */
  readonly failover?: OldContent;
}

/** What the plan of a request depends on. */
export interface UploadDelivery {
  /** In the image store. */
  readonly path: string;
  readonly operation: Operation;
  readonly method: string;
  readonly bodyBytes: number;
}

/** How often requests of a run do not go as usual. */
export interface UploadFaultRates {
  readonly probability: number;
  /** How much more often those meet a fault of which there are few, and on which much depends: chunks, commits, markers. */
  readonly decisiveFactor: number;
  /** How many of them at most. */
  readonly most: number;
  readonly weights: Readonly<Record<FaultKind, number>>;
}

const [secondMs, minuteMs] = [1_000, 60_000];

/** The way of a request that meets no fault. */
interface Usual {
  readonly bodyMs: number;
  readonly arrival: Arrival;
}

/** Draws what happens to a request. @param met how many requests of the run have met a fault so far */
export function drawUploadDelivery(
  request: UploadDelivery,
  { probability, decisiveFactor, most, weights }: UploadFaultRates,
  met: number,
  prng: Prng,
): UploadDeliveryPlan {
  const isPublishing = request.operation === 'upload-file' || request.operation === 'commit-session';
  const usual: Usual = {
    bodyMs: request.bodyBytes > 100_000 ? prng.integer(10, 200) : 2,
    arrival: {
      requestMs: prng.integer(1, 40),
      responseMs: prng.integer(1, 40),
      faults: isPublishing ? [{ publish: { ms: prng.integer(0, 200) } }] : [],
    },
  };
  const factor = isDecisive(request) ? decisiveFactor : 1;
  if (met >= most || !prng.chance(Math.min(0.9, factor * probability))) return usual;
  const possible = faultKinds.filter((kind) => isPossible(kind, request)).map((kind) => [weights[kind], kind] as const);
  const [first, ...others] = possible;
  if (first === undefined) return usual;
  const kind = prng.pickWeighted<FaultKind>([first, ...others] satisfies [
    Weighted<FaultKind>,
    ...Weighted<FaultKind>[],
  ]);
  const { arrival, ...rest } = { ...usual, ...drawPlanChange(kind, request, usual, prng) };
  return { ...rest, ...(arrival && { arrival }), fault: kind };
}

function isDecisive({ operation, method, path }: UploadDelivery): boolean {
  if (operation === 'commit-session' || operation === 'upload-chunk') return true;
  return method !== 'GET' && path.endsWith('_.dir');
}

const operationsOf: Partial<Record<FaultKind, readonly Operation[]>> = {
  'publishing rolled back': ['upload-file', 'commit-session'],
  'slow publishing': ['upload-file', 'commit-session'],
  'path busy': ['upload-file', 'commit-session', 'delete-content'],
  'spurious 400': ['upload-chunk'],
  'chunk raced': ['upload-chunk'],
  'session lost': ['upload-chunk', 'commit-session'],
  'web page': ['list-content', 'get-session'],
};

function isPossible(kind: FaultKind, { operation, method, bodyBytes }: UploadDelivery): boolean {
  if (['body cut', 'body stalled', 'disk full'].includes(kind)) return bodyBytes > 0;
  if (kind === 'late arrival' || kind === 'unexpected success') return method !== 'GET';
  return operationsOf[kind]?.includes(operation) ?? true;
}

/** The members that replace those of the usual plan; a request without an arrival never reaches the cluster. */
type PlanChange = Omit<UploadDeliveryPlan, 'arrival' | 'fault'> & { readonly arrival?: Arrival | undefined };

function drawPlanChange(kind: FaultKind, { operation }: UploadDelivery, { arrival }: Usual, prng: Prng): PlanChange {
  const arrive = (...faults: readonly Fault[]): PlanChange => ({ arrival: { ...arrival, faults } });
  const reply = (response: FrontEndResponse | 'interrupted', afterMs = arrival.requestMs): PlanChange => ({
    arrival: undefined,
    frontEnd: { afterMs, reply: response },
  });
  const chunkOrCommit = operation === 'upload-chunk' || operation === 'commit-session' ? operation : undefined;
  switch (kind) {
    case 'connection refused':
      return { arrival: undefined, connectFailure: drawConnectFailure(prng) };
    case 'request lost':
      return reply('interrupted');
    case 'no answer':
      return { arrival: undefined };
    case 'answer lost':
      return arrive(...arrival.faults, { at: 'after', delivery: drawLoss(prng) });
    case 'refused for now':
      return reply(withRetryAfter(prng.pick(retryableRefusals), prng));
    case 'overload':
      return reply(withRetryAfter(prng.pick(ambiguousResponses), prng), prng.logUniform(1, 20 * secondMs));
    case 'late arrival':
      return drawLateArrival(arrival, prng);
    case 'slow answer':
      return arrive(...arrival.faults, { at: 'after', delayMs: prng.logUniform(secondMs, 2 * minuteMs) });
    case 'publishing rolled back':
      return arrive(drawPublishing('rollback', prng));
    case 'slow publishing':
      return arrive(drawPublishing('available', prng));
    case 'path busy':
      return arrive({ busy: { ms: prng.logUniform(100, minuteMs) }, ...arrival.faults[0] });
    case 'body cut':
      return { bodyEnd: 'cut' };
    case 'body stalled':
      return { bodyEnd: 'stalled' };
    case 'disk full':
      return { storedShare: prng.fraction() };
    case 'spurious 400':
      return arrive({ parallel: true, answer: { code: 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE' } });
    case 'chunk raced':
      return {
        arrival: {
          ...arrival,
          faults: [{ at: 'between', operation: 'upload-chunk', delayMs: prng.integer(100, 3_000) }],
        },
        frontEnd: { afterMs: arrival.requestMs + 20, reply: 'interrupted' },
      };
    case 'failover':
      return { failover: prng.chance(0.7) ? 'kept' : 'lost' };
    case 'session lost':
      return arrive(...arrival.faults.map((fault) => ({ ...fault, dropSession: true })), {
        ...(chunkOrCommit && { at: prng.pick(['before', 'between', 'after']), operation: chunkOrCommit }),
        dropSession: true,
      });
    case 'unexpected success':
      return prng.chance(0.5)
        ? reply(drawUnexpectedSuccess(prng))
        : { frontEnd: { afterMs: arrival.requestMs, reply: drawUnexpectedSuccess(prng) } };
    case 'web page':
      return reply({ status: 200, body: page });
    case 'refusal':
      return reply(prng.pick(finalRefusals));
  }
}

/** A redirect is no success for an upload, which can be repeated. */
function drawUnexpectedSuccess(prng: Prng): FrontEndResponse {
  const response = prng.pick(unexpectedSuccesses);
  return response.status < 300 ? response : { status: 201 };
}

function drawLoss(prng: Prng): NonNullable<Fault['delivery']> {
  return prng.pick<NonNullable<Fault['delivery']>>(['reset', 'close', { cutAfterBytes: 5 }]);
}

function drawConnectFailure(prng: Prng): NonNullable<DeliveryPlan['connectFailure']> {
  return prng.pickWeighted([
    [6, { afterMs: 2, code: 'ECONNREFUSED' }],
    [2, { afterMs: 30 * secondMs, code: 'CONNECT_TIMEOUT' }],
    [2, { afterMs: 60, code: 'ECONNRESET' }],
  ]);
}

/** The client is told that something is wrong, and the request arrives all the same, later. */
function drawLateArrival(arrival: Arrival, prng: Prng): PlanChange {
  const requestMs = arrival.requestMs + prng.logUniform(50, 20 * secondMs);
  const reply = prng.chance(0.5) ? 'interrupted' : prng.pick(ambiguousResponses);
  return { arrival: { ...arrival, requestMs }, frontEnd: { afterMs: prng.integer(1, 40), reply } };
}

function drawPublishing(ends: 'available' | 'rollback', prng: Prng): Fault {
  return {
    publish: {
      ms: ends === 'available' ? prng.logUniform(300, 3 * minuteMs) : prng.logUniform(10, 5 * secondMs),
      shows: prng.chance(0.7) ? 'new-file' : 'nothing',
      ends,
      oldContent: prng.chance(0.8) ? 'kept' : 'lost',
    },
  };
}

/** Adds a Retry-After to some responses. */
function withRetryAfter(response: FrontEndResponse, prng: Prng): FrontEndResponse {
  if (!prng.chance(0.3)) return response;
  return { ...response, headers: { 'retry-after': String(prng.integer(0, 60)) } };
}
