// The emulated image store behind a socket: node:http (or whatever server is handed in) on 127.0.0.1.

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import { type MovableClock, movable, REAL_CLOCK } from './clock.js';
import { type Controlled, control, isControl, type SeenRequest } from './control-api.js';
import type { Fault } from './faults.js';
import { answered } from './handler-result.js';
import { createImageStore, type ImageStore, type ImageStoreOptions } from './image-store.js';
import { deliver, onTheWire } from './response-writer.js';
import { errorAnswer, htmlAnswer } from './responses.js';

export interface GatewayOptions extends Partial<ImageStoreOptions> {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Another server for the same requests: an https one, for instance. */
  readonly createServer?: (listener: RequestListener) => Server;
}

/** A running gateway. */
export interface Gateway {
  readonly url: string;
  readonly port: number;
  readonly store: ImageStore;
  /** What was asked of the cluster, oldest first; the last ten thousand. */
  readonly requests: readonly SeenRequest[];
  script(faults: readonly Fault[]): void;
  /** Moves the cluster's clock forward. */
  advance(byMs: number): void;
  /** Ends at once, whatever the peers do with their sockets. */
  close(): Promise<void>;
}

/** Starts an empty cluster's gateway; rejects when the port cannot be had. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const clock = movable(options.clock ?? REAL_CLOCK);
  const store = createImageStore({ ...options, clock });
  const requests: SeenRequest[] = [];
  const listener: RequestListener = (request, response) => {
    answer({ store, requests, advance: clock.advance }, clock, request, response).catch((error: unknown) => {
      // A scripted header that HTTP does not allow, say: whoever asks is told, and the emulator lives on.
      deliver(answered(errorAnswer('E_FAIL', { message: String(error) })), response);
    });
  };
  const server = (options.createServer ?? createServer)(listener);
  server.keepAliveTimeout = 120_000; // as http.sys has it
  server.requestTimeout = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) {
      socket.end(onTheWire(htmlAnswer(400, 'Bad Request')));
    }
  });
  const port = await listening(server, options.port ?? 0);
  return {
    url: `${server instanceof TlsServer ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    store,
    requests,
    script: store.script,
    advance: clock.advance,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}

const MOST_SEEN_REQUESTS = 10_000;

async function answer(
  controlled: Controlled,
  clock: MovableClock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url: target = '' } = request;
  const atMs = clock.now();
  const headers = singleHeaders(request);
  const body = await wholeBody(request);
  if (body === undefined) {
    return; // the peer has gone in the middle of its request
  }
  if (isControl(target)) {
    deliver(answered(control(controlled, method, target, body.toString())), response);
    return;
  }
  const { store, requests } = controlled;
  requests.push({ method, target, headers, bodyBytes: body.byteLength, atMs });
  requests.splice(0, requests.length - MOST_SEEN_REQUESTS);
  deliver(await store.handle({ method, target, headers, body }), response);
}

/** Header names in lower case; a repeated one joined with commas. */
function singleHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
  );
}

async function wholeBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of request) {
      pieces.push(Buffer.from(piece));
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(pieces);
}

/** The port it listens on. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
