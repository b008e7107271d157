// Answers that are not the gateway's, and servers that never answer: what the annotation of the committed bundle says.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { SESSION } from '../support/attempts.js';
import { authority, clientIdentity, serverIdentity } from '../support/certificates.js';
import { answering, httpAnswer, refusingPort, startRawServer } from '../support/raw-server.js';
import { runAction, startAction } from '../support/run-action.js';
import { annotation } from '../support/run-report.js';

const json = 'Content-Type: application/json';
const oneAttempt = { 'max-attempts': '1' };

/** The annotation of a step whose every request is answered so. */
async function annotationFor(answer: string, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  const { url } = await startRawServer(answering(answer));
  const run = await runAction({ endpoint: url, 'session-id': SESSION, ...oneAttempt, ...inputs });
  expect([run.exitCode, run.stderr, run.outputs['explanation']]).toEqual([1, '', annotation(run)]);
  return annotation(run);
}

describe('a 401 is explained by its scheme:', () => {
  it.each([
    ['Basic realm="cluster"', 'A front end of the cluster asks for a user name and a password: '],
    ['Digest realm="cluster", nonce="x"', 'A front end of the cluster asks for a user name and a password: '],
    ['Bearer realm="cluster"', 'A front end of the cluster asks for a bearer token: '],
    ['Negotiate', 'The gateway asks for Windows (Kerberos) authentication: '],
    ['NTLM', 'The gateway asks for Windows (Kerberos) authentication: '],
    [
      'AzureApiManagementKey realm="https://x/"',
      'A front end of the cluster asks for a kind of authentication that this action does not support: ',
    ],
  ])('%s', async (challenge, cause) => {
    const text = await annotationFor(httpAnswer('401 Unauthorized', '', [`WWW-Authenticate: ${challenge}`]));
    expect(text.slice(0, cause.length)).toBe(cause);
  });

  it('two headers with a scheme each', async () => {
    const headers = ['WWW-Authenticate: Negotiate', 'WWW-Authenticate: NTLM'];
    expect(await annotationFor(httpAnswer('401 Unauthorized', '', headers))).toMatch(/^The gateway asks for Windows/);
  });
});

