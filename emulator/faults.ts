// Faults as data: which request each applies to, at which point, what it does to the cluster, and what the client gets.

import type { ListedWhilePublishing, OldContent } from './file-store.js';
import type { Operation } from './routes.js';

/** The points of a request at which a fault can apply. Only a commit has `between`. */
export type FaultPoint = 'before' | 'between' | 'after';

/** How the response is damaged on its way, or that there is none. */
export type Delivery =
  | 'reset'
  | 'close'
  | 'hang'
  | 'endless'
  | 'keep-open'
  | { readonly cutAfterBytes: number }
  | { readonly dripMs: number }
  | { readonly raw: string };

/** The response to send instead of the real one. Fields left out follow from `code` or `status`. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly reason?: string;
  readonly code?: string;
  readonly message?: string;
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a new version of a file is published. */
export interface PublishOptions {
  readonly ms?: number;
  readonly shows?: ListedWhilePublishing;
  readonly ends?: 'available' | 'rollback' | 'failover';
  readonly oldContent?: OldContent;
}

/** One fault. The README in this folder describes each field. */
export interface Fault {
  readonly operation?: Operation;
  readonly sessionId?: string;
  readonly path?: string;
  readonly times?: number | 'forever';
  readonly at?: FaultPoint;

  readonly delayMs?: number;
  readonly dropSession?: boolean;
  readonly overwrite?: { readonly content: string; readonly path?: string };
  readonly busy?: { readonly ms: number; readonly path?: string };
  readonly failover?: { readonly oldContent?: OldContent };
  readonly publish?: PublishOptions;

  readonly answer?: ScriptedAnswer;
  readonly delivery?: Delivery;
}

/** The faults that apply to one request, at most one at each point. */
export type RequestFaults = Readonly<Partial<Record<FaultPoint, Fault>>>;

/** The properties of a request that decide which faults apply to it. */
export interface FaultTarget {
  readonly operation: Operation | undefined;
  readonly sessionId: string | undefined;
  /** True for the request's path; the path of a commit is that of its session. */
  isAt(path: string): boolean;
}

/** The faults that have not been used yet, in the order in which they were added. */
export class FaultQueue {
  #faults: Fault[] = [];

  add(faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  clear(): void {
    this.#faults = [];
  }

  all(): readonly Fault[] {
    return [...this.#faults];
  }

  /** Takes the first matching fault for each point, and counts its use. */
  takeMatching(target: FaultTarget): RequestFaults {
    if (this.#faults.length === 0) return {};
    const taken: Partial<Record<FaultPoint, Fault>> = {};
    const remaining: Fault[] = [];
    for (const fault of this.#faults) {
      const point = fault.at ?? 'before';
      if (taken[point] === undefined && matches(fault, target)) {
        taken[point] = fault;
        remaining.push(...afterOneUse(fault));
      } else {
        remaining.push(fault);
      }
    }
    this.#faults = remaining;
    return taken;
  }
}

function matches(fault: Fault, { operation, sessionId, isAt }: FaultTarget): boolean {
  return (
    (fault.operation === undefined || fault.operation === operation) &&
    (fault.at !== 'between' || operation === 'commit-session') &&
    (fault.sessionId === undefined || fault.sessionId.toLowerCase() === sessionId) &&
    (fault.path === undefined || isAt(fault.path))
  );
}

function afterOneUse(fault: Fault): readonly Fault[] {
  const times = fault.times ?? 1;
  if (times === 'forever') return [fault];
  return times > 1 ? [{ ...fault, times: times - 1 }] : [];
}
