// A request meets a fault: what happens to the cluster then, and what becomes of the answer.

import { STATUS_CODES } from 'node:http';
import type { Cluster } from './cluster.js';
import type { Fault, MetFaults, ScriptedAnswer } from './faults.js';
import type { OldContent } from './file-store.js';
import { answered, type Outcome } from './handler-result.js';
import { type Answer, errorAnswer, htmlAnswer, textAnswer } from './responses.js';
import type { Work } from './scheduler.js';

/** Lets a fault happen; an outcome, if there is one, ends the request at this point. */
export function* meet(cluster: Cluster, work: Work, fault: Fault | undefined): Generator<number, Outcome | undefined> {
  if (fault === undefined) {
    return undefined;
  }
  if (fault.delayMs !== undefined && fault.delayMs > 0) {
    yield fault.delayMs;
  }
  const sessionId = fault.sessionId?.toLowerCase() ?? work.sessionId;
  if (fault.dropSession && sessionId !== undefined) {
    cluster.sessions.delete(sessionId);
  }
  const { overwrite, busy, failover, delivery } = fault;
  const overwritten = overwrite?.path ?? work.path;
  if (overwrite !== undefined && overwritten !== undefined) {
    cluster.content.overwrite(overwritten, Buffer.from(overwrite.content), cluster.schedule.nowMs);
  }
  const held = busy?.path ?? work.path;
  if (busy !== undefined && held !== undefined) {
    keepBusy(cluster, held, busy.ms);
  }
  if (failover !== undefined) {
    failOver(cluster, failover.oldContent ?? 'lost', work);
  }
  if (delivery === 'reset' || delivery === 'close' || delivery === 'hang') {
    return { kind: delivery };
  }
  if (typeof delivery === 'object' && 'raw' in delivery) {
    return { kind: 'raw', text: delivery.raw };
  }
  return fault.answer === undefined ? undefined : answered(scripted(fault.answer));
}

/**
 * Another replica becomes primary: sessions are forgotten (the map lives in memory), what is being published is
 * cut short, and with `lost` its path disappears along with the content it had (RequestManager.cpp, recovery).
 */
export function failOver(cluster: Cluster, oldContent: OldContent, except?: Work): void {
  cluster.schedule.kill('publishing', except, answered(errorAnswer('E_ABORT')));
  cluster.content.failOver(oldContent);
  cluster.sessions.clear();
}

/** Spoils the answer on its way as the faults say; the last point's word counts. */
export function delivered(outcome: Outcome, faults: MetFaults): Outcome {
  const delivery = faults.after?.delivery ?? faults.between?.delivery ?? faults.before?.delivery;
  if (outcome.kind !== 'answer' || delivery === undefined) {
    return outcome;
  }
  const { answer } = outcome;
  if (typeof delivery === 'object') {
    return 'cutAfterBytes' in delivery
      ? { kind: 'cut', answer, bodyBytes: delivery.cutAfterBytes }
      : 'dripMs' in delivery
        ? { kind: 'drip', answer, everyMs: delivery.dripMs }
        : outcome;
  }
  return delivery === 'endless' || delivery === 'keep-open' ? { kind: delivery, answer } : outcome;
}

function keepBusy(cluster: Cluster, path: string, ms: number): void {
  const work: Work = { operation: 'other', sessionId: undefined, path, stage: 'publishing', holds: path };
  const story = (function* () {
    yield ms;
    return { kind: 'close' } as const;
  })();
  cluster.schedule.start(work, story);
}

function scripted(answer: ScriptedAnswer): Answer {
  const known = written(answer);
  const type = answer.contentType === undefined ? {} : { 'Content-Type': answer.contentType };
  return { ...known, headers: { ...known.headers, ...type, ...answer.headers } };
}

function written({ status, reason, code, message, body, contentType }: ScriptedAnswer): Answer {
  if (code !== undefined && body === undefined) {
    return errorAnswer(code, {
      ...(status === undefined ? {} : { status }),
      ...(reason === undefined ? {} : { reason }),
      ...(message === undefined ? {} : { message }),
    });
  }
  const number = status ?? 500;
  const phrase = reason ?? STATUS_CODES[number] ?? '';
  if (body !== undefined) {
    return textAnswer(number, phrase, contentType ?? 'text/html', body);
  }
  const isBare = number < 200 || number === 204 || number === 304;
  return isBare ? { status: number, reason: phrase, headers: {}, body: new Uint8Array(0) } : htmlAnswer(number, phrase);
}
