// The committed upload action as a process: a package arrives byte for byte, and its root marker stands last of all.
import { describe, expect, it } from 'vitest';
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

const contents = packageWith({
  'empty.txt': '',
  'one byte': 'x',
  'blank name.dll': contentOf(1_000, 2),
  'hash # and %20 percent.txt': contentOf(2_000, 3),
  'Größe äöü ß 漢字.bin': contentOf(3_000, 4),
  'plus+and&equals=.txt': contentOf(100, 5),
  'deep/er/est/file.txt': 'deep',
  'exactly 4 MiB.bin': contentOf(chunkBytes, 6),
  'one less.bin': contentOf(chunkBytes - 1, 7),
  'one more.bin': contentOf(chunkBytes + 1, 8),
  'exactly 8 MiB #.bin': contentOf(2 * chunkBytes, 9),
  '9 MiB ä.bin': contentOf(9 * MIB + 17, 10),
  'emptyFolder/': '',
});

describe('the upload action', () => {
  it('uploads a package byte for byte, with names and sizes of every kind', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    const bytes = Object.values(content.files).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(run.outputs).toMatchObject({
      'image-store-path': PATH,
      'application-type-name': 'VotingType',
      'application-type-version': '1.0.0',
      files: String(Object.keys(content.files).length),
      bytes: String(bytes),
      'bytes-sent': String(bytes),
      'status-code': '',
      'error-code': '',
      'error-message': '',
      explanation: '',
    });
    expect(JSON.parse(run.outputs['sessions'] ?? '')).toHaveLength(3);
    expect(run.summary).toMatch(/^<h3>✅ Package uploaded<\/h3>/);
    expect(run.summary).toContain('<h4>Biggest and slowest files</h4>');
    expect(run.summary).toContain(`<td><code>WebPkg/Code/9 MiB ä.bin</code></td><td>9,437,201 bytes</td>`);
    expect(gateway.store.sessions()).toEqual([]);
  });

  it('writes a marker into every folder, those of children before their parents and that of the root last', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    await runUpload(gateway, content.folder);
    const puts = requestsOf(gateway, 'PUT');
    const markers = puts.filter((path) => path.endsWith('/_.dir'));
    expect([...markers].sort()).toEqual(
      [
        'MyAppPkg/_.dir',
        'MyAppPkg/WebPkg/_.dir',
        'MyAppPkg/WebPkg/Code/_.dir',
        'MyAppPkg/WebPkg/Code/deep/_.dir',
        'MyAppPkg/WebPkg/Code/deep/er/_.dir',
        'MyAppPkg/WebPkg/Code/deep/er/est/_.dir',
        'MyAppPkg/WebPkg/Code/emptyFolder/_.dir',
      ].sort(),
    );
    const depths = markers.map((path) => path.split('/').length);
    expect(depths).toEqual(depths.toSorted((a, b) => b - a));
    expect(puts.at(-1)).toBe('MyAppPkg/_.dir');
  });

  it('uploads to a Linux cluster, which has no upload sessions, with one request for each file', async () => {
    const gateway = await startTestGateway({ linux: true });
    const content = watchedPackage(gateway, contents);
    const run = await runUpload(gateway, content.folder);
    expectUploaded(gateway, content, run);
    expect(requestsOf(gateway, 'PUT').filter((path) => path.includes('/$/'))).toEqual([]);
    expect(run.outputs['sessions']).toBe('[]');
    expect(run.stdout).toContain('This cluster has no upload sessions');
  });
});
