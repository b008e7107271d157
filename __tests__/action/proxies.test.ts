// The committed action behind a proxy: squid and tinyproxy, with and without a password, and scripted proxies that fail.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { startFailingProxy, startSilentProxy, startSquid, startTinyproxy } from '../peers/proxies.js';
import { authority, clientIdentity, nameBehindProxy, serverIdentity } from '../support/certificates.js';
import { collectCleanUps } from '../support/clean-up.js';
import { refusingPort, startRawServer } from '../support/raw-server.js';
import { type Run, runAction } from '../support/run-action.js';
import { annotation, writtenText } from '../support/run-report.js';
import { requireClientCertificate, type SecureCluster, startSecureCluster } from '../support/secure-cluster.js';
import { exchangesWith, trusting } from '../support/secure-exchange.js';
import { standingClock } from '../support/standing-clock.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const proxies = { squid: startSquid, tinyproxy: startTinyproxy };
const user = { name: 'builder', password: 'p4ss-w0rd' };
// This machine, by an address that clients do not treat as loopback.
const thisMachine = '0.0.0.0';

const identity = () => {
  const { certificate, key } = clientIdentity('ec');
  return { 'client-certificate': certificate, 'client-key': key, 'server-ca': authority().certificate };
};

describeWith(['nginx', 'openssl', 'squid', 'tinyproxy'], 'the action behind a proxy', () => {
  const { add, run: cleanUp } = collectCleanUps();
  let cluster: SecureCluster;
  beforeAll(async () => {
    cluster = await startSecureCluster('nginx', { clients: requireClientCertificate() }, add);
  });
  afterAll(cleanUp);

  async function commitThrough(environment: Record<string, string>, inputs: Record<string, string> = {}) {
    const sessionId = await cluster.upload();
    const endpoint = `https://${thisMachine}:${cluster.port}`;
    const run = await runAction({ endpoint, 'session-id': sessionId, ...identity(), ...inputs }, environment);
    return { run, posts: cluster.posts(sessionId) };
  }

  const expectHidden = (run: Run, secret: string): void => expect(writtenText(run)).not.toContain(secret);

  const named = ['squid', 'tinyproxy'] as const;
  it.each(named)('commits through %s with one request and one tunnel', async (name) => {
    const proxy = await proxies[name]();
    const { run, posts } = await commitThrough({ HTTPS_PROXY: proxy.url });
    expect(run).toMatchObject({ exitCode: 0, stderr: '', outputs: { attempts: '1' } });
    expect(run.stdout).toContain(`Through the proxy ${proxy.url}\n`);
    expect(posts).toBe(1);
    await expect.poll(() => proxy.requests()).toEqual([`CONNECT ${thisMachine}:${cluster.port}`]);
  });

  it.each(named)('authenticates to %s with a password, and never writes it', async (name) => {
    const proxy = await proxies[name]({ user });
    const url = `http://${user.name}:${user.password}@127.0.0.1:${proxy.port}`;
    const { run, posts } = await commitThrough({ https_proxy: url, RUNNER_DEBUG: '1' });
    expect(run.exitCode).toBe(0);
    expect(posts).toBe(1);
    expect(run.stdout).toContain(`Through the proxy ${proxy.url}\n`);
    expectHidden(run, user.password);
    expectHidden(run, Buffer.from(`${user.name}:${user.password}`).toString('base64'));
  });

  it('authenticates to squid with a percent-encoded password, and never writes it', async () => {
    const odd = { name: 'builder', password: 'p@ss/w:rd%' };
    const proxy = await startSquid({ user: odd });
    const url = `http://builder:${encodeURIComponent(odd.password)}@127.0.0.1:${proxy.port}`;
    const { run, posts } = await commitThrough({ https_proxy: url, RUNNER_DEBUG: '1' });
    expect(run.exitCode).toBe(0);
    expect(posts).toBe(1);
    expectHidden(run, odd.password);
    expectHidden(run, encodeURIComponent(odd.password));
  });

  it.each([
    ['squid', 'no', 407],
    ['squid', 'the wrong', 407],
    ['tinyproxy', 'no', 407],
    ['tinyproxy', 'the wrong', 401],
  ] as const)('makes one attempt when %s gets %s password and answers %i', async (name, which, status) => {
    const proxy = await proxies[name]({ user });
    const login = which === 'no' ? '' : `${user.name}:another@`;
    const { run, posts } = await commitThrough({ https_proxy: `http://${login}127.0.0.1:${proxy.port}` });
    expect(annotation(run)).toMatch(new RegExp(`the proxy ${proxy.url} answered ${status} [\\w ]+ to CONNECT`));
    expect(annotation(run)).toMatch(/^The proxy requires a user and a password: /);
    expect(annotation(run)).toContain('Add them to the URL of the proxy');
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'error-code': 'PROXY_REFUSED' });
    expectHidden(run, 'another');
    expect(posts).toBe(0);
  });

  it.each(named)('makes one attempt when %s refuses the tunnel with 403', async (name) => {
    const proxy = await proxies[name]({ refusing: true });
    const { run, posts } = await commitThrough({ https_proxy: proxy.url });
    expect(annotation(run)).toMatch(new RegExp(`the proxy ${proxy.url} answered 403 [\\w ]+ to CONNECT`));
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'error-code': 'PROXY_REFUSED' });
    expect(proxy.requests()).toHaveLength(1);
    expect(posts).toBe(0);
  });

  it('retries as after a failed connection when squid cannot reach the cluster', async () => {
    const proxy = await startSquid();
    const endpoint = `https://${nameBehindProxy}:${await refusingPort()}`;
    const { run } = await commitThrough({ https_proxy: proxy.url }, { endpoint, 'max-attempts': '2' });
    expect(annotation(run)).toMatch(
      /^The proxy could not reach the cluster: the proxy http:\/\/127\.0\.0\.1:\d+ answered 503 .* to CONNECT \(PROXY_FAILED\)\..* \(2 attempts\)\.$/,
    );
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2', 'error-code': 'PROXY_FAILED' });
    expect(proxy.requests()).toHaveLength(2);
  });

  it.each(['502 Bad Gateway', '504 Gateway Timeout'])('retries when the proxy answers %s', async (statusLine) => {
    const proxy = await startFailingProxy(statusLine);
    const { run } = await commitThrough({ https_proxy: proxy.url }, { 'max-attempts': '2' });
    expect(annotation(run)).toContain(`the proxy ${proxy.url} answered ${statusLine} to CONNECT`);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2', 'error-code': 'PROXY_FAILED' });
    expect(proxy.requests()).toHaveLength(2);
  });

  it('sends no request through the tunnel when the certificate of the server is not accepted', async () => {
    const proxy = await startSquid();
    const thumbprint = { 'server-certificate-thumbprints': 'a'.repeat(40), 'server-ca': '' };
    const before = (await cluster.frontEnd.requests()).length;
    const { run, posts } = await commitThrough({ https_proxy: proxy.url }, thumbprint);
    expect(run.outputs).toMatchObject({ attempts: '1', 'error-code': 'CERTIFICATE_THUMBPRINT_MISMATCH' });
    expect(posts).toBe(0);
    expect(await cluster.frontEnd.requests()).toHaveLength(before);
  });

  it.each([{ no_proxy: thisMachine }, { NO_PROXY: '*' }])(
    'connects directly with the environment %j',
    async (environment) => {
      const proxy = await startSilentProxy();
      const { run } = await commitThrough({ https_proxy: proxy.url, ...environment });
      expect(run.exitCode).toBe(0);
      expect(run.stdout).not.toContain('Through the proxy');
      expect(proxy.requests()).toEqual([]);
    },
  );

  it.each(['127.0.0.1', 'localhost'])('connects directly to a cluster at %s', async (host) => {
    const proxy = await startSilentProxy();
    const { run } = await commitThrough({ https_proxy: proxy.url }, { endpoint: `https://${host}:${cluster.port}` });
    expect(run.exitCode).toBe(0);
    expect(proxy.requests()).toEqual([]);
  });

  it.each(named)('sends a request for an http endpoint to %s in absolute form', async (name) => {
    const proxy = await proxies[name]({ user });
    const sessionId = await cluster.upload();
    const endpoint = `http://${thisMachine}:${cluster.gateway.port}`;
    const url = `http://${user.name}:${user.password}@127.0.0.1:${proxy.port}`;
    const run = await runAction({ endpoint, 'session-id': sessionId }, { http_proxy: url, RUNNER_DEBUG: '1' });
    expect(run).toMatchObject({ exitCode: 0, outputs: { attempts: '1' } });
    expect(cluster.posts(sessionId)).toBe(1);
    expectHidden(run, user.password);
    const asked = `POST ${endpoint}/ImageStore/$/CommitUploadSession?`;
    await expect.poll(() => proxy.requests()).toEqual([expect.stringContaining(asked.slice(0, -1))]);
    expect(cluster.gateway.requests.at(-1)?.headers).not.toHaveProperty('proxy-authorization');
  });

  it.each([
    ['squid', 'no', /answered 407/, 'requires a user and a password'],
    [
      'tinyproxy',
      'the wrong',
      /answered 401/,
      'may have answered instead of the cluster: something other than the image store answered 401 Unauthorized with a web page or plain text. If so, it requires a user',
    ],
  ] as const)('%s with %s password an http endpoint is refused in its name', async (name, which, line, advice) => {
    const proxy = await proxies[name]({ user });
    const login = which === 'no' ? '' : `${user.name}:another@`;
    const inputs = { endpoint: `http://${thisMachine}:${cluster.gateway.port}`, 'session-id': randomUUID() };
    const run = await runAction(inputs, { http_proxy: `http://${login}127.0.0.1:${proxy.port}` });
    expect(annotation(run)).toMatch(line);
    expect(annotation(run)).toContain(`The proxy ${proxy.url} ${advice}`);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1' });
  });

  it('names the proxy in the annotation when it refuses an http endpoint with 403', async () => {
    const proxy = await startSquid({ refusing: true });
    const inputs = { endpoint: `http://${thisMachine}:${cluster.gateway.port}`, 'session-id': randomUUID() };
    const run = await runAction(inputs, { HTTP_PROXY: proxy.url });
    expect(annotation(run)).toContain(`The proxy ${proxy.url} may have answered instead of the cluster: `);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'status-code': '403' });
  });

  /** A CONNECT proxy that clients connect to over TLS. */
  async function startTlsProxy(): Promise<{ url: string; targets: string[] }> {
    const { certificate: cert, key } = serverIdentity('good');
    const targets: string[] = [];
    const server = createHttpsServer({ cert, key });
    server.on('connect', ({ url = '' }, socket, head) => {
      targets.push(url);
      const [, port] = url.split(':');
      const onward = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      for (const [one, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        one.on('error', () => undefined).once('close', () => other.destroy());
      }
    });
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, targets };
  }

  it('accepts a proxy over TLS whose certificate comes from an authority of the runner', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'authorities.pem': authority().certificate });
    const authorities = join(folder, 'authorities.pem');
    const proxy = await startTlsProxy();
    const { run, posts } = await commitThrough({ https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authorities });
    expect(run).toMatchObject({ exitCode: 0, outputs: { attempts: '1' } });
    expect(posts).toBe(1);
    expect(proxy.targets).toEqual([`${thisMachine}:${cluster.port}`]);
  });

  it('reports a proxy over TLS whose certificate is not accepted', async () => {
    const proxy = await startTlsProxy();
    const { run } = await commitThrough({ https_proxy: proxy.url });
    expect(annotation(run)).toContain(`the certificate of the proxy ${proxy.url} was not accepted: `);
    expect(annotation(run)).toContain('NODE_EXTRA_CA_CERTS names a file with additional authorities.');
    expect(run.outputs).toMatchObject({ attempts: '1', 'error-code': 'PROXY_CERTIFICATE' });
    expect(proxy.targets).toEqual([]);
  });

  it.each([
    ['https_proxy', 'socks5://user:hidden@127.0.0.1:1080', 'names a proxy of the kind "socks5:"'],
    ['HTTPS_PROXY', 'http://user:hidden@:3128', 'does not hold the URL of a proxy'],
  ])('reports %s when it does not name a usable proxy: %s', async (variable, value, words) => {
    const { run } = await commitThrough({ [variable]: value });
    expect(annotation(run)).toContain(`The environment variable ${variable} ${words}`);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '0', 'error-code': 'INVALID_INPUT' });
    expectHidden(run, 'hidden');
  });
});

