// What the exchanges of a commit show and prove, by the contract's definitions and independently of src/.
import { type CompleteResponse, commitsIn, type Exchange, type ExchangeResult, responseOf } from './exchanges.js';
import { openCodes } from './front-end-responses.js';

/** What a commit attempt shows by itself. The cluster may have acted on all but `success`, `invalid argument` and `refusal`. */
export type Answer =
  | 'success'
  /** The head of a 200, cut off in its body. */
  | 'interrupted success'
  | 'unexpected success'
  | 'invalid argument'
  | 'server error'
  | 'path busy'
  | 'refusal'
  /** Whatever else leaves open what the cluster does. */
  | 'open';

export function answerOf(attempt: Exchange): Answer {
  const { result } = attempt;
  if (result === undefined) return 'open';
  return result.kind === 'no response' ? interruptedAnswer(result) : completeAnswer(result);
}

function interruptedAnswer({ sent, partialResponse }: ExchangeResult & { kind: 'no response' }): Answer {
  const status = partialResponse?.status ?? 0;
  if (!sent || (status >= 400 && status < 500)) return 'refusal';
  return status === 200 ? 'interrupted success' : 'open';
}

function completeAnswer(response: CompleteResponse): Answer {
  const { status, body } = response;
  const code = errorCodeOf(response);
  if (status === 500 && code === 'OperationsPending') return 'path busy';
  if (code !== undefined && openCodes.includes(code)) return 'open';
  if (status === 500 && code !== undefined) return 'server error';
  if (status === 400 && code === 'E_INVALIDARG') return 'invalid argument';
  if ([500, 502, 503, 504].includes(status) || (status === 202 && code === undefined)) return 'open';
  const isSuccess = status === 303 || (status >= 200 && status < 300);
  if (!isSuccess || code !== undefined) return 'refusal';
  return status === 200 && body.trim() === '' && !response.truncated ? 'success' : 'unexpected success';
}

/** The FabricError's code. */
export function errorCodeOf(response: CompleteResponse | undefined): string | undefined {
  return response?.truncated ? undefined : /^\{"Error":\{"Code":"([^"]+)"/.exec(response?.body ?? '')?.[1];
}

/** Whether the cluster may have acted on the attempt without having said so. */
export function isAmbiguous(answer: Answer): boolean {
  return answer !== 'success' && answer !== 'invalid argument' && answer !== 'refusal';
}

/** A session or a file, from a listing that can be understood completely. */
interface Listed {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Whether bytes of a session are missing. */
  readonly isIncomplete: boolean;
}

/** Everything in the order and spelling of the store: whatever deviates is not understood. */
const sessionPattern =
  /^\{"UploadSessions":\[\{"StoreRelativePath":"([^"]+)","SessionId":"([^"]+)","FileSize":"(\d+)","ModifiedDate":"([^"]+)","ExpectedRanges":\[(.*)\]\}\]\}$/;
const filePattern =
  /^\{"StoreFiles":\[\{"StoreRelativePath":"([^"]+)","FileVersion":\{[^{}]+\},"FileSize":"(\d+)","ModifiedDate":"([^"]+)"\}\],"StoreFolders":\[\],"ContinuationToken":""\}$/;
const rangePattern = /^\{"StartPosition":"(\d+)","EndPosition":"(\d+)"\}$/;

/** The session of this commit in the response to a look-up. */
export function listedSession(lookup: Exchange | undefined): Listed | undefined {
  const response = responseOf(lookup);
  const [, path = '', id, size, date = '', ranges = ''] = sessionPattern.exec(bodyOf(response)) ?? [];
  const sizeBytes = Number(size);
  const modifiedMs = Date.parse(date);
  const isAsked = id !== undefined && lookup?.target.includes(`session-id=${id}`) === true;
  const isPath = path.split('\\/').every((segment) => segment !== '' && segment !== '..');
  const missing = ranges === '' ? [] : ranges.split(/(?<=\}),/);
  const areRanges = missing.every((range) => isRange(range, sizeBytes));
  if (!isAsked || !isPath || !areRanges || !isPossible(sizeBytes, modifiedMs, response)) return undefined;
  return { sizeBytes, modifiedMs, isIncomplete: missing.length > 0 };
}

/** The file at the path in the response to a look-up. */
export function listedFile(lookup: Exchange | undefined): Listed | undefined {
  const response = responseOf(lookup);
  const [, path = '', size, date = ''] = filePattern.exec(bodyOf(response)) ?? [];
  const sizeBytes = Number(size);
  const modifiedMs = Date.parse(date);
  const asked = lookup?.target.replace('/ImageStore/', '').replace(/\?.*/, '');
  const isAsked = path.replaceAll('\\\\', '/').toLowerCase() === asked?.toLowerCase();
  return isAsked && isPossible(sizeBytes, modifiedMs, response)
    ? { sizeBytes, modifiedMs, isIncomplete: false }
    : undefined;
}

