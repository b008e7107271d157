// Whom we believe. The server is judged by its certificate before the first byte of HTTP is sent to it.
import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { sanitize } from '../shared/sanitize.js';

/** Whom to believe. */
export type Trust =
  /** A chain to one of these authorities (the system's when there are none) and the endpoint's own name. */
  | { kind: 'authority'; ca: readonly string[] }
  /** Such a chain, and one of these names in place of the endpoint's. */
  | { kind: 'common names'; ca: readonly string[]; names: readonly string[] }
  /** One of these certificates, whatever its chain, name and dates. Upper-case hex, SHA-1 or SHA-256. */
  | { kind: 'thumbprints'; thumbprints: readonly string[] }
  /** Anyone. */
  | { kind: 'insecure' };

/** A server that is not trusted. Nothing but a handshake has been sent to it. */
export class TrustError extends Error {
  override readonly name = 'TrustError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a handshake has shown of a server. */
export interface Shown {
  /** An empty object when there was none. */
  peer: PeerCertificate;
  /** What verification found: of the chain alone, because every name was accepted in the handshake. */
  authorizationError: unknown;
}

/**
 * Judges the server at the other end of a handshake that was made without verification.
 * @returns why it is not believed; undefined when it is
 */
export function verifyServer({ peer, authorizationError }: Shown, host: string, trust: Trust): TrustError | undefined {
  if (trust.kind === 'insecure') return undefined;
  if (!Buffer.isBuffer(peer.raw)) return new TrustError('CERTIFICATE_MISSING', 'the server presented no certificate');
  // Where chain and endpoint decide, the certificate need only be taken apart to say why not.
  const chainError = codeOf(authorizationError);
  if (trust.kind === 'authority' && chainError === undefined && checkServerIdentity(host, peer) === undefined) {
    return undefined;
  }
  const certificate = new X509Certificate(peer.raw);

  if (trust.kind === 'thumbprints') {
    const own = [certificate.fingerprint, certificate.fingerprint256].map((each) => each.replaceAll(':', ''));
    if (own.some((each) => trust.thumbprints.includes(each))) return undefined;
    return new TrustError(
      'CERTIFICATE_THUMBPRINT_MISMATCH',
      `the server's certificate is none of those in server-certificate-thumbprints (${trust.thumbprints.join(', ')}). It presented ${describeCertificate(certificate)}`,
    );
  }
  if (chainError !== undefined) {
    return new TrustError(
      chainError,
      `the server's certificate was not accepted (${chainError}). It presented ${describeCertificate(certificate)}`,
    );
  }
  if (trust.kind === 'common names') {
    const own = namesOf(certificate);
    if (trust.names.some((wanted) => own.includes(wanted.toLowerCase()))) return undefined;
    return new TrustError(
      'CERTIFICATE_NAME_MISMATCH',
      `the server's certificate has none of the names in server-common-names (${sanitize(trust.names.join(', '), 300)}). It presented ${describeCertificate(certificate)}`,
    );
  }
  return new TrustError(
    'ERR_TLS_CERT_ALTNAME_INVALID',
    `the server's certificate is not for the name ${sanitize(host, 200)}. It presented ${describeCertificate(certificate)}`,
  );
}

/** Node keeps the code of the failed verification in a property that is typed as an Error. */
function codeOf(authorizationError: unknown): string | undefined {
  if (typeof authorizationError === 'string') return authorizationError;
  if (!(authorizationError instanceof Error)) return undefined;
  return 'code' in authorizationError ? String(authorizationError.code) : authorizationError.message;
}

/** Subject CNs and DNS SANs in lower case. */
function namesOf({ subject, subjectAltName }: X509Certificate): readonly string[] {
  const commonNames = [...(subject ?? '').matchAll(/^CN=(.*)$/gm)].map(([, name]) => name ?? '');
  // Node escapes the commas within a name, so that no URI or mail address can pass for a DNS name of its own.
  const alternatives = (subjectAltName ?? '').split(', ').flatMap((each) => /^DNS:(.+)$/.exec(each)?.[1] ?? []);
  return [...commonNames, ...alternatives].map((name) => name.trim().toLowerCase());
}

/** What tells one certificate from another, ready to be compared with, or pasted into, an input. */
function describeCertificate(certificate: X509Certificate): string {
  const { fingerprint, fingerprint256, validFrom, validTo, issuer } = certificate;
  const names = [...new Set(namesOf(certificate))];
  return [
    `SHA-1 ${fingerprint.replaceAll(':', '')}`,
    `SHA-256 ${fingerprint256.replaceAll(':', '')}`,
    `names ${names.length > 0 ? sanitize(names.join(', '), 300) : 'none'}`,
    `valid from ${validFrom} to ${validTo}`,
    `issued by ${sanitize((issuer ?? '').replaceAll('\n', ', '), 200)}`,
  ].join('; ');
}
