// The outage breaker: after how many failures in a row it reports an outage.
import { describe, expect, it } from 'vitest';
import { createOutageBreaker, type OutageBreaker } from '../../../src/shared/outage-breaker.js';

function createBreaker(failureThreshold: number): { breaker: OutageBreaker<number>; outages: readonly number[] } {
  const outages: number[] = [];
  const breaker = createOutageBreaker<number>({ failureThreshold, onOutage: (failure) => outages.push(failure) });
  return { breaker, outages };
}

describe('an outage breaker', () => {
  it('reports every failure from the threshold on', () => {
    const { breaker, outages } = createBreaker(3);
    for (const failure of [1, 2, 3, 4]) breaker.recordFailure(failure);
    expect(outages).toEqual([3, 4]);
  });

  it('starts to count again after a response', () => {
    const { breaker, outages } = createBreaker(3);
    breaker.recordFailure(1);
    breaker.recordFailure(2);
    breaker.recordContact();
    breaker.recordFailure(3);
    breaker.recordFailure(4);
    expect(outages).toEqual([]);
    breaker.recordFailure(5);
    expect(outages).toEqual([5]);
  });
});
