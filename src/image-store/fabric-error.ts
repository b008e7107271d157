// The cluster's error envelope, `{"Error":{"Code":"…","Message":"…"}}`.
import { member, parseJson } from '../shared/json.js';

/** What the cluster says of a failure. */
export interface FabricError {
  /** A public name (`E_INVALIDARG`), an internal one (`OperationsPending`) or a number in hex (`0x80070070`). */
  code: string;
  /** The cluster's own text, where it has one. */
  message?: string;
}

/**
 * Reads a FabricError from an answer's body, or returns undefined when there is none in it.
 * The gateway writes `Code` and `Message`; a front end that re-serialises JSON may write them in lower case.
 * The gateway has no text for many codes and then writes the four letters `Null` (ErrorBody.cpp): that counts as none.
 */
export function parseFabricError(body: string): FabricError | undefined {
  const error = member(parseJson(body), 'error');
  const code = member(error, 'code');
  if (typeof code !== 'string' || code.trim() === '') return undefined;
  const message = member(error, 'message');
  if (typeof message !== 'string' || message.trim() === '' || message === 'Null') return { code: code.trim() };
  return { code: code.trim(), message };
}
