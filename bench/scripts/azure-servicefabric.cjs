// Commits with Microsoft's npm package azure-servicefabric, one session or many; NODE_PATH names its folder.
const { appendFileSync } = require('node:fs');
const ServiceFabricClient = require('azure-servicefabric');

const { INPUT_ENDPOINT, INPUT_CONCURRENCY, 'INPUT_SESSION-ID': ids, GITHUB_OUTPUT } = process.env;
const client = new ServiceFabricClient(INPUT_ENDPOINT, { noRetryPolicy: true });

const waiting = ids.split('\n');
const runWorker = async () => {
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await client.commitImageStoreUploadSession(id);
};

Promise.all(Array.from({ length: Number(INPUT_CONCURRENCY) }, runWorker)).then(() => {
  appendFileSync(GITHUB_OUTPUT, 'result=committed\n');
});
