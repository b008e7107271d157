// The emulated image store as an HTTP server: node:http, or another server that is passed in, on 127.0.0.1.

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import { receiveBody } from './body-receiver.js';
import { BodySink, BodySpool } from './body-sink.js';
import { createMovableClock, type MovableClock, systemClock } from './clock.js';
import { Content } from './content.js';
import { type ControlContext, handleControlRequest, isControlRequest, type RecordedRequest } from './control-api.js';
import type { Fault } from './faults.js';
import { respondWith } from './handler-result.js';
import { createImageStore, type ImageStore, type ImageStoreOptions } from './image-store.js';
import { serializeResponse, writeResult } from './response-writer.js';
import { errorResponse, htmlResponse } from './responses.js';

export interface GatewayOptions extends Partial<ImageStoreOptions> {
  /** Default: 0, which takes any free port. */
  readonly port?: number;
  /** A folder for large bodies. They are written to files there until the gateway closes. Default: memory only. */
  readonly spoolFolder?: string;
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
  const spool = options.spoolFolder === undefined ? undefined : new BodySpool(options.spoolFolder);
  const context = { store, requests, advance: clock.advance, clock, spool };
  const listener: RequestListener = (request, output) => {
    serve(context, request, output).catch((error: unknown) => {
      // For example a scripted header that HTTP does not allow: the client gets the error, and the emulator continues.
      writeResult(respondWith(errorResponse('E_FAIL', { message: String(error) })), output, clock.now());
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
    if (socket.writable) socket.end(serializeResponse(htmlResponse(400, 'Bad Request'), clock.now()));
  });
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    spool?.remove();
    throw error;
  });
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
      spool?.remove();
    },
  };
}

const maxRecordedRequests = 10_000;

interface ServeContext extends ControlContext {
  readonly clock: MovableClock;
  readonly spool: BodySpool | undefined;
}

async function serve(context: ServeContext, request: IncomingMessage, output: ServerResponse): Promise<void> {
  const { method = '', url: target = '' } = request;
  const { store, requests, clock, spool } = context;
  if (isControlRequest(target)) {
    const body = await receiveBody(request, new BodySink(undefined), clock);
    if (body.kind !== 'complete') return; // the client closed the connection before the end of its request
    writeResult(
      respondWith(handleControlRequest(context, method, target, body.content.read().toString())),
      output,
      clock.now(),
    );
    return;
  }
  const atMs = clock.now();
  const headers = joinHeaders(request);
  const incoming = store.receive({ method, target, headers });
  const body = await receiveBody(request, new BodySink(spool), clock, incoming.receive).catch((error: unknown) => {
    incoming.abandon();
    throw error;
  });
  const cut = body.kind === 'complete' ? {} : { cut: true as const };
  requests.push({ method, target, headers, bodyBytes: body.receivedBytes, atMs, ...cut });
  requests.splice(0, requests.length - maxRecordedRequests);
  if (body.kind === 'complete') {
    writeResult(await incoming.handle(body.content), output, clock.now());
  } else if (body.kind === 'answered') {
    output.shouldKeepAlive = false;
    writeResult(await incoming.handle(new Content([])), output, clock.now());
  } else {
    incoming.abandon();
    if (body.kind === 'reset') writeResult({ kind: 'reset' }, output, clock.now());
  }
}

/** Header names in lower case; the values of a repeated header joined with commas. */
function joinHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
  );
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
