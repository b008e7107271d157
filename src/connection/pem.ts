// Certificates and keys as people paste them: PEM, base64 of PEM, base64 of a PFX, or something else that has a name.
import { Buffer } from 'node:buffer';
import { X509Certificate } from 'node:crypto';
import type { ReportProblem } from './input-problems.js';

/** What was pasted. */
export type Pasted = { kind: 'pem'; blocks: readonly PemBlock[] } | { kind: 'pfx'; bytes: Buffer } | UnsupportedFormat;

/** What cannot be used, in words that hold nothing of the text itself. */
export interface UnsupportedFormat {
  kind: 'unsupported';
  /** As the rest of a sentence that begins with the input's name: "is a public key". */
  is: string;
  /** What to do instead, as a sentence of its own. */
  remedy?: string;
}

export interface PemBlock {
  /** What stands after BEGIN: `CERTIFICATE`, `PRIVATE KEY`, … */
  label: string;
  /** The block, with its line ends as they should be. */
  pem: string;
  /** Whether a password opens it. */
  encrypted: boolean;
}

/**
 * Tells what was pasted. Line ends may have become blanks or a literal `\n`, or be lost; text around the blocks (`Bag
 * Attributes`, `subject=…`) does not matter, and neither does base64 of base64.
 */
export function detectFormat(written: string): Pasted {
  const text = written.replace(/\\+[rn]/g, '\n').trim();
  if (/-BEGIN |-END /.test(text)) return readPem(text);

  const bare = text.replace(/\s+/g, '');
  const plain = plainForms.find(({ looks }) => looks.test(bare))?.pasted;
  if (plain !== undefined) return plain;
  if (!/^[\w+/-]+={0,2}$/.test(bare)) return nothingKnown;

  const bytes = Buffer.from(bare, 'base64');
  const form = derForms.find(({ starts }) => starts.test(bytes.toString('hex', 0, 40)));
  if (form === undefined) return detectFormat(bytes.toString('latin1'));
  if (!isWhole(bytes))
    return { kind: 'unsupported', is: `is base64 of ${form.what}, but not all of it`, remedy: again };
  if (form.what === 'a PFX') return { kind: 'pfx', bytes };
  return { kind: 'unsupported', is: `is base64 of ${form.what} in DER form`, remedy: form.remedy };
}

/** Reads an input that holds certificates alone, one or many, as PEM; keys among them are passed over. */
export function readCertificates(
  name: string,
  written: string,
  reportProblem: ReportProblem,
): readonly string[] | undefined {
  const accepted = 'one or more PEM certificates, or base64 of them';
  const source = detectFormat(written);
  if (source.kind === 'unsupported') return reportProblem(describeUnsupported(name, source, accepted));
  if (source.kind === 'pfx') return reportProblem(`${name} is base64 of a PFX; it takes ${accepted}.`);
  if (!source.blocks.some(isCertificate))
    return reportProblem(`${name} holds a key but no certificate; it takes ${accepted}.`);
  return parseCertificates(source.blocks)?.map(String) ?? reportProblem(unreadable(name, accepted));
}

/** All certificates among the blocks; undefined when one of them is none. */
export function parseCertificates(blocks: readonly PemBlock[]): readonly X509Certificate[] | undefined {
  const certificates = blocks.filter(isCertificate).map(({ pem }) => parseCertificate(pem));
  return certificates.every((each) => each !== undefined) ? certificates : undefined;
}

/** One certificate, PEM or DER; undefined when it is none. */
export function parseCertificate(written: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(written);
  } catch {
    return undefined;
  }
}

export function isCertificate({ label }: PemBlock): boolean {
  return label === 'CERTIFICATE';
}

