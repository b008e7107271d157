// What the hints say about an attempt, in one text.
import type { ConnectionInfo } from '../../src/connection/connection-info.js';
import { hintFor } from '../../src/diagnostics/attempt-advice.js';
import type { Attempt } from '../../src/image-store/attempt.js';

/** Cause and advice; undefined when nothing is known beyond the failure itself. */
export function adviseAttempt(attempt: Attempt, connection: ConnectionInfo): string | undefined {
  const { cause, advice } = hintFor(attempt, connection);
  return [cause && `${cause}.`, advice].filter(Boolean).join(' ') || undefined;
}
