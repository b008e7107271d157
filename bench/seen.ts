// What the bench and its server, which is a process of its own, say to each other.

/** What the bench asks for. */
export type Question =
  /** Forget what was seen, and from now on take this long for an answer. */
  { ask: 'begin'; delayMs: number } | { ask: 'seen' };

/** What the server has seen since it was told to begin. */
export interface Seen {
  /** Connections made; over TLS, handshakes that came to their end. */
  connections: number;
  /** The most commits that waited for their answers at a time. */
  mostInFlight: number;
  posts: number;
  /** Different sessions among them. */
  sessions: number;
}
