// Whole stories: the committed bundle as the runner starts it, and what a workflow author gets to see of it.
import { describe, expect, it } from 'vitest';
import type { Gateway } from '../../emulator/gateway.js';
import { OTHER_SESSION, SESSION, THIRD_SESSION } from '../support/attempts.js';
import { httpAnswer, type Peer, type RawConnection, refusingPort, startRawServer } from '../support/raw-server.js';
import { type Run, runAction, startAction } from '../support/run-action.js';
import { annotation, commands, sessionResults } from '../support/run-report.js';
import { commitTargets, startTestGateway, uploadSmallFile } from '../support/test-gateway.js';

const json = 'Content-Type: application/json; charset=utf-8';
const envelope = (code: string, message: string): string => JSON.stringify({ Error: { Code: code, Message: message } });

/** Answers commits; whatever else may be asked finds nobody. */
const toCommits =
  (answer: (connection: RawConnection) => void): Peer =>
  async (connection) => {
    for (;;) {
      const request = await connection.request();
      if (request === undefined || !request.startsWith('POST ')) {
        connection.socket.destroy();
        return;
      }
      answer(connection);
    }
  };
/** Takes a commit and never answers; `asked` resolves once it has come. */
function holding(): { peer: Peer; asked: Promise<void> } {
  let tell = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { peer: toCommits(() => tell()), asked };
}

const saying = (text: string): Peer => toCommits(({ send }) => send(text));

async function commitAt(peer: Peer): Promise<Run & { posts: number }> {
  const server = await startRawServer(peer);
  const run = await runAction({ endpoint: server.url, 'session-id': SESSION, 'max-attempts': '1' });
  return { ...run, posts: server.requests().filter((head) => head.startsWith('POST ')).length };
}

async function clusterWith(...sessionIds: readonly string[]): Promise<Gateway> {
  const gateway = await startTestGateway();
  for (const id of sessionIds) await uploadSmallFile(gateway, id);
  return gateway;
}

