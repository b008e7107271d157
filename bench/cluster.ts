// Where commits are sent: the server's process, started, asked and ended; over TLS with a certificate made for this run.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Question, Seen } from './seen.js';

export interface Cluster {
  scheme: 'http' | 'https';
  url: string;
  /** The certificate to trust, over TLS alone. */
  caFile: string | undefined;
  /** Forgets what was seen; every answer takes so long from now on. */
  begin(delayMs: number): Promise<void>;
  seen(): Promise<Seen>;
  close(): void;
}

/** Starts a server; over TLS what it needs is put into the folder. */
export async function startCluster(scheme: Cluster['scheme'], folder: string): Promise<Cluster> {
  const caFile = scheme === 'https' ? makeCertificate(folder) : undefined;
  const server = fork(fileURLToPath(new URL('./server.js', import.meta.url)), caFile ? [folder] : []);
  const { port } = parseAddress(await answerOf(server));
  const ask = async (question: Question): Promise<unknown> => {
    const answer = answerOf(server);
    server.send(question);
    return answer;
  };
  return {
    scheme,
    url: `${scheme}://127.0.0.1:${port}`,
    caFile,
    begin: async (delayMs) => void (await ask({ ask: 'begin', delayMs })),
    seen: async () => parseSeen(await ask({ ask: 'seen' })),
    close: () => server.disconnect(),
  };
}

async function answerOf(server: ChildProcess): Promise<unknown> {
  const [answer] = await once(server, 'message');
  return answer;
}

/** RSA, as the certificates of clusters mostly are. */
function makeCertificate(folder: string): string {
  const keys = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem'];
  const names = ['-subj', '/CN=bench', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const parameters = ['req', '-x509', '-days', '2', ...keys, ...names, '-out', 'certificate.pem'];
  execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
  return join(folder, 'certificate.pem');
}

function parseAddress(answer: unknown): { port: number } {
  return { port: numberIn(answer, 'port') };
}

function parseSeen(answer: unknown): Seen {
  const [connections, mostInFlight] = [numberIn(answer, 'connections'), numberIn(answer, 'mostInFlight')];
  return { connections, mostInFlight, posts: numberIn(answer, 'posts'), sessions: numberIn(answer, 'sessions') };
}

function numberIn(answer: unknown, name: string): number {
  const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
  if (typeof value !== 'number') throw new TypeError(`the server said ${JSON.stringify(answer)}: no number ${name}`);
  return value;
}
