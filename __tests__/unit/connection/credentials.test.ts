// Client certificates that are accepted: every form, also by a server that verifies it, and the warnings about them.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect, createServer } from 'node:tls';
import { expect, it } from 'vitest';
import { type Authentication, type CredentialInputs, readCredentials } from '../../../src/connection/credentials.js';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { describeWith } from '../../peers/programs.js';
import { authority, clientIdentity, type Identity, serverIdentity, thumbprints } from '../../support/certificates.js';
import { keyFile, pfxFile } from '../../support/key-files.js';
import { withOpenssl } from '../../support/openssl.js';

const PASSWORD = ' correct horse\tbattery ';
/** Certificates are made while the tests run, and begin in that second. */
const now = Date.now() + 3_600_000;
const nothing: CredentialInputs = {
  clientCertificate: '',
  clientKey: '',
  clientCertificatePassword: '',
  accessToken: '',
};

interface Reading {
  readonly authentication: Authentication | undefined;
  readonly problems: readonly string[];
  readonly masked: readonly string[];
}

function read(inputs: Partial<CredentialInputs>, epochMs = now): Reading {
  const { problems, reportProblem } = collectProblems();
  const masked: string[] = [];
  const redactor = createRedactor((value) => void masked.push(value));
  const authentication = readCredentials({ ...nothing, ...inputs }, { redactor, epochMs, reportProblem });
  return { authentication, problems, masked };
}

function accepted(inputs: Partial<CredentialInputs>, epochMs = now): Authentication {
  const { authentication, problems } = read(inputs, epochMs);
  if (authentication === undefined) throw new Error(problems.join('\n'));
  return authentication;
}

function rejected(inputs: Partial<CredentialInputs>): readonly string[] {
  const { authentication, problems } = read(inputs);
  expect(authentication).toBeUndefined();
  return problems;
}

/** The client's name at a server that requires a certificate of these authorities. */
async function nameAtServer({ credentials: { tls } }: Authentication, authorities: readonly string[]): Promise<string> {
  const { certificate: cert, key } = serverIdentity('good');
  const server = createServer({ cert, key, ca: [...authorities], requestCert: true, rejectUnauthorized: true });
  server.on('secureConnection', (socket) => socket.end(String(socket.getPeerCertificate().subject.CN)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port, ca: authority().certificate, ...tls });
  try {
    return await text(socket);
  } finally {
    socket.destroy();
    server.close();
  }
}

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const inLines = (content: string): string => content.replace(/.{76}/g, '$&\r\n');
/** What becomes of line ends between a file and an input. */
const collapsed = {
  'ended by CR LF': (pem: string) => pem.replaceAll('\n', '\r\n'),
  'ended by CR': (pem: string) => pem.replaceAll('\n', '\r'),
  'turned into blanks': (pem: string) => pem.replaceAll('\n', ' '),
  'turned into \\n': (pem: string) => pem.replaceAll('\n', '\\n'),
  'turned into \\r\\n': (pem: string) => pem.replaceAll('\n', '\\r\\n'),
  lost: (pem: string) => pem.replaceAll('\n', ''),
  'followed by blanks': (pem: string) => pem.replaceAll('\n', '\n    '),
} as const;

/** A self-signed certificate, made with these parameters of openssl. */
function selfSigned(...newKey: readonly string[]): Identity {
  return withOpenssl(({ run, read: file }) => {
    run('req', '-x509', ...newKey, '-nodes', '-subj', '/CN=client apart', '-days', '30', '-keyout', 'k', '-out', 'c');
    return { certificate: file('c').toString(), key: file('k').toString(), chain: '' };
  });
}

/** One run of openssl on one file. */
function convert(content: string | Buffer, ...parameters: readonly string[]): Buffer {
  return withOpenssl(({ run, write }) => {
    // write() takes text; latin1 would not survive it, so binary content comes as base64 and is decoded there.
    write('in.base64', `${inLines(base64(content)).replaceAll('\r', '')}\n`);
    run('base64', '-d', '-in', 'in.base64', '-out', 'in');
    return run(...parameters, '-in', 'in');
  });
}

/** The same DER in BER's indefinite form; its length takes two octets. */
function lengthLeftOpen(der: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x30, 0x80]), der.subarray(4), Buffer.from([0, 0])]);
}

