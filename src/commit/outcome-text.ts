// What happened, in words: an attempt, a look-up, an outcome.

import type { Attempt, FailedAttempt, ResponseAttempt } from '../image-store/attempt.js';
import type {
  ByteRange,
  ContentLookup,
  LookupFailure,
  SessionLookup,
  UploadSession,
} from '../image-store/responses.js';
import { sanitize } from '../shared/sanitize.js';
import type { Outcome } from './commit-session.js';
import { classify, isAmbiguous } from './verdict.js';

/** The outcome in one sentence, or two. */
export function describeOutcome(outcome: Outcome, endpointUrl: string): string {
  const { sessionId, result } = outcome;
  const subject = `Upload session ${sessionId}`;
  if (result === 'committed') {
    const proof = outcome.reason === 'published' ? ` ${describeProof(outcome)}` : '';
    return `${subject} is committed at ${endpointUrl} (${effort(outcome)}).${proof}`;
  }
  const claim = result === 'failed' ? 'was not committed' : 'may or may not be committed';
  const findings = describeFindings(outcome);
  return `${subject} ${claim} at ${endpointUrl}: ${describeEnd(outcome)}.${findings && ` ${findings}`}`;
}

/** How the attempts ended, as the rest of a sentence. */
function describeEnd({ result, reason, attempts, last }: Outcome): string {
  if (last === undefined) return 'the step was cancelled before its commit was begun';
  const attempt = describeAttempt(last);
  const cancelled = reason === 'cancelled' && !isCancelled(last) ? ', then the step was cancelled' : '';
  // Once there was doubt, it is not the last answer alone that leaves it.
  const isDoubtOlder = result === 'unknown' && !isAmbiguous(classify(last));
  if (isDoubtOlder) {
    return `an earlier attempt may have been carried out, and in the last of ${attempts} ${attempt}${cancelled}`;
  }
  return `${attempts > 1 ? `in the last of ${attempts} attempts ` : ''}${attempt}${cancelled}`;
}

function isCancelled(attempt: Attempt): boolean {
  return attempt.kind === 'noResponse' && attempt.problem === 'cancelled';
}

/** What came of an attempt, as the rest of a sentence: "the cluster answered 400 E_INVALIDARG: Invalid argument". */
export function describeAttempt(attempt: Attempt): string {
  return attempt.kind === 'response' ? describeAnswer(attempt) : describeSilence(attempt);
}

function describeAnswer({ status, reasonPhrase, error, body }: ResponseAttempt): string {
  const line = sanitize(`${status} ${reasonPhrase}`, 100);
  if (error) {
    const text = error.message === undefined ? ' without a message' : `: ${sanitize(error.message).replace(/\.$/, '')}`;
    const yet = status === 200 ? '200 and yet the error' : String(status);
    return `the cluster answered ${yet} ${sanitize(error.code, 100)}${text}`;
  }
  if (body === 'tooLarge') return `the answer ${line} was longer than the 64 KiB that are read`;
  if (body === 'nonJson') return `the answer was ${line} with a page or text that is no answer of the image store`;
  return `the cluster answered ${line}${body === 'empty' ? ' without a body' : ' without a FabricError'}`;
}

function describeSilence({ problem, code, message, sent, status }: FailedAttempt): string {
  const detail = sanitize(message.includes(code) ? message : `${message} (${code})`, 1_500);
  switch (problem) {
    case 'connect':
      return `no connection could be made: ${detail}`;
    case 'deadline':
      return sent ? `the cluster gave ${sanitize(message)}` : `no connection could be made: ${detail}`;
    case 'cancelled':
      return 'the step was cancelled';
    case 'interrupted':
      return status === undefined
        ? `the connection ended before an answer came: ${detail}`
        : `the answer ${status} was cut off: ${detail}`;
  }
}

