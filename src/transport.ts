// One HTTP exchange under one deadline. Knows nothing of Service Fabric, and is the only place that knows
// @actions/http-client: whatever that library leaves to its caller (deadlines, capped bodies, cut answers,
// upgrades nobody asked for) is settled here, so that no answer can get lost between the library and us.
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { HttpClient } from '@actions/http-client';
import type { Cancellation } from './cancellation.js';
import type { Clock } from './clock.js';
import { type Connections, type ConnectOptions, failure, openConnections } from './connect.js';

/** How much of a body is read: a FabricError is under a kilobyte, and nothing here needs more. */
export const maxBodyBytes = 64 * 1024;

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  /** From the first packet to the last byte of the answer, in milliseconds of any size. */
  deadlineMs: number;
  /** Ends the exchange at once when the wish comes. */
  cancellation: Cancellation;
}

/** An answer that arrived whole, or as much of it as is read. */
export interface HttpAnswer {
  status: number;
  reason: string;
  headers: IncomingHttpHeaders;
  /** At most 64 KiB, as UTF-8 text. */
  body: string;
  /** Whether there was more than that. */
  truncated: boolean;
}

/**
 * Why an exchange gave no whole answer:
 * `connect` no connection was made, so nothing was sent; `deadline` time was over; `cut` the connection ended, or what
 * came was not HTTP, after the request may have gone out; `cancelled` the caller wished to stop.
 */
export type TransportProblem = 'connect' | 'deadline' | 'cut' | 'cancelled';

/** An exchange without a whole answer. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly problem: TransportProblem;
  /** The network's code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, …), or the problem in the same style. */
  readonly code: string;
  /** Whether the request may have reached the other side. */
  readonly sent: boolean;
  /** Status and reason phrase of an answer that began and did not end. */
  readonly begun: { status: number; reason: string } | undefined;

  constructor(
    problem: TransportProblem,
    code: string,
    message: string,
    details: { sent: boolean; begun?: { status: number; reason: string } | undefined; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.problem = problem;
    this.code = code;
    this.sent = details.sent;
    this.begun = details.begun;
  }
}

/** Performs exchanges over connections that it keeps. */
export interface Transport {
  /** @throws {TransportError} when no whole answer came */
  exchange(request: HttpRequest): Promise<HttpAnswer>;
  /** Ends every connection at once, whatever the other side does. */
  close(): void;
}

/** Opens a transport. Nothing is sent, and no connection made, before the first exchange. */
export function openTransport(options: ConnectOptions & { userAgent: string }): Transport {
  const connections = openConnections(options);
  // A client serves one exchange at a time, and then the next one.
  const clients: ExchangeClient[] = [];
  return {
    exchange: async (request) => {
      const client = clients.pop() ?? new ExchangeClient(options.userAgent, connections);
      const answer = await exchange(request, client.begin(), options.clock);
      clients.push(client);
      return answer;
    },
    close: () => connections.close(),
  };
}

function exchange(request: HttpRequest, client: ExchangeClient, clock: Clock): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const cancelDeadline = clock.after(request.deadlineMs, () =>
      fail('deadline', 'DEADLINE', `no whole answer within ${request.deadlineMs / 1000} s`),
    );
    const onCancel = (): void => fail('cancelled', 'CANCELLED', 'the step was cancelled');
    const forgetCancellation = request.cancellation.onRequest(onCancel);

    const finish = (): void => {
      cancelDeadline();
      forgetCancellation();
    };
    function fail(problem: TransportProblem, code: string, message: string, cause?: unknown): void {
      finish();
      const sent = client.sent && problem !== 'connect';
      reject(new TransportError(problem, code, message, { sent, begun: client.begun, cause }));
      client.abandon();
    }

    client
      .request(request.method, request.url, request.method === 'POST' ? '' : null, request.headers)
      .then(({ message }) => readAnswer(message))
      .then(
        (answer) => {
          finish();
          resolve(answer);
        },
        (error: unknown) => {
          const { code, message } = describe(error);
          fail(client.sent && !isHandshakeRefusal(code) ? 'cut' : 'connect', code, message, error);
        },
      );
    if (request.cancellation.requested) onCancel();
  });
}

