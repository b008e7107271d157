// The certificates, servers and proxies that other tests use, tested with curl and node:https instead of the action.
import { execFile, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestOptions } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  authority,
  type ClientKind,
  clientIdentity,
  type Identity,
  nameBehindProxy,
  type ServerKind,
  serverIdentity,
  thumbprints,
} from '../support/certificates.js';
import { keyFile, type PfxForm, pfxFile } from '../support/key-files.js';
import { onWindows, why } from '../support/skips.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { startApache } from './apache.js';
import type { ClientRule, FrontEndOptions, TlsVersion } from './front-end.js';
import { startNginx } from './nginx.js';
import { describeWith, programPath } from './programs.js';
import { startFailingProxy, startSilentProxy, startSquid, startTinyproxy } from './proxies.js';

const path = '/ImageStore/$/CommitUploadSession';
const seenRequest = `POST ${path} HTTP/1.1`;

/** A cluster's gateway without TLS, and the requests that reached it. */
async function startGateway(): Promise<{ url: string; port: number; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((question, answer) => {
    seen.push(`${question.method} ${question.url}`);
    answer.end('committed');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, seen };
}

interface Reply {
  status: number | undefined;
  reason: string | undefined;
  body: string;
}

/** One POST with node:https; resolves to the response, or to the text of the error. */
async function post(port: number, options: RequestOptions & TlsOptions = {}): Promise<Reply | string> {
  const question = request({
    host: '127.0.0.1',
    port,
    path,
    method: 'POST',
    agent: false,
    ca: authority().certificate,
    ...options,
  });
  question.end();
  try {
    const [answer] = await once(question, 'response');
    let body = '';
    for await (const text of answer.setEncoding('utf8')) body += text;
    return { status: answer.statusCode, reason: answer.statusMessage, body };
  } catch (error) {
    return String(error);
  }
}

type TlsOptions = { ca?: string; cert?: string; key?: string; minVersion?: TlsVersion; maxVersion?: TlsVersion };

function presenting(kind: ClientKind): TlsOptions {
  const { certificate, chain, key } = clientIdentity(kind);
  return { cert: `${certificate}${chain}`, key };
}

/** Runs curl in a folder with these files; resolves to the status, or to the text of the error. */
async function curl(parameters: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const quiet = ['--disable', '--silent', '--show-error', '--max-time', '10', '--output', 'body'];
  const options = { cwd: folder, env: {} };
  try {
    const all = [...quiet, '--write-out', '%{http_code}', ...parameters];
    return (await promisify(execFile)(programPath('curl'), all, options)).stdout;
  } catch (error) {
    return String(error);
  }
}

const committed = { status: 200, reason: 'OK', body: 'committed' };
const required = { status: 403, reason: 'Client certificate required', body: '' };

function rule(refusal: ClientRule['refusal']): Pick<FrontEndOptions, 'clients'> {
  return { clients: { authority: authority().certificate, refusal } };
}

describeWith(['openssl'], 'a test certificate', () => {
  it.each<[ServerKind, string, boolean, boolean]>([
    ['good', 'Tests Root', false, true],
    ['throughIntermediate', 'Tests Intermediate', false, true],
    ['ofOtherAuthority', 'Somebody Else Root', false, true],
    ['expired', 'Tests Root', true, true],
    ['selfSigned', 'cluster', false, true],
    ['selfSignedExpired', 'cluster', true, true],
    ['otherName', 'Tests Root', false, false],
    ['commonNameOnly', 'Tests Root', false, false],
    ['manyNames', 'Tests Root', false, false],
  ])(
    'for the server %s is issued by %s; whether it has expired is %s, and whether it is for this machine is %s',
    (kind, issuer, expired, isThisMachine) => {
      const { certificate, key } = serverIdentity(kind);
      const parsed = new X509Certificate(certificate);
      expect(parsed.issuer).toBe(`CN=${issuer}`);
      expect(Date.parse(parsed.validTo) < Date.now()).toBe(expired);
      expect(parsed.checkIP('127.0.0.1') !== undefined).toBe(isThisMachine);
      expect(createSecureContext({ cert: certificate, key })).toBeDefined();
    },
  );

  it('is made once', () => {
    expect(serverIdentity('good')).toBe(serverIdentity('good'));
  });

  it('has the thumbprints that Node.js computes, without colons', () => {
    const { certificate } = serverIdentity('good');
    const { fingerprint, fingerprint256 } = new X509Certificate(certificate);
    const bare = (print: string): string => print.replaceAll(':', '');
    expect(thumbprints(certificate)).toEqual({ sha1: bare(fingerprint), sha256: bare(fingerprint256) });
  });

  it.each([
    ['rsa', 'pkcs8', undefined, 'BEGIN PRIVATE KEY'],
    ['rsa', 'pkcs8', 'secret', 'BEGIN ENCRYPTED PRIVATE KEY'],
    ['rsa', 'traditional', undefined, 'BEGIN RSA PRIVATE KEY'],
    ['rsa', 'traditional', 'secret', 'Proc-Type: 4,ENCRYPTED'],
    ['ec', 'pkcs8', undefined, 'BEGIN PRIVATE KEY'],
    ['ec', 'pkcs8', 'secret', 'BEGIN ENCRYPTED PRIVATE KEY'],
    ['ec', 'traditional', undefined, 'BEGIN EC PRIVATE KEY'],
    ['ec', 'traditional', 'secret', 'Proc-Type: 4,ENCRYPTED'],
  ] as const)(
    'can have its %s key as %s with the password %s, which has the label %s',
    (kind, form, password, words) => {
      const identity = clientIdentity(kind);
      const key = keyFile(identity, form, password);
      expect(key).toContain(words);
      const secret = password === undefined ? {} : { passphrase: password };
      expect(createSecureContext({ cert: identity.certificate, key, ...secret })).toBeDefined();
    },
  );

  it.each<[PfxForm, string]>([
    ['modern', 'secret'],
    ['modern', ''],
    ['tripleDes', 'secret'],
  ])('can be read by Node.js in a %s PFX with the password "%s"', (form, passphrase) => {
    const pfx = pfxFile(clientIdentity('throughIntermediate'), form, passphrase);
    expect(createSecureContext({ pfx, passphrase })).toBeDefined();
    expect(() => createSecureContext({ pfx, passphrase: 'wrong' })).toThrow('mac verify failure');
  });

  it.each<[PfxForm, string]>([
    ['rc2', 'Unsupported PKCS12 PFX data'],
    ['withoutKey', 'Unable to load private key'],
  ])('cannot be read by Node.js in a PFX of the form %s: %s', (form, message) => {
    const pfx = pfxFile(clientIdentity('ec'), form, 'secret');
    expect(() => createSecureContext({ pfx, passphrase: 'secret' })).toThrow(message);
  });
});

describeWith(['nginx', 'openssl'], 'nginx as a front end', () => {
  const bothVersions: TlsVersion[] = ['TLSv1.2', 'TLSv1.3'];

  it.each(bothVersions)('requests the client certificate in the handshake of %s', async (version) => {
    const gateway = await startGateway();
    const server = serverIdentity('good');
    const nginx = await startNginx({ upstream: gateway.url, server, protocols: [version], ...rule('gateway') });
    expect(await post(nginx.port, presenting('rsa'))).toEqual(committed);
    expect(await post(nginx.port, presenting('throughIntermediate'))).toEqual(committed);
    expect(await post(nginx.port)).toEqual(required);
    expect(await post(nginx.port, presenting('selfSigned'))).toEqual(required);
    expect(await post(nginx.port, presenting('expired'))).toEqual(required);
    const seen = { requestLine: seenRequest, tls: version };
    expect(await nginx.requests(5)).toEqual([
      { ...seen, status: 200, client: 'CN=client rsa' },
      { ...seen, status: 200, client: 'CN=client chain' },
      { ...seen, status: 403, client: '' },
      { ...seen, status: 403, client: 'CN=client self' },
      { ...seen, status: 403, client: 'CN=client expired' },
    ]);
    expect(gateway.seen).toEqual([`POST ${path}`, `POST ${path}`]);
  });

  it('answers with its own page when the client certificate is missing or bad', async () => {
    const upstream = 'http://127.0.0.1:1';
    const nginx = await startNginx({ upstream, server: serverIdentity('good'), ...rule('page') });
    const missing = { status: 400, body: expect.stringContaining('No required SSL certificate was sent') };
    expect(await post(nginx.port)).toMatchObject(missing);
    const bad = { status: 400, body: expect.stringContaining('The SSL certificate error') };
    expect(await post(nginx.port, presenting('selfSigned'))).toMatchObject(bad);
  });

  it.each<[TlsVersion, TlsVersion]>([
    ['TLSv1.2', 'TLSv1.3'],
    ['TLSv1.3', 'TLSv1.2'],
  ])('rejects %s when only %s is enabled', async (refused, spoken) => {
    const gateway = await startGateway();
    const nginx = await startNginx({ upstream: gateway.url, server: serverIdentity('good'), protocols: [spoken] });
    const answer = await post(nginx.port, { minVersion: refused, maxVersion: refused });
    expect(answer).toMatch(/protocol version/i);
    expect(await nginx.requests()).toEqual([]);
    expect(nginx.log()).toMatch(/SSL_do_handshake\(\) failed .*(unsupported protocol|version too low)/);
  });

  it('logs no request of a client that leaves after the handshake', async () => {
    const gateway = await startGateway();
    const nginx = await startNginx({ upstream: gateway.url, server: serverIdentity('selfSigned') });
    expect(await post(nginx.port)).toMatch(/self-signed certificate/);
    expect(await nginx.requests()).toEqual([]);
    expect(gateway.seen).toEqual([]);
  });

  it('sends the chain of its certificate', async () => {
    const gateway = await startGateway();
    const nginx = await startNginx({ upstream: gateway.url, server: serverIdentity('throughIntermediate') });
    expect(await post(nginx.port)).toEqual(committed);
  });

  it('answers an http request to its https port with a web page', async () => {
    const nginx = await startNginx({ upstream: 'http://127.0.0.1:1', server: serverIdentity('good') });
    const answer = await fetch(`http://127.0.0.1:${nginx.port}/`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('The plain HTTP request was sent to HTTPS port');
  });
});

describeWith(['apache2', 'curl', 'openssl'], 'Apache as a front end', () => {
  const server = (): Identity => serverIdentity('good');

  it('requests the certificate from Node.js after the request with TLS 1.2, by renegotiation', async () => {
    const gateway = await startGateway();
    const apache = await startApache({ upstream: gateway.url, server: server(), ...rule('gateway') });
    const maxVersion = 'TLSv1.2';
    expect(await post(apache.port, { ...presenting('rsa'), maxVersion })).toEqual(committed);
    expect(await post(apache.port, { ...presenting('throughIntermediate'), maxVersion })).toEqual(committed);
    expect(await post(apache.port, { maxVersion })).toEqual(required);
    expect(await post(apache.port, { ...presenting('selfSigned'), maxVersion })).toEqual(required);
    expect(await post(apache.port, { ...presenting('expired'), maxVersion })).toMatch(/certificate.expired/i);
    const seen = { requestLine: seenRequest, tls: 'TLSv1.2' };
    expect(await apache.requests(5)).toEqual([
      { ...seen, status: 200, client: 'CN=client rsa' },
      { ...seen, status: 200, client: 'CN=client chain' },
      { ...seen, status: 403, client: '' },
      { ...seen, status: 403, client: 'CN=client self' },
      { ...seen, status: 403, client: '', tls: '' },
    ]);
    expect(gateway.seen).toEqual([`POST ${path}`, `POST ${path}`]);
    expect(apache.log()).toContain('Requesting connection re-negotiation');
  });

  it.each<[TlsVersion[]]>([[['TLSv1.3']], [['TLSv1.2', 'TLSv1.3']]])(
    'with %j cannot request it after the request with TLS 1.3 from Node.js, but can from curl',
    async (protocols) => {
      const gateway = await startGateway();
      const apache = await startApache({ upstream: gateway.url, server: server(), protocols, ...rule('gateway') });
      expect(await post(apache.port, presenting('rsa'))).toEqual(required);
      expect(apache.log()).toContain('cannot perform post-handshake authentication');
      const { certificate, key } = clientIdentity('rsa');
      const files = { 'ca.pem': authority().certificate, 'client.pem': certificate, 'client.key': key };
      const identity = ['--cacert', 'ca.pem', '--cert', 'client.pem', '--key', 'client.key'];
      expect(await curl([...identity, '--tlsv1.3', '--data', '', `${apache.url}${path}`], files)).toBe('200');
      expect(await apache.requests(2)).toEqual([
        { requestLine: seenRequest, tls: 'TLSv1.3', status: 403, client: '' },
        { requestLine: seenRequest, tls: 'TLSv1.3', status: 200, client: 'CN=client rsa' },
      ]);
    },
  );

  it('refuses with its own page with TLS 1.3, and with an alert with TLS 1.2', async () => {
    const gateway = await startGateway();
    const apache = await startApache({ upstream: gateway.url, server: server(), ...rule('page') });
    expect(await post(apache.port)).toMatchObject({ status: 403, body: expect.stringContaining('403 Forbidden') });
    expect(await post(apache.port, { maxVersion: 'TLSv1.2' })).toMatch(/handshake failure/);
    expect(gateway.seen).toEqual([]);
  });

  it('requests no client certificate by default', async () => {
    const gateway = await startGateway();
    const apache = await startApache({ upstream: gateway.url, server: server() });
    expect(await post(apache.port)).toEqual(committed);
  });

  it.each<[TlsVersion, TlsVersion]>([
    ['TLSv1.2', 'TLSv1.3'],
    ['TLSv1.3', 'TLSv1.2'],
  ])('rejects %s when only %s is enabled', async (refused, spoken) => {
    const gateway = await startGateway();
    const apache = await startApache({ upstream: gateway.url, server: server(), protocols: [spoken] });
    const answer = await post(apache.port, { minVersion: refused, maxVersion: refused });
    expect(answer).toMatch(/protocol version/i);
    expect(await apache.requests()).toEqual([]);
  });
});

describeWith(['curl', 'nginx', 'openssl', 'squid', 'tinyproxy'], 'a proxy', () => {
  const user = { name: 'builder', password: 'p4ss' };
  const proxies = { squid: startSquid, tinyproxy: startTinyproxy };
  const tunnelRefused = (status: string): RegExp => new RegExp(`response ${status}|${status} from proxy`);

  async function startCluster(): Promise<{ port: number; requests(atLeast?: number): Promise<unknown[]> }> {
    const gateway = await startGateway();
    return startNginx({ upstream: gateway.url, server: serverIdentity('good') });
  }

  function through(proxyUrl: string, url: string): Promise<string> {
    const files = { 'ca.pem': authority().certificate };
    return curl(['--proxy', proxyUrl, '--noproxy', '', '--cacert', 'ca.pem', '--data', '', url], files);
  }

  it.each([
    ['squid', '127.0.0.1'],
    ['squid', '0.0.0.0'],
    ['squid', nameBehindProxy],
    ['tinyproxy', '127.0.0.1'],
    ['tinyproxy', '0.0.0.0'],
  ] as const)('of the program %s tunnels to %s', async (name, host) => {
    const cluster = await startCluster();
    const proxy = await proxies[name]();
    expect(await through(proxy.url, `https://${host}:${cluster.port}${path}`)).toBe('200');
    expect(await cluster.requests(1)).toHaveLength(1);
    await expect.poll(proxy.requests).toEqual([`CONNECT ${host}:${cluster.port}`]);
  });

  it.each(['squid', 'tinyproxy'] as const)(
    'of the program %s forwards an http request in absolute form',
    async (name) => {
      const gateway = await startGateway();
      const proxy = await proxies[name]();
      const url = `http://0.0.0.0:${gateway.port}${path}`;
      expect(await through(proxy.url, url)).toBe('200');
      expect(gateway.seen).toEqual([`POST ${path}`]);
      await expect.poll(proxy.requests).toEqual([`POST ${url}`]);
    },
  );

  it.each([
    ['squid', 'builder:p4ss@', '200'],
    ['squid', 'builder:wrong@', tunnelRefused('407')],
    ['squid', '', tunnelRefused('407')],
    ['tinyproxy', 'builder:p4ss@', '200'],
    ['tinyproxy', 'builder:wrong@', tunnelRefused('401')],
    ['tinyproxy', '', tunnelRefused('407')],
  ] as const)(
    'of the program %s with a password answers the credentials "%s" with %s',
    async (name, credentials, expected) => {
      const cluster = await startCluster();
      const proxy = await proxies[name]({ user });
      const proxyUrl = proxy.url.replace('//', `//${credentials}`);
      expect(await through(proxyUrl, `https://127.0.0.1:${cluster.port}${path}`)).toMatch(expected);
      expect(await cluster.requests()).toHaveLength(expected === '200' ? 1 : 0);
    },
  );

  it('of the program squid accepts passwords with special characters', async () => {
    const cluster = await startCluster();
    const password = 'p@ss:w/r%d"';
    const proxy = await startSquid({ user: { ...user, password } });
    const proxyUrl = proxy.url.replace('//', `//builder:${encodeURIComponent(password)}@`);
    expect(await through(proxyUrl, `https://127.0.0.1:${cluster.port}${path}`)).toBe('200');
  });

  it.each(['squid', 'tinyproxy'] as const)('of the program %s can refuse with 403', async (name) => {
    const cluster = await startCluster();
    const proxy = await proxies[name]({ refusing: true });
    expect(await through(proxy.url, `https://127.0.0.1:${cluster.port}${path}`)).toMatch(tunnelRefused('403'));
    expect(await cluster.requests()).toEqual([]);
  });

  it.each(['502 Bad Gateway', '503 Service Unavailable'])('that is scripted to fail answers %s', async (statusLine) => {
    const proxy = await startFailingProxy(statusLine);
    expect(await through(proxy.url, 'https://cluster.example:19080/')).toMatch(tunnelRefused(statusLine.slice(0, 3)));
    expect(proxy.requests()).toEqual(['CONNECT cluster.example:19080']);
  });

  it('that is scripted to be silent does not answer', async () => {
    const proxy = await startSilentProxy();
    const parameters = ['--proxy', proxy.url, '--noproxy', '', '--connect-timeout', '0.2'];
    expect(await curl([...parameters, 'https://cluster.example:19080/'])).toMatch(/curl: \(28\)/);
    expect(proxy.requests()).toEqual(['CONNECT cluster.example:19080']);
  });
});

const noShell = onWindows('the programs are those of Linux, started by its shell');
describe.skipIf(noShell)(`a program for tests${why(noShell)}`, () => {
  it('has an error that names the script that installs it when it is missing', () => {
    vi.stubEnv('PATH', '');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(() => programPath('curl')).toThrow('curl is missing: scripts/install-peers.sh installs it');
  });

  it('ends when the test process is killed', async () => {
    const watcher = fileURLToPath(new URL('watcher.sh', import.meta.url));
    const script = `
      const daemon = [process.execPath, '-e', "console.log('listening'); setTimeout(() => undefined, 60_000)"];
      const options = { detached: true, stdio: ['pipe', 'inherit', 'inherit'] };
      require('node:child_process').spawn('/bin/sh', [process.argv[1], ...daemon], options);
    `;
    const testProcess = spawn(process.execPath, ['-e', script, watcher], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [output] = await once(testProcess.stdout.setEncoding('utf8'), 'data');
    expect(output).toBe('listening\n');
    testProcess.kill('SIGKILL');
    // The daemon has the other end open while it runs.
    await once(testProcess.stdout, 'end');
  });
});
