// TLS handshakes: how many a request takes, that a PFX adds no trusted authority, and when they end early.
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { connect, type SecureContextOptions, type TlsOptions } from 'node:tls';
import { expect, it } from 'vitest';
import type { ServerTrust } from '../../../src/http/server-trust.js';
import type { ClientCertificateOptions } from '../../../src/http/tls-verify.js';
import { describeWith } from '../../peers/programs.js';
import {
  authority,
  type ClientKind,
  clientIdentity,
  otherAuthority,
  serverIdentity,
  thumbprints,
} from '../../support/certificates.js';
import { timersOf } from '../../support/kernel-timers.js';
import { pfxFile } from '../../support/key-files.js';
import { type ConnectionHandler, startRawServer } from '../../support/raw-server.js';
import { exchangesWith, trusting } from '../../support/secure-exchange.js';
import { noKernelTimers, why } from '../../support/skips.js';
import { standingClock } from '../../support/standing-clock.js';
import { startTlsServer } from '../../support/tls-server.js';

function pem(kind: ClientKind): ClientCertificateOptions {
  const { certificate, chain, key } = clientIdentity(kind);
  return { cert: `${certificate}${chain}`, key };
}

/** A PFX that also contains another authority. */
function pfx(kind: ClientKind, chain: string = otherAuthority().certificate): ClientCertificateOptions {
  return { pfx: pfxFile({ ...clientIdentity(kind), chain }, 'modern', 'p'), passphrase: 'p' };
}

const trustTestRoot = (): ServerTrust => trusting({ serverCa: authority().certificate });
const asking: TlsOptions = { requestCert: true, rejectUnauthorized: true };
const both = ['TLSv1.2', 'TLSv1.3'] as const;

describeWith(['openssl'], 'a TLS handshake', () => {
  it.each(both)('of %s is made once for several requests', async (maxVersion) => {
    const server = await startTlsServer({ ...asking, maxVersion });
    const { post, fallbacks } = exchangesWith(server.port, { trust: trustTestRoot(), tls: pem('ec') });
    for (let times = 0; times < 3; times += 1) expect(await post()).toMatchObject({ status: 200 });
    expect(server.requests).toEqual(['client ec', 'client ec', 'client ec']);
    expect(server.versions).toEqual([maxVersion, maxVersion, maxVersion]);
    expect(server.connections).toBe(1);
    expect(fallbacks).toEqual([]);
  });

  it.skipIf(noKernelTimers)(`leaves a connection with TCP keep-alive${why(noKernelTimers)}`, async () => {
    const server = await startTlsServer();
    await exchangesWith(server.port, { trust: trustTestRoot() }).post();
    expect(timersOf(server.port)).toEqual(['keep-alive']);
  });

  it('is not repeated without a client certificate', async () => {
    const server = await startTlsServer();
    await exchangesWith(server.port, { trust: trustTestRoot() }).post();
    expect(server).toMatchObject({ connections: 1, versions: ['TLSv1.3'] });
  });

  it('is repeated with TLS 1.2 when the server requested no certificate, and the next one starts with TLS 1.2', async () => {
    const server = await startTlsServer();
    server.server.maxRequestsPerSocket = 1;
    const { post, fallbacks } = exchangesWith(server.port, { trust: trustTestRoot(), tls: pem('ec') });
    await post();
    expect(server.connections).toBe(2);
    await post();
    expect(server).toMatchObject({ connections: 3, versions: ['TLSv1.2', 'TLSv1.2'] });
    expect(fallbacks).toEqual(['postHandshake']);
  });

  it('returns to TLS 1.3 when the server speaks nothing else, and the next one starts with TLS 1.3', async () => {
    const server = await startTlsServer({ minVersion: 'TLSv1.3' });
    server.server.maxRequestsPerSocket = 1;
    const { post, fallbacks } = exchangesWith(server.port, { trust: trustTestRoot(), tls: pem('ec') });
    await post();
    expect(server.connections).toBe(3);
    await post();
    expect(server).toMatchObject({ connections: 4, versions: ['TLSv1.3', 'TLSv1.3'], requests: ['', ''] });
    expect(fallbacks).toEqual(['notSupported']);
  });

  it('that the server ends because no certificate came counts as not sent', async () => {
    const { port, requests } = await startTlsServer({ ...asking, maxVersion: 'TLSv1.2' });
    const error = await exchangesWith(port, { trust: trustTestRoot() }).post();
    expect(error).toMatchObject({
      problem: 'connect',
      sent: false,
      permanent: true,
      code: expect.stringMatching(/^ERR_SSL_.*ALERT/),
    });
    expect(requests).toEqual([]);
  });
});

