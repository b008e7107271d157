// The input endpoint: what it accepts, and the sentence for everything else.
import { describe, expect, it } from 'vitest';
import { readConnection } from '../../support/input-source.js';

const gateway = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";
const notSet = 'If the workflow fills it from a secret, a variable or an expression, that one is not set here.';
const nativePort = "has the native client's port 19000 instead of the HTTP gateway's, usually 19080";
const nativeScheme = "is the native client's address (tcp://), not the HTTP gateway's";
const login = 'contains a user name or password, which the gateway does not use';
const explorer = 'is the address of Service Fabric Explorer, a web page';
const either = (rest: string): string => `write https://${rest}, or http://${rest} if the cluster is not secured`;

describe('the input endpoint', () => {
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
  ])('accepts %s', async (endpoint, url, portNamed) => {
    expect((await readConnection({ endpoint })).connection?.endpoint).toEqual({
      url,
      portNamed,
      secure: url.startsWith('https:'),
    });
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
  ])('rejects %s and offers the corrected value', async (endpoint, reason, instead) => {
    expect((await readConnection({ endpoint })).problems).toEqual([`endpoint "${endpoint}" ${reason}; ${instead}.`]);
  });

  it.each([
    ['ftp://cluster', 'has the scheme ftp'],
    ['file:///etc/hosts', 'has the scheme file'],
    ['https://', 'is not a URL'],
    ['https://cluster:port', 'is not a URL'],
    ['https://cluster:65536', 'is not a URL'],
    ['https://my cluster', 'contains a blank, a line break or a backslash'],
    ['https:\\\\cluster', 'contains a blank, a line break or a backslash'],
  ])('rejects %s and says what is accepted', async (endpoint, reason) => {
    expect((await readConnection({ endpoint })).problems).toEqual([
      `endpoint must be ${gateway}, but "${endpoint}" ${reason}.`,
    ]);
  });

  it('rejects a value with a line break, and quotes it on one line', async () => {
    expect((await readConnection({ endpoint: 'https://cluster\nhttps://other' })).problems).toEqual([
      `endpoint must be ${gateway}, but "https://cluster https://other" contains a blank, a line break or a backslash.`,
    ]);
  });

  it.each(['', '  \n'])('reports %j as empty and not as malformed', async (endpoint) => {
    expect((await readConnection({ endpoint })).problems).toEqual([
      `endpoint must be ${gateway}, but is empty. ${notSet}`,
    ]);
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
  ])('rejects %s without repeating the login', async (endpoint, shown, reason, instead) => {
    expect((await readConnection({ endpoint })).problems).toEqual([`endpoint "${shown}" ${reason}; ${instead}.`]);
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
  ])('rejects %s, which is no valid URL, without repeating the login', async (endpoint) => {
    const [problem] = (await readConnection({ endpoint })).problems;
    expect(problem).toContain('***@cluster');
    expect(problem).not.toMatch(/ann|sec|ret@/);
  });
});
