// A host name that ends with a dot: kept for resolvers, left out of what names the server.
import dns from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { TLSSocket } from 'node:tls';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { tlsHost, withoutTrailingDot } from '../../../src/http/address.js';
import { describeWith } from '../../peers/programs.js';
import { authority, nameBehindProxy, serverIdentity } from '../../support/certificates.js';
import { answering, startRawServer } from '../../support/raw-server.js';
import { exchangesWith, trusting } from '../../support/secure-exchange.js';
import { ok, post, transportFor } from '../../support/transports.js';

const dotted = `${nameBehindProxy}.`;

/** Makes every name lead to this machine. Returns the names that were asked for. */
function resolveToThisMachine(): readonly string[] {
  const names: string[] = [];
  vi.spyOn(dns, 'lookup').mockImplementation(((name: string, _options: unknown, callback: unknown) => {
    names.push(name);
    if (typeof callback === 'function') callback(null, [{ address: '127.0.0.1', family: 4 }]);
  }) as typeof dns.lookup);
  onTestFinished(() => void vi.restoreAllMocks());
  return names;
}

/** An https server that records how it was addressed. */
async function startServer(kind: 'good' | 'otherName' = 'good') {
  const { certificate: cert, key } = serverIdentity(kind);
  const seen: { serverName: string | false | null | undefined; host: string | undefined }[] = [];
  const server = createServer({ cert, key }, ({ socket, headers }, response) => {
    seen.push({ serverName: socket instanceof TLSSocket ? socket.servername : undefined, host: headers.host });
    response.end();
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

describeWith(['openssl'], 'a trailing dot of an https endpoint', () => {
  const trust = trusting({ serverCa: authority().certificate });

  it('is given to the resolver, and neither to the server nor to the verification of its name', async () => {
    const { port, seen } = await startServer();
    const names = resolveToThisMachine();
    expect(await exchangesWith(port, { trust }, { host: dotted }).post()).toMatchObject({ status: 200 });
    expect(names).toEqual([dotted]);
    expect(seen).toEqual([{ serverName: nameBehindProxy, host: `${nameBehindProxy}:${port}` }]);
  });

  it('does not make a certificate for another name acceptable', async () => {
    const { port, seen } = await startServer('otherName');
    resolveToThisMachine();
    expect(await exchangesWith(port, { trust }, { host: dotted }).post()).toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      message: expect.stringContaining(`is not for the name ${nameBehindProxy}. It presented`),
      sent: false,
    });
    expect(seen).toEqual([]);
  });

  it('is given to the proxy, which resolves the name', async () => {
    const { port, seen } = await startServer();
    const proxy = await startRawServer(async ({ request, send, socket }) => {
      await request();
      const onward = connect({ host: '127.0.0.1', port });
      socket.on('data', (text: string) => onward.write(text, 'latin1'));
      onward.on('data', (bytes) => socket.write(bytes));
      onward.on('error', () => undefined).once('close', () => socket.destroy());
      socket.once('close', () => onward.destroy());
      send('HTTP/1.1 200 Connection established\r\n\r\n');
    });
    const forwardProxy = { name: proxy.url, host: '127.0.0.1', port: proxy.port, secure: false };
    const { post: commit } = exchangesWith(port, { trust }, { host: dotted, proxy: forwardProxy });
    expect(await commit()).toMatchObject({ status: 200 });
    expect(proxy.requests()[0]).toMatch(new RegExp(`^CONNECT ${dotted}:${port} HTTP/1.1\r\n`));
    expect(seen).toEqual([{ serverName: nameBehindProxy, host: `${nameBehindProxy}:${port}` }]);
  });
});

describe('a trailing dot of an http endpoint', () => {
  it('is given to the resolver, and left out of the Host header', async () => {
    const server = await startRawServer(answering(ok));
    const names = resolveToThisMachine();
    await transportFor().exchange(post(`http://${dotted}:${server.port}/base`));
    expect(names).toEqual([dotted]);
    expect(server.requests()[0]).toContain(`\r\nHost: ${nameBehindProxy}:${server.port}\r\n`);
  });
});

describe('a host name without its trailing dot', () => {
  it.each([
    ['cluster.example.', 'cluster.example'],
    ['cluster.example', 'cluster.example'],
    ['cluster.', 'cluster'],
    ['.', '.'],
    ['cluster..', 'cluster..'],
    ['::1', '::1'],
  ])('is, of %s, %s', (host, expected) => {
    expect(withoutTrailingDot(host)).toBe(expected);
  });

  it('is what server name indication has, while an address has none', () => {
    expect(tlsHost('cluster.')).toEqual({ host: 'cluster.', servername: 'cluster' });
    expect(tlsHost('127.0.0.1')).toEqual({ host: '127.0.0.1' });
  });
});
