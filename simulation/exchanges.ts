// What passed over the wire, and what it shows: the contract's words, read a second time and apart from src/.
import type { StoredFile } from '../emulator/content.js';
import type { TransportProblem } from '../src/http/transport.js';

/** One exchange, as somebody sees it who sees both ends. */
export interface Exchange {
  readonly operation: 'commit' | 'session' | 'content';
  readonly sentMs: number;
  /** What the client saw in the end, and when. */
  seen?: { atMs: number } & (Seen | Unseen);
  /** What the cluster showed of the path when it took the request for content. */
  shown?: Shown;
  /** The order in which requests reached the cluster. */
  turn?: number;
}

export interface Seen {
  kind: 'answer';
  status: number;
  code: string | undefined;
  retryAfter: string | undefined;
  body: string;
  /** Whether there was more than is read. */
  truncated: boolean;
}

export interface Unseen {
  kind: 'nothing';
  problem: TransportProblem;
  code: string;
  sent: boolean;
  status: number | undefined;
}

/** The file that a listing found: one that was there, or one on its way in. */
export type Shown =
  | { kind: 'stable'; file: StoredFile | undefined }
  | { kind: 'transit'; sessionId: string | undefined };

/** The attempts. */
export function commitsOf(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter(({ operation }) => operation === 'commit');
}

/** The answer that came whole, if one did. */
export function answerOf(exchange: Exchange | undefined): Seen | undefined {
  return exchange?.seen?.kind === 'answer' ? exchange.seen : undefined;
}

/** A 200 in the form that counts: empty, or JSON that is no error. */
export function isDone(commit: Exchange | undefined): boolean {
  const answer = answerOf(commit);
  return answer?.status === 200 && answer.code === undefined && /^(\{|$)/.test(answer.body);
}

/** A listing that could be read to its end. */
export function isListing(lookUp: Exchange): boolean {
  const answer = answerOf(lookUp);
  return answer?.status === 200 && answer.body.startsWith('{') && !answer.truncated;
}

/** Whether bytes were missing from the listed session. */
export function isIncomplete(lookUp: Exchange | undefined): boolean {
  return lookUp !== undefined && isListing(lookUp) && /"ExpectedRanges":\[\{/.test(answerOf(lookUp)?.body ?? '');
}

/** From its beginning until the client saw its end. */
export function tookMs({ sentMs, seen }: Exchange): number {
  return (seen?.atMs ?? Number.POSITIVE_INFINITY) - sentMs;
}

/** Whether an attempt leaves open what the cluster did; the contract's words, read anew. */
export function isAmbiguous(seen: Seen | Unseen | undefined): boolean {
  if (seen === undefined) return true;
  if (seen.kind === 'answer') return [500, 502, 503, 504].includes(seen.status);
  return seen.sent && !(seen.status !== undefined && seen.status >= 400 && seen.status < 500);
}

/** What a client may go by once it doubts: a 200 or the session's end, and after that a file that could be its own. */
export function proofOf(exchanges: readonly Exchange[]): {
  shown: Shown | undefined;
  isGone: boolean;
  isAlike: boolean;
} {
  const lastIndex = exchanges.findLastIndex(({ operation }) => operation === 'commit');
  const looked = exchanges.slice(lastIndex + 1);
  const proof = looked.findLast((each) => each.operation === 'content' && isListing(each));
  const asked = looked.findLast(({ operation, turn = 0 }) => operation === 'session' && turn < (proof?.turn ?? 0));
  const session = exchanges.findLast((each) => each.operation === 'session' && isListing(each));
  // A session that was last seen incomplete is gone for another reason than its commit.
  const isGone = answerOf(asked)?.status === 204 && !isIncomplete(session);
  const isCalledFor = isGone || isDone(exchanges[lastIndex]);
  const isAlike = isCalledFor && couldBe(answerOf(proof), answerOf(session));
  return { shown: proof?.shown, isGone, isAlike };
}

/** Dates can come from two nodes. */
const clockSkewMs = 2 * 60_000;

/** Whether the listed file could be the listed session's: of its size, and not older than its last chunk but for the clocks. */
function couldBe(file: Seen | undefined, session: Seen | undefined): boolean {
  const [its, ours] = [sizeAndDate(file), sizeAndDate(session)];
  return its.sizeBytes === ours.sizeBytes && its.modifiedMs >= ours.modifiedMs - clockSkewMs;
}

/** Of the one thing listed. */
function sizeAndDate(listing: Seen | undefined): { sizeBytes: number; modifiedMs: number } {
  const [, size] = /"FileSize":"(\d+)"/.exec(listing?.body ?? '') ?? [];
  const [, date] = /"ModifiedDate":"([^"]+)"/.exec(listing?.body ?? '') ?? [];
  return { sizeBytes: Number(size), modifiedMs: Date.parse(date ?? '') };
}
