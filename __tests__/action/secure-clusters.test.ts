// Whole runs at secured clusters: the committed bundle, real front ends that verify, and the emulator behind them.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScriptedAnswer } from '../../emulator/faults.js';
import type { FrontEndOptions, TlsVersion } from '../peers/front-end.js';
import { describeWith } from '../peers/programs.js';
import { startSquid } from '../peers/proxies.js';
import {
  authority,
  type ClientKind,
  clientIdentity,
  intermediate,
  nameBehindProxy,
  otherAuthority,
  serverIdentity,
  thumbprints,
} from '../support/certificates.js';
import { collectCleanUps } from '../support/clean-up.js';
import { keyFile, pfxFile } from '../support/key-files.js';
import { read, root } from '../support/repository.js';
import { runAction } from '../support/run-action.js';
import { annotation, warnings } from '../support/run-report.js';
import {
  type FrontEndName,
  requireClientCertificate,
  type SecureCluster,
  startSecureCluster,
} from '../support/secure-cluster.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const PASSWORD = ' pass: word"% ';

type Inputs = Readonly<Record<string, string>>;

const trusting = (): Inputs => ({ 'server-ca': authority().certificate });

function together(kind: ClientKind): Inputs {
  const { certificate, chain, key } = clientIdentity(kind);
  return { 'client-certificate': `${certificate}${chain}${key}` };
}

function pfx(kind: ClientKind, password: string): Inputs {
  const file = base64(pfxFile(clientIdentity(kind), 'modern', password));
  return { 'client-certificate': file, 'client-certificate-password': password };
}

/** A token without a valid signature, which is enough for its claims to explain a refusal. */
function token(claims: Readonly<Record<string, unknown>>): string {
  return [{ alg: 'none' }, claims, 'signature']
    .map((part) => base64(JSON.stringify(part)).replace(/=+$/, ''))
    .join('.');
}

const postHandshakeLine =
  'The server did not ask for the client certificate in the TLS 1.3 handshake; connected with TLS 1.2, in which it can ask later.';