describeWith(['openssl'], 'a client certificate in a PFX', () => {
  const pinned = (): ServerTrust =>
    trusting({ thumbprints: thumbprints(serverIdentity('ofOtherAuthority').certificate).sha1 });

  it.each(both)('takes one more handshake of %s, once, when authorities verify the server', async (maxVersion) => {
    const server = await startTlsServer({ requestCert: true, rejectUnauthorized: false, maxVersion });
    server.server.maxRequestsPerSocket = 1;
    const { post } = exchangesWith(server.port, { trust: trustTestRoot(), tls: pfx('rsa') });
    await post();
    expect(server.connections).toBe(2);
    await post();
    expect(server).toMatchObject({ connections: 3, requests: ['client rsa', 'client rsa'] });
  });

  it.each<[string, () => ServerTrust]>([
    ['a thumbprint verifies the server', pinned],
    ['verification is disabled', () => ({ kind: 'insecure' })],
  ])('takes no further handshake when %s', async (_, trust) => {
    const server = await startTlsServer(asking, 'ofOtherAuthority');
    await exchangesWith(server.port, { trust: trust(), tls: pfx('rsa') }).post();
    expect(server).toMatchObject({ connections: 1, requests: ['client rsa'] });
  });

  it('does not make the authorities in the file trusted', async () => {
    const { port, requests } = await startTlsServer({}, 'ofOtherAuthority');
    // What Node.js does without this protection.
    const options: SecureContextOptions = { ca: authority().certificate, ...pfx('rsa') };
    const left = connect({ host: '127.0.0.1', port, ...options });
    await once(left, 'secureConnect');
    expect(left.authorized).toBe(true);
    left.destroy();

    for (const trust of [
      trustTestRoot(),
      trusting({ commonNames: 'cluster', serverCa: authority().certificate }),
      trusting({}),
    ]) {
      const error = await exchangesWith(port, { trust, tls: pfx('rsa') }).post();
      expect(error).toMatchObject({ problem: 'connect', code: expect.stringMatching(/^UNABLE_TO_/) });
    }
    expect(requests).toEqual([]);
  });

  it('is not sent to another server than the one that was verified', async () => {
    const good = await startTlsServer({ requestCert: true, rejectUnauthorized: false });
    const foreign = await startTlsServer(asking, 'ofOtherAuthority');
    const relay = await startRawServer(...[good, foreign].map(({ port }) => relayTo(port)));
    const error = await exchangesWith(relay.port, { trust: trustTestRoot(), tls: pfx('rsa') }).post();
    expect(error).toMatchObject({ code: 'CERTIFICATE_CHANGED', sent: false, permanent: true });
    expect([...good.requests, ...foreign.requests]).toEqual([]);
  });

  it('has its own error code when the server cannot be verified before', async () => {
    const { port, requests } = await startTlsServer({ ...asking, maxVersion: 'TLSv1.2' });
    const error = await exchangesWith(port, { trust: trustTestRoot(), tls: pfx('rsa') }).post();
    expect(error).toMatchObject({ code: 'PFX_NOT_USABLE', sent: false, permanent: true });
    expect(requests).toEqual([]);
    expect(await exchangesWith(port, { trust: trustTestRoot(), tls: pem('rsa') }).post()).toMatchObject({
      status: 200,
    });
  });
});

