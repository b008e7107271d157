// The image store's REST calls, with their answers as types.

import { type HttpAnswer, type HttpRequest, type Transport, TransportError } from '../http/transport.js';
import type { Cancellation } from '../runner/signals.js';
import type { Clock } from '../shared/clock.js';
import { parseJson } from '../shared/json.js';
import type { Attempt, FailedAttempt, ResponseAttempt } from './attempt.js';
import { parseFabricError } from './fabric-error.js';
import { type ContentLookup, inUrl, readContent, readSession, type SessionLookup } from './responses.js';

/** Accepted by every runtime since 6.0, and the version under which the upload session calls are documented. */
const apiVersion = '6.0';
/** How much longer than the cluster we wait: it then always speaks first, and says why. */
const patienceMs = 15_000;

/** The image store of one cluster. */
export interface ImageStore {
  /** Sends one commit request, never two. Resolves whatever comes of it. */
  commit(sessionId: string, timeoutSeconds: number, cancellation: Cancellation): Promise<Attempt>;
  /** Looks a session up, once. Resolves whatever comes of it, within `deadlineMs`. */
  lookUpSession(sessionId: string, deadlineMs: number, cancellation: Cancellation): Promise<SessionLookup>;
  /** Looks up the file at a path as a session has it, once. Resolves whatever comes of it, within `deadlineMs`. */
  lookUpContent(path: string, deadlineMs: number, cancellation: Cancellation): Promise<ContentLookup>;
}

export interface ImageStoreOptions {
  /** Without a slash at the end. */
  endpointUrl: string;
  transport: Transport;
  clock: Clock;
  /** A number from 0 up to but not including 1. */
  random: () => number;
  /** Value of the Authorization header, where there is one. */
  authorization?: string | undefined;
  /** Strikes secrets out of what the cluster says. */
  redact: (text: string) => string;
  /** Names this workflow run in the gateway's traces, in front of each request's own id. */
  runLabel: string;
}

/** Speaks to the image store behind an endpoint. */
export function openImageStore(options: ImageStoreOptions): ImageStore {
  const { endpointUrl, transport, clock, random, authorization, redact, runLabel } = options;
  // A path is shown without our secrets, and yet asked for as it is.
  const pathsAsTheyAre = new Map<string, string>();
  const ask = async (
    method: HttpRequest['method'],
    target: string,
    { deadlineMs, cancellation }: Pick<HttpRequest, 'deadlineMs' | 'cancellation'>,
  ): Promise<{ attempt: Attempt; body: string }> => {
    const startedMs = clock.now();
    try {
      const url = `${endpointUrl}/ImageStore/${target}`;
      const headers = {
        accept: 'application/json',
        'X-ServiceFabricRequestId': `${runLabel}:${requestId(random)}`,
        ...(authorization && { authorization }),
      };
      const answer = await transport.exchange({ method, url, headers, deadlineMs, cancellation });
      return { attempt: answered(answer, clock.now() - startedMs, redact), body: answer.body };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      return { attempt: unanswered(error, clock.now() - startedMs, redact), body: '' };
    }
  };
  return {
    commit: async (sessionId, timeoutSeconds, cancellation) => {
      const query = `api-version=${apiVersion}&session-id=${sessionId}&timeout=${timeoutSeconds}`;
      const deadlineMs = timeoutSeconds * 1_000 + patienceMs;
      return (await ask('POST', `$/CommitUploadSession?${query}`, { deadlineMs, cancellation })).attempt;
    },
    lookUpSession: async (sessionId, deadlineMs, cancellation) => {
      const query = `api-version=${apiVersion}&session-id=${sessionId}`;
      const { attempt, body } = await ask('GET', `$/GetUploadSession?${query}`, { deadlineMs, cancellation });
      if (!hasStatus(attempt, 200, 204)) return { kind: 'failed', attempt };
      const found = readSession(body, sessionId) ?? { kind: 'failed', attempt };
      if (found.kind !== 'found') return found;
      const path = redact(found.session.path);
      pathsAsTheyAre.set(path, found.session.path);
      return { kind: 'found', session: { ...found.session, path } };
    },
    lookUpContent: async (shownPath, deadlineMs, cancellation) => {
      const path = pathsAsTheyAre.get(shownPath) ?? shownPath;
      const target = `${inUrl(path)}?api-version=${apiVersion}`;
      const { attempt, body } = await ask('GET', target, { deadlineMs, cancellation });
      if (hasStatus(attempt, 404)) {
        // The file's new version is announced and not yet there (ProcessListRequestAsyncOperation.cpp).
        if (attempt.error?.code === 'FABRIC_E_FILE_NOT_FOUND') return { kind: 'publishing' };
        return attempt.body === 'nonJson' ? { kind: 'failed', attempt } : { kind: 'notFound' };
      }
      if (!hasStatus(attempt, 200, 204)) return { kind: 'failed', attempt };
      return readContent(body, path) ?? { kind: 'failed', attempt };
    },
  };
}

function hasStatus(attempt: Attempt, ...statuses: readonly number[]): attempt is ResponseAttempt {
  return attempt.kind === 'response' && statuses.includes(attempt.status) && attempt.body !== 'tooLarge';
}

/** 24 hex digits to find a request by in traces. Unique is enough, so no time is spent on loading cryptography for it. */
function requestId(random: () => number): string {
  const digits = (): string =>
    Math.floor(random() * 16 ** 12)
      .toString(16)
      .padStart(12, '0');
  return `${digits()}${digits()}`;
}

type Redact = ImageStoreOptions['redact'];

/** Whatever the other side wrote loses our secrets here, before anyone else gets to see it. */
function answered(answer: HttpAnswer, durationMs: number, redact: Redact): ResponseAttempt {
  const { status, reasonPhrase, headers, body, truncated } = answer;
  const empty = body.trim() === '';
  const error = empty ? undefined : parseFabricError(body);
  const server = [headers['server']].flat()[0];
  const { location, 'retry-after': retryAfter } = headers;
  return {
    kind: 'response',
    status,
    reasonPhrase: redact(reasonPhrase),
    ...(error && {
      error: { code: redact(error.code), ...(error.message !== undefined && { message: redact(error.message) }) },
    }),
    body: truncated ? 'tooLarge' : empty ? 'empty' : parseJson(body) === undefined ? 'nonJson' : 'json',
    headers: {
      ...(server && { server: redact(server) }),
      ...(location && { location: redact(location) }),
      ...(retryAfter && { retryAfter }),
    },
    durationMs,
  };
}

function unanswered(error: TransportError, durationMs: number, redact: Redact): FailedAttempt {
  const { problem, code, message, sent, partialResponse } = error;
  const status = partialResponse && { status: partialResponse.status };
  return { kind: 'noResponse', problem, code, message: redact(message), sent, ...status, durationMs };
}
