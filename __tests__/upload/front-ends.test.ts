// The upload action through what stands between a runner and a cluster: front ends that limit bodies, and forward proxies.
import { describe, expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { startSquid, startTinyproxy } from '../peers/proxies.js';
import { authority } from '../support/certificates.js';
import { annotation } from '../support/run-report.js';
import { startSecureCluster } from '../support/secure-cluster.js';
import { startTestGateway } from '../support/test-gateway.js';
import {
  chunkBytes,
  contentOf,
  expectNotProvisionable,
  expectUploaded,
  MIB,
  packageWith,
  runUpload,
  watchedPackage,
} from './upload-runs.js';

const contents = packageWith({
  'big.bin': contentOf(4 * chunkBytes + 1, 1),
  'medium.dll': contentOf(chunkBytes, 2),
  'small.dll': contentOf(300_000, 3),
});

describeWith(['nginx', 'openssl'], 'the upload action through a front end that limits bodies', () => {
  it('fails with the 413 of nginx explained', async () => {
    const { url, gateway } = await startSecureCluster('nginx', { maxBodyBytes: MIB });
    const content = watchedPackage(gateway, contents);
    const run = await runUpload({ url }, content.folder, { 'server-ca': authority().certificate });
    expectNotProvisionable(gateway, content, run);
    expect(run.outputs['status-code']).toBe('413');
    expect(annotation(run)).toMatch(
      /^A front end of the cluster does not accept so large a request body: .* answered 413 .* Raise its limit \(client_max_body_size in nginx/,
    );
  });

  it('sends no body of more than 4 MiB', async () => {
    const { url, gateway } = await startSecureCluster('nginx', { maxBodyBytes: 4 * MIB });
    const content = watchedPackage(gateway, contents);
    const run = await runUpload({ url }, content.folder, { 'server-ca': authority().certificate });
    expectUploaded(gateway, content, run);
  });
});

describeWith(['openssl', 'squid', 'tinyproxy'], 'the upload action behind a proxy', () => {
  // This machine, by an address that clients do not treat as loopback.
  const thisMachine = '0.0.0.0';
  const proxies = { squid: startSquid, tinyproxy: startTinyproxy };
  const named = ['squid', 'tinyproxy'] as const;

  it.each(named)('uploads through the tunnels of %s to a secured cluster', async (name) => {
    const { port, gateway } = await startSecureCluster('nginx');
    const proxy = await proxies[name]();
    const content = watchedPackage(gateway, contents);
    const run = await runUpload(
      { url: `https://${thisMachine}:${port}` },
      content.folder,
      { 'server-ca': authority().certificate },
      { HTTPS_PROXY: proxy.url },
    );
    expectUploaded(gateway, content, run);
    await expect.poll(() => new Set(proxy.requests())).toEqual(new Set([`CONNECT ${thisMachine}:${port}`]));
    expect(proxy.requests().length).toBeLessThanOrEqual(8);
  });

  it.each(named)('uploads through %s, which forwards every request to a cluster without TLS', async (name) => {
    const gateway = await startTestGateway();
    const proxy = await proxies[name]();
    const content = watchedPackage(gateway, contents);
    const url = gateway.url.replace('127.0.0.1', thisMachine);
    const run = await runUpload({ url }, content.folder, {}, { HTTP_PROXY: proxy.url });
    expectUploaded(gateway, content, run);
    expect(run.stdout).toContain(`Through the proxy ${proxy.url}\n`);
  });
});

describe('the upload action through a front end that answers before it has read a body', () => {
  it('reports that answer, not the connection that ends with it', async () => {
    const gateway = await startTestGateway();
    const content = watchedPackage(gateway, contents);
    gateway.addFaults([
      {
        operation: 'upload-chunk',
        times: 'forever',
        receive: { answerAfterBytes: 1_000 },
        answer: { status: 413, body: '<p>' },
      },
    ]);
    const run = await runUpload(gateway, content.folder);
    expectNotProvisionable(gateway, content, run);
    expect(run.outputs['status-code']).toBe('413');
  });
});
