// Upload sessions: which bytes have arrived, which are expected, and when a session is forgotten.

import type { ContentRange } from './request-parser.js';

/** One session as the store's primary remembers it. */
export interface UploadSession {
  readonly id: string;
  /** As in the first chunk's URL, never normalised. */
  readonly path: string;
  readonly sizeBytes: bigint;
  /** When the last chunk was accepted; neither a look-up nor a commit moves it. */
  readonly modifiedMs: number;
  readonly chunks: readonly Chunk[];
}

/** What one accepted PUT brought; the bytes need not be as many as the range says (nobody compares them). */
export interface Chunk {
  readonly start: bigint;
  readonly end: bigint;
  readonly bytes: Uint8Array;
}

/** Inclusive byte positions. */
export interface ByteRange {
  readonly start: bigint;
  readonly end: bigint;
}

// FileStoreServiceConfig.h: UploadSessionTimeout and ProcessPendingCleanupInterval.
const SESSION_TIMEOUT_MS = 30 * 60_000;
const SWEEP_INTERVAL_MS = 5 * 60_000;

/** The in-memory map of sessions (uploadsessionmap.cpp), with its one clean-up timer kept as a due time. */
export class UploadSessions {
  readonly #sessions = new Map<string, UploadSession>();
  #sweepDueMs: number | undefined;

  /** When the timer fires next; nothing while there was never a session since it last stopped. */
  get sweepDueMs(): number | undefined {
    return this.#sweepDueMs;
  }

  get(id: string): UploadSession | undefined {
    return this.#sessions.get(id);
  }

  /** In order of id, as the map they live in. */
  all(): readonly UploadSession[] {
    return [...this.#sessions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Keeps a chunk, beginning the session if it is the first one; ranges have been checked by then. */
  add(id: string, path: string, range: ContentRange, bytes: Uint8Array, nowMs: number): void {
    if (this.#sessions.size === 0) {
      this.#sweepDueMs = nowMs + SESSION_TIMEOUT_MS;
    }
    const session = this.#sessions.get(id) ?? { id, path, sizeBytes: range.total, chunks: [] };
    const chunks = [...session.chunks, { start: range.start, end: range.end, bytes }];
    this.#sessions.set(id, { ...session, chunks, modifiedMs: nowMs });
  }

  /** True when there was one to forget. */
  delete(id: string): boolean {
    return this.#sessions.delete(id);
  }

  /** A new primary knows none of the sessions of the old one. */
  clear(): void {
    this.#sessions.clear();
    this.#sweepDueMs = undefined;
  }

  /** What the timer does: age is looked at here and nowhere else. */
  sweep(nowMs: number): void {
    for (const session of this.#sessions.values()) {
      if (session.modifiedMs + SESSION_TIMEOUT_MS <= nowMs) {
        this.#sessions.delete(session.id);
      }
    }
    this.#sweepDueMs = this.#sessions.size > 0 ? nowMs + SWEEP_INTERVAL_MS : undefined;
  }
}

/**
 * What is still to come (UploadSessionMetadata.cpp, GetNextExpectedRanges).
 * A session of no bytes always expects [0, 0], which is why it can never be committed.
 */
export function expectedRanges(session: UploadSession): readonly ByteRange[] {
  if (session.sizeBytes === 0n) {
    return [{ start: 0n, end: 0n }];
  }
  const expected: ByteRange[] = [];
  let next = 0n;
  for (const edge of edges(session)) {
    if (edge.start > next) {
      expected.push({ start: next, end: edge.start - 1n });
    }
    next = edge.end + 1n;
  }
  if (next < session.sizeBytes) {
    expected.push({ start: next, end: session.sizeBytes - 1n });
  }
  return expected;
}

/** True when the chunks make one piece that ends with the file's last byte, not one later. */
export function isOnePiece(session: UploadSession): boolean {
  const [first, ...more] = edges(session);
  return first !== undefined && more.length === 0 && first.start === 0n && first.end === session.sizeBytes - 1n;
}

/** The chunks' bytes in order of their start. */
export function mergedBytes(session: UploadSession): Uint8Array {
  return Buffer.concat(inOrder(session).map((chunk) => chunk.bytes));
}

function edges(session: UploadSession): readonly ByteRange[] {
  const merged: { start: bigint; end: bigint }[] = [];
  for (const { start, end } of inOrder(session)) {
    const last = merged.at(-1);
    if (last !== undefined && last.end + 1n === start) {
      last.end = end;
    } else {
      merged.push({ start, end });
    }
  }
  return merged;
}

function inOrder(session: UploadSession): readonly Chunk[] {
  return [...session.chunks].sort((a, b) => Number(a.start - b.start));
}
