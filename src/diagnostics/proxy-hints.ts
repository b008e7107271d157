// What to do when the proxy failed or could not be reached: nothing of it is about the endpoint.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { FailedAttempt } from '../image-store/attempt.js';
import { isInvalidHttp } from './attempt-text.js';
import type { Hint } from './response-hints.js';

function proxyOf({ proxyName }: ConnectionInfo): string {
  return proxyName === undefined ? 'the proxy' : `the proxy ${proxyName}`;
}

/** Where its URL is written. */
function variableOf({ secure }: ConnectionInfo): string {
  return secure ? 'https_proxy' : 'http_proxy';
}

const bypass = 'To bypass the proxy, list the host of the cluster in no_proxy.';

/** Headers that are too long come from the server behind it. */
function isNoProxyAnswer(attempt: FailedAttempt): boolean {
  return attempt.code !== 'HPE_HEADER_OVERFLOW' && (attempt.code.startsWith('HPE_') || isInvalidHttp(attempt));
}

/** The first hint that applies is the one to give. */
export const proxyHints: readonly Hint<FailedAttempt>[] = [
  {
    applies: ({ code }) => code === 'PROXY_REFUSED',
    advice:
      'Nothing was sent. 407 and 401 mean that the proxy requires a user and a password: add them to the URL of the proxy. 403 means that the proxy does not allow connections to this host and port. To bypass the proxy, list the host in no_proxy.',
    source: 'RFC 9110 on CONNECT; squid, tinyproxy',
  },
  {
    applies: ({ code }) => code === 'PROXY_CERTIFICATE',
    advice:
      "Nothing was sent. The proxy's certificate must match the proxy's name and come from an authority that the runner trusts; NODE_EXTRA_CA_CERTS names a file with additional authorities. server-ca applies to the cluster only.",
    source: 'Node.js: tls.connect without ca',
  },
  {
    applies: ({ code }) => code === 'PROXY_FAILED',
    advice: (_, connection) =>
      `Nothing was sent. The proxy could not reach the cluster. Ask whoever runs ${proxyOf(connection)} whether it may connect to this host and port, and what it logged. ${bypass}`,
    source: 'RFC 9110 on CONNECT; squid, tinyproxy',
  },
  {
    applies: ({ atProxy, code }) => atProxy === true && code === 'ENOTFOUND',
    advice: (_, connection) =>
      `Nothing was sent. The runner cannot resolve the host name of ${proxyOf(connection)}. Check its URL in ${variableOf(connection)}. ${bypass}`,
    source: 'getaddrinfo',
  },
  {
    applies: ({ atProxy, code }) => atProxy === true && code === 'ECONNREFUSED',
    advice: (_, connection) =>
      `Nothing was sent. Nothing listens at ${proxyOf(connection)}. Check its URL in ${variableOf(connection)}, and whether the proxy is running. ${bypass}`,
    source: 'connect(2)',
  },
  {
    applies: ({ atProxy, message }) => atProxy === true && /wrong version number|packet length too long/i.test(message),
    advice: (_, connection) =>
      `Nothing was sent. The server at ${proxyOf(connection)} does not use TLS: its URL in ${variableOf(connection)} must begin with http://, also for an endpoint that begins with https://.`,
    source: 'OpenSSL, when a server answers a handshake in plain HTTP',
  },
  {
    applies: (attempt) => attempt.atProxy === true && isNoProxyAnswer(attempt),
    advice: (_, connection) =>
      `The server at ${proxyOf(connection)} did not answer in valid HTTP. Check its URL in ${variableOf(connection)}: it must name an HTTP proxy, not a SOCKS proxy, and begin with https:// if the proxy uses TLS. ${bypass}`,
    source: "Node's HTTP parser",
  },
  {
    applies: ({ atProxy, sent, code, problem }) =>
      atProxy === true && !sent && code !== 'EAI_AGAIN' && problem !== 'cancelled',
    advice: (_, connection) =>
      `Nothing was sent. Check the URL of ${proxyOf(connection)} in ${variableOf(connection)}, whether the proxy is running, and whether a firewall blocks the runner's address there. ${bypass}`,
    source: 'packets that are dropped instead of refused; a proxy that accepts a connection and answers nothing',
  },
];
