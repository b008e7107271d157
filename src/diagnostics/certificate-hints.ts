// What to do when the server's certificate does not verify. Nothing but a handshake has been sent to that server.

import type { FailedAttempt } from '../image-store/attempt.js';
import type { Hint } from './hint.js';

const pin =
  'add its thumbprint to server-certificate-thumbprints, which accepts it regardless of chain, name and dates';

/** The last day of the server's own certificate, from its description in the error (see describeCertificate). */
function lastMs({ message }: FailedAttempt): number {
  return Date.parse(/; valid from .+? to (.+?); issued by/.exec(message)?.[1] ?? '');
}

/** OpenSSL reports an expired certificate wherever in the chain it is. */
const isExpiredAboveServer = (attempt: FailedAttempt): boolean =>
  attempt.code === 'CERT_HAS_EXPIRED' && lastMs(attempt) > (attempt.failedEpochMs ?? Number.POSITIVE_INFINITY);

const hasCode =
  (...codes: readonly string[]) =>
  ({ code }: FailedAttempt): boolean =>
    codes.includes(code);

/** Certificate verification, with OpenSSL's codes (X509_V_ERR_…, as Node.js names them) and our own. */
export const certificateHints: readonly Hint<FailedAttempt>[] = [
  {
    applies: hasCode('CERTIFICATE_THUMBPRINT_MISMATCH'),
    cause: 'The server presented another certificate than the pinned one',
    advice:
      'If this is the new certificate of the cluster, add its thumbprint to server-certificate-thumbprints; if not, another server answers at this endpoint.',
    source: 'certificates of managed clusters are renewed unannounced',
  },
  {
    applies: hasCode('CERTIFICATE_NAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID'),
    cause: "The server's certificate is for another name",
    advice:
      'If this is the cluster, use an endpoint with one of the presented names, or list one in server-common-names, or pin the certificate by its thumbprint in server-certificate-thumbprints.',
    source: 'RFC 6125',
  },
  {
    applies: hasCode('CERTIFICATE_MISSING'),
    cause: 'The server presented no certificate',
    advice: "Check that the endpoint is the cluster's HTTP gateway, usually on port 19080.",
    source: 'TLS without certificates, which no gateway offers',
  },
  {
    applies: hasCode('CERT_NOT_YET_VALID'),
    cause: "A certificate of the server is not valid yet, by the runner's clock",
    advice: `Check the clock of the runner. If it is right, wait until the certificate's first day, or ${pin}.`,
    source: 'X509_V_ERR_CERT_NOT_YET_VALID',
  },
  {
    applies: isExpiredAboveServer,
    cause: "The certificate of the authority that issued the server's certificate has expired",
    advice: `Put the authority's renewed certificate into server-ca or install it on the server. If this is the cluster, you can also ${pin}.`,
    source: 'X509_V_ERR_CERT_HAS_EXPIRED for an issuer in the chain',
  },
  {
    applies: hasCode('CERT_HAS_EXPIRED'),
    cause: "The server's certificate has expired",
    advice: `Renew the cluster's certificate; until then, ${pin}.`,
    source: 'X509_V_ERR_CERT_HAS_EXPIRED',
  },
  {
    // Node.js has no name for these errors of OpenSSL and reports UNSPECIFIED.
    applies: hasCode('EE_KEY_TOO_SMALL', 'CA_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK', 'UNSPECIFIED'),
    cause: "The server's certificate, or its authority's, is too weak: its key is too small, or its signature is SHA-1",
    advice: `Replace it with one that has an RSA key of at least 2,048 bits and a SHA-256 signature; until then, ${pin}.`,
    source: 'X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK at security level 2',
  },
  {
    applies: hasCode('INVALID_PURPOSE'),
    cause:
      "The server's certificate is not meant for servers: its extended key usage lacks server authentication, or its issuer is no authority",
    advice: `Give the cluster a server certificate of a certificate authority. If this is the cluster, you can also ${pin}.`,
    source: 'X509_V_ERR_INVALID_PURPOSE, which Node.js also reports for an issuer that is no CA',
  },
  {
    applies: hasCode('CERT_SIGNATURE_FAILURE', 'UNABLE_TO_DECRYPT_CERT_SIGNATURE'),
    cause: "The signature of the server's certificate does not match its authority's key",
    advice:
      'Usually server-ca holds an authority of the same name with another key, such as a renewed or re-created one: set it to the authority that issued this certificate. Otherwise the certificate is damaged or forged.',
    source: 'X509_V_ERR_CERT_SIGNATURE_FAILURE',
  },
  {
    applies: hasCode('CERT_REVOKED'),
    cause: "The server's certificate has been revoked",
    advice: 'Replace the certificate of the cluster.',
    source: 'X509_V_ERR_CERT_REVOKED',
  },
  {
    applies: ({ code }) => /^SELF_SIGNED|^DEPTH_ZERO_SELF_SIGNED|^UNABLE_TO_(?:GET_ISSUER|VERIFY)|ISSUER/.test(code),
    cause: "The server's certificate comes from an authority that is not trusted",
    advice:
      'If this is the cluster, set server-ca to the certificate of its authority, or pin its own certificate by its thumbprint in server-certificate-thumbprints.',
    source: 'OpenSSL certificate verification',
  },
  {
    applies: ({ code }) =>
      /^(?:CERT_|CRL_|INVALID_CA$|PATH_LENGTH_|UNABLE_TO_|HOSTNAME_MISMATCH$|ERROR_IN_CERT)/.test(code),
    cause: "The chain of the server's certificate does not verify",
    advice: `Correct the chain that the server presents, or server-ca. If this is the cluster, you can also ${pin}.`,
    source: 'the other errors of OpenSSL certificate verification',
  },
];
