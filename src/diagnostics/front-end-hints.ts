// What to do about responses without a FabricError: of the gateway's HTTP layer, and of what stands in front of it.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { ResponseAttempt } from '../image-store/attempt.js';
import { sanitize } from '../shared/sanitize.js';
import { requestNoun } from './attempt-text.js';
import { authenticationHints } from './authentication-hints.js';
import type { Hint } from './hint.js';
import { describePresentedCredentials, hasCredentials } from './presented-credentials.js';

const hasStatusWithoutError =
  (...statuses: readonly number[]) =>
  ({ status, error }: ResponseAttempt): boolean =>
    error === undefined && statuses.includes(status);

const isForbidden = hasStatusWithoutError(403);
/** The gateway's own 403 has no body. */
const isForeignRefusal = (attempt: ResponseAttempt): boolean => isForbidden(attempt) && attempt.body !== 'empty';

/** Nothing distinguishes a refusal of the proxy of an http endpoint from one of the cluster. */
const isMaybeProxy = ({ secure, proxyName }: ConnectionInfo): boolean => !secure && proxyName !== undefined;

const proxyMayHaveAnswered: readonly Hint<ResponseAttempt>[] = [
  {
    applies: (attempt, connection) => hasStatusWithoutError(401, 403)(attempt) && isMaybeProxy(connection),
    cause: (_, { proxyName }) => `The proxy ${proxyName} may have answered instead of the cluster`,
    advice: ({ status }) =>
      `${
        status === 401
          ? 'If so, it requires a user and a password: add them to the URL of the proxy.'
          : 'If so, it does not allow connections to this host and port.'
      } To bypass the proxy, list the host in no_proxy.`,
    source: 'RFC 9112, section 3.2.2: a proxy is asked for an http endpoint as a server is',
  },
  {
    applies: hasStatusWithoutError(407),
    cause: (_, { proxyName }) =>
      `${proxyName ? `The proxy ${proxyName}` : 'A proxy between the runner and the cluster'} requires a user and a password`,
    advice: 'Add them to the URL in http_proxy or https_proxy.',
    source: 'RFC 9110',
  },
];

const refusals: readonly Hint<ResponseAttempt>[] = [
  {
    applies: ({ status, body, error }) => status === 400 && body === 'nonJson' && error === undefined,
    advice: (_, connection) =>
      connection.secure
        ? `A front end of the cluster may answer this way to a missing, untrusted or expired client certificate. ${describePresentedCredentials(connection)}`
        : 'If the gateway is secured, the endpoint must begin with https://; otherwise something between the runner and the cluster did not understand the request.',
    source:
      'nginx and Apache answer plain HTTP on a TLS port with 400, and nginx every client without a valid certificate',
  },
  {
    applies: isForeignRefusal,
    cause: 'A front end of the cluster refused the request, for example a web application firewall',
    advice: ({ method }, connection) =>
      `Allow this runner and ${method === 'POST' ? 'POST' : 'GET, PUT, POST and DELETE'} requests to /ImageStore in its rules. It may also require a client certificate or a token. ${describePresentedCredentials(connection)}`,
    source: 'HttpCertificateAuthHandler.cpp: the 403 of the gateway itself has no body',
  },
  {
    applies: isForbidden,
    cause: (_, connection) =>
      hasCredentials(connection)
        ? 'The cluster does not accept the credentials of this step'
        : 'The cluster requires a client certificate or a token',
    advice: (_, connection) =>
      `A secured gateway sends this response for a missing, untrusted or wrong client certificate, and also for a missing, expired or wrong token. ${describePresentedCredentials(connection)}`,
    source: 'HttpCertificateAuthHandler.cpp; HttpServer.cpp: the last authentication handler sends the response',
  },
  {
    applies: hasStatusWithoutError(404),
    cause: 'The server at this address has no image store',
    advice: (_, { url }) =>
      new URL(url).port === '19081'
        ? 'Port 19081 is usually the reverse proxy of the cluster, which leads to services: the HTTP gateway usually listens on port 19080.'
        : "Check the endpoint's host, port and path; the gateway usually listens on port 19080 (19081 is the cluster's reverse proxy).",
    source: 'the gateway itself answers 400 to an unknown path (Constants.cpp: a handler at /)',
  },
  {
    applies: hasStatusWithoutError(411),
    cause: 'Something between the runner and the cluster removed the Content-Length header of the request',
    advice: 'Check the proxies in between.',
    source: 'http.sys; this action always sends Content-Length: 0',
  },
  {
    applies: (attempt) => attempt.method === 'PUT' && hasStatusWithoutError(413)(attempt),
    cause: 'A front end of the cluster does not accept so large a request body',
    advice:
      'Raise its limit (client_max_body_size in nginx, LimitRequestBody in Apache, maxAllowedContentLength in IIS), or use an endpoint without it. Files of up to 4 MiB and the chunks of bigger ones must pass; on a Linux cluster, every file as a whole.',
    source: 'RFC 9110, section 15.5.14; the gateway has no limit (getfilefromuploadasyncoperation.cpp)',
  },
  {
    applies: hasStatusWithoutError(413, 414, 431),
    cause: 'A front end of the cluster finds the request too large',
    advice: (_, { token }) =>
      `Raise its limit for request headers${token ? ': the access token is the only large one that this action sends' : ', and check what else adds headers or cookies on the way'}.`,
    source: 'RFC 6585; the gateway reads requests of up to 4 MiB (HttpTransport/Constants.cpp)',
  },
  {
    applies: hasStatusWithoutError(408, 429),
    cause: 'The gateway, or something in front of it, is too busy',
    advice: 'Run the step again.',
    source: 'RFC 9110, RFC 6585',
  },
];

