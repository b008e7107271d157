// Applies a fault to a request: what it does to the cluster, and what the client gets instead of the real response.

import { STATUS_CODES } from 'node:http';
import type { Cluster } from './cluster.js';
import { Content } from './content.js';
import type { Fault, RequestFaults, ScriptedAnswer } from './faults.js';
import type { OldContent } from './file-store.js';
import { type HandlerResult, respondWith } from './handler-result.js';
import { errorResponse, type HttpResponse, htmlResponse, textResponse } from './responses.js';
import type { Task, TaskState } from './scheduler.js';

/** Applies a fault, if there is one. A result other than undefined ends the request at this point. */
export function* applyFault(
  cluster: Cluster,
  state: TaskState,
  fault: Fault | undefined,
): Generator<number, HandlerResult | undefined> {
  if (fault === undefined) return undefined;
  if (fault.delayMs !== undefined && fault.delayMs > 0) yield fault.delayMs;
  const sessionId = fault.sessionId?.toLowerCase() ?? state.sessionId;
  if (fault.dropSession && sessionId !== undefined) cluster.sessions.delete(sessionId);
  const { overwrite, busy, failover, delivery } = fault;
  const overwrittenPath = overwrite?.path ?? state.path;
  if (overwrite !== undefined && overwrittenPath !== undefined) {
    cluster.files.overwrite(overwrittenPath, new Content([Buffer.from(overwrite.content)]), cluster.scheduler.nowMs);
  }
  const busyPath = busy?.path ?? state.path;
  if (busy !== undefined && busyPath !== undefined) keepBusy(cluster, busyPath, busy.ms);
  if (failover !== undefined) failOver(cluster, failover.oldContent ?? 'lost', state);
  if (delivery === 'reset' || delivery === 'close' || delivery === 'hang') return { kind: delivery };
  if (typeof delivery === 'object' && 'raw' in delivery) return { kind: 'raw', text: delivery.raw };
  return fault.answer === undefined ? undefined : respondWith(scriptedResponse(fault.answer));
}

/**
 * Another replica becomes primary (RequestManager.cpp, recovery): the sessions are lost, since they exist only in
 * memory, and publishing is aborted. With `lost`, the file that was at such a path before is lost as well.
 */
export function failOver(cluster: Cluster, oldContent: OldContent, except?: TaskState): void {
  cluster.scheduler.abort('publishing', except, respondWith(errorResponse('E_ABORT')));
  cluster.files.failOver(oldContent);
  cluster.sessions.clear();
}

/** Damages a complete response as the faults say; the delivery of the last point applies. */
export function applyDelivery(result: HandlerResult, faults: RequestFaults): HandlerResult {
  const delivery = faults.after?.delivery ?? faults.between?.delivery ?? faults.before?.delivery;
  if (result.kind !== 'response' || delivery === undefined) return result;
  const { response } = result;
  if (delivery === 'endless' || delivery === 'keep-open') return { kind: delivery, response };
  if (typeof delivery !== 'object') return result;
  if ('cutAfterBytes' in delivery) return { kind: 'cut', response, bodyBytes: delivery.cutAfterBytes };
  return 'dripMs' in delivery ? { kind: 'drip', response, everyMs: delivery.dripMs } : result;
}

/** Starts another writer's task, which does nothing but keep the path busy. */
function keepBusy(cluster: Cluster, path: string, ms: number): void {
  const state: TaskState = { operation: 'other', sessionId: undefined, path, stage: 'publishing', busyPath: path };
  const task = (function* (): Task {
    yield ms;
    return { kind: 'close' };
  })();
  cluster.scheduler.start(state, task);
}

function scriptedResponse(answer: ScriptedAnswer): HttpResponse {
  const response = defaultResponse(answer);
  const type = answer.contentType === undefined ? {} : { 'Content-Type': answer.contentType };
  return { ...response, headers: { ...response.headers, ...type, ...answer.headers } };
}

function defaultResponse({ status, reason, code, message, body, contentType }: ScriptedAnswer): HttpResponse {
  if (code !== undefined && body === undefined) {
    return errorResponse(code, {
      ...(status === undefined ? {} : { status }),
      ...(reason === undefined ? {} : { reason }),
      ...(message === undefined ? {} : { message }),
    });
  }
  const sentStatus = status ?? 500;
  const sentReason = reason ?? STATUS_CODES[sentStatus] ?? '';
  if (body !== undefined) return textResponse(sentStatus, sentReason, contentType ?? 'text/html', body);
  // RFC 9112, 6.3: these never have a body.
  const hasBody = sentStatus >= 200 && sentStatus !== 204 && sentStatus !== 304;
  if (hasBody) return htmlResponse(sentStatus, sentReason);
  return { status: sentStatus, reason: sentReason, headers: {}, body: new Uint8Array(0) };
}
