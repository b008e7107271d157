// What an uploader meets: chunks that race or have wrong lengths, full disks, busy servers and lost sessions.

import { describe, expect, it } from 'vitest';
import { Content } from '../../emulator/content.js';
import { createChunkCluster, createTestCluster, MINUTE_MS, OTHER_SESSION, SESSION } from './test-cluster.js';

const NOT_SATISFIABLE = 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE';

/** A cluster for the file app/f of six bytes, and the requests for its session. */
function createUpload() {
  const cluster = createTestCluster();
  const putChunk = (start: number, body: string, sessionId = SESSION, query = '') =>
    cluster.send(`PUT /ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${sessionId}${query}`, {
      range: `bytes ${start}-${start + 2}/6`,
      body,
    });
  const putFile = (path: string, body: string) => cluster.send(`PUT /ImageStore/${path}?api-version=6.0`, { body });
  const deleteSession = () =>
    cluster.send(`DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${SESSION}`);
  const content = (path = 'app/f') => Buffer.from(cluster.store.file(path)?.bytes ?? []).toString();
  return { ...cluster, putChunk, putFile, deleteSession, content };
}

describe('a chunk of the emulator', () => {
  it.each([
    ['shorter', 'ab', 5],
    ['longer', 'abcd', 7],
  ])(
    'that is %s than its range is accepted and makes every commit fail, until the session is deleted',
    async (_, body, sizeBytes) => {
      const { putChunk, deleteSession, getSession, commit, content } = createUpload();
      expect(await putChunk(0, body)).toMatchObject({ status: 200 });
      expect(await putChunk(3, 'def')).toMatchObject({ status: 200 });
      expect((await getSession()).text).toContain('"ExpectedRanges":[]');
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        expect(await commit()).toMatchObject({ status: 400, message: expect.stringMatching(`${sizeBytes} bytes`) });
      }
      expect(await putChunk(0, 'abc')).toMatchObject({ status: 400, code: NOT_SATISFIABLE });
      await deleteSession();
      await putChunk(0, 'abc');
      await putChunk(3, 'def');
      expect(await commit()).toMatchObject({ status: 200 });
      expect(content()).toBe('abcdef');
    },
  );

  it('that was sent before is 400 and changes nothing', async () => {
    const { putChunk, store } = createUpload();
    await putChunk(0, 'abc');
    expect(await putChunk(0, 'xyz')).toMatchObject({ status: 400, code: NOT_SATISFIABLE });
    expect(store.sessions()[0]?.chunks.map((chunk) => chunk.content.read().toString())).toEqual(['abc']);
  });

  it('that is sent twice at once is 200 twice and added once', async () => {
    const { putChunk, addFaults, clock, store } = createUpload();
    addFaults({ operation: 'upload-chunk', at: 'between', delayMs: 1000 });
    const first = putChunk(0, 'abc');
    expect(await putChunk(0, 'abc')).toMatchObject({ status: 200 });
    await clock.advance(1000);
    expect(await first).toMatchObject({ status: 200 });
    expect(store.sessions()[0]?.chunks).toHaveLength(1);
  });

  it('that overlaps with one sent at the same time is 400', async () => {
    const { send, putChunk, addFaults, clock } = createUpload();
    addFaults({ operation: 'upload-chunk', at: 'between', delayMs: 1000 });
    const first = putChunk(0, 'abc');
    await send(`PUT /ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`, { range: 'bytes 2-4/6' });
    await clock.advance(1000);
    expect(await first).toMatchObject({ status: 400, code: NOT_SATISFIABLE });
  });

  it('whose session is lost while it is handled is 404', async () => {
    const { putChunk, addFaults, store } = createUpload();
    addFaults({ operation: 'upload-chunk', at: 'between', failover: {} });
    expect(await putChunk(0, 'abc')).toMatchObject({ status: 404, code: 'NotFound' });
    expect(store.sessions()).toEqual([]);
  });

  it('after a failover starts the session anew, which then expects the chunks that were sent before', async () => {
    const { putChunk, getSession, store } = createUpload();
    await putChunk(0, 'abc');
    store.failOver('kept');
    expect(await getSession()).toMatchObject({ status: 204 });
    expect(await putChunk(3, 'def')).toMatchObject({ status: 200 });
    expect((await getSession()).text).toContain('"ExpectedRanges":[{"StartPosition":"0","EndPosition":"2"}]');
  });

  it('after the expiry of its session starts the session anew', async () => {
    const { putChunk, getSession, clock } = createUpload();
    await putChunk(0, 'abc');
    await clock.advance(30 * MINUTE_MS);
    expect(await getSession()).toMatchObject({ status: 204 });
    await putChunk(3, 'def');
    expect((await getSession()).text).toContain('"StartPosition":"0","EndPosition":"2"');
  });
});

