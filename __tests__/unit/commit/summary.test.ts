// The job summary: what it shows first, and that text from outside cannot add markup to it.
import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/commit/outcome-advice.js';
import { summarize } from '../../../src/commit/summary.js';
import type { Outcome } from '../../../src/commit-engine/commit-session.js';
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

const headline = (summary: string): string | undefined => /^<h3>(.*)<\/h3>\n/.exec(summary)?.[1];
const failed = outcome({ sessionId: OTHER_SESSION, result: 'failed', last: refused(404, 'NotFound') });
const unknown = outcome({
  sessionId: THIRD_SESSION,
  result: 'unknown',
  last: unanswered({ problem: 'interrupted', code: 'ECONNRESET', message: 'aborted', sent: true }),
});

it('shows a committed session in the job summary', () => {
  expect(summarize([outcome()], ENDPOINT, advise)).toBe(`<h3>✅ Upload session committed</h3>
<p>Service Fabric image store at <code>http://cluster:19080</code></p>
<table>
<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>
<tr><td><code>${SESSION}</code></td><td>✅ committed</td><td>200 OK</td><td>1</td><td>840 ms</td></tr>
</table>
`);
});

it('shows a failure in the job summary, with its cause and what to do', () => {
  expect(summarize([failed], ENDPOINT, advise)).toBe(`<h3>❌ Upload session not committed</h3>
<p>Service Fabric image store at <code>http://cluster:19080</code></p>
<table>
<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>
<tr><td><code>${OTHER_SESSION}</code></td><td>❌ failed</td><td>404 NotFound</td><td>1</td><td>840 ms</td></tr>
</table>
<p>Upload session ${OTHER_SESSION} was not committed at http://cluster:19080: the cluster answered 404 NotFound without a message.</p>
<p><b>What to do:</b> The session disappeared during the commit: somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.</p>
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
  expect(headline(summarize(outcomes, ENDPOINT, advise))).toBe(words);
});

it('lists failed sessions in the job summary before unknown and committed ones', () => {
  const rows = [
    ...summarize([outcome(), unknown, failed], ENDPOINT, advise).matchAll(/<td>\S+ (failed|unknown|committed)</g),
  ];
  expect(rows.map(([, result]) => result)).toEqual(['failed', 'unknown', 'committed']);
});

it('shows the network error code of a failure without a response in the job summary', () => {
  expect(summarize([unknown], ENDPOINT, advise)).toContain('<td>ECONNRESET</td>');
});

it('shows a session whose commit did not start in the job summary', () => {
  const notStarted: Outcome = { sessionId: SESSION, result: 'failed', reason: 'cancelled', attempts: 0, durationMs: 0 };
  expect(summarize([notStarted], ENDPOINT, advise)).toContain('❌ failed</td><td></td><td>0</td><td>0 ms</td>');
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
    const summary = summarize([outcome({ result: 'failed', last })], ENDPOINT, advise);
    expect(summary).not.toMatch(/<script|<\/script|&amp;amp;amp;/);
    expect(summary).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    for (const line of summary.trimEnd().split('\n')) expect(line).toMatch(/^<(?:h3|p|table|\/table|tr)\b/);
    expect(summary.length).toBeLessThan(6_000);
  });

  it('is escaped in the endpoint', () => {
    const endpoint = { ...ENDPOINT, url: 'http://cluster/<b>&' };
    expect(summarize([outcome()], endpoint, advise)).toContain('<code>http://cluster/&lt;b&gt;&amp;</code>');
  });
});

it('never has a blank line in the job summary, because Markdown would start after it', () => {
  expect(summarize([outcome(), failed, unknown], ENDPOINT, advise).trimEnd()).not.toMatch(/\n\s*\n/);
});
