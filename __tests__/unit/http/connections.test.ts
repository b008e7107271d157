// Connections: which ones are reused, and when they are closed.
import { describe, expect, it } from 'vitest';
import { hasKernelTimers, timersOf } from '../../support/kernel-timers.js';
import { answering, httpAnswer, startRawServer } from '../../support/raw-server.js';
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

  it.skipIf(!hasKernelTimers)('use TCP keep-alive, because a long commit means a long silence', async () => {
    const server = await startRawServer(answering(ok));
    await transportFor().exchange(post(server.url));
    expect(timersOf(server.port)).toEqual(['keep-alive']);
  });

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
