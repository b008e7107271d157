// The hint for each known failure: what it advises, and that no hint is without a failure.
import { describe, expect, it } from 'vitest';
import type { ConnectionInfo } from '../../../src/connection/connection-info.js';
import { networkHints } from '../../../src/diagnostics/network-hints.js';
import { isProxyFailure } from '../../../src/diagnostics/proxy-hints.js';
import { responseHints } from '../../../src/diagnostics/response-hints.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { adviseAttempt } from '../../support/advice.js';
import { answered, ENDPOINT, refused, unanswered } from '../../support/attempts.js';

const withoutError = (status: number, changed: Parameters<typeof answered>[0] = {}): Attempt =>
  answered({ status, reasonPhrase: 'x', ...changed });
const interrupted = { sent: true, problem: 'interrupted', code: 'ECONNRESET', message: 'aborted' } as const;

const proxied: ConnectionInfo = { ...ENDPOINT, proxyName: 'http://proxy:3128' };
const secure: ConnectionInfo = { ...ENDPOINT, url: 'https://cluster:19080', secure: true };
const challenged = (authenticate: string, changed: Parameters<typeof answered>[0] = {}): Attempt =>
  withoutError(401, { headers: { authenticate }, ...changed });
/** A certificate that did not verify on 2026-11-27, as the transport describes it. */
const unverified = (code: string, lastDay = 'Dec 31 00:00:00 2027 GMT'): Attempt =>
  unanswered({
    code,
    message: `the server's certificate was not accepted (${code}). It presented SHA-1 AB; SHA-256 CD; names cluster; valid from Nov  1 00:00:00 2026 GMT to ${lastDay}; issued by CN=CA`,
    failedEpochMs: Date.parse('2026-11-27T12:00:00Z'),
  });

