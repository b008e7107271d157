// Package folders in a temporary folder that the test which made it removes.
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { removeFolder } from './temporary-folder.js';

/** Content by path; a path that ends with a slash is an empty folder. */
export type FolderContents = Readonly<Record<string, string | Uint8Array>>;

/** A temporary folder with these files. Returns its real path. */
export function makeFolder(contents: FolderContents = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
  onTestFinished(() => removeFolder(folder));
  addFiles(folder, contents);
  return folder;
}

export function addFiles(folder: string, contents: FolderContents): void {
  for (const [path, content] of Object.entries(contents)) {
    const isFolder = path.endsWith('/');
    mkdirSync(isFolder ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
    if (!isFolder) writeFileSync(join(folder, path), content);
  }
}

const namespace = 'xmlns="http://schemas.microsoft.com/2011/01/fabric"';

/** An application manifest that refers to these services, each with its version. */
export function applicationManifest(services: Readonly<Record<string, string>>, type = 'VotingType'): string {
  const imports = Object.entries(services).map(
    ([name, version]) =>
      `<ServiceManifestImport><ServiceManifestRef ServiceManifestName="${name}" ServiceManifestVersion="${version}" /></ServiceManifestImport>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<ApplicationManifest ApplicationTypeName="${type}" ApplicationTypeVersion="1.0.0" ${namespace}>
  ${imports.join('\n  ')}
</ApplicationManifest>
`;
}

/** A service manifest with this in it, or with one code package named Code. */
export function serviceManifest(name: string, version: string, content = codePackage('Code')): string {
  return `<ServiceManifest Name="${name}" Version="${version}" ${namespace}>
  <ServiceTypes><StatelessServiceType ServiceTypeName="${name}Type" /></ServiceTypes>
  ${content}
</ServiceManifest>
`;
}

export function codePackage(name: string): string {
  return `<CodePackage Name="${name}" Version="1.0.0"><EntryPoint><ExeHost><Program>${name}.exe</Program></ExeHost></EntryPoint></CodePackage>`;
}

/** A small package without a fault: one service with one code package. */
export const goodPackage: FolderContents = {
  'ApplicationManifest.xml': applicationManifest({ WebPkg: '1.0.0' }),
  'WebPkg/ServiceManifest.xml': serviceManifest('WebPkg', '1.0.0'),
  'WebPkg/Code/Web.exe': 'program',
};
