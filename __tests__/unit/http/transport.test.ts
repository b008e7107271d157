// The request as it is sent and the response as it is read, on real sockets.
import { v4 } from 'uuid';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { maxBodyBytes } from '../../../src/http/response-body.js';
import { openImageStore } from '../../../src/image-store/client.js';
import { systemClock } from '../../../src/shared/clock.js';
import { SESSION } from '../../support/attempts.js';
import { answering, httpAnswer, refusingPort, startRawServer, startRawServerOn } from '../../support/raw-server.js';
import { read } from '../../support/repository.js';
import { noIpv6, why } from '../../support/skips.js';
import { standingClock } from '../../support/standing-clock.js';
import { ok, post, sending, transportFor } from '../../support/transports.js';

describe('an HTTP request', () => {
  async function committed(host: string): Promise<{ port: number; lines: readonly string[] }> {
    const server = await startRawServerOn(host, answering(ok));
    const { version } = JSON.parse(read('package.json'));
    const store = openImageStore({
      endpointUrl: `${server.url}/base`,
      transport: transportFor({ clock: systemClock }),
      clock: systemClock,
      newRequestId: v4,
      redact: (text) => text,
      runLabel: 'github-run-4711.2',
    });
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await store.commit(SESSION, 7, new AbortController().signal)).toMatchObject({
      kind: 'response',
      status: 200,
    });
    return { port: server.port, lines: server.requests().flatMap((head) => head.split('\r\n')) };
  }

  it('is one request line and these headers, without a body', async () => {
    const { port, lines } = await committed('127.0.0.1');
    const id = /^github-run-4711\.2:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
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
      'accept-encoding': 'identity',
      connection: 'keep-alive',
      'content-length': '0',
      host: `127.0.0.1:${port}`,
      'user-agent': 'tester/1',
      'x-servicefabricrequestid': expect.stringMatching(id),
    });
  });

  it('is reported as sent when there is a connection, and not when there is none', async () => {
    const reports: string[] = [];
    const server = await startRawServer(answering(ok));
    await transportFor().exchange(post(server.url, { onSent: () => reports.push('sent') }));
    expect(reports).toEqual(['sent']);
    const url = `http://127.0.0.1:${await refusingPort()}`;
    const failing = transportFor().exchange(post(url, { onSent: () => reports.push('sent to nobody') }));
    await expect(failing).rejects.toMatchObject({ problem: 'connect' });
    expect(reports).toEqual(['sent']);
  });

  it.skipIf(noIpv6)(`reaches an IPv6 address, with brackets in its Host header${why(noIpv6)}`, async () => {
    const { port, lines } = await committed('::1');
    expect(lines.map((line) => line.toLowerCase())).toContain(`host: [::1]:${port}`);
  });

  it('does not depend on the proxy variables of the environment, which the caller has read', async () => {
    vi.stubEnv('http_proxy', ' ');
    onTestFinished(() => void vi.unstubAllEnvs());
    const server = await startRawServerOn('0.0.0.0', answering(ok));
    expect(await transportFor().exchange(post(server.url))).toMatchObject({ status: 200 });
  });

  it('has a new request id each time', async () => {
    const server = await startRawServer(answering(ok));
    const store = openImageStore({
      endpointUrl: server.url,
      transport: transportFor(),
      clock: standingClock(),
      newRequestId: v4,
      redact: (text) => text,
      runLabel: 'x',
    });
    await store.commit(SESSION, 7, new AbortController().signal);
    await store.commit(SESSION, 7, new AbortController().signal);
    const ids = server.requests().map((head) => /^x-servicefabricrequestid: (.*)\r$/im.exec(head)?.[1]);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('an HTTP response', () => {
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
  ])('%s arrives complete from a server that never closes the connection', async (_what, answer, expected) => {
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
    'without an end (%s) is read up to 64 KiB, and its connection is closed',
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
      await (await server.connection(0)).clientClosed;
    },
  );

  it.each([
    [maxBodyBytes, false],
    [maxBodyBytes + 1, true],
  ])('of %d bytes is truncated: %s', async (length, truncated) => {
    const server = await startRawServer(answering(httpAnswer('200 OK', 'x'.repeat(length))));
    expect(await transportFor().exchange(post(server.url))).toMatchObject({ truncated });
  });

  it('arrives in time under the longest deadline that the inputs allow', async () => {
    const server = await startRawServer(async ({ request, send }) => {
      await request();
      setTimeout(() => send(ok), 20);
    });
    const request = post(server.url, { deadlineMs: 4_294_967_295_000 + 15_000 });
    expect(await transportFor({ clock: systemClock }).exchange(request)).toMatchObject({ status: 200 });
  });
});
