// Undoes what storing and copying do to a text: escapes, quotation marks, invisible characters, encodings.
import { Buffer } from 'node:buffer';
import { dropInvisible } from '../shared/sanitize.js';

/** Line ends in every spelling: `\n` as in JSON and shells, `<br>`, `%0A`, `&#10;`, and `` `n`` as in PowerShell. */
const lineEnd = /\r\n?|(?:\\+[rn]|`[rn])+|<br ?\/?>|%0[ad]|&#(?:x0?[ad]|1[03]);/gi;
/** Characters that JSON, URLs and HTML escape in base64 and PEM. */
const escapedCharacter = /\\+u00([\da-f]{2})|%([\da-f]{2})|&#x([\da-f]{2});|&#(\d{2,3});/gi;
/** A BEGIN or END line, also with the dashes that a word processor makes of two or more hyphens. */
const marker = /\p{Pd}+[ \t]*((?:BEGIN|END)[A-Z\d #]*?)[ \t]*\p{Pd}{1,5}/gu;

/** The text as it was before it was stored, with one `\n` for each line end. */
export function plainText(pasted: string): string {
  return dropInvisible(pasted)
    .replace(lineEnd, '\n')
    .replace(escapedCharacter, (_, json?: string, url?: string, html?: string, decimal?: string) =>
      String.fromCharCode(decimal === undefined ? Number.parseInt(json ?? url ?? html ?? '', 16) : Number(decimal)),
    )
    .replace(/\\+(?=["'/\n])|\\+$/g, '')
    .replace(/\\+t/g, ' ')
    .replace(marker, '-----$1-----')
    .trim();
}

/** The bytes of base64, also wrapped in lines, in quotation marks, with URL-safe letters or after `data:…;base64,`. */
export function decodeBase64(text: string): Buffer | undefined {
  const base64 = text
    .replace(/^\W*data:[^,]*;base64,/i, '')
    .replace(/[\s"'“”‘’]+|[,;]$/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return /^[A-Za-z\d+/]+={0,2}$/.test(base64) ? Buffer.from(base64, 'base64') : undefined;
}

/** The text in these bytes: UTF-16 (as PowerShell calls Unicode) with or without a byte order mark, else UTF-8. */
export function decodeText(bytes: Buffer): string {
  const [first = 0, second = 0] = bytes;
  const evenLength = bytes.length - (bytes.length % 2);
  const isBigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  if (isBigEndian) return Buffer.from(bytes.subarray(0, evenLength)).swap16().toString('utf16le');
  const isLittleEndian = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  return bytes.toString(isLittleEndian ? 'utf16le' : 'utf8');
}
