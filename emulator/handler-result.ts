// The result of handling a request: a complete response, or one of the ways in which a response goes wrong.

import { emptyResponse, errorResponse, type HttpResponse } from './responses.js';

/** What the connection does once the request has been handled. */
export type HandlerResult =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  /** Sends the head and the first bytes of the body, then destroys the connection. */
  | { readonly kind: 'cut'; readonly response: HttpResponse; readonly bodyBytes: number }
  /** Sends the head at once, then the body byte by byte. */
  | { readonly kind: 'drip'; readonly response: HttpResponse; readonly everyMs: number }
  /** Sends the head, then a body that never ends. */
  | { readonly kind: 'endless'; readonly response: HttpResponse }
  /** Sends the complete response and leaves the connection open, even if the client asked to close it. */
  | { readonly kind: 'keep-open'; readonly response: HttpResponse }
  /** Sends this text instead of HTTP, then closes the connection. */
  | { readonly kind: 'raw'; readonly text: string }
  /** Resets the TCP connection. */
  | { readonly kind: 'reset' }
  /** Closes the connection without a response. */
  | { readonly kind: 'close' }
  /** Sends nothing and leaves the connection open. */
  | { readonly kind: 'hang' };

/** The ordinary result: a complete response. */
export function respondWith(response: HttpResponse): HandlerResult {
  return { kind: 'response', response };
}

/** 200 without content. */
export function succeed(): HandlerResult {
  return respondWith(emptyResponse());
}

/** The FabricError of a code. */
export function fail(code: string, message?: string): HandlerResult {
  return respondWith(errorResponse(code, message === undefined ? {} : { message }));
}