describeWith(['apache2', 'nginx', 'openssl', 'squid'], 'a client certificate', () => {
  const forms: readonly [string, string, () => Inputs][] = [
    ['PEM with its key', 'client rsa', () => together('rsa')],
    [
      'PEM with a separate key',
      'client ec',
      () => ({ 'client-certificate': clientIdentity('ec').certificate, 'client-key': clientIdentity('ec').key }),
    ],
    ['PEM with its chain', 'client chain', () => together('throughIntermediate')],
    [
      'base64 of PEM',
      'client rsa',
      () => ({ 'client-certificate': base64(together('rsa')['client-certificate'] ?? '') }),
    ],
    [
      'an encrypted key',
      'client ec',
      () => ({
        'client-certificate': clientIdentity('ec').certificate,
        'client-key': keyFile(clientIdentity('ec'), 'pkcs8', PASSWORD),
        'client-certificate-password': PASSWORD,
      }),
    ],
    ['a PFX', 'client rsa', () => pfx('rsa', PASSWORD)],
    ['a PFX with an empty password and a chain', 'client chain', () => pfx('throughIntermediate', '')],
  ];

  const both: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3'];
  const servers: readonly [string, FrontEndName, readonly TlsVersion[], boolean][] = [
    ['that requests it in the handshake', 'nginx', both, false],
    ['that requests it in the handshake and supports only TLS 1.2', 'nginx', ['TLSv1.2'], false],
    ['that requests it in the handshake and supports only TLS 1.3', 'nginx', ['TLSv1.3'], false],
    ['that requests it after the request', 'Apache', both, false],
    ['that requests it after the request and supports only TLS 1.2', 'Apache', ['TLSv1.2'], false],
    ['that requests it in the handshake, through a proxy', 'nginx', both, true],
    ['that requests it after the request, through a proxy', 'Apache', both, true],
  ];

  describe.each(servers)('at a server %s', (_, name, protocols, isProxied) => {
    const { add, run: cleanUp } = collectCleanUps();
    let cluster: SecureCluster;
    let proxy: Awaited<ReturnType<typeof startSquid>>;
    beforeAll(async () => {
      cluster = await startSecureCluster(name, { protocols, clients: requireClientCertificate() }, add);
      if (isProxied) proxy = await startSquid({ whenFinished: add });
    });
    afterAll(cleanUp);

    it.each(forms)('takes one request as %s', async (_form, subject, form) => {
      const sessionId = await cluster.upload();
      const endpoint = isProxied ? `https://${nameBehindProxy}:${cluster.port}` : cluster.url;
      const environment = isProxied ? { https_proxy: proxy.url } : {};
      const run = await runAction({ endpoint, 'session-id': sessionId, ...trusting(), ...form() }, environment);

      expect(run.stdout).toContain(`Upload session ${sessionId} is committed`);
      expect(run).toMatchObject({ exitCode: 0, stderr: '', outputs: { result: 'committed', attempts: '1' } });
      expect(cluster.posts(sessionId)).toBe(1);
      const tls = name === 'Apache' ? 'TLSv1.2' : protocols.at(-1);
      expect(await cluster.seen(sessionId, 1)).toMatchObject([{ status: 200, tls, client: `CN=${subject}` }]);
      expect(run.stdout).toContain(`Client certificate CN=${subject}, thumbprint `);
      expect(run.stdout.includes(postHandshakeLine)).toBe(name === 'Apache' && protocols.length === 2);
      if (isProxied) expect(run.stdout).toContain(`Through the proxy ${proxy.url}\n`);
    });
  });

  it.each<[FrontEndName, readonly TlsVersion[]]>([
    ['nginx', both],
    ['nginx', ['TLSv1.3']],
    ['Apache', both],
    ['Apache', ['TLSv1.2']],
  ])('takes one request at a server that never requests it: %s with %j', async (name, protocols) => {
    const cluster = await startSecureCluster(name, { protocols });
    const sessionId = await cluster.upload();
    const inputs = { endpoint: cluster.url, 'session-id': sessionId, ...trusting() };
    expect(await runAction({ ...inputs, ...together('ec') })).toMatchObject({ exitCode: 0 });
    expect(await cluster.seen(sessionId, 1)).toHaveLength(1);
    expect(cluster.posts(sessionId)).toBe(1);
  });

  it('is not sent when the server requests it too late, and the error says why', async () => {
    const cluster = await startSecureCluster('Apache', { protocols: ['TLSv1.3'], clients: requireClientCertificate() });
    const sessionId = await cluster.upload();
    const run = await runAction({ endpoint: cluster.url, 'session-id': sessionId, ...trusting(), ...together('ec') });
    expect(run.stdout).toContain(
      'The server did not ask for the client certificate in the TLS 1.3 handshake; it speaks TLS 1.3 alone, so the certificate cannot be sent.',
    );
    expect(annotation(run)).toContain('the cluster answered 403 Client certificate required without a body');
    expect(annotation(run)).toContain('The certificate CN=client ec was not sent: the server supports only TLS 1.3');
    expect(annotation(run)).not.toContain('This step presented');
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'status-code': '403' });
    expect(await cluster.seen(sessionId, 1)).toHaveLength(1);
    expect(cluster.posts(sessionId)).toBe(0);
  });

  it('that expires soon is used with a warning', async () => {
    const cluster = await startSecureCluster('nginx', { clients: requireClientCertificate() });
    const inputs = { endpoint: cluster.url, 'session-id': await cluster.upload(), ...trusting() };
    const run = await runAction({ ...inputs, ...together('endingInFiveDays') });
    expect(run.exitCode).toBe(0);
    expect(warnings(run)).toEqual([
      expect.stringMatching(/^client-certificate \(CN=client ending, thumbprint [\dA-F]{40}\) ends on /),
    ]);
  });
});

