// One request in words: the result of an attempt, of a session look-up, of a content look-up.

import type { Attempt, FailedAttempt, ResponseAttempt } from '../image-store/attempt.js';
import type {
  ByteRange,
  ContentLookup,
  LookupFailure,
  SessionLookup,
  UploadSession,
} from '../image-store/responses.js';
import { byteCount, grouped, isoTime } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';

/** A status line, or a FabricError's code, is a few words; more than this is garbage. */
const maxCodeCharacters = 100;
/** Longer than the paths of real packages, and short enough for a sentence. */
export const maxPathCharacters = 300;
/** A certificate that fails verification is described in full: names, thumbprints, dates and issuer. */
const maxNetworkErrorCharacters = 1_500;
/** A front end's own words in a sentence. */
const maxForeignCharacters = 200;
/** The output `sessions` has all ranges. */
const maxRangesInText = 5;

/** What the request was for, as a noun. */
export function requestNoun({ method }: Attempt): 'commit' | 'upload' | 'request' {
  if (method === 'POST') return 'commit';
  return method === 'PUT' ? 'upload' : 'request';
}

/** The result of an attempt, as the rest of a sentence: "the cluster answered 400 E_INVALIDARG: Invalid argument". */
export function describeAttempt(attempt: Attempt): string {
  return attempt.kind === 'response' ? describeResponse(attempt) : describeFailure(attempt);
}

function describeResponse(attempt: ResponseAttempt): string {
  const { status, reasonPhrase, error, body, foreignMessage } = attempt;
  const statusLine = sanitize(`${status} ${reasonPhrase}`, maxCodeCharacters);
  if (error) {
    const text = error.message === undefined ? ' without a message' : `: ${sanitize(error.message).replace(/\.$/, '')}`;
    const statusAndCode = `${status}${status === 200 ? ' with the error' : ''} ${sanitize(error.code, maxCodeCharacters)}`;
    return `the cluster answered ${statusAndCode}${text}`;
  }
  if (foreignMessage !== undefined) {
    const words = sanitize(foreignMessage, maxForeignCharacters).replace(/\.$/, '');
    return `something other than the image store answered ${statusLine} with the words "${words}"`;
  }
  switch (body) {
    case 'tooLarge':
      return `the response ${statusLine} exceeded the limit of 64 KiB`;
    case 'nonJson':
      return `something other than the image store answered ${statusLine} with a web page or plain text`;
    case 'empty':
      return `the cluster answered ${statusLine} without a body`;
    case 'json':
      return status < 300
        ? `something other than the image store answered ${statusLine} with JSON`
        : `the cluster answered ${statusLine} without a FabricError`;
  }
}

/** Whether something answered, but not in HTTP/1.1: Node's parser refused it, or its version or status is none. */
export function isInvalidHttp({ problem, code }: FailedAttempt): boolean {
  return problem === 'interrupted' && /^(?:HPE_|INVALID_RESPONSE$|UNEXPECTED_UPGRADE$)/.test(code);
}

/** The network's own words, with the code of the error. */
export function describeNetworkError({ code, message }: FailedAttempt): string {
  const text = withoutOpensslInternals(message);
  return sanitize(text.includes(code) ? text : `${text} (${code})`, maxNetworkErrorCharacters);
}

/**
 * OpenSSL's error line, `80CC8A60:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../rec_layer_s3.c:1601:`,
 * becomes the reason in it.
 */
function withoutOpensslInternals(message: string): string {
  return message.replace(/(?:[\dA-F]+:)?error:[\dA-F]+:[^:]*:[^:]*:([^:\n]+)(?::[^\n]*)?\n?/gi, '$1').trim();
}

