// Parses a request as the gateway does: route, query, numbers and ranges, with the gateway's peculiarities.

import { matchPattern, type Operation, routes, segmentsOf } from './routes.js';

/** A request that matches a route. */
export interface ParsedRequest {
  readonly operation: Operation;
  /** As uploaded: slashes, letter case kept. Empty when the route has no path. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly apiVersion: number;
  readonly timeoutSeconds: number;
}

/** Why a request has no route: http.sys rejects a `malformed` one, the gateway one with `no-route`. */
export type ParseFailure = 'malformed' | 'no-route';

/** Finds the route of a request target as it was sent. */
export function parseRequest(
  method: string,
  target: string,
  cluster: { readonly linux: boolean; readonly runtimeVersion: number },
): ParsedRequest | ParseFailure {
  const [rawPath = '', ...rest] = withoutOrigin(target).split('?');
  const path = decodePath(rawPath);
  if (path === undefined) return 'malformed';
  const segments = segmentsOf(path);
  const query = parseQuery(rest.join('?'));
  for (const route of routes) {
    const pathInRoute = route.method === method ? matchPattern(route.pattern, segments) : undefined;
    if (pathInRoute === undefined || (route.windowsOnly && cluster.linux)) continue;
    const apiVersion = parseApiVersion(query.get('api-version') ?? '');
    const isSupported = apiVersion >= 1 && apiVersion <= cluster.runtimeVersion;
    if (route.operation !== 'home' && !isSupported) continue;
    const timeoutSeconds = parseTimeoutSeconds(query.get('timeout'));
    return { operation: route.operation, path: pathInRoute, query, apiVersion, timeoutSeconds };
  }
  return 'no-route';
}

/** A target in absolute form, as sent to a proxy, starts with the origin. */
function withoutOrigin(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '');
}

// http.sys decodes the path before the gateway sees it, so %24 is $ and %2F is a slash (khttpserver.cpp).
function decodePath(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
}

// GatewayUri.cpp, ParseQueryString: decodes nothing, keeps the first of a name, and ignores all but name=value.
function parseQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const element of text.split('&')) {
    const [name, value, ...more] = element.split('=').filter((token) => token !== '');
    if (name !== undefined && value !== undefined && more.length === 0 && !query.has(name)) query.set(name, value);
  }
  return query;
}

// Parse.cpp, TryParseDouble: ignores what follows the number, unless it is an exponent or a second dot.
function parseApiVersion(text: string): number {
  const [, sign, digits = '', rest = ''] = /^ *([+-]?)([\d.]*)(.*)$/.exec(text.replace(/-preview$/, '')) ?? [];
  const exponent = /^e/i.test(rest) ? /^ *([+-]?\d+) *$/.exec(rest.slice(1))?.[1] : '0';
  if (digits.split('.').length > 2 || exponent === undefined) return Number.NaN;
  return Number(`${sign}0${digits}e${exponent}`);
}

/** Constants.cpp of the gateway. */
export const defaultTimeoutSeconds = 60;

// RequestHandlerBase.HandlerAsyncOperation.cpp: an unsigned 32-bit decimal; for anything else the default applies.
function parseTimeoutSeconds(text: string | undefined): number {
  const digits = /^ *\+?(\d+) *$/.exec(text ?? '')?.[1];
  const seconds = Number(digits ?? Number.NaN);
  return seconds <= 0xffff_ffff ? seconds : defaultTimeoutSeconds;
}

/** The gateway's value for a missing session id (UriArgumentParser.cpp). No session ever has it. */
export const nilSessionId = '00000000-0000-0000-0000-000000000000';

/** The session id in lower case; the nil one when it is missing, undefined when it is malformed (Guid.cpp). */
export function parseSessionId(query: ReadonlyMap<string, string>): string | undefined {
  const text = (query.get('session-id') ?? nilSessionId).toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}

/** Inclusive byte positions, and the size of the whole file. */
export interface ContentRange {
  readonly start: bigint;
  readonly end: bigint;
  readonly total: bigint;
}

/**
 * The Content-Range of a PUT, or undefined when the gateway rejects it (imagestorehandler.cpp, GetRequestBody).
 * Without the header, or when the left side is not two numbers, the positions are zero.
 */
export function parseContentRange(header: string | undefined): ContentRange | undefined {
  if (header === undefined || header === '') return { start: 0n, end: 0n, total: 0n };
  const text = header.startsWith('bytes') ? header.replace(/^[bytes]+/, '') : header;
  const [left, right, ...more] = text.trim().split('/').filter(Boolean);
  const total = parseUint64(right);
  if (left === undefined || total === undefined || more.length > 0) return undefined;
  const pair = left.split('-').filter(Boolean);
  const [start, end] = pair.length === 2 ? pair.map(parseUint64) : [0n, 0n];
  // An end equal to the total is one too many, but the gateway accepts it.
  return start === undefined || end === undefined || start > end || end > total ? undefined : { start, end, total };
}

// Parse.cpp, TryParseUInt64: accepts surrounding blanks, a plus sign and hexadecimal.
function parseUint64(text: string | undefined): bigint | undefined {
  const digits = /^ *(?:\+?(\d+)|(0[xX][\da-fA-F]+)) *$/.exec(text ?? '');
  const value = BigInt(digits?.[1] ?? digits?.[2] ?? -1);
  return value >= 0n && value < 1n << 64n ? value : undefined;
}
