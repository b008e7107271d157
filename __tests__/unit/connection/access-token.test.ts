// The access token: what is accepted, what is rejected, and its claims.
import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../../src/connection/credentials.js';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { createRedactor } from '../../../src/runner/redaction.js';

const END = Date.parse('2026-05-04T03:02:01Z');
const claims = { aud: 'api://cluster', exp: END / 1_000, appid: 'app', oid: 'object', iss: 'https://sts.example' };

function jwt(payload: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(payload)}.c2lnbmF0dXJl`;
}

function read(accessToken: string, epochMs = END - 1) {
  const { problems, reportProblem } = collectProblems();
  const masked: string[] = [];
  const redactor = createRedactor((value) => void masked.push(value));
  const inputs = { clientCertificate: '', clientKey: '', clientCertificatePassword: '', accessToken };
  return { authentication: readCredentials(inputs, { redactor, epochMs, reportProblem }), problems, masked };
}

describe('an access token', () => {
  const token = jwt(claims);
  it.each([
    ['alone', token],
    ['after Bearer', `Bearer ${token}`],
    ['after bearer in lower case', `bearer  ${token}`],
    ['after Bearer on a line of its own', `BEARER\r\n${token}`],
    ['between blanks and line ends', ` \r\n${token}\n`],
  ])('is accepted %s', (_, written) => {
    expect(read(written)).toEqual({
      problems: [],
      masked: [token],
      authentication: {
        credentials: { authorization: `Bearer ${token}` },
        token: { audience: 'api://cluster', expiresMs: END, applicationId: 'app', objectId: 'object' },
        warnings: [],
      },
    });
  });

  it.each([
    ['a token that is no JWT', 'abc~DEF_1.2-3+4/5==', {}],
    ['an encrypted JWT', `${token}.more.parts`, {}],
    ['a JWT without JSON in it', 'a.b.c', {}],
    ['a JWT with JSON of another shape', jwt(['aud']), {}],
    ['a JWT with several audiences', jwt({ aud: ['one', 2, 'two'] }), { audience: 'one, two' }],
    ['a JWT with the claim names of version 2', jwt({ azp: 'app' }), { applicationId: 'app' }],
    ['a JWT with claims of another type', jwt({ aud: 1, exp: 'soon', appid: null, oid: {} }), {}],
    ['a JWT whose expiry is no date', jwt({ exp: 1e15 }), {}],
    ['a JWT with line ends and commands in its claims', jwt({ aud: 'a\n::error::b' }), { audience: 'a ::error::b' }],
  ])('is accepted as it is: %s', (_, written, expected) => {
    const { authentication } = read(written);
    expect(authentication).toMatchObject({ credentials: { authorization: `Bearer ${written}` }, token: expected });
    expect(authentication?.token).toEqual(expected);
  });

  const takes =
    'it takes a Microsoft Entra token alone (az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one).';
  it.each([
    ['the word Bearer alone', 'Bearer', 'holds no token'],
    ['blanks alone', ' \n', 'holds no token'],
    [
      'the JSON of az account get-access-token',
      `{"accessToken": "${token}"}`,
      'is JSON, perhaps the whole answer that a token came in',
    ],
    ['a token with a blank', `${token} ${token}`, 'has a blank or a line break in it'],
    ['a token with a line break', `${token}\r\nX-Injected: header`, 'has a blank or a line break in it'],
    ['a token in quotation marks', `"${token}"`, 'has characters that no token has, perhaps quotation marks'],
    ['a token with a control character', `${token}\u0000`, 'has characters that no token has, perhaps quotation marks'],
    ['a token with a letter beyond ASCII', `${token}é`, 'has characters that no token has, perhaps quotation marks'],
    ['the *** of a masked secret', '***', 'has characters that no token has, perhaps quotation marks'],
  ])('is rejected and not quoted: %s', (_, written, reason) => {
    expect(read(written)).toEqual({
      authentication: undefined,
      problems: [`access-token ${reason}; ${takes}`],
      masked: [],
    });
  });

  it('causes a warning once it has expired', () => {
    expect(read(token, END - 1).authentication?.warnings).toEqual([]);
    expect(read(token, END).authentication?.warnings).toEqual([
      'access-token ended on 2026-05-04T03:02:01.000Z, so the cluster will refuse it; get a new one right before this step.',
    ]);
  });

  it('leaves the credentials empty when it is not set', () => {
    expect(read('')).toEqual({ authentication: { credentials: {}, warnings: [] }, problems: [], masked: [] });
  });
});
