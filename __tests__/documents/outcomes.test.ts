// docs/reliability.md and docs/outcomes.md are right: the tables agree with the code, and the headings about requests and
// commits quote texts that the actions write. Those about uploads are in upload-messages.test.ts.
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/commit/annotation.js';
import { advise } from '../../src/commit/outcome-advice.js';
import { describeOutcome } from '../../src/commit/outcome-text.js';
import type { Outcome } from '../../src/commit-engine/commit-session.js';
import { decideRetry } from '../../src/commit-engine/retry-policy.js';
import { type AnswerClass, classify, type Evidence, evaluate, isAmbiguous } from '../../src/commit-engine/verdict.js';
import type { ConnectionInfo } from '../../src/connection/connection-info.js';
import { describeAttempt, describeSession } from '../../src/diagnostics/attempt-text.js';
import type { Attempt, FailedAttempt } from '../../src/image-store/attempt.js';
import { adviseAttempt } from '../support/advice.js';
import { answer, answered, ENDPOINT, noResponse, outcome, refused } from '../support/attempts.js';
import { read } from '../support/repository.js';
import {
  contentFound,
  interrupted,
  invalidArgument,
  sessionFound,
  sessionNotFound,
} from '../support/scripted-store.js';

const document = read('docs/reliability.md');

/** The rows of the table whose first column has this heading. */
function rows(heading: string): readonly (readonly string[])[] {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const cells = lines.slice(start + 2, start + length).map((line) => line.slice(1, -1).split('|'));
  return cells.map((row) => row.map((cell) => cell.trim()));
}

/** The meaning of a cell's text; throws when this file does not define it. */
function meaningOf<Meaning>(meanings: Readonly<Record<string, Meaning>>, cell = ''): Meaning {
  const meaning = meanings[cell];
  if (meaning === undefined) throw new Error(`No meaning is defined for ${JSON.stringify(cell)}`);
  return meaning;
}

describe('the decision table in docs/reliability.md', () => {
  const answers: readonly AnswerClass[] = [
    'success',
    'interruptedSuccess',
    'unexpectedSuccess',
    'invalidArgument',
    'serverError',
    'inProgress',
    'indeterminate',
    'rejected',
  ];
  const sessions: readonly Evidence['session'][] = ['gone', 'complete', 'incomplete', undefined];
  const contents: readonly Evidence['content'][] = ['matches', 'differs', 'absent', undefined];
  const always = (): boolean => true;

  const lastAnswer: Record<string, (evidence: Evidence) => boolean> = {
    '200 without a body, or cut off in its body': ({ answers: [...all] }) =>
      all.at(-1) === 'success' || all.at(-1) === 'interruptedSuccess',
    'an unexpected success, as the only attempt': ({ answers: [only, ...others] }) =>
      only === 'unexpectedSuccess' && others.length === 0,
    '400 `E_INVALIDARG`': (evidence) => evidence.answers.at(-1) === 'invalidArgument',
    '500 with a FabricError other than `OperationsPending`, as was every ambiguous response before it': (evidence) =>
      evidence.answers.at(-1) === 'serverError' &&
      evidence.answers.filter(isAmbiguous).every((answerClass) => answerClass === 'serverError'),
    any: always,
    'anything else': always,
  };
  const sessionLookup: Record<string, (session: Evidence['session']) => boolean> = {
    '(not looked up)': always,
    'not found, complete when last seen': (session) => session === 'gone',
    'found, bytes missing': (session) => session === 'incomplete',
    found: (session) => session === 'complete' || session === 'incomplete',
    any: always,
    '': always,
  };
  const contentThen: Record<string, (content: Evidence['content']) => boolean> = {
    matches: (content) => content === 'matches',
    'differs or not found': (content) => content === 'differs' || content === 'absent',
    any: always,
    '': always,
  };
  const table = rows('last response to the commit').map(([answerCell, sessionCell, contentCell, result = '']) => ({
    applies: (evidence: Evidence): boolean =>
      meaningOf(lastAnswer, answerCell)(evidence) &&
      meaningOf(sessionLookup, sessionCell)(evidence.session) &&
      meaningOf(contentThen, contentCell)(evidence.content),
    result: result.replaceAll('`', ''),
  }));

  /** Every history of up to three responses with at least one ambiguous one, with everything that look-ups can find then. */
  const allEvidence: readonly Evidence[] = [
    ...answers.map((only) => [only]),
    ...answers.flatMap((first) => answers.map((second) => [first, second])),
    ...answers.flatMap((first) => answers.flatMap((second) => answers.map((third) => [first, second, third]))),
  ]
    .filter((history) => history.some(isAmbiguous))
    .flatMap((history) =>
      sessions.flatMap((session) => contents.map((content) => ({ answers: history, session, content }))),
    );

  it('has a row for each rule', () => {
    expect(table.map(({ result }) => result)).toEqual([
      'committed',
      'committed',
      'committed',
      'failed',
      'failed',
      'failed',
      'unknown',
    ]);
  });

  it('gives the same result as the code for all evidence', () => {
    const contradictions = allEvidence.filter(
      (evidence) => table.find(({ applies }) => applies(evidence))?.result !== evaluate(evidence).result,
    );
    expect(contradictions).toEqual([]);
    expect(allEvidence.length).toBeGreaterThan(3_000);
  });

  it('has no row that could be left out', () => {
    for (const row of table) {
      const others = table.filter((other) => other !== row);
      const wrong = allEvidence.some(
        (evidence) => others.find(({ applies }) => applies(evidence))?.result !== evaluate(evidence).result,
      );
      expect(wrong, JSON.stringify(row.result)).toBe(true);
    }
  });
});

