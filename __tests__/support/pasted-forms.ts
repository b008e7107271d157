// The shapes in which people store a PEM or a PFX, one or more for each way that storing and copying change them.

export type Spelling = readonly [name: string, spell: (text: string) => string];

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const wrapped = (content: string, width = 64): string => content.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n');

/** What happens to any text, PEM or base64. */
export const textSpellings: readonly Spelling[] = [
  ['in quotation marks', (text) => `"${text}"`],
  ['in single quotation marks', (text) => `'${text}'`],
  ['in typographic quotation marks', (text) => `“${text}”`],
  ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['with a literal \\n for each line end', (text) => text.replaceAll('\n', '\\n')],
  ['with a literal \\r\\n for each line end', (text) => text.replaceAll('\n', '\\r\\n')],
  ['with a literal \\\\n for each line end', (text) => text.replaceAll('\n', '\\\\n')],
  ['as a JSON string', (text) => JSON.stringify(text)],
  [
    'as a JSON string that escapes + and /',
    (text) => JSON.stringify(text).replaceAll('+', '\\u002B').replaceAll('/', '\\/'),
  ],
  ['with <br> for each line end', (text) => text.replaceAll('\n', '<br>')],
  ['with <br /> for each line end', (text) => text.replaceAll('\n', '<br />')],
  ['with %0A for each line end', (text) => text.replaceAll('\n', '%0A')],
  ['with %0D%0A for each line end', (text) => text.replaceAll('\n', '%0D%0A')],
  ['with %0d%0a for each line end', (text) => text.replaceAll('\n', '%0d%0a')],
  ['as a part of a URL', (text) => encodeURIComponent(text)],
  ['with &#10; for each line end', (text) => text.replaceAll('\n', '&#10;')],
  ['with `n for each line end, as in PowerShell', (text) => text.replaceAll('\n', '`n')],
  ['after a byte order mark', (text) => `\uFEFF${text}`],
  ['with zero-width spaces after its line ends', (text) => text.replaceAll('\n', '\n\u200B')],
  ['between directional marks', (text) => `\u200E${text}\u200F`],
  ['with a word joiner in it', (text) => `${text.slice(0, 200)}\u2060${text.slice(200)}`],
  ['indented', (text) => text.replace(/^/gm, '    ')],
  ['indented by no-break spaces', (text) => text.replace(/^/gm, '\u00A0')],
  ['with backslashes at its line ends', (text) => text.replaceAll('\n', '\\\n')],
];

/** What happens to a PEM. */
export const pemSpellings: readonly Spelling[] = [
  ['with its line ends lost', (pem) => pem.replaceAll('\n', '')],
  ['with all its blanks and line ends lost', (pem) => pem.replace(/\s/g, '')],
  ['with blanks for its line ends', (pem) => pem.replaceAll('\n', ' ')],
  ['with long dashes, as a word processor makes them', (pem) => pem.replaceAll('-----', '—–')],
  ['in base64', (pem) => base64(pem)],
  ['in base64 with lines', (pem) => wrapped(base64(pem), 76)],
  [
    'in base64 between CERTIFICATE lines, as certutil -encode writes it',
    (pem) => `-----BEGIN CERTIFICATE-----\n${wrapped(base64(pem))}\n-----END CERTIFICATE-----`,
  ],
  ['in base64 of UTF-16, as PowerShell writes Unicode', (pem) => base64(Buffer.from(pem, 'utf16le'))],
  ['in base64 of UTF-16 with a byte order mark', (pem) => base64(Buffer.from(`\uFEFF${pem}`, 'utf16le'))],
  ['in base64 of big-endian UTF-16', (pem) => base64(Buffer.from(`\uFEFF${pem}`, 'utf16le').swap16())],
  ['in base64 of UTF-8 with a byte order mark', (pem) => base64(`\uFEFF${pem}`)],
  ['in base64 with URL-safe letters', (pem) => Buffer.from(pem).toString('base64url')],
  ['in base64 of base64', (pem) => base64(base64(pem))],
];

/** What happens to DER, of a PFX above all. */
export const binarySpellings: readonly (readonly [name: string, spell: (bytes: Buffer) => string])[] = [
  ['in base64', (bytes) => base64(bytes)],
  ['in base64 with lines of 64', (bytes) => wrapped(base64(bytes))],
  ['in base64 with lines of 76', (bytes) => wrapped(base64(bytes), 76)],
  ['in base64 without padding', (bytes) => base64(bytes).replace(/=+$/, '')],
  ['in base64 with URL-safe letters', (bytes) => bytes.toString('base64url')],
  ['in base64 with \\u002B for +', (bytes) => base64(bytes).replaceAll('+', '\\u002B')],
  [
    'in base64 with \\u002b for + and \\/ for /',
    (bytes) => base64(bytes).replaceAll('+', '\\u002b').replaceAll('/', '\\/'),
  ],
  ['in base64 with %2B, %2F and %3D', (bytes) => encodeURIComponent(base64(bytes))],
  ['in base64 after data:application/x-pkcs12;base64,', (bytes) => `data:application/x-pkcs12;base64,${base64(bytes)}`],
  [
    'between BEGIN CERTIFICATE lines, as certutil -encode writes it',
    (bytes) =>
      `-----BEGIN CERTIFICATE-----\r\n${wrapped(base64(bytes)).replaceAll('\n', '\r\n')}\r\n-----END CERTIFICATE-----\r\n`,
  ],
  ['between BEGIN PFX lines', (bytes) => `-----BEGIN PFX-----\n${wrapped(base64(bytes))}\n-----END PFX-----`],
  [
    'between BEGIN PKCS12 lines in one line',
    (bytes) => `-----BEGIN PKCS12-----\n${base64(bytes)}\n-----END PKCS12-----`,
  ],
  ['in base64 of UTF-16 of its base64', (bytes) => base64(Buffer.from(base64(bytes), 'utf16le'))],
  ['in base64 of its base64', (bytes) => base64(base64(bytes))],
  ['in hex digits', (bytes) => bytes.toString('hex')],
];
