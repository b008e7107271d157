// The files of the image store: their versions, and the new versions that are being published.

import type { Content } from './content.js';

/** Compared as a triple, because each new primary restarts the number. */
export interface FileVersion {
  readonly dataLoss: bigint;
  readonly configuration: bigint;
  readonly number: bigint;
}

/** One file with its metadata. */
export class StoredFile {
  /** Normalized: backslashes on Windows. */
  readonly path: string;
  readonly version: FileVersion;
  readonly content: Content;
  /** When its chunks were joined, or its upload arrived. */
  readonly modifiedMs: number;
  /** The session that the metadata names. No REST call returns it. */
  readonly sessionId: string | undefined;

  constructor(file: Pick<StoredFile, 'path' | 'version' | 'content' | 'modifiedMs' | 'sessionId'>) {
    this.path = file.path;
    this.version = file.version;
    this.content = file.content;
    this.modifiedMs = file.modifiedMs;
    this.sessionId = file.sessionId;
  }

  get bytes(): Uint8Array {
    return this.content.read();
  }
}

/** What a listing of the path finds while a new version is being published there. */
export type ListedWhilePublishing = 'new-file' | 'nothing';

/** What happens to the previous file when publishing fails. */
export type OldContent = 'kept' | 'lost';

interface Publication {
  readonly file: StoredFile;
  readonly listed: ListedWhilePublishing;
}

export interface FileStoreOptions {
  readonly linux: boolean;
  /** Called for every version that a request publishes. */
  readonly onPublished?: ((file: StoredFile) => void) | undefined;
  /** Called with the paths after every change of files, and when a version starts to be published. */
  readonly onChange?: ((paths: readonly string[]) => void) | undefined;
}

/** The name of the file that marks a folder as complete (NativeImageStore.cpp, DirectoryMarkerFileName). */
export const markerName = '_.dir';

/** The replicated metadata of all files, together with the files. */
export class FileStore {
  readonly #linux: boolean;
  readonly #onPublished: (file: StoredFile) => void;
  readonly #onChange: (paths: readonly string[]) => void;
  readonly #files = new Map<string, StoredFile>();
  readonly #publications = new Map<string, Publication>();
  // As large as on a real cluster: a client that parses them as doubles loses digits.
  readonly #dataLoss = 132_012_345_678_901_234n;
  #configuration = 1n << 33n;
  #number = 0n;

  constructor(options: FileStoreOptions) {
    this.#linux = options.linux;
    this.#onPublished = options.onPublished ?? (() => {});
    this.#onChange = options.onChange ?? (() => {});
  }

  /** The path as in the metadata (ProcessRequestAsyncOperation.cpp): the platform's separators, none at either end. */
  normalizePath(path: string): string {
    const separated = this.#linux ? path.replaceAll('\\', '/') : path.replaceAll('/', '\\');
    return separated
      .trim()
      .replace(/^[\\/]+/, '')
      .replace(/[\\/]+$/, '');
  }

  /** What names a file: the normalized path, in lower case on Windows (FileMetadata.cpp). */
  keyOf(path: string): string {
    const normalized = this.normalizePath(path);
    return this.#linux ? normalized : normalized.toLowerCase();
  }

  get separator(): string {
    return this.#linux ? '/' : '\\';
  }

  /** True when `path` is `folder` or lies below it. */
  isWithin(folder: string, path: string): boolean {
    return this.isSame(folder, path) || this.isBelow(folder, path);
  }

  /** True when `path` lies below `folder`. Everything lies below the root, whose path is empty. */
  isBelow(folder: string, path: string): boolean {
    const above = this.keyOf(folder);
    return above === '' || this.keyOf(path).startsWith(`${above}${this.separator}`);
  }

  /** True when both paths name the same file. */
  isSame(path: string, other: string): boolean {
    return this.keyOf(path) === this.keyOf(other);
  }

