// An exchange without a complete response, and why there is none.

/**
 * Why there is no complete response:
 * `connect` no connection was made, so nothing was sent; `deadline` the time was over; `interrupted` the connection ended,
 * or what came was not HTTP, after the request may have been sent; `cancelled` the caller aborted the exchange.
 */
export type TransportProblem = 'connect' | 'deadline' | 'interrupted' | 'cancelled';

interface TransportErrorDetails {
  readonly sent: boolean;
  readonly permanent?: boolean;
  readonly atProxy?: boolean;
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
  /** Whether it is the proxy that failed, or that could not be reached: then nothing is known of the endpoint. */
  readonly atProxy: boolean;
  /** Status and reason phrase of a response that began and did not end. */
  readonly partialResponse: { readonly status: number; readonly reasonPhrase: string } | undefined;

  constructor(problem: TransportProblem, code: string, message: string, details: TransportErrorDetails) {
    super(message, { cause: details.cause });
    this.problem = problem;
    this.code = code;
    this.sent = details.sent;
    this.permanent = details.permanent ?? false;
    this.atProxy = details.atProxy ?? false;
    this.partialResponse = details.partialResponse;
  }
}
