// Uploads one file in chunks, and another one but for its last byte, to the emulator at ENDPOINT.

import { readFileSync } from 'node:fs';
import { uploadChunk } from '../../build/emulator/upload-client.js';
import { chunkBytes, file, part, whole } from './uploads.mjs';

const content = readFileSync(file);
const send = async ({ path, sessionId }, startByte, totalBytes) => {
  const chunk = { startByte, content: content.subarray(startByte, startByte + chunkBytes), totalBytes };
  console.log(path, await uploadChunk(process.env.ENDPOINT, path, sessionId, chunk));
};
for (let start = 0; start < content.length; start += chunkBytes) await send(whole, start, content.length);
await send(part, 0, chunkBytes + 1);
