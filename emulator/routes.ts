// The routes of the image store's REST API and of provisioning, and how the gateway matches a path with them.

/** The operations of the emulator, by the names that faults use. */
export type Operation =
  | 'commit-session'
  | 'delete-content'
  | 'delete-session'
  | 'get-session'
  | 'get-session-by-path'
  | 'home'
  | 'list-content'
  | 'provision-type'
  | 'upload-chunk'
  | 'upload-file';

/** One route. `{path}` stands for one or more segments, none of them `$`. */
export interface Route {
  readonly operation: Operation;
  readonly method: string;
  readonly pattern: string;
  readonly windowsOnly?: true;
}

/** All routes (Initialize in imagestorehandler.cpp, one in ApplicationTypesHandler.cpp), and `GET /`, the home page. */
export const routes: readonly Route[] = [
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
  { operation: 'provision-type', method: 'POST', pattern: '/ApplicationTypes/$/Provision' },
];

/** Every operation once, sorted by name. */
export const operations: readonly Operation[] = [...new Set(routes.map(({ operation }) => operation))].sort();

/** The non-empty segments of a path (GatewayUri.cpp). */
export function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/**
 * The part of the path that `{path}` stands for, empty for a route without it; undefined when the route does not match.
 * GatewayUri.cpp: letter case matters, empty segments do not, and `{path}` never contains a `$` segment.
 */
export function matchPattern(pattern: string, segments: readonly string[]): string | undefined {
  const expected = segmentsOf(pattern);
  const placeholder = expected.indexOf('{path}');
  if (placeholder < 0) return expected.join('/') === segments.join('/') ? '' : undefined;
  const tailLength = expected.length - placeholder - 1;
  const path = segments.slice(placeholder, segments.length - tailLength);
  const others = [...segments.slice(0, placeholder), '{path}', ...segments.slice(placeholder + path.length)];
  return path.length > 0 && !path.includes('$') && others.join('/') === expected.join('/') ? path.join('/') : undefined;
}
