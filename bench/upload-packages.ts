// The packages that are uploaded: their shapes, and how they are written to disk.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface FileShape {
  /** Relative to the package, with slashes. */
  readonly path: string;
  readonly sizeBytes: number;
}

export interface PackageShape {
  readonly name: string;
  /** Where it goes in the image store, and the name of its folder on disk. */
  readonly imageStorePath: string;
  readonly files: readonly FileShape[];
}

/** A package on disk. */
export interface WrittenPackage extends PackageShape {
  readonly folder: string;
  readonly files: readonly (FileShape & { readonly sha256: string })[];
}

const MIB = 2 ** 20;

const manifests: Readonly<Record<string, string>> = {
  'ApplicationManifest.xml': `<?xml version="1.0" encoding="utf-8"?>
<ApplicationManifest xmlns="http://schemas.microsoft.com/2011/01/fabric" ApplicationTypeName="BenchType" ApplicationTypeVersion="1.0.0">
  <ServiceManifestImport>
    <ServiceManifestRef ServiceManifestName="WebPkg" ServiceManifestVersion="1.0.0" />
  </ServiceManifestImport>
</ApplicationManifest>
`,
  'WebPkg/ServiceManifest.xml': `<?xml version="1.0" encoding="utf-8"?>
<ServiceManifest xmlns="http://schemas.microsoft.com/2011/01/fabric" Name="WebPkg" Version="1.0.0">
  <ServiceTypes>
    <StatelessServiceType ServiceTypeName="WebType" />
  </ServiceTypes>
  <CodePackage Name="Code" Version="1.0.0">
    <EntryPoint>
      <ExeHost>
        <Program>Web.exe</Program>
      </ExeHost>
    </EntryPoint>
  </CodePackage>
</ServiceManifest>
`,
};

/** 306 files, 204 MB, most of them small, in 11 folders on five levels. */
export const manyFiles = packageShape('ManyFiles', [
  ...[0, 1, 2].map((index) => ({ path: `WebPkg/Code/big-${index}.bin`, sizeBytes: 64 * MIB })),
  ...smallFiles(301, 9_000),
]);

/** One file of 192 MiB. */
export const oneBigFile = packageShape('OneBigFile', [{ path: 'WebPkg/Code/Web.exe', sizeBytes: 192 * MIB }]);

/** For the peak memory: one file of 300 MiB. */
export const hugeFile = packageShape('HugeFile', [{ path: 'WebPkg/Code/Web.exe', sizeBytes: 300 * MIB }]);

/** For the peak memory: 6,303 files. */
export const thousandsOfFiles = packageShape('ThousandsOfFiles', smallFiles(6_301, 4_000));

function smallFiles(count: number, sizeBytes: number): readonly FileShape[] {
  return Array.from({ length: count }, (_, index) => {
    const folder = `WebPkg/Code/part-${index % 4}${index % 8 < 4 ? '' : '/lib'}`;
    return { path: `${folder}/file-${index}.dll`, sizeBytes };
  });
}

function packageShape(imageStorePath: string, contents: readonly FileShape[]): PackageShape {
  const texts = Object.entries(manifests).map(([path, text]) => ({ path, sizeBytes: Buffer.byteLength(text) }));
  const files = [...texts, ...contents];
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return { name: `${files.length.toLocaleString('en')} files, ${Math.round(bytes / 1e6)} MB`, imageStorePath, files };
}

/** Writes a package into a folder of its own below the given one. Every run has other content. */
export function writePackage(shape: PackageShape, parent: string): WrittenPackage {
  const folder = join(parent, shape.imageStorePath);
  const files = shape.files.map((file) => ({ ...file, sha256: writeFile(join(folder, file.path), file) }));
  return { ...shape, folder, files };
}

/** @returns the SHA-256 of what was written */
function writeFile(path: string, file: FileShape): string {
  mkdirSync(dirname(path), { recursive: true });
  const hash = createHash('sha256');
  const descriptor = openSync(path, 'w');
  for (const part of partsOf(file)) {
    hash.update(part);
    writeSync(descriptor, part);
  }
  closeSync(descriptor);
  return hash.digest('hex');
}

function* partsOf({ path, sizeBytes }: FileShape): Generator<Uint8Array> {
  const text = manifests[path];
  if (text !== undefined) {
    yield Buffer.from(text);
    return;
  }
  for (let left = sizeBytes; left > 0; left -= MIB) yield randomBytes(Math.min(left, MIB));
}
