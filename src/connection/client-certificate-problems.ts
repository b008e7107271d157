// The problems of a client certificate and its key, in words. None contains anything of a secret.
import type { X509Certificate } from 'node:crypto';
import { certificateInfo, subjectAndThumbprint } from './certificate-info.js';

export const acceptedCertificates =
  'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX or DER';
export const acceptedKeys = 'a PEM private key, encrypted or not, or base64 of one';

/** The problem of a key that cannot be parsed or decrypted. */
export function describeKeyError(error: unknown, keySubject: string, encrypted: boolean, password: string): string {
  if (!encrypted) {
    return `${keySubject} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${acceptedKeys}.`;
  }
  // Not "unsupported" alone: a wrong password that happens to decrypt to something ends in `DECODER::unsupported`.
  return /digital envelope routines::unsupported/i.test(String(error))
    ? `${keySubject} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`
    : `client-certificate-password does not open ${keySubject}${passwordHint(password)}.`;
}

/** The problem of a key that belongs to none of the certificates. */
export function describeMismatch(keySubject: string, certificates: readonly X509Certificate[]): string {
  const [first, ...others] = certificates;
  const owner =
    first === undefined || others.length > 0
      ? `any of the ${certificates.length} certificates in client-certificate`
      : `the certificate in client-certificate (${subjectAndThumbprint(certificateInfo(first))})`;
  return `${keySubject} does not belong to ${owner}; give the private key that was made together with the certificate.`;
}

/** Only some of OpenSSL's errors have a code, so their texts distinguish them. */
export function describePfxError(error: unknown, password: string): string {
  const text = String(error);
  const convert = 'openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem';
  if (/mac verify failure|bad decrypt/i.test(text)) {
    return password === ''
      ? 'client-certificate is a PFX with a password, and client-certificate-password is empty; set it to the password of the PFX.'
      : `client-certificate-password does not open the PFX in client-certificate${passwordHint(password)}. A PFX from Azure Key Vault has an empty password.`;
  }
  if (/unsupported/i.test(text)) {
    return `client-certificate is a PFX encrypted in an old way (RC2) that OpenSSL 3 no longer opens. Convert it, and give the new file: ${convert}`;
  }
  if (/mac absent/i.test(text)) {
    return `client-certificate is a PFX without an integrity check (MAC), which Node.js ${process.versions.node} does not open. Convert it, and give the new file: ${convert}`;
  }
  if (/load private key/i.test(text)) {
    return 'client-certificate is a PFX without a private key; export it again together with its key.';
  }
  if (/load certificate/i.test(text)) {
    return 'client-certificate is a PFX without a certificate that belongs to its key; export it again together with its certificate.';
  }
  if (/too (?:small|weak)/i.test(text)) return describeRejection(error);
  return 'client-certificate is a PFX that cannot be read, so it is damaged; encode the file as base64 again, and paste all of it.';
}

/** The problem of a certificate that OpenSSL's security level does not allow. */
export function describeRejection(error: unknown): string {
  const reason = /(?:ee|ca) (?:key|md) too (?:small|weak)/i.exec(String(error))?.[0].toLowerCase();
  return reason === undefined
    ? 'client-certificate and its key are not accepted by the TLS library of this runner; have a new certificate issued.'
    : `client-certificate is too weak for the TLS library of this runner (${reason}); have a new one issued, with an RSA key of 2048 bits or more, or an EC key, and signed with SHA-256.`;
}

/** Passwords are not trimmed: a line break that an editor or `echo` added is a part of them. */
function passwordHint(password: string): string {
  return password === password.trim()
    ? ''
    : '; it begins or ends with a blank or a line break, which counts as a part of it';
}
