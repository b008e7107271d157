// What to do about an outcome, by its last attempt and by the look-ups that followed it.

import type { Outcome } from '../commit-engine/commit-session.js';
import { classify, isAmbiguous } from '../commit-engine/verdict.js';
import type { ConnectionInfo } from '../connection/connection-info.js';
import { hintFor } from '../diagnostics/attempt-advice.js';
import { isWithoutSessionApi } from '../diagnostics/attempt-text.js';
import { isSizeMismatch } from '../diagnostics/response-hints.js';
import type { Attempt } from '../image-store/attempt.js';
import { type UploadSession, urlPath } from '../image-store/responses.js';
import { byteCount } from '../shared/format.js';
import { sanitize } from '../shared/sanitize.js';
import { decisiveAttempt, isNoImageStore, isSilent } from './outcome-facts.js';

/** All that there is to do about an outcome, for the summary; undefined when nothing is known beyond the failure itself. */
export function advise(outcome: Outcome, connection: ConnectionInfo): string | undefined {
  const { result } = outcome;
  if (result === 'committed') return undefined;
  return result === 'unknown' ? adviseUnknown(outcome, connection) : adviseFailed(outcome, connection);
}

/** The same for the annotation, which is to be read at a glance. */
export function adviseBriefly(outcome: Outcome, connection: ConnectionInfo): string | undefined {
  const { result, session } = outcome;
  if (result !== 'unknown') return advise(outcome, connection);
  const why = adviseAmbiguous(outcome, connection);
  // Until the endpoint is right, there is no file to look at.
  if (isSilent(outcome) || isNoImageStore(outcome)) return why;
  const size = session ? byteCount(session.sizeBytes) : 'its full size';
  const check = `Look at the file in a few minutes: with ${size} and modified after the upload it is committed; else upload it under a new session id.`;
  return [why, check].filter(Boolean).join(' ');
}

function adviseFailed(outcome: Outcome, connection: ConnectionInfo): string | undefined {
  const { reason, last, session } = outcome;
  if (last === undefined) return undefined;
  if (reason === 'not published') return uploadAgain;
  if (reason === 'incomplete') return session?.sizeBytes === 0 ? uploadEmptyFile : uploadMissing;
  const { advice } = hintFor(last, connection);
  if (reason === 'aborted') return [advice, uploadAgain].filter(Boolean).join(' ');
  return adviseInvalidArgument(outcome) ?? advice;
}

/** After a rolled-back overwrite the old file carries this session's id, for which a commit is a 200 (FileUploadAsyncOperation.cpp). */
const uploadAgain =
  'Then upload the file again under a new session id: the cluster may answer another commit of this session with 200 without publishing anything.';
const uploadMissing =
  'Upload the missing bytes under the same session id, then run this step again. Check the upload steps for a chunk that failed.';
const uploadEmptyFile =
  'The cluster cannot commit a session for an empty file: upload the file with a plain PUT /ImageStore/{path}, which needs no commit.';

function adviseUnknown(outcome: Outcome, connection: ConnectionInfo): string {
  const sentences = [
    adviseAmbiguous(outcome, connection),
    adviseCheck(outcome.session, connection),
    'Alternatively, upload the file again under a new session id and commit that session: it publishes the same bytes at the same path.',
    'Do not commit this session again later: that would overwrite whatever has been published at that path since.',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Why the result is unknown. Never "Run the step again": a 200 to that would count as success. */
function adviseAmbiguous(outcome: Outcome, connection: ConnectionInfo): string | undefined {
  const { last } = outcome;
  if (last === undefined) return undefined;
  if (isSilent(outcome)) return adviseSilence(connection);
  if (isNoImageStore(outcome)) {
    return "Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or login page answers in its place.";
  }
  const decisive = decisiveAttempt(outcome);
  const isSettling = isAmbiguous(classify(last));
  const { advice } = isSettling || decisive !== last ? hintFor(decisive ?? last, connection) : {};
  return [advice, isSettling ? undefined : adviseLastAnswer(last)].filter(Boolean).join(' ') || undefined;
}

/** Why the last answer, which is a clear one, does not settle an earlier one that was not. */
function adviseLastAnswer(last: Attempt): string {
  const answerClass = classify(last);
  if (answerClass === 'success') {
    return 'The 200 is not conclusive: after an attempt that failed halfway, the cluster can answer 200 without having published anything.';
  }
  const why =
    answerClass === 'invalidArgument' ? ': the cluster also refuses a session that it committed and no longer has' : '';
  return `The last attempt does not show whether an earlier attempt succeeded${why}.`;
}

/** A server that takes a request and never says a word is usually not the one that the author meant. */
function adviseSilence({ secure, certificate, proxyName }: ConnectionInfo): string {
  const port = "the port is not the HTTP gateway's (usually 19080)";
  if (!secure) {
    const proxy = proxyName ? `, or the proxy ${proxyName} does not pass the request on` : '';
    return `Usually the cluster is secured and the endpoint must begin with https://, or ${port}${proxy}.`;
  }
  const issue = certificate
    ? `does not accept the client certificate ${certificate.subject}`
    : 'requires a client certificate (set client-certificate)';
  return `Usually the server ${issue} and closes the connection without a word, or ${port}.`;
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
    return 'A session starts with its first chunk and expires 30 minutes after its last one, or earlier when somebody deletes it or the image store moves. Check endpoint and id of the upload, then upload again under a new id.';
  }
  if (sessionLookup.kind === 'failed') {
    return isWithoutSessionApi(sessionLookup)
      ? 'Linux clusters have no upload sessions: upload each file with a plain PUT /ImageStore/{path}, which needs no commit.'
      : undefined;
  }
  const { sizeBytes, missingRanges } = sessionLookup.session;
  if (sizeBytes === 0) return uploadEmptyFile;
  if (missingRanges.length > 0) return uploadMissing;
  return 'Nothing is missing now, so the last chunk may have arrived just after the cluster refused the commit: run this step again. If the cluster refuses it again, delete the session and upload the file under a new session id.';
}
