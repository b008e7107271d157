// docs/outcomes.md says what is so: its tables are held against the rules, its headings against what is really said.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { advise, adviseAttempt } from '../../src/commit/outcome-advice.js';
import { describeAttempt, describeOutcome, describeSession } from '../../src/commit/outcome-text.js';
import { decide } from '../../src/commit/retry-policy.js';
import { type AnswerClass, classify, type Evidence, evaluate, isAmbiguous } from '../../src/commit/verdict.js';
import type { Attempt } from '../../src/image-store/attempt.js';
import { answer, answered, ENDPOINT, outcome, refused, silence } from '../support/attempts.js';
import { file, gone, invalid, lost, there } from '../support/scripted-store.js';

const document = readFileSync(new URL('../../docs/outcomes.md', import.meta.url), 'utf8');

/** The rows of the table whose first column has this head. */
function rows(head: string): readonly (readonly string[])[] {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const cells = lines.slice(start + 2, start + length).map((line) => line.slice(1, -1).split('|'));
  return cells.map((row) => row.map((cell) => cell.trim()));
}

/** All that a cell's words mean; words that nobody has explained here are a fault. */
function meaning<Meaning>(words: Readonly<Record<string, Meaning>>, cell = ''): Meaning {
  const found = words[cell];
  if (found === undefined) throw new Error(`What does ${JSON.stringify(cell)} mean?`);
  return found;
}

describe('the table of verdicts', () => {
  const signs: readonly AnswerClass[] = [
    'success',
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
    '200': (evidence) => evidence.signs.at(-1) === 'success',
    '400 `E_INVALIDARG`': (evidence) => evidence.signs.at(-1) === 'invalidArgument',
    '500 with a FabricError other than `OperationsPending`, as was every doubtful answer before it': (evidence) =>
      evidence.signs.at(-1) === 'serverError' &&
      evidence.signs.filter(isAmbiguous).every((sign) => sign === 'serverError'),
    any: always,
    'anything else': always,
  };
  const sessionNow: Record<string, (session: Evidence['session']) => boolean> = {
    '(not asked)': always,
    'gone, complete when last seen': (session) => session === 'gone',
    'there, bytes missing': (session) => session === 'incomplete',
    there: (session) => session === 'complete' || session === 'incomplete',
    any: always,
    '': always,
  };
  const contentThen: Record<string, (content: Evidence['content']) => boolean> = {
    ours: (content) => content === 'matches',
    'another file, or none': (content) => content === 'differs' || content === 'absent',
    any: always,
    '': always,
  };
  const table = rows('last answer to the commit').map(([answerCell, sessionCell, contentCell, result = '']) => ({
    fits: (evidence: Evidence): boolean =>
      meaning(lastAnswer, answerCell)(evidence) &&
      meaning(sessionNow, sessionCell)(evidence.session) &&
      meaning(contentThen, contentCell)(evidence.content),
    result: result.replaceAll('`', ''),
  }));

  /** Every history of up to three answers of which one at least was in doubt, with everything that can be found then. */
  const everything: readonly Evidence[] = [
    ...signs.map((sign) => [sign]),
    ...signs.flatMap((first) => signs.map((second) => [first, second])),
    ...signs.flatMap((first) => signs.flatMap((second) => signs.map((third) => [first, second, third]))),
  ]
    .filter((history) => history.some(isAmbiguous))
    .flatMap((history) =>
      sessions.flatMap((session) => contents.map((content) => ({ signs: history, session, content }))),
    );

  it('has a row for each rule', () => {
    expect(table.map(({ result }) => result)).toEqual([
      'committed',
      'committed',
      'failed',
      'failed',
      'failed',
      'unknown',
    ]);
  });

  it('gives the result that the verdict gives, whatever the evidence', () => {
    const contradicted = everything.filter(
      (evidence) => table.find(({ fits }) => fits(evidence))?.result !== evaluate(evidence).result,
    );
    expect(contradicted).toEqual([]);
    expect(everything.length).toBeGreaterThan(3_000);
  });

  it('has no row that is never needed', () => {
    for (const row of table) {
      const others = table.filter((other) => other !== row);
      const wrong = everything.some(
        (evidence) => others.find(({ fits }) => fits(evidence))?.result !== evaluate(evidence).result,
      );
      expect(wrong, JSON.stringify(row.result)).toBe(true);
    }
  });
});

