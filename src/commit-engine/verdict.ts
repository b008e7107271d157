// From evidence to verdict, as pure functions: what each answer shows, and what all of it together proves.
import type { Attempt, FailedAttempt } from '../image-store/attempt.js';

/** `unknown`: the cluster may or may not have committed, and the evidence does not decide. */
export type Result = 'committed' | 'failed' | 'unknown';

/** What one commit attempt shows by itself. */
export type AnswerClass =
  /** A 200 without a body: what the gateway answers to a commit (imagestorehandler.cpp). */
  | 'success'
  /** A 200 that was cut off in its body. */
  | 'interruptedSuccess'
  /** A success in another form: something between has answered for the cluster, or rewritten its answer. */
  | 'unexpectedSuccess'
  /** 400 E_INVALIDARG. */
  | 'invalidArgument'
  /** 500 with a FabricError: the work has ended with an error. */
  | 'serverError'
  /** 500 OperationsPending: a commit of this path is still running. */
  | 'inProgress'
  /** Anything else after which the cluster may have acted. */
  | 'indeterminate'
  /** The cluster has not acted. */
  | 'rejected';

/**
 * FabricErrors that leave open what the cluster does: OperationsPending, and all that HttpUtil.cpp sends with 502 to 504.
 * A front end that changes the status leaves the code as it was.
 */
const openCodes: readonly string[] = [
  'OperationsPending',
  'FABRIC_E_GATEWAY_NOT_REACHABLE',
  'E_ABORT',
  'FABRIC_E_CONNECTION_CLOSED_BY_REMOTE_END',
  'FABRIC_E_NOT_PRIMARY',
  'FABRIC_E_NOT_READY',
  'FABRIC_E_NO_WRITE_QUORUM',
  'FABRIC_E_OBJECT_CLOSED',
  'FABRIC_E_RECONFIGURATION_PENDING',
  'FABRIC_E_REPLICATION_QUEUE_FULL',
  'FABRIC_E_SERVICE_OFFLINE',
  'FABRIC_E_SERVICE_TOO_BUSY',
  'FABRIC_E_COMMUNICATION_ERROR',
  'FABRIC_E_OPERATION_NOT_COMPLETE',
  'FABRIC_E_TIMEOUT',
];

/** Classifies an attempt. */
export function classify(attempt: Attempt): AnswerClass {
  if (attempt.kind === 'noResponse') return classifyFailure(attempt);
  const { status, error, body } = attempt;
  if (status === 500 && error?.code === 'OperationsPending') return 'inProgress';
  if (error && openCodes.includes(error.code)) return 'indeterminate';
  // A front end that turns every status into a success leaves the cluster's error in the body.
  if (status >= 200 && status < 300 && error) return 'rejected';
  if (status === 200) return body === 'empty' ? 'success' : 'unexpectedSuccess';
  // 202 says that the work may not even have begun. After a 303 another page shows what became of it (RFC 9110).
  if (status === 202) return 'indeterminate';
  if ((status > 200 && status < 300) || status === 303) return 'unexpectedSuccess';
  if (status === 400 && error?.code === 'E_INVALIDARG') return 'invalidArgument';
  if (status === 500 && error) return 'serverError';
  // Work goes on in the cluster after a time-out or a failover (StoreTransactionAsyncOperation.cpp), and a front end may
  // give up on an answer that was on its way. 501 and 505 say that nothing was understood.
  return status >= 500 && status !== 501 && status !== 505 ? 'indeterminate' : 'rejected';
}

/** An interrupted response may have come as far as its refusal, or its success. */
function classifyFailure({ sent, status = 0 }: FailedAttempt): AnswerClass {
  if (!sent || (status >= 400 && status < 500)) return 'rejected';
  return status === 200 ? 'interruptedSuccess' : 'indeterminate';
}

/** Whether the cluster may have acted, or not, in spite of what was answered. */
export function isAmbiguous(answer: AnswerClass): boolean {
  return answer !== 'success' && answer !== 'invalidArgument' && answer !== 'rejected';
}

/** What is known when the attempts have ended. The session is looked up before the content, never after it. */
export interface Evidence {
  /** What every attempt showed, in order; at least one. */
  readonly answers: readonly AnswerClass[];
  /** The session after the last answer; undefined when it was not looked up or the look-up was inconclusive. */
  readonly session?: 'gone' | 'complete' | 'incomplete' | undefined;
  /** The file at the session's path after that; undefined likewise. */
  readonly content?: 'matches' | 'differs' | 'absent' | undefined;
}

/** Why the verdict is what it is. */
export type Reason =
  /** One plain answer, and no ambiguous one before it. */
  | 'answered'
  /** The content at the path proves the commit. */
  | 'published'
  /** Bytes are missing, so no attempt can have succeeded. */
  | 'incomplete'
  /** The cluster refused the session, still has it, and its content is not at the path. */
  | 'not published'
  /** Every ambiguous answer was an error that reports the end of the work, and the content is not at the path. */
  | 'aborted'
  | 'inconclusive';

/**
 * The verdict. Once an attempt was ambiguous no single answer is believed: a 200 can be false after a rolled-back
 * overwrite, which stamps the old file with the new session's id (FileUploadAsyncOperation.cpp); a 400 or 404 can mean
 * that the session is gone because it was committed; a file can be listed while it is being published and be rolled
 * back after that. An unexpected success is one that the content confirms only when it answered the only attempt: no
 * earlier one can be in transit then.
 */
export function evaluate({ answers, session, content }: Evidence): { result: Result; reason: Reason } {
  const last = answers.at(-1);
  const ambiguous = answers.filter(isAmbiguous);
  const isPublished = content === 'matches';
  const isNotPublished = content === 'differs' || content === 'absent';

  if (ambiguous.length === 0) return { result: last === 'success' ? 'committed' : 'failed', reason: 'answered' };
  const isSuccess =
    last === 'success' || last === 'interruptedSuccess' || (last === 'unexpectedSuccess' && answers.length === 1);
  if (isPublished && (isSuccess || session === 'gone')) return { result: 'committed', reason: 'published' };
  if (session === 'incomplete') return { result: 'failed', reason: 'incomplete' };
  if (isNotPublished && last === 'invalidArgument' && session === 'complete') {
    return { result: 'failed', reason: 'not published' };
  }
  if (isNotPublished && last === 'serverError' && ambiguous.every((answer) => answer === 'serverError')) {
    return { result: 'failed', reason: 'aborted' };
  }
  return { result: 'unknown', reason: 'inconclusive' };
}
