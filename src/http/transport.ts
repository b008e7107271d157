// One HTTP exchange under one deadline: a request and its complete response, or the reason why there is none.
import * as http from 'node:http';
import { HttpClient } from '@actions/http-client';
import { onAbort } from '../shared/abort.js';
import type { Connection } from './connection.js';
import { type Connections, openConnections } from './connections.js';
import type { DialOptions } from './dial.js';
import { describeError, isCertificateAlert, NetworkError } from './errors.js';
import { acquireForBody } from './first-request.js';
import { FileBody, type FileSlice } from './request-body.js';
import { type Expiry, stallLimitMs, startDeadline } from './request-deadline.js';
import { type ResponseBody, readBody } from './response-body.js';
import { TransportError } from './transport-error.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From the first packet to the last byte of the response, or from the last byte of the body on; of any size. */
  readonly deadlineMs: number;
  /** Ends the exchange at once when it is aborted. */
  readonly signal: AbortSignal;
  /** Is called when there is a connection for the request, right before it is sent. */
  readonly onSent?: () => void;
  /** Sent from disk; without it the request has no body. Taking it has no limit as a whole, but it must move. */
  readonly body?: FileSlice;
  /** Is told how many bytes of the body the socket has taken since the last call. */
  readonly onProgress?: (bytes: number) => void;
  /**
   * What to get first on a new connection, because a body that is sent at once keeps some servers from requesting the
   * client certificate. What is answered does not matter.
   */
  readonly getFirst?: () => Pick<HttpRequest, 'url' | 'headers'>;
  /** How much of the response's body is read, at least; default: 64 KiB. */
  readonly maxResponseBytes?: number;
}

/** A complete response, or as much of it as is read. */
export interface HttpAnswer extends ResponseBody {
  readonly status: number;
  readonly reasonPhrase: string;
  readonly headers: http.IncomingHttpHeaders;
}

/** Why an exchange was ended before its time. */
type Stop = Expiry | 'CANCELLED';

/** Performs exchanges over connections that it keeps. */
export interface Transport {
  /** Sends a request once. @throws {TransportError} when there is no complete response */
  exchange(request: HttpRequest): Promise<HttpAnswer>;
  /** Ends every connection at once, whatever the server does. */
  close(): void;
}

/** Opens a transport. It connects nowhere before the first exchange. */
export function openTransport({ userAgent, ...options }: DialOptions & { readonly userAgent: string }): Transport {
  const connections = openConnections(options);
  // The library's own timer counts idle time and half-closes the socket; the longest one never fires.
  const client = new HttpClient(userAgent, [], { socketTimeout: 2 ** 31 - 1 });
  return {
    exchange: (request) => exchange(request, connections, client, options),
    close: () => connections.close(),
  };
}

async function exchange(
  request: HttpRequest,
  connections: Connections,
  client: HttpClient,
  options: DialOptions,
): Promise<HttpAnswer> {
  // For the connection while it is being made; once it is made, its end is the end of the exchange.
  const controller = new AbortController();
  let connection: Connection | undefined;
  let stopped: Stop | undefined;
  const stop = (reason: Stop): void => {
    stopped ??= reason;
    controller.abort();
    connection?.socket.destroy();
  };
  const cancel = (): void => stop('CANCELLED');
  const deadline = startDeadline(request, options.clock, stop);
  const ignoreAbort = onAbort(request.signal, cancel);

  let partialResponse: TransportError['partialResponse'];
  try {
    if (request.signal.aborted) cancel();
    controller.signal.throwIfAborted();
    const { getFirst } = request;
    connection = getFirst
      ? await acquireForBody(connections, controller.signal, async (acquired) =>
          readBody(await send({ method: 'GET', ...getFirst() }, acquired, client)),
        )
      : await connections.acquire(controller.signal);
    // From here on the request may have been sent.
    request.onSent?.();
    const onProgress = (bytes: number): void => {
      deadline.recordProgress(bytes);
      request.onProgress?.(bytes);
    };
    const stream = request.body && new FileBody(request.body, onProgress);
    const message = await send(request, connection, client, stream);
    const status = checkStatus(message);
    const reasonPhrase = message.statusMessage ?? '';
    partialResponse = { status, reasonPhrase };
    const { body, truncated } = await readBody(message, request.maxResponseBytes);
    await stream?.settled();
    // Answered before the body was sent: its rest would be read as the next request.
    if (!deadline.isBodySent()) connection.socket.destroy();
    connections.release(connection);
    return { status, reasonPhrase, headers: message.headers, body, truncated };
  } catch (error) {
    if (connection) connections.discard(connection, request.body !== undefined);
    throw toTransportError(error, stopped, request, options, { sent: connection !== undefined, partialResponse });
  } finally {
    deadline.cancel();
    ignoreAbort();
  }
}

