// Scripted faults: whom they meet, at which point, what they do to the cluster and to the answer.

import { describe, expect, it } from 'vitest';
import { readFaults } from '../../emulator/fault-parser.js';
import type { Fault } from '../../emulator/faults.js';
import { OTHER_SESSION, SESSION, START_MS, testCluster } from './test-cluster.js';

async function uploaded(path = 'app/f', content = 'new') {
  const cluster = testCluster();
  await cluster.upload(path, content);
  return cluster;
}

/** A session for app/f, where other content is already. */
async function overOld(options = {}) {
  const cluster = testCluster(options);
  await cluster.upload('app/f', 'old', OTHER_SESSION);
  await cluster.commit(OTHER_SESSION);
  await cluster.clock.pass(1000);
  await cluster.upload('app/f', 'new');
  const content = () => Buffer.from(cluster.store.file('app/f')?.bytes ?? []).toString();
  return { ...cluster, text: content };
}

describe('a fault meets', () => {
  it.each<[string, Fault, boolean]>([
    ['anything when it names nothing', {}, true],
    ['its operation', { operation: 'commit-session' }, true],
    ['no other operation', { operation: 'get-session' }, false],
    ['its session, in any letter case', { sessionId: SESSION.toUpperCase() }, true],
    ['no other session', { sessionId: OTHER_SESSION }, false],
    ['the path of its session, however it is written', { path: 'APP\\F' }, true],
    ['no other path', { path: 'app' }, false],
  ])('%s', async (_, fault, meets) => {
    const { commit, script } = await uploaded();
    script({ ...fault, answer: { status: 418 } });
    expect((await commit()).status).toBe(meets ? 418 : 200);
  });

  it('one request unless it says otherwise', async () => {
    const { ask, script, store } = testCluster();
    script(
      { answer: { status: 501 } },
      { times: 2, answer: { status: 502 } },
      { times: 'forever', answer: { status: 503 } },
    );
    const statuses: unknown[] = [];
    for (let asked = 0; asked < 5; asked += 1) {
      statuses.push((await ask('GET /')).status);
    }
    expect(statuses).toEqual([501, 502, 502, 503, 503]);
    expect(store.faults()).toEqual([{ times: 'forever', answer: { status: 503 } }]);
    store.clearFaults();
    expect((await ask('GET /')).status).toBe(200);
  });

  it('content by the path of its URL', async () => {
    const { content, script } = testCluster();
    script({ path: 'app\\F', answer: { status: 418 } });
    expect(await content('app/g')).toMatchObject({ status: 404 });
    expect(await content('app/f')).toMatchObject({ status: 418 });
  });

  it('a commit and nothing else when it is for "between"', async () => {
    const { ask, commit, script } = await uploaded();
    script({ at: 'between', answer: { status: 418 } });
    expect(await ask('GET /')).toMatchObject({ status: 200 });
    expect(await commit()).toMatchObject({ status: 418 });
  });

  it('requests that find no route too', async () => {
    const { ask, script } = testCluster();
    script({ answer: { status: 503 } });
    expect(await ask('GET /nowhere')).toMatchObject({ status: 503, headers: { 'Content-Type': /html/ } });
  });

  it('one request at each of its three points', async () => {
    const { commit, script, clock } = await uploaded();
    script({ delayMs: 1 }, { at: 'between', delayMs: 10 }, { at: 'after', delayMs: 100 });
    const asked = commit();
    await clock.pass(1);
    await clock.pass(10);
    await clock.pass(100);
    expect(await asked).toMatchObject({ status: 200 });
    expect(clock.now()).toBe(START_MS + 111);
  });
});

describe('a point', () => {
  it.each<[Fault['at'], string[]]>([
    ['before', []],
    ['between', []],
    ['after', ['app\\f']],
  ])('"%s" leaves the files %j when the answer is another', async (at, files) => {
    const { commit, script, store } = await uploaded();
    script({ operation: 'commit-session', ...(at === undefined ? {} : { at }), answer: { code: 'E_ABORT' } });
    expect(await commit()).toMatchObject({ status: 503, reason: 'E_ABORT', message: 'Operation canceled.' });
    expect(store.files().map(({ path }) => path)).toEqual(files);
  });

  it('"before" a commit is before it looks its session up, "between" is after that', async () => {
    const { commit, upload, script } = await uploaded();
    script({ dropSession: true });
    expect(await commit()).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    await upload('app/f', 'new');
    script({ at: 'between', dropSession: true });
    expect(await commit()).toMatchObject({ status: 404, code: 'NotFound', message: 'Null' });
  });
});

