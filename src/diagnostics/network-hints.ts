// What to do where no whole answer came: no connection, a connection that ended, a server that is not verifiedFingerprints.

import type { FailedAttempt } from '../image-store/attempt.js';
import type { Hint } from './response-hints.js';

/** The first that fits counts. */
export const silenceHints: readonly Hint<FailedAttempt>[] = [
  {
    when: ({ problem, code: which }) => problem === 'connect' && which === 'ENOTFOUND',
    say: 'No such host name is known to the runner. Check its spelling, and whether the runner can see the network of the cluster.',
    source: 'getaddrinfo',
  },
  {
    when: ({ problem, code: which }) => problem === 'connect' && which === 'EAI_AGAIN',
    say: "The runner's name server did not answer. Run the step again.",
    source: 'getaddrinfo',
  },
  {
    when: ({ problem, code: which }) => problem === 'connect' && which === 'ECONNREFUSED',
    say: 'Nothing listens there. Check host and port of the endpoint, and whether the cluster is up.',
    source: 'connect(2)',
  },
  {
    when: ({ problem, code: which, message }) =>
      problem === 'connect' && (/WRONG_VERSION_NUMBER|EPROTO/.test(which) || /wrong version number/i.test(message)),
    say: 'The endpoint does not speak TLS there. If the cluster is not secured, the endpoint begins with http://.',
    source: 'OpenSSL, when a server answers a handshake in plain HTTP',
  },
  {
    when: ({ code: which }) => which === 'CERTIFICATE_THUMBPRINT_MISMATCH',
    say: 'Nothing was sent. If this is the new certificate of the cluster, add its thumbprint to server-certificate-thumbprints; if not, somebody else answers in its place.',
    source: 'certificates of managed clusters are renewed unannounced',
  },
  {
    when: ({ code: which }) => which === 'CERTIFICATE_NAME_MISMATCH' || which === 'ERR_TLS_CERT_ALTNAME_INVALID',
    say: 'Nothing was sent. If this is the cluster, use an endpoint with one of the presented names, or list one in server-common-names, or pin the certificate by its thumbprint in server-certificate-thumbprints.',
    source: 'RFC 6125',
  },
  {
    when: ({ code: which }) => which === 'CERT_HAS_EXPIRED' || which === 'CERT_NOT_YET_VALID',
    say: 'Nothing was sent. The certificate of the cluster must be renewed; until then its thumbprint in server-certificate-thumbprints accepts it in spite of its dates.',
    source: 'OpenSSL certificate verification',
  },
  {
    when: ({ problem, code: which }) =>
      problem === 'connect' && /SELF_SIGNED|^UNABLE_TO_|ISSUER|INVALID_CA/.test(which),
    say: 'Nothing was sent. If this is the cluster, give the certificate of its authority in server-ca, or pin its own by the thumbprint in server-certificate-thumbprints.',
    source: 'OpenSSL certificate verification',
  },
  {
    when: ({ problem, code: which }) =>
      problem === 'connect' && /^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(which),
    say: (_, { certificate }) =>
      certificate
        ? `The server does not accept the client certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}: it must be issued by an authority that the cluster trusts, be valid, and be known to the cluster.`
        : 'The server wants a client certificate: set client-certificate.',
    source: 'TLS alerts, RFC 8446 section 6',
  },
  {
    when: ({ problem, code: which }) => problem === 'connect' && /^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(which),
    say: (_, { certificate }) =>
      `Client and server found no common way to speak TLS${certificate ? ', or the server does not accept the client certificate' : ', or the server wants a client certificate'}. Check that the endpoint is the HTTP gateway of the cluster.`,
    source: 'TLS alerts, RFC 8446 section 6',
  },
  {
    when: ({ code: which }) => which === 'PROXY_REFUSED',
    say: 'Nothing was sent. 407 and 401 ask for a user and a password, which belong into the URL of the proxy; 403 means that the proxy lets nobody through to this host and port. no_proxy lists hosts to go to without it.',
    source: 'RFC 9110 on CONNECT; squid, tinyproxy',
  },
  {
    when: ({ code: which }) => which === 'PROXY_CERTIFICATE',
    say: 'Nothing was sent. The certificate of the proxy must be for its name and from an authority that the runner trusts; NODE_EXTRA_CA_CERTS names a file with further ones. server-ca speaks of the cluster alone.',
    source: 'Node.js: tls.connect without ca',
  },
  {
    when: ({ code: which }) => which === 'PFX_NOT_USABLE',
    say: 'Nothing was sent. Give the client certificate and its key as PEM (openssl pkcs12 -in old.pfx -nodes -out new.pem), or pin the server in server-certificate-thumbprints.',
    source: 'Node.js believes the authorities that a PFX brings along',
  },
  {
    when: ({ problem, code: which }) => problem === 'connect' && which === 'PROXY_FAILED',
    say: 'Nothing was sent. The proxy did not reach the cluster: check host and port of the endpoint, and whether the proxy may go there.',
    source: 'RFC 9110 on CONNECT; squid, tinyproxy',
  },
  {
    when: ({ problem, sent }) => problem === 'connect' || (problem === 'deadline' && !sent),
    say: "Check host and port of the endpoint, and whether a firewall or network security group lets the runner's address in.",
    source: 'packets that are dropped instead of refused',
  },
  {
    when: ({ problem, code: which }) => problem === 'interrupted' && which.startsWith('HPE_'),
    say: 'What answered does not speak HTTP as expected. Check the port of the endpoint: the HTTP gateway is usually on 19080, and begins with https:// when the cluster is secured.',
    source: "Node's HTTP parser",
  },
  {
    when: ({ sent, status = 0 }) => sent && !(status >= 400 && status < 500),
    say: 'The cluster may still finish, or have finished, the commit: it goes on when nobody listens any more.',
    source: 'khttpserver.cpp: the gateway does not notice when a client leaves',
  },
];
