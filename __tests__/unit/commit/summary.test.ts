// The job summary: what it shows first, and that text from outside cannot add markup to it.
import { describe, expect, it } from 'vitest';
import { summaryGroups } from '../../../src/commit/failures.js';
import { summarize as summarizeWith } from '../../../src/commit/summary.js';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
import type { ConnectionInfo } from '../../../src/connection/connection-info.js';
import {
  answered,
  ENDPOINT,
  OTHER_SESSION,
  outcome,
  refused,
  SESSION,
  THIRD_SESSION,
  unanswered,
} from '../../support/attempts.js';

const summarize = (outcomes: readonly Outcome[], connection: ConnectionInfo): string =>
  summarizeWith(outcomes, connection, summaryGroups(outcomes, connection));
const headline = (summary: string): string | undefined => /^<h3>(.*)<\/h3>\n/.exec(summary)?.[1];
const failed = outcome({ sessionId: OTHER_SESSION, result: 'failed', last: refused(404, 'NotFound') });
const unknown = outcome({
  sessionId: THIRD_SESSION,
  result: 'unknown',
  last: unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'aborted', sent: true }),
});

it('shows a committed session in the job summary', () => {
  expect(summarize([outcome()], ENDPOINT)).toBe(`<h3>✅ Upload session committed</h3>
<p>Service Fabric image store at <code>http://cluster:19080</code></p>
<table>
<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>
<tr><td><code>${SESSION}</code></td><td>✅ committed</td><td>200 OK</td><td>1</td><td>840 ms</td></tr>
</table>
`);
});

it('shows a failure in the job summary, with its cause and what to do', () => {
  expect(summarize([failed], ENDPOINT)).toBe(`<h3>❌ Upload session not committed</h3>
<p>Service Fabric image store at <code>http://cluster:19080</code></p>
<p>The session disappeared during the commit: the cluster answered 404 NotFound without a message. Upload session ${OTHER_SESSION} was not committed at http://cluster:19080.</p>
<p><b>What to do:</b> Somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.</p>
<table>
<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>
<tr><td><code>${OTHER_SESSION}</code></td><td>❌ failed</td><td>404 NotFound</td><td>1</td><td>840 ms</td></tr>
</table>
`);
});

it.each([
  ['one committed session', [outcome()], '✅ Upload session committed'],
  ['one failed session', [failed], '❌ Upload session not committed'],
  ['one unknown session', [unknown], '❓ Upload session may or may not be committed'],
  ['two committed sessions', [outcome(), outcome({ sessionId: OTHER_SESSION })], '✅ 2 upload sessions committed'],
  ['one failed session of two', [outcome(), failed], '❌ 1 of 2 upload sessions committed, 1 failed'],
  [
    'a session of each result',
    [outcome(), failed, unknown],
    '❌ 1 of 3 upload sessions committed, 1 failed, 1 unknown',
  ],
])('begins the job summary with a headline for %s', (_what, outcomes, words) => {
  expect(headline(summarize(outcomes, ENDPOINT))).toBe(words);
});

it('lists failed sessions in the job summary before unknown and committed ones', () => {
  const rows = [...summarize([outcome(), unknown, failed], ENDPOINT).matchAll(/<td>\S+ (failed|unknown|committed)</g)];
  expect(rows.map(([, result]) => result)).toEqual(['failed', 'unknown', 'committed']);
});

it('shows the network error code of a failure without a response in the job summary', () => {
  expect(summarize([unknown], ENDPOINT)).toContain('<td>ECONNRESET</td>');
});

it('shows a session whose commit did not start in the job summary', () => {
  const notStarted: Outcome = { sessionId: SESSION, result: 'failed', reason: 'cancelled', attempts: 0, durationMs: 0 };
  expect(summarize([notStarted], ENDPOINT)).toContain('❌ failed</td><td></td><td>0</td><td>0 ms</td>');
});

