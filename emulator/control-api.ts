// The emulator's own HTTP API under /$emulator: add faults, read the requests, advance the clock, start over.

import { faultFieldNames, InvalidInputError, parseFaults } from './fault-parser.js';
import type { OldContent } from './file-store.js';
import type { ImageStore } from './image-store.js';
import type { ExpectedFile, ExpectedFiles } from './package-watch.js';
import { type HttpResponse, textResponse } from './responses.js';
import { operations, routes } from './routes.js';

/** A request to the cluster. Only the length of its body is kept. */
export interface RecordedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bodyBytes: number;
  readonly atMs: number;
  /** True when the body did not arrive completely: the client or a fault ended the request. */
  readonly cut?: true;
}

/** What the API reads and changes. */
export interface ControlContext {
  readonly store: ImageStore;
  readonly requests: RecordedRequest[];
  /** Advances the cluster's clock: sessions expire and tasks finish. */
  advance(byMs: number): void;
}

type ControlHandler = (context: ControlContext, body: unknown) => unknown;

const controlRoutes: Readonly<Record<string, ControlHandler>> = {
  'GET /$emulator': () => describeApi(),
  'GET /$emulator/faults': ({ store }) => store.faults(),
  'POST /$emulator/faults': ({ store }, body) => {
    store.addFaults(parseFaults(body));
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
  'GET /$emulator/store': ({ store }) => describeStore(store),
  'GET /$emulator/content': ({ store }) => describeContent(store),
  'GET /$emulator/watches': ({ store }) => describeWatches(store),
  'POST /$emulator/watches': ({ store }, body) => {
    const { path, files } = parseWatch(body);
    store.watchPackage(path, files);
    return describeWatches(store);
  },
  'POST /$emulator/clock': ({ advance, store }, body) => {
    advance(parseAdvanceMs(body));
    return describeStore(store);
  },
  'POST /$emulator/failover': ({ store }, body) => {
    store.failOver(parseOldContent(body));
    return describeStore(store);
  },
  'POST /$emulator/reset': ({ store, requests }) => {
    store.reset();
    requests.length = 0;
    return describeStore(store);
  },
};

/** True for a request to this API instead of the cluster. */
export function isControlRequest(target: string): boolean {
  return /^\/(\$|%24)emulator(?=[/?]|$)/.test(target);
}

/** Responds with JSON: 404 for an unknown route, 400 for a body that cannot be parsed. */
export function handleControlRequest(
  context: ControlContext,
  method: string,
  target: string,
  body: string,
): HttpResponse {
  const path = target.replace(/\?.*/, '').replace('%24', '$').replace(/\/+$/, '');
  const handler = controlRoutes[`${method} ${path}`];
  if (handler === undefined) {
    const known = Object.keys(controlRoutes).join(', ');
    return errorJson(404, 'Not Found', `There is no route ${method} ${path}. The routes are ${known}.`);
  }
  try {
    return json(200, 'OK', handler(context, body === '' ? {} : JSON.parse(body)));
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof SyntaxError) {
      return errorJson(400, 'Bad Request', error.message);
    }
    throw error;
  }
}

function errorJson(status: number, reason: string, message: string): HttpResponse {
  return json(status, reason, { error: message });
}

function json(status: number, reason: string, value: unknown): HttpResponse {
  return textResponse(status, reason, 'application/json; charset=utf-8', `${JSON.stringify(value, undefined, 2)}\n`);
}

function describeApi(): unknown {
  return {
    routes: routes.map(({ method, pattern }) => `${method} ${pattern}`),
    control: Object.keys(controlRoutes),
    operations,
    faultFields: faultFieldNames,
  };
}

function describeStore(store: ImageStore): unknown {
  return {
    files: store.files().map((file) => ({
      path: file.path,
      sizeBytes: file.content.sizeBytes,
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
    applicationTypes: store.applicationTypes(),
    work: store.tasks().map(({ operation, sessionId, path, stage }) => ({ operation, sessionId, path, stage })),
  };
}

/** Computes the SHA-256 of every file, which takes a second for each gigabyte. */
function describeContent(store: ImageStore): unknown {
  const paths = store.files().map(({ path }) => path);
  return {
    files: store.files().map(({ path, content }) => ({
      path,
      sizeBytes: content.sizeBytes,
      sha256: content.sha256(),
    })),
    folders: [...new Set(paths.flatMap(foldersAbove))]
      .sort()
      .map((path) => ({ path, provisionable: store.isProvisionable(path) })),
  };
}

function foldersAbove(path: string): readonly string[] {
  return [...path.matchAll(/[\\/]/g)].map(({ index }) => path.slice(0, index));
}

function describeWatches(store: ImageStore): unknown {
  return store.watches().map(({ path, files, violations }) => ({
    path,
    provisionable: store.isProvisionable(path),
    ...store.comparePackage(path, files),
    violations,
  }));
}

function parseAdvanceMs(body: unknown): number {
  const advanceMs = fieldOf(body, 'advanceMs');
  if (typeof advanceMs !== 'number' || !Number.isSafeInteger(advanceMs) || advanceMs < 0) {
    throw new InvalidInputError(
      `advanceMs: expected a whole number of milliseconds from 0, got ${JSON.stringify(advanceMs)}.`,
    );
  }
  return advanceMs;
}

function parseOldContent(body: unknown): OldContent {
  const oldContent = fieldOf(body, 'oldContent') ?? 'lost';
  if (oldContent !== 'kept' && oldContent !== 'lost') {
    throw new InvalidInputError(`oldContent: expected one of kept, lost, got ${JSON.stringify(oldContent)}.`);
  }
  return oldContent;
}

function parseWatch(body: unknown): { readonly path: string; readonly files: ExpectedFiles } {
  const [path, files] = [fieldOf(body, 'path'), fieldOf(body, 'files')];
  if (typeof path !== 'string' || typeof files !== 'object' || files === null) {
    throw new InvalidInputError('A watch needs a path, and files as an object of names.');
  }
  return {
    path,
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, parseExpectedFile(name, file)])),
  };
}

function parseExpectedFile(name: string, file: unknown): ExpectedFile {
  const [sizeBytes, sha256] = [fieldOf(file, 'sizeBytes'), fieldOf(file, 'sha256')];
  if (typeof sizeBytes !== 'number' || typeof sha256 !== 'string' || !/^[\da-f]{64}$/i.test(sha256)) {
    throw new InvalidInputError(`files.${name}: expected sizeBytes as a number and sha256 as 64 hexadecimal digits.`);
  }
  return { sizeBytes, sha256: sha256.toLowerCase() };
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}
