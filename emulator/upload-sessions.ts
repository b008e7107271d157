// Upload sessions: which bytes have arrived, which are expected, and when a session expires.

import { Content } from './content.js';

/** One session as the store's primary keeps it in memory. */
export interface UploadSession {
  readonly id: string;
  /** As in the first chunk's URL, never normalized. */
  readonly path: string;
  readonly sizeBytes: bigint;
  /** When the last chunk was added, or the session was created. Neither a look-up nor a commit changes it. */
  readonly modifiedMs: number;
  readonly chunks: readonly Chunk[];
}

/** One accepted PUT. The store does not compare the number of bytes with the range. */
export interface Chunk {
  readonly start: bigint;
  readonly end: bigint;
  readonly content: Content;
}

/** Inclusive byte positions. */
export interface ByteRange {
  readonly start: bigint;
  readonly end: bigint;
}

/** What became of a chunk. */
export type ChunkOutcome = 'added' | 'present' | 'overlap' | 'no-session';

// FileStoreServiceConfig.h: UploadSessionTimeout and ProcessPendingCleanupInterval.
const sessionTimeoutMs = 30 * 60_000;
const cleanupIntervalMs = 5 * 60_000;

/** The in-memory map of sessions (uploadsessionmap.cpp). Its clean-up timer is kept as a due time. */
export class UploadSessions {
  readonly #sessions = new Map<string, UploadSession>();
  #cleanupDueMs: number | undefined;

  /** When the clean-up timer fires next; undefined while it is stopped. */
  get cleanupDueMs(): number | undefined {
    return this.#cleanupDueMs;
  }

  get(id: string): UploadSession | undefined {
    return this.#sessions.get(id);
  }

  /** All sessions, sorted by id as in the store's own map. */
  all(): readonly UploadSession[] {
    return [...this.#sessions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Creates a session without chunks. Does nothing when the id exists, whatever its path and size. */
  create(id: string, path: string, sizeBytes: bigint, nowMs: number): void {
    if (this.#sessions.has(id)) return;
    if (this.#sessions.size === 0) this.#cleanupDueMs = nowMs + sessionTimeoutMs;
    this.#sessions.set(id, { id, path, sizeBytes, chunks: [], modifiedMs: nowMs });
  }

  /** Adds a chunk (UploadSessionMetadata.cpp, AddRange). A range that is there already changes nothing. */
  addChunk(id: string, { start, end }: ByteRange, content: Content, nowMs: number): ChunkOutcome {
    const session = this.#sessions.get(id);
    if (session === undefined) return 'no-session';
    const received = receivedRanges(session);
    if (received.some((range) => range.start <= start && end <= range.end)) return 'present';
    if (received.some((range) => range.start <= end && start <= range.end)) return 'overlap';
    const chunks = [...session.chunks, { start, end, content }];
    this.#sessions.set(id, { ...session, chunks, modifiedMs: nowMs });
    return 'added';
  }

  /** Returns whether the session existed. */
  delete(id: string): boolean {
    return this.#sessions.delete(id);
  }

  /** Removes all sessions and stops the timer, as a failover does. */
  clear(): void {
    this.#sessions.clear();
    this.#cleanupDueMs = undefined;
  }

  /** The timer's action. A session's age is checked here and nowhere else. */
  removeExpired(nowMs: number): void {
    for (const session of this.#sessions.values()) {
      if (session.modifiedMs + sessionTimeoutMs <= nowMs) this.#sessions.delete(session.id);
    }
    this.#cleanupDueMs = this.#sessions.size > 0 ? nowMs + cleanupIntervalMs : undefined;
  }
}

/**
 * The ranges that are still missing (UploadSessionMetadata.cpp, GetNextExpectedRanges).
 * A session of zero bytes always expects [0, 0], so it can never be committed.
 */
export function expectedRanges(session: UploadSession): readonly ByteRange[] {
  if (session.sizeBytes === 0n) return [{ start: 0n, end: 0n }];
  const expected: ByteRange[] = [];
  let next = 0n;
  for (const received of receivedRanges(session)) {
    if (received.start > next) expected.push({ start: next, end: received.start - 1n });
    next = received.end + 1n;
  }
  if (next < session.sizeBytes) expected.push({ start: next, end: session.sizeBytes - 1n });
  return expected;
}

/** True when the chunks form one range from the first byte of the file to the last. */
export function isComplete(session: UploadSession): boolean {
  const [first, ...more] = receivedRanges(session);
  return first !== undefined && more.length === 0 && first.start === 0n && first.end === session.sizeBytes - 1n;
}

/** The bytes of all chunks, in order of their start. */
export function joinChunks(session: UploadSession): Content {
  return Content.join(sortedChunks(session).map((chunk) => chunk.content));
}

/** The ranges of the chunks, with adjacent ones joined. */
function receivedRanges(session: UploadSession): readonly ByteRange[] {
  const ranges: { readonly start: bigint; end: bigint }[] = [];
  for (const { start, end } of sortedChunks(session)) {
    const last = ranges.at(-1);
    if (last !== undefined && last.end + 1n === start) {
      last.end = end;
    } else {
      ranges.push({ start, end });
    }
  }
  return ranges;
}

function sortedChunks(session: UploadSession): readonly Chunk[] {
  return [...session.chunks].sort((a, b) => Number(a.start - b.start));
}
