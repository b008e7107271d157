// The client certificate and its key: found in what was pasted, opened, matched and weighed before anything is sent.
import type { Buffer } from 'node:buffer';
import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { type CertificateInfo, certificateInfo, named } from './certificate-info.js';
import type { ReportProblem } from './input-problems.js';
import {
  describeUnsupported,
  detectFormat,
  isCertificate,
  type PemBlock,
  parseCertificate,
  parseCertificates,
  unreadable,
} from './pem.js';

export interface ClientCertificate {
  /** For `tls.connect` and `tls.createSecureContext`. */
  tls: { cert: string; key: string; passphrase?: string } | { pfx: Buffer; passphrase: string };
  info: CertificateInfo;
  /** Whether the password was of use. */
  passwordNeeded: boolean;
}

export interface PastedCertificate {
  certificate: string;
  /** Empty when it stands with the certificate. */
  key: string;
  /** Empty when there is none, which is also a PFX's empty password. */
  password: string;
}

const certificateForms =
  'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX';
const keyForms = 'a PEM private key, encrypted or not, or base64 of one';

/** Reads a certificate that is there; every problem goes to `reportProblem`, and no line of a secret with it. */
export function readClientCertificate(
  pasted: PastedCertificate,
  reportProblem: ReportProblem,
): ClientCertificate | undefined {
  const source = detectFormat(pasted.certificate);
  if (source.kind === 'pfx') {
    return pasted.key === ''
      ? readPfx(source.bytes, pasted.password, reportProblem)
      : reportProblem(
          'client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.',
        );
  }
  const blocks = source.kind === 'pem' ? source.blocks : [];
  const certificates =
    source.kind === 'pem'
      ? readChain(blocks, reportProblem)
      : reportProblem(describeUnsupported('client-certificate', source, certificateForms));
  const keys = pasted.key === '' ? keysBeside(blocks, reportProblem) : keysApart(pasted.key, reportProblem);
  const opened = keys && openKeys(keys, pasted.password, reportProblem);
  return certificates && opened && pair(certificates, opened, pasted.password, reportProblem);
}

function readChain(blocks: readonly PemBlock[], reportProblem: ReportProblem): readonly X509Certificate[] | undefined {
  if (!blocks.some(isCertificate)) {
    return reportProblem(
      `client-certificate holds a key but no certificate; it takes ${certificateForms}. A key alone belongs in client-key.`,
    );
  }
  return parseCertificates(blocks) ?? reportProblem(unreadable('client-certificate', certificateForms));
}

/** Keys that are still as written, and where, as a sentence begins. */
interface WrittenKeys {
  place: string;
  blocks: readonly PemBlock[];
}

interface OpenKey {
  block: PemBlock;
  key: KeyObject;
  place: string;
}

function keysBeside(blocks: readonly PemBlock[], reportProblem: ReportProblem): WrittenKeys | undefined {
  const keys = blocks.filter((block) => !isCertificate(block));
  if (keys.length > 0) return { place: 'the key in client-certificate', blocks: keys };
  // Of what cannot be read at all enough has been said.
  if (blocks.length === 0) return undefined;
  return reportProblem(
    'client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.',
  );
}

function keysApart(written: string, reportProblem: ReportProblem): WrittenKeys | undefined {
  const source = detectFormat(written);
  if (source.kind === 'unsupported') return reportProblem(describeUnsupported('client-key', source, keyForms));
  if (source.kind === 'pfx') {
    return reportProblem(`client-key is base64 of a PFX; it takes ${keyForms}. A PFX belongs in client-certificate.`);
  }
  const keys = source.blocks.filter((block) => !isCertificate(block));
  if (keys.length > 0) return { place: 'client-key', blocks: keys };
  return reportProblem(
    `client-key holds a certificate but no key; it takes ${keyForms}. A certificate belongs in client-certificate.`,
  );
}

function openKeys(
  { place, blocks }: WrittenKeys,
  password: string,
  reportProblem: ReportProblem,
): readonly OpenKey[] | undefined {
  const keys: OpenKey[] = [];
  for (const block of blocks) {
    if (block.encrypted && password === '') {
      return reportProblem(
        `${place} is encrypted and client-certificate-password is empty; set it to the password of the key.`,
      );
    }
    try {
      keys.push({ place, block, key: createPrivateKey({ key: block.pem, passphrase: password }) });
    } catch (error) {
      if (!block.encrypted)
        return reportProblem(
          `${place} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${keyForms}.`,
        );
      // Not "unsupported" alone: a wrong password that happens to decrypt to something ends in `DECODER::unsupported`.
      if (/digital envelope routines::unsupported/i.test(String(error))) {
        return reportProblem(
          `${place} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`,
        );
      }
      return reportProblem(`client-certificate-password does not open ${place}${passwordHint(password)}.`);
    }
  }
  return keys;
}

