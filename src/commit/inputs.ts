// The `with:` block, parsed and checked as a whole: Inputs, or every problem at once.

import { type Endpoint, parseEndpoint } from '../connection/endpoint.js';
import { emptyInput, quote, type ReportProblem } from '../connection/input-problems.js';
import type { ForwardProxy } from '../connection/proxy.js';
import type { Security, SecurityInputs } from '../connection/security.js';
import type { Redactor } from '../runner/redaction.js';

/** What the workflow author asked for. Once it is an Inputs, no one checks again. */
export interface Inputs {
  endpoint: Endpoint;
  /** As written, each once (letter case aside), in the author's order; never empty. */
  sessionIds: readonly string[];
  timeoutSeconds: number;
  maxAttempts: number;
  concurrency: number;
  /** The way to the endpoint, where the environment names a proxy for it. */
  proxy?: ForwardProxy;
  /** For an https endpoint alone. */
  security?: Security;
}

/** Where inputs come from. */
export interface InputSource {
  /** The value of an input as the runner hands it over, untrimmed: an empty string when it is not set. */
  read: (name: string) => string;
  environment: Readonly<Record<string, string | undefined>>;
  secrets: Redactor;
  /** Milliseconds since 1970. */
  epochMs: number;
}

/** Every input that is wrong, in one error. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code = 'INVALID_INPUT';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const what = problems.length === 1 ? 'an input is wrong' : 'inputs are wrong';
    super(`Nothing was sent to the cluster, because ${what}:\n${problems.map((each) => `- ${each}`).join('\n')}`);
    this.problems = problems;
  }
}

/** What an https endpoint means when nothing more is said: the authorities of the system, and no credentials. */
const defaultSecurity: Security = { trust: { kind: 'authority', ca: [] }, credentials: { secrets: [], warnings: [] } };

/**
 * Reads and checks all inputs; nothing is sent before this has passed. Redactor are masked before anything else.
 * @throws {InputError} naming every problem
 */
export async function readInputs({ read, environment, secrets, epochMs }: InputSource): Promise<Inputs> {
  const securing = readTlsInputs(read, secrets);
  const problems: string[] = [];
  const reportProblem: ReportProblem = (problem) => {
    problems.push(problem);
    return undefined;
  };
  const value = (name: string): string => read(name).trim();
  const number = (name: string, unset: number, max: number): number | undefined =>
    value(name) === '' ? unset : parseWholeNumber(name, value(name), max, reportProblem);

  const endpoint = parseEndpoint(value('endpoint'), reportProblem);
  const sessionIds = parseSessionIds(value('session-id'), reportProblem);
  const timeoutSeconds = number('timeout', 60, 4_294_967_295);
  const maxAttempts = number('max-attempts', 5, 100);
  const concurrency = number('concurrency', 8, 64);
  const security = isOrdinary(securing)
    ? defaultSecurity
    : (await import('../connection/security.js')).readSecurity(securing, { endpoint, secrets, epochMs, reportProblem });
  const proxy =
    endpoint && namesProxy(environment)
      ? (await import('../connection/proxy.js')).findProxy(endpoint.url, environment, secrets, reportProblem)
      : undefined;
  if (
    problems.length > 0 ||
    endpoint === undefined ||
    sessionIds === undefined ||
    timeoutSeconds === undefined ||
    maxAttempts === undefined ||
    concurrency === undefined
  ) {
    throw new InputError(problems);
  }
  const way = { ...(proxy && { proxy }), ...(endpoint.secure && security && { security }) };
  return { endpoint, sessionIds, timeoutSeconds, maxAttempts, concurrency, ...way };
}

/** Whether the environment names any proxy, so that there is one to be read. */
function namesProxy(environment: InputSource['environment']): boolean {
  return ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => environment[name]);
}

/** Redactor are masked as they are read. */
function readTlsInputs(read: InputSource['read'], secrets: Redactor): SecurityInputs {
  const secret = (name: string): string => {
    const written = read(name);
    secrets.add(written);
    return written;
  };
  return {
    'client-certificate': secret('client-certificate'),
    'client-key': secret('client-key'),
    'client-certificate-password': secret('client-certificate-password'),
    'access-token': secret('access-token'),
    'server-ca': read('server-ca'),
    'server-certificate-thumbprints': read('server-certificate-thumbprints'),
    'server-common-names': read('server-common-names'),
    'tls-skip-verify': read('tls-skip-verify'),
  };
}

/** Whether none is set, so that nothing need be loaded to read them. */
function isOrdinary({ 'tls-skip-verify': skip, ...others }: SecurityInputs): boolean {
  return (skip === '' || skip === 'false') && Object.values(others).every((written) => written === '');
}

/** What the gateway's own parser takes (Guid.cpp): 36 characters with dashes, with any version and variant digit. */
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const nilGuid = '00000000-0000-0000-0000-000000000000';

function parseSessionIds(value: string, reportProblem: ReportProblem): readonly string[] | undefined {
  const accepted = 'the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks';
  const written = value.split(/[\s,]+/).filter((id) => id !== '');
  if (written.length === 0) return reportProblem(emptyInput('session-id', accepted));

  const wrong = written.filter((id) => !guid.test(id) || id === nilGuid);
  for (const id of wrong.slice(0, 5)) {
    reportProblem(
      id === nilGuid
        ? `session-id ${quote(id)} is the nil GUID, which no upload session can have; give the one that the chunks were uploaded under.`
        : `session-id ${quote(id)} is not a GUID of 36 characters with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef.`,
    );
  }
  if (wrong.length > 5)
    return reportProblem(`session-id holds ${wrong.length - 5} more values that are no such GUIDs.`);
  if (wrong.length > 0) return undefined;
  const seen = new Set<string>();
  return written.filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
}

function parseWholeNumber(name: string, value: string, max: number, reportProblem: ReportProblem): number | undefined {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= 1 && number <= max) return number;
  const unit = name === 'timeout' ? 'whole seconds' : 'a whole number';
  return reportProblem(`${name} is ${quote(value)}; it takes ${unit} from 1 to ${max}, in decimal digits only.`);
}
