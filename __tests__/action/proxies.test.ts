// Stories through proxies: real ones with their passwords and refusals, and two that no program would be.
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
// Not a loopback by name, and yet this machine.
const thisMachine = '0.0.0.0';

const identity = () => {
  const { certificate, key } = clientIdentity('ec');
  return { 'client-certificate': certificate, 'client-key': key, 'server-ca': authority().certificate };
};

describeWith(['nginx', 'openssl', 'squid', 'tinyproxy'], 'through a proxy', () => {
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
  it.each(named)('%s the good path costs one request and one tunnel', async (name) => {
    const proxy = await proxies[name]();
    const { run, posts } = await commitThrough({ HTTPS_PROXY: proxy.url });
    expect(run).toMatchObject({ exitCode: 0, stderr: '', outputs: { attempts: '1' } });
    expect(run.stdout).toContain(`Through the proxy ${proxy.url}\n`);
    expect(posts).toBe(1);
    await expect.poll(() => proxy.requests()).toEqual([`CONNECT ${thisMachine}:${cluster.port}`]);
  });

  it.each(named)('%s with a password, which works and is never shown', async (name) => {
    const proxy = await proxies[name]({ user });
    const url = `http://${user.name}:${user.password}@127.0.0.1:${proxy.port}`;
    const { run, posts } = await commitThrough({ https_proxy: url, RUNNER_DEBUG: '1' });
    expect(run.exitCode).toBe(0);
    expect(posts).toBe(1);
    expect(run.stdout).toContain(`Through the proxy ${proxy.url}\n`);
    expectHidden(run, user.password);
    expectHidden(run, Buffer.from(`${user.name}:${user.password}`).toString('base64'));
  });

  it('squid with a percent-encoded password', async () => {
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
  ] as const)('%s with %s password is refused once: %i', async (name, which, status) => {
    const proxy = await proxies[name]({ user });
    const login = which === 'no' ? '' : `${user.name}:another@`;
    const { run, posts } = await commitThrough({ https_proxy: `http://${login}127.0.0.1:${proxy.port}` });
    expect(annotation(run)).toMatch(new RegExp(`the proxy ${proxy.url} answered ${status} [\\w ]+ to CONNECT`));
    expect(annotation(run)).toContain(
      'Nothing was sent. 407 and 401 mean that the proxy requires a user and a password',
    );
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'error-code': 'PROXY_REFUSED' });
    expectHidden(run, 'another');
    expect(posts).toBe(0);
  });

  it.each(named)('%s that lets nobody through is asked once', async (name) => {
    const proxy = await proxies[name]({ refusing: true });
    const { run, posts } = await commitThrough({ https_proxy: proxy.url });
    expect(annotation(run)).toMatch(new RegExp(`the proxy ${proxy.url} answered 403 [\\w ]+ to CONNECT`));
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'error-code': 'PROXY_REFUSED' });
    expect(proxy.requests()).toHaveLength(1);
    expect(posts).toBe(0);
  });

  it('squid that does not reach the cluster is a connection that failed', async () => {
    const proxy = await startSquid();
    const endpoint = `https://${nameBehindProxy}:${await refusingPort()}`;
    const { run } = await commitThrough({ https_proxy: proxy.url }, { endpoint, 'max-attempts': '2' });
    expect(annotation(run)).toMatch(
      /in the last of 2 attempts the runner could not connect: the proxy http:\/\/127\.0\.0\.1:\d+ answered 503 .* to CONNECT \(PROXY_FAILED\)/,
    );
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2', 'error-code': 'PROXY_FAILED' });
    expect(proxy.requests()).toHaveLength(2);
  });

  it.each(['502 Bad Gateway', '504 Gateway Timeout'])('failing with %s it is tried again', async (statusLine) => {
    const proxy = await startFailingProxy(statusLine);
    const { run } = await commitThrough({ https_proxy: proxy.url }, { 'max-attempts': '2' });
    expect(annotation(run)).toContain(`the proxy ${proxy.url} answered ${statusLine} to CONNECT`);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2', 'error-code': 'PROXY_FAILED' });
    expect(proxy.requests()).toHaveLength(2);
  });

  it('a server that is not believed sees no request', async () => {
    const proxy = await startSquid();
    const thumbprint = { 'server-certificate-thumbprints': 'a'.repeat(40), 'server-ca': '' };
    const before = (await cluster.frontEnd.requests()).length;
    const { run, posts } = await commitThrough({ https_proxy: proxy.url }, thumbprint);
    expect(run.outputs).toMatchObject({ attempts: '1', 'error-code': 'CERTIFICATE_THUMBPRINT_MISMATCH' });
    expect(posts).toBe(0);
    expect(await cluster.frontEnd.requests()).toHaveLength(before);
  });

  it.each([{ no_proxy: thisMachine }, { NO_PROXY: '*' }])('with %j it is gone around', async (environment) => {
    const proxy = await startSilentProxy();
    const { run } = await commitThrough({ https_proxy: proxy.url, ...environment });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).not.toContain('Through the proxy');
    expect(proxy.requests()).toEqual([]);
  });

  it.each(['127.0.0.1', 'localhost'])('a cluster at %s is reached without it', async (host) => {
    const proxy = await startSilentProxy();
    const { run } = await commitThrough({ https_proxy: proxy.url }, { endpoint: `https://${host}:${cluster.port}` });
    expect(run.exitCode).toBe(0);
    expect(proxy.requests()).toEqual([]);
  });

  it.each(named)('%s an http endpoint is asked for by its whole address', async (name) => {
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
    ['tinyproxy', 'the wrong', /answered 401/, 'may have answered instead of the cluster. If so, it requires a user'],
  ] as const)('%s with %s password an http endpoint is refused in its name', async (name, which, line, advice) => {
    const proxy = await proxies[name]({ user });
    const login = which === 'no' ? '' : `${user.name}:another@`;
    const inputs = { endpoint: `http://${thisMachine}:${cluster.gateway.port}`, 'session-id': randomUUID() };
    const run = await runAction(inputs, { http_proxy: `http://${login}127.0.0.1:${proxy.port}` });
    expect(annotation(run)).toMatch(line);
    expect(annotation(run)).toContain(`The proxy ${proxy.url} ${advice}`);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1' });
  });

  it('that lets nobody through to an http endpoint is named', async () => {
    const proxy = await startSquid({ refusing: true });
    const inputs = { endpoint: `http://${thisMachine}:${cluster.gateway.port}`, 'session-id': randomUUID() };
    const run = await runAction(inputs, { HTTP_PROXY: proxy.url });
    expect(annotation(run)).toContain(`The proxy ${proxy.url} may have answered instead of the cluster.`);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'status-code': '403' });
  });

  /** A CONNECT proxy that is itself spoken to in TLS. */
  async function startTlsProxy(): Promise<{ url: string; asked: string[] }> {
    const { certificate: cert, key } = serverIdentity('good');
    const asked: string[] = [];
    const server = createHttpsServer({ cert, key });
    server.on('connect', ({ url = '' }, socket, head) => {
      asked.push(url);
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
    return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  it('spoken to in TLS, which the authorities of the runner vouch for', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'authorities.pem': authority().certificate });
    const authorities = join(folder, 'authorities.pem');
    const proxy = await startTlsProxy();
    const { run, posts } = await commitThrough({ https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authorities });
    expect(run).toMatchObject({ exitCode: 0, outputs: { attempts: '1' } });
    expect(posts).toBe(1);
    expect(proxy.asked).toEqual([`${thisMachine}:${cluster.port}`]);
  });

  it('spoken to in TLS, whose own certificate is not accepted, says so', async () => {
    const proxy = await startTlsProxy();
    const { run } = await commitThrough({ https_proxy: proxy.url });
    expect(annotation(run)).toContain(`the certificate of the proxy ${proxy.url} was not accepted: `);
    expect(annotation(run)).toContain('NODE_EXTRA_CA_CERTS names a file with additional authorities.');
    expect(run.outputs).toMatchObject({ attempts: '1', 'error-code': 'PROXY_CERTIFICATE' });
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    ['https_proxy', 'socks5://user:hidden@127.0.0.1:1080', 'names a proxy of the kind "socks5:"'],
    ['HTTPS_PROXY', 'http://user:hidden@:3128', 'does not hold the URL of a proxy'],
  ])('that %s does not name rightly: %s', async (variable, value, words) => {
    const { run } = await commitThrough({ [variable]: value });
    expect(annotation(run)).toContain(`The environment variable ${variable} ${words}`);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '0', 'error-code': 'INVALID_INPUT' });
    expectHidden(run, 'hidden');
  });
});

describe('a connection through a proxy', () => {
  const proxyAt = (port: number) => ({ name: `http://127.0.0.1:${port}`, host: '127.0.0.1', port, secure: false });

  it('that takes the question and never answers is over with the connect budget', async () => {
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
    await connection.left;
  });

  it('that opens a tunnel to nobody shares the budget with the handshake', async () => {
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
    await connection.left;
  });

  it('is given up when the step is cancelled', async () => {
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
    await connection.left;
  });

  it('that the proxy ends without a word failed', async () => {
    const rude = await startRawServer(async ({ request, socket }) => {
      await request();
      socket.end();
    });
    const options = { proxy: proxyAt(rude.port), host: 'cluster.example' };
    const outcome = await exchangesWith(19080, { trust: trusting({}) }, options).post();
    expect(outcome).toMatchObject({ problem: 'connect', code: 'ECONNRESET', sent: false });
  });
});