describeWith(['apache2', 'nginx', 'openssl'], 'a client certificate that the server rejects', () => {
  const presented = 'This step presented the certificate';
  const nonePresented = 'This step presented neither: set client-certificate or access-token.';
  const page400 = 'something other than the image store answered 400 Bad Request with a web page or plain text';
  const page403 = 'something other than the image store answered 403 Forbidden with a web page or plain text';
  const empty403 = 'the cluster answered 403 Client certificate required without a body';
  const refusedInTls = 'The server does not accept the client certificate CN=client';

  const cases: readonly [
    FrontEndName,
    'page' | 'gateway',
    readonly TlsVersion[],
    ClientKind | 'none',
    readonly string[],
  ][] = [
    ['nginx', 'gateway', ['TLSv1.3'], 'none', [empty403, nonePresented]],
    ['nginx', 'gateway', ['TLSv1.3'], 'selfSigned', [empty403, presented, 'CN=client self, thumbprint']],
    ['nginx', 'gateway', ['TLSv1.2'], 'ofOtherAuthority', [empty403, presented, 'CN=client stranger']],
    ['nginx', 'gateway', ['TLSv1.3'], 'expired', [empty403, presented, 'CN=client expired']],
    ['nginx', 'page', ['TLSv1.3'], 'none', [page400, 'untrusted or expired client certificate', nonePresented]],
    ['nginx', 'page', ['TLSv1.3'], 'expired', [page400, presented, 'CN=client expired']],
    ['Apache', 'gateway', ['TLSv1.2', 'TLSv1.3'], 'none', [empty403, nonePresented]],
    ['Apache', 'gateway', ['TLSv1.2', 'TLSv1.3'], 'selfSigned', [empty403, presented, 'CN=client self']],
    [
      'Apache',
      'gateway',
      ['TLSv1.2', 'TLSv1.3'],
      'expired',
      ['TLS alert from the other side: certificate expired', refusedInTls],
    ],
    ['Apache', 'page', ['TLSv1.2', 'TLSv1.3'], 'none', [page403, nonePresented]],
    [
      'Apache',
      'page',
      ['TLSv1.2'],
      'none',
      ['The TLS handshake failed', 'or the server requires a client certificate'],
    ],
    ['Apache', 'page', ['TLSv1.2'], 'ofOtherAuthority', ['TLS alert from the other side: unknown CA', refusedInTls]],
  ];

  it.each(cases)(
    'is explained in the error: %s answers with its %s, supports %j, and the certificate is %s',
    async (name, refusal, protocols, kind, words) => {
      const cluster = await startSecureCluster(name, { protocols, clients: requireClientCertificate(refusal) });
      const sessionId = await cluster.upload();
      const inputs = { endpoint: cluster.url, 'session-id': sessionId, ...trusting() };
      const run = await runAction({ ...inputs, ...(kind === 'none' ? {} : together(kind)) });
      const shown = annotation(run);
      for (const each of words) expect(shown.toLowerCase()).toContain(each.toLowerCase());
      expect(run).toMatchObject({ exitCode: 1, stderr: '', outputs: { result: 'failed', attempts: '1' } });
      expect(cluster.posts(sessionId)).toBe(0);
      expect(await cluster.seen(sessionId, 1)).toHaveLength(1);
      expect(warnings(run)).toHaveLength(kind === 'expired' ? 1 : 0);
    },
  );
});

describeWith(['nginx', 'openssl'], 'a token', () => {
  const hour = 3_600;
  const nowSeconds = Math.floor(Date.now() / 1_000);

  async function answered(answer: ScriptedAnswer | undefined, accessToken: string) {
    const cluster = await startSecureCluster('nginx');
    const sessionId = await cluster.upload();
    if (answer) cluster.gateway.addFaults([{ operation: 'commit-session', answer, times: 'forever' }]);
    const inputs = { endpoint: cluster.url, 'session-id': sessionId, ...trusting() };
    const run = await runAction({ ...inputs, 'access-token': accessToken });
    expect(cluster.posts(sessionId)).toBe(1);
    return { run, request: cluster.gateway.requests.at(-1) };
  }

  it('is accepted without a certificate, also with the word Bearer before it', async () => {
    const value = token({ aud: 'cluster', exp: nowSeconds + hour });
    const { run, request } = await answered(undefined, `Bearer ${value}\n`);
    expect(run).toMatchObject({ exitCode: 0, outputs: { attempts: '1' } });
    expect(request?.headers).toMatchObject({ authorization: `Bearer ${value}` });
    expect(warnings(run)).toEqual([]);
  });

  const forbidden = { status: 403, reason: 'Client certificate required', body: '' };

  it('that has expired causes a warning, and explains the refusal', async () => {
    const ended = new Date((nowSeconds - hour) * 1_000).toISOString();
    const { run } = await answered(forbidden, token({ aud: 'other application', exp: nowSeconds - hour }));
    expect(warnings(run)).toEqual([
      `access-token ended on ${ended}, so the cluster will refuse it; get a new one right before this step.`,
    ]);
    expect(annotation(run)).toContain('the cluster answered 403 Client certificate required without a body.');
    expect(annotation(run)).toContain(
      `The token is for other application, which must be the application ID of the cluster; its expiry is ${ended}.`,
    );
    expect(run.outputs).toMatchObject({ 'status-code': '403', attempts: '1', result: 'failed' });
  });

  it('is refused with advice where the gateway requires Kerberos', async () => {
    const unauthorized = {
      status: 401,
      reason: 'Unauthorized',
      body: '',
      headers: { 'WWW-Authenticate': 'Negotiate' },
    };
    const { run } = await answered(unauthorized, token({}));
    expect(annotation(run)).toContain('the cluster answered 401 Unauthorized');
    expect(annotation(run)).toContain('The gateway asks for Windows (Kerberos) authentication');
  });
});

