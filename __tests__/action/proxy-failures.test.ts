// A proxy that cannot be reached or fails: the committed bundle as a process. The author is sent to the proxy alone.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { authority } from '../support/certificates.js';
import { type ConnectionHandler, refusingPort, startRawServer } from '../support/raw-server.js';
import { type Run, runAction } from '../support/run-action.js';
import { annotation } from '../support/run-report.js';
import { exchangesWith, trusting } from '../support/secure-exchange.js';
import { standingClock } from '../support/standing-clock.js';
import { post, sending, transportFor } from '../support/transports.js';

const endpoints = { https_proxy: 'https://cluster.example', http_proxy: 'http://cluster.example' } as const;
type Variable = keyof typeof endpoints;
const both: readonly Variable[] = ['https_proxy', 'http_proxy'];

function commitThrough(variable: Variable, proxyUrl: string, maxAttempts = 1): Promise<Run> {
  const inputs = { endpoint: endpoints[variable], 'session-id': randomUUID(), 'max-attempts': String(maxAttempts) };
  return runAction(inputs, { [variable]: proxyUrl });
}

/** Names the proxy, and gives no advice about the endpoint. */
function expectBlameOn(proxyUrl: string, run: Run): void {
  expect(annotation(run)).toContain(proxyUrl);
  expect(annotation(run)).not.toMatch(/host and port of the endpoint|names no port|Check the endpoint|19080/);
}

describe('a proxy that cannot be reached', () => {
  it.each(both)('because nothing listens there is named, and tried again: %s', async (variable) => {
    const proxyUrl = `http://127.0.0.1:${await refusingPort()}`;
    const run = await commitThrough(variable, proxyUrl, 2);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2', 'error-code': 'ECONNREFUSED' });
    expect(annotation(run)).toContain(`cannot reach the proxy ${proxyUrl}: connect ECONNREFUSED`);
    expect(annotation(run)).toContain(`Check its URL in ${variable}`);
    expectBlameOn(proxyUrl, run);
  });

  it.each(both)('because its name does not exist is named, and not tried again: %s', async (variable) => {
    const run = await commitThrough(variable, 'http://proxy.invalid:3128', 2);
    expect(run.outputs['error-code']).toMatch(/^(?:ENOTFOUND|EAI_AGAIN)$/);
    expect(annotation(run)).toContain('cannot reach the proxy http://proxy.invalid:3128: getaddrinfo');
    if (run.outputs['error-code'] === 'ENOTFOUND') {
      expect(run.outputs['attempts']).toBe('1');
      expect(annotation(run)).toContain('cannot resolve the host name of the proxy http://proxy.invalid:3128');
    }
    expectBlameOn('http://proxy.invalid:3128', run);
  });

  it.each(both)('because it does not use TLS, although its URL says so, is named: %s', async (variable) => {
    const server = await startRawServer(({ send }) => send('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const proxyUrl = `https://127.0.0.1:${server.port}`;
    const run = await commitThrough(variable, proxyUrl);
    expect(annotation(run)).toMatch(
      /cannot reach the proxy \S+: TLS error: (?:wrong version number|packet length too long)/,
    );
    expect(annotation(run)).toContain(`Its URL in ${variable} must begin with http://`);
    expect(run.outputs['attempts']).toBe('1');
    expectBlameOn(proxyUrl, run);
  });

  it.each(both)('because it ends every TLS handshake is named: %s', async (variable) => {
    const server = await startRawServer(({ socket }) => void socket.once('data', () => socket.destroy()));
    const proxyUrl = `https://127.0.0.1:${server.port}`;
    const run = await commitThrough(variable, proxyUrl, 2);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2', 'error-code': 'ECONNRESET' });
    expect(annotation(run)).toContain(`cannot reach the proxy ${proxyUrl}: `);
    expectBlameOn(proxyUrl, run);
  });
});

describe('a proxy that fails', () => {
  it.each<readonly [string, ConnectionHandler, string]>([
    ['without a word', sending('', 'end'), 'ECONNRESET'],
    ['by a reset', sending('', 'reset'), 'ECONNRESET'],
    ['in another protocol', sending('SSH-2.0-OpenSSH_9.9\r\n', 'end'), 'HPE_INVALID_CONSTANT'],
    ['in the middle of its answer', sending('HTTP/1.1 200 Conn', 'end'), 'ECONNRESET'],
    ['with 502', sending('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n', 'end'), 'PROXY_FAILED'],
    ['with 503', sending('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n', 'end'), 'PROXY_FAILED'],
    ['with 504', sending('HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n', 'end'), 'PROXY_FAILED'],
  ])('to open a tunnel, %s, is named and tried again', async (_, peer, code) => {
    const server = await startRawServer(peer);
    const run = await commitThrough('https_proxy', server.url, 2);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2', 'error-code': code });
    expect(annotation(run)).toContain(`the proxy ${server.url} `);
    expectBlameOn(server.url, run);
  });

  it.each([
    '400 Bad Request',
    '403 Forbidden',
    '405 Method Not Allowed',
    '407 Proxy Authentication Required',
    '501 Not Implemented',
  ])('to open a tunnel with %s is named and not tried again', async (statusLine) => {
    const server = await startRawServer(sending(`HTTP/1.1 ${statusLine}\r\nContent-Length: 0\r\n\r\n`, 'end'));
    const run = await commitThrough('https_proxy', server.url, 2);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '1', 'error-code': 'PROXY_REFUSED' });
    expectBlameOn(server.url, run);
  });

  it.each<readonly [string, ConnectionHandler, string]>([
    ['without a word', sending('', 'end'), 'ECONNRESET'],
    ['in another protocol', sending('SSH-2.0-OpenSSH_9.9\r\n', 'end'), 'HPE_INVALID_CONSTANT'],
    ['with an impossible status', sending('HTTP/1.1 099 x\r\nContent-Length: 0\r\n\r\n', 'end'), 'INVALID_RESPONSE'],
  ])('to pass on a request, %s, leaves the commit unknown and is named', async (_, peer, code) => {
    const server = await startRawServer(peer);
    const run = await commitThrough('http_proxy', server.url);
    expect(run.outputs).toMatchObject({ result: 'unknown', attempts: '1', 'error-code': code });
    expect(annotation(run)).toContain(`from the proxy ${server.url} (${code})`);
    expect(annotation(run)).not.toMatch(/host and port of the endpoint|Check the endpoint/);
  });
});

