// Connections to the gateway: each made within a budget, kept only while it is fresh, all of them ended on demand.
import * as http from 'node:http';
import * as https from 'node:https';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { Clock } from './clock.js';

/** An idle connection is dropped after this: one that the other side closed meanwhile would look like a lost answer. */
const idleMs = 2_000;
/** Cloud load balancers silently forget a flow after four quiet minutes; a long commit must outlive that. */
const keepAliveDelayMs = 30_000;

export interface ConnectOptions {
  clock: Clock;
  /** Whether the endpoint speaks TLS. */
  secure: boolean;
  /** Time for one connection to be made, in milliseconds. */
  connectMs: number;
}

/** Connections to one endpoint: as many as there are exchanges at a time, and those that are done are used again. */
export interface Connections {
  /** Makes a request use these connections. */
  prepare(options: http.RequestOptions): void;
  /** Ends all of them at once, also those still being made. */
  close(): void;
}

/** Nothing is connected before the first request. */
export function openConnections({ clock, secure, connectMs }: ConnectOptions): Connections {
  const agent = secure ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
  const sockets = new Set<Duplex>();
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };

  // Calling back only when the connection is ready is what lets a request know whether it can have been sent.
  agent.createConnection = ({ host, port }, callback) => {
    dial({ clock, host: String(host), port: Number(port), secure, connectMs, track }).then(
      (socket) => callback?.(null, socket),
      // The callback takes an error alone as well; its type does not say so.
      (error: unknown) => Reflect.apply(callback ?? (() => undefined), undefined, [error]),
    );
    return undefined;
  };
  agent.keepSocketAlive = (socket) => {
    if ('setTimeout' in socket && typeof socket.setTimeout === 'function') socket.setTimeout(idleMs);
    return true;
  };
  return {
    prepare: (options) => {
      options.agent = agent;
      // The library passes an IPv6 literal on with its brackets, which no resolver knows.
      const host = options.host?.replace(/^\[(.*)\]$/, '$1');
      if (host !== undefined) options.host = host;
    },
    close: () => {
      agent.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

interface Destination {
  clock: Clock;
  host: string;
  port: number;
  secure: boolean;
  connectMs: number;
  track: (socket: Socket) => void;
}

/** One connection, ready for HTTP. */
function dial({ clock, host, port, secure, connectMs, track }: Destination): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const tcp = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveDelayMs });
    const socket = secure ? connectTls({ socket: tcp, host, ...(isName(host) ? { servername: host } : {}) }) : tcp;
    track(socket);
    const cancelBudget = clock.after(connectMs, () =>
      socket.destroy(
        Object.assign(new Error(`no connection within ${connectMs / 1000} s`), { code: 'CONNECT_TIMEOUT' }),
      ),
    );
    const fail = (error: Error): void => {
      cancelBudget();
      socket.destroy();
      tcp.destroy();
      reject(error);
    };
    const closed = (): void => fail(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
    tcp.once('error', fail);
    socket.once('error', fail);
    socket.once('close', closed);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      cancelBudget();
      socket.off('error', fail);
      tcp.off('error', fail);
      socket.off('close', closed);
      resolve(socket);
    });
  });
}

/** A server name in the handshake must be a name: an IP literal there is a protocol error. */
function isName(host: string): boolean {
  return !host.includes(':') && !/^[\d.]+$/.test(host);
}
