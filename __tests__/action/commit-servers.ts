// Servers for the tests of single commits: raw ones that answer commits with any bytes, and emulated clusters.
import type { Gateway } from '../../emulator/gateway.js';
import { SESSION } from '../support/attempts.js';
import { type ConnectionHandler, type RawConnection, startRawServer } from '../support/raw-server.js';
import { type Run, runAction } from '../support/run-action.js';
import { startTestGateway, uploadSmallFile } from '../support/test-gateway.js';

export const jsonHeader = 'Content-Type: application/json; charset=utf-8';

/** The body of a FabricError. */
export const errorBody = (code: string, message: string): string =>
  JSON.stringify({ Error: { Code: code, Message: message } });

/** Answers commits, and closes the connection for any other request. */
export const onCommit =
  (answer: (connection: RawConnection) => void): ConnectionHandler =>
  async (connection) => {
    for (;;) {
      const request = await connection.request();
      if (request === undefined || !request.startsWith('POST ')) {
        connection.socket.destroy();
        return;
      }
      answer(connection);
    }
  };

/** Answers every commit with these bytes. */
export const answeringCommits = (text: string): ConnectionHandler => onCommit(({ send }) => send(text));

/** Runs the action once with one attempt; `posts` counts the commits that arrived. */
export async function commitAt(handler: ConnectionHandler): Promise<Run & { posts: number }> {
  const server = await startRawServer(handler);
  const run = await runAction({ endpoint: server.url, 'session-id': SESSION, 'max-attempts': '1' });
  return { ...run, posts: server.requests().filter((head) => head.startsWith('POST ')).length };
}

/** An emulated cluster with a small complete file in each of these sessions. */
export async function clusterWith(...sessionIds: readonly string[]): Promise<Gateway> {
  const gateway = await startTestGateway();
  for (const id of sessionIds) await uploadSmallFile(gateway, id);
  return gateway;
}
