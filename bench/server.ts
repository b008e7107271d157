// The other end of the bench: a plain server in a process of its own that takes its time and counts. It runs when forked.
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import type { Question, Seen } from './seen.js';

const [folder] = process.argv.slice(2);
let delayMs = 0;
let inFlight = 0;
let sessions = new Set<string>();
let seen: Omit<Seen, 'sessions'> = { connections: 0, mostInFlight: 0, posts: 0 };

const commit: http.RequestListener = (request, response) => {
  request.resume();
  inFlight += 1;
  seen.posts += request.method === 'POST' ? 1 : 0;
  seen.mostInFlight = Math.max(seen.mostInFlight, inFlight);
  sessions.add(/session-id=([^&]*)/.exec(request.url ?? '')?.[1] ?? '');
  const answer = (): void => {
    inFlight -= 1;
    response.writeHead(200, { 'Content-Length': 0 }).end();
  };
  if (delayMs === 0) answer();
  else setTimeout(answer, delayMs);
};

/** In a folder with a certificate it speaks TLS. */
function open(): http.Server {
  if (folder === undefined) return http.createServer(commit);
  const read = (name: string): string => readFileSync(`${folder}/${name}.pem`, 'utf8');
  return https.createServer({ cert: read('certificate'), key: read('key') }, commit);
}

const server = open();
server.keepAliveTimeout = 120_000;
server.on(folder === undefined ? 'connection' : 'secureConnection', () => {
  seen.connections += 1;
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));

process.on('message', (question: Question) => {
  if (question.ask === 'begin') {
    delayMs = question.delayMs;
    sessions = new Set();
    seen = { connections: 0, mostInFlight: 0, posts: 0 };
  }
  process.send?.({ ...seen, sessions: sessions.size } satisfies Seen);
});
process.once('disconnect', () => process.exit());
