// Client certificates that are rejected: the message for each, which never quotes a secret and names a working conversion.
import { expect, it } from 'vitest';
import type { CredentialInputs } from '../../../src/connection/credentials.js';
import { describeWith } from '../../peers/programs.js';
import { authority, thumbprints } from '../../support/certificates.js';
import { pfxFile } from '../../support/key-files.js';
import { withOpenssl } from '../../support/openssl.js';
import { why } from '../../support/skips.js';
import {
  accepted,
  base64,
  convert,
  exampleCredentials,
  nameAtServer,
  PASSWORD,
  pfxWith,
  rejected,
  selfSigned,
} from './credential-files.js';

describeWith(['openssl'], 'a client certificate', () => {
  const { rsa, ec, chained, oldKey, encrypted, withPassword, together, pfx } = exampleCredentials();

  const certificateForms =
    'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX or DER';
  const keyForms = 'a PEM private key, encrypted or not, or base64 of one';
  const alone = (name: string): string =>
    `${name} is set but client-certificate is empty; set both or neither. If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.`;
  const cert = (is: string, remedy = ''): string => `client-certificate ${is}; it takes ${certificateForms}.${remedy}`;
  const key = (is: string, remedy = ''): string => `client-key ${is}; it takes ${keyForms}.${remedy}`;
  const pasteAgain = ' Paste it again, from the first BEGIN line to the last END line.';
  const forRsa = (clientKey: string): Partial<CredentialInputs> => ({ clientCertificate: rsa.certificate, clientKey });
  const trailing = '; it begins or ends with a blank or a line break, which counts as a part of it';
  const keyVault = ' A PFX from Azure Key Vault has an empty password.';
  const notOfRsa = `does not belong to the certificate in client-certificate (CN=client rsa, thumbprint ${thumbprints(rsa.certificate).sha1}); give the private key that was made together with the certificate.`;

  const der = {
    certificate: convert(rsa.certificate, 'x509', '-outform', 'DER'),
    pkcs8: convert(rsa.key, 'pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'),
    publicKey: convert(rsa.key, 'pkey', '-pubout', '-outform', 'DER'),
    request: convert(rsa.key, 'req', '-new', '-subj', '/CN=me', '-outform', 'DER', '-key', 'in'),
  };
  const pem = {
    publicKey: convert(rsa.key, 'pkey', '-pubout').toString(),
    oldPublicKey: convert(rsa.key, 'rsa', '-RSAPublicKey_out').toString(),
    trusted: convert(rsa.certificate, 'x509', '-trustout').toString(),
    desKey: convert(
      rsa.key,
      'pkcs8',
      '-topk8',
      '-v1',
      'PBE-MD5-DES',
      '-provider',
      'legacy',
      '-provider',
      'default',
      '-passout',
      `pass:${PASSWORD}`,
    ).toString(),
    oldDesKey: convert(
      rsa.key,
      ...['rsa', '-traditional', '-des', '-provider', 'legacy', '-provider', 'default'],
      ...['-passout', `pass:${PASSWORD}`],
    ).toString(),
    request: convert(rsa.key, 'req', '-new', '-subj', '/CN=me', '-key', 'in').toString(),
  };
  /** A complete DER value that is nothing of all this. */
  const otherDer = base64(Buffer.from('3006020101020102', 'hex'));
  const bundle = (...form: readonly string[]): Buffer =>
    withOpenssl(({ run, write }) => {
      write('c', rsa.certificate);
      return run('crl2pkcs7', '-nocrl', '-certfile', 'c', ...form);
    });
  const pkcs7 = { pem: bundle().toString(), der: bundle('-outform', 'DER') };
  const openSsh = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n';
  const publicKeyRemedy = ' A public key proves nothing: give the private key that was made together with it.';
  const requestRemedy = ' Give the certificate that the authority made of that request.';
  const convertPkcs7 = 'Convert it: openssl pkcs7 -print_certs';
  const rc2 = `client-certificate is a PFX encrypted in an old way (RC2) that OpenSSL 3 no longer opens. Convert it, and give the new file: openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem`;
  const oldEncryption =
    'client-key is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem';
  const trusted = cert(
    'is a TRUSTED CERTIFICATE (a form of OpenSSL alone)',
    ' Convert it: openssl x509 -in old.pem -out new.pem',
  );

  const rejections: readonly (readonly [
    name: string,
    inputs: Partial<CredentialInputs>,
    sentences: readonly string[],
  ])[] = [
    ['a key without a certificate', { clientKey: rsa.key }, [alone('client-key')]],
    ['a password without a certificate', withPassword, [alone('client-certificate-password')]],
    [
      'a key and a password without a certificate',
      { clientKey: rsa.key, ...withPassword },
      [alone('client-key'), alone('client-certificate-password')],
    ],
    [
      'a certificate without its key',
      { clientCertificate: rsa.certificate },
      [
        'client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.',
      ],
    ],
    ["another certificate's key", forRsa(ec.key), [`client-key ${notOfRsa}`]],
    [
      "another certificate's key in client-certificate",
      { clientCertificate: rsa.certificate + ec.key },
      [`the key in client-certificate ${notOfRsa}`],
    ],
    [
      'a key that belongs to none of several certificates',
      { clientCertificate: chained.certificate + chained.chain, clientKey: rsa.key },
      [
        'client-key does not belong to any of the 2 certificates in client-certificate; give the private key that was made together with the certificate.',
      ],
    ],
    [
      'a wrong password of a key',
      { clientCertificate: ec.certificate, clientKey: encrypted, clientCertificatePassword: 'wrong horse' },
      ['client-certificate-password does not open client-key.'],
    ],
    [
      'a wrong password of a key in the old form',
      { ...forRsa(oldKey), clientCertificatePassword: 'wrong horse' },
      ['client-certificate-password does not open client-key.'],
    ],
    [
      'a password with a line break after it',
      { clientCertificate: encrypted + ec.certificate, clientCertificatePassword: `${PASSWORD}\n` },
      [`client-certificate-password does not open the key in client-certificate${trailing}.`],
    ],
    [
      'an encrypted key without a password',
      { clientCertificate: ec.certificate, clientKey: encrypted },
      ['client-key is encrypted and client-certificate-password is empty; set it to the password of the key.'],
    ],
    [
      'an encrypted key in client-certificate without a password',
      { clientCertificate: rsa.certificate + oldKey },
      [
        'the key in client-certificate is encrypted and client-certificate-password is empty; set it to the password of the key.',
      ],
    ],
    [
      'a wrong password of a PFX',
      { ...pfx(rsa, 'modern', PASSWORD), clientCertificatePassword: 'wrong horse' },
      [`client-certificate-password does not open the PFX in client-certificate.${keyVault}`],
    ],
    [
      'a trimmed password of a PFX with blanks around',
      { ...pfx(rsa, 'modern', 'horse'), clientCertificatePassword: 'horse\n' },
      [`client-certificate-password does not open the PFX in client-certificate${trailing}.${keyVault}`],
    ],
    [
      'a PFX without its password',
      { ...pfx(rsa, 'modern', PASSWORD), clientCertificatePassword: '' },
      [
        'client-certificate is a PFX with a password, and client-certificate-password is empty; set it to the password of the PFX.',
      ],
    ],
    ['a PFX encrypted with RC2', pfx(rsa, 'rc2', PASSWORD), [rc2]],
    [
      'a wrong password of a PFX encrypted with RC2',
      { ...pfx(rsa, 'rc2', PASSWORD), clientCertificatePassword: 'wrong horse' },
      [`client-certificate-password does not open the PFX in client-certificate.${keyVault}`],
    ],
    [
      'a PFX without its key',
      pfx(rsa, 'withoutKey', PASSWORD),
      ['client-certificate is a PFX without a private key; export it again together with its key.'],
    ],
    [
      'a PFX without its certificate',
      { clientCertificate: pfxWith(rsa, '-nocerts'), ...withPassword },
      [
        'client-certificate is a PFX without a certificate that belongs to its key; export it again together with its certificate.',
      ],
    ],
    [
      'a PFX with a separate key',
      { ...pfx(rsa, 'modern', PASSWORD), clientKey: rsa.key },
      [
        'client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.',
      ],
    ],
    [
      'half a PFX',
      { clientCertificate: base64(pfxFile(rsa, 'modern', PASSWORD).subarray(0, 900)), ...withPassword },
      [cert('is base64 of a PFX, but not all of it', ' Paste it again from its first to its last character.')],
    ],
    [
      'a PFX with something else inside',
      { clientCertificate: base64(Buffer.from('30080201030403666f6f', 'hex')), ...withPassword },
      [
        'client-certificate is a PFX that cannot be read, so it is damaged; encode the file as base64 again, and paste all of it.',
      ],
    ],
    [
      'a PFX as the key',
      forRsa(base64(pfxFile(rsa, 'modern', PASSWORD))),
      [key('is base64 of a PFX', ' A PFX belongs in client-certificate.')],
    ],
    [
      'certificate and key in the wrong inputs',
      { clientCertificate: rsa.key, clientKey: rsa.certificate },
      [
        cert('holds a key but no certificate', ' A key alone belongs in client-key.'),
        key('holds a certificate but no key', ' A certificate belongs in client-certificate.'),
      ],
    ],
    ['a public key in DER form', forRsa(base64(der.publicKey)), [key('is a public key', publicKeyRemedy)]],
    [
      'a request in DER form',
      { clientCertificate: base64(der.request), clientKey: rsa.key },
      [cert('is a certificate request', requestRemedy)],
    ],
    [
      'a PKCS #7 bundle in DER form',
      { clientCertificate: base64(pkcs7.der), clientKey: rsa.key },
      [cert('is a PKCS #7 bundle', ` ${convertPkcs7} -inform DER -in old.p7b -out new.pem`)],
    ],
    ['a public key', forRsa(pem.publicKey), [key('is a public key', publicKeyRemedy)]],
    ['a public key in the old form', forRsa(pem.oldPublicKey), [key('is a public key', publicKeyRemedy)]],
    [
      'a certificate request',
      { clientCertificate: pem.request, clientKey: rsa.key },
      [cert('is a certificate request', requestRemedy)],
    ],
    [
      'a PKCS #7 bundle',
      { clientCertificate: pkcs7.pem, clientKey: rsa.key },
      [cert('is a PKCS #7 bundle', ` ${convertPkcs7} -in old.p7b -out new.pem`)],
    ],
    ['a TRUSTED CERTIFICATE', { clientCertificate: pem.trusted, clientKey: rsa.key }, [trusted]],
    [
      'an OpenSSH key',
      forRsa(openSsh),
      [
        key(
          'is an OpenSSH key',
          ' Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.',
        ),
      ],
    ],
    ['a key encrypted by DES', { ...forRsa(pem.desKey), ...withPassword }, [oldEncryption]],
    [
      'a PEM whose end is missing',
      { clientCertificate: together.slice(0, -40) },
      [cert('is a damaged or incomplete PEM', pasteAgain)],
    ],
    [
      'a PEM whose beginning is missing',
      forRsa(rsa.key.slice(20)),
      [key('is a damaged or incomplete PEM', pasteAgain)],
    ],
    [
      'a PEM without one of its lines',
      forRsa(rsa.key.replace(/(\n.{64})\n.{64}\n/, '$1\n')),
      [key('is a damaged or incomplete PEM', pasteAgain)],
    ],
    [
      'a PEM with stars in it',
      { clientCertificate: together.replace(/\n.{64}\n/, '\n***\n') },
      [cert('is a damaged or incomplete PEM', pasteAgain)],
    ],
    [
      'a certificate block without a certificate',
      {
        clientCertificate: `-----BEGIN CERTIFICATE-----\n${otherDer}\n-----END CERTIFICATE-----`,
        clientKey: rsa.key,
      },
      [cert('holds a certificate that cannot be read, so it is damaged')],
    ],
    [
      'a key block without a key',
      forRsa(`-----BEGIN PRIVATE KEY-----\n${otherDer}\n-----END PRIVATE KEY-----`),
      [
        `client-key cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${keyForms}.`,
      ],
    ],
    [
      'a certificate block with a key in it',
      {
        clientCertificate: `-----BEGIN CERTIFICATE-----\n${base64(der.pkcs8)}\n-----END CERTIFICATE-----`,
        clientKey: rsa.key,
      },
      [cert('holds a key but no certificate', ' A key alone belongs in client-key.')],
    ],
    [
      'a key block with a certificate in it',
      forRsa(`-----BEGIN PRIVATE KEY-----\n${base64(der.certificate)}\n-----END PRIVATE KEY-----`),
      [key('holds a certificate but no key', ' A certificate belongs in client-certificate.')],
    ],
    [
      'the name of a file',
      { clientCertificate: './secrets/client.pfx' },
      [cert('is the name of a file', ' Give what is in the file.')],
    ],
    [
      'a thumbprint',
      { clientCertificate: thumbprints(rsa.certificate).sha1 },
      [cert('is a thumbprint', ' Give the certificate itself.')],
    ],
    [
      'some other text',
      { clientCertificate: 'my certificate!', clientKey: 'my key!' },
      [cert('is neither PEM nor base64 of a PEM or a PFX'), key('is neither PEM nor base64 of a PEM or a PFX')],
    ],
    [
      'base64 of some other text',
      { clientCertificate: base64('my certificate!') },
      [cert('is neither PEM nor base64 of a PEM or a PFX')],
    ],
  ];

  it.each(rejections)('is rejected with the right message: %s', (_, inputs, sentences) => {
    expect(rejected(inputs)).toEqual(sentences);
  });

  it.each(rejections)('is never quoted when rejected: %s', (_, inputs) => {
    const secrets = [...Object.values(inputs), together, encrypted, oldKey, PASSWORD]
      .flatMap((value) => [value, ...value.split(/[\r\n]+/)])
      .filter((line) => line.length >= 8);
    const messages = rejected(inputs).join('\n');
    expect(secrets.filter((secret) => messages.includes(secret))).toEqual([]);
  });

  // Which of the two happens is up to the OpenSSL inside Node.js.
  const withoutMac = { clientCertificate: pfxWith(rsa, '-nomac'), ...withPassword };
  const isOpenssl30 = process.versions.openssl.startsWith('3.0.');
  const tooOld = isOpenssl30 ? 'the OpenSSL of this Node.js opens no PFX without a MAC' : undefined;
  const tooNew = isOpenssl30 ? undefined : 'the OpenSSL of this Node.js opens a PFX without a MAC';
  it.skipIf(tooOld)(`is accepted as a PFX without a MAC, also by a server that verifies it${why(tooOld)}`, async () => {
    expect(await nameAtServer(accepted(withoutMac), [authority().certificate])).toBe('client rsa');
    expect(rejected({ ...withoutMac, clientCertificatePassword: 'wrong horse' })).toEqual([
      `client-certificate-password does not open the PFX in client-certificate.${keyVault}`,
    ]);
  });
  it.skipIf(tooNew)(`is rejected: a PFX without a MAC${why(tooNew)}`, () => {
    expect(rejected(withoutMac)).toEqual([
      `client-certificate is a PFX without an integrity check (MAC), which Node.js ${process.versions.node} does not open. Convert it, and give the new file: openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem`,
    ]);
  });

  it('is rejected with the same sentence for every wrong password', () => {
    // One in 300 decrypts to something by chance, and OpenSSL words that otherwise.
    const passwords = Array.from({ length: 2_000 }, (_, index) => `wrong ${index}`);
    const messages = passwords.flatMap((clientCertificatePassword) =>
      rejected({ ...forRsa(oldKey), clientCertificatePassword }),
    );
    expect(new Set(messages)).toEqual(new Set(['client-certificate-password does not open client-key.']));
  });

  const passIn = ['-passin', `pass:${PASSWORD}`];
  const passOut = ['-passout', `pass:${PASSWORD}`];
  it.each([
    ['a PFX encrypted with RC2', rc2, pfxFile(rsa, 'rc2', PASSWORD), [...passIn, ...passOut], 'both'],
    ['a key encrypted by DES', oldEncryption, Buffer.from(pem.desKey), [...passIn, ...passOut], 'key'],
    ['an old key encrypted by DES', oldEncryption, Buffer.from(pem.oldDesKey), [...passIn, ...passOut], 'key'],
    ['a PKCS #7 bundle', `${convertPkcs7} -in old.p7b -out new.pem`, Buffer.from(pkcs7.pem), [], 'certificate'],
    [
      'a PKCS #7 bundle in DER form',
      `${convertPkcs7} -inform DER -in old.p7b -out new.pem`,
      pkcs7.der,
      [],
      'certificate',
    ],
    ['a TRUSTED CERTIFICATE', trusted, Buffer.from(pem.trusted), [], 'certificate'],
  ])('is accepted once converted as the sentence about %s says', (_, sentence, old, passwords, part) => {
    const command = /openssl (?<parameters>.*) -in \S+ -out new\.pem$/.exec(sentence)?.groups?.['parameters'] ?? '';
    const converted = convert(old, ...command.split(' '), ...passwords).toString();
    const clientCertificate = part === 'key' ? rsa.certificate : converted;
    const clientKey = part === 'certificate' ? rsa.key : part === 'key' ? converted : '';
    expect(accepted({ clientCertificate, clientKey, ...withPassword }).certificate?.subject).toBe('CN=client rsa');
  });

  it('that is too weak for the TLS library is rejected', () => {
    const weak = selfSigned('-newkey', 'rsa:512', '-sha256');
    const sentence =
      'client-certificate is too weak for the TLS library of this runner (ee key too small); have a new one issued, with an RSA key of 2048 bits or more, or an EC key, and signed with SHA-256.';
    expect(rejected({ clientCertificate: weak.certificate + weak.key })).toEqual([sentence]);
    expect(rejected(pfx(weak, 'modern', PASSWORD))).toEqual([sentence]);
  });
});
