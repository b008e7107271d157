// The baseline: the minimum that a script must do instead of the action. One POST, one output; no checks, log or retries.
const { appendFileSync } = require('node:fs');
const { request } = require(process.env.INPUT_ENDPOINT.startsWith('https:') ? 'node:https' : 'node:http');

const { INPUT_ENDPOINT, 'INPUT_SESSION-ID': id, GITHUB_OUTPUT } = process.env;
const url = `${INPUT_ENDPOINT}/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${id}&timeout=60`;
request(url, { method: 'POST', headers: { 'content-length': 0 } }, (response) => {
  response.resume().on('end', () => {
    appendFileSync(GITHUB_OUTPUT, `result=${response.statusCode === 200 ? 'committed' : 'failed'}\n`);
  });
}).end();
