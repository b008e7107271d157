// The TLS and token inputs together: what they mean, which exclude each other, and that secrets are masked first.
import { describe, expect, it, vi } from 'vitest';
import type { Security } from '../../../src/connection/security.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { describeWith } from '../../peers/programs.js';
import { authority, clientIdentity, thumbprints } from '../../support/certificates.js';
import { readConnection } from '../../support/input-source.js';
import { pfxFile } from '../../support/key-files.js';

/** Certificates are made while the tests run, and begin in that second. */
const now = Date.now() + 3_600_000;

type Written = Readonly<Record<string, string>>;

function read(written: Written, environment: Written = {}, mask: (value: string) => void = () => undefined) {
  return readConnection(written, { environment, redactor: createRedactor(mask), epochMs: now });
}

async function security(written: Written): Promise<Security | undefined> {
  return (await read(written)).connection?.security;
}

async function problems(written: Written): Promise<readonly string[]> {
  return (await read(written)).problems;
}

const print = '0123456789ABCDEF0123456789ABCDEF01234567';

describe('server verification', () => {
  it.each([
    [{}, { kind: 'authority', ca: [] }],
    [{ 'tls-skip-verify': 'false' }, { kind: 'authority', ca: [] }],
    [{ 'tls-skip-verify': ' True\n' }, { kind: 'insecure' }],
    [{ 'tls-skip-verify': 'true\u200B' }, { kind: 'insecure' }],
    [
      { 'tls-skip-verify': '\uFEFF', 'server-common-names': '\u200B', 'client-key': '\uFEFF' },
      { kind: 'authority', ca: [] },
    ],
    [{ 'server-certificate-thumbprints': ` ${print}\n` }, { kind: 'thumbprints', thumbprints: [print] }],
    [
      { 'server-common-names': 'a.example,\nb.example\n' },
      { kind: 'common names', ca: [], names: ['a.example', 'b.example'] },
    ],
    [
      { 'server-ca': ' ', 'server-certificate-thumbprints': '\n', 'server-common-names': ' ' },
      { kind: 'authority', ca: [] },
    ],
  ])('follows from the inputs %j: %j', async (written, trust) => {
    const { connection } = await read(written);
    expect(connection?.security).toEqual({ trust, warnings: [] });
    expect(connection?.credentials).toEqual({});
  });

  it.each(['', 'false', ' false '])(
    'does not exist for an http endpoint with tls-skip-verify %j',
    async (skipVerify) => {
      const { connection } = await read({
        endpoint: 'http://mycluster.example.com:19080',
        'tls-skip-verify': skipVerify,
      });
      expect(connection).toBeDefined();
      expect(connection?.security).toBeUndefined();
    },
  );

  it.each([
    ['yes', 'tls-skip-verify must be true or false, but is "yes".'],
    ['tr\u200Buth', 'tls-skip-verify must be true or false, but is "tr<U+200B>uth".'],
    ['1', 'tls-skip-verify must be true or false, but is "1".'],
    ['true false', 'tls-skip-verify must be true or false, but is "true false".'],
  ])('rejects tls-skip-verify %j', async (value, problem) => {
    expect(await problems({ 'tls-skip-verify': value })).toEqual([problem]);
  });
});

describe('inputs that exclude each other', () => {
  const http = { endpoint: 'http://mycluster.example.com:19080' };
  const exclude =
    'server-certificate-thumbprints and server-common-names exclude each other: a pinned certificate may have any name; leave one out.';
  const skip = (names: string): string =>
    `tls-skip-verify must be false when ${names} set, but is true; leave out one or the other.`;
  const needTls = 'TLS, but the endpoint begins with http://; write https:// or leave it out.';
  const unset =
    'set both or neither. If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.';

  it.each<[Written, readonly string[]]>([
    [{ 'tls-skip-verify': 'true', 'server-ca': 'x' }, [skip('server-ca is')]],
    [
      { 'tls-skip-verify': 'true', 'server-certificate-thumbprints': print },
      [skip('server-certificate-thumbprints is')],
    ],
    [{ 'tls-skip-verify': 'true', 'server-common-names': 'a' }, [skip('server-common-names is')]],
    [
      { 'tls-skip-verify': 'true', 'server-common-names': 'a', 'server-certificate-thumbprints': print },
      [skip('server-certificate-thumbprints and server-common-names are'), exclude],
    ],
    [{ 'server-common-names': 'a', 'server-certificate-thumbprints': print }, [exclude]],
    [{ 'client-key': 'x' }, [`client-key is set but client-certificate is empty; ${unset}`]],
    [
      { 'client-certificate-password': ' ' },
      [`client-certificate-password is set but client-certificate is empty; ${unset}`],
    ],
    [{ ...http, 'access-token': 'x' }, [`access-token needs ${needTls}`]],
    [{ ...http, 'client-certificate-password': ' ' }, [`client-certificate-password needs ${needTls}`]],
    [{ ...http, 'tls-skip-verify': 'true' }, [`tls-skip-verify needs ${needTls}`]],
    [
      { ...http, 'client-certificate': 'x', 'client-key': 'x', 'server-ca': 'x', 'server-common-names': 'x' },
      [`client-certificate, client-key, server-ca and server-common-names need ${needTls}`],
    ],
    [{ ...http, 'server-certificate-thumbprints': print }, [`server-certificate-thumbprints needs ${needTls}`]],
  ])('are reported for %j', async (changed, expected) => {
    expect(await problems(changed)).toEqual(expected);
  });
});