/** Sends the request once. Resolves when the head of the response has arrived. */
function send(
  { method, url, headers, body }: Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>,
  connection: Connection,
  client: HttpClient,
  stream?: FileBody,
): Promise<http.IncomingMessage> {
  const parsedUrl = new URL(url);
  const path = `${parsedUrl.pathname}${parsedUrl.search}`;
  // The library may add the runner's orchestration id to the name that it was given.
  const userAgent = client.userAgent && { 'user-agent': client.userAgent };
  const length = body && { 'content-length': String(body.sizeBytes) };
  const allHeaders = { ...headers, ...length, 'accept-encoding': 'identity', ...userAgent };
  const options = connection.requestOptions({ method, path, headers: allHeaders });
  // An empty string, not null: with it the library sends Content-Length: 0, which http.sys requires of POST and PUT.
  const noBody = method === 'POST' || method === 'PUT' ? '' : null;

  return new Promise((resolve, reject) => {
    // The library reports every end of a request but one: for a response 101, Node.js emits only `upgrade`, to which the
    // library does not listen, and closes the socket. Whatever it does report, it reports before the next setImmediate.
    const onClose = (): void => {
      setImmediate(() => reject(unexpectedUpgrade()));
    };
    connection.socket.once('close', onClose);
    // The library would end the request in mid-body, and wait for its answer. It ends it after this event.
    stream?.once('error', (error) => {
      reject(error);
      connection.socket.destroy();
    });
    // Unlike `request`, `requestRaw` follows no redirect, repeats nothing and reads no proxy variables, on a blank one
    // of which `request` throws "Invalid URL".
    client.requestRaw({ options, parsedUrl, httpModule: http }, stream ?? noBody).then(({ message }) => {
      connection.socket.off('close', onClose);
      connection.onResponse(message);
      resolve(message);
    }, reject);
  });
}

/**
 * The status of a final response, of 200 to 599 (RFC 9110, section 15). Node.js takes any three digits and any version,
 * and a 101 that names no protocol for a final response.
 */
function checkStatus({ statusCode = 0, httpVersion, httpVersionMajor }: http.IncomingMessage): number {
  if (httpVersionMajor !== 1) throw new NetworkError('INVALID_RESPONSE', `its version is HTTP/${httpVersion}`);
  if (statusCode === 101) throw unexpectedUpgrade();
  if (statusCode >= 200 && statusCode <= 599) return statusCode;
  throw new NetworkError('INVALID_RESPONSE', `its status is ${String(statusCode).padStart(3, '0')}`);
}

function unexpectedUpgrade(): NetworkError {
  return new NetworkError('UNEXPECTED_UPGRADE', 'an upgrade (101) that was not requested');
}

function toTransportError(
  error: unknown,
  stopped: Stop | undefined,
  { deadlineMs }: HttpRequest,
  { proxy, tls }: DialOptions,
  progress: Pick<TransportError, 'sent' | 'partialResponse'>,
): TransportError {
  const { code, message, permanent, atProxy } = describeError(error);
  // A request for an http endpoint is sent to the proxy.
  const details = { ...progress, cause: error, atProxy: progress.sent ? proxy !== undefined && !tls : atProxy };
  if (stopped === 'CANCELLED') {
    return new TransportError('cancelled', 'CANCELLED', 'the step was cancelled', details);
  }
  if (stopped === 'STALLED') {
    return new TransportError(
      'deadline',
      stopped,
      `took no byte of the request for ${stallLimitMs / 1_000} s`,
      details,
    );
  }
  if (stopped === 'DEADLINE') {
    const missing = progress.sent ? 'complete response' : 'connection';
    const route = proxy ? ` through the proxy ${proxy.name}` : '';
    const text = `no ${missing}${route} within ${wholeSeconds(deadlineMs)}`;
    return new TransportError('deadline', stopped, text, details);
  }
  if (!progress.sent || isCertificateAlert(code)) {
    return new TransportError('connect', code, message, { ...details, sent: false, permanent });
  }
  const text = details.atProxy && proxy ? `${message}, from the proxy ${proxy.name}` : message;
  return new TransportError('interrupted', code, text, { ...details, permanent: code.startsWith('FILE_') });
}

/** A limit as people write it: what was left of it for this exchange may be 13.983 s. */
function wholeSeconds(ms: number): string {
  return ms < 1_000 ? 'less than 1 s' : `${Math.round(ms / 1_000)} s`;
}
