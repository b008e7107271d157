// The npm SDK, spoken to in lines of JSON: one call in, one answer out (the calls are listed in adapter.ts).

const { join } = require('node:path');
const { createInterface } = require('node:readline');

const ServiceFabricClient = require(join(process.env.CLIENTS_DIR, 'npm', 'node_modules', 'azure-servicefabric'));

/** The SDK's upload methods take no body, so a filter adds the one that the call brought. */
let body = null;
const addBody = (request, next, callback) => {
  if (body) request.body = body;
  return next(request, callback);
};

const client = new ServiceFabricClient(process.argv[2], { filters: [addBody] });

const methods = {
  uploadFile: ({ path }) => client.uploadFile(path),
  uploadChunk: ({ path, sessionId, range }) => client.uploadFileChunk(path, sessionId, range),
  sessionById: ({ sessionId }) => client.getImageStoreUploadSessionById(sessionId),
  sessionByPath: ({ path }) => client.getImageStoreUploadSessionByPath(path),
  commit: ({ sessionId }) => client.commitImageStoreUploadSession(sessionId),
  deleteSession: ({ sessionId }) => client.deleteImageStoreUploadSession(sessionId),
  content: ({ path }) => client.getImageStoreContent(path),
  rootContent: () => client.getImageStoreRootContent(),
  deleteContent: ({ path }) => client.deleteImageStoreContent(path),
};

/** The SDK renames `StoreFiles` to `storeFiles`; the other two keep the names of the wire, and so does the answer. */
const asOnTheWire = (_name, value) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name[0].toUpperCase() + name.slice(1), member]))
    : value;

async function answer(call) {
  body = call.body ? Buffer.from(call.body, 'base64') : null; // its HTTP library refuses a body of no bytes
  try {
    return { value: JSON.parse(JSON.stringify((await methods[call.method](call)) ?? null, asOnTheWire)) };
  } catch (failure) {
    const { body: fabricError, message = null, statusCode = null } = failure;
    return { error: { status: statusCode, code: fabricError?.error?.code ?? null, text: message } };
  }
}

async function main() {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
}

main();
