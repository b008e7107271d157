// What is never shown: in no line, output or summary, whatever the cluster makes of it, and with debugging on.
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { createRedactor } from '../../src/runner/redaction.js';
import { describeWith } from '../peers/programs.js';
import { startFailingProxy } from '../peers/proxies.js';
import { type ClientKind, clientIdentity } from '../support/certificates.js';
import { keyFile, pfxFile } from '../support/key-files.js';
import { type Environment, type Run, runAction } from '../support/run-action.js';
import { annotation, clientsOfOurs, startSecureCluster } from '../support/secure-cluster.js';

describe('secrets', () => {
  const opened = (...values: readonly string[]) => {
    const masked: string[] = [];
    const secrets = createRedactor((value) => masked.push(value));
    secrets.add(...values);
    return { ...secrets, masked };
  };

  it('are masked whole, trimmed, and line by line, each once', () => {
    const { masked } = opened('first line\r\n  second line\r\n\r\n', ' padded ', '', 'second line');
    expect(masked).toEqual([
      'first line\r\n  second line\r\n\r\n',
      'first line\r\n  second line',
      'first line',
      'second line',
      ' padded ',
      'padded',
    ]);
  });

  it('are struck out longest first, so that no part of one stays', () => {
    const { redact } = opened('word', 'password', 'pass', 'a password\nof two lines');
    expect(redact('a password\nof two lines; a password, a word, of two lines')).toBe('***; ***, a ***, ***');
  });

  it('of three characters and less are masked, and not struck out of innocent text', () => {
    const { redact, masked } = opened('abc');
    expect(masked).toEqual(['abc']);
    expect(redact('abcdef')).toBe('abcdef');
  });

  it('are literal text, whatever a pattern would make of it', () => {
    expect(opened('$&.*+(').redact('a $&.*+( b')).toBe('a *** b');
  });
});

const PASSWORD = 'correct "horse" 100% <b>';
const jwt = ['eyJhbGciOiJub25lIn0', 'eyJhdWQiOiJjbHVzdGVyIn0', 'c2lnbmF0dXJl'].join('.');

/** Every value and each of its lines, except those too short to mean anything. */
function pieces(...values: readonly string[]): readonly string[] {
  const lines = values.flatMap((value) => [value, ...value.split('\n')]).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line.length > 3 && !line.startsWith('-----'));
}

/** As the runner, the output file, JSON or HTML would spell it. */
function spellings(piece: string): readonly string[] {
  const escaped = piece.replaceAll('%', '%25').replaceAll('\n', '%0A');
  const html = piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return [...new Set([piece, escaped, html, JSON.stringify(piece).slice(1, -1), encodeURIComponent(piece)])];
}

/** All that a step has shown to anybody but the runner's own masking. */
function everything({ stdout, stderr, outputs, summary }: Run): string {
  const said = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...said, stderr, ...Object.values(outputs), summary].join('\n');
}

function expectHidden(run: Run, ...secrets: readonly string[]): void {
  const shown = everything(run);
  for (const piece of pieces(...secrets)) {
    for (const spelling of spellings(piece)) expect(shown).not.toContain(spelling);
  }
}

const debugging = { RUNNER_DEBUG: '1' };
const identity = (kind: ClientKind) => clientIdentity(kind);

describeWith(['apache2', 'nginx', 'openssl'], 'a step with secrets', () => {
  const own: readonly [string, () => Readonly<Record<string, string>>, () => readonly string[]][] = [
    [
      'PEM, encrypted key, password and token',
      () => ({
        'client-certificate': identity('rsa').certificate,
        'client-key': keyFile(identity('rsa'), 'traditional', PASSWORD),
        'client-certificate-password': PASSWORD,
        'access-token': `Bearer ${jwt}`,
      }),
      () => [identity('rsa').certificate, PASSWORD, jwt],
    ],
    [
      'base64 of PEM in lost line ends',
      () => ({
        'client-certificate': Buffer.from(`${identity('ec').certificate}${identity('ec').key}`).toString('base64'),
      }),
      () => [identity('ec').certificate, identity('ec').key],
    ],
    [
      'a PFX',
      () => ({
        'client-certificate': pfxFile(identity('ec'), 'modern', PASSWORD).toString('base64'),
        'client-certificate-password': PASSWORD,
      }),
      () => [PASSWORD, identity('ec').certificate, identity('ec').key],
    ],
  ];

  it.each(own)('(%s) shows none of them, committed or refused', async (_, inputs, secrets) => {
    const given = inputs();
    for (const [name, clients] of [
      ['nginx', clientsOfOurs()],
      ['Apache', clientsOfOurs()],
      ['nginx', { ...clientsOfOurs(), authority: identity('selfSigned').certificate }],
    ] as const) {
      const cluster = await startSecureCluster(name, { clients });
      const addressed = { endpoint: cluster.url, 'session-id': await cluster.upload(), 'tls-skip-verify': 'true' };
      const run = await runAction({ ...addressed, ...given }, debugging);
      expect(run.outputs['result']).toBe(clients.authority === clientsOfOurs().authority ? 'committed' : 'failed');
      expectHidden(run, ...Object.values(given), ...secrets());
    }
  });

  it.each(own)('(%s) masks all of them before it says anything else', async (_, inputs) => {
    const given = inputs();
    const run = await runAction({ endpoint: 'https://127.0.0.1:9/?', 'session-id': 'x', ...given }, debugging);
    const lines = run.stdout.split('\n');
    const firstOther = lines.findIndex((line) => !line.startsWith('::add-mask::'));
    const masked = lines.slice(0, firstOther).map((line) => line.slice('::add-mask::'.length).replaceAll('%25', '%'));
    for (const piece of pieces(...Object.values(given))) {
      expect(masked.map((each) => each.replaceAll('%0A', '\n').trim())).toContain(piece);
    }
    expectHidden(run, ...Object.values(given));
  });

  it('is wrong, and says so without them', async () => {
    const inputs = {
      endpoint: 'https://127.0.0.1:9',
      'session-id': 'x',
      'client-certificate': identity('rsa').certificate,
      'client-key': identity('ec').key,
      'client-certificate-password': PASSWORD,
      'access-token': 'two words',
    };
    const run = await runAction(inputs, debugging);
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': 'INVALID_INPUT' });
    expectHidden(run, inputs['client-certificate'], inputs['client-key'], PASSWORD, 'two words');
  });
});

