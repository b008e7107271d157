// What to do about known responses. Each hint names its source: a file of the cluster's published source
// (github.com/microsoft/service-fabric, under src/prod/src), or the component that sends such a response.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { Attempt, ResponseAttempt } from '../image-store/attempt.js';
import { isoTime } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';

/** Advice about one cause of a failure. */
export interface Hint<Kind extends Attempt> {
  readonly applies: (attempt: Kind) => boolean;
  readonly advice: string | ((attempt: Kind, connection: ConnectionInfo) => string);
  /** How the advice is known to be right. */
  readonly source: string;
}

/** The credentials that this step presented, and what the cluster requires of them. */
function describePresentedCredentials({ certificate, token, certificateNotRequested }: ConnectionInfo): string {
  const sentences: string[] = [];
  if (certificate && certificateNotRequested) {
    sentences.push(
      `The certificate ${certificate.subject} was not sent: the server supports only TLS 1.3 and did not request it in the handshake, and Node.js cannot answer a request after the handshake. Configure the server to request it in the handshake, or to support TLS 1.2 as well.`,
    );
  } else if (certificate) {
    const unfit = certificate.isForClients ? '' : '; its extended key usage does not include client authentication';
    sentences.push(
      `This step presented the certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}: the cluster must accept it as an admin client certificate${unfit}.`,
    );
  }
  if (token) {
    const expiry = token.expiresMs === undefined ? '' : `; its expiry is ${isoTime(token.expiresMs)}`;
    sentences.push(
      `The token is for ${token.audience ?? 'an unknown audience'}, which must be the application ID of the cluster${expiry}.`,
    );
  }
  return sentences.join(' ') || 'This step presented neither: set client-certificate or access-token.';
}

/** Of all E_INVALIDARG errors only a size mismatch has a text of its own, which names two numbers of bytes. */
export function isSizeMismatch({ error }: ResponseAttempt): boolean {
  return error?.code === 'E_INVALIDARG' && /size|bytes/i.test(error.message ?? '');
}

const hasErrorCode =
  (...codes: readonly string[]) =>
  ({ error }: ResponseAttempt): boolean =>
    error !== undefined && codes.includes(error.code);

const hasStatusWithoutError =
  (...statuses: readonly number[]) =>
  ({ status, error }: ResponseAttempt): boolean =>
    error === undefined && statuses.includes(status);

/** An http endpoint's proxy can answer 401 or 403 itself; nothing distinguishes that from the cluster's response. */
function unlessProxied(advice: string | ((connection: ConnectionInfo) => string)) {
  return ({ status }: ResponseAttempt, connection: ConnectionInfo): string => {
    const { proxyName, secure } = connection;
    if (secure || proxyName === undefined) return typeof advice === 'string' ? advice : advice(connection);
    const remedy =
      status === 401
        ? 'If so, it requires a user and a password: add them to the URL of the proxy.'
        : 'If so, it does not allow connections to this host and port.';
    return `The proxy ${proxyName} may have answered instead of the cluster. ${remedy} To bypass the proxy, list the host in no_proxy.`;
  };
}

