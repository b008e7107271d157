// The messages between the bench and its server, which runs in a process of its own.

export type ServerRequest =
  /** Sets all counts to zero; every response takes `delayMs` from now on. */
  { readonly kind: 'reset'; readonly delayMs: number } | { readonly kind: 'stats' };

/** What the server has counted since the last reset. */
export interface ServerStats {
  /** Accepted connections; over TLS, completed handshakes. */
  readonly connections: number;
  /** Maximum number of commits that waited for a response at the same time. */
  readonly maxInFlight: number;
  /** Commit requests. */
  readonly posts: number;
  /** Different sessions among them. */
  readonly sessions: number;
}

export function parseServerRequest(message: unknown): ServerRequest {
  return member(message, 'kind') === 'reset'
    ? { kind: 'reset', delayMs: numberIn(message, 'delayMs') }
    : { kind: 'stats' };
}

export function parseServerStats(message: unknown): ServerStats {
  return {
    connections: numberIn(message, 'connections'),
    maxInFlight: numberIn(message, 'maxInFlight'),
    posts: numberIn(message, 'posts'),
    sessions: numberIn(message, 'sessions'),
  };
}

/** The server's first message: the address that it listens on. */
export function parseServerPort(message: unknown): number {
  return numberIn(message, 'port');
}

function numberIn(message: unknown, name: string): number {
  const value = member(message, name);
  if (typeof value === 'number') return value;
  throw new TypeError(`The message ${JSON.stringify(message)} has no number "${name}".`);
}

function member(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
}
