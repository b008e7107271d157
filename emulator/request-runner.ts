// Runs one request: takes its faults when it arrives, then its task, and waits for the result or for its timeout.

import { type Clock, longestTimerMs } from './clock.js';
import type { Cluster } from './cluster.js';
import type { Content } from './content.js';
import { applyDelivery, applyFault } from './fault-effects.js';
import type { FaultQueue, ReceiveOptions, RequestFaults } from './faults.js';
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

/** A request without its body, with header names in lower case. */
export interface RequestHead {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

interface RunnerContext {
  readonly clock: Clock;
  readonly queue: FaultQueue;
  readonly runtimeVersion: number;
  readonly strictLength: boolean;
  /** The cluster, brought up to the clock's time. */
  cluster(): Cluster;
}

/** Takes the faults of a request; it then waits for its body. */
export function receiveRequest(
  context: RunnerContext,
  head: RequestHead,
): {
  readonly receive: ReceiveOptions | undefined;
  handle(body: Content): Promise<HandlerResult>;
  abandon(): void;
} {
  const { clock, queue, runtimeVersion, strictLength } = context;
  if (strictLength && lacksLength(head)) {
    const rejected = respondWith(htmlResponse(411, 'Length Required'));
    return { receive: undefined, handle: () => Promise.resolve(rejected), abandon: () => {} };
  }
  const { linux, underWay } = context.cluster();
  const parsed = parseRequest(head.method, head.target, { linux, runtimeVersion });
  const { state, faults } = takeFaults(context.cluster(), queue, parsed, head);
  underWay.add(state);
  const handle = async (body: Content): Promise<HandlerResult> => {
    const cluster = context.cluster();
    const { scheduler } = cluster;
    const timeoutSeconds = typeof parsed === 'string' ? defaultTimeoutSeconds : parsed.timeoutSeconds;
    // The gateway's own timer expires before the request is sent on.
    if (timeoutSeconds === 0) return respondWith(errorResponse('FABRIC_E_TIMEOUT'));
    const deadlineMs = scheduler.nowMs + timeoutSeconds * 1000;
    const task = scheduler.start(state, runRequest(cluster, { ...head, body, parsed, state, faults, deadlineMs }));
    return applyDelivery(await waitForResult(clock, scheduler, task, deadlineMs), faults);
  };
  return {
    receive: faults.before?.receive,
    handle: (body) => handle(body).finally(() => underWay.delete(state)),
    abandon: () => underWay.delete(state),
  };
}

/** Takes the faults that apply to a request, and creates the state of its task. */
function takeFaults(
  { sessions, files, underWay }: Cluster,
  queue: FaultQueue,
  parsed: ParsedRequest | ParseFailure,
  { headers }: RequestHead,
): { readonly state: TaskState; readonly faults: RequestFaults } {
  const request = typeof parsed === 'string' ? undefined : parsed;
  const operation = request?.operation;
  const sessionId = request === undefined ? undefined : parseSessionId(request.query);
  const path = request?.path || (sessionId === undefined ? undefined : sessions.get(sessionId)?.path);
  const isAt = (other: string) => path !== undefined && files.isSame(path, other);
  const isParallel =
    operation === 'upload-chunk' &&
    [...underWay].some((other) => other.operation === operation && other.sessionId === sessionId);
  const faults = queue.takeMatching({ operation, sessionId, path, isParallel, isAt });
  const requestId = headers['x-servicefabricrequestid'];
  const state: TaskState = {
    operation: operation ?? 'none',
    sessionId,
    path,
    requestId,
    stage: 'held',
    busyPath: undefined,
  };
  return { state, faults };
}

interface ReceivedRequest extends RequestHead {
  readonly body: Content;
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

function lacksLength({ method, headers }: RequestHead): boolean {
  const hasBody = method === 'POST' || method === 'PUT';
  return hasBody && headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
}

// RequestMessageContext.ReadBodyAsyncOperation.cpp. A PUT is written to a file and has no limit.
const maxBodyBytes = 4 * 1024 * 1024;

function isTooLarge({ method, body }: ReceivedRequest): boolean {
  return method !== 'PUT' && body.sizeBytes > maxBodyBytes;
}
