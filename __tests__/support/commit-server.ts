// A server that answers commits, and counts connections, TLS handshakes and commits in flight.
import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Answers a commit, sooner or later. */
export type Answer = (response: http.ServerResponse, sessionId: string) => void;

export interface CommitServer {
  url: string;
  /** The sessions of all commits, in order of arrival. */
  readonly commits: readonly string[];
  readonly connections: number;
  /** Completed TLS handshakes. */
  readonly handshakes: number;
  readonly mostInFlight: number;
}

/** Starts on a free port and ends with the test; speaks TLS when given a certificate. */
export async function startCommitServer(
  answer: Answer,
  identity?: { certificate: string; key: string },
): Promise<CommitServer> {
  const commits: string[] = [];
  const sockets = new Set<Socket>();
  let [connections, handshakes, inFlight, mostInFlight] = [0, 0, 0, 0];
  const listener: http.RequestListener = (request, response) => {
    const sessionId = /^\/ImageStore\/\$\/CommitUploadSession\?.*session-id=([^&]*)/.exec(request.url ?? '')?.[1];
    request.resume();
    if (request.method !== 'POST' || sessionId === undefined) {
      response.writeHead(404).end();
      return;
    }
    commits.push(sessionId);
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    response.once('close', () => {
      inFlight -= 1;
    });
    answer(response, sessionId);
  };
  const server = identity
    ? https.createServer({ cert: identity.certificate, key: identity.key }, listener)
    : http.createServer(listener);
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  server.on('secureConnection', () => {
    handshakes += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${identity ? 'https' : 'http'}://127.0.0.1:${port}`,
    commits,
    get connections() {
      return connections;
    },
    get handshakes() {
      return handshakes;
    },
    get mostInFlight() {
      return mostInFlight;
    },
  };
}

/** Answers as the cluster does after a commit. */
export function done(response: http.ServerResponse): void {
  response.writeHead(200, { 'Content-Length': 0 }).end();
}
