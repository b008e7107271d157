// The image store's REST calls, with their answers as types.
import type { HttpAnswer, HttpRequest, Transport } from '../http/transport.js';
import { TransportError } from '../http/transport-error.js';
import type { Clock } from '../shared/clock.js';
import { parseJson } from '../shared/json.js';
import type { Attempt, FailedAttempt, ResponseAttempt, ResponseHeaders } from './attempt.js';
import { parseFabricError } from './fabric-error.js';
import { parseForeignMessage } from './foreign-error.js';
import { type ContentLookup, readContent, readSession, type SessionLookup, urlPath } from './responses.js';

/** Accepted by every runtime since 6.0, and the version under which the upload session calls are documented. */
export const apiVersion = '6.0';
/** How much longer than the cluster the action waits, so the cluster's own timeout error arrives first. */
export const graceMs = 15_000;

/** The image store of one cluster. */
export interface ImageStore {
  /**
   * Sends one commit request, never two. Resolves whatever comes of it.
   * @param onSent is called when a connection is made, so that the request goes out
   */
  commit(sessionId: string, timeoutSeconds: number, signal: AbortSignal, onSent?: () => void): Promise<Attempt>;
  /** Looks up a session, once. Resolves whatever comes of it, within `deadlineMs`. */
  lookUpSession(sessionId: string, deadlineMs: number, signal: AbortSignal): Promise<SessionLookup>;
  /** Looks up the file at a path as a session has it, once. Resolves whatever comes of it, within `deadlineMs`. */
  lookUpContent(path: string, deadlineMs: number, signal: AbortSignal): Promise<ContentLookup>;
}

export interface ImageStoreOptions {
  /** Without a slash at the end. */
  readonly endpointUrl: string;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Makes the id by which one request is found in the gateway's traces. */
  readonly newRequestId: () => string;
  /** Value of the Authorization header, where there is one. */
  readonly authorization?: string | undefined;
  /** Removes secrets from what the cluster says. */
  readonly redact: (text: string) => string;
  /** Names this workflow run in the gateway's traces, in front of each request's own id. */
  readonly runLabel: string;
}

export interface Exchange {
  readonly attempt: Attempt;
  /** Empty where there was no complete response. */
  readonly body: string;
  /** The server's clock when it answered (its Date header), where it said so. */
  readonly serverMs: number | undefined;
}

/** A client of the image store behind an endpoint. */
export function openImageStore(options: ImageStoreOptions): ImageStore {
  const send = (method: HttpRequest['method'], target: string, details: RequestDetails): Promise<Exchange> =>
    exchange(method, target, details, options);
  return {
    commit: async (sessionId, timeoutSeconds, signal, onSent) => {
      const query = `api-version=${apiVersion}&session-id=${sessionId}&timeout=${timeoutSeconds}`;
      const deadlineMs = timeoutSeconds * 1_000 + graceMs;
      const limits = { deadlineMs, signal, ...(onSent && { onSent }) };
      return (await send('POST', `$/CommitUploadSession?${query}`, limits)).attempt;
    },
    lookUpSession: async (sessionId, deadlineMs, signal) => {
      const query = `api-version=${apiVersion}&session-id=${sessionId}`;
      const { attempt, body, serverMs } = await send('GET', `$/GetUploadSession?${query}`, { deadlineMs, signal });
      if (hasStatus(attempt, 204)) return { kind: 'notFound' };
      const session = hasStatus(attempt, 200) ? readSession(body, sessionId, serverMs) : undefined;
      return session ? { kind: 'found', session } : { kind: 'failed', attempt };
    },
    lookUpContent: async (path, deadlineMs, signal) => {
      const target = `${urlPath(path)}?api-version=${apiVersion}`;
      const { attempt, body, serverMs } = await send('GET', target, { deadlineMs, signal });
      if (hasStatus(attempt, 404)) {
        // The file's new version is announced and not yet there (ProcessListRequestAsyncOperation.cpp).
        if (attempt.error?.code === 'FABRIC_E_FILE_NOT_FOUND') return { kind: 'publishing' };
        return attempt.body === 'empty' ? { kind: 'notFound' } : { kind: 'failed', attempt };
      }
      const file = hasStatus(attempt, 200) ? readContent(body, path, serverMs) : undefined;
      return file ? { kind: 'found', file } : { kind: 'failed', attempt };
    },
  };
}

