// A cluster for workflows that also provision: the emulated image store, and the REST call that registers a type.

import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, startGateway } from '../../emulator/gateway.js';
import { record } from './blocks.js';

export interface Cluster {
  readonly url: string;
  readonly gateway: Gateway;
  /** Paths of the packages whose types were registered. */
  readonly provisioned: readonly string[];
  close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startCluster(): Promise<Cluster> {
  const gateway = await startGateway();
  const provisioned: string[] = [];
  const server = createServer(async (incoming, answer) => {
    if (incoming.method === 'POST' && incoming.url?.startsWith('/ApplicationTypes/$/Provision?api-version=6.2')) {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const { Kind, ApplicationTypeBuildPath: path } = record(JSON.parse(Buffer.concat(chunks).toString()));
      // As in a cluster, the package must be in the store and marked as complete.
      const isComplete = Kind === 'ImageStorePath' && gateway.store.file(`${path}/_.dir`) !== undefined;
      if (isComplete) provisioned.push(String(path));
      answer.writeHead(isComplete ? 200 : 400).end();
      return;
    }
    const { method, headers } = incoming;
    const forwarded = request(new URL(incoming.url ?? '/', gateway.url), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    forwarded.on('error', () => answer.destroy());
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    gateway,
    provisioned,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await gateway.close();
    },
  };
}
