// The code under test: uploadPackage with the simulated clock, network and random numbers. Together with ../client.ts this
// is the only file that imports src/.
import { setMaxListeners } from 'node:events';
import { startDeadline } from '../../src/http/request-deadline.js';
import type { Transport } from '../../src/http/transport.js';
import type { ImageStoreOptions } from '../../src/image-store/client.js';
import { type ImageStore, openImageStore } from '../../src/image-store/client.js';
import { openUploadStore, type UploadStore } from '../../src/image-store/upload-client.js';
import { type Package, readPackage } from '../../src/upload/package.js';
import type { UploadLimits } from '../../src/upload/requests.js';
import type { Phase } from '../../src/upload/upload-events.js';
import type { UploadOutcome } from '../../src/upload/upload-outcome.js';
import { uploadPackage } from '../../src/upload/upload-package.js';
import { toTransportError } from '../client.js';
import type { SimulatedClock } from '../clock.js';
import type { UploadNetwork } from './network.js';

export type { Attempt } from '../../src/image-store/attempt.js';
export type { FolderLookup } from '../../src/image-store/responses.js';
export type { ImageStore, Package, Phase, UploadLimits, UploadOutcome, UploadStore };

/** What a client knows of the cluster. */
export interface Stores {
  readonly sessionStore: ImageStore;
  readonly store: UploadStore;
}

/** Replaces the way in which a client looks at the cluster and acts on it. */
export type WrapStores = (stores: Stores, content: Package) => Stores;

export interface UploaderOptions {
  readonly clock: SimulatedClock;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly network: UploadNetwork;
  /** Begins the ids of all its requests. */
  readonly name: string;
  readonly limits: UploadLimits;
  readonly wrapStores: WrapStores;
  readonly onPhase: (phase: Phase) => void;
}

/** One step that uploads a package. */
export interface Uploader {
  upload(content: Package, imageStorePath: string): Promise<UploadOutcome>;
  /** Cancels the step. */
  cancel(): void;
}

export function createUploader(options: UploaderOptions): Uploader {
  const { clock, random, network, name, limits, wrapStores, onPhase } = options;
  const cancellation = new AbortController();
  // Each request in flight listens.
  setMaxListeners(0, cancellation.signal);
  let ids = 0;
  const nextId = (): string => {
    ids += 1;
    return String(ids);
  };
  const storeOptions: ImageStoreOptions = {
    endpointUrl: 'http://cluster',
    transport: createTransport(network, clock),
    clock,
    newRequestId: nextId,
    redact: (text) => text,
    runLabel: name,
  };
  return {
    upload: (content, imageStorePath) =>
      uploadPackage(content, imageStorePath, {
        ...wrapStores({ sessionStore: openImageStore(storeOptions), store: openUploadStore(storeOptions) }, content),
        ...limits,
        clock,
        random,
        newSessionId: () => `ffffffff-0000-4000-8000-${nextId().padStart(12, '0')}`,
        signal: cancellation.signal,
        onEvent: (event) => {
          if (event.kind === 'phase') onPhase(event.phase);
        },
      }),
    cancel: () => cancellation.abort(),
  };
}

/** Ends each exchange by its deadlines, as the http layer does. */
function createTransport(network: UploadNetwork, clock: SimulatedClock): Transport {
  return {
    exchange: async ({ method, url, headers, body, signal, onProgress, ...limits }) => {
      const deadline = startDeadline({ ...limits, body }, clock, (expiry) => pending.fail('deadline', expiry));
      const onTaken = (bytes: number): void => {
        deadline.recordProgress(bytes);
        onProgress?.(bytes);
      };
      const pending = network.send({ method, url, headers, body, signal, onTaken });
      const result = await pending.result;
      deadline.cancel();
      if (result.kind === 'no response') throw toTransportError(result);
      const { status, statusText, headers: responseHeaders, body: text, truncated } = result;
      return { status, reasonPhrase: statusText, headers: responseHeaders, body: text, truncated };
    },
    close: () => {},
  };
}

/** Reads a package folder. @throws when it cannot be uploaded */
export async function readPackageFolder(folder: string, imageStorePath: string): Promise<Package> {
  const problems: string[] = [];
  const content = await readPackage(folder, imageStorePath, (problem) => {
    problems.push(problem);
    return undefined;
  });
  if (content === undefined) throw new Error(`the package cannot be uploaded: ${problems.join(' ')}`);
  return content;
}