/** All of a request but its method, URL and common headers. */
export type RequestDetails = Omit<HttpRequest, 'method' | 'url' | 'headers'> & Partial<Pick<HttpRequest, 'headers'>>;

/** Sends one request. Resolves whatever comes of it. @param target what follows `/ImageStore/` in its URL */
export async function exchange(
  method: HttpRequest['method'],
  target: string,
  { headers: ownHeaders, ...details }: RequestDetails,
  options: ImageStoreOptions,
): Promise<Exchange> {
  const { transport, clock } = options;
  const startedMs = clock.now();
  const { url, headers } = requestTo(target, options);
  try {
    // An old listing from a cache on the way would be evidence of what was.
    const uncached = method === 'GET' && { 'cache-control': 'no-cache' };
    const allHeaders = { ...headers, ...uncached, ...ownHeaders };
    const answer = await transport.exchange({ method, url, headers: allHeaders, ...details });
    const serverMs = Date.parse(answer.headers.date ?? '');
    return {
      attempt: responseAttempt(method, answer, clock.now() - startedMs, options),
      body: answer.body,
      serverMs: Number.isNaN(serverMs) ? undefined : serverMs,
    };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return { attempt: failedAttempt(method, error, clock.now() - startedMs, options), body: '', serverMs: undefined };
  }
}

/** URL and common headers of a request. @param target what follows `/ImageStore/` in its URL */
export function requestTo(target: string, options: ImageStoreOptions): Pick<HttpRequest, 'url' | 'headers'> {
  const { endpointUrl, newRequestId, authorization, runLabel } = options;
  return {
    url: `${endpointUrl}/ImageStore/${target}`,
    headers: {
      accept: 'application/json',
      'X-ServiceFabricRequestId': `${runLabel}:${newRequestId()}`,
      ...(authorization && { authorization }),
    },
  };
}

function hasStatus(attempt: Attempt, status: number): attempt is ResponseAttempt {
  return attempt.kind === 'response' && attempt.status === status && attempt.body !== 'tooLarge';
}

type Receiving = Pick<ImageStoreOptions, 'clock' | 'redact'>;

/** Whatever the other side wrote loses our secrets here, before anyone else gets to see it. */
function responseAttempt(
  method: HttpRequest['method'],
  answer: HttpAnswer,
  durationMs: number,
  { clock, redact }: Receiving,
): ResponseAttempt {
  const { status, reasonPhrase, headers, body, truncated } = answer;
  const isEmpty = body.trim() === '';
  const error = isEmpty ? undefined : parseFabricError(body, redact);
  const foreignMessage = isEmpty || error ? undefined : parseForeignMessage(body, redact);
  const retryAfterMs = parseRetryAfter(headers['retry-after'], clock.epochMs());
  return {
    kind: 'response',
    method,
    status,
    reasonPhrase: redact(reasonPhrase),
    ...(error && { error }),
    body: truncated ? 'tooLarge' : isEmpty ? 'empty' : parseJson(body) === undefined ? 'nonJson' : 'json',
    headers: responseHeaders(headers, redact),
    ...(foreignMessage && { foreignMessage }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    durationMs,
  };
}

function responseHeaders(headers: HttpAnswer['headers'], redact: Receiving['redact']): ResponseHeaders {
  const server = [headers['server']].flat()[0];
  const { location, 'www-authenticate': authenticate } = headers;
  return {
    ...(server && { server: redact(server) }),
    ...(location && { location: redact(location) }),
    ...(authenticate && { authenticate: redact(authenticate) }),
  };
}

function failedAttempt(
  method: HttpRequest['method'],
  error: TransportError,
  durationMs: number,
  { clock, redact }: Receiving,
): FailedAttempt {
  const { problem, code, message, sent, permanent, atProxy, partialResponse } = error;
  return {
    kind: 'noResponse',
    method,
    problem,
    code,
    message: redact(message),
    sent,
    permanent,
    ...(atProxy && { atProxy }),
    ...(partialResponse && { status: partialResponse.status }),
    ...(code.startsWith('CERT_') && { failedEpochMs: clock.epochMs() }),
    durationMs,
  };
}

/** What a Retry-After asks for, in milliseconds from now (RFC 9110, section 10.2.3); undefined when it cannot be read. */
function parseRetryAfter(value: string | undefined, epochMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1_000;
  const dateMs = Date.parse(value);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - epochMs);
}
