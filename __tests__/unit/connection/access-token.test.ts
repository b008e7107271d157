// The access token: what is taken, what is refused, and what it says of itself.
import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../../src/connection/credentials.js';

const END = Date.parse('2026-05-04T03:02:01Z');
const claims = { aud: 'api://cluster', exp: END / 1_000, appid: 'app', oid: 'object', iss: 'https://sts.example' };

function jwt(payload: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(payload)}.c2lnbmF0dXJl`;
}

function read(accessToken: string, epochMs = END - 1) {
  const problems: string[] = [];
  const inputs = { clientCertificate: '', clientKey: '', clientCertificatePassword: '', accessToken };
  return { credentials: readCredentials(inputs, (problem) => void problems.push(problem), epochMs), problems };
}

describe('an access token', () => {
  const token = jwt(claims);
  it.each([
    ['alone', token],
    ['after Bearer', `Bearer ${token}`],
    ['after bearer in lower case', `bearer  ${token}`],
    ['after Bearer on a line of its own', `BEARER\r\n${token}`],
    ['between blanks and line ends', ` \r\n${token}\n`],
  ])('is taken %s', (_, written) => {
    expect(read(written)).toEqual({
      problems: [],
      credentials: {
        authorization: `Bearer ${token}`,
        token: { audience: 'api://cluster', expiresMs: END, applicationId: 'app', objectId: 'object' },
        secrets: [token],
        warnings: [],
      },
    });
  });

  it.each([
    ['no JWT', 'abc~DEF_1.2-3+4/5==', {}],
    ['an encrypted JWT', `${token}.more.parts`, {}],
    ['a JWT without JSON in it', 'a.b.c', {}],
    ['a JWT with JSON of another shape', jwt(['aud']), {}],
    ['several audiences', jwt({ aud: ['one', 2, 'two'] }), { audience: 'one, two' }],
    ['the names of a version 2 token', jwt({ azp: 'app' }), { applicationId: 'app' }],
    ['claims of another type', jwt({ aud: 1, exp: 'soon', appid: null, oid: {} }), {}],
    ['an end beyond all dates', jwt({ exp: 1e15 }), {}],
    ['line ends and commands in its claims', jwt({ aud: 'a\n::error::b' }), { audience: 'a ::error::b' }],
  ])('is taken as it is with %s', (_, written, expected) => {
    expect(read(written).credentials).toMatchObject({ authorization: `Bearer ${written}`, token: expected });
    expect(read(written).credentials?.token).toEqual(expected);
  });

  const takes =
    'it takes a Microsoft Entra token alone (az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one).';
  it.each([
    ['only Bearer', 'Bearer', 'holds no token'],
    ['only blanks', ' \n', 'holds no token'],
    ['the whole answer', `{"accessToken": "${token}"}`, 'is JSON, perhaps the whole answer that a token came in'],
    ['a blank', `${token} ${token}`, 'has a blank or a line break in it'],
    ['a line break', `${token}\r\nX-Injected: header`, 'has a blank or a line break in it'],
    ['quotation marks', `"${token}"`, 'has characters that no token has, perhaps quotation marks'],
    ['a control character', `${token}\u0000`, 'has characters that no token has, perhaps quotation marks'],
    ['a letter beyond ASCII', `${token}é`, 'has characters that no token has, perhaps quotation marks'],
    ['what a masked secret leaves', '***', 'has characters that no token has, perhaps quotation marks'],
  ])('is refused, and not shown, with %s', (_, written, reason) => {
    expect(read(written)).toEqual({ credentials: undefined, problems: [`access-token ${reason}; ${takes}`] });
  });

  it('warns once it has ended', () => {
    expect(read(token, END - 1).credentials?.warnings).toEqual([]);
    expect(read(token, END).credentials?.warnings).toEqual([
      'access-token ended on 2026-05-04T03:02:01.000Z, so the cluster will refuse it; get a new one right before this step.',
    ]);
  });

  it('that is not set leaves nothing to show, and nothing to say', () => {
    expect(read('')).toEqual({ credentials: { secrets: [], warnings: [] }, problems: [] });
  });
});
