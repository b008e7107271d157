// The input endpoint: what it accepts, and the sentence for everything else.
import { describe, expect, it } from 'vitest';
import { readConnection } from '../../support/input-source.js';

const gateway = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";
const notSet = 'If the workflow fills it from a secret, a variable or an expression, that one is not set here.';
const nativePort = "has the native client's port 19000 instead of the HTTP gateway's, usually 19080";
const nativeScheme = "is the native client's address (tcp://), not the HTTP gateway's";
const login = 'contains a user name or password, which the gateway does not use';
const explorer = 'is the address of Service Fabric Explorer, a web page';
const resource = (name: string): string => `leads to a resource of the gateway (/${name}), not to the gateway itself`;
const looksLike = (dashes: string): string => `contains ${dashes}, which only looks like "-"`;
const masked = 'is or contains a masked value, as a log shows a secret, and not the value itself';
const notReplaced = 'contains a placeholder, a variable or an expression that was not replaced by its value';
const inCluster = 'is the name of an application or service in the cluster (fabric:/), and not an address';
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
    ['https://cluster.example.com.:19080', 'https://cluster.example.com.:19080', true],
    ['https://my_cluster', 'https://my_cluster', false],
    ['https://bücher.example', 'https://xn--bcher-kva.example', false],
    ['https://gateway/services/sf', 'https://gateway/services/sf', false],
    ['"http://cluster:1"', 'http://cluster:1', true],
    ["'http://cluster:1'", 'http://cluster:1', true],
    ['`http://cluster:1`', 'http://cluster:1', true],
    ['“http://cluster:1”', 'http://cluster:1', true],
    ['"http://cluster:1', 'http://cluster:1', true],
    ['<http://cluster:1>', 'http://cluster:1', true],
    [' "http://cluster:1" \n', 'http://cluster:1', true],
    ['http://cluster:1\u200B', 'http://cluster:1', true],
    ['\uFEFFhttp://cluster:1', 'http://cluster:1', true],
    ['http://clu\u00ADster:1', 'http://cluster:1', true],
    ['http://\u2066cluster\u2069:1', 'http://cluster:1', true],
    ['\u200E"http://cluster:1"', 'http://cluster:1', true],
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
    ['https://cluster:19080/ImageStore', resource('ImageStore'), 'write https://cluster:19080'],
    ['https://cluster:19080/ImageStore/', resource('ImageStore'), 'write https://cluster:19080'],
    ['https://cluster:19080/imagestore', resource('imagestore'), 'write https://cluster:19080'],
    [
      'https://cluster:19080/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=x',
      resource('ImageStore'),
      'write https://cluster:19080',
    ],
    [
      'https://cluster:19080/ImageStore/My%20App/Code?api-version=6.0',
      resource('ImageStore'),
      'write https://cluster:19080',
    ],
    ['http://localhost:19080/Nodes?api-version=6.0', resource('Nodes'), 'write http://localhost:19080'],
    ['http://localhost:19080/Nodes/_Node_0/$/GetHealth', resource('Nodes'), 'write http://localhost:19080'],
    ['https://cluster:19080/$/GetClusterHealth', resource('$'), 'write https://cluster:19080'],
    ['https://cluster:19080/%24/GetClusterManifest', resource('%24'), 'write https://cluster:19080'],
    ['https://cluster:19080/Applications/MyApp', resource('Applications'), 'write https://cluster:19080'],
    ['https://cluster:19080/ApplicationTypes/$/Provision', resource('ApplicationTypes'), 'write https://cluster:19080'],
    ['https://cluster:19080/Services/A~B/$/GetPartitions', resource('Services'), 'write https://cluster:19080'],
    ['https://cluster:19080/EventsStore/Cluster/Events', resource('EventsStore'), 'write https://cluster:19080'],
    ['https://gateway/sf/Partitions/x', resource('Partitions'), 'write https://gateway/sf'],
    ['https://cluster:19000/ImageStore', `${nativePort} and ${resource('ImageStore')}`, 'write https://cluster:19080'],
    ['cluster:19080/ImageStore', `has no scheme and ${resource('ImageStore')}`, either('cluster:19080')],
    ['https//cluster:19080', 'has something other than "://" after https', 'write https://cluster:19080'],
    ['https:/cluster:19080', 'has something other than "://" after https', 'write https://cluster:19080'],
    ['http:cluster', 'has something other than "://" after http', 'write http://cluster'],
    ['http;//10.0.0.4:19080', 'has something other than "://" after http', 'write http://10.0.0.4:19080'],
    ['https:///cluster', 'has something other than "://" after https', 'write https://cluster'],
    ['https://https://cluster:19080', 'has two schemes', 'write https://cluster:19080'],
    ['http://https://cluster', 'has two schemes', 'write https://cluster'],
    ['https://my\u2013cluster:19080', looksLike('an en dash (U+2013)'), 'write https://my-cluster:19080'],
    ['https://my\u2011cluster', looksLike('a non-breaking hyphen (U+2011)'), 'write https://my-cluster'],
    [
      'https://my\u2212own\u2010cluster',
      looksLike('a minus sign (U+2212), a typographic hyphen (U+2010)'),
      'write https://my-own-cluster',
    ],
    ['https://cluster:19080#', 'has a fragment', 'write https://cluster:19080'],
  ])('rejects %s and offers the corrected value', async (endpoint, reason, instead) => {
    expect((await readConnection({ endpoint })).problems).toEqual([`endpoint "${endpoint}" ${reason}; ${instead}.`]);
  });

  it.each([
    ['ftp://cluster', 'has the scheme ftp'],
    ['net.tcp://cluster:19000', 'has the scheme net.tcp'],
    ['***', masked],
    ['https://***:19080', masked],
    ['***:19080', masked],
    ['fabric:/MyApplication/MyService', inCluster],
    ['fabric://MyApplication', inCluster],
    ['Fabric:/System', inCluster],
    ['$ENDPOINT', notReplaced],
    ['https://$ENDPOINT', notReplaced],
    ['%ENDPOINT%', notReplaced],
    ['https://<cluster>:19080', notReplaced],
    [`\${{ vars.ENDPOINT }}`, notReplaced],
    ['https://{{cluster}}:19080', notReplaced],
    ['cluster,other', 'is not a URL'],
    ['https', 'is not a URL'],
    ['-cluster', 'is not a URL'],
    ['https://clu!ster', 'is not a URL'],
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

  it.each([
    ['http://clus\u200Bter:port', 'http://clus<U+200B>ter:port', 'is not a URL'],
    ['ftp://cluster\u202E', 'ftp://cluster<U+202E>', 'has the scheme ftp'],
    ['my\uFEFF cluster', 'my<U+FEFF> cluster', 'contains a blank, a line break or a backslash'],
  ])(
    'shows the invisible characters of a value that is wrong without them too: %j',
    async (endpoint, shown, reason) => {
      expect((await readConnection({ endpoint })).problems).toEqual([
        `endpoint must be ${gateway}, but "${shown}" ${reason}.`,
      ]);
    },
  );

  it.each(['', '  \n', '""', "' '", '\uFEFF', '\u200B\n'])(
    'reports %j as empty and not as malformed',
    async (endpoint) => {
      expect((await readConnection({ endpoint })).problems).toEqual([
        `endpoint must be ${gateway}, but is empty. ${notSet}`,
      ]);
    },
  );

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
    'https://ann:2024/sec@cluster',
    'https://ann:2024#sec@cluster:19080',
    'http://ann:2024?sec@cluster',
    'ann:2024/sec@cluster',
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
