// What to do about an outcome, by its last attempt and by the look-ups that followed it.

import type { Outcome } from '../commit-engine/commit-session.js';
import { classify, isAmbiguous } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { adviseAttempt } from '../diagnostics/attempt-advice.js';
import { isWithoutSessionApi } from '../diagnostics/attempt-text.js';
import { isSizeMismatch } from '../diagnostics/response-hints.js';
import type { Attempt } from '../image-store/attempt.js';
import { type UploadSession, urlPath } from '../image-store/responses.js';
import { byteCount } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';

/** Gives advice about an outcome. Loaded only when a session is not committed. */
export type Advise = (outcome: Outcome, connection: ConnectionInfo) => string | undefined;

/** What to do about an outcome, in a few sentences; undefined when nothing is known beyond the failure itself. */
export const advise: Advise = (outcome, connection) => {
  const { result, reason, last } = outcome;
  if (result === 'committed') return undefined;
  if (result === 'unknown') return adviseUnknown(outcome, connection);
  if (reason === 'not published') return uploadAgain;
  const advice = adviseInvalidArgument(outcome) ?? (last && adviseAttempt(last, connection));
  return reason === 'aborted' ? [advice, uploadAgain].filter(Boolean).join(' ') : advice;
};

/** After a rolled-back overwrite the old file carries this session's id, for which a commit is a 200 (FileUploadAsyncOperation.cpp). */
const uploadAgain =
  'Then upload the file again under a new session id: the cluster may answer another commit of this session with 200 without publishing anything.';

function adviseUnknown({ session, last }: Outcome, connection: ConnectionInfo): string {
  const sentences = [
    last && adviseLastAttempt(last, connection),
    adviseCheck(session, connection),
    'Alternatively, upload the file again under a new session id and commit that session: it publishes the same bytes at the same path.',
    'Do not commit this session again later: that would overwrite whatever has been published at that path since.',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Why the last attempt is not conclusive. Never "Run the step again": a 200 to that would count as success. */
function adviseLastAttempt(last: Attempt, connection: ConnectionInfo): string | undefined {
  const answerClass = classify(last);
  if (isAmbiguous(answerClass)) return adviseAttempt(last, connection);
  if (answerClass === 'success') {
    return 'The 200 is not conclusive: after an attempt that failed halfway, the cluster can answer 200 without having published anything.';
  }
  const why =
    answerClass === 'invalidArgument' ? ': the cluster also refuses a session that it committed and no longer has' : '';
  return `The last attempt does not show whether an earlier attempt succeeded${why}.`;
}

/** The cluster can list a file while it publishes it, and then roll it back: hence the few minutes. */
function adviseCheck(session: UploadSession | undefined, { url }: ConnectionInfo): string {
  const path = session ? sanitize(urlPath(session.path), 500) : '{path}';
  const size = session ? byteCount(session.sizeBytes) : 'its full size';
  return `Wait a few minutes, then check the file at its path (GET ${url}/ImageStore/${path}?api-version=6.0): if it has ${size} and was modified after the upload, it is committed.`;
}

/** What the look-up says about a 400, which has many causes. Sources: NativeImageStore.cpp, UploadSessionMetadata.cpp, FileStoreServiceConfig.h. */
function adviseInvalidArgument({ last, sessionLookup }: Outcome): string | undefined {
  if (last?.kind !== 'response' || last.error?.code !== 'E_INVALIDARG' || sessionLookup === undefined) return undefined;
  if (isSizeMismatch(last)) return undefined;
  if (sessionLookup.kind === 'notFound') {
    return 'A session starts with its first chunk and expires 30 minutes after its last one, committed or not; the cluster loses it earlier when somebody deletes it or the image store moves to another node. Check that the chunks were uploaded to this cluster under this id, then upload them again under a new one.';
  }
  if (sessionLookup.kind === 'failed') {
    return isWithoutSessionApi(sessionLookup)
      ? 'Linux clusters have no upload sessions: upload each file with a plain PUT /ImageStore/{path}, which needs no commit.'
      : undefined;
  }
  const { sizeBytes, missingRanges } = sessionLookup.session;
  if (sizeBytes === 0) {
    return 'The cluster cannot commit a session for an empty file: upload the file with a plain PUT /ImageStore/{path}, which needs no commit.';
  }
  if (missingRanges.length > 0) {
    return 'Upload the missing bytes under the same session id, then run this step again. Check the upload steps for a chunk that failed.';
  }
  return 'Nothing is missing now, so the last chunk may have arrived just after the cluster refused the commit: run this step again. If the cluster refuses it again, delete the session and upload the file under a new session id.';
}
