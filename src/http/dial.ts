// One connection to the endpoint, directly or through a proxy, made within its own time limit.
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Clock } from '../shared/clock.js';
import { type HostPort, hostPortOf, tlsHost } from './address.js';
import { describeError, NetworkError } from './errors.js';
import { type ForwardProxy, openTunnel } from './proxy-tunnel.js';
import { createTlsConnector, type TlsOptions } from './tls.js';
import type { TlsConnect } from './tls-verify.js';

/** Cloud load balancers drop a flow without notice after four idle minutes; a long commit must outlive that. */
const keepAliveDelayMs = 30_000;

export interface DialOptions {
  readonly clock: Clock;
  /** The endpoint's URL. */
  readonly url: string;
  /** The proxy to connect through, if any. */
  readonly proxy?: ForwardProxy | undefined;
  /** For an https endpoint, and only for that. */
  readonly tls?: TlsOptions | undefined;
  /** Time limit for one connection: TCP, proxy and TLS together. */
  readonly connectTimeoutMs: number;
}

/** Connects to the endpoint; ends every socket it has opened when the signal is aborted. */
export type Dial = (signal: AbortSignal) => Promise<Socket>;

/** Registers a new socket, to be ended when the connection is given up. */
type Track = <Kind extends Socket>(socket: Kind) => Kind;

/** @param onSocket is called with every socket that is opened, tunnels and repeated handshakes included */
export function createDialer(options: DialOptions, onSocket: (socket: Socket) => void): Dial {
  const { clock, proxy, tls, connectTimeoutMs } = options;
  const endpoint = hostPortOf(options.url);
  const secureConnect = tls && createTlsConnector(tls);

  return async function dial(signal) {
    const sockets = new Set<Socket>();
    const destroyAll = (): void => {
      for (const socket of sockets) socket.destroy();
    };
    const track: Track = (socket) => {
      sockets.add(socket);
      onSocket(socket);
      return socket;
    };
    let timedOut = false;
    const cancelTimeout = clock.after(connectTimeoutMs, () => {
      timedOut = true;
      destroyAll();
    });
    signal.addEventListener('abort', destroyAll);
    try {
      if (secureConnect) return await secureConnect(tlsConnectTo(endpoint, proxy, track), endpoint.host);
      return await (proxy ? connectToProxy(proxy, track) : opened(track(connectTcp(endpoint)), 'connect'));
    } catch (error) {
      destroyAll();
      if (!timedOut) throw error;
      const route = proxy ? ` through the proxy ${proxy.name}` : '';
      const message = `no connection${route} within ${connectTimeoutMs / 1_000} s`;
      const { atProxy } = describeError(error);
      throw new NetworkError('CONNECT_TIMEOUT', message, { atProxy, cause: error });
    } finally {
      cancelTimeout();
      signal.removeEventListener('abort', destroyAll);
    }
  };
}

function connectTcp({ host, port }: HostPort): Socket {
  return connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveDelayMs });
}

function tlsConnectTo(endpoint: HostPort, proxy: ForwardProxy | undefined, track: Track): TlsConnect {
  return async (options) => {
    if (proxy === undefined) {
      // TLS makes the TCP connection itself here: one socket instead of two.
      const socket = connectTls({ ...endpoint, ...options });
      return opened(track(socket.setNoDelay(true).setKeepAlive(true, keepAliveDelayMs)), 'secureConnect');
    }
    const tunnel = await openTunnel(await connectToProxy(proxy, track), proxy, endpoint);
    return opened(track(connectTls({ socket: tunnel, ...options })), 'secureConnect');
  };
}

/** Connects to the proxy itself. An https proxy is verified against the authorities of the system. */
async function connectToProxy(proxy: ForwardProxy, track: Track): Promise<Socket> {
  let socket: TLSSocket | undefined;
  try {
    const connection = await opened(track(connectTcp(proxy)), 'connect');
    if (!proxy.secure) return connection;
    socket = connectTls({ socket: connection, ...tlsHost(proxy.host) });
    return await opened(track(socket), 'secureConnect');
  } catch (error) {
    const { code, message, permanent } = describeError(error);
    if (!socket?.authorizationError) {
      const details = { permanent, atProxy: true, cause: error };
      throw new NetworkError(code, `cannot reach the proxy ${proxy.name}: ${message}`, details);
    }
    throw new NetworkError(
      'PROXY_CERTIFICATE',
      `the certificate of the proxy ${proxy.name} was not accepted: ${message}`,
      { permanent: true, atProxy: true, cause: error },
    );
  }
}

/** Resolves with the socket when it is ready for data; rejects when it ends before. */
function opened<Kind extends Socket>(socket: Kind, event: 'connect' | 'secureConnect'): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    const during = event === 'connect' ? '' : ' in the TLS handshake';
    const onClose = (): void => fail(new NetworkError('ECONNRESET', `the connection was closed${during}`));
    socket.once('error', fail);
    socket.once('close', onClose);
    // Once: a renegotiation emits secureConnect again.
    socket.once(event, () => {
      socket.off('error', fail);
      socket.off('close', onClose);
      resolve(socket);
    });
  });
}
