// The TLS and token inputs together: whom to believe, who we are, and which of them exclude each other. Loaded only where
// one of them is set, along with all that reads certificates and keys.

import type { Trust } from '../http/server-trust.js';
import type { Redactor } from '../runner/redaction.js';
import { type Credentials, readCredentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import { listed, quote, type ReportProblem } from './input-problems.js';
import { readTrust } from './server-trust-inputs.js';

/** Whom to believe and who we are. */
export interface Security {
  trust: Trust;
  credentials: Credentials;
}

/** The inputs by their names, as the runner hands them over: untrimmed, empty when not set. */
export type SecurityInputs = Readonly<Record<CredentialInput | ServerInput | 'tls-skip-verify', string>>;
type CredentialInput = 'client-certificate' | 'client-key' | 'client-certificate-password' | 'access-token';
type ServerInput = 'server-ca' | 'server-certificate-thumbprints' | 'server-common-names';

const credentialInputs: readonly CredentialInput[] = [
  'client-certificate',
  'client-key',
  'client-certificate-password',
  'access-token',
];
const serverInputs: readonly ServerInput[] = ['server-ca', 'server-certificate-thumbprints', 'server-common-names'];

/** What the inputs are read beside. */
interface InputContext {
  /** Undefined when it is wrong itself. */
  endpoint: Endpoint | undefined;
  secrets: Redactor;
  /** Milliseconds since 1970. */
  epochMs: number;
  reportProblem: ReportProblem;
}

/** Reads and checks them as a whole; undefined when something was complained of, or there is no https endpoint. */
export function readSecurity(inputs: SecurityInputs, beside: InputContext): Security | undefined {
  const { endpoint, secrets, epochMs, reportProblem } = beside;
  const value = (name: keyof SecurityInputs): string => inputs[name].trim();
  const skip = value('tls-skip-verify') || 'false';
  const skipVerify = /^true$/i.test(skip);
  if (!/^(?:true|false)$/i.test(skip)) reportProblem(`tls-skip-verify is ${quote(skip)}; it takes true or false.`);

  const password = inputs['client-certificate-password'];
  const own = credentialInputs.filter(
    (name) => (name === 'client-certificate-password' ? password : value(name)) !== '',
  );
  const server = serverInputs.filter((name) => value(name) !== '');
  const set = [...own, ...server, ...(skipVerify ? ['tls-skip-verify'] : [])];
  if (endpoint?.secure === false && set.length > 0) {
    return reportProblem(
      `${listed(set)} ${set.length === 1 ? 'needs' : 'need'} TLS, but the endpoint begins with http://; write https:// or leave it out.`,
    );
  }
  if (skipVerify && server.length > 0) {
    reportProblem(
      `tls-skip-verify is true, so that ${listed(server)} would not be looked at; leave out one or the other.`,
    );
  }
  const [thumbprints, commonNames] = [value('server-certificate-thumbprints'), value('server-common-names')];
  if (thumbprints !== '' && commonNames !== '') {
    reportProblem(
      'server-certificate-thumbprints and server-common-names exclude each other: a pinned certificate may have any name; leave one out.',
    );
  }
  const written = {
    clientCertificate: value('client-certificate'),
    clientKey: value('client-key'),
    clientCertificatePassword: password,
    accessToken: value('access-token'),
  };
  const credentials = readCredentials(written, reportProblem, epochMs);
  secrets.add(...(credentials?.secrets ?? []));
  const trust = skipVerify
    ? ({ kind: 'insecure' } as const)
    : readTrust({ serverCa: value('server-ca'), thumbprints, commonNames }, reportProblem);
  return endpoint?.secure && trust && credentials ? { trust, credentials } : undefined;
}
