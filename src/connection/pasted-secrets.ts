// Which parts of a pasted certificate, key or token are secret. Only these are masked: a mask for a line such as `{` or
// `Data:` would hide harmless text for the rest of the job.
import { misplacedText } from './misplaced-text.js';
import { plainText } from './pasted-text.js';

/** Shorter words with an escape in them reveal little. */
const minEscapedLength = 8;
/** No word of ordinary text is as long and mixes lower case, upper case and digits. */
const minRandomLength = 24;

/** A BEGIN or END line of a plain text. */
const marker = /(-----(?:BEGIN|END)[A-Z\d #]*-----)/;
/** What separates the words of a plain text. */
const wordEnd = /[\s"'`“”‘’,;{}()<>|\\]+/;
/** The same in a pasted text, with line ends in every spelling. */
const rawWordEnd = /[\s"'`“”‘’,;{}()<>|]+|\\+[rnt]|<br ?\/?>|%0[ad]|&#(?:x0?[ad]|1[03]);/i;
/** The headers of an encrypted key, which are public (RFC 1421). The cipher says how long its public vector is. */
const encryptionHeaders =
  /Proc-Type:\s*4,\s*ENCRYPTED|DEK-Info:\s*(?:AES[\w-]+,\s*[\dA-F]{32}|[\w-]+,\s*[\dA-F]{16})/gi;
/** How JSON, URLs and HTML escape a letter of base64. */
const escapedLetter = /\\+(?:u00|\/)|%[\da-f]{2}|&#/i;
const base64Word = /^[\w+/=-]+$/;
const tokenWord = /^[\w.~+/=-]+$/;
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** A thumbprint or a file name in place of a certificate. */
const publicText = /^(?:(?:[\da-f]{2}[\s:-]?){20,32}|.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12))$/i;

/** The secret parts of a certificate or key: base64, the hex of a printed key, or a text that may be a password. */
export function secretsInCertificate(pasted: string): readonly string[] {
  const text = plainText(pasted);
  const parts = text.replace(encryptionHeaders, '\n').split(marker);
  const printedKey = /\b(?:private-?key|priv|private-?exponent):/i.test(text)
    ? (text.match(/(?:[\da-f]{2}:){7,}(?:[\da-f]{2})?/gi) ?? [])
    : [];
  const bodies = parts.filter((_, index) => index % 2 === 0 && isBody(parts[index - 1], parts[index + 1]));
  const secrets =
    parts.length === 1
      ? secretsInText(text, isBase64, base64Word)
      : [...bodies.map((body) => linesOf(wordsOf(body), base64Word)), ...printedKey];
  return [...secrets, ...escapedWords(pasted, secrets)];
}

/** The words of these secrets in which characters are escaped, as they were pasted. */
function escapedWords(pasted: string, secrets: readonly string[]): readonly string[] {
  const compact = secrets.map((secret) => secret.replaceAll('\n', ''));
  return pasted.split(rawWordEnd).filter((word) => {
    if (word === undefined || word.length < minEscapedLength || !escapedLetter.test(word)) return false;
    const plain = plainText(word);
    return plain !== word && plain.length >= minEscapedLength && compact.some((secret) => secret.includes(plain));
  });
}

/** The secret parts of a token: the token itself, also where it is a member of JSON. */
export function secretsInToken(pasted: string): readonly string[] {
  return secretsInText(plainText(pasted).replace(/^\W*(?:Authorization:\s*)?Bearer(?=\W|$)/i, ''), isToken, tokenWord);
}

/** Whether a text stands between these markers, one of which may be lost. Parameters are public. */
function isBody(before: string | undefined, after: string | undefined): boolean {
  return (before?.includes('BEGIN') || after?.includes('END')) === true && !/PARAMETERS/.test(`${before}${after}`);
}

function secretsInText(
  text: string,
  isSecret: (words: readonly string[]) => boolean,
  pattern: RegExp,
): readonly string[] {
  const words = wordsOf(text);
  const line = text.trim();
  if (line === '' || publicText.test(line) || guid.test(line) || misplacedText(line) !== undefined) return [];
  if (words.length === 1 && pattern.test(words.join(''))) return words;
  if (isSecret(words)) return [linesOf(words, pattern)];
  if (/[\r\n{}<>]/.test(line)) return words.filter((word) => isRandom(word) && pattern.test(word));
  return [line];
}

function wordsOf(text: string): readonly string[] {
  return text.split(wordEnd).filter((word) => word !== '');
}

/** One secret of several lines. */
function linesOf(words: readonly string[], pattern: RegExp): string {
  return words.filter((word) => pattern.test(word)).join('\n');
}

/** Whether these are the lines of one base64 text. */
function isBase64(words: readonly string[]): boolean {
  return words.every((word, index) => base64Word.test(word) && (word.length >= 16 || index === words.length - 1));
}

function isToken(words: readonly string[]): boolean {
  return words.every((word) => tokenWord.test(word)) && /^eyJ[\w.-]+$/.test(words.join(''));
}

function isRandom(word: string): boolean {
  return (
    word.length >= minRandomLength && [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word)) && !guid.test(word)
  );
}