describe('an answer', () => {
  it.each([
    [
      { code: 'OperationsPending' },
      500,
      'OperationsPending',
      '{"Error":{"Code":"OperationsPending","Message":"Null"}}',
    ],
    [
      { code: 'E_ACCESSDENIED', message: 'no/way' },
      403,
      'Access Denied',
      '{"Error":{"Code":"E_ACCESSDENIED","Message":"no\\/way"}}',
    ],
    [{ code: '0x80070070' }, 500, '0x80070070', '{"Error":{"Code":"0x80070070","Message":"Null"}}'],
    [
      { code: 'E_INVALIDARG', status: 429, reason: 'Slow' },
      429,
      'Slow',
      '{"Error":{"Code":"E_INVALIDARG","Message":"Invalid argument"}}',
    ],
    [{ status: 403, reason: 'Client certificate required', body: '' }, 403, 'Client certificate required', ''],
    [{ status: 200, body: 'abc' }, 200, 'OK', 'abc'],
    [{ status: 204 }, 204, 'No Content', ''],
    [{ status: 101 }, 101, 'Switching Protocols', ''],
  ])('%j is %i %s', async (answer, status, reason, text) => {
    const { ask, script } = testCluster();
    script({ answer });
    expect(await ask('GET /')).toMatchObject({ status, reason, text });
  });

  it('has the headers it is given', async () => {
    const { ask, script } = testCluster();
    script({ answer: { code: 'E_ABORT', headers: { 'Retry-After': '7' }, contentType: 'text/plain' } });
    expect((await ask('GET /')).headers).toMatchObject({ 'Retry-After': '7', 'Content-Type': 'text/plain' });
  });
});

describe('a delivery', () => {
  it.each<[NonNullable<Fault['delivery']>, object]>([
    ['reset', { kind: 'reset' }],
    ['close', { kind: 'close' }],
    ['hang', { kind: 'hang' }],
    [{ raw: 'SSH-2.0' }, { kind: 'raw', text: 'SSH-2.0' }],
  ])('%j ends the request at its point', async (delivery, outcome) => {
    const { commit, script, store } = await uploaded();
    script({ delivery }, { at: 'after', delivery });
    expect(await commit()).toMatchObject(outcome);
    expect(store.files()).toEqual([]);
    expect(await commit()).toMatchObject({ status: 200 });
    expect(store.files()).toHaveLength(1);
  });

  it.each<[NonNullable<Fault['delivery']>, object]>([
    ['endless', { kind: 'endless', status: 200 }],
    ['keep-open', { kind: 'keep-open', status: 200 }],
    [{ cutAfterBytes: 3 }, { kind: 'cut', status: 200 }],
    [{ dripMs: 5 }, { kind: 'drip', status: 200 }],
  ])('%j spoils the answer to work that is done', async (delivery, outcome) => {
    const { commit, script, store } = await uploaded();
    script({ delivery });
    expect(await commit()).toMatchObject(outcome);
    expect(store.files()).toHaveLength(1);
  });
});

describe('a delay beyond the timeout', () => {
  it.each<[string, Fault]>([
    ['before the work', { delayMs: 90_000 }],
    ['between look-up and store', { at: 'between', delayMs: 90_000 }],
    ['in the work', { publish: { ms: 90_000 } }],
  ])('%s is answered 504, and the commit comes later', async (_, fault) => {
    const { commit, script, clock, store } = await uploaded();
    script(fault);
    const asked = commit();
    await clock.pass(60_000);
    expect(await asked).toMatchObject({
      status: 504,
      reason: 'FABRIC_E_TIMEOUT',
      code: 'FABRIC_E_TIMEOUT',
      message: 'Operation timed out.',
    });
    expect(store.files()).toEqual([]);
    expect(store.work()).toHaveLength(1);
    await clock.pass(29_999);
    expect(store.files()).toEqual([]);
    await clock.pass(1);
    expect(store.files()).toHaveLength(1);
    expect(store.work()).toEqual([]);
  });

  it('is a 504 even for somebody who looks at the clock much too late', async () => {
    const { commit, script, clock, store } = await uploaded();
    script({ publish: { ms: 90_000 } });
    const asked = commit();
    await clock.pass(3_600_000);
    expect(await asked).toMatchObject({ status: 504 });
    expect(store.files()).toHaveLength(1);
  });

  it('that ends to the millisecond is none', async () => {
    const { commit, script, clock } = await uploaded();
    script({ publish: { ms: 60_000 } });
    const asked = commit();
    await clock.pass(60_000);
    expect(await asked).toMatchObject({ status: 200 });
  });
});

