// Rules that would lead to wrong results, each as a client that works like the real one but for this rule.
import type { Attempt, FolderLookup, Package, Stores, UploadStore, WrapStores } from './client.js';
import { imageStorePath } from './packages.js';

const marker = `${imageStorePath}/_.dir`;

/** What the real client is told when this rule says that all is well. */
const done: Attempt = {
  kind: 'response',
  method: 'PUT',
  status: 200,
  reasonPhrase: 'OK',
  body: 'empty',
  headers: {},
  durationMs: 0,
};

function isLost(attempt: Attempt): boolean {
  return attempt.kind === 'noResponse' && attempt.sent && attempt.problem !== 'cancelled';
}

/** A client with another store for uploads. Each of its methods is made from the real one, once for every run. */
function withStore(change: (store: UploadStore, content: Package) => Partial<UploadStore>): WrapStores {
  return ({ sessionStore, store }, content) => ({ sessionStore, store: { ...store, ...change(store, content) } });
}

/** Calls `first` before the first file or chunk is sent. */
function beforeSending(
  store: UploadStore,
  first: (...request: Parameters<UploadStore['putFile']>) => Promise<unknown>,
) {
  let started: Promise<unknown> | undefined;
  const begin = (limits: Parameters<UploadStore['putFile']>[2]): Promise<unknown> => {
    started ??= first(marker, undefined, limits);
    return started;
  };
  return {
    putFile: async (...request: Parameters<UploadStore['putFile']>) => {
      await begin(request[2]);
      return store.putFile(...request);
    },
    putChunk: async (...request: Parameters<UploadStore['putChunk']>) => {
      await begin(request[1]);
      return store.putChunk(...request);
    },
  };
}

/** A client for which a session is never there. */
function withoutResuming({ sessionStore, store }: Stores): Stores {
  const sent = new Set<string>();
  return {
    store: {
      ...store,
      putChunk: (chunk, limits) => {
        sent.add(chunk.sessionId);
        return store.putChunk(chunk, limits);
      },
    },
    sessionStore: {
      ...sessionStore,
      lookUpSession: async (sessionId, ...limits) => {
        const found = await sessionStore.lookUpSession(sessionId, ...limits);
        return sent.has(sessionId) || found.kind !== 'found' ? found : { kind: 'notFound' };
      },
    },
  };
}

/** The listing of a folder as it would be if it were the package. */
function asInPackage(found: FolderLookup, path: string, { files }: Package, keepsMissing: boolean): FolderLookup {
  if (found.kind !== 'page') return found;
  const expected = new Map(
    files.filter(({ storePath }) => parentOf(storePath) === path).map((file) => [nameOf(file.storePath), file]),
  );
  const listed = [...found.page.files].filter(([name]) => name === '_.dir' || expected.has(name));
  if (keepsMissing) return { kind: 'page', page: { ...found.page, files: new Map(listed) } };
  const all = [...expected].map(([name, { sizeBytes }]) => [name, { sizeBytes }] as const);
  return { kind: 'page', page: { ...found.page, files: new Map(all) } };
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export interface WrongUploadRule {
  /** Within how many seeds of the hostile mix, from 0, the simulation finds it. */
  readonly seeds: number;
  /** What the simulation says of it. */
  readonly found: RegExp;
  readonly wrapStores: WrapStores;
}

/** The rules, by what a client with them does. */
export const wrongUploadRules: Readonly<Record<string, WrongUploadRule>> = {
  'writes the root marker first': {
    seeds: 20,
    found: /marked although it is not the package/,
    wrapStores: withStore((store) => beforeSending(store, (...request) => store.putFile(...request))),
  },
  'leaves the root marker of the older package': {
    seeds: 20,
    found: /changed under a root marker/,
    wrapStores: withStore((store) => ({
      deleteContent: async (path, limits) => (path === marker ? done : store.deleteContent(path, limits)),
    })),
  },
  'goes on where a foreign folder lies': {
    seeds: 200,
    found: /foreign content ends the run/,
    wrapStores: withStore((store) => {
      let isInspected = false;
      return {
        ...beforeSending(store, async () => {
          isInspected = true;
        }),
        listFolder: async (...request) => {
          const found = await store.listFolder(...request);
          return isInspected || found.kind === 'failed' ? found : { kind: 'notFound' };
        },
      };
    }),
  },
  'does not compare the folder with the package': {
    seeds: 50,
    found: /marked although it is not the package/,
    wrapStores: withStore((store, content) => {
      let isInspected = false;
      return {
        ...beforeSending(store, async () => {
          isInspected = true;
        }),
        listFolder: async (path, ...request) => {
          const found = await store.listFolder(path, ...request);
          return isInspected ? asInPackage(found, path, content, false) : found;
        },
      };
    }),
  },
  'leaves what an older package has left': {
    seeds: 50,
    found: /marked although it is not the package, but .*Old\.\w+ is there/,
    wrapStores: withStore((store, content) => {
      let isInspected = false;
      return {
        ...beforeSending(store, async () => {
          isInspected = true;
        }),
        listFolder: async (path, ...request) => {
          const found = await store.listFolder(path, ...request);
          return isInspected ? asInPackage(found, path, content, true) : found;
        },
      };
    }),
  },
  'believes that a 400 to a chunk is final': {
    seeds: 100,
    found: /a file is refused only if something refuses it/,
    wrapStores: withStore((store) => ({
      putChunk: async (...request) => {
        const attempt = await store.putChunk(...request);
        return attempt.kind === 'response' && attempt.status === 400 ? { ...attempt, status: 403 } : attempt;
      },
    })),
  },
  'believes that a file is there when its answer is lost': {
    seeds: 300,
    found: /marked although it is not the package, but .* is wrong/,
    wrapStores: withStore((store) => ({
      putFile: async (...request) => {
        const attempt = await store.putFile(...request);
        return isLost(attempt) ? done : attempt;
      },
    })),
  },
  'believes that the root marker is not there when its answer is lost': {
    seeds: 400,
    found: /failed, but its root marker stands/,
    wrapStores: withStore((store) => ({
      putFile: async (path, ...request) => {
        const attempt = await store.putFile(path, ...request);
        if (path !== marker || attempt.kind === 'response' || attempt.problem === 'cancelled') return attempt;
        return { ...attempt, sent: false, permanent: true };
      },
    })),
  },
  'does not compare the versions of a file': {
    seeds: 500,
    found: /marked although it is not the package, but .* is wrong/,
    wrapStores: ({ sessionStore, store }) => ({
      store,
      sessionStore: {
        ...sessionStore,
        lookUpContent: async (...request) => {
          const found = await sessionStore.lookUpContent(...request);
          if (found.kind !== 'found') return found;
          const { sizeBytes, modifiedMs } = found.file;
          return { kind: 'found', file: { sizeBytes, modifiedMs } };
        },
      },
    }),
  },
  'sends a big file from the start in every run': {
    seeds: 200,
    found: /no byte that a session holds/,
    wrapStores: withoutResuming,
  },
  'repeats a failed request many times at once': {
    seeds: 200,
    found: /no more requests than the package needs/,
    wrapStores: withStore((store) => ({
      putFile: async (...request) => {
        let attempt = await store.putFile(...request);
        if (isSuccess(attempt)) return attempt;
        for (let times = 0; times < 100; times += 1) attempt = await store.putFile(...request);
        return attempt;
      },
    })),
  },
};

function isSuccess(attempt: Attempt): boolean {
  return attempt.kind === 'response' && attempt.status === 200;
}
