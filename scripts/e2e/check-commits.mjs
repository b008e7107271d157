// Fails unless the emulator at ENDPOINT saw the uploads of upload-chunks.mjs, one commit for each and one look-up, and
// holds the whole file, and nothing else.

import { deepStrictEqual } from 'node:assert';
import { statSync } from 'node:fs';
import { chunkBytes, file, part, whole } from './uploads.mjs';

async function ask(what) {
  const response = await fetch(`${process.env.ENDPOINT}/$emulator/${what}`);
  if (!response.ok) throw new Error(`The emulator answered ${response.status} ${await response.text()}`);
  return response.json();
}

const upload = ({ path, sessionId }) => `PUT /ImageStore/${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`;
const commit = ({ sessionId }) =>
  `POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${sessionId}&timeout=60`;
const lookUp = ({ sessionId }) => `GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=${sessionId}`;

const { size } = statSync(file);
const requests = (await ask('requests')).map(({ method, target }) => `${method} ${target}`);
deepStrictEqual(requests, [
  ...Array.from({ length: Math.ceil(size / chunkBytes) }, () => upload(whole)),
  upload(part),
  commit(whole),
  commit(part),
  lookUp(part),
]);
const files = (await ask('store')).files.map(({ path, sizeBytes }) => ({ path, sizeBytes }));
deepStrictEqual(files, [{ path: whole.path.replaceAll('/', '\\'), sizeBytes: size }]);
console.log(`${requests.length} requests, and ${whole.path} with ${size} bytes`);
