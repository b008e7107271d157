// A hint: what the workflow author should know about one kind of failure, and do about it.

import type { ConnectionInfo } from '../connection/connection-info.js';
import type { Attempt } from '../image-store/attempt.js';

/** Knowledge about one cause of a failure. */
export interface Hint<Kind extends Attempt> {
  readonly applies: (attempt: Kind, connection: ConnectionInfo) => boolean;
  /** What happened, in plain words and without a full stop; missing where the description of the attempt says it. */
  readonly cause?: HintText<Kind>;
  /** What to do about it, in whole sentences. */
  readonly advice: HintText<Kind>;
  /** How this is known to be right. */
  readonly source: string;
}

export type HintText<Kind extends Attempt> = string | ((attempt: Kind, connection: ConnectionInfo) => string);
