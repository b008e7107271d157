// The proxy for an endpoint: what the environment variable that names it means.
import { withoutBrackets } from '../http/address.js';
import type { ForwardProxy } from '../http/proxy-tunnel.js';
import type { Redactor } from '../runner/redaction.js';
import { dropInvisible } from '../shared/sanitize.js';
import type { ReportProblem } from './input-problems.js';
import { bypassesProxy } from './no-proxy.js';
import type { ProxyVariable } from './proxy-variable.js';

export interface ProxyContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly redactor: Redactor;
  readonly reportProblem: ReportProblem;
}

/** Parses the proxy for this endpoint; undefined where `no_proxy` or a loopback endpoint makes it unnecessary. */
export function parseProxy(
  { name: variable, value }: ProxyVariable,
  endpointUrl: string,
  { environment, redactor, reportProblem }: ProxyContext,
): ForwardProxy | undefined {
  if (bypassesProxy(endpointUrl, environment)) return undefined;
  const reject = (reason: string): undefined => reportProblem(`The environment variable ${variable} ${reason}`);

  const { scheme, login, address } = splitProxyUrl(dropInvisible(value).replace(/^["'\s]+|["'\s]+$/g, ''));
  maskLogin(login, redactor);
  if (login !== undefined && /[#/?\\@]/.test(login)) return reject(unencodedLogin);
  if (scheme !== 'http' && scheme !== 'https') {
    const kind = otherKinds.has(scheme) ? `names a proxy of the kind "${scheme}:"` : 'names a proxy of another kind';
    return reject(`${kind}; it takes http:// or https://.`);
  }
  const text = `${scheme}://${login === undefined ? '' : `${login}@`}${address}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === '' || /[#?\\]/.test(address) || text.includes('***')) {
    return reject('does not hold the URL of a proxy, like http://proxy.example.com:3128.');
  }
  return toProxy(url, redactor);
}

/** Always the whole list: naming only the characters that were found would show a part of the password. */
const unencodedLogin =
  'holds a user or password with a character that ends it in a URL. ' +
  'In both, write # as %23, / as %2F, ? as %3F, \\ as %5C, @ as %40 and % as %25; CORP\\user becomes CORP%5Cuser.';

/** Kinds of proxies that are recognised and not supported. Another word before `://` may belong to a login. */
const otherKinds = new Set(['socks', 'socks4', 'socks4a', 'socks5', 'socks5h', 'ftp', 'tcp', 'ws', 'wss', 'file']);

interface ProxyUrl {
  readonly scheme: string;
  /** User and password as written; undefined without an @. */
  readonly login: string | undefined;
  readonly address: string;
}

/** Splits at the last @, so that no unencoded character of a password can become a part of the address. */
function splitProxyUrl(value: string): ProxyUrl {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(value);
  const rest = value.slice(scheme?.[0].length ?? 0);
  const at = rest.lastIndexOf('@');
  return {
    scheme: scheme?.[1]?.toLowerCase() ?? 'http',
    login: at === -1 ? undefined : rest.slice(0, at),
    address: rest.slice(at + 1),
  };
}

function maskLogin(login: string | undefined, redactor: Redactor): void {
  const password = /:(.*)$/s.exec(login ?? '')?.[1] ?? '';
  redactor.add(password, percentDecoded(password));
}

function toProxy(url: URL, redactor: Redactor): ForwardProxy {
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const hasLogin = url.username !== '' || url.password !== '';
  const basic = Buffer.from(`${percentDecoded(url.username)}:${percentDecoded(url.password)}`).toString('base64');
  // The URL parser escapes some more characters of the password.
  if (hasLogin) redactor.add(url.password, basic);
  return {
    name: `${url.protocol}//${url.hostname}:${port}`,
    host: withoutBrackets(url.hostname),
    port,
    secure,
    ...(hasLogin && { authorization: `Basic ${basic}` }),
  };
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that begins no escape stands for itself
  }
}
