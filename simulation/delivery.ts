// How the outcome of a request in the emulated cluster reaches the client.
import type { Answer } from '../emulator/answers.js';
import type { Outcome as ClusterOutcome } from '../emulator/handler-result.js';
import { maxBodyBytes } from './client.js';
import type { CompleteResponse } from './exchanges.js';
import type { PendingRequest } from './pending-request.js';

/** Hands the outcome to the waiting client. */
export function deliver(outcome: ClusterOutcome, pending: PendingRequest): void {
  switch (outcome.kind) {
    case 'answer':
    case 'keep-open':
      pending.succeed(responseFrom(outcome.answer));
      return;
    case 'cut':
      pending.startResponse(responseFrom(outcome.answer));
      pending.fail('interrupted', 'ECONNRESET');
      return;
    case 'drip': {
      const response = responseFrom(outcome.answer);
      pending.startResponse(response);
      pending.after(outcome.everyMs * outcome.answer.body.byteLength, () => pending.succeed(response));
      return;
    }
    case 'endless':
      pending.succeed(endlessResponse(responseFrom(outcome.answer)));
      return;
    case 'raw':
      pending.fail('interrupted', 'HPE_INVALID_CONSTANT');
      return;
    case 'reset':
    case 'close':
      pending.fail('interrupted', 'ECONNRESET');
      return;
    case 'hang':
      return;
  }
}

function responseFrom({ status, reason, headers, body }: Answer): CompleteResponse {
  return {
    kind: 'response',
    status,
    statusText: reason,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: Buffer.from(body).toString('utf8'),
    truncated: false,
  };
}

/** As much of an endless body as the client reads. A 204 has no body, whatever the server sends after its head. */
function endlessResponse(response: CompleteResponse): CompleteResponse {
  if (response.status === 204) return response;
  return { ...response, body: response.body.padEnd(maxBodyBytes), truncated: true };
}
