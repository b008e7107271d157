// The committed action as a process with hundreds and thousands of sessions in one step.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import type { Gateway } from '../../emulator/gateway.js';
import { describeWith } from '../peers/programs.js';
import { authority, serverIdentity } from '../support/certificates.js';
import { done, startCommitServer } from '../support/commit-server.js';
import { refusingPort, startRawServer } from '../support/raw-server.js';
import { runAction, startAction } from '../support/run-action.js';
import { commands, logLines, type SessionResult, sessionResults } from '../support/run-report.js';
import { noSignals, why } from '../support/skips.js';
import { startTestGateway } from '../support/test-gateway.js';

/** GitHub's limit for the outputs of a job and for a summary. */
const mebibyte = 2 ** 20;

/** As many sessions as fit into an input, which is an environment variable: Windows limits those to 32,767 characters. */
const mostSessions = process.platform === 'win32' ? 880 : 3_500;

const newIds = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());
const idsOf = (rows: readonly SessionResult[]): readonly string[] => rows.map(({ sessionId }) => sessionId);
const count = (results: readonly string[], wanted: string): number => results.filter((each) => each === wanted).length;

describe('the action with hundreds of sessions', () => {
  it('sends one request for each over at most eight connections, and logs 11 lines', async () => {
    const server = await startCommitServer((response) => setTimeout(() => done(response), 50));
    const ids = newIds(200);
    const run = await runAction({ endpoint: server.url, 'session-id': ids.join('\n') });

    expect([run.exitCode, run.outputs['result'], run.outputs['attempts']]).toEqual([0, 'committed', '200']);
    expect(server.commits.toSorted()).toEqual(ids.toSorted());
    expect(server.connections).toBeLessThanOrEqual(8);
    expect(server.mostInFlight).toBeLessThanOrEqual(8);
    expect(idsOf(sessionResults(run))).toEqual(ids);
    expect(logLines(run)).toHaveLength(11);
    expect(logLines(run).at(-1)).toMatch(/^200 of 200 done: 200 committed, 0 failed, 0 unknown; in /);
  });

  it.each(['1', '3', '64'])('has at most as many commits in flight as the concurrency of %s', async (concurrency) => {
    const server = await startCommitServer((response) => setTimeout(() => done(response), 5));
    const run = await runAction({ endpoint: server.url, 'session-id': newIds(200).join(' '), concurrency });
    expect([run.exitCode, run.stderr, server.commits.length]).toEqual([0, '', 200]);
    expect(server.connections).toBeLessThanOrEqual(Number(concurrency));
    expect(server.mostInFlight).toBeLessThanOrEqual(Number(concurrency));
  });

  it('lists them in input order when the cluster answers in another order', async () => {
    const server = await startCommitServer((response, id) =>
      setTimeout(() => done(response), parseInt(id.slice(0, 1), 16) * 5),
    );
    const ids = newIds(100);
    const run = await runAction({ endpoint: server.url, 'session-id': ids.join(','), concurrency: '32' });
    expect(idsOf(sessionResults(run))).toEqual(ids);
  });
});

