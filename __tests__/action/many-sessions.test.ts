// Many sessions in one step: the committed bundle as a process, hundreds of sessions and thousands.
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
import { startTestGateway } from '../support/test-gateway.js';

/** What GitHub takes of an output, and of a summary. */
const mebibyte = 2 ** 20;

const newIds = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());
const idsOf = (rows: readonly SessionResult[]): readonly string[] => rows.map(({ sessionId }) => sessionId);
const count = (results: readonly string[], wanted: string): number => results.filter((each) => each === wanted).length;

describe('two hundred sessions of 50 ms', () => {
  it('are one request each, over eight connections, eight at a time, and told in a handful of lines', async () => {
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

  it.each(['1', '3', '64'])('are never more at a time than the concurrency of %s', async (concurrency) => {
    const server = await startCommitServer((response) => setTimeout(() => done(response), 5));
    const run = await runAction({ endpoint: server.url, 'session-id': newIds(200).join(' '), concurrency });
    expect([run.exitCode, run.stderr, server.commits.length]).toEqual([0, '', 200]);
    expect(server.connections).toBeLessThanOrEqual(Number(concurrency));
    expect(server.mostInFlight).toBeLessThanOrEqual(Number(concurrency));
  });

  it('come back in order of input when they are answered in another', async () => {
    const server = await startCommitServer((response, id) =>
      setTimeout(() => done(response), parseInt(id.slice(0, 1), 16) * 5),
    );
    const ids = newIds(100);
    const run = await runAction({ endpoint: server.url, 'session-id': ids.join(','), concurrency: '32' });
    expect(idsOf(sessionResults(run))).toEqual(ids);
  });
});

describe('of five hundred sessions, one in ten in trouble', () => {
  const path = (index: number): string => `app/file${index}.bin`;
  const commit = { operation: 'commit-session' } as const;
  /** What befalls a session, and what has to come of it. */
  const troubles: readonly { faults: readonly Fault[]; isPart?: true; result: string; attempts: number | 'more' }[] = [
    { faults: [{ ...commit, answer: { status: 503 } }], result: 'committed', attempts: 2 },
    { faults: [{ ...commit, answer: { code: 'E_ABORT', status: 503 } }], result: 'committed', attempts: 2 },
    { faults: [{ ...commit, delivery: 'reset' }], result: 'committed', attempts: 2 },
    { faults: [{ ...commit, at: 'after', delivery: 'reset' }], result: 'committed', attempts: 2 },
    // Committed, and its answer lost each time: with the session still there nothing decides.
    { faults: [{ ...commit, at: 'after', delivery: 'close', times: 'forever' }], result: 'unknown', attempts: 3 },
    { faults: [{ ...commit, busy: { ms: 300 } }], result: 'committed', attempts: 'more' },
    // A full disk: undone each time.
    { faults: [{ ...commit, publish: { ends: 'rollback' }, times: 'forever' }], result: 'failed', attempts: 2 },
    { faults: [], isPart: true, result: 'failed', attempts: 1 },
    { faults: [{ ...commit, answer: { status: 503 } }], isPart: true, result: 'failed', attempts: 2 },
    { faults: [{ ...commit, answer: { status: 403, code: 'E_ACCESSDENIED' } }], result: 'failed', attempts: 1 },
  ];
  const troubleOf = (index: number) =>
    index % 10 === 3 ? troubles[Math.floor(index / 10) % troubles.length] : undefined;

  async function upload({ store }: Gateway, sessionId: string, index: number): Promise<void> {
    const body = Buffer.from(troubleOf(index)?.isPart ? 'hell' : 'hello');
    await store.handle({
      method: 'PUT',
      target: `/ImageStore/${path(index)}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`,
      headers: { 'content-range': `bytes 0-${body.length - 1}/5`, 'content-length': String(body.length) },
      body,
    });
  }

  it('every verdict is right, and nothing changes for the others', async () => {
    const gateway = await startTestGateway();
    const ids = newIds(500);
    for (const [index, sessionId] of ids.entries()) {
      await upload(gateway, sessionId, index);
      gateway.addFaults((troubleOf(index)?.faults ?? []).map((fault) => ({ ...fault, sessionId })));
    }
    expect(gateway.store.sessions()).toHaveLength(500);

    const run = await runAction({ endpoint: gateway.url, 'session-id': ids.join('\n'), 'max-attempts': '3' });
    const rows = sessionResults(run);
    expect(idsOf(rows)).toEqual(ids);
    expect(run.outputs['result']).toBe('failed');
    for (const [index, row] of rows.entries()) {
      const { result, attempts } = troubleOf(index) ?? { result: 'committed', attempts: 1 };
      const isPublished = gateway.store.file(path(index))?.sessionId?.toLowerCase() === row.sessionId;
      expect.soft({ index, result: row.result }).toEqual({ index, result });
      if (result !== 'unknown')
        expect.soft({ index, isPublished }).toEqual({ index, isPublished: result === 'committed' });
      if (attempts === 'more') expect.soft(row.attempts).toBeGreaterThan(1);
      else expect.soft({ index, attempts: row.attempts }).toEqual({ index, attempts });
    }
    expect(commands(run)).toHaveLength(1);
    expect(commands(run)[0]).toContain('::25 of 500 upload sessions are not committed. ');
  });
});

describe('a thousand sessions that nobody can connect for', () => {
  const ids = newIds(1_000);

  it('are each tried, and annotated once', async () => {
    const endpoint = `http://127.0.0.1:${await refusingPort()}`;
    const run = await runAction({ endpoint, 'session-id': ids.join('\n'), 'max-attempts': '2' });
    const rows = sessionResults(run);
    expect([run.exitCode, run.outputs['result'], run.outputs['error-code']]).toEqual([1, 'failed', 'ECONNREFUSED']);
    expect(idsOf(rows)).toEqual(ids);
    expect(new Set(rows.map(({ attempts }) => attempts))).toEqual(new Set([2]));
    expect(commands(run)).toHaveLength(1);
    expect(commands(run)[0]).toContain('::1000 of 1000 upload sessions are not committed. ');
    expect(logLines(run).filter((line) => line.startsWith('Cannot connect to '))).toHaveLength(1);
    expect(logLines(run).length).toBeLessThan(30);
  });

  it('share what a few of them have found', async () => {
    // Closed in the handshake, so that no connection is made and yet each try can be counted. In turn they would take 50 s.
    const server = await startRawServer(({ socket }) => void setTimeout(() => socket.destroy(), 200));
    const run = await runAction({
      endpoint: server.url.replace('http:', 'https:'),
      'session-id': ids.join('\n'),
      'max-attempts': '2',
      'tls-skip-verify': 'true',
    });
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': 'ECONNRESET', attempts: '2000' });
    expect(run.stdout.match(/^Cannot connect to /gm)).toHaveLength(1);
    expect(server.connections.length).toBeLessThanOrEqual(100);
  });
});

describe('three thousand sessions', () => {
  it('have a row each within a mebibyte, however much the cluster says of every one', async () => {
    const ids = newIds(3_000);
    const [only] = ids;
    const said = JSON.stringify({ Error: { Code: 'E_ACCESSDENIED', Message: '<ä"\n'.repeat(9_000) } });
    const refusal = Buffer.from(said);
    expect(refusal.length).toBeGreaterThan(60_000);
    expect(refusal.length).toBeLessThanOrEqual(64 * 1024);
    const server = await startCommitServer((response, id) =>
      id === only ? done(response) : void response.writeHead(403, { 'Content-Length': refusal.length }).end(refusal),
    );
    const run = await runAction({ endpoint: server.url, 'session-id': ids.join(' ') });

    expect([run.exitCode, run.outputs['attempts'], run.outputs['error-code']]).toEqual([1, '3000', 'E_ACCESSDENIED']);
    expect(Buffer.byteLength(run.outputs['sessions'] ?? '')).toBeLessThanOrEqual(mebibyte);
    expect(idsOf(sessionResults(run))).toEqual(ids);
    expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(mebibyte);
    const shown = [...run.summary.matchAll(/<tr><td><code>([^<]*)/g)].map(([, id]) => id);
    expect(shown).toEqual([...ids.slice(1), only]);
    expect(Buffer.byteLength(run.stdout)).toBeLessThanOrEqual(64 * 1024);
    expect(commands(run)).toHaveLength(1);
  });
});

describeWith(['openssl'], 'two hundred sessions over TLS', () => {
  it.each(['1', '8'])('shake hands no more often than %s may be in flight', async (concurrency) => {
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

describe('many sessions cancelled in the middle', () => {
  it('are committed, unknown while in flight, and failed when not begun', async () => {
    const ids = newIds(100);
    let arrived = 0;
    let tellHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      tellHeld = resolve;
    });
    const server = await startCommitServer((response) => {
      arrived += 1;
      if (arrived <= 20) done(response);
      if (arrived === 28) tellHeld();
    });
    const action = startAction({ endpoint: server.url, 'session-id': ids.join('\n') });
    await held;
    action.kill('SIGINT');
    const run = await action.ended;

    const rows = sessionResults(run);
    expect([run.exitCode, run.outputs['result'], server.commits.length]).toEqual([1, 'failed', 28]);
    const kinds = rows.map(({ result, attempts, errorCode }) => `${result} ${attempts} ${errorCode}`);
    expect(count(kinds, 'committed 1 null')).toBe(20);
    expect(count(kinds, 'unknown 1 CANCELLED')).toBe(8);
    expect(count(kinds, 'failed 0 CANCELLED')).toBe(72);
    const begun = rows.filter(({ attempts }) => attempts > 0);
    expect(idsOf(begun).toSorted()).toEqual(server.commits.toSorted());
    expect(commands(run)).toHaveLength(1);
  });

  it('while all of them wait for another try, are failed with the tries they had', async () => {
    const ids = newIds(50);
    const busy = Buffer.from('{"Error":{"Code":"E_TOO_MANY","Message":"Later"}}');
    const server = await startCommitServer((response) =>
      response.writeHead(429, { 'Content-Length': busy.length, 'Retry-After': '600' }).end(busy),
    );
    const action = startAction({ endpoint: server.url, 'session-id': ids.join('\n') }, { RUNNER_DEBUG: '1' });
    await action.waitForLog(`${ids.at(-1)}: attempt 1 of 5 failed`);
    action.kill('SIGTERM');
    const run = await action.ended;
    expect(new Set(sessionResults(run).map(({ result, attempts }) => `${result} ${attempts}`))).toEqual(
      new Set(['failed 1']),
    );
    expect(server.commits).toHaveLength(50);
  });
});
