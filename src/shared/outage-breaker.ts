// Notices an outage: so many failures in a row that the next try would most likely fail in the same way.
import type { Clock } from './clock.js';

export interface OutageBreaker<Failure> {
  /** Counts a failure. From the threshold on each one is reported as an outage. */
  recordFailure(failure: Failure): void;
  /** The other side was reached: counting starts again. */
  recordContact(): void;
}

export interface OutageBreakerOptions<Failure> {
  readonly clock: Clock;
  /** How many failures in a row make an outage. */
  readonly failureThreshold: number;
  /** Is told the latest failure, and how long ago the first one in the row was. */
  readonly onOutage: (failure: Failure, lastedMs: number) => void;
}

export function createOutageBreaker<Failure>(options: OutageBreakerOptions<Failure>): OutageBreaker<Failure> {
  const { clock, failureThreshold, onOutage } = options;
  let failuresInARow = 0;
  let firstMs = 0;
  return {
    recordFailure: (failure) => {
      if (failuresInARow === 0) firstMs = clock.now();
      failuresInARow += 1;
      if (failuresInARow >= failureThreshold) onOutage(failure, clock.now() - firstMs);
    },
    recordContact: () => {
      failuresInARow = 0;
    },
  };
}
