// HTTP responses as Service Fabric's gateway writes them: statuses, reason phrases, headers and bodies.

/** A complete HTTP response. The response writer adds `Date` and `Server`. */
export interface HttpResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const jsonHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
} as const;

const emptyBody = new Uint8Array(0);

// HttpUtil.cpp: codes whose status is not 500. ErrorBody.cpp: their messages, reworded here.
// For a code without a message, listed here or not, the gateway sends the text "Null".
const fabricErrors: Readonly<Record<string, { readonly status: number; readonly message?: string }>> = {
  E_INVALIDARG: { status: 400, message: 'Invalid argument' },
  FABRIC_E_INVALID_UPLOAD_SESSION_ID: { status: 400, message: 'The upload session identity is invalid.' },
  FABRIC_E_SERVICE_TYPE_NOT_REGISTERED: { status: 400, message: 'The service type is not registered.' },
  FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE: { status: 400 },
  FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED: {
    status: 400,
    message: 'No client certificate for the user role is configured.',
  },
  FABRIC_E_IMAGEBUILDER_VALIDATION_ERROR: { status: 400, message: 'The package is not valid.' },
  FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR: { status: 400, message: 'The directory name is reserved.' },
  E_ACCESSDENIED: { status: 403, message: 'Access denied.' },
  FABRIC_E_DIRECTORY_NOT_FOUND: { status: 404, message: 'The directory was not found.' },
  FABRIC_E_FILE_NOT_FOUND: { status: 404, message: 'The file was not found.' },
  FABRIC_E_NAME_DOES_NOT_EXIST: { status: 404, message: 'The name does not exist.' },
  FABRIC_E_SERVICE_DOES_NOT_EXIST: { status: 404, message: 'The service does not exist.' },
  NotFound: { status: 404 },
  FABRIC_E_APPLICATION_TYPE_ALREADY_EXISTS: { status: 409, message: 'The application type already exists.' },
  FABRIC_E_UPLOAD_SESSION_ID_CONFLICT: { status: 409 },
  FABRIC_E_MESSAGE_TOO_LARGE: { status: 413, message: 'The message is too large.' },
  FABRIC_E_VALUE_TOO_LARGE: { status: 413, message: 'The value is too large.' },
  E_NOTIMPL: { status: 501, message: 'Not implemented.' },
  FABRIC_E_GATEWAY_NOT_REACHABLE: { status: 502, message: 'The gateway cannot be reached.' },
  E_ABORT: { status: 503, message: 'Operation canceled.' },
  FABRIC_E_NO_WRITE_QUORUM: { status: 503, message: 'There is no write quorum.' },
  FABRIC_E_NOT_PRIMARY: { status: 503, message: 'The replica is not primary.' },
  FABRIC_E_NOT_READY: { status: 503, message: 'The service is not ready.' },
  FABRIC_E_OBJECT_CLOSED: { status: 503, message: 'The object is closed.' },
  FABRIC_E_RECONFIGURATION_PENDING: { status: 503, message: 'A reconfiguration is pending.' },
  FABRIC_E_REPLICATION_QUEUE_FULL: { status: 503, message: 'The replication queue is full.' },
  FABRIC_E_SERVICE_OFFLINE: { status: 503, message: 'The service is offline.' },
  FABRIC_E_SERVICE_TOO_BUSY: { status: 503, message: 'The service is too busy.' },
  FABRIC_E_COMMUNICATION_ERROR: { status: 504, message: 'There was a communication error.' },
  FABRIC_E_OPERATION_NOT_COMPLETE: { status: 504, message: 'The operation is not complete.' },
  FABRIC_E_TIMEOUT: { status: 504, message: 'Operation timed out.' },
};

// HttpUtil.cpp: the reason phrase of any other code is the code itself.
const reasonPhrases: Readonly<Record<string, string>> = {
  E_INVALIDARG: 'Bad Request',
  E_ACCESSDENIED: 'Access Denied',
  E_NOTIMPL: 'Not Implemented',
};

/** 200 without content. The gateway sends the JSON headers all the same. */
export function emptyResponse(): HttpResponse {
  return { status: 200, reason: 'OK', headers: { ...jsonHeaders, 'Content-Length': '0' }, body: emptyBody };
}

/** 202 without content: the cluster has begun. */
export function acceptedResponse(): HttpResponse {
  return { ...emptyResponse(), status: 202, reason: 'Accepted' };
}

/** 200 with a JSON body. */
export function jsonResponse(value: unknown): HttpResponse {
  return withJson(200, 'OK', value);
}

/** 204 with the JSON headers: the session does not exist. */
export function noSessionResponse(): HttpResponse {
  return { status: 204, reason: 'No Content', headers: jsonHeaders, body: emptyBody };
}

/** An empty listing: 204 if the path exists, otherwise 404. From api-version 6.2 on it has no JSON headers. */
export function noContentResponse(exists: boolean, apiVersion: number): HttpResponse {
  const headers = apiVersion < 6.2 ? jsonHeaders : {};
  return exists
    ? { status: 204, reason: 'No Content', headers, body: emptyBody }
    : { status: 404, reason: 'Not Found', headers: { ...headers, 'Content-Length': '0' }, body: emptyBody };
}

/** A FabricError. Status, reason phrase and message default to those of the code. */
export function errorResponse(
  code: string,
  given: { readonly status?: number; readonly reason?: string; readonly message?: string } = {},
): HttpResponse {
  const known = fabricErrors[code] ?? { status: 500 };
  return withJson(given.status ?? known.status, given.reason ?? reasonPhrases[code] ?? code, {
    Error: { Code: code, Message: given.message ?? known.message ?? 'Null' },
  });
}

/** The HTML page that http.sys sends when it rejects a request before Service Fabric sees it. */
export function htmlResponse(status: number, reason: string): HttpResponse {
  return textResponse(
    status,
    reason,
    'text/html; charset=us-ascii',
    `<HTML><HEAD><TITLE>${reason}</TITLE></HEAD><BODY><h2>${reason}</h2><p>HTTP Error ${status}.</p></BODY></HTML>`,
  );
}

/** A response with any text as its body. */
export function textResponse(status: number, reason: string, contentType: string, text: string): HttpResponse {
  const body = Buffer.from(text);
  return {
    status,
    reason,
    headers: { 'Content-Type': contentType, 'Content-Length': String(body.byteLength) },
    body,
  };
}

function withJson(status: number, reason: string, value: unknown): HttpResponse {
  // JsonWriter.h writes a slash as \/, and JsonReaderWriter.h writes 64-bit integers as strings.
  const body = Buffer.from(JSON.stringify(value).replaceAll('/', '\\/'));
  return { status, reason, headers: { ...jsonHeaders, 'Content-Length': String(body.byteLength) }, body };
}
