// The public facts about a certificate, for the log, for warnings and for the advice after a refusal.
import type { X509Certificate } from 'node:crypto';
import { sanitize } from '../shared/sanitize.js';

export interface CertificateInfo {
  /** One line: `CN=deployer, O=Example`. */
  readonly subject: string;
  readonly issuer: string;
  /** SHA-1, as a cluster's configuration writes it: 40 upper-case hex digits. */
  readonly thumbprint: string;
  /** In milliseconds since 1970. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** Whether its extended key usage, if it has one, allows TLS client authentication. */
  readonly isForClients: boolean;
}

/** Extracts the facts; verifies nothing. */
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

/** Node.js writes one attribute per line, and undefined for an empty name. */
function distinguishedName(lines: string | undefined): string {
  return sanitize((lines ?? '').split('\n').join(', '), 200) || 'without a name';
}

/** How a sentence refers to a certificate. */
export function subjectAndThumbprint({ subject, thumbprint }: CertificateInfo): string {
  return `${subject}, thumbprint ${thumbprint}`;
}

/** Long enough to have a certificate renewed. */
const warningDays = 14;
const dayMs = 86_400_000;

/** Warnings to log before the client certificate is used. */
export function certificateWarnings(info: CertificateInfo, epochMs: number): readonly string[] {
  const { notBeforeMs, notAfterMs } = info;
  const warn = (rest: string): readonly string[] => [`client-certificate (${subjectAndThumbprint(info)}) ${rest}`];
  if (notAfterMs <= epochMs) return warn(`ended on ${iso(notAfterMs)}, so the cluster may refuse it; have it renewed.`);
  if (notBeforeMs > epochMs) return warn(`begins on ${iso(notBeforeMs)}, so the cluster may refuse it until then.`);
  if (notAfterMs > epochMs + warningDays * dayMs) return [];
  return warn(`ends on ${iso(notAfterMs)}; have it renewed before that.`);
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
