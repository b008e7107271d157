// Requests with a body: streamed from a file, watched while they move, and sent after a bodyless one where that is asked for.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpRequest } from '../../../src/http/transport.js';
import { makeFolder } from '../../support/package-folder.js';
import { standingClock } from '../../support/standing-clock.js';
import { post, transportFor } from '../../support/transports.js';

interface RecordingServer {
  readonly url: string;
  /** Method and URL of each request, connection by connection. */
  readonly requests: readonly (readonly string[])[];
}

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | undefined;

/** A server that records which connection each request came over. */
async function startServer(listener: Listener): Promise<RecordingServer> {
  const requests = new Map<Socket, string[]>();
  const server = createServer((request, response) => {
    const seen = requests.get(request.socket) ?? [];
    requests.set(request.socket, [...seen, `${request.method} ${request.url}`]);
    // A body that is cut short rejects, which some of these tests are about.
    listener(request, response)?.catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get requests() {
      return [...requests.values()];
    },
  };
}

const content = Array.from({ length: 300_000 }, (_, index) => String(index % 10)).join('');
const filePath = (): string => join(makeFolder({ file: content }), 'file');

function put(url: string, changed: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'PUT',
    url,
    headers: {},
    deadlineMs: 30_000,
    signal: new AbortController().signal,
    body: { path: filePath(), start: 0, sizeBytes: content.length },
    ...changed,
  };
}

const big = () => {
  const path = join(makeFolder({ file: Buffer.alloc(20_000_000) }), 'file');
  return { path, start: 0, sizeBytes: 20_000_000 };
};

describe('the body of an HTTP request', () => {
  it.each([
    [0, content.length],
    [7, 1],
    [123_456, 100_000],
    [65_536, 65_536],
    [299_999, 1],
  ])('is the slice of the file from byte %d on that has %d bytes', async (start, sizeBytes) => {
    const received: { body: string; length: string | undefined }[] = [];
    const server = await startServer(async (request, response) => {
      received.push({ body: await text(request), length: request.headers['content-length'] });
      response.end();
    });
    const progress: number[] = [];
    const request = put(server.url, {
      body: { path: filePath(), start, sizeBytes },
      onProgress: (bytes) => progress.push(bytes),
    });
    expect(await transportFor().exchange(request)).toMatchObject({ status: 200 });
    expect(received).toEqual([{ body: content.slice(start, start + sizeBytes), length: String(sizeBytes) }]);
    expect(progress.reduce((sum, bytes) => sum + bytes, 0)).toBe(sizeBytes);
  });

  it('leaves the connection for the next request', async () => {
    const server = await startServer(async (request, response) => {
      await text(request);
      response.end();
    });
    const transport = transportFor();
    for (const path of ['/1', '/2', '/3']) await transport.exchange(put(`${server.url}${path}`));
    expect(server.requests).toEqual([['PUT /1', 'PUT /2', 'PUT /3']]);
  });

  it('is given up when nobody takes a byte of it for 60 seconds', async () => {
    const clock = standingClock();
    const server = await startServer((request) => void request.pause());
    let sent = 0;
    const answer = transportFor({ clock }).exchange(put(server.url, { body: big(), onProgress: (n) => (sent += n) }));
    const outcome = answer.catch((error: unknown) => error);
    await expect.poll(() => sent).toBeGreaterThan(0);
    // It moves as long as the kernel's buffers take it.
    for (let before = 0; before !== sent; ) {
      before = sent;
      clock.pass(59_000);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    clock.pass(60_000);
    expect(await outcome).toMatchObject({
      problem: 'deadline',
      code: 'STALLED',
      message: 'took no byte of the request for 60 s',
      sent: true,
    });
    expect(sent).toBeLessThan(20_000_000);
  });

  it('may take longer than the deadline, which begins after its last byte', async () => {
    const clock = standingClock();
    const server = await startServer(async (request) => {
      await text(request);
      await settled();
      clock.pass(29_999);
      await settled();
      clock.pass(1);
    });
    const onProgress = (): void => clock.pass(50_000);
    await expect(transportFor({ clock }).exchange(put(server.url, { onProgress }))).rejects.toMatchObject({
      problem: 'deadline',
      code: 'DEADLINE',
      message: 'no complete response within 30 s',
    });
  });

  it('is answered before its end, and then the connection is not used again', async () => {
    const server = await startServer((request, response) => {
      request.pause();
      response.writeHead(413).end('too large');
    });
    const transport = transportFor();
    for (const path of ['/1', '/2']) {
      expect(await transport.exchange(put(`${server.url}${path}`, { body: big() }))).toMatchObject({
        status: 413,
        body: 'too large',
      });
    }
    expect(server.requests).toEqual([['PUT /1'], ['PUT /2']]);
  });

  it('ends the exchange when the file has become shorter', async () => {
    const ended: boolean[] = [];
    const server = await startServer((request) => {
      request.resume().once('close', () => ended.push(request.complete));
    });
    const body = { path: filePath(), start: 0, sizeBytes: content.length + 1 };
    await expect(transportFor().exchange(put(server.url, { body }))).rejects.toMatchObject({
      problem: 'interrupted',
      code: 'FILE_CHANGED',
      permanent: true,
    });
    await expect.poll(() => ended).toEqual([false]);
  });

  it('ends the exchange when there is no such file', async () => {
    const server = await startServer((request) => void request.resume());
    const body = { path: '/no/such/file', start: 0, sizeBytes: 5 };
    await expect(transportFor().exchange(put(server.url, { body }))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      permanent: true,
    });
  });

  it('ends at once when the exchange is cancelled', async () => {
    const server = await startServer((request) => void request.pause());
    const cancellation = new AbortController();
    const answer = transportFor().exchange(
      put(server.url, { body: big(), signal: cancellation.signal, onProgress: () => cancellation.abort() }),
    );
    await expect(answer).rejects.toMatchObject({ problem: 'cancelled' });
  });

  it('that the server resets in the middle is an interrupted exchange', async () => {
    const server = await startServer((request) => void request.once('data', () => request.socket.resetAndDestroy()));
    await expect(transportFor().exchange(put(server.url, { body: big() }))).rejects.toMatchObject({
      problem: 'interrupted',
      sent: true,
      permanent: false,
    });
  });
});

