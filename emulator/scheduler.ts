// Work in the cluster: it takes scripted time, goes on when nobody waits for it any more, and needs no timer of its own.

import type { Outcome } from './handler-result.js';

/** What happens to one request, told in steps; each `yield` is a number of milliseconds in which nothing happens. */
export type Story = Generator<number, Outcome, void>;

/** One request's work, as an observer sees it. */
export interface Work {
  readonly operation: string;
  readonly sessionId: string | undefined;
  readonly path: string | undefined;
  /** `held` has yet to act, `publishing` is about to end well or badly, `answering` changes nothing any more. */
  stage: 'held' | 'publishing' | 'answering';
  /** The path this work keeps busy. */
  holds: string | undefined;
}

interface Running {
  readonly work: Work;
  readonly story: Story;
  dueMs: number;
  readonly finish: (outcome: Outcome) => void;
}

/** A story that has been started: its outcome once it is over, and when to look again until then. */
export interface Started {
  outcome(): Outcome | undefined;
  /** When it was over; whoever waited may have been told much later. */
  endedMs(): number;
  dueMs(): number;
  /** Resolves when it is over, whoever made it so. */
  readonly over: Promise<void>;
}

/** Anything else that happens by the clock. */
interface Alarm {
  dueMs(): number | undefined;
  ring(nowMs: number): void;
}

/** Runs stories by due time: whoever looks at the cluster first calls `advance`, and everything due has happened. */
export class Schedule {
  readonly #clock: () => number;
  readonly #alarm: Alarm;
  readonly #running = new Set<Running>();
  #nowMs: number;

  constructor(clock: () => number, alarm: Alarm) {
    this.#clock = clock;
    this.#alarm = alarm;
    this.#nowMs = clock();
  }

  /** The moment of the step being taken: a step taken late is still taken at its due time. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** Work that is not over, in the order it began. */
  all(): readonly Work[] {
    return [...this.#running].map(({ work }) => work);
  }

  /** Takes the first step of a story at once; call `advance` before. */
  start(work: Work, story: Story): Started {
    let outcome: Outcome | undefined;
    let endedMs = Number.POSITIVE_INFINITY;
    let tellOver = () => {};
    const over = new Promise<void>((resolve) => {
      tellOver = resolve;
    });
    const finish = (end: Outcome) => {
      outcome = end;
      endedMs = this.#nowMs;
      this.#running.delete(running);
      tellOver();
    };
    const running: Running = { work, story, dueMs: this.#nowMs, finish };
    this.#running.add(running);
    this.#step(running);
    return { outcome: () => outcome, endedMs: () => endedMs, dueMs: () => running.dueMs, over };
  }

  /** Ends all work at this stage but the one that says so; it never takes another step. */
  kill(stage: Work['stage'], except: Work | undefined, outcome: Outcome): void {
    for (const running of this.#running) {
      if (running.work.stage === stage && running.work !== except) {
        running.finish(outcome);
      }
    }
  }

  /** Lets everything happen that was due by now, each thing at its own moment. */
  advance(): void {
    const untilMs = this.#clock();
    for (;;) {
      const next = this.#next();
      const alarmMs = this.#alarm.dueMs() ?? Number.POSITIVE_INFINITY;
      const dueMs = Math.min(alarmMs, next?.dueMs ?? Number.POSITIVE_INFINITY);
      if (dueMs > untilMs) {
        break;
      }
      this.#nowMs = Math.max(this.#nowMs, dueMs);
      if (next === undefined || alarmMs <= next.dueMs) {
        this.#alarm.ring(this.#nowMs);
      } else {
        this.#step(next);
      }
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  #next(): Running | undefined {
    let next: Running | undefined;
    for (const running of this.#running) {
      if (next === undefined || running.dueMs < next.dueMs) {
        next = running;
      }
    }
    return next;
  }

  #step(running: Running): void {
    const step = running.story.next();
    if (step.done) {
      running.finish(step.value);
    } else {
      running.dueMs = this.#nowMs + step.value;
    }
  }
}
