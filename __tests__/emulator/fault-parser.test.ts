// Faults from JSON: what is accepted, and the messages for what is not.

import { describe, expect, it } from 'vitest';
import { parseFaults } from '../../emulator/fault-parser.js';

describe('parsing emulator faults', () => {
  it('accepts one fault or an array of faults', () => {
    const fault = { operation: 'commit-session', times: 'forever', delivery: { cutAfterBytes: 1 } };
    expect(parseFaults(fault)).toEqual([fault]);
    expect(parseFaults([fault, {}])).toEqual([fault, {}]);
  });

  it.each([
    ['text', 'fault 1: expected an object, got "text".'],
    [null, 'fault 1: expected an object, got null.'],
    [{ operation: 'commit' }, /^fault 1.operation: expected one of commit-session, .*, got "commit"\.$/],
    [[{}, { times: 0 }], /^fault 2.times: expected a whole number from 1 .* Or: .* one of forever, got 0\.$/],
    [{ delay: 1 }, /^fault 1: unknown field delay; the known fields are operation, sessionId, /],
    [{ delayMs: '1' }, /^fault 1.delayMs: expected a whole number/],
    [{ delayMs: 1.5 }, /^fault 1.delayMs: expected a whole number/],
    [{ dropSession: 'yes' }, 'fault 1.dropSession: expected true or false, got "yes".'],
    [{ publish: { ends: 'well' } }, /^fault 1.publish.ends: expected one of available, rollback, failover/],
    [{ overwrite: {} }, 'fault 1.overwrite: expected an object with content, got {}.'],
    [{ answer: { headers: { a: 1 } } }, 'fault 1.answer.headers.a: expected a string, got 1.'],
    [{ answer: { body: 'x' } }, 'fault 1: answer needs a status or a code.'],
    [{ delivery: { constructor: 1 } }, /unknown field constructor/],
    [
      { at: 'between', operation: 'get-session' },
      /applies only to upload-chunk and commit-session, not to get-session/,
    ],
    [{ at: 'after', publish: {} }, /is too late/],
    [{ at: 'after', receive: {} }, /receive needs at "before"; at "after" is too late/],
    [{ receive: { answerAfterBytes: 1 } }, 'fault 1: receive.answerAfterBytes needs an answer.'],
    [{ receive: { bytesPerSecond: 0 } }, /^fault 1.receive.bytesPerSecond: expected a whole number from 1/],
    [{ chance: 2 }, 'fault 1.chance: expected a number from 0 to 1, got 2.'],
  ])('rejects %j with a message that names the field', (faults, message) => {
    expect(() => parseFaults(faults)).toThrow(message);
  });
});
