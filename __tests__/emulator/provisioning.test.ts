// Provisioning an application type: the emulator accepts a complete package only.

import { describe, expect, it } from 'vitest';
import { readManifest } from '../../emulator/manifest.js';
import { applicationManifest, goodPackage, serviceManifest } from '../support/package-folder.js';
import { createTestCluster, type TestCluster } from './test-cluster.js';

const markers = ['_.dir', 'WebPkg/_.dir', 'WebPkg/Code/_.dir'];

/** A cluster that holds the good package with its markers, but for these changes; undefined removes a file. */
async function clusterWith(
  changes: Readonly<Record<string, string | undefined>> = {},
  options: Parameters<typeof createTestCluster>[0] = {},
): Promise<TestCluster> {
  const cluster = createTestCluster(options);
  const files = { ...goodPackage, ...Object.fromEntries(markers.map((path) => [path, ''])), ...changes };
  for (const [path, body] of Object.entries(files)) {
    if (body !== undefined) await cluster.send(`PUT /ImageStore/app/${path}?api-version=6.0`, { body });
  }
  return cluster;
}

const provision = ({ send }: TestCluster, body: unknown, apiVersion = '6.0') =>
  send(`POST /ApplicationTypes/$/Provision?api-version=${apiVersion}`, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the emulator provisions', () => {
  it.each<[string, unknown, string, number]>([
    ['by the path alone up to api-version 6.0', { ApplicationTypeBuildPath: 'app' }, '6.0', 200],
    ['by kind and path from then on', { Kind: 'ImageStorePath', ApplicationTypeBuildPath: 'app' }, '6.2', 200],
    ['in another letter case of the path', { ApplicationTypeBuildPath: 'APP' }, '1.0', 200],
    ['later, and says so at once', { ApplicationTypeBuildPath: 'app', Async: true }, '6.0', 202],
  ])('a complete package: %s', async (_, body, apiVersion, status) => {
    const cluster = await clusterWith();
    expect(await provision(cluster, body, apiVersion)).toMatchObject({ kind: 'response', status, text: '' });
    expect(cluster.store.applicationTypes()).toMatchObject([{ name: 'VotingType', version: '1.0.0' }]);
  });

  it('a package with a zipped code package, and one on a Linux cluster', async () => {
    const changes = { 'WebPkg/Code/_.dir': undefined, 'WebPkg/Code/Web.exe': undefined, 'WebPkg/Code.zip': 'zip' };
    for (const options of [{}, { linux: true }]) {
      const cluster = await clusterWith(changes, options);
      expect(await provision(cluster, { ApplicationTypeBuildPath: 'app' })).toMatchObject({ status: 200 });
    }
  });

  it('each version of a type once, until the cluster is reset', async () => {
    const cluster = await clusterWith();
    const body = { ApplicationTypeBuildPath: 'app' };
    await provision(cluster, body);
    expect(await provision(cluster, body)).toMatchObject({
      status: 409,
      code: 'FABRIC_E_APPLICATION_TYPE_ALREADY_EXISTS',
    });
    cluster.store.reset();
    expect(cluster.store.applicationTypes()).toEqual([]);
  });
});

describe('the emulator refuses to provision', () => {
  const validation = 'FABRIC_E_IMAGEBUILDER_VALIDATION_ERROR';
  it.each<[string, Readonly<Record<string, string | undefined>>, number, string]>([
    ['a package without its marker', { '_.dir': undefined }, 404, 'FABRIC_E_DIRECTORY_NOT_FOUND'],
    ['a package without an application manifest', { 'ApplicationManifest.xml': undefined }, 400, validation],
    ['an application manifest that is no XML', { 'ApplicationManifest.xml': '<a>' }, 400, validation],
    ['an application manifest without a type', { 'ApplicationManifest.xml': '<a />' }, 400, validation],
    ['a package without a service manifest', { 'WebPkg/ServiceManifest.xml': undefined }, 400, validation],
    [
      'a service manifest of another name',
      { 'WebPkg/ServiceManifest.xml': serviceManifest('X', '1.0.0') },
      400,
      validation,
    ],
    [
      'a service of another version',
      { 'ApplicationManifest.xml': applicationManifest({ WebPkg: '2' }) },
      400,
      validation,
    ],
    ['a code package without its marker', { 'WebPkg/Code/_.dir': undefined }, 400, validation],
  ])('%s', async (_, changes, status, code) => {
    const cluster = await clusterWith(changes);
    expect(await provision(cluster, { ApplicationTypeBuildPath: 'app' })).toMatchObject({ status, code });
    expect(cluster.store.applicationTypes()).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', '6.0'],
    ['no object', 'null', '6.0'],
    ['no path', {}, '6.0'],
    ['an empty path', { ApplicationTypeBuildPath: ' ' }, '6.0'],
    ['no kind with a newer api-version', { ApplicationTypeBuildPath: 'app' }, '6.1'],
    ['another kind', { Kind: 'ExternalStore', ApplicationTypeBuildPath: 'app' }, '6.2'],
  ])('a request with %s', async (_, body, apiVersion) => {
    const cluster = await clusterWith();
    expect(await provision(cluster, body, apiVersion)).toMatchObject({ status: 400, code: 'E_INVALIDARG' });
    expect(cluster.store.applicationTypes()).toEqual([]);
  });
});

describe('a manifest that the emulator reads', () => {
  it('has its elements in document order, with their attributes', () => {
    const text = `\uFEFF<?xml version="1.0"?>\n<!-- <x> -->\n<a:b One = "1" Two='"2"'>\n<c/>text<d><![CDATA[<e>]]></d>\n</a:b>\n`;
    expect(readManifest(text)).toEqual([
      { name: 'a:b', attributes: { One: '1', Two: '"2"' } },
      { name: 'c', attributes: {} },
      { name: 'd', attributes: {} },
    ]);
  });

  it.each(['', 'text', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a b=c/>', '<a b="<"/>', '<a', '<a><b></a></b>'])(
    'is none when it is not well-formed: %s',
    (text) => {
      expect(readManifest(text)).toBeUndefined();
    },
  );
});
