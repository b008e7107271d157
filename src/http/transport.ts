// One HTTP exchange under one deadline: a request and its complete response, or the reason why there is none.
import * as http from 'node:http';
import { HttpClient } from '@actions/http-client';
import { onAbort } from '../shared/abort.js';
import type { Clock } from '../shared/clock.js';
import { type Connection, type Connections, openConnections } from './connections.js';
import type { DialOptions } from './dial.js';
import { describeError, isCertificateAlert, NetworkError } from './errors.js';
import { acquireForBody } from './first-request.js';
import { FileBody, type FileSlice } from './request-body.js';
import { startDeadline } from './request-deadline.js';

/** How much of a body is read by default: a FabricError is under a kilobyte. */
export const maxBodyBytes = 64 * 1024;

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From the first packet to the last byte of the response, or from the last byte of the body on; of any size. */
  readonly deadlineMs: number;
  /** Ends the exchange at once when it is aborted. */
  readonly signal: AbortSignal;
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
export interface HttpAnswer {
  readonly status: number;
  readonly reasonPhrase: string;
  readonly headers: http.IncomingHttpHeaders;
  /** As UTF-8 text, up to the limit. */
  readonly body: string;
  /** Whether there was more than that. */
  readonly truncated: boolean;
}

/**
 * Why there is no complete response:
 * `connect` no connection was made, so nothing was sent; `deadline` the time was over; `interrupted` the connection ended,
 * or what came was not HTTP, after the request may have been sent; `cancelled` the caller aborted the exchange.
 */
export type TransportProblem = 'connect' | 'deadline' | 'interrupted' | 'cancelled';

interface TransportErrorDetails {
  readonly sent: boolean;
  readonly permanent?: boolean;
  readonly partialResponse?: TransportError['partialResponse'];
  readonly cause?: unknown;
}

/** An exchange without a complete response. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly problem: TransportProblem;
  /** The network's code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, …), or the problem in the same style. */
  readonly code: string;
  /** Whether the request may have reached the server. */
  readonly sent: boolean;
  /** Whether the next try would fail the same way: no connection can be made. */
  readonly permanent: boolean;
  /** Status and reason phrase of a response that began and did not end. */
  readonly partialResponse: Pick<HttpAnswer, 'status' | 'reasonPhrase'> | undefined;

  constructor(problem: TransportProblem, code: string, message: string, details: TransportErrorDetails) {
    super(message, { cause: details.cause });
    this.problem = problem;
    this.code = code;
    this.sent = details.sent;
    this.permanent = details.permanent ?? false;
    this.partialResponse = details.partialResponse;
  }
}

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
    exchange: (request) => exchange(request, connections, client, options.clock),
    close: () => connections.close(),
  };
}

async function exchange(
  request: HttpRequest,
  connections: Connections,
  client: HttpClient,
  clock: Clock,
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
  const cancel = (): void => stop({ problem: 'cancelled' });
  const deadline = startDeadline(request, clock, (code, message) => stop({ problem: 'deadline', code, message }));
  const ignoreAbort = onAbort(request.signal, cancel);

  let partialResponse: TransportError['partialResponse'];
  try {
    if (request.signal.aborted) cancel();
    controller.signal.throwIfAborted();
    const { getFirst } = request;
    connection = getFirst
      ? await acquireForBody(connections, controller.signal, async (acquired) =>
          readAnswer(await send({ method: 'GET', ...getFirst() }, acquired, client)),
        )
      : await connections.acquire(controller.signal);
    // From here on the request may have been sent.
    const onProgress = (bytes: number): void => {
      deadline.recordProgress(bytes);
      request.onProgress?.(bytes);
    };
    const message = await send(request, connection, client, onProgress);
    partialResponse = { status: message.statusCode ?? 0, reasonPhrase: message.statusMessage ?? '' };
    const answer = await readAnswer(message, request.maxResponseBytes);
    // Answered before the body was there: its rest would be read as the next request.
    if (!deadline.isBodySent()) connection.socket.destroy();
    return answer;
  } catch (error) {
    connection?.socket.destroy();
    throw toTransportError(error, stopped, { sent: connection !== undefined, partialResponse, cause: error });
  } finally {
    deadline.cancel();
    ignoreAbort();
  }
}

/** Why an exchange was ended. */
type Stop =
  | { readonly problem: 'cancelled' }
  | { readonly problem: 'deadline'; readonly code: string; readonly message: string };

/** Sends the request once. Resolves when the head of the response has arrived. */
function send(
  { method, url, headers, body }: Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>,
  connection: Connection,
  client: HttpClient,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<http.IncomingMessage> {
  const parsedUrl = new URL(url);
  const path = `${parsedUrl.pathname}${parsedUrl.search}`;
  // The library may add the runner's orchestration id to the name that it was given.
  const userAgent = client.userAgent && { 'user-agent': client.userAgent };
  const length = body && { 'content-length': String(body.sizeBytes) };
  const allHeaders = { ...headers, ...length, ...userAgent };
  const options = connection.requestOptions({ method, path, headers: allHeaders });
  // An empty string, not null: with it the library sends Content-Length: 0, which http.sys requires of POST and PUT.
  const noBody = method === 'POST' || method === 'PUT' ? '' : null;

  return new Promise((resolve, reject) => {
    // The library reports every end of a request but one: for a response 101, Node.js emits only `upgrade`, to which the
    // library does not listen, and closes the socket. Whatever it does report, it reports before the next setImmediate.
    const onClose = (): void => {
      setImmediate(() => reject(new NetworkError('UNEXPECTED_UPGRADE', 'the answer was an upgrade (101)')));
    };
    connection.socket.once('close', onClose);
    const stream = body && new FileBody(body, onProgress);
    // The library would end the request in mid-body, and wait for its answer. It ends it after this event.
    stream?.once('error', (error) => {
      reject(error);
      connection.socket.destroy();
    });
    // Unlike `request`, `requestRaw` follows no redirect, repeats nothing and reads no proxy variables, on a blank one
    // of which `request` throws "Invalid URL".
    client.requestRaw({ options, parsedUrl, httpModule: http }, stream ?? noBody).then(({ message }) => {
      connection.socket.off('close', onClose);
      resolve(message);
    }, reject);
  });
}

/** Unlike the library's readBody it rejects when the connection ends before the body does. */
async function readAnswer(message: http.IncomingMessage, maxBytes = maxBodyBytes): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break; // which also ends the connection, for the body may be endless
  }
  if (size <= maxBytes && !message.complete) throw new NetworkError('ECONNRESET', 'the answer was cut off');
  return {
    status: message.statusCode ?? 0,
    reasonPhrase: message.statusMessage ?? '',
    headers: message.headers,
    body: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'),
    truncated: size > maxBytes,
  };
}

function toTransportError(error: unknown, stopped: Stop | undefined, details: TransportErrorDetails): TransportError {
  if (stopped?.problem === 'cancelled') {
    return new TransportError('cancelled', 'CANCELLED', 'the step was cancelled', details);
  }
  if (stopped?.problem === 'deadline') return new TransportError('deadline', stopped.code, stopped.message, details);
  const { code, message, permanent } = describeError(error);
  if (!details.sent || isCertificateAlert(code)) {
    return new TransportError('connect', code, message, { ...details, sent: false, permanent });
  }
  return new TransportError('interrupted', code, message, { ...details, permanent: code.startsWith('FILE_') });
}
