// What stands between the client and the cluster and does more than pass requests on, in one scenario or for one request.
import type { DeliveryPlan, Rewrite } from './delivery-plan.js';
import type { CompleteResponse, Operation } from './exchanges.js';
import { completeResponse, type FrontEndResponse, page, unexpectedSuccesses } from './front-end-responses.js';
import type { Prng } from './prng.js';

export type FrontEnd = RewritingFrontEnd | Portal | Cache;

/** Passes every request on, and gives the response another form. */
export interface RewritingFrontEnd {
  readonly kind: 'rewriting';
  /** The probability that it does so. */
  readonly share: number;
  readonly commit: Rewrite;
  readonly lookup: Rewrite;
}

/** Answers for the cluster. */
export interface Portal {
  readonly kind: 'portal';
  readonly share: number;
  readonly response: FrontEndResponse;
  /** Whether the cluster gets the request, and the client its answer before or after the cluster's. */
  readonly passesOn: 'never' | 'early answer' | 'late answer';
}

/** Answers look-ups with what it was answered to the same request before, by whomever. */
export interface Cache {
  readonly kind: 'cache';
  readonly maxAgeMs: number;
  /** How long after the first commit another client looks everything up through this cache. */
  readonly otherLookupsMs: readonly number[];
}

const [secondMs, minuteMs] = [1_000, 60_000];

export function drawFrontEnd(prng: Prng): FrontEnd {
  return prng.chance(0.3) ? drawCache(prng) : drawAnsweringFrontEnd(prng.pick([1, 0.8, 0.3]), prng);
}

/** Draws a front end that takes part in this share of the exchanges. */
export function drawAnsweringFrontEnd(share: number, prng: Prng): RewritingFrontEnd | Portal {
  if (prng.chance(0.3)) {
    return {
      kind: 'portal',
      share,
      response: prng.pick(unexpectedSuccesses),
      passesOn: prng.pick(['never', 'early answer', 'late answer']),
    };
  }
  const success = prng.chance(0.7) ? rewriteSuccess(prng.pick(unexpectedSuccesses)) : unchanged;
  const error = prng.pick([unchanged, errorAsSuccess(prng.pick([200, 201])), errorWithOtherStatus, errorAsPage]);
  return {
    kind: 'rewriting',
    share,
    commit: (response) => error(success(response)),
    lookup: prng.pick([unchanged, unchanged, blankInsteadOfNothing, createdInsteadOfOk, error]),
  };
}

function drawCache(prng: Prng): Cache {
  return {
    kind: 'cache',
    maxAgeMs: prng.logUniform(secondMs, 10 * minuteMs),
    otherLookupsMs: Array.from({ length: prng.integer(0, 3) }, () => prng.logUniform(1, 10 * minuteMs)),
  };
}

/** The plan of a request that passes this front end. A cache is the network's own matter. */
export function throughFrontEnd(
  plan: DeliveryPlan,
  frontEnd: FrontEnd | undefined,
  operation: Operation,
  prng: Prng,
): DeliveryPlan {
  if (frontEnd === undefined || frontEnd.kind === 'cache' || !prng.chance(frontEnd.share)) return plan;
  if (frontEnd.kind === 'rewriting') {
    return { ...plan, rewrite: operation === 'commit' ? frontEnd.commit : frontEnd.lookup };
  }
  const { response, passesOn } = frontEnd;
  // A 204 is what the store itself answers for a session that is gone: no client could recognise a portal's.
  if (operation !== 'commit' && response.status === 204) return plan;
  const reply = prng.chance(0.25) ? { cutOff: response } : response;
  const answer: DeliveryPlan = { frontEnd: { afterMs: prng.integer(1, 40), reply } };
  if (passesOn === 'never') return answer;
  if (passesOn === 'early answer') return { ...answer, ...(plan.arrival && { arrival: plan.arrival }) };
  return { ...plan, rewrite: () => completeResponse(response) };
}

const unchanged: Rewrite = (response) => response;

/** Gives the image store's success this form. */
function rewriteSuccess(form: FrontEndResponse): Rewrite {
  return (response) => (response.status === 200 && response.body === '' ? completeResponse(form) : response);
}

/** Keeps the FabricError, and says that all is well. Without a FabricError there is a page. */
function errorAsSuccess(status: number): Rewrite {
  return (response) => (isError(response) ? { ...response, status, body: response.body || page } : response);
}

/** The status that a front end sends instead of the cluster's; it keeps the body. */
const otherStatuses: Readonly<Record<number, number>> = {
  400: 500,
  403: 401,
  404: 400,
  409: 400,
  500: 409,
  502: 500,
  503: 500,
  504: 408,
};

/** Without the code, nobody could tell such a refusal from that of a request on which the cluster has not acted. */
const errorWithOtherStatus: Rewrite = (response) => {
  const hasCode = isError(response) && response.body.startsWith('{"Error"');
  return hasCode ? { ...response, status: otherStatuses[response.status] ?? response.status } : response;
};

/** Hides the FabricError behind a page with the same status. */
const errorAsPage: Rewrite = (response) => (isError(response) ? { ...response, body: page } : response);

/** A blank 200 where the store says that there is nothing. */
const blankInsteadOfNothing: Rewrite = (response) =>
  response.status === 204 || response.status === 404 ? { ...response, status: 200, body: '' } : response;

const createdInsteadOfOk: Rewrite = (response) => (response.status === 200 ? { ...response, status: 201 } : response);

function isError({ status }: CompleteResponse): boolean {
  return status >= 400;
}