/** The first hint that applies is the one to give. */
export const responseHints: readonly Hint<ResponseAttempt>[] = [
  {
    applies: isSizeMismatch,
    advice:
      'A chunk was shorter or longer than its Content-Range. Chunks cannot be replaced: delete the session (DELETE /ImageStore/$/DeleteUploadSession) and upload the file again under a new session id.',
    source: 'processcommituploadsessionrequestasyncoperation.cpp: merged size against declared size',
  },
  {
    applies: ({ status, error }) => status === 400 && error?.code === 'E_INVALIDARG',
    advice:
      'Possible causes: the cluster does not have the session (it expires 30 minutes after its last chunk, and is lost when the image store moves to another node); chunks are missing; the file is empty (upload it with a plain PUT); or the cluster runs on Linux, where upload sessions do not exist. Check that all chunks were uploaded under this id; if in doubt, upload again under a new one.',
    source: 'NativeImageStore.cpp (list before commit); UploadSessionMetadata.cpp; imagestorehandler.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
    advice:
      'The image store service is just starting on its node. Run the step again in a minute; the session expires 30 minutes after its last chunk.',
    source: 'ServiceRoutingAgent.cpp; FileTransferClient.cpp retries it',
  },
  {
    applies: hasErrorCode('FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED'),
    advice: 'The cluster has no user-role client certificate configured; use an admin client certificate.',
    source: 'HttpUtil.cpp',
  },
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
    applies: hasStatusWithoutError(401),
    advice: unlessProxied(
      'The gateway asks for Windows (Kerberos) authentication, which a GitHub runner cannot provide; use a cluster or an endpoint secured by certificates or Microsoft Entra ID.',
    ),
    source: 'HttpKerberosAuthHandler.cpp',
  },
  {
    applies: hasStatusWithoutError(403),
    advice: unlessProxied(
      (connection) =>
        `A secured gateway sends this response for a missing, untrusted or wrong client certificate, and also for a missing, expired or wrong token. ${describePresentedCredentials(connection)}`,
    ),
    source: 'HttpCertificateAuthHandler.cpp; HttpServer.cpp: the last authentication handler sends the response',
  },
  {
    applies: hasStatusWithoutError(407),
    advice: (_, { proxyName }) =>
      `${proxyName ? `The proxy ${proxyName}` : 'A proxy between the runner and the cluster'} requires a user and a password: add them to the URL in http_proxy or https_proxy.`,
    source: 'RFC 9110',
  },
  {
    applies: hasErrorCode('E_ACCESSDENIED'),
    advice:
      'The cluster accepts these credentials, but not for this operation: uploading and committing packages requires the admin role.',
    source: 'EntreeServiceProxy.cpp',
  },
  {
    applies: hasErrorCode('NotFound'),
    advice:
      'The session disappeared during the commit: somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.',
    source: 'processcommituploadsessionrequestasyncoperation.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_SERVICE_DOES_NOT_EXIST'),
    advice:
      'The cluster has no image store service. Development clusters keep packages on a file share, where upload sessions do not exist.',
    source: 'github.com/microsoft/service-fabric-client-dotnet/issues/6',
  },
  {
    applies: hasStatusWithoutError(404),
    advice:
      "The server at this address has no image store. Check the endpoint's host, port and path; the gateway usually listens on port 19080.",
    source: 'the gateway itself answers 400 to an unknown path (Constants.cpp: a handler at /)',
  },
  {
    applies: hasStatusWithoutError(411),
    advice:
      'Something between the runner and the cluster removed the Content-Length header of the request. Check the proxies in between.',
    source: 'http.sys; this action always sends Content-Length: 0',
  },
  {
    applies: hasStatusWithoutError(408, 429),
    advice: 'The gateway, or something in front of it, is too busy. Run the step again.',
    source: 'RFC 9110, RFC 6585',
  },
  {
    applies: ({ status }) => status >= 300 && status < 400,
    advice: ({ headers }) =>
      `This action does not follow redirects, so that a commit never reaches an unexpected server.${
        headers.location
          ? ` The response points to ${sanitize(headers.location, 200)}; if that is the cluster, use it as the endpoint.`
          : ''
      }`,
    source: 'the gateway never redirects (HttpUtil.cpp)',
  },
  {
    applies: ({ status, error }) => status === 200 && error !== undefined,
    advice: 'A Service Fabric gateway never sends an error with status 200. Check what is in front of the gateway.',
    source: 'RequestHandlerBase.HandlerAsyncOperation.cpp: errors never have status 200',
  },
  {
    applies: ({ status }) => status >= 200 && status < 300,
    advice:
      "The gateway answers a successful commit with 200 and no body. Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or proxy login answers in its place.",
    source: 'imagestorehandler.cpp',
  },
  {
    applies: hasErrorCode('OperationsPending'),
    advice:
      'A commit of this path, or a copy or delete of a folder above it, is still running. This action waits for it as long as the timeout input allows.',
    source: 'PendingWriteOperations.cpp',
  },
  {
    applies: hasErrorCode('0x80070070'),
    advice: "The image store's disk is full. Remove unused packages from the image store.",
    source: 'FileUploadAsyncOperation.cpp; HRESULT of ERROR_DISK_FULL',
  },
  {
    applies: ({ status, error }) =>
      status === 500 && error !== undefined && /^(0x8007|E_FAIL$|FABRIC_E_IMAGESTORE_IOERROR$)/.test(error.code),
    advice:
      "The image store's file system failed. Check the disk of the node with the primary of fabric:/System/ImageStoreService.",
    source: 'FileUploadAsyncOperation.cpp',
  },
  {
    applies: hasStatusWithoutError(501, 505),
    advice:
      'The server at this address does not support this request. Check that the endpoint is the HTTP gateway of the cluster.',
    source: 'HttpUtil.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_GATEWAY_NOT_REACHABLE', 'FABRIC_E_COMMUNICATION_ERROR'),
    advice: "The node's HTTP gateway cannot reach the cluster behind it. Check the health of that node.",
    source: 'ClientConnectionManager.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_TIMEOUT'),
    advice: 'The commit took longer than the timeout input allows. Large files need a larger timeout.',
    source: 'StoreTransactionAsyncOperation.cpp: the work continues after the timeout',
  },
  {
    applies: ({ status, error }) => status === 503 && error !== undefined,
    advice:
      'The image store is moving to another node or being upgraded. Check the health of fabric:/System/ImageStoreService.',
    source: 'NamingErrorCategories.cpp',
  },
  {
    applies: ({ status, headers }) => status === 503 && /Microsoft-HTTPAPI/i.test(headers.server ?? ''),
    advice: 'The node answers, but its HTTP gateway is not running. Check the health of that node.',
    source: 'http.sys answers 503 when no process listens behind it',
  },
  {
    applies: hasStatusWithoutError(502, 503, 504),
    advice:
      'A proxy or load balancer in front of the cluster got no response from it. Check its backend and its own timeout, which must be longer than the timeout input.',
    source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)",
  },
];
