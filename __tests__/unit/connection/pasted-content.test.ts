// Certificates and keys as people store them: each shape is accepted, and what cannot be used is named.
import { expect, it } from 'vitest';
import { type CredentialInputs, readCredentials } from '../../../src/connection/credentials.js';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { readPasted } from '../../../src/connection/pasted-content.js';
import { readTrust } from '../../../src/connection/server-trust-inputs.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { describeWith } from '../../peers/programs.js';
import { authority, clientIdentity, intermediate } from '../../support/certificates.js';
import { keyFile, pfxFile } from '../../support/key-files.js';
import { withOpenssl } from '../../support/openssl.js';
import { binarySpellings, pemSpellings, textSpellings } from '../../support/pasted-forms.js';

const nothing: CredentialInputs = {
  clientCertificate: '',
  clientKey: '',
  clientCertificatePassword: '',
  accessToken: '',
};

function read(inputs: Partial<CredentialInputs>) {
  const { problems, reportProblem } = collectProblems();
  const redactor = createRedactor(() => undefined);
  const epochMs = Date.now() + 3_600_000;
  const authentication = readCredentials({ ...nothing, ...inputs }, { redactor, epochMs, reportProblem });
  return {
    problems,
    authentication,
    subject: authentication?.certificate?.subject,
    warnings: authentication?.warnings,
  };
}

const password = 'correct horse';

/** The output of openssl for files that it reads by their names. */
function openssl(files: Readonly<Record<string, string>>, ...parameters: readonly string[]): Buffer {
  return withOpenssl(({ run, write }) => {
    for (const [name, content] of Object.entries(files)) write(name, content);
    return run(...parameters);
  });
}

