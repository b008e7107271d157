// Writes the demo's application package to a folder. One of its files is too large for a single chunk.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** A file of the package, as read from the disk. */
export interface PackageFile {
  /** Relative to the package folder, with slashes. */
  readonly path: string;
  readonly content: Uint8Array;
}

const namespace = 'xmlns="http://schemas.microsoft.com/2011/01/fabric"';

const textFiles: Readonly<Record<string, string>> = {
  'ApplicationManifest.xml': `<ApplicationManifest ApplicationTypeName="VotingType" ApplicationTypeVersion="1.0.0" ${namespace}>
  <ServiceManifestImport>
    <ServiceManifestRef ServiceManifestName="VotingWebPkg" ServiceManifestVersion="1.0.0" />
  </ServiceManifestImport>
</ApplicationManifest>
`,
  'VotingWebPkg/ServiceManifest.xml': `<ServiceManifest Name="VotingWebPkg" Version="1.0.0" ${namespace}>
  <ServiceTypes>
    <StatelessServiceType ServiceTypeName="VotingWebType" />
  </ServiceTypes>
  <CodePackage Name="Code" Version="1.0.0">
    <EntryPoint>
      <ExeHost>
        <Program>VotingWeb.exe</Program>
      </ExeHost>
    </EntryPoint>
  </CodePackage>
  <ConfigPackage Name="Config" Version="1.0.0" />
</ServiceManifest>
`,
  'VotingWebPkg/Config/Settings.xml': `<Settings ${namespace}>
  <Section Name="Voting">
    <Parameter Name="MaxVotes" Value="100" />
  </Section>
</Settings>
`,
};

/** Writes the package to a new folder, and returns its files as read from the disk, sorted by path. */
export async function writeSamplePackage(folder: string): Promise<readonly PackageFile[]> {
  const files = { ...textFiles, 'VotingWebPkg/Code/VotingWeb.exe': createProgram(5 * 2 ** 20 + 321) };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return readPackage(folder);
}

async function readPackage(folder: string): Promise<readonly PackageFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    names.toSorted().map(async (name) => ({
      path: relative(folder, name).replaceAll(sep, '/'),
      content: await readFile(name),
    })),
  );
}

/** Content without repetition, so that a chunk in the wrong place changes it. */
function createProgram(sizeBytes: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(sizeBytes / 4)).map((_, index) => Math.imul(index, 2_654_435_761));
  return new Uint8Array(words.buffer, 0, sizeBytes);
}
