// The server that receives the commits: responds after a fixed delay and counts. Runs when forked by server-process.ts.
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { parseServerRequest, type ServerStats } from './server-messages.js';

const [certificateFolder] = process.argv.slice(2);
let delayMs = 0;
let inFlight = 0;
let counts = { connections: 0, maxInFlight: 0, posts: 0 };
let sessions = new Set<string>();

const handleCommit: http.RequestListener = (request, response) => {
  request.resume();
  inFlight += 1;
  counts.posts += request.method === 'POST' ? 1 : 0;
  counts.maxInFlight = Math.max(counts.maxInFlight, inFlight);
  sessions.add(/session-id=([^&]*)/.exec(request.url ?? '')?.[1] ?? '');
  const respond = (): void => {
    inFlight -= 1;
    response.writeHead(200, { 'Content-Length': 0 }).end();
  };
  if (delayMs === 0) respond();
  else setTimeout(respond, delayMs);
};

/** Uses TLS when it is given a folder with a certificate. */
function createServer(): http.Server {
  if (certificateFolder === undefined) return http.createServer(handleCommit);
  const readPem = (name: string): string => readFileSync(`${certificateFolder}/${name}.pem`, 'utf8');
  return https.createServer({ cert: readPem('certificate'), key: readPem('key') }, handleCommit);
}

const server = createServer();
// Longer than any pause between two commits, so that the server closes no connection during a measurement.
server.keepAliveTimeout = 120_000;
server.on(certificateFolder === undefined ? 'connection' : 'secureConnection', () => {
  counts.connections += 1;
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));

process.on('message', (message: unknown) => {
  const request = parseServerRequest(message);
  if (request.kind === 'reset') {
    delayMs = request.delayMs;
    counts = { connections: 0, maxInFlight: 0, posts: 0 };
    sessions = new Set();
  }
  process.send?.({ ...counts, sessions: sessions.size } satisfies ServerStats);
});
process.once('disconnect', () => process.exit());
