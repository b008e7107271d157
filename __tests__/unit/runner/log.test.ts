// The lines of the step's log as the runner reads them: which are workflow commands, and which text they contain.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runnerLog } from '../../../src/runner/log.js';

let written = '';

beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Whether the runner looks for a command here: `::` after blanks, `##[` anywhere (ActionCommand.cs of actions/runner). */
const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[');
const lines = (): readonly string[] => written.split(/\r\n|[\n\r\u0085\u2028\u2029]/).filter((line) => line !== '');

const hostile = [
  '::add-mask::e',
  ' \t::add-mask::e',
  '##[add-mask]e',
  'a ##[add-mask]e',
  'a ##[stop-commands]e',
  'a\n::add-mask::e',
  'a\r::add-mask::e',
  'a\r\n##[add-mask]e',
  'a\u2028::add-mask::e',
  'a\u2029##[add-mask]e',
  'a\u0085::add-mask::e',
  'a%0A::add-mask::e',
  '\uFEFF::add-mask::e',
  '##\u200B[add-mask]e ##\n[add-mask]e',
];

describe('an ordinary log line', () => {
  it.each(hostile)('of %j is one line and no command', (text) => {
    runnerLog.info(text);
    expect(lines()).toHaveLength(1);
    expect(lines().filter(isCommand)).toEqual([]);
  });

  it.each(hostile)('that quotes %j is one line and no command', (text) => {
    runnerLog.info(`The cluster answered 400 E_FAIL: ${text}`);
    expect(lines()).toHaveLength(1);
    expect(lines().filter(isCommand)).toEqual([]);
  });

  it('is written unchanged when it has no command', () => {
    runnerLog.info('Committed at http://[::1]:19080 (5 ms). #1 ## 100 %');
    expect(lines()).toEqual(['Committed at http://[::1]:19080 (5 ms). #1 ## 100 %']);
  });
});

describe('an annotation', () => {
  it.each(['error', 'warning'] as const)('is one %s command for any text', (level) => {
    for (const text of hostile) {
      written = '';
      if (level === 'error') runnerLog.error('Not committed', text);
      else runnerLog.warning(text);
      expect(written.split(/[\r\n]/).filter((line) => line !== '')).toHaveLength(1);
      expect(written).toMatch(new RegExp(`^::${level}(?: title=[^:]*)?::`));
    }
  });

  it('keeps its line breaks', () => {
    runnerLog.error('Not committed', 'one\ntwo 100 %');
    expect(lines()).toEqual([expect.stringMatching(/^::error title=Not committed::one%0Atwo 100 %25$/)]);
  });

  it('is cut at the 4,000 characters that GitHub shows', () => {
    runnerLog.error('Not committed', 'x'.repeat(10_000));
    expect(written.match(/x+/)?.[0]).toHaveLength(4_000);
  });
});

describe('a debug line', () => {
  it.each(hostile)('of %j is one debug command', (text) => {
    runnerLog.debug(text);
    expect(lines()).toEqual([expect.stringMatching(/^::debug::/)]);
  });
});

describe('a log that cannot be written', () => {
  it.each(['info', 'debug', 'warning', 'error'] as const)('is no failure of the step: %s', (level) => {
    vi.spyOn(process.stdout, 'write').mockImplementation(() => {
      throw new Error('ENOSPC: no space left on device, write');
    });
    const write = level === 'error' ? () => runnerLog.error('t', 'x') : () => runnerLog[level]('x');
    expect(write).not.toThrow();
  });
});
