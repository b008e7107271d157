// A TCP server whose connections a test handles itself, for what an HTTP server would not do.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** One connection, as the server sees it. */
export interface RawConnection {
  socket: Socket;
  /** Everything received so far. */
  received(): string;
  /** The head of the next request; undefined when the client ended the connection first. */
  request(): Promise<string | undefined>;
  send(text: string): void;
  /** Resolves when the client has ended or reset the connection. */
  clientClosed: Promise<void>;
}

/** What happens on a connection. */
export type ConnectionHandler = (connection: RawConnection) => Promise<void> | void;

export interface RawServer {
  port: number;
  url: string;
  /** Every connection made so far, oldest first. */
  connections: readonly RawConnection[];
  /** The connection with this index, as soon as it is made. */
  connection(index: number): Promise<RawConnection>;
  /** The heads of all requests, connection by connection. */
  requests(): string[];
  close(): Promise<void>;
}

/** Starts on a free port; the nth connection gets the nth handler, later ones the last. Ends with the test. */
export async function startRawServer(...handlers: readonly ConnectionHandler[]): Promise<RawServer> {
  return startRawServerOn('127.0.0.1', ...handlers);
}

/** The same on another address of this machine. */
export async function startRawServerOn(host: string, ...handlers: readonly ConnectionHandler[]): Promise<RawServer> {
  const connections: RawConnection[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection = toConnection(socket);
    const handle = handlers[connections.length] ?? handlers.at(-1);
    connections.push(connection);
    server.emit('handled');
    void handle?.(connection);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const { socket } of connections) socket.destroy();
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  onTestFinished(close);
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    connections,
    connection: async (index) => {
      for (;;) {
        const connection = connections[index];
        if (connection) return connection;
        await once(server, 'handled');
      }
    },
    requests: () => connections.flatMap(({ received }) => received().split(/(?<=\r\n\r\n)/)),
    close,
  };
}

export function toConnection(socket: Socket): RawConnection {
  let received = '';
  let read = 0;
  let ended = false;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
  });
  socket.once('end', () => {
    ended = true;
  });
  socket.on('error', () => socket.destroy());
  const clientClosed = new Promise<void>((resolve) => {
    socket.once('end', () => resolve());
    socket.once('close', () => resolve());
  });
  return {
    socket,
    clientClosed,
    received: () => received,
    request: async () => {
      for (;;) {
        const end = received.indexOf('\r\n\r\n', read);
        if (end >= 0) {
          const head = received.slice(read, end + 4);
          read = end + 4;
          return head;
        }
        if (ended || socket.destroyed) return undefined;
        const events = ['data', 'end', 'close'] as const;
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            for (const event of events) socket.off(event, wake);
            resolve();
          };
          for (const event of events) socket.on(event, wake);
        });
      }
    },
    send: (text) => {
      if (socket.writable) socket.write(text);
    },
  };
}

/** A complete HTTP response with the right length. */
export function httpAnswer(statusLine: string, body = '', headers: readonly string[] = []): string {
  const lines = [`HTTP/1.1 ${statusLine}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** Answers every request on a connection with these bytes. */
export function answering(answer: string): ConnectionHandler {
  return async ({ request, send }) => {
    while ((await request()) !== undefined) send(answer);
  };
}

/**
 * A port at which connections are refused until the test ends. Meanwhile it belongs to a connection, so that neither
 * another server nor a connection to it can get it, which then would be connected to itself.
 */
export async function refusingPort(): Promise<number> {
  const { port } = await startRawServer(() => undefined);
  const owner = connect({ host: '127.0.0.1', port, localAddress: '127.0.0.1' });
  await once(owner, 'connect');
  onTestFinished(() => void owner.destroy());
  const { localPort } = owner;
  if (localPort === undefined) throw new Error('the connection has ended');
  return localPort;
}
