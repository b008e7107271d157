// The upload action when it must not or cannot succeed: nobody can provision what is there, and it says why.
import { appendFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import type { Gateway } from '../../emulator/gateway.js';
import { refusingPort } from '../support/raw-server.js';
import { annotation } from '../support/run-report.js';
import { startTestGateway } from '../support/test-gateway.js';
import {
  chunkBytes,
  contentOf,
  expectNotProvisionable,
  expectUploaded,
  PATH,
  packageWith,
  runUpload,
  startUpload,
  watchedPackage,
} from './upload-runs.js';

const contents = packageWith({
  'big.bin': contentOf(3 * chunkBytes + 5, 1),
  'a.dll': contentOf(50_000, 2),
  'b.dll': contentOf(60_000, 3),
});

async function put({ url }: Gateway, path: string, body = 'other'): Promise<void> {
  const { status } = await fetch(`${url}/ImageStore/${path}?api-version=6.0`, { method: 'PUT', body });
  expect(status).toBe(200);
}

const listed = ({ store }: Gateway): readonly string[] => store.files().map(({ path }) => path.replaceAll('\\', '/'));

describe('what lies at the path of the upload action', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['another file', ['MyAppPkg/notes.txt'], /"MyAppPkg\/notes\.txt"/i],
    ['another folder', ['MyAppPkg/Other/_.dir', 'MyAppPkg/Other/x.txt'], /"MyAppPkg\/Other"/i],
    ['another file in a folder that the package has', ['MyAppPkg/WebPkg/other.txt'], /"MyAppPkg\/WebPkg\/other\.txt"/i],
    ['a file at the path itself', ['MyAppPkg'], /"MyAppPkg"/i],
    [
      'another file beside parts of this package',
      ['MyAppPkg/WebPkg/ServiceManifest.xml', 'MyAppPkg/x'],
      /"MyAppPkg\/x"/i,
    ],
  ])('is refused and left alone when it is no package: %s', async (_, paths, named) => {
    const gateway = await startTestGateway();
    for (const path of paths) await put(gateway, path);
    const before = listed(gateway);
    const requests = gateway.requests.length;
    const { folder } = watchedPackage(gateway, contents);
    const run = await runUpload(gateway, folder);
    expect([run.exitCode, run.outputs['result'], run.outputs['attempts']]).toEqual([1, 'failed', '0']);
    expect(annotation(run)).toMatch(named);
    expect(listed(gateway)).toEqual(before);
    expect(gateway.requests.slice(requests).every(({ method }) => method === 'GET')).toBe(true);
  });

  it('is completed when it is a part of this package, and what an earlier package left is removed', async () => {
    const gateway = await startTestGateway();
    for (const path of [
      'ApplicationManifest.xml',
      'WebPkg/Code/old.dll',
      'WebPkg/Code/a.dll',
      'OldPkg/Code/x',
      '_.dir',
    ]) {
      await put(gateway, `MyAppPkg/${path}`);
    }
    await put(gateway, 'MyAppPkg2/keep');
    const requests = gateway.requests.length;
    const content = watchedPackage(gateway, contents);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    expect(listed(gateway)).toContain('MyAppPkg2/keep');
    expect(run.stdout).toContain('Removed MyAppPkg/OldPkg, which is not part of the package');
    const changes = gateway.requests
      .slice(requests)
      .filter(({ method }) => method !== 'GET')
      .map(({ method, target }) => `${method} ${target}`);
    expect(changes[0]).toMatch(/^DELETE \/ImageStore\/MyAppPkg\/_\.dir\?/);
  });

  it('can be listed in pages', async () => {
    const gateway = await startTestGateway({ pageSize: 3 });
    const content = watchedPackage(gateway, contents);
    for (const name of ['ApplicationManifest.xml', 'a b', 'ä', 'e=f', 'g&h', 'c', 'd', 'x#y']) {
      await put(gateway, `MyAppPkg/${encodeURIComponent(name)}`);
    }
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
  });
});

