// The upload action against a cluster that is overloaded, resets connections, loses answers and sessions, or stores a part
// of what it receives: the package arrives all the same, and its root marker stands for the whole of it only.
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { startTestGateway } from '../support/test-gateway.js';
import {
  chunkBytes,
  contentOf,
  expectUploaded,
  MIB,
  PATH,
  packageWith,
  requestsOf,
  runUpload,
  watchedPackage,
} from './upload-runs.js';

const BIG = 'WebPkg/Code/big file.bin';
const contents = packageWith({
  'big file.bin': contentOf(5 * chunkBytes + 5, 1),
  'other.bin': contentOf(2 * chunkBytes, 2),
  ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`small ${index}.dll`, contentOf(50_000, index + 3)])),
});

const NOT_SATISFIABLE = 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE';

describe('the upload action', () => {
  it.each<[string, readonly Fault[]]>([
    ['busy for a while', [{ operation: 'upload-file', times: 12, answer: { code: 'FABRIC_E_SERVICE_TOO_BUSY' } }]],
    ['so busy that it refuses everything', [{ times: 10, answer: { status: 503 } }]],
    ['asking for fewer requests', [{ times: 9, answer: { status: 429, headers: { 'Retry-After': '1' } } }]],
    ['slow with its files', [{ operation: 'upload-file', times: 3, answer: { code: 'FABRIC_E_TIMEOUT' } }]],
    ['resetting connections before the request', [{ operation: 'upload-file', times: 6, delivery: 'reset' }]],
    ['resetting connections in a file', [{ operation: 'upload-file', times: 6, receive: { resetAfterBytes: 9_999 } }]],
    ['losing the answers to files', [{ operation: 'upload-file', times: 6, at: 'after', delivery: 'reset' }]],
    ['resetting connections in a chunk', [{ operation: 'upload-chunk', times: 3, receive: { resetAfterBytes: MIB } }]],
    ['losing the answers to chunks', [{ operation: 'upload-chunk', times: 3, at: 'after', delivery: 'close' }]],
    ['busy with its chunks', [{ operation: 'upload-chunk', times: 4, answer: { code: 'FABRIC_E_SERVICE_TOO_BUSY' } }]],
    [
      'refusing chunks that race',
      [{ operation: 'upload-chunk', parallel: true, times: 3, answer: { code: NOT_SATISFIABLE } }],
    ],
    [
      'refusing each fifth chunk',
      [{ operation: 'upload-chunk', chance: 0.2, times: 'forever', answer: { code: NOT_SATISFIABLE } }],
    ],
    ['losing its sessions to a failover', [{ operation: 'upload-chunk', at: 'between', failover: {} }]],
    ['losing its sessions before a commit', [{ operation: 'commit-session', failover: {} }]],
    ['losing its sessions within a commit', [{ operation: 'commit-session', at: 'between', failover: {} }]],
    ['failing over while it commits', [{ operation: 'commit-session', publish: { ms: 200, ends: 'failover' } }]],
    ['failing over while it publishes a file', [{ operation: 'upload-file', publish: { ms: 100, ends: 'failover' } }]],
    ['losing the answers to commits', [{ operation: 'commit-session', times: 2, at: 'after', delivery: 'reset' }]],
    ['busy with its commits', [{ operation: 'commit-session', times: 3, answer: { code: 'E_ABORT' } }]],
    ['storing a part of a chunk', [{ operation: 'upload-chunk', receive: { storedBytes: 100 } }]],
    ['storing a part of a file', [{ operation: 'upload-file', times: 3, receive: { storedBytes: 100 } }]],
    [
      'losing the answer to the root marker',
      [{ operation: 'upload-file', path: `${PATH}/_.dir`, at: 'after', delivery: 'reset' }],
    ],
    ['resetting the root marker', [{ operation: 'upload-file', path: `${PATH}/_.dir`, delivery: 'reset' }]],
    ['not listing', [{ operation: 'list-content', times: 3, answer: { status: 503 } }]],
    ['resetting look-ups of sessions', [{ operation: 'get-session', times: 4, delivery: 'reset' }]],
    [
      'answering look-ups of sessions with a page',
      [{ operation: 'get-session', times: 2, answer: { status: 200, body: '<p>' } }],
    ],
  ])('uploads to a cluster that is %s', async (_, faults) => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults(faults);
    const run = await runUpload(gateway, content.folder, {});
    expectUploaded(gateway, content, run);
    expect(requestsOf(gateway, 'PUT').at(-1)).toBe(`${PATH}/_.dir`);
    expect(gateway.store.sessions()).toEqual([]);
    // Otherwise the test has shown nothing.
    expect(gateway.store.faults().filter(({ times }) => times !== 'forever')).toEqual([]);
  });

  it('sends no chunk twice when only its answer was lost', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([{ operation: 'upload-chunk', at: 'after', times: 3, delivery: 'reset' }]);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    expect(run.outputs['bytes-sent']).toBe(run.outputs['bytes']);
  });

  it('deletes a session whose chunks have another size together, and sends the file once more', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([{ operation: 'upload-chunk', path: `${PATH}/${BIG}`, receive: { storedBytes: 5 } }]);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    expect(run.stdout).toContain('WebPkg/Code/big file.bin: the store joined its chunks to another size');
  });

  it('does not mark a package while a file of it is still being published, and sends that file again', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    // The session is gone and its file is at the path: to all appearance it is committed.
    gateway.addFaults([
      { operation: 'commit-session', path: `${PATH}/${BIG}`, publish: { ms: 4_000, ends: 'rollback' } },
      { operation: 'commit-session', path: `${PATH}/${BIG}`, dropSession: true },
    ]);
    const run = await runUpload(gateway, content.folder, { timeout: '1' });
    expectUploaded(gateway, content, run);
    expect(requestsOf(gateway, 'PUT').filter((path) => path === `${PATH}/${BIG}`)).not.toEqual([]);
  });
});
