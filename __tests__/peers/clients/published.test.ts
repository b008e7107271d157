// The published clients against the emulator: which requests they send, and how they read the responses.

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Gateway } from '../../../emulator/gateway.js';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.js';
import { startTestGateway } from '../../support/test-gateway.js';
import { whenInstalled } from '../programs.js';
import { environment, startClient } from './adapter.js';

const FOLDER = 'Calculator App';
const ASSEMBLY = `${FOLDER}/Code+Data/größe 数.dll`;
const ASSEMBLY_BYTES = Buffer.from('first part|second part|third part');
const MANIFEST_BYTES = Buffer.from('<Manifest/>');

/** What a client returns for a response without content. */
const DONE = { value: null };

const installed = process.env['CLIENTS_DIR'] ?? '';

const requirement =
  'the published clients are installed: run scripts/install-clients.sh DIR and set CLIENTS_DIR to DIR';
whenInstalled('CLIENTS_DIR', requirement, () => {
  const sdks = [
    {
      name: 'Python azure-servicefabric 8.2.0.0',
      program: [join(installed, 'python', 'bin', 'python'), join(import.meta.dirname, 'client.py')],
      // Its error class cannot be made from an empty body, and the status is lost with it.
      emptyAnswer: () => ({ status: null, code: null, text: expect.stringMatching(/^TypeError: /) }),
      words: (code: string, message: string) => `(${code}) ${message}`,
    },
    {
      name: 'npm azure-servicefabric 2.2.0',
      program: [process.execPath, join(import.meta.dirname, 'client.cjs')],
      emptyAnswer: (status: number) => ({ status, code: null, text: '' }),
      // It reads the cluster's message in another letter case, and finds none.
      words: () => null,
    },
    {
      name: 'Go services/servicefabric 7.2',
      program: [join(installed, 'go', 'published')],
      emptyAnswer: (status: number) => ({ status, code: null, text: expect.stringContaining(`StatusCode=${status}`) }),
      words: (code: string, message: string) => expect.stringContaining(`Code="${code}" Message="${message}"`),
    },
  ];

  describe.each(sdks)('$name', ({ program, emptyAnswer, words }) => {
    const clientOf = (gateway: Gateway) =>
      startClient([...program, gateway.url], environment(installed, temporaryFolder()));

    test('uploads whole and by chunks, looks up, commits, lists and deletes', async () => {
      const gateway = await emptyGateway();
      const client = clientOf(gateway);
      const sessionId = randomUUID();

      expect(await client.ask(wholeFile(`${FOLDER}/Manifest.xml`, MANIFEST_BYTES))).toEqual(DONE);
      expect(await client.ask(wholeFile(`${FOLDER}/_.dir`, Buffer.alloc(0)))).toEqual(DONE);
      expect(await client.ask(chunk(sessionId, 23, 32))).toEqual(DONE);
      expect(await client.ask(chunk(sessionId, 0, 10))).toEqual(DONE);

      const withHole = sessionOf(gateway, sessionId, [{ StartPosition: '11', EndPosition: '22' }]);
      expect(await client.ask({ method: 'sessionById', sessionId })).toEqual(withHole);
      expect(await client.ask({ method: 'sessionByPath', path: ASSEMBLY })).toEqual(withHole);

      expect(await client.ask(chunk(sessionId, 11, 22))).toEqual(DONE);
      expect(await client.ask({ method: 'commit', sessionId })).toEqual(DONE);
      expect(gateway.store.file(ASSEMBLY)?.bytes).toEqual(ASSEMBLY_BYTES);
      expect(await client.ask({ method: 'sessionById', sessionId })).toEqual(sessionOf(gateway, sessionId, []));

      expect(await client.ask({ method: 'content', path: ASSEMBLY })).toEqual({
        value: { StoreFiles: [listed(gateway, 'Calculator App\\Code+Data\\größe 数.dll', '33')], StoreFolders: [] },
      });
      expect(await client.ask({ method: 'content', path: FOLDER })).toEqual({
        value: {
          StoreFiles: [
            listed(gateway, 'Calculator App\\_.dir', '0'),
            listed(gateway, 'Calculator App\\Manifest.xml', '11'),
          ],
          StoreFolders: [{ StoreRelativePath: 'Calculator App\\Code+Data', FileCount: '1' }],
        },
      });
      expect(await client.ask({ method: 'rootContent' })).toEqual({
        value: { StoreFiles: [], StoreFolders: [{ StoreRelativePath: 'Calculator App', FileCount: '3' }] },
      });

      expect(await client.ask({ method: 'deleteSession', sessionId })).toEqual(DONE);
      expect(gateway.store.sessions()).toEqual([]);
      expect(await client.ask({ method: 'deleteContent', path: FOLDER })).toEqual(DONE);
      expect(gateway.store.files()).toEqual([]);

      const folder = '/ImageStore/Calculator%20App';
      const assembly = `${folder}%2FCode%2BData%2Fgr%C3%B6%C3%9Fe%20%E6%95%B0.dll`;
      const query = 'api-version=6.0&timeout=60';
      const contentQuery = 'api-version=6.2&timeout=60';
      const sessionQuery = `api-version=6.0&session-id=${sessionId}&timeout=60`;
      expect(requestLines(gateway)).toEqual([
        `PUT ${folder}%2FManifest.xml?${query}`,
        `PUT ${folder}%2F_.dir?${query}`,
        `PUT ${assembly}/$/UploadChunk?${sessionQuery}`,
        `PUT ${assembly}/$/UploadChunk?${sessionQuery}`,
        `GET /ImageStore/$/GetUploadSession?${sessionQuery}`,
        `GET ${assembly}/$/GetUploadSession?${query}`,
        `PUT ${assembly}/$/UploadChunk?${sessionQuery}`,
        `POST /ImageStore/$/CommitUploadSession?${sessionQuery}`,
        `GET /ImageStore/$/GetUploadSession?${sessionQuery}`,
        `GET ${assembly}?${contentQuery}`,
        `GET ${folder}?${contentQuery}`,
        `GET /ImageStore?${query}`,
        `DELETE /ImageStore/$/DeleteUploadSession?${sessionQuery}`,
        `DELETE ${folder}?${query}`,
      ]);
    });

    test('reads the errors of the emulator', async () => {
      const client = clientOf(await emptyGateway());
      const sessionId = randomUUID();
      const refused = (status: number, code: string, message: string) => ({
        error: { status, code, text: words(code, message) },
      });

      expect(await client.ask({ method: 'commit', sessionId })).toEqual(
        refused(400, 'E_INVALIDARG', 'Invalid argument'),
      );
      expect(await client.ask(chunk(sessionId, 0, 10))).toEqual(DONE);
      expect(await client.ask(chunk(sessionId, 0, 10))).toEqual(
        refused(400, 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE', 'Null'),
      );
      expect(await client.ask({ ...chunk(sessionId, 11, 22), path: 'another.dll' })).toEqual(
        refused(409, 'FABRIC_E_UPLOAD_SESSION_ID_CONFLICT', 'Null'),
      );
      expect(await client.ask({ method: 'deleteSession', sessionId })).toEqual(DONE);
      expect(await client.ask({ method: 'deleteSession', sessionId })).toEqual(refused(404, 'NotFound', 'Null'));
      expect(await client.ask({ method: 'sessionById', sessionId })).toEqual({ error: emptyAnswer(204) });
      expect(await client.ask({ method: 'sessionByPath', path: ASSEMBLY })).toEqual({ error: emptyAnswer(204) });
      expect(await client.ask({ method: 'content', path: FOLDER })).toEqual({ error: emptyAnswer(404) });
    });
  });

  describe('sfctl 11.2.1', () => {
    test('selects the cluster, uploads a package, lists and deletes it', { timeout: 120_000 }, async () => {
      const gateway = await emptyGateway();
      const env = environment(installed, temporaryFolder());
      const sfctl = async (...args: readonly string[]): Promise<unknown> => {
        const { stdout } = await promisify(execFile)(join(installed, 'python', 'bin', 'sfctl'), args, { env });
        return stdout === '' ? null : JSON.parse(stdout);
      };
      const application = join(temporaryFolder(), FOLDER);
      writeFiles(application, { 'Manifest.xml': MANIFEST_BYTES, 'Code+Data/größe 数.dll': ASSEMBLY_BYTES });

      await sfctl('cluster', 'select', '--endpoint', gateway.url);
      await sfctl('application', 'upload', '--path', application);
      expect(gateway.store.file(ASSEMBLY)?.bytes).toEqual(ASSEMBLY_BYTES);

      expect(await sfctl('store', 'stat', '--content-path', ASSEMBLY)).toMatchObject({
        storeFiles: [{ storeRelativePath: 'Calculator App\\Code+Data\\größe 数.dll', fileSize: '33' }],
        storeFolders: [],
      });
      expect(await sfctl('store', 'root-info')).toMatchObject({
        storeFiles: [],
        storeFolders: [{ storeRelativePath: 'Calculator App', fileCount: '4' }],
      });
      expect(await sfctl('store', 'delete', '--content-path', FOLDER)).toBeNull();
      expect(gateway.store.files()).toEqual([]);

      const folder = '/ImageStore/Calculator%20App';
      const assembly = 'gr%C3%B6%C3%9Fe%20%E6%95%B0.dll';
      // What is left of the five minutes that an upload may take.
      const uploadQuery = expect.stringMatching(/^api-version=6\.1&timeout=(300|2\d\d)$/);
      expect(requestLines(gateway).map((line) => line.split('?'))).toEqual([
        ['GET /'],
        ['GET /$/GetClusterVersion', 'api-version=6.4&timeout=60'],
        [`PUT ${folder}/Manifest.xml`, uploadQuery],
        [`PUT ${folder}/_.dir`, uploadQuery],
        [`PUT ${folder}/Code+Data/${assembly}`, uploadQuery],
        [`PUT ${folder}/Code+Data/_.dir`, uploadQuery],
        [`GET ${folder}%2FCode%2BData%2F${assembly}`, 'api-version=6.2&timeout=60'],
        ['GET /ImageStore', 'api-version=6.0&timeout=60'],
        [`DELETE ${folder}`, 'api-version=6.0&timeout=60'],
      ]);
    });
  });
});

async function emptyGateway(): Promise<Gateway> {
  // A clock that stands still, at a moment whose milliseconds no client's date format shortens.
  const nowMs = Date.UTC(2026, 0, 31, 12, 34, 56, 789);
  return startTestGateway({ clock: { now: () => nowMs, sleep: () => new Promise(() => {}) } });
}

function wholeFile(path: string, bytes: Buffer) {
  return { method: 'uploadFile', path, body: bytes.toString('base64') } as const;
}

/** A part of the assembly, by its first and its last byte. */
function chunk(sessionId: string, start: number, end: number) {
  return {
    method: 'uploadChunk',
    path: ASSEMBLY,
    sessionId,
    range: `bytes ${start}-${end}/${ASSEMBLY_BYTES.length}`,
    body: ASSEMBLY_BYTES.subarray(start, end + 1).toString('base64'),
  } as const;
}

function requestLines({ requests }: Gateway): readonly string[] {
  return requests.map(({ method, target }) => `${method} ${target}`);
}

/** The answer to a look-up of the one session that the emulator holds. */
function sessionOf({ store }: Gateway, sessionId: string, expectedRanges: readonly unknown[]): unknown {
  const [session] = store.sessions();
  return {
    value: {
      UploadSessions: [
        {
          StoreRelativePath: ASSEMBLY,
          SessionId: sessionId,
          FileSize: '33',
          ModifiedDate: isoDate(session?.modifiedMs),
          ExpectedRanges: expectedRanges,
        },
      ],
    },
  };
}

/** A file in a listing, with the version and the date that the emulator has for it. */
function listed({ store }: Gateway, path: string, fileSize: string): unknown {
  const { version, modifiedMs } = store.file(path) ?? {};
  return {
    StoreRelativePath: path,
    FileSize: fileSize,
    FileVersion: {
      EpochDataLossNumber: String(version?.dataLoss),
      EpochConfigurationNumber: String(version?.configuration),
      VersionNumber: String(version?.number),
    },
    ModifiedDate: isoDate(modifiedMs),
  };
}

function isoDate(ms = Number.NaN): string {
  return new Date(ms).toISOString();
}
