// Which failures to connect are permanent, so that the next try would fail the same way.
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { describeError, NetworkError } from '../../../src/http/errors.js';
import { ProxyError } from '../../../src/http/proxy-tunnel.js';
import { TrustError } from '../../../src/http/server-trust.js';

/** An error as Node.js makes them. */
function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

function proxyAnswering(statusCode: number): ProxyError {
  const response = Object.assign(new IncomingMessage(new Socket()), { statusCode, statusMessage: 'No' });
  return new ProxyError({ name: 'http://proxy:3128', host: 'proxy', port: 3128, secure: false }, response);
}

describe('a failure to connect', () => {
  it.each([
    'ENOTFOUND',
    'EPROTO',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_TLS_HANDSHAKE_TIMEOUT',
  ])('with the code %s of Node.js is permanent', (code) => {
    expect(describeError(systemError(code))).toEqual({
      code,
      message: `connect ${code}`,
      permanent: true,
      atProxy: false,
    });
  });

  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
    'ETIMEDOUT',
    'HPE_INVALID_CONSTANT',
  ])('with the code %s of Node.js is not permanent', (code) => {
    expect(describeError(systemError(code))).toEqual({
      code,
      message: `connect ${code}`,
      permanent: false,
      atProxy: false,
    });
  });

  it.each([
    'CERTIFICATE_MISSING',
    'CERTIFICATE_NAME_MISMATCH',
    'CERTIFICATE_THUMBPRINT_MISMATCH',
    'CERT_CHAIN_TOO_LONG',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REVOKED',
    'CERT_SIGNATURE_FAILURE',
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNSPECIFIED',
  ])('that refuses the server with %s is permanent', (code) => {
    expect(describeError(new TrustError(code, 'no'))).toEqual({ code, message: 'no', permanent: true, atProxy: false });
  });

  it.each([
    [401, 'PROXY_REFUSED', true],
    [403, 'PROXY_REFUSED', true],
    [407, 'PROXY_REFUSED', true],
    [500, 'PROXY_FAILED', false],
    [501, 'PROXY_REFUSED', true],
    [502, 'PROXY_FAILED', false],
    [503, 'PROXY_FAILED', false],
    [504, 'PROXY_FAILED', false],
  ])('because the proxy answered %i has the code %s, and whether it is permanent is %s', (status, code, permanent) => {
    const message = `the proxy http://proxy:3128 answered ${status} No to CONNECT`;
    expect(describeError(proxyAnswering(status))).toEqual({ code, message, permanent, atProxy: true });
  });

  it('is as permanent as the error that reports it says, whatever its code', () => {
    expect(describeError(new NetworkError('EPROTO', 'x'))).toMatchObject({ permanent: false });
    expect(describeError(new NetworkError('ECONNRESET', 'x', { permanent: true }))).toMatchObject({ permanent: true });
  });

  it('at every address of a name has the code of the first and the text of all', () => {
    const error = new AggregateError([systemError('ENOTFOUND'), systemError('ECONNREFUSED')]);
    const message = 'connect ENOTFOUND; connect ECONNREFUSED';
    expect(describeError(error)).toEqual({ code: 'ENOTFOUND', message, permanent: true, atProxy: false });
  });
});
