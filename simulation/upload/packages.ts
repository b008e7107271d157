// The packages that are uploaded: real folders, written once, with the bytes of their files in memory as well.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExpectedFiles } from '../../emulator/package-watch.js';
import { createPrng } from '../prng.js';
import { type Package, readPackageFolder } from './client.js';

const mebibyte = 2 ** 20;
const smallFiles = { 'Web/Code/Web.exe': 70_000, 'Web/Code/empty.txt': 0, 'Web/Config/Settings.xml': 333 };

/** The sizes of the files in bytes, beside the manifests. What is above 4 MiB goes through an upload session. */
const shapeFiles = {
  small: smallFiles,
  'two chunks': { ...smallFiles, 'Web/Code/Web.dll': 4 * mebibyte + 1 },
  'three chunks': { ...smallFiles, 'Web/Data/Model ü.bin': 12 * mebibyte },
  'two big files': { 'Web/Code/Web.exe': 8 * mebibyte + 4_321, 'Web/Code/100% #1.dll': 4 * mebibyte + 1_000_000 },
  'around the limit': { 'Web/Code/below.bin': 4 * mebibyte - 1, 'Web/Code/at.bin': 4 * mebibyte, 'Web/note.txt': 1 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

export type Shape = keyof typeof shapeFiles;
/** `rebuilt` has other bytes in files of the same size. */
export type Version = 'original' | 'rebuilt';

/** Where every package goes. */
export const imageStorePath = 'apps/Web Shop';

/** A package with all that its upload needs and its oracle knows. */
export interface SimulatedPackage {
  readonly content: Package;
  /** Sizes and hashes by paths in the package. */
  readonly expected: ExpectedFiles;
  /** The bytes of the files by paths in the package. */
  readonly bytes: ReadonlyMap<string, Buffer>;
}

export interface Packages {
  /** A package of this shape. Its folder is written at the first call. */
  get(shape: Shape, version: Version): Promise<SimulatedPackage>;
  /** Bytes that are in no package, the same every time. */
  otherBytes(sizeBytes: number): Buffer;
  /** The bytes of a package's file on this machine, without reading it. */
  bytesOf(localPath: string): Buffer;
  /** Removes the folders. */
  remove(): void;
}

/** Where the bytes of a file begin among all random bytes, at most. */
const maxOffset = mebibyte;

/** Creates a temporary folder for the packages. */
export function openPackages(): Packages {
  const folder = mkdtempSync(join(tmpdir(), 'simulated-packages-'));
  const random = createRandomBytes(13 * mebibyte + maxOffset);
  const known = new Map<string, Promise<SimulatedPackage>>();
  const onDisk = new Map<string, Buffer>();
  const write = async (shape: Shape, version: Version): Promise<SimulatedPackage> => {
    const root = join(folder, `${shape}-${version}`);
    const bytes = new Map<string, Buffer>(Object.entries(manifests(version)));
    for (const [path, sizeBytes] of Object.entries(shapeFiles[shape])) {
      const offset = createHash('sha256').update(`${path} ${version}`).digest().readUInt32BE() % maxOffset;
      bytes.set(path, random.subarray(offset, offset + sizeBytes));
    }
    for (const [path, content] of bytes) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      onDisk.set(file, content);
    }
    return { content: await readPackageFolder(root, imageStorePath), expected: expectedFiles(bytes), bytes };
  };
  return {
    get: (shape, version) => {
      const name = `${shape} ${version}`;
      const existing = known.get(name) ?? write(shape, version);
      known.set(name, existing);
      return existing;
    },
    otherBytes: (sizeBytes) => random.subarray(maxOffset, maxOffset + sizeBytes),
    bytesOf: (localPath) => {
      const bytes = onDisk.get(localPath);
      if (bytes === undefined) throw new Error(`no package has the file ${localPath}`);
      return bytes;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Bytes without repetition, so that a chunk in the wrong place changes a file. */
function createRandomBytes(sizeBytes: number): Buffer {
  const prng = createPrng(1);
  const words = new Uint32Array(sizeBytes / 4).map(() => prng.integer(0, 2 ** 32 - 1));
  return Buffer.from(words.buffer);
}

function manifests(version: Version): Readonly<Record<string, Buffer>> {
  const number = version === 'original' ? '1.0.0' : '2.0.0';
  const namespace = 'xmlns="http://schemas.microsoft.com/2011/01/fabric"';
  return {
    'ApplicationManifest.xml': Buffer.from(
      `<ApplicationManifest ApplicationTypeName="Shop" ApplicationTypeVersion="${number}" ${namespace}>
        <ServiceManifestImport>
          <ServiceManifestRef ServiceManifestName="Web" ServiceManifestVersion="${number}" />
        </ServiceManifestImport>
      </ApplicationManifest>`,
    ),
    'Web/ServiceManifest.xml': Buffer.from(
      `<ServiceManifest Name="Web" Version="${number}" ${namespace}>
        <CodePackage Name="Code" Version="${number}"><EntryPoint/></CodePackage>
      </ServiceManifest>`,
    ),
  };
}

function expectedFiles(bytes: ReadonlyMap<string, Buffer>): ExpectedFiles {
  const entries = [...bytes].map(([path, content]) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return [path, { sizeBytes: content.byteLength, sha256 }] as const;
  });
  return Object.fromEntries(entries);
}
