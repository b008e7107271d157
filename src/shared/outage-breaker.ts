// Notices an outage: so many failures in a row that the next try would most likely fail in the same way.

export interface OutageBreaker<Failure> {
  /** Counts a failure. From the threshold on each one is reported as an outage. */
  recordFailure(failure: Failure): void;
  /** The other side was reached: counting starts again. */
  recordContact(): void;
}

export interface OutageBreakerOptions<Failure> {
  /** How many failures in a row make an outage. */
  readonly failureThreshold: number;
  readonly onOutage: (failure: Failure) => void;
}

export function createOutageBreaker<Failure>(options: OutageBreakerOptions<Failure>): OutageBreaker<Failure> {
  let failuresInARow = 0;
  return {
    recordFailure: (failure) => {
      failuresInARow += 1;
      if (failuresInARow >= options.failureThreshold) options.onOutage(failure);
    },
    recordContact: () => {
      failuresInARow = 0;
    },
  };
}
