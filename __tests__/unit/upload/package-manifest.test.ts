// The manifests of a package: what is taken from them, and how they must agree with each other and with the files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { walkFolder } from '../../../src/upload/package-files.js';
import { type ApplicationType, checkManifests } from '../../../src/upload/package-manifest.js';
import {
  applicationManifest,
  codePackage,
  type FolderContents,
  goodPackage,
  makeFolder,
  serviceManifest,
} from '../../support/package-folder.js';
import { onWindows, why } from '../../support/skips.js';

async function check(contents: FolderContents): Promise<{
  readonly type: ApplicationType | undefined;
  readonly problems: readonly string[];
  readonly notices: readonly string[];
}> {
  const { problems, reportProblem } = collectProblems();
  const { applicationType, notices } = await checkManifests(
    await walkFolder(makeFolder(contents), 'App'),
    reportProblem,
  );
  return { type: applicationType, problems, notices };
}

const type = { name: 'VotingType', version: '1.0.0' };

describe('the application manifest', () => {
  it('gives the name and the version of the application type', async () => {
    expect(await check(goodPackage)).toEqual({ type, problems: [], notices: [] });
  });

  it('is found in another letter case, as are service manifests', async () => {
    const contents = {
      'APPLICATIONMANIFEST.XML': applicationManifest({ WebPkg: '1.0.0' }),
      'webpkg/servicemanifest.xml': serviceManifest('WebPkg', '1.0.0'),
      'webpkg/code/x': '',
    };
    expect(await check(contents)).toEqual({ type, problems: [], notices: [] });
  });

  it.each([
    ['ApplicationTypeName="VotingType"', '', 'no ApplicationTypeName in ApplicationManifest'],
    [
      'ApplicationTypeName="VotingType"',
      'ApplicationTypeName=" "',
      'an empty ApplicationTypeName in ApplicationManifest',
    ],
    ['ApplicationTypeVersion="1.0.0"', '', 'no ApplicationTypeVersion in ApplicationManifest'],
    ['ServiceManifestName="WebPkg"', '', 'no ServiceManifestName in ServiceManifestRef'],
    [
      'ServiceManifestVersion="1.0.0"',
      'ServiceManifestVersion=""',
      'an empty ServiceManifestVersion in ServiceManifestRef',
    ],
  ])('must have its required attributes: %s', async (attribute, replacement, what) => {
    const manifest = applicationManifest({ WebPkg: '1.0.0' }).replace(attribute, replacement);
    const { problems } = await check({ ...goodPackage, 'ApplicationManifest.xml': manifest });
    expect(problems).toEqual([`ApplicationManifest.xml has ${what}. Set it.`]);
  });

  it('must have the root element ApplicationManifest', async () => {
    expect(await check({ 'ApplicationManifest.xml': serviceManifest('WebPkg', '1') })).toEqual({
      type: undefined,
      problems: ['ApplicationManifest.xml must have the root element ApplicationManifest, but has "ServiceManifest".'],
      notices: [],
    });
  });

  it('must have at most 4 MiB', async () => {
    const manifest = `${applicationManifest({})}${' '.repeat(4 * 2 ** 20)}`;
    const { problems } = await check({ 'ApplicationManifest.xml': manifest });
    expect(problems).toEqual([
      expect.stringMatching(
        /^ApplicationManifest\.xml is too large for a manifest: it has 4,194,\d+ bytes, and at most 4,194,304 bytes are read\./,
      ),
    ]);
  });

  it('must not vanish while it is read', async () => {
    const folder = makeFolder(goodPackage);
    const content = await walkFolder(folder, 'App');
    const files = content.files.map((file) => ({ ...file, localPath: `${file.localPath}.gone` }));
    const { problems, reportProblem } = collectProblems();
    await checkManifests({ ...content, files }, reportProblem);
    expect(problems).toEqual(['ApplicationManifest.xml cannot be read (ENOENT).']);
  });

  it('must be a file', async () => {
    const { problems } = await check({ 'ApplicationManifest.xml/x': '' });
    expect(problems).toEqual(['ApplicationManifest.xml is missing or cannot be read.']);
  });

  it('can be a real one, with a byte order mark, parameters and policies', async () => {
    const manifest = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<ApplicationManifest xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ApplicationTypeName="VotingType" ApplicationTypeVersion="1.0.0" xmlns="http://schemas.microsoft.com/2011/01/fabric">
  <Parameters><Parameter Name="Web_InstanceCount" DefaultValue="-1" /></Parameters>
  <ServiceManifestImport>
    <ServiceManifestRef ServiceManifestName="WebPkg" ServiceManifestVersion="1.0.0" />
    <ConfigOverrides />
    <Policies><RunAsPolicy CodePackageRef="Code" UserRef="Admin" /></Policies>
  </ServiceManifestImport>
  <DefaultServices>
    <Service Name="Web"><StatelessService ServiceTypeName="WebType" InstanceCount="[Web_InstanceCount]"><SingletonPartition /></StatelessService></Service>
  </DefaultServices>
</ApplicationManifest>`;
    expect(await check({ ...goodPackage, 'ApplicationManifest.xml': manifest })).toEqual({
      type,
      problems: [],
      notices: [],
    });
  });
});

describe('a service manifest', () => {
  const withService = (manifest: string): FolderContents => ({
    ...goodPackage,
    'WebPkg/ServiceManifest.xml': manifest,
  });

  it('must have the name to which the application manifest refers', async () => {
    expect((await check(withService(serviceManifest('Web', '1.0.0')))).problems).toEqual([
      'WebPkg/ServiceManifest.xml has the Name "Web", but its folder and ApplicationManifest.xml say "WebPkg". Use one name.',
    ]);
  });

  it('must have the version to which the application manifest refers', async () => {
    expect((await check(withService(serviceManifest('WebPkg', '1.0.1')))).problems).toEqual([
      'WebPkg/ServiceManifest.xml has the Version "1.0.1", but ApplicationManifest.xml refers to "1.0.0". Set ServiceManifestVersion and Version to the same value.',
    ]);
  });

  it('may have name and version in another letter case, as the cluster compares them', async () => {
    const contents = {
      'ApplicationManifest.xml': applicationManifest({ WebPkg: '1.0.0-RC' }),
      'WebPkg/ServiceManifest.xml': serviceManifest('webpkg', '1.0.0-rc'),
      'WebPkg/Code/x': '',
    };
    expect((await check(contents)).problems).toEqual([]);
  });

  it('must have name and version', async () => {
    const manifest = serviceManifest('WebPkg', '1.0.0').replace(' Name="WebPkg" Version="1.0.0"', '');
    expect((await check(withService(manifest))).problems).toEqual([
      'WebPkg/ServiceManifest.xml has no Name in ServiceManifest. Set it.',
      'WebPkg/ServiceManifest.xml has no Version in ServiceManifest. Set it.',
    ]);
  });

  it('must be well-formed, without a document type, and a service manifest', async () => {
    expect((await check(withService('<ServiceManifest>'))).problems[0]).toMatch(
      /^WebPkg\/ServiceManifest\.xml is not well-/,
    );
    expect((await check(withService('<!DOCTYPE a><a/>'))).problems[0]).toMatch(
      /^WebPkg\/ServiceManifest\.xml has a document/,
    );
    expect((await check(withService('<Settings/>'))).problems[0]).toMatch(
      /^WebPkg\/ServiceManifest\.xml must have the root/,
    );
  });

  it('has its problems reported together with those of all others', async () => {
    const { problems } = await check({
      'ApplicationManifest.xml': applicationManifest({ A: '1', B: '1', C: '1' }).replace(
        / ApplicationTypeName="\w+"/,
        '',
      ),
      'A/ServiceManifest.xml': serviceManifest('A', '2'),
      'B/ServiceManifest.xml': '<B',
      'C/ServiceManifest.xml': serviceManifest('X', '3'),
    });
    expect(problems.map((each) => each.split(' ').slice(0, 4).join(' '))).toEqual([
      'ApplicationManifest.xml has no ApplicationTypeName',
      'A/ServiceManifest.xml has the Version',
      'B/ServiceManifest.xml is not well-formed',
      'C/ServiceManifest.xml has the Name',
      'C/ServiceManifest.xml has the Version',
    ]);
  });

  const noLineBreaks = onWindows('a name has no line break on Windows');
  it.skipIf(noLineBreaks)(`is named on one line, whatever its folder is called${why(noLineBreaks)}`, async () => {
    const { problems } = await check({
      'ApplicationManifest.xml': applicationManifest({ 'a&#10;::error::b': '1' }),
      'a\n::error::b/ServiceManifest.xml': '<B',
    });
    expect(problems).toEqual([expect.stringMatching(/^a ::error::b\/ServiceManifest\.xml is not well-formed XML\. /)]);
  });

  it('may be saved in UTF-16', async () => {
    const folder = makeFolder(goodPackage);
    writeFileSync(join(folder, 'WebPkg/ServiceManifest.xml'), `\uFEFF${serviceManifest('WebPkg', '1.0.0')}`, 'utf16le');
    const { problems, reportProblem } = collectProblems();
    await checkManifests(await walkFolder(folder, 'App'), reportProblem);
    expect(problems).toEqual([]);
  });
});

describe('a name that is used twice', () => {
  it('is refused for services, letter case aside', async () => {
    const contents = {
      ...goodPackage,
      'ApplicationManifest.xml': applicationManifest({ WebPkg: '1.0.0', webpkg: '1.0.0' }),
    };
    expect((await check(contents)).problems).toEqual([
      'ApplicationManifest.xml has more than one ServiceManifestRef with the name "webpkg". Keep one of each.',
    ]);
  });

  it.each(['CodePackage', 'ConfigPackage', 'DataPackage'])('is refused for each %s of a service', async (kind) => {
    const packages = ['A', 'B', 'a', 'A'].map((name) => `<${kind} Name="${name}" Version="1" />`).join('');
    const contents = {
      ...goodPackage,
      'WebPkg/ServiceManifest.xml': serviceManifest('WebPkg', '1.0.0', packages),
      'WebPkg/A/x': '',
      'WebPkg/B/x': '',
    };
    expect((await check(contents)).problems).toEqual([
      `WebPkg/ServiceManifest.xml has more than one ${kind} with the name "a" and "A". Keep one of each.`,
    ]);
  });

  it('is fine for packages of different kinds and of different services', async () => {
    const packages = '<CodePackage Name="Main" Version="1"/><ConfigPackage Name="Main" Version="1"/>';
    const contents = {
      'ApplicationManifest.xml': applicationManifest({ A: '1', B: '1' }),
      'A/ServiceManifest.xml': serviceManifest('A', '1', packages),
      'B/ServiceManifest.xml': serviceManifest('B', '1', packages),
      'A/Main/x': '',
      'B/Main/x': '',
    };
    expect((await check(contents)).problems).toEqual([]);
  });
});

describe('what a package does not contain', () => {
  it('is a notice for service manifests', async () => {
    const contents = {
      ...goodPackage,
      'ApplicationManifest.xml': applicationManifest({ WebPkg: '1.0.0', A: '1', B: '2.0' }),
    };
    expect(await check(contents)).toEqual({
      type,
      problems: [],
      notices: [
        'The package does not contain the service manifest of "A" (version 1) and "B" (version 2.0). Provisioning succeeds only if this application type has it in the cluster already.',
      ],
    });
  });

  it('is a notice for code, config and data packages', async () => {
    const packages = `${codePackage('Code')}${codePackage('Tool')}<ConfigPackage Name="Config" Version="1"/><DataPackage Name="Data" Version="1"/>`;
    const contents = { ...goodPackage, 'WebPkg/ServiceManifest.xml': serviceManifest('WebPkg', '1.0.0', packages) };
    expect((await check(contents)).notices).toEqual([
      'The package does not contain "WebPkg/Tool", "WebPkg/Config" and "WebPkg/Data". Provisioning succeeds only if the cluster already has these code, config or data packages in the same versions.',
    ]);
  });

  it.each([
    ['an archive', 'WebPkg/Code.zip'],
    ['an archive in another letter case', 'webpkg/CODE.ZIP'],
    ['an empty folder', 'WebPkg/Code/'],
    ['a folder with a folder', 'WebPkg/Code/bin/x'],
  ])('does not include a code package that is %s', async (_what, path) => {
    const contents = {
      'ApplicationManifest.xml': applicationManifest({ WebPkg: '1.0.0' }),
      [path.startsWith('webpkg') ? 'webpkg/ServiceManifest.xml' : 'WebPkg/ServiceManifest.xml']: serviceManifest(
        'WebPkg',
        '1.0.0',
      ),
      [path]: '',
    };
    expect((await check(contents)).notices).toEqual([]);
  });

  it.each([
    ['a container image', '<ContainerHost><ImageName>x</ImageName></ContainerHost>', '', 0],
    [
      'a container image from the package',
      '<ContainerHost><ImageName>x</ImageName><FromSource>y</FromSource></ContainerHost>',
      '',
      1,
    ],
    [
      'a container image with a setup',
      '<ContainerHost><ImageName>x</ImageName></ContainerHost>',
      '<SetupEntryPoint/>',
      1,
    ],
    ['a program', '<ExeHost><Program>x</Program></ExeHost>', '', 1],
  ])('is noted for a code package of %s only where the cluster needs its folder', async (_what, host, setup, count) => {
    const packages = `<CodePackage Name="Code" Version="1">${setup}<EntryPoint>${host}</EntryPoint></CodePackage>`;
    const { notices } = await check({
      'ApplicationManifest.xml': applicationManifest({ WebPkg: '1.0.0' }),
      'WebPkg/ServiceManifest.xml': serviceManifest('WebPkg', '1.0.0', packages),
    });
    expect(notices).toHaveLength(count);
  });
});

describe('a service to which the application manifest does not refer', () => {
  it('is a notice', async () => {
    const contents = { ...goodPackage, 'OldPkg/ServiceManifest.xml': serviceManifest('OldPkg', '1') };
    expect((await check(contents)).notices).toEqual([
      'ApplicationManifest.xml does not refer to "OldPkg", so it is uploaded for nothing. Leave it out of the package, or import it.',
    ]);
  });

  it('is nothing to note inside a code package', async () => {
    expect((await check({ ...goodPackage, 'WebPkg/Code/ServiceManifest.xml': '' })).notices).toEqual([]);
  });
});