describe('the table of answers', () => {
  const plain = (...statuses: readonly number[]): Attempt[] => statuses.map((status) => answer(status));
  const codes = (...names: readonly string[]): Attempt[] => names.map((code) => silence('connect', { code }));
  const examples: Record<string, readonly Attempt[]> = {
    '200 without a body, or with JSON': [answered(), answered({ body: 'json' })],
    '200 with a page, a FabricError or more than 64 KiB; any other 2xx; any 3xx': [
      answered({ body: 'nonJson' }),
      answered({ body: 'tooLarge' }),
      refused(200, 'E_FAIL'),
      ...plain(201, 202, 204, 206, 301, 302, 304, 307, 308),
    ],
    '400 `FABRIC_E_SERVICE_TYPE_NOT_REGISTERED`': [refused(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED')],
    'any other 4xx but the next two': [
      invalid,
      refused(404, 'NotFound'),
      ...plain(400, 401, 403, 404, 407, 409, 411, 413),
    ],
    '408, 429': plain(408, 429),
    '500 `OperationsPending`': [refused(500, 'OperationsPending')],
    'any other 500': [refused(500, 'E_FAIL'), refused(500, '0x80070070'), answer(500)],
    '502, 503, 504': [refused(503, 'E_ABORT'), refused(504, 'FABRIC_E_TIMEOUT'), ...plain(502, 503, 504)],
    '501, 505': [refused(501, 'E_NOTIMPL'), ...plain(501, 505)],
    'any other 5xx': plain(506, 507, 511, 520, 524, 599),
    'no connection: refused, timed out, reset in the handshake': [
      ...codes('ECONNREFUSED', 'CONNECT_TIMEOUT', 'ETIMEDOUT', 'ECONNRESET', 'EAI_AGAIN'),
      silence('deadline', { sent: false }),
    ],
    'no connection: unknown host name, certificate or name refused, no TLS': codes(
      'ENOTFOUND',
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'EPROTO',
    ),
    'connection lost, answer cut off or not HTTP, own deadline after the request went out': [
      lost,
      silence('interrupted', { status: 200 }),
      silence('interrupted', { status: 500 }),
      silence('interrupted', { code: 'HPE_INVALID_CONSTANT' }),
      silence('interrupted', { code: 'UNEXPECTED_UPGRADE' }),
      silence('deadline'),
    ],
    'a 4xx that is cut off': [400, 403, 404, 408, 429].map((status) => silence('interrupted', { status })),
  };

  const again = (attempts: readonly Attempt[], maxAttempts: number, pendingMs?: number): boolean =>
    decide({ attempts, elapsedMs: 0, pendingMs, epochMs: 0 }, { maxAttempts, timeoutSeconds: 60 }, 0.5).again;
  const isRetried = (attempt: Attempt): boolean => again([attempt], 2);
  const manyTimes = (attempt: Attempt): Attempt[] => Array.from({ length: 20 }, () => attempt);

  const triedAgain: Record<string, (attempt: Attempt) => boolean> = {
    '': (attempt) => classify(attempt) === 'success' && !isRetried(attempt),
    no: (attempt) => !isRetried(attempt),
    once: (attempt) => isRetried(attempt) && !again([attempt, attempt], 100),
    yes: (attempt) => again(manyTimes(attempt), 21) && !again(manyTimes(attempt), 20),
    'yes, for up to `timeout` seconds, without using up `max-attempts`': (attempt) =>
      again(manyTimes(attempt), 2, 59_999) && !again(manyTimes(attempt), 2, 60_000),
    'like the whole one': (attempt) =>
      isRetried(attempt) === (attempt.status !== undefined && isRetried(answer(attempt.status))),
  };

  it('has the rows that are explained here, and no others', () => {
    expect(rows('answer').map(([words]) => words)).toEqual(Object.keys(examples));
  });

  it.each(rows('answer'))('is right about %s', (words, inDoubt, retried) => {
    for (const attempt of meaning(examples, words)) {
      expect([isAmbiguous(classify(attempt)) ? 'yes' : 'no', describeAttempt(attempt)]).toEqual([
        inDoubt,
        describeAttempt(attempt),
      ]);
      expect(meaning(triedAgain, retried)(attempt), describeAttempt(attempt)).toBe(true);
    }
  });

  it('has no answer that stands in two rows', () => {
    const all = Object.values(examples)
      .flat()
      .map((attempt) => JSON.stringify(attempt));
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    [1, []],
    [2, [1]],
  ])('ends with `max-attempts`: %i', (maxAttempts, retried) => {
    const attempt = answer(503);
    expect([1, 2, 3].filter((count) => again(manyTimes(attempt).slice(0, count), maxAttempts))).toEqual(retried);
  });
});

describe('the troubleshooting', () => {
  const session = { path: 'App/a.dll', sizeBytes: 11, lastChunkMs: 0, missingRanges: [] };
  const known: readonly Attempt[] = [
    refused(504, 'FABRIC_E_TIMEOUT'),
    refused(500, 'OperationsPending'),
    refused(500, '0x80070070'),
    refused(503, 'E_ABORT'),
    answered({ status: 403, reasonPhrase: 'Client certificate required' }),
    refused(404, 'FABRIC_E_SERVICE_DOES_NOT_EXIST'),
    silence('connect', { code: 'ECONNREFUSED' }),
    silence('interrupted'),
    answered({ body: 'nonJson' }),
    invalid,
  ];
  const said = [
    ...known.map(describeAttempt),
    describeOutcome(outcome({ result: 'unknown', last: lost }), ENDPOINT.url),
    describeOutcome(outcome({ reason: 'published', session, content: file() }), ENDPOINT.url),
  ];
  const found = [
    gone,
    there(),
    there({ missingRanges: [{ start: 5, end: 10 }] }),
    there({ sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] }),
    { kind: 'failed', attempt: invalid },
  ] as const;
  const isSaid = (texts: readonly string[], words: string): boolean => {
    const pattern = words.split('…').map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return texts.some((text) => new RegExp(pattern.join('.*')).test(text));
  };
  const section = document.slice(document.indexOf('## Troubleshooting'));
  const headings = Array.from(section.matchAll(/^### (.*)$/gm), ([, words = '']) => words);
  const findings = Array.from(section.matchAll(/^- \*\*(.*?)\.?\*\*/gm), ([, words = '']) => words);

  it.each(headings)('has a heading that is really said: %s', (words) => {
    expect(isSaid(said, words)).toBe(true);
  });

  it('knows what to do about every attempt that it has a heading for', () => {
    expect(headings.length).toBeGreaterThanOrEqual(known.length);
    for (const attempt of known) expect(adviseAttempt(attempt, ENDPOINT), describeAttempt(attempt)).toBeDefined();
  });

  it.each(findings)('explains a look-up that is really said: %s', (words) => {
    expect(isSaid(found.map(describeSession), words)).toBe(true);
  });

  it('explains every look-up behind a 400, and each is advised about', () => {
    expect(findings).toHaveLength(found.length);
    for (const sessionNow of found) {
      expect(advise(outcome({ result: 'failed', last: invalid, sessionNow }), ENDPOINT)).toBeDefined();
    }
  });
});
