// The TLS and token inputs: server verification, authentication, and which inputs exclude each other. Loaded only where
// one of them is set, along with all that parses certificates and keys.
import type { ServerTrust } from '../http/server-trust.js';
import type { Redactor } from '../runner/redaction.js';
import { dropInvisible } from '../shared/sanitize.js';
import type { TokenClaims } from './access-token.js';
import type { CertificateInfo } from './certificate-info.js';
import { type Credentials, readCredentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import { joinWithAnd, type ReportProblem, wrongValue } from './input-problems.js';
import { readTrust } from './server-trust-inputs.js';

/** How the server is verified and the client authenticates: public facts only. */
export interface Security {
  readonly trust: ServerTrust;
  /** Missing without a client certificate. */
  readonly certificate?: CertificateInfo;
  /** Missing without a token. */
  readonly token?: TokenClaims;
  /** Sentences for the log. */
  readonly warnings: readonly string[];
}

/** The inputs by their names, as the runner provides them: untrimmed, empty when not set. */
export type TlsInputs = Readonly<Record<AuthenticationInput | ServerInput | 'tls-skip-verify', string>>;
type AuthenticationInput = 'client-certificate' | 'client-key' | 'client-certificate-password' | 'access-token';
type ServerInput = 'server-ca' | 'server-certificate-thumbprints' | 'server-common-names';

const authenticationInputs: readonly AuthenticationInput[] = [
  'client-certificate',
  'client-key',
  'client-certificate-password',
  'access-token',
];
const serverInputs: readonly ServerInput[] = ['server-ca', 'server-certificate-thumbprints', 'server-common-names'];

interface InputContext {
  /** Undefined when the input is wrong. */
  readonly endpoint: Endpoint | undefined;
  readonly redactor: Redactor;
  /** Milliseconds since 1970. */
  readonly epochMs: number;
  readonly reportProblem: ReportProblem;
}

/**
 * Parses and checks the inputs as a whole. Masks the secrets among them in every form in which they are used.
 * @returns undefined when it has reported a problem
 */
export function parseTlsInputs(
  inputs: TlsInputs,
  { endpoint, redactor, epochMs, reportProblem }: InputContext,
): { readonly security: Security; readonly credentials: Credentials } | undefined {
  // A password is not trimmed: blanks can be part of it.
  const password = inputs['client-certificate-password'];
  const value = (name: keyof TlsInputs): string =>
    name === 'client-certificate-password' ? password : trimmed(inputs[name]);
  const skipVerify = parseSkipVerify(value('tls-skip-verify'), reportProblem);
  const isSet = (name: keyof TlsInputs): boolean => value(name) !== '';
  const serverInputsSet = serverInputs.filter(isSet);
  const set = [...authenticationInputs.filter(isSet), ...serverInputsSet, ...(skipVerify ? ['tls-skip-verify'] : [])];
  if (endpoint?.secure === false && set.length > 0) {
    return reportProblem(
      `${joinWithAnd(set)} ${set.length === 1 ? 'needs' : 'need'} TLS, but the endpoint begins with http://; write https:// or leave it out.`,
    );
  }
  if (skipVerify) reportIgnored(serverInputsSet, reportProblem);
  const serverTrust = {
    serverCa: value('server-ca'),
    thumbprints: value('server-certificate-thumbprints'),
    commonNames: value('server-common-names'),
  };
  if (serverTrust.thumbprints !== '' && serverTrust.commonNames !== '') {
    reportProblem(
      'server-certificate-thumbprints and server-common-names exclude each other: a pinned certificate may have any name; leave one out.',
    );
  }
  const authentication = readCredentials(
    {
      clientCertificate: value('client-certificate'),
      clientKey: value('client-key'),
      clientCertificatePassword: password,
      accessToken: value('access-token'),
    },
    { redactor, epochMs, reportProblem },
  );
  const trust = skipVerify ? { kind: 'insecure' as const } : readTrust(serverTrust, reportProblem);
  if (trust === undefined || authentication === undefined) return undefined;
  const { credentials, ...facts } = authentication;
  return { security: { trust, ...facts }, credentials };
}

/** Without blanks around it; empty when it holds nothing that is seen. */
function trimmed(value: string): string {
  return dropInvisible(value).trim() === '' ? '' : value.trim();
}

function parseSkipVerify(written: string, reportProblem: ReportProblem): boolean {
  const value = dropInvisible(written).trim().toLowerCase();
  if (!/^(?:true|false)?$/.test(value)) reportProblem(wrongValue('tls-skip-verify', 'true or false', written));
  return value === 'true';
}

function reportIgnored(names: readonly ServerInput[], reportProblem: ReportProblem): void {
  if (names.length === 0) return;
  reportProblem(
    `tls-skip-verify must be false when ${joinWithAnd(names)} ${names.length === 1 ? 'is' : 'are'} set, but is true; leave out one or the other.`,
  );
}
