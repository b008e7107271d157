// The image store as whoever uploads to it sees it, over HTTP: chunks in, listings out.

/** A part of a file. */
export interface Chunk {
  readonly startByte: number;
  readonly content: Uint8Array;
  /** The whole file's size. */
  readonly ofBytes: number;
}

const CHUNK_BYTES = 2 * 2 ** 20;

/** The file cut into chunks of 2 MiB; the last may be shorter. An empty file has none: a session cannot hold one. */
export function chunksOf(file: Uint8Array): readonly Chunk[] {
  return Array.from({ length: Math.ceil(file.byteLength / CHUNK_BYTES) }, (_, index) => ({
    startByte: index * CHUNK_BYTES,
    content: file.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
    ofBytes: file.byteLength,
  }));
}

/** Uploads one chunk and gives the range it covers; rejects with the answer when the cluster refuses it. */
export async function uploadChunk(endpoint: string, path: string, sessionId: string, chunk: Chunk): Promise<string> {
  const range = `bytes ${chunk.startByte}-${chunk.startByte + chunk.content.byteLength - 1}/${chunk.ofBytes}`;
  const answer = await fetch(`${address(endpoint, path)}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`, {
    method: 'PUT',
    headers: { 'Content-Range': range },
    body: chunk.content,
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${path}, ${range} was refused: ${answer.status} ${text}`);
  }
  return range;
}

/** Uploads the empty file that tells the cluster that a folder is complete; it comes after all others. */
export async function markFolder(endpoint: string, folder: string): Promise<string> {
  const path = `${folder}/_.dir`;
  const answer = await fetch(`${address(endpoint, path)}?api-version=6.0`, { method: 'PUT', body: '' });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${path} was refused: ${answer.status} ${text}`);
  }
  return path;
}

/** The size of the file listed at this path; undefined when there is none. */
export async function listedBytes(endpoint: string, path: string): Promise<number | undefined> {
  const answer = await fetch(`${address(endpoint, path)}?api-version=6.2`);
  const text = await answer.text();
  // A file's own listing holds that one file and nothing else.
  const sizeBytes = /"FileSize":"(\d+)"/.exec(text)?.[1];
  return answer.ok && sizeBytes !== undefined ? Number(sizeBytes) : undefined;
}

function address(endpoint: string, path: string): string {
  return `${endpoint}/ImageStore/${path.split('/').map(encodeURIComponent).join('/')}`;
}
