// Whom to believe: every rule, at a real server that has seen a handshake and no request where it is not verifiedFingerprints.
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../../../emulator/gateway.js';
import type { TrustInputs } from '../../../src/connection/server-trust-inputs.js';
import type { FrontEnd } from '../../peers/front-end.js';
import { startNginx } from '../../peers/nginx.js';
import { describeWith } from '../../peers/programs.js';
import {
  authority,
  type Identity,
  intermediate,
  otherAuthority,
  type ServerKind,
  serverIdentity,
  thumbprints,
} from '../../support/certificates.js';
import { withOpenssl } from '../../support/openssl.js';
import { exchangesWith, trusting } from '../../support/secure-exchange.js';

const sha1 = '0123456789ABCDEF0123456789ABCDEF01234567';
const sha256 = `${sha1}${'F'.repeat(24)}`;

/** A server certificate of our authority with these alternative names. */
function withAlternatives(names: string): Identity {
  return withOpenssl(({ run, write, read }) => {
    write('ca.pem', authority().certificate);
    write('ca.key', authority().key);
    write('extensions', `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`);
    const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];
    run('req', '-new', ...newKey, '-subj', '/CN=cluster', '-out', 'request.pem');
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'extensions'];
    run('x509', '-req', '-in', 'request.pem', ...signing, '-days', '30', '-out', 'certificate.pem');
    return { certificate: read('certificate.pem').toString(), key: read('key.pem').toString(), chain: '' };
  });
}