describeWith(['nginx', 'openssl'], 'a cluster that echoes a secret', () => {
  const key = (): string => identity('ec').key;
  const echo = (): string => `token ${jwt}, Bearer ${jwt}, password ${PASSWORD}, key ${key()}`;
  const inOneLine = (): string => `${jwt} ${PASSWORD} ${key().split('\n')[1]}`;
  const places: readonly [string, () => readonly Fault[]][] = [
    ['message', () => [{ answer: { status: 409, code: 'E_FAIL', message: echo() } }]],
    ['code', () => [{ answer: { status: 409, code: inOneLine(), message: 'no' } }]],
    ['reason phrase', () => [{ answer: { status: 418, reason: inOneLine(), body: '' } }]],
    ['page', () => [{ answer: { status: 418, body: `<h1>${echo()}</h1>`, contentType: 'text/html' } }]],
    ['page for a 200', () => [{ answer: { status: 200, body: echo(), contentType: 'text/html' } }]],
    [
      'headers',
      () => [{ answer: { status: 302, headers: { Location: `https://x/?${jwt}`, Server: inOneLine() }, body: '' } }],
    ],
    ['broken answer', () => [{ delivery: { raw: `HTTP/1.1 200 ${jwt}\u0001\r\n${inOneLine()}\r\n\r\n` } }]],
  ];

  it.each(places)('in its %s has it struck out everywhere', async (_, faults) => {
    const front = await startSecureCluster('nginx');
    const sessionId = await front.upload();
    front.gateway.addFaults(faults().map((fault) => ({ operation: 'commit-session', times: 'forever', ...fault })));
    const secrets = {
      'client-certificate': identity('ec').certificate,
      'client-key': key(),
      'client-certificate-password': PASSWORD,
      'access-token': jwt,
    };
    const addressed = { endpoint: front.url, 'session-id': sessionId, 'tls-skip-verify': 'true', 'max-attempts': '1' };
    const run = await runAction({ ...addressed, ...secrets }, debugging);
    expect(run.exitCode).toBe(1);
    expectHidden(run, ...Object.values(secrets));
  });

  it('in the path of the session has it struck out, and is still asked for that path', async () => {
    const front = await startSecureCluster('nginx');
    const id = await front.upload();
    front.gateway.addFaults([
      { operation: 'commit-session', times: 'forever', answer: { status: 500, code: 'E_ABORT' } },
    ]);
    const inputs = { endpoint: front.url, 'session-id': id, 'tls-skip-verify': 'true', 'max-attempts': '1' };
    const run = await runAction({ ...inputs, 'access-token': id.slice(0, 8) }, debugging);
    const [session] = JSON.parse(run.outputs['sessions'] ?? '[]');
    expect(session.path).toBe(`app/***${id.slice(8)}.txt`);
    const asked = front.gateway.requests.filter(({ method }) => method === 'GET').map(({ target }) => target);
    expect(asked).toContain(`/ImageStore/app/${id}.txt?api-version=6.0`);
  });
});

describe('a password of a proxy', () => {
  const steps: readonly [string, string, Environment][] = [
    ['plain', 'p4ssw0rd', { https_proxy: 'http://builder:p4ssw0rd@HOST' }],
    ['percent-encoded', 'p@ss w/rd', { https_proxy: 'http://builder:p%40ss%20w%2Frd@HOST' }],
    ['without a user', 'p4ssw0rd', { https_proxy: 'http://:p4ssw0rd@HOST' }],
  ];

  it.each(steps)('(%s) is not shown, even when the proxy says it', async (_, password, environment) => {
    const basic = Buffer.from(`builder:${password}`).toString('base64');
    const proxy = await startFailingProxy(`407 ${password.replaceAll(' ', '%20')} ${password} ${basic}`);
    const value = (environment['https_proxy'] ?? '').replace('HOST', `127.0.0.1:${proxy.port}`);
    const inputs = { endpoint: 'https://cluster.example:19080', 'session-id': '0a1b2c3d-0000-4000-8000-00000000000a' };
    const run = await runAction(inputs, { https_proxy: value, ...debugging });
    expect(annotation(run)).toContain(`the proxy http://127.0.0.1:${proxy.port} answered 407`);
    expectHidden(run, password, encodeURIComponent(password), value);
    if (value.includes('builder')) expectHidden(run, basic);
  });
});
