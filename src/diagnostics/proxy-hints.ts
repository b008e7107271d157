// What to do when the proxy fails, or cannot be reached: the endpoint has no part in it, and is not mentioned.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { FailedAttempt } from '../image-store/attempt.js';
import { isInvalidHttp } from './attempt-text.js';
import type { Hint } from './hint.js';

/** Whether it is the proxy that failed, and not the cluster behind it. */
export function isProxyFailure({ atProxy, code }: FailedAttempt): boolean {
  return atProxy === true || code.startsWith('PROXY_');
}

const proxyOf = ({ proxyName }: ConnectionInfo): string =>
  proxyName === undefined ? 'the proxy' : `the proxy ${proxyName}`;

/** Where the proxy's URL is written. */
const variableOf = ({ secure }: ConnectionInfo): string => (secure ? 'https_proxy' : 'http_proxy');

const bypass = 'To bypass the proxy, list the host of the cluster in no_proxy.';

/** What the proxy answered to CONNECT (see ProxyError). */
const answeredStatus = ({ message }: FailedAttempt): number => Number(/ answered (\d{3})\b/.exec(message)?.[1]);

/** Headers that are too long come from the server behind the proxy. */
const isNoProxyAnswer = (attempt: FailedAttempt): boolean =>
  attempt.code !== 'HPE_HEADER_OVERFLOW' && (attempt.code.startsWith('HPE_') || isInvalidHttp(attempt));

/** For failures for which isProxyFailure holds. */
export const proxyHints: readonly Hint<FailedAttempt>[] = [
  {
    applies: (attempt) => attempt.code === 'PROXY_REFUSED' && [401, 407].includes(answeredStatus(attempt)),
    cause: 'The proxy requires a user and a password',
    advice: `Add them to the URL of the proxy, or correct the ones in it. ${bypass}`,
    source: 'RFC 9110, section 15.5.8; tinyproxy answers 401 to a wrong password',
  },
  {
    applies: ({ code }) => code === 'PROXY_REFUSED',
    cause: 'The proxy does not allow connections to this host and port',
    advice: "Change the proxy's rules, or list the host of the cluster in no_proxy to bypass the proxy.",
    source: 'RFC 9110 on CONNECT; squid, tinyproxy',
  },
  {
    applies: ({ code }) => code === 'PROXY_CERTIFICATE',
    cause: "The proxy's certificate does not verify",
    advice:
      "It must match the proxy's name and come from an authority that the runner trusts; NODE_EXTRA_CA_CERTS names a file with additional authorities. server-ca applies to the cluster only.",
    source: 'Node.js: tls.connect without ca',
  },
  {
    applies: ({ code }) => code === 'PROXY_FAILED',
    cause: 'The proxy could not reach the cluster',
    advice: `Ask whoever runs the proxy whether it can connect to this host and port, and what it logged. ${bypass}`,
    source: 'RFC 9110 on CONNECT; squid, tinyproxy',
  },
  {
    applies: ({ atProxy, code }) => atProxy === true && (code === 'ENOTFOUND' || code === 'EAI_AGAIN'),
    cause: (_, connection) => `The runner cannot resolve the host name of ${proxyOf(connection)}`,
    advice: (_, connection) => `Check its URL in ${variableOf(connection)}. ${bypass}`,
    source: 'getaddrinfo',
  },
  {
    applies: ({ atProxy, message }) => atProxy === true && /wrong version number|packet length too long/i.test(message),
    cause: (_, connection) => `The server at ${proxyOf(connection)} does not use TLS`,
    advice: (_, connection) =>
      `Its URL in ${variableOf(connection)} must begin with http://, also when the cluster itself uses https://.`,
    source: 'OpenSSL, when a server answers a handshake in plain HTTP',
  },
  {
    applies: (attempt) => attempt.atProxy === true && isNoProxyAnswer(attempt),
    cause: (_, connection) => `The server at ${proxyOf(connection)} did not answer in valid HTTP`,
    advice: (_, connection) =>
      `Its URL in ${variableOf(connection)} must name an HTTP proxy, not a SOCKS proxy, and begin with https:// if the proxy uses TLS. ${bypass}`,
    source: "Node's HTTP parser",
  },
  {
    applies: ({ atProxy, sent, problem }) => atProxy === true && !sent && problem !== 'cancelled',
    cause: (_, connection) => `The runner cannot connect to ${proxyOf(connection)}`,
    advice: (_, connection) =>
      `Check its URL in ${variableOf(connection)}, whether the proxy is running, and whether a firewall blocks the runner's address there. ${bypass}`,
    source: 'connect(2); a proxy that accepts a connection and answers nothing',
  },
];
