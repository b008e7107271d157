// The outage breaker: after how many failures in a row it reports an outage.
import { describe, expect, it } from 'vitest';
import { createOutageBreaker, type OutageBreaker } from '../../../src/shared/outage-breaker.js';
import { type StandingClock, standingClock } from '../../support/standing-clock.js';

interface Setup {
  readonly breaker: OutageBreaker<string>;
  readonly clock: StandingClock;
  /** The failures that were reported as an outage, and how long it had lasted then. */
  readonly outages: readonly [failure: string, lastedMs: number][];
}

function setUp(failureThreshold: number): Setup {
  const clock = standingClock();
  const outages: [string, number][] = [];
  const breaker = createOutageBreaker<string>({
    clock,
    failureThreshold,
    onOutage: (failure, lastedMs) => outages.push([failure, lastedMs]),
  });
  return { breaker, clock, outages };
}

describe('an outage breaker', () => {
  it('reports every failure from the threshold on, with the time since the first one', () => {
    const { breaker, clock, outages } = setUp(3);
    for (const failure of ['a', 'b', 'c', 'd']) {
      breaker.recordFailure(failure);
      clock.pass(1_000);
    }
    expect(outages).toEqual([
      ['c', 2_000],
      ['d', 3_000],
    ]);
  });

  it('starts to count again after a response', () => {
    const { breaker, clock, outages } = setUp(3);
    breaker.recordFailure('a');
    breaker.recordFailure('b');
    breaker.recordContact();
    clock.pass(5_000);
    breaker.recordFailure('c');
    breaker.recordFailure('d');
    expect(outages).toEqual([]);
    breaker.recordFailure('e');
    expect(outages).toEqual([['e', 0]]);
  });
});
