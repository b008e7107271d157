// Uploads one big file through an upload session: performs the actions that session-state.ts decides on.
import { type CommitEvent, commitSession, type Outcome } from '../commit-engine/commit-session.js';
import type { Attempt } from '../image-store/attempt.js';
import type { StoredFile } from '../image-store/responses.js';
import type { TaskKind } from '../shared/adaptive-limiter.js';
import { sleep } from '../shared/clock.js';
import { lookUpContent, lookUpSession } from './lookups.js';
import type { PackageFile } from './package-files.js';
import { commitOptions, failedLookup, lookupDeadlineMs, reportToLanes, type UploadContext } from './requests.js';
import { type ContentHash, uploadSessionId } from './session-id.js';
import {
  beginSession,
  nextActions,
  type SessionAction,
  type SessionEvent,
  type SessionState,
  withAction,
  withEvent,
} from './session-state.js';
import { backoffMs } from './transfer-policy.js';
import type { FileOutcome } from './upload-events.js';

/** The upload of one file. */
interface ChunkUpload {
  readonly file: PackageFile;
  readonly hash: ContentHash;
  /** What was at the path before. */
  readonly previous: StoredFile | undefined;
  /** The version at the path on which the ids of its sessions depend; most do not. */
  readonly replacedVersion: string | undefined;
  /** The ids of its sessions. */
  readonly sessionIds: string[];
  attempts: number;
  commit: Outcome | undefined;
}

/**
 * Uploads and commits a file. Resolves with what is known, whatever happened.
 * @param hadContent whether anything lay at the package's path before
 */
export async function uploadInChunks(
  file: PackageFile,
  hash: ContentHash,
  hadContent: boolean,
  context: UploadContext,
): Promise<FileOutcome> {
  const { clock, limits, onEvent } = context;
  const startedMs = clock.now();
  const previous = hadContent ? await lookUpFile(file, context) : undefined;
  const replacedVersion = await findReplacedVersion(file, hash, previous, context);
  const upload: ChunkUpload = { file, hash, previous, replacedVersion, sessionIds: [], attempts: 0, commit: undefined };
  const own: UploadContext = {
    ...context,
    countAttempt: () => {
      upload.attempts += 1;
      context.countAttempt();
    },
  };
  const sessionLimits = { maxAttempts: limits.maxAttempts, parallelChunks: limits.concurrency };
  let state = beginSession(file.sizeBytes);
  const running = new Set<Promise<void>>();
  const events: SessionEvent[] = [];
  for (;;) {
    for (const action of nextActions(state, sessionLimits)) {
      const task = perform(action, state, upload, own).then((event) => {
        events.push(event);
        running.delete(task);
      });
      running.add(task);
      state = withAction(state, action);
    }
    if (running.size === 0) break;
    await Promise.race(running);
    for (const event of events.splice(0)) {
      const next = withEvent(state, event, sessionLimits);
      reportChange(state, next, file, context);
      state = next;
    }
  }
  const outcome = toOutcome(state, upload, clock.now() - startedMs);
  onEvent({ kind: 'fileEnded', outcome });
  return outcome;
}

async function perform(
  action: SessionAction,
  { generation, session, last }: SessionState,
  upload: ChunkUpload,
  context: UploadContext,
): Promise<SessionEvent> {
  const { store, sessionStore, lanes, limits, clock, random, signal, onEvent, countAttempt } = context;
  const { file, hash, replacedVersion, sessionIds } = upload;
  const sessionId = uploadSessionId(file.storePath, hash, { generation, replacedVersion });
  if (!sessionIds.includes(sessionId)) sessionIds.push(sessionId);
  const wait = async (failures: number): Promise<void> => {
    if (failures === 0 || last === undefined) return;
    const waitMs = backoffMs(failures, random());
    onEvent({ kind: 'retrying', subject: file.storePath, attempt: last, failures, waitMs });
    await sleep(clock, waitMs, signal);
  };
  const run = async (send: () => Promise<Attempt>, kind: TaskKind): Promise<Attempt> => {
    const attempt = await lanes.run(send, kind);
    countAttempt();
    reportToLanes(attempt, context);
    return attempt;
  };
  switch (action.kind) {
    case 'lookUp': {
      await wait(action.failures);
      const found = await lanes.run(() => sessionStore.lookUpSession(sessionId, lookupDeadlineMs, signal), 'urgent');
      reportToLanes(failedLookup(found), context);
      return { kind: 'lookedUp', found };
    }
    case 'putChunk': {
      const { range } = action;
      const { storePath: path, localPath, sizeBytes } = file;
      const onProgress = (bytes: number): void => onEvent({ kind: 'bytesSent', bytes });
      const chunk = { sessionId, path, localPath, range, sizeBytes };
      const sending = { timeoutSeconds: limits.timeoutSeconds, signal, onProgress };
      return { kind: 'chunkAnswered', range, attempt: await run(() => store.putChunk(chunk, sending), 'large') };
    }
    case 'commit':
      return commit(sessionId, session, upload, context);
    case 'deleteSession':
      await wait(action.failures);
      return {
        kind: 'sessionDeleted',
        attempt: await run(() => store.deleteSession(sessionId, { ...limits, signal }), 'urgent'),
      };
  }
}

