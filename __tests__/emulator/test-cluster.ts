// Helpers of the emulator's tests: a clock that moves only when a test advances it, and a client without a socket.

import type { Clock } from '../../emulator/clock.js';
import type { Fault } from '../../emulator/faults.js';
import type { HandlerResult } from '../../emulator/handler-result.js';
import { createImageStore, type ImageStore, type ImageStoreOptions } from '../../emulator/image-store.js';

export const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
export const OTHER_SESSION = '0a1b2c3d-0000-4000-8000-00000000000b';
export const START_MS = Date.UTC(2026, 0, 1);
export const MINUTE_MS = 60_000;

export interface ManualClock extends Clock {
  /** Resolves after everyone whose sleep has ended by then has continued. */
  advance(byMs: number): Promise<void>;
}

export function createManualClock(): ManualClock {
  let nowMs = START_MS;
  let sleepers: { readonly dueMs: number; wake(): void }[] = [];
  return {
    now: () => nowMs,
    sleep: (delayMs) => new Promise((resolve) => sleepers.push({ dueMs: nowMs + delayMs, wake: resolve })),
    advance: async (byMs) => {
      nowMs += byMs;
      const due = sleepers.filter(({ dueMs }) => dueMs <= nowMs);
      sleepers = sleepers.filter(({ dueMs }) => dueMs > nowMs);
      for (const { wake } of due) wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** A handler's result with its body as text. Without a response, most fields are undefined. */
export interface Reply {
  readonly kind: HandlerResult['kind'];
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The code of the FabricError, if there is one. */
  readonly code: string | undefined;
  readonly message: string | undefined;
}

export interface RequestOptions {
  readonly range?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestCluster {
  readonly store: ImageStore;
  readonly clock: ManualClock;
  /** Sends a request, given as its method and target. */
  send(requestLine: string, options?: RequestOptions): Promise<Reply>;
  /** Uploads the whole file as one chunk. */
  upload(path: string, content: string, sessionId?: string): Promise<void>;
  commit(sessionId?: string, query?: string): Promise<Reply>;
  getSession(sessionId?: string): Promise<Reply>;
  list(path: string, apiVersion?: string): Promise<Reply>;
  addFaults(...faults: readonly Fault[]): void;
}

export function createTestCluster(options: Omit<ImageStoreOptions, 'clock'> = {}): TestCluster {
  const clock = createManualClock();
  const store = createImageStore({ ...options, clock });
  const send: TestCluster['send'] = async (requestLine, { range, body = '', headers = {} } = {}) => {
    const [method = '', target = ''] = requestLine.split(/ (.*)/s);
    const bytes = Buffer.from(body);
    const ranged = range === undefined ? {} : { 'content-range': range };
    const length = { 'content-length': String(bytes.byteLength) };
    return toReply(await store.handle({ method, target, headers: { ...length, ...ranged, ...headers }, body: bytes }));
  };
  return {
    store,
    clock,
    send,
    upload: async (path, content, sessionId = SESSION) => {
      const size = Buffer.byteLength(content);
      await send(`PUT /ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`, {
        range: `bytes 0-${size - 1}/${size}`,
        body: content,
      });
    },
    commit: (sessionId = SESSION, query = '') =>
      send(`POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${sessionId}${query}`),
    getSession: (sessionId = SESSION) =>
      send(`GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=${sessionId}`),
    list: (path, apiVersion = '6.0') => send(`GET /ImageStore/${path}?api-version=${apiVersion}`),
    addFaults: (...faults) => store.addFaults(faults),
  };
}

/** A test cluster with the requests that tests of chunks and sessions need. */
export function createChunkCluster(cluster = createTestCluster()) {
  const putChunk = (range: string | undefined, path = 'app/f', sessionId = SESSION) =>
    cluster.send(
      `PUT /ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`,
      (range === undefined ? {} : { range }) satisfies RequestOptions,
    );
  const getExpectedRanges = async (): Promise<string> => {
    const { text } = await cluster.getSession();
    const [session] = JSON.parse(text).UploadSessions;
    return session.ExpectedRanges.map(
      (range: { StartPosition: string; EndPosition: string }) => `${range.StartPosition}-${range.EndPosition}`,
    ).join(' ');
  };
  return { ...cluster, putChunk, getExpectedRanges };
}

/** A cluster with a complete upload session for app/f. */
export async function createClusterWithSession(): Promise<TestCluster> {
  const cluster = createTestCluster();
  await cluster.upload('app/f', 'new');
  return cluster;
}

/** A cluster with the file app/f, whose content is "old", and a complete session that would replace it with "new". */
export async function createClusterWithOldFile(options: Parameters<typeof createTestCluster>[0] = {}) {
  const cluster = createTestCluster(options);
  await cluster.upload('app/f', 'old', OTHER_SESSION);
  await cluster.commit(OTHER_SESSION);
  await cluster.clock.advance(1000);
  await cluster.upload('app/f', 'new');
  const readFile = () => Buffer.from(cluster.store.file('app/f')?.bytes ?? []).toString();
  return { ...cluster, readFile };
}

function toReply(result: HandlerResult): Reply {
  if (!('response' in result)) {
    return {
      kind: result.kind,
      status: undefined,
      reason: undefined,
      headers: {},
      text: 'text' in result ? result.text : '',
      code: undefined,
      message: undefined,
    };
  }
  const { status, reason, headers, body } = result.response;
  const text = Buffer.from(body).toString();
  const error = /^\{"Error":/.test(text) ? JSON.parse(text).Error : {};
  return { kind: result.kind, status, reason, headers, text, code: error.Code, message: error.Message };
}