describeWith(['apache2', 'nginx', 'openssl'], 'the wrong scheme', () => {
  it.each<FrontEndName>(['nginx', 'Apache'])('is explained: http:// at the https port of %s', async (name) => {
    const cluster = await startSecureCluster(name);
    const sessionId = await cluster.upload();
    const run = await runAction({ endpoint: `http://127.0.0.1:${cluster.port}`, 'session-id': sessionId });
    expect(annotation(run)).toMatch(/^Something other than the image store answered 400 Bad Request with a web page/);
    expect(annotation(run)).toContain('If the gateway is secured, the endpoint must begin with https://');
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1' });
    expect(cluster.posts(sessionId)).toBe(0);
  });

  it('is explained: https:// at an http port', async () => {
    const cluster = await startSecureCluster('nginx');
    const sessionId = await cluster.upload();
    const endpoint = `https://127.0.0.1:${cluster.gateway.port}`;
    const run = await runAction({ endpoint, 'session-id': sessionId, ...together('ec') });
    expect(annotation(run)).toMatch(/^The server at this port does not use TLS: .*\. If the cluster is not secured/);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'status-code': '' });
    expect(cluster.posts(sessionId)).toBe(0);
  });
});

describeWith(['nginx', 'openssl'], 'a server whose certificate is not accepted', () => {
  const other = 'A'.repeat(40);
  const untrusted: readonly [string, () => Partial<FrontEndOptions>, () => Inputs, string, readonly string[]][] = [
    [
      'self-signed',
      () => ({ server: serverIdentity('selfSigned') }),
      () => ({}),
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      ['set server-ca to the certificate of its authority'],
    ],
    [
      'of an unknown authority',
      () => ({ server: serverIdentity('ofOtherAuthority') }),
      trusting,
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      ['issued by CN=Somebody Else Root'],
    ],
    [
      'expired',
      () => ({ server: serverIdentity('expired') }),
      trusting,
      'CERT_HAS_EXPIRED',
      ["Renew the cluster's certificate", 'valid from'],
    ],
    [
      'for another name',
      () => ({ server: serverIdentity('otherName') }),
      trusting,
      'ERR_TLS_CERT_ALTNAME_INVALID',
      ['is not for the name 127.0.0.1', 'names other.example;'],
    ],
    [
      'with another thumbprint',
      () => ({}),
      () => ({ 'server-certificate-thumbprints': other }),
      'CERTIFICATE_THUMBPRINT_MISMATCH',
      [`(${other})`, 'add its thumbprint to server-certificate-thumbprints'],
    ],
    [
      'with other common names',
      () => ({}),
      () => ({ ...trusting(), 'server-common-names': 'mycluster.example.com' }),
      'CERTIFICATE_NAME_MISMATCH',
      ['(mycluster.example.com)', 'names cluster, localhost, cluster.example'],
    ],
    [
      'meant for clients',
      () => ({ server: clientIdentity('ec') }),
      trusting,
      'INVALID_PURPOSE',
      ['was not accepted (INVALID_PURPOSE)'],
    ],
  ];

  it.each(untrusted)(
    'receives no request, and the error describes its certificate: %s',
    async (_, makeOptions, inputs, code, words) => {
      const options = makeOptions();
      const cluster = await startSecureCluster('nginx', options);
      const sessionId = await cluster.upload();
      const secret = { ...together('ec'), 'access-token': token({ aud: 'cluster' }) };
      const run = await runAction({ endpoint: cluster.url, 'session-id': sessionId, ...secret, ...inputs() });
      const { sha1, sha256 } = thumbprints((options.server ?? serverIdentity('good')).certificate);
      const shown = annotation(run);
      for (const each of [`SHA-1 ${sha1}; SHA-256 ${sha256}; names `, '; valid from ', ...words]) {
        expect(shown).toContain(each);
      }
      expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'error-code': code, 'status-code': '' });
      expect(run).toMatchObject({ exitCode: 1, stderr: '' });
      expect(await cluster.frontEnd.requests()).toEqual([]);
      expect(cluster.posts(sessionId)).toBe(0);
    },
  );

  it('is accepted once its thumbprint is copied from the error', async () => {
    const cluster = await startSecureCluster('nginx', { server: serverIdentity('selfSignedExpired') });
    const inputs = { endpoint: cluster.url, 'session-id': await cluster.upload() };
    const [, presented = ''] = /SHA-256 ([\dA-F]{64});/.exec(annotation(await runAction(inputs))) ?? [];
    const run = await runAction({ ...inputs, 'server-certificate-thumbprints': presented });
    expect(run).toMatchObject({ exitCode: 0, outputs: { attempts: '1' } });
  });

  it('is accepted when server-ca is an intermediate authority alone', async () => {
    const cluster = await startSecureCluster('nginx', { server: serverIdentity('throughIntermediate') });
    const inputs = { endpoint: cluster.url, 'session-id': await cluster.upload() };
    expect(await runAction({ ...inputs, 'server-ca': base64(intermediate().certificate) })).toMatchObject({
      exitCode: 0,
    });
  });

  it('is accepted without verification when tls-skip-verify is true, with a warning on every run', async () => {
    const cluster = await startSecureCluster('nginx', { server: serverIdentity('selfSignedExpired') });
    for (const skip of ['true', 'TRUE']) {
      const inputs = { endpoint: cluster.url, 'session-id': await cluster.upload(), 'tls-skip-verify': skip };
      const run = await runAction(inputs);
      expect(run.exitCode).toBe(0);
      expect(warnings(run)).toEqual([expect.stringMatching(/^tls-skip-verify is true: whoever answers/)]);
    }
  });

  it('is not accepted because a PFX contains its authority', async () => {
    const cluster = await startSecureCluster('nginx', { server: serverIdentity('ofOtherAuthority') });
    const { certificate, key } = clientIdentity('ofOtherAuthority');
    const file = pfxFile({ certificate, key, chain: otherAuthority().certificate }, 'modern', 'p');
    const identity = { 'client-certificate': base64(file), 'client-certificate-password': 'p' };
    const inputs = { endpoint: cluster.url, 'session-id': randomUUID(), ...trusting(), ...identity };
    expect((await runAction(inputs)).outputs['error-code']).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    expect(await cluster.frontEnd.requests()).toEqual([]);
  });
});

