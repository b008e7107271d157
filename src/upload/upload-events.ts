// What happens during an upload, and what is known of a file when its part of it is over. Data; words come later.
import type { CommitEvent, Outcome } from '../commit-engine/commit-session.js';
import type { Attempt } from '../image-store/attempt.js';
import type { UploadSession } from '../image-store/responses.js';
import type { PackageFile } from './package-files.js';
import type { FailureReason } from './session-state.js';

/** The parts of an upload, in this order. */
export type Phase = 'inspecting' | 'sending' | 'verifying' | 'marking' | 'cleaning';

export type UploadEvent =
  | { readonly kind: 'phase'; readonly phase: Phase }
  /** Whether the gateway has the upload session API; that of a Linux cluster has not. */
  | { readonly kind: 'inspected'; readonly hasSessions: boolean; readonly hadContent: boolean }
  /** Bytes of content that a socket has taken, repetitions included. */
  | { readonly kind: 'bytesSent'; readonly bytes: number }
  /** How much of a file the store has by now; it can become less when a session is lost. */
  | { readonly kind: 'fileProgress'; readonly path: string; readonly storedBytes: number }
  | { readonly kind: 'fileEnded'; readonly outcome: FileOutcome }
  /** A request has failed and is repeated. `subject` is a path in the image store, or a session's id. */
  | {
      readonly kind: 'retrying';
      readonly subject: string;
      readonly attempt: Attempt;
      /** The number of failures without progress so far. */
      readonly failures: number;
      readonly waitMs: number;
    }
  /** The store is overloaded or cannot be reached: so many requests at a time go on after the pause. */
  | { readonly kind: 'slowedDown'; readonly attempt: Attempt; readonly pauseMs: number; readonly concurrency: number }
  /** The file of an upload session goes once more from the start. */
  | { readonly kind: 'resending'; readonly path: string; readonly reason: 'wrongSize' | 'doubt' }
  | { readonly kind: 'commit'; readonly path: string; readonly event: CommitEvent }
  /** Something that an earlier package has left was removed. */
  | { readonly kind: 'staleRemoved'; readonly path: string }
  | { readonly kind: 'sessionKept'; readonly sessionId: string; readonly attempt: Attempt };

/** Why a file is not published. */
export type FileReason = FailureReason | 'changed' | 'unreadable' | 'notStarted';

export interface FileOutcome {
  readonly file: PackageFile;
  readonly result: 'published' | 'failed' | 'unknown';
  /** Missing when it is published. */
  readonly reason?: FileReason;
  /** What the reason is about, where it is no request: a sentence. */
  readonly description?: string;
  /** The last request that did not succeed. */
  readonly last?: Attempt;
  /** The ids of its upload sessions, the last one last; none for a file that is sent in one request. */
  readonly sessionIds: readonly string[];
  /** The session as last looked up. */
  readonly session?: UploadSession;
  /** The outcome of its last commit. */
  readonly commit?: Outcome;
  /** Requests that changed something, or tried to. */
  readonly attempts: number;
  readonly durationMs: number;
}
