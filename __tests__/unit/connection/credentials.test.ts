// Client certificates that are accepted: every form, also by a server that verifies it, and the warnings about them.
import { expect, it } from 'vitest';
import type { CredentialInputs } from '../../../src/connection/credentials.js';
import { describeWith } from '../../peers/programs.js';
import { authority, serverIdentity, thumbprints } from '../../support/certificates.js';
import { keyFile, pfxFile } from '../../support/key-files.js';
import {
  accepted,
  base64,
  changedLineEnds,
  exampleCredentials,
  inLines,
  nameAtServer,
  PASSWORD,
  readInputs,
  rejected,
  withIndefiniteLength,
} from './credential-files.js';

describeWith(['openssl'], 'a client certificate', () => {
  const { rsa, ec, chained, ed25519, des3, oldKey, encrypted, withPassword, together, bags, pfx } =
    exampleCredentials();

  const forms: readonly (readonly [name: string, inputs: Partial<CredentialInputs>, expected: string])[] = [
    ['PEM with a separate RSA key', { clientCertificate: rsa.certificate, clientKey: rsa.key }, 'client rsa'],
    ['PEM with a separate EC key', { clientCertificate: ec.certificate, clientKey: ec.key }, 'client ec'],
    [
      'PEM with a separate Ed25519 key',
      { clientCertificate: ed25519.certificate, clientKey: ed25519.key },
      'client apart',
    ],
    ['PEM with its key', { clientCertificate: together }, 'client rsa'],
    ['PEM with its key first', { clientCertificate: `${ec.key}${ec.certificate}` }, 'client ec'],
    ['PEM with comments', { clientCertificate: bags(rsa.certificate) + bags(rsa.key) }, 'client rsa'],
    [
      'PEM after the parameters of its curve',
      {
        clientCertificate: `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${ec.key}${ec.certificate}`,
      },
      'client ec',
    ],
    [
      'PEM with the label X509 CERTIFICATE',
      { clientCertificate: together.replaceAll(' CERT', ' X509 CERT') },
      'client rsa',
    ],
    [
      'a chain with the leaf first',
      { clientCertificate: chained.certificate + chained.chain, clientKey: chained.key },
      'client chain',
    ],
    [
      'a chain with the leaf last',
      { clientCertificate: chained.chain + chained.certificate, clientKey: chained.key },
      'client chain',
    ],
    [
      'a chain with its root, repeated certificates and unrelated ones',
      {
        clientCertificate: [authority(), ec, { certificate: chained.chain }, chained, chained, rsa]
          .map((each) => each.certificate)
          .join(''),
        clientKey: chained.key,
      },
      'client chain',
    ],
    [
      'PEM with a PKCS #1 key',
      { clientCertificate: rsa.certificate, clientKey: keyFile(rsa, 'traditional') },
      'client rsa',
    ],
    ['PEM with a SEC 1 key', { clientCertificate: ec.certificate, clientKey: keyFile(ec, 'traditional') }, 'client ec'],
    [
      'PEM with an encrypted PKCS #8 key',
      { clientCertificate: ec.certificate, clientKey: encrypted, ...withPassword },
      'client ec',
    ],
    [
      'PEM with its encrypted key in the same input',
      { clientCertificate: encrypted + ec.certificate, ...withPassword },
      'client ec',
    ],
    [
      'PEM with an encrypted PKCS #1 key',
      { clientCertificate: rsa.certificate, clientKey: oldKey, ...withPassword },
      'client rsa',
    ],
    [
      'PEM with a key encrypted with 3DES',
      { clientCertificate: rsa.certificate, clientKey: des3, ...withPassword },
      'client rsa',
    ],
    ['base64 of PEM', { clientCertificate: base64(together) }, 'client rsa'],
    ['base64 of PEM in lines', { clientCertificate: inLines(base64(together)) }, 'client rsa'],
    [
      'base64 of PEM in both inputs',
      { clientCertificate: base64(rsa.certificate), clientKey: base64(rsa.key) },
      'client rsa',
    ],
    ['base64 of base64 of PEM', { clientCertificate: base64(base64(together)) }, 'client rsa'],
    [
      'a key in client-key, which takes precedence over the one with the certificate',
      { clientCertificate: ec.key + rsa.certificate, clientKey: rsa.key },
      'client rsa',
    ],
    ['a PFX', pfx(rsa, 'modern', PASSWORD), 'client rsa'],
    ['a PFX with an EC key', pfx(ec, 'modern', PASSWORD), 'client ec'],
    ['a PFX with an Ed25519 key', pfx(ed25519, 'modern', PASSWORD), 'client apart'],
    ['a PFX with a chain', pfx(chained, 'modern', PASSWORD), 'client chain'],
    ['a PFX encrypted with 3DES', pfx(rsa, 'tripleDes', PASSWORD), 'client rsa'],
    [
      'a PFX of indefinite length, as Java writes it',
      { clientCertificate: base64(withIndefiniteLength(pfxFile(rsa, 'modern', PASSWORD))), ...withPassword },
      'client rsa',
    ],
    ['a PFX with an empty password', pfx(rsa, 'modern', ''), 'client rsa'],
    [
      'base64 of a PFX in lines',
      { clientCertificate: inLines(base64(pfxFile(rsa, 'modern', PASSWORD))), ...withPassword },
      'client rsa',
    ],
    ...Object.entries(changedLineEnds).flatMap(([how, collapse]) => [
      [`PEM with its line ends ${how}`, { clientCertificate: collapse(together) }, 'client rsa'] as const,
      [
        `an encrypted PKCS #1 key with its line ends ${how}`,
        { clientCertificate: collapse(rsa.certificate), clientKey: collapse(oldKey), ...withPassword },
        'client rsa',
      ] as const,
      [
        `a key encrypted with 3DES with its line ends ${how}`,
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
    const { masked } = readInputs({ clientCertificate: base64(together) });
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

  it('and a token can be used together, and their problems are reported together', () => {
    const authentication = accepted({ clientCertificate: together, accessToken: 'to.k.en' });
    expect(authentication).toMatchObject({
      credentials: { authorization: 'Bearer to.k.en' },
      certificate: { subject: 'CN=client rsa' },
    });
    expect(rejected({ clientKey: rsa.key, accessToken: 'a b' })).toHaveLength(2);
  });
});
