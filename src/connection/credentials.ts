// Authentication: the client certificate and the token, checked before anything is sent.
import type { ClientCertificateOptions } from '../http/tls-verify.js';
import type { Redactor } from '../runner/redaction.js';
import { readAccessToken, type TokenClaims, tokenWarnings } from './access-token.js';
import { type CertificateInfo, certificateWarnings } from './certificate-info.js';
import { type ClientCertificate, readClientCertificate } from './client-certificate.js';
import { collectProblems, type ReportProblem } from './input-problems.js';
import { secretsInCertificate } from './pasted-secrets.js';

/** The inputs, trimmed; empty when not set. The password is not trimmed, and an empty one is legal for a PFX. */
export interface CredentialInputs {
  readonly clientCertificate: string;
  readonly clientKey: string;
  readonly clientCertificatePassword: string;
  readonly accessToken: string;
}

/** Secret. What authenticates the client to the cluster and to a proxy. */
export interface Credentials {
  /** For `tls.connect` and `tls.createSecureContext`; missing without a client certificate. */
  readonly tls?: ClientCertificateOptions;
  /** The value of the Authorization header; missing without a token. */
  readonly authorization?: string;
  /** The value of the Proxy-Authorization header; missing without a proxy that has a user or password. */
  readonly proxyAuthorization?: string;
}

/** Credentials, apart from the public facts about them. */
export interface Authentication {
  readonly credentials: Credentials;
  readonly certificate?: CertificateInfo;
  /** Not verified: these claims explain a refusal and decide nothing. */
  readonly token?: TokenClaims;
  /** Sentences for the log. */
  readonly warnings: readonly string[];
}

interface CredentialContext {
  readonly redactor: Redactor;
  /** Milliseconds since 1970. */
  readonly epochMs: number;
  readonly reportProblem: ReportProblem;
}

/**
 * Reads and checks the credentials. No problem and no warning contains a line of a secret.
 * @returns undefined when it has reported a problem
 */
export function readCredentials(
  inputs: CredentialInputs,
  { redactor, epochMs, reportProblem: forward }: CredentialContext,
): Authentication | undefined {
  const { problems, reportProblem } = collectProblems(forward);
  const certificate = readCertificateInputs(inputs, reportProblem);
  const token = inputs.accessToken === '' ? undefined : readAccessToken(inputs.accessToken, reportProblem);
  if (problems.length > 0) return undefined;

  // The inputs are masked already; this masks the form in which they are used.
  redactor.add(...(certificate ? secretsOf(certificate.tls) : []), ...(token ? [token.value] : []));
  const isPasswordUnused = certificate?.usesPassword === false && inputs.clientCertificatePassword !== '';
  return {
    credentials: {
      ...(certificate && { tls: certificate.tls }),
      ...(token && { authorization: `Bearer ${token.value}` }),
    },
    ...(certificate && { certificate: certificate.info }),
    ...(token && { token: token.claims }),
    warnings: [
      ...(certificate ? certificateWarnings(certificate.info, epochMs) : []),
      ...(isPasswordUnused ? [unusedPassword] : []),
      ...(certificate?.warnings ?? []),
      ...(token ? tokenWarnings(token.claims, epochMs) : []),
    ],
  };
}

function readCertificateInputs(inputs: CredentialInputs, reportProblem: ReportProblem): ClientCertificate | undefined {
  const { clientCertificate: certificate, clientKey: key, clientCertificatePassword: password } = inputs;
  if (certificate !== '') return readClientCertificate({ certificate, key, password }, reportProblem);
  const setInputs = [
    ...(key === '' ? [] : ['client-key']),
    ...(password === '' ? [] : ['client-certificate-password']),
  ];
  for (const name of setInputs) {
    reportProblem(
      `${name} is set but client-certificate is empty; set both or neither. ` +
        'If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.',
    );
  }
  return undefined;
}

const unusedPassword = 'client-certificate-password is set, but the key is not encrypted; the password is not used.';

function secretsOf(tls: ClientCertificateOptions): readonly string[] {
  return 'pfx' in tls ? [tls.pfx.toString('base64')] : secretsInCertificate(`${tls.key}${tls.cert}`);
}
