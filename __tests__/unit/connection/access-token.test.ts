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
    ['in quotation marks', `"${token}"`],
    ['in single quotation marks after Bearer', `Bearer '${token}'`],
    ['in typographic quotation marks', `“${token}”`],
    ['as a whole header', `Authorization: Bearer ${token}`],
    ['wrapped in lines', token.replace(/.{60}/g, '$&\n')],
    ['wrapped in Windows lines', token.replace(/.{60}/g, '$&\r\n')],
    ['with a literal \\n after it', `${token}\\n`],
    ['with a byte order mark before it', `\uFEFF${token}`],
    ['with a zero-width space in it', token.replace('.', '\u200B.')],
    ['with a control character after it', `${token}\u0000`],
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
  const json = 'is the JSON that a token comes in; give its member alone, with --query accessToken --output tsv';
  it.each([
    ['the word Bearer alone', 'Bearer', 'holds no token'],
    ['blanks alone', ' \n', 'holds no token'],
    ['the JSON of az account get-access-token', `{"accessToken": "${token}"}`, json],
    ['the same JSON in lines', JSON.stringify({ accessToken: token, tokenType: 'Bearer' }, undefined, 2), json],
    ['the JSON of the token endpoint', `{"token_type":"Bearer","access_token":"${token}"}`, json],
    ['other JSON', '{"a": 1}', 'is JSON'],
    ['a token with a blank', `${token} ${token}`, 'has a blank or a line break in it'],
    ['a token with a line break', `${token}\r\nX-Injected: header`, 'has a blank or a line break in it'],
    ['a token with a letter beyond ASCII', `${token}é`, 'has characters that no token has'],
    ['a word', 'abc~DEF_1-2+3/4==', 'is no JWT, which has three parts separated by dots'],
    ['the *** of a masked secret', '***', 'is a masked value (***), as a log shows a secret (Give the secret itself)'],
    [
      'a SecureString of PowerShell',
      'System.Security.SecureString',
      'is System.Security.SecureString, the name of a type in place of its content (In PowerShell convert it: ConvertFrom-SecureString -AsPlainText)',
    ],
    [
      'another type of PowerShell',
      'Microsoft.Azure.Commands.Profile.Models.PSAccessToken',
      'is the name of a .NET type or a PowerShell object in place of its content (Give the member that holds the value)',
    ],
    [
      'the word null',
      'null',
      'is the word for a value that is missing (The step that should have produced it did not)',
    ],
    [
      'the word undefined in quotation marks',
      '"undefined"',
      'is the word for a value that is missing (The step that should have produced it did not)',
    ],
    [
      'a variable that nothing replaced',
      '$TOKEN',
      'is an expression or a variable that was not evaluated (Give its value: a workflow evaluates an expression in the inputs of a step, and nowhere in a secret)',
    ],
    ['a personal token of GitHub', `ghp_${'a1B2'.repeat(9)}`, 'is a GitHub token'],
    ['the token of a GitHub job', `ghs_${'a1B2'.repeat(9)}`, 'is a GitHub token'],
    ['a fine-grained token of GitHub', `github_pat_${'a1B2_'.repeat(9)}`, 'is a GitHub token'],
    [
      'the OIDC token of a workflow',
      jwt({ iss: 'https://token.actions.githubusercontent.com' }),
      'is the OIDC token of this workflow, which azure/login exchanges for one of Entra',
    ],
    ['base64 of a token', Buffer.from(token).toString('base64'), 'is base64 of a token; decode it first'],
    [
      'base64 of a token and a line end',
      Buffer.from(`${token}\n`).toString('base64'),
      'is base64 of a token; decode it first',
    ],
    ['base64url of a token', Buffer.from(token).toString('base64url'), 'is base64 of a token; decode it first'],
    ['an encrypted token', `${token}.more.parts`, 'is an encrypted token (five parts)'],
    [
      'a token without its signature',
      token.split('.').slice(0, 2).join('.'),
      'is a part of a token; copy it from its first to its last character',
    ],
    ['the ID of an application', '0a1b2c3d-0000-4000-8000-00000000000a', 'is a GUID, perhaps the ID of an application'],
    [
      'the secret of an application',
      'abc8Q~0123456789.abcdefghijklmnopqrstuvw',
      'is the secret of an application, with which a token is requested',
    ],
    ['a certificate', '-----BEGIN CERTIFICATE-----', 'is a PEM, which belongs in client-certificate or client-key'],
    ['a user and a password', 'Basic dXNlcjpwYXNz', 'is a user and a password (Basic)'],
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
