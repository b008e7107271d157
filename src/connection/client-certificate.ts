// The client certificate and its private key: parsed, decrypted and matched before anything is sent.
import type { Buffer } from 'node:buffer';
import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { ClientCertificateOptions } from '../http/tls-verify.js';
import { type CertificateInfo, certificateInfo } from './certificate-info.js';
import {
  acceptedCertificates,
  acceptedKeys,
  describeKeyError,
  describeMismatch,
  describePfxError,
  describeRejection,
} from './client-certificate-problems.js';
import type { ReportProblem } from './input-problems.js';
import {
  describeUnsupported,
  detectFormat,
  isCertificate,
  type PemBlock,
  parseCertificate,
  parseCertificates,
  unreadableCertificate,
} from './pem.js';

export interface ClientCertificate {
  /** Secret. For `tls.connect` and `tls.createSecureContext`. */
  readonly tls: ClientCertificateOptions;
  readonly info: CertificateInfo;
  /** Whether the key or the PFX is opened by the password. */
  readonly usesPassword: boolean;
}

export interface ClientCertificateInputs {
  readonly certificate: string;
  /** Empty when `certificate` contains the key. */
  readonly key: string;
  /** Empty when it is not set, which is also a legal password of a PFX. */
  readonly password: string;
}

/** Reads a certificate that is set. No problem contains a line of a secret. */
export function readClientCertificate(
  inputs: ClientCertificateInputs,
  reportProblem: ReportProblem,
): ClientCertificate | undefined {
  const format = detectFormat(inputs.certificate);
  if (format.kind === 'pfx') {
    return inputs.key === ''
      ? readPfx(format.bytes, inputs.password, reportProblem)
      : reportProblem(
          'client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.',
        );
  }
  const blocks = format.kind === 'pem' ? format.blocks : [];
  const certificates =
    format.kind === 'pem'
      ? readChain(blocks, reportProblem)
      : reportProblem(describeUnsupported('client-certificate', format, acceptedCertificates));
  const pemKeys =
    inputs.key === '' ? findKeysWithCertificate(blocks, reportProblem) : readKeyInput(inputs.key, reportProblem);
  const keys = pemKeys && openKeys(pemKeys, inputs.password, reportProblem);
  return certificates && keys && matchKey(certificates, keys, inputs.password, reportProblem);
}

function readChain(blocks: readonly PemBlock[], reportProblem: ReportProblem): readonly X509Certificate[] | undefined {
  if (!blocks.some(isCertificate)) {
    return reportProblem(
      `client-certificate holds a key but no certificate; it takes ${acceptedCertificates}. A key alone belongs in client-key.`,
    );
  }
  return parseCertificates(blocks) ?? reportProblem(unreadableCertificate('client-certificate', acceptedCertificates));
}

/** Keys that may still be encrypted. */
interface PemKeys {
  /** How a sentence refers to them. */
  readonly subject: string;
  readonly blocks: readonly PemBlock[];
}

interface OpenKey {
  readonly subject: string;
  readonly block: PemBlock;
  readonly key: KeyObject;
}

function findKeysWithCertificate(blocks: readonly PemBlock[], reportProblem: ReportProblem): PemKeys | undefined {
  const keys = blocks.filter((block) => !isCertificate(block));
  if (keys.length > 0) return { subject: 'the key in client-certificate', blocks: keys };
  // Without any block the format of client-certificate has been reported already.
  if (blocks.length === 0) return undefined;
  return reportProblem(
    'client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.',
  );
}

function readKeyInput(pasted: string, reportProblem: ReportProblem): PemKeys | undefined {
  const format = detectFormat(pasted);
  if (format.kind === 'unsupported') return reportProblem(describeUnsupported('client-key', format, acceptedKeys));
  if (format.kind === 'pfx') {
    return reportProblem(
      `client-key is base64 of a PFX; it takes ${acceptedKeys}. A PFX belongs in client-certificate.`,
    );
  }
  const keys = format.blocks.filter((block) => !isCertificate(block));
  if (keys.length > 0) return { subject: 'client-key', blocks: keys };
  return reportProblem(
    `client-key holds a certificate but no key; it takes ${acceptedKeys}. A certificate belongs in client-certificate.`,
  );
}

function openKeys(
  { subject, blocks }: PemKeys,
  password: string,
  reportProblem: ReportProblem,
): readonly OpenKey[] | undefined {
  const keys: OpenKey[] = [];
  for (const block of blocks) {
    if (block.encrypted && password === '') {
      return reportProblem(
        `${subject} is encrypted and client-certificate-password is empty; set it to the password of the key.`,
      );
    }
    try {
      keys.push({ subject, block, key: createPrivateKey({ key: block.pem, passphrase: password }) });
    } catch (error) {
      return reportProblem(describeKeyError(error, subject, block.encrypted, password));
    }
  }
  return keys;
}

/** Finds the leaf, which is the certificate that a key belongs to, and sorts its chain in the order of issue. */
function matchKey(
  certificates: readonly X509Certificate[],
  keys: readonly OpenKey[],
  password: string,
  reportProblem: ReportProblem,
): ClientCertificate | undefined {
  const pairs = keys.flatMap((key) => certificates.map((leaf) => ({ ...key, leaf })));
  const match = pairs.find(({ key, leaf }) => leaf.checkPrivateKey(key));
  if (match === undefined) return reportProblem(describeMismatch(keys[0]?.subject ?? 'client-key', certificates));

  const { leaf, block } = match;
  const tls = {
    cert: buildChain(leaf, certificates).join(''),
    key: block.pem,
    ...(block.encrypted && { passphrase: password }),
  };
  try {
    createSecureContext(tls);
  } catch (error) {
    return reportProblem(describeRejection(error));
  }
  return { tls, info: certificateInfo(leaf), usesPassword: block.encrypted };
}

function buildChain(leaf: X509Certificate, certificates: readonly X509Certificate[]): readonly string[] {
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
    const leaf = certificateOf(context);
    if (leaf !== undefined)
      return { tls: { pfx, passphrase: password }, info: certificateInfo(leaf), usesPassword: true };
    return reportProblem(
      `client-certificate is a PFX whose certificate cannot be read; it takes ${acceptedCertificates}.`,
    );
  } catch (error) {
    return reportProblem(describePfxError(error, password));
  }
}

/** Calls getCertificate of Node's internal context, which has no public type and returns DER. */
function certificateOf(context: unknown): X509Certificate | undefined {
  if (typeof context !== 'object' || context === null || !('getCertificate' in context)) return undefined;
  if (typeof context.getCertificate !== 'function') return undefined;
  const der: unknown = context.getCertificate();
  return der instanceof Uint8Array ? parseCertificate(der) : undefined;
}
