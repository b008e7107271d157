// Helpers of the gateway's tests: requests over real sockets.

import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Gateway } from '../../emulator/gateway.js';
import { SESSION } from './test-cluster.js';

export const HOME = 'GET / HTTP/1.1';

/** Sends a request as raw text and collects what the gateway sends back. */
export function sendRaw({ port }: Gateway, head: string, body = ''): Socket & { received(): string } {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  let text = '';
  socket.on('data', (part) => {
    text += part.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(`${head}\r\nHost: cluster\r\n\r\n${body}`);
  return Object.assign(socket, { received: () => text });
}

export async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Uploads a file as one chunk of a session for app/f. */
export async function upload(gateway: Gateway, content = 'abc'): Promise<void> {
  const size = content.length;
  await fetch(`${gateway.url}/ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, {
    method: 'PUT',
    headers: { 'Content-Range': `bytes 0-${size - 1}/${size}` },
    body: content,
  });
}

export function commit(gateway: Gateway): Promise<Response> {
  const target = `/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION}`;
  return fetch(`${gateway.url}${target}`, { method: 'POST' });
}
