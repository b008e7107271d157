// Errors of the network, with a code and whether the next try would fail the same way.

interface NetworkErrorDetails {
  /** Whether the next try would fail the same way. */
  readonly permanent?: boolean;
  readonly cause?: unknown;
}

/** A failure on the way to a response, with a code like those of Node.js. */
export class NetworkError extends Error {
  override readonly name: string = 'NetworkError';
  readonly code: string;
  readonly permanent: boolean;

  constructor(code: string, message: string, { permanent = false, cause }: NetworkErrorDetails = {}) {
    super(message, { cause });
    this.code = code;
    this.permanent = permanent;
  }
}

export interface ErrorDescription {
  readonly code: string;
  readonly message: string;
  readonly permanent: boolean;
}

/** Describes whatever was thrown. An AggregateError (every address of a name refused) has its text in its parts. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error), permanent: false };
  const parts = error instanceof AggregateError ? error.errors.map(describeError) : [];
  const texts = new Set(parts.map(({ message }) => message).filter((text) => text !== ''));
  const ownCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const code = ownCode ?? parts[0]?.code ?? 'UNKNOWN';
  return {
    code,
    message: error.message || [...texts].join('; ') || ownCode || error.name,
    permanent: error instanceof NetworkError ? error.permanent : isPermanentCode(code),
  };
}

/** Codes of Node.js for an unknown host name and for a peer that speaks no TLS, or no TLS that both sides know. */
function isPermanentCode(code: string): boolean {
  return code === 'ENOTFOUND' || code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/.test(code);
}

/**
 * Whether the server refused the client certificate. In TLS 1.3, and when the server requests the certificate after the
 * handshake, this alert follows the request. The server has not finished the handshake then, so it has read no request.
 */
export function isCertificateAlert(code: string): boolean {
  return /^ERR_SSL_.*ALERT_(?:(?:BAD|UNSUPPORTED)_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(
    code,
  );
}
