// Connections that are used again, or must not be: the committed bundle as a process, and servers that break the rules.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { httpAnswer } from '../support/raw-server.js';
import { type Run, runAction } from '../support/run-action.js';
import { type ScriptedRequest, startScriptedCluster } from '../support/scripted-cluster.js';

const ok = httpAnswer('200 OK');
const refusal = httpAnswer('400 Bad Request', '{"Error":{"Code":"E_INVALIDARG","Message":"Invalid argument"}}');
/** To a look-up: there is no such session. */
const noSession = httpAnswer('204 No Content');

const newIds = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());
const resultsOf = ({ outputs }: Run): readonly string[] =>
  (JSON.parse(outputs['sessions'] ?? '') as readonly { result: string }[]).map(({ result }) => result);
const countOf = (results: readonly string[], wanted: string): number =>
  results.filter((each) => each === wanted).length;

/** Holds the process up, because timers are too coarse. Returns how long it took, which a busy machine decides. */
function waitMs(delayMs: number): number {
  const startedMs = performance.now();
  while (performance.now() - startedMs < delayMs);
  return performance.now() - startedMs;
}

// More than this between two writes is the machine's doing, and not what the test is about.
const longestGapMs = 4;

/** How a second response, which nobody asked for, follows the first one. */
const deliveries: Readonly<Record<string, (socket: ScriptedRequest['socket'], delayMs: number) => number>> = {
  'in a write of its own': (socket, delayMs) => {
    socket.write(ok);
    const gapMs = waitMs(delayMs);
    socket.write(ok);
    return gapMs;
  },
  'in the same write': (socket) => {
    socket.write(ok + ok);
    return 0;
  },
  'half in the same write and half in another': (socket, delayMs) => {
    socket.write(ok + ok.slice(0, 12));
    const gapMs = waitMs(delayMs);
    socket.write(ok.slice(12));
    return gapMs;
  },
  'half in one write and half in another': (socket, delayMs) => {
    socket.write(ok);
    const gapMs = waitMs(delayMs / 2);
    socket.write(ok.slice(0, 12));
    const secondGapMs = waitMs(delayMs / 2);
    socket.write(ok.slice(12));
    return gapMs + secondGapMs;
  },
  'after an interim response': (socket, delayMs) => {
    socket.write(ok);
    const gapMs = waitMs(delayMs);
    socket.write(`HTTP/1.1 103 Early Hints\r\n\r\n${ok}`);
    return gapMs;
  },
};

