// Handshakes, counted: how many one request costs, what a PFX may not do, and when they are given up.
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, createConnection } from 'node:net';
import { connect, type SecureContextOptions, TLSSocket, type TlsOptions } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import type { Credentials } from '../../../src/connection/credentials.js';
import type { Trust } from '../../../src/http/server-trust.js';
import { cancellable } from '../../../src/runner/signals.js';
import { describeWith } from '../../peers/programs.js';
import {
  authority,
  type ClientKind,
  clientIdentity,
  otherAuthority,
  type ServerKind,
  serverIdentity,
  thumbprints,
} from '../../support/certificates.js';
import { hasKernelTimers, timersOf } from '../../support/kernel-timers.js';
import { pfxFile } from '../../support/key-files.js';
import { type Peer, startRawServer } from '../../support/raw-server.js';
import { exchangesWith, trusting } from '../../support/secure-exchange.js';
import { standingClock } from '../../support/standing-clock.js';

type Tls = NonNullable<Credentials['tls']>;

interface Counted {
  port: number;
  /** Connections so far. One that is dropped right after its handshake may be gone before the server has seen its end. */
  readonly connections: number;
  /** The TLS version of each request's connection. */
  versions: string[];
  /** The client's name with each request; empty without one. */
  requests: string[];
  server: Server;
}

