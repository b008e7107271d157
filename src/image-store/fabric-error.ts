// The cluster's error envelope, `{"Error":{"Code":"…","Message":"…"}}`.
import { member, parseJson } from '../shared/json.js';
import { truncate } from '../shared/sanitize.js';

/** What the cluster says of a failure. */
export interface FabricError {
  /** A public name (`E_INVALIDARG`), an internal one (`OperationsPending`) or a number in hex (`0x80070070`). */
  readonly code: string;
  /** The cluster's own text, where it has one, up to 4,096 characters. */
  readonly message?: string;
}

/** More of a message than this helps nobody; capped here, thousands of failures need little memory and fit the outputs. */
const maxMessageCharacters = 4_096;
/** Codes of the cluster have up to 60 characters; a longer text is no code, and thousands of them would fill an output. */
const maxCodeCharacters = 256;

/**
 * Reads a FabricError from an answer's body, or returns undefined when there is none in it.
 * The gateway writes `Code` and `Message`; a front end that re-serialises JSON may write them in lower case.
 * The gateway has no text for many codes and then writes the four letters `Null` (ErrorBody.cpp): that counts as none.
 * @param redact removes secrets from code and message, before the message is shortened
 */
export function parseFabricError(body: string, redact: (text: string) => string): FabricError | undefined {
  const error = member(parseJson(body), 'error');
  const code = member(error, 'code');
  if (typeof code !== 'string' || code.trim() === '') return undefined;
  const message = member(error, 'message');
  // OData has an envelope of the same names, and in it a message with its language.
  if (typeof member(message, 'value') === 'string') return undefined;
  const shortCode = truncate(redact(code.trim()), maxCodeCharacters);
  if (typeof message !== 'string' || message.trim() === '' || message === 'Null') return { code: shortCode };
  return { code: shortCode, message: truncate(redact(message), maxMessageCharacters) };
}