describeWith(['nginx', 'openssl'], 'a server', () => {
  let upstream: string;
  beforeAll(async () => {
    const gateway = await startGateway();
    upstream = gateway.url;
    return () => gateway.close();
  });

  const serve = (server: Identity): Promise<FrontEnd> => startNginx({ upstream, server });

  /** Whether it is believed: the requests that it saw say so. */
  async function connectAndVerify(server: Identity, inputs: Partial<TrustInputs>, host?: string): Promise<string> {
    const nginx = await serve(server);
    const outcome = await exchangesWith(nginx.port, { trust: trusting(inputs) }, host ? { host } : {}).post();
    const requests = await nginx.requests();
    if ('status' in outcome) {
      expect(requests).toHaveLength(1);
      return 'believed';
    }
    expect(requests).toEqual([]);
    expect(outcome).toMatchObject({ problem: 'connect', sent: false });
    const prints = thumbprints(server.certificate);
    expect(outcome.message).toContain(`It presented SHA-1 ${prints.sha1}; SHA-256 ${prints.sha256}; names `);
    return outcome.code;
  }

  const printsOf = (kind: ServerKind): Record<'sha1' | 'sha256', string> =>
    thumbprints(serverIdentity(kind).certificate);
  const ca = (): string => authority().certificate;
  const believed = 'believed';

  it.each<ServerKind>(['good', 'selfSigned', 'selfSignedExpired', 'expired', 'otherName', 'ofOtherAuthority'])(
    'that is %s is believed by its own thumbprint and by no other',
    async (kind) => {
      const server = serverIdentity(kind);
      const prints = printsOf(kind);
      expect(await connectAndVerify(server, { thumbprints: `${sha1}\n${prints.sha1}` })).toBe(believed);
      expect(await connectAndVerify(server, { thumbprints: `${prints.sha256.toLowerCase()},${sha256}` })).toBe(
        believed,
      );
      const others = `${sha1},${sha256},${printsOf('rsa').sha1}`;
      expect(await connectAndVerify(server, { thumbprints: others })).toBe('CERTIFICATE_THUMBPRINT_MISMATCH');
    },
  );

  it('is not believed by the thumbprint of its issuer, and pins do not ask for its authority', async () => {
    const server = serverIdentity('throughIntermediate');
    const issuer = thumbprints(intermediate().certificate).sha1;
    expect(await connectAndVerify(server, { thumbprints: issuer })).toBe('CERTIFICATE_THUMBPRINT_MISMATCH');
    const own = thumbprints(server.certificate).sha1;
    expect(await connectAndVerify(server, { thumbprints: own, serverCa: otherAuthority().certificate })).toBe(believed);
  });

  it.each<[ServerKind, () => string, string]>([
    ['good', ca, believed],
    ['rsa', ca, believed],
    ['throughIntermediate', ca, believed],
    ['throughIntermediate', () => intermediate().certificate, believed],
    ['good', () => `${otherAuthority().certificate}${ca()}`, believed],
    ['selfSigned', () => serverIdentity('selfSigned').certificate, believed],
    ['good', () => serverIdentity('good').certificate, believed],
    ['good', () => intermediate().certificate, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['good', () => otherAuthority().certificate, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['good', () => '', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['selfSigned', ca, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', ca, 'CERT_HAS_EXPIRED'],
    ['selfSignedExpired', () => serverIdentity('selfSignedExpired').certificate, 'CERT_HAS_EXPIRED'],
    ['otherName', ca, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('that is %s, judged by server-ca, case %#', async (kind, serverCa, expected) => {
    expect(await connectAndVerify(serverIdentity(kind), { serverCa: serverCa() })).toBe(expected);
  });

  it('is known by the name that the endpoint gives it', async () => {
    expect(await connectAndVerify(serverIdentity('good'), { serverCa: ca() }, 'localhost')).toBe(believed);
    expect(await connectAndVerify(serverIdentity('manyNames'), { serverCa: ca() }, 'localhost')).toBe(
      'ERR_TLS_CERT_ALTNAME_INVALID',
    );
  });

  const mismatch = 'CERTIFICATE_NAME_MISMATCH';
  it.each<[ServerKind, string, () => string, string]>([
    ['commonNameOnly', 'cluster.contoso.EXAMPLE', ca, believed],
    ['manyNames', 'first.contoso.example', ca, believed],
    ['manyNames', 'nobody.example,\nSecond.contoso.example', ca, believed],
    ['manyNames', '*.third.contoso.example', ca, believed],
    ['manyNames', 'a.third.contoso.example', ca, mismatch],
    ['manyNames', 'contoso.example', ca, mismatch],
    // The endpoint's own name, which is an address here, does not count beside them.
    ['good', '127.0.0.1', ca, mismatch],
    ['good', 'another', ca, mismatch],
    ['expired', 'cluster', ca, 'CERT_HAS_EXPIRED'],
    ['ofOtherAuthority', 'cluster', ca, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['selfSigned', 'cluster', () => '', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['good', 'cluster', () => '', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('that is %s, judged by the common names %j, case %#', async (kind, commonNames, serverCa, expected) => {
    expect(await connectAndVerify(serverIdentity(kind), { commonNames, serverCa: serverCa() })).toBe(expected);
  });

  it('has no name that merely stands within another kind of name', async () => {
    const server = withAlternatives('URI:urn:DNS:wanted.example,email:DNS:wanted.example@x.example,DNS:other.example');
    const inputs = { commonNames: 'wanted.example', serverCa: ca() };
    expect(await connectAndVerify(server, inputs)).toBe(mismatch);
    expect(await connectAndVerify(server, { ...inputs, commonNames: 'other.example' })).toBe(believed);
  });

  it('is said with its thumbprints, names and dates beside what was expected', async () => {
    const nginx = await serve(serverIdentity('manyNames'));
    onTestFinished(() => nginx.stop());
    const { sha1: own, sha256: own256 } = printsOf('manyNames');
    const date = '\\w{3} +\\d+ [\\d:]{8} \\d{4} GMT';
    const presented =
      `It presented SHA-1 ${own}; SHA-256 ${own256}; ` +
      'names first\\.contoso\\.example, second\\.contoso\\.example, \\*\\.third\\.contoso\\.example; ' +
      `valid from ${date} to ${date}; issued by CN=Tests Root$`;
    const expected: readonly [Partial<TrustInputs>, string][] = [
      [
        { thumbprints: `${sha1},${sha256}` },
        `none of those in server-certificate-thumbprints \\(${sha1}, ${sha256}\\)\\. `,
      ],
      [
        { commonNames: 'a.example, b.example', serverCa: ca() },
        'in server-common-names \\(a\\.example, b\\.example\\)\\. ',
      ],
      [{ serverCa: ca() }, 'is not for the name 127\\.0\\.0\\.1\\. '],
      [{}, 'was not accepted \\(UNABLE_TO_VERIFY_LEAF_SIGNATURE\\)\\. '],
    ];
    for (const [inputs, words] of expected) {
      const outcome = await exchangesWith(nginx.port, { trust: trusting(inputs) }).post();
      expect(String(outcome)).toMatch(new RegExp(`${words}${presented}`));
    }
  });

  it('may be anyone when told so', async () => {
    const nginx = await serve(serverIdentity('selfSignedExpired'));
    expect(await exchangesWith(nginx.port, { trust: { kind: 'insecure' } }).post()).toHaveProperty('status');
  });
});
