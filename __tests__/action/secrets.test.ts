// No log line, output or summary contains a secret, also when the cluster sends it back and with debug logging.
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { describeWith } from '../peers/programs.js';
import { startFailingProxy } from '../peers/proxies.js';
import { type ClientKind, clientIdentity } from '../support/certificates.js';
import { keyFile, pfxFile } from '../support/key-files.js';
import { type Environment, type Run, runAction } from '../support/run-action.js';
import { annotation, sessionResults, unescapeCommand, writtenText } from '../support/run-report.js';
import { requireClientCertificate, startSecureCluster } from '../support/secure-cluster.js';

const PASSWORD = 'correct "horse" 100% <b>';
const jwt = ['eyJhbGciOiJub25lIn0', 'eyJhdWQiOiJjbHVzdGVyIn0', 'c2lnbmF0dXJl'].join('.');

/** Every value and each of its lines, except those so short that harmless text contains them too. */
function linesOf(...values: readonly string[]): readonly string[] {
  const lines = values.flatMap((value) => [value, ...value.split('\n')]).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line.length > 3 && !line.startsWith('-----'));
}

/** The lines that the runner has to mask: those of base64 but for its short rest, and whatever stands alone. */
function secretLines(...values: readonly string[]): readonly string[] {
  const lines = values.flatMap((value) =>
    value
      .replace(/^Bearer /, '')
      .trim()
      .split('\n'),
  );
  return lines.filter((line) => line.length >= 8 && !/^-----|: /.test(line));
}

/** The value as the runner, the output file, JSON, HTML and a URL escape it. */
function escapedForms(value: string): readonly string[] {
  const escaped = value.replaceAll('%', '%25').replaceAll('\n', '%0A');
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return [...new Set([value, escaped, html, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])];
}

function expectHidden(run: Run, ...secrets: readonly string[]): void {
  const shown = writtenText(run);
  for (const line of linesOf(...secrets)) {
    for (const form of escapedForms(line)) expect(shown).not.toContain(form);
  }
}

const debugging = { RUNNER_DEBUG: '1' };
const identity = (kind: ClientKind) => clientIdentity(kind);

describeWith(['apache2', 'nginx', 'openssl'], 'a step with secrets', () => {
  const inputSets: readonly [string, () => Readonly<Record<string, string>>, () => readonly string[]][] = [
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
      'base64 of a PEM with its key',
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

  it.each(inputSets)('writes none of them, whether the commit succeeds or not: %s', async (_, inputs, secrets) => {
    const given = inputs();
    for (const [name, clients] of [
      ['nginx', requireClientCertificate()],
      ['Apache', requireClientCertificate()],
      ['nginx', { ...requireClientCertificate(), authority: identity('selfSigned').certificate }],
    ] as const) {
      const cluster = await startSecureCluster(name, { clients });
      const addressed = { endpoint: cluster.url, 'session-id': await cluster.upload(), 'tls-skip-verify': 'true' };
      const run = await runAction({ ...addressed, ...given }, debugging);
      expect(run.outputs['result']).toBe(
        clients.authority === requireClientCertificate().authority ? 'committed' : 'failed',
      );
      expectHidden(run, ...Object.values(given), ...secrets());
    }
  });

  it.each(inputSets)('masks all of them before it writes anything else: %s', async (_, inputs) => {
    const given = inputs();
    const run = await runAction({ endpoint: 'https://127.0.0.1:9/?', 'session-id': 'x', ...given }, debugging);
    const lines = run.stdout.split('\n');
    const firstOther = lines.findIndex((line) => !line.startsWith('::add-mask::'));
    const masked = lines.slice(0, firstOther).map((line) => unescapeCommand(line.slice('::add-mask::'.length)).trim());
    for (const line of secretLines(...Object.values(given))) expect(masked).toContain(line);
    expectHidden(run, ...Object.values(given));
  });

  it('reports wrong inputs without them', async () => {
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

describeWith(['nginx', 'openssl'], 'a secret that the cluster sends back', () => {
  const key = (): string => identity('ec').key;
  const echo = (): string => `token ${jwt}, Bearer ${jwt}, password ${PASSWORD}, key ${key()}`;
  const inOneLine = (): string => `${jwt} ${PASSWORD} ${key().split('\n')[1]}`;
  const places: readonly [string, () => readonly Fault[]][] = [
    ['in the message', () => [{ answer: { status: 409, code: 'E_FAIL', message: echo() } }]],
    ['in the code', () => [{ answer: { status: 409, code: inOneLine(), message: 'no' } }]],
    ['in the reason phrase', () => [{ answer: { status: 418, reason: inOneLine(), body: '' } }]],
    ['in the page', () => [{ answer: { status: 418, body: `<h1>${echo()}</h1>`, contentType: 'text/html' } }]],
    ['in the page for a 200', () => [{ answer: { status: 200, body: echo(), contentType: 'text/html' } }]],
    [
      'in the headers',
      () => [{ answer: { status: 302, headers: { Location: `https://x/?${jwt}`, Server: inOneLine() }, body: '' } }],
    ],
    [
      'in an answer that is not HTTP',
      () => [{ delivery: { raw: `HTTP/1.1 200 ${jwt}\u0001\r\n${inOneLine()}\r\n\r\n` } }],
    ],
  ];

  it.each(places)('is redacted everywhere: %s', async (_, faults) => {
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

  it('is redacted in the path of the session, which is still looked up by that path', async () => {
    const front = await startSecureCluster('nginx');
    const id = await front.upload();
    front.gateway.addFaults([
      { operation: 'commit-session', times: 'forever', answer: { status: 500, code: 'E_ABORT' } },
    ]);
    const inputs = { endpoint: front.url, 'session-id': id, 'tls-skip-verify': 'true', 'max-attempts': '1' };
    const { certificate, key } = identity('ec');
    const secrets = { 'client-certificate': certificate + key, 'client-certificate-password': id.slice(0, 8) };
    const run = await runAction({ ...inputs, ...secrets }, debugging);
    expect(sessionResults(run)[0]?.path).toBe(`app/***${id.slice(8)}.txt`);
    const asked = front.gateway.requests.filter(({ method }) => method === 'GET').map(({ target }) => target);
    expect(asked).toContain(`/ImageStore/app/${id}.txt?api-version=6.0`);
  });
});

describe('the password of a proxy', () => {
  const steps: readonly [string, string, Environment][] = [
    ['a plain password', 'p4ssw0rd', { https_proxy: 'http://builder:p4ssw0rd@HOST' }],
    ['a percent-encoded password', 'p@ss w/rd', { https_proxy: 'http://builder:p%40ss%20w%2Frd@HOST' }],
    ['a password without a user', 'p4ssw0rd', { https_proxy: 'http://:p4ssw0rd@HOST' }],
  ];

  it.each(steps)('is redacted even when the proxy sends it back: %s', async (_, password, environment) => {
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