  /** True when there is a folder at the path: the store has one for as long as it contains files (Utility.cpp). */
  isFolder(path: string): boolean {
    return [...this.#files.values(), ...this.publishing()].some((file) => this.isBelow(path, file.path));
  }

  /** True when a file is at the path and no new version is being published there (FileState.cpp, IsStable). */
  isStable(path: string): boolean {
    const key = this.keyOf(path);
    return this.#files.has(key) && !this.#publications.has(key);
  }

  /** True when the marker of the folder is there: what ImageBuilder looks for before it provisions the folder. */
  hasMarker(folder: string): boolean {
    return this.isStable(`${this.normalizePath(folder)}${this.separator}${markerName}`);
  }

  /** The published file at a path; a new version that is still being published does not count. */
  get(path: string): StoredFile | undefined {
    return this.#files.get(this.keyOf(path));
  }

  /** All published files, sorted by path. */
  all(): readonly StoredFile[] {
    return [...this.#files.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  }

  /** The files below a folder, sorted by path, without those of which a new version is being published. */
  stableBelow(folder: string): readonly StoredFile[] {
    return this.all().filter(({ path }) => this.isBelow(folder, path) && this.isStable(path));
  }

  /** The new versions that are being published. */
  publishing(): readonly StoredFile[] {
    return [...this.#publications.values()].map(({ file }) => file);
  }

  /** What a listing of exactly this path finds. Unlike a folder's listing, it includes a file being published. */
  listFile(path: string): StoredFile | 'missing' | undefined {
    const publication = this.#publications.get(this.keyOf(path));
    if (publication === undefined) return this.get(path);
    return publication.listed === 'new-file' ? publication.file : 'missing';
  }

  /** Starts to publish a new version. Every attempt uses a version number, a failed one too. */
  startPublishing(
    path: string,
    content: Content,
    sessionId: string | undefined,
    nowMs: number,
    listed: ListedWhilePublishing,
  ): void {
    this.#publications.set(this.keyOf(path), { file: this.#newVersion(path, content, sessionId, nowMs), listed });
    this.#onChange([path]);
  }

  /** Another writer's file, published at once. A version being published at the path will replace it. */
  overwrite(path: string, content: Content, nowMs: number): void {
    this.#files.set(this.keyOf(path), this.#newVersion(path, content, undefined, nowMs));
    this.#onChange([path]);
  }

  /** Completes publishing: the new version replaces the file at the path. */
  publish(path: string): void {
    const publication = this.#publications.get(this.keyOf(path));
    if (publication !== undefined) {
      this.#files.set(this.keyOf(path), publication.file);
      this.#publications.delete(this.keyOf(path));
      this.#onPublished(publication.file);
      this.#onChange([path]);
    }
  }

  /**
   * Discards the new version. With `stamps`, an old file that is kept gets the id of the session that failed
   * (FileUploadAsyncOperation.cpp, rollback): the next commit of that session then succeeds and does nothing.
   */
  rollBack(path: string, oldContent: OldContent, stamps: boolean): void {
    const key = this.keyOf(path);
    const failed = this.#publications.get(key)?.file;
    const old = this.#files.get(key);
    this.#publications.delete(key);
    if (oldContent === 'lost') {
      this.#files.delete(key);
    } else if (old !== undefined && failed !== undefined && stamps) {
      this.#files.set(key, new StoredFile({ ...old, sessionId: failed.sessionId }));
    }
    this.#onChange([path]);
  }

  /** A new primary (RequestManager.cpp, recovery): discards what is being published and restarts the numbers. */
  failOver(oldContent: OldContent): void {
    for (const file of this.publishing()) this.rollBack(file.path, oldContent, false);
    this.#configuration += 1n << 32n;
    this.#number = 0n;
  }

  delete(paths: readonly string[]): void {
    for (const path of paths) this.#files.delete(this.keyOf(path));
    this.#onChange(paths);
  }

  #newVersion(path: string, content: Content, sessionId: string | undefined, nowMs: number): StoredFile {
    this.#number += 1n;
    const version = { dataLoss: this.#dataLoss, configuration: this.#configuration, number: this.#number };
    return new StoredFile({ path: this.normalizePath(path), version, content, modifiedMs: nowMs, sessionId });
  }
}