describe('a good commit', () => {
  it('is one request, and green in every place', async () => {
    const gateway = await clusterWith(SESSION);
    const before = gateway.requests.length;
    const run = await runAction({ endpoint: `${gateway.url}/`, 'session-id': SESSION });

    expect(gateway.requests.slice(before)).toEqual([
      {
        method: 'POST',
        target: `/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=${SESSION}&timeout=60`,
        headers: {
          accept: 'application/json',
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

  it('carries id, timeout and base path as they were written', async () => {
    const server = await startRawServer(saying(httpAnswer('200 OK', '', [json])));
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

  it('may be answered with JSON', async () => {
    expect(await commitAt(saying(httpAnswer('200 OK', '{}', [json])))).toMatchObject({ exitCode: 0, posts: 1 });
  });

  it('stays green without a job summary', async () => {
    const gateway = await clusterWith(SESSION);
    for (const GITHUB_STEP_SUMMARY of [undefined, '', '/nowhere/summary']) {
      const run = await runAction({ endpoint: gateway.url, 'session-id': SESSION }, { GITHUB_STEP_SUMMARY });
      expect([run.exitCode, run.outputs['result'], run.stderr]).toEqual([0, 'committed', '']);
    }
  });

  it('is red when its outputs cannot be written, because later steps would read nothing', async () => {
    const gateway = await clusterWith(SESSION);
    const run = await runAction({ endpoint: gateway.url, 'session-id': SESSION }, { GITHUB_OUTPUT: '/nowhere/output' });
    expect([run.exitCode, run.outputs]).toEqual([1, {}]);
    expect(run.stdout).toMatch(/^::error [^:]*::.*output/im);
    expect(commitTargets(gateway)).toHaveLength(1);
  });

  it('is never said not to have happened, only because its outputs cannot be written', async () => {
    const gateway = await clusterWith(SESSION);
    const run = await runAction({ endpoint: gateway.url, 'session-id': SESSION }, { GITHUB_OUTPUT: '/nowhere/output' });
    expect(run.stdout).toMatch(/^Upload session \S+ is committed/m);
    expect(`${run.stdout}${run.summary}`).not.toMatch(/not committed/i);
  });
});

interface Failure {
  peer: Peer;
  result?: 'failed' | 'unknown';
  status: string;
  code: string;
  /** In the error-message output: the cluster's own words, or the reason in our sentence. */
  message: string;
  /** How the advice in the annotation begins. */
  advice?: string;
  /** What the table in the summary shows, where that is not the status. */
  cell?: string;
}

describe('a failure is red in every place, and explained:', () => {
  const failures: Record<string, Failure> = {
    'a FabricError': {
      peer: saying(httpAnswer('403 Access Denied', envelope('E_ACCESSDENIED', 'Access is denied'), [json])),
      status: '403',
      code: 'E_ACCESSDENIED',
      message: 'Access is denied',
      advice: 'The cluster accepts these credentials, but not for this operation',
    },
    'a FabricError without a text': {
      peer: saying(httpAnswer('404 NotFound', envelope('NotFound', 'Null'), [json])),
      status: '404',
      code: 'NotFound',
      message: 'the cluster answered 404 NotFound without a message',
      advice: 'The session disappeared',
    },
    'a lower-case envelope': {
      peer: saying(httpAnswer('403 Forbidden', '{"error":{"code":"E_ACCESSDENIED","message":"no"}}')),
      status: '403',
      code: 'E_ACCESSDENIED',
      message: 'no',
    },
    'a FabricError with a number': {
      peer: saying(httpAnswer('500 0x80070070', envelope('0x80070070', 'Null'), [json])),
      result: 'unknown',
      status: '500',
      code: '0x80070070',
      message: 'the cluster answered 500 0x80070070 without a message',
    },
    'an HTML page with 502': {
      peer: saying(httpAnswer('502 Bad Gateway', '<html><script>x</script></html>', ['Content-Type: text/html'])),
      result: 'unknown',
      status: '502',
      code: '',
      message: 'something other than the image store answered 502 Bad Gateway with a web page or plain text',
    },
    'an empty 403': {
      peer: saying(httpAnswer('403 Client certificate required')),
      status: '403',
      code: '',
      message: 'the cluster answered 403 Client certificate required without a body',
      advice: 'A secured gateway sends this response',
    },
    'an empty 401': {
      peer: saying(httpAnswer('401 Unauthorized', '', ['WWW-Authenticate: Negotiate'])),
      status: '401',
      code: '',
      message: 'the cluster answered 401 Unauthorized without a body',
      advice: 'The gateway asks for Windows (Kerberos) authentication',
    },
    'a redirect': {
      peer: saying(httpAnswer('307 Temporary Redirect', '', ['Location: https://login.example.com/'])),
      status: '307',
      code: '',
      message: 'the cluster answered 307 Temporary Redirect without a body',
      advice: 'This action does not follow redirects',
    },
    'a 202': {
      peer: saying(httpAnswer('202 Accepted')),
      status: '202',
      code: '',
      message: 'the cluster answered 202 Accepted without a body',
      advice: 'The gateway answers a successful commit with 200',
    },
    'a 200 with a page': {
      peer: saying(httpAnswer('200 OK', '<html>Please sign in</html>', ['Content-Type: text/html'])),
      status: '200',
      code: '',
      message: 'something other than the image store answered 200 OK with a web page or plain text',
      advice: 'The gateway answers a successful commit with 200',
    },
    'a 200 with a FabricError': {
      peer: saying(httpAnswer('200 OK', envelope('E_FAIL', 'no'), [json])),
      status: '200',
      code: 'E_FAIL',
      message: 'no',
      advice: 'A Service Fabric gateway never sends an error with status 200',
    },
    'a 200 without an end': {
      peer: saying(`HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n${' '.repeat(70_000)}`),
      status: '200',
      code: '',
      message: 'the response 200 OK exceeded the limit of 64 KiB',
      advice: 'The gateway answers a successful commit with 200',
    },
    'a 403 that is cut off': {
      peer: toCommits(({ send, socket }) => {
        send('HTTP/1.1 403 Forbidden\r\nContent-Length: 99\r\n\r\n{"Er');
        socket.end();
      }),
      status: '403',
      code: 'ECONNRESET',
      message: 'the response with status 403 was interrupted',
      cell: 'ECONNRESET',
    },
    'a 500 that is cut off': {
      peer: toCommits(({ send, socket }) => {
        send('HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\n{"Er');
        socket.end();
      }),
      result: 'unknown',
      status: '500',
      code: 'ECONNRESET',
      message: 'the response with status 500 was interrupted',
      cell: 'ECONNRESET',
    },
    'a 200 that is cut off': {
      peer: toCommits(({ send, socket }) => {
        send('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{');
        socket.end();
      }),
      result: 'unknown',
      status: '200',
      code: 'ECONNRESET',
      message: 'the response with status 200 was interrupted',
      cell: 'ECONNRESET',
    },
    'an answer that never comes': {
      peer: toCommits(({ socket }) => socket.resetAndDestroy()),
      result: 'unknown',
      status: '',
      code: 'ECONNRESET',
      message: 'the connection ended before a response arrived',
    },
    'an answer that is not HTTP': {
      peer: toCommits(({ send, socket }) => {
        send('220 mail.example.com ESMTP\r\n');
        socket.end();
      }),
      result: 'unknown',
      status: '',
      code: 'HPE_INVALID_CONSTANT',
      message: 'the connection ended before a response arrived',
    },
    'an upgrade': {
      peer: saying('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'),
      result: 'unknown',
      status: '',
      code: 'UNEXPECTED_UPGRADE',
      message: 'the connection ended before a response arrived',
    },
  };

  it.each(Object.entries(failures))(
    '%s',
    async (_name, { peer, result = 'failed', status, code, message, advice = '', cell = status }) => {
      const run = await commitAt(peer);
      const sentence = `${SESSION} ${result === 'failed' ? 'was not committed' : 'may or may not be committed'} at http://127.0.0.1:`;
      expect([run.exitCode, run.stderr, run.posts]).toEqual([1, '', 1]);
      expect(run.outputs).toMatchObject({ result, 'status-code': status, 'error-code': code, attempts: '1' });
      expect(run.outputs['error-message']).toContain(message);
      expect(sessionResults(run)).toMatchObject([{ sessionId: SESSION, result, attempts: 1 }]);
      expect(commands(run)).toHaveLength(1);
      expect(annotation(run)).toContain(sentence);
      expect(annotation(run)).toContain(message);
      expect(annotation(run)).toContain(advice);
      expect(run.summary).toMatch(result === 'failed' ? /^<h3>❌/ : /^<h3>❓/);
      expect(run.summary).toContain(`<td>${cell}`);
      expect(`${run.stdout}${run.summary}${run.outputs['error-message']}`).not.toMatch(/<script|<html/);
    },
  );

  it("an unknown session's, in the cluster's own words", async () => {
    const gateway = await clusterWith();
    const run = await runAction({ endpoint: gateway.url, 'session-id': SESSION });
    expect([run.exitCode, commitTargets(gateway).length]).toEqual([1, 1]);
    expect(run.outputs).toMatchObject({
      result: 'failed',
      'status-code': '400',
      'error-code': 'E_INVALIDARG',
      attempts: '1',
    });
    expect(annotation(run)).toContain(`400 E_INVALIDARG: ${run.outputs['error-message']}`);
  });

  it('a refused port, with the usual one named only if none was written', async () => {
    const usual = 'The endpoint names no port; the gateway usually listens on 19080.';
    const named = await runAction({
      endpoint: `http://127.0.0.1:${await refusingPort()}`,
      'session-id': SESSION,
      'max-attempts': '1',
    });
    expect(named).toMatchObject({
      exitCode: 1,
      outputs: { result: 'failed', 'status-code': '', 'error-code': 'ECONNREFUSED', attempts: '1' },
    });
    expect(annotation(named)).toContain('Nothing listens at this host and port.');
    expect(annotation(named)).not.toContain(usual);

    // No port means 80; all of 127/8 is this machine, and hardly anyone serves at its far end.
    const unnamed = await runAction({ endpoint: 'http://127.255.255.1', 'session-id': SESSION, 'max-attempts': '1' });
    expect(unnamed).toMatchObject({ exitCode: 1, outputs: { result: 'failed', 'error-code': 'ECONNREFUSED' } });
    expect(annotation(unnamed)).toContain(usual);
    expect(unnamed.summary).toContain(usual);
  });
});

describe('wrong inputs', () => {
  it('are told all at once, and nothing is sent', async () => {
    const server = await startRawServer(saying(httpAnswer('200 OK')));
    const run = await runAction({ endpoint: `${server.url}/Explorer`, 'session-id': '{x}', timeout: '60s' });
    expect([run.exitCode, run.stderr, server.connections.length]).toEqual([1, '', 0]);
    expect(run.outputs).toEqual({
      result: 'failed',
      'status-code': '',
      'error-code': 'INVALID_INPUT',
      'error-message': expect.stringMatching(
        /^Nothing was sent to the cluster[^\n]*\n- endpoint .*\n- session-id .*\n- timeout .*$/,
      ),
      attempts: '0',
      sessions: '[]',
    });
    expect(annotation(run).split('\n')).toEqual(run.outputs['error-message']?.split('\n'));
    expect(run.summary).toMatch(/^<h3>❌ Not committed<\/h3>\n<p>Nothing was sent to the cluster.*<br>- endpoint /);
    expect(commands(run)).toHaveLength(1);
  });

  it('that are missing altogether name the likely cause', async () => {
    const run = await runAction({});
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '0', sessions: '[]' });
    expect(
      run.outputs['error-message']?.match(/ must be .*, but is empty\. .* that one is not set here\./g),
    ).toHaveLength(2);
  });

  it('never repeat a password, nor start a command, nor become markup', async () => {
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

describe('hostile text of the cluster', () => {
  const hostile =
    '<script>alert(1)</script>\n::add-mask::e\r\n##[add-mask]e\u2028::stop-commands::x | <img src=x> \u001B[2J';

  it.each<readonly [string, Peer]>([
    ['message', saying(httpAnswer('400 Bad', envelope('E_FAIL', hostile)))],
    ['code', saying(httpAnswer('400 Bad', envelope(`x${hostile}`, 'm')))],
    ['message that begins with it', saying(httpAnswer('400 Bad', envelope('E', `##[add-mask]x`)))],
    ['reason phrase', saying(httpAnswer('403 ##[add-mask]e <script>::add-mask::e'))],
    ['location', saying(httpAnswer('302 x', '', ['Location: ##[add-mask]e<script>::add-mask::e']))],
  ])('in a %s is neither a workflow command nor markup', async (_where, peer) => {
    const run = await commitAt(peer);
    expect([run.exitCode, run.stderr]).toEqual([1, '']);
    expect(commands(run)).toEqual([expect.stringMatching(/^::error /)]);
    expect(run.stdout).not.toMatch(/[\r\u001B\u2028]/);
    expect(run.summary).not.toMatch(/<script|<img|[\r\u001B\u2028]/);
    for (const line of run.summary.trimEnd().split('\n')) expect(line).toMatch(/^<\/?(?:h3|p|table|tr)\b/);
  });

  it('reaches the error-message output whole, for whoever wants to read it', async () => {
    const run = await commitAt(saying(httpAnswer('400 Bad', envelope('E_FAIL', hostile))));
    expect(run.outputs['error-message']).toBe(hostile);
    expect(run.outputs['attempts']).toBe('1');
  });

  it('cannot end an output early', async () => {
    const forged = 'x\nghadelimiter_0\nresult<<E\ncommitted\nE';
    const run = await commitAt(saying(httpAnswer('400 Bad', envelope('E_FAIL', forged))));
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-message': forged });
  });
});

// On Windows the runner presses Ctrl+C, which no program can do to one process alone: kill() there ends it unheard.
describe.skipIf(process.platform === 'win32')('cancelling the job', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('with %s ends the step at once: red, and unknown', async (signal) => {
    const { peer, asked } = holding();
    const server = await startRawServer(peer);
    const action = startAction({
      endpoint: server.url,
      'session-id': `${SESSION}\n${OTHER_SESSION}`,
      concurrency: '1',
    });
    await action.waitForLog('Committing');
    await asked;
    const killedMs = performance.now();
    action.kill(signal);
    const run = await action.ended;
    expect(performance.now() - killedMs).toBeLessThan(2_000);
    expect([run.exitCode, run.signal, run.stderr]).toEqual([1, null, '']);
    expect(run.stdout).toContain('the cluster may still finish');
    expect(run.outputs).toMatchObject({
      result: 'failed',
      'status-code': '',
      'error-code': 'CANCELLED',
      attempts: '1',
    });
    expect(sessionResults(run)).toMatchObject([
      { sessionId: SESSION, result: 'unknown', attempts: 1 },
      { sessionId: OTHER_SESSION, result: 'failed', attempts: 0 },
    ]);
    expect(server.requests()).toHaveLength(1);
  });

  it('of one session leaves it unknown', async () => {
    const { peer, asked } = holding();
    const server = await startRawServer(peer);
    const action = startAction({ endpoint: server.url, 'session-id': SESSION });
    await asked;
    action.kill('SIGINT');
    const run = await action.ended;
    expect([run.exitCode, run.outputs['result'], run.outputs['error-code']]).toEqual([1, 'unknown', 'CANCELLED']);
    expect(annotation(run)).toContain('The cluster may still finish');
  });
});

describe('the end comes within two seconds of the last word, when the other side', () => {
  const hold: Peer = toCommits(({ send }) => send(httpAnswer('200 OK', '', [json])));
  it.each<readonly [string, Peer, number]>([
    ['never closes', hold, 0],
    ['never closes although it said so', saying(httpAnswer('200 OK', '', ['Connection: close'])), 0],
    [
      'goes on talking',
      toCommits(({ send, socket }) => {
        send(httpAnswer('403 Forbidden'));
        const timer = setInterval(() => send('more'), 5);
        socket.once('close', () => clearInterval(timer));
      }),
      1,
    ],
    [
      'never stops',
      toCommits(({ socket }) => {
        socket.write('HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n');
        const timer = setInterval(() => socket.write(`2710\r\n${'x'.repeat(10_000)}\r\n`), 1);
        socket.once('close', () => clearInterval(timer));
      }),
      1,
    ],
  ])('%s', async (_what, peer, exitCode) => {
    const run = await commitAt(peer);
    expect([run.exitCode, run.signal]).toEqual([exitCode, null]);
    expect(run.endedAfterMs).toBeLessThan(2_000);
  });
});

describe('several sessions', () => {
  it('are all committed, over one connection where one is enough', async () => {
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

  it('are each tried, and the first in input order that is not committed is the one told', async () => {
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
        `^2 of 3 upload sessions are not committed\\. Upload session ${OTHER_SESSION} .*\nLikewise: ${THIRD_SESSION} \\(failed\\)\\.$`,
        's',
      ),
    );
    expect(commands(run)).toHaveLength(1);
  });
});
