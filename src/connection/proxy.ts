// The proxy for an endpoint: what the environment variable that names it means.
import { checkBypass } from '@actions/http-client/lib/proxy';
import type { ForwardProxy } from '../http/proxy-tunnel.js';
import type { Redactor } from '../runner/redaction.js';
import type { ReportProblem } from './input-problems.js';
import type { ProxyVariable } from './proxy-variable.js';

/** Parses the proxy for this endpoint; undefined where `no_proxy` or a loopback endpoint makes it unnecessary. */
export function parseProxy(
  { name: variable, value }: ProxyVariable,
  endpointUrl: string,
  redactor: Redactor,
  reportProblem: ReportProblem,
): ForwardProxy | undefined {
  if (checkBypass(new URL(endpointUrl))) return undefined;

  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === '') {
    return reportProblem(
      `The environment variable ${variable} does not hold the URL of a proxy, like http://proxy.example.com:3128.`,
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return reportProblem(
      `The environment variable ${variable} names a proxy of the kind "${url.protocol}"; it takes http:// or https://.`,
    );
  }
  const secure = url.protocol === 'https:';
  const authorization = url.username === '' && url.password === '' ? undefined : basicAuthorization(url);
  if (authorization) redactor.add(url.password, percentDecoded(url.password), authorization.replace(/^Basic /, ''));
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return {
    name: `${url.protocol}//${url.hostname}:${port}`,
    // A URL writes an IPv6 address in brackets, a resolver takes it without.
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    secure,
    ...(authorization && { authorization }),
  };
}

function basicAuthorization({ username, password }: URL): string {
  return `Basic ${Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`).toString('base64')}`;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that begins no escape stands for itself
  }
}
