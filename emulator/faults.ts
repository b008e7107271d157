// Faults as data: which request they meet, at which point, what they do to the cluster, and what the client gets.

import type { OldContent, ShownInTransit } from './file-store.js';
import type { Operation } from './request-parser.js';

/** The points of a request that a fault can meet; `between` is a commit's alone. */
export type Point = 'before' | 'between' | 'after';

/** How an answer is spoilt on its way, or that there is none. */
export type Delivery =
  | 'reset'
  | 'close'
  | 'hang'
  | 'endless'
  | 'keep-open'
  | { readonly cutAfterBytes: number }
  | { readonly dripMs: number }
  | { readonly raw: string };

/** An answer in place of the real one; what is left out follows from `code`, or from the status. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly reason?: string;
  readonly code?: string;
  readonly message?: string;
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a new version of a file comes to be. */
export interface Publishing {
  readonly ms?: number;
  readonly shows?: ShownInTransit;
  readonly ends?: 'available' | 'rollback' | 'failover';
  readonly oldContent?: OldContent;
}

/** One fault; the README beside this file says what each field does. */
export interface Fault {
  readonly operation?: Operation;
  readonly sessionId?: string;
  readonly path?: string;
  readonly times?: number | 'forever';
  readonly at?: Point;

  readonly delayMs?: number;
  readonly dropSession?: boolean;
  readonly overwrite?: { readonly content: string; readonly path?: string };
  readonly busy?: { readonly ms: number; readonly path?: string };
  readonly failover?: { readonly oldContent?: OldContent };
  readonly publish?: Publishing;

  readonly answer?: ScriptedAnswer;
  readonly delivery?: Delivery;
}

/** The faults one request has met, at most one for each point. */
export type MetFaults = Readonly<Partial<Record<Point, Fault>>>;

/** What a fault is compared with. */
export interface Arrival {
  readonly operation: Operation | undefined;
  readonly sessionId: string | undefined;
  /** True for the request's path; a commit's is that of its session. */
  isAt(path: string): boolean;
}

/** Faults still to come, in the order they were scripted. */
export class FaultScript {
  #faults: Fault[] = [];

  add(faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  clear(): void {
    this.#faults = [];
  }

  /** What is left of the script. */
  all(): readonly Fault[] {
    return [...this.#faults];
  }

  /** On arrival a request takes, for each point, the first fault that matches it. */
  take(arrival: Arrival): MetFaults {
    if (this.#faults.length === 0) {
      return {};
    }
    const met: Partial<Record<Point, Fault>> = {};
    const left: Fault[] = [];
    for (const fault of this.#faults) {
      const point = fault.at ?? 'before';
      if (met[point] === undefined && matches(fault, arrival)) {
        met[point] = fault;
        left.push(...usedOnce(fault));
      } else {
        left.push(fault);
      }
    }
    this.#faults = left;
    return met;
  }
}

function matches(fault: Fault, { operation, sessionId, isAt }: Arrival): boolean {
  return (
    (fault.operation === undefined || fault.operation === operation) &&
    (fault.at !== 'between' || operation === 'commit-session') &&
    (fault.sessionId === undefined || fault.sessionId.toLowerCase() === sessionId) &&
    (fault.path === undefined || isAt(fault.path))
  );
}

function usedOnce(fault: Fault): readonly Fault[] {
  const times = fault.times ?? 1;
  if (times === 'forever') {
    return [fault];
  }
  return times > 1 ? [{ ...fault, times: times - 1 }] : [];
}