/** The body of a 200 that arrived as a whole. */
function bodyOf(response: CompleteResponse | undefined): string {
  return response?.status === 200 && !response.truncated ? response.body : '';
}

function isRange(text: string, sizeBytes: number): boolean {
  const [, start, end] = rangePattern.exec(text) ?? [];
  // An empty file's session expects 0-0.
  return start !== undefined && Number(start) <= Number(end) && Number(end) < Math.max(1, sizeBytes);
}

/** The dates can come from two nodes whose clocks differ. */
const clockSkewMs = 2 * 60_000;
const earliestMs = Date.UTC(2000, 0);

function isPossible(sizeBytes: number, modifiedMs: number, response: CompleteResponse | undefined): boolean {
  const latestMs = Date.parse(response?.headers['date'] ?? '') + clockSkewMs;
  return Number.isSafeInteger(sizeBytes) && modifiedMs >= earliestMs && modifiedMs <= latestMs;
}

/** What can decide about a commit after an ambiguous attempt. */
export interface Evidence {
  readonly answers: readonly Answer[];
  /** The session after the last attempt; undefined when no look-up shows it. */
  readonly session: 'gone' | 'complete' | 'incomplete' | undefined;
  /** The file at the path after the last attempt, likewise. */
  readonly content: 'matches' | 'differs' | 'absent' | undefined;
  /** The look-up that showed it. */
  readonly contentLookup: Exchange | undefined;
  readonly isSessionKnown: boolean;
}

/** The evidence in a commit's exchanges. Without a 200, the content counts only if it was looked up after the session. */
export function evidenceIn(exchanges: readonly Exchange[]): Evidence {
  const lastIndex = exchanges.findLastIndex(({ operation }) => operation === 'commit');
  const lookups = exchanges.slice(lastIndex + 1);
  const sessionIndex = lookups.findLastIndex(({ operation }) => operation === 'session lookup');
  const contentIndex = lookups.findLastIndex(({ operation }) => operation === 'content lookup');
  const known = exchanges.findLast((each) => each.operation === 'session lookup' && listedSession(each) !== undefined);
  const lastSeen = listedSession(known);
  const answers = commitsIn(exchanges).map(answerOf);
  const is200 = ['success', 'interrupted success'].includes(answers.at(-1) ?? '');
  const contentLookup = is200 || contentIndex > sessionIndex ? lookups[contentIndex] : undefined;
  return {
    answers,
    session: sessionState(lookups[sessionIndex], lastSeen),
    content: lastSeen && contentState(contentLookup, lastSeen),
    contentLookup,
    isSessionKnown: lastSeen !== undefined,
  };
}

/** A session that was incomplete when last seen is not gone because of a commit. */
function sessionState(lookup: Exchange | undefined, lastSeen: Listed | undefined): Evidence['session'] {
  if (responseOf(lookup)?.status === 204) return lastSeen?.isIncomplete === false ? 'gone' : undefined;
  const listed = listedSession(lookup);
  return listed && (listed.isIncomplete ? 'incomplete' : 'complete');
}

function contentState(lookup: Exchange | undefined, session: Listed): Evidence['content'] {
  const response = responseOf(lookup);
  if (response?.status === 404 && response.body === '' && !response.truncated) return 'absent';
  const file = listedFile(lookup);
  if (file === undefined) return undefined;
  const isRecent = file.modifiedMs >= session.modifiedMs - clockSkewMs;
  return file.sizeBytes === session.sizeBytes && isRecent ? 'matches' : 'differs';
}

/** The result that the contract's table gives; `unknown` where nothing is proven. */
export function provenResult(exchanges: readonly Exchange[]): 'committed' | 'failed' | 'unknown' {
  const { answers, session, content } = evidenceIn(exchanges);
  const last = answers.at(-1);
  const ambiguous = answers.filter(isAmbiguous);
  if (ambiguous.length === 0) return last === 'success' ? 'committed' : 'failed';
  const isOnlyAttempt = answers.length === 1;
  const isSuccess =
    last === 'success' || last === 'interrupted success' || (last === 'unexpected success' && isOnlyAttempt);
  if (content === 'matches') {
    if (isSuccess || session === 'gone') return 'committed';
    return session === 'incomplete' ? 'failed' : 'unknown';
  }
  if (session === 'incomplete') return 'failed';
  if (content === undefined) return 'unknown';
  const isRefused = last === 'invalid argument' && session === 'complete';
  const isAborted = last === 'server error' && ambiguous.every((answer) => answer === 'server error');
  return isRefused || isAborted ? 'failed' : 'unknown';
}
