// What lies at the package's path before the first run, and what others do there meanwhile.
import type { SimulatedClock } from '../clock.js';
import { otherRequest, type UploadCluster } from './cluster.js';
import { imageStorePath, type Packages } from './packages.js';
import type { OtherWriter, UploadScenario } from './scenario.js';

/** Begins the ids of requests that wrote what was there before. */
export const beforeName = 'before';
/** Begins the ids of requests of another writer. */
export const otherName = 'other';
/** Content beside the package, whose path begins like the package's: nobody may touch it. */
const neighbour = `${imageStorePath} 2/ApplicationManifest.xml`;

/** Writes what lies in the store before the first run. */
export async function writeBefore(scenario: UploadScenario, packages: Packages, cluster: UploadCluster): Promise<void> {
  const files: Readonly<Record<string, Uint8Array>> = {
    [neighbour]: packages.otherBytes(10),
    ...(await filesBefore(scenario, packages)),
  };
  for (const [index, [path, bytes]] of Object.entries(files).entries()) {
    await cluster.send(otherRequest('PUT', path, `${beforeName}:${index}`, bytes));
  }
}

const empty = new Uint8Array(0);
const markers = { [`${imageStorePath}/Web/_.dir`]: empty, [`${imageStorePath}/_.dir`]: empty };

async function filesBefore(
  { before, shape }: UploadScenario,
  packages: Packages,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const { bytes } = await packages.get(shape, 'original');
  switch (before) {
    case 'nothing':
      return {};
    case 'marker alone':
      return { [`${imageStorePath}/_.dir`]: empty };
    case 'foreign file':
      return { [imageStorePath]: packages.otherBytes(20) };
    case 'foreign folder':
      return { [`${imageStorePath}/Photos/holiday.jpg`]: packages.otherBytes(20), ...markers };
    case 'part of the package':
      return below([...bytes].filter(([path]) => path !== 'ApplicationManifest.xml').slice(0, 2));
    case 'older package without its marker':
      return olderPackage(bytes, packages);
    case 'older package':
      return { ...olderPackage(bytes, packages), ...markers };
  }
}

/** Every file with other bytes, most of the same size; and some files that the package no longer has. */
function olderPackage(bytes: ReadonlyMap<string, Buffer>, packages: Packages): Readonly<Record<string, Uint8Array>> {
  const files = [...bytes].map(([path, { byteLength }]): [string, Uint8Array] => {
    return [path, packages.otherBytes(path.endsWith('Settings.xml') ? byteLength + 1 : byteLength)];
  });
  const stale: readonly [string, Uint8Array][] = [
    ['Web/Code/Old.dll', packages.otherBytes(5)],
    ['Old/Code/Old.exe', packages.otherBytes(6)],
    ['Old/_.dir', empty],
  ];
  return below([...files, ...stale]);
}

function below(files: readonly (readonly [path: string, bytes: Uint8Array])[]): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(files.map(([path, bytes]) => [`${imageStorePath}/${path}`, bytes]));
}

/** Does once what this writer does, at its time after now. */
export function scheduleOtherWriter(
  { kind, afterMs }: Exclude<OtherWriter, { kind: 'other upload' }>,
  { shape }: UploadScenario,
  packages: Packages,
  { clock, cluster }: { readonly clock: SimulatedClock; readonly cluster: UploadCluster },
): void {
  clock.after(afterMs, async () => {
    const { bytes } = await packages.get(shape, 'original');
    const [path = '', content = Buffer.alloc(0)] = [...bytes].at(-1) ?? [];
    const file = `${imageStorePath}/${path}`;
    const id = `${otherName}:1`;
    const requests = {
      'file deleted': () => otherRequest('DELETE', file, id),
      'file of the same size': () => otherRequest('PUT', file, id, packages.otherBytes(content.byteLength)),
      'file of another size': () => otherRequest('PUT', file, id, packages.otherBytes(content.byteLength + 1)),
      'folder deleted': () => otherRequest('DELETE', imageStorePath, id),
      'marker written': () => otherRequest('PUT', `${imageStorePath}/_.dir`, id),
    };
    await cluster.send(requests[kind]());
  });
}
