// What is masked of a pasted certificate, key or token: everything secret, and nothing that is harmless.
import { describe, expect, it } from 'vitest';
import { secretsInCertificate, secretsInToken } from '../../../src/connection/pasted-secrets.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { describeWith } from '../../peers/programs.js';
import { clientIdentity } from '../../support/certificates.js';
import { keyFile, pfxFile } from '../../support/key-files.js';
import { withOpenssl } from '../../support/openssl.js';
import { binarySpellings, pemSpellings, textSpellings } from '../../support/pasted-forms.js';

/** What the runner is told to mask. */
function masks(...secrets: readonly string[]): readonly string[] {
  const masked: string[] = [];
  createRedactor((value) => masked.push(value)).add(...secrets);
  return masked;
}

/** Lines that hold nothing secret, and would be hidden for the rest of the job if one of them were masked. */
const harmless =
  /^[\s{}[\]"',:]*$|-----|PRIVATE|CERTIFICATE|Data:|Bag Attr|friendlyName|subject|issuer|Version|Signature|Algorithm|Validity|Proc-Type|ENCRYPTED|AES-256|expiresOn|tenant|Bearer|access/i;

describeWith(['openssl'], 'the secrets in a pasted certificate', () => {
  const rsa = clientIdentity('rsa');
  const together = `${rsa.certificate}${rsa.key}`;
  const base64Lines = (pem: string): readonly string[] =>
    pem.split('\n').filter((line) => line.length >= 8 && !/[-:]/.test(line));

  it.each(textSpellings)('are its base64 lines, and nothing else, %s', (_, spell) => {
    const found = masks(...secretsInCertificate(spell(together)));
    expect(found.filter((mask) => harmless.test(mask))).toEqual([]);
    const escaped = /\\|%/;
    expect(found.filter((mask) => !escaped.test(mask))).toEqual(base64Lines(together));
    const lines = base64Lines(together).join('');
    const resolve = (mask: string): string => decodeURIComponent(JSON.parse(`"${mask}"`));
    expect(found.filter((mask) => escaped.test(mask) && !lines.includes(resolve(mask)))).toEqual([]);
  });

  it.each(pemSpellings)('hold all of its base64 and nothing else, %s', (_, spell) => {
    const found = masks(...secretsInCertificate(spell(together)));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((mask) => !/^[\w+/=-]{8,}$/.test(mask))).toEqual([]);
    expect(found.filter((mask) => harmless.test(mask) && mask.length < 40)).toEqual([]);
  });

  it.each(binarySpellings)('are the base64 of a PFX %s', (_, spell) => {
    const pasted = spell(pfxFile(rsa, 'modern', 'horse'));
    const found = masks(...secretsInCertificate(pasted));
    expect(found.filter((mask) => harmless.test(mask) && mask.length < 40)).toEqual([]);
    const rest = found.reduce((text, mask) => text.replaceAll(mask, ''), pasted);
    expect(rest.replace(/-----.*?-----|data:.*base64,|\s/g, '').length).toBeLessThan(8);
  });

  it('are not the headers of an encrypted key', () => {
    const key = keyFile(rsa, 'traditional', 'horse');
    for (const [, spell] of textSpellings) {
      const found = masks(...secretsInCertificate(spell(key)));
      expect(found.filter((mask) => harmless.test(mask))).toEqual([]);
      expect(found.filter((mask) => !/[\\%]/.test(mask))).toEqual(base64Lines(key));
    }
  });

  it('are not the text around it, except for the digits of a printed key', () => {
    const printed = withOpenssl(({ run, write }) => {
      write('c', rsa.certificate);
      write('k', rsa.key);
      return {
        certificate: run('x509', '-in', 'c', '-text').toString(),
        key: run('pkey', '-in', 'k', '-text').toString(),
      };
    });
    const bags = 'Bag Attributes\n    friendlyName: deployer\n    localKeyID: 54 69 6D 65\nsubject=CN = deployer\n';
    const ofCertificate = masks(...secretsInCertificate(`${bags}${printed.certificate}${rsa.key}`));
    expect(ofCertificate).toEqual([...base64Lines(rsa.certificate), ...base64Lines(rsa.key)]);
    const ofKey = masks(...secretsInCertificate(`${bags}${printed.key}`));
    expect(ofKey.filter((mask) => harmless.test(mask))).toEqual([]);
    const hexLines = printed.key.split('\n').filter((line) => /^ +(?:[\da-f]{2}:){8}/.test(line));
    expect(hexLines.length).toBeGreaterThan(20);
    expect(hexLines.filter((line) => !ofKey.includes(line.trim()))).toEqual([]);
  });

  it('are masked also where a part of the text is missing', () => {
    expect(masks(...secretsInCertificate(rsa.key.slice(0, -40))).length).toBeGreaterThan(20);
    expect(masks(...secretsInCertificate(rsa.key.slice(30))).length).toBeGreaterThan(20);
  });

  it.each([
    [
      'the JSON of Key Vault',
      JSON.stringify({ id: 'https://vault', value: 'MIIKabcdefghijklmnop0123456789' }, undefined, 2),
    ],
    ['the same JSON in one line', JSON.stringify({ id: 'https://vault', value: 'MIIKabcdefghijklmnop0123456789' })],
  ])('are the long random words of %s', (_, pasted) => {
    expect(masks(...secretsInCertificate(pasted))).toEqual(['MIIKabcdefghijklmnop0123456789']);
  });

  it.each([
    '',
    ' \n',
    '***',
    'null',
    './client.pfx',
    'A9'.repeat(20),
    'System.Byte[]',
    '0a1b2c3d-0000-4000-8000-00000000000a',
  ])('are none in %j', (pasted) => {
    expect(masks(...secretsInCertificate(pasted))).toEqual([]);
  });

  it('are a text of one line that may be a password in the wrong input', () => {
    expect(masks(...secretsInCertificate(' my pass word! '))).toEqual(['my pass word!']);
  });
});

