// Look-ups that are answered and cannot be understood: blank, empty, about something else, or with values that cannot be.
import type { Rewrite } from './delivery-plan.js';
import type { CompleteResponse } from './exchanges.js';
import { page } from './front-end-responses.js';

/** Instead of a listing, and instead of the store's word that there is nothing. */
function insteadOf(body: string): Rewrite {
  return (response) => (isLookupAnswer(response) ? { ...response, status: 200, body } : response);
}

/** In a listing, whose order of members and spelling are the store's. */
function within(pattern: RegExp, replacement: string): Rewrite {
  return (response) => ({ ...response, body: response.body.replace(pattern, replacement) });
}

const date = /"ModifiedDate":"[^"]*"/;
const ranges = /"ExpectedRanges":\[.*?\]/;

export const garbledListings: readonly [Rewrite, ...Rewrite[]] = [
  insteadOf(''),
  insteadOf(' \r\n'),
  insteadOf('{}'),
  insteadOf('{"UploadSessions":[]}'),
  insteadOf('{"StoreFiles":[],"StoreFolders":[],"ContinuationToken":""}'),
  insteadOf(page),
  within(/"SessionId":"[^"]*"/, '"SessionId":"99999999-0000-4000-8000-000000000000"'),
  // A session's path is known from its listing alone, so only a file's can be recognised as another one.
  within(/("StoreFiles":\[\{"StoreRelativePath"):"[^"]*"/, '$1:"other\\\\file.bin"'),
  within(/"StoreRelativePath":"[^"]*"/, '"StoreRelativePath":"app\\/..\\/..\\/$\\/GetUploadSession"'),
  within(/"StoreRelativePath":"[^"]*"/, '"StoreRelativePath":""'),
  within(ranges, '"ExpectedRanges":[{"StartPosition":"1","EndPosition":"0"}]'),
  within(ranges, '"ExpectedRanges":[{"StartPosition":"0","EndPosition":"1000000"}]'),
  within(ranges, '"ExpectedRanges":null'),
  within(date, '"ModifiedDate":"0001-01-01T00:00:00.000Z"'),
  within(date, '"ModifiedDate":"2106-02-07T06:28:15.000Z"'),
  within(date, '"ModifiedDate":""'),
  within(/"FileSize":"\d+"/, '"FileSize":"18446744073709551615"'),
  within(/"FileSize":"\d+"/, '"FileSize":"-1"'),
  (response) => ({ ...response, body: response.body.slice(0, response.body.length / 2) }),
];

/** Any answer of the store but an error. */
function isLookupAnswer({ status, body }: CompleteResponse): boolean {
  return status === 200 || status === 204 || (status === 404 && body === '');
}