/** A PFX made with parameters of openssl. */
function pfxWith({ certificate, key }: Identity, ...parameters: readonly string[]): string {
  return withOpenssl(({ run, write, read: file }) => {
    write('c', certificate);
    write('k', key);
    run('pkcs12', '-export', '-in', 'c', '-inkey', 'k', ...parameters, '-passout', `pass:${PASSWORD}`, '-out', 'pfx');
    return base64(file('pfx'));
  });
}

describeWith(['openssl'], 'a client certificate', () => {
  const rsa = clientIdentity('rsa');
  const ec = clientIdentity('ec');
  const chained = clientIdentity('throughIntermediate');
  const ed25519 = selfSigned('-newkey', 'ed25519');
  const des3 = convert(rsa.key, 'rsa', '-traditional', '-des3', '-passout', `pass:${PASSWORD}`).toString();
  const oldKey = keyFile(rsa, 'traditional', PASSWORD);
  const encrypted = keyFile(ec, 'pkcs8', PASSWORD);
  const withPassword = { clientCertificatePassword: PASSWORD };
  const together = `${rsa.certificate}${rsa.key}`;
  const bags = (pem: string): string => `Bag Attributes\n    friendlyName: me\nsubject=CN = me\n${pem}`;
  const pfx = (identity: Identity, ...form: [Parameters<typeof pfxFile>[1], string]): Partial<CredentialInputs> => ({
    clientCertificate: base64(pfxFile(identity, ...form)),
    clientCertificatePassword: form[1],
  });

  const forms: readonly (readonly [name: string, inputs: Partial<CredentialInputs>, expected: string])[] = [
    ['PEM, key apart, RSA', { clientCertificate: rsa.certificate, clientKey: rsa.key }, 'client rsa'],
    ['PEM, key apart, EC', { clientCertificate: ec.certificate, clientKey: ec.key }, 'client ec'],
    ['PEM, key apart, Ed25519', { clientCertificate: ed25519.certificate, clientKey: ed25519.key }, 'client apart'],
    ['PEM, key together', { clientCertificate: together }, 'client rsa'],
    ['PEM, key first', { clientCertificate: `${ec.key}${ec.certificate}` }, 'client ec'],
    ['PEM among remarks', { clientCertificate: bags(rsa.certificate) + bags(rsa.key) }, 'client rsa'],
    [
      'PEM after the parameters of its curve',
      {
        clientCertificate: `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${ec.key}${ec.certificate}`,
      },
      'client ec',
    ],
    ['X509 CERTIFICATE', { clientCertificate: together.replaceAll(' CERT', ' X509 CERT') }, 'client rsa'],
    [
      'chain, leaf first',
      { clientCertificate: chained.certificate + chained.chain, clientKey: chained.key },
      'client chain',
    ],
    [
      'chain, leaf last',
      { clientCertificate: chained.chain + chained.certificate, clientKey: chained.key },
      'client chain',
    ],
    [
      'chain with root, repeated and among strangers',
      {
        clientCertificate: [authority(), ec, { certificate: chained.chain }, chained, chained, rsa]
          .map((each) => each.certificate)
          .join(''),
        clientKey: chained.key,
      },
      'client chain',
    ],
    ['PKCS #1 key', { clientCertificate: rsa.certificate, clientKey: keyFile(rsa, 'traditional') }, 'client rsa'],
    ['SEC 1 key', { clientCertificate: ec.certificate, clientKey: keyFile(ec, 'traditional') }, 'client ec'],
    [
      'encrypted PKCS #8 key',
      { clientCertificate: ec.certificate, clientKey: encrypted, ...withPassword },
      'client ec',
    ],
    ['encrypted key together', { clientCertificate: encrypted + ec.certificate, ...withPassword }, 'client ec'],
    ['encrypted PKCS #1 key', { clientCertificate: rsa.certificate, clientKey: oldKey, ...withPassword }, 'client rsa'],
    ['encrypted by 3DES', { clientCertificate: rsa.certificate, clientKey: des3, ...withPassword }, 'client rsa'],
    ['base64 of PEM', { clientCertificate: base64(together) }, 'client rsa'],
    ['base64 of PEM, in lines', { clientCertificate: inLines(base64(together)) }, 'client rsa'],
    ['base64 of PEM, both', { clientCertificate: base64(rsa.certificate), clientKey: base64(rsa.key) }, 'client rsa'],
    ['base64 of base64 of PEM', { clientCertificate: base64(base64(together)) }, 'client rsa'],
    [
      'a key in client-key, which takes precedence over the one with the certificate',
      { clientCertificate: ec.key + rsa.certificate, clientKey: rsa.key },
      'client rsa',
    ],
    ['PFX', pfx(rsa, 'modern', PASSWORD), 'client rsa'],
    ['PFX, EC', pfx(ec, 'modern', PASSWORD), 'client ec'],
    ['PFX, Ed25519', pfx(ed25519, 'modern', PASSWORD), 'client apart'],
    ['PFX with chain', pfx(chained, 'modern', PASSWORD), 'client chain'],
    ['PFX by 3DES', pfx(rsa, 'tripleDes', PASSWORD), 'client rsa'],
    [
      'PFX whose length is left open, as Java writes it',
      { clientCertificate: base64(lengthLeftOpen(pfxFile(rsa, 'modern', PASSWORD))), ...withPassword },
      'client rsa',
    ],
    ['PFX with an empty password', pfx(rsa, 'modern', ''), 'client rsa'],
    [
      'PFX in lines',
      { clientCertificate: inLines(base64(pfxFile(rsa, 'modern', PASSWORD))), ...withPassword },
      'client rsa',
    ],
    ...Object.entries(collapsed).flatMap(([how, collapse]) => [
      [`PEM with its line ends ${how}`, { clientCertificate: collapse(together) }, 'client rsa'] as const,
      [
        `encrypted PKCS #1 key with its line ends ${how}`,
        { clientCertificate: collapse(rsa.certificate), clientKey: collapse(oldKey), ...withPassword },
        'client rsa',
      ] as const,
      [
        `3DES key with its line ends ${how}`,
        { clientCertificate: collapse(rsa.certificate), clientKey: collapse(des3), ...withPassword },
        'client rsa',
      ] as const,
    ]),
  ];

  it.each(forms)('is accepted as %s, also by a server that verifies it', async (_, inputs, expected) => {
    const authentication = accepted(inputs);
    expect(await nameAtServer(authentication, [authority().certificate, ed25519.certificate])).toBe(expected);
    expect(authentication).toMatchObject({ certificate: { subject: `CN=${expected}` }, warnings: [] });
  });

  it('is sent leaf first, each certificate followed by its issuer, without unrelated ones', () => {
    const pasted = [authority(), ec, { certificate: chained.chain }, chained, chained].map((each) => each.certificate);
    const sent = [chained.certificate, chained.chain, authority().certificate].join('');
    const { credentials } = accepted({ clientCertificate: pasted.join(''), clientKey: chained.key });
    expect(credentials.tls).toMatchObject({ cert: sent });
  });

  it('is described by its names, thumbprint, dates and purpose', () => {
    const { certificate } = accepted({ clientCertificate: together });
    expect(certificate).toMatchObject({
      subject: 'CN=client rsa',
      issuer: 'CN=Tests Root',
      thumbprint: thumbprints(rsa.certificate).sha1,
      isForClients: true,
    });
    expect(accepted(pfx(rsa, 'modern', PASSWORD)).certificate).toEqual(certificate);
    expect((certificate?.notAfterMs ?? 0) - (certificate?.notBeforeMs ?? 0)).toBe(90 * 86_400_000);
  });

  it('that is for servers only is described as such', () => {
    const { certificate, key } = serverIdentity('good');
    expect(accepted({ clientCertificate: certificate + key }).certificate?.isForClients).toBe(false);
  });

  it('is masked in the form in which it is used', () => {
    const { masked } = read({ clientCertificate: base64(together) });
    const lines = together.split('\n').filter((line) => line.length >= 8 && !line.startsWith('-----'));
    expect(new Set(masked)).toEqual(new Set(lines));
  });

  const { notBeforeMs = 0, notAfterMs = 0 } = accepted({ clientCertificate: together }).certificate ?? {};
  const end = new Date(notAfterMs).toISOString();
  const who = `client-certificate (CN=client rsa, thumbprint ${thumbprints(rsa.certificate).sha1})`;
  const days = 86_400_000;
  it.each([
    ['more than 14 days before its end', notAfterMs - 14 * days - 1, []],
    ['14 days before its end', notAfterMs - 14 * days, [`${who} ends on ${end}; have it renewed before that.`]],
    ['just before its end', notAfterMs - 1, [`${who} ends on ${end}; have it renewed before that.`]],
    ['at its end', notAfterMs, [`${who} ended on ${end}, so the cluster may refuse it; have it renewed.`]],
    ['on its first day', notBeforeMs, []],
    [
      'before its first day',
      notBeforeMs - 1,
      [`${who} begins on ${new Date(notBeforeMs).toISOString()}, so the cluster may refuse it until then.`],
    ],
  ])('causes the right warning when used %s', (_, epochMs, warnings) => {
    expect(accepted({ clientCertificate: together }, epochMs).warnings).toEqual(warnings);
  });

  it('with a password that its key does not need is used, with a warning', () => {
    expect(accepted({ clientCertificate: together, ...withPassword }).warnings).toEqual([
      'client-certificate-password is set, but the key is not encrypted; the password is not used.',
    ]);
  });

  const certificateForms =
    'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX';
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
    pkcs1: convert(rsa.key, 'rsa', '-traditional', '-outform', 'DER'),
    sec1: convert(ec.key, 'ec', '-outform', 'DER'),
    encrypted: convert(rsa.key, 'pkcs8', '-topk8', '-passout', `pass:${PASSWORD}`, '-outform', 'DER'),
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
  const derCertificate = cert(
    'is base64 of a certificate in DER form',
    ' Convert it: openssl x509 -inform DER -in old.cer -out new.pem',
  );
  const derKey = key(
    'is base64 of a private key in DER form',
    ' Convert it: openssl pkey -inform DER -in old.key -out new.pem',
  );
  const derEncryptedKey = key(
    'is base64 of an encrypted private key in DER form',
    ' Convert it: openssl pkcs8 -topk8 -inform DER -in old.key -out new.pem',
  );
  const trusted = cert(
    'is a certificate in a form of OpenSSL alone',
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
      'no password for an encrypted key',
      { clientCertificate: ec.certificate, clientKey: encrypted },
      ['client-key is encrypted and client-certificate-password is empty; set it to the password of the key.'],
    ],
    [
      'no password for an encrypted key in client-certificate',
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
      'no password for a PFX',
      { ...pfx(rsa, 'modern', PASSWORD), clientCertificatePassword: '' },
      [
        'client-certificate is a PFX with a password, and client-certificate-password is empty; set it to the password of the PFX.',
      ],
    ],
    ['a PFX by RC2', pfx(rsa, 'rc2', PASSWORD), [rc2]],
    [
      'a wrong password of a PFX by RC2',
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
      'a PFX with a key apart',
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
      'certificate and key the wrong way round',
      { clientCertificate: rsa.key, clientKey: rsa.certificate },
      [
        cert('holds a key but no certificate', ' A key alone belongs in client-key.'),
        key('holds a certificate but no key', ' A certificate belongs in client-certificate.'),
      ],
    ],
    ['a certificate in DER form', { clientCertificate: base64(der.certificate), clientKey: rsa.key }, [derCertificate]],
    [
      'the inside of a PEM certificate',
      { clientCertificate: rsa.certificate.replace(/-----.*-----/g, ''), clientKey: rsa.key },
      [derCertificate],
    ],
    ['a PKCS #8 key in DER form', forRsa(base64(der.pkcs8)), [derKey]],
    ['a PKCS #1 key in DER form', forRsa(base64(der.pkcs1)), [derKey]],
    ['a SEC 1 key in DER form', { clientCertificate: ec.certificate, clientKey: base64(der.sec1) }, [derKey]],
    ['an encrypted key in DER form', { ...forRsa(base64(der.encrypted)), ...withPassword }, [derEncryptedKey]],
    [
      'a public key in DER form',
      forRsa(base64(der.publicKey)),
      [key('is base64 of a public key in DER form', publicKeyRemedy)],
    ],
    [
      'a request in DER form',
      { clientCertificate: base64(der.request), clientKey: rsa.key },
      [cert('is base64 of a certificate request in DER form', requestRemedy)],
    ],
    [
      'a PKCS #7 bundle in DER form',
      { clientCertificate: base64(pkcs7.der), clientKey: rsa.key },
      [cert('is base64 of a PKCS #7 bundle in DER form', ` ${convertPkcs7} -inform DER -in old.p7b -out new.pem`)],
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
      'a PEM with a line less',
      forRsa(rsa.key.replace(/(\n.{64})\n.{64}\n/, '$1\n')),
      [key('is a damaged or incomplete PEM', pasteAgain)],
    ],
    [
      'a PEM with stars in it',
      { clientCertificate: together.replace(/\n.{64}\n/, '\n***\n') },
      [cert('is a damaged or incomplete PEM', pasteAgain)],
    ],
    [
      'a certificate that is none',
      {
        clientCertificate: `-----BEGIN CERTIFICATE-----\n${base64(der.pkcs8)}\n-----END CERTIFICATE-----`,
        clientKey: rsa.key,
      },
      [cert('holds a certificate that cannot be read, so it is damaged')],
    ],
    [
      'a key that is none',
      forRsa(`-----BEGIN PRIVATE KEY-----\n${base64(der.certificate)}\n-----END PRIVATE KEY-----`),
      [
        `client-key cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${keyForms}.`,
      ],
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

  it.each(rejections)('is rejected: %s', (_, inputs, sentences) => {
    expect(rejected(inputs)).toEqual(sentences);
  });

  it.each(rejections)('is never quoted when rejected: %s', (_, inputs) => {
    const secrets = [...Object.values(inputs), together, encrypted, oldKey, PASSWORD]
      .flatMap((value) => [value, ...value.split(/[\r\n]+/)])
      .filter((line) => line.length >= 8);
    const said = rejected(inputs).join('\n');
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });

  // Which of the two happens is up to the OpenSSL inside Node.js.
  const withoutMac = { clientCertificate: pfxWith(rsa, '-nomac'), ...withPassword };
  const takesNoMac = !process.versions.openssl.startsWith('3.0.');
  it.runIf(takesNoMac)('is accepted as a PFX without a MAC, also by a server that verifies it', async () => {
    expect(await nameAtServer(accepted(withoutMac), [authority().certificate])).toBe('client rsa');
    expect(rejected({ ...withoutMac, clientCertificatePassword: 'wrong horse' })).toEqual([
      `client-certificate-password does not open the PFX in client-certificate.${keyVault}`,
    ]);
  });
  it.skipIf(takesNoMac)('is rejected: a PFX without a MAC', () => {
    expect(rejected(withoutMac)).toEqual([
      `client-certificate is a PFX without an integrity check (MAC), which Node.js ${process.versions.node} does not open. Convert it, and give the new file: openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem`,
    ]);
  });

  it('is rejected with the same sentence for every wrong password', () => {
    // One in 300 decrypts to something by chance, and OpenSSL words that otherwise.
    const passwords = Array.from({ length: 2_000 }, (_, index) => `wrong ${index}`);
    const said = passwords.flatMap((clientCertificatePassword) =>
      rejected({ ...forRsa(oldKey), clientCertificatePassword }),
    );
    expect(new Set(said)).toEqual(new Set(['client-certificate-password does not open client-key.']));
  });

  const passIn = ['-passin', `pass:${PASSWORD}`];
  const passOut = ['-passout', `pass:${PASSWORD}`];
  it.each([
    ['a PFX by RC2', rc2, pfxFile(rsa, 'rc2', PASSWORD), [...passIn, ...passOut], 'both'],
    ['a DER certificate', derCertificate, der.certificate, [], 'certificate'],
    ['a DER key', derKey, der.pkcs8, [], 'key'],
    ['an old DER key', derKey, der.pkcs1, [], 'key'],
    ['an encrypted DER key', derEncryptedKey, der.encrypted, [...passIn, ...passOut], 'key'],
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

  it('and a token can be used together, and their problems are reported together', () => {
    const authentication = accepted({ clientCertificate: together, accessToken: 'token' });
    expect(authentication).toMatchObject({
      credentials: { authorization: 'Bearer token' },
      certificate: { subject: 'CN=client rsa' },
    });
    expect(rejected({ clientKey: rsa.key, accessToken: 'a b' })).toHaveLength(2);
  });
});
