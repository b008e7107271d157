// What the emulator's tests share: a clock that stands still until told, and a client that needs no socket.

import type { Clock } from '../../emulator/clock.js';
import type { Fault } from '../../emulator/faults.js';
import type { Outcome } from '../../emulator/handler-result.js';
import { createImageStore, type ImageStore, type ImageStoreOptions } from '../../emulator/image-store.js';

export const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
export const OTHER_SESSION = '0a1b2c3d-0000-4000-8000-00000000000b';
export const START_MS = Date.UTC(2026, 0, 1);
export const MINUTE_MS = 60_000;

export interface StandingClock extends Clock {
  /** Lets time pass; whoever slept long enough has been told when the promise resolves. */
  pass(delayMs: number): Promise<void>;
}

export function standingClock(): StandingClock {
  let nowMs = START_MS;
  let sleepers: { readonly dueMs: number; wake(): void }[] = [];
  return {
    now: () => nowMs,
    sleep: (delayMs) => new Promise((resolve) => sleepers.push({ dueMs: nowMs + delayMs, wake: resolve })),
    pass: async (delayMs) => {
      nowMs += delayMs;
      const due = sleepers.filter(({ dueMs }) => dueMs <= nowMs);
      sleepers = sleepers.filter(({ dueMs }) => dueMs > nowMs);
      for (const { wake } of due) {
        wake();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** An answer with its body as text, or the kind of an outcome that is none. */
export interface Reply {
  readonly kind: Outcome['kind'];
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The FabricError's code, where there is one. */
  readonly code: string | undefined;
  readonly message: string | undefined;
}

export interface Extras {
  readonly range?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestCluster {
  readonly store: ImageStore;
  readonly clock: StandingClock;
  ask(line: string, extras?: Extras): Promise<Reply>;
  /** The whole file as one chunk. */
  upload(path: string, content: string, sessionId?: string): Promise<void>;
  commit(sessionId?: string, query?: string): Promise<Reply>;
  look(sessionId?: string): Promise<Reply>;
  content(path: string, apiVersion?: string): Promise<Reply>;
  script(...faults: readonly Fault[]): void;
}

export function testCluster(options: Omit<ImageStoreOptions, 'clock'> = {}): TestCluster {
  const clock = standingClock();
  const store = createImageStore({ ...options, clock });
  const ask: TestCluster['ask'] = async (line, { range, body = '', headers = {} } = {}) => {
    const [method = '', target = ''] = line.split(/ (.*)/s);
    const bytes = Buffer.from(body);
    const ranged = range === undefined ? {} : { 'content-range': range };
    const length = { 'content-length': String(bytes.byteLength) };
    return reply(await store.handle({ method, target, headers: { ...length, ...ranged, ...headers }, body: bytes }));
  };
  return {
    store,
    clock,
    ask,
    upload: async (path, content, sessionId = SESSION) => {
      const size = Buffer.byteLength(content);
      await ask(`PUT /ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`, {
        range: `bytes 0-${size - 1}/${size}`,
        body: content,
      });
    },
    commit: (sessionId = SESSION, query = '') =>
      ask(`POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${sessionId}${query}`),
    look: (sessionId = SESSION) => ask(`GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=${sessionId}`),
    content: (path, apiVersion = '6.0') => ask(`GET /ImageStore/${path}?api-version=${apiVersion}`),
    script: (...faults) => store.script(faults),
  };
}

function reply(outcome: Outcome): Reply {
  if (!('answer' in outcome)) {
    return {
      kind: outcome.kind,
      status: undefined,
      reason: undefined,
      headers: {},
      text: 'text' in outcome ? outcome.text : '',
      code: undefined,
      message: undefined,
    };
  }
  const { status, reason, headers, body } = outcome.answer;
  const text = Buffer.from(body).toString();
  const error = /^\{"Error":/.test(text) ? JSON.parse(text).Error : {};
  return { kind: outcome.kind, status, reason, headers, text, code: error.Code, message: error.Message };
}
