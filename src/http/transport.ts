// One HTTP exchange under one deadline: a request and its complete response, or the reason why there is none.
import * as http from 'node:http';
import { HttpClient } from '@actions/http-client';
import type { Clock } from '../shared/clock.js';
import { type Connection, type Connections, openConnections } from './connections.js';
import type { DialOptions } from './dial.js';
import { describeError, isCertificateAlert, NetworkError } from './errors.js';

/** How much of a body is read: a FabricError is under a kilobyte, and nothing here needs more. */
export const maxBodyBytes = 64 * 1024;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From the first packet to the last byte of the response; of any size. */
  readonly deadlineMs: number;
  /** Ends the exchange at once when it is aborted. */
  readonly signal: AbortSignal;
}

/** A complete response, or as much of it as is read. */
export interface HttpAnswer {
  readonly status: number;
  readonly reasonPhrase: string;
  readonly headers: http.IncomingHttpHeaders;
  /** At most 64 KiB, as UTF-8 text. */
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
  const controller = new AbortController();
  let stopped: 'deadline' | 'cancelled' | undefined;
  const stop = (problem: 'deadline' | 'cancelled'): void => {
    stopped ??= problem;
    controller.abort();
  };
  const cancel = (): void => stop('cancelled');
  const cancelDeadline = clock.after(request.deadlineMs, () => stop('deadline'));
  request.signal.addEventListener('abort', cancel);

  let connection: Connection | undefined;
  let partialResponse: TransportError['partialResponse'];
  try {
    if (request.signal.aborted) cancel();
    controller.signal.throwIfAborted();
    connection = await connections.acquire(controller.signal);
    // From here on the request may have been sent.
    const message = await send(request, connection, client, controller.signal);
    partialResponse = { status: message.statusCode ?? 0, reasonPhrase: message.statusMessage ?? '' };
    return await readAnswer(message);
  } catch (error) {
    connection?.socket.destroy();
    throw toTransportError(error, stopped, request, { sent: connection !== undefined, partialResponse, cause: error });
  } finally {
    cancelDeadline();
    request.signal.removeEventListener('abort', cancel);
  }
}

/** Sends the request once. Resolves when the head of the response has arrived. */
function send(
  { method, url, headers }: HttpRequest,
  connection: Connection,
  client: HttpClient,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const parsedUrl = new URL(url);
  const path = `${parsedUrl.pathname}${parsedUrl.search}`;
  // The library may add the runner's orchestration id to the name that it was given.
  const userAgent = client.userAgent && { 'user-agent': client.userAgent };
  const options = { ...connection.requestOptions({ method, path, headers: { ...headers, ...userAgent } }), signal };
  // An empty string, not null: with it the library sends Content-Length: 0, which http.sys requires of a POST.
  const body = method === 'POST' ? '' : null;

  return new Promise((resolve, reject) => {
    // The library reports every end of a request but one: for a response 101, Node.js emits only `upgrade`, to which the
    // library does not listen, and closes the socket. Whatever it does report, it reports before the next setImmediate.
    const onClose = (): void => {
      setImmediate(() => reject(new NetworkError('UNEXPECTED_UPGRADE', 'the answer was an upgrade (101)')));
    };
    connection.socket.once('close', onClose);
    // Unlike `request`, `requestRaw` follows no redirect, repeats nothing and reads no proxy variables, on a blank one
    // of which `request` throws "Invalid URL".
    client.requestRaw({ options, parsedUrl, httpModule: http }, body).then(({ message }) => {
      connection.socket.off('close', onClose);
      resolve(message);
    }, reject);
  });
}

/** Unlike the library's readBody it rejects when the connection ends before the body does. */
async function readAnswer(message: http.IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBodyBytes) break; // which also ends the connection, for the body may be endless
  }
  if (size <= maxBodyBytes && !message.complete) throw new NetworkError('ECONNRESET', 'the answer was cut off');
  return {
    status: message.statusCode ?? 0,
    reasonPhrase: message.statusMessage ?? '',
    headers: message.headers,
    body: Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8'),
    truncated: size > maxBodyBytes,
  };
}

function toTransportError(
  error: unknown,
  stopped: 'deadline' | 'cancelled' | undefined,
  { deadlineMs }: HttpRequest,
  details: TransportErrorDetails,
): TransportError {
  if (stopped === 'cancelled') {
    return new TransportError('cancelled', 'CANCELLED', 'the step was cancelled', details);
  }
  if (stopped === 'deadline') {
    const message = `no complete response within ${deadlineMs / 1_000} s`;
    return new TransportError('deadline', 'DEADLINE', message, details);
  }
  const { code, message, permanent } = describeError(error);
  if (!details.sent || isCertificateAlert(code)) {
    return new TransportError('connect', code, message, { ...details, sent: false, permanent });
  }
  return new TransportError('interrupted', code, message, details);
}
