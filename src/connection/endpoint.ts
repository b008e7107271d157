// The endpoint: the cluster's HTTP gateway, or the reason why what was written cannot be it.
import { emptyInput, listed, quote, type ReportProblem } from './input-problems.js';

export interface Endpoint {
  /** Scheme, host, port if one was written, base path; no slash at the end. */
  url: string;
  secure: boolean;
  /** Whether the author named a port: the gateway's usual one, 19080, is not the one a URL falls back to. */
  portNamed: boolean;
}

const accepted = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";

/**
 * Parses the endpoint. What can be told from a usual mistake (the native client's port, the Explorer's address, …) is
 * answered with the corrected value. A user name or password in it is never repeated.
 */
export function parseEndpoint(value: string, reportProblem: ReportProblem): Endpoint | undefined {
  if (value === '') return reportProblem(emptyInput('endpoint', accepted));
  const reject = (reason: string, corrected?: string): undefined =>
    reportProblem(
      `endpoint ${quoted(value)} ${reason}; ${corrected === undefined ? `it takes ${accepted}` : `write ${corrected}`}.`,
    );

  // A URL parser would quietly drop or turn these round, and then something else than what was written is used.
  if (/[\s\\\u0000-\u001F\u007F]/.test(value)) return reject('has a blank, a line break or a backslash in it');
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
  const isKnown = scheme === 'http' || scheme === 'https';
  if (scheme === undefined && /^https?:\//i.test(value)) return reject('is not a URL');
  const asHttp = scheme === undefined ? `http://${value}` : `http${value.slice(scheme.length)}`;
  const url = parseUrl(isKnown ? value : asHttp);
  if (url === undefined || url.hostname === '') return reject('is not a URL');

  const faults: string[] = [];
  if (scheme === undefined) faults.push('has no scheme');
  else if (scheme === 'tcp') faults.push("is the native client's address (tcp://), not the HTTP gateway's");
  else if (!isKnown) return reject(`has the scheme ${scheme}`);
  if (url.port === '19000') faults.push("has port 19000, the native client's; HTTP is usually on 19080");
  if (url.username !== '' || url.password !== '')
    faults.push('has a user name or password in it, which the gateway does not know');
  const segments = url.pathname.split('/');
  const explorerAt = segments.findIndex((segment) => segment.toLowerCase() === 'explorer');
  if (explorerAt > 0) faults.push('leads to the Explorer, a page for people');
  else if (url.search !== '' || value.includes('?')) faults.push('has a query');
  else if (url.hash !== '' || value.includes('#')) faults.push('has a fragment');

  const port = url.port === '19000' || (scheme === 'tcp' && url.port === '') ? '19080' : url.port;
  const host = port === '' ? url.hostname : `${url.hostname}:${port}`;
  const path = explorerAt > 0 ? segments.slice(0, explorerAt).join('/') : url.pathname;
  const rest = `${host}${path.replace(/\/+$/, '')}`;
  if (faults.length > 0) {
    return reject(
      listed(faults),
      isKnown ? `${scheme}://${rest}` : `https://${rest}, or http://${rest} if the cluster is not secured`,
    );
  }
  return {
    url: `${url.protocol}//${rest}`,
    secure: url.protocol === 'https:',
    // A URL forgets a port that its scheme implies.
    portNamed: url.port !== '' || /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(value),
  };
}

/** What was written, without a user name or password, wherever the one that wrote it put them. */
function quoted(value: string): string {
  return quote(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, '$1***@'));
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
