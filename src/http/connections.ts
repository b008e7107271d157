// Connections to the gateway: each made within a budget, kept only while it is fresh, all of them ended on demand.
import { Agent, type RequestOptions } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import type { ForwardProxy } from '../connection/proxy.js';
import type { Clock } from '../shared/clock.js';
import { type HostPort, named, withoutBrackets } from './address.js';

/** An idle connection is dropped after this: one that the other side closed meanwhile would look like a lost answer. */
const idleMs = 2_000;
/** Cloud load balancers silently forget a flow after four quiet minutes; a long commit must outlive that. */
const keepAliveDelayMs = 30_000;

/** Makes a new connection to the endpoint, with a TLS handshake on it. */
export type TlsConnect = (options: ConnectionOptions) => Promise<TLSSocket>;

/** Makes a secure connection, with as many handshakes as it takes. */
export type SecureConnect = (shake: TlsConnect, host: string) => Promise<Socket>;

export interface ConnectOptions {
  clock: Clock;
  /** The endpoint, as a URL. */
  url: string;
  /** The way there, where it leads through a proxy. */
  proxy?: ForwardProxy | undefined;
  /** Makes the connections to an https endpoint. */
  secure?: SecureConnect | undefined;
  /** Time for one connection to be made (TCP, proxy and TLS together), in milliseconds. */
  connectMs: number;
}

/** Connections to one endpoint: as many as there are exchanges at a time, and those that are done are used again. */
export interface Connections {
  /** A request to this endpoint over these connections. */
  prepare(request: { method: string; path: string; headers: Record<string, string> }): RequestOptions;
  /** Ends all of them at once, also those still being made. */
  close(): void;
}

/** Nothing is connected before the first request. */
export function openConnections(options: ConnectOptions): Connections {
  const { clock, url, proxy, secure, connectMs } = options;
  // For https too: what a request needs to know of TLS is done when its connection is handed over.
  const agent = new Agent({ keepAlive: true });
  const { hostname, origin, port } = new URL(url);
  const host = withoutBrackets(hostname);
  const defaultPort = secure ? 443 : 80;
  const place = { host, port: port === '' ? defaultPort : Number(port) };
  const sockets = new Set<Duplex>();

  const dial = async (): Promise<Socket> => {
    const own = new Set<Socket>();
    let isLate = false;
    const abandon = (): void => {
      for (const socket of own) socket.destroy();
    };
    const cancelBudget = clock.after(connectMs, () => {
      isLate = true;
      abandon();
    });
    const track = <Kind extends Socket>(socket: Kind): Kind => {
      own.add(socket);
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    };
    const open = async (): Promise<Socket> => {
      if (proxy === undefined) return ready(track(dialTcp(place)));
      // Loaded before there is a connection, which must not be left to itself meanwhile.
      const { openTunnel } = await import('../connection/proxy.js');
      const toProxy = await ready(track(dialTcp(proxy)));
      const spoken = proxy.secure ? await secureProxy(track, toProxy, proxy) : toProxy;
      return secure ? openTunnel(spoken, proxy, place) : spoken;
    };
    const shake: TlsConnect = async (tls) => {
      // Where no proxy is in between, TLS makes the connection itself: one socket instead of two.
      const socket = proxy ? connectTls({ socket: await open(), ...tls }) : keptAlive(connectTls({ ...place, ...tls }));
      return ready(track(socket), 'secureConnect');
    };
    try {
      return await (secure ? secure(shake, host) : open());
    } catch (error) {
      abandon();
      const way = proxy ? ` through the proxy ${proxy.name}` : '';
      throw isLate ? failure(`no connection${way} within ${connectMs / 1000} s`, 'CONNECT_TIMEOUT', error) : error;
    } finally {
      cancelBudget();
    }
  };

  // Calling back only when the connection is ready is what lets a request know whether it can have been sent.
  agent.createConnection = (_, callback) => {
    dial().then(
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
    prepare: ({ method, path, headers }) => {
      const there = { method, ...place, defaultPort, agent };
      if (proxy === undefined || secure) return { ...there, path, headers };
      // A proxy is asked for an http endpoint by its whole address.
      const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization };
      return { ...there, path: `${origin}${path}`, headers: { ...headers, ...authorization } };
    },
    close: () => {
      agent.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function dialTcp({ host, port }: HostPort): Socket {
  return connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveDelayMs });
}

/** The same for a connection that TLS makes. */
function keptAlive(socket: TLSSocket): TLSSocket {
  return socket.setNoDelay(true).setKeepAlive(true, keepAliveDelayMs);
}

/** TLS with the proxy itself, which is believed as every program on the runner believes servers. */
async function secureProxy(
  track: (socket: TLSSocket) => TLSSocket,
  connection: Socket,
  proxy: ForwardProxy,
): Promise<Socket> {
  const socket = connectTls({ socket: connection, ...named(proxy.host) });
  try {
    return await ready(track(socket), 'secureConnect');
  } catch (error) {
    if (!socket.authorizationError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw failure(`the certificate of the proxy ${proxy.name} was not accepted: ${reason}`, 'PROXY_CERTIFICATE', error);
  }
}

/** Resolves when the socket is ready to be written to; rejects when it ends before. */
function ready<Kind extends Socket>(socket: Kind, event: 'connect' | 'secureConnect' = 'connect'): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    const when = event === 'connect' ? '' : ' in the TLS handshake';
    const closed = (): void => fail(failure(`the connection was closed${when}`, 'ECONNRESET'));
    socket.once('error', fail);
    socket.once('close', closed);
    // Once: a renegotiation lets the handshake's end happen again.
    socket.once(event, () => {
      socket.off('error', fail);
      socket.off('close', closed);
      resolve(socket);
    });
  });
}

/** An error with a code, as the network's own have. */
export function failure(message: string, code: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code });
}
