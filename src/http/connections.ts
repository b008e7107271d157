// The connections to one endpoint: used again when that is safe, and all ended together.
import type { Socket } from 'node:net';
import { type Connection, toConnection } from './connection.js';
import { createDialer, type DialOptions } from './dial.js';

/**
 * How long the first connection that is used twice goes ahead of the others. If the server has ended the kept
 * connections without a word, this one shows it within a round trip, and its response is the only one that is lost.
 */
const headStartMs = 6;

export interface Connections {
  /** Gives the caller a kept connection that has been quiet, or a new one. */
  acquire(signal: AbortSignal): Promise<Connection>;
  /** Keeps a connection whose response has been read, unless it ends. */
  release(connection: Connection): void;
  /**
   * Ends a connection without a complete response. If it was used before, none is used twice from now on; except when the
   * request had a body, which can be sent again without doubt, and is worth more than a connection.
   */
  discard(connection: Connection, hasBody: boolean): void;
  /** Ends every connection at once, including those still being made. */
  close(): void;
}

/** Connects nowhere before the first request. */
export function openConnections(options: DialOptions): Connections {
  const kept: Connection[] = [];
  const sockets = new Set<Socket>();
  let keepsConnections = true;
  const firstReuse = createHeadStart();
  const dial = createDialer(options, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Without a listener an error would end the process. Exchanges have their own; `close` follows in any case.
    socket.on('error', () => undefined);
  });

  /** The one that was used last, of those that are quiet; otherwise the one that will be quiet first. */
  const takeKept = (): Connection | undefined => {
    const index = Math.max(
      0,
      kept.findLastIndex(({ isQuiet }) => isQuiet),
    );
    return kept.splice(index, 1)[0];
  };
  /** Resolves with whether a kept connection can be used for the next request. */
  const becomesReady = async ({ socket, quiet }: Connection, signal: AbortSignal): Promise<boolean> => {
    const giveUp = (): void => void socket.destroy();
    signal.addEventListener('abort', giveUp);
    try {
      if (!(await quiet)) return false;
      await firstReuse.wait();
      await untilAllIsRead();
      return keepsConnections && socket.writable && !socket.destroyed;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  };

  return {
    acquire: async (signal) => {
      for (let next = takeKept(); next !== undefined; next = takeKept()) {
        if (await becomesReady(next, signal)) return next;
        next.socket.destroy();
        signal.throwIfAborted();
      }
      return toConnection(await dial(signal), options, () => keepsConnections);
    },
    release: (connection) => {
      if (connection.isReused) firstReuse.end();
      if (keepsConnections && !connection.socket.destroyed) kept.push(connection);
    },
    discard: (connection, hasBody) => {
      connection.socket.destroy();
      if (hasBody || !connection.isReused) return;
      keepsConnections = false;
      firstReuse.end();
      for (const { socket } of kept.splice(0)) socket.destroy();
    },
    close: () => {
      firstReuse.end();
      for (const socket of sockets) socket.destroy();
    },
  };
}

interface HeadStart {
  /** Resolves at once for the first caller; for the others when the head start is over. */
  wait(): Promise<void>;
  /** Lets the others follow. */
  end(): void;
}

function createHeadStart(): HeadStart {
  let end: () => void = () => undefined;
  let isOver: Promise<void> | undefined;
  return {
    wait: async () => {
      if (isOver) return isOver;
      isOver = new Promise((resolve) => {
        const timer = setTimeout(resolve, headStartMs);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    end: () => end(),
  };
}

/** The event loop takes turns between timers and sockets: after two rounds everything that had arrived has been read. */
function untilAllIsRead(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
