// The course of an upload: look, take the root's marker away, send, verify, and write the root's marker last of all. A
// failure on the way leaves no root marker, so nobody can provision a part of a package.
import type { Attempt } from '../image-store/attempt.js';
import type { ImageStore } from '../image-store/client.js';
import type { SessionLookup } from '../image-store/responses.js';
import type { UploadStore } from '../image-store/upload-client.js';
import { createAdaptiveLimiter } from '../shared/adaptive-limiter.js';
import type { Clock } from '../shared/clock.js';
import { runAll } from '../shared/run-all.js';
import { findChangedFiles } from './changed-files.js';
import { markFolder, verifyFolder } from './complete-folder.js';
import { pathKeyOf } from './folder-listing.js';
import { type Inspection, inspect, type PackageTarget, remove, removeSession } from './folder-state.js';
import type { Package } from './package.js';
import type { PackageFile } from './package-files.js';
import { markerName } from './path-rules.js';
import { lookupDeadlineMs, repeatRequest, type UploadContext, type UploadLimits } from './requests.js';
import { prepareSending, type SentFiles } from './send-files.js';
import type { FileOutcome, Phase, UploadEvent } from './upload-events.js';
import { type EarlyEnd, failed, type UploadOutcome, unpublished } from './upload-outcome.js';
import { chunkBytes, planTransfers } from './upload-plan.js';

export interface UploadOptions extends UploadLimits {
  readonly sessionStore: ImageStore;
  readonly store: UploadStore;
  readonly clock: Clock;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  /** Makes the id of a session that nobody has. */
  readonly newSessionId: () => string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: UploadEvent) => void;
}

/** Uploads a package. Resolves with what is known, whatever happened. */
export async function uploadPackage(
  content: Package,
  imageStorePath: string,
  options: UploadOptions,
): Promise<UploadOutcome> {
  const { clock, signal } = options;
  const startedMs = clock.now();
  const counts = { bytesSent: 0, attempts: 0 };
  const context = createContext(options, counts);
  let sent: SentFiles = { outcomes: [], publishedFiles: 0, notableFiles: [] };
  const run = async (): Promise<EarlyEnd | undefined> => {
    const isBig = ({ sizeBytes }: PackageFile): boolean => sizeBytes > chunkBytes;
    const sendFiles = prepareSending(
      planTransfers(content.files, true)
        .map(({ file }) => file)
        .filter(isBig),
      context,
    );
    enter('inspecting', context);
    const found = await inspectCluster(content, imageStorePath, options, context);
    if ('problem' in found) return found;
    const { hasSessions, inspection } = found;
    if (inspection.kind === 'package' && inspection.hasMarker) {
      const failure = await remove(`${imageStorePath}/${markerName}`, context);
      if (failure) return failed({ kind: 'request', phase: 'inspecting', failure });
    }
    enter('sending', context);
    sent = await sendFiles(planTransfers(content.files, hasSessions), inspection.kind === 'package');
    if (sent.publishedFiles < content.files.length) return unpublished(sent.outcomes);
    const changes = await findChangedFiles(content.files);
    if (changes.length > 0) return failed({ kind: 'changedFiles', changes });
    const target: PackageTarget = { package: content, imageStorePath, keyOf: pathKeyOf(hasSessions) };
    enter('verifying', context);
    const resend = async (files: readonly PackageFile[]): Promise<SentFiles> => {
      const resent = await sendFiles(planTransfers(files, false), true);
      const publishedFiles = sent.publishedFiles - files.length + resent.publishedFiles;
      sent = { ...sent, publishedFiles, outcomes: [...sent.outcomes, ...resent.outcomes] };
      return resent;
    };
    const difference = await verifyFolder(target, hasSessions, resend, context);
    if (difference) return difference;
    enter('marking', context);
    return markFolder(target, context);
  };
  const problem = await run();
  if (problem === undefined) {
    enter('cleaning', context);
    await deleteSessions(sent.outcomes, context);
  }
  const { outcomes: files, publishedFiles, notableFiles } = sent;
  const end = { files, publishedFiles, notableFiles, ...counts, durationMs: clock.now() - startedMs };
  if (problem === undefined) return { result: 'uploaded', ...end };
  return { ...problem, ...(signal.aborted && { problem: { kind: 'cancelled' } }), ...end };
}

function createContext(options: UploadOptions, counts: { bytesSent: number; attempts: number }): UploadContext {
  const { sessionStore, store, clock, random, signal, timeoutSeconds, maxAttempts, concurrency, onEvent } = options;
  return {
    sessionStore,
    store,
    lanes: createAdaptiveLimiter({ clock, concurrency, random, signal }),
    limits: { timeoutSeconds, maxAttempts, concurrency },
    clock,
    random,
    signal,
    onEvent: (event) => {
      if (event.kind === 'bytesSent') counts.bytesSent += event.bytes;
      onEvent(event);
    },
    countAttempt: () => {
      counts.attempts += 1;
    },
  };
}

function enter(phase: Phase, { onEvent }: UploadContext): void {
  onEvent({ kind: 'phase', phase });
}

/** Finds out what the gateway can do and what lies at the path, with a request without a body on each connection. */
async function inspectCluster(
  content: Package,
  imageStorePath: string,
  { newSessionId }: UploadOptions,
  context: UploadContext,
): Promise<EarlyEnd | { readonly hasSessions: boolean; readonly inspection: Inspection }> {
  const { sessionStore, lanes, limits, signal, onEvent } = context;
  const lookUpNothing = () => sessionStore.lookUpSession(newSessionId(), lookupDeadlineMs, signal);
  const lookUp = { subject: imageStorePath, send: lookUpNothing, failureOf: failureOfProbe };
  const inspecting = Promise.all([
    repeatRequest(lookUp, context),
    inspect({ package: content, imageStorePath }, context),
  ]);
  // The connections that will be needed are made meanwhile. What comes of that does not matter.
  const others = Math.min(limits.concurrency, content.files.length) - 2;
  for (let index = 0; index < others; index += 1) void lanes.run(lookUpNothing);
  const [found, inspection] = await inspecting;
  const failure = failureOfProbe(found);
  if (failure) {
    return failed({ kind: 'request', phase: 'inspecting', failure: { subject: imageStorePath, attempt: failure } });
  }
  if (inspection.kind === 'failed') return failed({ kind: 'listing', phase: 'inspecting', failure: inspection });
  if (inspection.kind === 'foreign') return failed({ kind: 'foreignContent', paths: inspection.paths });
  const hasSessions = found.kind !== 'failed';
  onEvent({ kind: 'inspected', hasSessions, hadContent: inspection.kind === 'package' });
  return { hasSessions, inspection };
}

/** The attempt, unless the answer shows whether the gateway has sessions: that of a Linux cluster refuses the URL. */
function failureOfProbe(found: SessionLookup): Attempt | undefined {
  if (found.kind !== 'failed') return undefined;
  const { attempt } = found;
  const isUnknownUrl = attempt.kind === 'response' && attempt.status === 400 && attempt.error?.code === 'E_INVALIDARG';
  return isUnknownUrl ? undefined : attempt;
}

/** Deletes the sessions, so that nobody can bring their content back. One that stays expires by itself. */
async function deleteSessions(outcomes: readonly FileOutcome[], context: UploadContext): Promise<void> {
  const sessionIds = outcomes.flatMap((outcome) => outcome.sessionIds);
  await runAll(sessionIds, context.limits.concurrency, async (sessionId) => {
    const failure = await removeSession(sessionId, context);
    if (failure) context.onEvent({ kind: 'sessionKept', sessionId, attempt: failure.attempt });
  });
}