describe('a fault of parallel chunks of the emulator', () => {
  const fault = { operation: 'upload-chunk', parallel: true, answer: { code: NOT_SATISFIABLE } } as const;
  const target = `/ImageStore/app/f/$/UploadChunk?api-version=6.0&session-id=${SESSION}`;
  const head = { method: 'PUT', target, headers: { 'content-range': 'bytes 0-2/6', 'content-length': '3' } };

  it('applies while another chunk of the same session is under way, and the refused chunk is not added', async () => {
    const { store, putChunk, getSession, addFaults } = createUpload();
    addFaults({ ...fault, times: 'forever' });
    const incoming = store.receive(head);
    expect(await putChunk(3, 'def', OTHER_SESSION), 'of another session').toMatchObject({ status: 200 });
    expect(await putChunk(3, 'def')).toMatchObject({ status: 400, code: NOT_SATISFIABLE });
    expect(await incoming.handle(new Content([Buffer.from('abc')]))).toMatchObject({ response: { status: 200 } });
    expect((await getSession()).text).toContain('"ExpectedRanges":[{"StartPosition":"3","EndPosition":"5"}]');
    expect(await putChunk(3, 'def'), 'alone').toMatchObject({ status: 200 });
  });

  it('does not apply once the other chunk has been cut short', async () => {
    const { store, putChunk, addFaults } = createUpload();
    addFaults(fault);
    store.receive(head).abandon();
    expect(await putChunk(3, 'def')).toMatchObject({ status: 200 });
  });
});

describe('the chance of an emulator fault', () => {
  const statuses = async (chance: number, seed: number) => {
    const { send, addFaults } = createTestCluster();
    addFaults({ chance, seed, times: 'forever', answer: { status: 503 } });
    const replies: (number | undefined)[] = [];
    for (let sent = 0; sent < 400; sent += 1) replies.push((await send('GET /')).status);
    return replies;
  };

  it('draws the same sequence from the same seed, and another one from another seed', async () => {
    expect(await statuses(0.25, 7)).toEqual(await statuses(0.25, 7));
    expect(await statuses(0.25, 7)).not.toEqual(await statuses(0.25, 8));
  });

  it.each([
    [0, 0, 0],
    [0.25, 70, 130],
    [1, 400, 400],
  ])('of %d applies to about as many of 400 requests', async (chance, atLeast, atMost) => {
    const applied = (await statuses(chance, 1)).filter((status) => status === 503).length;
    expect(applied).toBeGreaterThanOrEqual(atLeast);
    expect(applied).toBeLessThanOrEqual(atMost);
  });

  it('leaves a fault unused until it has applied', async () => {
    const { send, addFaults, store } = createTestCluster();
    addFaults({ chance: 0, answer: { status: 503 } });
    expect(await send('GET /')).toMatchObject({ status: 200 });
    expect(store.faults()).toHaveLength(1);
  });
});

