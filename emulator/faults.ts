// Faults as data: which request each applies to, at which point, what it does to the cluster, and what the client gets.

import type { ListedWhilePublishing, OldContent } from './file-store.js';
import type { Operation } from './routes.js';

/** The points of a request at which a fault can apply. Only a commit and a chunk have `between`. */
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

/** How the gateway takes the body of the request. */
export interface ReceiveOptions {
  readonly bytesPerSecond?: number;
  readonly pauseAfterBytes?: number;
  readonly pauseMs?: number;
  readonly resetAfterBytes?: number;
  readonly answerAfterBytes?: number;
  readonly storedBytes?: number;
}

/** One fault. The README in this folder describes each field. */
export interface Fault {
  readonly operation?: Operation;
  readonly sessionId?: string;
  readonly path?: string;
  readonly pathLongerThan?: number;
  readonly parallel?: boolean;
  readonly chance?: number;
  readonly seed?: number;
  readonly times?: number | 'forever';
  readonly at?: FaultPoint;

  readonly receive?: ReceiveOptions;
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
  /** The request's path; that of a commit is the path of its session. */
  readonly path: string | undefined;
  /** True when another chunk of the same session is under way. */
  readonly isParallel: boolean;
  /** True for any notation of the request's path. */
  isAt(path: string): boolean;
}

interface QueuedFault {
  readonly fault: Fault;
  /** How often `chance` has been drawn. */
  draws: number;
}

/** The faults that have not been used yet, in the order in which they were added. */
export class FaultQueue {
  #queued: QueuedFault[] = [];

  add(faults: readonly Fault[]): void {
    this.#queued.push(...faults.map((fault) => ({ fault, draws: 0 })));
  }

  clear(): void {
    this.#queued = [];
  }

  all(): readonly Fault[] {
    return this.#queued.map(({ fault }) => fault);
  }

  /** Takes the first matching fault for each point, and counts its use. */
  takeMatching(target: FaultTarget): RequestFaults {
    if (this.#queued.length === 0) return {};
    const taken: Partial<Record<FaultPoint, Fault>> = {};
    const remaining: QueuedFault[] = [];
    for (const queued of this.#queued) {
      const point = queued.fault.at ?? 'before';
      if (taken[point] === undefined && matches(queued.fault, target) && draw(queued)) {
        taken[point] = queued.fault;
        remaining.push(...afterOneUse(queued));
      } else {
        remaining.push(queued);
      }
    }
    this.#queued = remaining;
    return taken;
  }
}

function matches(fault: Fault, { operation, sessionId, path, isParallel, isAt }: FaultTarget): boolean {
  return (
    (fault.operation === undefined || fault.operation === operation) &&
    (fault.at !== 'between' || operation === (fault.operation ?? 'commit-session')) &&
    (fault.sessionId === undefined || fault.sessionId.toLowerCase() === sessionId) &&
    (fault.path === undefined || isAt(fault.path)) &&
    (fault.pathLongerThan === undefined || (path ?? '').length > fault.pathLongerThan) &&
    (fault.parallel === undefined || fault.parallel === isParallel)
  );
}

/** True with the probability of the fault. The same seed draws the same sequence. */
function draw(queued: QueuedFault): boolean {
  const { chance = 1, seed = 1 } = queued.fault;
  if (chance >= 1) return true;
  queued.draws += 1;
  return randomAt(seed, queued.draws) < chance;
}

/** The number at a position of the sequence mulberry32, from 0 up to 1. */
function randomAt(seed: number, position: number): number {
  let state = (seed + Math.imul(position, 0x6d2b79f5)) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}

function afterOneUse(queued: QueuedFault): readonly QueuedFault[] {
  const times = queued.fault.times ?? 1;
  if (times === 'forever') return [queued];
  return times > 1 ? [{ ...queued, fault: { ...queued.fault, times: times - 1 } }] : [];
}
