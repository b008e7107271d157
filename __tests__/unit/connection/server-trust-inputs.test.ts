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
    ['with dashes, as BitConverter writes them', colons(sha1).replaceAll(':', '-'), [sha1]],
    ['with dashes, SHA-256', colons(sha256).replaceAll(':', '-'), [sha256]],
    ['with non-breaking hyphens', colons(sha1).replaceAll(':', '\u2011'), [sha1]],
    ['as certutil prints them', `Cert Hash(sha1): ${sha1.toLowerCase()}`, [sha1]],
    ['as certutil prints them, in pairs', `Cert Hash(sha1): ${blanks(sha1.toLowerCase())}`, [sha1]],
    ['as certutil prints them, SHA-256', `Cert Hash(sha256): ${sha256.toLowerCase()}`, [sha256]],
    ['as PowerShell prints them', `Thumbprint : ${sha1}`, [sha1]],
    ['as openssl 3 prints them', `sha256 Fingerprint=${colons(sha256)}`, [sha256]],
    ['as browsers show them', `SHA-256 Fingerprint: ${colons(sha256)}`, [sha256]],
    ['in quotation marks', `"${sha1}"`, [sha1]],
    ['in single quotation marks, each', `'${sha1}', '${sha256}'`, [sha1, sha256]],
    ['as a JSON array', JSON.stringify([sha1, sha256]), [sha1, sha256]],
    ['with semicolons between', `${sha1};${sha256}; `, [sha1, sha256]],
    ['with semicolons between quoted ones', `"${colons(sha1)}";"${sha256}"`, [sha1, sha256]],
    ['with 0x in front', `0x${sha1}`, [sha1]],
    ['with a zero-width space in it', `${sha1.slice(0, 20)}\u200B${sha1.slice(20)}`, [sha1]],
    ['with a soft hyphen in it', `${sha1.slice(0, 20)}\u00AD${sha1.slice(20)}`, [sha1]],
    ['after a byte order mark', `\uFEFF${sha1}`, [sha1]],
  ])('accepts thumbprints %s', (_, written, expected) => {
    expect(trusting({ thumbprints: written })).toEqual({ kind: 'thumbprints', thumbprints: expected });
  });

  const mustBe =
    'server-certificate-thumbprints must be SHA-1 (40 hex digits) or SHA-256 (64 hex digits) thumbprints, separated by commas or new lines, but';
  it.each([
    [' , ', [`${mustBe} is ",".`]],
    [sha1.slice(1), [`${mustBe} contains "${sha1.slice(1)}".`]],
    [`${sha1}\u200BX`, [`${mustBe} contains "${sha1}<U+200B>X".`]],
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

  it.each([
    ['a zero-width space', 'a.example\u200B'],
    ['a byte order mark', '\uFEFFa.example'],
    ['a directional mark', '\u200Ea.example,\u200F'],
    ['quotation marks', '"a.example"'],
  ])('accept a name with %s, and drop it', (_, commonNames) => {
    expect(trusting({ commonNames })).toEqual({ kind: 'common names', ca: [], names: ['a.example'] });
  });

  it.each([
    ['an en dash (U+2013)', 'my\u2013cluster.example'],
    ['a non-breaking hyphen (U+2011)', 'my\u2011cluster.example'],
    ['a full-width hyphen (U+FF0D)', 'my\uFF0Dcluster.example'],
  ])('are rejected with %s, which no certificate has', (dash, name) => {
    expect(problemsOf({ commonNames: `other.example, ${name}` })).toEqual([
      `server-common-names must be one or more names, separated by commas or new lines, but contains "${name}". It contains ${dash}, which only looks like "-".`,
    ]);
  });

  it('mean the authorities of the system when none is set', () => {
    expect(trusting({})).toEqual({ kind: 'authority', ca: [] });
  });
});
