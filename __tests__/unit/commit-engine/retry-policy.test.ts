// When another attempt follows, and after how long.
import { describe, expect, it } from 'vitest';
import {
  decideRetry,
  type RetryDecision,
  type RetryLimits,
  type RetryState,
} from '../../../src/commit-engine/retry-policy.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { answer, noResponse } from '../../support/attempts.js';

/** The decision after these attempts, in the middle of the jitter. */
function decideAfter(
  attempts: readonly Attempt[],
  state: Partial<RetryState> = {},
  limits: Partial<RetryLimits> = {},
): RetryDecision {
  return decideRetry(
    { attempts, elapsedMs: 0, inProgressMs: undefined, ...state },
    { maxAttempts: 5, timeoutSeconds: 60, ...limits },
    0.5,
  );
}

const busy = answer(500, 'OperationsPending');
const aborted = answer(503, 'E_ABORT');

describe('a retry', () => {
  it.each<[string, Attempt]>([
    ['a connection that was refused', noResponse('connect', { code: 'ECONNREFUSED' })],
    ['a connection that was not made in time', noResponse('connect', { code: 'CONNECT_TIMEOUT' })],
    ['a DNS server that did not answer', noResponse('connect', { code: 'EAI_AGAIN' })],
    ['a connection reset in the TLS handshake', noResponse('connect', { code: 'ECONNRESET' })],
    ['a lost response', noResponse('interrupted')],
    ['an interrupted 200', noResponse('interrupted', { status: 200 })],
    ['an interrupted 500', noResponse('interrupted', { status: 500 })],
    ['a response that is not HTTP', noResponse('interrupted', { code: 'HPE_INVALID_CONSTANT' })],
    ['a deadline that passed after the request was sent', noResponse('deadline')],
    ['a deadline that passed while connecting', noResponse('deadline', { sent: false })],
    ['a 408', answer(408)],
    ['a 429', answer(429)],
    ['an interrupted 429', noResponse('interrupted', { status: 429 })],
    ['a 500 OperationsPending', busy],
    ['a 500 with another error code', answer(500, 'E_FAIL')],
    ['a 500 without a FabricError', answer(500)],
    ['a 502', answer(502)],
    ['a 502 with a web page', answer(502, undefined, { body: 'nonJson' })],
    ['a 503', aborted],
    ['a 504', answer(504, 'FABRIC_E_TIMEOUT')],
    ['a 400 FABRIC_E_SERVICE_TYPE_NOT_REGISTERED', answer(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED')],
  ])('follows after %s', (_, attempt) => {
    expect(decideAfter([attempt])).toEqual({ retry: true, waitMs: 1_000 });
  });
});

describe('no retry', () => {
  it.each<[string, Attempt]>([
    ['a 200', answer(200)],
    ['a 200 with a web page', answer(200, undefined, { body: 'nonJson' })],
    ['a 200 with a FabricError', answer(200, 'E_FAIL')],
    ['a 202', answer(202)],
    ['a 307', answer(307)],
    ['a 400 E_INVALIDARG', answer(400, 'E_INVALIDARG')],
    ['a 400 without a FabricError', answer(400)],
    ['a 401', answer(401)],
    ['a 403', answer(403)],
    ['an interrupted 403', noResponse('interrupted', { status: 403 })],
    ['a 404 NotFound', answer(404, 'NotFound')],
    ['a 409', answer(409, 'FABRIC_E_UPLOAD_SESSION_ID_CONFLICT')],
    ['a 411', answer(411)],
    ['a 413', answer(413, 'FABRIC_E_MESSAGE_TOO_LARGE')],
    ['a 501', answer(501, 'E_NOTIMPL')],
    ['a 505', answer(505)],
    ['a permanent failure to connect', noResponse('connect', { permanent: true })],
    ['a cancelled step', noResponse('cancelled')],
  ])('follows after %s', (_, attempt) => {
    expect(decideAfter([attempt])).toEqual({ retry: false, stopReason: 'final' });
  });

  it('follows after a second 500 with an unknown error code', () => {
    expect(decideAfter([answer(500, 'E_FAIL'), aborted, answer(500, '0x80070070')])).toEqual({
      retry: false,
      stopReason: 'final',
    });
  });
});

describe('the waits between attempts', () => {
  it('double from one second and stop growing at thirty', () => {
    const waits = Array.from({ length: 8 }, (_, index) => {
      const decision = decideAfter(
        Array.from({ length: index + 1 }, () => aborted),
        {},
        { maxAttempts: 100 },
      );
      return decision.retry ? decision.waitMs : 0;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it.each([
    [0, 750],
    [0.999_999, 1_250],
  ])('have jitter: the random number %d makes the first one %d ms', (random, waitMs) => {
    const state = { attempts: [aborted], elapsedMs: 0, inProgressMs: undefined };
    expect(decideRetry(state, { maxAttempts: 5, timeoutSeconds: 60 }, random)).toEqual({ retry: true, waitMs });
  });

  it.each([
    [0, 1_000],
    [1, 1_000],
    [999, 1_000],
    [1_001, 1_001],
    [7_000, 7_000],
  ])('are lengthened by a Retry-After and never shortened: %d ms asked for, %d ms waited', (retryAfterMs, waitMs) => {
    expect(decideAfter([answer(503, undefined, { retryAfterMs })])).toEqual({ retry: true, waitMs });
  });
});

describe('the end of the attempts', () => {
  it('comes with the last attempt that is allowed', () => {
    expect(decideAfter([aborted, aborted], {}, { maxAttempts: 3 }).retry).toBe(true);
    expect(decideAfter([aborted, aborted, aborted], {}, { maxAttempts: 3 })).toEqual({
      retry: false,
      stopReason: 'attempts',
    });
  });

  it('comes when the next attempt would start more than thirty minutes after the first', () => {
    expect(decideAfter([aborted], { elapsedMs: 1_799_000 })).toEqual({ retry: true, waitMs: 1_000 });
    expect(decideAfter([aborted], { elapsedMs: 1_799_001 })).toEqual({ retry: false, stopReason: 'time' });
  });

  it('comes when a Retry-After points past the thirty minutes', () => {
    const late = answer(503, undefined, { retryAfterMs: 1_801_000 });
    expect(decideAfter([late])).toEqual({ retry: false, stopReason: 'time' });
  });
});

describe('a path where another commit is in progress', () => {
  it('is polled without using up attempts', () => {
    const polled = [busy, busy, busy, busy, busy, busy];
    expect(decideAfter(polled, { inProgressMs: 20_000 }, { maxAttempts: 2 }).retry).toBe(true);
    expect(decideAfter([...polled, aborted], { inProgressMs: 20_000 }, { maxAttempts: 2 }).retry).toBe(true);
    expect(decideAfter([...polled, aborted, aborted], {}, { maxAttempts: 2 })).toEqual({
      retry: false,
      stopReason: 'attempts',
    });
  });

  it('is polled for the timeout, the last time at its end, and no longer', () => {
    expect(decideAfter([busy, busy], { inProgressMs: 59_500 })).toEqual({ retry: true, waitMs: 500 });
    expect(decideAfter([busy, busy], { inProgressMs: 60_000 })).toEqual({ retry: false, stopReason: 'inProgress' });
  });

  it('is not polled when only one attempt is allowed', () => {
    expect(decideAfter([busy], {}, { maxAttempts: 1 })).toEqual({ retry: false, stopReason: 'attempts' });
  });

  it('is not polled faster for a Retry-After of zero', () => {
    const eager = answer(500, 'OperationsPending', { retryAfterMs: 0 });
    expect(decideAfter([eager])).toEqual({ retry: true, waitMs: 1_000 });
  });
});
