// The scripts in docs/upload.md at servers that request curl's client certificate in the handshake, or after a request with
// a body, as the gateway of a Windows cluster does.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { authority, clientIdentity } from '../support/certificates.js';
import { goodPackage } from '../support/package-folder.js';
import { runAction } from '../support/run-action.js';
import { type FrontEndName, requireClientCertificate, startSecureCluster } from '../support/secure-cluster.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { scriptsOf } from './blocks.js';

const files = { ...goodPackage, 'WebPkg/Code/Web.exe': 'abcdefghij'.repeat(450_000), 'WebPkg/Code/empty': '' };

describeWith(['apache2', 'curl', 'nginx', 'openssl'], 'the scripts in docs/upload.md', () => {
  it.each<[FrontEndName, 'TLSv1.2' | 'TLSv1.3']>([
    ['nginx', 'TLSv1.2'],
    ['nginx', 'TLSv1.3'],
    ['Apache', 'TLSv1.2'],
    ['Apache', 'TLSv1.3'],
  ])('upload a package that can be provisioned, with a client certificate at %s over %s', async (name, version) => {
    const cluster = await startSecureCluster(name, { clients: requireClientCertificate(), protocols: [version] });
    const folder = temporaryFolder();
    const { certificate, chain, key } = clientIdentity('rsa');
    const pem = `${certificate}${chain}${key}`;
    writeFiles(join(folder, 'MyApplication'), files);
    writeFiles(folder, {
      ...scriptsOf('docs/upload.md'),
      'client.pem': pem,
      'ca.pem': authority().certificate,
      '.curlrc': `cert = ${folder}/client.pem\ncacert = ${folder}/ca.pem\n`,
    });
    const run = async (script: string): Promise<string> => {
      const env = { PATH: process.env['PATH'], CURL_HOME: folder };
      return (await promisify(execFile)('bash', [script, cluster.url, 'MyApplication'], { cwd: folder, env })).stdout;
    };

    const sessions = await run('upload-chunks.sh');
    const { exitCode } = await runAction({
      endpoint: cluster.url,
      'session-id': sessions,
      'client-certificate': pem,
      'server-ca': authority().certificate,
    });
    // In TLS 1.3 Node.js cannot answer a server that requests the certificate after the handshake.
    expect(exitCode).toBe(name === 'Apache' && version === 'TLSv1.3' ? 1 : 0);
    if (exitCode !== 0) return;
    await run('mark-folders.sh');
    const { store } = cluster.gateway;
    for (const [path, content] of Object.entries(files)) {
      expect(store.file(`MyApplication/${path}`)?.content.read().equals(Buffer.from(content)), path).toBe(true);
    }
    const provision = await fetch(`${cluster.gateway.url}/ApplicationTypes/$/Provision?api-version=6.0`, {
      method: 'POST',
      body: JSON.stringify({ ApplicationTypeBuildPath: 'MyApplication' }),
    });
    expect(provision.status).toBe(200);
  });
});
