// Provisions an application type from a package in the image store, with ImageBuilder's checks that the package is complete.

import type { Cluster } from './cluster.js';
import { fail, type HandlerResult, respondWith, succeed } from './handler-result.js';
import { type ManifestElement, readManifest } from './manifest.js';
import type { RequestContext } from './request-context.js';
import { acceptedResponse } from './responses.js';

/** A registered version of an application type. */
export interface ApplicationType {
  readonly name: string;
  readonly version: string;
  /** The package in the image store, as the request named it. */
  readonly buildPath: string;
}

/** Registers the type of a package (ApplicationTypesHandler.cpp). A cluster does this once for each version. */
export function provisionType(cluster: Cluster, { request, body }: RequestContext): HandlerResult {
  const description = parseDescription(body.read().toString(), request.apiVersion);
  if (description === undefined) return fail('E_INVALIDARG');
  const { buildPath, isAsync } = description;
  // ImageBuilder.cs: a folder exists by its marker.
  if (!cluster.files.hasMarker(buildPath)) return fail('FABRIC_E_DIRECTORY_NOT_FOUND');
  const manifest = manifestAt(cluster, `${buildPath}/ApplicationManifest.xml`);
  const { ApplicationTypeName: name, ApplicationTypeVersion: version } = manifest?.[0]?.attributes ?? {};
  if (manifest === undefined || name === undefined || version === undefined) {
    return fail(validationError, `${buildPath}/ApplicationManifest.xml is missing or not valid.`);
  }
  const types = cluster.applicationTypes;
  if (types.some((type) => type.name === name && type.version === version)) {
    return fail('FABRIC_E_APPLICATION_TYPE_ALREADY_EXISTS');
  }
  const problem = elementsNamed(manifest, 'ServiceManifestRef')
    .map(({ attributes }) => findProblem(cluster, buildPath, attributes))
    .find((each) => each !== undefined);
  if (problem !== undefined) return fail(validationError, problem);
  types.push({ name, version, buildPath });
  return isAsync ? respondWith(acceptedResponse()) : succeed();
}

const validationError = 'FABRIC_E_IMAGEBUILDER_VALIDATION_ERROR';

/** Undefined when the gateway rejects the body. A newer api-version than 6.0 requires `Kind`. */
function parseDescription(
  text: string,
  apiVersion: number,
): { readonly buildPath: string; readonly isAsync: boolean } | undefined {
  let description: unknown;
  try {
    description = JSON.parse(text);
  } catch {
    return undefined;
  }
  const field = (name: string): unknown =>
    typeof description === 'object' && description !== null ? Reflect.get(description, name) : undefined;
  const buildPath = field('ApplicationTypeBuildPath');
  if (typeof buildPath !== 'string' || buildPath.trim() === '') return undefined;
  if (apiVersion > 6 && field('Kind') !== 'ImageStorePath') return undefined;
  return { buildPath, isAsync: field('Async') === true };
}

/**
 * What is wrong with the service that an application manifest refers to (ApplicationProvisionOperation.cs). A real
 * cluster also finds services and packages that an earlier version has brought; here each must be in the package.
 */
function findProblem(
  cluster: Cluster,
  buildPath: string,
  { ServiceManifestName: name = '', ServiceManifestVersion: version = '' }: ManifestElement['attributes'],
): string | undefined {
  const folder = `${buildPath}/${name}`;
  const manifest = manifestAt(cluster, `${folder}/ServiceManifest.xml`);
  const root = manifest?.[0]?.attributes;
  if (manifest === undefined || root === undefined) return `${folder}/ServiceManifest.xml is missing or not valid.`;
  if (root['Name'] !== name || root['Version'] !== version) {
    return `The application manifest refers to ${name} ${version}, its manifest is of ${root['Name']} ${root['Version']}.`;
  }
  const packages = ['CodePackage', 'ConfigPackage', 'DataPackage'].flatMap((kind) => elementsNamed(manifest, kind));
  const missing = packages
    .map(({ attributes }) => `${folder}/${attributes['Name'] ?? ''}`)
    // A zipped package is a file; a folder is copied by its marker (NativeImageStore.cpp).
    .find((path) => !cluster.files.hasMarker(path) && !cluster.files.isStable(`${path}.zip`));
  return missing === undefined ? undefined : `${missing} is missing, or not marked as complete.`;
}

/** Undefined when there is no such file, or no XML in it. */
function manifestAt({ files }: Cluster, path: string): readonly ManifestElement[] | undefined {
  const content = files.get(path)?.content.read().toString();
  return content === undefined ? undefined : readManifest(content);
}

function elementsNamed(elements: readonly ManifestElement[], wanted: string): readonly ManifestElement[] {
  return elements.filter(({ name }) => name === wanted);
}
