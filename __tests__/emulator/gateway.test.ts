// The gateway on real sockets: what goes over the wire, in good order and otherwise.

import { once } from 'node:events';
import { Agent, createServer, request as httpRequest, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { type Gateway, type GatewayOptions, startGateway } from '../../emulator/gateway.js';
import { MINUTE_MS, SESSION } from './test-cluster.js';

async function started(options: GatewayOptions = {}): Promise<Gateway> {
  const gateway = await startGateway(options);
  onTestFinished(() => gateway.close());
  return gateway;
}

/** Sends one raw request and keeps listening. */
function opened({ port }: Gateway, head: string, body = ''): Socket & { received(): string } {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  let text = '';
  socket.on('data', (piece) => {
    text += piece.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(`${head}\r\nHost: cluster\r\n\r\n${body}`);
  return Object.assign(socket, { received: () => text });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const home = 'GET / HTTP/1.1';

async function upload(gateway: Gateway, content = 'abc'): Promise<void> {
  const size = content.length;
  await fetch(`${gateway.url}/ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, {
    method: 'PUT',
    headers: { 'Content-Range': `bytes 0-${size - 1}/${size}` },
    body: content,
  });
}

const commit = (gateway: Gateway) =>
  fetch(`${gateway.url}/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION}`, { method: 'POST' });

describe('a gateway', () => {
  it('takes a session from its chunk to its commit', async () => {
    const gateway = await started();
    await upload(gateway);
    const response = await commit(gateway);
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: '' });
    expect(gateway.store.file('app/f')).toMatchObject({ bytes: Buffer.from('abc') });
  });

  it('answers as http.sys does: its name, a length, and not a word of the connection', async () => {
    const gateway = await started();
    const socket = opened(
      gateway,
      `POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION} HTTP/1.1\r\nContent-Length: 0`,
    );
    await until(() => socket.received().endsWith('}}'));
    expect(socket.received().replace(/Date: .*/, 'Date: now')).toBe(
      [
        'HTTP/1.1 400 Bad Request',
        'Content-Type: application/json; charset=utf-8',
        'X-Content-Type-Options: nosniff',
        'Content-Length: 62',
        'Server: Microsoft-HTTPAPI/2.0',
        'Date: now',
        '',
        '{"Error":{"Code":"E_INVALIDARG","Message":"Invalid argument"}}',
      ].join('\r\n'),
    );
  });

  it('keeps a connection for the next request', async () => {
    const gateway = await started();
    const socket = opened(gateway, home);
    await until(() => socket.received().endsWith('</p>\n'));
    socket.write(`${home}\r\nHost: cluster\r\n\r\n`);
    await until(() => socket.received().match(/HTTP\/1\.1 200 OK/g)?.length === 2);
  });

  it('closes a connection when asked to', async () => {
    const gateway = await started();
    const socket = opened(gateway, `${home}\r\nConnection: close`);
    await once(socket, 'end');
    expect(socket.received()).toContain('HTTP/1.1 200 OK');
  });

  it('wants a length with a POST', async () => {
    const socket = opened(await started(), 'POST /ImageStore/$/CommitUploadSession?api-version=6.0 HTTP/1.1');
    await until(() => socket.received().endsWith('</HTML>'));
    expect(socket.received()).toMatch(/^HTTP\/1\.1 411 Length Required\r\nContent-Type: text\/html/);
  });

  it('takes chunked bodies', async () => {
    const gateway = await started();
    const socket = opened(
      gateway,
      'PUT /ImageStore/f?api-version=6.0 HTTP/1.1\r\nTransfer-Encoding: chunked',
      '3\r\nabc\r\n0\r\n\r\n',
    );
    await until(() => socket.received() !== '');
    expect(gateway.store.file('f')).toMatchObject({ bytes: Buffer.from('abc') });
  });

  it('answers what is not HTTP with a page of http.sys', async () => {
    const socket = opened(await started(), 'NOT AT ALL');
    await once(socket, 'end');
    expect(socket.received()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: text\/html/);
  });

  it('does the work of a client that has gone', async () => {
    const gateway = await started();
    await upload(gateway);
    gateway.script([{ operation: 'commit-session', publish: { ms: 10_000 } }]);
    const socket = opened(
      gateway,
      `POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION} HTTP/1.1\r\nContent-Length: 0`,
    );
    await until(() => gateway.store.work().length === 1);
    socket.destroy();
    gateway.advance(10_000);
    expect(gateway.store.files()).toHaveLength(1);
  });

  it('remembers what was asked', async () => {
    const gateway = await started();
    await upload(gateway);
    expect(gateway.requests).toMatchObject([
      {
        method: 'PUT',
        target: `/ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`,
        headers: { 'content-range': 'bytes 0-2/3', 'content-length': '3' },
        bodyBytes: 3,
      },
    ]);
  });

  it('says why a port cannot be had', async () => {
    const { port } = await started();
    await expect(startGateway({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('runs on a server that is handed in', async () => {
    const seen: string[] = [];
    const createOther = (listener: RequestListener) =>
      createServer((request, response) => {
        seen.push(request.url ?? '');
        listener(request, response);
      });
    const gateway = await started({ createServer: createOther });
    expect((await fetch(gateway.url)).status).toBe(200);
    expect(seen).toEqual(['/']);
  });

  it('calls itself https on a server that speaks it', async () => {
    const gateway = await started({ createServer: (listener) => createTlsServer(listener) });
    expect(gateway.url).toBe(`https://127.0.0.1:${gateway.port}`);
  });
});