describe('the action with five hundred sessions, of which one in ten meets a fault', () => {
  const path = (index: number): string => `app/file${index}.bin`;
  const commit = { operation: 'commit-session' } as const;
  /** The faults for a session, and the result and attempts that they must lead to. */
  const faultCases: readonly { faults: readonly Fault[]; isPart?: true; result: string; attempts: number | 'more' }[] =
    [
      { faults: [{ ...commit, answer: { status: 503 } }], result: 'committed', attempts: 2 },
      { faults: [{ ...commit, answer: { code: 'E_ABORT', status: 503 } }], result: 'committed', attempts: 2 },
      { faults: [{ ...commit, delivery: 'reset' }], result: 'committed', attempts: 2 },
      { faults: [{ ...commit, at: 'after', delivery: 'reset' }], result: 'committed', attempts: 2 },
      // Committed, and each response is lost: while the session exists, no evidence decides.
      { faults: [{ ...commit, at: 'after', delivery: 'close', times: 'forever' }], result: 'unknown', attempts: 3 },
      { faults: [{ ...commit, busy: { ms: 300 } }], result: 'committed', attempts: 'more' },
      // A full disk: rolled back each time.
      { faults: [{ ...commit, publish: { ends: 'rollback' }, times: 'forever' }], result: 'failed', attempts: 2 },
      { faults: [], isPart: true, result: 'failed', attempts: 1 },
      { faults: [{ ...commit, answer: { status: 503 } }], isPart: true, result: 'failed', attempts: 2 },
      { faults: [{ ...commit, answer: { status: 403, code: 'E_ACCESSDENIED' } }], result: 'failed', attempts: 1 },
    ];
  const faultCaseOf = (index: number) =>
    index % 10 === 3 ? faultCases[Math.floor(index / 10) % faultCases.length] : undefined;

  async function upload({ store }: Gateway, sessionId: string, index: number): Promise<void> {
    const body = Buffer.from(faultCaseOf(index)?.isPart ? 'hell' : 'hello');
    await store.handle({
      method: 'PUT',
      target: `/ImageStore/${path(index)}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`,
      headers: { 'content-range': `bytes 0-${body.length - 1}/5`, 'content-length': String(body.length) },
      body,
    });
  }

  it('has the right verdict and the right number of attempts for every session', async () => {
    const gateway = await startTestGateway();
    const ids = newIds(500);
    for (const [index, sessionId] of ids.entries()) {
      await upload(gateway, sessionId, index);
      gateway.addFaults((faultCaseOf(index)?.faults ?? []).map((fault) => ({ ...fault, sessionId })));
    }
    expect(gateway.store.sessions()).toHaveLength(500);

    const run = await runAction({ endpoint: gateway.url, 'session-id': ids.join('\n'), 'max-attempts': '3' });
    const rows = sessionResults(run);
    expect(idsOf(rows)).toEqual(ids);
    expect(run.outputs['result']).toBe('failed');
    for (const [index, row] of rows.entries()) {
      const { result, attempts } = faultCaseOf(index) ?? { result: 'committed', attempts: 1 };
      const isPublished = gateway.store.file(path(index))?.sessionId?.toLowerCase() === row.sessionId;
      expect.soft({ index, result: row.result }).toEqual({ index, result });
      if (result !== 'unknown')
        expect.soft({ index, isPublished }).toEqual({ index, isPublished: result === 'committed' });
      if (attempts === 'more') expect.soft(row.attempts).toBeGreaterThan(1);
      else expect.soft({ index, attempts: row.attempts }).toEqual({ index, attempts });
    }
    expect(commands(run)).toHaveLength(1);
    expect(commands(run)[0]).toContain('::20 of 500 upload sessions are not committed, 5 may or may not be. ');
  });
});

describe('the action with hundreds of sessions and a cluster that refuses connections', () => {
  const ids = newIds(880);

  it('counts the attempts of every session, and writes one annotation', async () => {
    const endpoint = `http://127.0.0.1:${await refusingPort()}`;
    const run = await runAction({ endpoint, 'session-id': ids.join('\n'), 'max-attempts': '2' });
    const rows = sessionResults(run);
    expect([run.exitCode, run.outputs['result'], run.outputs['error-code']]).toEqual([1, 'failed', 'ECONNREFUSED']);
    expect(idsOf(rows)).toEqual(ids);
    expect(new Set(rows.map(({ attempts }) => attempts))).toEqual(new Set([2]));
    expect(commands(run)).toHaveLength(1);
    expect(commands(run)[0]).toContain(
      '::880 of 880 upload sessions are not committed. Nothing listens at this host and port: ',
    );
    expect(logLines(run).filter((line) => line.startsWith('Cannot connect to '))).toHaveLength(1);
    expect(logLines(run).length).toBeLessThan(30);
  });

  it('lets a few failures count for all sessions, but for the last attempt of each', async () => {
    // Closed in the TLS handshake, so every attempt can be counted.
    const tried = ids.slice(0, 200);
    const server = await startRawServer(({ socket }) => void setTimeout(() => socket.destroy(), 200));
    const run = await runAction({
      endpoint: server.url.replace('http:', 'https:'),
      'session-id': tried.join('\n'),
      'max-attempts': '4',
      'tls-skip-verify': 'true',
    });
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': 'ECONNRESET', attempts: '800' });
    expect(run.stdout.match(/^Cannot connect to /gm)).toHaveLength(1);
    // Each session has one attempt of its own, its last; without sharing there would be 800.
    expect(server.connections.length).toBeGreaterThanOrEqual(200);
    expect(server.connections.length).toBeLessThanOrEqual(300);
  });
});

