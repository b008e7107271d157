// Draws how a look-up and its response travel.
import type { Fault } from '../emulator/faults.js';
import type { DeliveryPlan, FrontEndReply } from './delivery-plan.js';
import { ambiguousResponses, retryableRefusals, serverErrors, uninformativeResponses } from './front-end-responses.js';
import { garbledListings } from './garbled-listings.js';
import { drawBadDelivery, drawClusterChange, drawConnectFailure, drawUsualDelays } from './network-faults.js';
import type { Prng } from './prng.js';
import type { FaultRates } from './scenario.js';

const secondMs = 1_000;

/** Draws what happens to a look-up. A 204 or an empty 404 comes from the image store alone: it is taken at its word. */
export function drawLookupDelivery({ lookups }: FaultRates, prng: Prng): DeliveryPlan {
  const usual = drawUsualDelays(prng);
  if (!prng.chance(lookups)) return { arrival: { ...usual, faults: [] } };
  const reply = (given: FrontEndReply): DeliveryPlan => ({ frontEnd: { afterMs: usual.requestMs, reply: given } });
  const arrive = (fault: Fault): DeliveryPlan => ({ arrival: { ...usual, faults: [fault] } });
  // Some take most of the time that a look-up has, so that several together take more than all may have.
  const drawDelay = (): number =>
    prng.chance(0.3) ? prng.integer(4 * secondMs, 9 * secondMs) : prng.logUniform(1, 20 * secondMs);
  return prng.pickWeighted<() => DeliveryPlan>([
    [3, () => ({ connectFailure: drawConnectFailure(prng) })],
    [4, () => reply(prng.chance(0.3) ? 'interrupted' : prng.pick(ambiguousResponses))],
    [1, () => reply(prng.pick(retryableRefusals))],
    [1, () => reply(prng.pick(serverErrors))],
    [4, () => reply(prng.pick(uninformativeResponses))],
    [1, () => ({})],
    [
      6,
      () => ({
        arrival: {
          requestMs: drawDelay(),
          responseMs: drawDelay(),
          faults: [],
        },
      }),
    ],
    // A change just before a look-up distinguishes a correct order of look-ups from a wrong one.
    [16, () => arrive(drawClusterChange(prng))],
    [6, () => ({ arrival: { ...usual, faults: [] }, rewrite: prng.pick(garbledListings) })],
    [3, () => arrive({ at: 'after', delivery: drawBadDelivery(prng) })],
    [1, () => arrive({ at: 'after', delivery: 'endless' })],
  ])();
}
