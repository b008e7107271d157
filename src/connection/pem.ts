// Detects the format of a pasted certificate or key: PEM, base64 of PEM, base64 of a PFX, or one that is not supported.
import { Buffer } from 'node:buffer';
import { X509Certificate } from 'node:crypto';
import type { ReportProblem } from './input-problems.js';

export type PastedFormat =
  | { readonly kind: 'pem'; readonly blocks: readonly PemBlock[] }
  | { readonly kind: 'pfx'; readonly bytes: Buffer }
  | UnsupportedFormat;

/** A format that cannot be used. Its description contains nothing of the pasted text, which may be a secret. */
export interface UnsupportedFormat {
  readonly kind: 'unsupported';
  /** Completes a sentence that begins with the input's name: "is a public key". */
  readonly description: string;
  /** What to do instead, as a sentence of its own. */
  readonly remedy?: string;
}

export interface PemBlock {
  /** The words after BEGIN: `CERTIFICATE`, `PRIVATE KEY`, … */
  readonly label: string;
  /** The block with proper line ends. */
  readonly pem: string;
  readonly encrypted: boolean;
}

/**
 * Detects the format. Accepts line ends that have become blanks or a literal `\n` or are lost, text around the blocks
 * (`Bag Attributes`, `subject=…`), and base64 of base64.
 */
export function detectFormat(pasted: string): PastedFormat {
  const text = pasted.replace(/\\+[rn]/g, '\n').trim();
  if (/-BEGIN |-END /.test(text)) return readPem(text);

  const base64 = text.replace(/\s+/g, '');
  const plainText = unsupportedTexts.find(({ pattern }) => pattern.test(base64))?.format;
  if (plainText !== undefined) return plainText;
  if (!/^[\w+/-]+={0,2}$/.test(base64)) return unknownFormat;

  const bytes = Buffer.from(base64, 'base64');
  const der = derFormats.find(({ prefix }) => prefix.test(bytes.toString('hex', 0, 40)));
  if (der === undefined) return detectFormat(bytes.toString('latin1'));
  if (!isCompleteDer(bytes))
    return { kind: 'unsupported', description: `is base64 of ${der.name}, but not all of it`, remedy: pasteAgain };
  if (der.name === 'a PFX') return { kind: 'pfx', bytes };
  return { kind: 'unsupported', description: `is base64 of ${der.name} in DER form`, remedy: der.remedy };
}

/** Reads an input that contains certificates only, one or many, as PEM; ignores keys among them. */
export function readCertificates(
  name: string,
  pasted: string,
  reportProblem: ReportProblem,
): readonly string[] | undefined {
  const accepted = 'one or more PEM certificates, or base64 of them';
  const format = detectFormat(pasted);
  if (format.kind === 'unsupported') return reportProblem(describeUnsupported(name, format, accepted));
  if (format.kind === 'pfx') return reportProblem(`${name} is base64 of a PFX; it takes ${accepted}.`);
  if (!format.blocks.some(isCertificate))
    return reportProblem(`${name} holds a key but no certificate; it takes ${accepted}.`);
  return parseCertificates(format.blocks)?.map(String) ?? reportProblem(unreadableCertificate(name, accepted));
}

/** All certificates among the blocks; undefined when one of them cannot be parsed. */
export function parseCertificates(blocks: readonly PemBlock[]): readonly X509Certificate[] | undefined {
  const certificates = blocks.filter(isCertificate).map(({ pem }) => parseCertificate(pem));
  return certificates.every((each) => each !== undefined) ? certificates : undefined;
}

/** One certificate, PEM or DER; undefined when it cannot be parsed. */
export function parseCertificate(pemOrDer: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(pemOrDer);
  } catch {
    return undefined;
  }
}

export function isCertificate({ label }: PemBlock): boolean {
  return label === 'CERTIFICATE';
}

