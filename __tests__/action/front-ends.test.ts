// What stands between the runner and the cluster rewrites answers, or answers in the cluster's place. The content decides.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../../emulator/gateway.js';
import { type FrontAnswer, type FrontRules, startRewritingFront } from '../support/rewriting-front.js';
import { type Run, runAction } from '../support/run-action.js';

const path = 'App/Code/app.dll';
const content = 'new content';
const page = '<html><body>Please sign in</body></html>';
const json = { 'Content-Type': 'application/json' };
const html = { 'Content-Type': 'text/html' };

interface Result {
  readonly run: Run;
  /** The methods of the requests that came to the front, in order. */
  readonly methods: readonly string[];
  readonly isPublished: boolean;
}

async function commitThrough(rules: FrontRules, inputs: Readonly<Record<string, string>> = {}): Promise<Result> {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  const front = await startRewritingFront(gateway.url, rules);
  onTestFinished(() => front.close());
  const sessionId = randomUUID();
  const target = `${path}/$/UploadChunk?api-version=6.0&session-id=${sessionId}`;
  const headers = { 'Content-Range': `bytes 0-${content.length - 1}/${content.length}` };
  const { status } = await fetch(`${gateway.url}/ImageStore/${target}`, { method: 'PUT', body: content, headers });
  expect(status).toBe(200);
  const run = await runAction({ endpoint: front.url, 'session-id': sessionId, ...inputs });
  return {
    run,
    methods: front.requests.map(({ method }) => method),
    isPublished: Buffer.from(gateway.store.file(path)?.bytes ?? []).toString() === content,
  };
}

/** Replaces every answer to a commit. */
const rewriting = (answer: FrontAnswer): FrontRules => ({
  rewrite: ({ method }) => (method === 'POST' ? answer : undefined),
});
/** Answers every commit, and passes none on. */
const inPlace = (answer: FrontAnswer): FrontRules => ({
  answer: ({ method }) => (method === 'POST' ? answer : undefined),
});

const unexpectedSuccesses: readonly (readonly [string, FrontAnswer])[] = [
  ['201', { status: 201 }],
  ['204', { status: 204 }],
  ['206', { status: 206 }],
  ['299', { status: 299 }],
  ['303', { status: 303, headers: { Location: '/done' } }],
  ['200 with an empty JSON object', { status: 200, headers: json, body: '{}' }],
  ['200 with null', { status: 200, headers: json, body: 'null' }],
  ['200 with an error in foreign JSON', { status: 200, headers: json, body: '{"Error":"E_FAIL"}' }],
  ['200 with a message in foreign JSON', { status: 200, headers: json, body: '{"message":"no healthy upstream"}' }],
  ['200 with a web page', { status: 200, headers: html, body: page }],
  ['200 with text', { status: 200, body: 'OK' }],
  ['200 with more than is read', { status: 200, body: 'x'.repeat(70_000) }],
];

describe('a success in another form than the gateway sends', () => {
  it.each(unexpectedSuccesses)(
    'is committed when the front has rewritten the answer to a commit that was carried out: %s',
    async (_, answer) => {
      const { run, methods, isPublished } = await commitThrough(rewriting(answer));
      expect([isPublished, run.outputs['result'], run.exitCode]).toEqual([true, 'committed', 0]);
      expect(methods).toEqual(['POST', 'GET', 'GET']);
    },
  );

  it.each(unexpectedSuccesses)(
    'is unknown, and sent only once, when the front has answered in place of the cluster: %s',
    async (_, answer) => {
      const { run, methods, isPublished } = await commitThrough(inPlace(answer));
      expect([isPublished, run.outputs['result'], run.exitCode]).toEqual([false, 'unknown', 1]);
      expect(methods).toEqual(['POST', 'GET', 'GET']);
    },
  );

  it.each([
    ['in place of the cluster', inPlace({ status: 202 })],
    ['for a commit that was carried out', rewriting({ status: 202 })],
  ])('is unknown for a 202 %s, which says that the work may not have ended', async (_, rules) => {
    const { run, methods } = await commitThrough(rules);
    expect([run.outputs['result'], run.exitCode, methods[0], methods.lastIndexOf('POST')]).toEqual([
      'unknown',
      1,
      'POST',
      0,
    ]);
  });

  it.each(['{"UploadSessions":[]}', page, '', '{}'])(
    'is unknown when everything is answered by a portal: %j',
    async (body) => {
      const portal: FrontRules = { answer: () => ({ status: 200, headers: html, body: body || ' <p>Portal</p>' }) };
      const { run, methods, isPublished } = await commitThrough(portal);
      expect([isPublished, run.outputs['result'], run.exitCode]).toEqual([false, 'unknown', 1]);
      expect(methods.filter((method) => method === 'POST')).toHaveLength(1);
    },
  );

  it.each(['201', '204', '200 with a web page'])('of an incomplete session is failed: %s', async (name) => {
    const answer = unexpectedSuccesses.find(([each]) => each === name)?.[1] ?? { status: 0 };
    const range = { StartPosition: '5', EndPosition: '10' };
    const missing: FrontRules = {
      ...inPlace(answer),
      rewrite: ({ target }, { body = '' }) =>
        target.includes('GetUploadSession')
          ? {
              status: 200,
              headers: json,
              body: body.toString().replace('"ExpectedRanges":[]', `"ExpectedRanges":[${JSON.stringify(range)}]`),
            }
          : undefined,
    };
    const { run } = await commitThrough(missing);
    expect([run.outputs['result'], run.exitCode]).toEqual(['failed', 1]);
    expect(JSON.parse(run.outputs['sessions'] ?? '')).toMatchObject([{ missingRanges: [{ start: 5, end: 10 }] }]);
  });
});

