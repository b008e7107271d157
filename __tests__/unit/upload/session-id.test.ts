// Content hashes, and the ids of upload sessions derived from them.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { version } from 'uuid';
import { describe, expect, it } from 'vitest';
import { hashFile, uploadSessionId } from '../../../src/upload/session-id.js';
import { makeFolder } from '../../support/package-folder.js';

const never = new AbortController().signal;
const chunk = 4 * 2 ** 20;

/** Content without repetition. */
function content(sizeBytes: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(sizeBytes / 4)).map((_, index) => Math.imul(index, 2_654_435_761));
  return new Uint8Array(words.buffer, 0, sizeBytes);
}

describe('the hash of a file', () => {
  it.each([0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, chunk, 2 * chunk + 321])(
    'is the SHA-256 of all of its %i bytes',
    async (sizeBytes) => {
      const bytes = content(sizeBytes);
      const folder = makeFolder({ 'with blank #1 100% ü': bytes });
      expect(await hashFile(join(folder, 'with blank #1 100% ü'), never)).toEqual({
        sha256: createHash('sha256').update(bytes).digest('hex'),
        sizeBytes,
      });
    },
  );

  it('fails for a file that is not there', async () => {
    await expect(hashFile(join(makeFolder(), 'x'), never)).rejects.toThrow('ENOENT');
  });

  it('ends with the reason of an aborted signal', async () => {
    const folder = makeFolder({ x: content(3) });
    const reason = new Error('cancelled');
    await expect(hashFile(join(folder, 'x'), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('the id of an upload session', () => {
  const hash = { sha256: 'a'.repeat(64), sizeBytes: 5 };
  const id = uploadSessionId('App/x', hash);

  it('is the same for the same content at the same path, in every release', () => {
    expect(uploadSessionId('App/x', { ...hash })).toBe(id);
    expect(id).toBe('1ce01dc6-98c3-560d-8c1a-5ada50022fa3');
  });

  it('is a UUID of version 5', () => {
    expect(version(id)).toBe(5);
  });

  it.each([
    ['path', 'App/y', hash],
    ['letter case of the path', 'app/x', hash],
    ['size', 'App/x', { ...hash, sizeBytes: 6 }],
    ['content', 'App/x', { ...hash, sha256: `${'a'.repeat(63)}b` }],
  ])('is another one for another %s', (_what, path, other) => {
    expect(uploadSessionId(path, other)).not.toBe(id);
  });

  it('is another one for every generation, and for every version that it replaces', () => {
    const variants = [{}, { generation: 1 }, { generation: 2 }, { replacedVersion: '1' }, { replacedVersion: '2' }];
    const both = { generation: 1, replacedVersion: '1' };
    const ids = [...variants, both].map((variant) => uploadSessionId('App/x', hash, variant));
    expect(ids[0]).toBe(id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('cannot be the same because path and size run into each other', () => {
    expect(uploadSessionId('App/x1', { ...hash, sizeBytes: 2 })).not.toBe(
      uploadSessionId('App/x', { ...hash, sizeBytes: 12 }),
    );
  });
});