describeWith(['nginx', 'openssl'], 'plain http', () => {
  /** The files of its bundle that a finished step had read. */
  async function readBy(inputs: Inputs): Promise<readonly string[]> {
    const folder = temporaryFolder();
    const [preload, list] = [join(folder, 'preload.cjs'), join(folder, 'list.json')];
    const write = `require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache)))`;
    writeFiles(folder, { 'preload.cjs': `process.once('exit', () => ${write});\n` });
    expect(await runAction(inputs, { NODE_OPTIONS: `--require=${preload}` })).toMatchObject({ exitCode: 0 });
    const paths: readonly string[] = JSON.parse(readFileSync(list, 'utf8'));
    return paths.filter((path) => /[/\\]dist[/\\][\w.-]+\.js$/.test(path)).map((path) => basename(path));
  }

  /** The chunk that reads the inputs which only https takes; its name is a number. */
  const securityChunk = readdirSync(join(root, 'dist')).find(
    (name) => /^\d+\.index\.js$/.test(name) && read(`dist/${name}`).includes('function parseTlsInputs('),
  );

  it('reads no code for the inputs that secure https', async () => {
    const cluster = await startSecureCluster('nginx');
    const endpoint = cluster.gateway.url;
    const sessionId = await cluster.upload();
    expect(await readBy({ endpoint, 'session-id': sessionId })).toEqual(['index.js']);
    expect(cluster.posts(sessionId)).toBe(1);

    // The same check over https shows that it would notice.
    const inputs = { endpoint: cluster.url, 'session-id': await cluster.upload(), ...trusting(), ...together('ec') };
    expect(await readBy(inputs)).toEqual(['index.js', securityChunk]);
  });
});
