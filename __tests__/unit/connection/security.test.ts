// The TLS and token inputs together: what they mean, which exclude each other, and that secrets are masked first.
import { describe, expect, it, vi } from 'vitest';
import { InputError, type Inputs, readInputs } from '../../../src/commit/inputs.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { describeWith } from '../../peers/programs.js';
import { authority, clientIdentity, thumbprints } from '../../support/certificates.js';
import { pfxFile } from '../../support/key-files.js';

const good = {
  endpoint: 'https://mycluster.example.com:19080',
  'session-id': '0a1b2c3d-0000-4000-8000-00000000000a',
};
/** Certificates are made while the tests run, and begin in that second. */
const now = Date.now() + 3_600_000;

type Written = Readonly<Record<string, string>>;

function read(changed: Written, environment: Written = {}, mask: (value: string) => void = () => undefined) {
  const inputs: Written = { ...good, ...changed };
  return readInputs({
    read: (name) => inputs[name] ?? '',
    environment,
    secrets: createRedactor(mask),
    epochMs: now,
  });
}

async function security(changed: Written): Promise<Inputs['security']> {
  return (await read(changed)).security;
}

async function problems(changed: Written, environment: Written = {}): Promise<readonly string[]> {
  try {
    await read(changed, environment);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const print = '0123456789ABCDEF0123456789ABCDEF01234567';
const nobody = { secrets: [], warnings: [] };

describe('whom to believe', () => {
  it.each([
    [{}, { kind: 'authority', ca: [] }],
    [{ 'tls-skip-verify': 'false' }, { kind: 'authority', ca: [] }],
    [{ 'tls-skip-verify': ' True\n' }, { kind: 'insecure' }],
    [{ 'server-certificate-thumbprints': ` ${print}\n` }, { kind: 'thumbprints', thumbprints: [print] }],
    [
      { 'server-common-names': 'a.example,\nb.example\n' },
      { kind: 'common names', ca: [], names: ['a.example', 'b.example'] },
    ],
    [
      { 'server-ca': ' ', 'server-certificate-thumbprints': '\n', 'server-common-names': ' ' },
      { kind: 'authority', ca: [] },
    ],
  ])('is by %j: %j', async (changed, trust) => {
    expect(await security(changed)).toEqual({ trust, credentials: nobody });
  });

  it('is nobody over http, where nothing is checked', async () => {
    const { security: none } = await read({
      endpoint: 'http://mycluster.example.com:19080',
      'tls-skip-verify': 'false',
    });
    expect(none).toBeUndefined();
  });

  it.each([
    ['yes', 'tls-skip-verify is "yes"; it takes true or false.'],
    ['1', 'tls-skip-verify is "1"; it takes true or false.'],
    ['true false', 'tls-skip-verify is "true false"; it takes true or false.'],
  ])('is refused: tls-skip-verify %j', async (value, problem) => {
    expect(await problems({ 'tls-skip-verify': value })).toEqual([problem]);
  });
});

describe('inputs that exclude each other', () => {
  const http = { endpoint: 'http://mycluster.example.com:19080' };
  const exclude =
    'server-certificate-thumbprints and server-common-names exclude each other: a pinned certificate may have any name; leave one out.';
  const skip = (names: string): string =>
    `tls-skip-verify is true, so that ${names} would not be looked at; leave out one or the other.`;
  const needTls = 'TLS, but the endpoint begins with http://; write https:// or leave it out.';
  const unset =
    'set both or neither. If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.';

  it.each<[Written, readonly string[]]>([
    [{ 'tls-skip-verify': 'true', 'server-ca': 'x' }, [skip('server-ca')]],
    [{ 'tls-skip-verify': 'true', 'server-certificate-thumbprints': print }, [skip('server-certificate-thumbprints')]],
    [{ 'tls-skip-verify': 'true', 'server-common-names': 'a' }, [skip('server-common-names')]],
    [
      { 'tls-skip-verify': 'true', 'server-common-names': 'a', 'server-certificate-thumbprints': print },
      [skip('server-certificate-thumbprints and server-common-names'), exclude],
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
  ])('%j', async (changed, expected) => {
    expect(await problems(changed)).toEqual(expected);
  });

  it('are told together with everything else that is wrong', async () => {
    vi.stubEnv('no_proxy', '');
    const wrong = {
      'session-id': 'x',
      timeout: '1m',
      'client-certificate': 'nonsense of mine',
      'access-token': 'two words',
      'server-ca': 'nonsense',
      'server-certificate-thumbprints': 'abc',
      'tls-skip-verify': 'perhaps',
    };
    const found = await problems(wrong, { https_proxy: 'socks5://x' });
    vi.unstubAllEnvs();
    expect(found.map((each) => each.replace(/ .*/s, ''))).toEqual([
      'session-id',
      'timeout',
      'tls-skip-verify',
      'client-certificate',
      'access-token',
      'server-ca',
      'server-certificate-thumbprints',
      'The',
    ]);
    expect(found.join()).not.toMatch(/nonsense of mine|two words/);
  });
});

describe('a proxy', () => {
  it.each([
    ['https_proxy', 'https'],
    ['HTTPS_PROXY', 'https'],
    ['http_proxy', 'http'],
    ['HTTP_PROXY', 'http'],
  ])('is found in %s alone', async (variable, scheme) => {
    vi.stubEnv('no_proxy', '');
    const endpoint = `${scheme}://mycluster.example.com:19080`;
    const { proxy } = await read({ endpoint }, { [variable]: 'proxy.example.com:3128' });
    vi.unstubAllEnvs();
    expect(proxy).toMatchObject({ host: 'proxy.example.com', port: 3128 });
  });
});

describe('secrets', () => {
  it('are masked before anything is found wrong, also in inputs that are', async () => {
    const masked: string[] = [];
    const wrong = {
      endpoint: '',
      'client-certificate': 'one\ntwo',
      'client-key': 'three',
      'client-certificate-password': ' four ',
      'access-token': 'Bearer five',
      'server-ca': 'six',
    };
    await expect(read(wrong, {}, (value) => void masked.push(value))).rejects.toThrow(InputError);
    expect(masked).toEqual(['one\ntwo', 'one', 'two', 'three', ' four ', 'four', 'Bearer five']);
  });

  it('are masked before any other input is read', async () => {
    const steps: string[] = [];
    const inputs: Written = { ...good, 'access-token': 'five.five' };
    await readInputs({
      read: (name) => {
        steps.push(`read ${name}`);
        return inputs[name] ?? '';
      },
      environment: {},
      secrets: createRedactor(() => void steps.push('mask')),
      epochMs: now,
    });
    expect(steps.slice(0, 5)).toEqual([
      'read client-certificate',
      'read client-key',
      'read client-certificate-password',
      'read access-token',
      'mask',
    ]);
  });

  it('of a token are masked without the word before it, too', async () => {
    const masked: string[] = [];
    await read({ 'access-token': 'bearer abc.def.ghi' }, {}, (value) => void masked.push(value));
    expect(masked).toEqual(['bearer abc.def.ghi', 'abc.def.ghi']);
  });
});

describeWith(['openssl'], 'who we are', () => {
  it('is a certificate, a token, or both', async () => {
    const { certificate, key } = clientIdentity('ec');
    const facts = { subject: 'CN=client ec', thumbprint: thumbprints(certificate).sha1 };
    expect(await security({ 'client-certificate': certificate + key })).toMatchObject({
      credentials: { certificate: facts },
    });
    const both = await security({
      'client-certificate': certificate,
      'client-key': key,
      'access-token': 'Bearer a.b.c',
    });
    expect(both).toMatchObject({ credentials: { certificate: facts, authorization: 'Bearer a.b.c' } });
  });

  it('is opened by a password with all its blanks', async () => {
    const pfx = pfxFile(clientIdentity('ec'), 'modern', ' p ').toString('base64');
    const inputs = { 'client-certificate': `\n${pfx}\n`, 'client-certificate-password': ' p ' };
    expect(await problems(inputs)).toEqual([]);
    expect(await problems({ ...inputs, 'client-certificate-password': 'p' })).toEqual([
      'client-certificate-password does not open the PFX in client-certificate. A PFX from Azure Key Vault has an empty password.',
    ]);
  });

  it('needs a key, and that one', async () => {
    const { certificate } = clientIdentity('ec');
    expect(await problems({ 'client-certificate': certificate })).toEqual([
      'client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.',
    ]);
    expect(await problems({ 'client-certificate': certificate, 'client-key': clientIdentity('rsa').key })).toEqual([
      expect.stringMatching(/^client-key does not belong to the certificate in client-certificate \(CN=client ec, /),
    ]);
  });

  it('goes with an authority of our own, as PEM or its base64', async () => {
    const ca = authority().certificate;
    for (const written of [ca, Buffer.from(ca).toString('base64'), ca.replaceAll('\n', '\r\n')]) {
      expect(await security({ 'server-ca': written })).toMatchObject({ trust: { kind: 'authority', ca: [ca] } });
    }
  });
});