describe('a failed exchange', () => {
  const proxyAt = (port: number) => ({ name: `http://127.0.0.1:${port}`, host: '127.0.0.1', port, secure: false });
  const trust = trusting({});

  it('is at the proxy as long as the tunnel is not open', async () => {
    const clock = standingClock();
    const silent = await startRawServer();
    const options = { clock, proxy: proxyAt(silent.port), host: 'cluster.example' };
    const outcome = exchangesWith(19080, { trust }, options).post();
    await (await silent.connection(0)).request();
    clock.pass(30_000);
    expect(await outcome).toMatchObject({ code: 'CONNECT_TIMEOUT', sent: false, atProxy: true });
  });

  it('is at the proxy when its deadline passes while the tunnel is not open, and says that there is no connection', async () => {
    const clock = standingClock();
    const silent = await startRawServer();
    const options = { clock, proxy: proxyAt(silent.port), host: 'cluster.example' };
    const outcome = exchangesWith(19080, { trust }, options).post({ deadlineMs: 13_983 });
    await (await silent.connection(0)).request();
    clock.pass(13_983);
    expect(await outcome).toMatchObject({
      problem: 'deadline',
      sent: false,
      atProxy: true,
      message: `no connection through the proxy http://127.0.0.1:${silent.port} within 14 s`,
    });
  });

  it('is at the endpoint once the tunnel is open', async () => {
    const server = await startRawServer(async ({ request, send, socket }) => {
      await request();
      send('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.once('data', () => socket.destroy());
    });
    const options = { proxy: proxyAt(server.port), host: 'cluster.example' };
    expect(await exchangesWith(19080, { trust }, options).post()).toMatchObject({
      problem: 'connect',
      sent: false,
      atProxy: false,
    });
  });

  it('is at the endpoint where there is no proxy', async () => {
    const request = post(`http://127.0.0.1:${await refusingPort()}`);
    await expect(transportFor().exchange(request)).rejects.toMatchObject({ code: 'ECONNREFUSED', atProxy: false });
  });
});

describeWith(['openssl'], 'the reason of a failed TLS handshake', () => {
  it.each([
    [
      'a server without TLS',
      'HTTP/1.1 400 Bad Request\r\n\r\n',
      /TLS error: (?:wrong version number|packet length too long)/,
    ],
    [
      'a server that does not know the authority',
      '\u0015\u0003\u0003\u0000\u0002\u0002\u0030',
      /TLS alert from the other side: unknown CA/,
    ],
    [
      'a server without a common version',
      '\u0015\u0003\u0003\u0000\u0002\u0002\u0046',
      /TLS alert from the other side: protocol version/,
    ],
    [
      'a server without a common cipher',
      '\u0015\u0003\u0003\u0000\u0002\u0002\u0028',
      /TLS alert from the other side: handshake failure/,
    ],
  ])('is shown without the internals of OpenSSL: %s', async (_, bytes, reason) => {
    const server = await startRawServer(({ socket }) => void socket.write(bytes, 'latin1'));
    const endpoint = `https://127.0.0.1:${server.port}`;
    const inputs = { endpoint, 'session-id': randomUUID(), 'server-ca': authority().certificate };
    const run = await runAction(inputs, { RUNNER_DEBUG: '1' });
    expect(annotation(run)).toMatch(reason);
    const shown = [run.stdout, run.summary, ...Object.values(run.outputs)].join('\n');
    expect(shown).not.toMatch(/:error:|SSL routines|\.c:\d+/);
  });
});
