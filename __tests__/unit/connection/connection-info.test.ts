// ConnectionInfo, which log, outputs and summary are made of, contains no secret and no part of one.
import { describe, expect, it } from 'vitest';
import { connectionInfo } from '../../../src/connection/connection-info.js';
import { type Connection, forwardProxyOf } from '../../../src/connection/connection-inputs.js';
import { describeWith } from '../../peers/programs.js';
import { clientIdentity, thumbprints } from '../../support/certificates.js';
import { readConnection } from '../../support/input-source.js';
import { keyFile, pfxFile } from '../../support/key-files.js';

/** Shorter parts occur in harmless text too. */
const partLength = 8;

/** Certificates are made while the tests run, and begin in that second. */
const now = Date.now() + 3_600_000;

/** Every part of this length that a secret has; a shorter secret is a part itself. */
function partsOf(secrets: readonly string[]): readonly string[] {
  const parts = secrets.flatMap((secret) =>
    Array.from({ length: Math.max(1, secret.length - partLength + 1) }, (_, at) => secret.slice(at, at + partLength)),
  );
  return [...new Set(parts)];
}

/** Classes of the language, whose own members are no data. */
const builtIns: readonly unknown[] = [Object, Function, Array, Map, Set, Error].map(({ prototype }) => prototype);

/** Every string in a value: keys and values of objects, enumerable or not, and what JSON makes of it. */
function stringsIn(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Buffer.isBuffer(value)) return [value.toString('latin1'), value.toString('base64')];
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return [String(value)];
  if (seen.has(value)) return [];
  seen.add(value);
  const own = Reflect.ownKeys(value).flatMap((key) => [String(key), ...stringsIn(Reflect.get(value, key), seen)]);
  const entries = value instanceof Map || value instanceof Set ? stringsIn([...value], seen) : [];
  const prototype: unknown = Object.getPrototypeOf(value);
  const inherited = builtIns.includes(prototype) ? [] : stringsIn(prototype, seen);
  return [...own, ...entries, ...inherited, JSON.stringify(value) ?? ''];
}

function leaks(value: unknown, secrets: readonly string[]): readonly string[] {
  const text = stringsIn(value).join('\n');
  return partsOf(secrets).filter((part) => text.includes(part));
}

const password = 'correct "horse" 100%';
const proxyPassword = 'p@ss w/rd of the proxy';
const proxyLogin = `builder:${encodeURIComponent(proxyPassword)}`;
const claims = { aud: 'api://cluster', exp: 1_900_000_000, appid: 'application', oid: 'object' };
const token = [{ alg: 'none' }, claims, 'signature of the token']
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');
const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');

describeWith(['openssl'], 'connectionInfo', () => {
  const rsa = clientIdentity('rsa');
  const encryptedKey = keyFile(rsa, 'pkcs8', password);
  const pfx = pfxFile(rsa, 'modern', password);
  const always: readonly string[] = [
    ...[password, token, `Bearer ${token}`, rsa.key, rsa.certificate, encryptedKey],
    ...[base64(pfx), pfx.toString('latin1')],
    ...[proxyPassword, encodeURIComponent(proxyPassword), base64(`builder:${proxyPassword}`)],
  ];
  const forms: readonly [string, Readonly<Record<string, string>>][] = [
    [
      'a PEM certificate, an encrypted key and its password',
      { 'client-certificate': rsa.certificate, 'client-key': encryptedKey, 'client-certificate-password': password },
    ],
    ['a PEM certificate with its key, as base64', { 'client-certificate': base64(rsa.certificate + rsa.key) }],
    ['a PFX and its password', { 'client-certificate': base64(pfx), 'client-certificate-password': password }],
  ];

  async function connect(inputs: Readonly<Record<string, string>>): Promise<Connection> {
    const { connection, problems } = await readConnection(
      { ...inputs, 'access-token': `Bearer ${token}` },
      { environment: { https_proxy: `http://${proxyLogin}@proxy.example.com:3128` }, epochMs: now },
    );
    expect(problems).toEqual([]);
    if (connection === undefined) throw new Error('no connection');
    return connection;
  }

  it.each(forms)(
    'contains the public facts and no part of a secret, with a token, a proxy and %s',
    async (_, inputs) => {
      const connection = await connect(inputs);
      const info = connectionInfo(connection);
      expect(info).toEqual({
        url: 'https://mycluster.example.com:19080',
        secure: true,
        portNamed: true,
        proxyName: 'http://proxy.example.com:3128',
        certificate: expect.objectContaining({
          subject: 'CN=client rsa',
          thumbprint: thumbprints(rsa.certificate).sha1,
        }),
        token: {
          audience: 'api://cluster',
          expiresMs: 1_900_000_000_000,
          applicationId: 'application',
          objectId: 'object',
        },
      });
      expect(leaks(info, [...always, ...Object.values(inputs)])).toEqual([]);
    },
  );

  it.each(forms)('could copy any member but the credentials, with a token, a proxy and %s', async (_, inputs) => {
    const { credentials, ...publicFacts } = await connect(inputs);
    const secrets = [...always, ...Object.values(inputs)];
    expect(leaks(publicFacts, secrets)).toEqual([]);
    for (const secret of Object.values(credentials)) expect(leaks(secret, secrets)).not.toEqual([]);
    expect(Object.keys(credentials).sort()).toEqual(['authorization', 'proxyAuthorization', 'tls']);
  });

  it('leaves the credentials to the transport, which receives the proxy with its authorization', async () => {
    const connection = await connect({ 'client-certificate': rsa.certificate + rsa.key });
    expect(forwardProxyOf(connection)).toEqual({
      name: 'http://proxy.example.com:3128',
      host: 'proxy.example.com',
      port: 3128,
      secure: false,
      authorization: `Basic ${base64(`builder:${proxyPassword}`)}`,
    });
    expect(connection.credentials).toMatchObject({ authorization: `Bearer ${token}`, tls: { key: rsa.key } });
  });
});

describe('the search for secrets', () => {
  const secret = 'a secret of some length';
  const part = secret.slice(9, 9 + partLength);

  it.each<[string, unknown]>([
    ['a value', { facts: { subject: `CN=${secret}` } }],
    ['a part of a value', { facts: [{ subject: `CN=${part}` }] }],
    ['a key', { facts: { [part]: 1 } }],
    ['the key of a symbol', { facts: { [Symbol(part)]: 1 } }],
    ['a property that is not enumerable', Object.defineProperty({}, 'tls', { value: { key: part } })],
    [
      'a getter',
      {
        get tls() {
          return part;
        },
      },
    ],
    ['what toJSON returns', { toJSON: () => part }],
    ['a prototype', Object.create({ tls: part })],
    ['a Map', { facts: new Map([['tls', part]]) }],
    ['a Buffer', { pfx: Buffer.from(part) }],
    ['an Error', { cause: new Error(part) }],
    ['a function', { tls: Object.assign(() => undefined, { key: part }) }],
  ])('finds one in %s', (_, value) => {
    expect(leaks(value, [secret])).toContain(part);
  });

  it('finds none in other text', () => {
    expect(leaks({ subject: 'CN=another' }, [secret])).toEqual([]);
  });

  it('finds what a spread of the credentials would add to ConnectionInfo', async () => {
    const { connection } = await readConnection({ 'access-token': token });
    if (connection === undefined) throw new Error('no connection');
    expect(leaks(connectionInfo(connection), [token])).toEqual([]);
    expect(leaks({ ...connectionInfo(connection), ...connection.credentials }, [token])).not.toEqual([]);
  });
});
