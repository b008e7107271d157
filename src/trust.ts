// Whom we believe. The server is judged by its certificate before the first byte of HTTP is sent to it.
import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type TLSSocket } from 'node:tls';
import { type Complain, quote } from './complaint.js';
import { oneLine } from './foreign-text.js';
import { readCertificates } from './pem.js';

/** Whom to believe. */
export type Trust =
  /** A chain to one of these authorities (the system's when there are none) and the endpoint's own name. */
  | { kind: 'authority'; ca: readonly string[] }
  /** Such a chain, and one of these names in place of the endpoint's. */
  | { kind: 'common names'; ca: readonly string[]; names: readonly string[] }
  /** One of these certificates, whatever its chain, name and dates. Upper-case hex, SHA-1 or SHA-256. */
  | { kind: 'thumbprints'; thumbprints: readonly string[] }
  /** Anyone. */
  | { kind: 'anyone' };

/** The inputs as written, trimmed; empty when unset. */
export interface TrustInputs {
  serverCa: string;
  thumbprints: string;
  commonNames: string;
}

/** Parses and checks whom the author trusts. Which inputs exclude each other has been settled before. */
export function readTrust({ serverCa, thumbprints, commonNames }: TrustInputs, complain: Complain): Trust | undefined {
  const ca = serverCa === '' ? [] : readCertificates('server-ca', serverCa, complain);
  const pins = thumbprints === '' ? [] : readThumbprints(thumbprints, complain);
  const names = listed(commonNames);
  if (commonNames !== '' && names.length === 0) complain('server-common-names holds no name.');
  if (ca === undefined || pins === undefined || (commonNames !== '' && names.length === 0)) return undefined;
  if (pins.length > 0) return { kind: 'thumbprints', thumbprints: pins };
  return names.length === 0 ? { kind: 'authority', ca } : { kind: 'common names', ca, names };
}

function readThumbprints(value: string, complain: Complain): readonly string[] | undefined {
  const written = listed(value);
  if (written.length === 0) return complain('server-certificate-thumbprints holds no thumbprint.');
  const pins = written.map((each) =>
    each
      // As `openssl x509 -fingerprint` prints it, or as certificate dialogs let it be copied, with a mark in front.
      .replace(/^sha-?(?:1|256)\s*(?:fingerprint)?\s*[=:]/i, '')
      .replace(/[\s:\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
      .toUpperCase(),
  );
  const wrong = written.filter((_, index) => !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(pins[index] ?? ''));
  for (const each of wrong) {
    complain(
      `server-certificate-thumbprints holds ${quote(each)}, which is no thumbprint: it takes SHA-1 (40 hex digits) or SHA-256 (64), separated by commas or new lines.`,
    );
  }
  return wrong.length > 0 ? undefined : pins;
}

function listed(value: string): readonly string[] {
  return value
    .split(/[,\r\n]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A server that is not believed. Nothing but a handshake has been sent to it. */
export class TrustError extends Error {
  override readonly name = 'TrustError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Judges the server at the other end of a handshake that was made without verification.
 * `checkServerIdentity` must have been set to accept any name, so that `authorizationError` speaks of the chain alone.
 * @returns why it is not believed; undefined when it is
 */
export function judgeServer(socket: TLSSocket, host: string, trust: Trust): TrustError | undefined {
  if (trust.kind === 'anyone') return undefined;
  const peer = socket.getPeerCertificate();
  if (!Buffer.isBuffer(peer.raw)) return new TrustError('CERTIFICATE_MISSING', 'the server presented no certificate');
  // Where chain and endpoint decide, the certificate need only be taken apart to say why not.
  const chainError = codeOf(socket.authorizationError);
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
      `the server's certificate has none of the names in server-common-names (${oneLine(trust.names.join(', '), 300)}). It presented ${describeCertificate(certificate)}`,
    );
  }
  return new TrustError(
    'ERR_TLS_CERT_ALTNAME_INVALID',
    `the server's certificate is not for the name ${oneLine(host, 200)}. It presented ${describeCertificate(certificate)}`,
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
    `names ${names.length > 0 ? oneLine(names.join(', '), 300) : 'none'}`,
    `valid from ${validFrom} to ${validTo}`,
    `issued by ${oneLine((issuer ?? '').replaceAll('\n', ', '), 200)}`,
  ].join('; ');
}
