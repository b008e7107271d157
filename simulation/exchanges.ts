// The record of what client and cluster exchanged, read by the contract's definitions and independently of src/.
import type { StoredFile } from '../emulator/file-store.js';

export type Operation = 'commit' | 'session lookup' | 'content lookup';

/** What the client hands to the network. */
export interface NetworkRequest {
  readonly method: string;
  readonly url: string;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** One request and what became of it, as seen from both ends. */
export interface Exchange {
  readonly operation: Operation;
  readonly sentMs: number;
  /** What the client got in the end, and when. */
  result?: { readonly atMs: number } & ExchangeResult;
  /** The path's state when the cluster received a content lookup. */
  pathState?: PathState;
  /** The order in which requests reached the cluster. */
  arrivalNumber?: number;
}

export type ExchangeResult = CompleteResponse | NoResponse;

/** A response that arrived completely, as far as the client reads it. */
export interface CompleteResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the body was longer than the client reads. */
  readonly truncated: boolean;
}

/** Why no complete response arrived. */
export interface NoResponse {
  readonly kind: 'no response';
  readonly problem: 'connect' | 'deadline' | 'interrupted' | 'cancelled';
  readonly code: string;
  /** Whether the request may have reached the cluster. */
  readonly sent: boolean;
  /** The head of a response that did not arrive completely. */
  readonly partialResponse: { readonly status: number; readonly statusText: string } | undefined;
}

/** The file that a listing of the path finds: an available one, or one that is being published. */
export type PathState =
  | { readonly kind: 'stable'; readonly file: StoredFile | undefined }
  | { readonly kind: 'publishing'; readonly sessionId: string | undefined };

export function commitsIn(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter(({ operation }) => operation === 'commit');
}

/** The complete response, if one arrived. */
export function responseOf(exchange: Exchange | undefined): CompleteResponse | undefined {
  return exchange?.result?.kind === 'response' ? exchange.result : undefined;
}

/** The FabricError's code. */
export function errorCodeOf(response: CompleteResponse | undefined): string | undefined {
  return /^\{"Error":\{"Code":"([^"]+)"/.exec(response?.body ?? '')?.[1];
}

/** A 200 as the image store sends it: with an empty body, or with JSON that is no error. */
export function isSuccess(commit: Exchange | undefined): boolean {
  const response = responseOf(commit);
  return response?.status === 200 && errorCodeOf(response) === undefined && /^(\{|$)/.test(response.body);
}

/** A readable, complete listing. */
export function isListing(lookup: Exchange): boolean {
  const response = responseOf(lookup);
  return response?.status === 200 && response.body.startsWith('{') && !response.truncated;
}

/** Whether the listed session has missing bytes. */
export function isIncomplete(lookup: Exchange | undefined): boolean {
  return lookup !== undefined && isListing(lookup) && /"ExpectedRanges":\[\{/.test(responseOf(lookup)?.body ?? '');
}

/** From sending the request until the client had its result. */
export function durationMs({ sentMs, result }: Exchange): number {
  return (result?.atMs ?? Number.POSITIVE_INFINITY) - sentMs;
}

/** Whether the cluster may have acted on an attempt without having said so. */
export function isAmbiguous(result: ExchangeResult | undefined): boolean {
  if (result === undefined) return true;
  if (result.kind === 'response') return [500, 502, 503, 504].includes(result.status);
  const status = result.partialResponse?.status;
  return result.sent && !(status !== undefined && status >= 400 && status < 500);
}

/** What the exchanges show after an ambiguous attempt. */
export interface ObservedEvidence {
  /** The state of the path at the last content lookup. */
  readonly pathState: PathState | undefined;
  /** Whether the session was looked up after the last attempt, before the content, and was gone. */
  readonly isSessionGone: boolean;
  /** Whether a 200 or the gone session calls for a file like the session's, and the last content lookup found one. */
  readonly matches: boolean;
}

/** The evidence that the client may go by after an ambiguous attempt. */
export function evidenceIn(exchanges: readonly Exchange[]): ObservedEvidence {
  const lastIndex = exchanges.findLastIndex(({ operation }) => operation === 'commit');
  const lookups = exchanges.slice(lastIndex + 1);
  const content = lookups.findLast((each) => each.operation === 'content lookup' && isListing(each));
  const sessionNow = lookups.findLast(
    ({ operation, arrivalNumber = 0 }) =>
      operation === 'session lookup' && arrivalNumber < (content?.arrivalNumber ?? 0),
  );
  const lastSeen = exchanges.findLast((each) => each.operation === 'session lookup' && isListing(each));
  // A session that was incomplete when last seen is not gone because of a commit.
  const isSessionGone = responseOf(sessionNow)?.status === 204 && !isIncomplete(lastSeen);
  const isExpected = isSessionGone || isSuccess(exchanges[lastIndex]);
  const matches = isExpected && canBeFrom(responseOf(content), responseOf(lastSeen));
  return { pathState: content?.pathState, isSessionGone, matches };
}

/** The two dates can come from two nodes whose clocks differ. */
const clockSkewMs = 2 * 60_000;

/** Whether the listed file can be the listed session's: same size, and not older than the session's last chunk. */
function canBeFrom(fileListing: CompleteResponse | undefined, sessionListing: CompleteResponse | undefined): boolean {
  const [file, session] = [sizeAndDate(fileListing), sizeAndDate(sessionListing)];
  return file.sizeBytes === session.sizeBytes && file.modifiedMs >= session.modifiedMs - clockSkewMs;
}

/** Size and date of the first entry of a listing. */
function sizeAndDate(listing: CompleteResponse | undefined): { sizeBytes: number; modifiedMs: number } {
  const [, size] = /"FileSize":"(\d+)"/.exec(listing?.body ?? '') ?? [];
  const [, date] = /"ModifiedDate":"([^"]+)"/.exec(listing?.body ?? '') ?? [];
  return { sizeBytes: Number(size), modifiedMs: Date.parse(date ?? '') };
}
