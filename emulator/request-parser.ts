// Reading a request as the gateway does: route, query, numbers and ranges, oddities included.

/** What can be asked, by the name that faults use. */
export type Operation =
  | 'commit-session'
  | 'delete-content'
  | 'delete-session'
  | 'get-session'
  | 'get-session-by-path'
  | 'home'
  | 'list-content'
  | 'upload-chunk'
  | 'upload-file';

/** One route: `{path}` stands for one or more segments, none of them `$`. */
export interface Route {
  readonly operation: Operation;
  readonly method: string;
  readonly pattern: string;
  readonly windowsOnly?: true;
}

/** Every route there is (imagestorehandler.cpp, Initialize); `GET /` is the cluster's front page. */
export const ROUTES: readonly Route[] = [
  { operation: 'home', method: 'GET', pattern: '/' },
  { operation: 'list-content', method: 'GET', pattern: '/ImageStore' },
  { operation: 'list-content', method: 'GET', pattern: '/ImageStore/{path}' },
  { operation: 'delete-content', method: 'DELETE', pattern: '/ImageStore/{path}' },
  { operation: 'upload-file', method: 'PUT', pattern: '/ImageStore/{path}' },
  { operation: 'upload-chunk', method: 'PUT', pattern: '/ImageStore/{path}/$/UploadChunk', windowsOnly: true },
  { operation: 'get-session', method: 'GET', pattern: '/ImageStore/$/GetUploadSession', windowsOnly: true },
  {
    operation: 'get-session-by-path',
    method: 'GET',
    pattern: '/ImageStore/{path}/$/GetUploadSession',
    windowsOnly: true,
  },
  { operation: 'delete-session', method: 'DELETE', pattern: '/ImageStore/$/DeleteUploadSession', windowsOnly: true },
  { operation: 'commit-session', method: 'POST', pattern: '/ImageStore/$/CommitUploadSession', windowsOnly: true },
];

/** A request that has found its route. */
export interface Call {
  readonly operation: Operation;
  /** As uploaded: slashes, either letter case; empty when the route has no path. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly apiVersion: number;
  readonly timeoutSeconds: number;
}

/** Finds the route of a raw request target; `unreadable` is for http.sys to refuse, `no-match` for the gateway. */
export function readCall(
  method: string,
  target: string,
  cluster: { readonly linux: boolean; readonly runtimeVersion: number },
): Call | 'no-match' | 'unreadable' {
  const [rawPath = '', ...rest] = withoutOrigin(target).split('?');
  const path = decoded(rawPath);
  if (path === undefined) {
    return 'unreadable';
  }
  const segments = path.split('/').filter((segment) => segment !== '');
  const query = readQuery(rest.join('?'));
  for (const route of ROUTES) {
    const pathInRoute = route.method === method ? matched(route.pattern, segments) : undefined;
    if (pathInRoute === undefined || (route.windowsOnly && cluster.linux)) {
      continue;
    }
    const apiVersion = readApiVersion(query.get('api-version') ?? '');
    if (route.operation !== 'home' && !(apiVersion >= 1 && apiVersion <= cluster.runtimeVersion)) {
      continue;
    }
    const timeoutSeconds = readTimeoutSeconds(query.get('timeout'));
    return { operation: route.operation, path: pathInRoute, query, apiVersion, timeoutSeconds };
  }
  return 'no-match';
}

/** The absolute form (as sent to a proxy) names the origin first. */
function withoutOrigin(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '');
}

// http.sys cooks the path before the gateway sees it, so %24 is $ and %2F is a slash (khttpserver.cpp).
function decoded(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
}