describe('a connection through a proxy', () => {
  const proxyAt = (port: number) => ({ name: `http://127.0.0.1:${port}`, host: '127.0.0.1', port, secure: false });

  it('ends with the connect timeout when the proxy does not answer', async () => {
    const clock = standingClock();
    const silent = await startRawServer();
    const options = { clock, proxy: proxyAt(silent.port), connectTimeoutMs: 30_000, host: 'cluster.example' };
    const outcome = exchangesWith(19080, { trust: trusting({}) }, options).post();
    const connection = await silent.connection(0);
    expect(await connection.request()).toMatch(
      /^CONNECT cluster\.example:19080 HTTP\/1\.1\r\nhost: cluster\.example:19080/i,
    );
    clock.pass(30_000);
    expect(await outcome).toMatchObject({
      problem: 'connect',
      code: 'CONNECT_TIMEOUT',
      message: `no connection through the proxy http://127.0.0.1:${silent.port} within 30 s`,
      sent: false,
    });
    await connection.clientClosed;
  });

  it('has one connect timeout for the tunnel and the TLS handshake', async () => {
    const clock = standingClock();
    const mute = await startRawServer(async ({ request, send }) => {
      await request();
      clock.pass(29_999);
      send('HTTP/1.1 200 OK\r\n\r\n');
    });
    const options = { clock, proxy: proxyAt(mute.port), connectTimeoutMs: 30_000, host: 'cluster.example' };
    const outcome = exchangesWith(19080, { trust: trusting({}) }, options).post();
    const connection = await mute.connection(0);
    await expect.poll(() => connection.received()).toMatch(/\r\n\r\n\u0016\u0003/);
    clock.pass(1);
    expect(await outcome).toMatchObject({ problem: 'connect', code: 'CONNECT_TIMEOUT', sent: false });
    await connection.clientClosed;
  });

  it('ends when the step is cancelled', async () => {
    const silent = await startRawServer();
    const controller = new AbortController();
    const options = { proxy: proxyAt(silent.port), host: 'cluster.example' };
    const { post, transport } = exchangesWith(19080, { trust: trusting({}) }, options);
    const outcome = post({ signal: controller.signal });
    const connection = await silent.connection(0);
    await connection.request();
    controller.abort();
    expect(await outcome).toMatchObject({ problem: 'cancelled', sent: false });
    transport.close();
    await connection.clientClosed;
  });

  it('fails when the proxy closes it without an answer', async () => {
    const closing = await startRawServer(async ({ request, socket }) => {
      await request();
      socket.end();
    });
    const options = { proxy: proxyAt(closing.port), host: 'cluster.example' };
    const outcome = await exchangesWith(19080, { trust: trusting({}) }, options).post();
    expect(outcome).toMatchObject({ problem: 'connect', code: 'ECONNRESET', sent: false });
  });
});