/** What to say of an input that holds something else. */
export function describeUnsupported(name: string, { is, remedy }: UnsupportedFormat, accepted: string): string {
  return `${name} ${is}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}

/** What to say of an input with a certificate that is none. */
export function unreadable(name: string, accepted: string): string {
  return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}

const again = 'Paste it again from its first to its last character.';
const nothingKnown: UnsupportedFormat = { kind: 'unsupported', is: 'is neither PEM nor base64 of a PEM or a PFX' };

const plainForms: readonly { looks: RegExp; pasted: UnsupportedFormat }[] = [
  {
    looks: /^.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
    pasted: { kind: 'unsupported', is: 'is the name of a file', remedy: 'Give what is in the file.' },
  },
  {
    looks: /^(?:[\da-f]{2}[:-]?){19}[\da-f]{2}$/i,
    pasted: { kind: 'unsupported', is: 'is a thumbprint', remedy: 'Give the certificate itself.' },
  },
];

const publicKey = 'A public key proves nothing: give the private key that was made together with it.';
const request = 'Give the certificate that the authority made of that request.';

/** What a PEM may hold instead of certificates and private keys. */
const foreignBlocks: readonly { label: RegExp; what: string; remedy: string }[] = [
  { label: /^(?:RSA )?PUBLIC KEY$/, what: 'a public key', remedy: publicKey },
  { label: /^(?:NEW )?CERTIFICATE REQUEST$/, what: 'a certificate request', remedy: request },
  {
    label: /^(?:PKCS7|CMS)$/,
    what: 'a PKCS #7 bundle',
    remedy: 'Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem',
  },
  {
    label: /^TRUSTED CERTIFICATE$/,
    what: 'a certificate in a form of OpenSSL alone',
    remedy: 'Convert it: openssl x509 -in old.pem -out new.pem',
  },
  {
    label: /^OPENSSH PRIVATE KEY$/,
    what: 'an OpenSSH key',
    remedy: 'Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.',
  },
];

/** Length octets of any DER value, in hex. */
const length = '(?:80|[0-7].|81..|82.{4}|83.{6})';
const starting = (content: string): RegExp => new RegExp(`^30${length}(?:${content})`);

/** How the binary forms start, in hex: the outer SEQUENCE, then what tells one from another. The first that fits counts. */
const derForms: readonly { starts: RegExp; what: string; remedy: string }[] = [
  { starts: starting('020103'), what: 'a PFX', remedy: again },
  {
    starts: starting('020100(?:30|02)|020101(?:30|04)'),
    what: 'a private key',
    remedy: 'Convert it: openssl pkey -inform DER -in old.key -out new.pem',
  },
  {
    starts: starting(`30${length}06..2a864886f70d01(?:05|0c)`),
    what: 'an encrypted private key',
    remedy: 'Convert it: openssl pkcs8 -topk8 -inform DER -in old.key -out new.pem',
  },
  {
    starts: starting('06092a864886f70d0107'),
    what: 'a PKCS #7 bundle',
    remedy: 'Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem',
  },
  { starts: starting(`30${length}06`), what: 'a public key', remedy: publicKey },
  { starts: starting(`30${length}02010030`), what: 'a certificate request', remedy: request },
  {
    starts: starting(`30${length}(?:a003)?02`),
    what: 'a certificate',
    remedy: 'Convert it: openssl x509 -inform DER -in old.cer -out new.pem',
  },
];

function readPem(text: string): Pasted {
  const blocks: PemBlock[] = [];
  let isDamaged = false;
  let foreign: string | undefined;
  const around = text.replace(
    /-----BEGIN ([A-Z\d ]+)-----(.*?)-----END \1-----/gs,
    (_, label: string, body: string) => {
      if (/^(?:X509 )?CERTIFICATE$|^(?:RSA |EC |ENCRYPTED )?PRIVATE KEY$/.test(label)) {
        const block = readBlock(label.replace('X509 ', ''), body);
        if (block === undefined) isDamaged = true;
        else blocks.push(block);
      } else if (!/ PARAMETERS$/.test(label)) foreign ??= label;
      return '\n';
    },
  );
  if (isDamaged || /-BEGIN |-END /.test(around)) {
    return {
      kind: 'unsupported',
      is: 'is a damaged or incomplete PEM',
      remedy: 'Paste it again, from the first BEGIN line to the last END line.',
    };
  }
  if (blocks.length > 0) return { kind: 'pem', blocks };
  const known = foreignBlocks.find(({ label }) => label.test(foreign ?? ''));
  return known === undefined ? nothingKnown : { kind: 'unsupported', is: `is ${known.what}`, remedy: known.remedy };
}

/** One block written anew; undefined when it is not all there. */
function readBlock(label: string, content: string): PemBlock | undefined {
  // The older way to encrypt a key says how in two headers; a lost line end leaves only the size of the cipher's
  // initial vector to tell where they end.
  const header =
    /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(content);
  const body = content.slice(header?.[0].length ?? 0).replace(/\s+/g, '');
  if (!/^[A-Za-z\d+/]+={0,2}$/.test(body)) return undefined;
  if (header === null && !isWhole(Buffer.from(body, 'base64'))) return undefined;

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

/** Whether a DER value is as long as it says; one that does not say (BER's indefinite length) is taken as it is. */
function isWhole(der: Buffer): boolean {
  const first = der[1] ?? 0;
  if (first < 0x80) return der.length >= 2 + first;
  const octets = first - 0x80;
  return (
    octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets)))
  );
}
