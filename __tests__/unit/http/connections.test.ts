// Connections: which ones are reused, and when they are closed.
import { Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { timersOf } from '../../support/kernel-timers.js';
import { answering, httpAnswer, type RawConnection, startRawServer } from '../../support/raw-server.js';
import { noKernelTimers, why } from '../../support/skips.js';
import { standingClock } from '../../support/standing-clock.js';
import { ok, post, sending, transportFor } from '../../support/transports.js';

describe('HTTP connections', () => {
  it('are reused', async () => {
    const server = await startRawServer(answering(ok));
    const transport = transportFor();
    for (const path of ['/1', '/2', '/3']) await transport.exchange(post(`${server.url}${path}`));
    expect(server.connections).toHaveLength(1);
    expect(server.requests().map((head) => head.split(' ')[1])).toEqual(['/1', '/2', '/3']);
  });

  it('on which an exchange timed out do not delay the exchanges after it', async () => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request }) => {
      await request();
      clock.pass(60_000);
    }, answering(ok));
    const transport = transportFor({ clock });
    await expect(transport.exchange(post(server.url))).rejects.toMatchObject({ problem: 'deadline' });
    expect(await transport.exchange(post(server.url))).toMatchObject({ status: 200 });
  });

  it('that the server has closed are not reused', async () => {
    const server = await startRawServer(sending(ok, 'end'), answering(ok));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await (await server.connection(0)).clientClosed; // the client's end follows the server's
    expect(await transport.exchange(post(server.url))).toMatchObject({ status: 200 });
    expect(server.connections).toHaveLength(2);
  });

  it('that the server wants to close are not reused', async () => {
    const server = await startRawServer(answering(httpAnswer('200 OK', '', ['Connection: close'])));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await transport.exchange(post(server.url));
    expect(server.connections).toHaveLength(2);
  });

  it.skipIf(noKernelTimers)(
    `use TCP keep-alive, because a long commit means a long silence${why(noKernelTimers)}`,
    async () => {
      const server = await startRawServer(answering(ok));
      await transportFor().exchange(post(server.url));
      expect(timersOf(server.port)).toEqual(['keep-alive']);
    },
  );

  it('are closed after two idle seconds, because the server may have closed them unnoticed', async () => {
    const server = await startRawServer(answering(ok));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await (await server.connection(0)).clientClosed;
    expect(await transport.exchange(post(server.url))).toMatchObject({ status: 200 });
    expect(server.connections).toHaveLength(2);
  });

  it('stay open for as long as a response takes, also when they were idle before', async () => {
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

  it('are all closed with the transport, whether idle or in use', async () => {
    const server = await startRawServer(answering(ok), () => undefined);
    const transport = transportFor();
    const answer = transport.exchange(post(server.url));
    const hanging = transport.exchange(post(server.url)).catch((error: unknown) => error);
    expect(await answer).toMatchObject({ status: 200 });
    const [idle, busy] = [await server.connection(0), await server.connection(1)];
    await busy.request();
    transport.close();
    await Promise.all([idle.clientClosed, busy.clientClosed]);
    expect(await hanging).toMatchObject({ problem: 'interrupted', sent: true });
  });

  it('that are being made are closed with the transport', async () => {
    const server = await startRawServer(() => undefined);
    const transport = transportFor({ secure: true });
    const exchange = transport.exchange(post(`https://127.0.0.1:${server.port}`));
    const connection = await server.connection(0);
    transport.close();
    await expect(exchange).rejects.toMatchObject({ name: 'TransportError', sent: false });
    await connection.clientClosed;
  });
});

