// What becomes of a request: an answer, or one of the ways in which answers go wrong.

import type { Answer } from './responses.js';

/** An answer in full, an answer that is spoilt on its way, or none. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The head and the first bytes of the body, then the connection is destroyed. */
  | { readonly kind: 'cut'; readonly answer: Answer; readonly bodyBytes: number }
  /** The head at once, then the body byte by byte. */
  | { readonly kind: 'drip'; readonly answer: Answer; readonly everyMs: number }
  /** The head, then a body that never ends. */
  | { readonly kind: 'endless'; readonly answer: Answer }
  /** The whole answer, and then the connection stays open, whatever was agreed. */
  | { readonly kind: 'keep-open'; readonly answer: Answer }
  /** These bytes in place of HTTP, then the end of the connection. */
  | { readonly kind: 'raw'; readonly text: string }
  /** A TCP reset. */
  | { readonly kind: 'reset' }
  /** The connection is closed in good order, without an answer. */
  | { readonly kind: 'close' }
  /** Silence; the connection stays open. */
  | { readonly kind: 'hang' };

/** The plain case. */
export function answered(answer: Answer): Outcome {
  return { kind: 'answer', answer };
}
