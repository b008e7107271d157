// What to do when no complete response arrived: a failed connection, an interrupted one, a failed handshake.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { FailedAttempt } from '../image-store/attempt.js';
import { isInvalidHttp } from './attempt-text.js';
import { certificateHints } from './certificate-hints.js';
import type { Hint } from './hint.js';
import { proxyHints } from './proxy-hints.js';

const isConnect =
  (...codes: readonly string[]) =>
  ({ problem, code }: FailedAttempt): boolean =>
    problem === 'connect' && codes.includes(code);

/** How a server may end a handshake because of the client certificate. */
const clientCertificateIssue = ({ certificate }: ConnectionInfo): string =>
  `the server ${certificate ? 'does not accept the client certificate' : 'requires a client certificate'}`;

const tcpHints: readonly Hint<FailedAttempt>[] = [
  {
    applies: isConnect('ENOTFOUND'),
    cause: 'The runner cannot resolve this host name',
    advice: 'Check its spelling, and whether the runner can access the network of the cluster.',
    source: 'getaddrinfo',
  },
  {
    applies: isConnect('EAI_AGAIN'),
    cause: "The runner's DNS server did not answer",
    advice: 'Run the step again.',
    source: 'getaddrinfo',
  },
  {
    applies: isConnect('ECONNREFUSED'),
    cause: 'Nothing listens at this host and port',
    advice: 'Check host and port of the endpoint, and whether the cluster is running.',
    source: 'connect(2)',
  },
  {
    applies: isConnect('EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN'),
    cause: 'The runner has no route to this host',
    advice: 'Check the host of the endpoint, and whether the runner can access the network of the cluster.',
    source: 'connect(2)',
  },
];

const handshakeHints: readonly Hint<FailedAttempt>[] = [
  {
    applies: ({ problem, code, message }) =>
      problem === 'connect' && (/WRONG_VERSION_NUMBER|EPROTO/.test(code) || /wrong version number/i.test(message)),
    cause: 'The server at this port does not use TLS',
    advice: 'If the cluster is not secured, the endpoint must begin with http://.',
    source: 'OpenSSL, when a server answers a handshake in plain HTTP',
  },
  {
    applies: ({ problem, code }, { secure }) => secure && problem === 'connect' && code === 'ECONNRESET',
    cause: 'The server closed the connection in the TLS handshake',
    advice: (_, connection) =>
      `Usually this is not the port of the HTTP gateway (19080), or the port does not use TLS and the endpoint must begin with http://, or ${clientCertificateIssue(connection)}.`,
    source: 'servers that drop what is no TLS of theirs without an alert',
  },
  {
    applies: ({ problem, code }) =>
      problem === 'connect' && /^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code),
    cause: (_, { certificate }) =>
      certificate
        ? `The server does not accept the client certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}`
        : 'The server requires a client certificate',
    advice: (_, { certificate }) =>
      certificate
        ? 'The certificate must come from an authority that the cluster trusts, be valid, and be known to the cluster.'
        : 'Set client-certificate.',
    source: 'TLS alerts, RFC 8446 section 6',
  },
  {
    applies: ({ problem, code }) =>
      problem === 'connect' && /^ERR_SSL_(?:EE|CA)_KEY_TOO_SMALL$|_MD_TOO_WEAK$/.test(code),
    cause: 'The client certificate is too weak: its key is too small, or its signature is SHA-1',
    advice: 'Provide one that has an RSA key of at least 2,048 bits and a SHA-256 signature.',
    source: 'SSL_CTX_use_certificate at security level 2',
  },
  {
    applies: isConnect('ERR_SSL_DH_KEY_TOO_SMALL'),
    cause: 'The server offers a Diffie-Hellman key that is too small',
    advice: 'Update the TLS configuration of the server or front end: it is too old for Node.js.',
    source: 'OpenSSL at security level 2',
  },
  {
    applies: ({ problem, code }) => problem === 'connect' && /^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(code),
    cause: 'The TLS handshake failed',
    advice: (_, connection) =>
      `Client and server have no TLS version or cipher in common, or ${clientCertificateIssue(connection)}. Check that the endpoint is the HTTP gateway of the cluster.`,
    source: 'TLS alerts, RFC 8446 section 6',
  },
  {
    applies: ({ code }) => code === 'PFX_NOT_USABLE',
    cause: 'The server cannot be verified before the PFX is used',
    advice:
      'Provide the client certificate and its key as PEM (openssl pkcs12 -in old.pfx -nodes -out new.pem), or pin the server in server-certificate-thumbprints.',
    source: 'Node.js trusts the authorities that a PFX contains',
  },
];

const exchangeHints: readonly Hint<FailedAttempt>[] = [
  {
    applies: ({ problem, code }) => problem === 'interrupted' && code === 'HPE_HEADER_OVERFLOW',
    cause: 'Something other than the image store answered with more than 16 KiB of headers',
    advice:
      'Usually a login page with many cookies answers in its place. Check the endpoint, and what is between the runner and the cluster.',
    source: "Node's HTTP parser: --max-http-header-size",
  },
  {
    applies: isInvalidHttp,
    cause: 'The server at this port did not answer in valid HTTP',
    advice:
      'Check the endpoint: the HTTP gateway usually listens on port 19080, and the endpoint of a secured cluster begins with https://.',
    source: "Node's HTTP parser",
  },
  {
    applies: (attempt) =>
      isConnect('CONNECT_TIMEOUT', 'ETIMEDOUT')(attempt) || (attempt.problem === 'deadline' && !attempt.sent),
    cause: 'Nothing answered at this host and port',
    advice:
      "Check host and port of the endpoint, and whether a firewall or network security group blocks the runner's address.",
    source: 'packets that are dropped instead of refused',
  },
  {
    applies: ({ problem }) => problem === 'connect',
    cause: 'The runner could not connect',
    advice: 'Check host and port of the endpoint, and what is between the runner and the cluster.',
    source: 'the errors of connect(2) that are not explained above',
  },
  {
    applies: ({ problem, sent, method }) => problem === 'deadline' && sent && method === 'POST',
    cause: 'The commit took longer than the timeout input allows, and 15 s more',
    advice: 'Raise timeout. The cluster may still finish the commit, or may have finished it.',
    source: 'the cluster answers 504 itself when the timeout is over, unless that answer is lost',
  },
  {
    applies: ({ problem, sent }) => problem === 'deadline' && sent,
    cause: 'The image store took too long to answer',
    advice:
      'Raise timeout if it was an upload or a deletion. Check the health of fabric:/System/ImageStoreService, and what is between the runner and the cluster.',
    source: 'the cluster answers 504 itself when the timeout is over, unless that answer is lost',
  },
  {
    applies: ({ sent, status = 0, method }) => method === 'POST' && sent && !(status >= 400 && status < 500),
    advice:
      'The cluster may still finish the commit, or may have finished it: it continues after the client disconnects.',
    source: 'khttpserver.cpp: the gateway does not notice when a client disconnects',
  },
];

/** The first hint that applies is the one to give. */
export const networkHints: readonly Hint<FailedAttempt>[] = [
  ...proxyHints,
  ...tcpHints,
  ...certificateHints,
  ...handshakeHints,
  ...exchangeHints,
];
