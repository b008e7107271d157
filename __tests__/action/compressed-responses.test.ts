// Responses that come compressed although the request asks for none: the committed bundle as a process.
import { randomUUID } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runAction } from '../support/run-action.js';
import { startScriptedCluster } from '../support/scripted-cluster.js';

const refusal = '{"Error":{"Code":"E_ACCESSDENIED","Message":"Access denied"}}';

async function commitAnswered(statusLine: string, coding: string, body: Buffer) {
  const cluster = await startScriptedCluster(false, ({ method, socket }) => {
    if (method === 'GET') socket.write('HTTP/1.1 204 No Content\r\n\r\n');
    else {
      socket.write(`HTTP/1.1 ${statusLine}\r\nContent-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\n\r\n`);
      socket.write(body);
    }
  });
  return runAction({ ...cluster.inputs, 'session-id': randomUUID(), 'max-attempts': '1' });
}

describe('a compressed response to a commit', () => {
  it.each([
    ['gzip', gzipSync(refusal)],
    ['x-gzip', gzipSync(refusal)],
    ['deflate', deflateSync(refusal)],
    ['br', brotliCompressSync(refusal)],
    ['gzip, br', brotliCompressSync(gzipSync(refusal))],
  ])('of %s is read as the cluster wrote it', async (coding, body) => {
    const run = await commitAnswered('403 Forbidden', coding, body);
    expect(run.outputs).toMatchObject({
      result: 'failed',
      'status-code': '403',
      'error-code': 'E_ACCESSDENIED',
      'error-message': 'Access denied',
    });
  });

  it.each([
    ['gzip', gzipSync('')],
    ['deflate', deflateSync('')],
    ['br', brotliCompressSync('')],
    ['gzip', Buffer.alloc(0)],
  ])('of %s without content is that of a commit', async (coding, body) => {
    const run = await commitAnswered('200 OK', coding, body);
    expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'committed', 'status-code': '200' } });
  });

  it.each([
    ['gzip that ends early', 'gzip', gzipSync('').subarray(0, -4)],
    ['blanks in place of gzip', 'gzip', Buffer.from('  ')],
    ['blanks in an unknown coding', 'zstd', Buffer.from('  ')],
    ['a gigabyte in little', 'gzip, gzip', gzipSync(gzipSync(Buffer.alloc(100_000_000)))],
  ])('that is not understood does not count as a commit by itself: %s', async (_, coding, body) => {
    const run = await commitAnswered('200 OK', coding, body);
    expect(run.exitCode).toBe(1);
    expect(run.outputs['result']).not.toBe('committed');
    expect(run.stdout).not.toContain('\uFFFD');
  });
});
