// What there is to say of a certificate: in the log, in a warning, beside a refusal.
import type { X509Certificate } from 'node:crypto';
import { sanitize } from '../shared/sanitize.js';

/** What the log may say of a certificate, and what explains a refusal. */
export interface CertificateInfo {
  /** One line: `CN=deployer, O=Example`. */
  subject: string;
  issuer: string;
  /** SHA-1, as a cluster's configuration names certificates: 40 upper-case hex digits. */
  thumbprint: string;
  /** In milliseconds since 1970. */
  notBeforeMs: number;
  notAfterMs: number;
  /** Whether its extended key usage, if it has one, lets it name a client. */
  isForClients: boolean;
}

/** Reads what there is to know; nothing is checked. */
export function certificateInfo(certificate: X509Certificate): CertificateInfo {
  // The OIDs of the extended key usage, undefined without one; 1.3.6.1.5.5.7.3.2 is clientAuth, 2.5.29.37.0 any.
  const usage: readonly string[] | undefined = certificate.keyUsage;
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    thumbprint: certificate.fingerprint.replaceAll(':', ''),
    notBeforeMs: Date.parse(certificate.validFrom),
    notAfterMs: Date.parse(certificate.validTo),
    isForClients: usage === undefined || usage.some((oid) => oid === '1.3.6.1.5.5.7.3.2' || oid === '2.5.29.37.0'),
  };
}

/** Node writes one attribute a line, and nothing at all for an empty name. */
function distinguishedName(lines: string | undefined): string {
  return sanitize((lines ?? '').split('\n').join(', '), 200) || 'without a name';
}

/** A certificate in a sentence. */
export function named({ subject, thumbprint }: CertificateInfo): string {
  return `${subject}, thumbprint ${thumbprint}`;
}

const warningDays = 14;
const dayMs = 86_400_000;

/** What to warn of before the client certificate is used. */
export function certificateWarnings(facts: CertificateInfo, epochMs: number): readonly string[] {
  const { notBeforeMs, notAfterMs } = facts;
  const warn = (rest: string): readonly string[] => [`client-certificate (${named(facts)}) ${rest}`];
  if (notAfterMs <= epochMs) return warn(`ended on ${iso(notAfterMs)}, so the cluster may refuse it; have it renewed.`);
  if (notBeforeMs > epochMs) return warn(`begins on ${iso(notBeforeMs)}, so the cluster may refuse it until then.`);
  if (notAfterMs > epochMs + warningDays * dayMs) return [];
  return warn(`ends on ${iso(notAfterMs)}; have it renewed before that.`);
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
