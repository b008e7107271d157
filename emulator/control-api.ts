// The emulator's own HTTP API below /$emulator: script faults, read what was asked, move time, start over.

import { FAULT_FIELDS, FaultError, readFaults } from './fault-parser.js';
import type { OldContent } from './file-store.js';
import type { ImageStore } from './image-store.js';
import { ROUTES } from './request-parser.js';
import { type Answer, textAnswer } from './responses.js';

/** A request that the gateway has seen; its body is counted, not kept. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bodyBytes: number;
  readonly atMs: number;
}

/** What the API acts upon. */
export interface Controlled {
  readonly store: ImageStore;
  readonly requests: SeenRequest[];
  /** Moves the cluster's clock forward: sessions expire, work ends. */
  advance(byMs: number): void;
}

type Act = (controlled: Controlled, body: unknown) => unknown;

const ACTS: Readonly<Record<string, Act>> = {
  'GET /$emulator': () => index(),
  'GET /$emulator/faults': ({ store }) => store.faults(),
  'POST /$emulator/faults': ({ store }, body) => {
    store.script(readFaults(body));
    return store.faults();
  },
  'DELETE /$emulator/faults': ({ store }) => {
    store.clearFaults();
    return store.faults();
  },
  'GET /$emulator/requests': ({ requests }) => requests,
  'DELETE /$emulator/requests': ({ requests }) => {
    requests.length = 0;
    return requests;
  },
  'GET /$emulator/store': ({ store }) => shown(store),
  'POST /$emulator/clock': ({ advance, store }, body) => {
    advance(readAdvance(body));
    return shown(store);
  },
  'POST /$emulator/failover': ({ store }, body) => {
    store.failOver(readOldContent(body));
    return shown(store);
  },
  'POST /$emulator/reset': ({ store, requests }) => {
    store.reset();
    requests.length = 0;
    return shown(store);
  },
};

/** True for what belongs to the emulator and not to the cluster. */
export function isControl(target: string): boolean {
  return /^\/(\$|%24)emulator(?=[/?]|$)/.test(target);
}

/** Does as asked; JSON either way, 404 for what there is not, 400 with a sentence for what cannot be read. */
export function control(controlled: Controlled, method: string, target: string, body: string): Answer {
  const path = target.replace(/\?.*/, '').replace('%24', '$').replace(/\/+$/, '');
  const act = ACTS[`${method} ${path}`];
  if (act === undefined) {
    return complaint(404, 'Not Found', `There is no ${method} ${path}; there are ${Object.keys(ACTS).join(', ')}.`);
  }
  try {
    return json(200, 'OK', act(controlled, body === '' ? {} : JSON.parse(body)));
  } catch (error) {
    if (error instanceof FaultError || error instanceof SyntaxError) {
      return complaint(400, 'Bad Request', error.message);
    }
    throw error;
  }
}

function complaint(status: number, reason: string, message: string): Answer {
  return json(status, reason, { error: message });
}

function json(status: number, reason: string, value: unknown): Answer {
  return textAnswer(status, reason, 'application/json; charset=utf-8', `${JSON.stringify(value, undefined, 2)}\n`);
}

/** What the emulator can do, for a person who asks it. */
function index(): unknown {
  return {
    routes: ROUTES.map(({ method, pattern }) => `${method} ${pattern}`),
    control: Object.keys(ACTS),
    operations: [...new Set(ROUTES.map(({ operation }) => operation))].sort(),
    faultFields: FAULT_FIELDS,
  };
}

function shown(store: ImageStore): unknown {
  return {
    files: store.files().map((file) => ({
      path: file.path,
      sizeBytes: file.bytes.byteLength,
      version: `${file.version.dataLoss}:${file.version.configuration}:${file.version.number}`,
      modifiedMs: file.modifiedMs,
      sessionId: file.sessionId ?? null,
    })),
    sessions: store.sessions().map((session) => ({
      id: session.id,
      path: session.path,
      sizeBytes: String(session.sizeBytes),
      modifiedMs: session.modifiedMs,
    })),
    work: store.work().map(({ operation, sessionId, path, stage }) => ({ operation, sessionId, path, stage })),
  };
}

function readAdvance(body: unknown): number {
  const advanceMs = field(body, 'advanceMs');
  if (typeof advanceMs !== 'number' || !Number.isSafeInteger(advanceMs) || advanceMs < 0) {
    throw new FaultError(`advanceMs: expected a whole number of milliseconds, got ${JSON.stringify(advanceMs)}.`);
  }
  return advanceMs;
}

function readOldContent(body: unknown): OldContent {
  const oldContent = field(body, 'oldContent') ?? 'lost';
  if (oldContent !== 'kept' && oldContent !== 'lost') {
    throw new FaultError(`oldContent: expected one of kept, lost, got ${JSON.stringify(oldContent)}.`);
  }
  return oldContent;
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}