describe('the action with as many sessions as fit into an input', () => {
  it('keeps outputs and summary within 1 MiB with a row for each session, however long the error messages are', async () => {
    const ids = newIds(mostSessions);
    const [only] = ids;
    const errorBody = JSON.stringify({ Error: { Code: 'E_ACCESSDENIED', Message: '<ä"\n'.repeat(9_000) } });
    const refusal = Buffer.from(errorBody);
    expect(refusal.length).toBeGreaterThan(60_000);
    expect(refusal.length).toBeLessThanOrEqual(64 * 1024);
    const server = await startCommitServer((response, id) =>
      id === only ? done(response) : void response.writeHead(403, { 'Content-Length': refusal.length }).end(refusal),
    );
    const run = await runAction({ endpoint: server.url, 'session-id': ids.join(' ') });

    expect([run.exitCode, run.outputs['attempts'], run.outputs['error-code']]).toEqual([
      1,
      String(mostSessions),
      'E_ACCESSDENIED',
    ]);
    expect(Buffer.byteLength(run.outputs['sessions'] ?? '')).toBeLessThanOrEqual(mebibyte);
    expect(idsOf(sessionResults(run))).toEqual(ids);
    expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(mebibyte);
    const shown = [...run.summary.matchAll(/<tr><td><code>([^<]*)/g)].map(([, id]) => id);
    expect(shown).toEqual([...ids.slice(1), only]);
    expect(Buffer.byteLength(run.stdout)).toBeLessThanOrEqual(64 * 1024);
    expect(commands(run)).toHaveLength(1);
  });

  it.each([
    ['letters', 'C'.repeat(400)],
    ['markup', '<b>&"'.repeat(80)],
    ['control characters', '\u0001'.repeat(400)],
  ])('keeps a row for each within a mebibyte, however long the code of each is: %s', async (_, code) => {
    const ids = newIds(mostSessions);
    const refusal = Buffer.from(JSON.stringify({ Error: { Code: code, Message: 'Null' } }));
    const server = await startCommitServer((response) =>
      response.writeHead(403, { 'Content-Length': refusal.length }).end(refusal),
    );
    const run = await runAction({ endpoint: server.url, 'session-id': ids.join(' ') });
    expect([run.exitCode, run.outputs['error-code']?.length]).toEqual([1, 256]);
    expect(idsOf(sessionResults(run))).toEqual(ids);
    for (const text of [run.outputs['sessions'], run.summary]) {
      expect(Buffer.byteLength(text ?? '')).toBeLessThanOrEqual(mebibyte);
    }
    expect(run.summary.match(/<tr><td>/g)).toHaveLength(mostSessions);
    expect(commands(run)).toHaveLength(1);
  });
});

describeWith(['openssl'], 'the action with two hundred sessions over TLS', () => {
  it.each(['1', '8'])('makes at most as many TLS handshakes as the concurrency of %s', async (concurrency) => {
    const server = await startCommitServer((response) => setTimeout(() => done(response), 5), serverIdentity('good'));
    const run = await runAction({
      endpoint: server.url,
      'session-id': newIds(200).join('\n'),
      'server-ca': authority().certificate,
      concurrency,
    });
    expect([run.exitCode, server.commits.length]).toEqual([0, 200]);
    expect(server.handshakes).toBeLessThanOrEqual(Number(concurrency));
    expect(server.connections).toBe(server.handshakes);
  });
});

describe.skipIf(noSignals)(`cancellation of many sessions${why(noSignals)}`, () => {
  it('leaves commits in flight unknown, and sessions that have not started failed', async () => {
    const ids = newIds(100);
    let arrived = 0;
    let onAllInFlight = (): void => undefined;
    const allInFlight = new Promise<void>((resolve) => {
      onAllInFlight = resolve;
    });
    const server = await startCommitServer((response) => {
      arrived += 1;
      if (arrived <= 20) done(response);
      if (arrived === 28) onAllInFlight();
    });
    const action = startAction({ endpoint: server.url, 'session-id': ids.join('\n') });
    await allInFlight;
    action.kill('SIGINT');
    const run = await action.ended;

    const rows = sessionResults(run);
    expect([run.exitCode, run.outputs['result'], server.commits.length]).toEqual([1, 'failed', 28]);
    const kinds = rows.map(({ result, attempts, errorCode }) => `${result} ${attempts} ${errorCode}`);
    expect(count(kinds, 'committed 1 null')).toBe(20);
    expect(count(kinds, 'unknown 1 CANCELLED')).toBe(8);
    expect(count(kinds, 'failed 0 CANCELLED')).toBe(72);
    const attempted = rows.filter(({ attempts }) => attempts > 0);
    expect(idsOf(attempted).toSorted()).toEqual(server.commits.toSorted());
    expect(commands(run)).toHaveLength(1);
  });

  it('while all sessions wait for a retry makes them failed, with the attempts that were made', async () => {
    const ids = newIds(50);
    const busy = Buffer.from('{"Error":{"Code":"E_TOO_MANY","Message":"Later"}}');
    const server = await startCommitServer((response) =>
      response.writeHead(429, { 'Content-Length': busy.length, 'Retry-After': '600' }).end(busy),
    );
    const action = startAction({ endpoint: server.url, 'session-id': ids.join('\n') }, { RUNNER_DEBUG: '1' });
    await action.waitForLog(`${ids.at(-1)}: Attempt 1 of 5 failed`);
    action.kill('SIGTERM');
    const run = await action.ended;
    expect(new Set(sessionResults(run).map(({ result, attempts }) => `${result} ${attempts}`))).toEqual(
      new Set(['failed 1']),
    );
    expect(server.commits).toHaveLength(50);
  });
});
