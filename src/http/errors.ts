// Errors of the network: a code, a readable message, and what the next try may expect.

interface NetworkErrorDetails {
  /** Whether the next try would fail the same way. */
  readonly permanent?: boolean;
  /** Whether the proxy failed, or could not be reached: then nothing is known of the endpoint. */
  readonly atProxy?: boolean;
  readonly cause?: unknown;
}

/** A failure on the way to a response, with a code like those of Node.js. */
export class NetworkError extends Error {
  override readonly name: string = 'NetworkError';
  readonly code: string;
  readonly permanent: boolean;
  readonly atProxy: boolean;

  constructor(code: string, message: string, details: NetworkErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.permanent = details.permanent ?? false;
    this.atProxy = details.atProxy ?? false;
  }
}

export interface ErrorDescription {
  readonly code: string;
  readonly message: string;
  readonly permanent: boolean;
  readonly atProxy: boolean;
}

/** Describes whatever was thrown. An AggregateError (every address of a name refused) has its text in its parts. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error), permanent: false, atProxy: false };
  const parts = error instanceof AggregateError ? error.errors.map(describeError) : [];
  const texts = new Set(parts.map(({ message }) => message).filter((text) => text !== ''));
  const ownCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const code = ownCode ?? parts[0]?.code ?? 'UNKNOWN';
  return {
    code,
    message: withoutOpenSslInternals(error.message) || [...texts].join('; ') || ownCode || error.name,
    permanent: error instanceof NetworkError ? error.permanent : isPermanentCode(code),
    atProxy: error instanceof NetworkError && error.atProxy,
  };
}

/** Codes of Node.js for an unknown host name and for a peer that speaks no TLS, or no TLS that both sides know. */
function isPermanentCode(code: string): boolean {
  return code === 'ENOTFOUND' || code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/.test(code);
}

/** `write EPROTO 80CC8A60047F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../rec_layer_s3.c:1601:` */
const openSslError = /(?:\w+ EPROTO )?(?:[\dA-F]{8,}:)?error:[\dA-F]{8}:[^:\n]*:[^:\n]*:([^:\n]+)[^\n]*/gi;

/** A message in which the reason alone is left of each error of OpenSSL. */
export function withoutOpenSslInternals(message: string): string {
  return message
    .replace(openSslError, (_, reason: string) => describeTlsReason(reason))
    .trim()
    .replace(/\n+/g, '; ');
}

/** OpenSSL names the oldest version that has the alert, whatever was spoken: `tlsv1 alert unknown ca`. */
function describeTlsReason(reason: string): string {
  const alert = /^(?:sslv3|tlsv1[\d.]*|ssl\/tls) alert (?<name>.+)$/.exec(reason)?.groups?.['name'];
  if (alert === undefined) return `TLS error: ${reason}`;
  return `TLS alert from the other side: ${alert.replace(/\bca\b/, 'CA')}`;
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
