// The command lines in the documents do what the documents say: they run here, in the order in which they stand there.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { authority, clientIdentity, type ServerKind, serverIdentity, thumbprints } from '../support/certificates.js';
import { pfxFile } from '../support/key-files.js';
import { read } from '../support/repository.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { startTestGateway } from '../support/test-gateway.js';
import { startTlsServer } from '../support/tls-server.js';
import { blocksOf, documents } from './blocks.js';

/** The blocks of command lines in a document, without those that are npm's: references.test.ts looks at these. */
function commandBlocks(document: string): readonly string[] {
  return blocksOf(document, ['sh']).flatMap(({ text }) => {
    const lines = text.split('\n').filter((line) => !/^(?:npm|npx) |^$/.test(line));
    return lines.length > 0 ? [lines.join('\n')] : [];
  });
}

/** Runs command lines in a folder, as somebody who has copied them; resolves with what they print. */
async function run(commands: string, folder: string): Promise<string> {
  const script = `set -euo pipefail\n${commands}`;
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
    maxBuffer: 2 ** 20,
  });
  return stdout;
}

const emulatorReadme = 'emulator/README.md';

describe('the command lines in the documents', () => {
  it('are all run by tests, here, in readme.test.ts or in act.test.ts', () => {
    const found = [...documents, emulatorReadme].map((document) => [document, commandBlocks(document).length]);
    expect(Object.fromEntries(found.filter(([, count]) => count !== 0))).toEqual({
      'README.md': 2,
      'docs/secure-clusters.md': 2,
      [emulatorReadme]: 2,
    });
  });
});

describeWith(['curl', 'openssl'], 'the command lines in docs/secure-clusters.md', () => {
  const [encode = '', thumbprint = ''] = commandBlocks('docs/secure-clusters.md');

  it('encode a certificate with its key, and a PFX, in one line each', async () => {
    const folder = temporaryFolder();
    const { certificate, key } = clientIdentity('rsa');
    const pfx = pfxFile(clientIdentity('rsa'), 'modern', 'password');
    writeFiles(folder, { 'deployer.crt': certificate, 'deployer.key': key, 'deployer.pfx': pfx });
    const commands = encode.split('\n');
    const [pem = '', archive = ''] = [await run(commands[0] ?? '', folder), await run(commands[1] ?? '', folder)];
    expect(Buffer.from(pem, 'base64').toString()).toBe(certificate + key);
    expect(Buffer.from(archive, 'base64').equals(Buffer.from(pfx))).toBe(true);
    expect(pem + archive).not.toContain('\n');
    expect(commands).toHaveLength(2);
  });

  it('print the thumbprint of a server', async () => {
    const server = await startTlsServer();
    const local = thumbprint.replace('mycluster.example.com:19080', `127.0.0.1:${server.port}`);
    expect(local).not.toBe(thumbprint);
    const printed = (await run(local, temporaryFolder())).replace(/[:\s]/g, '');
    expect(printed).toContain(thumbprints(serverIdentity('good').certificate).sha256);
  });
});

describeWith(['curl', 'openssl'], 'the table about curl in docs/secure-clusters.md', () => {
  const options = Array.from(
    read('docs/secure-clusters.md').matchAll(/^\| `server-[\w-]+` +\| .*`(--[^`]+)`/gm),
    ([, option = '']) => option,
  );
  const [byAuthority = '', byName = '', byItself = ''] = options;

  it.each<[string, string, ServerKind, string, string]>([
    ['an authority', byAuthority, 'good', authority().certificate, '127.0.0.1'],
    ['another name', `--cacert FILE ${byName}`, 'manyNames', authority().certificate, 'second.contoso.example'],
    ['its own certificate', byItself, 'good', serverIdentity('good').certificate, '127.0.0.1'],
    [
      'its own certificate, which is self-signed',
      byItself,
      'selfSigned',
      serverIdentity('selfSigned').certificate,
      '127.0.0.1',
    ],
  ])('accepts a server by %s, and no other server', async (_, option, kind, trusted, name) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'trusted.pem': trusted });
    const request = async (server: ServerKind): Promise<string> => {
      const { port } = await startTlsServer({}, server);
      const local = option
        .replace('FILE', 'trusted.pem')
        .replace('NAME:19080:mycluster.example.com:19080', `${name}:${port}:127.0.0.1:${port}`);
      return run(
        `curl --silent --fail --output answer --write-out '%{http_code}' ${local} https://${name}:${port}/`,
        folder,
      );
    };
    expect(await request(kind)).toBe('200');
    await expect(request('ofOtherAuthority')).rejects.toThrow('Command failed');
  });

  it('has an option for each input', () => expect(options).toHaveLength(3));
});

describeWith(['curl'], "the command lines in the emulator's README", () => {
  const [upload = '', faults = ''] = commandBlocks(emulatorReadme);

  it('upload, commit and list a file', async () => {
    const gateway = await startTestGateway();
    const local = upload.replace('http://127.0.0.1:19080', gateway.url);
    expect(local).not.toBe(upload);
    expect(await run(local, temporaryFolder())).toContain('"StoreRelativePath":"app\\\\hello.txt"');
    expect(gateway.store.file('app/hello.txt')?.content.read().toString()).toBe('hello');
  });

  it('add faults', async () => {
    const gateway = await startTestGateway();
    await run(`EMULATOR=${gateway.url}\n${faults}`, temporaryFolder());
    expect(gateway.store.faults()).toMatchObject([{ publish: { ms: 90_000 } }, { at: 'after', delivery: 'reset' }]);
  });
});
