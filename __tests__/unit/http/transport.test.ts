// One HTTP exchange on real sockets, against servers that do what no well-behaved one would.
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTlsConnector } from '../../../src/http/tls.js';
import { type HttpRequest, maxBodyBytes, openTransport, type Transport } from '../../../src/http/transport.js';
import { openImageStore } from '../../../src/image-store/client.js';
import { cancellable } from '../../../src/runner/signals.js';
import { type Clock, systemClock } from '../../../src/shared/clock.js';
import { hasKernelTimers, timersOf } from '../../support/kernel-timers.js';
import {
  answering,
  httpAnswer,
  type Peer,
  refusingPort,
  startRawServer,
  startRawServerOn,
} from '../../support/raw-server.js';
import { standingClock } from '../../support/standing-clock.js';

const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
const ok = httpAnswer('200 OK');

/** A transport to wherever its first exchange leads. */
function transportFor({
  clock = standingClock(),
  secure = false,
}: {
  clock?: Clock;
  secure?: boolean;
} = {}): Transport {
  let opened: Transport | undefined;
  const toward = (url: string): Transport => {
    opened ??= openTransport({
      clock,
      url,
      connectMs: 30_000,
      userAgent: 'tester/1',
      secure: secure
        ? createTlsConnector({ trust: { kind: 'authority', ca: [] }, credentials: {} }, () => undefined)
        : undefined,
    });
    return opened;
  };
  const close = (): void => opened?.close();
  onTestFinished(close);
  return { exchange: (request) => toward(request.url).exchange(request), close };
}

function post(url: string, changed: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url, headers: {}, deadlineMs: 60_000, cancellation: cancellable(), ...changed };
}

/** Sends this, then ends as told, once a request has come. */
const sending =
  (text: string, ending: 'stay' | 'end' | 'reset'): Peer =>
  async ({ request, send, socket }) => {
    await request();
    send(text);
    if (ending === 'end') socket.end();
    if (ending === 'reset') setImmediate(() => socket.resetAndDestroy());
  };