describe('the proxy of the connection', () => {
  it.each([
    ['https_proxy', 'https'],
    ['HTTPS_PROXY', 'https'],
    ['http_proxy', 'http'],
    ['HTTP_PROXY', 'http'],
  ])('comes from %s when no other variable is set', async (variable, scheme) => {
    vi.stubEnv('no_proxy', '');
    const endpoint = `${scheme}://mycluster.example.com:19080`;
    const { connection } = await read({ endpoint }, { [variable]: 'proxy.example.com:3128' });
    vi.unstubAllEnvs();
    expect(connection?.proxy).toMatchObject({ host: 'proxy.example.com', port: 3128 });
  });
});

describe('secret inputs', () => {
  it('are masked also when another input is wrong', async () => {
    const masked: string[] = [];
    const wrong = {
      endpoint: '',
      'client-certificate': '-----BEGIN CERTIFICATE-----\nfirst+line\nlast/line',
      'client-key': 'three',
      'client-certificate-password': ' four ',
      'access-token': 'Bearer five',
      'server-ca': 'six',
    };
    const { connection, problems: found } = await read(wrong, {}, (value) => void masked.push(value));
    expect(connection).toBeUndefined();
    expect(found).not.toEqual([]);
    expect(masked).toEqual(['first+line', 'last/line', 'three', ' four ', 'four', 'five']);
  });

  it('are masked without the word Bearer', async () => {
    const masked: string[] = [];
    await read({ 'access-token': 'bearer abc.def.ghi' }, {}, (value) => void masked.push(value));
    expect(masked).toEqual(['abc.def.ghi']);
  });
});

describeWith(['openssl'], 'authentication', () => {
  it('takes a certificate, a token, or both', async () => {
    const { certificate, key } = clientIdentity('ec');
    const facts = { subject: 'CN=client ec', thumbprint: thumbprints(certificate).sha1 };
    expect(await security({ 'client-certificate': certificate + key })).toMatchObject({ certificate: facts });
    const { connection } = await read({
      'client-certificate': certificate,
      'client-key': key,
      'access-token': 'Bearer a.b.c',
    });
    expect(connection).toMatchObject({
      security: { certificate: facts, token: {} },
      credentials: { tls: { key }, authorization: 'Bearer a.b.c' },
    });
  });

  it('uses a password with all its blanks', async () => {
    const pfx = pfxFile(clientIdentity('ec'), 'modern', ' p ').toString('base64');
    const inputs = { 'client-certificate': `\n${pfx}\n`, 'client-certificate-password': ' p ' };
    expect(await problems(inputs)).toEqual([]);
    expect(await problems({ ...inputs, 'client-certificate-password': 'p' })).toEqual([
      'client-certificate-password does not open the PFX in client-certificate. A PFX from Azure Key Vault has an empty password.',
    ]);
  });

  it('requires the key of the certificate', async () => {
    const { certificate } = clientIdentity('ec');
    expect(await problems({ 'client-certificate': certificate })).toEqual([
      'client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.',
    ]);
    expect(await problems({ 'client-certificate': certificate, 'client-key': clientIdentity('rsa').key })).toEqual([
      expect.stringMatching(/^client-key does not belong to the certificate in client-certificate \(CN=client ec, /),
    ]);
  });

  it('works together with a private authority, as PEM or as base64 of it', async () => {
    const ca = authority().certificate;
    for (const written of [ca, Buffer.from(ca).toString('base64'), ca.replaceAll('\n', '\r\n')]) {
      expect(await security({ 'server-ca': written })).toMatchObject({ trust: { kind: 'authority', ca: [ca] } });
    }
  });
});
