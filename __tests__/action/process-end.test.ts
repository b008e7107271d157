// When the process of the committed action ends: after its last output, and by a signal.
import { describe, expect, it } from 'vitest';
import { OTHER_SESSION, SESSION } from '../support/attempts.js';
import { type ConnectionHandler, httpAnswer, startRawServer } from '../support/raw-server.js';
import { startAction } from '../support/run-action.js';
import { annotation, sessionResults } from '../support/run-report.js';
import { answeringCommits, commitAt, jsonHeader, onCommit } from './commit-servers.js';

/** Never answers a commit; `received` resolves when it has arrived. */
function neverAnswering(): { handler: ConnectionHandler; received: Promise<void> } {
  let onReceived = (): void => undefined;
  const received = new Promise<void>((resolve) => {
    onReceived = resolve;
  });
  return { handler: onCommit(() => onReceived()), received };
}

// On Windows the runner sends Ctrl+C, which a program cannot send to a single process; kill() ends it without a signal handler.
describe.skipIf(process.platform === 'win32')('cancellation of the job', () => {
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
});
