// What ends an exchange early: its deadline, the connect timeout, cancellation.
import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { answering, httpAnswer, refusingPort, startRawServer } from '../../support/raw-server.js';
import { standingClock } from '../../support/standing-clock.js';
import { ok, post, transportFor } from '../../support/transports.js';

describe('the deadline of an HTTP exchange', () => {
  it('ends the wait for a response', async () => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request }) => {
      await request();
      clock.pass(75_000);
    });
    await expect(transportFor({ clock }).exchange(post(server.url, { deadlineMs: 75_000 }))).rejects.toMatchObject({
      problem: 'deadline',
      code: 'DEADLINE',
      message: 'no complete response within 75 s',
      sent: true,
      partialResponse: undefined,
    });
    await (await server.connection(0)).clientClosed;
  });

  it('includes the last byte of a response that arrives slowly', async () => {
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
    await (await server.connection(0)).clientClosed;
  });

  it('includes connecting, and ends a connection that is being made', async () => {
    const clock = standingClock();
    const server = await startRawServer(() => clock.pass(1_000));
    const request = post(`https://127.0.0.1:${server.port}`, { deadlineMs: 1_000 });
    await expect(transportFor({ clock, secure: true }).exchange(request)).rejects.toMatchObject({
      problem: 'deadline',
      sent: false,
      message: 'no connection within 1 s',
    });
  });

  it.each([
    [13_983, '14 s'],
    [16_000, '16 s'],
    [1_000, '1 s'],
    [999, 'less than 1 s'],
    [4_294_967_310_000, '4294967310 s'],
  ])('of %d ms is shown as %s', async (deadlineMs, shown) => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request }) => {
      await request();
      clock.pass(deadlineMs);
    });
    await expect(transportFor({ clock }).exchange(post(server.url, { deadlineMs }))).rejects.toMatchObject({
      message: `no complete response within ${shown}`,
    });
  });

  it('leaves no timer after the response', async () => {
    const clock = standingClock();
    const server = await startRawServer(answering(ok));
    await transportFor({ clock }).exchange(post(server.url));
    expect(clock.waiting).toBe(0);
  });
});

describe('the connect timeout', () => {
  it('ends a TLS handshake that the server does not answer', async () => {
    const clock = standingClock();
    const server = await startRawServer(() => clock.pass(30_000));
    const request = post(`https://127.0.0.1:${server.port}`, { deadlineMs: 4_000_000 });
    await expect(transportFor({ clock, secure: true }).exchange(request)).rejects.toMatchObject({
      problem: 'connect',
      code: 'CONNECT_TIMEOUT',
      message: 'no connection within 30 s',
      sent: false,
    });
    await (await server.connection(0)).clientClosed;
    expect(clock.waiting).toBe(0);
  });

  it('does not apply once the connection is made', async () => {
    const clock = standingClock();
    const server = await startRawServer(async ({ request, send }) => {
      await request();
      clock.pass(31_000);
      send(ok);
    });
    expect(await transportFor({ clock }).exchange(post(server.url))).toMatchObject({ status: 200 });
  });

  it('is not awaited when the server answers a TLS handshake in plain HTTP', async () => {
    const server = await startRawServer(({ send }) => send(httpAnswer('400 Bad Request')));
    const request = post(`https://127.0.0.1:${server.port}`);
    await expect(transportFor({ secure: true }).exchange(request)).rejects.toMatchObject({
      problem: 'connect',
      message: expect.stringMatching(/wrong version number/i),
      sent: false,
      permanent: true,
    });
  });
});

describe('cancellation of an HTTP exchange', () => {
  const cancelled = { problem: 'cancelled', code: 'CANCELLED' };

  it('before it starts sends nothing', async () => {
    const server = await startRawServer(answering(ok));
    const controller = new AbortController();
    controller.abort();
    const exchange = transportFor().exchange(post(server.url, { signal: controller.signal }));
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: false });
    expect(server.requests()).toEqual([]);
  });

  it('while the connection is being made sends nothing', async () => {
    const controller = new AbortController();
    const server = await startRawServer(() => controller.abort());
    const request = post(`https://127.0.0.1:${server.port}`, { signal: controller.signal });
    const exchange = transportFor({ secure: true }).exchange(request);
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: false });
  });

  it('in flight ends it at once and closes the connection', async () => {
    const controller = new AbortController();
    const server = await startRawServer(async ({ request }) => {
      await request();
      controller.abort();
    });
    const exchange = transportFor().exchange(post(server.url, { signal: controller.signal }));
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: true });
    await (await server.connection(0)).clientClosed;
  });

  it('in the middle of a response reports the status that arrived', async () => {
    const controller = new AbortController();
    const server = await startRawServer(async ({ request, send }) => {
      await request();
      send('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nx');
      setTimeout(() => controller.abort(), 50);
    });
    const exchange = transportFor().exchange(post(server.url, { signal: controller.signal }));
    await expect(exchange).rejects.toMatchObject({ ...cancelled, sent: true, partialResponse: { status: 200 } });
  });

  it('has no listener left after exchanges that succeeded and failed', async () => {
    const { signal } = new AbortController();
    const server = await startRawServer(answering(ok));
    const transport = transportFor();
    for (let times = 0; times < 8; times += 1) await transport.exchange(post(server.url, { signal }));
    const refused = post(`http://127.0.0.1:${await refusingPort()}`, { signal });
    await expect(transportFor().exchange(refused)).rejects.toMatchObject({ problem: 'connect' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('after the response has no effect', async () => {
    const controller = new AbortController();
    const server = await startRawServer(answering(ok));
    await transportFor().exchange(post(server.url, { signal: controller.signal }));
    expect(() => controller.abort()).not.toThrow();
  });
});
