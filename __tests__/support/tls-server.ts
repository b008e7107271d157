// An https server that counts connections and records who made requests, and over which TLS version.
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import { authority, type ServerKind, serverIdentity } from './certificates.js';

export interface TlsServer {
  readonly port: number;
  /** Connections so far. The server may not see the handshake end on one that the client closes right after it. */
  readonly connections: number;
  /** The TLS version of each request's connection. */
  readonly versions: readonly string[];
  /** The client's name with each request; empty without one. */
  readonly requests: readonly string[];
  readonly server: Server;
}

/** A server that asks for a client certificate, or not, in the handshake. */
export async function startTlsServer(options: TlsOptions = {}, kind: ServerKind = 'good'): Promise<TlsServer> {
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
