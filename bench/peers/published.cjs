// The same with Microsoft's npm package azure-servicefabric, for one session or many; NODE_PATH says where it stands.
const { appendFileSync } = require('node:fs');
const ServiceFabricClient = require('azure-servicefabric');

const { INPUT_ENDPOINT, INPUT_CONCURRENCY, 'INPUT_SESSION-ID': ids, GITHUB_OUTPUT } = process.env;
const client = new ServiceFabricClient(INPUT_ENDPOINT, { noRetryPolicy: true });

const waiting = ids.split('\n');
const commitInTurn = async () => {
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await client.commitImageStoreUploadSession(id);
};

Promise.all(Array.from({ length: Number(INPUT_CONCURRENCY) }, commitInTurn)).then(() => {
  appendFileSync(GITHUB_OUTPUT, 'result=committed\n');
});