describe('the request', () => {
  async function committed(host: string): Promise<{ port: number; lines: readonly string[] }> {
    const server = await startRawServerOn(host, answering(ok));
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    const store = openImageStore({
      endpointUrl: `${server.url}/base`,
      transport: transportFor({ clock: systemClock }),
      clock: systemClock,
      random: Math.random,
      redact: (text) => text,
      runLabel: 'github-run-4711.2',
    });
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await store.commit(SESSION, 7, cancellable())).toMatchObject({ kind: 'response', status: 200 });
    return { port: server.port, lines: server.requests().flatMap((head) => head.split('\r\n')) };
  }

  it('is one line, these headers and nothing after them', async () => {
    const { port, lines } = await committed('127.0.0.1');
    const id = /^github-run-4711\.2:[\da-f]{24}$/;
    const [requestLine, ...rest] = lines;
    expect(requestLine).toBe(
      `POST /base/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION}&timeout=7 HTTP/1.1`,
    );
    expect(rest.slice(-2)).toEqual(['', '']);
    const headers = Object.fromEntries(
      rest.slice(0, -2).map((line) => [line.replace(/:.*/, '').toLowerCase(), line.replace(/^[^:]*: /, '')]),
    );
    expect(headers).toEqual({
      accept: 'application/json',
      connection: 'keep-alive',
      'content-length': '0',
      host: `127.0.0.1:${port}`,
      'user-agent': 'tester/1',
      'x-servicefabricrequestid': expect.stringMatching(id),
    });
  });

  const loopbacks = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  it.skipIf(!loopbacks.some(({ address }) => address === '::1'))(
    'reaches an IPv6 literal, brackets in its Host',
    async () => {
      const { port, lines } = await committed('::1');
      expect(lines.map((line) => line.toLowerCase())).toContain(`host: [::1]:${port}`);
    },
  );

  it('has an id of its own each time', async () => {
    const server = await startRawServer(answering(ok));
    const store = openImageStore({
      endpointUrl: server.url,
      transport: transportFor(),
      clock: standingClock(),
      random: Math.random,
      redact: (text) => text,
      runLabel: 'x',
    });
    await store.commit(SESSION, 7, cancellable());
    await store.commit(SESSION, 7, cancellable());
    const ids = server.requests().map((head) => /^x-servicefabricrequestid: (.*)\r$/im.exec(head)?.[1]);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('an answer', () => {
  it.each<readonly [string, string, object]>([
    ['with a body', httpAnswer('200 OK', 'body'), { status: 200, reasonPhrase: 'OK', body: 'body', truncated: false }],
    ['without one', httpAnswer('204 No Content'), { status: 204, reasonPhrase: 'No Content', body: '' }],
    [
      'with its own reason',
      httpAnswer('403 Client certificate required'),
      { status: 403, reasonPhrase: 'Client certificate required' },
    ],
    ['without a reason', httpAnswer('503 '), { status: 503, reasonPhrase: '' }],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n', { body: 'abc' }],
    ['after a 100', `HTTP/1.1 100 Continue\r\n\r\n${httpAnswer('200 OK', 'x')}`, { status: 200, body: 'x' }],
    ['with an error', httpAnswer('500 Oops', '{"Error":{}}'), { status: 500, body: '{"Error":{}}' }],
    ['with characters of several bytes', httpAnswer('200 OK', 'ÄŒ🚀'), { body: 'ÄŒ🚀' }],
    ['that asks for a login', httpAnswer('401 Unauthorized', '', ['WWW-Authenticate: Negotiate']), { status: 401 }],
  ])('%s comes whole from a server that never closes', async (_what, answer, expected) => {
    const server = await startRawServer(answering(answer));
    expect(await transportFor().exchange(post(server.url))).toMatchObject(expected);
    expect(server.requests()).toHaveLength(1);
  });

  it('without a length ends with its connection', async () => {
    const server = await startRawServer(sending('HTTP/1.1 502 Bad Gateway\r\n\r\n<html>', 'end'));
    expect(await transportFor().exchange(post(server.url))).toMatchObject({ status: 502, body: '<html>' });
  });

  it.each([301, 302, 303, 307, 308])('that redirects with %d is not followed', async (status) => {
    const elsewhere = await startRawServer(answering(ok));
    const server = await startRawServer(answering(httpAnswer(`${status} Moved`, '', [`Location: ${elsewhere.url}/`])));
    expect(await transportFor().exchange(post(server.url))).toMatchObject({
      status,
      headers: { location: `${elsewhere.url}/` },
    });
    expect([server.requests().length, elsewhere.connections.length]).toEqual([1, 0]);
  });

  it.each(['Content-Length: 1000000000', 'Transfer-Encoding: chunked'])(
    'without an end (%s) is read up to 64 KiB, and its connection dropped',
    async (framing) => {
      const server = await startRawServer(async ({ request, send, socket }) => {
        await request();
        send(`HTTP/1.1 200 OK\r\n${framing}\r\n\r\n`);
        const more = (): boolean =>
          socket.write(framing.startsWith('C') ? 'x'.repeat(10_000) : `2710\r\n${'x'.repeat(10_000)}\r\n`);
        const go = (): void => {
          while (more());
        };
        socket.on('drain', go);
        go();
      });
      const { body, truncated } = await transportFor().exchange(post(server.url));
      expect([body, truncated]).toEqual(['x'.repeat(maxBodyBytes), true]);
      await (await server.connection(0)).left;
    },
  );

  it.each([
    [maxBodyBytes, false],
    [maxBodyBytes + 1, true],
  ])('of %d bytes is truncated: %s', async (length, truncated) => {
    const server = await startRawServer(answering(httpAnswer('200 OK', 'x'.repeat(length))));
    expect(await transportFor().exchange(post(server.url))).toMatchObject({ truncated });
  });

  it('in time is never too late, however far the deadline', async () => {
    const server = await startRawServer(async ({ request, send }) => {
      await request();
      setTimeout(() => send(ok), 20);
    });
    const request = post(server.url, { deadlineMs: 4_294_967_295_000 + 15_000 });
    expect(await transportFor({ clock: systemClock }).exchange(request)).toMatchObject({ status: 200 });
  });
});

describe('no whole answer', () => {
  it('is told from one that was refused a connection', async () => {
    const port = await refusingPort();
    await expect(transportFor().exchange(post(`http://127.0.0.1:${port}`))).rejects.toMatchObject({
      name: 'TransportError',
      problem: 'connect',
      code: 'ECONNREFUSED',
      sent: false,
      partialResponse: undefined,
      message: `connect ECONNREFUSED 127.0.0.1:${port}`,
    });
  });

  it('has a text even when every address of a name refused', async () => {
    const port = await refusingPort();
    await expect(transportFor().exchange(post(`http://localhost:${port}`))).rejects.toMatchObject({
      problem: 'connect',
      code: 'ECONNREFUSED',
      message: expect.stringContaining(`connect ECONNREFUSED 127.0.0.1:${port}`),
      sent: false,
    });
  });

  const head = (status: string, length: number): string => `HTTP/1.1 ${status}\r\nContent-Length: ${length}\r\n\r\n`;
  it.each<readonly [string, string, 'end' | 'reset', string | RegExp, object | undefined]>([
    ['closed before it', '', 'end', 'ECONNRESET', undefined],
    ['reset before it', '', 'reset', 'ECONNRESET', undefined],
    ['closed in its first line', 'HTTP/1.1 20', 'end', /ECONNRESET|HPE_/, undefined],
    ['closed in its headers', 'HTTP/1.1 200 OK\r\nContent-Le', 'end', /ECONNRESET|HPE_/, undefined],
    ['closed after a 200', head('200 OK', 5), 'end', 'ECONNRESET', { status: 200, reasonPhrase: 'OK' }],
    ['reset after a 200', head('200 OK', 5), 'reset', 'ECONNRESET', { status: 200, reasonPhrase: 'OK' }],
    ['closed in the body of a 200', `${head('200 OK', 5)}{`, 'end', 'ECONNRESET', { status: 200, reasonPhrase: 'OK' }],
    [
      'closed in the body of a 403',
      `${head('403 Forbidden', 9)}{`,
      'end',
      'ECONNRESET',
      { status: 403, reasonPhrase: 'Forbidden' },
    ],
    [
      'closed in the body of a 500',
      `${head('500 Oops', 99)}{"Er`,
      'end',
      'ECONNRESET',
      { status: 500, reasonPhrase: 'Oops' },
    ],
    [
      'reset in the body of a 500',
      `${head('500 Oops', 99)}{"Er`,
      'reset',
      'ECONNRESET',
      { status: 500, reasonPhrase: 'Oops' },
    ],
    [
      'closed between chunks',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n',
      'end',
      'ECONNRESET',
      { status: 200, reasonPhrase: 'OK' },
    ],
    ['of something else', 'SSH-2.0-OpenSSH_9.9\r\n', 'end', /^HPE_/, undefined],
    ['with a TLS alert', '\u0015\u0003\u0001\u0000\u0002\u0002P', 'end', /^HPE_/, undefined],
    [
      'with headers too long',
      `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`,
      'end',
      'HPE_HEADER_OVERFLOW',
      undefined,
    ],
    [
      'with two lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
      'end',
      /^HPE_/,
      undefined,
    ],
  ])('from a connection %s is an error that knows what began', async (_what, text, ending, code, begun) => {
    const server = await startRawServer(sending(text, ending));
    await expect(transportFor().exchange(post(server.url))).rejects.toMatchObject({
      problem: 'interrupted',
      code: typeof code === 'string' ? code : expect.stringMatching(code),
      sent: true,
      partialResponse: begun,
      message: expect.stringMatching(/./),
    });
    expect(server.requests()).toHaveLength(1);
  });

  it('but an upgrade that nobody asked for is an error, and ends the connection', async () => {
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    const server = await startRawServer(answering(upgrade));
    await expect(transportFor().exchange(post(server.url))).rejects.toMatchObject({
      problem: 'interrupted',
      sent: true,
    });
    await (await server.connection(0)).left;
  });
});

describe('the deadline', () => {
  it('ends the wait for an answer', async () => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request }) => {
      await request();
      clock.pass(75_000);
    });
    await expect(transportFor({ clock }).exchange(post(server.url, { deadlineMs: 75_000 }))).rejects.toMatchObject({
      problem: 'deadline',
      code: 'DEADLINE',
      message: 'no whole answer within 75 s',
      sent: true,
      partialResponse: undefined,
    });
    await (await server.connection(0)).left;
  });

  it('counts to the last byte, however lively the answer drips', async () => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request, send, socket }) => {
      await request();
      send('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
      const timer = setInterval(() => {
        send('x');
        clock.pass(1_000);
      }, 2);
      socket.once('close', () => clearInterval(timer));
    });
    await expect(transportFor({ clock }).exchange(post(server.url, { deadlineMs: 20_000 }))).rejects.toMatchObject({
      problem: 'deadline',
      sent: true,
      partialResponse: { status: 200, reasonPhrase: 'OK' },
    });
    await (await server.connection(0)).left;
  });

  it('counts from the first packet: it also ends a connection that is being made', async () => {
    const clock = standingClock();
    const server = await startRawServer(() => clock.pass(1_000));
    const request = post(`https://127.0.0.1:${server.port}`, { deadlineMs: 1_000 });
    await expect(transportFor({ clock, secure: true }).exchange(request)).rejects.toMatchObject({
      problem: 'deadline',
      sent: false,
    });
  });

  it('is called off with the answer', async () => {
    const clock = standingClock();
    const server = await startRawServer(answering(ok));
    await transportFor({ clock }).exchange(post(server.url));
    expect(clock.waiting).toBe(0);
  });
});

