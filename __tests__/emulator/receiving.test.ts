// How the gateway receives bodies: slowly, not at all, cut short, and onto a disk.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Gateway } from '../../emulator/gateway.js';
import { startTestGateway } from '../support/test-gateway.js';
import { commit, sendRaw, upload, waitUntil } from './gateway-client.js';
import { SESSION } from './test-cluster.js';

const HOUR_MS = 3_600_000;
const CHUNK = `PUT /ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION} HTTP/1.1`;

function put(gateway: Gateway, body: Uint8Array | string, query = ''): Promise<Response> {
  return fetch(`${gateway.url}/ImageStore/app/f?api-version=6.0${query}`, { method: 'PUT', body });
}

/** Resolves when the gateway has the head of the request that takes the last fault. */
async function faultsAreTaken({ store }: Gateway): Promise<void> {
  await waitUntil(() => store.faults().length === 0);
}

describe('a body that the emulator receives slowly', () => {
  it('keeps the client waiting for as long as the fault pauses', async () => {
    const gateway = await startTestGateway();
    gateway.addFaults([{ operation: 'upload-file', receive: { pauseAfterBytes: 100, pauseMs: HOUR_MS } }]);
    const response = put(gateway, Buffer.alloc(20_000_000));
    await faultsAreTaken(gateway);
    expect(gateway.store.files()).toEqual([]);
    gateway.advance(HOUR_MS);
    expect((await response).status).toBe(200);
    expect(gateway.store.file('app/f')?.content.sizeBytes).toBe(20_000_000);
  });

  it('takes as long as its size and the bytes per second say, and the timeout of the request begins only afterwards', async () => {
    const gateway = await startTestGateway();
    gateway.addFaults([{ operation: 'upload-file', receive: { bytesPerSecond: 1000 } }]);
    const response = put(gateway, Buffer.alloc(3_600_000), '&timeout=1');
    await faultsAreTaken(gateway);
    gateway.advance(HOUR_MS);
    expect((await response).status).toBe(200);
  });

  it('does not keep the gateway from closing', async () => {
    const gateway = await startTestGateway();
    gateway.addFaults([{ receive: { pauseAfterBytes: 0 } }]);
    const socket = sendRaw(gateway, 'PUT /ImageStore/f?api-version=6.0 HTTP/1.1\r\nContent-Length: 9', 'abc');
    await faultsAreTaken(gateway);
    await gateway.close();
    await once(socket, 'close');
  });
});

describe('a body that does not arrive completely at the emulator', () => {
  const nothingStored = ({ store }: Gateway) => {
    expect(store.files()).toEqual([]);
    expect(store.sessions()).toEqual([]);
  };

  it.each([
    ['chunk', `${CHUNK}\r\nContent-Range: bytes 0-8/9`],
    ['file', 'PUT /ImageStore/app/f?api-version=6.0 HTTP/1.1'],
  ])('never becomes a %s when the client closes the connection', async (_, head) => {
    const gateway = await startTestGateway();
    const socket = sendRaw(gateway, `${head}\r\nContent-Length: 9`, 'abc');
    await once(socket, 'connect');
    socket.end();
    await waitUntil(() => gateway.requests.length === 1);
    nothingStored(gateway);
    expect(gateway.requests).toMatchObject([{ bodyBytes: 3, cut: true }]);
  });

  it('never becomes a chunk when the gateway resets the connection', async () => {
    const gateway = await startTestGateway();
    gateway.addFaults([{ operation: 'upload-chunk', receive: { resetAfterBytes: 3 } }]);
    await expect(upload(gateway, 'abcdef')).rejects.toThrow('fetch failed');
    nothingStored(gateway);
    expect(gateway.requests).toMatchObject([{ cut: true }]);
  });

  it('never becomes a file when the gateway answers early, and the connection is then closed', async () => {
    const gateway = await startTestGateway();
    gateway.addFaults([{ receive: { answerAfterBytes: 3 }, answer: { status: 413 } }]);
    const socket = sendRaw(gateway, 'PUT /ImageStore/f?api-version=6.0 HTTP/1.1\r\nContent-Length: 9', 'abc');
    await once(socket, 'end');
    expect(socket.received()).toMatch(/^HTTP\/1\.1 413 /);
    nothingStored(gateway);
  });

  it('is published short when the disk of the gateway is full, and the PUT succeeds', async () => {
    const gateway = await startTestGateway();
    gateway.addFaults([{ operation: 'upload-file', receive: { storedBytes: 4 } }]);
    expect((await put(gateway, 'abcdef')).status).toBe(200);
    expect(gateway.store.file('app/f')).toMatchObject({ bytes: Buffer.from('abcd') });
    expect(gateway.requests).toMatchObject([{ bodyBytes: 6 }]);
  });

  it('makes a session look complete when the disk of the gateway is full, but the commit fails', async () => {
    const gateway = await startTestGateway();
    gateway.addFaults([{ operation: 'upload-chunk', receive: { storedBytes: 4 } }]);
    await upload(gateway, 'abcdef');
    const response = await commit(gateway);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/4 bytes.*6 bytes/);
  });
});

describe('an emulator with a spool folder', () => {
  const startWithSpool = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spool-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const gateway = await startTestGateway({ spoolFolder: folder });
    const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return { gateway, folder, files };
  };
  const content = Buffer.alloc(3_000_001, 'the content of a large file');
  const sha256 = createHash('sha256').update(content).digest('hex');

  it('keeps large files on disk until it closes, and small ones in memory', async () => {
    const { gateway, folder, files } = await startWithSpool();
    await put(gateway, 'small');
    expect(files()).toHaveLength(0);
    await put(gateway, content);
    expect(files()).toHaveLength(1);
    const file = gateway.store.file('app/f');
    expect(file?.content.sizeBytes).toBe(content.byteLength);
    expect(file?.content.sha256()).toBe(sha256);
    expect(content.equals(file?.bytes ?? new Uint8Array(0))).toBe(true);
    await gateway.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('joins the chunks of a session from disk', async () => {
    const { gateway, files } = await startWithSpool();
    const middle = 1_500_000;
    for (const [start, end] of [
      [middle, content.byteLength],
      [0, middle],
    ] as const) {
      await fetch(`${gateway.url}/ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, {
        method: 'PUT',
        headers: { 'Content-Range': `bytes ${start}-${end - 1}/${content.byteLength}` },
        body: content.subarray(start, end),
      });
    }
    expect((await commit(gateway)).status).toBe(200);
    expect(gateway.store.file('app/f')?.content.sha256()).toBe(sha256);
    expect(files()).toHaveLength(2);
  });

  it('deletes what has arrived of a body that is cut short', async () => {
    const { gateway, files } = await startWithSpool();
    gateway.addFaults([{ operation: 'upload-file', receive: { resetAfterBytes: 2_000_000 } }]);
    await expect(put(gateway, content)).rejects.toThrow('fetch failed');
    expect(files()).toEqual([]);
  });

  it('answers 500 when it cannot write to that folder', async () => {
    const { gateway, folder } = await startWithSpool();
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    expect((await put(gateway, content)).status).toBe(500);
    expect((await put(gateway, 'small')).status).toBe(200);
  });
});
