// The baseline for many sessions: Node.js's own agent limits the connections and queues what it cannot send yet.
const { appendFileSync } = require('node:fs');
const { Agent, request } = require(process.env.INPUT_ENDPOINT.startsWith('https:') ? 'node:https' : 'node:http');

const { INPUT_ENDPOINT, INPUT_CONCURRENCY, 'INPUT_SESSION-ID': ids, GITHUB_OUTPUT } = process.env;
const agent = new Agent({ keepAlive: true, maxSockets: Number(INPUT_CONCURRENCY) });

const commit = (id) =>
  new Promise((resolve, reject) => {
    const url = `${INPUT_ENDPOINT}/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${id}&timeout=60`;
    request(url, { method: 'POST', agent, headers: { 'content-length': 0 } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });

Promise.all(ids.split('\n').map(commit)).then((statuses) => {
  agent.destroy();
  appendFileSync(GITHUB_OUTPUT, `sessions=${JSON.stringify(statuses)}\n`);
});