describe('the response table in docs/reliability.md', () => {
  const responses = (...statuses: readonly number[]): Attempt[] => statuses.map((status) => answer(status));
  const connectFailures = (permanent: boolean, ...codes: readonly string[]): Attempt[] =>
    codes.map((code) => noResponse('connect', { code, permanent }));
  const examples: Record<string, readonly Attempt[]> = {
    '200 without a body': [answered()],
    '200 with a FabricError; any 3xx but 303': [
      refused(200, 'E_FAIL'),
      refused(200, 'E_INVALIDARG'),
      ...responses(301, 302, 304, 307, 308),
    ],
    '200 with a FabricError that leaves the result open, like `FABRIC_E_TIMEOUT`': [
      'FABRIC_E_TIMEOUT',
      'E_ABORT',
      'OperationsPending',
    ].map((code) => refused(200, code)),
    '200 with any other body; any other 2xx; 303': [
      answered({ body: 'json' }),
      answered({ body: 'nonJson' }),
      answered({ body: 'tooLarge' }),
      ...responses(201, 202, 204, 206, 303),
    ],
    '400 `FABRIC_E_SERVICE_TYPE_NOT_REGISTERED`': [refused(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED')],
    'any other 4xx except 408 and 429': [
      invalidArgument,
      refused(404, 'NotFound'),
      ...responses(400, 401, 403, 404, 407, 409, 411, 413),
    ],
    '408, 429': responses(408, 429),
    '500 `OperationsPending`': [refused(500, 'OperationsPending')],
    'any other 500': [refused(500, 'E_FAIL'), refused(500, '0x80070070'), answer(500)],
    '502, 503, 504': [refused(503, 'E_ABORT'), refused(504, 'FABRIC_E_TIMEOUT'), ...responses(502, 503, 504)],
    '501, 505': [refused(501, 'E_NOTIMPL'), ...responses(501, 505)],
    'any other 5xx': responses(506, 507, 511, 520, 524, 599),
    'no connection: refused, timed out, reset in the handshake': [
      ...connectFailures(false, 'ECONNREFUSED', 'CONNECT_TIMEOUT', 'ETIMEDOUT', 'ECONNRESET', 'EAI_AGAIN'),
      noResponse('deadline', { sent: false }),
    ],
    'no connection: unknown host name, certificate or name refused, no TLS': connectFailures(
      true,
      'ENOTFOUND',
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'EPROTO',
    ),
    'connection lost, response interrupted or not HTTP, own deadline after the request was sent': [
      interrupted,
      noResponse('interrupted', { status: 200 }),
      noResponse('interrupted', { status: 500 }),
      noResponse('interrupted', { code: 'HPE_INVALID_CONSTANT' }),
      noResponse('interrupted', { code: 'UNEXPECTED_UPGRADE' }),
      noResponse('deadline'),
    ],
    'an interrupted 4xx': [400, 403, 404, 408, 429].map((status) => noResponse('interrupted', { status })),
  };

  const retries = (attempts: readonly Attempt[], maxAttempts: number, inProgressMs?: number): boolean =>
    decideRetry({ attempts, elapsedMs: 0, inProgressMs }, { maxAttempts, timeoutSeconds: 60 }, 0.5).retry;
  const isRetried = (attempt: Attempt): boolean => retries([attempt], 2);
  const manyTimes = (attempt: Attempt): Attempt[] => Array.from({ length: 20 }, () => attempt);

  const retryRules: Record<string, (attempt: Attempt) => boolean> = {
    '': (attempt) => classify(attempt) === 'success' && !isRetried(attempt),
    no: (attempt) => !isRetried(attempt),
    once: (attempt) => isRetried(attempt) && !retries([attempt, attempt], 100),
    yes: (attempt) => retries(manyTimes(attempt), 21) && !retries(manyTimes(attempt), 20),
    'yes, for up to `timeout` seconds, without using up `max-attempts`': (attempt) =>
      retries(manyTimes(attempt), 2, 59_999) && !retries(manyTimes(attempt), 2, 60_000),
    'like the complete one': (attempt) =>
      isRetried(attempt) === (attempt.status !== undefined && isRetried(answer(attempt.status))),
  };

  it('has a row for each kind of response, and no others', () => {
    expect(rows('response').map(([response]) => response)).toEqual(Object.keys(examples));
  });

  it.each(rows('response'))('agrees with the code about %s', (response, ambiguous, retried) => {
    for (const attempt of meaningOf(examples, response)) {
      expect([isAmbiguous(classify(attempt)) ? 'yes' : 'no', describeAttempt(attempt)]).toEqual([
        ambiguous,
        describeAttempt(attempt),
      ]);
      expect(meaningOf(retryRules, retried)(attempt), describeAttempt(attempt)).toBe(true);
    }
  });

  it('has no response in two rows', () => {
    const all = Object.values(examples)
      .flat()
      .map((attempt) => JSON.stringify(attempt));
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    [1, []],
    [2, [1]],
  ])('is right that retries end after max-attempts attempts: %i', (maxAttempts, retried) => {
    const attempt = answer(503);
    expect([1, 2, 3].filter((count) => retries(manyTimes(attempt).slice(0, count), maxAttempts))).toEqual(retried);
  });
});

describe('docs/outcomes.md', () => {
  const session = { path: 'App/a.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges: [] };
  const connect = (code: string, changed: Partial<FailedAttempt> = {}): Attempt =>
    noResponse('connect', { code, message: `connect ${code} 10.0.0.4:19080`, ...changed });
  const now = Date.UTC(2026, 0, 1);
  const certificate =
    'its certificate is CN=a; valid from 2025-01-01T00:00:00.000Z to 2027-01-01T00:00:00.000Z; issued by CN=b';
  const known: readonly Attempt[] = [
    refused(504, 'FABRIC_E_TIMEOUT', 'Operation timed out.'),
    refused(500, 'OperationsPending'),
    refused(500, '0x80070070'),
    refused(503, 'E_ABORT'),
    refused(503, 'FABRIC_E_SERVICE_TOO_BUSY'),
    refused(404, 'FABRIC_E_SERVICE_DOES_NOT_EXIST'),
    refused(403, 'E_ACCESSDENIED', 'Access denied.'),
    refused(400, 'E_INVALIDARG', 'Invalid argument'),
    answered({ status: 403, reasonPhrase: 'Client certificate required' }),
    answered({ status: 403, reasonPhrase: 'Forbidden', body: 'nonJson' }),
    answered({ status: 400, reasonPhrase: 'Bad Request', body: 'nonJson' }),
    answered({ status: 431, reasonPhrase: 'Request Header Fields Too Large' }),
    ...['Basic realm="x"', 'Negotiate', 'Bearer'].map((authenticate) =>
      answered({ status: 401, headers: { authenticate } }),
    ),
    answered({ status: 201 }),
    answered({ body: 'nonJson' }),
    ...['ECONNREFUSED', 'CONNECT_TIMEOUT', 'PROXY_FAILED', 'PROXY_CERTIFICATE', 'EPROTO'].map((code) => connect(code)),
    connect('ENOTFOUND', { message: 'getaddrinfo ENOTFOUND cluster' }),
    connect('PROXY_REFUSED', { message: 'the proxy proxy:3128 answered 407 Proxy Authentication Required' }),
    connect('PROXY_REFUSED', { message: 'the proxy proxy:3128 answered 403 Forbidden' }),
    connect('ECONNREFUSED', { atProxy: true }),
    connect('PFX_NOT_USABLE'),
    connect('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'),
    ...[
      ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
      ...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'INVALID_PURPOSE'],
      ...['ERR_TLS_CERT_ALTNAME_INVALID', 'CERTIFICATE_NAME_MISMATCH', 'CERTIFICATE_THUMBPRINT_MISMATCH'],
      ...['EE_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK', 'UNSPECIFIED', 'CERT_SIGNATURE_FAILURE'],
    ].map((code) => connect(code)),
    connect('CERT_HAS_EXPIRED', { message: certificate, failedEpochMs: now }),
    noResponse('deadline'),
    noResponse('interrupted'),
  ];
  const page = answered({ body: 'nonJson' });
  const annotationOf = (changed: Partial<Outcome>, connection: ConnectionInfo = ENDPOINT): string =>
    annotate([outcome({ result: 'failed', ...changed })], connection);
  const secure: ConnectionInfo = {
    url: 'https://cluster:19080',
    secure: true,
    portNamed: true,
    certificate: {
      subject: 'CN=deployer',
      thumbprint: 'A1B2',
      isForClients: true,
      issuer: 'CN=a',
      notBeforeMs: 0,
      notAfterMs: now,
    },
    token: {},
  };
  const withCredentials = [
    annotationOf({ last: connect('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA') }, secure),
    annotationOf({ last: connect('ECONNRESET', { message: 'read ECONNRESET' }) }, secure),
    annotationOf({ last: answered({ status: 401, headers: { authenticate: 'Bearer' } }) }, secure),
    annotationOf(
      { last: answered({ status: 403, reasonPhrase: 'Client certificate required' }) },
      { ...secure, certificateNotRequested: true },
    ),
  ];
  const texts = [
    ...known.map((last) => annotationOf({ last })),
    annotationOf({ result: 'unknown', last: interrupted, neverAnswered: true }),
    annotationOf({ last: noResponse('connect'), untried: true }),
    annotationOf({ result: 'unknown', last: page, sessionLookup: { kind: 'failed', attempt: page } }),
    ...withCredentials,
    // Its own test is in __tests__/unit/connection/rejected-credentials.test.ts.
    'client-certificate is a PFX encrypted in an old way (RC2) that OpenSSL 3 no longer opens.',
    // Its test on the bundle is in __tests__/action/streams.test.ts.
    'Later steps read no outputs, because they could not be written: ',
    describeOutcome(outcome({ result: 'unknown', last: interrupted }), ENDPOINT.url),
    describeOutcome(outcome({ reason: 'published', session, contentLookup: contentFound() }), ENDPOINT.url),
  ];
  const lookups = [
    sessionNotFound,
    sessionFound(),
    sessionFound({ missingRanges: [{ start: 5, end: 10 }] }),
    sessionFound({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }),
    { kind: 'failed', attempt: invalidArgument },
  ] as const;
  const isIn = (candidates: readonly string[], quote: string): boolean => {
    const pattern = quote.split('…').map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return candidates.some((text) => new RegExp(pattern.join('.*'), 'i').test(text));
  };
  const troubleshooting = read('docs/outcomes.md');
  const section = troubleshooting.slice(0, troubleshooting.indexOf('\n## Package and paths'));
  const headings = Array.from(section.matchAll(/^### (.*)$/gm), ([, text = '']) => text);
  const findings = Array.from(section.matchAll(/^- \*\*(.*?)\.?\*\*/gm), ([, text = '']) => text);

  it.each(headings)('has a heading that quotes a text of the action: %s', (heading) => {
    expect(isIn(texts, heading)).toBe(true);
  });

  it.each(known.map((attempt) => [describeAttempt(attempt), attempt] as const))(
    'has a heading for an attempt that the actions give advice about: %s',
    (_, attempt) => {
      expect(adviseAttempt(attempt, ENDPOINT)).toBeDefined();
      expect(headings.filter((heading) => isIn([annotationOf({ last: attempt })], heading))).not.toEqual([]);
    },
  );

  it.each(
    Array.from(section.matchAll(/`((?:[A-Z\d]+_)+[A-Z\d]+)`/g), ([, code = '']) => code).filter(
      (code) => code !== 'NODE_EXTRA_CA_CERTS',
    ),
  )('names the code of an error that the actions give advice about: %s', (code) => {
    expect(isIn(texts, code)).toBe(true);
  });

  it.each(findings)('explains a look-up in the words of the action: %s', (finding) => {
    expect(isIn(lookups.map(describeSession), finding)).toBe(true);
  });

  it('explains every result of the look-up after a 400, and the action gives advice about each', () => {
    expect(findings).toHaveLength(lookups.length);
    for (const sessionLookup of lookups) {
      expect(advise(outcome({ result: 'failed', last: invalidArgument, sessionLookup }), ENDPOINT)).toBeDefined();
    }
  });
});