function describeFailure(attempt: FailedAttempt): string {
  const { problem, code, message, sent, status } = attempt;
  // It is the file on the runner that failed (request-body.ts).
  if (code.startsWith('FILE_')) return sanitize(message);
  if (code === 'STALLED') return `the cluster ${sanitize(message)}`;
  const detail = describeNetworkError(attempt);
  switch (problem) {
    case 'connect':
      return `the runner could not connect: ${detail}`;
    case 'deadline':
      return sent ? `there was ${sanitize(message)}` : `the runner could not connect: ${detail}`;
    case 'cancelled':
      return 'the step was cancelled';
    case 'interrupted':
      if (status !== undefined) return `the response with status ${status} was interrupted: ${detail}`;
      if (attempt.code === 'HPE_HEADER_OVERFLOW') return `the headers of the response were too long: ${detail}`;
      return isInvalidHttp(attempt)
        ? `the response was not valid HTTP: ${detail}`
        : `the connection ended before a response arrived: ${detail}`;
  }
}

/** What a look-up of the session found, as a sentence. */
export function describeSession(lookup: SessionLookup): string {
  switch (lookup.kind) {
    case 'notFound':
      return 'The cluster has no such upload session now.';
    case 'failed':
      return isWithoutSessionApi(lookup)
        ? 'This gateway does not support upload sessions.'
        : `Could not look up the session: ${describeLookupFailure(lookup)}.`;
    case 'found':
      return describeCompleteness(lookup.session);
  }
}

function describeCompleteness(session: UploadSession): string {
  const { path, sizeBytes, missingRanges } = session;
  const file = sanitize(path, maxPathCharacters);
  if (sizeBytes === 0) return `The session is for ${file}, an empty file.`;
  if (missingRanges.length === 0) {
    return `The session is complete: its chunks cover all ${byteCount(sizeBytes)} of ${file}.`;
  }
  return `The session is incomplete: ${describeMissing(session)}.`;
}

/** What is missing of a session's file, as a clause: "6 of 11 bytes of App/a.dll are missing (5-10, counted from 0)". */
export function describeMissing({ path, sizeBytes, missingRanges }: UploadSession): string {
  const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  return `${grouped(missingBytes)} of ${byteCount(sizeBytes)} of ${sanitize(path, maxPathCharacters)} ${missingBytes === 1 ? 'is' : 'are'} missing (${describeRanges(missingRanges)})`;
}

/** Positions are not grouped: readers copy them into a Content-Range. */
function describeRanges(ranges: readonly ByteRange[]): string {
  const first = ranges.slice(0, maxRangesInText);
  const texts = first.map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
  const more = ranges.length > first.length ? ` and ${ranges.length - first.length} more ranges` : '';
  return `${texts.join(', ')}${more}, counted from 0`;
}

/** What a look-up of the content found, as a sentence. */
export function describeContent(lookup: ContentLookup, path: string): string {
  const file = sanitize(path, maxPathCharacters);
  switch (lookup.kind) {
    case 'found':
      return `The file at ${file} has ${byteCount(lookup.file.sizeBytes)} and was modified at ${isoTime(lookup.file.modifiedMs)}.`;
    case 'notFound':
      return `There is no file at ${file}.`;
    case 'publishing':
      return `The cluster is still publishing the file at ${file}.`;
    case 'failed':
      return `Could not look up the file at ${file}: ${describeLookupFailure(lookup)}.`;
  }
}

/** A look-up also fails when it gets a 2xx response with content that this action cannot read. */
function describeLookupFailure({ attempt }: LookupFailure): string {
  const isUnreadable =
    attempt.kind === 'response' &&
    attempt.status < 300 &&
    attempt.body !== 'nonJson' &&
    !attempt.error &&
    attempt.foreignMessage === undefined;
  return isUnreadable ? `the cluster answered ${attempt.status} in an unknown format` : describeAttempt(attempt);
}

/** Linux clusters have an image store without upload sessions: they refuse the request with 400 (imagestorehandler.cpp). */
export function isWithoutSessionApi(lookup: SessionLookup): boolean {
  return lookup.kind === 'failed' && lookup.attempt.kind === 'response' && lookup.attempt.status === 400;
}
