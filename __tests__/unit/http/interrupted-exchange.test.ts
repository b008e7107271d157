// Exchanges without a complete response, against servers that break the protocol.
import { describe, expect, it } from 'vitest';
import { answering, refusingPort, startRawServer } from '../../support/raw-server.js';
import { ok, post, sending, transportFor } from '../../support/transports.js';

describe('an HTTP exchange without a complete response', () => {
  it('reports a refused connection as not sent', async () => {
    const port = await refusingPort();
    await expect(transportFor().exchange(post(`http://127.0.0.1:${port}`))).rejects.toMatchObject({
      name: 'TransportError',
      problem: 'connect',
      code: 'ECONNREFUSED',
      sent: false,
      permanent: false,
      partialResponse: undefined,
      message: `connect ECONNREFUSED 127.0.0.1:${port}`,
    });
  });

  it('has an error message even when every address of a name refuses the connection', async () => {
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
    ['connection closed before the response', '', 'end', 'ECONNRESET', undefined],
    ['connection reset before the response', '', 'reset', 'ECONNRESET', undefined],
    ['connection closed in the status line', 'HTTP/1.1 20', 'end', /ECONNRESET|HPE_/, undefined],
    ['connection closed in the headers', 'HTTP/1.1 200 OK\r\nContent-Le', 'end', /ECONNRESET|HPE_/, undefined],
    [
      'connection closed after the head of a 200',
      head('200 OK', 5),
      'end',
      'ECONNRESET',
      { status: 200, reasonPhrase: 'OK' },
    ],
    [
      'connection reset after the head of a 200',
      head('200 OK', 5),
      'reset',
      'ECONNRESET',
      { status: 200, reasonPhrase: 'OK' },
    ],
    [
      'connection closed in the body of a 200',
      `${head('200 OK', 5)}{`,
      'end',
      'ECONNRESET',
      { status: 200, reasonPhrase: 'OK' },
    ],
    [
      'connection closed in the body of a 403',
      `${head('403 Forbidden', 9)}{`,
      'end',
      'ECONNRESET',
      { status: 403, reasonPhrase: 'Forbidden' },
    ],
    [
      'connection closed in the body of a 500',
      `${head('500 Oops', 99)}{"Er`,
      'end',
      'ECONNRESET',
      { status: 500, reasonPhrase: 'Oops' },
    ],
    [
      'connection reset in the body of a 500',
      `${head('500 Oops', 99)}{"Er`,
      'reset',
      'ECONNRESET',
      { status: 500, reasonPhrase: 'Oops' },
    ],
    [
      'connection closed between chunks',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n',
      'end',
      'ECONNRESET',
      { status: 200, reasonPhrase: 'OK' },
    ],
    ['a response that is not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'end', /^HPE_/, undefined],
    ['a TLS alert', '\u0015\u0003\u0001\u0000\u0002\u0002P', 'end', /^HPE_/, undefined],
    [
      'headers that are too long',
      `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`,
      'end',
      'HPE_HEADER_OVERFLOW',
      undefined,
    ],
    [
      'two different lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
      'end',
      /^HPE_/,
      undefined,
    ],
  ])('fails and reports the status if it arrived: %s', async (_what, text, ending, code, begun) => {
    const server = await startRawServer(sending(text, ending));
    await expect(transportFor().exchange(post(server.url))).rejects.toMatchObject({
      problem: 'interrupted',
      code: typeof code === 'string' ? code : expect.stringMatching(code),
      sent: true,
      // Windows drops what arrived before a reset and was not read yet.
      ...(process.platform === 'win32' && ending === 'reset' ? {} : { partialResponse: begun }),
      message: expect.stringMatching(/./),
    });
    expect(server.requests()).toHaveLength(1);
  });

  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
  it.each<[string, string, string]>([
    ['a 101 response', upgrade, 'UNEXPECTED_UPGRADE'],
    ['a connection closed without a response', '', 'ECONNRESET'],
  ])('fails at once, not at its deadline, on a reused connection: %s', async (_, text, code) => {
    const server = await startRawServer(async ({ request, send, socket }) => {
      await request();
      send(ok);
      await request();
      if (text === '') socket.end();
      else send(text);
    });
    const transport = transportFor();
    await transport.exchange(post(server.url));
    await expect(transport.exchange(post(server.url))).rejects.toMatchObject({
      problem: 'interrupted',
      code,
      sent: true,
      permanent: false,
    });
    await (await server.connection(0)).clientClosed;
    expect([server.connections.length, server.requests().filter((head) => head !== '').length]).toEqual([1, 2]);
  });

  it('fails when the body cannot be parsed to its end', async () => {
    const broken = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\nnonsense\r\n';
    const server = await startRawServer(answering(broken));
    await expect(transportFor().exchange(post(server.url))).rejects.toMatchObject({
      problem: 'interrupted',
      sent: true,
      partialResponse: { status: 200, reasonPhrase: 'OK' },
    });
    await (await server.connection(0)).clientClosed;
  });

  it('fails with an upgrade that it did not request, and closes the connection', async () => {
    const server = await startRawServer(answering(upgrade));
    await expect(transportFor().exchange(post(server.url))).rejects.toMatchObject({
      problem: 'interrupted',
      sent: true,
    });
    await (await server.connection(0)).clientClosed;
  });
});
