// What the handler of a request needs.

import type { Content } from './content.js';
import type { RequestFaults } from './faults.js';
import type { ParsedRequest } from './request-parser.js';
import type { TaskState } from './scheduler.js';

/** A request that has been routed, with what its handler needs. */
export interface RequestContext {
  readonly request: ParsedRequest;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Content;
  readonly state: TaskState;
  readonly faults: RequestFaults;
  readonly deadlineMs: number;
}