// GatewayUri.cpp: letter case counts, empty segments do not, and a $ is never part of a path.
function matched(pattern: string, segments: readonly string[]): string | undefined {
  const wanted = pattern.split('/').filter((segment) => segment !== '');
  const hole = wanted.indexOf('{path}');
  if (hole < 0) {
    return wanted.join('/') === segments.join('/') ? '' : undefined;
  }
  const tailLength = wanted.length - hole - 1;
  const path = segments.slice(hole, segments.length - tailLength);
  const frame = [...segments.slice(0, hole), '{path}', ...segments.slice(hole + path.length)];
  return path.length > 0 && !path.includes('$') && frame.join('/') === wanted.join('/') ? path.join('/') : undefined;
}

// GatewayUri.cpp, ParseQueryString: nothing is decoded, the first of a name wins, and only name=value counts.
function readQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const element of text.split('&')) {
    const [name, value, ...more] = element.split('=').filter((token) => token !== '');
    if (name !== undefined && value !== undefined && more.length === 0 && !query.has(name)) {
      query.set(name, value);
    }
  }
  return query;
}

// Parse.cpp, TryParseDouble: what follows the number is ignored, unless it is an exponent or a second dot.
function readApiVersion(text: string): number {
  const [, sign, digits = '', rest = ''] = /^ *([+-]?)([\d.]*)(.*)$/.exec(text.replace(/-preview$/, '')) ?? [];
  const exponent = /^e/i.test(rest) ? /^ *([+-]?\d+) *$/.exec(rest.slice(1))?.[1] : '0';
  if (digits.split('.').length > 2 || exponent === undefined) {
    return Number.NaN;
  }
  return Number(`${sign}0${digits}e${exponent}`);
}

const DEFAULT_TIMEOUT_SECONDS = 60; // Constants.cpp of the gateway

// RequestHandlerBase.HandlerAsyncOperation.cpp: an unsigned 32-bit decimal; anything else is silently the default.
function readTimeoutSeconds(text: string | undefined): number {
  const digits = /^ *\+?(\d+) *$/.exec(text ?? '')?.[1];
  const seconds = Number(digits ?? Number.NaN);
  return seconds <= 0xffff_ffff ? seconds : DEFAULT_TIMEOUT_SECONDS;
}

/** What a missing session id turns into (UriArgumentParser.cpp); no session ever has it. */
export const NIL_SESSION_ID = '00000000-0000-0000-0000-000000000000';

/** The session id in lower case, the nil one when missing, nothing when malformed (Guid.cpp). */
export function readSessionId(query: ReadonlyMap<string, string>): string | undefined {
  const text = (query.get('session-id') ?? NIL_SESSION_ID).toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}

/** Byte positions, both inclusive, and the size of the whole file. */
export interface ContentRange {
  readonly start: bigint;
  readonly end: bigint;
  readonly total: bigint;
}

/**
 * The Content-Range of a PUT, or nothing when it is refused (imagestorehandler.cpp, GetRequestBody).
 * Without the header, and for a left side that is not two numbers, the positions are silently zero.
 */
export function readContentRange(header: string | undefined): ContentRange | undefined {
  if (header === undefined || header === '') {
    return { start: 0n, end: 0n, total: 0n };
  }
  const text = header.startsWith('bytes') ? header.replace(/^[bytes]+/, '') : header;
  const [left, right, ...more] = text.trim().split('/').filter(Boolean);
  const total = readUint64(right);
  if (left === undefined || total === undefined || more.length > 0) {
    return undefined;
  }
  const pair = left.split('-').filter(Boolean);
  const [start, end] = pair.length === 2 ? pair.map(readUint64) : [0n, 0n];
  // An end that equals the total is one too many, and accepted here all the same.
  return start === undefined || end === undefined || start > end || end > total ? undefined : { start, end, total };
}

// Parse.cpp, TryParseUInt64: blanks around, a plus sign and hexadecimal are fine.
function readUint64(text: string | undefined): bigint | undefined {
  const digits = /^ *(?:\+?(\d+)|(0[xX][\da-fA-F]+)) *$/.exec(text ?? '');
  const value = BigInt(digits?.[1] ?? digits?.[2] ?? -1);
  return value >= 0n && value < 1n << 64n ? value : undefined;
}