const failures: readonly (readonly [failure: string, attempt: Attempt, start: string, connection?: ConnectionInfo])[] =
  [
    [
      'an overloaded image store',
      refused(503, 'FABRIC_E_SERVICE_TOO_BUSY'),
      'The image store is too busy. Run the step again',
    ],
    [
      'an upload that is too large for a front end',
      withoutError(413, { method: 'PUT', body: 'nonJson' }),
      'A front end of the cluster does not accept so large a request body. Raise its limit (client_max_body_size in nginx',
    ],
    [
      'an upload whose answer never comes',
      unanswered({ ...interrupted, method: 'PUT', problem: 'deadline', code: 'DEADLINE' }),
      'The image store took too long to answer. Raise timeout if it was an upload',
    ],
    [
      'an upload that takes longer than the timeout',
      { ...refused(504, 'FABRIC_E_TIMEOUT'), method: 'PUT' },
      'The upload took longer than the timeout input allows',
    ],
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
    ...['Negotiate', 'NTLM', 'Negotiate, NTLM', 'negotiate TlRMTVNT'].map(
      (authenticate) =>
        [
          `Windows security (${authenticate})`,
          challenged(authenticate),
          'The gateway asks for Windows (Kerberos) authentication',
        ] as const,
    ),
    ...['Basic realm="cluster, internal"', 'basic', 'Digest realm="x", qop="auth"'].map(
      (authenticate) =>
        [
          `a front end with a login (${authenticate})`,
          challenged(authenticate),
          'A front end of the cluster asks for a user name and a password. This action cannot send them',
        ] as const,
    ),
    ...['Bearer', 'bearer realm="x"', 'Bearer authorization_uri="https://login.example.com/"'].map(
      (authenticate) =>
        [
          `a front end with tokens (${authenticate})`,
          challenged(authenticate),
          'A front end of the cluster asks for a bearer token. Set access-token',
        ] as const,
    ),
    [
      'a front end with tokens that refuses this one',
      challenged('Bearer error="invalid_token", error_description="The token expired"'),
      'A front end of the cluster does not accept the access token. The token is for api://cluster: it must be one that the front end accepts, and must not have expired. It says "The token expired".',
      { ...secure, token: { audience: 'api://cluster' } },
    ],
    [
      'a front end with an authentication of its own',
      challenged('AzureApiManagementKey realm="x",name="Ocp-Apim-Subscription-Key",type="header"'),
      'A front end of the cluster asks for a kind of authentication that this action does not support. It asks for AzureApiManagementKey:',
    ],
    [
      'a 401 without a challenge',
      withoutError(401),
      'The server refuses the request as unauthorized and does not say which authentication it wants. A gateway with Windows (Kerberos)',
    ],
    ...[
      { body: 'nonJson' } as const,
      { body: 'json', foreignMessage: 'Request blocked' } as const,
      { body: 'tooLarge' } as const,
    ].map(
      (changed) =>
        [
          `a front end that refuses the request (${changed.body})`,
          withoutError(403, changed),
          'A front end of the cluster refused the request, for example a web application firewall',
        ] as const,
    ),
    ...[413, 414, 431].map(
      (status) =>
        [`a ${status}`, withoutError(status), 'A front end of the cluster finds the request too large'] as const,
    ),
    ...[401, 403].map(
      (status) =>
        [
          `a ${status} that can be the proxy's`,
          withoutError(status),
          'The proxy http://proxy:3128 may have answered instead of the cluster. If so,',
          proxied,
        ] as const,
    ),
    [
      'JSON of a front end',
      withoutError(418, { body: 'json', foreignMessage: 'I am a teapot' }),
      'A front end of the cluster answered, not the image store',
    ],
    [
      'a request without a certificate and a token',
      withoutError(403),
      'The cluster requires a client certificate or a token. A secured gateway sends this response for a missing, untrusted or wrong client certificate',
    ],
    [
      'credentials that the cluster does not know',
      withoutError(403),
      'The cluster does not accept the credentials of this step. A secured gateway sends this response',
      { ...secure, token: {} },
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
      'The server redirected the commit to another address. This action does not follow redirects, so that no request reaches an unexpected server. The response points to https://login.example.com/;',
    ],
    [
      'a redirect without a location',
      withoutError(304),
      'The server redirected the commit to another address. This action does not follow redirects, so that no request reaches an unexpected server.',
    ],
    [
      'a 200 with a FabricError',
      refused(200, 'E_FAIL', 'no'),
      'Something in front of the gateway turned an error into a 200. A Service Fabric gateway never sends an error with status 200',
    ],
    [
      'a 200 with a web page',
      withoutError(200, { body: 'nonJson' }),
      'Something between the runner and the cluster answered in its place, or rewrote its answer. The gateway answers a successful upload or commit with 200 and no body',
    ],
    [
      'a 200 with an endless body',
      withoutError(200, { body: 'tooLarge' }),
      'Something between the runner and the cluster answered in its place, or rewrote its answer. The gateway answers a successful upload or commit with 200 and no body',
    ],
    ...[201, 204, 206, 303].map(
      (status) =>
        [
          `a ${status}`,
          withoutError(status),
          'Something between the runner and the cluster answered in its place, or rewrote its answer. The gateway answers a successful upload or commit with 200 and no body',
        ] as const,
    ),
    [
      'a 202',
      withoutError(202),
      'Something between the runner and the cluster took the commit over, and says only that it may follow. The gateway answers a successful upload or commit with 200 and no body',
    ],
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
      'The commit took longer than the timeout input allows. Raise timeout.',
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
      'The server presented another certificate than the pinned one. If this is the new certificate of the cluster, add its thumbprint',
    ],
    [
      'a certificate with none of the common names',
      unanswered({ code: 'CERTIFICATE_NAME_MISMATCH' }),
      "The server's certificate is for another name. If this is the cluster, use an endpoint with one of the presented names",
    ],
    [
      'a certificate for another host name',
      unanswered({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
      "The server's certificate is for another name. If this is the cluster, use an endpoint with one of the presented names",
    ],
    [
      'an expired certificate',
      unanswered({ code: 'CERT_HAS_EXPIRED' }),
      "The server's certificate has expired. Renew the cluster's certificate",
    ],
    [
      'an expired certificate with its dates',
      unverified('CERT_HAS_EXPIRED', 'Nov 20 00:00:00 2026 GMT'),
      "The server's certificate has expired. Renew the cluster's certificate",
    ],
    [
      'an expired authority above a valid certificate',
      unverified('CERT_HAS_EXPIRED'),
      "The certificate of the authority that issued the server's certificate has expired. Put the authority's renewed certificate",
    ],
    [
      'a certificate that is not valid yet',
      unverified('CERT_NOT_YET_VALID'),
      "A certificate of the server is not valid yet, by the runner's clock. Check the clock of the runner.",
    ],
    ...['EE_KEY_TOO_SMALL', 'CA_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK', 'UNSPECIFIED'].map(
      (code) =>
        [
          `a weak certificate (${code})`,
          unverified(code),
          "The server's certificate, or its authority's, is too weak: its key is too small, or its signature is SHA-1. Replace it",
        ] as const,
    ),
    [
      'a certificate for clients',
      unverified('INVALID_PURPOSE'),
      "The server's certificate is not meant for servers: its extended key usage lacks server authentication",
    ],
    ...['CERT_SIGNATURE_FAILURE', 'UNABLE_TO_DECRYPT_CERT_SIGNATURE'].map(
      (code) =>
        [
          `a broken signature (${code})`,
          unverified(code),
          "The signature of the server's certificate does not match its authority's key. Usually server-ca holds an authority of the same name",
        ] as const,
    ),
    ['a revoked certificate', unverified('CERT_REVOKED'), "The server's certificate has been revoked"],
    ...['INVALID_CA', 'PATH_LENGTH_EXCEEDED', 'CERT_CHAIN_TOO_LONG', 'CERT_UNTRUSTED', 'CERT_REJECTED'].map(
      (code) =>
        [
          `a chain that does not verify (${code})`,
          unverified(code),
          "The chain of the server's certificate does not verify",
        ] as const,
    ),
    [
      'a server without a certificate',
      unanswered({ code: 'CERTIFICATE_MISSING' }),
      'The server presented no certificate',
    ],
    [
      'a client certificate that is too weak',
      unanswered({ code: 'ERR_SSL_EE_KEY_TOO_SMALL', message: 'ee key too small' }),
      'The client certificate is too weak',
    ],
    [
      'a server with an old key exchange',
      unanswered({ code: 'ERR_SSL_DH_KEY_TOO_SMALL', message: 'dh key too small' }),
      'The server offers a Diffie-Hellman key that is too small',
    ],
    [
      'a server that closes the connection in the handshake',
      unanswered({ code: 'ECONNRESET', message: 'the connection was closed in the TLS handshake' }),
      'The server closed the connection in the TLS handshake. Usually this is not the port',
      secure,
    ],
    [
      'another error of the connection',
      unanswered({ code: 'ECONNRESET', message: 'read ECONNRESET' }),
      'The runner could not connect. Check host and port of the endpoint',
    ],
    ...['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'].map(
      (code) =>
        [`a host without a route (${code})`, unanswered({ code }), 'The runner has no route to this host'] as const,
    ),
    [
      'an untrusted certificate',
      unanswered({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
      "The server's certificate comes from an authority that is not trusted. If this is the cluster, set server-ca to the certificate of its authority",
    ],
    [
      'a self-signed certificate',
      unanswered({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      "The server's certificate comes from an authority that is not trusted. If this is the cluster, set server-ca to the certificate of its authority",
    ],
    [
      'a server that requires a client certificate',
      unanswered({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
      'The server requires a client certificate. Set client-certificate.',
    ],
    [
      'a handshake without a common TLS version',
      unanswered({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }),
      'The TLS handshake failed. Client and server have no TLS version or cipher in common',
    ],
    [
      'a proxy that refuses the connection',
      unanswered({ code: 'PROXY_REFUSED', message: 'the proxy http://proxy:3128 answered 403 Forbidden to CONNECT' }),
      'The proxy does not allow connections to this host and port',
      proxied,
    ],
    ...[401, 407].map(
      (status) =>
        [
          `a proxy that answers ${status}`,
          unanswered({ code: 'PROXY_REFUSED', message: `the proxy http://proxy:3128 answered ${status} x to CONNECT` }),
          'The proxy requires a user and a password. Add them to the URL of the proxy',
          proxied,
        ] as const,
    ),
    ...['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH'].map(
      (code) =>
        [
          `a proxy that cannot be reached (${code})`,
          unanswered({ code, atProxy: true }),
          'The runner cannot connect to the proxy http://proxy:3128. Check its URL in http_proxy',
          proxied,
        ] as const,
    ),
    ...['ENOTFOUND', 'EAI_AGAIN'].map(
      (code) =>
        [
          `a proxy whose name is unknown (${code})`,
          unanswered({ code, atProxy: true }),
          'The runner cannot resolve the host name of the proxy http://proxy:3128. Check its URL in http_proxy',
          proxied,
        ] as const,
    ),
    [
      'a proxy that does not use TLS although its URL says so',
      unanswered({ code: 'ERR_SSL_WRONG_VERSION_NUMBER', message: 'TLS error: wrong version number', atProxy: true }),
      'The server at the proxy http://proxy:3128 does not use TLS. Its URL in http_proxy must begin with http://',
      proxied,
    ],
    [
      'a proxy that is not an HTTP proxy',
      unanswered({ code: 'HPE_INVALID_CONSTANT', message: 'Parse Error', atProxy: true }),
      'The server at the proxy http://proxy:3128 did not answer in valid HTTP. Its URL in http_proxy must name an HTTP',
      proxied,
    ],
    [
      'a proxy that never answers',
      unanswered({
        code: 'CONNECT_TIMEOUT',
        message: 'no connection through the proxy http://proxy:3128 within 30 s',
        atProxy: true,
      }),
      'The runner cannot connect to the proxy http://proxy:3128',
      proxied,
    ],
    [
      'an untrusted proxy certificate',
      unanswered({ code: 'PROXY_CERTIFICATE' }),
      "The proxy's certificate does not verify. It must match the proxy's name",
    ],
    [
      'a PFX that cannot be used safely',
      unanswered({ code: 'PFX_NOT_USABLE' }),
      'The server cannot be verified before the PFX is used. Provide the client certificate and its key as PEM',
    ],
    [
      'a proxy that cannot reach the cluster',
      unanswered({ code: 'PROXY_FAILED' }),
      'The proxy could not reach the cluster',
    ],
    [
      'a connection that times out',
      unanswered({ code: 'CONNECT_TIMEOUT', message: 'no connection within 30 s' }),
      'Nothing answered at this host and port. Check host and port of the endpoint, and whether a firewall',
    ],
    [
      'a deadline that passes while connecting',
      unanswered({ problem: 'deadline', code: 'DEADLINE' }),
      'Nothing answered at this host and port. Check host and port of the endpoint, and whether a firewall',
    ],
    [
      'a response that is not HTTP',
      unanswered({ ...interrupted, code: 'HPE_INVALID_CONSTANT' }),
      'The server at this port did not answer in valid HTTP',
    ],
    [
      'a response with 20 KB of cookies',
      unanswered({ ...interrupted, code: 'HPE_HEADER_OVERFLOW' }),
      'Something other than the image store answered with more than 16 KiB of headers. Usually a login page',
    ],
    ['a lost response', unanswered(interrupted), 'The cluster may still finish the commit, or may have finished it'],
    [
      'a deadline that passes after the request was sent',
      unanswered({ ...interrupted, problem: 'deadline', code: 'DEADLINE' }),
      'The commit took longer than the timeout input allows, and 15 s more. Raise timeout. The cluster may still finish the commit',
    ],
    [
      'a commit that was cancelled in flight',
      unanswered({ ...interrupted, problem: 'cancelled', code: 'CANCELLED' }),
      'The cluster may still finish the commit, or may have finished it',
    ],
  ];

describe('a hint', () => {
  const complete = failures.map(
    ([failure, attempt, start, connection = ENDPOINT]) => [failure, attempt, start, connection] as const,
  );
  it.each(complete)('says what to do about %s', (_failure, attempt, start, connection) => {
    expect(adviseAttempt(attempt, connection)?.slice(0, start.length)).toBe(start);
  });

  it('about a proxy never sends the author to look at the endpoint', () => {
    for (const [, attempt, , connection = ENDPOINT] of failures) {
      if (attempt.kind === 'noResponse' && isProxyFailure(attempt)) {
        expect(adviseAttempt(attempt, connection)).not.toMatch(/endpoint/);
      }
    }
  });

  it.each([
    ['19080', 'http://cluster:19080', 'the gateway usually listens on port 19080 (19081 is'],
    ['none', 'http://cluster', 'the gateway usually listens on port 19080 (19081 is'],
    ['19081', 'http://cluster:19081', 'Port 19081 is usually the reverse proxy of the cluster'],
  ])('about a 404 names the port of the reverse proxy, at an endpoint with port %s', (_port, url, words) => {
    expect(adviseAttempt(withoutError(404), { ...ENDPOINT, url })).toContain(words);
  });

  it('consists of whole sentences on one line', () => {
    for (const [, attempt, , connection = ENDPOINT] of failures) {
      expect(adviseAttempt(attempt, connection)).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each([
    ['an unknown FabricError', refused(500, 'FABRIC_E_NEW')],
    ['a 400 with JSON that is not a FabricError', withoutError(400, { body: 'json' })],
    ['a 418', withoutError(418)],
    ['a 500 without a FabricError', withoutError(500, { body: 'nonJson' })],
    ['an upload that is refused as invalid', { ...refused(400, 'E_INVALIDARG'), method: 'PUT' }],
    ['an upload that was interrupted', unanswered({ ...interrupted, method: 'PUT' })],
    ['a 403 that was interrupted', unanswered({ ...interrupted, status: 403 })],
    ['a step that was cancelled while connecting', unanswered({ problem: 'cancelled', code: 'CANCELLED' })],
  ] satisfies [string, Attempt][])('does not exist for %s', (_failure, attempt) => {
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
    const reached = failures.map(([, attempt, , connection = ENDPOINT]) =>
      attempt.kind === 'response'
        ? responseHints.find(({ applies }) => applies(attempt, connection))
        : networkHints.find(({ applies }) => applies(attempt, connection)),
    );
    expect(hints.filter((hint) => !reached.some((each) => each === hint))).toEqual([]);
  });

  it('have different advice in every hint', () => {
    const given = new Map(
      failures.map(([, attempt, , connection = ENDPOINT]) => {
        const hint =
          attempt.kind === 'response'
            ? responseHints.find(({ applies }) => applies(attempt, connection))
            : networkHints.find(({ applies }) => applies(attempt, connection));
        return [hint, adviseAttempt(attempt, connection)?.slice(0, 70)];
      }),
    );
    expect(new Set(given.values()).size).toBe(hints.length);
  });
});
