// The endpoint input: the URL of the cluster's HTTP gateway.
import { dropInvisible } from '../shared/sanitize.js';
import { correctionOf, findMistakes, splitScheme, type WrittenUrl, writtenUrl } from './endpoint-mistakes.js';
import { emptyInput, joinWithAnd, quote, type ReportProblem } from './input-problems.js';

export interface Endpoint {
  /** Scheme, host, port if one was written, base path; no slash at the end. */
  readonly url: string;
  readonly secure: boolean;
  /** Whether the author wrote a port: a URL without one means 80 or 443, and the gateway usually listens on 19080. */
  readonly portNamed: boolean;
}

const accepted = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";

/**
 * Parses the endpoint. Drops quotation marks and invisible characters. For a usual mistake (the native client's port, the
 * address of Service Fabric Explorer, …) the problem contains the corrected value, if that could work. It never contains a
 * user name or password.
 */
export function parseEndpoint(value: string, reportProblem: ReportProblem): Endpoint | undefined {
  const shown = withoutQuotes(value);
  const text = withoutQuotes(dropInvisible(value));
  if (text === '') return reportProblem(emptyInput('endpoint', accepted));
  const reject = (reason: string): undefined =>
    reportProblem(`endpoint must be ${accepted}, but ${quoteWithoutLogin(shown)} ${reason}.`);

  const other = otherValues.find(({ pattern }) => pattern.test(text));
  if (other !== undefined) return reject(other.reason);
  const { scheme, rest } = splitScheme(text);
  if (scheme !== undefined && !['http', 'https', 'tcp'].includes(scheme)) return reject(`has the scheme ${scheme}`);
  if (/[/?#].*@/.test(rest)) {
    return reject('contains an @: the gateway uses no user name or password, and an @ in a path is written %40');
  }
  const written = writtenUrl(text);
  if (written === undefined) return reject('is not a URL');
  const mistakes = findMistakes(text, written);
  if (mistakes.length > 0) {
    const corrected = correctionOf(written);
    return reportProblem(`endpoint ${quoteWithoutLogin(shown)} ${joinWithAnd(mistakes)}; write ${corrected}.`);
  }
  return toEndpoint(text, written);
}

function toEndpoint(text: string, { url }: WrittenUrl): Endpoint {
  return {
    url: `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`,
    secure: url.protocol === 'https:',
    // The URL parser drops a port that is the default of its scheme.
    portNamed: url.port !== '' || /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(text),
  };
}

/** Values for which no correction can be offered. The first that fits counts. */
const otherValues: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /\*{3}/, reason: 'is or contains a masked value, as a log shows a secret, and not the value itself' },
  {
    pattern: /\{\{|^(?:\w+:\/\/)?[$%<]/,
    reason: 'contains a placeholder, a variable or an expression that was not replaced by its value',
  },
  {
    pattern: /^fabric:/i,
    reason: 'is the name of an application or service in the cluster (fabric:/), and not an address',
  },
  // A URL parser would silently drop or replace these, and the request would go to another address than the written one.
  { pattern: /[\s\\\u0000-\u001F\u007F]/, reason: 'contains a blank, a line break or a backslash' },
];

/** Copied from JSON, YAML or a document, a URL has quotation marks or angle brackets around it. */
function withoutQuotes(value: string): string {
  const unquoted = value.replace(/^["'`“”„‘’«»\s]+|["'`“”‘’«»\s]+$/g, '');
  return /^<[^<>]*>$/.test(unquoted) ? unquoted.slice(1, -1).trim() : unquoted;
}

/** Also where the value is no valid URL, so that only a rough pattern can find the login. */
function quoteWithoutLogin(value: string): string {
  return quote(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, '$1***@'));
}