describe('a FabricError with status 200', () => {
  const refusal = (code: string): FrontAnswer => ({
    status: 200,
    headers: json,
    body: JSON.stringify({ Error: { Code: code, Message: 'no' } }),
  });

  it.each(['E_FAIL', 'E_INVALIDARG', '0x80070070'])('is a failure with that error: %s', async (code) => {
    const { run, methods } = await commitThrough(inPlace(refusal(code)));
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': code, 'status-code': '200' });
    expect(methods).toEqual(['POST']);
  });

  it.each(['OperationsPending', 'E_ABORT', 'FABRIC_E_TIMEOUT'])(
    'is no failure when the error leaves open what the cluster does: %s',
    async (code) => {
      const { run, isPublished } = await commitThrough(rewriting(refusal(code)));
      expect([isPublished, run.outputs['result'], run.exitCode]).toEqual([true, 'unknown', 1]);
    },
  );
});

describe('a plain 200', () => {
  it.each<readonly [string, FrontAnswer]>([
    ['without a body', { status: 200 }],
    ['with blanks', { status: 200, body: ' \r\n' }],
    ['with a byte order mark', { status: 200, body: '\uFEFF' }],
  ])('is believed by itself %s', async (_, answer) => {
    const { run, methods } = await commitThrough(rewriting(answer));
    expect([run.outputs['result'], run.exitCode, methods]).toEqual(['committed', 0, ['POST']]);
  });
});

describe('a look-up that is not understood', () => {
  const lost: FrontAnswer = { status: 504, headers: json, body: '{"Error":{"Code":"FABRIC_E_TIMEOUT","Message":"t"}}' };
  const listing = (changed: object): string =>
    JSON.stringify({
      UploadSessions: [
        {
          StoreRelativePath: path,
          SessionId: '%ID%',
          FileSize: String(content.length),
          ModifiedDate: new Date().toISOString(),
          ExpectedRanges: [],
          ...changed,
        },
      ],
    });
  const later = new Date(Date.now() + 86_400_000).toISOString();

  /** The commit is carried out, its answer lost, and the session looked up with this answer, then this one. */
  const lookedUp = (...answers: readonly FrontAnswer[]): FrontRules => {
    let asked = 0;
    return {
      answer: ({ target }) => {
        if (!target.includes('GetUploadSession')) return undefined;
        const answer = answers[Math.min(asked, answers.length - 1)] ?? { status: 500 };
        asked += 1;
        const id = /session-id=([^&]*)/.exec(target)?.[1] ?? '';
        return { ...answer, body: answer.body?.toString().replace('%ID%', id) ?? '' };
      },
      rewrite: ({ method }) => (method === 'POST' ? lost : undefined),
    };
  };
  const complete: FrontAnswer = { status: 200, headers: json, body: listing({}) };

  it.each<readonly [string, FrontAnswer]>([
    ['a blank 200', { status: 200 }],
    ['an empty list', { status: 200, headers: json, body: '{"UploadSessions":[]}' }],
    ['another session', { status: 200, headers: json, body: listing({ SessionId: randomUUID() }) }],
    ['a web page', { status: 200, headers: html, body: page }],
    ['a 404', { status: 404 }],
  ])('never passes for a session that is gone: %s', async (_, answer) => {
    const { run } = await commitThrough(lookedUp(complete, answer), { 'max-attempts': '1' });
    expect([run.outputs['result'], run.exitCode]).toEqual(['unknown', 1]);
  });

  it('is a session that is gone after a 204, which proves the commit of matching content', async () => {
    const rules = lookedUp(complete, { status: 204 });
    const { run } = await commitThrough(rules, { 'max-attempts': '2' });
    expect([run.outputs['result'], run.exitCode]).toEqual(['committed', 0]);
  });

  it.each<readonly [string, object]>([
    ['ranges that end before they begin', { ExpectedRanges: [{ StartPosition: '5', EndPosition: '4' }] }],
    ['ranges outside the file', { ExpectedRanges: [{ StartPosition: '11', EndPosition: '12' }] }],
    ['half a range', { ExpectedRanges: [{ StartPosition: '5' }] }],
    ['the date 0001-01-01', { ModifiedDate: '0001-01-01T00:00:00Z' }],
    ['a date of tomorrow', { ModifiedDate: later }],
    ['a size over 2^53', { FileSize: '9007199254740993' }],
    ['a path with ..', { StoreRelativePath: '../secret' }],
  ])('is no evidence, for or against: %s', async (_, changed) => {
    const odd: FrontAnswer = { status: 200, headers: json, body: listing(changed) };
    const { run, methods } = await commitThrough(lookedUp(odd), { 'max-attempts': '1' });
    expect([run.outputs['result'], run.exitCode]).toEqual(['unknown', 1]);
    expect(JSON.parse(run.outputs['sessions'] ?? '')).toMatchObject([{ path: null, missingRanges: null }]);
    expect(methods[0]).toBe('POST');
  });

  it.each([
    ['gzip', gzipSync(content)],
    ['an unknown encoding', Buffer.from('????')],
  ])('of the content shows nothing when it is no listing: %s', async (_, body) => {
    const rules: FrontRules = {
      answer: ({ target }) => (target.includes(path) ? { status: 200, body } : undefined),
      rewrite: ({ method }) => (method === 'POST' ? lost : undefined),
    };
    const { run } = await commitThrough(rules, { 'max-attempts': '1' });
    expect([run.outputs['result'], run.exitCode]).toEqual(['unknown', 1]);
  });
});