describe('the time to connect', () => {
  it('is limited on its own: a handshake that nobody answers ends there', async () => {
    const clock = standingClock();
    const server = await startRawServer(() => clock.pass(30_000));
    const request = post(`https://127.0.0.1:${server.port}`, { deadlineMs: 4_000_000 });
    await expect(transportFor({ clock, secure: true }).exchange(request)).rejects.toMatchObject({
      problem: 'connect',
      code: 'CONNECT_TIMEOUT',
      message: 'no connection within 30 s',
      sent: false,
    });
    await (await server.connection(0)).left;
    expect(clock.waiting).toBe(0);
  });

  it('does not matter any more once there is a connection', async () => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request, send }) => {
      await request();
      clock.pass(31_000);
      send(ok);
    });
    expect(await transportFor({ clock }).exchange(post(server.url))).toMatchObject({ status: 200 });
  });

  it('ends with a handshake that is answered in plain HTTP', async () => {
    const server = await startRawServer(({ send }) => send(httpAnswer('400 Bad Request')));
    const request = post(`https://127.0.0.1:${server.port}`);
    await expect(transportFor({ secure: true }).exchange(request)).rejects.toMatchObject({
      problem: 'connect',
      message: expect.stringMatching(/wrong version number/i),
      sent: false,
    });
  });
});