/** A server that asks for a client certificate, or not, in the handshake. */
async function startServer(options: TlsOptions = {}, kind: ServerKind = 'good'): Promise<Counted> {
  const { certificate: cert, key } = serverIdentity(kind);
  let connections = 0;
  const versions: string[] = [];
  const requests: string[] = [];
  const server = createServer({ cert, key, ca: authority().certificate, ...options }, ({ socket }, answer) => {
    if (!(socket instanceof TLSSocket)) throw new Error('not TLS');
    versions.push(socket.getProtocol() ?? '');
    requests.push(String(socket.getPeerCertificate().subject?.CN ?? ''));
    answer.end();
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    versions,
    requests,
    server,
    get connections() {
      return connections;
    },
  };
}

function pem(kind: ClientKind): Tls {
  const { certificate, chain, key } = clientIdentity(kind);
  return { cert: `${certificate}${chain}`, key };
}

/** A PFX that brings a foreign authority along. */
function pfx(kind: ClientKind, chain: string = otherAuthority().certificate): Tls {
  return { pfx: pfxFile({ ...clientIdentity(kind), chain }, 'modern', 'p'), passphrase: 'p' };
}

const ours = (): Trust => trusting({ serverCa: authority().certificate });
const asking: TlsOptions = { requestCert: true, rejectUnauthorized: true };
const both = ['TLSv1.2', 'TLSv1.3'] as const;

describeWith(['openssl'], 'a handshake', () => {
  it.each(both)('of %s is made once for several requests', async (maxVersion) => {
    const server = await startServer({ ...asking, maxVersion });
    const { post, findings } = exchangesWith(server.port, { trust: ours(), tls: pem('ec') });
    for (let times = 0; times < 3; times += 1) expect(await post()).toMatchObject({ status: 200 });
    expect(server.requests).toEqual(['client ec', 'client ec', 'client ec']);
    expect(server.versions).toEqual([maxVersion, maxVersion, maxVersion]);
    expect(server.connections).toBe(1);
    expect(findings).toEqual([]);
  });

  it.skipIf(!hasKernelTimers)('leaves a connection that the kernel keeps alive', async () => {
    const server = await startServer();
    await exchangesWith(server.port, { trust: ours() }).post();
    expect(timersOf(server.port)).toEqual(['keep-alive']);
  });

  it('is not repeated without a certificate to show', async () => {
    const server = await startServer();
    await exchangesWith(server.port, { trust: ours() }).post();
    expect(server).toMatchObject({ connections: 1, versions: ['TLSv1.3'] });
  });

  it('is repeated with TLS 1.2 where nobody asked, and after that begins with it', async () => {
    const server = await startServer();
    server.server.maxRequestsPerSocket = 1;
    const { post, findings } = exchangesWith(server.port, { trust: ours(), tls: pem('ec') });
    await post();
    expect(server.connections).toBe(2);
    await post();
    expect(server).toMatchObject({ connections: 3, versions: ['TLSv1.2', 'TLSv1.2'] });
    expect(findings).toEqual(['postHandshake']);
  });

  it('goes back to TLS 1.3 where there is nothing else, and after that begins with it', async () => {
    const server = await startServer({ minVersion: 'TLSv1.3' });
    server.server.maxRequestsPerSocket = 1;
    const { post, findings } = exchangesWith(server.port, { trust: ours(), tls: pem('ec') });
    await post();
    expect(server.connections).toBe(3);
    await post();
    expect(server).toMatchObject({ connections: 4, versions: ['TLSv1.3', 'TLSv1.3'], requests: ['', ''] });
    expect(findings).toEqual(['notSupported']);
  });

  it('that the server ends for want of a certificate is no request that was sent', async () => {
    const { port, requests } = await startServer({ ...asking, maxVersion: 'TLSv1.2' });
    const error = await exchangesWith(port, { trust: ours() }).post();
    expect(error).toMatchObject({ problem: 'connect', sent: false, code: expect.stringMatching(/^ERR_SSL_.*ALERT/) });
    expect(requests).toEqual([]);
  });
});

describeWith(['openssl'], 'a PFX', () => {
  const pinned = (): Trust =>
    trusting({ thumbprints: thumbprints(serverIdentity('ofOtherAuthority').certificate).sha1 });

  it.each(both)('costs one more handshake of %s, once, where authorities count', async (maxVersion) => {
    const server = await startServer({ requestCert: true, rejectUnauthorized: false, maxVersion });
    server.server.maxRequestsPerSocket = 1;
    const { post } = exchangesWith(server.port, { trust: ours(), tls: pfx('rsa') });
    await post();
    expect(server.connections).toBe(2);
    await post();
    expect(server).toMatchObject({ connections: 3, requests: ['client rsa', 'client rsa'] });
  });

  it.each<[string, () => Trust]>([
    ['a thumbprint', pinned],
    ['nothing', () => ({ kind: 'insecure' })],
  ])('costs no more where %s decides', async (_, trust) => {
    const server = await startServer(asking, 'ofOtherAuthority');
    await exchangesWith(server.port, { trust: trust(), tls: pfx('rsa') }).post();
    expect(server).toMatchObject({ connections: 1, requests: ['client rsa'] });
  });

  it('does not make us believe the authority that it brings along', async () => {
    const { port, requests } = await startServer({}, 'ofOtherAuthority');
    // What Node makes of it, when left alone.
    const options: SecureContextOptions = { ca: authority().certificate, ...pfx('rsa') };
    const left = connect({ host: '127.0.0.1', port, ...options });
    await once(left, 'secureConnect');
    expect(left.authorized).toBe(true);
    left.destroy();

    for (const trust of [
      ours(),
      trusting({ commonNames: 'cluster', serverCa: authority().certificate }),
      trusting({}),
    ]) {
      const error = await exchangesWith(port, { trust, tls: pfx('rsa') }).post();
      expect(error).toMatchObject({ problem: 'connect', code: expect.stringMatching(/^UNABLE_TO_/) });
    }
    expect(requests).toEqual([]);
  });

  it('is not shown to another server than the one that was judged', async () => {
    const good = await startServer({ requestCert: true, rejectUnauthorized: false });
    const foreign = await startServer(asking, 'ofOtherAuthority');
    const relay = await startRawServer(...[good, foreign].map(({ port }) => relayTo(port)));
    const error = await exchangesWith(relay.port, { trust: ours(), tls: pfx('rsa') }).post();
    expect(error).toMatchObject({ code: 'CERTIFICATE_CHANGED', sent: false });
    expect([...good.requests, ...foreign.requests]).toEqual([]);
  });

  it('says what helps where the server does not let itself be judged first', async () => {
    const { port, requests } = await startServer({ ...asking, maxVersion: 'TLSv1.2' });
    const error = await exchangesWith(port, { trust: ours(), tls: pfx('rsa') }).post();
    expect(error).toMatchObject({ code: 'PFX_NOT_USABLE', sent: false });
    expect(requests).toEqual([]);
    expect(await exchangesWith(port, { trust: ours(), tls: pem('rsa') }).post()).toMatchObject({ status: 200 });
  });
});

/** A peer that passes on whatever comes, both ways. */
function relayTo(port: number): Peer {
  return ({ socket }) => {
    const other = createConnection({ host: '127.0.0.1', port });
    // The server's end of it gives latin1 text, which holds every byte as it was.
    socket.on('data', (text: string) => other.write(text, 'latin1'));
    other.on('data', (bytes) => socket.write(bytes));
    socket.once('close', () => other.destroy());
    other.once('close', () => socket.destroy());
    other.on('error', () => undefined);
  };
}

describeWith(['openssl'], 'a handshake that does not come to its end', () => {
  it('is over with the connect budget', async () => {
    const clock = standingClock();
    const silent = await startRawServer();
    const outcome = exchangesWith(silent.port, { trust: ours() }, { clock, connectMs: 30_000 }).post();
    const connection = await silent.connection(0);
    await once(connection.socket, 'data');
    clock.pass(30_000);
    expect(await outcome).toMatchObject({
      problem: 'connect',
      code: 'CONNECT_TIMEOUT',
      message: 'no connection within 30 s',
      sent: false,
    });
    await connection.left;
  });

  it('shares that budget with the handshake after it', async () => {
    const clock = standingClock();
    const { port } = await startServer();
    const relay = await startRawServer(relayTo(port), () => undefined);
    const outcome = exchangesWith(relay.port, { trust: ours(), tls: pem('ec') }, { clock, connectMs: 30_000 }).post();
    const second = await relay.connection(1);
    await once(second.socket, 'data');
    clock.pass(30_000);
    expect(await outcome).toMatchObject({ code: 'CONNECT_TIMEOUT', sent: false });
    await second.left;
  });

  it('is over when the step is cancelled, or its deadline is there', async () => {
    const clock = standingClock();
    const silent = await startRawServer();
    const cancellation = cancellable();
    const { post } = exchangesWith(silent.port, { trust: ours() }, { clock });
    const cancelled = post({ cancellation });
    await once((await silent.connection(0)).socket, 'data');
    cancellation.request();
    expect(await cancelled).toMatchObject({ problem: 'cancelled', sent: false });

    const late = post({ deadlineMs: 16_000 });
    await once((await silent.connection(1)).socket, 'data');
    clock.pass(16_000);
    expect(await late).toMatchObject({ problem: 'deadline', sent: false });
  });

  it('is a connection that failed when the server hangs up', async () => {
    const server = await startRawServer(({ socket }) => void socket.once('data', () => socket.end()));
    const error = await exchangesWith(server.port, { trust: ours(), tls: pem('ec') }).post();
    expect(error).toMatchObject({ problem: 'connect', code: 'ECONNRESET', sent: false });
    expect(server.connections).toHaveLength(1);
  });
});
