// The endpoint: the cluster's HTTP gateway, or the reason why what was written cannot be it.
import { type Complain, emptyInput, listed, quote } from './complaint.js';

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
export function parseEndpoint(value: string, complain: Complain): Endpoint | undefined {
  if (value === '') return complain(emptyInput('endpoint', accepted));
  const reject = (reason: string, corrected?: string): undefined =>
    complain(
      `endpoint ${quoted(value)} ${reason}; ${corrected === undefined ? `it takes ${accepted}` : `write ${corrected}`}.`,
    );

  // A URL parser would quietly drop or turn these round, and then something else than what was written is used.
  if (/[\s\\\u0000-\u001F\u007F]/.test(value)) return reject('has a blank, a line break or a backslash in it');
  if (/^https?:\/(?!\/)/i.test(value)) return reject('is not a URL');
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
  const url = parseUrl(
    scheme === undefined ? `http://${value}` : value.replace(/^[^:]+/, scheme === 'https' ? scheme : 'http'),
  );
  if (url === undefined || url.hostname === '') return reject('is not a URL');

  const faults: string[] = [];
  if (scheme === undefined) faults.push('has no scheme');
  else if (scheme === 'tcp') faults.push("is the native client's address (tcp://), not the HTTP gateway's");
  else if (scheme !== 'http' && scheme !== 'https') return reject(`has the scheme ${scheme}`);
  if (url.port === '19000') faults.push("has port 19000, the native client's; HTTP is usually on 19080");
  if (url.username !== '' || url.password !== '')
    faults.push('has a user name or password in it, which the gateway does not know');
  const explorer = /\/Explorer(?:\/.*)?$/i;
  if (explorer.test(url.pathname)) faults.push('leads to the Explorer, a page for people');
  else if (url.search !== '' || value.includes('?')) faults.push('has a query');
  else if (url.hash !== '' || value.includes('#')) faults.push('has a fragment');

  const port = url.port === '19000' || (scheme === 'tcp' && url.port === '') ? '19080' : url.port;
  const host = port === '' ? url.hostname : `${url.hostname}:${port}`;
  const rest = `${host}${url.pathname.replace(explorer, '').replace(/\/+$/, '')}`;
  if (faults.length > 0) {
    const known = scheme === 'http' || scheme === 'https';
    return reject(
      listed(faults),
      known ? `${scheme}://${rest}` : `https://${rest}, or http://${rest} if the cluster is not secured`,
    );
  }
  return {
    url: `${url.protocol}//${rest}`,
    secure: url.protocol === 'https:',
    portNamed: /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(value),
  };
}

/** What was written, without a user name or password, wherever the one that wrote it put them. */
function quoted(value: string): string {
  return quote(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, '$1***@'));
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