/** The leaf is the certificate that a key belongs to, wherever it stands; its chain follows in the order of issue. */
function pair(
  certificates: readonly X509Certificate[],
  keys: readonly OpenKey[],
  password: string,
  reportProblem: ReportProblem,
): ClientCertificate | undefined {
  const pairs = keys.flatMap((key) => certificates.map((leaf) => ({ ...key, leaf })));
  const match = pairs.find(({ key, leaf }) => leaf.checkPrivateKey(key));
  if (match === undefined) return reportProblem(mismatch(certificates, keys));

  const { leaf, block } = match;
  const tls = {
    cert: chainOf(leaf, certificates).join(''),
    key: block.pem,
    ...(block.encrypted && { passphrase: password }),
  };
  try {
    createSecureContext(tls);
  } catch (error) {
    return reportProblem(tooWeak(error));
  }
  return { tls, info: certificateInfo(leaf), passwordNeeded: block.encrypted };
}

function mismatch(certificates: readonly X509Certificate[], keys: readonly OpenKey[]): string {
  const place = keys[0]?.place ?? 'client-key';
  const [only, ...others] = certificates;
  const whose =
    only === undefined || others.length > 0
      ? `any of the ${certificates.length} certificates in client-certificate`
      : `the certificate in client-certificate (${named(certificateInfo(only))})`;
  return `${place} does not belong to ${whose}; give the private key that was made together with the certificate.`;
}

function chainOf(leaf: X509Certificate, certificates: readonly X509Certificate[]): readonly string[] {
  const chain = [leaf];
  for (let last: X509Certificate | undefined = leaf; last !== undefined; ) {
    const child: X509Certificate = last;
    last = certificates.find(
      (each) =>
        !chain.some(({ fingerprint256 }) => fingerprint256 === each.fingerprint256) &&
        child.checkIssued(each) &&
        child.verify(each.publicKey),
    );
    if (last !== undefined) chain.push(last);
  }
  return chain.map(String);
}

function readPfx(pfx: Buffer, password: string, reportProblem: ReportProblem): ClientCertificate | undefined {
  try {
    const context: unknown = createSecureContext({ pfx, passphrase: password }).context;
    const leaf = leafOf(context);
    if (leaf !== undefined)
      return { tls: { pfx, passphrase: password }, info: certificateInfo(leaf), passwordNeeded: true };
    return reportProblem(`client-certificate is a PFX whose certificate cannot be read; it takes ${certificateForms}.`);
  } catch (error) {
    return reportProblem(pfxProblem(error, password));
  }
}

/** Node's own way to get at the certificate of a context: DER, on an object without a public type. */
function leafOf(context: unknown): X509Certificate | undefined {
  if (typeof context !== 'object' || context === null || !('getCertificate' in context)) return undefined;
  if (typeof context.getCertificate !== 'function') return undefined;
  const der: unknown = context.getCertificate();
  return der instanceof Uint8Array ? parseCertificate(der) : undefined;
}

/** Only some of these errors have a code, so their words are what can be told apart. */
function pfxProblem(error: unknown, password: string): string {
  const said = String(error);
  const convert = 'openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem';
  if (/mac verify failure|bad decrypt/i.test(said)) {
    return password === ''
      ? 'client-certificate is a PFX with a password, and client-certificate-password is empty; set it to the password of the PFX.'
      : `client-certificate-password does not open the PFX in client-certificate${passwordHint(password)}. A PFX from Azure Key Vault has an empty password.`;
  }
  if (/unsupported/i.test(said)) {
    return `client-certificate is a PFX encrypted in an old way (RC2) that OpenSSL 3 no longer opens. Convert it, and give the new file: ${convert}`;
  }
  if (/mac absent/i.test(said)) {
    return `client-certificate is a PFX without an integrity check (MAC), which Node.js ${process.versions.node} does not open. Convert it, and give the new file: ${convert}`;
  }
  if (/load private key/i.test(said)) {
    return 'client-certificate is a PFX without a private key; export it again together with its key.';
  }
  if (/load certificate/i.test(said)) {
    return 'client-certificate is a PFX without a certificate that belongs to its key; export it again together with its certificate.';
  }
  if (/too (?:small|weak)/i.test(said)) return tooWeak(error);
  return 'client-certificate is a PFX that cannot be read, so it is damaged; encode the file as base64 again, and paste all of it.';
}

function tooWeak(error: unknown): string {
  const reason = /(?:ee|ca) (?:key|md) too (?:small|weak)/i.exec(String(error))?.[0].toLowerCase();
  return reason === undefined
    ? 'client-certificate and its key are not accepted by the TLS library of this runner; have a new certificate issued.'
    : `client-certificate is too weak for the TLS library of this runner (${reason}); have a new one issued, with an RSA key of 2048 bits or more, or an EC key, and signed with SHA-256.`;
}

/** Passwords are not trimmed, so what an editor or `echo` left at their end is a part of them. */
function passwordHint(password: string): string {
  return password === password.trim()
    ? ''
    : '; it begins or ends with a blank or a line break, which counts as a part of it';
}
