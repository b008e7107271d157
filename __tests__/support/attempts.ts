// Attempts and outcomes for tests.

import type { Outcome } from '../../src/commit-engine/commit-session.js';
import type { Endpoint } from '../../src/connection/endpoint.js';
import type { FailedAttempt, ResponseAttempt } from '../../src/image-store/attempt.js';

export const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
export const OTHER_SESSION = '0a1b2c3d-0000-4000-8000-00000000000b';
export const THIRD_SESSION = '0a1b2c3d-0000-4000-8000-00000000000c';
export const ENDPOINT: Endpoint = { url: 'http://cluster:19080', secure: false, portNamed: true };

/** A response: an empty 200 to a commit by default. */
export function answered(changed: Partial<ResponseAttempt> = {}): ResponseAttempt {
  return {
    kind: 'response',
    method: 'POST',
    status: 200,
    reasonPhrase: 'OK',
    body: 'empty',
    headers: {},
    durationMs: 5,
    ...changed,
  };
}

/** A response with a FabricError. */
export function refused(status: number, code: string, message?: string): ResponseAttempt {
  const error = message === undefined ? { code } : { code, message };
  return answered({ status, reasonPhrase: code, body: 'json', error });
}

/** An attempt without a response: a refused connection by default. */
export function unanswered(changed: Partial<FailedAttempt> = {}): FailedAttempt {
  return {
    kind: 'noResponse',
    method: 'POST',
    problem: 'connect',
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED 127.0.0.1:9',
    sent: false,
    permanent: false,
    durationMs: 5,
    ...changed,
  };
}

/** The outcome of one session: committed in one attempt by default. */
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

/** A response with this status, and with a FabricError when a code is given. */
export function answer(status: number, code?: string, changed: Partial<ResponseAttempt> = {}): ResponseAttempt {
  return answered({ status, reasonPhrase: '', ...(code && { error: { code }, body: 'json' }), ...changed });
}

/** An attempt without a response, for this reason. */
export function noResponse(problem: FailedAttempt['problem'], changed: Partial<FailedAttempt> = {}): FailedAttempt {
  return unanswered({ problem, code: 'ECONNRESET', message: 'gone', sent: problem !== 'connect', ...changed });
}
