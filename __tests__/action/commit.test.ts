// The committed action as a process: its requests, what it reports about a commit that succeeds, wrong inputs, and several
// sessions.
import { describe, expect, it } from 'vitest';
import { OTHER_SESSION, SESSION, THIRD_SESSION } from '../support/attempts.js';
import { httpAnswer, startRawServer } from '../support/raw-server.js';
import { runAction } from '../support/run-action.js';
import { annotation, commands, sessionResults } from '../support/run-report.js';
import { commitTargets } from '../support/test-gateway.js';
import { answeringCommits, clusterWith, jsonHeader } from './commit-servers.js';

describe('the action with a commit that succeeds', () => {
  it('sends one request, and reports the success in exit code, log, outputs and summary', async () => {
    const gateway = await clusterWith(SESSION);
    const before = gateway.requests.length;
    const run = await runAction({ endpoint: `${gateway.url}/`, 'session-id': SESSION });

    expect(gateway.requests.slice(before)).toEqual([
      {
        method: 'POST',
        target: `/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION}&timeout=60`,
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          connection: 'keep-alive',
          'content-length': '0',
          host: `127.0.0.1:${gateway.port}`,
          'user-agent': expect.stringMatching(/^commit-upload-session\/\d+\.\d+\.\d+$/),
          'x-servicefabricrequestid': expect.stringMatching(
            /^github-run-4711\.2:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
          ),
        },
        bodyBytes: 0,
        atMs: expect.any(Number),
      },
    ]);
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const { sessions = '', ...outputs } = run.outputs;
    expect(outputs).toEqual({
      result: 'committed',
      'status-code': '200',
      'error-code': '',
      'error-message': '',
      explanation: '',
      attempts: '1',
    });
    expect(JSON.parse(sessions)).toEqual([
      {
        sessionId: SESSION,
        result: 'committed',
        statusCode: 200,
        errorCode: null,
        errorMessage: null,
        attempts: 1,
        durationMs: expect.any(Number),
        path: null,
        missingRanges: null,
      },
    ]);
    const [first = '', second = '', ...rest] = run.stdout.split('\n');
    expect(first).toBe(`Committing upload session ${SESSION} at ${gateway.url} (timeout 60 s)`);
    expect(second).toMatch(new RegExp(`^Upload session ${SESSION} is committed at ${gateway.url} \\(\\d+ ms\\)\\.$`));
    expect(rest).toEqual(['']);
    expect(run.summary).toMatch(/^<h3>✅ Upload session committed<\/h3>\n/);
    expect(run.summary).toContain(`<code>${SESSION}</code></td><td>✅ committed</td><td>200 OK</td>`);
    expect((await fetch(`${gateway.url}/ImageStore/app/${SESSION}.txt?api-version=6.2`)).status).toBe(200);
  });

  it('sends session id, timeout and base path as they are written', async () => {
    const server = await startRawServer(answeringCommits(httpAnswer('200 OK', '', [jsonHeader])));
    const run = await runAction({
      endpoint: ` ${server.url}/Base/ \n`,
      'session-id': `\n${SESSION.toUpperCase()}\n`,
      timeout: '4294967295',
    });
    expect(server.requests().map((head) => head.split('\r\n')[0])).toEqual([
      `POST /Base/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION.toUpperCase()}&timeout=4294967295 HTTP/1.1`,
    ]);
    expect([run.exitCode, run.outputs['result']]).toEqual([0, 'committed']);
  });

  it('succeeds also when the job summary cannot be written', async () => {
    const gateway = await clusterWith(SESSION);
    for (const GITHUB_STEP_SUMMARY of [undefined, '', '/nowhere/summary']) {
      const run = await runAction({ endpoint: gateway.url, 'session-id': SESSION }, { GITHUB_STEP_SUMMARY });
      expect([run.exitCode, run.outputs['result'], run.stderr]).toEqual([0, 'committed', '']);
    }
  });

  it('fails when its outputs cannot be written, because later steps would read nothing', async () => {
    const gateway = await clusterWith(SESSION);
    const run = await runAction({ endpoint: gateway.url, 'session-id': SESSION }, { GITHUB_OUTPUT: '/nowhere/output' });
    expect([run.exitCode, run.outputs]).toEqual([1, {}]);
    expect(run.stdout).toMatch(/^::error [^:]*::.*output/im);
    expect(commitTargets(gateway)).toHaveLength(1);
  });

  it('does not report the commit as failed when its outputs cannot be written', async () => {
    const gateway = await clusterWith(SESSION);
    const run = await runAction({ endpoint: gateway.url, 'session-id': SESSION }, { GITHUB_OUTPUT: '/nowhere/output' });
    expect(run.stdout).toMatch(/^Upload session \S+ is committed/m);
    expect(`${run.stdout}${run.summary}`).not.toMatch(/not committed/i);
  });
});

