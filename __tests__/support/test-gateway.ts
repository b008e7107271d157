// An emulated cluster for one test, and the requests that fill and read it.
import { expect, onTestFinished } from 'vitest';
import { type Gateway, type GatewayOptions, startGateway } from '../../emulator/gateway.js';
import type { WhenFinished } from './clean-up.js';

/** Starts on a free port and ends with the test. */
export async function startTestGateway(
  options: GatewayOptions = {},
  whenFinished: WhenFinished = onTestFinished,
): Promise<Gateway> {
  const gateway = await startGateway(options);
  whenFinished(() => gateway.close());
  return gateway;
}

export interface Chunk {
  readonly sessionId: string;
  readonly path: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Like `0-4/5`: the first byte, the last byte and the size of the file. */
  readonly range: string;
}

/** Uploads one chunk of a session. */
export async function uploadChunk({ url }: Gateway, { sessionId, path, body, range }: Chunk): Promise<void> {
  const target = `/ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`;
  const headers = { 'Content-Range': `bytes ${range}` };
  const { status } = await fetch(`${url}${target}`, { method: 'PUT', headers, body });
  expect(status).toBe(200);
}

/** Uploads a complete file of five bytes, `app/<session id>.txt`. */
export function uploadSmallFile(gateway: Gateway, sessionId: string): Promise<void> {
  return uploadChunk(gateway, { sessionId, path: `app/${sessionId}.txt`, body: 'hello', range: '0-4/5' });
}

/** The targets of all commit requests that have reached the cluster. */
export function commitTargets({ requests }: Gateway): readonly string[] {
  return requests.filter(({ method }) => method === 'POST').map(({ target }) => target);
}