describe('publishing', () => {
  it.each<[Fault['publish'], object]>([
    [{ ms: 1000 }, { status: 200, text: expect.stringContaining('"FileSize":"3"') }],
    [
      { ms: 1000, shows: 'new-file' },
      { status: 200, text: expect.stringContaining('"FileSize":"3"') },
    ],
    [
      { ms: 1000, shows: 'nothing' },
      { status: 404, code: 'FABRIC_E_FILE_NOT_FOUND' },
    ],
  ])('with %j shows while in transit %j', async (publish, shown) => {
    const { commit, content, script, clock } = await uploaded();
    script({ ...(publish === undefined ? {} : { publish }) });
    const asked = commit();
    expect(await content('app/f')).toMatchObject(shown);
    await clock.pass(1000);
    await asked;
    expect(await content('app/f')).toMatchObject({ status: 200 });
  });

  it('that fails leaves nothing where nothing was, and can be tried again', async () => {
    const { commit, script, store } = await uploaded();
    script({ publish: { ends: 'rollback' } });
    expect(await commit()).toMatchObject({ status: 500, reason: '0x80070070', code: '0x80070070', message: 'Null' });
    expect(store.files()).toEqual([]);
    expect(await commit()).toMatchObject({ status: 200 });
    expect(store.file('app/f')?.version.number, 'the failed attempt used one up').toBe(2n);
  });

  it('that fails over old content keeps it, and makes the next commit succeed falsely', async () => {
    const { commit, script, store, text } = await overOld();
    const before = store.file('app/f');
    script({ publish: { ends: 'rollback' } });
    await commit();
    expect(store.file('app/f')).toEqual({ ...before, sessionId: SESSION });
    expect(await commit()).toMatchObject({ status: 200 });
    expect(text()).toBe('old');
  });

  it('that fails stamps nothing when the defect is switched off', async () => {
    const { commit, script, store, text } = await overOld({ rollbackStamps: false });
    script({ publish: { ends: 'rollback' } });
    await commit();
    expect(store.file('app/f')?.sessionId).toBe(OTHER_SESSION);
    await commit();
    expect(text()).toBe('new');
  });

  it.each<[NonNullable<Fault['publish']>, string]>([
    [{ ends: 'rollback', oldContent: 'kept' }, 'old'],
    [{ ends: 'rollback', oldContent: 'lost' }, ''],
    [{ ends: 'failover', oldContent: 'kept' }, 'old'],
    [{ ends: 'failover', oldContent: 'lost' }, ''],
    [{ ends: 'failover' }, ''],
  ])('with %j leaves "%s"', async (publish, left) => {
    const { commit, script, text } = await overOld();
    script({ publish });
    await commit();
    expect(text()).toBe(left);
  });

  it('rolls back long after its 504', async () => {
    const { commit, script, clock, text, store } = await overOld();
    script({ publish: { ms: 90_000, ends: 'rollback' } });
    const asked = commit();
    await clock.pass(60_000);
    expect(await asked).toMatchObject({ status: 504 });
    await clock.pass(30_000);
    expect(text()).toBe('old');
    expect(store.file('app/f')?.sessionId).toBe(SESSION);
  });
});