describe('the wish to stop', () => {
  const cancelled = { problem: 'cancelled', code: 'CANCELLED' };

  it('before an exchange ends it unsent', async () => {
    const server = await startRawServer(answering(ok));
    const cancellation = cancellable();
    cancellation.request();
    const exchange = transportFor().exchange(post(server.url, { cancellation }));
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: false });
    expect(server.requests()).toEqual([]);
  });

  it('while a connection is being made ends it unsent', async () => {
    const cancellation = cancellable();
    const server = await startRawServer(() => cancellation.request());
    const request = post(`https://127.0.0.1:${server.port}`, { cancellation });
    const exchange = transportFor({ secure: true }).exchange(request);
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: false });
  });

  it('in flight ends it at once, and the connection with it', async () => {
    const cancellation = cancellable();
    const server = await startRawServer(async ({ request }) => {
      await request();
      cancellation.request();
    });
    const exchange = transportFor().exchange(post(server.url, { cancellation }));
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: true });
    await (await server.connection(0)).left;
  });

  it('in the middle of an answer knows what began', async () => {
    const cancellation = cancellable();
    const server = await startRawServer(async ({ request, send }) => {
      await request();
      send('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nx');
      setTimeout(() => cancellation.request(), 50);
    });
    const exchange = transportFor().exchange(post(server.url, { cancellation }));
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: true, partialResponse: { status: 200 } });
  });

  it('after an answer is nobody’s business', async () => {
    const cancellation = cancellable();
    const server = await startRawServer(answering(ok));
    await transportFor().exchange(post(server.url, { cancellation }));
    expect(() => cancellation.request()).not.toThrow();
  });
});

