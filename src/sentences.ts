// What happened, in words: one attempt, one outcome.
import type { Outcome } from './commit.js';
import { oneLine } from './foreign-text.js';
import type { Answered, Attempt, Unanswered } from './image-store.js';

/** What came of an attempt, as the rest of a sentence: "the cluster answered 400 E_INVALIDARG: Invalid argument". */
export function describeAttempt(attempt: Attempt): string {
  return attempt.kind === 'answered' ? describeAnswer(attempt) : describeSilence(attempt);
}

function describeAnswer({ status, reason, error, body }: Answered): string {
  const line = oneLine(`${status} ${reason}`, 100);
  if (error) {
    // The reason phrase mostly repeats the code; where it says more it may be all there is.
    const text = error.message === undefined ? ' without a message' : `: ${oneLine(error.message).replace(/\.$/, '')}`;
    return `the cluster answered ${status === 200 ? '200 and yet the error ' : `${status} `}${oneLine(error.code, 100)}${text}`;
  }
  if (body === 'endless') return `the answer ${line} was longer than the 64 KiB that are read`;
  if (body === 'page') return `the answer was ${line} with a page or text that is no answer of the image store`;
  return `the cluster answered ${line}${body === 'empty' ? ' without a body' : ' without a FabricError'}`;
}

function describeSilence({ problem, code, message, sent, status }: Unanswered): string {
  const detail = oneLine(message.includes(code) ? message : `${message} (${code})`, 300);
  switch (problem) {
    case 'connect':
      return `no connection could be made: ${detail}`;
    case 'deadline':
      return sent ? `the cluster gave ${oneLine(message)}` : `no connection could be made: ${detail}`;
    case 'cancelled':
      return 'the step was cancelled';
    case 'cut':
      return status === undefined
        ? `the connection ended before an answer came: ${detail}`
        : `the answer ${status} was cut off: ${detail}`;
  }
}

/** The outcome in one sentence. */
export function describeOutcome(outcome: Outcome, endpointUrl: string): string {
  const { sessionId, result, last, attempts, durationMs } = outcome;
  const took = `${attempts === 1 ? '' : `${attempts} attempts, `}${duration(durationMs)}`;
  if (result === 'committed') return `Committed upload session ${sessionId} at ${endpointUrl} (${took}).`;
  const why = last === undefined ? 'the step was cancelled before its commit was begun' : describeAttempt(last);
  return result === 'failed'
    ? `Upload session ${sessionId} was not committed at ${endpointUrl}: ${why}.`
    : `Upload session ${sessionId} may or may not be committed at ${endpointUrl}: ${why}.`;
}

/** A time for people: 840 ms, 12.3 s, 4 min 5 s. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1).replace('.0', '')} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}

/** The code and the text that the outputs carry for an attempt; empty when it was a success. */
export function errorOf(outcome: Outcome, endpointUrl: string): { code: string; message: string } {
  const { last, result } = outcome;
  if (result === 'committed') return { code: '', message: '' };
  const sentence = describeOutcome(outcome, endpointUrl);
  if (last?.kind === 'answered') return { code: last.error?.code ?? '', message: last.error?.message ?? sentence };
  return { code: last?.code ?? 'CANCELLED', message: sentence };
}