async function commit(
  sessionId: string,
  session: SessionState['session'],
  upload: ChunkUpload,
  context: UploadContext,
): Promise<SessionEvent> {
  const { previous } = upload;
  const outcome = await commitSession(sessionId, undefined, {
    ...commitOptions(context),
    ...(session && { knownSession: session }),
    ...(previous?.version !== undefined && { previousVersion: previous.version }),
    onEvent: (event: CommitEvent) => context.onEvent({ kind: 'commit', path: upload.file.path, event }),
  });
  upload.commit = outcome;
  const isDoubtful = outcome.result === 'committed' && previous !== undefined && session !== undefined;
  const isOldContent =
    isDoubtful &&
    previous.sizeBytes === session.sizeBytes &&
    // One clock dates both: a session lives in the memory of one node, and its file is published after its last chunk.
    previous.modifiedMs < session.lastChunkMs &&
    (await isStillThere(previous, upload.file, context));
  return { kind: 'commitEnded', outcome, isOldContent };
}

/**
 * Whether the file from before is still at the path. After an overwrite that was rolled back in an earlier run, it carries
 * the id of the session, whose commit is then a 200 without effect (FileUploadAsyncOperation.cpp).
 */
async function isStillThere(previous: StoredFile, file: PackageFile, context: UploadContext): Promise<boolean> {
  const now = await lookUpFile(file, context);
  return now !== undefined && now.version !== undefined && now.version === previous.version;
}

/**
 * The version of the file at the path, if the session needs an id that no earlier one had. The store keeps with a file the
 * id of the session that it came by, and takes another commit under that id for a repetition, without effect
 * (FileUploadAsyncOperation.cpp). A file of the same size may have come by the usual id; if that session is still there,
 * its bytes are, too.
 */
async function findReplacedVersion(
  { storePath, sizeBytes }: PackageFile,
  hash: ContentHash,
  previous: StoredFile | undefined,
  context: UploadContext,
): Promise<string | undefined> {
  if (previous?.sizeBytes !== sizeBytes) return undefined;
  const found = await lookUpSession(uploadSessionId(storePath, hash), storePath, context);
  return found.kind === 'notFound' ? previous.version : undefined;
}

/** The file at the path now, if there is one and it can be found out. */
async function lookUpFile({ storePath }: PackageFile, context: UploadContext): Promise<StoredFile | undefined> {
  const found = await lookUpContent(storePath, context);
  return found.kind === 'found' ? found.file : undefined;
}

/** Reports what an event has changed for those who watch. */
function reportChange(before: SessionState, after: SessionState, file: PackageFile, { onEvent }: UploadContext): void {
  const { path, sizeBytes } = file;
  if (after.expectedBytes !== before.expectedBytes) {
    onEvent({ kind: 'fileProgress', path, storedBytes: sizeBytes - after.expectedBytes });
  }
  if (after.mustDelete && !before.mustDelete) onEvent({ kind: 'resending', path, reason: 'wrongSize' });
  if (after.generation > before.generation) onEvent({ kind: 'resending', path, reason: 'doubt' });
}

function toOutcome(state: SessionState, upload: ChunkUpload, durationMs: number): FileOutcome {
  const { file, sessionIds, attempts, commit: commitOutcome } = upload;
  const { end, last, session } = state;
  if (end === undefined) throw new Error('The upload of a file stopped without an end.');
  return {
    file,
    result: end.result,
    ...(end.result !== 'published' && { reason: end.reason, ...(last && { last }) }),
    sessionIds,
    ...(session && { session }),
    ...(commitOutcome && { commit: commitOutcome }),
    attempts,
    durationMs,
  };
}
