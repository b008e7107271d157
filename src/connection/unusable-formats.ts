// Formats that are recognised in place of a certificate or key and cannot be used: what each is, and what to do instead.

export interface UnusableFormat {
  /** Completes "is …" and "contains …". */
  readonly name: string;
  /** What to do instead, as a sentence of its own. */
  readonly remedy: string;
  /** What its author may have meant to give. */
  readonly standsFor: 'certificate' | 'key' | 'both';
}

const publicKeyRemedy = 'A public key proves nothing: give the private key that was made together with it.';
const sshRemedy = 'Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.';

/** Formats by their content. */
export const unusableFormats = {
  publicKey: { name: 'a public key', remedy: publicKeyRemedy, standsFor: 'key' },
  sshPublicKey: { name: 'an OpenSSH public key', remedy: publicKeyRemedy, standsFor: 'key' },
  request: {
    name: 'a certificate request',
    remedy: 'Give the certificate that the authority made of that request.',
    standsFor: 'certificate',
  },
  pkcs7: {
    name: 'a PKCS #7 bundle',
    remedy: 'Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem',
    standsFor: 'certificate',
  },
  pkcs7Der: {
    name: 'a PKCS #7 bundle',
    remedy: 'Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem',
    standsFor: 'certificate',
  },
  trusted: {
    name: 'a TRUSTED CERTIFICATE (a form of OpenSSL alone)',
    remedy: 'Convert it: openssl x509 -in old.pem -out new.pem',
    standsFor: 'certificate',
  },
  revocationList: {
    name: 'a revocation list',
    remedy: 'Give the certificate itself.',
    standsFor: 'certificate',
  },
  openSsh: { name: 'an OpenSSH key', remedy: sshRemedy, standsFor: 'key' },
  putty: {
    name: 'a PuTTY key',
    remedy: 'Give the key that belongs to the certificate; puttygen old.ppk -O private-openssh exports one.',
    standsFor: 'key',
  },
  pgp: { name: 'a PGP key', remedy: 'Give the key that belongs to the certificate.', standsFor: 'key' },
  xmlKey: {
    name: 'a key in XML',
    remedy: 'Export the key as PEM: ExportPkcs8PrivateKeyPem() in .NET.',
    standsFor: 'key',
  },
  keystore: {
    name: 'a Java keystore',
    remedy: 'Convert it: keytool -importkeystore -srckeystore old.jks -destkeystore new.pfx -deststoretype PKCS12',
    standsFor: 'both',
  },
} as const satisfies Readonly<Record<string, UnusableFormat>>;

/** By the label of a PEM block, without its blanks. */
const formatsByLabel: readonly (readonly [label: RegExp, format: UnusableFormat])[] = [
  [/^(?:RSA)?PUBLICKEY$/, unusableFormats.publicKey],
  [/^(?:NEW)?CERTIFICATEREQUEST$/, unusableFormats.request],
  [/^(?:PKCS#?7|CMS)$/, unusableFormats.pkcs7],
  [/^TRUSTEDCERTIFICATE$/, unusableFormats.trusted],
  [/^X509CRL$/, unusableFormats.revocationList],
  [/^OPENSSHPRIVATEKEY$/, unusableFormats.openSsh],
  [/^SSH2PUBLICKEY$/, unusableFormats.sshPublicKey],
  [/^PGP/, unusableFormats.pgp],
];

export function unusableByLabel(label: string): UnusableFormat | undefined {
  return formatsByLabel.find(([pattern]) => pattern.test(label))?.[1];
}

/** By the beginning of a text. */
const formatsByText: readonly (readonly [start: RegExp, format: UnusableFormat])[] = [
  [/^PuTTY-User-Key-File-/, unusableFormats.putty],
  [/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\w+) /, unusableFormats.sshPublicKey],
  [/^openssh-key-v1\0/, unusableFormats.openSsh],
  [/^(?:<\?xml[^>]*>\s*)?<RSAKeyValue>/, unusableFormats.xmlKey],
];

export function unusableByText(text: string): UnusableFormat | undefined {
  return formatsByText.find(([start]) => start.test(text))?.[1];
}
