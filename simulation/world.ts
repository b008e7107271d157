// The cluster of a simulation, with those who upload to it and disturb it, and a memory of all that was ever published.
import type { StoredFile } from '../emulator/content.js';
import type { Fault } from '../emulator/faults.js';
import { createImageStore, type ImageStore } from '../emulator/image-store.js';
import type { Outcome } from '../emulator/outcome.js';
import type { SimulatedClock } from './clock.js';
import type { Incident, Upload } from './history.js';

export interface World {
  readonly store: ImageStore;
  /** Hands a request over; the faults are its own. */
  ask(method: string, target: string, faults?: readonly Fault[], more?: RequestParts): Promise<Outcome>;
  /** Uploads what there is to upload, at the times that it says. */
  upload(upload: Upload): void;
  /** Lets it happen now. */
  strike(incident: Incident): void;
  /** Whether bytes of this session were available at its path at any time until now. */
  hasPublished(sessionId: string): boolean;
  /** Whether this very version of a file was made available by this session. */
  isPublishedBy(sessionId: string, file: StoredFile): boolean;
}

/** Takes down what happens, where somebody wants to know. */
export type Tell = ((line: string) => void) | undefined;

interface RequestParts {
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array;
}

/** An empty cluster. What it publishes and what befalls it is told. */
export function openWorld(clock: SimulatedClock, rollbackStamps: boolean, tell: Tell): World {
  const published = new Map<string, string | undefined>();
  const store = createImageStore({
    clock,
    rollbackStamps,
    published: (file) => {
      published.set(versionOf(file), file.sessionId);
      tell?.(
        `the cluster has published ${file.path}, ${file.bytes.byteLength} bytes, from ${file.sessionId ?? 'a PUT'}`,
      );
    },
  });

  const ask: World['ask'] = (method, target, faults = [], { headers = {}, body = new Uint8Array(0) } = {}) => {
    store.script(faults);
    // A request takes its faults before this returns; what does not meet it (only a commit has a "between") is dropped.
    const outcome = store.handle({
      method,
      target,
      headers: { 'content-length': String(body.byteLength), ...headers },
      body,
    });
    store.clearFaults();
    return outcome;
  };

  const strike = (incident: Incident): void => {
    tell?.(`the cluster: ${JSON.stringify(incident)}`);
    switch (incident.kind) {
      case 'failover':
        store.failOver(incident.oldContent);
        return;
      case 'session deleted':
        void ask('DELETE', `/ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${incident.sessionId}`);
        return;
      case 'written':
        void ask('PUT', `/ImageStore/${incident.path}?api-version=6.0`, [{ publish: incident.publishing }], {
          body: Buffer.alloc(incident.sizeBytes, 'w'),
        });
        return;
      case 'content deleted':
        void ask('DELETE', `/ImageStore/${incident.path}?api-version=6.0`);
        return;
      case 'busy':
        void ask('GET', '/', [{ busy: { ms: incident.ms, path: incident.path } }]);
        return;
      case 'other session committed':
        void ask('POST', commitTarget(incident.sessionId), [{ publish: incident.publishing }]);
        return;
    }
  };

  const put = ({ sessionId, path, sizeBytes }: Upload, start: number, end: number, bytes = end - start + 1): void => {
    const target = `/ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`;
    const headers = { 'content-range': `bytes ${start}-${end}/${sizeBytes}` };
    tell?.(`the uploader puts ${headers['content-range']} of ${path} as ${sessionId}`);
    void ask('PUT', target, [], { headers, body: Buffer.alloc(bytes, sessionId) });
  };

  const upload = (upload: Upload): void => {
    const { kind, sizeBytes, atMs, lateMs } = upload;
    const half = Math.floor(sizeBytes / 2);
    const at = (dueMs: number, act: () => void): void => void clock.after(dueMs - clock.now(), act);
    switch (kind) {
      case 'never begun':
        return;
      case 'empty':
        at(atMs, () => put(upload, 0, 0, 0));
        return;
      case 'mis-sized':
        at(atMs, () => put(upload, 0, sizeBytes - 1, sizeBytes - 1));
        return;
      case 'incomplete':
      case 'completed late':
        at(atMs, () => put(upload, 0, half - 1));
        if (kind === 'completed late') at(lateMs, () => put(upload, half, sizeBytes - 1));
        return;
      case 'complete':
        at(atMs - 50, () => put(upload, 0, half - 1));
        at(atMs, () => put(upload, half, sizeBytes - 1));
        return;
    }
  };

  return {
    store,
    ask,
    upload,
    strike,
    hasPublished: (sessionId) => [...published.values()].includes(sessionId),
    isPublishedBy: (sessionId, file) => published.get(versionOf(file)) === sessionId,
  };
}

/** The request that commits a session, as a client that is not ours sends it. */
function commitTarget(sessionId: string): string {
  return `/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${sessionId}&timeout=60`;
}

/** Versions of all files come from one counter, which starts anew with every primary. */
function versionOf({ version }: StoredFile): string {
  return `${version.configuration}:${version.number}`;
}
