// A client of the image store over HTTP: uploads chunks, lists what the store contains, and provisions.

/** A part of a file. */
export interface Chunk {
  readonly startByte: number;
  readonly content: Uint8Array;
  /** The size of the whole file. */
  readonly totalBytes: number;
}

const chunkBytes = 2 * 2 ** 20;

/** Splits a file into chunks of 2 MiB; the last may be shorter. An empty file has none: no session can contain one. */
export function splitIntoChunks(file: Uint8Array): readonly Chunk[] {
  return Array.from({ length: Math.ceil(file.byteLength / chunkBytes) }, (_, index) => ({
    startByte: index * chunkBytes,
    content: file.subarray(index * chunkBytes, (index + 1) * chunkBytes),
    totalBytes: file.byteLength,
  }));
}

/** Uploads one chunk. Rejects with the response when the cluster refuses it. */
export async function uploadChunk(endpoint: string, path: string, sessionId: string, chunk: Chunk): Promise<void> {
  const range = `bytes ${chunk.startByte}-${chunk.startByte + chunk.content.byteLength - 1}/${chunk.totalBytes}`;
  const response = await fetch(`${urlOf(endpoint, path)}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`, {
    method: 'PUT',
    headers: { 'Content-Range': range },
    body: chunk.content,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The cluster refused ${path}, ${range}: ${response.status} ${text}`);
}

/** Uploads the empty file that marks a folder as complete. It must come after all others. */
export async function uploadFolderMarker(endpoint: string, folder: string): Promise<void> {
  const path = `${folder}/_.dir`;
  const response = await fetch(`${urlOf(endpoint, path)}?api-version=6.0`, { method: 'PUT', body: '' });
  const text = await response.text();
  if (!response.ok) throw new Error(`The cluster refused ${path}: ${response.status} ${text}`);
}

/** Asks the cluster to register the application type of a package. Returns whether it has. */
export async function provisionPackage(endpoint: string, path: string): Promise<boolean> {
  const response = await fetch(`${endpoint}/ApplicationTypes/$/Provision?api-version=6.0`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ApplicationTypeBuildPath: path }),
  });
  await response.arrayBuffer();
  return response.status === 200;
}

/** The listed size of the file at this path, or undefined if there is none. */
export async function fetchListedBytes(endpoint: string, path: string): Promise<number | undefined> {
  const response = await fetch(`${urlOf(endpoint, path)}?api-version=6.2`);
  const text = await response.text();
  // The listing of a file contains that file only.
  const sizeBytes = /"FileSize":"(\d+)"/.exec(text)?.[1];
  return response.ok && sizeBytes !== undefined ? Number(sizeBytes) : undefined;
}

function urlOf(endpoint: string, path: string): string {
  return `${endpoint}/ImageStore/${path.split('/').map(encodeURIComponent).join('/')}`;
}
