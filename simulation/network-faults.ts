// Draws how a request and its response travel: delivered, delayed, lost, or answered by something in front of the cluster.
//
// Drawn is everything that the cluster and a proxy in front of it are known to do. Three false responses are left out,
// because no client could recognise them: a refusal (4xx, or a web page with status 200) of a commit that was carried
// out, a FabricError with status 500 while the work goes on, and a 204 or empty 404 that the image store did not send.
import type { Fault } from '../emulator/faults.js';
import type { Prng } from './prng.js';
import { drawPublishing, type FaultRates } from './scenario.js';

/** What happens to one request. Without any member, the request is lost. */
export interface DeliveryPlan {
  /** No connection is made. */
  readonly connectFailure?: { readonly afterMs: number; readonly code: string };
  /** The request reaches the cluster, even if the client has stopped waiting. */
  readonly arrival?: { readonly requestMs: number; readonly responseMs: number; readonly faults: readonly Fault[] };
  /** What the client gets unless the cluster's response arrives earlier. */
  readonly frontEnd?: { readonly afterMs: number; readonly reply: FrontEndReply };
}

/** A response, or the end of the connection. */
export type FrontEndReply = FrontEndResponse | 'interrupted';

/** A response that does not come from the image store, or says nothing about this request's own work. */
export interface FrontEndResponse {
  readonly status: number;
  readonly code?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type FrontEndResponses = readonly [FrontEndResponse, ...FrontEndResponse[]];

const [secondMs, minuteMs] = [1_000, 60_000];
const page = '<html><body><h1>A proxy in front of the cluster</h1></body></html>';

/** The cluster may or may not act on the request. */
const ambiguousResponses: FrontEndResponses = [
  { status: 500, body: page },
  { status: 502, code: 'FABRIC_E_GATEWAY_NOT_REACHABLE' },
  { status: 502, body: page },
  { status: 503, code: 'E_ABORT' },
  { status: 503, code: 'FABRIC_E_SERVICE_OFFLINE' },
  { status: 503, code: 'FABRIC_E_SERVICE_TOO_BUSY' },
  { status: 503, body: page },
  { status: 504, code: 'FABRIC_E_TIMEOUT' },
  { status: 504, code: 'FABRIC_E_COMMUNICATION_ERROR' },
  { status: 504, body: page },
];

/** Nothing was done, and a retry may help. */
const retryableRefusals: FrontEndResponses = [
  { status: 400, code: 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED' },
  { status: 408, body: page },
  { status: 429, body: page },
];

/** Nothing was done, and a retry would not help. */
const finalRefusals: FrontEndResponses = [
  { status: 200, body: page },
  { status: 200, code: 'E_FAIL' },
  { status: 202 },
  { status: 302, headers: { location: 'https://login.example.com/' } },
  { status: 400, code: 'FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED' },
  { status: 400, body: page },
  { status: 401, body: page },
  { status: 403 },
  { status: 403, code: 'E_ACCESSDENIED' },
  { status: 404, code: 'FABRIC_E_SERVICE_DOES_NOT_EXIST' },
  { status: 409, code: 'FABRIC_E_WRITE_CONFLICT' },
  { status: 411, body: page },
  { status: 413, code: 'FABRIC_E_MESSAGE_TOO_LARGE' },
  { status: 501, code: 'E_NOTIMPL' },
  { status: 505, body: page },
];

/** The work ended before the commit was done. */
const serverErrors: FrontEndResponses = [
  { status: 500, code: 'E_FAIL' },
  { status: 500, code: '0x80070070' },
  { status: 500, code: 'FABRIC_E_IMAGESTORE_IOERROR' },
];

/** A lookup's response that holds no information, now or after a retry. */
const uninformativeResponses: FrontEndResponses = [
  { status: 200, body: page },
  { status: 302 },
  { status: 400, code: 'E_INVALIDARG' },
  { status: 403 },
  { status: 404, body: page },
  { status: 501, code: 'E_NOTIMPL' },
];

/** Draws what happens to a commit request. */
export function drawCommitDelivery({ commits, weights }: FaultRates, prng: Prng, epochMs: number): DeliveryPlan {
  const usual = { requestMs: prng.integer(1, 40), responseMs: prng.integer(1, 40) };
  if (!prng.chance(commits)) return { arrival: { ...usual, faults: [{ publish: { ms: prng.integer(0, 500) } }] } };
  const reply = (response: FrontEndResponse): DeliveryPlan => ({
    frontEnd: { afterMs: usual.requestMs, reply: response },
  });
  return prng.pickWeighted<() => DeliveryPlan>([
    [weights.connectFailure, () => ({ connectFailure: drawConnectFailure(prng) })],
    [weights.retryable, () => reply(withRetryAfter(prng.pick(retryableRefusals), prng, epochMs))],
    [weights.final, () => reply(prng.pick(finalRefusals))],
    [weights.serverError, () => reply(prng.pick(serverErrors))],
    [
      weights.ambiguous,
      () => ({ frontEnd: { afterMs: prng.logUniform(1, minuteMs), reply: drawAmbiguousReply(prng, epochMs) } }),
    ],
    [weights.noResponse, () => ({})],
    [
      weights.unusualDelivery,
      () => ({
        arrival: {
          requestMs: prng.chance(0.75) ? usual.requestMs : prng.logUniform(secondMs, 40 * minuteMs),
          responseMs: prng.chance(0.9) ? usual.responseMs : prng.logUniform(secondMs, 10 * minuteMs),
          faults: drawCommitFaults(prng),
        },
        ...(prng.chance(0.3) && {
          frontEnd: { afterMs: prng.logUniform(1, 2 * minuteMs), reply: drawAmbiguousReply(prng, epochMs) },
        }),
      }),
    ],
  ])();
}

/** Draws what happens to a lookup. */
export function drawLookupDelivery({ lookups }: FaultRates, prng: Prng): DeliveryPlan {
  const usual = { requestMs: prng.integer(1, 40), responseMs: prng.integer(1, 40) };
  if (!prng.chance(lookups)) return { arrival: { ...usual, faults: [] } };
  const reply = (given: FrontEndReply): DeliveryPlan => ({ frontEnd: { afterMs: usual.requestMs, reply: given } });
  const arrive = (fault: Fault): DeliveryPlan => ({ arrival: { ...usual, faults: [fault] } });
  return prng.pickWeighted<() => DeliveryPlan>([
    [3, () => ({ connectFailure: drawConnectFailure(prng) })],
    [4, () => reply(prng.chance(0.3) ? 'interrupted' : prng.pick(ambiguousResponses))],
    [1, () => reply(prng.pick(retryableRefusals))],
    [1, () => reply(prng.pick(serverErrors))],
    [2, () => reply(prng.pick(uninformativeResponses))],
    [1, () => ({})],
    [
      6,
      () => ({
        arrival: {
          requestMs: prng.logUniform(1, 20 * secondMs),
          responseMs: prng.logUniform(1, 20 * secondMs),
          faults: [],
        },
      }),
    ],
    // A change just before a lookup distinguishes a correct order of lookups from a wrong one.
    [16, () => arrive(drawClusterChange(prng))],
    [3, () => arrive({ at: 'after', delivery: drawBadDelivery(prng) })],
    [1, () => arrive({ at: 'after', delivery: 'endless' })],
  ])();
}

function drawConnectFailure(prng: Prng): NonNullable<DeliveryPlan['connectFailure']> {
  return prng.pickWeighted([
    [6, { afterMs: 2, code: 'ECONNREFUSED' }],
    [3, { afterMs: 30 * secondMs, code: 'CONNECT_TIMEOUT' }],
    [2, { afterMs: 60, code: 'ECONNRESET' }],
    [1, { afterMs: 20, code: 'ENOTFOUND' }],
    [1, { afterMs: 50, code: 'CERT_HAS_EXPIRED' }],
  ]);
}

function drawAmbiguousReply(prng: Prng, epochMs: number): FrontEndReply {
  return prng.chance(0.4) ? 'interrupted' : withRetryAfter(prng.pick(ambiguousResponses), prng, epochMs);
}

/** Adds a Retry-After to some responses, as seconds or as a date. */
function withRetryAfter(response: FrontEndResponse, prng: Prng, epochMs: number): FrontEndResponse {
  if (!prng.chance(0.3)) return response;
  const waitMs = prng.logUniform(secondMs, 60 * minuteMs);
  const retryAfter = prng.chance(0.5) ? String(Math.ceil(waitMs / 1_000)) : new Date(epochMs + waitMs).toUTCString();
  return { ...response, headers: { 'retry-after': retryAfter } };
}

function drawCommitFaults(prng: Prng): readonly Fault[] {
  const drawDelay = (): Fault => ({ delayMs: prng.logUniform(secondMs, 5 * minuteMs) });
  const before: Fault = {
    ...(prng.chance(0.1) && drawDelay()),
    ...(prng.chance(0.1) && drawClusterChange(prng)),
    ...(prng.chance(0.08) && { busy: { ms: prng.logUniform(secondMs, 5 * minuteMs) } }),
    publish: drawPublishing(prng),
  };
  const between: Fault = {
    at: 'between',
    ...(prng.chance(0.06) && drawDelay()),
    ...(prng.chance(0.1) && drawClusterChange(prng)),
  };
  const after: Fault = {
    at: 'after',
    ...(prng.chance(0.1) && drawDelay()),
    ...(prng.chance(0.1) && drawClusterChange(prng)),
    ...(prng.chance(0.2) && { delivery: drawBadDelivery(prng) }),
  };
  return [before, between, after];
}

/** A change of the cluster at this point of the request. */
function drawClusterChange(prng: Prng): Fault {
  return prng.pickWeighted<Fault>([
    [3, { failover: { oldContent: 'kept' } }],
    [3, { failover: { oldContent: 'lost' } }],
    [2, { dropSession: true }],
    [2, { overwrite: { content: 'x'.repeat(prng.integer(1, 70)) } }],
  ]);
}

/** A response that does not arrive as it should. */
function drawBadDelivery(prng: Prng): NonNullable<Fault['delivery']> {
  return prng.pickWeighted<NonNullable<Fault['delivery']>>([
    [4, 'reset'],
    [2, 'close'],
    [2, 'hang'],
    [1, 'keep-open'],
    [2, { cutAfterBytes: prng.integer(0, 40) }],
    [1, { dripMs: prng.logUniform(1, secondMs) }],
    [1, { raw: 'SSH-2.0-OpenSSH_9.6\r\n' }],
  ]);
}
