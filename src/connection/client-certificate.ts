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
import { type PemKey, parseCertificate } from './der-content.js';
import type { ReportProblem } from './input-problems.js';
import { describeUnsupported, describeUnusable, namesOf, type PastedContent, readPasted } from './pasted-content.js';
import type { UnusableFormat } from './unusable-formats.js';

export interface ClientCertificate {
  /** Secret. For `tls.connect` and `tls.createSecureContext`. */
  readonly tls: ClientCertificateOptions;
  readonly info: CertificateInfo;
  /** Whether the key or the PFX is opened by the password. */
  readonly usesPassword: boolean;
  /** Sentences about what else was pasted and cannot be used. */
  readonly warnings: readonly string[];
}

type MatchedCertificate = Omit<ClientCertificate, 'warnings'>;

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
  const pasted = readPasted(inputs.certificate);
  if (pasted.kind === 'unsupported') {
    reportProblem(describeUnsupported('client-certificate', pasted, acceptedCertificates));
    // The key is checked all the same, so that the author reads every problem at once.
    const keys = inputs.key === '' ? undefined : readKeyInput(inputs.key, reportProblem);
    if (keys !== undefined) openKeys(keys, inputs.password, reportProblem);
    return undefined;
  }
  if (pasted.pfx !== undefined) {
    return inputs.key === ''
      ? readPfx(pasted.pfx, inputs.password, reportProblem)
      : reportProblem(
          'client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.',
        );
  }
  const certificates = findCertificates(pasted, reportProblem);
  const pastedKeys =
    inputs.key === '' ? findKeysWithCertificate(pasted, reportProblem) : readKeyInput(inputs.key, reportProblem);
  const keys = pastedKeys && openKeys(pastedKeys, inputs.password, reportProblem);
  const match = certificates && keys && matchKey(certificates, keys, inputs.password, reportProblem);
  if (match === undefined) return undefined;
  const unusedKeys = inputs.key === '' ? [] : warnUnused('client-key', pastedKeys?.unusable ?? []);
  return { ...match, warnings: [...warnUnused('client-certificate', pasted.unusable), ...unusedKeys] };
}

function warnUnused(name: string, unusable: readonly UnusableFormat[]): readonly string[] {
  return unusable.length === 0 ? [] : [`${name} also contains ${namesOf(unusable)}, which is not used.`];
}

function findCertificates(
  { certificates, unusable }: PastedContent,
  reportProblem: ReportProblem,
): readonly X509Certificate[] | undefined {
  if (certificates.length > 0) return certificates;
  const inPlace = unusable.filter(({ standsFor }) => standsFor !== 'key');
  return reportProblem(
    inPlace.length > 0
      ? describeUnusable('client-certificate', inPlace, acceptedCertificates)
      : `client-certificate holds a key but no certificate; it takes ${acceptedCertificates}. A key alone belongs in client-key.`,
  );
}

/** Keys that may still be encrypted. */
interface PastedKeys {
  /** How a sentence refers to them. */
  readonly subject: string;
  readonly keys: readonly PemKey[];
  /** What stands beside them and cannot be used. */
  readonly unusable: readonly UnusableFormat[];
}

interface OpenKey {
  readonly subject: string;
  readonly pemKey: PemKey;
  readonly key: KeyObject;
}

function findKeysWithCertificate(
  { keys, unusable }: PastedContent,
  reportProblem: ReportProblem,
): PastedKeys | undefined {
  if (keys.length > 0) return { subject: 'the key in client-certificate', keys, unusable };
  const inPlace = unusable.filter(({ standsFor }) => standsFor !== 'certificate');
  return reportProblem(
    inPlace.length > 0
      ? describeUnusable('client-certificate', inPlace, acceptedCertificates)
      : 'client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.',
  );
}

function readKeyInput(input: string, reportProblem: ReportProblem): PastedKeys | undefined {
  const pasted = readPasted(input);
  if (pasted.kind === 'unsupported') return reportProblem(describeUnsupported('client-key', pasted, acceptedKeys));
  const { pfx, keys, unusable } = pasted;
  if (keys.length > 0) return { subject: 'client-key', keys, unusable };
  if (pfx !== undefined) {
    return reportProblem(
      `client-key is base64 of a PFX; it takes ${acceptedKeys}. A PFX belongs in client-certificate.`,
    );
  }
  const inPlace = unusable.filter(({ standsFor }) => standsFor !== 'certificate');
  return reportProblem(
    inPlace.length > 0
      ? describeUnusable('client-key', inPlace, acceptedKeys)
      : `client-key holds a certificate but no key; it takes ${acceptedKeys}. A certificate belongs in client-certificate.`,
  );
}

function openKeys(
  { subject, keys: pemKeys }: PastedKeys,
  password: string,
  reportProblem: ReportProblem,
): readonly OpenKey[] | undefined {
  const keys: OpenKey[] = [];
  for (const pemKey of pemKeys) {
    if (pemKey.encrypted && password === '') {
      return reportProblem(
        `${subject} is encrypted and client-certificate-password is empty; set it to the password of the key.`,
      );
    }
    try {
      keys.push({ subject, pemKey, key: createPrivateKey({ key: pemKey.pem, passphrase: password }) });
    } catch (error) {
      return reportProblem(describeKeyError(error, subject, pemKey.encrypted, password));
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
): MatchedCertificate | undefined {
  const pairs = keys.flatMap((key) => certificates.map((leaf) => ({ ...key, leaf })));
  const match = pairs.find(({ key, leaf }) => leaf.checkPrivateKey(key));
  if (match === undefined) return reportProblem(describeMismatch(keys[0]?.subject ?? 'client-key', certificates));

  const { leaf, pemKey } = match;
  const tls = {
    cert: buildChain(leaf, certificates).join(''),
    key: pemKey.pem,
    ...(pemKey.encrypted && { passphrase: password }),
  };
  try {
    createSecureContext(tls);
  } catch (error) {
    return reportProblem(describeRejection(error));
  }
  return { tls, info: certificateInfo(leaf), usesPassword: pemKey.encrypted };
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
      return { tls: { pfx, passphrase: password }, info: certificateInfo(leaf), usesPassword: true, warnings: [] };
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
