// The files of the image store: their versions, and the new versions that are being published.

/** One file with its metadata. */
export interface StoredFile {
  /** Normalized: backslashes on Windows. */
  readonly path: string;
  readonly version: FileVersion;
  readonly bytes: Uint8Array;
  /** When its chunks were joined, or its upload arrived. */
  readonly modifiedMs: number;
  /** The session that the metadata names. No REST call returns it. */
  readonly sessionId: string | undefined;
}

/** Compared as a triple, because each new primary restarts the number. */
export interface FileVersion {
  readonly dataLoss: bigint;
  readonly configuration: bigint;
  readonly number: bigint;
}

/** A folder in a listing. */
export interface Folder {
  readonly path: string;
  /** The number of files below the folder, at any depth. */
  readonly fileCount: number;
}

/** What a listing of the path finds while a new version is being published there. */
export type ListedWhilePublishing = 'new-file' | 'nothing';

/** What happens to the previous file when publishing fails. */
export type OldContent = 'kept' | 'lost';

interface Publication {
  readonly file: StoredFile;
  readonly listed: ListedWhilePublishing;
}

/** The replicated metadata of all files, together with the files. */
export class FileStore {
  readonly #linux: boolean;
  readonly #onPublished: (file: StoredFile) => void;
  readonly #files = new Map<string, StoredFile>();
  readonly #publications = new Map<string, Publication>();
  // As large as on a real cluster: a client that parses them as doubles loses digits.
  readonly #dataLoss = 132_012_345_678_901_234n;
  #configuration = 1n << 33n;
  #number = 0n;

  constructor(options: { readonly linux: boolean; readonly onPublished?: ((file: StoredFile) => void) | undefined }) {
    this.#linux = options.linux;
    this.#onPublished = options.onPublished ?? (() => {});
  }

  /** The path as in the metadata (ProcessRequestAsyncOperation.cpp): the platform's separators, none at either end. */
  normalizePath(path: string): string {
    const separated = this.#linux ? path.replaceAll('\\', '/') : path.replaceAll('/', '\\');
    return separated
      .trim()
      .replace(/^[\\/]+/, '')
      .replace(/[\\/]+$/, '');
  }

  /** True when `path` is `folder` or lies below it. Windows ignores letter case (FileMetadata.cpp). */
  isWithin(folder: string, path: string): boolean {
    const [above, below] = [this.#key(folder), this.#key(path)];
    return below === above || below.startsWith(`${above}${this.#separator}`);
  }

  /** True when both paths name the same file. */
  isSame(path: string, other: string): boolean {
    return this.#key(path) === this.#key(other);
  }

  /** The published file at a path; a new version that is still being published does not count. */
  get(path: string): StoredFile | undefined {
    return this.#files.get(this.#key(path));
  }

  /** All published files, sorted by path. */
  all(): readonly StoredFile[] {
    return [...this.#files.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  }

  /** The new versions that are being published. */
  publishing(): readonly StoredFile[] {
    return [...this.#publications.values()].map(({ file }) => file);
  }

  /** What a listing of exactly this path finds. Unlike a folder's listing, it includes a file being published. */
  listFile(path: string): StoredFile | 'missing' | undefined {
    const publication = this.#publications.get(this.#key(path));
    if (publication === undefined) return this.get(path);
    return publication.listed === 'new-file' ? publication.file : 'missing';
  }

  /** What a listing of a folder finds: the published files in it, and its subfolders with their number of files. */
  listFolder(folder: string): { readonly files: readonly StoredFile[]; readonly folders: readonly Folder[] } {
    const files: StoredFile[] = [];
    const counts = new Map<string, number>();
    for (const file of this.all()) {
      if (this.#publications.has(this.#key(file.path)) || !(folder === '' || this.isWithin(folder, file.path))) {
        continue;
      }
      const end = file.path.indexOf(this.#separator, folder === '' ? 0 : folder.length + 1);
      if (end < 0) {
        files.push(file);
      } else {
        const name = file.path.slice(0, end);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return { files, folders: [...counts].map(([path, fileCount]) => ({ path, fileCount })) };
  }

  /** Starts to publish a new version. Every attempt uses a version number, a failed one too. */
  startPublishing(
    path: string,
    bytes: Uint8Array,
    sessionId: string | undefined,
    nowMs: number,
    listed: ListedWhilePublishing,
  ): void {
    this.#publications.set(this.#key(path), { file: this.#newVersion(path, bytes, sessionId, nowMs), listed });
  }

  /** Another writer's file, published at once. A version being published at the path will replace it. */
  overwrite(path: string, bytes: Uint8Array, nowMs: number): void {
    this.#files.set(this.#key(path), this.#newVersion(path, bytes, undefined, nowMs));
  }

  /** Completes publishing: the new version replaces the file at the path. */
  publish(path: string): void {
    const publication = this.#publications.get(this.#key(path));
    if (publication !== undefined) {
      this.#files.set(this.#key(path), publication.file);
      this.#publications.delete(this.#key(path));
      this.#onPublished(publication.file);
    }
  }

  /**
   * Discards the new version. With `stamps`, an old file that is kept gets the id of the session that failed
   * (FileUploadAsyncOperation.cpp, rollback): the next commit of that session then succeeds and does nothing.
   */
  rollBack(path: string, oldContent: OldContent, stamps: boolean): void {
    const key = this.#key(path);
    const failed = this.#publications.get(key)?.file;
    const old = this.#files.get(key);
    this.#publications.delete(key);
    if (oldContent === 'lost') {
      this.#files.delete(key);
    } else if (old !== undefined && failed !== undefined && stamps) {
      this.#files.set(key, { ...old, sessionId: failed.sessionId });
    }
  }

  /** A new primary (RequestManager.cpp, recovery): discards what is being published and restarts the numbers. */
  failOver(oldContent: OldContent): void {
    for (const file of this.publishing()) this.rollBack(file.path, oldContent, false);
    this.#configuration += 1n << 32n;
    this.#number = 0n;
  }

  delete(path: string): void {
    this.#files.delete(this.#key(path));
  }

  #newVersion(path: string, bytes: Uint8Array, sessionId: string | undefined, nowMs: number): StoredFile {
    this.#number += 1n;
    const version = { dataLoss: this.#dataLoss, configuration: this.#configuration, number: this.#number };
    return { path: this.normalizePath(path), version, bytes, modifiedMs: nowMs, sessionId };
  }

  get #separator(): string {
    return this.#linux ? '/' : '\\';
  }

  #key(path: string): string {
    const normalized = this.normalizePath(path);
    return this.#linux ? normalized : normalized.toLowerCase();
  }
}
