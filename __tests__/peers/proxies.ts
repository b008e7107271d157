// Forward proxies: squid and tinyproxy, with and without a password, or refusing; and two scripted proxies that fail.
//
// Clients use no proxy for localhost and 127.*, so a test with a proxy needs another name for this machine:
//   cluster.example   only squid resolves it, with its own hosts file, so a response to it came through squid
//   0.0.0.0           leads to 127.0.0.1 on Linux, through squid, tinyproxy and directly; good certificates contain it
// [::ffff:127.0.0.1] works too, but no certificate contains it. The machine's own name works only where its hosts file
// has it, and not with this squid.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nameBehindProxy } from '../support/certificates.js';
import type { WhenFinished } from '../support/clean-up.js';
import { type Daemon, startDaemon } from './process.js';
import { programPath } from './programs.js';

export interface ProxyOptions {
  /** Required when given. tinyproxy accepts only letters, digits, `-`, `.` and `_`; squid anything, but no colon in a name. */
  user?: { name: string; password: string };
  /** Answers 403; tinyproxy only to CONNECT. */
  refusing?: boolean;
  /** Where it registers its clean-up; at the test by default. */
  whenFinished?: WhenFinished;
}

export interface Proxy {
  /** `http://127.0.0.1:port`, without the user. */
  url: string;
  port: number;
  /** The requests so far, `CONNECT host:port` or `POST http://…`; a tunnel is listed when it has closed. */
  requests(): string[];
  log(): string;
  stop(): Promise<void>;
}

/** Starts on a free port. A missing or wrong password gets 407; its refusal is 403 with a page. */
export async function startSquid({ user, refusing, whenFinished = onTestFinished }: ProxyOptions = {}): Promise<Proxy> {
  const passwords = user ? `${user.name}:${hash(user.password)}\n` : '';
  const daemon = await startDaemon(
    {
      program: 'squid',
      parameters: ({ folder, port }) => ['-N', '-d', '1', '-n', serviceName(port), '-f', `${folder}/squid.conf`],
      files: ({ folder, port }) => ({
        hosts: `127.0.0.1 localhost ${nameBehindProxy}\n`,
        passwords,
        'squid.conf': `
http_port 127.0.0.1:${port}
hosts_file ${folder}/hosts
pid_filename none
cache_log /dev/null
logformat asked %>Hs %rm %ru
access_log stdio:${folder}/access.log logformat=asked
coredump_dir ${folder}
netdb_filename none
pinger_enable off
cache deny all
cache_mem 8 MB
memory_pools off
max_filedescriptors 1024
visible_hostname squid
shutdown_lifetime 0 seconds
${user ? passwordRules(folder) : ''}
http_access ${refusing ? 'deny' : 'allow'} all
`,
      }),
      listening: /Accepting HTTP Socket connections/,
    },
    whenFinished,
  );
  whenFinished(async () => removeSharedMemory(daemon.port));
  return toProxy(daemon, () => lines(daemon.read('access.log')).map((line) => line.replace(/^\d+ /, '')));
}

/** Starts on a free port. A missing password gets 407 and a wrong one 401; its refusal of CONNECT is 403 with a page. */
export async function startTinyproxy(options: ProxyOptions = {}): Promise<Proxy> {
  const { user, refusing, whenFinished = onTestFinished } = options;
  const daemon = await startDaemon(
    {
      program: 'tinyproxy',
      parameters: ({ folder }) => ['-d', '-c', `${folder}/tinyproxy.conf`],
      files: ({ port }) => ({
        'tinyproxy.conf': `
Port ${port}
Listen 127.0.0.1
Timeout 60
MaxClients 100
LogLevel Info
${user ? `BasicAuth ${user.name} ${user.password}` : ''}
${refusing ? 'ConnectPort 1' : ''}
`,
      }),
      listening: /Accepting connections/,
    },
    whenFinished,
  );
  return toProxy(daemon, () =>
    [...daemon.log().matchAll(/: Request \(file descriptor \d+\): (\S+ \S+) HTTP/g)].map(([, asked]) => asked ?? ''),
  );
}

/** Accepts connections and never answers. */
export function startSilentProxy(whenFinished: WhenFinished = onTestFinished): Promise<Proxy> {
  return startScriptedProxy('', whenFinished);
}

/** Answers every request with this status line, like `503 Service Unavailable`. */
export function startFailingProxy(statusLine: string, whenFinished: WhenFinished = onTestFinished): Promise<Proxy> {
  return startScriptedProxy(`HTTP/1.1 ${statusLine}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`, whenFinished);
}

async function startScriptedProxy(answer: string, whenFinished: WhenFinished): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const heads: string[] = [];
  const server = createServer((socket) => {
    let head = '';
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      head += bytes;
      if (!head.includes('\r\n\r\n')) return;
      heads.push(head);
      head = '';
      if (answer !== '') socket.end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  whenFinished(stop);
  const requests = (): string[] => heads.map((head) => head.replace(/ HTTP\/1\.[\s\S]*$/, ''));
  return { url: `http://127.0.0.1:${port}`, port, requests, log: () => heads.join(''), stop };
}

function toProxy({ port, log, stop }: Daemon, requests: () => string[]): Proxy {
  return { url: `http://127.0.0.1:${port}`, port, requests, log, stop };
}

// squid has shared memory under this name, which two processes must not share, and which stays when squid is killed.
const serviceName = (port: number): string => `squid${port}`;

function removeSharedMemory(port: number): void {
  const folder = '/dev/shm';
  const names = readdirSync(folder).filter((name) => name.startsWith(`${serviceName(port)}-`));
  for (const name of names) rmSync(join(folder, name), { force: true });
}

function passwordRules(folder: string): string {
  return `
auth_param basic program /usr/lib/squid/basic_ncsa_auth ${folder}/passwords
auth_param basic children 1
auth_param basic realm tests
acl known proxy_auth REQUIRED
http_access deny !known
`;
}

function hash(password: string): string {
  return execFileSync(programPath('openssl'), ['passwd', '-apr1', password]).toString().trim();
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
