// What to do about the answers we know. Each entry names where the knowledge comes from: a file of the cluster's
// published source (github.com/microsoft/service-fabric, under src/prod/src), or the component that answers so.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { ResponseAttempt } from '../image-store/attempt.js';
import { sanitize } from '../shared/sanitize.js';

/** Something that can be known about one kind of attempt. */
export interface Hint<Kind> {
  when: (attempt: Kind) => boolean;
  say: string | ((attempt: Kind, target: ConnectionInfo) => string);
  /** Where this is known from. */
  source: string;
}

/** What the gateway was shown, beside what it wants to be shown. */
function shown({ certificate, token, certificateNotRequested }: ConnectionInfo): string {
  const parts = [
    ...(certificate && certificateNotRequested
      ? [
          `The certificate ${certificate.subject} was not shown: the server speaks TLS 1.3 alone and did not ask for it in the handshake, and Node.js cannot answer a server that asks later. Let the server ask in the handshake, or speak TLS 1.2 as well.`,
        ]
      : []),
    ...(certificate && !certificateNotRequested
      ? [
          `It was shown the certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}: the cluster must know it as an admin client certificate${certificate.isForClients ? '' : '; it is not meant for clients (extended key usage)'}.`,
        ]
      : []),
    ...(token
      ? [
          `The token is for ${token.audience ?? 'an audience that it does not name'}, which must be the application ID of the cluster${token.expiresMs === undefined ? '' : `, and ends ${new Date(token.expiresMs).toISOString()}`}.`,
        ]
      : []),
  ];
  return parts.join(' ') || 'It was shown neither: set client-certificate or access-token.';
}

/** Of all that are E_INVALIDARG only a size mismatch has a text of its own, which names two numbers of bytes. */
export function isSizeMismatch({ error }: ResponseAttempt): boolean {
  return error?.code === 'E_INVALIDARG' && /size|bytes/i.test(error.message ?? '');
}

const code =
  (...codes: readonly string[]) =>
  ({ error }: ResponseAttempt): boolean =>
    error !== undefined && codes.includes(error.code);

const plain =
  (...statuses: readonly number[]) =>
  ({ status, error }: ResponseAttempt): boolean =>
    error === undefined && statuses.includes(status);

/** An http endpoint's proxy answers in the cluster's place when it lets nobody through; nothing tells the two apart. */
function elseProxy(hint: string | ((target: ConnectionInfo) => string)) {
  return ({ status }: ResponseAttempt, target: ConnectionInfo): string => {
    const { proxyName, secure } = target;
    if (secure || proxyName === undefined) return typeof hint === 'string' ? hint : hint(target);
    const meaning =
      status === 401
        ? 'It asks for a user and a password, which belong into the URL of the proxy'
        : 'It means that the proxy lets nobody through to this host and port';
    return `The proxy ${proxyName} may have answered in place of the cluster. ${meaning}; no_proxy lists hosts to go to without it.`;
  };
}

