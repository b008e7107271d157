// The emulated image store without a socket: takes a request and returns a result, on the clock that is passed in.

import type { Clock } from './clock.js';
import { type Cluster, createCluster } from './cluster.js';
import { applyDelivery, applyFault, failOver } from './fault-effects.js';
import { type Fault, FaultQueue, type RequestFaults } from './faults.js';
import type { OldContent, StoredFile } from './file-store.js';
import { type HandlerResult, respondWith } from './handler-result.js';
import { handlers } from './handlers.js';
import {
  defaultTimeoutSeconds,
  type ParsedRequest,
  type ParseFailure,
  parseRequest,
  parseSessionId,
} from './request-parser.js';
import { errorResponse, htmlResponse } from './responses.js';
import type { Scheduler, Task, TaskHandle, TaskState } from './scheduler.js';
import type { UploadSession } from './upload-sessions.js';

/** A request as it was received, with header names in lower case. */
export interface StoreRequest {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface ImageStoreOptions {
  readonly clock: Clock;
  /** A Linux cluster: no session API, paths with slashes, letter case matters. Default: false. */
  readonly linux?: boolean;
  /** The newest api-version that is accepted. Default: 6.4. */
  readonly runtimeVersion?: number;
  /** True rejects a POST or PUT without a length, as http.sys does. Default: true, or false with `linux`. */
  readonly strictLength?: boolean;
  /** False emulates a cluster without one defect: a commit falsely succeeds after its overwrite was rolled back. */
  readonly rollbackStamps?: boolean;
  /** Called for every version that a request publishes. Another writer may replace it later. */
  readonly onPublished?: (file: StoredFile) => void;
}

/** One emulated cluster. Every method first brings the cluster up to the clock's time. */
export interface ImageStore {
  /** Never rejects. A task that takes longer than the request's `timeout` is answered 504 and continues. */
  handle(request: StoreRequest): Promise<HandlerResult>;
  addFaults(faults: readonly Fault[]): void;
  /** The faults that have not been used yet. */
  faults(): readonly Fault[];
  clearFaults(): void;
  /** The published files, sorted by path. */
  files(): readonly StoredFile[];
  file(path: string): StoredFile | undefined;
  sessions(): readonly UploadSession[];
  /** The unfinished tasks, answered or not. Those that are `held` or `publishing` can still change a path. */
  tasks(): readonly Readonly<TaskState>[];
  /** Another replica becomes primary now. */
  failOver(oldContent: OldContent): void;
  /** Starts over with an empty cluster and no faults. */
  reset(): void;
}

/** Creates an empty image store. */
export function createImageStore(options: ImageStoreOptions): ImageStore {
  const {
    clock,
    linux = false,
    runtimeVersion = 6.4,
    strictLength = !linux,
    rollbackStamps = true,
    onPublished,
  } = options;
  const createEmpty = () => createCluster({ now: () => clock.now(), linux, rollbackStamps, onPublished });
  const queue = new FaultQueue();
  let cluster = createEmpty();

  const upToDate = (): Cluster => {
    cluster.scheduler.advance();
    return cluster;
  };

  const handle = async (request: StoreRequest): Promise<HandlerResult> => {
    if (strictLength && lacksLength(request)) return respondWith(htmlResponse(411, 'Length Required'));
    const parsed = parseRequest(request.method, request.target, { linux, runtimeVersion });
    const current = upToDate();
    const { state, faults } = takeFaults(current, queue, parsed);
    const timeoutSeconds = typeof parsed === 'string' ? defaultTimeoutSeconds : parsed.timeoutSeconds;
    // The gateway's own timer expires before the request is sent on.
    if (timeoutSeconds === 0) return respondWith(errorResponse('FABRIC_E_TIMEOUT'));
    const deadlineMs = current.scheduler.nowMs + timeoutSeconds * 1000;
    const steps = runRequest(current, { ...request, parsed, state, faults, deadlineMs });
    const task = current.scheduler.start(state, steps);
    return applyDelivery(await waitForResult(clock, current.scheduler, task, deadlineMs), faults);
  };

  return {
    handle,
    addFaults: (faults) => queue.add(faults),
    faults: () => queue.all(),
    clearFaults: () => queue.clear(),
    files: () => upToDate().files.all(),
    file: (path) => upToDate().files.get(path),
    sessions: () => upToDate().sessions.all(),
    tasks: () => upToDate().scheduler.running(),
    failOver: (oldContent) => failOver(upToDate(), oldContent),
    reset: () => {
      cluster = createEmpty();
      queue.clear();
    },
  };
}

/** Takes the faults that apply to a request, and creates the state of its task. */
function takeFaults(
  { sessions, files }: Cluster,
  queue: FaultQueue,
  parsed: ParsedRequest | ParseFailure,
): { readonly state: TaskState; readonly faults: RequestFaults } {
  const request = typeof parsed === 'string' ? undefined : parsed;
  const operation = request?.operation;
  const sessionId = request === undefined ? undefined : parseSessionId(request.query);
  const path = request?.path || (sessionId === undefined ? undefined : sessions.get(sessionId)?.path);
  const isAt = (other: string) => path !== undefined && files.isSame(path, other);
  const faults = queue.takeMatching({ operation, sessionId, isAt });
  return { state: { operation: operation ?? 'none', sessionId, path, stage: 'held', busyPath: undefined }, faults };
}

interface ReceivedRequest extends StoreRequest {
  readonly parsed: ParsedRequest | ParseFailure;
  readonly state: TaskState;
  readonly faults: RequestFaults;
  readonly deadlineMs: number;
}

/** The task of every request: the faults before the handler, the handler, the faults after it. */
function* runRequest(cluster: Cluster, received: ReceivedRequest): Task {
  const { parsed, state, faults } = received;
  const early = yield* applyFault(cluster, state, faults.before);
  if (early !== undefined) return early;
  const handled =
    typeof parsed === 'string' || isTooLarge(received)
      ? reject(parsed)
      : handlers[parsed.operation](cluster, { ...received, request: parsed });
  const result = 'kind' in handled ? handled : yield* handled;
  state.stage = 'answering';
  return (yield* applyFault(cluster, state, faults.after)) ?? result;
}

function reject(parsed: ParsedRequest | ParseFailure): HandlerResult {
  switch (parsed) {
    case 'malformed':
      return respondWith(htmlResponse(400, 'Bad Request'));
    case 'no-route':
      // RequestHandlerBase.HandlerAsyncOperation.cpp: neither 404 nor 405, and before authentication.
      return respondWith(errorResponse('E_INVALIDARG'));
    default:
      return respondWith(errorResponse('FABRIC_E_MESSAGE_TOO_LARGE'));
  }
}

/** Waits for the task or for the request's deadline, whichever comes first. The task continues after the deadline. */
async function waitForResult(
  clock: Clock,
  scheduler: Scheduler,
  task: TaskHandle,
  deadlineMs: number,
): Promise<HandlerResult> {
  for (;;) {
    const result = task.result();
    if (result !== undefined && task.finishedMs() <= deadlineMs) return result;
    const nowMs = clock.now();
    if (nowMs >= deadlineMs) return respondWith(errorResponse('FABRIC_E_TIMEOUT'));
    const waitMs = Math.min(task.dueMs(), deadlineMs) - nowMs;
    await Promise.race([clock.sleep(Math.min(waitMs, longestTimerMs)), task.finished]);
    scheduler.advance();
  }
}

const longestTimerMs = 2 ** 31 - 1; // a longer timer of Node.js fires at once

function lacksLength({ method, headers }: StoreRequest): boolean {
  const hasBody = method === 'POST' || method === 'PUT';
  return hasBody && headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
}

// RequestMessageContext.ReadBodyAsyncOperation.cpp. A PUT is written to a file and has no limit.
const maxBodyBytes = 4 * 1024 * 1024;

function isTooLarge({ method, body }: StoreRequest): boolean {
  return method !== 'PUT' && body.byteLength > maxBodyBytes;
}
