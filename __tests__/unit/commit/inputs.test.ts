// Every rule about an input, with the sentence that a workflow author reads.
import { describe, expect, it } from 'vitest';
import { InputError, type Inputs, readInputs } from '../../../src/commit/inputs.js';
import { inputsFrom } from '../../support/input-source.js';

const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
const OTHER_SESSION = 'ffffffff-ffff-0fff-0fff-fffffffffffe';
const NIL = '00000000-0000-0000-0000-000000000000';
const good: Readonly<Record<string, string>> = {
  endpoint: 'https://mycluster.example.com:19080',
  'session-id': SESSION,
};

function read(changed: Readonly<Record<string, string>>): Promise<Inputs> {
  const inputs = { ...good, ...changed };
  return readInputs(inputsFrom((name) => inputs[name] ?? ''));
}

async function problems(changed: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    await read(changed);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const gateway = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";
const notSet = 'If the workflow fills it from a secret, a variable or an expression, that one is not set here.';
const nativePort = "has port 19000, the native client's; HTTP is usually on 19080";
const nativeScheme = "is the native client's address (tcp://), not the HTTP gateway's";
const login = 'has a user name or password in it, which the gateway does not know';
const explorer = 'leads to the Explorer, a page for people';
const either = (rest: string): string => `write https://${rest}, or http://${rest} if the cluster is not secured`;

describe('the inputs as a whole', () => {
  it('are what was written, with the defaults of what was not', async () => {
    expect(await read({})).toEqual({
      endpoint: { url: 'https://mycluster.example.com:19080', secure: true, portNamed: true },
      sessionIds: [SESSION],
      timeoutSeconds: 60,
      maxAttempts: 5,
      concurrency: 8,
      security: { trust: { kind: 'authority', ca: [] }, credentials: { secrets: [], warnings: [] } },
    });
  });

  it('may have blanks and line ends around each value', async () => {
    const padded = { ...good, timeout: '7', 'max-attempts': '3', concurrency: '2' };
    const around = Object.entries(padded).map(([name, value]) => [name, ` \t\r\n${value}\r\n `] as const);
    expect(await read(Object.fromEntries(around))).toEqual(await read(padded));
  });

  it('take an empty optional value, blanks included, as not set', async () => {
    expect(await read({ timeout: '', 'max-attempts': ' ', concurrency: '\n' })).toEqual(await read({}));
  });

  it('are refused with every problem at once', async () => {
    const wrong = { endpoint: 'nowhere', 'session-id': '', timeout: '0', 'max-attempts': 'x', concurrency: '65' };
    await expect(read(wrong)).rejects.toThrow(
      new InputError([
        `endpoint "nowhere" has no scheme; ${either('nowhere')}.`,
        `session-id is empty; it takes the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks. ${notSet}`,
        'timeout is "0"; it takes whole seconds from 1 to 4294967295, in decimal digits only.',
        'max-attempts is "x"; it takes a whole number from 1 to 100, in decimal digits only.',
        'concurrency is "65"; it takes a whole number from 1 to 64, in decimal digits only.',
      ]),
    );
  });

  it('make an error that says first that nothing was sent, then each problem on a line of its own', async () => {
    const error = new InputError(['one', 'two']);
    expect(error).toMatchObject({ name: 'InputError', code: 'INVALID_INPUT', problems: ['one', 'two'] });
    expect(error.message).toMatch(/^Nothing was sent to the cluster, because [^\n]+:\n- one\n- two$/);
    expect(new InputError(['one']).message).toBe('Nothing was sent to the cluster, because an input is wrong:\n- one');
  });

  it('quote on one line and shortened what a complaint repeats', async () => {
    expect(await problems({ timeout: `1\n::add-mask::x\u001B[31m\u2028${'9'.repeat(200)}` })).toEqual([
      `timeout is "1 ::add-mask::x [31m ${'9'.repeat(98)}…"; it takes whole seconds from 1 to 4294967295, in decimal digits only.`,
    ]);
  });
});

describe('endpoint', () => {
  it.each([
    ['http://cluster', 'http://cluster', false],
    ['http://cluster/', 'http://cluster', false],
    ['http://cluster:19080///', 'http://cluster:19080', true],
    ['HTTP://Cluster:19080', 'http://cluster:19080', true],
    ['https://cluster:443', 'https://cluster', true],
    ['http://cluster:80/', 'http://cluster', true],
    ['http://cluster:19080/base/path', 'http://cluster:19080/base/path', true],
    ['https://cluster:19080/base/path/', 'https://cluster:19080/base/path', true],
    ['https://cluster/Explorers', 'https://cluster/Explorers', false],
    ['http://10.0.0.4:19080', 'http://10.0.0.4:19080', true],
    ['http://[::1]', 'http://[::1]', false],
    ['http://[::1]:19080', 'http://[::1]:19080', true],
    ['https://[2001:DB8::7]:19080/base/', 'https://[2001:db8::7]:19080/base', true],
  ])('%s is taken', async (endpoint, url, portNamed) => {
    expect((await read({ endpoint })).endpoint).toEqual({ url, portNamed, secure: url.startsWith('https:') });
  });

  it.each([
    ['cluster', 'has no scheme', either('cluster')],
    ['cluster:19080/', 'has no scheme', either('cluster:19080')],
    ['10.0.0.4:19080', 'has no scheme', either('10.0.0.4:19080')],
    ['[::1]:19080', 'has no scheme', either('[::1]:19080')],
    ['//cluster:19080', 'has no scheme', either('cluster:19080')],
    ['cluster:19000', `has no scheme and ${nativePort}`, either('cluster:19080')],
    ['tcp://cluster', nativeScheme, either('cluster:19080')],
    ['TCP://cluster:19000', `${nativeScheme} and ${nativePort}`, either('cluster:19080')],
    ['tcp://cluster:19080', nativeScheme, either('cluster:19080')],
    ['https://cluster:19000', nativePort, 'write https://cluster:19080'],
    ['http://[::1]:19000/base/', nativePort, 'write http://[::1]:19080/base'],
    ['https://cluster:19080/Explorer', explorer, 'write https://cluster:19080'],
    ['https://cluster:19080/explorer/', explorer, 'write https://cluster:19080'],
    ['https://cluster:19080/Explorer/index.html#/apps', explorer, 'write https://cluster:19080'],
    ['https://cluster:19080/Explorer/index.html?tab=1#/node/x', explorer, 'write https://cluster:19080'],
    ['https://cluster:19080/base/Explorer/#/', explorer, 'write https://cluster:19080/base'],
    ['cluster:19080/Explorer', `has no scheme and ${explorer}`, either('cluster:19080')],
    ['https://cluster:19080/?a=1', 'has a query', 'write https://cluster:19080'],
    ['https://cluster:19080?', 'has a query', 'write https://cluster:19080'],
    ['https://cluster:19080/base?a=1#b', 'has a query', 'write https://cluster:19080/base'],
    ['https://cluster:19080/#top', 'has a fragment', 'write https://cluster:19080'],
    ['https://cluster:19080#', 'has a fragment', 'write https://cluster:19080'],
    ['ftp://cluster', 'has the scheme ftp', `it takes ${gateway}`],
    ['file:///etc/hosts', 'has the scheme file', `it takes ${gateway}`],
    ['https://', 'is not a URL', `it takes ${gateway}`],
    ['https://cluster:port', 'is not a URL', `it takes ${gateway}`],
    ['https://cluster:65536', 'is not a URL', `it takes ${gateway}`],
    ['https://my cluster', 'has a blank, a line break or a backslash in it', `it takes ${gateway}`],
    ['https:\\\\cluster', 'has a blank, a line break or a backslash in it', `it takes ${gateway}`],
  ])('%s is refused', async (endpoint, reason, instead) => {
    expect(await problems({ endpoint })).toEqual([`endpoint "${endpoint}" ${reason}; ${instead}.`]);
  });

  it('with a line break in it is refused on one line', async () => {
    expect(await problems({ endpoint: 'https://cluster\nhttps://other' })).toEqual([
      `endpoint "https://cluster https://other" has a blank, a line break or a backslash in it; it takes ${gateway}.`,
    ]);
  });

  it.each(['', '  \n'])('%j is empty, which reads differently from malformed', async (endpoint) => {
    expect(await problems({ endpoint })).toEqual([`endpoint is empty; it takes ${gateway}. ${notSet}`]);
  });

  it.each([
    ['https://ann:secret@cluster:19080', 'https://***@cluster:19080', login, 'write https://cluster:19080'],
    ['https://ann@cluster', 'https://***@cluster', login, 'write https://cluster'],
    ['https://:secret@cluster', 'https://***@cluster', login, 'write https://cluster'],
    ['https://ann:se%40cret@cluster', 'https://***@cluster', login, 'write https://cluster'],
    ['https://ann:sec@ret@cluster', 'https://***@cluster', login, 'write https://cluster'],
    [
      'https://ann:secret@cluster:19000',
      'https://***@cluster:19000',
      `${nativePort} and ${login}`,
      'write https://cluster:19080',
    ],
    ['ann:secret@cluster:19080', '***@cluster:19080', `has no scheme and ${login}`, either('cluster:19080')],
  ])('%s is refused without repeating the login', async (endpoint, shown, reason, instead) => {
    expect(await problems({ endpoint })).toEqual([`endpoint "${shown}" ${reason}; ${instead}.`]);
  });

  it.each([
    'https://ann:sec/ret@cluster',
    'https://ann:sec?ret@cluster',
    'https://ann:sec#ret@cluster',
    'https:///ann:sec-ret@cluster',
    'https:/ann:sec-ret@cluster',
    'ftp://ann:sec-ret@cluster',
    'https://ann:sec ret@cluster',
    'https:\\\\ann:sec-ret@cluster',
  ])('%s is refused without repeating the login, though it is no proper URL', async (endpoint) => {
    const [problem] = await problems({ endpoint });
    expect(problem).toContain('***@cluster');
    expect(problem).not.toMatch(/ann|sec|ret@/);
  });
});

describe('session-id', () => {
  it.each([
    ['a GUID', SESSION, [SESSION]],
    ['upper case, sent as written', SESSION.toUpperCase(), [SESSION.toUpperCase()]],
    ['version and variant digits of no RFC', OTHER_SESSION, [OTHER_SESSION]],
    ['all ones', NIL.replaceAll('0', 'f'), [NIL.replaceAll('0', 'f')]],
    ['several on lines', `${SESSION}\n${OTHER_SESSION}\n`, [SESSION, OTHER_SESSION]],
    ['several with Windows line ends', `${SESSION}\r\n${OTHER_SESSION}`, [SESSION, OTHER_SESSION]],
    ['several with commas', `${OTHER_SESSION},${SESSION}`, [OTHER_SESSION, SESSION]],
    ['several with all of it', `, ${SESSION} ,,\n\t${OTHER_SESSION},`, [SESSION, OTHER_SESSION]],
    ['the same twice', `${SESSION} ${OTHER_SESSION} ${SESSION}`, [SESSION, OTHER_SESSION]],
    [
      'the same twice, letter case aside: the first spelling stays, in its place',
      `${SESSION.toUpperCase()} ${OTHER_SESSION} ${SESSION}`,
      [SESSION.toUpperCase(), OTHER_SESSION],
    ],
  ])('takes %s', async (_what, value, sessionIds) => {
    expect((await read({ 'session-id': value })).sessionIds).toEqual(sessionIds);
  });

  const noGuid = (value: string): string =>
    `session-id "${value}" is not a GUID of 36 characters with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef.`;
  const isNil = `session-id "${NIL}" is the nil GUID, which no upload session can have; give the one that the chunks were uploaded under.`;

  it.each([
    ['braces', `{${SESSION}}`],
    ['parentheses', `(${SESSION})`],
    ['32 digits', SESSION.replaceAll('-', '')],
    ['a URN', `urn:uuid:${SESSION}`],
    ['quotes', `"${SESSION}"`],
    ['a digit too many', `${SESSION}0`],
    ['a digit too few', SESSION.slice(1)],
    ['a letter that is no digit', SESSION.replace('a', 'g')],
    ['dashes in other places', '0a1b2c3-d0000-4000-8000-00000000000a'],
    ['a query of its own', `${SESSION}&timeout=1`],
  ])('refuses %s', async (_what, value) => {
    expect(await problems({ 'session-id': value })).toEqual([noGuid(value)]);
  });

  it('refuses the nil GUID, because the cluster takes it for a missing one', async () => {
    expect(await problems({ 'session-id': NIL })).toEqual([isNil]);
  });

  it.each(['', ' ', ',\n,'])('%j is empty, which reads differently from malformed', async (value) => {
    expect(await problems({ 'session-id': value })).toEqual([
      `session-id is empty; it takes the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks. ${notSet}`,
    ]);
  });

  it('names every wrong one of a list', async () => {
    expect(await problems({ 'session-id': `${SESSION} one ${NIL} two` })).toEqual([
      noGuid('one'),
      isNil,
      noGuid('two'),
    ]);
  });

  it('names five wrong ones and counts the others', async () => {
    expect(await problems({ 'session-id': '1 2 3 4 5 6 7' })).toEqual([
      ...['1', '2', '3', '4', '5'].map(noGuid),
      'session-id holds 2 more values that are no such GUIDs.',
    ]);
  });
});

describe('the numbers', () => {
  it.each([
    ['timeout', '1', { timeoutSeconds: 1 }],
    ['timeout', '007', { timeoutSeconds: 7 }],
    ['timeout', '4294967295', { timeoutSeconds: 4_294_967_295 }],
    ['max-attempts', '1', { maxAttempts: 1 }],
    ['max-attempts', '100', { maxAttempts: 100 }],
    ['concurrency', '1', { concurrency: 1 }],
    ['concurrency', '64', { concurrency: 64 }],
  ])('%s takes %s', async (name, value, expected) => {
    expect(await read({ [name]: value })).toMatchObject(expected);
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
      (value) => ['timeout', value, 'whole seconds', '4294967295'] as const,
    ),
    ...[...noNumbers, '101'].map((value) => ['max-attempts', value, 'a whole number', '100'] as const),
    ...[...noNumbers, '65'].map((value) => ['concurrency', value, 'a whole number', '64'] as const),
  ])('%s refuses %s', async (name, value, what, max) => {
    expect(await problems({ [name]: value })).toEqual([
      `${name} is "${value}"; it takes ${what} from 1 to ${max}, in decimal digits only.`,
    ]);
  });
});
