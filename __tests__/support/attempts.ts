// Attempts and outcomes for the tests of what puts them into words.

import type { Outcome } from '../../src/commit/commit-session.js';
import type { Endpoint } from '../../src/connection/endpoint.js';
import type { FailedAttempt, ResponseAttempt } from '../../src/image-store/attempt.js';

export const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
export const OTHER_SESSION = '0a1b2c3d-0000-4000-8000-00000000000b';
export const THIRD_SESSION = '0a1b2c3d-0000-4000-8000-00000000000c';
export const ENDPOINT: Endpoint = { url: 'http://cluster:19080', secure: false, portNamed: true };

/** An answer: 200, empty, unless told. */
export function answered(changed: Partial<ResponseAttempt> = {}): ResponseAttempt {
  return { kind: 'response', status: 200, reasonPhrase: 'OK', body: 'empty', headers: {}, durationMs: 5, ...changed };
}

/** A FabricError. */
export function refused(status: number, code: string, message?: string): ResponseAttempt {
  const error = message === undefined ? { code } : { code, message };
  return answered({ status, reasonPhrase: code, body: 'json', error });
}

/** No answer: a refused connection unless told. */
export function unanswered(changed: Partial<FailedAttempt> = {}): FailedAttempt {
  return {
    kind: 'noResponse',
    problem: 'connect',
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED 127.0.0.1:9',
    sent: false,
    permanent: false,
    durationMs: 5,
    ...changed,
  };
}

/** One session's end: committed in one attempt unless told. */
export function outcome(changed: Partial<Outcome> = {}): Outcome {
  return {
    sessionId: SESSION,
    result: 'committed',
    reason: 'answered',
    attempts: 1,
    last: answered(),
    durationMs: 840,
    ...changed,
  };
}

/** An answer of which only this counts; with a FabricError in it when a code is given. */
export function answer(status: number, code?: string, changed: Partial<ResponseAttempt> = {}): ResponseAttempt {
  return answered({ status, reasonPhrase: '', ...(code && { error: { code }, body: 'json' }), ...changed });
}

/** No answer, for this reason. */
export function silence(problem: FailedAttempt['problem'], changed: Partial<FailedAttempt> = {}): FailedAttempt {
  return unanswered({ problem, code: 'ECONNRESET', message: 'gone', sent: problem !== 'connect', ...changed });
}
