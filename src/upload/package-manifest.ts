// The manifests of a package: what they declare, and whether they agree with each other and with the files.
import { readFile } from 'node:fs/promises';
import { quote, type ReportProblem } from '../connection/input-problems.js';
import { byteCount } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';
import type { FolderContent, PackageFile } from './package-files.js';
import { applicationManifestName, errorCode } from './package-folder.js';
import { listPaths, listTexts } from './package-problems.js';
import { nameOf, parentOf, storeKey } from './path-rules.js';
import { maxManifestBytes, parseXml, type XmlElement } from './xml.js';

/** What the step that provisions needs to know. */
export interface ApplicationType {
  readonly name: string;
  readonly version: string;
}

/** A package's manifests, as far as they could be read. */
export interface ManifestCheck {
  /** Undefined when a problem was reported. */
  readonly applicationType: ApplicationType | undefined;
  readonly notices: readonly string[];
}

interface ServiceReference {
  readonly name: string;
  readonly version: string;
}

/** Reads and checks all manifests. What is absent may be in the image store already, so it is a notice. */
export async function checkManifests(content: FolderContent, reportProblem: ReportProblem): Promise<ManifestCheck> {
  const files = new Map(content.files.map((file) => [storeKey(file.path), file]));
  const manifest = files.get(storeKey(applicationManifestName));
  if (manifest === undefined) {
    reportProblem(`${applicationManifestName} is missing or cannot be read.`);
    return { applicationType: undefined, notices: [] };
  }
  const application = await readManifest(manifest, 'ApplicationManifest', reportProblem);
  if (application === undefined) return { applicationType: undefined, notices: [] };
  const applicationType = readApplicationType(application, shownPath(manifest), reportProblem);
  const references = readReferences(application, shownPath(manifest), reportProblem);

  const absentPackages: string[] = [];
  for (const reference of references) {
    const serviceManifest = files.get(serviceManifestKey(reference.name));
    if (serviceManifest === undefined) continue;
    const service = await readManifest(serviceManifest, 'ServiceManifest', reportProblem);
    if (service === undefined) continue;
    compareWithReference(service, shownPath(serviceManifest), reference, reportProblem);
    checkDuplicates(service, shownPath(serviceManifest), reportProblem);
    absentPackages.push(...findAbsentPackages(service, reference.name, content));
  }
  const absentServices = references.filter(({ name }) => !files.has(serviceManifestKey(name)));
  return {
    applicationType,
    notices: [
      ...absentServicesNotice(absentServices),
      ...absentPackagesNotice(absentPackages),
      ...unreferencedNotice(content, references),
    ],
  };
}

/** The folder of a service has the name of its manifest (BuildLayoutSpecification.cpp). */
function serviceManifestKey(serviceName: string): string {
  return storeKey(`${serviceName}/ServiceManifest.xml`);
}

/** A path as the subject of a sentence. */
function shownPath({ path }: PackageFile): string {
  return sanitize(path, 200);
}

async function readManifest(
  file: PackageFile,
  rootName: string,
  reportProblem: ReportProblem,
): Promise<XmlElement | undefined> {
  const { localPath, sizeBytes } = file;
  const path = shownPath(file);
  if (sizeBytes > maxManifestBytes) {
    return reportProblem(
      `${path} is too large for a manifest: it has ${byteCount(sizeBytes)}, and at most ${byteCount(maxManifestBytes)} are read. Move data to a config or data package.`,
    );
  }
  try {
    const root = parseXml(await readFile(localPath), path, reportProblem);
    if (root === undefined || root.name === rootName) return root;
    return reportProblem(`${path} must have the root element ${rootName}, but has ${quote(root.name)}.`);
  } catch (error) {
    return reportProblem(`${path} cannot be read (${errorCode(error)}).`);
  }
}

/** The value of a required attribute; reports a problem when it is missing or empty. */
function readAttribute(
  element: XmlElement,
  attribute: string,
  path: string,
  reportProblem: ReportProblem,
): string | undefined {
  const value = element.attributes.get(attribute);
  if (value !== undefined && value.trim() !== '') return value;
  return reportProblem(
    `${path} has ${value === undefined ? 'no' : 'an empty'} ${attribute} in ${element.name}. Set it.`,
  );
}

function readApplicationType(
  application: XmlElement,
  path: string,
  reportProblem: ReportProblem,
): ApplicationType | undefined {
  const name = readAttribute(application, 'ApplicationTypeName', path, reportProblem);
  const version = readAttribute(application, 'ApplicationTypeVersion', path, reportProblem);
  return name === undefined || version === undefined ? undefined : { name, version };
}

