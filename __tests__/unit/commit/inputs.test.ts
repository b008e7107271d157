// The commit action's own inputs, and all inputs as a whole, with the sentences that a workflow author reads.
import { describe, expect, it, vi } from 'vitest';
import { type Inputs, readInputs } from '../../../src/commit/inputs.js';
import { InputError, type InputSource } from '../../../src/connection/input-problems.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { inputsFrom } from '../../support/input-source.js';

const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
const OTHER_SESSION = 'ffffffff-ffff-0fff-0fff-fffffffffffe';
const NIL = '00000000-0000-0000-0000-000000000000';
const good: Readonly<Record<string, string>> = {
  endpoint: 'https://mycluster.example.com:19080',
  'session-id': SESSION,
};

function read(changed: Readonly<Record<string, string>>, source: Partial<InputSource> = {}): Promise<Inputs> {
  const inputs = { ...good, ...changed };
  return readInputs(inputsFrom((name) => inputs[name] ?? '', source));
}

async function problems(
  changed: Readonly<Record<string, string>>,
  source: Partial<InputSource> = {},
): Promise<readonly string[]> {
  try {
    await read(changed, source);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const notSet = 'If the workflow fills it from a secret, a variable or an expression, that one is not set here.';

describe('readInputs', () => {
  it('returns the written values, and the default of each input that is not set', async () => {
    expect(await read({})).toEqual({
      endpoint: { url: 'https://mycluster.example.com:19080', secure: true, portNamed: true },
      sessionIds: [SESSION],
      timeoutSeconds: 60,
      maxAttempts: 5,
      concurrency: 8,
      security: { trust: { kind: 'authority', ca: [] }, warnings: [] },
      credentials: {},
    });
  });

  it('ignores blanks and line ends around each value', async () => {
    const padded = { ...good, timeout: '7', 'max-attempts': '3', concurrency: '2' };
    const around = Object.entries(padded).map(([name, value]) => [name, ` \t\r\n${value}\r\n `] as const);
    expect(await read(Object.fromEntries(around))).toEqual(await read(padded));
  });

  it('treats an optional input that is empty or blank as not set', async () => {
    expect(await read({ timeout: '', 'max-attempts': ' ', concurrency: '\n' })).toEqual(await read({}));
  });

  it('reports every problem at once', async () => {
    const wrong = { endpoint: 'nowhere', 'session-id': '', timeout: '0', 'max-attempts': 'x', concurrency: '65' };
    await expect(read(wrong)).rejects.toThrow(
      new InputError([
        'endpoint "nowhere" has no scheme; write https://nowhere, or http://nowhere if the cluster is not secured.',
        `session-id must be the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks, but is empty. ${notSet}`,
        'timeout must be a whole number of seconds from 1 to 4294967295, but is "0".',
        'max-attempts must be a whole number from 1 to 100, but is "x".',
        'concurrency must be a whole number from 1 to 64, but is "65".',
      ]),
    );
  });

  it('quotes a wrong value on one line and shortened', async () => {
    expect(await problems({ timeout: `1\n::add-mask::x\u001B[31m\u2028${'9'.repeat(200)}` })).toEqual([
      `timeout must be a whole number of seconds from 1 to 4294967295, but is "1 ::add-mask::x<U+001B>[31m ${'9'.repeat(91)}…".`,
    ]);
  });
});

describe('readInputs with connection inputs', () => {
  it('reports their problems together with all others, the endpoint and its own inputs first', async () => {
    vi.stubEnv('no_proxy', '');
    const wrong = {
      'session-id': 'x',
      timeout: '1m',
      'client-certificate': 'nonsense of mine',
      'access-token': 'two words',
      'server-ca': 'nonsense',
      'server-certificate-thumbprints': 'abc',
      'tls-skip-verify': 'perhaps',
    };
    const found = await problems(wrong, { environment: { https_proxy: 'socks5://x' } });
    vi.unstubAllEnvs();
    expect(found.map((each) => each.replace(/ .*/s, ''))).toEqual([
      'session-id',
      'timeout',
      'tls-skip-verify',
      'client-certificate',
      'access-token',
      'server-ca',
      'server-certificate-thumbprints',
      'The',
    ]);
    expect(found.join()).not.toMatch(/nonsense of mine|two words/);
  });

  it('masks the secrets before it reads any other input', async () => {
    const steps: string[] = [];
    const inputs: Readonly<Record<string, string>> = { ...good, 'access-token': 'five.five.five' };
    const readAndNote = (name: string): string => {
      steps.push(`read ${name}`);
      return inputs[name] ?? '';
    };
    await readInputs(inputsFrom(readAndNote, { redactor: createRedactor(() => void steps.push('mask')) }));
    expect(steps.slice(0, 5)).toEqual([
      'read client-certificate',
      'read client-key',
      'read client-certificate-password',
      'read access-token',
      'mask',
    ]);
  });
});

describe('the input session-id', () => {
  it.each([
    ['a GUID', SESSION, [SESSION]],
    ['a GUID in upper case, and keeps it as written', SESSION.toUpperCase(), [SESSION.toUpperCase()]],
    ['a GUID whose version and variant digits are in no RFC', OTHER_SESSION, [OTHER_SESSION]],
    ['the GUID of only f digits', NIL.replaceAll('0', 'f'), [NIL.replaceAll('0', 'f')]],
    ['several GUIDs on lines', `${SESSION}\n${OTHER_SESSION}\n`, [SESSION, OTHER_SESSION]],
    ['several GUIDs with Windows line ends', `${SESSION}\r\n${OTHER_SESSION}`, [SESSION, OTHER_SESSION]],
    ['several GUIDs separated by a comma', `${OTHER_SESSION},${SESSION}`, [OTHER_SESSION, SESSION]],
    [
      'several GUIDs separated by commas, blanks and line ends',
      `, ${SESSION} ,,\n\t${OTHER_SESSION},`,
      [SESSION, OTHER_SESSION],
    ],
    ['a repeated GUID once', `${SESSION} ${OTHER_SESSION} ${SESSION}`, [SESSION, OTHER_SESSION]],
    [
      'a GUID repeated in another letter case once, in its first spelling and place',
      `${SESSION.toUpperCase()} ${OTHER_SESSION} ${SESSION}`,
      [SESSION.toUpperCase(), OTHER_SESSION],
    ],
  ])('accepts %s', async (_what, value, sessionIds) => {
    expect((await read({ 'session-id': value })).sessionIds).toEqual(sessionIds);
  });

  const noGuid = (value: string): string =>
    `session-id must contain only GUIDs of 36 characters, with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef, but contains "${value}".`;
  const isNil = `session-id contains the nil GUID "${NIL}", which no upload session can have; use the GUID under which the chunks were uploaded.`;

  it.each([
    ['a GUID in braces', `{${SESSION}}`],
    ['a GUID in parentheses', `(${SESSION})`],
    ['a GUID without dashes', SESSION.replaceAll('-', '')],
    ['a GUID as a URN', `urn:uuid:${SESSION}`],
    ['a GUID in quotation marks', `"${SESSION}"`],
    ['a GUID with a digit too many', `${SESSION}0`],
    ['a GUID with a digit too few', SESSION.slice(1)],
    ['a GUID with a letter that is no hex digit', SESSION.replace('a', 'g')],
    ['a GUID with dashes in other places', '0a1b2c3-d0000-4000-8000-00000000000a'],
    ['a GUID with a query after it', `${SESSION}&timeout=1`],
  ])('rejects %s', async (_what, value) => {
    expect(await problems({ 'session-id': value })).toEqual([noGuid(value)]);
  });

  const [first, ...rest] = SESSION.split('-');
  it.each([
    ['a zero-width space after it', `${SESSION}\u200B`],
    ['a byte order mark before it', `\uFEFF${SESSION}`],
    ['directional marks around it', `\u2066${SESSION}\u2069`],
    ['a byte order mark in it', `${first}\uFEFF-${rest.join('-')}`],
    ['a word joiner in it', `${first}\u2060-${rest.join('-')}`],
  ])('accepts a GUID with %s', async (_what, value) => {
    expect((await read({ 'session-id': value })).sessionIds).toEqual([SESSION]);
  });

  it('accepts a GUID once that is repeated with an invisible character', async () => {
    expect((await read({ 'session-id': `${SESSION} ${SESSION}\u200B \u200B` })).sessionIds).toEqual([SESSION]);
  });

  it.each([
    ['an en dash (U+2013)', '\u2013'],
    ['a non-breaking hyphen (U+2011)', '\u2011'],
    ['a minus sign (U+2212)', '\u2212'],
    ['an em dash (U+2014)', '\u2014'],
    ['another dash (U+2E3A)', '\u2E3A'],
  ])('rejects a GUID with %s, and names it', async (dash, character) => {
    const value = SESSION.replaceAll('-', character);
    expect(await problems({ 'session-id': value })).toEqual([
      `${noGuid(value)} It contains ${dash}, which only looks like "-".`,
    ]);
  });

  it('shows the invisible characters of a value that is wrong without them too', async () => {
    expect(await problems({ 'session-id': `${SESSION}\u200B0` })).toEqual([noGuid(`${SESSION}<U+200B>0`)]);
    expect(await problems({ 'session-id': `${NIL}\u200B` })).toEqual([isNil.replace(NIL, `${NIL}<U+200B>`)]);
  });

  it('rejects the nil GUID, which the cluster treats as a missing one', async () => {
    expect(await problems({ 'session-id': NIL })).toEqual([isNil]);
  });

  it.each(['', ' ', ',\n,'])('reports %j as empty and not as malformed', async (value) => {
    expect(await problems({ 'session-id': value })).toEqual([
      `session-id must be the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks, but is empty. ${notSet}`,
    ]);
  });

  it('quotes every wrong value of a list', async () => {
    expect(await problems({ 'session-id': `${SESSION} one ${NIL} two` })).toEqual([
      noGuid('one'),
      isNil,
      noGuid('two'),
    ]);
  });

  it('quotes five wrong values and counts the others', async () => {
    expect(await problems({ 'session-id': '1 2 3 4 5 6 7' })).toEqual([
      ...['1', '2', '3', '4', '5'].map(noGuid),
      'session-id contains 2 more values that are no such GUIDs.',
    ]);
  });
});

describe('the number inputs', () => {
  it.each([
    ['timeout', '1', { timeoutSeconds: 1 }],
    ['timeout', '007', { timeoutSeconds: 7 }],
    ['timeout', '4294967295', { timeoutSeconds: 4_294_967_295 }],
    ['max-attempts', '1', { maxAttempts: 1 }],
    ['max-attempts', '100', { maxAttempts: 100 }],
    ['concurrency', '1', { concurrency: 1 }],
    ['concurrency', '64', { concurrency: 64 }],
    ['timeout', '60\u200B', { timeoutSeconds: 60 }],
    ['timeout', '\uFEFF60\n', { timeoutSeconds: 60 }],
    ['timeout', '6\u20600', { timeoutSeconds: 60 }],
    ['max-attempts', '\u200E3', { maxAttempts: 3 }],
    ['concurrency', '\u00AD2', { concurrency: 2 }],
    ['timeout', '\u200B', { timeoutSeconds: 60 }],
  ])('accept %s: %s', async (name, value, expected) => {
    expect(await read({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['timeout', '60\u200Bs', 'a whole number of seconds from 1 to 4294967295, but is "60<U+200B>s".'],
    ['timeout', '\u202E06', 'a whole number of seconds from 1 to 4294967295, but is "<U+202E>06x".'],
    [
      'timeout',
      '\u22125',
      'a whole number of seconds from 1 to 4294967295, but is "\u22125". It contains a minus sign (U+2212), which only looks like "-".',
    ],
    [
      'concurrency',
      '1\u20138',
      'a whole number from 1 to 64, but is "1\u20138". It contains an en dash (U+2013), which only looks like "-".',
    ],
  ])('show what is not seen in %s: %j', async (name, value, rest) => {
    const written = rest.includes('06x') ? `${value}x` : value;
    expect(await problems({ [name]: written })).toEqual([`${name} must be ${rest}`]);
  });

  const noNumbers = [
    '0',
    '00',
    '-1',
    '+5',
    '1.5',
    '1e3',
    '0x10',
    '1_000',
    '1 000',
    '6O',
    '٣',
    'ten',
    'NaN',
    'Infinity',
  ];
  it.each([
    ...[...noNumbers, '60s', '4294967296', '9'.repeat(100)].map(
      (value) => ['timeout', value, 'a whole number of seconds', '4294967295'] as const,
    ),
    ...[...noNumbers, '101'].map((value) => ['max-attempts', value, 'a whole number', '100'] as const),
    ...[...noNumbers, '65'].map((value) => ['concurrency', value, 'a whole number', '64'] as const),
  ])('reject %s: %s', async (name, value, what, max) => {
    expect(await problems({ [name]: value })).toEqual([`${name} must be ${what} from 1 to ${max}, but is "${value}".`]);
  });
});
