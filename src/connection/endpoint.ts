// The endpoint input: the URL of the cluster's HTTP gateway.
import { emptyInput, joinWithAnd, quote, type ReportProblem } from './input-problems.js';

export interface Endpoint {
  /** Scheme, host, port if one was written, base path; no slash at the end. */
  readonly url: string;
  readonly secure: boolean;
  /** Whether the author wrote a port: a URL without one means 80 or 443, and the gateway usually listens on 19080. */
  readonly portNamed: boolean;
}

const accepted = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";

/**
 * Parses the endpoint. For a usual mistake (the native client's port, the address of Service Fabric Explorer, …) the
 * problem contains the corrected value. It never contains a user name or password.
 */
export function parseEndpoint(value: string, reportProblem: ReportProblem): Endpoint | undefined {
  if (value === '') return reportProblem(emptyInput('endpoint', accepted));
  const reject = (reason: string): undefined =>
    reportProblem(`endpoint must be ${accepted}, but ${quoteWithoutLogin(value)} ${reason}.`);

  // A URL parser would silently drop or replace these, and the request would go to another address than the written one.
  if (/[\s\\\u0000-\u001F\u007F]/.test(value)) return reject('contains a blank, a line break or a backslash');
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
  const isKnown = scheme === 'http' || scheme === 'https';
  if (scheme === undefined && /^https?:\//i.test(value)) return reject('is not a URL');
  const asHttp = scheme === undefined ? `http://${value}` : `http${value.slice(scheme.length)}`;
  const url = parseUrl(isKnown ? value : asHttp);
  if (url === undefined || url.hostname === '') return reject('is not a URL');

  const mistakes: string[] = [];
  if (scheme === undefined) mistakes.push('has no scheme');
  else if (scheme === 'tcp') mistakes.push("is the native client's address (tcp://), not the HTTP gateway's");
  else if (!isKnown) return reject(`has the scheme ${scheme}`);
  if (url.port === '19000')
    mistakes.push("has the native client's port 19000 instead of the HTTP gateway's, usually 19080");
  if (url.username !== '' || url.password !== '')
    mistakes.push('contains a user name or password, which the gateway does not use');
  const segments = url.pathname.split('/');
  const explorerAt = segments.findIndex((segment) => segment.toLowerCase() === 'explorer');
  if (explorerAt > 0) mistakes.push('is the address of Service Fabric Explorer, a web page');
  else if (url.search !== '' || value.includes('?')) mistakes.push('has a query');
  else if (url.hash !== '' || value.includes('#')) mistakes.push('has a fragment');

  const port = url.port === '19000' || (scheme === 'tcp' && url.port === '') ? '19080' : url.port;
  const host = port === '' ? url.hostname : `${url.hostname}:${port}`;
  const path = explorerAt > 0 ? segments.slice(0, explorerAt).join('/') : url.pathname;
  const address = `${host}${path.replace(/\/+$/, '')}`;
  if (mistakes.length > 0) {
    const corrected = isKnown
      ? `${scheme}://${address}`
      : `https://${address}, or http://${address} if the cluster is not secured`;
    return reportProblem(`endpoint ${quoteWithoutLogin(value)} ${joinWithAnd(mistakes)}; write ${corrected}.`);
  }
  return {
    url: `${url.protocol}//${address}`,
    secure: url.protocol === 'https:',
    // The URL parser drops a port that is the default of its scheme.
    portNamed: url.port !== '' || /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(value),
  };
}

/** Also where the value is no valid URL, so that only a rough pattern can find the login. */
function quoteWithoutLogin(value: string): string {
  return quote(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, '$1***@'));
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
