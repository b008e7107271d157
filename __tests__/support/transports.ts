// A transport to a test's own server, and requests over it.
import { onTestFinished } from 'vitest';
import { type HttpRequest, openTransport, type Transport } from '../../src/http/transport.js';
import type { Clock } from '../../src/shared/clock.js';
import { type ConnectionHandler, httpAnswer } from './raw-server.js';
import { standingClock } from './standing-clock.js';

/** A 200 without a body. */
export const ok = httpAnswer('200 OK');

/** A transport to the server of its first exchange. */
export function transportFor({
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
      connectTimeoutMs: 30_000,
      userAgent: 'tester/1',
      tls: secure ? { trust: { kind: 'authority', ca: [] } } : undefined,
    });
    return opened;
  };
  const close = (): void => opened?.close();
  onTestFinished(close);
  return { exchange: (request) => toward(request.url).exchange(request), close };
}

export function post(url: string, changed: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url, headers: {}, deadlineMs: 60_000, signal: new AbortController().signal, ...changed };
}

/** Sends this after a request, and then ends the connection, resets it, or leaves it open. */
export const sending =
  (text: string, ending: 'stay' | 'end' | 'reset'): ConnectionHandler =>
  async ({ request, send, socket }) => {
    await request();
    send(text);
    if (ending === 'end') socket.end();
    if (ending === 'reset') setImmediate(() => socket.resetAndDestroy());
  };
