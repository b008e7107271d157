// Draws how a commit request and its response travel: delivered, delayed, lost, rewritten, or answered by something else.
//
// Drawn is everything that the cluster and what stands in front of it are known to do, except what no client could
// recognise: an empty 200 that the image store did not send; a 4xx that hides a commit which is going on or done, unless
// the FabricError's code shows it; a FabricError with status 500 while the work goes on, with the same exception; a
// commit that a front end sends twice; and a 204 or an empty 404 to a look-up that the image store did not send.
//
// An answer that belongs to no request or to an earlier one never becomes this one's: the http layer uses a connection
// again only after it has been read empty and quiet, and ends it when a byte arrives. So all that such an answer can do
// is to end the connection while a request is on its way, which is an interrupted exchange here.
import type { Fault } from '../emulator/faults.js';
import type { DeliveryPlan, FrontEndReply } from './delivery-plan.js';
import {
  ambiguousResponses,
  type FrontEndResponse,
  finalRefusals,
  retryableRefusals,
  serverErrors,
} from './front-end-responses.js';
import { drawAnsweringFrontEnd, throughFrontEnd } from './front-ends.js';
import type { Prng } from './prng.js';
import { drawPublishing, type FaultRates } from './scenario.js';

const [secondMs, minuteMs] = [1_000, 60_000];

/** Draws what happens to a commit request. */
export function drawCommitDelivery({ commits, weights }: FaultRates, prng: Prng, epochMs: number): DeliveryPlan {
  const usual = drawUsualDelays(prng);
  const usualPlan: DeliveryPlan = { arrival: { ...usual, faults: [{ publish: { ms: prng.integer(0, 500) } }] } };
  if (!prng.chance(commits)) return usualPlan;
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
      weights.frontEnd,
      () => {
        const plan = prng.chance(0.5) ? usualPlan : drawUnusualDelivery(usual, prng, epochMs);
        return throughFrontEnd(plan, drawAnsweringFrontEnd(1, prng), 'commit', prng);
      },
    ],
    [weights.unusualDelivery, () => drawUnusualDelivery(usual, prng, epochMs)],
  ])();
}

/** A request that the cluster gets, with whatever can happen to it and to the cluster meanwhile. */
function drawUnusualDelivery(
  usual: { readonly requestMs: number; readonly responseMs: number },
  prng: Prng,
  epochMs: number,
): DeliveryPlan {
  return {
    arrival: {
      requestMs: prng.chance(0.75) ? usual.requestMs : prng.logUniform(secondMs, 40 * minuteMs),
      responseMs: prng.chance(0.9) ? usual.responseMs : prng.logUniform(secondMs, 10 * minuteMs),
      faults: drawCommitFaults(prng),
    },
    ...(prng.chance(0.3) && {
      frontEnd: { afterMs: prng.logUniform(1, 2 * minuteMs), reply: drawAmbiguousReply(prng, epochMs) },
    }),
  };
}

/** How long a request and its response usually take. */
export function drawUsualDelays(prng: Prng): { readonly requestMs: number; readonly responseMs: number } {
  return { requestMs: prng.integer(1, 40), responseMs: prng.integer(1, 40) };
}

export function drawConnectFailure(prng: Prng): NonNullable<DeliveryPlan['connectFailure']> {
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

/** Adds a Retry-After to some responses: seconds, a date, or what asks for nothing (0, a past date, no date at all). */
function withRetryAfter(response: FrontEndResponse, prng: Prng, epochMs: number): FrontEndResponse {
  if (!prng.chance(0.3)) return response;
  const waitMs = prng.logUniform(secondMs, 60 * minuteMs);
  const retryAfter = prng.pickWeighted([
    [4, String(Math.ceil(waitMs / 1_000))],
    [4, new Date(epochMs + waitMs).toUTCString()],
    [1, '0'],
    [1, new Date(epochMs - waitMs).toUTCString()],
    [1, 'soon'],
  ]);
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
export function drawClusterChange(prng: Prng): Fault {
  return prng.pickWeighted<Fault>([
    [3, { failover: { oldContent: 'kept' } }],
    [3, { failover: { oldContent: 'lost' } }],
    [2, { dropSession: true }],
    [2, { overwrite: { content: 'x'.repeat(prng.integer(1, 70)) } }],
  ]);
}

/** A response that does not arrive as it should. */
export function drawBadDelivery(prng: Prng): NonNullable<Fault['delivery']> {
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
