// The connections of the upload action: each begins with a request without a body, and they are used again.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { preload } from '../support/preload.js';
import { startTestGateway } from '../support/test-gateway.js';
import {
  chunkBytes,
  contentOf,
  expectUploaded,
  packageWith,
  requestsOf,
  runUpload,
  watchedPackage,
} from './upload-runs.js';

const contents = packageWith({
  'big.bin': contentOf(5 * chunkBytes, 1),
  ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.dll`, contentOf(50_000, index)])),
});

/** A server that records how many bytes of body the requests of each connection have, in order. */
function recordingServer(): {
  connections: ReadonlyMap<Socket, readonly number[]>;
  create: (listener: RequestListener) => Server;
} {
  const connections = new Map<Socket, number[]>();
  return {
    connections,
    create: (listener) =>
      createServer((request, response) => {
        const lengths = connections.get(request.socket) ?? [];
        lengths.push(Number(request.headers['content-length'] ?? 0));
        connections.set(request.socket, lengths);
        listener(request, response);
      }),
  };
}

describe('the connections of the upload action', () => {
  it('each begin with a request without a body, because some gateways request the client certificate only then', async () => {
    const server = recordingServer();
    const gateway = await startTestGateway({ createServer: server.create });
    const content = watchedPackage(gateway, contents);
    expectUploaded(gateway, content, await runUpload(gateway, content.folder));
    expect([...server.connections.values()].map(([first]) => first).filter((length) => length !== 0)).toEqual([]);
    expect(server.connections.size).toBe(8);
  });

  it('are as few when the system reports late what it has sent, as Windows can', async () => {
    const server = recordingServer();
    const gateway = await startTestGateway({ createServer: server.create });
    const content = watchedPackage(gateway, contents);
    const late = preload(`
      const { prototype } = require('node:net').Socket;
      for (const method of ['_write', '_writev']) {
        const write = prototype[method];
        const later = (callback) => (error) => setTimeout(callback, 5, error);
        prototype[method] = function (...parameters) {
          return write.call(this, ...parameters.slice(0, -1), later(parameters.at(-1)));
        };
      }`);
    const run = await runUpload(gateway, content.folder, {}, late);
    expectUploaded(gateway, content, run);
    expect(run.outputs['bytes-sent']).toBe(run.outputs['bytes']);
    expect(server.connections.size).toBe(8);
  });

  it('do so also after connections that were lost', async () => {
    const server = recordingServer();
    const gateway = await startTestGateway({ createServer: server.create });
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([
      { operation: 'upload-file', times: 7, at: 'after', delivery: 'reset' },
      { operation: 'upload-chunk', times: 2, delivery: 'close' },
    ]);
    expectUploaded(gateway, content, await runUpload(gateway, content.folder));
    expect([...server.connections.values()].map(([first]) => first).filter((length) => length !== 0)).toEqual([]);
  });

  it.each([1, 3])('are at most %d at a time when so many requests may be in flight', async (concurrency) => {
    const server = recordingServer();
    const gateway = await startTestGateway({ createServer: server.create });
    const content = watchedPackage(gateway, contents);
    expectUploaded(gateway, content, await runUpload(gateway, content.folder, { concurrency: String(concurrency) }));
    expect(server.connections.size).toBe(concurrency);
  });

  it('list all folders side by side when the upload is verified, because the folders are known', async () => {
    const held: (() => void)[] = [];
    let isSending = false;
    const folders = ['MyAppPkg', 'MyAppPkg/WebPkg', 'MyAppPkg/WebPkg/Code', 'MyAppPkg/WebPkg/Code/deep'];
    const createHoldingServer = (listener: RequestListener): Server =>
      createServer((request, response) => {
        const { method, url = '' } = request;
        isSending ||= method === 'PUT';
        if (!isSending || method !== 'GET' || url.includes('$')) return listener(request, response);
        held.push(() => listener(request, response));
        // Listings that wait for each other would wait for ever.
        if (held.length === folders.length) for (const answer of held) answer();
      });
    const gateway = await startTestGateway({ createServer: createHoldingServer });
    const content = watchedPackage(gateway, packageWith({ 'deep/file.txt': 'deep' }));
    expectUploaded(gateway, content, await runUpload(gateway, content.folder));
    expect(requestsOf(gateway, 'GET').slice(-folders.length).toSorted()).toEqual(folders);
  });
});
