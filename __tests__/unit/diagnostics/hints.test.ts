// The hint for each known failure: what it advises, and that no hint is without a failure.
import { describe, expect, it } from 'vitest';
import { adviseAttempt } from '../../../src/diagnostics/attempt-advice.js';
import { networkHints } from '../../../src/diagnostics/network-hints.js';
import { responseHints } from '../../../src/diagnostics/response-hints.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { answered, ENDPOINT, refused, unanswered } from '../../support/attempts.js';

const withoutError = (status: number, changed: Parameters<typeof answered>[0] = {}): Attempt =>
  answered({ status, reasonPhrase: 'x', ...changed });
const interrupted = { sent: true, problem: 'interrupted', code: 'ECONNRESET', message: 'aborted' } as const;

const failures: readonly (readonly [failure: string, attempt: Attempt, start: string])[] = [
  [
    'chunks of the wrong length',
    refused(400, 'E_INVALIDARG', 'The merged file size does not match'),
    'A chunk was shorter or longer than',
  ],
  [
    'an unknown or incomplete session',
    refused(400, 'E_INVALIDARG', 'Invalid argument'),
    'Possible causes: the cluster does not have the session',
  ],
  [
    'an unknown or incomplete session without a message',
    refused(400, 'E_INVALIDARG'),
    'Possible causes: the cluster does not have the session',
  ],
  [
    'an image store that is starting',
    refused(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
    'The image store service is just starting',
  ],
  [
    'a cluster without a user-role client certificate',
    refused(400, 'FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED'),
    'The cluster has no user-role client certificate',
  ],
  [
    'an http request to a TLS port',
    withoutError(400, { body: 'nonJson' }),
    'If the gateway is secured, the endpoint must begin with https://',
  ],
  ['Windows security', withoutError(401), 'The gateway asks for Windows (Kerberos) authentication'],
  [
    'a request without a certificate and a token',
    withoutError(403),
    'A secured gateway sends this response for a missing, untrusted or wrong client certificate',
  ],
  [
    'credentials without the admin role',
    refused(403, 'E_ACCESSDENIED'),
    'The cluster accepts these credentials, but not for this operation',
  ],
  ['a session that disappeared', refused(404, 'NotFound'), 'The session disappeared during the commit'],
  [
    'a cluster without an image store',
    refused(404, 'FABRIC_E_SERVICE_DOES_NOT_EXIST'),
    'The cluster has no image store service',
  ],
  [
    'a 404 from another server',
    withoutError(404, { body: 'nonJson' }),
    'The server at this address has no image store',
  ],
  [
    'a removed Content-Length',
    withoutError(411, { body: 'nonJson' }),
    'Something between the runner and the cluster removed the Content-Length',
  ],
  ['a 408', withoutError(408), 'The gateway, or something in front of it, is too busy'],
  ['a 429', withoutError(429), 'The gateway, or something in front of it, is too busy'],
  [
    'a redirect',
    withoutError(302, { headers: { location: 'https://login.example.com/' } }),
    'This action does not follow redirects, so that a commit never reaches an unexpected server. The response points to https://login.example.com/;',
  ],
  [
    'a redirect without a location',
    withoutError(304),
    'This action does not follow redirects, so that a commit never reaches an unexpected server.',
  ],
  [
    'a 200 with a FabricError',
    refused(200, 'E_FAIL', 'no'),
    'A Service Fabric gateway never sends an error with status 200',
  ],
  [
    'a 200 with a web page',
    withoutError(200, { body: 'nonJson' }),
    'The gateway answers a successful commit with 200 and no body',
  ],
  [
    'a 200 with an endless body',
    withoutError(200, { body: 'tooLarge' }),
    'The gateway answers a successful commit with 200 and no body',
  ],
  ['another 2xx', withoutError(202), 'The gateway answers a successful commit with 200 and no body'],
  [
    'a commit that is still running',
    refused(500, 'OperationsPending'),
    'A commit of this path, or a copy or delete of a folder above it, is still running',
  ],
  ['a full disk', refused(500, '0x80070070'), "The image store's disk is full"],
  ['a file in use', refused(500, '0x80070020'), "The image store's file system failed"],
  ['a file system failure', refused(500, 'E_FAIL'), "The image store's file system failed"],
  ['an I/O error', refused(500, 'FABRIC_E_IMAGESTORE_IOERROR'), "The image store's file system failed"],
  [
    'a server that does not implement POST',
    withoutError(501),
    'The server at this address does not support this request',
  ],
  [
    'a server that does not support the HTTP version',
    withoutError(505),
    'The server at this address does not support this request',
  ],
  [
    'a gateway that cannot reach its cluster',
    refused(502, 'FABRIC_E_GATEWAY_NOT_REACHABLE'),
    "The node's HTTP gateway cannot reach the cluster",
  ],
  [
    'a lost connection within the cluster',
    refused(504, 'FABRIC_E_COMMUNICATION_ERROR'),
    "The node's HTTP gateway cannot reach the cluster",
  ],
  [
    "the cluster's own timeout",
    refused(504, 'FABRIC_E_TIMEOUT'),
    'The commit took longer than the timeout input allows',
  ],
  ['a failover', refused(503, 'E_ABORT'), 'The image store is moving to another node'],
  [
    'a node whose gateway is not running',
    withoutError(503, { body: 'nonJson', headers: { server: 'Microsoft-HTTPAPI/2.0' } }),
    'The node answers, but its HTTP gateway is not running',
  ],
  ...[502, 503, 504].map(
    (status) =>
      [
        `a ${status} from a load balancer`,
        withoutError(status, { body: 'nonJson' }),
        'A proxy or load balancer in front of the cluster',
      ] as const,
  ),
  [
    'an unknown host name',
    unanswered({ code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND x' }),
    'The runner cannot resolve this host name',
  ],
  [
    'a DNS server that does not answer',
    unanswered({ code: 'EAI_AGAIN', message: 'getaddrinfo EAI_AGAIN x' }),
    "The runner's DNS server did not answer",
  ],
  ['a refused connection', unanswered(), 'Nothing listens at this host and port'],
  [
    'a TLS handshake with an http gateway',
    unanswered({ code: 'ERR_SSL_WRONG_VERSION_NUMBER', message: 'wrong version number' }),
    'The server at this port does not use TLS',
  ],
  [
    'a TLS handshake that ends with EPROTO',
    unanswered({ code: 'EPROTO', message: 'write EPROTO' }),
    'The server at this port does not use TLS',
  ],
  [
    'a 407 without a proxy in the environment',
    withoutError(407),
    'A proxy between the runner and the cluster requires a user',
  ],
  [
    'a certificate that is not the pinned one',
    unanswered({ code: 'CERTIFICATE_THUMBPRINT_MISMATCH' }),
    'Nothing was sent. If this is the new certificate of the cluster, add its thumbprint',
  ],
  [
    'a certificate with none of the common names',
    unanswered({ code: 'CERTIFICATE_NAME_MISMATCH' }),
    'Nothing was sent. If this is the cluster, use an endpoint with one of the presented names',
  ],
  [
    'a certificate for another host name',
    unanswered({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
    'Nothing was sent. If this is the cluster, use an endpoint with one of the presented names',
  ],
  [
    'an expired certificate',
    unanswered({ code: 'CERT_HAS_EXPIRED' }),
    "Nothing was sent. Renew the cluster's certificate",
  ],
  [
    'an untrusted certificate',
    unanswered({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    'Nothing was sent. If this is the cluster, set server-ca to the certificate of its authority',
  ],
  [
    'a self-signed certificate',
    unanswered({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    'Nothing was sent. If this is the cluster, set server-ca to the certificate of its authority',
  ],
  [
    'a server that requires a client certificate',
    unanswered({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
    'The server requires a client certificate: set client-certificate.',
  ],
  [
    'a handshake without a common TLS version',
    unanswered({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }),
    'The TLS handshake failed: client and server have no TLS version or cipher in common',
  ],
  [
    'a proxy that refuses the connection',
    unanswered({ code: 'PROXY_REFUSED' }),
    'Nothing was sent. 407 and 401 mean that the proxy requires a user and a password',
  ],
  [
    'an untrusted proxy certificate',
    unanswered({ code: 'PROXY_CERTIFICATE' }),
    "Nothing was sent. The proxy's certificate must match the proxy's name",
  ],
  [
    'a PFX that cannot be used safely',
    unanswered({ code: 'PFX_NOT_USABLE' }),
    'Nothing was sent. Provide the client certificate and its key as PEM',
  ],
  [
    'a proxy that cannot reach the cluster',
    unanswered({ code: 'PROXY_FAILED' }),
    'Nothing was sent. The proxy could not reach the cluster',
  ],
  [
    'a proxy whose host name is unknown',
    unanswered({ code: 'ENOTFOUND', atProxy: true }),
    'Nothing was sent. The runner cannot resolve the host name of the proxy. Check its URL in http_proxy.',
  ],
  [
    'a proxy that refuses connections',
    unanswered({ atProxy: true }),
    'Nothing was sent. Nothing listens at the proxy. Check its URL in http_proxy, and whether the proxy is running.',
  ],
  [
    'a proxy without TLS at an https URL',
    unanswered({ code: 'EPROTO', message: 'TLS error: wrong version number', atProxy: true }),
    'Nothing was sent. The server at the proxy does not use TLS: its URL in http_proxy must begin with http://',
  ],
  [
    'a proxy that does not speak HTTP',
    unanswered({ code: 'HPE_INVALID_CONSTANT', atProxy: true }),
    'The server at the proxy did not answer in valid HTTP. Check its URL in http_proxy',
  ],
  [
    'a proxy that does not answer',
    unanswered({ code: 'CONNECT_TIMEOUT', atProxy: true }),
    'Nothing was sent. Check the URL of the proxy in http_proxy, whether the proxy is running',
  ],
  [
    'a connection that times out',
    unanswered({ code: 'CONNECT_TIMEOUT', message: 'no connection within 30 s' }),
    'Check host and port of the endpoint, and whether a firewall',
  ],
  [
    'a deadline that passes while connecting',
    unanswered({ problem: 'deadline', code: 'DEADLINE' }),
    'Check host and port of the endpoint, and whether a firewall',
  ],
  [
    'headers that are too long',
    unanswered({ ...interrupted, code: 'HPE_HEADER_OVERFLOW' }),
    'The headers of the response exceed 16 KiB, which the gateway never sends',
  ],
  [
    'a response that is not HTTP',
    unanswered({ ...interrupted, code: 'HPE_INVALID_CONSTANT' }),
    'The server at this port did not answer in valid HTTP',
  ],
  ['a lost response', unanswered(interrupted), 'The cluster may still finish the commit, or may have finished it'],
  [
    'a deadline that passes after the request was sent',
    unanswered({ ...interrupted, problem: 'deadline', code: 'DEADLINE' }),
    'The cluster may still finish the commit, or may have finished it',
  ],
  [
    'a commit that was cancelled in flight',
    unanswered({ ...interrupted, problem: 'cancelled', code: 'CANCELLED' }),
    'The cluster may still finish the commit, or may have finished it',
  ],
];

describe('a hint', () => {
  it.each(failures)('says what to do about %s', (_failure, attempt, start) => {
    expect(adviseAttempt(attempt, ENDPOINT)?.slice(0, start.length)).toBe(start);
  });

  it('consists of whole sentences on one line', () => {
    for (const [, attempt] of failures) expect(adviseAttempt(attempt, ENDPOINT)).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['an unknown FabricError', refused(500, 'FABRIC_E_NEW')],
    ['a 400 with JSON that is not a FabricError', withoutError(400, { body: 'json' })],
    ['a 418', withoutError(418)],
    ['a 500 without a FabricError', withoutError(500, { body: 'nonJson' })],
    ['a 403 that was interrupted', unanswered({ ...interrupted, status: 403 })],
    ['a step that was cancelled while connecting', unanswered({ problem: 'cancelled', code: 'CANCELLED' })],
  ])('does not exist for %s', (_failure, attempt) => {
    expect(adviseAttempt(attempt, ENDPOINT)).toBeUndefined();
  });

  const withoutPort = { ...ENDPOINT, portNamed: false };
  const usualPort = 'The endpoint names no port; the gateway usually listens on 19080.';

  it('names the usual port when the endpoint has none and the runner could not connect', () => {
    const alone = adviseAttempt(unanswered(), ENDPOINT);
    expect(adviseAttempt(unanswered(), withoutPort)).toBe(`${alone} ${usualPort}`);
    expect(adviseAttempt(unanswered({ problem: 'deadline', code: 'DEADLINE' }), withoutPort)).toContain(usualPort);
  });

  it('does not mention the port when the step was cancelled', () => {
    expect(adviseAttempt(unanswered({ problem: 'cancelled', code: 'CANCELLED' }), withoutPort)).toBeUndefined();
  });

  it('does not mention the port after a request was sent', () => {
    expect(adviseAttempt(unanswered(interrupted), withoutPort)).toBe(adviseAttempt(unanswered(interrupted), ENDPOINT));
  });

  it('shows a hostile Location header on one line and shortened', () => {
    const location = `https://x/\u2028::add-mask::${'y'.repeat(5_000)}`;
    const advice = adviseAttempt(withoutError(307, { headers: { location } }), ENDPOINT);
    expect(advice).toContain('points to https://x/ ::add-mask::yyy');
    expect(advice?.length).toBeLessThan(500);
  });
});

describe('the lists of hints', () => {
  const hints = [...responseHints, ...networkHints];

  it('have a condition, advice and a source for every hint', () => {
    expect(hints.length).toBeGreaterThan(30);
    for (const { applies, advice, source } of hints) {
      expect(applies).toBeInstanceOf(Function);
      if (typeof advice === 'string') expect(advice).toMatch(/\S{3,}/);
      else expect(advice).toBeInstanceOf(Function);
      expect(source).toMatch(/\S{3,}/);
    }
  });

  it('have no hint that none of the failures above reaches', () => {
    const reached = failures.map(([, attempt]) =>
      attempt.kind === 'response'
        ? responseHints.find(({ applies }) => applies(attempt))
        : networkHints.find(({ applies }) => applies(attempt)),
    );
    expect(hints.filter((hint) => !reached.some((each) => each === hint))).toEqual([]);
  });

  it('have different advice in every hint', () => {
    const given = new Set(failures.map(([, attempt]) => adviseAttempt(attempt, ENDPOINT)?.slice(0, 70)));
    expect(given.size).toBe(hints.length);
  });
});