describeWith(['openssl'], 'a second response to one commit is never the response to the next commit', () => {
  const delaysMs = [0, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5];
  const rows = [false, true].flatMap((secure) =>
    Object.keys(deliveries).map((delivery) => [secure ? 'https' : 'http', delivery] as const),
  );

  it.each(rows)('over %s, %s, whenever it comes', async (scheme, delivery) => {
    for (const delayMs of delaysMs) {
      let gapMs = Number.POSITIVE_INFINITY;
      let run: Run | undefined;
      let ids: readonly string[] = [];
      while (gapMs > longestGapMs) {
        ids = newIds(2);
        const cluster = await startScriptedCluster(scheme === 'https', ({ method, sessionId, socket }) => {
          if (method === 'GET') socket.write(noSession);
          else if (sessionId === ids[1]) socket.write(refusal);
          else gapMs = deliveries[delivery]?.(socket, delayMs) ?? 0;
        });
        run = await runAction({ ...cluster.inputs, 'session-id': ids.join(' '), concurrency: '1' });
        expect(cluster.requests.filter(({ method }) => method === 'POST').map(({ sessionId }) => sessionId)).toEqual(
          ids,
        );
      }
      expect.soft({ delayMs, results: run && resultsOf(run) }).toEqual({ delayMs, results: ['committed', 'failed'] });
      expect.soft(run?.outputs).toMatchObject({ 'status-code': '400', 'error-code': 'E_INVALIDARG', attempts: '2' });
    }
  });

  it.each([
    ['an interim response', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['an empty line', '\r\n'],
    ['a part of a status line', 'HTTP/1.1 2'],
    ['a word that is not HTTP', 'goodbye'],
  ])('and %s after a response ends the connection, not the session', async (_, extra) => {
    for (const isSecure of [false, true]) {
      for (const isMerged of [false, true]) {
        const cluster = await startScriptedCluster(isSecure, ({ socket }) => {
          if (isMerged) socket.write(ok + extra);
          else {
            socket.write(ok);
            waitMs(0.5);
            socket.write(extra);
          }
        });
        const run = await runAction({ ...cluster.inputs, 'session-id': newIds(3).join(' '), concurrency: '1' });
        expect(run).toMatchObject({ exitCode: 0, stderr: '', outputs: { result: 'committed', attempts: '3' } });
        if (extra !== '\r\n')
          expect({ isSecure, isMerged, connections: cluster.connections }).toMatchObject({ connections: 3 });
      }
    }
  });
});

// A busy machine lets a timer of a few milliseconds wait longer than a connection does before it is used again.
const longestCloseMs = 10;

describeWith(['openssl'], 'a server that closes kept connections', () => {
  const ids = newIds(40);
  const inputs = { 'session-id': ids.join(' '), 'max-attempts': '1' };

  // Only a socket without TLS can be reset by Node.js.
  const closings = [
    ['http', 'end'],
    ['http', 'destroy'],
    ['http', 'resetAndDestroy'],
    ['https', 'end'],
    ['https', 'destroy'],
  ] as const;
  it.each(closings.flatMap(([scheme, how]) => [0, 1, 3].map((delayMs) => [scheme, how, delayMs] as const)))(
    'costs at most one unknown commit: over %s, by %s, %d ms after each 200',
    async (scheme, how, delayMs) => {
      let longestMs = Number.POSITIVE_INFINITY;
      let results: readonly string[] = [];
      while (longestMs > longestCloseMs) {
        longestMs = 0;
        const cluster = await startScriptedCluster(scheme === 'https', ({ method, socket }) => {
          socket.write(method === 'POST' ? ok : noSession);
          if (method !== 'POST') return;
          const startedMs = performance.now();
          setTimeout(() => {
            socket[how]();
            longestMs = Math.max(longestMs, performance.now() - startedMs);
          }, delayMs);
        });
        results = resultsOf(await runAction({ ...cluster.inputs, ...inputs }));
      }
      expect(countOf(results, 'unknown')).toBeLessThanOrEqual(1);
      expect(countOf(results, 'committed') + countOf(results, 'unknown')).toBe(40);
    },
  );

  it.each(['http', 'https'])(
    'without a word, at the next request over %s, costs one unknown commit',
    async (scheme) => {
      const cluster = await startScriptedCluster(scheme === 'https', ({ method, number, socket }) => {
        if (number === 1) socket.write(method === 'POST' ? ok : noSession);
        else socket.destroy();
      });
      const run = await runAction({ ...cluster.inputs, ...inputs, concurrency: '1' });
      const results = resultsOf(run);
      expect([countOf(results, 'committed'), countOf(results, 'unknown')]).toEqual([39, 1]);
      expect(results[1]).toBe('unknown');
      // After the loss every request has a connection of its own.
      expect(cluster.requests.filter(({ number }) => number > 1)).toHaveLength(1);
    },
  );

  it('is noticed by one of eight commits at a time before the others follow', async () => {
    const cluster = await startScriptedCluster(false, ({ method, number, socket }) => {
      if (number === 1) socket.write(method === 'POST' ? ok : noSession);
      else socket.destroy();
    });
    const run = await runAction({ ...cluster.inputs, ...inputs });
    expect(countOf(resultsOf(run), 'committed')).toBeGreaterThanOrEqual(32);
    expect(countOf(resultsOf(run), 'unknown')).toBe(cluster.requests.filter(({ number }) => number > 1).length);
  });
});

describe('what is not HTTP as expected', () => {
  const upgrade = 'Connection: Upgrade\r\nUpgrade: h2c\r\n';
  const status = (line: string, headers = ''): string => `HTTP/1.1 ${line}\r\n${headers}Content-Length: 0\r\n\r\n`;
  it.each<readonly [string, string, RegExp]>([
    ['a 101', 'HTTP/1.1 101 x\r\n\r\n', /^UNEXPECTED_UPGRADE$/],
    ['a 101 with both headers', `HTTP/1.1 101 x\r\n${upgrade}\r\n`, /^UNEXPECTED_UPGRADE$/],
    ['a 101 with one of them', 'HTTP/1.1 101 x\r\nUpgrade: h2c\r\n\r\n', /^UNEXPECTED_UPGRADE$/],
    ['a 101 with a length', status('101 x'), /^UNEXPECTED_UPGRADE$/],
    ['a 100 and the end', 'HTTP/1.1 100 Continue\r\n\r\n', /^ECONNRESET$/],
    ['a 103 and the end', status('103 Early Hints'), /^ECONNRESET$/],
    ['a 199 and the end', status('199 x'), /^ECONNRESET$/],
    ['the status 000', status('000 x'), /^INVALID_RESPONSE$/],
    ['the status 099', status('099 x'), /^INVALID_RESPONSE$/],
    ['the status 600', status('600 x'), /^INVALID_RESPONSE$/],
    ['the status 999', status('999 x'), /^INVALID_RESPONSE$/],
    ['the status 20', status('20 x'), /^HPE_INVALID_STATUS$/],
    ['the status 2000', status('2000 x'), /^HPE_INVALID_STATUS$/],
    ['HTTP/2.0', 'HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n', /^INVALID_RESPONSE$/],
    ['HTTP/0.9', 'HTTP/0.9 200 OK\r\nContent-Length: 0\r\n\r\n', /^INVALID_RESPONSE$/],
    ['headers of 20 KB', status('200 OK', `Set-Cookie: ${'x'.repeat(20_000)}\r\n`), /^HPE_HEADER_OVERFLOW$/],
    ['a header without a colon', status('200 OK', 'nonsense\r\n'), /^HPE_/],
    ['a stream of another kind', 'ICY 200 OK\r\n\r\n', /^HPE_/],
  ])('is an interrupted response: %s', async (name, text, code) => {
    const cluster = await startScriptedCluster(false, ({ method, socket }) => {
      if (method === 'GET') socket.write(noSession);
      else socket.end(text);
    });
    const run = await runAction({ ...cluster.inputs, 'session-id': randomUUID(), 'max-attempts': '1' });
    expect(run.outputs).toMatchObject({ result: 'unknown', 'status-code': '', attempts: '1' });
    expect(run.outputs['error-code']).toMatch(code);
    const causes: Readonly<Record<string, string>> = {
      'headers of 20 KB': 'the headers of the response were too long',
      ...Object.fromEntries(
        ['a 100 and the end', 'a 103 and the end', 'a 199 and the end'].map((each) => [
          each,
          'the connection ended before a response arrived',
        ]),
      ),
    };
    expect(run.stdout).toContain(causes[name] ?? 'the response was not valid HTTP');
  });
});
