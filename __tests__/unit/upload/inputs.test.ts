// The upload action's own inputs, and all inputs and the package as a whole.
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError, type InputSource } from '../../../src/connection/input-problems.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { type Inputs, readInputs } from '../../../src/upload/inputs.js';
import { PackageError } from '../../../src/upload/package-problems.js';
import { inputsFrom } from '../../support/input-source.js';
import { applicationManifest, type FolderContents, goodPackage, makeFolder } from '../../support/package-folder.js';

/** Reads inputs in a workspace with this package in `MyAppPkg`. */
function read(
  changed: Readonly<Record<string, string>> = {},
  contents: FolderContents = goodPackage,
  source: Partial<InputSource> = {},
): Promise<Inputs> {
  const workspace = makeFolder(
    Object.fromEntries(Object.entries(contents).map(([path, text]) => [`MyAppPkg/${path}`, text])),
  );
  const inputs: typeof changed = { endpoint: 'https://mycluster.example.com:19080', package: 'MyAppPkg', ...changed };
  const environment = { GITHUB_WORKSPACE: workspace };
  return readInputs(inputsFrom((name) => inputs[name] ?? '', { environment, ...source }));
}

async function failure(
  changed: Readonly<Record<string, string>>,
  contents?: FolderContents,
): Promise<InputError | PackageError> {
  try {
    await read(changed, contents);
  } catch (error) {
    if (error instanceof InputError || error instanceof PackageError) return error;
    throw error;
  }
  throw new Error('No problem was found.');
}

