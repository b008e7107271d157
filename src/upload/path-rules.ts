// Names and paths that the image store cannot hold.

/** Why a name cannot be a segment of a path in the image store. */
export type NameFault = 'dollar' | 'character' | 'device' | 'ending' | 'encoding' | 'tooLong';

/** What is wrong with such names, as a sentence without its full stop. */
export const nameFaultCauses: Readonly<Record<NameFault, string>> = {
  // The gateway's URLs separate the path from its own resources by it (GatewayUri.cpp).
  dollar: 'A path in the image store cannot have the segment $',
  character: 'Windows forbids the characters < > : " | ? * \\ and control characters in names',
  device: 'Windows reserves names such as CON, NUL and COM1 for devices, with any extension',
  ending: 'Windows forbids names that end with a blank or a dot',
  encoding: 'A name in the image store must be valid Unicode',
  tooLong: 'Windows forbids names of more than 255 characters',
};

const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** What keeps a name from being a segment of a path in the image store; undefined when nothing does. */
export function findNameFault(name: string): NameFault | undefined {
  if (name === '$') return 'dollar';
  if (/[<>:"|?*\\\u0000-\u001F]/.test(name)) return 'character';
  if (deviceName.test(name)) return 'device';
  if (/[.\s]$/.test(name)) return 'ending';
  // Half a surrogate pair cannot be part of a URL, and Node.js reads bytes that are no UTF-8 as U+FFFD.
  if (/[\p{Surrogate}\uFFFD]/u.test(name)) return 'encoding';
  return name.length > 255 ? 'tooLong' : undefined;
}

/** Longer paths fail on nodes: not every part of the runtime opens files by long paths (service-fabric issue 801). */
export const maxStorePathCharacters = 300;
/** From here on the folders that a node adds in front can make a path longer than MAX_PATH. */
export const longStorePathCharacters = 200;

/** The image store's own folders (ProcessDeleteRequestAsyncOperation.cpp). */
const reservedFolders = new Set(['store', 'windowsfabricstore']);

/** Whether the image store keeps the first segment of this path for itself. */
export function isReservedPath(storePath: string): boolean {
  return reservedFolders.has(storeKey(storePath.split('/')[0] ?? ''));
}

/** The form in which the image store compares paths: letter case does not matter (FileMetadata.cpp). */
export function storeKey(path: string): string {
  return path.toLowerCase();
}

/** The file by which the image store knows that a folder is complete; the action writes it, last of all. */
export const markerName = '_.dir';

/** The folder of a path; empty for a path of one segment. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
