// What to do about responses of the gateway itself. Each hint names its source: a file of the cluster's published source
// (github.com/microsoft/service-fabric, under src/prod/src), or the component that sends such a response.

import type { ResponseAttempt } from '../image-store/attempt.js';
import { requestNoun } from './attempt-text.js';
import { frontEndHints } from './front-end-hints.js';
import type { Hint } from './hint.js';

/** Of all E_INVALIDARG errors only a size mismatch has a text of its own, which names two numbers of bytes. */
export function isSizeMismatch({ error }: ResponseAttempt): boolean {
  return error?.code === 'E_INVALIDARG' && /size|bytes/i.test(error.message ?? '');
}

const hasErrorCode =
  (...codes: readonly string[]) =>
  ({ error }: ResponseAttempt): boolean =>
    error !== undefined && codes.includes(error.code);

const fabricHints: readonly Hint<ResponseAttempt>[] = [
  {
    applies: isSizeMismatch,
    cause: 'A chunk was shorter or longer than its Content-Range',
    advice:
      'Chunks cannot be replaced: delete the session (DELETE /ImageStore/$/DeleteUploadSession) and upload the file again under a new session id.',
    source: 'processcommituploadsessionrequestasyncoperation.cpp: merged size against declared size',
  },
  {
    applies: ({ method, status, error }) => method === 'POST' && status === 400 && error?.code === 'E_INVALIDARG',
    advice:
      'Possible causes: the cluster does not have the session (it expires 30 minutes after its last chunk, and is lost when the image store moves to another node); chunks are missing; the file is empty (upload it with a plain PUT); or the cluster runs on Linux, where upload sessions do not exist. Check that all chunks were uploaded under this id; if in doubt, upload again under a new one.',
    source: 'NativeImageStore.cpp (list before commit); UploadSessionMetadata.cpp; imagestorehandler.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
    cause: 'The image store service is just starting on its node',
    advice: 'Run the step again in a minute; an upload session expires 30 minutes after its last chunk.',
    source: 'ServiceRoutingAgent.cpp; FileTransferClient.cpp retries it',
  },
  {
    applies: hasErrorCode('FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED'),
    cause: 'The cluster has no user-role client certificate configured',
    advice: 'Use an admin client certificate.',
    source: 'HttpUtil.cpp',
  },
  {
    applies: hasErrorCode('E_ACCESSDENIED'),
    cause: 'The cluster accepts these credentials, but not for this operation',
    advice: 'Use credentials with the admin role, which uploading and committing packages requires.',
    source: 'EntreeServiceProxy.cpp',
  },
  {
    applies: (attempt) => attempt.method === 'POST' && hasErrorCode('NotFound')(attempt),
    cause: 'The session disappeared during the commit',
    advice:
      'Somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.',
    source: 'processcommituploadsessionrequestasyncoperation.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_SERVICE_DOES_NOT_EXIST'),
    cause: 'The cluster has no image store service',
    advice: 'Development clusters keep packages on a file share, where upload sessions do not exist.',
    source: 'github.com/microsoft/service-fabric-client-dotnet/issues/6',
  },
  {
    applies: ({ status, error }) => status === 200 && error !== undefined,
    cause: 'Something in front of the gateway turned an error into a 200',
    advice: 'A Service Fabric gateway never sends an error with status 200. Check what is in front of the gateway.',
    source: 'RequestHandlerBase.HandlerAsyncOperation.cpp: errors never have status 200',
  },
  {
    applies: hasErrorCode('OperationsPending'),
    cause: 'A commit of this path, or a copy or delete of a folder above it, is still running',
    advice: 'This action waits for it as long as the timeout input allows.',
    source: 'PendingWriteOperations.cpp',
  },
  {
    applies: hasErrorCode('0x80070070'),
    cause: "The image store's disk is full",
    advice: 'Remove unused packages from the image store.',
    source: 'FileUploadAsyncOperation.cpp; HRESULT of ERROR_DISK_FULL',
  },
  {
    applies: ({ status, error }) =>
      status === 500 && error !== undefined && /^(0x8007|E_FAIL$|FABRIC_E_IMAGESTORE_IOERROR$)/.test(error.code),
    cause: "The image store's file system failed",
    advice: 'Check the disk of the node with the primary of fabric:/System/ImageStoreService.',
    source: 'FileUploadAsyncOperation.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_GATEWAY_NOT_REACHABLE', 'FABRIC_E_COMMUNICATION_ERROR'),
    cause: "The node's HTTP gateway cannot reach the cluster behind it",
    advice: 'Check the health of that node.',
    source: 'ClientConnectionManager.cpp',
  },
  {
    applies: hasErrorCode('FABRIC_E_TIMEOUT'),
    cause: (attempt) => `The ${requestNoun(attempt)} took longer than the timeout input allows`,
    advice: 'Raise timeout.',
    source: 'StoreTransactionAsyncOperation.cpp: the work continues after the timeout',
  },
  {
    applies: hasErrorCode('FABRIC_E_SERVICE_TOO_BUSY'),
    cause: 'The image store is too busy',
    advice: 'Run the step again when less is going on, or with a lower concurrency.',
    source: 'NamingErrorCategories.cpp',
  },
  {
    applies: ({ status, error }) => status === 503 && error !== undefined,
    cause: 'The image store is moving to another node or being upgraded',
    advice: 'Check the health of fabric:/System/ImageStoreService.',
    source: 'NamingErrorCategories.cpp',
  },
];

/** The first hint that applies is the one to give. */
export const responseHints: readonly Hint<ResponseAttempt>[] = [...fabricHints, ...frontEndHints];
