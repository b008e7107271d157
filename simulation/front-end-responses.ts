// The responses that do not come from the image store, or say nothing about this request's own work.
import type { CompleteResponse } from './exchanges.js';

export interface FrontEndResponse {
  readonly status: number;
  /** Of a FabricError. */
  readonly code?: string;
  readonly body?: string;
  /** Whether the body is longer than the client reads. */
  readonly truncated?: true;
  readonly headers?: Readonly<Record<string, string>>;
}

export type FrontEndResponses = readonly [FrontEndResponse, ...FrontEndResponse[]];

export const page = '<html><body><h1>A proxy in front of the cluster</h1></body></html>';

/** The response as the client gets it. */
export function completeResponse(response: FrontEndResponse): CompleteResponse {
  const { status, code, body = '', headers = {}, truncated = false } = response;
  const text = code === undefined ? body : JSON.stringify({ Error: { Code: code, Message: 'Null' } });
  return { kind: 'response', status, statusText: code ?? 'Front End', headers, body: text, truncated };
}

/**
 * The statuses of FabricErrors that leave open what the cluster does (HttpUtil.cpp): after a time-out, a failover or a
 * lost message inside the cluster the work goes on, or has ended either way.
 */
const openErrors: readonly (readonly [status: number, code: string])[] = [
  [502, 'FABRIC_E_GATEWAY_NOT_REACHABLE'],
  [503, 'E_ABORT'],
  [503, 'FABRIC_E_CONNECTION_CLOSED_BY_REMOTE_END'],
  [503, 'FABRIC_E_NOT_PRIMARY'],
  [503, 'FABRIC_E_NOT_READY'],
  [503, 'FABRIC_E_NO_WRITE_QUORUM'],
  [503, 'FABRIC_E_OBJECT_CLOSED'],
  [503, 'FABRIC_E_RECONFIGURATION_PENDING'],
  [503, 'FABRIC_E_REPLICATION_QUEUE_FULL'],
  [503, 'FABRIC_E_SERVICE_OFFLINE'],
  [503, 'FABRIC_E_SERVICE_TOO_BUSY'],
  [504, 'FABRIC_E_COMMUNICATION_ERROR'],
  [504, 'FABRIC_E_OPERATION_NOT_COMPLETE'],
  [504, 'FABRIC_E_TIMEOUT'],
];

/** The codes of those errors: they keep their meaning when a front end changes the status. */
export const openCodes: readonly string[] = ['OperationsPending', ...openErrors.map(([, code]) => code)];

/** The cluster may or may not act on the request. */
export const ambiguousResponses: FrontEndResponses = [
  { status: 500, body: page },
  { status: 502, body: page },
  { status: 503, body: page },
  { status: 504, body: page },
  ...openErrors.map(([status, code]) => ({ status, code })),
];

/** Nothing was done, and a retry may help. */
export const retryableRefusals: FrontEndResponses = [
  { status: 400, code: 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED' },
  { status: 408, body: page },
  { status: 429, body: page },
];

/** Nothing was done, and a retry would not help. */
export const finalRefusals: FrontEndResponses = [
  { status: 200, code: 'E_FAIL' },
  { status: 302, headers: { location: 'https://login.example.com/' } },
  { status: 400, code: 'FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED' },
  { status: 400, body: page },
  { status: 401, body: page },
  { status: 403 },
  { status: 403, code: 'E_ACCESSDENIED' },
  { status: 404, code: 'FABRIC_E_SERVICE_DOES_NOT_EXIST' },
  { status: 409, code: 'FABRIC_E_WRITE_CONFLICT' },
  { status: 411, body: page },
  { status: 413, code: 'FABRIC_E_MESSAGE_TOO_LARGE' },
  { status: 501, code: 'E_NOTIMPL' },
  { status: 505, body: page },
];

/** The work ended before the commit was done. */
export const serverErrors: FrontEndResponses = [
  { status: 500, code: 'E_FAIL' },
  { status: 500, code: '0x80070070' },
  { status: 500, code: 'FABRIC_E_IMAGESTORE_IOERROR' },
];

/** Successes in another form than the image store's, which is a 200 without a body. */
export const unexpectedSuccesses: FrontEndResponses = [
  { status: 200, body: page },
  { status: 200, body: 'OK' },
  { status: 200, body: '{"status":"success"}' },
  { status: 200, body: page, truncated: true },
  { status: 201 },
  { status: 201, body: '{}' },
  { status: 202 },
  { status: 204 },
  { status: 206, body: page },
  { status: 303, headers: { location: 'https://portal.example.com/done' } },
];

/** A look-up's response that holds no information, now or after a retry. */
export const uninformativeResponses: FrontEndResponses = [
  { status: 200, body: page },
  { status: 302 },
  { status: 400, code: 'E_INVALIDARG' },
  { status: 403 },
  { status: 404, body: page },
  { status: 501, code: 'E_NOTIMPL' },
];
