// A cluster of raw sockets, with or without TLS, whose connections follow a script.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';
import { authority, serverIdentity } from './certificates.js';

export interface ScriptedRequest {
  readonly method: string;
  /** Empty for a request without a session. */
  readonly sessionId: string;
  readonly socket: Socket;
  /** The how-manieth request of its connection, from 1. */
  readonly number: number;
  /** The how-manieth connection, from 1. */
  readonly connection: number;
}

export interface ScriptedCluster {
  readonly port: number;
  /** What the action needs to know of it. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly requests: readonly ScriptedRequest[];
  readonly connections: number;
}

/** Starts on a free port and ends with the test. `onRequest` answers, in whatever way, each request without a body. */
export async function startScriptedCluster(
  secure: boolean,
  onRequest: (request: ScriptedRequest) => void,
): Promise<ScriptedCluster> {
  const requests: ScriptedRequest[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const onConnection = (socket: Socket): void => {
    connections += 1;
    open.add(socket);
    const connection = connections;
    let text = '';
    let number = 0;
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const line = text.slice(0, text.indexOf('\r\n'));
        text = text.slice(end + 4);
        number += 1;
        const sessionId = /session-id=([^&\s]*)/.exec(line)?.[1] ?? '';
        const request = { method: line.replace(/ .*/, ''), sessionId, socket, number, connection };
        requests.push(request);
        onRequest(request);
      }
    });
  };
  const { certificate: cert, key } = secure ? serverIdentity('good') : { certificate: '', key: '' };
  const server = secure ? createTlsServer({ cert, key }, onConnection) : createServer(onConnection);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const endpoint = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`;
  return {
    port,
    inputs: { endpoint, ...(secure && { 'server-ca': authority().certificate }) },
    requests,
    get connections() {
      return connections;
    },
  };
}
