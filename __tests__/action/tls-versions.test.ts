// TLS versions that the workflow or the server rules out: the committed bundle as a process, and a client certificate.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { authority, clientIdentity, serverIdentity } from '../support/certificates.js';
import { type Run, runAction } from '../support/run-action.js';
import { annotation } from '../support/run-report.js';

type Server = Pick<TlsOptions, 'minVersion' | 'maxVersion' | 'requestCert' | 'rejectUnauthorized'>;

const identity = () => {
  const { certificate, key } = clientIdentity('ec');
  return { 'client-certificate': certificate, 'client-key': key, 'server-ca': authority().certificate };
};

/** Commits to a server of these versions; the server does not request the certificate unless told. */
async function commitTo(options: Server, nodeOptions: string, inputs: Readonly<Record<string, string>> = identity()) {
  const { certificate: cert, key } = serverIdentity('good');
  const versions: string[] = [];
  const server = createServer({ cert, key, ca: authority().certificate, ...options }, ({ socket }, response) => {
    versions.push('getProtocol' in socket && typeof socket.getProtocol === 'function' ? socket.getProtocol() : '');
    response.end();
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sessions = [randomUUID(), randomUUID()].join(' ');
  const run: Run = await runAction(
    { endpoint, 'session-id': sessions, concurrency: '1', ...inputs },
    { NODE_OPTIONS: nodeOptions },
  );
  return { run, versions };
}

describeWith(['openssl'], 'with a client certificate, and a server that does not request it', () => {
  it.each<readonly [string, Server, string]>([
    ['', {}, 'TLSv1.2'],
    ['--tls-min-v1.3', {}, 'TLSv1.2'],
    ['--tls-min-v1.2', {}, 'TLSv1.2'],
    ['--tls-min-v1.0', {}, 'TLSv1.2'],
    ['--tls-max-v1.2', {}, 'TLSv1.2'],
    ['--tls-max-v1.3', {}, 'TLSv1.2'],
    ['', { minVersion: 'TLSv1.3' }, 'TLSv1.3'],
    ['--tls-min-v1.3', { minVersion: 'TLSv1.3' }, 'TLSv1.3'],
    ['--tls-min-v1.2', { minVersion: 'TLSv1.3' }, 'TLSv1.3'],
    ['', { maxVersion: 'TLSv1.2' }, 'TLSv1.2'],
    ['--tls-max-v1.2', { maxVersion: 'TLSv1.2' }, 'TLSv1.2'],
    ['--tls-min-v1.2', { maxVersion: 'TLSv1.2' }, 'TLSv1.2'],
    ['--tls-cipher-list=TLS_AES_256_GCM_SHA384', {}, 'TLSv1.3'],
  ])('NODE_OPTIONS "%s" does not prevent the commit at a server with %j', async (nodeOptions, options, version) => {
    const { run, versions } = await commitTo(options, nodeOptions);
    expect(run).toMatchObject({ exitCode: 0, stderr: '', outputs: { result: 'committed', attempts: '2' } });
    expect(versions).toEqual([version, version]);
  });

  it.each<readonly [string, Server]>([
    ['--tls-min-v1.3', { maxVersion: 'TLSv1.2' }],
    ['--tls-max-v1.2', { minVersion: 'TLSv1.3' }],
  ])('NODE_OPTIONS "%s" rules out a server with %j, and the reason is readable', async (nodeOptions, options) => {
    const { run, versions } = await commitTo(options, nodeOptions);
    expect(run.outputs).toMatchObject({ result: 'failed', attempts: '2' });
    expect(run.outputs['error-message']).toMatch(
      /could not connect: TLS (?:alert from the other side|error): [\w ]+ \(ERR_\w/,
    );
    expect(annotation(run)).not.toMatch(/:error:|\.c:\d+/);
    expect(versions).toEqual([]);
  });

  it.each(['', '--tls-min-v1.3', '--tls-max-v1.2'])(
    'NODE_OPTIONS "%s" does not matter without one',
    async (nodeOptions) => {
      const { run, versions } = await commitTo({}, nodeOptions, { 'server-ca': authority().certificate });
      expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'committed' } });
      expect(versions).toEqual(Array(2).fill(nodeOptions === '--tls-max-v1.2' ? 'TLSv1.2' : 'TLSv1.3'));
    },
  );
});

describeWith(['openssl'], 'with a client certificate that the server requests in the handshake', () => {
  it.each(['', '--tls-min-v1.3', '--tls-max-v1.2'])(
    'NODE_OPTIONS "%s" does not prevent the commit',
    async (nodeOptions) => {
      const { run, versions } = await commitTo({ requestCert: true, rejectUnauthorized: true }, nodeOptions);
      expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'committed' } });
      expect(versions).toEqual(Array(2).fill(nodeOptions === '--tls-max-v1.2' ? 'TLSv1.2' : 'TLSv1.3'));
    },
  );
});