function readReferences(
  application: XmlElement,
  path: string,
  reportProblem: ReportProblem,
): readonly ServiceReference[] {
  const references = childrenOf(application, 'ServiceManifestImport')
    .flatMap((each) => childrenOf(each, 'ServiceManifestRef'))
    .flatMap((element) => {
      const name = readAttribute(element, 'ServiceManifestName', path, reportProblem);
      const version = readAttribute(element, 'ServiceManifestVersion', path, reportProblem);
      return name === undefined || version === undefined ? [] : [{ name, version }];
    });
  reportDuplicates(
    'ServiceManifestRef',
    references.map(({ name }) => name),
    path,
    reportProblem,
  );
  return references.filter(({ name }, index) => references.findIndex((each) => isSame(each.name, name)) === index);
}

/** The cluster compares names and versions without regard to letter case (ImageBuilderUtility.cs, DuplicateDetector.cs). */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function compareWithReference(
  service: XmlElement,
  path: string,
  reference: ServiceReference,
  reportProblem: ReportProblem,
): void {
  const name = readAttribute(service, 'Name', path, reportProblem);
  if (name !== undefined && !isSame(name, reference.name)) {
    reportProblem(
      `${path} has the Name ${quote(name)}, but its folder and ${applicationManifestName} say ${quote(reference.name)}. Use one name.`,
    );
  }
  const version = readAttribute(service, 'Version', path, reportProblem);
  if (version !== undefined && !isSame(version, reference.version)) {
    reportProblem(
      `${path} has the Version ${quote(version)}, but ${applicationManifestName} refers to ${quote(reference.version)}. Set ServiceManifestVersion and Version to the same value.`,
    );
  }
}

const packageKinds = ['CodePackage', 'ConfigPackage', 'DataPackage'] as const;

function checkDuplicates(service: XmlElement, path: string, reportProblem: ReportProblem): void {
  for (const kind of packageKinds) {
    const names = childrenOf(service, kind).map((each) => each.attributes.get('Name') ?? '');
    reportDuplicates(kind, names, path, reportProblem);
  }
}

function reportDuplicates(element: string, names: readonly string[], path: string, reportProblem: ReportProblem): void {
  const repeated = names.filter((name, index) => names.findIndex((each) => isSame(each, name)) < index);
  if (repeated.length === 0) return;
  reportProblem(
    `${path} has more than one ${element} with the name ${listPaths([...new Set(repeated)])}. Keep one of each.`,
  );
}

/** The paths of code, config and data packages that the package does not contain, neither as a folder nor as an archive. */
function findAbsentPackages(service: XmlElement, serviceName: string, content: FolderContent): readonly string[] {
  const present = new Set([...content.folders, ...content.files.map(({ path }) => path)].map(storeKey));
  return packageKinds
    .flatMap((kind) => childrenOf(service, kind))
    .filter((each) => !isContainer(each))
    .map((each) => `${serviceName}/${each.attributes.get('Name') ?? ''}`)
    .filter((path) => !present.has(storeKey(path)) && !present.has(storeKey(`${path}.zip`)));
}

/** A container image comes from its registry, so its code package needs no folder (ApplicationProvisionOperation.cs). */
function isContainer(codePackage: XmlElement): boolean {
  const hosts = childrenOf(codePackage, 'EntryPoint').flatMap((each) => childrenOf(each, 'ContainerHost'));
  return (
    hosts.some((host) => childrenOf(host, 'FromSource').length === 0) &&
    childrenOf(codePackage, 'SetupEntryPoint').length === 0
  );
}

function absentServicesNotice(absent: readonly ServiceReference[]): readonly string[] {
  if (absent.length === 0) return [];
  const list = listTexts(absent.map(({ name, version }) => `${quote(name)} (version ${sanitize(version, 60)})`));
  return [
    `The package does not contain the service manifest of ${list}. Provisioning succeeds only if this application type has it in the cluster already.`,
  ];
}

function absentPackagesNotice(absent: readonly string[]): readonly string[] {
  if (absent.length === 0) return [];
  return [
    `The package does not contain ${listPaths(absent)}. Provisioning succeeds only if the cluster already has these code, config or data packages in the same versions.`,
  ];
}

function unreferencedNotice(content: FolderContent, references: readonly ServiceReference[]): readonly string[] {
  const referenced = new Set(references.map(({ name }) => serviceManifestKey(name)));
  const unreferenced = content.files
    .map(({ path }) => path)
    .filter((path) => storeKey(path) === serviceManifestKey(parentOf(path)) && parentOf(parentOf(path)) === '')
    .filter((path) => !referenced.has(storeKey(path)))
    .map((path) => nameOf(parentOf(path)));
  if (unreferenced.length === 0) return [];
  return [
    `${applicationManifestName} does not refer to ${listPaths(unreferenced)}, so it is uploaded for nothing. Leave it out of the package, or import it.`,
  ];
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((each) => each.name === name);
}
