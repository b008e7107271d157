// The error of a front end (an API gateway, a login proxy, a web application firewall) in JSON that is no FabricError.
import { elements, member, parseJson } from '../shared/json.js';
import { truncate } from '../shared/sanitize.js';

/** The members that hold a message, the most specific first: OAuth, ASP.NET and API Management, RFC 9457, Apigee. */
const messageNames = [
  'error_description',
  'message',
  'detail',
  'title',
  'faultstring',
  'errormessage',
  'error_message',
  'reason',
  'error',
];
/** The members that hold an object with such members: Google and OData, Apigee, JSON:API. */
const containerNames = ['error', 'odata.error', 'fault', 'errors'];
const codeNames = ['code', 'errorcode', 'error_code'];
/** A sentence quotes less, and a message of that length explains nothing. */
const maxMessageCharacters = 500;

/**
 * Reads a front end's own words from a body, with their code where there is one; undefined when there are none in it.
 * @param redact removes secrets, before the message is shortened
 */
export function parseForeignMessage(body: string, redact: (text: string) => string): string | undefined {
  const json = parseJson(body);
  const found =
    text(json) ?? findIn(json) ?? containerNames.map((name) => findIn(first(member(json, name)))).find(Boolean);
  return found === undefined ? undefined : truncate(redact(found), maxMessageCharacters);
}

function findIn(value: unknown): string | undefined {
  const message = messageNames.map((name) => text(member(value, name))).find((each) => each !== undefined);
  const code = codeNames.map((name) => codeText(member(value, name))).find((each) => each !== undefined);
  if (message === undefined) return code;
  return code === undefined || message.includes(code) ? message : `${code}: ${message}`;
}

/** A message, also one of OData, which wraps it with its language. */
function text(value: unknown): string | undefined {
  const found = typeof value === 'string' ? value : member(value, 'value');
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

function codeText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

function first(value: unknown): unknown {
  return elements(value)[0] ?? value;
}
