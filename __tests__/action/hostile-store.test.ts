// The committed action as a process against a hostile store, by seed, over http and TLS: no verdict may be wrong.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { createPrng } from '../../simulation/prng.js';
import { describeWith } from '../peers/programs.js';
import { authority, serverIdentity } from '../support/certificates.js';
import type { WhenFinished } from '../support/clean-up.js';
import { createHostileStore, type HostileStore } from '../support/hostile-store.js';
import { toConnection } from '../support/raw-server.js';
import { type Run, runAction } from '../support/run-action.js';
import { sessionResults } from '../support/run-report.js';

/** Seeds for each scheme; more of them with `HOSTILE_SEEDS=1000 npx vitest run hostile`. */
const seeds = Number(process.env['HOSTILE_SEEDS'] ?? 40);

async function listen(
  store: HostileStore,
  identity: { certificate: string; key: string } | undefined,
): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const secured =
      identity && new TLSSocket(socket, { isServer: true, cert: identity.certificate, key: identity.key });
    void store.serve(toConnection(secured ?? socket), () => void socket.resetAndDestroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

/** What is wrong with what the step said, in view of the store's own state. */
function contradictions(run: Run, store: HostileStore, sessionIds: readonly string[]): readonly string[] {
  const rows = sessionResults(run);
  const found: string[] = [];
  if (rows.length !== sessionIds.length) found.push(`${rows.length} rows for ${sessionIds.length} sessions`);
  for (const { sessionId, result, attempts } of rows) {
    const session = store.session(sessionId);
    const isPublished = session?.content === 'published';
    if (result === 'committed' && !isPublished) found.push(`${sessionId} is not published, and called committed`);
    if (result === 'failed' && isPublished) found.push(`${sessionId} is published, and called failed`);
    if (session && attempts < session.commits) found.push(`${sessionId} was sent ${session.commits} times`);
  }
  const isGreen = run.exitCode === 0;
  const areCommitted = rows.every(({ result }) => result === 'committed');
  if (isGreen !== areCommitted) found.push(`exit code ${run.exitCode} with ${JSON.stringify(rows)}`);
  if (run.stderr !== '') found.push(`stderr: ${run.stderr}`);
  return found;
}

async function commitBySeed(seed: number, isSecure: boolean, whenFinished: WhenFinished): Promise<void> {
  const prng = createPrng(seed);
  const sessionIds = Array.from({ length: prng.integer(2, 12) }, () => randomUUID());
  const store = createHostileStore(seed, sessionIds, prng.pick([0.05, 0.3, 0.7]));
  const server = await listen(store, isSecure ? serverIdentity('good') : undefined);
  whenFinished(async () => void server.close());
  const run = await runAction(
    {
      endpoint: `${isSecure ? 'https' : 'http'}://127.0.0.1:${portOf(server)}`,
      'session-id': sessionIds.join('\n'),
      'max-attempts': String(prng.integer(1, 3)),
      concurrency: String(prng.pick([1, 1, 2, 8])),
      timeout: '5',
      ...(isSecure && { 'server-ca': authority().certificate }),
    },
    {},
    whenFinished,
  );
  await store.settled();
  expect(contradictions(run, store, sessionIds), `seed ${seed}`).toEqual([]);
}

const options = { timeout: 120_000 };
const numbers = Array.from({ length: seeds }, (_, index) => index);

describe.concurrent('the action with a hostile store over http', () => {
  it.for(numbers)('has no wrong verdict: seed %i', options, (seed, { onTestFinished }) =>
    commitBySeed(seed, false, onTestFinished),
  );
});

describeWith(['openssl'], 'the action with a hostile store over TLS', () => {
  it.concurrent.for(numbers)('has no wrong verdict: seed %i', options, (seed, { onTestFinished }) =>
    commitBySeed(10_000 + seed, true, onTestFinished),
  );
});
