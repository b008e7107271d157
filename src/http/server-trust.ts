// Verification of the server's certificate, before any request is sent.
import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { sanitize } from '../shared/sanitize.js';
import { NetworkError } from './errors.js';

/** Which servers to trust. */
export type ServerTrust =
  /** A chain to one of these authorities (the system's when there are none) and the endpoint's own name. */
  | { readonly kind: 'authority'; readonly ca: readonly string[] }
  /** Such a chain, and one of these names in place of the endpoint's. */
  | { readonly kind: 'common names'; readonly ca: readonly string[]; readonly names: readonly string[] }
  /** One of these certificates, regardless of chain, name and expiry. Upper-case hex, SHA-1 or SHA-256. */
  | { readonly kind: 'thumbprints'; readonly thumbprints: readonly string[] }
  /** Every server. */
  | { readonly kind: 'insecure' };

/** A server that is not trusted. Nothing but a handshake has been sent to it. */
export class TrustError extends NetworkError {
  override readonly name = 'TrustError';

  constructor(code: string, message: string) {
    super(code, message, { permanent: true });
  }
}

/** What a handshake without verification showed of the server. */
export interface HandshakeResult {
  /** An empty object when the server presented none. */
  readonly certificate: PeerCertificate;
  /** Why the chain is not valid. Names are not part of it: the handshake accepts every name. */
  readonly authorizationError: unknown;
}

/** @returns why the server is not trusted; undefined when it is */
export function verifyServer(
  { certificate: presented, authorizationError }: HandshakeResult,
  host: string,
  trust: ServerTrust,
): TrustError | undefined {
  if (trust.kind === 'insecure') return undefined;
  if (!Buffer.isBuffer(presented.raw)) {
    return new TrustError('CERTIFICATE_MISSING', 'the server presented no certificate');
  }
  // Parsing the certificate takes time, and this verification only needs it for its error message.
  const chainError = codeOf(authorizationError);
  if (trust.kind === 'authority' && chainError === undefined && checkServerIdentity(host, presented) === undefined) {
    return undefined;
  }
  const certificate = new X509Certificate(presented.raw);

  if (trust.kind === 'thumbprints') {
    const presentedThumbprints = [certificate.fingerprint, certificate.fingerprint256].map(withoutColons);
    if (presentedThumbprints.some((each) => trust.thumbprints.includes(each))) return undefined;
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
    const presentedNames = namesOf(certificate);
    if (trust.names.some((name) => presentedNames.includes(name.toLowerCase()))) return undefined;
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

/** Node.js keeps the code of the failed verification as a string in a property that is typed as an Error. */
function codeOf(authorizationError: unknown): string | undefined {
  if (typeof authorizationError === 'string') return authorizationError;
  if (!(authorizationError instanceof Error)) return undefined;
  return 'code' in authorizationError ? String(authorizationError.code) : authorizationError.message;
}

/** Subject CNs and DNS SANs in lower case. */
function namesOf({ subject, subjectAltName }: X509Certificate): readonly string[] {
  const commonNames = [...(subject ?? '').matchAll(/^CN=(.*)$/gm)].map(([, name]) => name ?? '');
  // Node.js escapes the commas within a name, so no URI or mail address can look like a separate DNS name.
  const alternatives = (subjectAltName ?? '').split(', ').flatMap((each) => /^DNS:(.+)$/.exec(each)?.[1] ?? []);
  return [...commonNames, ...alternatives].map((name) => name.trim().toLowerCase());
}

/** What identifies a certificate, in the forms that the inputs take. */
function describeCertificate(certificate: X509Certificate): string {
  const { fingerprint, fingerprint256, validFrom, validTo, issuer } = certificate;
  const names = [...new Set(namesOf(certificate))];
  return [
    `SHA-1 ${withoutColons(fingerprint)}`,
    `SHA-256 ${withoutColons(fingerprint256)}`,
    `names ${names.length > 0 ? sanitize(names.join(', '), 300) : 'none'}`,
    `valid from ${validFrom} to ${validTo}`,
    `issued by ${sanitize((issuer ?? '').replaceAll('\n', ', '), 200)}`,
  ].join('; ');
}

function withoutColons(fingerprint: string): string {
  return fingerprint.replaceAll(':', '');
}