describe('the inputs of the upload action', () => {
  it('are the written values, and the default of each that is not set', async () => {
    const inputs = await read();
    expect(inputs).toEqual({
      endpoint: { url: 'https://mycluster.example.com:19080', secure: true, portNamed: true },
      package: expect.objectContaining({
        applicationType: { name: 'VotingType', version: '1.0.0' },
        folders: ['WebPkg', 'WebPkg/Code'],
        notices: [],
      }),
      imageStorePath: 'MyAppPkg',
      timeoutSeconds: 300,
      maxAttempts: 5,
      concurrency: 8,
      security: { trust: { kind: 'authority', ca: [] }, warnings: [] },
      credentials: {},
    });
    const sizes = inputs.package.files.map(({ sizeBytes }) => sizeBytes);
    expect(inputs.package.files.map(({ path }) => path)).toEqual([
      'ApplicationManifest.xml',
      'WebPkg/Code/Web.exe',
      'WebPkg/ServiceManifest.xml',
    ]);
    expect(inputs.package.sizeBytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it('ignore blanks and line ends around each value, quotation marks and invisible characters', async () => {
    const expected = await read({ 'image-store-path': 'apps/x', timeout: '7' });
    const around = ' \t\r\n';
    for (const quoted of ['"apps/x"', "'apps/x'", '\u200Bapps/x\uFEFF', '\u202A"apps/x"\u202C'])
      expect(await read({ 'image-store-path': `${around}${quoted}${around}`, timeout: ` 7${around}` })).toMatchObject({
        imageStorePath: expected.imageStorePath,
        timeoutSeconds: 7,
      });
    expect((await read({ package: '"MyAppPkg"' })).imageStorePath).toBe('MyAppPkg');
  });

  it.each([
    ['MyAppPkg', '', 'MyAppPkg'],
    ['./MyAppPkg/', '', 'MyAppPkg'],
    ['MyAppPkg/../MyAppPkg/.', '', 'MyAppPkg'],
    ['MyAppPkg', 'apps/Voting/', 'apps/Voting'],
  ])('mean for package %j and image-store-path %j the path %j', async (folder, path, expected) => {
    expect((await read({ package: folder, 'image-store-path': path })).imageStorePath).toBe(expected);
  });

  it('take the name of the workspace for the package "."', async () => {
    const folder = makeFolder(goodPackage);
    const environment = { GITHUB_WORKSPACE: folder };
    expect((await read({ package: '.' }, {}, { environment })).imageStorePath).toBe(basename(folder));
  });

  it('take an absolute path wherever the workspace is, and even without one', async () => {
    const folder = makeFolder(goodPackage);
    const { package: found } = await read({ package: folder }, {}, { environment: {} });
    expect(found.files[0]?.localPath).toBe(join(folder, 'ApplicationManifest.xml'));
  });

  it('mask the secrets before any other is read', async () => {
    const steps: string[] = [];
    const inputs: Readonly<Record<string, string>> = { 'access-token': 'five.five' };
    const readAndNote = (name: string): string => {
      steps.push(`read ${name}`);
      return inputs[name] ?? '';
    };
    const redactor = createRedactor(() => void steps.push('mask'));
    await expect(readInputs(inputsFrom(readAndNote, { redactor }))).rejects.toThrow(InputError);
    expect(steps.indexOf('mask')).toBeLessThan(steps.indexOf('read package'));
    expect(steps.indexOf('mask')).toBeLessThan(steps.indexOf('read endpoint'));
  });
});

describe('wrong inputs of the upload action', () => {
  it('are reported at once, together with the problems of the package', async () => {
    const wrong = {
      endpoint: 'nowhere',
      'image-store-path': '/x',
      timeout: '1m',
      'max-attempts': '0',
      concurrency: '65',
      'server-ca': 'nonsense',
    };
    const error = await failure(wrong, { ...goodPackage, $: '', 'WebPkg/ServiceManifest.xml': '<' });
    expect(error).toBeInstanceOf(InputError);
    expect(error.code).toBe('INVALID_INPUT');
    expect(error.problems.map((each) => each.split(' ')[0]).toSorted()).toEqual([
      'A',
      'WebPkg/ServiceManifest.xml',
      'concurrency',
      'endpoint',
      'image-store-path',
      'max-attempts',
      'server-ca',
      'timeout',
    ]);
  });

  it('say what is likely when the package is empty', async () => {
    const { problems } = await failure({ package: ' ' });
    expect(problems).toEqual([
      'package must be the folder that contains ApplicationManifest.xml, but is empty. If the workflow fills it from a secret, a variable or an expression, that one is not set here.',
    ]);
  });

  it('have a timeout of more than 32 bits among them', async () => {
    expect((await failure({ timeout: '4294967296' })).problems).toEqual([
      'timeout must be a whole number of seconds from 1 to 4294967295, but is "4294967296".',
    ]);
  });

  it('make one problem of a package that is not there', async () => {
    expect((await failure({ package: 'other' })).problems).toHaveLength(1);
  });

  it('have the name of the folder among them, when it is the default and cannot be used', async () => {
    const contents = Object.fromEntries(Object.entries(goodPackage).map(([path, text]) => [`Store/${path}`, text]));
    expect((await failure({ package: 'MyAppPkg/Store' }, contents)).problems).toEqual([
      'image-store-path is empty, and its default cannot be used: the package folder\'s name "Store" begins with Store, a folder that the cluster keeps for itself. Set image-store-path.',
    ]);
  });
});

describe('a package with problems of its own', () => {
  it('is one error with all of them', async () => {
    const contents = { ...goodPackage, 'ApplicationManifest.xml': applicationManifest({ WebPkg: '2' }), $: '' };
    const error = await failure({}, contents);
    expect(error).toBeInstanceOf(PackageError);
    expect(error.code).toBe('INVALID_PACKAGE');
    expect(error.message).toBe(
      'Nothing was sent to the cluster, because the package has problems:\n' +
        '- A path in the image store cannot have the segment $. Rename "$".\n' +
        '- WebPkg/ServiceManifest.xml has the Version "1.0.0", but ApplicationManifest.xml refers to "2". Set ServiceManifestVersion and Version to the same value.',
    );
  });

  it('is an error in the singular for one problem', async () => {
    expect((await failure({}, { ...goodPackage, $: '' })).message).toMatch(
      /^Nothing was sent to the cluster, because the package has a problem:\n- A path/,
    );
  });

  it('has its notices in the order of paths and manifests', async () => {
    const contents = { ...goodPackage, 'WebPkg/Code.zip': '', 'OldPkg/ServiceManifest.xml': '' };
    const { package: found } = await read({}, contents);
    expect(found.notices.map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual([
      'The cluster uses',
      'ApplicationManifest.xml does not',
    ]);
  });
});
