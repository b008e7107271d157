// When the process of the committed action ends: after its last output, and by a signal.
import { describe, expect, it } from 'vitest';
import { OTHER_SESSION, SESSION } from '../support/attempts.js';
import { preload } from '../support/preload.js';
import { type ConnectionHandler, httpAnswer, startRawServer } from '../support/raw-server.js';
import { runAction, startAction } from '../support/run-action.js';
import { annotation, sessionResults } from '../support/run-report.js';
import { noSignals, why } from '../support/skips.js';
import { answeringCommits, commitAt, errorBody, jsonHeader, onCommit } from './commit-servers.js';

/** Never answers a commit; `received` resolves when it has arrived. */
function neverAnswering(): { handler: ConnectionHandler; received: Promise<void> } {
  let onReceived = (): void => undefined;
  const received = new Promise<void>((resolve) => {
    onReceived = resolve;
  });
  return { handler: onCommit(() => onReceived()), received };
}

describe.skipIf(noSignals)(`cancellation of the job${why(noSignals)}`, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends the step at once; it fails, and the commit in flight is unknown',
    async (signal) => {
      const { handler, received } = neverAnswering();
      const server = await startRawServer(handler);
      const action = startAction({
        endpoint: server.url,
        'session-id': `${SESSION}\n${OTHER_SESSION}`,
        concurrency: '1',
      });
      await action.waitForLog('Committing');
      await received;
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
    },
  );

  it('during the only commit makes the result unknown', async () => {
    const { handler, received } = neverAnswering();
    const server = await startRawServer(handler);
    const action = startAction({ endpoint: server.url, 'session-id': SESSION });
    await received;
    action.kill('SIGINT');
    const run = await action.ended;
    expect([run.exitCode, run.outputs['result'], run.outputs['error-code']]).toEqual([1, 'unknown', 'CANCELLED']);
    expect(annotation(run)).toContain('The cluster may still finish');
  });
});

describe('the process of the action', () => {
  const keepOpen: ConnectionHandler = onCommit(({ send }) => send(httpAnswer('200 OK', '', [jsonHeader])));
  it.each<readonly [string, ConnectionHandler, number]>([
    ['never closes the connection', keepOpen, 0],
    [
      'announces that it closes the connection and does not',
      answeringCommits(httpAnswer('200 OK', '', ['Connection: close'])),
      0,
    ],
    [
      'sends more after its response',
      onCommit(({ send, socket }) => {
        send(httpAnswer('403 Forbidden'));
        const timer = setInterval(() => send('more'), 5);
        socket.once('close', () => clearInterval(timer));
      }),
      1,
    ],
    [
      'never ends its response',
      onCommit(({ socket }) => {
        socket.write('HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n');
        const timer = setInterval(() => socket.write(`2710\r\n${'x'.repeat(10_000)}\r\n`), 1);
        socket.once('close', () => clearInterval(timer));
      }),
      1,
    ],
  ])('ends within two seconds of its last output when the server %s', async (_what, handler, exitCode) => {
    const run = await commitAt(handler);
    expect([run.exitCode, run.signal]).toEqual([exitCode, null]);
    expect(run.endedAfterMs).toBeLessThan(2_000);
  });

  it.each<readonly [string, ConnectionHandler, number]>([
    ['a commit', keepOpen, 0],
    ['a refusal', answeringCommits(httpAnswer('403 No', errorBody('E_ACCESSDENIED', 'No'))), 1],
    ['an answer that never came', answeringCommits('x'), 1],
  ])('ends without being ended by process.exit() after %s', async (_what, handler, exitCode) => {
    const server = await startRawServer(handler);
    const inputs = { endpoint: server.url, 'session-id': `${SESSION} ${OTHER_SESSION}`, 'max-attempts': '1' };
    const noExit = preload(`process.exit = () => { throw new Error('process.exit() was called'); };`);
    const run = await runAction(inputs, noExit);
    expect([run.exitCode, run.stderr]).toEqual([exitCode, '']);
  });

  it('ends with its exit code also when something in it does not end', async () => {
    const server = await startRawServer(keepOpen);
    const endless = preload('setInterval(() => undefined, 1_000);');
    const run = await runAction({ endpoint: server.url, 'session-id': SESSION }, endless);
    expect([run.exitCode, run.signal, run.stderr, run.outputs['result']]).toEqual([0, null, '', 'committed']);
    expect(run.endedAfterMs).toBeLessThan(2_000);
  });
});