describe('the action with wrong inputs', () => {
  it('reports all of them at once, and sends nothing', async () => {
    const server = await startRawServer(answeringCommits(httpAnswer('200 OK')));
    const run = await runAction({ endpoint: `${server.url}/Explorer`, 'session-id': '{x}', timeout: '60s' });
    expect([run.exitCode, run.stderr, server.connections.length]).toEqual([1, '', 0]);
    expect(run.outputs).toEqual({
      result: 'failed',
      'status-code': '',
      'error-code': 'INVALID_INPUT',
      'error-message': expect.stringMatching(
        /^The inputs have 3 problems, and nothing was sent to the cluster:\n- endpoint .*\n- session-id .*\n- timeout .*$/,
      ),
      attempts: '0',
      explanation: expect.stringMatching(/^The inputs have 3 problems, .*: endpoint .* session-id .* timeout .*$/),
      sessions: '[]',
    });
    expect(annotation(run).split('\n')).toEqual(run.outputs['error-message']?.split('\n'));
    expect(run.summary).toMatch(
      /^<h3>❌ Not committed<\/h3>\n<p>The inputs have 3 problems, and nothing was sent to the cluster:<br>- endpoint /,
    );
    expect(commands(run)).toHaveLength(1);
  });

  it('names the likely cause when the required inputs are missing', async () => {
    const run = await runAction({});
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '0', sessions: '[]' });
    expect(
      run.outputs['error-message']?.match(/ must be .*, but is empty\. .* that one is not set here\./g),
    ).toHaveLength(2);
  });

  it('writes no password of theirs, no workflow command and no markup', async () => {
    const run = await runAction({
      endpoint: 'https://ann:hunter2@cluster/<img>',
      'session-id': '<script>\u2028::add-mask::x##[add-mask]x',
      timeout: '1\n::stop-commands::x',
    });
    expect(run.exitCode).toBe(1);
    const shown = `${run.stdout}${run.summary}${JSON.stringify(run.outputs)}`;
    expect(shown).not.toMatch(/ann:|hunter2/);
    expect(commands(run)).toEqual([expect.stringMatching(/^::error /)]);
    expect(run.summary).not.toMatch(/<script|<img/);
  });
});

describe('the action with several sessions', () => {
  it('commits each of them once, also one that is repeated', async () => {
    const gateway = await clusterWith(SESSION, OTHER_SESSION);
    const run = await runAction({
      endpoint: gateway.url,
      'session-id': `${SESSION}, ${OTHER_SESSION}\n${SESSION.toUpperCase()}`,
      concurrency: '1',
    });
    expect(run.exitCode).toBe(0);
    expect(
      commitTargets(gateway)
        .map((target) => /session-id=([^&]*)/.exec(target)?.[1])
        .sort(),
    ).toEqual([SESSION, OTHER_SESSION]);
    expect(run.outputs).toMatchObject({ result: 'committed', 'status-code': '200', attempts: '2' });
    expect(run.summary).toContain('<h3>✅ 2 upload sessions committed</h3>');
  });

  it('commits each of them, and reports the first in input order that is not committed', async () => {
    const gateway = await clusterWith(SESSION, THIRD_SESSION);
    gateway.addFaults([
      {
        operation: 'commit-session',
        sessionId: THIRD_SESSION,
        answer: { status: 403, code: 'E_ACCESSDENIED', message: 'Not you' },
      },
    ]);
    const run = await runAction({
      endpoint: gateway.url,
      'session-id': `${SESSION} ${OTHER_SESSION} ${THIRD_SESSION}`,
    });
    expect([run.exitCode, commitTargets(gateway).length]).toEqual([1, 3]);
    expect(run.outputs).toMatchObject({
      result: 'failed',
      'status-code': '400',
      'error-code': 'E_INVALIDARG',
      attempts: '3',
    });
    expect(sessionResults(run)).toMatchObject([
      { sessionId: SESSION, result: 'committed', statusCode: 200 },
      { sessionId: OTHER_SESSION, result: 'failed', statusCode: 400, errorCode: 'E_INVALIDARG' },
      {
        sessionId: THIRD_SESSION,
        result: 'failed',
        statusCode: 403,
        errorCode: 'E_ACCESSDENIED',
        errorMessage: 'Not you',
      },
    ]);
    expect(annotation(run)).toMatch(
      new RegExp(
        `^2 of 3 upload sessions are not committed\\. The cluster has no such upload session now: .* Upload session ${OTHER_SESSION} was not committed at .*\\. Also not committed: 1 because the cluster answered 403 E_ACCESSDENIED\\.$`,
        's',
      ),
    );
    expect(commands(run)).toHaveLength(1);
  });
});
