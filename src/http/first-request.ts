// A connection for a body, over which a request without one was sent before.
import type { Connection } from './connection.js';
import type { Connections } from './connections.js';

/**
 * Acquires a connection. A new one is used for a bodyless request first: a body that is sent at once keeps some servers from
 * requesting the client certificate (measured with Apache: 100 KiB pass, 200 KiB are answered 413).
 * @param get sends that request and reads its response, whatever it is
 */
export async function acquireForBody(
  connections: Connections,
  signal: AbortSignal,
  get: (connection: Connection) => Promise<unknown>,
): Promise<Connection> {
  const connection = await connections.acquire(signal);
  if (!connection.isNew) return connection;
  signal.addEventListener('abort', () => connection.socket.destroy());
  try {
    await get(connection);
    // A server that ends each connection after one response cannot request anything later on the same one.
    return (await connection.quiet) ? connection : await connections.acquire(signal);
  } catch (error) {
    connection.socket.destroy();
    throw error;
  }
}
