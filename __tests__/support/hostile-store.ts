// An image store over raw sockets that knows what is published and, by seed, meets the client with every fault: lost,
// cut, odd and unasked answers, work that ends later or is rolled back, empty look-ups. Whatever it says in full is true.
import { setTimeout as wait } from 'node:timers/promises';
import { createPrng, type Prng } from '../../simulation/prng.js';
import { httpAnswer, type RawConnection } from './raw-server.js';

const sizeBytes = 11;
const json = ['Content-Type: application/json; charset=utf-8'];
const page = '<html><body>Something stands before the cluster</body></html>';

interface Session {
  /** Whether the store still has it. */
  isKnown: boolean;
  content: 'absent' | 'in transit' | 'published';
  commits: number;
}

export interface HostileStore {
  /** Handles the requests of one connection until it ends; `reset` breaks off its TCP connection. */
  serve(connection: RawConnection, reset: () => void): Promise<void>;
  session(sessionId: string): Readonly<Session> | undefined;
  /** Resolves when nothing can be published or rolled back any more. */
  settled(): Promise<void>;
}

/** @param faultRate how often a request meets something unusual, from 0 to 1 */
export function createHostileStore(seed: number, sessionIds: readonly string[], faultRate: number): HostileStore {
  const prng = createPrng(seed);
  const sessions = new Map(
    sessionIds.map((id): [string, Session] => [id, { isKnown: true, content: 'absent', commits: 0 }]),
  );
  const work: Promise<void>[] = [];
  const later = (session: Session, ends: 'published' | 'absent'): void => {
    session.content = 'in transit';
    work.push(
      wait(prng.integer(20, 1_500)).then(() => {
        session.content = ends;
      }),
    );
  };
  const context: Context = { prng, faultRate, later };

  return {
    serve: async (rawConnection, reset) => {
      const connection = { ...rawConnection, reset };
      for (;;) {
        const head = await connection.request();
        if (head === undefined) return;
        const isCommit = head.startsWith('POST');
        const id = /session-id=([^& ]*)/.exec(head)?.[1] ?? /ImageStore\/app\/([^.?]*)/.exec(head)?.[1] ?? '';
        const session = sessions.get(id);
        connection.socket.cork();
        if (session === undefined) {
          connection.send(httpAnswer('400 Bad Request', fabricError('E_INVALIDARG'), json));
        } else if (isCommit) {
          session.commits += 1;
          answerCommit(connection, session, context);
        } else if (head.includes('GetUploadSession')) {
          answerSession(connection, id, session, context);
        } else {
          answerContent(connection, id, session, context);
        }
        // An answer that nobody asked for, in one write with the one before it: one that arrives when the next request is
        // on its way cannot be told from that request's own. action/connections.test.ts tries the times in between.
        if (prng.chance(faultRate / 2)) connection.send(httpAnswer('200 OK'));
        connection.socket.uncork();
      }
    },
    session: (sessionId) => sessions.get(sessionId),
    settled: async () => {
      for (let count = 0; count < work.length; count = work.length) await Promise.all(work);
      await Promise.all(work);
    },
  };
}

/** A connection that can be reset, also below TLS. */
interface Connection extends RawConnection {
  reset(): void;
}

interface Context {
  readonly prng: Prng;
  readonly faultRate: number;
  readonly later: (session: Session, ends: 'published' | 'absent') => void;
}

function fabricError(code: string): string {
  return JSON.stringify({ Error: { Code: code, Message: 'Null' } });
}

const fabricAnswer = (status: number, code: string): string => httpAnswer(`${status} ${code}`, fabricError(code), json);

function answerCommit(connection: Connection, session: Session, context: Context): void {
  const { prng, faultRate } = context;
  if (!session.isKnown) connection.send(fabricAnswer(400, 'E_INVALIDARG'));
  else if (session.content === 'in transit') connection.send(fabricAnswer(500, 'OperationsPending'));
  else if (session.content === 'published') sendSuccess(connection, prng, faultRate);
  else if (prng.chance(faultRate)) answerOddly(connection, session, context);
  else {
    session.content = 'published';
    connection.send(httpAnswer('200 OK'));
  }
}

function answerOddly(connection: Connection, session: Session, { prng, later }: Context): void {
  const outcomes: readonly [() => void, ...(() => void)[]] = [
    // Carried out, and answered in an odd way or not at all.
    () => {
      session.content = 'published';
      sendSuccess(connection, prng, 1);
    },
    // Never carried out.
    () => connection.send(prng.pick(refusals)),
    () => connection.send(fabricAnswer(500, 'E_FAIL')),
    () => connection.send(prng.pick(unexpectedSuccesses)),
    // Carried out or rolled back later, given up on now.
    () => {
      later(session, 'published');
      sendFailure(connection, prng);
    },
    () => {
      later(session, 'absent');
      sendFailure(connection, prng);
    },
    // Lost on the way.
    () => sendFailure(connection, prng),
    // The store loses the session, as at a failover.
    () => {
      session.isKnown = false;
      sendFailure(connection, prng);
    },
  ];
  prng.pick(outcomes)();
}

