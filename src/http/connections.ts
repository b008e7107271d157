// The connections to one endpoint: reused while they are fresh, and all ended together.
import { Agent, type RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import { createDialer, type DialOptions } from './dial.js';

/** Idle connections end after this. A request on one that the server has closed meanwhile would look like a lost response. */
const idleTimeoutMs = 2_000;

/** A connection that is ready for a request. */
export interface Connection {
  readonly socket: Socket;
  /** Whether a request was sent over it before. */
  readonly isReused: boolean;
  /**
   * To be called before a request is sent. Resolves when its response has been read, with whether the connection can be
   * used again: then it stays with the caller instead of becoming idle.
   */
  keep(): Promise<boolean>;
  /** The options for sending this request over this connection. */
  requestOptions(request: RequestHead): RequestOptions;
}

export interface RequestHead {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Connections {
  /** Gives the caller an idle connection, or a new one. It is idle again when the response has been read. */
  acquire(signal: AbortSignal): Promise<Connection>;
  /** Ends every connection at once, including those still being made. */
  close(): void;
}

/** Connects nowhere before the first request. */
export function openConnections(options: DialOptions): Connections {
  const { url, proxy, tls } = options;
  const { origin, hostname, port } = new URL(url);
  const idle: Connection[] = [];
  const sockets = new Set<Socket>();
  const dial = createDialer(options, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Without a listener an error would end the process. Exchanges have their own; `close` follows in any case.
    socket.on('error', () => undefined);
  });

  const toConnection = (socket: Socket): Connection => {
    // An agent of its own for each connection: the caller knows which connection a request uses before it is sent. Over
    // TLS it is an http agent as well, because the handshake is done when the connection is handed over.
    const agent = new Agent({ keepAlive: true });
    let isReused = false;
    let onKept: ((isUsable: boolean) => void) | undefined;
    const connection: Connection = {
      socket,
      get isReused() {
        return isReused;
      },
      keep: () =>
        new Promise((resolve) => {
          onKept = resolve;
        }),
      requestOptions: ({ method, path, headers }) => {
        const target = { agent, method, host: hostname, port, defaultPort: tls ? 443 : 80 };
        if (proxy === undefined || tls) return { ...target, path, headers: { ...headers } };
        // A proxy takes a request for an http endpoint with its absolute URL (RFC 9112, section 3.2.2).
        const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization };
        return { ...target, path: `${origin}${path}`, headers: { ...headers, ...authorization } };
      },
    };
    agent.createConnection = () => socket;
    agent.keepSocketAlive = () => {
      socket.setTimeout(idleTimeoutMs);
      isReused = true;
      if (onKept) onKept(true);
      else idle.push(connection);
      onKept = undefined;
      return true;
    };
    socket.once('close', () => {
      onKept?.(false);
      if (idle.includes(connection)) idle.splice(idle.indexOf(connection), 1);
    });
    return connection;
  };

  return {
    acquire: async (signal) => {
      for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
        if (connection.socket.writable && !connection.socket.destroyed) return connection;
      }
      return toConnection(await dial(signal));
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
