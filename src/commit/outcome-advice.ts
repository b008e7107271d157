// What to do about an outcome: about its last attempt, and about what was looked up after that.

import type { ConnectionInfo } from '../connection/connection-info.js';
import { silenceHints } from '../diagnostics/network-hints.js';
import { answerHints, type Hint, isSizeMismatch } from '../diagnostics/response-hints.js';
import type { Attempt } from '../image-store/attempt.js';
import { inUrl, type UploadSession } from '../image-store/responses.js';
import { sanitize } from '../shared/sanitize.js';
import type { Outcome } from './commit-session.js';
import { isWithoutSessionApi } from './outcome-text.js';
import { classify, isAmbiguous } from './verdict.js';

/** Knows what to do about an outcome. Loaded only when there is something to be done. */
export type Advise = (outcome: Outcome, target: ConnectionInfo) => string | undefined;

/** What to do about an outcome, in a few sentences; undefined when we know no better than the failure itself says. */
export const advise: Advise = (outcome, endpoint) => {
  const { result, reason, last } = outcome;
  if (result === 'committed') return undefined;
  if (result === 'unknown') return adviseUnknown(outcome, endpoint);
  if (reason === 'not published') return startAfresh;
  const hint = adviseRefusal(outcome) ?? (last && adviseAttempt(last, endpoint));
  return reason === 'aborted' ? [hint, startAfresh].filter(Boolean).join(' ') : hint;
};

/** After a rolled-back overwrite the old file carries this session's id, for which a commit is a 200 (FileUploadAsyncOperation.cpp). */
const startAfresh =
  'Then upload the file again under a new session id: the cluster may answer another commit of this one with success although nothing is published.';

function adviseUnknown({ session, last }: Outcome, endpoint: ConnectionInfo): string {
  const sentences = [
    last && adviseDoubt(last, endpoint),
    whereToLook(session, endpoint),
    'If you would rather not look, upload the file again under a new session id and commit that: it puts the same bytes at the same path.',
    'Do not commit this session again later: that would bring its content back over whatever somebody else has published at that path meanwhile.',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Why the last attempt does not settle it. "Run the step again" is no advice here: a 200 would then be verifiedFingerprints. */
function adviseDoubt(last: Attempt, endpoint: ConnectionInfo): string | undefined {
  const sign = classify(last);
  if (isAmbiguous(sign)) return adviseAttempt(last, endpoint);
  if (sign === 'success') {
    return 'The 200 does not settle it: after an attempt that failed half-way the cluster can answer so without having published anything.';
  }
  const why = sign === 'invalidArgument' ? ': a session that was committed may be gone since, and is refused then' : '';
  return `That does not settle what became of the earlier attempt${why}.`;
}

/** A file may be listed while it is being published, and be taken back after that: hence the few minutes. */
function whereToLook(session: UploadSession | undefined, { url }: ConnectionInfo): string {
  const path = session ? sanitize(inUrl(session.path), 500) : '{path}';
  const size = session ? `${session.sizeBytes} bytes` : 'its size';
  return `Look in a few minutes whether the file is at its path (GET ${url}/ImageStore/${path}?api-version=6.0): with ${size} and a date after the upload it is committed.`;
}

/** What a look-up says of a 400 that has many causes. Sources: NativeImageStore.cpp, UploadSessionMetadata.cpp, FileStoreServiceConfig.h. */
function adviseRefusal({ last, sessionNow }: Outcome): string | undefined {
  if (last?.kind !== 'response' || last.error?.code !== 'E_INVALIDARG' || sessionNow === undefined) return undefined;
  if (isSizeMismatch(last)) return undefined;
  if (sessionNow.kind === 'notFound') {
    return 'A session begins with its first chunk and ends 30 minutes after its last one, committed or not; sooner when it is deleted or when the image store moves to another node. Check that the chunks were uploaded to this cluster under this id, and upload them again under a new one.';
  }
  if (sessionNow.kind === 'failed') {
    return isWithoutSessionApi(sessionNow)
      ? 'Linux clusters have no upload sessions: upload each file there with a plain PUT /ImageStore/{path}, which needs no commit.'
      : undefined;
  }
  const { sizeBytes, missingRanges } = sessionNow.session;
  if (sizeBytes === 0) {
    return 'The cluster cannot commit such a session: upload the file with a plain PUT /ImageStore/{path}, which needs no commit.';
  }
  if (missingRanges.length > 0) {
    return 'Upload the missing bytes under the same session id, then run this step again; look in the upload steps for a chunk that failed.';
  }
  return 'By now nothing is missing, so the last chunk may have arrived just after the commit was refused: run this step again. If it is refused again, delete the session and upload the file under a new session id.';
}

/** What to do after this attempt; undefined when we know no better than the failure itself says. */
export function adviseAttempt(attempt: Attempt, endpoint: ConnectionInfo): string | undefined {
  if (attempt.kind === 'response') return pick(answerHints, attempt, endpoint);
  const hint = pick(silenceHints, attempt, endpoint);
  if (attempt.sent || endpoint.portNamed || attempt.problem === 'cancelled') return hint;
  return `${hint ?? ''} The endpoint names no port; the gateway usually listens on 19080.`.trim();
}

function pick<Kind>(hints: readonly Hint<Kind>[], attempt: Kind, target: ConnectionInfo): string | undefined {
  const say = hints.find(({ when }) => when(attempt))?.say;
  return typeof say === 'function' ? say(attempt, target) : say;
}
