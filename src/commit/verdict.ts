// From evidence to verdict, as one pure function. What each answer shows, and what all of it together proves.
import type { Attempt } from '../image-store/attempt.js';

/** `unknown`: the cluster may or may not have committed, and the evidence does not decide. */
export type Result = 'committed' | 'failed' | 'unknown';

/**
 * What one commit attempt shows by itself:
 * `done` a 200 in the form that counts; `invalid` 400 E_INVALIDARG; `broken` 500 with a FabricError that reports an end;
 * `pending` 500 OperationsPending; `vague` any other sign that the cluster may have acted; `refused` that it did not.
 */
export type Sign = 'done' | 'invalid' | 'broken' | 'pending' | 'vague' | 'refused';

/** Reads the sign of an attempt. */
export function signOf(attempt: Attempt): Sign {
  if (attempt.kind === 'unanswered') return attempt.sent && !isRefusal(attempt.status) ? 'vague' : 'refused';
  const { status, error, body } = attempt;
  if (status === 200) return error === undefined && (body === 'empty' || body === 'json') ? 'done' : 'refused';
  if (status === 400 && error?.code === 'E_INVALIDARG') return 'invalid';
  if (status === 500 && error !== undefined) return error.code === 'OperationsPending' ? 'pending' : 'broken';
  // Work goes on in the cluster after a time-out or a failover (StoreTransactionAsyncOperation.cpp), and a front end may
  // give up on an answer that was on its way. 501 and 505 say that nothing was understood.
  return status >= 500 && status !== 501 && status !== 505 ? 'vague' : 'refused';
}

/** Of a cut answer as much may have come as its refusal. */
function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

/** Whether the cluster may have acted although it did not say so. */
export function isAmbiguous(sign: Sign): boolean {
  return sign === 'broken' || sign === 'pending' || sign === 'vague';
}

/** What is known when the attempts have ended. The session is asked before the content, never after it. */
export interface Evidence {
  /** What every attempt showed, in order; at least one. */
  signs: readonly Sign[];
  /** The session after the last answer; undefined when it was not asked or gave no answer. */
  session?: 'gone' | 'complete' | 'incomplete' | undefined;
  /** The file at the session's path after that; undefined when it was not asked or gave no clear answer. */
  content?: 'ours' | 'not ours' | 'absent' | undefined;
}

/** Why the verdict is what it is. */
export type Ground =
  /** One plain answer, and none before it in doubt. */
  | 'answered'
  /** The content at the path proves the commit. */
  | 'published'
  /** Bytes are missing, so that no attempt can have succeeded. */
  | 'incomplete'
  /** The cluster refused the session, still has it, and its content is not at the path. */
  | 'not published'
  /** Every doubtful answer was an error that reports the end of the work, and the content is not at the path. */
  | 'broken off'
  | 'undecided';

/**
 * The verdict. Once an attempt was ambiguous no single answer is believed: a 200 can be false after a rolled-back
 * overwrite, which stamps the old file with the new session's id (FileUploadAsyncOperation.cpp); a 400 or 404 can mean
 * that the session is gone because it was committed; a file can be listed while it is being published and be rolled
 * back after that.
 */
export function judge({ signs, session, content }: Evidence): { result: Result; ground: Ground } {
  const last = signs.at(-1);
  const doubts = signs.filter(isAmbiguous);
  const published = content === 'ours';
  const notPublished = content === 'not ours' || content === 'absent';

  if (doubts.length === 0) return { result: last === 'done' ? 'committed' : 'failed', ground: 'answered' };
  if (published && (last === 'done' || session === 'gone')) return { result: 'committed', ground: 'published' };
  if (session === 'incomplete') return { result: 'failed', ground: 'incomplete' };
  if (notPublished && last === 'invalid' && session === 'complete')
    return { result: 'failed', ground: 'not published' };
  if (notPublished && last === 'broken' && doubts.every((sign) => sign === 'broken')) {
    return { result: 'failed', ground: 'broken off' };
  }
  return { result: 'unknown', ground: 'undecided' };
}
