// What happens to one request and its response on their way.
import type { Fault } from '../emulator/faults.js';
import type { CompleteResponse } from './exchanges.js';
import type { FrontEndResponse } from './front-end-responses.js';

/** Without any member, the request is lost. */
export interface DeliveryPlan {
  /** No connection is made. */
  readonly connectFailure?: { readonly afterMs: number; readonly code: string };
  /** The request reaches the cluster, even if the client has stopped waiting. */
  readonly arrival?: Arrival;
  /** What the client gets unless the cluster's response arrives earlier. */
  readonly frontEnd?: { readonly afterMs: number; readonly reply: FrontEndReply };
  /** Changes the response that the client would get. */
  readonly rewrite?: Rewrite;
}

export interface Arrival {
  readonly requestMs: number;
  readonly responseMs: number;
  readonly faults: readonly Fault[];
}

/** A response, one that is cut off in its body, or the end of the connection. */
export type FrontEndReply = FrontEndResponse | { readonly cutOff: FrontEndResponse } | 'interrupted';

/** Changes a response on its way to the client. */
export type Rewrite = (response: CompleteResponse) => CompleteResponse;