describe('a bodyless request before a body', () => {
  const answerAll = (headers: Readonly<Record<string, string>> = {}): Listener => {
    return async (request, response) => {
      await text(request);
      response.writeHead(request.method === 'GET' ? 400 : 200, request.method === 'GET' ? headers : {}).end('x');
    };
  };
  const withFirst = (url: string, path: string): HttpRequest =>
    put(`${url}${path}`, { getFirst: () => ({ url: `${url}/first`, headers: {} }) });

  it('is sent over each new connection, whatever it is answered', async () => {
    const server = await startServer(answerAll());
    const transport = transportFor();
    await Promise.all(['/1', '/2'].map((path) => transport.exchange(withFirst(server.url, path))));
    await transport.exchange(withFirst(server.url, '/3'));
    const seen = server.requests.toSorted((a, b) => a.length - b.length);
    expect(seen.map((requests) => requests.length)).toEqual([2, 3]);
    expect(seen.every(([first, ...others]) => first === 'GET /first' && !others.includes('GET /first'))).toBe(true);
  });

  it('is not sent over a connection that was used before', async () => {
    const server = await startServer(answerAll());
    const transport = transportFor();
    await transport.exchange(post(`${server.url}/1`));
    await transport.exchange(withFirst(server.url, '/2'));
    expect(server.requests).toEqual([['POST /1', 'PUT /2']]);
  });

  it('is followed by the body on another connection when the server ends each one after a response', async () => {
    const server = await startServer(answerAll({ Connection: 'close' }));
    expect(await transportFor().exchange(withFirst(server.url, '/1'))).toMatchObject({ status: 200 });
    expect(server.requests).toEqual([['GET /first'], ['PUT /1']]);
  });

  it('that gets no answer leaves no doubt, because the body was not sent', async () => {
    const server = await startServer((request) => void request.socket.destroy());
    await expect(transportFor().exchange(withFirst(server.url, '/1'))).rejects.toMatchObject({
      problem: 'connect',
      sent: false,
    });
    expect(server.requests).toEqual([['GET /first']]);
  });
});