describeWith(['openssl'], 'an idle TLS connection', () => {
  it.each([
    ['bytes that are not TLS', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['a record that cannot be decrypted', '\u0017\u0003\u0003\u0000\u0020'.padEnd(37, 'x')],
    ['an alert', '\u0015\u0003\u0003\u0000\u0002\u0002\u0050'],
  ])('that receives %s ends without an error of the process', async (_, bytes) => {
    const { port, requests } = await startTlsServer();
    const relay = await startRawServer(relayTo(port));
    const { post } = exchangesWith(relay.port, { trust: trustTestRoot() });
    expect(await post()).toMatchObject({ status: 200 });
    const first = await relay.connection(0);
    first.socket.write(bytes, 'latin1');
    await first.clientClosed;
    expect(await post()).toMatchObject({ status: 200 });
    expect([relay.connections.length, requests.length]).toEqual([2, 2]);
  });
});

/** Forwards all bytes in both directions. */
function relayTo(port: number): ConnectionHandler {
  return ({ socket }) => {
    const other = createConnection({ host: '127.0.0.1', port });
    // The raw server reads latin1 text, which preserves every byte.
    socket.on('data', (text: string) => other.write(text, 'latin1'));
    other.on('data', (bytes) => socket.write(bytes));
    socket.once('close', () => other.destroy());
    other.once('close', () => socket.destroy());
    other.on('error', () => undefined);
  };
}

describeWith(['openssl'], 'a TLS handshake that does not finish', () => {
  it('ends with the connect timeout', async () => {
    const clock = standingClock();
    const silent = await startRawServer();
    const outcome = exchangesWith(silent.port, { trust: trustTestRoot() }, { clock, connectTimeoutMs: 30_000 }).post();
    const connection = await silent.connection(0);
    await once(connection.socket, 'data');
    clock.pass(30_000);
    expect(await outcome).toMatchObject({
      problem: 'connect',
      code: 'CONNECT_TIMEOUT',
      message: 'no connection within 30 s',
      sent: false,
    });
    await connection.clientClosed;
  });

  it('shares the connect timeout with the handshake after it', async () => {
    const clock = standingClock();
    const { port } = await startTlsServer();
    const relay = await startRawServer(relayTo(port), () => undefined);
    const outcome = exchangesWith(
      relay.port,
      { trust: trustTestRoot(), tls: pem('ec') },
      { clock, connectTimeoutMs: 30_000 },
    ).post();
    const second = await relay.connection(1);
    await once(second.socket, 'data');
    clock.pass(30_000);
    expect(await outcome).toMatchObject({ code: 'CONNECT_TIMEOUT', sent: false });
    await second.clientClosed;
  });

  it('ends when the step is cancelled and when its deadline is over', async () => {
    const clock = standingClock();
    const silent = await startRawServer();
    const controller = new AbortController();
    const { post } = exchangesWith(silent.port, { trust: trustTestRoot() }, { clock });
    const cancelled = post({ signal: controller.signal });
    await once((await silent.connection(0)).socket, 'data');
    controller.abort();
    expect(await cancelled).toMatchObject({ problem: 'cancelled', sent: false });

    const late = post({ deadlineMs: 16_000 });
    await once((await silent.connection(1)).socket, 'data');
    clock.pass(16_000);
    expect(await late).toMatchObject({ problem: 'deadline', sent: false });
  });

  it('fails as a connection when the server closes it', async () => {
    const server = await startRawServer(({ socket }) => void socket.once('data', () => socket.end()));
    const error = await exchangesWith(server.port, { trust: trustTestRoot(), tls: pem('ec') }).post();
    expect(error).toMatchObject({ problem: 'connect', code: 'ECONNRESET', sent: false, permanent: false });
    expect(server.connections).toHaveLength(1);
  });
});