/** What a look-up of the session found, as a sentence. */
export function describeSession(found: SessionLookup): string {
  switch (found.kind) {
    case 'notFound':
      return 'The cluster has no such upload session now.';
    case 'failed':
      return isWithoutSessionApi(found)
        ? 'This gateway does not know upload sessions at all.'
        : `Looking the session up did not help: ${describeFailure(found)}.`;
    case 'found':
      return describeCompleteness(found.session);
  }
}

function describeCompleteness({ path, sizeBytes, missingRanges }: UploadSession): string {
  const file = sanitize(path, 300);
  if (sizeBytes === 0) return `The session is for ${file}, an empty file.`;
  if (missingRanges.length === 0) return `The session is complete: its chunks cover all ${sizeBytes} bytes of ${file}.`;
  const missing = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  return `The session is incomplete: ${missing} of ${sizeBytes} bytes of ${file} ${missing === 1 ? 'is' : 'are'} missing (${describeRanges(missingRanges)}).`;
}

function describeRanges(ranges: readonly ByteRange[]): string {
  const shown = ranges.slice(0, 5).map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
  const more = ranges.length > shown.length ? ` and ${ranges.length - shown.length} more ranges` : '';
  return `${shown.join(', ')}${more}, counted from 0`;
}

/** A look-up also fails with an answer that is a success and yet none. */
function describeFailure({ attempt }: LookupFailure): string {
  const isUnread = attempt.kind === 'response' && attempt.status < 300 && attempt.body !== 'nonJson' && !attempt.error;
  return isUnread ? `the answer ${attempt.status} was none that is known` : describeAttempt(attempt);
}

/** What a look-up of the content found, as a sentence. */
export function describeContent(found: ContentLookup, path: string): string {
  const file = sanitize(path, 300);
  switch (found.kind) {
    case 'found':
      return `At ${file} there is a file of ${found.file.sizeBytes} bytes, modified ${iso(found.file.modifiedMs)}.`;
    case 'notFound':
      return `There is no file at ${file}.`;
    case 'publishing':
      return `The file at ${file} is still being published.`;
    case 'failed':
      return `Looking at the content did not help: ${describeFailure(found)}.`;
  }
}

/** Linux clusters have the image store without its upload sessions: they do not know the request (imagestorehandler.cpp). */
export function isWithoutSessionApi(found: SessionLookup): boolean {
  return found.kind === 'failed' && found.attempt.kind === 'response' && found.attempt.status === 400;
}

function describeProof({ last, content, session }: Outcome): string {
  const answer = last?.kind === 'response' && last.status === 200 ? 'the last answer was 200' : 'the session is gone';
  const file =
    content?.kind === 'found' && session
      ? `, and at ${sanitize(session.path, 300)} there is a file of the session's ${content.file.sizeBytes} bytes, modified ${iso(content.file.modifiedMs)}`
      : '';
  return `An earlier answer left that in doubt; what proves it: ${answer}${file}.`;
}

function describeFindings({ sessionNow, content, session }: Outcome): string {
  const sentences = [
    ...(sessionNow ? [describeSession(sessionNow)] : []),
    ...(content && session ? [describeContent(content, session.path)] : []),
  ];
  return sentences.join(' ');
}

function effort({ attempts, durationMs }: Outcome): string {
  return `${attempts === 1 ? '' : `${attempts} attempts, `}${duration(durationMs)}`;
}

/** A time for people: 840 ms, 12.3 s, 4 min 5 s. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1).replace('.0', '')} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** The code and the text that the outputs carry; both empty when the session is committed. */
export function errorOf(outcome: Outcome, endpointUrl: string): { code: string; message: string } {
  const { last, result } = outcome;
  if (result === 'committed') return { code: '', message: '' };
  const sentence = describeOutcome(outcome, endpointUrl);
  if (last?.kind === 'response') return { code: last.error?.code ?? '', message: last.error?.message ?? sentence };
  return { code: last?.code ?? 'CANCELLED', message: sentence };
}