describe('connections', () => {
  it('are used again', async () => {
    const server = await startRawServer(answering(ok));
    const transport = transportFor();
    for (const path of ['/1', '/2', '/3']) await transport.exchange(post(`${server.url}${path}`));
    expect(server.connections).toHaveLength(1);
    expect(server.requests().map((head) => head.split(' ')[1])).toEqual(['/1', '/2', '/3']);
  });

  it('that hung do not hold up the exchanges after them', async () => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request }) => {
      await request();
      clock.pass(60_000);
    }, answering(ok));
    const transport = transportFor({ clock });
    await expect(transport.exchange(post(server.url))).rejects.toMatchObject({ problem: 'deadline' });
    expect(await transport.exchange(post(server.url))).toMatchObject({ status: 200 });
  });

  it('that the other side has ended are not used again', async () => {
    const server = await startRawServer(sending(ok, 'end'), answering(ok));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await (await server.connection(0)).left; // ours ends after theirs
    expect(await transport.exchange(post(server.url))).toMatchObject({ status: 200 });
    expect(server.connections).toHaveLength(2);
  });

  it('that the other side wants closed are not used again', async () => {
    const server = await startRawServer(answering(httpAnswer('200 OK', '', ['Connection: close'])));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await transport.exchange(post(server.url));
    expect(server.connections).toHaveLength(2);
  });

  it.skipIf(!hasKernelTimers)('are kept alive by the kernel, for a long commit is a long silence', async () => {
    const server = await startRawServer(answering(ok));
    await transportFor().exchange(post(server.url));
    expect(timersOf(server.port)).toEqual(['keep-alive']);
  });

  it('that were idle for two seconds are ended, because they may be gone without a word', async () => {
    const server = await startRawServer(answering(ok));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await (await server.connection(0)).left;
    expect(await transport.exchange(post(server.url))).toMatchObject({ status: 200 });
    expect(server.connections).toHaveLength(2);
  });

  it('are quiet as long as an answer takes, idle or not before', async () => {
    const server = await startRawServer(async ({ request, send }) => {
      await request();
      send(ok);
      await request();
      setTimeout(() => send(ok), 2_500); // longer than an idle connection lives
    });
    const transport = transportFor();
    await transport.exchange(post(server.url));
    expect(await transport.exchange(post(server.url))).toMatchObject({ status: 200 });
    expect(server.connections).toHaveLength(1);
  });

  it('all end on close, idle or in use', async () => {
    const server = await startRawServer(answering(ok), () => undefined);
    const transport = transportFor();
    const answer = transport.exchange(post(server.url));
    const hanging = transport.exchange(post(server.url)).catch((error: unknown) => error);
    expect(await answer).toMatchObject({ status: 200 });
    const [idle, busy] = [await server.connection(0), await server.connection(1)];
    await busy.request();
    transport.close();
    await Promise.all([idle.left, busy.left]);
    expect(await hanging).toMatchObject({ problem: 'interrupted', sent: true });
  });

  it('end on close while they are being made', async () => {
    const server = await startRawServer(() => undefined);
    const transport = transportFor({ secure: true });
    const exchange = transport.exchange(post(`https://127.0.0.1:${server.port}`));
    const connection = await server.connection(0);
    transport.close();
    await expect(exchange).rejects.toMatchObject({ name: 'TransportError', sent: false });
    await connection.left;
  });
});
