// How the result of a request in the emulated cluster reaches the client.
import type { HandlerResult } from '../emulator/handler-result.js';
import type { HttpResponse } from '../emulator/responses.js';
import { maxBodyBytes } from './client.js';
import type { Rewrite } from './delivery-plan.js';
import type { CompleteResponse } from './exchanges.js';
import type { PendingRequest } from './pending-request.js';

/** Hands the result to the waiting client, with the response as it is rewritten on the way. */
export function deliver(result: HandlerResult, pending: PendingRequest, rewrite: Rewrite): void {
  switch (result.kind) {
    case 'response':
    case 'keep-open':
      pending.succeed(rewrite(responseFrom(result.response)));
      return;
    case 'cut':
      pending.startResponse(rewrite(responseFrom(result.response)));
      pending.fail('interrupted', 'ECONNRESET');
      return;
    case 'drip': {
      const response = rewrite(responseFrom(result.response));
      pending.startResponse(response);
      pending.after(result.everyMs * result.response.body.byteLength, () => pending.succeed(response));
      return;
    }
    case 'endless':
      pending.succeed(endlessResponse(rewrite(responseFrom(result.response))));
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

/** The response to a request that meets no fault. */
export function completeResponseFrom(result: HandlerResult): CompleteResponse {
  if (result.kind !== 'response') throw new Error(`the cluster's response is "${result.kind}"`);
  return responseFrom(result.response);
}

function responseFrom({ status, reason, headers, body }: HttpResponse): CompleteResponse {
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
