// One HTTP exchange under one deadline: a request, and its answer to the last byte that is read, or why there is none.
// Knows nothing of Service Fabric.
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Cancellation } from '../runner/signals.js';
import type { Clock } from '../shared/clock.js';
import { type ConnectOptions, failure, openConnections } from './connections.js';
import { type HttpRequestHead, type SendRequest, sendOver } from './request.js';

/** How much of a body is read: a FabricError is under a kilobyte, and nothing here needs more. */
export const maxBodyBytes = 64 * 1024;

export interface HttpRequest extends HttpRequestHead {
  /** From the first packet to the last byte of the answer, in milliseconds of any size. */
  deadlineMs: number;
  /** Ends the exchange at once when the wish comes. */
  cancellation: Cancellation;
}

/** An answer that arrived whole, or as much of it as is read. */
export interface HttpAnswer {
  status: number;
  reasonPhrase: string;
  headers: IncomingHttpHeaders;
  /** At most 64 KiB, as UTF-8 text. */
  body: string;
  /** Whether there was more than that. */
  truncated: boolean;
}

/**
 * Why an exchange gave no whole answer:
 * `connect` no connection was made, so nothing was sent; `deadline` time was over; `interrupted` the connection ended, or what
 * came was not HTTP, after the request may have gone out; `cancelled` the caller wished to stop.
 */
export type TransportProblem = 'connect' | 'deadline' | 'interrupted' | 'cancelled';

/** An exchange without a whole answer. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly problem: TransportProblem;
  /** The network's code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, …), or the problem in the same style. */
  readonly code: string;
  /** Whether the request may have reached the other side. */
  readonly sent: boolean;
  /** Status and reason phrase of an answer that began and did not end. */
  readonly partialResponse: { status: number; reasonPhrase: string } | undefined;

  constructor(
    problem: TransportProblem,
    code: string,
    message: string,
    details: { sent: boolean; partialResponse?: { status: number; reasonPhrase: string } | undefined; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.problem = problem;
    this.code = code;
    this.sent = details.sent;
    this.partialResponse = details.partialResponse;
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
export function openTransport({ userAgent, ...options }: ConnectOptions & { userAgent: string }): Transport {
  const connections = openConnections(options);
  const send = sendOver(connections, userAgent);
  return {
    exchange: (request) => exchange(request, send, options.clock),
    close: () => connections.close(),
  };
}

function exchange(asked: HttpRequest, send: SendRequest, clock: Clock): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let sent = false;
    let partialResponse: TransportError['partialResponse'];
    let request: ClientRequest | undefined;

    const finish = (): void => {
      cancelDeadline();
      forgetCancellation();
      // Garbage that is not collected yet would keep the request, and all that hangs on it.
      request = undefined;
    };
    const fail = (problem: TransportProblem, code: string, message: string, cause?: unknown): void => {
      const failed = request;
      finish();
      reject(
        new TransportError(problem, code, message, { sent: sent && problem !== 'connect', partialResponse, cause }),
      );
      failed?.destroy();
    };
    const end = (error: unknown): void => {
      const { code, message } = describe(error);
      fail(sent && !isHandshakeRefusal(code) ? 'interrupted' : 'connect', code, message, error);
    };

    const cancelDeadline = clock.after(asked.deadlineMs, () =>
      fail('deadline', 'DEADLINE', `no whole answer within ${asked.deadlineMs / 1000} s`),
    );
    const cancel = (): void => fail('cancelled', 'CANCELLED', 'the step was cancelled');
    const forgetCancellation = asked.cancellation.onRequest(cancel);

    request = send(asked, {
      // The agent hands over only connections that are made, so from here on bytes may have left.
      connect: () => {
        sent = true;
      },
      answer: (message) => {
        partialResponse = { status: message.statusCode ?? 0, reasonPhrase: message.statusMessage ?? '' };
        readAnswer(message).then((answer) => {
          finish();
          resolve(answer);
        }, end);
      },
      end,
    });
    if (asked.cancellation.requested) cancel();
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

/** Reads the body, up to what is read. Unlike the library's readBody it rejects when the connection ends before it. */
function readAnswer(message: IncomingMessage): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const cutOff = (): void => reject(failure('the answer was cut off', 'ECONNRESET'));
    const finish = (): void => {
      message.off('close', cutOff);
      resolve({
        status: message.statusCode ?? 0,
        reasonPhrase: message.statusMessage ?? '',
        headers: message.headers,
        body: size === 0 ? '' : Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8'),
        truncated: size > maxBodyBytes,
      });
    };
    message.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= maxBodyBytes) return;
      finish();
      message.destroy(); // nobody waits for the end of an endless body
    });
    message.once('end', finish);
    message.once('error', reject);
    message.once('close', cutOff);
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
