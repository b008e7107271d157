// What DER holds: a certificate, a key, a PFX, or something that TLS cannot use. Node.js decides by parsing it, except for
// three formats that it has no parser for.
import type { Buffer } from 'node:buffer';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { type UnusableFormat, unusableFormats } from './unusable-formats.js';

/** A private key as PEM. */
export interface PemKey {
  readonly pem: string;
  readonly encrypted: boolean;
}

export type DerContent =
  | { readonly kind: 'certificate'; readonly certificate: X509Certificate }
  | { readonly kind: 'key'; readonly key: PemKey }
  | { readonly kind: 'pfx'; readonly bytes: Buffer }
  | { readonly kind: 'unusable'; readonly format: UnusableFormat };

/** Identifies a complete DER value; undefined when it is none of those that people paste. */
export function identifyDer(der: Buffer): DerContent | undefined {
  const certificate = parseCertificate(der);
  if (certificate !== undefined) return { kind: 'certificate', certificate };
  const key = identifyKey(der);
  if (key !== undefined) return { kind: 'key', key };
  if (isPublicKey(der)) return { kind: 'unusable', format: unusableFormats.publicKey };
  if (isPfx(der)) return { kind: 'pfx', bytes: der };
  const hex = der.toString('hex', 0, 40);
  if (pkcs7Start.test(hex)) return { kind: 'unusable', format: unusableFormats.pkcs7Der };
  if (requestStart.test(hex)) return { kind: 'unusable', format: unusableFormats.request };
  return undefined;
}

/** One certificate, PEM or DER; undefined when it cannot be parsed. */
export function parseCertificate(pemOrDer: string | Uint8Array): X509Certificate | undefined {
  return attempt(() => new X509Certificate(pemOrDer));
}

/** Whether bytes begin like a DER value, which every one of these formats is: a SEQUENCE. */
export function isDer(bytes: Buffer): boolean {
  return new RegExp(`^30${derLength}(?:30|02|06)`).test(bytes.toString('hex', 0, 16));
}

/** Whether a DER value has its stated length. BER's indefinite length states none, and is accepted. */
export function isCompleteDer(der: Buffer): boolean {
  const first = der[1] ?? 0;
  if (first < 0x80) return der.length >= 2 + first;
  const octets = first - 0x80;
  return (
    octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets)))
  );
}

export function isPfx(der: Buffer): boolean {
  return pfxStart.test(der.toString('hex', 0, 16));
}

/** The DER in lines of 64 characters between BEGIN and END. */
export function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** The length octets of any DER value, in hex. */
const derLength = '(?:80|[0-7].|81..|82.{4}|83.{6})';
/** Version 3, which only a PFX begins with (RFC 7292). */
const pfxStart = new RegExp(`^30${derLength}020103`);
/** The object identifier of PKCS #7 content (RFC 2315). */
const pkcs7Start = new RegExp(`^30${derLength}06092a864886f70d0107`);
/** Version 0 and a name (RFC 2986). */
const requestStart = new RegExp(`^30${derLength}30${derLength}02010030`);

function identifyKey(der: Buffer): PemKey | undefined {
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    try {
      const key = createPrivateKey({ key: der, format: 'der', type });
      // Exported in one format, because some versions of Node.js do not insist on the type.
      return { pem: key.export({ format: 'pem', type: 'pkcs8' }).toString(), encrypted: false };
    } catch (error) {
      const isEncrypted = error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
      if (isEncrypted) return { pem: toPem('ENCRYPTED PRIVATE KEY', der), encrypted: true };
    }
  }
  return undefined;
}

function isPublicKey(der: Buffer): boolean {
  const types = ['spki', 'pkcs1'] as const;
  return types.some((type) => attempt(() => createPublicKey({ key: der, format: 'der', type })) !== undefined);
}

function attempt<Result>(parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