describe('a failover', () => {
  it('in the middle of publishing answers E_ABORT and forgets all sessions', async () => {
    const { commit, script, store } = await overOld();
    script({ publish: { ends: 'failover' } });
    expect(await commit()).toMatchObject({ status: 503, code: 'E_ABORT' });
    expect(store.sessions()).toEqual([]);
  });

  it.each<['kept' | 'lost', string]>([
    ['kept', 'old'],
    ['lost', ''],
  ])('ends the work of others; old content is %s', async (oldContent, left) => {
    const { ask, commit, script, clock, store, text } = await overOld();
    script({ operation: 'commit-session', publish: { ms: 1000 } }, { operation: 'home', failover: { oldContent } });
    const asked = commit();
    await ask('GET /');
    expect(await asked).toMatchObject({ status: 503, code: 'E_ABORT' });
    expect(store.work()).toEqual([]);
    await clock.pass(1000);
    expect(text()).toBe(left);
  });

  it('between look-up and store is 404 for what is not committed, 200 for what is', async () => {
    const { commit, script, store } = await uploaded();
    script({ at: 'between', failover: {} });
    expect(await commit()).toMatchObject({ status: 404, code: 'NotFound' });
    expect(store.files()).toEqual([]);

    const committed = await uploaded();
    await committed.commit();
    committed.script({ at: 'between', failover: {} });
    expect(await committed.commit()).toMatchObject({ status: 200 });
  });

  it('counts versions anew in a later epoch', async () => {
    const { commit, store, upload } = await overOld();
    await commit();
    const before = store.file('app/f')?.version;
    store.failOver('lost');
    await upload('app/f', 'newest', OTHER_SESSION);
    await commit(OTHER_SESSION);
    const after = store.file('app/f')?.version;
    expect(after).toMatchObject({ dataLoss: before?.dataLoss, number: 1n });
    expect(after?.configuration).toBeGreaterThan(before?.configuration ?? 0n);
  });
});

describe('another writer', () => {
  it('overwrites the path at its point', async () => {
    const { commit, script, text, store } = await overOld();
    await commit();
    script({ at: 'after', overwrite: { content: 'theirs' } });
    expect(await commit()).toMatchObject({ status: 200 });
    expect(text()).toBe('theirs');
    expect(store.file('app/f')?.sessionId).toBeUndefined();
  });

  it('keeps the path busy from its point on', async () => {
    const { commit, script, clock } = await uploaded();
    script({ at: 'between', busy: { ms: 5_000 } });
    expect(await commit()).toMatchObject({ status: 500, code: 'OperationsPending' });
    await clock.pass(5_000);
    expect(await commit()).toMatchObject({ status: 200 });
  });
});

describe('a script from outside', () => {
  it('is one fault or many', () => {
    const fault = { operation: 'commit-session', times: 'forever', delivery: { cutAfterBytes: 1 } };
    expect(readFaults(fault)).toEqual([fault]);
    expect(readFaults([fault, {}])).toEqual([fault, {}]);
  });

  it.each([
    ['text', 'fault 1: expected an object, got "text".'],
    [null, 'fault 1: expected an object, got null.'],
    [{ operation: 'commit' }, /^fault 1.operation: expected one of commit-session, .*, got "commit"\.$/],
    [[{}, { times: 0 }], /^fault 2.times: expected a whole number from 1 .* Or: .* one of forever, got 0\.$/],
    [{ delay: 1 }, /^fault 1: unknown field delay; known are operation, sessionId, /],
    [{ delayMs: '1' }, /^fault 1.delayMs: expected a whole number/],
    [{ delayMs: 1.5 }, /^fault 1.delayMs: expected a whole number/],
    [{ dropSession: 'yes' }, 'fault 1.dropSession: expected true or false, got "yes".'],
    [{ publish: { ends: 'well' } }, /^fault 1.publish.ends: expected one of available, rollback, failover/],
    [{ overwrite: {} }, 'fault 1.overwrite: expected a record with content, got {}.'],
    [{ answer: { headers: { a: 1 } } }, 'fault 1.answer.headers.a: expected a text, got 1.'],
    [{ answer: { body: 'x' } }, 'fault 1: answer needs a status or a code.'],
    [{ delivery: { constructor: 1 } }, /unknown field constructor/],
    [{ at: 'between', operation: 'get-session' }, /belongs to commit-session alone, not to get-session/],
    [{ at: 'after', publish: {} }, /comes too late/],
  ])('%j is refused by name', (script, message) => {
    expect(() => readFaults(script)).toThrow(message);
  });
});
