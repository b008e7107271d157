// Look-ups of one file or session, repeated until their result is final.
import type { ContentLookup, SessionLookup } from '../image-store/responses.js';
import { failedLookup, lookupDeadlineMs, repeatRequest, type UploadContext } from './requests.js';

/** Looks up what is at a path. Unlike the listing of its folder it also finds what is still being published. */
export function lookUpContent(storePath: string, context: UploadContext): Promise<ContentLookup> {
  const { sessionStore, signal } = context;
  return lookUp(storePath, () => sessionStore.lookUpContent(storePath, lookupDeadlineMs, signal), context);
}

/** Looks up a session. @param storePath of its file, for the log */
export function lookUpSession(sessionId: string, storePath: string, context: UploadContext): Promise<SessionLookup> {
  const { sessionStore, signal } = context;
  return lookUp(storePath, () => sessionStore.lookUpSession(sessionId, lookupDeadlineMs, signal), context);
}

function lookUp<Found extends ContentLookup | SessionLookup>(
  subject: string,
  send: () => Promise<Found>,
  context: UploadContext,
): Promise<Found> {
  return repeatRequest({ subject, send, failureOf: failedLookup, isUrgent: true }, context);
}