describe('the upload action fails and writes no root marker', () => {
  it.each<[string, readonly Fault[], object, RegExp]>([
    [
      'when a file is refused',
      [
        {
          operation: 'upload-file',
          path: `${PATH}/WebPkg/Code/a.dll`,
          times: 'forever',
          answer: { code: 'E_ACCESSDENIED' },
        },
      ],
      { 'status-code': '403', 'error-code': 'E_ACCESSDENIED' },
      /^The cluster accepts these credentials, but not for this operation: the cluster answered 403 E_ACCESSDENIED.* Use credentials with the admin role.* "WebPkg\/Code\/a\.dll" is not published\. The package/,
    ],
    [
      'when a chunk is refused',
      [{ operation: 'upload-chunk', times: 'forever', answer: { code: 'E_ACCESSDENIED' } }],
      { 'status-code': '403', 'error-code': 'E_ACCESSDENIED' },
      /^The cluster accepts .* "WebPkg\/Code\/big\.bin" is not published\./,
    ],
    [
      'when a file keeps failing',
      [
        {
          operation: 'upload-file',
          path: `${PATH}/WebPkg/Code/b.dll`,
          times: 'forever',
          answer: { code: '0x80070070' },
        },
      ],
      { 'status-code': '500', 'error-code': '0x80070070' },
      /^The image store's disk is full: the cluster answered 500 0x80070070.* "WebPkg\/Code\/b\.dll" is not published after 3 attempts\./,
    ],
    [
      'when all chunks are refused, although the session exists',
      [{ operation: 'upload-chunk', times: 'forever', answer: { code: 'E_INVALIDARG' } }],
      { 'status-code': '400' },
      /^The cluster answered 400 E_INVALIDARG.*\. "WebPkg\/Code\/big\.bin" is not published after \d+ attempts\./,
    ],
    [
      'when a big file has another size again and again',
      [{ operation: 'upload-chunk', times: 'forever', receive: { storedBytes: 9 } }],
      { 'status-code': '400', 'error-code': 'E_INVALIDARG' },
      /^The cluster joined the chunks to a file of another size, twice\. Check that the disks of the nodes are not full/,
    ],
    [
      'when a file has another size again and again',
      [{ operation: 'upload-file', path: `${PATH}/WebPkg/Code/a.dll`, times: 'forever', receive: { storedBytes: 9 } }],
      { 'error-code': 'DIFFERENCES' },
      /^Something else changes the same folder .* have another size: "WebPkg\/Code\/a\.dll"/,
    ],
    [
      'when a file of another size is refused the second time',
      [
        { operation: 'upload-file', path: `${PATH}/WebPkg/Code/a.dll`, receive: { storedBytes: 9 } },
        {
          operation: 'upload-file',
          path: `${PATH}/WebPkg/Code/a.dll`,
          times: 'forever',
          answer: { code: 'E_ACCESSDENIED' },
        },
      ],
      { 'status-code': '403', 'error-code': 'E_ACCESSDENIED' },
      /^The cluster accepts these credentials, but not for this operation: the cluster answered 403 E_ACCESSDENIED.* Use credentials with the admin role.* "WebPkg\/Code\/a\.dll" is not published\. The package/,
    ],
    [
      'when the root marker is refused',
      [{ operation: 'upload-file', path: `${PATH}/_.dir`, times: 'forever', answer: { code: 'E_ACCESSDENIED' } }],
      { 'status-code': '403' },
      /^The cluster accepts .* Writing "MyAppPkg\/_\.dir" in the image store failed\. The package .* is not marked complete/,
    ],
    [
      'when another marker is refused',
      [
        {
          operation: 'upload-file',
          path: `${PATH}/WebPkg/_.dir`,
          times: 'forever',
          answer: { code: 'E_ACCESSDENIED' },
        },
      ],
      { 'status-code': '403' },
      /^The cluster accepts .* Writing "MyAppPkg\/WebPkg\/_\.dir" in the image store failed\./,
    ],
    [
      'when nothing can be listed',
      [{ operation: 'list-content', times: 'forever', answer: { code: 'E_ACCESSDENIED' } }],
      { 'status-code': '403', attempts: '0' },
      /^The cluster accepts .* The content of "MyAppPkg" in the image store cannot be listed\. Nothing was changed/,
    ],
    [
      'when the disk of the store is full',
      [{ operation: 'commit-session', times: 'forever', publish: { ends: 'rollback' } }],
      { 'status-code': '500', 'error-code': '0x80070070' },
      /^The image store's disk is full: the cluster answered 500 0x80070070.* Remove unused packages .* "WebPkg\/Code\/big\.bin" is not published\./,
    ],
  ])('%s', async (_, faults, outputs, explanation) => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults(faults);
    const run = await runUpload(gateway, content.folder, { 'max-attempts': '3' });
    expectNotProvisionable(gateway, content, run);
    expect(run.outputs).toMatchObject(outputs);
    expect(annotation(run)).toMatch(explanation);
    expect(run.outputs['explanation']).toBe(annotation(run));
  });

  it('when nothing can connect', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    const url = `http://127.0.0.1:${await refusingPort()}`;
    const run = await runUpload({ url }, content.folder, { 'max-attempts': '2' });
    expectNotProvisionable(gateway, content, run);
    expect(run.outputs).toMatchObject({ 'error-code': 'ECONNREFUSED', attempts: '0', 'bytes-sent': '0' });
  });

  it('when the cluster answers nothing any more in mid-upload, and does not try every file', async () => {
    const gateway = await startTestGateway();
    const files = Array.from({ length: 200 }, (_, index) => [`${index}.dll`, contentOf(100, index)] as const);
    const content = watchedPackage(gateway, packageWith(Object.fromEntries(files)));
    gateway.addFaults([
      { operation: 'upload-file', times: 20 },
      { operation: 'upload-file', times: 'forever', delivery: 'close' },
    ]);
    const run = await runUpload(gateway, content.folder, { 'max-attempts': '2' });
    expectNotProvisionable(gateway, content, run);
    expect(Number(run.outputs['attempts'])).toBeLessThan(70);
    expect(annotation(run)).toMatch(/other files are not published/);
  });

  it.each<[string, (path: string) => void]>([
    ['size', (path) => appendFileSync(path, 'x')],
    ['date', (path) => utimesSync(path, 1, 1)],
  ])('when a file changes its %s meanwhile', async (_, change) => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([{ operation: 'commit-session', publish: { ms: 500 } }]);
    const running = startUpload(gateway, content.folder);
    await expect.poll(() => gateway.requests.some(({ method }) => method === 'POST')).toBe(true);
    change(join(content.folder, 'WebPkg/Code/a.dll'));
    const run = await running.ended;
    expectNotProvisionable(gateway, content, run);
    expect(annotation(run)).toMatch(/^The package changed while it was being uploaded\. "WebPkg\/Code\/a\.dll"/);
  });
});

