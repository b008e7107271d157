// What to do when no complete response arrived: a failed connection, an interrupted one, an unverified server.

import type { FailedAttempt } from '../image-store/attempt.js';
import { isInvalidHttp } from './attempt-text.js';
import { proxyHints } from './proxy-hints.js';
import type { Hint } from './response-hints.js';

/** The first hint that applies is the one to give. */
export const networkHints: readonly Hint<FailedAttempt>[] = [
  ...proxyHints,
  {
    applies: ({ problem, code }) => problem === 'connect' && code === 'ENOTFOUND',
    advice:
      'The runner cannot resolve this host name. Check its spelling, and whether the runner can access the network of the cluster.',
    source: 'getaddrinfo',
  },
  {
    applies: ({ problem, code }) => problem === 'connect' && code === 'EAI_AGAIN',
    advice: "The runner's DNS server did not answer. Run the step again.",
    source: 'getaddrinfo',
  },
  {
    applies: ({ problem, code }) => problem === 'connect' && code === 'ECONNREFUSED',
    advice:
      'Nothing listens at this host and port. Check host and port of the endpoint, and whether the cluster is running.',
    source: 'connect(2)',
  },
  {
    applies: ({ problem, code, message }) =>
      problem === 'connect' && (/WRONG_VERSION_NUMBER|EPROTO/.test(code) || /wrong version number/i.test(message)),
    advice:
      'The server at this port does not use TLS. If the cluster is not secured, the endpoint must begin with http://.',
    source: 'OpenSSL, when a server answers a handshake in plain HTTP',
  },
  {
    applies: ({ code }) => code === 'CERTIFICATE_THUMBPRINT_MISMATCH',
    advice:
      'Nothing was sent. If this is the new certificate of the cluster, add its thumbprint to server-certificate-thumbprints; if not, another server answers at this endpoint.',
    source: 'certificates of managed clusters are renewed unannounced',
  },
  {
    applies: ({ code }) => code === 'CERTIFICATE_NAME_MISMATCH' || code === 'ERR_TLS_CERT_ALTNAME_INVALID',
    advice:
      'Nothing was sent. If this is the cluster, use an endpoint with one of the presented names, or list one in server-common-names, or pin the certificate by its thumbprint in server-certificate-thumbprints.',
    source: 'RFC 6125',
  },
  {
    applies: ({ code }) => code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID',
    advice:
      "Nothing was sent. Renew the cluster's certificate; until then, add its thumbprint to server-certificate-thumbprints to accept it regardless of its dates.",
    source: 'OpenSSL certificate verification',
  },
  {
    applies: ({ problem, code }) => problem === 'connect' && /SELF_SIGNED|^UNABLE_TO_|ISSUER|INVALID_CA/.test(code),
    advice:
      'Nothing was sent. If this is the cluster, set server-ca to the certificate of its authority, or pin its own certificate by its thumbprint in server-certificate-thumbprints.',
    source: 'OpenSSL certificate verification',
  },
  {
    applies: ({ problem, code }) =>
      problem === 'connect' && /^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code),
    advice: (_, { certificate }) =>
      certificate
        ? `The server does not accept the client certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}. It must come from an authority that the cluster trusts, be valid, and be known to the cluster.`
        : 'The server requires a client certificate: set client-certificate.',
    source: 'TLS alerts, RFC 8446 section 6',
  },
  {
    applies: ({ problem, code }) => problem === 'connect' && /^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(code),
    advice: (_, { certificate }) =>
      `The TLS handshake failed: client and server have no TLS version or cipher in common, or the server ${certificate ? 'does not accept the client certificate' : 'requires a client certificate'}. Check that the endpoint is the HTTP gateway of the cluster.`,
    source: 'TLS alerts, RFC 8446 section 6',
  },
  {
    applies: ({ code }) => code === 'PFX_NOT_USABLE',
    advice:
      'Nothing was sent. Provide the client certificate and its key as PEM (openssl pkcs12 -in old.pfx -nodes -out new.pem), or pin the server in server-certificate-thumbprints.',
    source: 'Node.js trusts the authorities that a PFX contains',
  },
  {
    applies: ({ problem, sent }) => problem === 'connect' || (problem === 'deadline' && !sent),
    advice:
      "Check host and port of the endpoint, and whether a firewall or network security group blocks the runner's address.",
    source: 'packets that are dropped instead of refused',
  },
  {
    applies: ({ code }) => code === 'HPE_HEADER_OVERFLOW',
    advice:
      'The headers of the response exceed 16 KiB, which the gateway never sends: check what is in front of it. NODE_OPTIONS=--max-http-header-size=65536 raises the limit. The cluster may still finish the commit, or may have finished it.',
    source: 'Node.js: --max-http-header-size',
  },
  {
    applies: isInvalidHttp,
    advice:
      'The server at this port did not answer in valid HTTP. Check the endpoint: the HTTP gateway usually listens on port 19080, and the endpoint of a secured cluster begins with https://.',
    source: "Node's HTTP parser",
  },
  {
    applies: ({ sent, status = 0 }) => sent && !(status >= 400 && status < 500),
    advice:
      'The cluster may still finish the commit, or may have finished it: it continues after the client disconnects.',
    source: 'khttpserver.cpp: the gateway does not notice when a client disconnects',
  },
];
