// The inputs of the commit action, read and checked as a whole: Inputs, or an error with every problem.
import { NIL } from 'uuid';
import { type Connection, readConnectionInputs } from '../connection/connection-inputs.js';
import {
  collectProblems,
  emptyInput,
  InputError,
  type InputSource,
  lookAlikeNote,
  quote,
  type ReportProblem,
} from '../connection/input-problems.js';
import { type LimitInputs, readLimitInputs } from '../connection/limit-inputs.js';
import { dropInvisible } from '../shared/sanitize.js';

/** What the workflow author asked for. Nothing after this checks it again. */
export interface Inputs extends Connection, LimitInputs {
  /** As written, each once (letter case aside), in the author's order; never empty. */
  readonly sessionIds: readonly string[];
}

/** The cluster's own default (RequestHandlerBase.HandlerAsyncOperation.cpp). */
const defaultTimeoutSeconds = 60;

/**
 * Reads and checks all inputs. Masks every secret input before it reads any other.
 * @throws {InputError} with every problem
 */
export async function readInputs(source: InputSource): Promise<Inputs> {
  const { problems, reportProblem } = collectProblems();
  // Reads its inputs and checks the endpoint at once; what it loads meanwhile is awaited below.
  const connecting = readConnectionInputs(source, reportProblem);
  const read = (name: string): string => source.read(name).trim();
  const sessionIds = parseSessionIds(read('session-id'), reportProblem);
  const limits = readLimitInputs(read, defaultTimeoutSeconds, reportProblem);
  const connection = await connecting;
  if (problems.length > 0 || connection === undefined || sessionIds === undefined || limits === undefined) {
    throw new InputError(problems);
  }
  return { ...connection, ...limits, sessionIds };
}

/** What the gateway's own parser accepts (Guid.cpp): 36 characters with dashes, any version and variant digit. */
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** JavaScript counts a byte order mark as a blank; within a GUID it is only one more invisible character. */
const separators = /(?:(?!\uFEFF)[\s,])+/;
/** How many wrong values are quoted; the others are counted. */
const maxQuotedIds = 5;

function parseSessionIds(value: string, reportProblem: ReportProblem): readonly string[] | undefined {
  const accepted = 'the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks';
  const ids = value.split(separators).filter((id) => dropInvisible(id) !== '');
  if (ids.length === 0) return reportProblem(emptyInput('session-id', accepted));

  const wrongIds = ids.filter((id) => !guid.test(dropInvisible(id)) || dropInvisible(id) === NIL);
  for (const id of wrongIds.slice(0, maxQuotedIds)) reportProblem(describeWrongId(id));
  if (wrongIds.length > maxQuotedIds) {
    return reportProblem(`session-id contains ${wrongIds.length - maxQuotedIds} more values that are no such GUIDs.`);
  }
  if (wrongIds.length > 0) return undefined;
  const seen = new Set<string>();
  return ids.map(dropInvisible).filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
}

function describeWrongId(id: string): string {
  return dropInvisible(id) === NIL
    ? `session-id contains the nil GUID ${quote(id)}, which no upload session can have; use the GUID under which the chunks were uploaded.`
    : `session-id must contain only GUIDs of 36 characters, with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef, but contains ${quote(id)}.${lookAlikeNote(id)}`;
}
