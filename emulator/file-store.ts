// The content of the image store: files, their versions, and files on their way in.

/** One file as the store's metadata and disk have it. */
export interface StoredFile {
  /** Normalised: backslashes on Windows. */
  readonly path: string;
  readonly version: FileVersion;
  readonly bytes: Uint8Array;
  /** When its chunks were merged, or its upload arrived. */
  readonly modifiedMs: number;
  /** The session stamped on the metadata; no REST call shows it. */
  readonly sessionId: string | undefined;
}

/** Compared as a triple: the number starts anew with each primary. */
export interface FileVersion {
  readonly dataLoss: bigint;
  readonly configuration: bigint;
  readonly number: bigint;
}

/** A folder in a listing, with the files below it, however deep. */
export interface Folder {
  readonly path: string;
  readonly fileCount: number;
}

/** What a listing of the path finds while a new version is being published there. */
export type ShownInTransit = 'new-file' | 'nothing';

/** What becomes of the file that was there before, when publishing fails. */
export type OldContent = 'kept' | 'lost';

/** The replicated metadata and the files it speaks of. */
export class Content {
  readonly #linux: boolean;
  readonly #published: (file: StoredFile) => void;
  readonly #files = new Map<string, StoredFile>();
  readonly #inTransit = new Map<string, { readonly file: StoredFile; readonly shows: ShownInTransit }>();
  // As large as real ones: whoever reads them as doubles gets them wrong.
  readonly #dataLoss = 132_012_345_678_901_234n;
  #configuration = 1n << 33n;
  #number = 0n;

  constructor(options: { readonly linux: boolean; readonly published?: ((file: StoredFile) => void) | undefined }) {
    this.#linux = options.linux;
    this.#published = options.published ?? (() => {});
  }

  /** The path as metadata has it (ProcessRequestAsyncOperation.cpp): separators of the platform, none at the ends. */
  normalised(path: string): string {
    const separated = this.#linux ? path.replaceAll('\\', '/') : path.replaceAll('/', '\\');
    return separated
      .trim()
      .replace(/^[\\/]+/, '')
      .replace(/[\\/]+$/, '');
  }

  /** True when `path` is `folder` or lies below it; Windows does not look at letter case (FileMetadata.cpp). */
  isWithin(folder: string, path: string): boolean {
    const [above, below] = [this.#key(folder), this.#key(path)];
    return below === above || below.startsWith(`${above}${this.#separator}`);
  }

  /** True when both name the same file. */
  isSame(path: string, other: string): boolean {
    return this.#key(path) === this.#key(other);
  }

  /** The stable file at a path: what is there once nothing is on its way. */
  get(path: string): StoredFile | undefined {
    return this.#files.get(this.#key(path));
  }

  /** Every stable file, in order of path. */
  files(): readonly StoredFile[] {
    return [...this.#files.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  }

  /** Files on their way in. */
  transits(): readonly StoredFile[] {
    return [...this.#inTransit.values()].map(({ file }) => file);
  }

  /** What a listing of exactly this path finds: it does not ask whether the file is in a stable state. */
  shown(path: string): StoredFile | 'missing' | undefined {
    const transit = this.#inTransit.get(this.#key(path));
    if (transit === undefined) {
      return this.get(path);
    }
    return transit.shows === 'new-file' ? transit.file : 'missing';
  }

  /** What a listing of a folder finds: stable files in it, and the folders below with their counts. */
  shownIn(folder: string): { readonly files: readonly StoredFile[]; readonly folders: readonly Folder[] } {
    const files: StoredFile[] = [];
    const counts = new Map<string, number>();
    for (const file of this.files()) {
      if (this.#inTransit.has(this.#key(file.path)) || !(folder === '' || this.isWithin(folder, file.path))) {
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

  /** Metadata points to a new version from here on; each attempt uses up a version number, a failing one too. */
  begin(path: string, bytes: Uint8Array, sessionId: string | undefined, nowMs: number, shows: ShownInTransit): void {
    this.#inTransit.set(this.#key(path), { file: this.#newVersion(path, bytes, sessionId, nowMs), shows });
  }

  /** Another writer's file, there at once; what is in transit will replace it. */
  overwrite(path: string, bytes: Uint8Array, nowMs: number): void {
    this.#files.set(this.#key(path), this.#newVersion(path, bytes, undefined, nowMs));
  }

  /** The new version is what the path holds. */
  publish(path: string): void {
    const transit = this.#inTransit.get(this.#key(path));
    if (transit !== undefined) {
      this.#files.set(this.#key(path), transit.file);
      this.#inTransit.delete(this.#key(path));
      this.#published(transit.file);
    }
  }

  /**
   * The new version is given up. Kept old content is stamped with the session that failed, when `stamps`
   * (FileUploadAsyncOperation.cpp, rollback): that session's next commit then succeeds and does nothing.
   */
  rollBack(path: string, oldContent: OldContent, stamps: boolean): void {
    const key = this.#key(path);
    const failed = this.#inTransit.get(key)?.file;
    const old = this.#files.get(key);
    this.#inTransit.delete(key);
    if (oldContent === 'lost') {
      this.#files.delete(key);
    } else if (old !== undefined && failed !== undefined && stamps) {
      this.#files.set(key, { ...old, sessionId: failed.sessionId });
    }
  }

  /** A new primary (RequestManager.cpp, recovery): nothing is in transit any more, and versions count anew. */
  failOver(oldContent: OldContent): void {
    for (const file of this.transits()) {
      this.rollBack(file.path, oldContent, false);
    }
    this.#configuration += 1n << 32n;
    this.#number = 0n;
  }

  delete(path: string): void {
    this.#files.delete(this.#key(path));
  }

  #newVersion(path: string, bytes: Uint8Array, sessionId: string | undefined, nowMs: number): StoredFile {
    this.#number += 1n;
    const version = { dataLoss: this.#dataLoss, configuration: this.#configuration, number: this.#number };
    return { path: this.normalised(path), version, bytes, modifiedMs: nowMs, sessionId };
  }

  get #separator(): string {
    return this.#linux ? '/' : '\\';
  }

  #key(path: string): string {
    const normalised = this.normalised(path);
    return this.#linux ? normalised : normalised.toLowerCase();
  }
}
