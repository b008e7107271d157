// Runs the upload action on a package and an emulated cluster, and compares what lies in the image store with the package.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Gateway } from '../../emulator/gateway.js';
import type { ExpectedFiles, PackageWatch } from '../../emulator/package-watch.js';
import { applicationManifest, type FolderContents, makeFolder, serviceManifest } from '../support/package-folder.js';
import { bundles, type Environment, type Run, type RunningAction, startAction } from '../support/run-action.js';

export const MIB = 2 ** 20;
export const chunkBytes = 4 * MIB;

/** Bytes that differ from file to file and from chunk to chunk. */
export function contentOf(sizeBytes: number, seed = 1): Buffer {
  const content = Buffer.alloc(sizeBytes);
  let state = seed;
  for (let position = 0; position < sizeBytes; position += 4096) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    content.fill(`${state}.`, position, Math.min(sizeBytes, position + 4096));
  }
  return content;
}

/** A package with one service, and with these files in its code package. */
export function packageWith(files: FolderContents): FolderContents {
  return {
    'ApplicationManifest.xml': applicationManifest({ WebPkg: '1.0.0' }),
    'WebPkg/ServiceManifest.xml': serviceManifest('WebPkg', '1.0.0'),
    'WebPkg/Code/Web.exe': 'program',
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`WebPkg/Code/${name}`, content])),
  };
}

/** What the files of a package must be in the store. */
export function expectedFiles(contents: FolderContents): ExpectedFiles {
  return Object.fromEntries(
    Object.entries(contents)
      .filter(([path]) => !path.endsWith('/'))
      .map(([path, content]) => {
        const bytes = Buffer.from(content);
        return [path, { sizeBytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }];
      }),
  );
}

/** A package folder, the path where it goes, and a watch over what its root marker stands for. */
export interface PackageUnderTest {
  readonly folder: string;
  readonly files: ExpectedFiles;
  readonly watch: PackageWatch;
}

export const PATH = 'MyAppPkg';

export function watchedPackage(gateway: Gateway, contents: FolderContents): PackageUnderTest {
  const files = expectedFiles(contents);
  return { folder: makeFolder(contents), files, watch: gateway.store.watchPackage(PATH, files) };
}

/** Starts the committed bundle of the upload action. */
export function startUpload(
  gateway: Pick<Gateway, 'url'>,
  folder: string,
  inputs: Readonly<Record<string, string>> = {},
  environment: Environment = {},
): RunningAction {
  const all = { endpoint: gateway.url, package: folder, 'image-store-path': PATH, ...inputs };
  return startAction(all, environment, onTestFinished, [bundles.upload]);
}

export function runUpload(...parameters: Parameters<typeof startUpload>): Promise<Run> {
  return startUpload(...parameters).ended;
}

/** Everything is there, byte for byte, and can be provisioned; and its marker never stood for anything else. */
export function expectUploaded(gateway: Gateway, { files, watch }: PackageUnderTest, run: Run): void {
  expect([run.exitCode, run.outputs['result'], run.stderr]).toEqual([0, 'uploaded', '']);
  expect(gateway.store.comparePackage(PATH, files)).toEqual({ missing: [], wrong: [], unexpected: [] });
  expect(gateway.store.isProvisionable(PATH)).toBe(true);
  expect(watch.violations).toEqual([]);
}

/** The step failed and said so, and nobody can provision what is there. */
export function expectNotProvisionable(
  gateway: Gateway,
  { watch }: Pick<PackageUnderTest, 'watch'>,
  run: Run,
  result = 'failed',
): void {
  expect([run.exitCode, run.outputs['result'], run.stderr]).toEqual([1, result, '']);
  expect(gateway.store.isProvisionable(PATH)).toBe(false);
  expect(watch.violations).toEqual([]);
}

/** The requests by operation, as `PUT path`, without queries. */
export function requestsOf({ requests }: Gateway, method: string): readonly string[] {
  return requests
    .filter((request) => request.method === method)
    .map(({ target }) => decodeURIComponent(target.replace(/\?.*$/, '').replace('/ImageStore/', '')));
}

export function readFileOf(folder: string, path: string): Buffer {
  return readFileSync(join(folder, path));
}
