// Who we are: the client certificate and the token, checked here, before anything is sent.
import { readAccessToken, type TokenClaims, tokenWarnings } from './access-token.js';
import { type CertificateInfo, certificateWarnings } from './certificate-info.js';
import { type ClientCertificate, readClientCertificate } from './client-certificate.js';
import type { ReportProblem } from './input-problems.js';

/** The inputs as written; empty when not set. The password is not trimmed, and empty is a PFX's legal one. */
export interface CredentialInputs {
  clientCertificate: string;
  clientKey: string;
  clientCertificatePassword: string;
  accessToken: string;
}

/** What we show the cluster, once it is the right one. */
export interface Credentials {
  /** For `tls.connect` and `tls.createSecureContext`; missing without a client certificate. */
  tls?: ClientCertificate['tls'];
  /** The value of the Authorization header; missing without a token. */
  authorization?: string;
  certificate?: CertificateInfo;
  /** Never checked by anybody: to explain a refusal, and for nothing else. */
  token?: TokenClaims;
  /** What the inputs hold in another spelling than the author's: to be masked and struck out like the inputs. */
  secrets: readonly string[];
  /** Sentences to warn with. */
  warnings: readonly string[];
}

/**
 * Reads and checks the credentials; undefined when something was complained of. No complaint and no warning holds a
 * line of a secret.
 */
export function readCredentials(
  inputs: CredentialInputs,
  reportProblem: ReportProblem,
  epochMs: number,
): Credentials | undefined {
  let isWrong = false;
  const note: ReportProblem = (problem) => {
    isWrong = true;
    return reportProblem(problem);
  };
  const { clientCertificatePassword: password } = inputs;
  const certificate = readCertificateInputs(inputs, note);
  const token = inputs.accessToken === '' ? undefined : readAccessToken(inputs.accessToken, note);
  if (isWrong) return undefined;
  return {
    ...(certificate && { tls: certificate.tls, certificate: certificate.info }),
    ...(token && { authorization: `Bearer ${token.value}`, token: token.claims }),
    secrets: [...(certificate ? secretLines(certificate.tls) : []), ...(token ? [token.value] : [])],
    warnings: [
      ...(certificate ? certificateWarnings(certificate.info, epochMs) : []),
      ...(certificate?.passwordNeeded === false && password !== '' ? [needlessPassword] : []),
      ...(token ? tokenWarnings(token.claims, epochMs) : []),
    ],
  };
}

function readCertificateInputs(inputs: CredentialInputs, reportProblem: ReportProblem): ClientCertificate | undefined {
  const { clientCertificate, clientKey, clientCertificatePassword } = inputs;
  if (clientCertificate !== '') {
    return readClientCertificate(
      { certificate: clientCertificate, key: clientKey, password: clientCertificatePassword },
      reportProblem,
    );
  }
  const set = [
    ...(clientKey === '' ? [] : ['client-key']),
    ...(clientCertificatePassword === '' ? [] : ['client-certificate-password']),
  ];
  for (const name of set) {
    reportProblem(
      `${name} is set but client-certificate is empty; set both or neither. ` +
        'If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.',
    );
  }
  return undefined;
}

const needlessPassword = 'client-certificate-password is set, but the key is not encrypted; the password is not used.';

/** Shorter lines are the end of some base64: they say little, and masking them would blacken half the log. */
const leastMasked = 8;

function secretLines(tls: ClientCertificate['tls']): readonly string[] {
  if ('pfx' in tls) return [tls.pfx.toString('base64')];
  return `${tls.key}${tls.cert}`
    .split('\n')
    .filter((line) => line.length >= leastMasked && !line.startsWith('-----') && !/^[\w-]+: /.test(line));
}