const unexpectedResponses: readonly Hint<ResponseAttempt>[] = [
  {
    applies: ({ status }) => status >= 300 && status < 400 && status !== 303,
    cause: (attempt) => `The server redirected the ${requestNoun(attempt)} to another address`,
    advice: ({ headers: { location } }) =>
      `This action does not follow redirects, so that no request reaches an unexpected server.${
        location
          ? ` The response points to ${sanitize(location, 200)}; if that is the cluster, use it as the endpoint.`
          : ''
      }`,
    source: 'the gateway never redirects (HttpUtil.cpp)',
  },
  {
    applies: ({ status }) => status === 202,
    cause: (attempt) =>
      `Something between the runner and the cluster took the ${requestNoun(attempt)} over, and says only that it may follow`,
    advice:
      'The gateway answers a successful upload or commit with 200 and no body. Check what is in front of the gateway, and whether it queues requests.',
    source: 'RFC 9110, section 15.3.3',
  },
  {
    applies: ({ status }) => (status >= 200 && status < 300) || status === 303,
    cause: 'Something between the runner and the cluster answered in its place, or rewrote its answer',
    advice:
      "The gateway answers a successful upload or commit with 200 and no body. Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or proxy login answers in its place.",
    source: 'imagestorehandler.cpp',
  },
  {
    applies: hasStatusWithoutError(501, 505),
    cause: 'The server at this address does not support this request',
    advice: 'Check that the endpoint is the HTTP gateway of the cluster.',
    source: 'HttpUtil.cpp',
  },
  {
    applies: ({ status, headers }) => status === 503 && /Microsoft-HTTPAPI/i.test(headers.server ?? ''),
    cause: 'The node answers, but its HTTP gateway is not running',
    advice: 'Check the health of that node.',
    source: 'http.sys answers 503 when no process listens behind it',
  },
  {
    applies: hasStatusWithoutError(502, 503, 504),
    cause: 'A proxy or load balancer in front of the cluster got no response from it',
    advice: 'Check its backend and its own timeout, which must be longer than the timeout input.',
    source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)",
  },
  {
    applies: ({ foreignMessage }) => foreignMessage !== undefined,
    cause: 'A front end of the cluster answered, not the image store',
    advice: 'Check its rules and its log, or use an endpoint without it.',
    source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)",
  },
];

/** For responses without a FabricError; the first one that applies is the one to give. */
export const frontEndHints: readonly Hint<ResponseAttempt>[] = [
  ...proxyMayHaveAnswered,
  ...authenticationHints,
  ...refusals,
  ...unexpectedResponses,
];
