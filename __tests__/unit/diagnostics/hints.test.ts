// What to do about each attempt we know: every hint is reached by the failure it is for.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adviseAttempt } from '../../../src/commit/outcome-advice.js';
import type { Attempt } from '../../../src/image-store/attempt.js';
import { answered, ENDPOINT, refused, unanswered } from '../../support/attempts.js';

const plain = (status: number, changed: Parameters<typeof answered>[0] = {}): Attempt =>
  answered({ status, reasonPhrase: 'x', ...changed });
const sent = { sent: true, problem: 'interrupted', code: 'ECONNRESET', message: 'aborted' } as const;

const hints: readonly (readonly [failure: string, attempt: Attempt, start: string])[] = [
  [
    'chunks of the wrong length',
    refused(400, 'E_INVALIDARG', 'The merged file size does not match'),
    'A chunk was shorter or longer than',
  ],
  [
    'an unknown or incomplete session',
    refused(400, 'E_INVALIDARG', 'Invalid argument'),
    'The cluster says this when it does not know the session',
  ],
  ['the same without a text', refused(400, 'E_INVALIDARG'), 'The cluster says this when it does not know the session'],
  [
    'an image store that starts',
    refused(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
    'The image store service is just starting',
  ],
  [
    'no user role certificate',
    refused(400, 'FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED'),
    'The cluster has no user-role client certificate',
  ],
  [
    'http on a TLS port',
    plain(400, { body: 'nonJson' }),
    'If the gateway is secured, the endpoint must begin with https://',
  ],
  ['Windows security', plain(401), 'The gateway asks for Windows (Kerberos) authentication'],
  ['no certificate and no token', plain(403), 'A secured gateway answers so, in these words'],
  ['the wrong role', refused(403, 'E_ACCESSDENIED'), 'The cluster knows who is asking but does not allow it'],
  ['a session that disappeared', refused(404, 'NotFound'), 'The session disappeared while it was being committed'],
  ['no image store', refused(404, 'FABRIC_E_SERVICE_DOES_NOT_EXIST'), 'The cluster has no image store service'],
  ['another server', plain(404, { body: 'nonJson' }), 'Nothing at this address knows the image store'],
  [
    'a dropped length',
    plain(411, { body: 'nonJson' }),
    'Something between the runner and the cluster dropped the Content-Length',
  ],
  ['too slow a request', plain(408), 'The gateway, or something in front of it, is too busy'],
  ['too many requests', plain(429), 'The gateway, or something in front of it, is too busy'],
  [
    'a redirect',
    plain(302, { headers: { location: 'https://login.example.com/' } }),
    'Redirects are never followed, because a POST must not end up somewhere else unasked. The answer points to https://login.example.com/;',
  ],
  [
    'a redirect to nowhere',
    plain(304),
    'Redirects are never followed, because a POST must not end up somewhere else unasked.',
  ],
  [
    'a 200 with an error',
    refused(200, 'E_FAIL', 'no'),
    'A 200 that carries an error does not come from a Service Fabric gateway',
  ],
  ['a 200 with a page', plain(200, { body: 'nonJson' }), "The gateway's answer to a commit is 200 without a body"],
  ['an endless 200', plain(200, { body: 'tooLarge' }), "The gateway's answer to a commit is 200 without a body"],
  ['another 2xx', plain(202), "The gateway's answer to a commit is 200 without a body"],
  [
    'a commit under way',
    refused(500, 'OperationsPending'),
    'A commit of this path, or a copy or delete above it, is still running',
  ],
  ['a full disk', refused(500, '0x80070070'), "The image store's disk is full"],
  ['a file that is in use', refused(500, '0x80070020'), "The image store's file system failed"],
  ['a file system that fails', refused(500, 'E_FAIL'), "The image store's file system failed"],
  ['an I/O error', refused(500, 'FABRIC_E_IMAGESTORE_IOERROR'), "The image store's file system failed"],
  ['a server that knows no POST', plain(501), 'What answered does not know this kind of request'],
  ['a server of another version', plain(505), 'What answered does not know this kind of request'],
  [
    'a gateway that is cut off',
    refused(502, 'FABRIC_E_GATEWAY_NOT_REACHABLE'),
    "The node's HTTP gateway cannot reach the cluster",
  ],
  [
    'a broken connection inside',
    refused(504, 'FABRIC_E_COMMUNICATION_ERROR'),
    "The node's HTTP gateway cannot reach the cluster",
  ],
  ["the cluster's time-out", refused(504, 'FABRIC_E_TIMEOUT'), 'The commit took longer than the timeout input allows'],
  ['a failover', refused(503, 'E_ABORT'), 'The image store is moving to another node'],
  [
    'http.sys without a gateway',
    plain(503, { body: 'nonJson', headers: { server: 'Microsoft-HTTPAPI/2.0' } }),
    'The node answers, but its HTTP gateway is not running',
  ],
  ...[502, 503, 504].map(
    (status) =>
      [
        `a load balancer's ${status}`,
        plain(status, { body: 'nonJson' }),
        'A proxy or load balancer in front of the cluster',
      ] as const,
  ),
  [
    'an unknown host',
    unanswered({ code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND x' }),
    'No such host name is known to the runner',
  ],
  [
    'a silent name server',
    unanswered({ code: 'EAI_AGAIN', message: 'getaddrinfo EAI_AGAIN x' }),
    "The runner's name server did not answer",
  ],
  ['a refused connection', unanswered(), 'Nothing listens there'],
  [
    'TLS with a plain gateway',
    unanswered({ code: 'ERR_SSL_WRONG_VERSION_NUMBER', message: 'wrong version number' }),
    'The endpoint does not speak TLS there',
  ],
  [
    'the same in other words',
    unanswered({ code: 'EPROTO', message: 'write EPROTO' }),
    'The endpoint does not speak TLS there',
  ],
  ['a proxy in front that wants a user', plain(407), 'A proxy between the runner and the cluster wants a user'],
  [
    'another certificate than the pinned one',
    unanswered({ code: 'CERTIFICATE_THUMBPRINT_MISMATCH' }),
    'Nothing was sent. If this is the new certificate of the cluster, add its thumbprint',
  ],
  [
    'none of the common names',
    unanswered({ code: 'CERTIFICATE_NAME_MISMATCH' }),
    'Nothing was sent. If this is the cluster, use an endpoint with one of the presented names',
  ],
  [
    "another name's certificate",
    unanswered({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
    'Nothing was sent. If this is the cluster, use an endpoint with one of the presented names',
  ],
  [
    'an expired certificate',
    unanswered({ code: 'CERT_HAS_EXPIRED' }),
    'Nothing was sent. The certificate of the cluster must be renewed',
  ],
  [
    'an untrusted certificate',
    unanswered({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    'Nothing was sent. If this is the cluster, give the certificate of its authority in server-ca',
  ],
  [
    'a self-signed certificate',
    unanswered({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    'Nothing was sent. If this is the cluster, give the certificate of its authority in server-ca',
  ],
  [
    'a server that wants a certificate',
    unanswered({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
    'The server wants a client certificate: set client-certificate.',
  ],
  [
    'no common way to speak TLS',
    unanswered({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }),
    'Client and server found no common way to speak TLS',
  ],
  [
    'a proxy that refuses',
    unanswered({ code: 'PROXY_REFUSED' }),
    'Nothing was sent. 407 and 401 ask for a user and a password',
  ],
  [
    'a proxy that is not trusted',
    unanswered({ code: 'PROXY_CERTIFICATE' }),
    'Nothing was sent. The certificate of the proxy must be',
  ],
  [
    'a PFX that widens trust',
    unanswered({ code: 'PFX_NOT_USABLE' }),
    'Nothing was sent. Give the client certificate and its key as PEM',
  ],
  [
    'a proxy that does not get through',
    unanswered({ code: 'PROXY_FAILED' }),
    'Nothing was sent. The proxy did not reach the cluster',
  ],
  [
    'a firewall',
    unanswered({ code: 'CONNECT_TIMEOUT', message: 'no connection within 30 s' }),
    'Check host and port of the endpoint, and whether a firewall',
  ],
  [
    'the deadline while connecting',
    unanswered({ problem: 'deadline', code: 'DEADLINE' }),
    'Check host and port of the endpoint, and whether a firewall',
  ],
  [
    'something that is not HTTP',
    unanswered({ ...sent, code: 'HPE_INVALID_CONSTANT' }),
    'What answered does not speak HTTP as expected',
  ],
  ['a lost answer', unanswered(sent), 'The cluster may still finish, or have finished, the commit'],
  [
    'the deadline',
    unanswered({ ...sent, problem: 'deadline', code: 'DEADLINE' }),
    'The cluster may still finish, or have finished, the commit',
  ],
  [
    'cancelled in flight',
    unanswered({ ...sent, problem: 'cancelled', code: 'CANCELLED' }),
    'The cluster may still finish, or have finished, the commit',
  ],
];

describe('a hint', () => {
  it.each(hints)('for %s', (_failure, attempt, start) => {
    expect(adviseAttempt(attempt, ENDPOINT)?.slice(0, start.length)).toBe(start);
  });

  it('is whole sentences, on one line', () => {
    for (const [, attempt] of hints) expect(adviseAttempt(attempt, ENDPOINT)).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['a FabricError that nobody knows', refused(500, 'FABRIC_E_NEW')],
    ['a 400 with JSON that is no FabricError', plain(400, { body: 'json' })],
    ['a teapot', plain(418)],
    ['an unknown 500', plain(500, { body: 'nonJson' })],
    ['a refusal that was cut off: no hope that it may have worked', unanswered({ ...sent, status: 403 })],
    ['a step that was cancelled while it connected', unanswered({ problem: 'cancelled', code: 'CANCELLED' })],
  ])('is not made up for %s', (_failure, attempt) => {
    expect(adviseAttempt(attempt, ENDPOINT)).toBeUndefined();
  });

  const unnamed = { ...ENDPOINT, portNamed: false };
  const usualPort = 'The endpoint names no port; the gateway usually listens on 19080.';

  it('names the usual port when none was written and no connection was made', () => {
    const alone = adviseAttempt(unanswered(), ENDPOINT);
    expect(adviseAttempt(unanswered(), unnamed)).toBe(`${alone} ${usualPort}`);
    expect(adviseAttempt(unanswered({ problem: 'deadline', code: 'DEADLINE' }), unnamed)).toContain(usualPort);
  });

  it('does not blame the port when the step was cancelled', () => {
    expect(adviseAttempt(unanswered({ problem: 'cancelled', code: 'CANCELLED' }), unnamed)).toBeUndefined();
  });

  it('does not blame the port of an endpoint that was reached', () => {
    expect(adviseAttempt(unanswered(sent), unnamed)).toBe(adviseAttempt(unanswered(sent), ENDPOINT));
  });

  it('shows a hostile Location on one line, shortened', () => {
    const location = `https://x/\u2028::add-mask::${'y'.repeat(5_000)}`;
    const advice = adviseAttempt(plain(307, { headers: { location } }), ENDPOINT);
    expect(advice).toContain('points to https://x/ ::add-mask::yyy');
    expect(advice?.length).toBeLessThan(500);
  });
});

describe('the hints', () => {
  // Read from the source, because the list is nobody's business but the room's own.
  const rooms = ['response-hints', 'network-hints'].map((name) =>
    readFileSync(new URL(`../../../src/diagnostics/${name}.ts`, import.meta.url), 'utf8'),
  );
  const entries = rooms.flatMap((room) => room.split(/^ {2}\{$/m).slice(1));

  it('each say what to do and where that is known from', () => {
    expect(entries.length).toBeGreaterThan(30);
    for (const entry of entries) {
      expect(entry).toMatch(/^ {4}when: /m);
      expect(entry).toMatch(/^ {4}say: ?(?:['"(`\w]|$)/m);
      expect(entry).toMatch(/^ {4}source: ?\S{3,}|^ {4}source:$/m);
    }
  });

  it('are each reached by one of the failures above', () => {
    const reached = new Set(hints.map(([, attempt]) => adviseAttempt(attempt, ENDPOINT)?.slice(0, 70)));
    expect(reached.size).toBe(entries.length);
  });
});