describe('a delivery', () => {
  async function met(fault: Fault, head = home) {
    const gateway = await started();
    gateway.script([fault]);
    return { gateway, socket: opened(gateway, head) };
  }

  it('"reset" resets the connection', async () => {
    const { socket } = await met({ delivery: 'reset' });
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject({ code: 'ECONNRESET' });
    expect(socket.received()).toBe('');
  });

  it('"close" closes it in good order', async () => {
    const { socket } = await met({ delivery: 'close' });
    await once(socket, 'end');
    expect(socket.received()).toBe('');
  });

  it('"raw" sends what is no HTTP', async () => {
    const { socket } = await met({ delivery: { raw: 'SSH-2.0-x\r\n' } });
    await once(socket, 'end');
    expect(socket.received()).toBe('SSH-2.0-x\r\n');
  });

  it('"hang" says nothing, and goes on saying it', async () => {
    const { gateway, socket } = await met({ delivery: 'hang' });
    await until(() => gateway.requests.length === 1);
    expect((await fetch(gateway.url)).status).toBe(200);
    expect(socket.received()).toBe('');
    expect(socket.destroyed).toBe(false);
  });

  it('"cut" sends the head and a part of the body', async () => {
    const { socket } = await met({ delivery: { cutAfterBytes: 3 }, answer: { status: 200, body: 'abcdef' } });
    await once(socket, 'close');
    expect(socket.received()).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Content-Length: 6\r\n[\s\S]*\r\n\r\nabc$/);
  });

  it('"cut" goes with a length that promises more', async () => {
    const answer = { status: 200, body: 'abc', headers: { 'Content-Length': '99' } };
    const { socket } = await met({ delivery: { cutAfterBytes: 99 }, answer });
    await once(socket, 'close');
    expect(socket.received()).toMatch(/Content-Length: 99\r\n[\s\S]*\r\n\r\nabc$/);
  });

  it('"drip" sends the body byte by byte, and then the connection is as good as any', async () => {
    const { socket } = await met({ delivery: { dripMs: 1 }, answer: { status: 200, body: 'abc' } });
    const pieces: string[] = [];
    socket.on('data', (piece) => pieces.push(piece.toString()));
    await until(() => socket.received().endsWith('\r\n\r\nabc'));
    expect(pieces.length).toBeGreaterThan(1);
    socket.write(`${home}\r\nHost: cluster\r\n\r\n`);
    await until(() => socket.received().endsWith('</p>\n'));
  });

  it('"endless" never stops', async () => {
    const { socket } = await met({ delivery: 'endless' });
    await until(() => socket.received().length > 100_000);
    expect(socket.received()).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  it('"keep-open" keeps a connection that should have been closed', async () => {
    const { gateway, socket } = await met({ delivery: 'keep-open' }, `${home}\r\nConnection: close`);
    await until(() => socket.received().endsWith('</p>\n'));
    expect((await fetch(gateway.url)).status).toBe(200);
    expect(socket.readableEnded).toBe(false);
  });

  it('of a 101 leaves the connection open', async () => {
    const { socket } = await met({ answer: { status: 101, headers: { Upgrade: 'h2c', Connection: 'Upgrade' } } });
    await until(() => socket.received().endsWith('\r\n\r\n'));
    expect(socket.received()).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n/);
    expect(socket.readableEnded).toBe(false);
  });

  it('of a header that HTTP forbids tells whoever asked, and the gateway lives on', async () => {
    const { gateway, socket } = await met({ answer: { status: 200, headers: { 'a b': 'c' } } });
    await until(() => socket.received().endsWith('}}'));
    expect(socket.received()).toMatch(/^HTTP\/1\.1 500 E_FAIL/);
    expect((await fetch(gateway.url)).status).toBe(200);
  });
});

describe('close', () => {
  it.each<[string, Fault]>([
    ['hangs', { delivery: 'hang' }],
    ['is flooded', { delivery: 'endless' }],
    ['gets an answer drop by drop', { delivery: { dripMs: 60_000 } }],
    ['has switched protocols', { answer: { status: 101 } }],
    ['waits for slow work', { delayMs: 3_600_000 }],
    ['is kept open', { delivery: 'keep-open' }],
  ])('ends at once when a peer %s', async (_, fault) => {
    const gateway = await startGateway();
    gateway.script([fault]);
    const socket = opened(gateway, home);
    await until(() => gateway.requests.length === 1);
    await gateway.close();
    await once(socket, 'close');
  });

  it('ends at once when a peer is idle, or in the middle of its request', async () => {
    const gateway = await startGateway();
    const agent = new Agent({ keepAlive: true });
    const asked = httpRequest(`${gateway.url}/`, { agent }).end();
    const [response] = await once(asked, 'response');
    response.resume();
    const half = opened(gateway, 'PUT /ImageStore/f?api-version=6.0 HTTP/1.1\r\nContent-Length: 9', 'abc');
    await once(half, 'connect');
    await gateway.close();
    agent.destroy();
  });
});

