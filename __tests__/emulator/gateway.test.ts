// The gateway on real sockets: ordinary requests and responses, and how it stops.

import { once } from 'node:events';
import { Agent, createServer, request as httpRequest, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { startGateway } from '../../emulator/gateway.js';
import { startTestGateway } from '../support/test-gateway.js';
import { commit, HOME, sendRaw, upload, waitUntil } from './gateway-client.js';
import { SESSION } from './test-cluster.js';

describe('the gateway of the emulator', () => {
  it('accepts the chunk of a session and commits the session', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    const response = await commit(gateway);
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: '' });
    expect(gateway.store.file('app/f')).toMatchObject({ bytes: Buffer.from('abc') });
  });

  it('responds as http.sys does: with its server name and a length, without a Connection header', async () => {
    const gateway = await startTestGateway();
    const socket = sendRaw(
      gateway,
      `POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION} HTTP/1.1\r\nContent-Length: 0`,
    );
    await waitUntil(() => socket.received().endsWith('}}'));
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

  it('keeps a connection open for the next request', async () => {
    const gateway = await startTestGateway();
    const socket = sendRaw(gateway, HOME);
    await waitUntil(() => socket.received().endsWith('</p>\n'));
    socket.write(`${HOME}\r\nHost: cluster\r\n\r\n`);
    await waitUntil(() => socket.received().match(/HTTP\/1\.1 200 OK/g)?.length === 2);
  });

  it('closes a connection when the client asks for it', async () => {
    const gateway = await startTestGateway();
    const socket = sendRaw(gateway, `${HOME}\r\nConnection: close`);
    await once(socket, 'end');
    expect(socket.received()).toContain('HTTP/1.1 200 OK');
  });

  it('responds 411 to a POST without a length', async () => {
    const socket = sendRaw(await startTestGateway(), 'POST /ImageStore/$/CommitUploadSession?api-version=6.0 HTTP/1.1');
    await waitUntil(() => socket.received().endsWith('</HTML>'));
    expect(socket.received()).toMatch(/^HTTP\/1\.1 411 Length Required\r\nContent-Type: text\/html/);
  });

  it('accepts bodies in chunked transfer encoding', async () => {
    const gateway = await startTestGateway();
    const socket = sendRaw(
      gateway,
      'PUT /ImageStore/f?api-version=6.0 HTTP/1.1\r\nTransfer-Encoding: chunked',
      '3\r\nabc\r\n0\r\n\r\n',
    );
    await waitUntil(() => socket.received() !== '');
    expect(gateway.store.file('f')).toMatchObject({ bytes: Buffer.from('abc') });
  });

  it('responds with an HTML page of http.sys to a request that is not HTTP', async () => {
    const socket = sendRaw(await startTestGateway(), 'NOT AT ALL');
    await once(socket, 'end');
    expect(socket.received()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: text\/html/);
  });

  it('completes a commit whose client has closed the connection', async () => {
    const gateway = await startTestGateway();
    await upload(gateway);
    gateway.addFaults([{ operation: 'commit-session', publish: { ms: 10_000 } }]);
    const socket = sendRaw(
      gateway,
      `POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION} HTTP/1.1\r\nContent-Length: 0`,
    );
    await waitUntil(() => gateway.store.tasks().length === 1);
    socket.destroy();
    gateway.advance(10_000);
    expect(gateway.store.files()).toHaveLength(1);
  });

  it('records the requests to the cluster', async () => {
    const gateway = await startTestGateway();
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

  it('rejects with EADDRINUSE when the port is in use', async () => {
    const { port } = await startTestGateway();
    await expect(startGateway({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('runs on a server that is passed in', async () => {
    const seen: string[] = [];
    const createOther = (listener: RequestListener) =>
      createServer((request, response) => {
        seen.push(request.url ?? '');
        listener(request, response);
      });
    const gateway = await startTestGateway({ createServer: createOther });
    expect((await fetch(gateway.url)).status).toBe(200);
    expect(seen).toEqual(['/']);
  });

  it('has an https URL on an https server', async () => {
    const gateway = await startTestGateway({ createServer: (listener) => createTlsServer(listener) });
    expect(gateway.url).toBe(`https://127.0.0.1:${gateway.port}`);
  });
});

describe('closing the gateway of the emulator', () => {
  it.each<[string, Fault]>([
    ['waits for a response that never comes', { delivery: 'hang' }],
    ['receives an endless response', { delivery: 'endless' }],
    ['receives a response byte by byte', { delivery: { dripMs: 60_000 } }],
    ['has switched protocols', { answer: { status: 101 } }],
    ['waits for a delayed response', { delayMs: 3_600_000 }],
    ['has a connection that stays open', { delivery: 'keep-open' }],
  ])('does not wait for a client that %s', async (_, fault) => {
    const gateway = await startGateway();
    gateway.addFaults([fault]);
    const socket = sendRaw(gateway, HOME);
    await waitUntil(() => gateway.requests.length === 1);
    await gateway.close();
    await once(socket, 'close');
  });

  it('does not wait for a client that is idle or has sent half of its request', async () => {
    const gateway = await startGateway();
    const agent = new Agent({ keepAlive: true });
    const request = httpRequest(`${gateway.url}/`, { agent }).end();
    const [response] = await once(request, 'response');
    response.resume();
    const half = sendRaw(gateway, 'PUT /ImageStore/f?api-version=6.0 HTTP/1.1\r\nContent-Length: 9', 'abc');
    await once(half, 'connect');
    await gateway.close();
    agent.destroy();
  });
});
