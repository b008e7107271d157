// What a pasted certificate or key contains. Its format is detected by its content, because that is unambiguous: PEM, DER or
// a PFX, in base64 as often as it was encoded, with whatever storing and copying have done to it.
import { Buffer } from 'node:buffer';
import type { X509Certificate } from 'node:crypto';
import { type DerContent, identifyDer, isCompleteDer, isDer, isPfx, type PemKey, toPem } from './der-content.js';
import { joinWithAnd } from './input-problems.js';
import { misplacedText } from './misplaced-text.js';
import { decodeBase64, decodeText, plainText } from './pasted-text.js';
import { type UnusableFormat, unusableByLabel, unusableByText, unusableFormats } from './unusable-formats.js';

export type Pasted = PastedContent | UnsupportedFormat;

/** At least one certificate, key or PFX. */
export interface PastedContent {
  readonly kind: 'content';
  readonly certificates: readonly X509Certificate[];
  readonly keys: readonly PemKey[];
  readonly pfx?: Buffer;
  /** What is recognised beside them and cannot be used. */
  readonly unusable: readonly UnusableFormat[];
}

/** Nothing that can be used. Its description contains nothing of the pasted text, which may be a secret. */
export interface UnsupportedFormat {
  readonly kind: 'unsupported';
  /** Completes a sentence that begins with the input's name: "is a public key". */
  readonly description: string;
  /** What to do instead, as a sentence of its own. */
  readonly remedy?: string;
}

/** What has been found so far. */
interface Findings {
  readonly contents: DerContent[];
  /** What is wrong with the whole text; the first counts. */
  faults: UnsupportedFormat[];
}

/** Base64 of base64 happens, base64 of base64 of base64 hardly. */
const maxEncodings = 4;

export function readPasted(pasted: string): Pasted {
  const findings: Findings = { contents: [], faults: [] };
  readText(plainText(pasted), findings, maxEncodings);
  const { contents, faults } = findings;
  const [fault] = faults;
  if (fault !== undefined) return fault;
  const unusable = distinct(contents.flatMap((each) => (each.kind === 'unusable' ? [each.format] : [])));
  const content: PastedContent = {
    kind: 'content',
    certificates: contents.flatMap((each) => (each.kind === 'certificate' ? [each.certificate] : [])),
    keys: contents.flatMap((each) => (each.kind === 'key' ? [each.key] : [])),
    unusable,
  };
  const pfx = contents.find((each) => each.kind === 'pfx')?.bytes;
  if (pfx !== undefined) return { ...content, pfx };
  if (content.certificates.length + content.keys.length > 0) return content;
  return unusable.length > 0 ? unsupported(`is ${namesOf(unusable)}`, remediesOf(unusable)) : unknownFormat;
}