/** The first that fits counts. */
export const answerHints: readonly Hint<ResponseAttempt>[] = [
  {
    when: isSizeMismatch,
    say: 'A chunk was shorter or longer than its Content-Range said, and chunks cannot be replaced: delete the session (DELETE /ImageStore/$/DeleteUploadSession) and upload the file again under a new session id.',
    source: 'processcommituploadsessionrequestasyncoperation.cpp: merged size against declared size',
  },
  {
    when: ({ status, error }) => status === 400 && error?.code === 'E_INVALIDARG',
    say: 'The cluster says this when it does not know the session (a session ends 30 minutes after its last chunk, or when the image store moves to another node), when chunks are missing, for an empty file (upload those with a plain PUT), and on Linux clusters, which have no upload sessions. Check that all chunks were uploaded under this id, and upload again under a new one if in doubt.',
    source: 'NativeImageStore.cpp (list before commit); UploadSessionMetadata.cpp; imagestorehandler.cpp',
  },
  {
    when: code('FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
    say: 'The image store service is just starting on its node. Run the step again in a minute; the session stays for 30 minutes after its last chunk.',
    source: 'ServiceRoutingAgent.cpp; FileTransferClient.cpp retries it',
  },
  {
    when: code('FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED'),
    say: 'The cluster has no user-role client certificate configured; use an admin client certificate.',
    source: 'HttpUtil.cpp',
  },
  {
    when: ({ status, body, error }) => status === 400 && body === 'nonJson' && error === undefined,
    say: (_, target) =>
      target.secure
        ? `A front end of the cluster may answer so to a missing, an untrusted or an expired client certificate. ${shown(target)}`
        : 'If the gateway is secured, the endpoint must begin with https://; otherwise something between the runner and the cluster did not understand the request.',
    source: 'nginx and Apache answer plain HTTP on a TLS port so, and nginx whoever shows it no good certificate',
  },
  {
    when: plain(401),
    say: elseProxy(
      'The gateway asks for Windows (Kerberos) authentication, which a GitHub runner cannot give; use a cluster or an endpoint secured by certificates or Microsoft Entra ID.',
    ),
    source: 'HttpKerberosAuthHandler.cpp',
  },
  {
    when: plain(403),
    say: elseProxy(
      (target) =>
        `A secured gateway answers so, in these words, to a missing, an untrusted or a wrong client certificate and to a missing, expired or unfit token alike. ${shown(target)}`,
    ),
    source: 'HttpCertificateAuthHandler.cpp; HttpServer.cpp: the last handler has the word',
  },
  {
    when: plain(407),
    say: (_, { proxyName }) =>
      `${proxyName ? `The proxy ${proxyName}` : 'A proxy between the runner and the cluster'} wants a user and a password: put them into the URL in http_proxy or https_proxy.`,
    source: 'RFC 9110',
  },
  {
    when: code('E_ACCESSDENIED'),
    say: 'The cluster knows who is asking but does not allow it: uploading and committing packages needs the admin role.',
    source: 'EntreeServiceProxy.cpp',
  },
  {
    when: code('NotFound'),
    say: 'The session disappeared while it was being committed: it was deleted, or the image store moved to another node. Upload again under a new session id.',
    source: 'processcommituploadsessionrequestasyncoperation.cpp',
  },
  {
    when: code('FABRIC_E_SERVICE_DOES_NOT_EXIST'),
    say: 'The cluster has no image store service: development clusters keep packages on a file share, and there upload sessions do not exist.',
    source: 'github.com/microsoft/service-fabric-client-dotnet/issues/6',
  },
  {
    when: plain(404),
    say: "Nothing at this address knows the image store. Check the endpoint's host, port and path; the gateway is usually on port 19080.",
    source: 'the gateway itself answers 400 where it does not know a path (Constants.cpp: a handler at /)',
  },
  {
    when: plain(411),
    say: 'Something between the runner and the cluster dropped the Content-Length header of the request; look at the proxies in between.',
    source: 'http.sys; this action always sends Content-Length: 0',
  },
  {
    when: plain(408, 429),
    say: 'The gateway, or something in front of it, is too busy. Run the step again.',
    source: 'RFC 9110, RFC 6585',
  },
  {
    when: ({ status }) => status >= 300 && status < 400,
    say: ({ headers }) =>
      `Redirects are never followed, because a POST must not end up somewhere else unasked.${
        headers.location
          ? ` The answer points to ${sanitize(headers.location, 200)}; if that is the cluster, set the endpoint to it.`
          : ''
      }`,
    source: 'the gateway never redirects (HttpUtil.cpp)',
  },
  {
    when: ({ status, error }) => status === 200 && error !== undefined,
    say: 'A 200 that carries an error does not come from a Service Fabric gateway; look at what stands in front of it.',
    source: 'RequestHandlerBase.HandlerAsyncOperation.cpp: errors never have status 200',
  },
  {
    when: ({ status }) => status >= 200 && status < 300,
    say: "The gateway's answer to a commit is 200 without a body. Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or proxy log-in answers in its place.",
    source: 'imagestorehandler.cpp',
  },
  {
    when: code('OperationsPending'),
    say: 'A commit of this path, or a copy or delete above it, is still running. The action waits for it as long as the timeout input allows.',
    source: 'PendingWriteOperations.cpp',
  },
  {
    when: code('0x80070070'),
    say: "The image store's disk is full. Remove packages that are no longer used from the image store.",
    source: 'FileUploadAsyncOperation.cpp; HRESULT of ERROR_DISK_FULL',
  },
  {
    when: ({ status, error }) =>
      status === 500 && error !== undefined && /^(0x8007|E_FAIL$|FABRIC_E_IMAGESTORE_IOERROR$)/.test(error.code),
    say: "The image store's file system failed. Look at the disk of the node with the primary of fabric:/System/ImageStoreService.",
    source: 'FileUploadAsyncOperation.cpp',
  },
  {
    when: plain(501, 505),
    say: 'What answered does not know this kind of request. Check that the endpoint is the HTTP gateway of the cluster.',
    source: 'HttpUtil.cpp',
  },
  {
    when: code('FABRIC_E_GATEWAY_NOT_REACHABLE', 'FABRIC_E_COMMUNICATION_ERROR'),
    say: "The node's HTTP gateway cannot reach the cluster behind it. Look at the health of that node.",
    source: 'ClientConnectionManager.cpp',
  },
  {
    when: code('FABRIC_E_TIMEOUT'),
    say: 'The commit took longer than the timeout input allows; a larger timeout gives big files more time.',
    source: 'StoreTransactionAsyncOperation.cpp: the work goes on after the time-out',
  },
  {
    when: ({ status, error }) => status === 503 && error !== undefined,
    say: 'The image store is moving to another node or being upgraded. Look at the health of fabric:/System/ImageStoreService.',
    source: 'NamingErrorCategories.cpp',
  },
  {
    when: ({ status, headers }) => status === 503 && /Microsoft-HTTPAPI/i.test(headers.server ?? ''),
    say: 'The node answers, but its HTTP gateway is not running. Look at the health of that node.',
    source: 'http.sys answers so when nobody listens behind it',
  },
  {
    when: plain(502, 503, 504),
    say: 'A proxy or load balancer in front of the cluster did not get an answer from it. Look at its backend and at its own time limit, which must be longer than the timeout input.',
    source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)",
  },
];
