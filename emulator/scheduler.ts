// Runs the cluster's tasks by due time. A task continues after its client has stopped waiting, and needs no timer.

import type { HandlerResult } from './handler-result.js';

/** The steps of one request. Each `yield` is the delay in milliseconds before the next step. */
export type Task = Generator<number, HandlerResult, void>;

/** What others can see of a running task. */
export interface TaskState {
  readonly operation: string;
  readonly sessionId: string | undefined;
  readonly path: string | undefined;
  /** The id by which the client finds its request in the gateway's traces: its header X-ServiceFabricRequestId. */
  readonly requestId?: string | undefined;
  /** `held` has not acted yet, `publishing` will publish or fail, `answering` no longer changes the cluster. */
  stage: 'held' | 'publishing' | 'answering';
  /** The path that this task keeps busy. */
  busyPath: string | undefined;
}

interface RunningTask {
  readonly state: TaskState;
  readonly task: Task;
  dueMs: number;
  readonly finish: (result: HandlerResult) => void;
}

/** A task that has been started. */
export interface TaskHandle {
  /** Undefined until the task has finished. */
  result(): HandlerResult | undefined;
  /** The due time of the last step, even when that step ran late. Infinite until then. */
  finishedMs(): number;
  /** When the next step is due. */
  dueMs(): number;
  /** Resolves when the task finishes or is aborted. */
  readonly finished: Promise<void>;
}

/** Another event that is due at a time of its own. */
interface Timer {
  dueMs(): number | undefined;
  fire(nowMs: number): void;
}

/** Runs tasks step by step. Call `advance` before reading the cluster: it runs every step that is due. */
export class Scheduler {
  readonly #now: () => number;
  readonly #timer: Timer;
  readonly #running = new Set<RunningTask>();
  #current: TaskState | undefined;
  #nowMs: number;

  constructor(now: () => number, timer: Timer) {
    this.#now = now;
    this.#timer = timer;
    this.#nowMs = now();
  }

  /** The due time of the current step, even when the step runs late. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** The task of which a step runs now. */
  get current(): TaskState | undefined {
    return this.#current;
  }

  /** The tasks that have not finished, in the order in which they started. */
  running(): readonly TaskState[] {
    return [...this.#running].map(({ state }) => state);
  }

  /** Starts a task and runs its first step. Call `advance` before. */
  start(state: TaskState, task: Task): TaskHandle {
    let result: HandlerResult | undefined;
    let finishedMs = Number.POSITIVE_INFINITY;
    let resolveFinished = () => {};
    const finished = new Promise<void>((resolve) => {
      resolveFinished = resolve;
    });
    const finish = (final: HandlerResult) => {
      result = final;
      finishedMs = this.#nowMs;
      this.#running.delete(running);
      resolveFinished();
    };
    const running: RunningTask = { state, task, dueMs: this.#nowMs, finish };
    this.#running.add(running);
    this.#runStep(running);
    return { result: () => result, finishedMs: () => finishedMs, dueMs: () => running.dueMs, finished };
  }

  /** Finishes every task at this stage except one with the given result, without running another step. */
  abort(stage: TaskState['stage'], except: TaskState | undefined, result: HandlerResult): void {
    for (const running of this.#running) {
      if (running.state.stage === stage && running.state !== except) running.finish(result);
    }
  }

  /** Runs every step that is due by now, in order, each at its own due time. */
  advance(): void {
    const untilMs = this.#now();
    for (;;) {
      const next = this.#next();
      const timerMs = this.#timer.dueMs() ?? Number.POSITIVE_INFINITY;
      const dueMs = Math.min(timerMs, next?.dueMs ?? Number.POSITIVE_INFINITY);
      if (dueMs > untilMs) break;
      this.#nowMs = Math.max(this.#nowMs, dueMs);
      if (next === undefined || timerMs <= next.dueMs) {
        this.#timer.fire(this.#nowMs);
      } else {
        this.#runStep(next);
      }
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  #next(): RunningTask | undefined {
    let next: RunningTask | undefined;
    for (const running of this.#running) {
      if (next === undefined || running.dueMs < next.dueMs) next = running;
    }
    return next;
  }

  #runStep(running: RunningTask): void {
    const previous = this.#current;
    this.#current = running.state;
    const step = running.task.next();
    this.#current = previous;
    if (step.done) {
      running.finish(step.value);
    } else {
      running.dueMs = this.#nowMs + step.value;
    }
  }
}