describe('the secrets in a pasted token', () => {
  const token = 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJjbHVzdGVyIn0.c2lnbmF0dXJl';
  const answer = {
    accessToken: token,
    expiresOn: '2026-11-27 10:53:58.000000',
    subscription: '0a1b2c3d-0000-4000-8000-00000000000a',
    tenant: '0a1b2c3d-0000-4000-8000-00000000000b',
    tokenType: 'Bearer',
  };
  it.each([
    ['alone', token],
    ['after Bearer', `Bearer ${token}`],
    ['after Bearer on a line of its own', `bearer\r\n${token}\r\n`],
    ['as a header', `Authorization: Bearer ${token}`],
    ['in quotation marks', `"${token}"`],
    ['in pretty JSON', JSON.stringify(answer, undefined, 2)],
    ['in JSON of one line', JSON.stringify(answer)],
    ['in the answer of the token endpoint', `{"token_type":"Bearer","expires_in":3599,"access_token":"${token}"}`],
    ['with a zero-width space', `\u200B${token}\uFEFF`],
  ])('are the token itself: %s', (_, pasted) => {
    expect(masks(...secretsInToken(pasted))).toEqual([token]);
  });

  it('are its lines, where it is wrapped', () => {
    expect(masks(...secretsInToken(token.replace(/.{20}/g, '$&\n')))).toEqual([
      token.slice(0, 20),
      token.slice(20, 40),
      token.slice(40),
    ]);
  });

  it.each([
    ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`],
    ['base64 of a token', Buffer.from(token).toString('base64')],
    ['several words', 'two words'],
  ])('are the whole line of %s', (_, pasted) => {
    expect(masks(...secretsInToken(pasted))).toEqual([pasted]);
  });

  it.each(['', 'Bearer', 'null', 'undefined', '***', 'System.Security.SecureString', '{\n  "a": 1\n}'])(
    'are none in %j',
    (pasted) => {
      expect(masks(...secretsInToken(pasted))).toEqual([]);
    },
  );
});