describe('an emulated cluster in trouble', () => {
  it.each([503, 429])('can answer several requests in succession with %i and a Retry-After', async (status) => {
    const { putFile, addFaults } = createUpload();
    addFaults({ operation: 'upload-file', times: 3, answer: { status, headers: { 'Retry-After': '2' } } });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await putFile('app/f', 'a')).toMatchObject({ status, headers: { 'Retry-After': '2' } });
    }
    expect(await putFile('app/f', 'a')).toMatchObject({ status: 200 });
  });

  it('can have a full disk for files, chunks and commits', async () => {
    const { putFile, putChunk, commit, addFaults, store } = createUpload();
    const full = { status: 500, code: '0x80070070', message: 'Null' };
    await putChunk(0, 'abc');
    await putChunk(3, 'def');
    addFaults(
      { operation: 'upload-file', publish: { ends: 'rollback' } },
      { operation: 'commit-session', publish: { ends: 'rollback' } },
      { operation: 'upload-chunk', answer: { code: '0x80070070' } },
    );
    expect(await putFile('app/g', 'a')).toMatchObject(full);
    expect(await commit()).toMatchObject(full);
    expect(await putChunk(0, 'abc', OTHER_SESSION)).toMatchObject(full);
    expect(store.files()).toEqual([]);
  });

  it('can refuse paths with more than a number of characters', async () => {
    const { putFile, addFaults } = createUpload();
    addFaults({ pathLongerThan: 260, times: 'forever', answer: { code: '0x800700CE' } });
    expect(await putFile(`app/${'f'.repeat(256)}`, 'a')).toMatchObject({ status: 200 });
    expect(await putFile(`app/${'f'.repeat(257)}`, 'a')).toMatchObject({ status: 500, code: '0x800700CE' });
  });

  it('can lose all sessions in the middle of an upload, together with the file that is being published', async () => {
    const { putFile, putChunk, addFaults, store } = createUpload();
    await putFile('app/g', 'old');
    await putChunk(0, 'abc');
    addFaults({ operation: 'upload-file', publish: { ends: 'failover' } });
    expect(await putFile('app/g', 'new')).toMatchObject({ status: 503, code: 'E_ABORT' });
    expect(store.files()).toEqual([]);
    expect(store.sessions()).toEqual([]);
  });
});

describe('sessions and content of the emulator', () => {
  it('are separate: a session whose file was deleted is there and can be committed again', async () => {
    const { send, putChunk, commit, content, store } = createUpload();
    await putChunk(0, 'abc');
    await putChunk(3, 'def');
    await commit();
    await send('DELETE /ImageStore/app?api-version=6.0');
    expect(store.files()).toEqual([]);
    expect(await commit()).toMatchObject({ status: 200 });
    expect(content()).toBe('abcdef');
  });

  it('can be changed by a file that is published while a session is still being uploaded', async () => {
    const { putChunk, putFile, commit, content } = createUpload();
    await putChunk(0, 'abc');
    await putFile('app/f', 'other');
    expect(content()).toBe('other');
    await putChunk(3, 'def');
    await commit();
    expect(content()).toBe('abcdef');
  });
});

describe('a Linux cluster of the emulator', () => {
  it('takes whole files by PUT, and refuses every request for a session like an unknown URL', async () => {
    const cluster = createTestCluster({ linux: true });
    const { putChunk } = createChunkCluster(cluster);
    const refused = { status: 400, code: 'E_INVALIDARG' };
    expect(await putChunk('bytes 0-2/3')).toMatchObject(refused);
    expect(await cluster.getSession()).toMatchObject(refused);
    expect(await cluster.commit()).toMatchObject(refused);
    expect(await cluster.send('GET /ImageStore/app/f/$/GetUploadSession?api-version=6.0')).toMatchObject(refused);
    expect(
      await cluster.send(`DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=${SESSION}`),
    ).toMatchObject(refused);
    expect(await cluster.send('PUT /ImageStore/app/F?api-version=6.0', { body: 'abc' })).toMatchObject({ status: 200 });
    expect(cluster.store.files().map((file) => file.path)).toEqual(['app/F']);
    expect(cluster.store.file('app/f')).toBeUndefined();
  });
});
