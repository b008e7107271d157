// What the annotation says of a server's certificate that does not verify, by what is wrong with it.
import { expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { SESSION } from '../support/attempts.js';
import { runAction } from '../support/run-action.js';
import { annotation } from '../support/run-report.js';
import { startTlsServer } from '../support/tls-server.js';
import { makeUnverifiable, type UnverifiableKind } from '../support/unverifiable-certificates.js';

describeWith(['openssl'], "a server's certificate that does not verify", () => {
  it.each<[UnverifiableKind, string, string, string]>([
    [
      'not valid yet',
      'CERT_NOT_YET_VALID',
      "A certificate of the server is not valid yet, by the runner's clock: ",
      'Check the clock of the runner.',
    ],
    [
      'issuer expired',
      'CERT_HAS_EXPIRED',
      "The certificate of the authority that issued the server's certificate has expired: ",
      "Put the authority's renewed certificate into server-ca",
    ],
    [
      'key too small',
      'UNSPECIFIED',
      "The server's certificate, or its authority's, is too weak: its key is too small, or its signature is SHA-1: ",
      'RSA key of at least 2,048 bits',
    ],
    [
      'weak signature',
      'UNSPECIFIED',
      "The server's certificate, or its authority's, is too weak: its key is too small, or its signature is SHA-1: ",
      'SHA-256 signature',
    ],
    [
      'for clients',
      'INVALID_PURPOSE',
      "The server's certificate is not meant for servers: its extended key usage lacks server authentication, or its issuer is no authority: ",
      'Give the cluster a server certificate of a certificate authority.',
    ],
    [
      'broken signature',
      'CERT_SIGNATURE_FAILURE',
      "The signature of the server's certificate does not match its authority's key: ",
      'Usually server-ca holds an authority of the same name with another key',
    ],
    [
      'issued by a server',
      'INVALID_PURPOSE',
      "The server's certificate is not meant for servers: its extended key usage lacks server authentication, or its issuer is no authority: ",
      'Give the cluster a server certificate of a certificate authority.',
    ],
  ])('has a cause and a remedy of its own: %s', async (kind, code, cause, remedy) => {
    const { certificate: cert, key, ca } = makeUnverifiable(kind);
    const server = await startTlsServer({ cert, key, ciphers: 'DEFAULT:@SECLEVEL=0' });
    const run = await runAction({
      endpoint: `https://127.0.0.1:${server.port}`,
      'session-id': SESSION,
      'server-ca': ca,
    });
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': code, attempts: '1' });
    const text = annotation(run);
    expect(text.slice(0, cause.length)).toBe(cause);
    expect(text).toContain(remedy);
    expect(text).not.toMatch(/firewall|Check host and port/);
    expect(text).toMatch(
      new RegExp(`Upload session ${SESSION} was not committed at https://127\\.0\\.0\\.1:${server.port}\\.$`),
    );
    expect(server.requests).toEqual([]);
  });
});