/**
 * In TLS 1.3, and when a server asks late, our certificate is refused only after the request has been written. The
 * handshake is not over for the server then, and no request is read before it is.
 */
function isHandshakeRefusal(code: string): boolean {
  return /^ERR_SSL_.*ALERT_(?:(?:BAD|UNSUPPORTED)_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(
    code,
  );
}

/** The library's client, made to show its request, so that an exchange can be watched and abandoned. */
class ExchangeClient extends HttpClient {
  #request: ClientRequest | undefined;
  #abandoned = false;
  sent = false;
  begun: { status: number; reason: string } | undefined;

  constructor(userAgent: string, connections: Connections) {
    const useOurConnections = {
      prepareRequest: (options: RequestOptions): void => connections.prepare(options),
      canHandleAuthentication: () => false,
      handleAuthentication: () => Promise.reject(new Error('no authentication is handled here')),
    };
    // The library's own timer counts idle time and only half-closes the socket: it is set out of the way.
    super(userAgent, [useOurConnections], { allowRedirects: false, keepAlive: true, socketTimeout: 2 ** 31 - 1 });
  }

  /** Forgets the exchange before; one that failed may still have something to say, so its client is not used again. */
  begin(): this {
    this.#request = undefined;
    this.sent = false;
    this.begun = undefined;
    return this;
  }

  override requestRawWithCallback(
    ...[info, data, onResult]: Parameters<HttpClient['requestRawWithCallback']>
  ): ReturnType<HttpClient['requestRawWithCallback']> {
    const send = (options: RequestOptions, onResponse: (message: IncomingMessage) => void): ClientRequest => {
      const request = info.httpModule.request(options, onResponse);
      this.#request = request;
      request.once('socket', () => {
        // The agent hands over only connections that are made, so from here on bytes may have left.
        this.sent = true;
        if (this.#abandoned) request.destroy();
      });
      request.once('response', ({ statusCode, statusMessage }: IncomingMessage) => {
        this.begun = { status: statusCode ?? 0, reason: statusMessage ?? '' };
      });
      request.once('upgrade', ({ statusCode }: IncomingMessage, socket) => {
        socket.destroy();
        onResult(failure(`the answer was an upgrade (${statusCode})`, 'UNEXPECTED_UPGRADE'));
      });
      // Without this a request that ends with neither an answer nor an error would never be heard of again.
      request.once('close', () => onResult(failure('the connection closed without an answer', 'ECONNRESET')));
      return request;
    };
    const httpModule = new Proxy(info.httpModule, {
      get: (module, name) => (name === 'request' ? send : Reflect.get(module, name)),
    });
    super.requestRawWithCallback({ ...info, httpModule }, data, onResult);
  }

  abandon(): void {
    this.#abandoned = true;
    this.#request?.destroy();
  }
}

/** Reads the body, up to what is read. Unlike the library's readBody it rejects when the connection ends before it. */
function readAnswer(message: IncomingMessage): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (): void =>
      resolve({
        status: message.statusCode ?? 0,
        reason: message.statusMessage ?? '',
        headers: message.headers,
        body: Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8'),
        truncated: size > maxBodyBytes,
      });
    message.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= maxBodyBytes) return;
      finish();
      message.destroy(); // nobody waits for the end of an endless body
    });
    message.once('end', finish);
    message.once('error', reject);
    message.once('close', () => reject(failure('the answer was cut off', 'ECONNRESET')));
  });
}

/** The code and the text of whatever was thrown; an AggregateError (every address refused) has its text inside. */
function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  const inner = error instanceof AggregateError ? error.errors : [];
  const texts = inner.map((each) => describe(each).message).filter((text) => text !== '');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = error.message || [...new Set(texts)].join('; ') || code || error.name;
  return { code: code ?? (inner.length > 0 ? describe(inner[0]).code : 'UNKNOWN'), message };
}
