// The FabricError in a body, in the forms in which gateways and front ends write it.
import { describe, expect, it } from 'vitest';
import { parseFabricError } from '../../../src/image-store/fabric-error.js';

const asIs = (text: string): string => text;

describe('a FabricError', () => {
  it.each([
    [
      'a public name',
      '{"Error":{"Code":"E_INVALIDARG","Message":"Invalid argument"}}',
      { code: 'E_INVALIDARG', message: 'Invalid argument' },
    ],
    [
      'an internal name without a message',
      '{"Error":{"Code":"OperationsPending","Message":"Null"}}',
      { code: 'OperationsPending' },
    ],
    ['an internal name', '{"Error":{"Code":"NotFound","Message":"Gone"}}', { code: 'NotFound', message: 'Gone' }],
    ['a number in hex', '{"Error":{"Code":"0x80070070","Message":"Null"}}', { code: '0x80070070' }],
    ['an unknown code', '{"Error":{"Code":"FABRIC_E_NEW","Message":"?"}}', { code: 'FABRIC_E_NEW', message: '?' }],
    ['no message', '{"Error":{"Code":"E_FAIL"}}', { code: 'E_FAIL' }],
    ['a message of null', '{"Error":{"Code":"E_FAIL","Message":null}}', { code: 'E_FAIL' }],
    ['an empty message', '{"Error":{"Code":"E_FAIL","Message":""}}', { code: 'E_FAIL' }],
    ['a blank message', '{"Error":{"Code":"E_FAIL","Message":" \\n"}}', { code: 'E_FAIL' }],
    ['a message that is an object', '{"Error":{"Code":"E_FAIL","Message":{"en":"x"}}}', { code: 'E_FAIL' }],
    [
      'a message that begins with Null',
      '{"Error":{"Code":"E_FAIL","Message":"Null pointer"}}',
      { code: 'E_FAIL', message: 'Null pointer' },
    ],
    ['lower-case names', '{"error":{"code":"E_ABORT","message":"aborted"}}', { code: 'E_ABORT', message: 'aborted' }],
    ['upper-case names', '{"ERROR":{"CODE":"E_ABORT","MESSAGE":"aborted"}}', { code: 'E_ABORT', message: 'aborted' }],
    ['lower-case names and no message', '{"error":{"code":"E_ABORT","message":"Null"}}', { code: 'E_ABORT' }],
    [
      'other members around it',
      '{"id":7,"Error":{"Details":[],"Message":"m","Code":"C"}}',
      { code: 'C', message: 'm' },
    ],
    [
      'escaped slashes',
      String.raw`{"Error":{"Code":"E_FAIL","Message":"fabric:\/System\/ImageStoreService"}}`,
      { code: 'E_FAIL', message: 'fabric:/System/ImageStoreService' },
    ],
    ['a byte order mark', '\uFEFF{"Error":{"Code":"E_FAIL","Message":"m"}}', { code: 'E_FAIL', message: 'm' }],
    [
      'blanks and line ends around it',
      '\r\n {"Error" : {"Code" : " E_FAIL " , "Message":"m"}}\n',
      { code: 'E_FAIL', message: 'm' },
    ],
    [
      'a message with blanks and line breaks, which is unchanged',
      '{"Error":{"Code":"C","Message":" two\\nlines <b> "}}',
      { code: 'C', message: ' two\nlines <b> ' },
    ],
  ])('may have %s', (_what, body, expected) => {
    expect(parseFabricError(body, asIs)).toEqual(expected);
  });

  it.each([
    ['an empty body', ''],
    ['a web page', '<html><body>Error</body></html>'],
    ['text', 'Error'],
    ['half an envelope', '{"Error":{"Code":"E_FAIL","Mess'],
    ['two envelopes', '{"Error":{"Code":"A"}}{"Error":{"Code":"B"}}'],
    ['JSON of another kind', '{"status":"Healthy"}'],
    ['an error that is a string', '{"Error":"E_FAIL"}'],
    ['an error that is null', '{"Error":null}'],
    ['an array', '[{"Error":{"Code":"E_FAIL"}}]'],
    ['an envelope without a code', '{"Error":{"Message":"m"}}'],
    ['an empty code', '{"Error":{"Code":"","Message":"m"}}'],
    ['a blank code', '{"Error":{"Code":" ","Message":"m"}}'],
    ['a code that is a number', '{"Error":{"Code":5,"Message":"m"}}'],
    ['a code without its envelope', '{"Code":"E_FAIL","Message":"m"}'],
    ['an OData error', '{"error":{"code":"Unauthorized","message":{"lang":"en-US","value":"No"}}}'],
    ['null', 'null'],
    ['a number', '7'],
  ])('is not found in %s', (_what, body) => {
    expect(parseFabricError(body, asIs)).toBeUndefined();
  });
});

it('a FabricError has at most 256 characters in its code', () => {
  expect(parseFabricError(`{"Error":{"Code":"${'c'.repeat(400)}"}}`, asIs)).toEqual({ code: 'c'.repeat(256) });
});

it('the code and the message of a FabricError are redacted before the message is shortened to 4,096 characters', () => {
  const body = JSON.stringify({ Error: { Code: 'secret', Message: `${'x'.repeat(4_090)}secret and more` } });
  const redact = (text: string): string => text.replaceAll('secret', '***');
  expect(parseFabricError(body, redact)).toEqual({ code: '***', message: `${'x'.repeat(4_090)}*** an` });
});
