// The emulated image store as an HTTP server: node:http, or another server that is passed in, on 127.0.0.1.

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import { createMovableClock, type MovableClock, systemClock } from './clock.js';
import { type ControlContext, handleControlRequest, isControlRequest, type RecordedRequest } from './control-api.js';
import type { Fault } from './faults.js';
import { respondWith } from './handler-result.js';
import { createImageStore, type ImageStore, type ImageStoreOptions } from './image-store.js';
import { serializeResponse, writeResult } from './response-writer.js';
import { errorResponse, htmlResponse } from './responses.js';

export interface GatewayOptions extends Partial<ImageStoreOptions> {
  /** Default: 0, which takes any free port. */
  readonly port?: number;
  /** Creates the server that receives the requests, such as one for https. Default: node:http. */
  readonly createServer?: (listener: RequestListener) => Server;
}

/** A running gateway. */
export interface Gateway {
  readonly url: string;
  readonly port: number;
  readonly store: ImageStore;
  /** The last ten thousand requests to the cluster, oldest first. */
  readonly requests: readonly RecordedRequest[];
  addFaults(faults: readonly Fault[]): void;
  /** Advances the cluster's clock. */
  advance(byMs: number): void;
  /** Closes all connections and stops, without waiting for any client. */
  close(): Promise<void>;
}

/** Starts the gateway of an empty cluster. Rejects when it cannot listen on the port. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const clock = createMovableClock(options.clock ?? systemClock);
  const store = createImageStore({ ...options, clock });
  const requests: RecordedRequest[] = [];
  const listener: RequestListener = (request, output) => {
    serve({ store, requests, advance: clock.advance }, clock, request, output).catch((error: unknown) => {
      // For example a scripted header that HTTP does not allow: the client gets the error, and the emulator continues.
      writeResult(respondWith(errorResponse('E_FAIL', { message: String(error) })), output);
    });
  };
  const server = (options.createServer ?? createServer)(listener);
  server.keepAliveTimeout = 120_000; // the default of http.sys
  server.requestTimeout = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(serializeResponse(htmlResponse(400, 'Bad Request')));
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `${server instanceof TlsServer ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    store,
    requests,
    addFaults: store.addFaults,
    advance: clock.advance,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

const maxRecordedRequests = 10_000;

async function serve(
  context: ControlContext,
  clock: MovableClock,
  request: IncomingMessage,
  output: ServerResponse,
): Promise<void> {
  const { method = '', url: target = '' } = request;
  const atMs = clock.now();
  const headers = joinHeaders(request);
  const body = await readBody(request);
  if (body === undefined) return; // the client closed the connection before the end of its request
  if (isControlRequest(target)) {
    writeResult(respondWith(handleControlRequest(context, method, target, body.toString())), output);
    return;
  }
  const { store, requests } = context;
  requests.push({ method, target, headers, bodyBytes: body.byteLength, atMs });
  requests.splice(0, requests.length - maxRecordedRequests);
  writeResult(await store.handle({ method, target, headers, body }), output);
}

/** Header names in lower case; the values of a repeated header joined with commas. */
function joinHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
  );
}

/** Undefined when the request was aborted. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(Buffer.from(part));
  } catch {
    return undefined;
  }
  return Buffer.concat(parts);
}

/** Listens and returns the port, which differs from the given one if that is 0. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