describe('the error of a front end is quoted in its own words:', () => {
  it.each([
    [
      'message',
      '401 Unauthorized',
      '{"statusCode":401,"message":"Missing subscription key."}',
      'Missing subscription key',
    ],
    ['Message', '400 Bad Request', '{"Message":"The API version is unknown"}', 'The API version is unknown'],
    ['detail', '403 Forbidden', '{"title":"Forbidden","detail":"Blocked by policy"}', 'Blocked by policy'],
    ['title', '404 Not Found', '{"type":"about:blank","title":"No route","status":404}', 'No route'],
    ['error_description', '401 Unauthorized', '{"error":"x","error_description":"Token expired"}', 'Token expired'],
    ['a numeric code', '429 Too Many Requests', '{"error":{"code":429,"message":"Slow down"}}', '429: Slow down'],
    ['OData', '500 Oops', '{"error":{"code":"X1","message":{"lang":"en","value":"Broken"}}}', 'X1: Broken'],
  ])('%s', async (_, statusLine, body, words) => {
    expect(await annotationFor(httpAnswer(statusLine, body, [json]))).toContain(
      `omething other than the image store answered ${statusLine} with the words "${words}"`,
    );
  });

  it('never as a command or as markup', async () => {
    const body = JSON.stringify({ message: '</p><script>x</script>\n::add-mask::x\r\n##[add-mask]x' });
    const { url } = await startRawServer(answering(httpAnswer('403 No', body, [json])));
    const run = await runAction({ endpoint: url, 'session-id': SESSION, ...oneAttempt });
    expect(run.stdout.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([
      expect.stringMatching(/^::error /),
    ]);
    expect(run.summary).not.toContain('<script');
  });
});

describe('an answer of something else is explained:', () => {
  it.each([
    [
      "a firewall's page",
      httpAnswer('403 Forbidden', '<html>Request Rejected</html>'),
      'A front end of the cluster refused the request, for example a web application firewall: ',
    ],
    [
      'headers that are too large',
      httpAnswer('431 Too Large'),
      'A front end of the cluster finds the request too large: ',
    ],
    [
      '20 KB of cookies',
      httpAnswer(
        '200 OK',
        '',
        Array.from({ length: 200 }, (_, index) => `Set-Cookie: c${index}=${'x'.repeat(100)}`),
      ),
      'Something other than the image store answered with more than 16 KiB of headers: ',
    ],
    [
      'a login page for everything',
      httpAnswer('200 OK', '<html>Sign in</html>'),
      'What answers at this endpoint is not an image store: it answered 200 OK with a web page or plain text, and the look-up in the same way. ',
    ],
    [
      'JSON for everything',
      httpAnswer('200 OK', '{"status":"up"}', [json]),
      'What answers at this endpoint is not an image store: it answered 200 OK with JSON, and the look-up in the same way. ',
    ],
    [
      'a 201 for everything',
      httpAnswer('201 Created'),
      'What answers at this endpoint is not an image store: it answered 201 Created without a body, and the look-up in the same way. ',
    ],
  ])('%s', async (_, answer, cause) => {
    const text = await annotationFor(answer);
    expect(text.slice(0, cause.length)).toBe(cause);
  });

  it('a 404 of the reverse proxy, with its port', async () => {
    expect(await annotationFor(httpAnswer('404 Not Found'))).toContain("19081 is the cluster's reverse proxy");
  });
});

describe('an endpoint that has never answered', () => {
  const silence = /^Nothing at this endpoint has answered yet: /;
  const drops: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['closes every connection', (socket) => socket.once('data', () => socket.end())],
    ['resets every connection', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['says nothing', () => undefined],
  ];

  it.each(drops)(
    'is unknown, and that is said first: a server that %s',
    async (_, drop) => {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        drop(socket);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      onTestFinished(() => void server.close());
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const run = await runAction({ endpoint, 'session-id': SESSION, timeout: '1', ...oneAttempt });
      expect(run.outputs['result']).toBe('unknown');
      expect(annotation(run)).toMatch(silence);
      expect(annotation(run)).toContain('Usually the cluster is secured and the endpoint must begin with https://');
      expect(annotation(run)).toMatch(/may or may not be committed at http:\S+\.$/);
      expect(run.summary).toContain('Nothing at this endpoint has answered yet: ');
    },
    60_000,
  );

  it('is not said of a server that has answered a look-up', async () => {
    const { url } = await startRawServer(async ({ request, send, socket }) => {
      for (let head = await request(); head !== undefined; head = await request()) {
        if (head.startsWith('POST ')) socket.destroy();
        else send(httpAnswer('204 No Content').replace('Content-Length: 0\r\n', ''));
      }
    });
    const run = await runAction({ endpoint: url, 'session-id': SESSION, ...oneAttempt });
    expect(run.outputs['result']).toBe('unknown');
    expect(annotation(run)).not.toMatch(/has answered yet/);
  });
});

describeWith(['openssl'], 'a secured endpoint that has never answered', () => {
  async function startDropping(options: TlsOptions = {}): Promise<string> {
    const { certificate: cert, key } = serverIdentity('good');
    const server = createTlsServer({ cert, key, ...options }, (socket) => {
      socket.on('error', () => undefined);
      socket.destroy();
    });
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each([
    ['with a client certificate', 'Usually the server does not accept the client certificate CN=client ec and closes'],
    ['without one', 'Usually the server requires a client certificate (set client-certificate) and closes'],
  ])('names the client certificate as the usual cause: %s', async (kind, words) => {
    const endpoint = await startDropping({ requestCert: true, rejectUnauthorized: false });
    const { certificate, key } = clientIdentity('ec');
    const identity = kind === 'without one' ? {} : { 'client-certificate': certificate + key };
    const inputs = {
      endpoint,
      'session-id': SESSION,
      'server-ca': authority().certificate,
      ...oneAttempt,
      ...identity,
    };
    const run = await runAction(inputs);
    expect(run.outputs['result']).toBe('unknown');
    expect(annotation(run)).toMatch(/^Nothing at this endpoint has answered yet: /);
    expect(annotation(run)).toContain(words);
  });
});

describe('a proxy that is at fault', () => {
  it.each([
    [
      'cannot be reached',
      async () => `http://127.0.0.1:${await refusingPort()}`,
      'The runner cannot connect to the proxy ',
    ],
    [
      'has an unknown name',
      async () => 'http://proxy.invalid:3128',
      'The runner cannot resolve the host name of the proxy http://proxy.invalid:3128: ',
    ],
    [
      'could not reach the cluster',
      async () => (await startRawServer(answering(httpAnswer('502 Bad Gateway')))).url,
      'The proxy could not reach the cluster: the proxy http://127.0.0.1:',
    ],
    [
      'does not allow it',
      async () => (await startRawServer(answering(httpAnswer('403 Forbidden')))).url,
      'The proxy does not allow connections to this host and port: the proxy http://127.0.0.1:',
    ],
  ])('is named, and the endpoint is not: a proxy that %s', async (_, start, cause) => {
    const endpoint = 'https://cluster.example.com:19080';
    const run = await runAction({ endpoint, 'session-id': SESSION, ...oneAttempt }, { https_proxy: await start() });
    const text = annotation(run);
    expect(text.slice(0, cause.length)).toBe(cause);
    expect(text).not.toMatch(/of the endpoint|the endpoint's/);
    expect(run.outputs['result']).toBe('failed');
  });
});

describe('the log of a long attempt', () => {
  it('counts the attempts, and says why each failed and when the next one follows', async () => {
    const { url } = await startRawServer(answering(httpAnswer('429 Too Many Requests')));
    const action = startAction({ endpoint: url, 'session-id': SESSION, 'max-attempts': '3' });
    const { stdout } = await action.ended;
    const lines = stdout.split('\n').filter((line) => / failed: /.test(line));
    expect(lines.map((line) => line.replace(/[\d.]+ (?:ms|s)$/, '…'))).toEqual(
      [1, 2].map(
        (number) =>
          `Upload session ${SESSION}: Attempt ${number} of 3 failed: the cluster answered 429 Too Many Requests without a body; retrying in …`,
      ),
    );
  });
});