describe('the upload action does not know the result', () => {
  it('when the answers to the root marker and to the listings after it are lost', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    const path = `${PATH}/_.dir`;
    gateway.addFaults([
      { operation: 'upload-file', path, times: 'forever', at: 'after', delivery: 'reset' },
      // The root is listed before anything is sent, and to compare it with the package.
      { operation: 'list-content', path: PATH, times: 2, delayMs: 0 },
      { operation: 'list-content', path: PATH, times: 'forever', delivery: 'reset' },
    ]);
    const run = await runUpload(gateway, content.folder, { 'max-attempts': '2' });
    expect([run.exitCode, run.outputs['result']]).toEqual([1, 'unknown']);
  });

  it.each<[string, Fault]>([
    ['may arrive after the step has ended', { answer: { code: 'FABRIC_E_NOT_READY' } }],
    // A look-up of the marker itself finds it while it is being published.
    ['is being published for longer than the step waits', { publish: { ms: 60_000, ends: 'rollback' } }],
  ])('when the root marker %s', async (_, fault) => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([{ operation: 'upload-file', path: `${PATH}/_.dir`, ...fault }]);
    const run = await runUpload(gateway, content.folder, { 'max-attempts': '1', timeout: '1' });
    expect([run.exitCode, run.outputs['result']]).toEqual([1, 'unknown']);
    expect(annotation(run)).toContain(`complete if "${PATH}/_.dir" exists`);
  });

  it('when the answers to a commit and to all look-ups of its file are lost', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([
      { operation: 'commit-session', times: 'forever', at: 'after', delivery: 'reset' },
      { operation: 'list-content', path: `${PATH}/WebPkg/Code/big.bin`, times: 'forever', delivery: 'reset' },
    ]);
    const run = await runUpload(gateway, content.folder, { 'max-attempts': '1' });
    expectNotProvisionable(gateway, content, run, 'unknown');
    expect(annotation(run)).toMatch(/ It is not known whether "WebPkg\/Code\/big\.bin" is published\. The package/);
  });
});
