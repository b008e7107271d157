// What an upload's request shows, and how long the next one waits.
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/image-store/attempt.js';
import {
  backoffMs,
  type ChunkClass,
  classifyChunk,
  classifyTransfer,
  isDeleted,
  isSharedFailure,
  type TransferClass,
} from '../../../src/upload/transfer-policy.js';
import { answer, answered, noResponse } from '../../support/attempts.js';

describe('the answer to an upload', () => {
  it.each<[string, Attempt, TransferClass, ChunkClass]>([
    ['a 200 without a body', answered(), 'success', 'success'],
    ['a 200 with a page', answered({ body: 'nonJson' }), 'transient', 'transient'],
    ['a 204', answer(204), 'transient', 'transient'],
    ['a redirect', answer(302), 'refused', 'refused'],
    ['a 400', answer(400, 'E_INVALIDARG'), 'refused', 'doubtful'],
    [
      'a range that is not expected',
      answer(400, 'FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE'),
      'refused',
      'doubtful',
    ],
    ['a session that is gone', answer(404, 'NotFound'), 'refused', 'doubtful'],
    ['a session of another path', answer(409, 'FABRIC_E_UPLOAD_SESSION_ID_CONFLICT'), 'refused', 'refused'],
    [
      'a store that is not registered yet',
      answer(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
      'transient',
      'transient',
    ],
    ['a 403', answer(403), 'refused', 'refused'],
    ['a 408', answer(408), 'overloaded', 'overloaded'],
    ['a 429', answer(429), 'overloaded', 'overloaded'],
    ['a 500 with any code', answer(500, '0x80070070'), 'transient', 'transient'],
    ['a 501', answer(501), 'refused', 'refused'],
    ['a 502', answer(502), 'transient', 'transient'],
    ['a 503', answer(503, 'E_ABORT'), 'overloaded', 'overloaded'],
    ['a 504', answer(504, 'FABRIC_E_TIMEOUT'), 'overloaded', 'overloaded'],
    ['no connection', noResponse('connect'), 'overloaded', 'overloaded'],
    ['no connection, for good', noResponse('connect', { permanent: true }), 'refused', 'refused'],
    ['no answer in time', noResponse('deadline'), 'overloaded', 'overloaded'],
    ['a connection that ended', noResponse('interrupted'), 'transient', 'transient'],
    ['a 503 that was cut off', noResponse('interrupted', { status: 503 }), 'overloaded', 'overloaded'],
    ['a file that became shorter', noResponse('interrupted', { permanent: true }), 'refused', 'refused'],
    ['a cancellation', noResponse('cancelled'), 'cancelled', 'cancelled'],
  ])('is classified: %s', (_, attempt, transfer, chunk) => {
    expect([classifyTransfer(attempt), classifyChunk(attempt)]).toEqual([transfer, chunk]);
  });

  it.each([
    ['a 200', answered(), true],
    ['a 404 of the file', answer(404, 'FABRIC_E_FILE_NOT_FOUND'), true],
    ['a 404 of the session', answer(404, 'NotFound'), true],
    ['a 404 of a web server', answer(404), false],
    ['a 403', answer(403), false],
  ])('to a deletion shows whether the content is gone: %s', (_, attempt, expected) => {
    expect(isDeleted(attempt)).toBe(expected);
  });

  it.each([
    ['no connection', noResponse('connect'), true],
    ['an overloaded store', answer(503), true],
    ['a refused certificate', answer(403), true],
    ['a web server', answer(404), true],
    ['a refused file', answer(400, 'E_INVALIDARG'), false],
    ['a full disk', answer(500, '0x80070070'), false],
    ['a file that cannot be read', noResponse('interrupted', { permanent: true }), false],
  ])('is one that other files would get as well, or not: %s', (_, attempt, expected) => {
    expect(isSharedFailure(attempt)).toBe(expected);
  });

  it('is waited for twice as long after each failure, up to 30 seconds', () => {
    expect([0, 1, 2, 3, 6, 50].map((failures) => backoffMs(failures, 0.5))).toEqual([
      0, 1_000, 2_000, 4_000, 30_000, 30_000,
    ]);
  });
});
