// Starts, controls and ends the process of the server; over TLS with a certificate that is made for this run.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseServerPort, parseServerStats, type ServerRequest, type ServerStats } from './server-messages.js';

export type Scheme = 'http' | 'https';

export interface BenchServer {
  readonly scheme: Scheme;
  readonly url: string;
  /** The certificate to trust, over TLS only. */
  readonly caFile: string | undefined;
  /** Sets all counts to zero; every response takes `delayMs` from now on. */
  reset(delayMs: number): Promise<void>;
  stats(): Promise<ServerStats>;
  close(): void;
}

/** Starts a server. Over TLS, key and certificate are written into the folder. */
export async function startServer(scheme: Scheme, folder: string): Promise<BenchServer> {
  const caFile = scheme === 'https' ? createCertificate(folder) : undefined;
  const server = fork(fileURLToPath(new URL('./server.js', import.meta.url)), caFile ? [folder] : []);
  const port = parseServerPort(await nextMessage(server));
  const send = async (request: ServerRequest): Promise<ServerStats> => {
    const reply = nextMessage(server);
    server.send(request);
    return parseServerStats(await reply);
  };
  return {
    scheme,
    url: `${scheme}://127.0.0.1:${port}`,
    caFile,
    reset: async (delayMs) => void (await send({ kind: 'reset', delayMs })),
    stats: () => send({ kind: 'stats' }),
    close: () => server.disconnect(),
  };
}

async function nextMessage(server: ChildProcess): Promise<unknown> {
  const [message] = await once(server, 'message');
  return message;
}

/** An RSA key, because most certificates of clusters have one. */
function createCertificate(folder: string): string {
  const keys = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem'];
  const names = ['-subj', '/CN=bench', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const parameters = ['req', '-x509', '-days', '2', ...keys, ...names, '-out', 'certificate.pem'];
  execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
  return join(folder, 'certificate.pem');
}
