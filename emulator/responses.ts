// What the gateway says: statuses, reason phrases, headers and bodies as Service Fabric writes them.

/** One HTTP answer, whole; `Date` and `Server` are the gateway's to add. */
export interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const JSON_HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
} as const;

const EMPTY = new Uint8Array(0);

// HttpUtil.cpp: codes whose status is not 500, and (ErrorBody.cpp) the message that goes with them, in our words.
// A code without a message answers with the four letters "Null"; so does every code that is not listed.
const CODES: Readonly<Record<string, { readonly status: number; readonly message?: string }>> = {
  E_INVALIDARG: { status: 400, message: 'Invalid argument' },
  FABRIC_E_INVALID_UPLOAD_SESSION_ID: { status: 400, message: 'The upload session identity is invalid.' },
  FABRIC_E_SERVICE_TYPE_NOT_REGISTERED: { status: 400, message: 'The service type is not registered.' },
  FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE: { status: 400 },
  FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED: {
    status: 400,
    message: 'No client certificate for the user role is configured.',
  },
  FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR: { status: 400, message: 'The directory name is reserved.' },
  E_ACCESSDENIED: { status: 403, message: 'Access denied.' },
  FABRIC_E_DIRECTORY_NOT_FOUND: { status: 404, message: 'The directory was not found.' },
  FABRIC_E_FILE_NOT_FOUND: { status: 404, message: 'The file was not found.' },
  FABRIC_E_NAME_DOES_NOT_EXIST: { status: 404, message: 'The name does not exist.' },
  FABRIC_E_SERVICE_DOES_NOT_EXIST: { status: 404, message: 'The service does not exist.' },
  NotFound: { status: 404 },
  FABRIC_E_UPLOAD_SESSION_ID_CONFLICT: { status: 409 },
  FABRIC_E_MESSAGE_TOO_LARGE: { status: 413, message: 'The message is too large.' },
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

// HttpUtil.cpp: for any other code the reason phrase is the code itself.
const REASONS: Readonly<Record<string, string>> = {
  E_INVALIDARG: 'Bad Request',
  E_ACCESSDENIED: 'Access Denied',
  E_NOTIMPL: 'Not Implemented',
};

/** Success without content: JSON by its headers all the same, and an empty body. */
export function emptyAnswer(): Answer {
  return { status: 200, reason: 'OK', headers: { ...JSON_HEADERS, 'Content-Length': '0' }, body: EMPTY };
}

/** Success with a JSON body. */
export function jsonAnswer(value: unknown): Answer {
  return withJson(200, 'OK', value);
}

/** No such session: 204, still with the JSON headers. */
export function noSessionAnswer(): Answer {
  return { status: 204, reason: 'No Content', headers: JSON_HEADERS, body: EMPTY };
}

/** Nothing to list: 204 where there is something, 404 where not; api-version 6.2 and later drop the JSON type. */
export function noContentAnswer(exists: boolean, apiVersion: number): Answer {
  const headers = apiVersion < 6.2 ? JSON_HEADERS : {};
  return exists
    ? { status: 204, reason: 'No Content', headers, body: EMPTY }
    : { status: 404, reason: 'Not Found', headers: { ...headers, 'Content-Length': '0' }, body: EMPTY };
}

/** A FabricError: status, reason phrase and message follow from the code where they are not given. */
export function errorAnswer(
  code: string,
  given: { readonly status?: number; readonly reason?: string; readonly message?: string } = {},
): Answer {
  const known = CODES[code] ?? { status: 500 };
  return withJson(given.status ?? known.status, given.reason ?? REASONS[code] ?? code, {
    Error: { Code: code, Message: given.message ?? known.message ?? 'Null' },
  });
}

/** What http.sys itself says when no request reaches Service Fabric: a small page. */
export function htmlAnswer(status: number, reason: string): Answer {
  return textAnswer(
    status,
    reason,
    'text/html; charset=us-ascii',
    `<HTML><HEAD><TITLE>${reason}</TITLE></HEAD><BODY><h2>${reason}</h2><p>HTTP Error ${status}.</p></BODY></HTML>`,
  );
}

/** Any text at all. */
export function textAnswer(status: number, reason: string, contentType: string, text: string): Answer {
  const body = Buffer.from(text);
  return {
    status,
    reason,
    headers: { 'Content-Type': contentType, 'Content-Length': String(body.byteLength) },
    body,
  };
}

function withJson(status: number, reason: string, value: unknown): Answer {
  // JsonWriter.h writes a slash as \/, and 64-bit integers are strings (JsonReaderWriter.h).
  const body = Buffer.from(JSON.stringify(value).replaceAll('/', '\\/'));
  return { status, reason, headers: { ...JSON_HEADERS, 'Content-Length': String(body.byteLength) }, body };
}
