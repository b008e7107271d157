// The emulated image store without a socket: a request in, an outcome out, by a clock that is handed in.

import type { Clock } from './clock.js';
import { type Cluster, emptyCluster } from './cluster.js';
import { delivered, failOver, meet } from './fault-effects.js';
import { type Fault, FaultScript, type MetFaults } from './faults.js';
import type { OldContent, StoredFile } from './file-store.js';
import { answered, type Outcome } from './handler-result.js';
import { OPERATIONS } from './handlers.js';
import { readCall, readSessionId } from './request-parser.js';
import { errorAnswer, htmlAnswer } from './responses.js';
import type { Schedule, Started, Story, Work } from './scheduler.js';
import type { UploadSession } from './upload-sessions.js';

/** A request as it came off the wire, header names in lower case. */
export interface StoreRequest {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface ImageStoreOptions {
  readonly clock: Clock;
  /** A Linux cluster has no session API, and its paths have slashes and letter case. */
  readonly linux?: boolean;
  /** The newest api-version that is taken; 6.4 unless told. */
  readonly runtimeVersion?: number;
  /** False takes a POST or PUT without a length, which http.sys refuses; Linux has no http.sys. */
  readonly strictLength?: boolean;
  /** False leaves out the defect that a rolled-back overwrite lets the next commit succeed falsely. */
  readonly rollbackStamps?: boolean;
  /** Told of every version that becomes available through a request; a later writer may take it away again. */
  readonly published?: (file: StoredFile) => void;
}

/** One emulated cluster; all that it shows of itself has first been brought up to the clock. */
export interface ImageStore {
  /** Never rejects; what is still going on when the request's `timeout` is over goes on after the 504. */
  handle(request: StoreRequest): Promise<Outcome>;
  /** Adds to the faults to come. */
  script(faults: readonly Fault[]): void;
  faults(): readonly Fault[];
  clearFaults(): void;
  /** Stable files in order of path. */
  files(): readonly StoredFile[];
  file(path: string): StoredFile | undefined;
  sessions(): readonly UploadSession[];
  /** Requests not over yet, answered or not: what is `held` or `publishing` may still change a path. */
  work(): readonly Readonly<Work>[];
  /** Another replica becomes primary now. */
  failOver(oldContent: OldContent): void;
  /** An empty cluster, no faults. */
  reset(): void;
}

/** An empty image store. */
export function createImageStore(options: ImageStoreOptions): ImageStore {
  const {
    clock,
    linux = false,
    runtimeVersion = 6.4,
    strictLength = !linux,
    rollbackStamps = true,
    published,
  } = options;
  const empty = () => emptyCluster({ now: () => clock.now(), linux, rollbackStamps, published });
  const script = new FaultScript();
  let cluster = empty();

  const upToDate = (): Cluster => {
    cluster.schedule.advance();
    return cluster;
  };

  const handle = async (request: StoreRequest): Promise<Outcome> => {
    if (strictLength && lacksLength(request)) {
      return answered(htmlAnswer(411, 'Length Required'));
    }
    const here = upToDate();
    const { sessions, content, schedule } = here;
    const call = readCall(request.method, request.target, { linux, runtimeVersion });
    const known = typeof call === 'string' ? undefined : call;
    const sessionId = known === undefined ? undefined : readSessionId(known.query);
    const path = known?.path || (sessionId === undefined ? undefined : sessions.get(sessionId)?.path);
    const faults = script.take({
      operation: known?.operation,
      sessionId,
      isAt: (other) => path !== undefined && content.isSame(path, other),
    });
    const work: Work = { operation: known?.operation ?? 'none', sessionId, path, stage: 'held', holds: undefined };
    const deadlineMs = schedule.nowMs + (known?.timeoutSeconds ?? 60) * 1000;
    if (known?.timeoutSeconds === 0) {
      return answered(errorAnswer('FABRIC_E_TIMEOUT')); // the requester's own timer fires before anything is sent
    }
    const asked = { ...request, call, work, faults, deadlineMs };
    const started = schedule.start(work, tell(here, asked));
    return delivered(await settled(clock, schedule, started, deadlineMs), faults);
  };

  return {
    handle,
    script: (faults) => script.add(faults),
    faults: () => script.all(),
    clearFaults: () => script.clear(),
    files: () => upToDate().content.files(),
    file: (path) => upToDate().content.get(path),
    sessions: () => upToDate().sessions.all(),
    work: () => upToDate().schedule.all(),
    failOver: (oldContent) => failOver(upToDate(), oldContent),
    reset: () => {
      cluster = empty();
      script.clear();
    },
  };
}

interface Arrived extends StoreRequest {
  readonly call: ReturnType<typeof readCall>;
  readonly work: Work;
  readonly faults: MetFaults;
  readonly deadlineMs: number;
}

/** Every request's story: the faults before it, what it does, the faults after it. */
function* tell(cluster: Cluster, arrived: Arrived): Story {
  const { call, work, faults } = arrived;
  const early = yield* meet(cluster, work, faults.before);
  if (early !== undefined) {
    return early;
  }
  const performed =
    typeof call === 'string' || isTooLarge(arrived)
      ? refusal(call)
      : OPERATIONS[call.operation](cluster, { ...arrived, call });
  const outcome = 'kind' in performed ? performed : yield* performed;
  work.stage = 'answering';
  return (yield* meet(cluster, work, faults.after)) ?? outcome;
}

function refusal(call: Arrived['call']): Outcome {
  switch (call) {
    case 'unreadable':
      return answered(htmlAnswer(400, 'Bad Request'));
    case 'no-match':
      // Not 404, not 405, and before anybody asks who is there (RequestHandlerBase.HandlerAsyncOperation.cpp).
      return answered(errorAnswer('E_INVALIDARG'));
    default:
      return answered(errorAnswer('FABRIC_E_MESSAGE_TOO_LARGE'));
  }
}

/** Waits for the end of the story or of the request's time; the story does not mind. */
async function settled(clock: Clock, schedule: Schedule, started: Started, deadlineMs: number): Promise<Outcome> {
  for (;;) {
    const outcome = started.outcome();
    if (outcome !== undefined && started.endedMs() <= deadlineMs) {
      return outcome;
    }
    const nowMs = clock.now();
    if (nowMs >= deadlineMs) {
      return answered(errorAnswer('FABRIC_E_TIMEOUT'));
    }
    const waitMs = Math.min(started.dueMs(), deadlineMs) - nowMs;
    await Promise.race([clock.sleep(Math.min(waitMs, LONGEST_TIMER_MS)), started.over]);
    schedule.advance();
  }
}

const LONGEST_TIMER_MS = 2 ** 31 - 1; // a Node.js timer that is longer fires at once

function lacksLength({ method, headers }: StoreRequest): boolean {
  const hasBody = method === 'POST' || method === 'PUT';
  return hasBody && headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
}

const MOST_BODY_BYTES = 4 * 1024 * 1024;

// RequestMessageContext.ReadBodyAsyncOperation.cpp; a PUT streams to a file and has no limit.
function isTooLarge({ method, body }: StoreRequest): boolean {
  return method !== 'PUT' && body.byteLength > MOST_BODY_BYTES;
}