/** The problem of an input in a format that is not supported. */
export function describeUnsupported(
  name: string,
  { description, remedy }: UnsupportedFormat,
  accepted: string,
): string {
  return `${name} ${description}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}

/** The problem of an input with a certificate that cannot be parsed. */
export function unreadableCertificate(name: string, accepted: string): string {
  return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}

const pasteAgain = 'Paste it again from its first to its last character.';
const unknownFormat: UnsupportedFormat = {
  kind: 'unsupported',
  description: 'is neither PEM nor base64 of a PEM or a PFX',
};

/** What people paste in place of a certificate or key, tested without blanks and line ends. */
const unsupportedTexts: readonly { readonly pattern: RegExp; readonly format: UnsupportedFormat }[] = [
  {
    pattern: /^.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
    format: { kind: 'unsupported', description: 'is the name of a file', remedy: 'Give what is in the file.' },
  },
  {
    pattern: /^(?:[\da-f]{2}[:-]?){19}[\da-f]{2}$/i,
    format: { kind: 'unsupported', description: 'is a thumbprint', remedy: 'Give the certificate itself.' },
  },
];

const publicKeyRemedy = 'A public key proves nothing: give the private key that was made together with it.';
const requestRemedy = 'Give the certificate that the authority made of that request.';

/** What a PEM may contain instead of certificates and private keys. */
const unsupportedBlocks: readonly { readonly label: RegExp; readonly name: string; readonly remedy: string }[] = [
  { label: /^(?:RSA )?PUBLIC KEY$/, name: 'a public key', remedy: publicKeyRemedy },
  { label: /^(?:NEW )?CERTIFICATE REQUEST$/, name: 'a certificate request', remedy: requestRemedy },
  {
    label: /^(?:PKCS7|CMS)$/,
    name: 'a PKCS #7 bundle',
    remedy: 'Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem',
  },
  {
    label: /^TRUSTED CERTIFICATE$/,
    name: 'a certificate in a form of OpenSSL alone',
    remedy: 'Convert it: openssl x509 -in old.pem -out new.pem',
  },
  {
    label: /^OPENSSH PRIVATE KEY$/,
    name: 'an OpenSSH key',
    remedy: 'Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.',
  },
];

/** The length octets of any DER value, in hex. */
const derLength = '(?:80|[0-7].|81..|82.{4}|83.{6})';
/** A SEQUENCE that begins with this content. */
const derSequence = (content: string): RegExp => new RegExp(`^30${derLength}(?:${content})`);

/** The first bytes of each binary format, in hex. The first match counts. */
const derFormats: readonly { readonly prefix: RegExp; readonly name: string; readonly remedy: string }[] = [
  { prefix: derSequence('020103'), name: 'a PFX', remedy: pasteAgain },
  {
    prefix: derSequence('020100(?:30|02)|020101(?:30|04)'),
    name: 'a private key',
    remedy: 'Convert it: openssl pkey -inform DER -in old.key -out new.pem',
  },
  {
    prefix: derSequence(`30${derLength}06..2a864886f70d01(?:05|0c)`),
    name: 'an encrypted private key',
    remedy: 'Convert it: openssl pkcs8 -topk8 -inform DER -in old.key -out new.pem',
  },
  {
    prefix: derSequence('06092a864886f70d0107'),
    name: 'a PKCS #7 bundle',
    remedy: 'Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem',
  },
  { prefix: derSequence(`30${derLength}06`), name: 'a public key', remedy: publicKeyRemedy },
  { prefix: derSequence(`30${derLength}02010030`), name: 'a certificate request', remedy: requestRemedy },
  {
    prefix: derSequence(`30${derLength}(?:a003)?02`),
    name: 'a certificate',
    remedy: 'Convert it: openssl x509 -inform DER -in old.cer -out new.pem',
  },
];

function readPem(text: string): PastedFormat {
  const blocks: PemBlock[] = [];
  let isDamaged = false;
  let unsupportedLabel: string | undefined;
  const outsideBlocks = text.replace(
    /-----BEGIN ([A-Z\d ]+)-----(.*?)-----END \1-----/gs,
    (_, label: string, body: string) => {
      if (/^(?:X509 )?CERTIFICATE$|^(?:RSA |EC |ENCRYPTED )?PRIVATE KEY$/.test(label)) {
        const block = normalizeBlock(label.replace('X509 ', ''), body);
        if (block === undefined) isDamaged = true;
        else blocks.push(block);
      } else if (!/ PARAMETERS$/.test(label)) unsupportedLabel ??= label;
      return '\n';
    },
  );
  if (isDamaged || /-BEGIN |-END /.test(outsideBlocks)) {
    return {
      kind: 'unsupported',
      description: 'is a damaged or incomplete PEM',
      remedy: 'Paste it again, from the first BEGIN line to the last END line.',
    };
  }
  if (blocks.length > 0) return { kind: 'pem', blocks };
  const unsupported = unsupportedBlocks.find(({ label }) => label.test(unsupportedLabel ?? ''));
  return unsupported === undefined
    ? unknownFormat
    : { kind: 'unsupported', description: `is ${unsupported.name}`, remedy: unsupported.remedy };
}

/** The block with proper line ends; undefined when it is incomplete. */
function normalizeBlock(label: string, content: string): PemBlock | undefined {
  // A traditional encrypted key names its cipher in two headers (RFC 1421). Where line ends are lost, only the length of
  // the initialization vector shows where the headers end.
  const header =
    /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(content);
  const body = content.slice(header?.[0].length ?? 0).replace(/\s+/g, '');
  if (!/^[A-Za-z\d+/]+={0,2}$/.test(body)) return undefined;
  if (header === null && !isCompleteDer(Buffer.from(body, 'base64'))) return undefined;

  const headerLines = header
    ? `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${header[1] ?? header[3]},${header[2] ?? header[4]}\n\n`
    : '';
  const lines = body.match(/.{1,64}/g) ?? [];
  return {
    label,
    pem: `-----BEGIN ${label}-----\n${headerLines}${lines.join('\n')}\n-----END ${label}-----\n`,
    encrypted: header !== null || label === 'ENCRYPTED PRIVATE KEY',
  };
}

/** Whether a DER value has its stated length. BER's indefinite length states none, and is accepted. */
function isCompleteDer(der: Buffer): boolean {
  const first = der[1] ?? 0;
  if (first < 0x80) return der.length >= 2 + first;
  const octets = first - 0x80;
  return (
    octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets)))
  );
}
