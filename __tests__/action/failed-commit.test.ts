// What the committed action reports about a commit that fails, for every kind of response, and for hostile text in it.
import { describe, expect, it } from 'vitest';
import { SESSION } from '../support/attempts.js';
import { type ConnectionHandler, httpAnswer, refusingPort } from '../support/raw-server.js';
import { runAction } from '../support/run-action.js';
import { annotation, commands, sessionResults } from '../support/run-report.js';
import { exceptOnLinux, why } from '../support/skips.js';
import { commitTargets } from '../support/test-gateway.js';
import { answeringCommits, clusterWith, commitAt, errorBody, jsonHeader, onCommit } from './commit-servers.js';

interface Failure {
  handler: ConnectionHandler;
  result?: 'failed' | 'unknown';
  status: string;
  code: string;
  /** In the error-message output: the cluster's message, or the cause in the action's words. */
  message: string;
  /** How the advice in the annotation begins. */
  advice?: string;
  /** What the table in the summary shows; the status by default. */
  cell?: string;
}

describe('the action with a commit that fails', () => {
  const failures: Record<string, Failure> = {
    'a FabricError': {
      handler: answeringCommits(
        httpAnswer('403 Access Denied', errorBody('E_ACCESSDENIED', 'Access is denied'), [jsonHeader]),
      ),
      status: '403',
      code: 'E_ACCESSDENIED',
      message: 'Access is denied',
      advice: 'The cluster accepts these credentials, but not for this operation',
    },
    'a FabricError without a message': {
      handler: answeringCommits(httpAnswer('404 NotFound', errorBody('NotFound', 'Null'), [jsonHeader])),
      status: '404',
      code: 'NotFound',
      message: 'the cluster answered 404 NotFound without a message',
      advice: 'The session disappeared',
    },
    'a FabricError in lower case': {
      handler: answeringCommits(httpAnswer('403 Forbidden', '{"error":{"code":"E_ACCESSDENIED","message":"no"}}')),
      status: '403',
      code: 'E_ACCESSDENIED',
      message: 'no',
    },
    'a FabricError with a number as its code': {
      handler: answeringCommits(httpAnswer('500 0x80070070', errorBody('0x80070070', 'Null'), [jsonHeader])),
      result: 'unknown',
      status: '500',
      code: '0x80070070',
      message: 'the cluster answered 500 0x80070070 without a message',
    },
    'an HTML page with 502': {
      handler: answeringCommits(
        httpAnswer('502 Bad Gateway', '<html><script>x</script></html>', ['Content-Type: text/html']),
      ),
      result: 'unknown',
      status: '502',
      code: '',
      message: 'something other than the image store answered 502 Bad Gateway with a web page or plain text',
    },
    'an empty 403': {
      handler: answeringCommits(httpAnswer('403 Client certificate required')),
      status: '403',
      code: '',
      message: 'the cluster answered 403 Client certificate required without a body',
      advice: 'A secured gateway sends this response',
    },
    'an empty 401': {
      handler: answeringCommits(httpAnswer('401 Unauthorized', '', ['WWW-Authenticate: Negotiate'])),
      status: '401',
      code: '',
      message: 'the cluster answered 401 Unauthorized without a body',
      advice: 'The gateway asks for Windows (Kerberos) authentication',
    },
    'a redirect': {
      handler: answeringCommits(httpAnswer('307 Temporary Redirect', '', ['Location: https://login.example.com/'])),
      status: '307',
      code: '',
      message: 'the cluster answered 307 Temporary Redirect without a body',
      advice: 'This action does not follow redirects',
    },
    'a 200 with a FabricError': {
      handler: answeringCommits(httpAnswer('200 OK', errorBody('E_FAIL', 'no'), [jsonHeader])),
      status: '200',
      code: 'E_FAIL',
      message: 'no',
      advice: 'A Service Fabric gateway never sends an error with status 200',
    },
    'an interrupted 403': {
      handler: onCommit(({ send, socket }) => {
        send('HTTP/1.1 403 Forbidden\r\nContent-Length: 99\r\n\r\n{"Er');
        socket.end();
      }),
      status: '403',
      code: 'ECONNRESET',
      message: 'the response with status 403 was interrupted',
      cell: 'ECONNRESET',
    },
    'an interrupted 500': {
      handler: onCommit(({ send, socket }) => {
        send('HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\n{"Er');
        socket.end();
      }),
      result: 'unknown',
      status: '500',
      code: 'ECONNRESET',
      message: 'the response with status 500 was interrupted',
      cell: 'ECONNRESET',
    },
    'an interrupted 200': {
      handler: onCommit(({ send, socket }) => {
        send('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{');
        socket.end();
      }),
      result: 'unknown',
      status: '200',
      code: 'ECONNRESET',
      message: 'the response with status 200 was interrupted',
      cell: 'ECONNRESET',
    },
    'a connection reset before the response': {
      handler: onCommit(({ socket }) => socket.resetAndDestroy()),
      result: 'unknown',
      status: '',
      code: 'ECONNRESET',
      message: 'the connection ended before a response arrived',
    },
    'a response that is not HTTP': {
      handler: onCommit(({ send, socket }) => {
        send('220 mail.example.com ESMTP\r\n');
        socket.end();
      }),
      result: 'unknown',
      status: '',
      code: 'HPE_INVALID_CONSTANT',
      message: 'the response was not valid HTTP: Parse Error',
    },
    'an upgrade': {
      handler: answeringCommits('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'),
      result: 'unknown',
      status: '',
      code: 'UNEXPECTED_UPGRADE',
      message: 'the response was not valid HTTP: an upgrade (101) that was not requested',
    },
  };

  it.each(Object.entries(failures))(
    'reports the failure and its cause in exit code, annotation, outputs and summary: %s',
    async (_name, { handler, result = 'failed', status, code, message, advice = '', cell = status }) => {
      const run = await commitAt(handler);
      const sentence = `${SESSION} ${result === 'failed' ? 'was not committed' : 'may or may not be committed'} at http://127.0.0.1:`;
      expect([run.exitCode, run.stderr, run.posts]).toEqual([1, '', 1]);
      expect(run.outputs).toMatchObject({ result, 'status-code': status, 'error-code': code, attempts: '1' });
      expect(run.outputs['error-message']).toContain(message);
      expect(sessionResults(run)).toMatchObject([{ sessionId: SESSION, result, attempts: 1 }]);
      expect(commands(run)).toHaveLength(1);
      expect(annotation(run)).toContain(sentence);
      // Where no cause is known, these words are the cause, and begin the annotation.
      expect(annotation(run).toLowerCase()).toContain(message.toLowerCase());
      expect(run.outputs['explanation']).toBe(annotation(run));
      expect(annotation(run)).toContain(advice);
      expect(run.summary).toMatch(result === 'failed' ? /^<h3>❌/ : /^<h3>❓/);
      expect(run.summary).toContain(`<td>${cell}`);
      expect(`${run.stdout}${run.summary}${run.outputs['error-message']}`).not.toMatch(/<script|<html/);
    },
  );

  it("reports the cluster's own message about an unknown session", async () => {
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

  const portHint = 'The endpoint names no port; the gateway usually listens on 19080.';
  it('does not name the usual port after a refused connection when the endpoint has a port', async () => {
    const named = await runAction({
      endpoint: `http://127.0.0.1:${await refusingPort()}`,
      'session-id': SESSION,
      'max-attempts': '1',
    });
    expect(named).toMatchObject({
      exitCode: 1,
      outputs: { result: 'failed', 'status-code': '', 'error-code': 'ECONNREFUSED', attempts: '1' },
    });
    expect(annotation(named)).toMatch(/^Nothing listens at this host and port: connect ECONNREFUSED /);
    expect(annotation(named)).not.toContain(portHint);
  });

  const oneLoopback = exceptOnLinux('only on Linux all of 127/8 is this machine');
  it.skipIf(oneLoopback)(
    `names the usual port after a refused connection when the endpoint has no port${why(oneLoopback)}`,
    async () => {
      // Hardly anyone serves at the far end of 127/8.
      const unnamed = await runAction({ endpoint: 'http://127.255.255.1', 'session-id': SESSION, 'max-attempts': '1' });
      expect(unnamed).toMatchObject({ exitCode: 1, outputs: { result: 'failed', 'error-code': 'ECONNREFUSED' } });
      expect(annotation(unnamed)).toContain(portHint);
      expect(unnamed.summary).toContain(portHint);
    },
  );
});

describe('hostile text from the cluster', () => {
  const hostile =
    '<script>alert(1)</script>\n::add-mask::e\r\n##[add-mask]e\u2028::stop-commands::x | <img src=x> \u001B[2J';

  it.each<readonly [string, ConnectionHandler]>([
    ['message', answeringCommits(httpAnswer('400 Bad', errorBody('E_FAIL', hostile)))],
    ['code', answeringCommits(httpAnswer('400 Bad', errorBody(`x${hostile}`, 'm')))],
    ['message that begins with a command', answeringCommits(httpAnswer('400 Bad', errorBody('E', `##[add-mask]x`)))],
    ['reason phrase', answeringCommits(httpAnswer('403 ##[add-mask]e <script>::add-mask::e'))],
    ['location', answeringCommits(httpAnswer('302 x', '', ['Location: ##[add-mask]e<script>::add-mask::e']))],
  ])('in a %s becomes neither a workflow command nor markup', async (_where, handler) => {
    const run = await commitAt(handler);
    expect([run.exitCode, run.stderr]).toEqual([1, '']);
    expect(commands(run)).toEqual([expect.stringMatching(/^::error /)]);
    expect(run.stdout).not.toMatch(/[\r\u001B\u2028]/);
    expect(run.summary).not.toMatch(/<script|<img|[\r\u001B\u2028]/);
    for (const line of run.summary.trimEnd().split('\n')) expect(line).toMatch(/^<\/?(?:h3|p|table|tr)\b/);
  });

  it('is complete and unchanged in the output error-message', async () => {
    const run = await commitAt(answeringCommits(httpAnswer('400 Bad', errorBody('E_FAIL', hostile))));
    expect(run.outputs['error-message']).toBe(hostile);
    expect(run.outputs['attempts']).toBe('1');
  });

  it('cannot end an output early and forge another one', async () => {
    const forged = 'x\nghadelimiter_0\nresult<<E\ncommitted\nE';
    const run = await commitAt(answeringCommits(httpAnswer('400 Bad', errorBody('E_FAIL', forged))));
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-message': forged });
  });
});
