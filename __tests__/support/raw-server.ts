// A TCP server whose other end of the conversation is a script, for what no well-behaved HTTP server would do.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** One connection, as the server sees it. */
export interface RawConnection {
  socket: Socket;
  /** Everything received so far. */
  received(): string;
  /** The next request's head; undefined when the other side ended the connection first. */
  request(): Promise<string | undefined>;
  send(text: string): void;
  /** Resolves when the other side has left: ended or reset the connection. */
  left: Promise<void>;
}

/** What happens on a connection. */
export type Peer = (connection: RawConnection) => Promise<void> | void;

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

/** Starts on a free port; the nth connection gets the nth peer, later ones the last. Ends with the test. */
export async function startRawServer(...peers: readonly Peer[]): Promise<RawServer> {
  return startRawServerOn('127.0.0.1', ...peers);
}

/** The same on another address of this machine. */
export async function startRawServerOn(host: string, ...peers: readonly Peer[]): Promise<RawServer> {
  const connections: RawConnection[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection = toConnection(socket);
    const peer = peers[connections.length] ?? peers.at(-1);
    connections.push(connection);
    server.emit('peer');
    void peer?.(connection);
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
        await once(server, 'peer');
      }
    },
    requests: () => connections.flatMap(({ received }) => received().split(/(?<=\r\n\r\n)/)),
    close,
  };
}

function toConnection(socket: Socket): RawConnection {
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
  const left = new Promise<void>((resolve) => {
    socket.once('end', () => resolve());
    socket.once('close', () => resolve());
  });
  return {
    socket,
    left,
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

/** A whole HTTP answer with a true length. */
export function httpAnswer(statusLine: string, body = '', headers: readonly string[] = []): string {
  const lines = [`HTTP/1.1 ${statusLine}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** A peer that gives every request on its connection the same answer. */
export function answering(answer: string): Peer {
  return async ({ request, send }) => {
    while ((await request()) !== undefined) send(answer);
  };
}

/** A port on which nobody listens, because whoever did has just gone. */
export async function refusingPort(): Promise<number> {
  const { port, close } = await startRawServer();
  await close();
  return port;
}
