// Starts and controls what uploads go to: the emulated image store, and networks with a round trip in front of it.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseServerPort } from './server-messages.js';
import type { WrittenPackage } from './upload-packages.js';

/** An emulated image store in a process of its own. */
export interface BenchImageStore {
  readonly url: string;
  /** Empties the image store. */
  reset(): Promise<void>;
  /** How many requests it has received since it was emptied; ten thousand at most. */
  countRequests(): Promise<number>;
  /** @throws unless the package is there, byte for byte by SHA-256, and can be provisioned, and nothing else is there */
  expectUploaded(content: WrittenPackage): Promise<void>;
  close(): void;
}

/** A way to the image store on which every request takes a round trip. */
export interface Network {
  readonly roundTripMs: number;
  readonly url: string;
  close(): void;
}

export async function startImageStore(): Promise<BenchImageStore> {
  const cli = fileURLToPath(new URL('../emulator/cli.js', import.meta.url));
  const emulator = spawn(process.execPath, [cli, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [firstOutput] = await once(emulator.stdout.setEncoding('utf8'), 'data');
  const url = /http:\S+/.exec(String(firstOutput))?.[0];
  if (url === undefined) throw new Error(`The emulator has printed no address: ${firstOutput}`);
  const control = async (method: string, route: string, body?: unknown): Promise<unknown> => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(`${url}/$emulator/${route}`, init);
    if (!response.ok) throw new Error(`The emulator answered ${response.status} to ${route}: ${await response.text()}`);
    return response.json();
  };
  return {
    url,
    reset: async () => void (await control('POST', 'reset')),
    countRequests: async () => listOf(await control('GET', 'requests')).length,
    expectUploaded: async ({ imageStorePath, files }) => {
      const expected = Object.fromEntries(files.map(({ path, ...file }) => [path, file]));
      const [watch] = listOf(await control('POST', 'watches', { path: imageStorePath, files: expected }));
      const found = JSON.stringify(watch);
      const complete = {
        path: imageStorePath,
        provisionable: true,
        missing: [],
        wrong: [],
        unexpected: [],
        violations: [],
      };
      if (found !== JSON.stringify(complete)) throw new Error(`The package was not uploaded: ${found}`);
    },
    close: () => void emulator.kill(),
  };
}

/** @throws when responses arrive earlier than they could over a network */
export async function startNetwork(imageStore: BenchImageStore, roundTripMs: number): Promise<Network> {
  const program = fileURLToPath(new URL('./delay-proxy.js', import.meta.url));
  const proxy = fork(program, [new URL(imageStore.url).port, String(roundTripMs)]);
  const [message] = await once(proxy, 'message');
  const url = `http://127.0.0.1:${parseServerPort(message)}`;
  await checkRoundTrips(url, roundTripMs);
  return { roundTripMs, url, close: () => proxy.disconnect() };
}

/** Connecting takes one round trip, and so does each request. */
async function checkRoundTrips(url: string, roundTripMs: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const roundTrips of [2, 1, 1]) {
    const startedMs = performance.now();
    await new Promise((resolve, reject) => {
      get(`${url}/ImageStore/nothing`, { agent }, (response) => response.resume().once('end', resolve)).once(
        'error',
        reject,
      );
    });
    const durationMs = performance.now() - startedMs;
    // The timers of the network have whole milliseconds.
    const leastMs = roundTrips * roundTripMs - 1;
    if (durationMs < leastMs) throw new Error(`The network took ${durationMs} ms, and not ${leastMs} ms or more.`);
  }
  agent.destroy();
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`The emulator answered ${JSON.stringify(value)}, which is no list.`);
}
