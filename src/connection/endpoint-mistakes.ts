// What usually goes wrong with an endpoint that is nearly right, and its corrected value.
import { isIP } from 'node:net';
import { lookAlikeDashes, withHyphens } from './look-alikes.js';

/** A URL as it was meant, without the login. */
export interface WrittenUrl {
  /** Lower case; undefined where none was written. */
  readonly scheme: string | undefined;
  /** With http in place of a scheme that is missing or the native client's. */
  readonly url: URL;
  /** The index of the first segment of the path that is a resource of the gateway; -1 without one. */
  readonly resourceAt: number;
}

/** The native client's port, and the one on which the HTTP gateway usually listens. */
const nativePort = '19000';
const gatewayPort = '19080';

/** The first segments of the gateway's own paths (HttpGateway/Constants.cpp). */
const resources = new Set([
  ...['$', 'Explorer', 'ImageStore', 'Nodes', 'Applications', 'ApplicationTypes', 'ComposeDeployments'],
  ...[
    'Partitions',
    'Services',
    'Names',
    'Faults',
    'Tools',
    'TestCommands',
    'BackupRestore',
    'EventsStore',
    'Resources',
  ],
]);
/** Those that are no ordinary words: a front end has no base path of that name in any letter case. */
const distinctResources = new Set(['$', 'explorer', 'imagestore', 'applicationtypes', 'composedeployments']);

/** The scheme, and what follows it. A URL parser would take "https//cluster" for a path and add slashes to "https:cluster". */
export function splitScheme(text: string): { readonly scheme?: string; readonly rest: string } {
  const match =
    /^([a-z][a-z\d+.-]*):\/\/+/i.exec(text) ?? /^(https?)(?:;\/\/|[:;]\/?|\/\/)(?=[a-z_[]|\d+\.)/i.exec(text);
  const scheme = match?.[1]?.toLowerCase();
  return { ...(scheme !== undefined && { scheme }), rest: text.slice(match?.[0].length ?? 0) };
}

/** The URL that was meant; undefined where no host can be found in it. */
export function writtenUrl(text: string): WrittenUrl | undefined {
  let { scheme, rest } = splitScheme(withHyphens(text));
  // "https://https://cluster" has a second scheme in the place of its host.
  for (let next = splitScheme(rest); /^https?:\/\//i.test(rest); next = splitScheme(rest)) ({ scheme, rest } = next);
  const address = `${scheme === 'https' ? 'https' : 'http'}://${rest.replace(/^\/+/, '').replace(/^.*@/, '')}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!isHost(url.hostname)) return undefined;
  return { scheme, url, resourceAt: url.pathname.split('/').findIndex(isResource) };
}

/** Each completes a sentence that begins with the endpoint. */
export function findMistakes(text: string, { scheme, url, resourceAt }: WrittenUrl): readonly string[] {
  const mistakes: string[] = [];
  const dashes = lookAlikeDashes(text);
  const resource = url.pathname.split('/')[resourceAt] ?? '';
  const schemeMistake = findSchemeMistake(text, scheme);
  if (schemeMistake !== undefined) mistakes.push(schemeMistake);
  if (url.port === nativePort) {
    mistakes.push(`has the native client's port ${nativePort} instead of the HTTP gateway's, usually ${gatewayPort}`);
  }
  if (text.includes('@')) mistakes.push('contains a user name or password, which the gateway does not use');
  if (dashes !== undefined) mistakes.push(`contains ${dashes}, which only looks like "-"`);
  if (resource.toLowerCase() === 'explorer') mistakes.push('is the address of Service Fabric Explorer, a web page');
  else if (resource !== '')
    mistakes.push(`leads to a resource of the gateway (/${resource}), not to the gateway itself`);
  else if (text.includes('?')) mistakes.push('has a query');
  else if (text.includes('#')) mistakes.push('has a fragment');
  return mistakes;
}

function findSchemeMistake(text: string, scheme: string | undefined): string | undefined {
  if (scheme === undefined) return 'has no scheme';
  if (scheme === 'tcp') return "is the native client's address (tcp://), not the HTTP gateway's";
  if (/^https?:\/\/https?:\/\//i.test(text)) return 'has two schemes';
  return new RegExp(`^${scheme}://[^/]`, 'i').test(text) ? undefined : `has something other than "://" after ${scheme}`;
}

/** The corrected value, or both of them where the scheme is not known. */
export function correctionOf({ scheme, url, resourceAt }: WrittenUrl): string {
  const isNative = url.port === nativePort || (scheme === 'tcp' && url.port === '');
  const port = isNative ? gatewayPort : url.port;
  const path = resourceAt > 0 ? url.pathname.split('/').slice(0, resourceAt).join('/') : url.pathname;
  const address = `${url.hostname}${port === '' ? '' : `:${port}`}${path.replace(/\/+$/, '')}`;
  return scheme === 'http' || scheme === 'https'
    ? `${scheme}://${address}`
    : `https://${address}, or http://${address} if the cluster is not secured`;
}

function isResource(segment: string): boolean {
  const name = segment === '%24' ? '$' : segment;
  return resources.has(name) || distinctResources.has(name.toLowerCase());
}

/** Whether a name or address can be connected to. A URL parser accepts hosts such as `$name` or `a,b` as well. */
function isHost(hostname: string): boolean {
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return true;
  if (/^https?$/i.test(hostname)) return false;
  const label = '[a-z\\d_](?:[a-z\\d_-]*[a-z\\d_])?';
  return new RegExp(`^(?:${label}\\.)*${label}\\.?$`, 'i').test(hostname);
}
