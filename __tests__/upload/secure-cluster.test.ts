// The upload action at servers that request the client certificate, before or after they have read a request.
import { expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { authority, clientIdentity } from '../support/certificates.js';
import { type FrontEndName, requireClientCertificate, startSecureCluster } from '../support/secure-cluster.js';
import { chunkBytes, contentOf, expectUploaded, packageWith, runUpload, watchedPackage } from './upload-runs.js';

const contents = packageWith({
  'big.bin': contentOf(4 * chunkBytes + 1, 1),
  'medium.dll': contentOf(chunkBytes, 2),
  'small.dll': contentOf(300_000, 3),
});

describeWith(['apache2', 'nginx', 'openssl'], 'the upload action with a client certificate', () => {
  it.each<[string, FrontEndName]>([
    ['requests it in the handshake', 'nginx'],
    ['requests it after the request, and answers 413 to a large body that comes first', 'Apache'],
  ])('uploads to a server that %s', async (_, name) => {
    const { url, gateway } = await startSecureCluster(name, { clients: requireClientCertificate() });
    const content = watchedPackage(gateway, contents);
    const { certificate, chain, key } = clientIdentity('rsa');
    const run = await runUpload({ url }, content.folder, {
      'server-ca': authority().certificate,
      'client-certificate': `${certificate}${chain}${key}`,
    });
    expectUploaded(gateway, content, run);
    expect(run.outputs['bytes-sent']).toBe(run.outputs['bytes']);
  });
});
