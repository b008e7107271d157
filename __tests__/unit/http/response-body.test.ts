// Bodies as they are read: decoded where they came compressed, up to a limit, and never empty when they are not understood.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../../../src/http/response-body.js';
import { startRawServer } from '../../support/raw-server.js';
import { post, transportFor } from '../../support/transports.js';

const text = '{"Error":{"Code":"E_FAIL","Message":"ÄŒ🚀"}}';
const notUnderstood = { body: '\uFFFD', truncated: false };

/** What is read of this body with these headers, from a server that never closes the connection. */
async function read(body: Buffer, headers: readonly string[], framing = `Content-Length: ${body.length}`) {
  const server = await startRawServer(async ({ request, socket }) => {
    await request();
    socket.write(`HTTP/1.1 500 Oops\r\n${[...headers, framing].join('\r\n')}\r\n\r\n`);
    socket.write(body);
  });
  const answer = await transportFor().exchange(post(server.url));
  return { body: answer.body, truncated: answer.truncated };
}

const inChunks = (body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);

describe('a compressed response body', () => {
  it.each<readonly [string, Buffer, string]>([
    ['gzip', gzipSync(text), 'Content-Encoding: gzip'],
    [
      'gzip in two members',
      Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))]),
      'Content-Encoding: gzip',
    ],
    ['x-gzip', gzipSync(text), 'Content-Encoding: x-gzip'],
    ['gzip in upper case', gzipSync(text), 'CONTENT-ENCODING: GZIP'],
    ['deflate', deflateSync(text), 'Content-Encoding: deflate'],
    ['deflate without the header of zlib', deflateRawSync(text), 'Content-Encoding: deflate'],
    ['brotli', brotliCompressSync(text), 'Content-Encoding: br'],
    ['two codings', brotliCompressSync(gzipSync(text)), 'Content-Encoding: gzip, br'],
    ['two codings in two headers', gzipSync(deflateSync(text)), 'Content-Encoding: deflate\r\nContent-Encoding: gzip'],
    ['identity', Buffer.from(text), 'Content-Encoding: identity'],
    ['gzip and identity', gzipSync(text), 'Content-Encoding: identity, gzip'],
    ['a header without a value', Buffer.from(text), 'Content-Encoding:'],
  ])('is decoded: %s', async (_, body, header) => {
    expect(await read(body, [header])).toEqual({ body: text, truncated: false });
  });

  it('is decoded when it comes in chunks', async () => {
    const body = inChunks(gzipSync(text));
    expect(await read(body, ['Content-Encoding: gzip'], 'Transfer-Encoding: chunked')).toMatchObject({ body: text });
  });

  it('is decoded when it was compressed for the transfer', async () => {
    const body = inChunks(gzipSync(text));
    expect(await read(body, [], 'Transfer-Encoding: gzip, chunked')).toMatchObject({ body: text });
  });

  it.each([
    ['gzip', gzipSync('')],
    ['deflate', deflateSync('')],
    ['br', brotliCompressSync('')],
    ['gzip', Buffer.alloc(0)],
    ['something', Buffer.alloc(0)],
  ])('that was empty before %s is empty', async (coding, body) => {
    expect(await read(body, [`Content-Encoding: ${coding}`])).toEqual({ body: '', truncated: false });
  });

  it.each<readonly [string, Buffer, string]>([
    ['gzip that ends early', gzipSync(text).subarray(0, -4), 'gzip'],
    ['gzip of nothing that ends early', gzipSync('').subarray(0, -4), 'gzip'],
    ['gzip with other bytes after it', Buffer.concat([gzipSync(''), Buffer.from('{}')]), 'gzip'],
    ['gzip with a wrong checksum', Buffer.concat([gzipSync(text).subarray(0, -8), Buffer.alloc(8)]), 'gzip'],
    ['deflate with other bytes after it', Buffer.concat([deflateSync(''), Buffer.from('{}')]), 'deflate'],
    ['brotli with other bytes after it', Buffer.concat([brotliCompressSync(''), Buffer.from('{}')]), 'br'],
    ['text in place of gzip', Buffer.from(text), 'gzip'],
    ['text in place of deflate', Buffer.from(text), 'deflate'],
    ['text in place of brotli', Buffer.from(text), 'br'],
    ['blanks in place of gzip', Buffer.from(' \r\n'), 'gzip'],
    ['an unknown coding', Buffer.from(text), 'zstd'],
    ['blanks in an unknown coding', Buffer.from('  '), 'utf-8'],
    ['a known coding under an unknown one', gzipSync(text), 'gzip, exi'],
  ])('that cannot be decoded is not understood, and not empty: %s', async (_, body, coding) => {
    expect(await read(body, [`Content-Encoding: ${coding}`])).toEqual(notUnderstood);
  });

  it.each<readonly [string, (bytes: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('in %s is truncated when more than 64 KiB come out of it', async (coding, compress) => {
    const header = `Content-Encoding: ${coding}`;
    const atLimit = compress(Buffer.alloc(maxBodyBytes, 'x'));
    expect(await read(atLimit, [header])).toEqual({ body: 'x'.repeat(maxBodyBytes), truncated: false });
    const overLimit = compress(Buffer.alloc(maxBodyBytes + 1, 'x'));
    expect(await read(overLimit, [header])).toMatchObject({ truncated: true });
    const bomb = compress(Buffer.alloc(60_000_000));
    expect((await read(bomb, [header])).truncated).toBe(true);
  });

  it('is truncated when an outer coding hides too much', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200_000_000)));
    expect((await read(bomb, ['Content-Encoding: gzip, gzip'])).truncated).toBe(true);
  });

  it('of more than 64 KiB before it is decoded is truncated', async () => {
    const body = Buffer.concat([gzipSync(text), Buffer.alloc(maxBodyBytes)]);
    expect(await read(body, ['Content-Encoding: gzip'])).toMatchObject({ truncated: true });
  });
});