describe('an HTTP connection between two requests', () => {
  const twoRequests = async (firstResponse: string, whenIdle?: (connection: RawConnection) => void) => {
    const server = await startRawServer(async (connection) => {
      await connection.request();
      connection.send(firstResponse);
      whenIdle?.(connection);
      if ((await connection.request()) !== undefined) connection.send(ok);
    }, answering(ok));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    return { server, second: () => transport.exchange(post(server.url)) };
  };

  it.each([
    ['a whole response', ok],
    ['a part of a response', 'HTTP/1.1 4'],
    ['an interim response', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['bytes that are not HTTP', '\u0000\u0001'],
    ['one byte', 'H'],
  ])('is closed by %s, whether it arrives in the same read or later', async (_, extra) => {
    for (const delayMs of [undefined, 0, 30]) {
      const { server, second } = await twoRequests(delayMs === undefined ? ok + extra : ok, ({ send }) => {
        if (delayMs !== undefined) setTimeout(() => send(extra), delayMs);
      });
      await (await server.connection(0)).clientClosed;
      expect(await second()).toMatchObject({ status: 200 });
      expect(server.connections).toHaveLength(2);
    }
  });

  it.each([
    ['without a body', httpAnswer('200 OK')],
    ['with a body', httpAnswer('200 OK', '\r\n\r\n{"a": 1}')],
    ['without a body and without a length', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n'],
    ['in chunks with a trailer', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: 1\r\n\r\n'],
    ['after an interim response', `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok}`],
  ])('is used again after a response %s', async (_, response) => {
    const { server, second } = await twoRequests(response);
    expect(await second()).toMatchObject({ status: 200 });
    expect(server.connections).toHaveLength(1);
  });

  it('is used again after a response that arrives byte by byte', async () => {
    const server = await startRawServer(async ({ request, send, socket }) => {
      socket.setNoDelay(true);
      while ((await request()) !== undefined) {
        for (const byte of httpAnswer('200 OK', 'body')) {
          send(byte);
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
    });
    const transport = transportFor();
    for (let times = 0; times < 3; times += 1) {
      expect(await transport.exchange(post(server.url))).toMatchObject({ body: 'body' });
    }
    expect(server.connections).toHaveLength(1);
  });

  it.each(['end', 'destroy', 'resetAndDestroy'] as const)('may be closed by the server with %s', async (how) => {
    const { server, second } = await twoRequests(ok, ({ socket }) => void setTimeout(() => socket[how](), 40));
    await (await server.connection(0)).clientClosed;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await second()).toMatchObject({ status: 200 });
  });

  it('waits for its request to be sent completely before it is used again', async () => {
    // On Windows the system reports a write as done only later, often after the response.
    const write = Socket.prototype._write;
    vi.spyOn(Socket.prototype, '_write').mockImplementation(function (this: Socket, chunk, encoding, callback) {
      write.call(this, chunk, encoding, (error) => setTimeout(() => callback(error), 30));
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const server = await startRawServer(answering(ok));
    const transport = transportFor();
    for (let times = 0; times < 3; times += 1) await transport.exchange(post(server.url));
    expect(server.connections).toHaveLength(1);
  });

  it('is not used again when a request on a connection that was used before got no response', async () => {
    const server = await startRawServer(async ({ request, send, socket }) => {
      await request();
      send(ok);
      await request();
      socket.destroy();
    }, answering(ok));
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await expect(transport.exchange(post(server.url))).rejects.toMatchObject({ problem: 'interrupted', sent: true });
    for (let times = 0; times < 3; times += 1) await transport.exchange(post(server.url));
    expect(server.connections).toHaveLength(4);
  });

  it.each([
    ['timeout=0', 2],
    ['max=5, timeout=0', 2],
    ['timeout=1', 1],
    ['timeout=60', 1],
    ['max=100', 1],
  ])('is used again according to the header Keep-Alive: %s', async (header, connections) => {
    const { server, second } = await twoRequests(httpAnswer('200 OK', '', [`Keep-Alive: ${header}`]));
    await second();
    expect(server.connections).toHaveLength(connections);
  });

  it.each([
    ['without a body', ok],
    ['with a body', httpAnswer('400 Bad Request', '{"Error":{}}')],
    ['of 204', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n'],
    ['after a 100', `HTTP/1.1 100 Continue\r\n\r\n${ok}`],
    ['after a 103', `HTTP/1.1 103 Early Hints\r\n\r\n${ok}`],
  ])('does not gather listeners while it carries twenty responses %s', async (_, response) => {
    const server = await startRawServer(answering(response));
    const transport = transportFor();
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on('warning', onWarning);
    onTestFinished(() => void process.off('warning', onWarning));
    for (let times = 0; times < 20; times += 1) await transport.exchange(post(server.url));
    expect(warnings).toEqual([]);
    expect(server.connections).toHaveLength(1);
  });
});
