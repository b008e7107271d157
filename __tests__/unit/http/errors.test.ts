// Which failures to connect are permanent, so that the next try would fail the same way.
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { describeError, NetworkError, withoutOpenSslInternals } from '../../../src/http/errors.js';
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

describe('the text of an error of OpenSSL', () => {
  it.each([
    [
      'write EPROTO 80CC8A60047F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:\n',
      'TLS error: wrong version number',
    ],
    [
      'C03CA7F8B27F0000:error:0A0000C6:SSL routines:tls_get_more_records:packet length too long:../deps/openssl/openssl/ssl/record/methods/tls_common.c:662:\n',
      'TLS error: packet length too long',
    ],
    [
      '80CC8A60047F0000:error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1605:SSL alert number 48\n',
      'TLS alert from the other side: unknown CA',
    ],
    [
      '80CC8A60047F0000:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1605:SSL alert number 40\n',
      'TLS alert from the other side: handshake failure',
    ],
    [
      '00000000:error:0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:../deps/x.c:918:SSL alert number 40\n',
      'TLS alert from the other side: handshake failure',
    ],
    [
      'C03CA7F8B27F0000:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../deps/x.c:918:SSL alert number 116',
      'TLS alert from the other side: certificate required',
    ],
    ['error:0A0000B8:SSL routines::no shared cipher', 'TLS error: no shared cipher'],
    [
      'first error:0A0000B8:SSL routines::no shared cipher:a.c:1:\nC03CA7F8B27F0000:error:0A000102:SSL routines::unsupported protocol:b.c:2:\n',
      'first TLS error: no shared cipher; TLS error: unsupported protocol',
    ],
    ['connect ECONNREFUSED 127.0.0.1:9', 'connect ECONNREFUSED 127.0.0.1:9'],
    ['an error: of another kind', 'an error: of another kind'],
  ])('is its reason: %j', (message, expected) => {
    expect(withoutOpenSslInternals(message)).toBe(expected);
  });
});