describe('the /$emulator API', () => {
  const api = async (gateway: Gateway, line: string, body?: unknown) => {
    const [method = '', path = ''] = line.split(' ');
    const response = await fetch(`${gateway.url}/$emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as unknown };
  };

  it('takes faults, shows them, and clears them', async () => {
    const gateway = await started();
    const fault = { operation: 'home', answer: { status: 503 } };
    expect(await api(gateway, 'POST /faults', fault)).toEqual({ status: 200, json: [fault] });
    expect(await api(gateway, 'GET /faults')).toEqual({ status: 200, json: [fault] });
    expect((await fetch(gateway.url)).status).toBe(503);
    await api(gateway, 'POST /faults', [fault, fault]);
    expect(await api(gateway, 'DELETE /faults')).toEqual({ status: 200, json: [] });
    expect((await fetch(gateway.url)).status).toBe(200);
  });

  it.each([
    ['{', /JSON/],
    ['{"delay":1}', /unknown field delay/],
  ])('refuses the faults %s with a sentence', async (body, sentence) => {
    const { status, json } = await api(await started(), 'POST /faults', body);
    expect({ status, json }).toEqual({ status: 400, json: { error: expect.stringMatching(sentence) } });
  });

  it('shows the requests to the cluster, its own left out', async () => {
    const gateway = await started();
    await upload(gateway);
    expect(await api(gateway, 'GET /requests')).toMatchObject({ status: 200, json: [{ method: 'PUT', bodyBytes: 3 }] });
    expect(await api(gateway, 'DELETE /requests')).toEqual({ status: 200, json: [] });
    expect(gateway.requests).toEqual([]);
  });

  it('shows the store', async () => {
    const gateway = await started();
    await upload(gateway);
    await commit(gateway);
    expect(await api(gateway, 'GET /store')).toMatchObject({
      json: {
        files: [{ path: 'app\\f', sizeBytes: 3, version: '132012345678901234:8589934592:1', sessionId: SESSION }],
        sessions: [{ id: SESSION, path: 'app/f', sizeBytes: '3' }],
        work: [],
      },
    });
  });

  it('puts the clock forward: sessions expire, and work ends at once', async () => {
    const gateway = await started();
    await upload(gateway);
    gateway.script([{ operation: 'commit-session', publish: { ms: 30_000 } }]);
    const committed = commit(gateway);
    await until(() => gateway.store.work().length === 1);
    expect(await api(gateway, 'POST /clock', { advanceMs: 30_000 })).toMatchObject({ json: { files: [{}], work: [] } });
    expect((await committed).status).toBe(200);
    expect(await api(gateway, 'POST /clock', { advanceMs: 30 * MINUTE_MS })).toMatchObject({ json: { sessions: [] } });
  });

  it('puts the clock forward: a timeout is over at once', async () => {
    const gateway = await started();
    await upload(gateway);
    gateway.script([{ operation: 'commit-session', publish: { ms: 90_000 } }]);
    const committed = commit(gateway);
    await until(() => gateway.store.work().length === 1);
    await api(gateway, 'POST /clock', { advanceMs: 60_000 });
    expect((await committed).status).toBe(504);
    expect(gateway.store.work()).toHaveLength(1);
  });

  it.each([{}, { advanceMs: -1 }, { advanceMs: '1' }])('does not put the clock forward by %j', async (body) => {
    expect(await api(await started(), 'POST /clock', body)).toMatchObject({ status: 400 });
  });

  it('fails over, and starts over', async () => {
    const gateway = await started();
    await upload(gateway);
    await commit(gateway);
    expect(await api(gateway, 'POST /failover')).toMatchObject({ json: { files: [{}], sessions: [] } });
    expect(await api(gateway, 'POST /failover', { oldContent: 'gone' })).toMatchObject({ status: 400 });
    expect(await api(gateway, 'POST /reset')).toMatchObject({ json: { files: [], sessions: [], work: [] } });
    expect(gateway.requests).toEqual([]);
  });

  it('names what there is when it is asked for what there is not', async () => {
    const gateway = await started();
    expect(await api(gateway, 'PUT /faults')).toEqual({
      status: 404,
      json: { error: expect.stringContaining('POST /$emulator/faults') },
    });
    expect((await fetch(`${gateway.url}/%24emulator/`)).status).toBe(200);
    expect((await fetch(`${gateway.url}/$emulators`)).status, 'that is the cluster again').toBe(400);
  });
});
