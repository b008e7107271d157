// The proxy variables as the committed bundle reads them: which hosts go around the proxy, and passwords that a URL cannot hold.
import { describe, expect, it } from 'vitest';
import { done, startCommitServer } from '../support/commit-server.js';
import { answering, httpAnswer, startRawServer } from '../support/raw-server.js';
import { runAction } from '../support/run-action.js';
import { annotation, writtenText } from '../support/run-report.js';

const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
const debugging = { RUNNER_DEBUG: '1' };

/** Not a loopback address by name, and yet this machine. */
const thisMachine = (url: string): string => url.replace('127.0.0.1', '0.0.0.0');

/** A proxy that answers in place of the cluster, and keeps what it was asked. */
const startProxy = () => startRawServer(answering(httpAnswer('200 OK')));

describe('no_proxy', () => {
  it.each([
    ['the address', () => '0.0.0.0'],
    ['every host', () => '*'],
    ['a block', () => '0.0.0.0/8'],
    ['a block among others', () => '10.0.0.0/8, 0.0.0.0/30'],
    ['the address and the port', (port: string) => `0.0.0.0:${port}`],
    ['the address after a blank', () => 'a.example .b.example 0.0.0.0'],
  ])('that lists %s leads around the proxy', async (_, list) => {
    const [server, proxy] = [await startCommitServer(done), await startProxy()];
    const endpoint = thisMachine(server.url);
    for (const variable of ['no_proxy', 'NO_PROXY']) {
      const environment = { http_proxy: proxy.url, [variable]: list(new URL(endpoint).port) };
      const run = await runAction({ endpoint, 'session-id': SESSION }, environment);
      expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'committed' } });
      expect(run.stdout).not.toContain('Through the proxy');
    }
    expect(server.commits).toHaveLength(2);
    expect(proxy.connections).toHaveLength(0);
  });

  it.each([
    ['corp', 'cluster.corp'],
    ['.corp', 'cluster.corp'],
    ['*.corp', 'cluster.corp'],
    ['*.corp:19080', 'cluster.corp'],
    ['a.example b.example,.corp', 'CLUSTER.corp.'],
    ['cluster.corp', 'cluster.corp.'],
    ['2001:DB8::/32', '[2001:db8::7]'],
    ['10.0.0.0/8', '10.1.2.3'],
  ])('%s leads around the proxy to %s: a proxy that cannot be used does not matter then', async (list, host) => {
    // The wrong timeout ends the step before it connects anywhere.
    const inputs = { endpoint: `http://${host}:19080`, 'session-id': SESSION, timeout: 'none' };
    const environment = { http_proxy: 'socks5://proxy.example' };
    expect(annotation(await runAction(inputs, environment))).toContain(
      'http_proxy names a proxy of the kind "socks5:"',
    );
    const shown = annotation(await runAction(inputs, { ...environment, no_proxy: list }));
    expect(shown).toContain('timeout must be');
    expect(shown).not.toContain('http_proxy');
  });

  it.each(['10.0.0.0/8', '0.0.0.0:1', '0.0.0.1', '.0.0.0', 'localhost', '0.0.0.0/33'])(
    '%s does not lead around the proxy to another host',
    async (list) => {
      const proxy = await startProxy();
      const inputs = { endpoint: 'http://0.0.0.0:19080', 'session-id': SESSION };
      const run = await runAction(inputs, { http_proxy: proxy.url, no_proxy: list });
      expect(run.exitCode).toBe(0);
      expect(run.stdout).toContain(`Through the proxy ${proxy.url}`);
      expect(proxy.requests()[0]).toContain('POST http://0.0.0.0:19080/ImageStore/$/CommitUploadSession?');
    },
  );

  it.each(['localhost', '127.0.0.1'])('need not list %s', async (host) => {
    const [server, proxy] = [await startCommitServer(done), await startProxy()];
    const endpoint = server.url.replace('127.0.0.1', host);
    const run = await runAction({ endpoint, 'session-id': SESSION }, { http_proxy: proxy.url });
    expect(run.exitCode).toBe(0);
    expect(proxy.connections).toHaveLength(0);
  });
});

describe('a user and a password in http_proxy', () => {
  const logins: readonly (readonly [user: string, password: string])[] = [
    ['svc', '2024#Pw77x'],
    ['svc', '2024/Pw77x'],
    ['svc', '2024?Pw77x'],
    ['svc', '2024\\Pw77x'],
    ['svc', '2024@Pw77x'],
    ['CORP\\svc', '2024Pw77x'],
    ['svc@corp.example', '2024Pw77x'],
    ['svc', '#?/\\@2024Pw77x'],
  ];

  it.each(logins)(
    'that a URL cannot hold as they are (%s, %s) are refused, and no part is shown',
    async (user, password) => {
      const proxy = await startProxy();
      const http_proxy = proxy.url.replace('://', `://${user}:${password}@`);
      const run = await runAction(
        { endpoint: 'http://0.0.0.0:19080', 'session-id': SESSION },
        { ...debugging, http_proxy },
      );
      expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': 'INVALID_INPUT', attempts: '0' });
      expect(annotation(run)).toContain(
        'The environment variable http_proxy holds a user or password with a character',
      );
      expect(annotation(run)).toContain('write # as %23, / as %2F, ? as %3F, \\ as %5C, @ as %40');
      expect(writtenText(run)).not.toMatch(/svc|2024|Pw77|corp\.example|127\.0\.0\.1/);
      expect(proxy.connections).toHaveLength(0);
    },
  );

  it.each(logins)('are sent as they are (%s, %s) when they are written as that says', async (user, password) => {
    const proxy = await startProxy();
    const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
    const http_proxy = proxy.url.replace('://', `://${login}@`);
    const run = await runAction(
      { endpoint: 'http://0.0.0.0:19080', 'session-id': SESSION },
      { ...debugging, http_proxy },
    );
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain(`Through the proxy ${proxy.url}`);
    const basic = Buffer.from(`${user}:${password}`).toString('base64');
    expect(proxy.requests()[0]).toMatch(
      new RegExp(`^proxy-authorization: Basic ${basic.replaceAll('+', '\\+')}\\r$`, 'im'),
    );
    expect(writtenText(run)).not.toMatch(/Pw77/);
    expect(writtenText(run)).not.toContain(basic);
  });
});