describeWith(['openssl'], 'a pasted certificate', () => {
  const rsa = clientIdentity('rsa');
  const ec = clientIdentity('ec');
  const together = `${rsa.certificate}${rsa.key}`;
  const oldKey = keyFile(rsa, 'traditional', password);
  const accepted = { problems: [], subject: 'CN=client rsa', warnings: [] };

  it.each([...textSpellings, ...pemSpellings])('with its key is accepted %s', (_, spell) => {
    expect(read({ clientCertificate: spell(together) })).toMatchObject(accepted);
  });

  it.each([...textSpellings, ...pemSpellings])('with its key apart is accepted when both are %s', (_, spell) => {
    expect(read({ clientCertificate: spell(ec.certificate), clientKey: spell(ec.key) })).toMatchObject({
      ...accepted,
      subject: 'CN=client ec',
    });
  });

  it.each([...textSpellings, ...pemSpellings])('with an encrypted key of the old form is accepted %s', (_, spell) => {
    const inputs = {
      clientCertificate: rsa.certificate,
      clientKey: spell(oldKey),
      clientCertificatePassword: password,
    };
    expect(read(inputs)).toMatchObject(accepted);
  });

  it.each(binarySpellings)('is accepted as a PFX %s', (_, spell) => {
    const clientCertificate = spell(pfxFile(rsa, 'modern', password));
    expect(read({ clientCertificate, clientCertificatePassword: password })).toMatchObject(accepted);
  });

  it.each(textSpellings)('is accepted as a PFX in base64 with lines, %s', (_, spell) => {
    const lines = pfxFile(rsa, 'modern', password).toString('base64').replace(/.{64}/g, '$&\n');
    expect(read({ clientCertificate: spell(lines), clientCertificatePassword: password })).toMatchObject(accepted);
  });

  const der = (pem: string): Buffer => Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64');
  it.each(binarySpellings)('is accepted as DER with a key in DER, both %s', (_, spell) => {
    const inputs = { clientCertificate: spell(der(rsa.certificate)), clientKey: spell(der(rsa.key)) };
    expect(read(inputs)).toMatchObject(accepted);
  });

  it.each([
    ['a PKCS #1 key', der(keyFile(rsa, 'traditional')), rsa, ''],
    ['a SEC 1 key', der(keyFile(ec, 'traditional')), ec, ''],
    ['an encrypted PKCS #8 key', der(keyFile(ec, 'pkcs8', password)), ec, password],
  ] as const)('is accepted with %s in DER', (_, keyDer, { certificate }, clientCertificatePassword) => {
    const inputs = { clientCertificate: certificate, clientKey: keyDer.toString('base64'), clientCertificatePassword };
    expect(read(inputs)).toMatchObject({ problems: [], warnings: [] });
  });

  it('is accepted with everything that openssl and Windows print around the blocks', () => {
    const printed = openssl({ c: rsa.certificate }, 'x509', '-in', 'c', '-text').toString();
    const printedKey = openssl({ k: rsa.key }, 'pkey', '-in', 'k', '-text').toString();
    const bags =
      'Bag Attributes\n    localKeyID: 01 00 00 00\n    Microsoft CSP Name: Software\nKey Attributes\n    X509v3 Key Usage: 10\n';
    expect(read({ clientCertificate: `${bags}${printedKey}${bags}${printed}` })).toMatchObject(accepted);
    expect(read({ clientCertificate: JSON.stringify({ cert: rsa.certificate, key: rsa.key }) })).toMatchObject(
      accepted,
    );
    expect(read({ clientCertificate: `cert: |\n${together.replace(/^/gm, '  ')}` })).toMatchObject(accepted);
  });

  const request = openssl({ k: rsa.key }, 'req', '-new', '-subj', '/CN=me', '-key', 'k').toString();
  const publicKey = openssl({ k: rsa.key }, 'pkey', '-pubout', '-in', 'k').toString();
  const trusted = openssl({ c: rsa.certificate }, 'x509', '-trustout', '-in', 'c').toString();
  const pkcs7 = openssl({ c: rsa.certificate }, 'crl2pkcs7', '-nocrl', '-certfile', 'c').toString();
  const sshKey = `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from('openssh-key-v1\0none').toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
  const certificates =
    'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX or DER';
  const keys = 'a PEM private key, encrypted or not, or base64 of one';
  const requestRemedy = 'Give the certificate that the authority made of that request.';
  const sshRemedy = 'Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.';
  const pkcs7Remedy = 'Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem';
  const trustedRemedy = 'Convert it: openssl x509 -in old.pem -out new.pem';
  const publicKeyRemedy = 'A public key proves nothing: give the private key that was made together with it.';

  it.each([
    [
      'a request beside a key',
      rsa.key + request,
      '',
      `client-certificate contains a certificate request; it takes ${certificates}. ${requestRemedy}`,
    ],
    [
      'a PKCS #7 bundle beside a key',
      pkcs7 + rsa.key,
      '',
      `client-certificate contains a PKCS #7 bundle; it takes ${certificates}. ${pkcs7Remedy}`,
    ],
    [
      'a TRUSTED CERTIFICATE beside a key',
      trusted + rsa.key,
      '',
      `client-certificate contains a TRUSTED CERTIFICATE (a form of OpenSSL alone); it takes ${certificates}. ${trustedRemedy}`,
    ],
    [
      'an OpenSSH key beside a certificate',
      rsa.certificate + sshKey,
      '',
      `client-certificate contains an OpenSSH key; it takes ${certificates}. ${sshRemedy}`,
    ],
    [
      'a public key beside a certificate',
      rsa.certificate + publicKey,
      '',
      `client-certificate contains a public key; it takes ${certificates}. ${publicKeyRemedy}`,
    ],
    [
      'an OpenSSH key beside a certificate in client-key',
      rsa.certificate,
      rsa.certificate + sshKey,
      `client-key contains an OpenSSH key; it takes ${keys}. ${sshRemedy}`,
    ],
    [
      'a public key beside a certificate in client-key',
      rsa.certificate,
      publicKey + rsa.certificate,
      `client-key contains a public key; it takes ${keys}. ${publicKeyRemedy}`,
    ],
    [
      'a request beside a good key apart',
      request,
      rsa.key,
      `client-certificate is a certificate request; it takes ${certificates}. ${requestRemedy}`,
    ],
    [
      'a request and an OpenSSH key',
      request + sshKey,
      '',
      `client-certificate is a certificate request and an OpenSSH key; it takes ${certificates}. ${requestRemedy} ${sshRemedy}`,
    ],
    [
      'a PKCS #7 bundle between CERTIFICATE lines, as certutil -encode writes it',
      pkcs7.replaceAll('PKCS7', 'CERTIFICATE'),
      rsa.key,
      `client-certificate is a PKCS #7 bundle; it takes ${certificates}. Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem`,
    ],
    [
      'base64 of a request',
      Buffer.from(request).toString('base64'),
      rsa.key,
      `client-certificate is a certificate request; it takes ${certificates}. ${requestRemedy}`,
    ],
  ])('is named as what it is, in one sentence: %s', (_, clientCertificate, clientKey, problem) => {
    expect(read({ clientCertificate, clientKey }).problems).toEqual([problem]);
  });

  it.each([
    ['a request', together + request, 'a certificate request'],
    ['an OpenSSH key', sshKey + together, 'an OpenSSH key'],
    ['a public key', together + publicKey, 'a public key'],
    ['a PKCS #7 bundle', pkcs7 + together, 'a PKCS #7 bundle'],
  ])('is used when %s stands beside it and its key, and the warning names that', (_, clientCertificate, name) => {
    expect(read({ clientCertificate })).toMatchObject({
      ...accepted,
      warnings: [`client-certificate also contains ${name}, which is not used.`],
    });
  });

  it('is used when something else stands beside its key in client-key, and the warning names that', () => {
    expect(read({ clientCertificate: rsa.certificate, clientKey: rsa.key + request })).toMatchObject({
      ...accepted,
      warnings: ['client-key also contains a certificate request, which is not used.'],
    });
  });

  it.each([
    ['a PuTTY key', 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n', 'is a PuTTY key'],
    ['an OpenSSH public key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE me@example', 'is an OpenSSH public key'],
    ['a key in XML', '<RSAKeyValue><Modulus>abc</Modulus></RSAKeyValue>', 'is a key in XML'],
    ['a PGP key', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nabc\n-----END PGP PRIVATE KEY BLOCK-----', 'is a PGP key'],
    ['a Java keystore', Buffer.from('feedfeed00000002', 'hex').toString('base64'), 'is a Java keystore'],
    ['a masked value', '***', 'is a masked value (***), as a log shows a secret'],
    [
      'the name of a type',
      'System.Byte[]',
      'is the name of a .NET type or a PowerShell object in place of its content',
    ],
    ['the word null', 'null', 'is the word for a value that is missing'],
    ['an expression', `\${{ secrets.CERTIFICATE }}`, 'is an expression or a variable that was not evaluated'],
    ['the URL of a secret', 'https://vault.vault.azure.net/secrets/deployer', 'is a URL'],
    ['the JSON of Key Vault', '{"id": "https://vault", "value": "MIIK"}', 'is JSON'],
    [
      'half a certificate in DER',
      Buffer.from('3082030130820201', 'hex').toString('base64'),
      'is base64 of a certificate or key, but not all of it',
    ],
  ])('is named as what it is: %s', (_, pasted, description) => {
    expect(readPasted(pasted)).toMatchObject({ kind: 'unsupported', description });
    expect(read({ clientCertificate: pasted }).problems).toEqual([
      expect.stringContaining(`client-certificate ${description}; it takes ${certificates}.`),
    ]);
  });

  it.each([...textSpellings, ...pemSpellings])('of an authority is accepted %s', (_, spell) => {
    const both = authority().certificate + intermediate().certificate;
    const { problems, reportProblem } = collectProblems();
    const trust = readTrust({ serverCa: spell(both), thumbprints: '', commonNames: '' }, reportProblem);
    expect([problems, trust]).toEqual([
      [],
      { kind: 'authority', ca: [authority().certificate, intermediate().certificate] },
    ]);
  });

  it.each([
    [
      'a TRUSTED CERTIFICATE',
      trusted,
      `a TRUSTED CERTIFICATE (a form of OpenSSL alone); it takes one or more PEM certificates, or base64 of them. ${trustedRemedy}`,
    ],
    [
      'a PKCS #7 bundle',
      pkcs7,
      `a PKCS #7 bundle; it takes one or more PEM certificates, or base64 of them. ${pkcs7Remedy}`,
    ],
  ])('of an authority is rejected with %s beside it, which would be missed later', (_, other, problem) => {
    const { problems, reportProblem } = collectProblems();
    readTrust({ serverCa: authority().certificate + other, thumbprints: '', commonNames: '' }, reportProblem);
    expect(problems).toEqual([`server-ca contains ${problem}`]);
  });
});
