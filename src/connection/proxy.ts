// The proxy for an endpoint: what the environment variable that names it means, and the tunnel through it.
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { checkBypass } from '@actions/http-client/lib/proxy';
import { authorityOf, type HostPort } from '../http/address.js';
import type { Redactor } from '../runner/redaction.js';
import type { ReportProblem } from './input-problems.js';
import type { ProxyVariable } from './proxy-variable.js';

export interface ForwardProxy extends HostPort {
  /** Scheme, host and port, for people; never a user or password. */
  name: string;
  /** Whether the proxy itself is spoken to in TLS. */
  secure: boolean;
  /** Value of the Proxy-Authorization header. */
  authorization?: string;
}

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

/** A proxy that does not let us through. `code` is final for PROXY_REFUSED, passing for PROXY_FAILED. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: 'PROXY_REFUSED' | 'PROXY_FAILED';

  constructor(proxy: ForwardProxy, { statusCode = 0, statusMessage = '' }: IncomingMessage) {
    super(`the proxy ${proxy.name} answered ${`${statusCode} ${statusMessage}`.trim()} to CONNECT`);
    // A proxy that cannot reach the host says so with a 5xx of its choice; nothing has been sent then.
    this.code = statusCode >= 500 ? 'PROXY_FAILED' : 'PROXY_REFUSED';
  }
}

/**
 * Asks the proxy at the other end of a connection for a tunnel to a place.
 * @throws {ProxyError} when it answers anything but 2xx
 */
export function openTunnel(connection: Socket, proxy: ForwardProxy, place: HostPort): Promise<Socket> {
  const authority = authorityOf(place);
  return new Promise((resolve, reject) => {
    const asked = request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
      // Only without an agent is this asked for the connection.
      createConnection: () => connection,
    });
    asked.once('error', reject);
    asked.once('close', () =>
      reject(Object.assign(new Error(`the proxy ${proxy.name} closed the connection`), { code: 'ECONNRESET' })),
    );
    asked.once('response', (answer) => reject(new ProxyError(proxy, answer)));
    asked.once('connect', (answer, socket, head) => {
      if (answer.statusCode === undefined || answer.statusCode < 200 || answer.statusCode > 299) {
        reject(new ProxyError(proxy, answer));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(connection);
    });
    asked.end();
  });
}
