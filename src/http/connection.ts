// One connection: it carries one exchange after the other, and must be quiet between two of them.
import { Agent, type IncomingMessage, type RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import { systemClock } from '../shared/clock.js';
import { withoutTrailingDot } from './address.js';
import type { DialOptions } from './dial.js';
import { NetworkError } from './errors.js';

/** Idle connections end after this. A request on one that the server has closed meanwhile would look like a lost response. */
const idleTimeoutMs = 2_000;

/**
 * How long nothing may arrive between a response and the next request. What a server sends, or ends, without being asked
 * follows its response within a millisecond or two; a busy machine delivers it later. The wait after the first response
 * on a connection is the longest, because a server that does this does it there as well. Later ones take this share of
 * the time that the exchange took, so slow commits are waited for longer and fast ones hardly get slower.
 */
const quietMs = { longest: 20, shortest: 2, share: 0.04 };

/** A connection for one exchange at a time. */
export interface Connection {
  readonly socket: Socket;
  /** Whether nothing was sent over it yet. */
  readonly isNew: boolean;
  /** Whether the exchange is not its first. */
  readonly isReused: boolean;
  /** Whether it has been quiet for long enough since its last response. */
  readonly isQuiet: boolean;
  /** Resolves with true when it has been quiet for long enough, with false when it has ended. */
  readonly quiet: Promise<boolean>;
  /** The options for sending this request over this connection. */
  requestOptions(request: RequestHead): RequestOptions;
  /** Takes the head of each response: a byte after the end of that response is nobody's, and ends the connection. */
  onResponse(message: IncomingMessage): void;
}

export interface RequestHead {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Target = Pick<DialOptions, 'url' | 'proxy' | 'tls'>;

/** @param mayBeKept is asked after every response */
export function toConnection(socket: Socket, target: Target, mayBeKept: () => boolean): Connection {
  // An agent of its own for each connection: the caller knows which connection a request uses before it is sent. Over
  // TLS it is an http agent as well, because the handshake is done when the connection is handed over.
  const agent = new Agent({ keepAlive: true });
  const optionsFor = createTarget(target);
  let uses = 0;
  let isQuiet = false;
  let startedMs = 0;
  let response: IncomingMessage | undefined;
  let received: Buffer[] = [];
  let quietTimer: NodeJS.Timeout | undefined;
  let resolveQuiet: (isQuiet: boolean) => void = () => undefined;
  let quiet = new Promise<boolean>((resolve) => {
    resolveQuiet = resolve;
  });
  const settle = (): void => {
    clearTimeout(quietTimer); // it would keep the process of a step that has ended
    isQuiet = !socket.destroyed;
    resolveQuiet(isQuiet);
  };
  const onData = (bytes: Buffer): void => {
    const isRequested = !response?.complete && socket.listenerCount('data') > 1;
    if (isRequested) received.push(bytes);
    else socket.destroy(new NetworkError('UNREQUESTED_DATA', 'the server sent data that was not requested'));
  };
  const startUse = (): void => {
    // In front of the listener of Node.js, for which a response is complete only after its last byte.
    if (uses === 0) socket.prependListener('data', onData);
    uses += 1;
    startedMs = systemClock.now();
    isQuiet = false;
    response = undefined;
    received = [];
    quiet = new Promise((resolve) => {
      resolveQuiet = resolve;
    });
  };

  agent.createConnection = () => socket;
  // Called when the response is read and the request is sent, unless one of the two asks to close the connection.
  agent.keepSocketAlive = () => {
    if (!mayBeKept() || response === undefined || !endsWithResponse(received, response)) return false;
    const timeoutMs = Math.min(idleTimeoutMs, announcedTimeoutMs(response) / 2);
    if (timeoutMs === 0) return false;
    socket.setTimeout(timeoutMs);
    // The machine's own time, because this is about what the socket receives meanwhile.
    quietTimer = setTimeout(settle, uses === 1 ? quietMs.longest : quietAfter(systemClock.now() - startedMs));
    return true;
  };
  socket.once('close', settle);

  return {
    socket,
    get isNew() {
      return uses === 0;
    },
    get isReused() {
      return uses > 1;
    },
    get isQuiet() {
      return isQuiet;
    },
    get quiet() {
      return quiet;
    },
    requestOptions: (request) => {
      startUse();
      return { agent, ...optionsFor(request) };
    },
    onResponse: (message) => {
      response = message;
    },
  };
}

/** How long a connection must be quiet after an exchange that took this long. */
function quietAfter(exchangeMs: number): number {
  return Math.min(quietMs.longest, Math.max(quietMs.shortest, exchangeMs * quietMs.share));
}

/** What the requests over one connection have in common, and what each one adds to that. */
function createTarget({ url, proxy, tls }: Target): (request: RequestHead) => RequestOptions {
  const { origin, hostname, port } = new URL(url);
  const common = { port, defaultPort: tls ? 443 : 80 };
  if (proxy === undefined || tls) {
    // The Host header names the server as SNI and certificates do, and as front ends have it in their configuration.
    const host = withoutTrailingDot(hostname);
    return ({ method, path, headers }) => ({ ...common, host, method, path, headers: { ...headers } });
  }
  // A proxy takes a request for an http endpoint with its absolute URL (RFC 9112, section 3.2.2), and resolves its host.
  const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization };
  return ({ method, path, headers }) => ({
    ...common,
    host: hostname,
    method,
    path: `${origin}${path}`,
    headers: { ...headers, ...authorization },
  });
}

/** Node.js drops what follows a response in the same read, unless it is the head of another one or not HTTP. */
function endsWithResponse(chunks: readonly Buffer[], { headers, statusCode }: IncomingMessage): boolean {
  const [first, ...others] = chunks;
  const received = others.length === 0 && first ? first : Buffer.concat(chunks);
  const hasLength = statusCode !== 204 && statusCode !== 304 && headers['transfer-encoding'] === undefined;
  const bodyStart = received.length - (hasLength ? Number(headers['content-length'] ?? 0) : 0);
  return received.toString('latin1', bodyStart - 4, bodyStart) === '\r\n\r\n';
}

/** After how long the server closes an idle connection, where it says so; half of that leaves time for a request. */
function announcedTimeoutMs({ headers }: IncomingMessage): number {
  const header = [headers['keep-alive']].flat().join();
  const seconds = /(?:^|[\s,;])timeout=(?<seconds>\d+)/i.exec(header)?.groups?.['seconds'];
  return seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds) * 1_000;
}
