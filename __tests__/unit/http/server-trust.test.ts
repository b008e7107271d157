// Server verification: every rule, with a real server, which receives no request when its certificate is not accepted.
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

describeWith(['nginx', 'openssl'], 'the verification of a server', () => {
  let upstream: string;
  beforeAll(async () => {
    const gateway = await startGateway();
    upstream = gateway.url;
    return () => gateway.close();
  });

  const accepted = 'accepted';
  const serve = (server: Identity): Promise<FrontEnd> => startNginx({ upstream, server });

  /** `accepted` when the server received the request; otherwise the error code, after no request was received. */
  async function verify(server: Identity, inputs: Partial<TrustInputs>, host?: string): Promise<string> {
    const nginx = await serve(server);
    const outcome = await exchangesWith(nginx.port, { trust: trusting(inputs) }, host ? { host } : {}).post();
    const requests = await nginx.requests();
    if ('status' in outcome) {
      expect(requests).toHaveLength(1);
      return accepted;
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

  it.each<ServerKind>(['good', 'selfSigned', 'selfSignedExpired', 'expired', 'otherName', 'ofOtherAuthority'])(
    'accepts the certificate %s by its own thumbprint and by no other',
    async (kind) => {
      const server = serverIdentity(kind);
      const prints = printsOf(kind);
      expect(await verify(server, { thumbprints: `${sha1}\n${prints.sha1}` })).toBe(accepted);
      expect(await verify(server, { thumbprints: `${prints.sha256.toLowerCase()},${sha256}` })).toBe(accepted);
      const others = `${sha1},${sha256},${printsOf('rsa').sha1}`;
      expect(await verify(server, { thumbprints: others })).toBe('CERTIFICATE_THUMBPRINT_MISMATCH');
    },
  );

  it('does not accept the thumbprint of the issuer, and needs no authority with a thumbprint', async () => {
    const server = serverIdentity('throughIntermediate');
    const issuer = thumbprints(intermediate().certificate).sha1;
    expect(await verify(server, { thumbprints: issuer })).toBe('CERTIFICATE_THUMBPRINT_MISMATCH');
    const own = thumbprints(server.certificate).sha1;
    expect(await verify(server, { thumbprints: own, serverCa: otherAuthority().certificate })).toBe(accepted);
  });

  const authorities = {
    'the root': ca,
    'an intermediate': () => intermediate().certificate,
    'another root': () => otherAuthority().certificate,
    'another root and the root': () => `${otherAuthority().certificate}${ca()}`,
    'the certificate of the self-signed server': () => serverIdentity('selfSigned').certificate,
    'the expired self-signed certificate': () => serverIdentity('selfSignedExpired').certificate,
    'the certificate of the server': () => serverIdentity('good').certificate,
    nothing: () => '',
  } as const;

  it.each<[string, ServerKind, keyof typeof authorities]>([
    [accepted, 'good', 'the root'],
    [accepted, 'rsa', 'the root'],
    [accepted, 'throughIntermediate', 'the root'],
    [accepted, 'throughIntermediate', 'an intermediate'],
    [accepted, 'good', 'another root and the root'],
    [accepted, 'selfSigned', 'the certificate of the self-signed server'],
    [accepted, 'good', 'the certificate of the server'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'good', 'an intermediate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'good', 'another root'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'good', 'nothing'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned', 'the root'],
    ['CERT_HAS_EXPIRED', 'expired', 'the root'],
    ['CERT_HAS_EXPIRED', 'selfSignedExpired', 'the expired self-signed certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'otherName', 'the root'],
  ])('has the result %s for the certificate %s when server-ca holds %s', async (expected, kind, serverCa) => {
    expect(await verify(serverIdentity(kind), { serverCa: authorities[serverCa]() })).toBe(expected);
  });

  it('requires the host name of the endpoint in the certificate', async () => {
    expect(await verify(serverIdentity('good'), { serverCa: ca() }, 'localhost')).toBe(accepted);
    expect(await verify(serverIdentity('manyNames'), { serverCa: ca() }, 'localhost')).toBe(
      'ERR_TLS_CERT_ALTNAME_INVALID',
    );
  });

  const mismatch = 'CERTIFICATE_NAME_MISMATCH';
  it.each<[string, ServerKind, string, keyof typeof authorities]>([
    [accepted, 'commonNameOnly', 'cluster.contoso.EXAMPLE', 'the root'],
    [accepted, 'manyNames', 'first.contoso.example', 'the root'],
    [accepted, 'manyNames', 'nobody.example,\nSecond.contoso.example', 'the root'],
    [accepted, 'manyNames', '*.third.contoso.example', 'the root'],
    [mismatch, 'manyNames', 'a.third.contoso.example', 'the root'],
    [mismatch, 'manyNames', 'contoso.example', 'the root'],
    // The endpoint's own name, which is an address here, does not count in addition.
    [mismatch, 'good', '127.0.0.1', 'the root'],
    [mismatch, 'good', 'another', 'the root'],
    ['CERT_HAS_EXPIRED', 'expired', 'cluster', 'the root'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ofOtherAuthority', 'cluster', 'the root'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned', 'cluster', 'nothing'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'good', 'cluster', 'nothing'],
  ])(
    'has the result %s for the certificate %s with the common names %j when server-ca holds %s',
    async (expected, kind, commonNames, serverCa) => {
      expect(await verify(serverIdentity(kind), { commonNames, serverCa: authorities[serverCa]() })).toBe(expected);
    },
  );

  it('takes no name from within another kind of name', async () => {
    const server = withAlternatives('URI:urn:DNS:wanted.example,email:DNS:wanted.example@x.example,DNS:other.example');
    const inputs = { commonNames: 'wanted.example', serverCa: ca() };
    expect(await verify(server, inputs)).toBe(mismatch);
    expect(await verify(server, { ...inputs, commonNames: 'other.example' })).toBe(accepted);
  });

  it('reports the thumbprints, names and dates of the certificate together with what was expected', async () => {
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

  it('accepts every server when it is disabled', async () => {
    const nginx = await serve(serverIdentity('selfSignedExpired'));
    expect(await exchangesWith(nginx.port, { trust: { kind: 'insecure' } }).post()).toHaveProperty('status');
  });
});