const refusals: readonly [string, ...string[]] = [
  httpAnswer('403 Client certificate required'),
  fabricAnswer(403, 'E_ACCESSDENIED'),
  httpAnswer('404 Not Found', page),
  httpAnswer('302 Found', '', ['Location: /login']),
  fabricAnswer(200, 'E_FAIL'),
  httpAnswer('429 Too Many Requests', page, ['Retry-After: 0']),
];

const unexpectedSuccesses: readonly [string, ...string[]] = [
  httpAnswer('200 OK', page),
  httpAnswer('200 OK', '{"Error":"E_FAIL"}', json),
  httpAnswer('201 Created'),
  httpAnswer('202 Accepted'),
  'HTTP/1.1 204 No Content\r\n\r\n',
  httpAnswer('303 See Other', '', ['Location: /done']),
];

/** A true success: plain, or as a front end or a bad line leaves it. */
function sendSuccess(connection: Connection, prng: Prng, faultRate: number): void {
  if (!prng.chance(faultRate)) connection.send(httpAnswer('200 OK'));
  else if (prng.chance(0.3)) connection.send(prng.pick(unexpectedSuccesses));
  else sendFailure(connection, prng);
}

/** Nothing that says what became of the request. */
function sendFailure({ socket, send, reset }: Connection, prng: Prng): void {
  const failures: readonly [() => void, ...(() => void)[]] = [
    reset,
    () => socket.end(),
    () => send(fabricAnswer(504, 'FABRIC_E_TIMEOUT')),
    () => send(fabricAnswer(503, 'E_ABORT')),
    () => send(httpAnswer('502 Bad Gateway', page)),
    () => {
      send('HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{"half":');
      socket.end();
    },
    () => {
      send('HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\n{"Er');
      socket.uncork();
      reset();
    },
    () => send('HTTP/1.1 101 Switching\r\n\r\n'),
    () => send('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'),
    () => send('HTTP/1.1 000 Zero\r\nContent-Length: 0\r\n\r\n'),
    () => send('HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n'),
    () => send('HTTP/1.1 600 Odd\r\nContent-Length: 0\r\n\r\n'),
    () => send('SSH-2.0-OpenSSH_9.6\r\n'),
    () => send(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(20_000)}\r\nContent-Length: 0\r\n\r\n`),
  ];
  prng.pick(failures)();
}

function answerSession(connection: Connection, id: string, session: Session, { prng, faultRate }: Context): void {
  const entry = {
    StoreRelativePath: `app/${id}.bin`,
    SessionId: id,
    FileSize: String(sizeBytes),
    ModifiedDate: new Date(Date.now() - 60_000).toISOString(),
    ExpectedRanges: [],
  };
  const listing = (changed: object = {}): string => JSON.stringify({ UploadSessions: [{ ...entry, ...changed }] });
  if (prng.chance(faultRate)) {
    const odd = prng.pick([
      httpAnswer('200 OK'),
      httpAnswer('200 OK', '{"UploadSessions":[]}', json),
      httpAnswer('200 OK', listing({ SessionId: '00000000-0000-4000-8000-000000000001' }), json),
      httpAnswer('200 OK', listing({ ExpectedRanges: [{ StartPosition: '5', EndPosition: '4' }] }), json),
      httpAnswer('200 OK', listing({ ModifiedDate: '0001-01-01T00:00:00Z' }), json),
      httpAnswer('200 OK', page),
      httpAnswer('404 Not Found', page),
      fabricAnswer(503, 'E_ABORT'),
    ]);
    connection.send(odd);
    return;
  }
  connection.send(session.isKnown ? httpAnswer('200 OK', listing(), json) : 'HTTP/1.1 204 No Content\r\n\r\n');
}

function answerContent(connection: Connection, id: string, session: Session, { prng, faultRate }: Context): void {
  if (prng.chance(faultRate)) {
    const empty = httpAnswer('200 OK', '{"StoreFiles":[],"StoreFolders":[]}', json);
    connection.send(prng.pick([httpAnswer('200 OK'), empty, httpAnswer('404 Not Found', page)]));
    return;
  }
  const file = {
    StoreRelativePath: `app\\${id}.bin`,
    FileSize: String(sizeBytes),
    ModifiedDate: new Date().toISOString(),
  };
  const isListed = session.content !== 'absent';
  connection.send(
    isListed
      ? httpAnswer('200 OK', JSON.stringify({ StoreFiles: [file], StoreFolders: [] }), json)
      : httpAnswer('404 Not Found'),
  );
}