/** The problem of an input in a format that is not supported. */
export function describeUnsupported(
  name: string,
  { description, remedy }: UnsupportedFormat,
  accepted: string,
): string {
  return `${name} ${description}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}

/** The problem of an input with something unusable in place of what it needs. */
export function describeUnusable(name: string, unusable: readonly UnusableFormat[], accepted: string): string {
  const description = `contains ${namesOf(unusable)}`;
  return describeUnsupported(name, unsupported(description, remediesOf(unusable)), accepted);
}

/** Names what is recognised and cannot be used: "a certificate request and an OpenSSH key". */
export function namesOf(unusable: readonly UnusableFormat[]): string {
  return joinWithAnd(distinct(unusable.map(({ name }) => name)));
}

function remediesOf(unusable: readonly UnusableFormat[]): string {
  return distinct(unusable.map(({ remedy }) => remedy)).join(' ');
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

function unsupported(description: string, remedy?: string): UnsupportedFormat {
  return { kind: 'unsupported', description, ...(remedy !== undefined && { remedy }) };
}

const unknownFormat = unsupported('is neither PEM nor base64 of a PEM or a PFX');
const damagedPem = unsupported(
  'is a damaged or incomplete PEM',
  'Paste it again, from the first BEGIN line to the last END line.',
);
const damagedCertificate = unsupported('holds a certificate that cannot be read, so it is damaged');
const pasteAgain = 'Paste it again from its first to its last character.';

/** Texts in place of a certificate or key. */
const otherTexts: readonly (readonly [pattern: RegExp, fault: UnsupportedFormat])[] = [
  [
    /^[^\n]{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
    unsupported('is the name of a file', 'Give what is in the file.'),
  ],
  [/^(?:[\da-f]{2}[:\s-]?){19}[\da-f]{2}$/i, unsupported('is a thumbprint', 'Give the certificate itself.')],
  [/^https?:\/\/\S+$/i, unsupported('is a URL', 'Give what is stored there.')],
  [
    /^[{[].*[}\]]$/s,
    unsupported('is JSON', 'Give the member that holds the certificate, alone: az … --query value --output tsv'),
  ],
];

function readText(text: string, findings: Findings, encodings: number): void {
  if (/-----(?:BEGIN|END)/.test(text)) {
    readPem(text, findings, encodings);
    return;
  }
  const format = unusableByText(text);
  if (format !== undefined) {
    findings.contents.push({ kind: 'unusable', format });
    return;
  }
  const fault = misplacedText(text) ?? otherTexts.find(([pattern]) => pattern.test(text))?.[1];
  const bytes = fault === undefined ? (decodeHex(text) ?? decodeBase64(text)) : undefined;
  if (fault !== undefined) findings.faults.push({ kind: 'unsupported', ...fault });
  else if (bytes !== undefined && encodings > 0) readBytes(bytes, findings, encodings - 1);
  else findings.faults.push(unknownFormat);
}

/** DER as hex digits, as databases and `xxd -p` write it. */
function decodeHex(text: string): Buffer | undefined {
  const hex = text.replace(/^0x|\s+/gi, '');
  return /^30(?:[\da-f]{2}){30,}$/i.test(hex) ? Buffer.from(hex, 'hex') : undefined;
}

function readBytes(bytes: Buffer, findings: Findings, encodings: number): void {
  if (/^(?:feedfeed|cececece)/.test(bytes.toString('hex', 0, 4))) {
    findings.contents.push({ kind: 'unusable', format: unusableFormats.keystore });
  } else if (!isDer(bytes)) readText(plainText(decodeText(bytes)), findings, encodings);
  else if (!isCompleteDer(bytes)) {
    const name = isPfx(bytes) ? 'a PFX' : 'a certificate or key';
    findings.faults.push(unsupported(`is base64 of ${name}, but not all of it`, pasteAgain));
  } else {
    const content = identifyDer(bytes);
    if (content === undefined) findings.faults.push(unknownFormat);
    else findings.contents.push(content);
  }
}

function readPem(text: string, findings: Findings, encodings: number): void {
  const outsideBlocks = text.replace(
    /-----BEGIN([A-Z\d #]*)-----(.*?)-----END\1-----/gs,
    (_, label: string, body: string) => {
      readBlock(label.replaceAll(' ', ''), body, findings, encodings);
      return '\n';
    },
  );
  if (/-----(?:BEGIN|END)/.test(outsideBlocks)) findings.faults.unshift(damagedPem);
}

/** @param label without blanks */
function readBlock(label: string, body: string, findings: Findings, encodings: number): void {
  if (label.endsWith('PARAMETERS')) return;
  const byLabel = unusableByLabel(label);
  if (byLabel !== undefined) {
    findings.contents.push({ kind: 'unusable', format: byLabel });
    return;
  }
  const encryptedKey = readEncryptedKey(label, body);
  const bytes = decodeBase64(body);
  if (encryptedKey !== undefined) findings.contents.push({ kind: 'key', key: encryptedKey });
  else if (bytes === undefined) findings.faults.push(damagedPem);
  else if (!isDer(bytes) && encodings > 0) readBytes(bytes, findings, encodings - 1);
  else readDerBlock(label, bytes, findings);
}

function readDerBlock(label: string, der: Buffer, findings: Findings): void {
  const content = isCompleteDer(der) ? identifyDer(der) : undefined;
  if (content !== undefined) findings.contents.push(content);
  else if (!isCompleteDer(der)) findings.faults.push(damagedPem);
  // A key of a kind that Node.js does not know: reading it again reports that.
  else if (label.endsWith('KEY'))
    findings.contents.push({ kind: 'key', key: { pem: toPem('PRIVATE KEY', der), encrypted: false } });
  else findings.faults.push(damagedCertificate);
}

/**
 * A traditional encrypted key, which names its cipher in two headers (RFC 1421). Where line ends are lost, only the length
 * of the initialization vector shows where the headers end.
 */
function readEncryptedKey(label: string, body: string): PemKey | undefined {
  const header =
    /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(body);
  const content = header && decodeBase64(body.slice(header[0].length));
  if (!content) return undefined;
  const cipher = `${header[1] ?? header[3]},${header[2] ?? header[4]}`;
  const pemLabel = label.replace('PRIVATEKEY', ' PRIVATE KEY').trim();
  const pem = toPem(pemLabel, content).replace('\n', `\nProc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher}\n\n`);
  return { pem, encrypted: true };
}
