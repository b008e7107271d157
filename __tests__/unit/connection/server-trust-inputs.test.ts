// The inputs about server verification: what they accept, and the sentence for everything else.
import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { readTrust, type TrustInputs } from '../../../src/connection/server-trust-inputs.js';
import { trusting } from '../../support/secure-exchange.js';

const nothing: TrustInputs = { serverCa: '', thumbprints: '', commonNames: '' };

function problemsOf(inputs: Partial<TrustInputs>): readonly string[] {
  const { problems, reportProblem } = collectProblems();
  const trust = readTrust({ ...nothing, ...inputs }, reportProblem);
  expect(trust === undefined).toBe(problems.length > 0);
  return problems;
}

const sha1 = '0123456789ABCDEF0123456789ABCDEF01234567';
const sha256 = `${sha1}${'F'.repeat(24)}`;

describe('the input server-certificate-thumbprints', () => {
  const colons = (print: string): string => (print.match(/../g) ?? []).join(':');
  const blanks = (print: string): string => (print.match(/../g) ?? []).join(' ');

  it.each([
    ['as Windows copies them', sha1.toLowerCase(), [sha1]],
    ['with an invisible mark in front', `\u200E${blanks(sha1.toLowerCase())}`, [sha1]],
    ['with colons', colons(sha1), [sha1]],
    ['with blanks', blanks(sha256), [sha256]],
    ['as openssl prints them', `sha1 Fingerprint=${colons(sha1)}`, [sha1]],
    ['as openssl prints them, SHA-256', `SHA256 Fingerprint=${colons(sha256)}`, [sha256]],
    ['with commas between', `${sha1}, ${sha256}`, [sha1, sha256]],
    ['with line ends between', `\r\n${colons(sha1)}\r\n\r\n${sha256}\n`, [sha1, sha256]],
    ['with a comma at the end', `${sha1},`, [sha1]],
  ])('accepts thumbprints %s', (_, written, expected) => {
    expect(trusting({ thumbprints: written })).toEqual({ kind: 'thumbprints', thumbprints: expected });
  });

  const mustBe =
    'server-certificate-thumbprints must be SHA-1 (40 hex digits) or SHA-256 (64 hex digits) thumbprints, separated by commas or new lines, but';
  it.each([
    [' , ', [`${mustBe} is ",".`]],
    [sha1.slice(1), [`${mustBe} contains "${sha1.slice(1)}".`]],
    [`${sha1},mycluster,${sha1} ${sha1}`, [`${mustBe} contains "mycluster".`, `${mustBe} contains "${sha1} ${sha1}".`]],
  ])('rejects %j', (written, problems) => {
    expect(problemsOf({ thumbprints: written })).toEqual(problems);
  });
});

describe('the inputs server-common-names and server-ca', () => {
  it('are rejected together, each with its sentence', () => {
    expect(problemsOf({ serverCa: 'nonsense', commonNames: ',' })).toEqual([
      'server-ca is neither PEM nor base64 of a PEM or a PFX; it takes one or more PEM certificates, or base64 of them.',
      'server-common-names must be one or more names, separated by commas or new lines, but is ",".',
    ]);
  });

  it('mean the authorities of the system when none is set', () => {
    expect(trusting({})).toEqual({ kind: 'authority', ca: [] });
  });
});
