// The words of front ends in JSON of their own: what is found, and what is left alone.
import { describe, expect, it } from 'vitest';
import { parseForeignMessage } from '../../../src/image-store/foreign-error.js';

const asIs = (text: string): string => text;

describe('the words of a front end', () => {
  it.each([
    ['API Management', '{"statusCode":401,"message":"Access denied."}', 'Access denied.'],
    ['ASP.NET', '{"Message":"No HTTP resource was found."}', 'No HTTP resource was found.'],
    ['FastAPI', '{"detail":"Not authenticated"}', 'Not authenticated'],
    [
      'RFC 9457',
      '{"type":"about:blank","title":"Forbidden","status":403,"detail":"Your IP is blocked"}',
      'Your IP is blocked',
    ],
    ['RFC 9457 without a detail', '{"title":"Forbidden","status":403}', 'Forbidden'],
    ['OAuth', '{"error":"invalid_token","error_description":"The token expired"}', 'The token expired'],
    ['OAuth without a description', '{"error":"invalid_token"}', 'invalid_token'],
    ['Google', '{"error":{"code":403,"message":"Quota exceeded","status":"X"}}', '403: Quota exceeded'],
    ['a numeric code', '{"code":40101,"message":"Key missing"}', '40101: Key missing'],
    ['a numeric code alone', '{"code":40101}', '40101'],
    ['OData', '{"error":{"code":"E1","message":{"lang":"en","value":"Not here"}}}', 'E1: Not here'],
    ['OData 3', '{"odata.error":{"code":"E1","message":{"lang":"en","value":"Not here"}}}', 'E1: Not here'],
    ['Apigee', '{"fault":{"faultstring":"Spike arrest","detail":{"errorcode":"x"}}}', 'Spike arrest'],
    ['JSON:API', '{"errors":[{"title":"Unauthorized"},{"title":"y"}]}', 'Unauthorized'],
    ['a text', '"Please sign in"', 'Please sign in'],
  ])('are read from the error of %s', (_, body, message) => {
    expect(parseForeignMessage(body, asIs)).toBe(message);
  });

  it.each(['', '<html></html>', '{}', '[]', 'null', '7', '{"message":""}', '{"message":7}', '{"status":"ok"}', '" "'])(
    'are not found in %j',
    (body) => {
      expect(parseForeignMessage(body, asIs)).toBeUndefined();
    },
  );

  it('are redacted before they are shortened to 500 characters', () => {
    const body = JSON.stringify({ message: `${'x'.repeat(495)}secret and more` });
    expect(parseForeignMessage(body, (text) => text.replaceAll('secret', '***'))).toBe(`${'x'.repeat(495)}*** a`);
  });
});
