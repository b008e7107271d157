// Watches the folder of a package: its marker must not be there while the folder is anything but the package.

import { type FileStore, markerName } from './file-store.js';

/** What a file of the package must contain. */
export interface ExpectedFile {
  readonly sizeBytes: number;
  /** Hexadecimal digits in lower case. */
  readonly sha256: string;
}

/** The files of a package by their path in it, with slashes. Markers are not among them. */
export type ExpectedFiles = Readonly<Record<string, ExpectedFile>>;

/** How a folder differs from a package. */
export interface PackageDifferences {
  /** The files that are not there, or of which a new version is being published. */
  readonly missing: readonly string[];
  /** The files with other content. */
  readonly wrong: readonly string[];
  /** The files in the store that are neither markers nor part of the package. */
  readonly unexpected: readonly string[];
}

/** A change of the folder after which its marker stood although it differed from the package. */
export interface PackageViolation extends PackageDifferences {
  readonly atMs: number;
  /** The operation that made the change, or `none` for one of the control API. */
  readonly operation: string;
  readonly changedPaths: readonly string[];
}

export interface PackageWatch {
  readonly path: string;
  readonly files: ExpectedFiles;
  readonly violations: readonly PackageViolation[];
}

/** Compares a folder with a package. */
export function comparePackage(store: FileStore, path: string, files: ExpectedFiles): PackageDifferences {
  const found = new Map(store.stableBelow(path).map((file) => [store.keyOf(file.path), file]));
  const missing: string[] = [];
  const wrong: string[] = [];
  for (const [name, { sizeBytes, sha256 }] of Object.entries(files)) {
    const key = store.keyOf(`${store.normalizePath(path)}/${name}`);
    const content = found.get(key)?.content;
    if (content === undefined) missing.push(name);
    else if (content.sizeBytes !== sizeBytes || content.sha256() !== sha256) wrong.push(name);
    found.delete(key);
  }
  const isMarker = (file: string) => store.keyOf(file).split(store.separator).at(-1) === markerName;
  const unexpected = [...found.values()].map((file) => file.path).filter((file) => !isMarker(file));
  return { missing, wrong, unexpected };
}

/** The packages that are being watched. */
export class PackageWatches {
  readonly #watches: {
    readonly path: string;
    readonly files: ExpectedFiles;
    readonly violations: PackageViolation[];
  }[] = [];

  all(): readonly PackageWatch[] {
    return this.#watches;
  }

  add(path: string, files: ExpectedFiles): PackageWatch {
    const watch = { path, files, violations: [] };
    this.#watches.push(watch);
    return watch;
  }

  /** To be called after every change. What was there before and has not changed since is no violation. */
  check(store: FileStore, paths: readonly string[], cause: Pick<PackageViolation, 'atMs' | 'operation'>): void {
    for (const { path, files, violations } of this.#watches) {
      const changedPaths = paths.filter((changed) => store.isWithin(path, changed));
      if (changedPaths.length === 0 || !store.hasMarker(path)) continue;
      const differences = comparePackage(store, path, files);
      if (Object.values(differences).some((names) => names.length > 0)) {
        violations.push({ ...differences, ...cause, changedPaths });
      }
    }
  }
}