describe('text from outside in the job summary', () => {
  const hostile = `<script>alert("1")</script>\n\n# Title | x | [a](javascript:1) &amp; ::add-mask::x ${'y'.repeat(90_000)}`;
  const failures = [
    ['message', refused(500, 'E_FAIL', hostile)],
    ['code', refused(500, hostile)],
    ['reason phrase', answered({ status: 500, reasonPhrase: hostile })],
    ['network error', unanswered({ code: hostile, message: hostile })],
    ['location', answered({ status: 302, reasonPhrase: 'Found', headers: { location: hostile } })],
  ] as const;

  it.each(failures)('is escaped, shortened and kept on one line: %s', (_where, last) => {
    const summary = summarize([outcome({ result: 'failed', last })], ENDPOINT);
    expect(summary).not.toMatch(/<script|<\/script|&amp;amp;amp;/);
    expect(summary).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    for (const line of summary.trimEnd().split('\n')) expect(line).toMatch(/^<(?:h3|p|table|\/table|tr)\b/);
    expect(summary.length).toBeLessThan(6_000);
  });

  it('is escaped in the endpoint', () => {
    const endpoint = { ...ENDPOINT, url: 'http://cluster/<b>&' };
    expect(summarize([outcome()], endpoint)).toContain('<code>http://cluster/&lt;b&gt;&amp;</code>');
  });
});

it('never has a blank line in the job summary, because Markdown would start after it', () => {
  expect(summarize([outcome(), failed, unknown], ENDPOINT).trimEnd()).not.toMatch(/\n\s*\n/);
});

describe('the job summary of several sessions', () => {
  const missing = (path: string): Outcome => {
    const session = {
      path,
      sizeBytes: 6_291_456,
      lastChunkMs: 0,
      missingRanges: [{ start: 2_097_152, end: 4_194_303 }],
    };
    const last = refused(400, 'E_INVALIDARG', 'Invalid argument');
    return outcome({ result: 'failed', last, session, sessionLookup: { kind: 'found', session } });
  };
  const rowsIn = (text = ''): number => text.match(/<tr><td>/g)?.length ?? 0;

  it('groups what is not committed by cause, with one explanation each, before what is committed', () => {
    const summary = summarize([outcome(), missing('a'), failed, unknown, missing('b'), outcome()], ENDPOINT);
    expect(summary.match(/<h4>.*<\/h4>/g)).toEqual([
      '<h4>❌ failed: 2 sessions, because bytes are missing</h4>',
      '<h4>❌ failed: 1 session, because the cluster answered 404 NotFound</h4>',
      '<h4>❓ unknown: 1 session, because there was no complete response (ECONNRESET)</h4>',
    ]);
    expect(summary.match(/<b>What to do:<\/b>/g)).toHaveLength(3);
    expect(summary.match(/The same applies to the other 1\./g)).toHaveLength(1);
    expect(summary.split('<h4>').map(rowsIn)).toEqual([0, 2, 1, 3]);
  });

  it('names the files and what is missing of them, where they are known', () => {
    const summary = summarize([missing('App/a.dll'), missing('App/<b>.dll')], ENDPOINT);
    expect(summary).toContain('<th>Upload session</th><th>File</th>');
    expect(summary).toContain('<td>App/a.dll (2,097,152 of 6,291,456 bytes missing)</td>');
    expect(summary).toContain('<td>App/&lt;b&gt;.dll (2,097,152 of 6,291,456 bytes missing)</td>');
  });

  it.each([
    ['all are committed', [outcome(), outcome(), outcome()], 3],
    ['some are committed', [outcome(), failed, outcome()], 2],
    ['one is committed', [failed, outcome()], 1],
  ])('folds the committed ones when %s', (_, outcomes, count) => {
    const summary = summarize(outcomes, ENDPOINT);
    const folded = /<details><summary>(.*)<\/summary>\n([\s\S]*)<\/details>\n$/.exec(summary);
    expect(folded?.[1]).toBe(`✅ committed: ${count} ${count === 1 ? 'session' : 'sessions'}`);
    expect(rowsIn(folded?.[2])).toBe(count);
  });

  const hostile = '&"<'.repeat(1_000);
  it.each<[string, (index: number) => Outcome]>([
    ['one cause', () => outcome({ result: 'failed', last: refused(500, hostile, hostile) })],
    ['a cause each', (index) => outcome({ result: 'failed', last: refused(500, `${index}${hostile}`, hostile) })],
    ['a path each', (index) => missing(`${index}${hostile}`)],
  ])('has every row of 3,500 and fits a mebibyte, whatever the cluster says: %s', (_, make) => {
    const summary = summarize(
      Array.from({ length: 3_500 }, (_each, index) => make(index)),
      ENDPOINT,
    );
    expect(Buffer.byteLength(summary)).toBeLessThan(2 ** 20);
    expect(rowsIn(summary)).toBe(3_500);
  });
});
