/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 484:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ wrongValue),
/* harmony export */   Ol: () => (/* binding */ joinWithAnd),
/* harmony export */   Wb: () => (/* binding */ emptyInput),
/* harmony export */   co: () => (/* binding */ lookAlikeNote),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   oA: () => (/* binding */ parseWholeNumber),
/* harmony export */   vX: () => (/* binding */ collectProblems)
/* harmony export */ });
/* harmony import */ var _shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(423);
/* harmony import */ var _look_alikes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(172);


class InputError extends Error {
    name = 'InputError';
    code = 'INVALID_INPUT';
    problems;
    constructor(problems) {
        const [first, ...others] = problems;
        super(first !== undefined && others.length === 0
            ? `${first} Nothing was sent to the cluster.`
            : `The inputs have ${problems.length} problems, and nothing was sent to the cluster:\n${problems.map((each) => `- ${each}`).join('\n')}`);
        this.problems = problems;
    }
}
function collectProblems(forward) {
    const problems = [];
    return {
        problems,
        reportProblem: (problem) => {
            problems.push(problem);
            return forward?.(problem);
        },
    };
}
function wrongValue(name, accepted, value) {
    return `${name} must be ${accepted}, but is ${quote(value)}.${lookAlikeNote(value)}`;
}
function lookAlikeNote(value) {
    const dashes = (0,_look_alikes_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAlikeDashes */ .m)(value);
    return dashes === undefined ? '' : ` It contains ${dashes}, which only looks like "-".`;
}
function emptyInput(name, accepted) {
    return (`${name} must be ${accepted}, but is empty. ` +
        'If the workflow fills it from a secret, a variable or an expression, that one is not set here.');
}
function quote(value) {
    return `"${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)((0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(value), 120)}"`;
}
function joinWithAnd(parts) {
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
function parseWholeNumber(name, value, { max, defaultValue, unit }, reportProblem) {
    const digits = (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .dropInvisible */ .Nv)(value).trim();
    if (digits === '')
        return defaultValue;
    const number = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
    if (number >= 1 && number <= max)
        return number;
    const what = unit === undefined ? 'a whole number' : `a whole number of ${unit}`;
    return reportProblem(wrongValue(name, `${what} from 1 to ${max}`, value));
}


/***/ }),

/***/ 172:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ withHyphens),
/* harmony export */   m: () => (/* binding */ lookAlikeDashes)
/* harmony export */ });
/* harmony import */ var _shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(423);

const lookAlike = /(?!-)[\p{Pd}\u02D7\u2043\u207B\u208B\u2212\u2796]/gu;
const names = {
    '\u2010': 'a typographic hyphen',
    '\u2011': 'a non-breaking hyphen',
    '\u2012': 'a figure dash',
    '\u2013': 'an en dash',
    '\u2014': 'an em dash',
    '\u2015': 'a horizontal bar',
    '\u2212': 'a minus sign',
    '\uFE63': 'a small hyphen',
    '\uFF0D': 'a full-width hyphen',
};
function lookAlikeDashes(value) {
    const found = [...new Set(value.match(lookAlike) ?? [])];
    const described = found.map((dash) => `${names[dash] ?? 'another dash'} (${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .codePoint */ .yb)(dash)})`);
    return described.length === 0 ? undefined : described.join(', ');
}
function withHyphens(value) {
    return value.replace(lookAlike, '-');
}


/***/ }),

/***/ 965:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ misplacedText)
/* harmony export */ });
const mistakes = [
    {
        pattern: /^\*+$/,
        description: 'is a masked value (***), as a log shows a secret',
        remedy: 'Give the secret itself.',
    },
    {
        pattern: /^\$\{\{.*\}\}$|^\$\(.*\)$|^\$\{?(?:env:)?\w+\}?$|^%\w+%$/is,
        description: 'is an expression or a variable that was not evaluated',
        remedy: 'Give its value: a workflow evaluates an expression in the inputs of a step, and nowhere in a secret.',
    },
    {
        pattern: /^(?:null|none|undefined|nil|\(null\)|\[object Object\]|NaN)$/i,
        description: 'is the word for a value that is missing',
        remedy: 'The step that should have produced it did not.',
    },
    {
        pattern: /^System\.Security\.SecureString$/i,
        description: 'is System.Security.SecureString, the name of a type in place of its content',
        remedy: 'In PowerShell convert it: ConvertFrom-SecureString -AsPlainText',
    },
    {
        pattern: /^(?:@\{.*\}|(?:(?:System|Microsoft)\.)(?:\w+\.)*\w+(?:\[\])?)$/is,
        description: 'is the name of a .NET type or a PowerShell object in place of its content',
        remedy: 'Give the member that holds the value.',
    },
];
function misplacedText(text) {
    return mistakes.find(({ pattern }) => pattern.test(text));
}


/***/ }),

/***/ 818:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ secretsInCertificate),
/* harmony export */   i: () => (/* binding */ secretsInToken)
/* harmony export */ });
/* harmony import */ var _misplaced_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(965);
/* harmony import */ var _pasted_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(344);


const minEscapedLength = 8;
const minRandomLength = 24;
const marker = /(-----(?:BEGIN|END)[A-Z\d #]*-----)/;
const wordEnd = /[\s"'`“”‘’,;{}()<>|\\]+/;
const rawWordEnd = /[\s"'`“”‘’,;{}()<>|]+|\\+[rnt]|<br ?\/?>|%0[ad]|&#(?:x0?[ad]|1[03]);/i;
const encryptionHeaders = /Proc-Type:\s*4,\s*ENCRYPTED|DEK-Info:\s*(?:AES[\w-]+,\s*[\dA-F]{32}|[\w-]+,\s*[\dA-F]{16})/gi;
const escapedLetter = /\\+(?:u00|\/)|%[\da-f]{2}|&#/i;
const base64Word = /^[\w+/=-]+$/;
const tokenWord = /^[\w.~+/=-]+$/;
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const publicText = /^(?:(?:[\da-f]{2}[\s:-]?){20,32}|.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12))$/i;
function secretsInCertificate(pasted) {
    const text = (0,_pasted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(pasted);
    const parts = text.replace(encryptionHeaders, '\n').split(marker);
    const printedKey = /\b(?:private-?key|priv|private-?exponent):/i.test(text)
        ? (text.match(/(?:[\da-f]{2}:){7,}(?:[\da-f]{2})?/gi) ?? [])
        : [];
    const bodies = parts.filter((_, index) => index % 2 === 0 && isBody(parts[index - 1], parts[index + 1]));
    const secrets = parts.length === 1
        ? secretsInText(text, isBase64, base64Word)
        : [...bodies.map((body) => linesOf(wordsOf(body), base64Word)), ...printedKey];
    return [...secrets, ...escapedWords(pasted, secrets)];
}
function escapedWords(pasted, secrets) {
    const compact = secrets.map((secret) => secret.replaceAll('\n', ''));
    return pasted.split(rawWordEnd).filter((word) => {
        if (word === undefined || word.length < minEscapedLength || !escapedLetter.test(word))
            return false;
        const plain = (0,_pasted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(word);
        return plain !== word && plain.length >= minEscapedLength && compact.some((secret) => secret.includes(plain));
    });
}
function secretsInToken(pasted) {
    return secretsInText((0,_pasted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(pasted).replace(/^\W*(?:Authorization:\s*)?Bearer(?=\W|$)/i, ''), isToken, tokenWord);
}
function isBody(before, after) {
    return (before?.includes('BEGIN') || after?.includes('END')) === true && !/PARAMETERS/.test(`${before}${after}`);
}
function secretsInText(text, isSecret, pattern) {
    const words = wordsOf(text);
    const line = text.trim();
    if (line === '' || publicText.test(line) || guid.test(line) || (0,_misplaced_text_js__WEBPACK_IMPORTED_MODULE_0__/* .misplacedText */ .K)(line) !== undefined)
        return [];
    if (words.length === 1 && pattern.test(words.join('')))
        return words;
    if (isSecret(words))
        return [linesOf(words, pattern)];
    if (/[\r\n{}<>]/.test(line))
        return words.filter((word) => isRandom(word) && pattern.test(word));
    return [line];
}
function wordsOf(text) {
    return text.split(wordEnd).filter((word) => word !== '');
}
function linesOf(words, pattern) {
    return words.filter((word) => pattern.test(word)).join('\n');
}
function isBase64(words) {
    return words.every((word, index) => base64Word.test(word) && (word.length >= 16 || index === words.length - 1));
}
function isToken(words) {
    return words.every((word) => tokenWord.test(word)) && /^eyJ[\w.-]+$/.test(words.join(''));
}
function isRandom(word) {
    return (word.length >= minRandomLength && [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word)) && !guid.test(word));
}


/***/ }),

/***/ 344:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   y4: () => (/* binding */ decodeBase64)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(954);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _shared_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(423);


const lineEnd = /\r\n?|(?:\\+[rn]|`[rn])+|<br ?\/?>|%0[ad]|&#(?:x0?[ad]|1[03]);/gi;
const escapedCharacter = /\\+u00([\da-f]{2})|%([\da-f]{2})|&#x([\da-f]{2});|&#(\d{2,3});/gi;
const marker = /\p{Pd}+[ \t]*((?:BEGIN|END)[A-Z\d #]*?)[ \t]*\p{Pd}{1,5}/gu;
function plainText(pasted) {
    return (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .dropInvisible */ .Nv)(pasted)
        .replace(lineEnd, '\n')
        .replace(escapedCharacter, (_, json, url, html, decimal) => String.fromCharCode(decimal === undefined ? Number.parseInt(json ?? url ?? html ?? '', 16) : Number(decimal)))
        .replace(/\\+(?=["'/\n])|\\+$/g, '')
        .replace(/\\+t/g, ' ')
        .replace(marker, '-----$1-----')
        .trim();
}
function decodeBase64(text) {
    const base64 = text
        .replace(/^\W*data:[^,]*;base64,/i, '')
        .replace(/[\s"'“”‘’]+|[,;]$/g, '')
        .replaceAll('-', '+')
        .replaceAll('_', '/');
    return /^[A-Za-z\d+/]+={0,2}$/.test(base64) ? node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(base64, 'base64') : undefined;
}
function decodeText(bytes) {
    const [first = 0, second = 0] = bytes;
    const evenLength = bytes.length - (bytes.length % 2);
    const isBigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
    if (isBigEndian)
        return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(bytes.subarray(0, evenLength)).swap16().toString('utf16le');
    const isLittleEndian = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
    return bytes.toString(isLittleEndian ? 'utf16le' : 'utf8');
}


/***/ }),

/***/ 315:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ withoutTrailingDot),
/* harmony export */   ZC: () => (/* binding */ hostPortOf),
/* harmony export */   kJ: () => (/* binding */ tlsHost),
/* harmony export */   o4: () => (/* binding */ withoutBrackets),
/* harmony export */   vO: () => (/* binding */ authorityOf)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(30);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

function hostPortOf(url) {
    const { hostname, port, protocol } = new URL(url);
    const defaultPort = protocol === 'https:' ? 443 : 80;
    return { host: withoutBrackets(hostname), port: port === '' ? defaultPort : Number(port) };
}
function withoutBrackets(hostname) {
    return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
function withoutTrailingDot(hostname) {
    return hostname.replace(/(?<=[^.])\.$/, '');
}
function authorityOf({ host, port }) {
    return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
function tlsHost(host) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 ? { host, servername: withoutTrailingDot(host) } : { host };
}


/***/ }),

/***/ 982:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Yt: () => (/* binding */ elements),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   tg: () => (/* binding */ dateMs)
/* harmony export */ });
function parseJson(text) {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return undefined;
    }
}
function member(value, lowerCaseName) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Object.entries(value).find(([name]) => name.toLowerCase() === lowerCaseName)?.[1];
}
function elements(value) {
    return Array.isArray(value) ? value : [];
}
function wholeNumber(value) {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !/^\d+$/.test(text))
        return undefined;
    return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
}
function dateMs(value) {
    const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(value);
    const ms = isDate ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}


/***/ }),

/***/ 423:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ dropInvisible),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aj: () => (/* binding */ sanitize),
/* harmony export */   jQ: () => (/* binding */ showInvisible),
/* harmony export */   xv: () => (/* binding */ truncate),
/* harmony export */   yb: () => (/* binding */ codePoint)
/* harmony export */ });
const unsafeCharacters = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;
function sanitize(text, maxCharacters = 1_000) {
    const line = text.replace(unsafeCharacters, ' ').trim();
    return line.length > maxCharacters ? `${truncate(line, maxCharacters - 1)}…` : line;
}
function truncate(text, maxCharacters) {
    return text.length > maxCharacters ? text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '') : text;
}
const invisibleCharacters = /(?![\t-\r\u0085])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
function dropInvisible(text) {
    return text.replace(invisibleCharacters, '');
}
function showInvisible(text) {
    return text.replace(invisibleCharacters, (character) => `<${codePoint(character)}>`);
}
function codePoint(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
const htmlEntities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function escapeHtml(text, maxCharacters) {
    return sanitize(text, maxCharacters).replace(/[&<>"']/g, (character) => htmlEntities[character] ?? '');
}


/***/ }),

/***/ 800:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
exports.wT = __webpack_unused_export__ = void 0;
const ed5 = __nccwpck_require__(950);
const ed2 = __nccwpck_require__(488);
const NSed3 = __nccwpck_require__(699);
var isS = ed5.isS;
var isChar10 = ed5.isChar;
var isNameStartChar = ed5.isNameStartChar;
var isNameChar = ed5.isNameChar;
var S_LIST = ed5.S_LIST;
var NAME_RE = ed5.NAME_RE;
var isChar11 = ed2.isChar;
var isNCNameStartChar = NSed3.isNCNameStartChar;
var isNCNameChar = NSed3.isNCNameChar;
var NC_NAME_RE = NSed3.NC_NAME_RE;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const rootNS = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    xml: XML_NAMESPACE,
    xmlns: XMLNS_NAMESPACE,
};
const XML_ENTITIES = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    amp: "&",
    gt: ">",
    lt: "<",
    quot: "\"",
    apos: "'",
};
// EOC: end-of-chunk
const EOC = -1;
const NL_LIKE = -2;
const S_BEGIN = 0; // Initial state.
const S_BEGIN_WHITESPACE = 1; // leading whitespace
const S_DOCTYPE = 2; // <!DOCTYPE
const S_DOCTYPE_QUOTE = 3; // <!DOCTYPE "//blah
const S_DTD = 4; // <!DOCTYPE "//blah" [ ...
const S_DTD_QUOTED = 5; // <!DOCTYPE "//blah" [ "foo
const S_DTD_OPEN_WAKA = 6;
const S_DTD_OPEN_WAKA_BANG = 7;
const S_DTD_COMMENT = 8; // <!--
const S_DTD_COMMENT_ENDING = 9; // <!-- blah -
const S_DTD_COMMENT_ENDED = 10; // <!-- blah --
const S_DTD_PI = 11; // <?
const S_DTD_PI_ENDING = 12; // <?hi "there" ?
const S_TEXT = 13; // general stuff
const S_ENTITY = 14; // &amp and such
const S_OPEN_WAKA = 15; // <
const S_OPEN_WAKA_BANG = 16; // <!...
const S_COMMENT = 17; // <!--
const S_COMMENT_ENDING = 18; // <!-- blah -
const S_COMMENT_ENDED = 19; // <!-- blah --
const S_CDATA = 20; // <![CDATA[ something
const S_CDATA_ENDING = 21; // ]
const S_CDATA_ENDING_2 = 22; // ]]
const S_PI_FIRST_CHAR = 23; // <?hi, first char
const S_PI_REST = 24; // <?hi, rest of the name
const S_PI_BODY = 25; // <?hi there
const S_PI_ENDING = 26; // <?hi "there" ?
const S_XML_DECL_NAME_START = 27; // <?xml
const S_XML_DECL_NAME = 28; // <?xml foo
const S_XML_DECL_EQ = 29; // <?xml foo=
const S_XML_DECL_VALUE_START = 30; // <?xml foo=
const S_XML_DECL_VALUE = 31; // <?xml foo="bar"
const S_XML_DECL_SEPARATOR = 32; // <?xml foo="bar"
const S_XML_DECL_ENDING = 33; // <?xml ... ?
const S_OPEN_TAG = 34; // <strong
const S_OPEN_TAG_SLASH = 35; // <strong /
const S_ATTRIB = 36; // <a
const S_ATTRIB_NAME = 37; // <a foo
const S_ATTRIB_NAME_SAW_WHITE = 38; // <a foo _
const S_ATTRIB_VALUE = 39; // <a foo=
const S_ATTRIB_VALUE_QUOTED = 40; // <a foo="bar
const S_ATTRIB_VALUE_CLOSED = 41; // <a foo="bar"
const S_ATTRIB_VALUE_UNQUOTED = 42; // <a foo=bar
const S_CLOSE_TAG = 43; // </a
const S_CLOSE_TAG_SAW_WHITE = 44; // </a   >
const TAB = 9;
const NL = 0xA;
const CR = 0xD;
const SPACE = 0x20;
const BANG = 0x21;
const DQUOTE = 0x22;
const AMP = 0x26;
const SQUOTE = 0x27;
const MINUS = 0x2D;
const FORWARD_SLASH = 0x2F;
const SEMICOLON = 0x3B;
const LESS = 0x3C;
const EQUAL = 0x3D;
const GREATER = 0x3E;
const QUESTION = 0x3F;
const OPEN_BRACKET = 0x5B;
const CLOSE_BRACKET = 0x5D;
const NEL = 0x85;
const LS = 0x2028; // Line Separator
const isQuote = (c) => c === DQUOTE || c === SQUOTE;
const QUOTES = [DQUOTE, SQUOTE];
const DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER];
const DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
const XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
function nsPairCheck(parser, prefix, uri) {
    switch (prefix) {
        case "xml":
            if (uri !== XML_NAMESPACE) {
                parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
            }
            break;
        case "xmlns":
            if (uri !== XMLNS_NAMESPACE) {
                parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
            }
            break;
        default:
    }
    switch (uri) {
        case XMLNS_NAMESPACE:
            parser.fail(prefix === "" ?
                `the default namespace may not be set to ${uri}.` :
                `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
            break;
        case XML_NAMESPACE:
            switch (prefix) {
                case "xml":
                    // Assinging the XML namespace to "xml" is fine.
                    break;
                case "":
                    parser.fail(`the default namespace may not be set to ${uri}.`);
                    break;
                default:
                    parser.fail("may not assign the xml namespace to another prefix.");
            }
            break;
        default:
    }
}
function nsMappingCheck(parser, mapping) {
    for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
    }
}
const isNCName = (name) => NC_NAME_RE.test(name);
const isName = (name) => NAME_RE.test(name);
const FORBIDDEN_START = 0;
const FORBIDDEN_BRACKET = 1;
const FORBIDDEN_BRACKET_BRACKET = 2;
/**
 * The list of supported events.
 */
__webpack_unused_export__ = [
    "xmldecl",
    "text",
    "processinginstruction",
    "doctype",
    "comment",
    "opentagstart",
    "attribute",
    "opentag",
    "closetag",
    "cdata",
    "error",
    "end",
    "ready",
];
const EVENT_NAME_TO_HANDLER_NAME = {
    xmldecl: "xmldeclHandler",
    text: "textHandler",
    processinginstruction: "piHandler",
    doctype: "doctypeHandler",
    comment: "commentHandler",
    opentagstart: "openTagStartHandler",
    attribute: "attributeHandler",
    opentag: "openTagHandler",
    closetag: "closeTagHandler",
    cdata: "cdataHandler",
    error: "errorHandler",
    end: "endHandler",
    ready: "readyHandler",
};
// eslint-disable-next-line @typescript-eslint/ban-types
class SaxesParser {
    /**
     * @param opt The parser options.
     */
    constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
            // This is the function we use to perform name checks on PIs and entities.
            // When namespaces are used, colons are not allowed in PI target names or
            // entity names. So the check depends on whether namespaces are used. See:
            //
            // https://www.w3.org/XML/xml-names-19990114-errata.html
            // NE08
            //
            this.nameStartCheck = isNCNameStartChar;
            this.nameCheck = isNCNameChar;
            this.isName = isNCName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsNS;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribNS;
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
            this.ns = Object.assign({ __proto__: null }, rootNS);
            const additional = this.opt.additionalNamespaces;
            if (additional != null) {
                nsMappingCheck(this, additional);
                Object.assign(this.ns, additional);
            }
        }
        else {
            this.nameStartCheck = isNameStartChar;
            this.nameCheck = isNameChar;
            this.isName = isName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsPlain;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribPlain;
        }
        //
        // The order of the members in this table needs to correspond to the state
        // numbers given to the states that correspond to the methods being recorded
        // here.
        //
        this.stateTable = [
            /* eslint-disable @typescript-eslint/unbound-method */
            this.sBegin,
            this.sBeginWhitespace,
            this.sDoctype,
            this.sDoctypeQuote,
            this.sDTD,
            this.sDTDQuoted,
            this.sDTDOpenWaka,
            this.sDTDOpenWakaBang,
            this.sDTDComment,
            this.sDTDCommentEnding,
            this.sDTDCommentEnded,
            this.sDTDPI,
            this.sDTDPIEnding,
            this.sText,
            this.sEntity,
            this.sOpenWaka,
            this.sOpenWakaBang,
            this.sComment,
            this.sCommentEnding,
            this.sCommentEnded,
            this.sCData,
            this.sCDataEnding,
            this.sCDataEnding2,
            this.sPIFirstChar,
            this.sPIRest,
            this.sPIBody,
            this.sPIEnding,
            this.sXMLDeclNameStart,
            this.sXMLDeclName,
            this.sXMLDeclEq,
            this.sXMLDeclValueStart,
            this.sXMLDeclValue,
            this.sXMLDeclSeparator,
            this.sXMLDeclEnding,
            this.sOpenTag,
            this.sOpenTagSlash,
            this.sAttrib,
            this.sAttribName,
            this.sAttribNameSawWhite,
            this.sAttribValue,
            this.sAttribValueQuoted,
            this.sAttribValueClosed,
            this.sAttribValueUnquoted,
            this.sCloseTag,
            this.sCloseTagSawWhite,
            /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
    }
    /**
     * Indicates whether or not the parser is closed. If ``true``, wait for
     * the ``ready`` event to write again.
     */
    get closed() {
        return this._closed;
    }
    _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = undefined;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        // The logic is organized so as to minimize the need to check
        // this.opt.fragment while parsing.
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        // We want these to be all true if we are dealing with a fragment.
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot =
            this.sawRoot = fragmentOpt;
        // An XML declaration is intially possible only when parsing whole
        // documents.
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = undefined;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === undefined) {
            if (this.opt.forceXMLVersion === true) {
                throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
            }
            defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
            version: undefined,
            encoding: undefined,
            standalone: undefined,
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
    }
    /**
     * The stream position the parser is currently looking at. This field is
     * zero-based.
     *
     * This field is not based on counting Unicode characters but is to be
     * interpreted as a plain index into a JavaScript string.
     */
    get position() {
        return this.chunkPosition + this.i;
    }
    /**
     * The column number of the next character to be read by the parser.  *
     * This field is zero-based. (The first column in a line is 0.)
     *
     * This field reports the index at which the next character would be in the
     * line if the line were represented as a JavaScript string.  Note that this
     * *can* be different to a count based on the number of *Unicode characters*
     * due to how JavaScript handles astral plane characters.
     *
     * See [[column]] for a number that corresponds to a count of Unicode
     * characters.
     */
    get columnIndex() {
        return this.position - this.positionAtNewLine;
    }
    /**
     * Set an event listener on an event. The parser supports one handler per
     * event type. If you try to set an event handler over an existing handler,
     * the old handler is silently overwritten.
     *
     * @param name The event to listen to.
     *
     * @param handler The handler to set.
     */
    on(name, handler) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
    }
    /**
     * Unset an event handler.
     *
     * @parma name The event to stop listening to.
     */
    off(name) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = undefined;
    }
    /**
     * Make an error object. The error object will have a message that contains
     * the ``fileName`` option passed at the creation of the parser. If position
     * tracking was turned on, it will also have line and column number
     * information.
     *
     * @param message The message describing the error to report.
     *
     * @returns An error object with a properly formatted message.
     */
    makeError(message) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
            if (msg.length > 0) {
                msg += ":";
            }
            msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
            msg += ": ";
        }
        return new Error(msg + message);
    }
    /**
     * Report a parsing error. This method is made public so that client code may
     * check for issues that are outside the scope of this project and can report
     * errors.
     *
     * @param message The error to report.
     *
     * @returns this
     */
    fail(message) {
        const err = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === undefined) {
            throw err;
        }
        else {
            handler(err);
        }
        return this;
    }
    /**
     * Write a XML data to the parser.
     *
     * @param chunk The XML data to write.
     *
     * @returns this
     */
    // We do need object for the type here. Yes, it often causes problems
    // but not in this case.
    write(chunk) {
        if (this.closed) {
            return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
            // We cannot return immediately because carriedFromPrevious may need
            // processing.
            end = true;
            chunk = "";
        }
        else if (typeof chunk === "object") {
            chunk = chunk.toString();
        }
        // We checked if performing a pre-decomposition of the string into an array
        // of single complete characters (``Array.from(chunk)``) would be faster
        // than the current repeated calls to ``charCodeAt``. As of August 2018, it
        // isn't. (There may be Node-specific code that would perform faster than
        // ``Array.from`` but don't want to be dependent on Node.)
        if (this.carriedFromPrevious !== undefined) {
            // The previous chunk had char we must carry over.
            chunk = `${this.carriedFromPrevious}${chunk}`;
            this.carriedFromPrevious = undefined;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end &&
            // A trailing CR or surrogate must be carried over to the next
            // chunk.
            (lastCode === CR || (lastCode >= 0xD800 && lastCode <= 0xDBFF))) {
            // The chunk ends with a character that must be carried over. We cannot
            // know how to handle it until we get the next chunk or the end of the
            // stream. So save it for later.
            this.carriedFromPrevious = chunk[limit - 1];
            limit--;
            chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument
            stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
    }
    /**
     * Close the current stream. Perform final well-formedness checks and reset
     * the parser tstate.
     *
     * @returns this
     */
    close() {
        return this.write(null);
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.0.
     *
     * @returns The character read.
     */
    getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if (code >= SPACE || code === TAB) {
                return code;
            }
            switch (code) {
                case NL:
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR:
                    // We may get NaN if we read past the end of the chunk, which is fine.
                    if (chunk.charCodeAt(i + 1) === NL) {
                        // A \r\n sequence is converted to \n so we have to skip over the
                        // next character. We already know it has a size of 1 so ++ is fine
                        // here.
                        this.i = i + 2;
                    }
                    // Otherwise, a \r is just converted to \n, so we don't have to skip
                    // ahead.
                    // In either case, \r becomes \n.
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    // If we get here, then code < SPACE and it is not NL CR or TAB.
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isChar10 that takes into account
            // that in this context code > 0xDBFF and code <= 0xFFFF. So it does not
            // test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isChar10 that takes into account that in
        // this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.1.
     *
     * @returns {number} The character read.
     */
    getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if ((code > 0x1F && code < 0x7F) || (code > 0x9F && code !== LS) ||
                code === TAB) {
                return code;
            }
            switch (code) {
                case NL: // 0xA
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR: { // 0xD
                    // We may get NaN if we read past the end of the chunk, which is
                    // fine.
                    const next = chunk.charCodeAt(i + 1);
                    if (next === NL || next === NEL) {
                        // A CR NL or CR NEL sequence is converted to NL so we have to skip
                        // over the next character. We already know it has a size of 1.
                        this.i = i + 2;
                    }
                    // Otherwise, a CR is just converted to NL, no skip.
                }
                /* yes, fall through */
                case NEL: // 0x85
                case LS: // Ox2028
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isCharAndNotRestricted that takes into
            // account that in this context code > 0xDBFF and code <= 0xFFFF. So it
            // does not test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isCharAndNotRestricted that takes into
        // account that in this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Like ``getCode`` but with the return value normalized so that ``NL`` is
     * returned for ``NL_LIKE``.
     */
    getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
    }
    unget() {
        this.i = this.prevI;
        this.column--;
    }
    /**
     * Capture characters into a buffer until encountering one of a set of
     * characters.
     *
     * @param chars An array of codepoints. Encountering a character in the array
     * ends the capture. (``chars`` may safely contain ``NL``.)
     *
     * @return The character code that made the capture end, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureTo(chars) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            const isNLLike = c === NL_LIKE;
            const final = isNLLike ? NL : c;
            if (final === EOC || chars.includes(final)) {
                this.text += chunk.slice(start, this.prevI);
                return final;
            }
            if (isNLLike) {
                this.text += `${chunk.slice(start, this.prevI)}\n`;
                start = this.i;
            }
        }
    }
    /**
     * Capture characters into a buffer until encountering a character.
     *
     * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
     * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
     *
     * @return ``true`` if we ran into the character. Otherwise, we ran into the
     * end of the current chunk.
     */
    captureToChar(char) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            let c = this.getCode();
            switch (c) {
                case NL_LIKE:
                    this.text += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    c = NL;
                    break;
                case EOC:
                    this.text += chunk.slice(start);
                    return false;
                default:
            }
            if (c === char) {
                this.text += chunk.slice(start, this.prevI);
                return true;
            }
        }
    }
    /**
     * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
     * this parser.
     *
     * @return The character code that made the test fail, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureNameChars() {
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            if (c === EOC) {
                this.name += chunk.slice(start);
                return EOC;
            }
            // NL is not a name char so we don't have to test specifically for it.
            if (!isNameChar(c)) {
                this.name += chunk.slice(start, this.prevI);
                return c === NL_LIKE ? NL : c;
            }
        }
    }
    /**
     * Skip white spaces.
     *
     * @return The character that ended the skip, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    skipSpaces() {
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC || !isS(c)) {
                return c;
            }
        }
    }
    setXMLVersion(version) {
        this.currentXMLVersion = version;
        /*  eslint-disable @typescript-eslint/unbound-method */
        if (version === "1.0") {
            this.isChar = isChar10;
            this.getCode = this.getCode10;
        }
        else {
            this.isChar = isChar11;
            this.getCode = this.getCode11;
        }
        /* eslint-enable @typescript-eslint/unbound-method */
    }
    // STATE ENGINE METHODS
    // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
    // to be sure never to come back to this state later.
    sBegin() {
        // We are essentially peeking at the first character of the chunk. Since
        // S_BEGIN can be in effect only when we start working on the first chunk,
        // the index at which we must look is necessarily 0. Note also that the
        // following test does not depend on decoding surrogates.
        // If the initial character is 0xFEFF, ignore it.
        if (this.chunk.charCodeAt(0) === 0xFEFF) {
            this.i++;
            this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
    }
    sBeginWhitespace() {
        // We need to know whether we've encountered spaces or not because as soon
        // as we run into a space, an XML declaration is no longer possible. Rather
        // than slow down skipSpaces even in places where we don't care whether it
        // skipped anything or not, we check whether prevI is equal to the value of
        // i from before we skip spaces.
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
            this.xmlDeclPossible = false;
        }
        switch (c) {
            case LESS:
                this.state = S_OPEN_WAKA;
                // We could naively call closeText but in this state, it is not normal
                // to have text be filled with any data.
                if (this.text.length !== 0) {
                    throw new Error("no-empty text at start");
                }
                break;
            case EOC:
                break;
            default:
                this.unget();
                this.state = S_TEXT;
                this.xmlDeclPossible = false;
        }
    }
    sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
            case GREATER: {
                (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                this.doctype = true; // just remember that we saw it.
                break;
            }
            case EOC:
                break;
            default:
                this.text += String.fromCodePoint(c);
                if (c === OPEN_BRACKET) {
                    this.state = S_DTD;
                }
                else if (isQuote(c)) {
                    this.state = S_DOCTYPE_QUOTE;
                    this.q = c;
                }
        }
    }
    sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.q = null;
            this.state = S_DOCTYPE;
        }
    }
    sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
            return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
            this.state = S_DOCTYPE;
        }
        else if (c === LESS) {
            this.state = S_DTD_OPEN_WAKA;
        }
        else if (isQuote(c)) {
            this.state = S_DTD_QUOTED;
            this.q = c;
        }
    }
    sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.state = S_DTD;
            this.q = null;
        }
    }
    sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
            case BANG:
                this.state = S_DTD_OPEN_WAKA_BANG;
                this.openWakaBang = "";
                break;
            case QUESTION:
                this.state = S_DTD_PI;
                break;
            default:
                this.state = S_DTD;
        }
    }
    sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
            this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
            this.openWakaBang = "";
        }
    }
    sDTDComment() {
        if (this.captureToChar(MINUS)) {
            this.text += "-";
            this.state = S_DTD_COMMENT_ENDING;
        }
    }
    sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
    }
    sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
        else {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.state = S_DTD_COMMENT;
        }
    }
    sDTDPI() {
        if (this.captureToChar(QUESTION)) {
            this.text += "?";
            this.state = S_DTD_PI_ENDING;
        }
    }
    sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
    }
    sText() {
        //
        // We did try a version of saxes where the S_TEXT state was split in two
        // states: one for text inside the root element, and one for text
        // outside. This was avoiding having to test this.tags.length to decide
        // what implementation to actually use.
        //
        // Peformance testing on gigabyte-size files did not show any advantage to
        // using the two states solution instead of the current one. Conversely, it
        // made the code a bit more complicated elsewhere. For instance, a comment
        // can appear before the root element so when a comment ended it was
        // necessary to determine whether to return to the S_TEXT state or to the
        // new text-outside-root state.
        //
        if (this.tags.length !== 0) {
            this.handleTextInRoot();
        }
        else {
            this.handleTextOutsideRoot();
        }
    }
    sEntity() {
        // This is essentially a specialized version of captureToChar(SEMICOLON...)
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        loop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case NL_LIKE:
                    this.entity += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    break;
                case SEMICOLON: {
                    const { entityReturnState } = this;
                    const entity = this.entity + chunk.slice(start, this.prevI);
                    this.state = entityReturnState;
                    let parsed;
                    if (entity === "") {
                        this.fail("empty entity name.");
                        parsed = "&;";
                    }
                    else {
                        parsed = this.parseEntity(entity);
                        this.entity = "";
                    }
                    if (entityReturnState !== S_TEXT || this.textHandler !== undefined) {
                        this.text += parsed;
                    }
                    // eslint-disable-next-line no-labels
                    break loop;
                }
                case EOC:
                    this.entity += chunk.slice(start);
                    // eslint-disable-next-line no-labels
                    break loop;
                default:
            }
        }
    }
    sOpenWaka() {
        // Reminder: a state handler is called with at least one character
        // available in the current chunk. So the first call to get code inside of
        // a state handler cannot return ``EOC``. That's why we don't test
        // for it.
        const c = this.getCode();
        // either a /, ?, !, or text is coming next.
        if (isNameStartChar(c)) {
            this.state = S_OPEN_TAG;
            this.unget();
            this.xmlDeclPossible = false;
        }
        else {
            switch (c) {
                case FORWARD_SLASH:
                    this.state = S_CLOSE_TAG;
                    this.xmlDeclPossible = false;
                    break;
                case BANG:
                    this.state = S_OPEN_WAKA_BANG;
                    this.openWakaBang = "";
                    this.xmlDeclPossible = false;
                    break;
                case QUESTION:
                    this.state = S_PI_FIRST_CHAR;
                    break;
                default:
                    this.fail("disallowed character in tag name");
                    this.state = S_TEXT;
                    this.xmlDeclPossible = false;
            }
        }
    }
    sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
            case "[CDATA[":
                if (!this.sawRoot && !this.reportedTextBeforeRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextBeforeRoot = true;
                }
                if (this.closedRoot && !this.reportedTextAfterRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextAfterRoot = true;
                }
                this.state = S_CDATA;
                this.openWakaBang = "";
                break;
            case "--":
                this.state = S_COMMENT;
                this.openWakaBang = "";
                break;
            case "DOCTYPE":
                this.state = S_DOCTYPE;
                if (this.doctype || this.sawRoot) {
                    this.fail("inappropriately located doctype declaration.");
                }
                this.openWakaBang = "";
                break;
            default:
                // 7 happens to be the maximum length of the string that can possibly
                // match one of the cases above.
                if (this.openWakaBang.length >= 7) {
                    this.fail("incorrect syntax.");
                }
        }
    }
    sComment() {
        if (this.captureToChar(MINUS)) {
            this.state = S_COMMENT_ENDING;
        }
    }
    sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
            this.state = S_COMMENT_ENDED;
            (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
        }
        else {
            this.text += `-${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
    }
    sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.text += `--${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
        else {
            this.state = S_TEXT;
        }
    }
    sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
            this.state = S_CDATA_ENDING;
        }
    }
    sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
            this.state = S_CDATA_ENDING_2;
        }
        else {
            this.text += `]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
    }
    sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
            case GREATER: {
                (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                break;
            }
            case CLOSE_BRACKET:
                this.text += "]";
                break;
            default:
                this.text += `]]${String.fromCodePoint(c)}`;
                this.state = S_CDATA;
        }
    }
    // We need this separate state to check the first character fo the pi target
    // with this.nameStartCheck which allows less characters than this.nameCheck.
    sPIFirstChar() {
        const c = this.getCodeNorm();
        // This is first because in the case where the file is well-formed this is
        // the branch taken. We optimize for well-formedness.
        if (this.nameStartCheck(c)) {
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
        else if (c === QUESTION || isS(c)) {
            this.fail("processing instruction without a target.");
            this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        }
        else {
            this.fail("disallowed character in processing instruction name.");
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
    }
    sPIRest() {
        // Capture characters into a piTarget while ``this.nameCheck`` run on the
        // character read returns true.
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC) {
                this.piTarget += chunk.slice(start);
                return;
            }
            // NL cannot satisfy this.nameCheck so we don't have to test specifically
            // for it.
            if (!this.nameCheck(c)) {
                this.piTarget += chunk.slice(start, this.prevI);
                const isQuestion = c === QUESTION;
                if (isQuestion || isS(c)) {
                    if (this.piTarget === "xml") {
                        if (!this.xmlDeclPossible) {
                            this.fail("an XML declaration must be at the start of the document.");
                        }
                        this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
                    }
                    else {
                        this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
                    }
                }
                else {
                    this.fail("disallowed character in processing instruction name.");
                    this.piTarget += String.fromCodePoint(c);
                }
                break;
            }
        }
    }
    sPIBody() {
        if (this.text.length === 0) {
            const c = this.getCodeNorm();
            if (c === QUESTION) {
                this.state = S_PI_ENDING;
            }
            else if (!isS(c)) {
                this.text = String.fromCodePoint(c);
            }
        }
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        else if (this.captureToChar(QUESTION)) {
            this.state = S_PI_ENDING;
        }
    }
    sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            const { piTarget } = this;
            if (piTarget.toLowerCase() === "xml") {
                this.fail("the XML declaration must appear at the start of the document.");
            }
            (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
                target: piTarget,
                body: this.text,
            });
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else if (c === QUESTION) {
            // We ran into ?? as part of a processing instruction. We initially took
            // the first ? as a sign that the PI was ending, but it is not. So we have
            // to add it to the body but we take the new ? as a sign that the PI is
            // ending.
            this.text += "?";
        }
        else {
            this.text += `?${String.fromCodePoint(c)}`;
            this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
    }
    sXMLDeclNameStart() {
        const c = this.skipSpaces();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (c !== EOC) {
            this.state = S_XML_DECL_NAME;
            this.name = String.fromCodePoint(c);
        }
    }
    sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.name += this.text;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (!(isS(c) || c === EQUAL)) {
            return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
            switch (this.name.length) {
                case 0:
                    this.fail("did not expect any more name/value pairs.");
                    break;
                case 1:
                    this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
                    break;
                default:
                    this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
            }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
    }
    sXMLDeclEq() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (c !== EQUAL) {
            this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
    }
    sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (!isQuote(c)) {
            this.fail("value must be quoted.");
            this.q = SPACE;
        }
        else {
            this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
    }
    sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (c === EOC) {
            return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
            case "version": {
                this.xmlDeclExpects = ["encoding", "standalone"];
                const version = value;
                this.xmlDecl.version = version;
                // This is the test specified by XML 1.0 but it is fine for XML 1.1.
                if (!/^1\.[0-9]+$/.test(version)) {
                    this.fail("version number must match /^1\\.[0-9]+$/.");
                }
                // When forceXMLVersion is set, the XML declaration is ignored.
                else if (!this.opt.forceXMLVersion) {
                    this.setXMLVersion(version);
                }
                break;
            }
            case "encoding":
                if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
                    this.fail("encoding value must match \
/^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
                }
                this.xmlDeclExpects = ["standalone"];
                this.xmlDecl.encoding = value;
                break;
            case "standalone":
                if (value !== "yes" && value !== "no") {
                    this.fail("standalone value must match \"yes\" or \"no\".");
                }
                this.xmlDeclExpects = [];
                this.xmlDecl.standalone = value;
                break;
            default:
            // We don't need to raise an error here since we've already raised one
            // when checking what name was expected.
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
    }
    sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (!isS(c)) {
            this.fail("whitespace required.");
            this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
    }
    sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            if (this.piTarget !== "xml") {
                this.fail("processing instructions are not allowed before root.");
            }
            else if (this.name !== "version" &&
                this.xmlDeclExpects.includes("version")) {
                this.fail("XML declaration must contain a version.");
            }
            (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
            this.name = "";
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else {
            // We got here because the previous character was a ?, but the question
            // mark character is not valid inside any of the XML declaration
            // name/value pairs.
            this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
    }
    sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
            return;
        }
        const tag = this.tag = {
            name: this.name,
            attributes: Object.create(null),
        };
        this.name = "";
        if (this.xmlnsOpt) {
            this.topNS = tag.ns = Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
            this.fail("documents may contain only one root.");
        }
        switch (c) {
            case GREATER:
                this.openTag();
                break;
            case FORWARD_SLASH:
                this.state = S_OPEN_TAG_SLASH;
                break;
            default:
                if (!isS(c)) {
                    this.fail("disallowed character in tag name.");
                }
                this.state = S_ATTRIB;
        }
    }
    sOpenTagSlash() {
        if (this.getCode() === GREATER) {
            this.openSelfClosingTag();
        }
        else {
            this.fail("forward-slash in opening tag not followed by >.");
            this.state = S_ATTRIB;
        }
    }
    sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
            return;
        }
        if (isNameStartChar(c)) {
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
            this.state = S_ATTRIB_VALUE;
        }
        else if (isS(c)) {
            this.state = S_ATTRIB_NAME_SAW_WHITE;
        }
        else if (c === GREATER) {
            this.fail("attribute without value.");
            this.pushAttrib(this.name, this.name);
            this.name = this.text = "";
            this.openTag();
        }
        else if (c !== EOC) {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
            case EOC:
                return;
            case EQUAL:
                this.state = S_ATTRIB_VALUE;
                break;
            default:
                this.fail("attribute without value.");
                // Should we do this???
                // this.tag.attributes[this.name] = "";
                this.text = "";
                this.name = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else if (isNameStartChar(c)) {
                    this.unget();
                    this.state = S_ATTRIB_NAME;
                }
                else {
                    this.fail("disallowed character in attribute name.");
                    this.state = S_ATTRIB;
                }
        }
    }
    sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
            this.q = c;
            this.state = S_ATTRIB_VALUE_QUOTED;
        }
        else if (!isS(c)) {
            this.fail("unquoted attribute value.");
            this.state = S_ATTRIB_VALUE_UNQUOTED;
            this.unget();
        }
    }
    sAttribValueQuoted() {
        // We deliberately do not use captureTo here. The specialized code we use
        // here is faster than using captureTo.
        const { q, chunk } = this;
        let { i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case q:
                    this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
                    this.name = this.text = "";
                    this.q = null;
                    this.state = S_ATTRIB_VALUE_CLOSED;
                    return;
                case AMP:
                    this.text += chunk.slice(start, this.prevI);
                    this.state = S_ENTITY;
                    this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
                    return;
                case NL:
                case NL_LIKE:
                case TAB:
                    this.text += `${chunk.slice(start, this.prevI)} `;
                    start = this.i;
                    break;
                case LESS:
                    this.text += chunk.slice(start, this.prevI);
                    this.fail("disallowed character.");
                    return;
                case EOC:
                    this.text += chunk.slice(start);
                    return;
                default:
            }
        }
    }
    sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
            this.state = S_ATTRIB;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else if (isNameStartChar(c)) {
            this.fail("no whitespace between attributes.");
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribValueUnquoted() {
        // We don't do anything regarding EOL or space handling for unquoted
        // attributes. We already have failed by the time we get here, and the
        // contract that saxes upholds states that upon failure, it is not safe to
        // rely on the data passed to event handlers (other than
        // ``onerror``). Passing "bad" data is not a problem.
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
            case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
                break;
            case LESS:
                this.fail("disallowed character.");
                break;
            case EOC:
                break;
            default:
                if (this.text.includes("]]>")) {
                    this.fail("the string \"]]>\" is disallowed in char data.");
                }
                this.pushAttrib(this.name, this.text);
                this.name = this.text = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else {
                    this.state = S_ATTRIB;
                }
        }
    }
    sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
            this.closeTag();
        }
        else if (isS(c)) {
            this.state = S_CLOSE_TAG_SAW_WHITE;
        }
        else if (c !== EOC) {
            this.fail("disallowed character in closing tag.");
        }
    }
    sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
            case GREATER:
                this.closeTag();
                break;
            case EOC:
                break;
            default:
                this.fail("disallowed character in closing tag.");
        }
    }
    // END OF STATE ENGINE METHODS
    handleTextInRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for performing the ]]> check. A previous version of this code, checked
        // ``this.text`` for the presence of ]]>. It simplified the code but was
        // very costly when character data contained a lot of entities to be parsed.
        //
        // Since we are using a specialized loop, we also keep track of the presence
        // of ]]> in text data. The sequence ]]> is forbidden to appear as-is.
        //
        let { i: start, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        scanLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                case CLOSE_BRACKET:
                    switch (forbiddenState) {
                        case FORBIDDEN_START:
                            forbiddenState = FORBIDDEN_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET:
                            forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET_BRACKET:
                            break;
                        default:
                            throw new Error("impossible state");
                    }
                    break;
                case GREATER:
                    if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                        this.fail("the string \"]]>\" is disallowed in char data.");
                    }
                    forbiddenState = FORBIDDEN_START;
                    break;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    forbiddenState = FORBIDDEN_START;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                default:
                    forbiddenState = FORBIDDEN_START;
            }
        }
        this.forbiddenState = forbiddenState;
    }
    handleTextOutsideRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for a specialized task. We keep track of the presence of non-space
        // characters in the text since these are errors when appearing outside the
        // document root element.
        let { i: start } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        outRootLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const code = this.getCode();
            switch (code) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    nonSpace = true;
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                default:
                    if (!isS(code)) {
                        nonSpace = true;
                    }
            }
        }
        if (!nonSpace) {
            return;
        }
        // We use the reportedTextBeforeRoot and reportedTextAfterRoot flags
        // to avoid reporting errors for every single character that is out of
        // place.
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextAfterRoot = true;
        }
    }
    pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
            const trimmed = value.trim();
            if (this.currentXMLVersion === "1.0" && trimmed === "") {
                this.fail("invalid attempt to undefine prefix in XML 1.0");
            }
            this.topNS[local] = trimmed;
            nsPairCheck(this, local, trimmed);
        }
        else if (name === "xmlns") {
            const trimmed = value.trim();
            this.topNS[""] = trimmed;
            nsPairCheck(this, "", trimmed);
        }
    }
    pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
    }
    /**
     * End parsing. This performs final well-formedness checks and resets the
     * parser to a clean state.
     *
     * @returns this
     */
    end() {
        var _a, _b;
        if (!this.sawRoot) {
            this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
            const tag = tags.pop();
            this.fail(`unclosed tag: ${tag.name}`);
        }
        if ((this.state !== S_BEGIN) && (this.state !== S_TEXT)) {
            this.fail("unexpected end.");
        }
        const { text } = this;
        if (text.length !== 0) {
            (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text);
            this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
    }
    /**
     * Resolve a namespace prefix.
     *
     * @param prefix The prefix to resolve.
     *
     * @returns The namespace URI or ``undefined`` if the prefix is not defined.
     */
    resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== undefined) {
            return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
            uri = tags[index].ns[prefix];
            if (uri !== undefined) {
                return uri;
            }
        }
        uri = this.ns[prefix];
        if (uri !== undefined) {
            return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
    }
    /**
     * Parse a qname into its prefix and local name parts.
     *
     * @param name The name to parse
     *
     * @returns
     */
    qname(name) {
        // This is faster than using name.split(":").
        const colon = name.indexOf(":");
        if (colon === -1) {
            return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
            this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
    }
    processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
            // add namespace info to tag
            const { prefix, local } = this.qname(tag.name);
            tag.prefix = prefix;
            tag.local = local;
            const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
            if (prefix !== "") {
                if (prefix === "xmlns") {
                    this.fail("tags may not have \"xmlns\" as prefix.");
                }
                if (uri === "") {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    tag.uri = prefix;
                }
            }
        }
        if (attribList.length === 0) {
            return;
        }
        const { attributes } = tag;
        const seen = new Set();
        // Note: do not apply default ns to attributes:
        //   http://www.w3.org/TR/REC-xml-names/#defaulting
        for (const attr of attribList) {
            const { name, prefix, local } = attr;
            let uri;
            let eqname;
            if (prefix === "") {
                uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
                eqname = name;
            }
            else {
                uri = this.resolve(prefix);
                // if there's any attributes with an undefined namespace,
                // then fail on them now.
                if (uri === undefined) {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    uri = prefix;
                }
                eqname = `{${uri}}${local}`;
            }
            if (seen.has(eqname)) {
                this.fail(`duplicate attribute: ${eqname}.`);
            }
            seen.add(eqname);
            attr.uri = uri;
            attributes[name] = attr;
        }
        this.attribList = [];
    }
    processAttribsPlain() {
        const { attribList } = this;
        // eslint-disable-next-line prefer-destructuring
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
            if (attributes[name] !== undefined) {
                this.fail(`duplicate attribute: ${name}.`);
            }
            attributes[name] = value;
        }
        this.attribList = [];
    }
    /**
     * Handle a complete open tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onopentag``.
     */
    openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete self-closing tag. This parser code calls this once it has
     * seen the whole tag. This method checks for well-formeness and then emits
     * ``onopentag`` and ``onclosetag``.
     */
    openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
            this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete close tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onclosetag``.
     */
    closeTag() {
        const { tags, name } = this;
        // Our state after this will be S_TEXT, no matter what, and we can clear
        // tagName now.
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
            this.fail("weird empty close tag.");
            this.text += "</>";
            return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
            const tag = this.tag = tags.pop();
            this.topNS = tag.ns;
            handler === null || handler === void 0 ? void 0 : handler(tag);
            if (tag.name === name) {
                break;
            }
            this.fail("unexpected close tag.");
        }
        if (l === 0) {
            this.closedRoot = true;
        }
        else if (l < 0) {
            this.fail(`unmatched closing tag: ${name}.`);
            this.text += `</${name}>`;
        }
    }
    /**
     * Resolves an entity. Makes any necessary well-formedness checks.
     *
     * @param entity The entity to resolve.
     *
     * @returns The parsed entity.
     */
    parseEntity(entity) {
        // startsWith would be significantly slower for this test.
        if (entity[0] !== "#") {
            const defined = this.ENTITIES[entity];
            if (defined !== undefined) {
                return defined;
            }
            this.fail(this.isName(entity) ? "undefined entity." :
                "disallowed character in entity name.");
            return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
            num = parseInt(entity.slice(2), 16);
        }
        else if (/^#[0-9]+$/.test(entity)) {
            num = parseInt(entity.slice(1), 10);
        }
        // The character reference is required to match the CHAR production.
        if (!this.isChar(num)) {
            this.fail("malformed character entity.");
            return `&${entity};`;
        }
        return String.fromCodePoint(num);
    }
}
exports.wT = SaxesParser;
//# sourceMappingURL=saxes.js.map

/***/ }),

/***/ 950:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

/**
 * Character classes and associated utilities for the 5th edition of XML 1.0.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\t\n\r -\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= SPACE && c <= 0xD7FF) ||
        c === NL || c === CR || c === TAB ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed5.js.map

/***/ }),

/***/ 488:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

/**
 * Character classes and associated utilities for the 2nd edition of XML 1.1.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\u0001-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.RESTRICTED_CHAR = "\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= 0x0001 && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
 */
function isRestrictedChar(c) {
    return (c >= 0x1 && c <= 0x8) ||
        c === 0xB ||
        c === 0xC ||
        (c >= 0xE && c <= 0x1F) ||
        (c >= 0x7F && c <= 0x84) ||
        (c >= 0x86 && c <= 0x9F);
}
exports.isRestrictedChar = isRestrictedChar;
/**
 * Determines whether a codepoint matches the ``CHAR`` production and does not
 * match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
 * equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
 * than running the two-call equivalent.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR`` and does not match
 * ``RESTRICTED_CHAR``.
 */
function isCharAndNotRestricted(c) {
    return (c === 0x9) ||
        (c === 0xA) ||
        (c === 0xD) ||
        (c > 0x1F && c < 0x7F) ||
        (c === 0x85) ||
        (c > 0x9F && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isCharAndNotRestricted = isCharAndNotRestricted;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed2.js.map

/***/ }),

/***/ 699:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

/**
 * Character class utilities for XML NS 1.0 edition 3.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
// tslint:disable-next-line:max-line-length
exports.NC_NAME_START_CHAR = "A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
/**
 * Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNCNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        c === 0x5F ||
        (c >= 0x61 && c <= 0x7A) ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x200C && c <= 0x200D) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNCNameStartChar = isNCNameStartChar;
/**
 * Determines whether a codepoint matches [[NC_NAME_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
function isNCNameChar(c) {
    return isNCNameStartChar(c) ||
        (c === 0x2D ||
            c === 0x2E ||
            (c >= 0x30 && c <= 0x39) ||
            c === 0x00B7 ||
            (c >= 0x0300 && c <= 0x036F) ||
            (c >= 0x203F && c <= 0x2040));
}
exports.isNCNameChar = isNCNameChar;
//# sourceMappingURL=ed3.js.map

/***/ }),

/***/ 954:
/***/ ((module) => {

"use strict";
module.exports = require("node:buffer");

/***/ }),

/***/ 598:
/***/ ((module) => {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 30:
/***/ ((module) => {

"use strict";
module.exports = require("node:net");

/***/ }),

/***/ 692:
/***/ ((module) => {

"use strict";
module.exports = require("node:tls");

/***/ }),

/***/ 136:
/***/ ((module) => {

"use strict";
module.exports = require("node:url");

/***/ }),

/***/ 522:
/***/ ((module) => {

"use strict";
module.exports = require("node:zlib");

/***/ }),

/***/ 767:
/***/ ((module) => {

// Stands in for packages that come along and are never called. `paths` in tsconfig.json names them and says why.
module.exports = {};


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";

;// CONCATENATED MODULE: ./build/action/step/process.js
const endTimeoutMs = 500;
const logTimeoutMs = 10_000;
function runProcess(main) {
    process.exitCode = 1;
    void main().then((exitCode) => {
        process.exitCode = exitCode;
        endWithin(logTimeoutMs);
        try {
            process.stdout.write('', () => endWithin(endTimeoutMs));
        }
        catch {
            endWithin(endTimeoutMs);
        }
    });
}
function endWithin(ms) {
    setTimeout(() => process.exit(), ms).unref();
}

// EXTERNAL MODULE: ./build/action/connection/input-problems.js
var input_problems = __nccwpck_require__(484);
;// CONCATENATED MODULE: ./build/action/http/transport-error.js
class TransportError extends Error {
    name = 'TransportError';
    problem;
    code;
    sent;
    permanent;
    atProxy;
    partialResponse;
    constructor(problem, code, message, details) {
        super(message, { cause: details.cause });
        this.problem = problem;
        this.code = code;
        this.sent = details.sent;
        this.permanent = details.permanent ?? false;
        this.atProxy = details.atProxy ?? false;
        this.partialResponse = details.partialResponse;
    }
}

// EXTERNAL MODULE: ./build/action/shared/json.js
var shared_json = __nccwpck_require__(982);
// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var shared_sanitize = __nccwpck_require__(423);
;// CONCATENATED MODULE: ./build/action/image-store/fabric-error.js


const maxMessageCharacters = 4_096;
const maxCodeCharacters = 256;
function parseFabricError(body, redact) {
    const error = (0,shared_json/* member */.Dc)((0,shared_json/* parseJson */.qF)(body), 'error');
    const code = (0,shared_json/* member */.Dc)(error, 'code');
    if (typeof code !== 'string' || code.trim() === '')
        return undefined;
    const message = (0,shared_json/* member */.Dc)(error, 'message');
    if (typeof (0,shared_json/* member */.Dc)(message, 'value') === 'string')
        return undefined;
    const shortCode = (0,shared_sanitize/* truncate */.xv)(redact(code.trim()), maxCodeCharacters);
    if (typeof message !== 'string' || message.trim() === '' || message === 'Null')
        return { code: shortCode };
    return { code: shortCode, message: (0,shared_sanitize/* truncate */.xv)(redact(message), maxMessageCharacters) };
}

;// CONCATENATED MODULE: ./build/action/image-store/foreign-error.js


const messageNames = [
    'error_description',
    'message',
    'detail',
    'title',
    'faultstring',
    'errormessage',
    'error_message',
    'reason',
    'error',
];
const containerNames = ['error', 'odata.error', 'fault', 'errors'];
const codeNames = ['code', 'errorcode', 'error_code'];
const foreign_error_maxMessageCharacters = 500;
function parseForeignMessage(body, redact) {
    const json = (0,shared_json/* parseJson */.qF)(body);
    const found = foreign_error_text(json) ?? findIn(json) ?? containerNames.map((name) => findIn(first((0,shared_json/* member */.Dc)(json, name)))).find(Boolean);
    return found === undefined ? undefined : (0,shared_sanitize/* truncate */.xv)(redact(found), foreign_error_maxMessageCharacters);
}
function findIn(value) {
    const message = messageNames.map((name) => foreign_error_text((0,shared_json/* member */.Dc)(value, name))).find((each) => each !== undefined);
    const code = codeNames.map((name) => codeText((0,shared_json/* member */.Dc)(value, name))).find((each) => each !== undefined);
    if (message === undefined)
        return code;
    return code === undefined || message.includes(code) ? message : `${code}: ${message}`;
}
function foreign_error_text(value) {
    const found = typeof value === 'string' ? value : (0,shared_json/* member */.Dc)(value, 'value');
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}
function codeText(value) {
    return typeof value === 'number' ? String(value) : foreign_error_text(value);
}
function first(value) {
    return (0,shared_json/* elements */.Yt)(value)[0] ?? value;
}

;// CONCATENATED MODULE: ./build/action/image-store/responses.js

function readSession(body, sessionId, serverMs) {
    const entry = (0,shared_json/* elements */.Yt)((0,shared_json/* member */.Dc)((0,shared_json/* parseJson */.qF)(body), 'uploadsessions')).find((each) => {
        const id = (0,shared_json/* member */.Dc)(each, 'sessionid');
        return typeof id === 'string' && id.toLowerCase() === sessionId.toLowerCase();
    });
    const path = readPath((0,shared_json/* member */.Dc)(entry, 'storerelativepath'));
    const sizeBytes = (0,shared_json/* wholeNumber */.rD)((0,shared_json/* member */.Dc)(entry, 'filesize'));
    const lastChunkMs = readDate((0,shared_json/* member */.Dc)(entry, 'modifieddate'), serverMs);
    const ranges = (0,shared_json/* member */.Dc)(entry, 'expectedranges');
    if (path === undefined || sizeBytes === undefined || lastChunkMs === undefined || !Array.isArray(ranges)) {
        return undefined;
    }
    const missingRanges = ranges.map((range) => readRange(range, sizeBytes));
    if (!missingRanges.every((range) => range !== undefined))
        return undefined;
    return { path, sizeBytes, lastChunkMs, missingRanges };
}
function readPath(value) {
    if (typeof value !== 'string' || normalized(value) === '' || /\p{Surrogate}/u.test(value))
        return undefined;
    return value.split(/[\\/]/).some((segment) => /^\.{1,2}$/.test(segment.trim())) ? undefined : value;
}
function readRange(value, sizeBytes) {
    const start = (0,shared_json/* wholeNumber */.rD)((0,shared_json/* member */.Dc)(value, 'startposition'));
    const end = (0,shared_json/* wholeNumber */.rD)((0,shared_json/* member */.Dc)(value, 'endposition'));
    if (start === undefined || end === undefined || start > end)
        return undefined;
    return end < Math.max(1, sizeBytes) ? { start, end } : undefined;
}
const earliestMs = Date.UTC(2000, 0);
const clockSkewMs = 2 * 60_000;
function readDate(value, serverMs) {
    const ms = (0,shared_json/* dateMs */.tg)(value);
    if (ms === undefined || ms < earliestMs)
        return undefined;
    return serverMs !== undefined && ms > serverMs + clockSkewMs ? undefined : ms;
}
function readContent(body, path, serverMs) {
    const files = (0,shared_json/* elements */.Yt)((0,shared_json/* member */.Dc)((0,shared_json/* parseJson */.qF)(body), 'storefiles'));
    const entry = files.find((each) => isSamePath((0,shared_json/* member */.Dc)(each, 'storerelativepath'), path));
    return readFile(entry, serverMs);
}
function readFile(entry, serverMs) {
    const sizeBytes = (0,shared_json/* wholeNumber */.rD)((0,shared_json/* member */.Dc)(entry, 'filesize'));
    const modifiedMs = readDate((0,shared_json/* member */.Dc)(entry, 'modifieddate'), serverMs);
    if (sizeBytes === undefined || modifiedMs === undefined)
        return undefined;
    const version = readVersion((0,shared_json/* member */.Dc)(entry, 'fileversion'));
    return { sizeBytes, modifiedMs, ...(version !== undefined && { version }) };
}
function readVersion(value) {
    const numbers = ['epochdatalossnumber', 'epochconfigurationnumber', 'versionnumber'].map((name) => String((0,shared_json/* member */.Dc)(value, name)));
    return numbers.every((number) => /^-?\d+$/.test(number)) ? numbers.join('.') : undefined;
}
function readFolderPage(body, folder) {
    const listing = (0,shared_json/* parseJson */.qF)(body);
    const [entries, subfolders] = [(0,shared_json/* member */.Dc)(listing, 'storefiles'), (0,shared_json/* member */.Dc)(listing, 'storefolders')];
    const continuationToken = (0,shared_json/* member */.Dc)(listing, 'continuationtoken');
    if (!Array.isArray(entries) || !Array.isArray(subfolders) || typeof continuationToken !== 'string')
        return undefined;
    const files = new Map();
    const folders = new Set();
    for (const entry of entries) {
        const name = nameIn(folder, (0,shared_json/* member */.Dc)(entry, 'storerelativepath'));
        const sizeBytes = (0,shared_json/* wholeNumber */.rD)((0,shared_json/* member */.Dc)(entry, 'filesize'));
        if (name === undefined || sizeBytes === undefined)
            return undefined;
        const version = readVersion((0,shared_json/* member */.Dc)(entry, 'fileversion'));
        files.set(name, { sizeBytes, ...(version !== undefined && { version }) });
    }
    for (const entry of subfolders) {
        const name = nameIn(folder, (0,shared_json/* member */.Dc)(entry, 'storerelativepath'));
        if (name === undefined)
            return undefined;
        folders.add(name);
    }
    return { files, folders, continuationToken };
}
function nameIn(folder, listed) {
    const path = readPath(listed)
        ?.replaceAll('\\', '/')
        .replace(/^[\s/]+|\/+$/g, '');
    const end = path?.lastIndexOf('/') ?? -1;
    if (path === undefined || end < 0 || !isSamePath(path.slice(0, end), folder))
        return undefined;
    return path.slice(end + 1);
}
function isSamePath(listed, path) {
    return typeof listed === 'string' && normalized(listed) === normalized(path);
}
function normalized(path) {
    return path
        .replaceAll('\\', '/')
        .replace(/^[\s/]+|[\s/]+$/g, '')
        .toLowerCase();
}
function urlPath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./build/action/image-store/client.js





const apiVersion = '6.0';
const graceMs = 15_000;
function openImageStore(options) {
    const send = (method, target, details) => exchange(method, target, details, options);
    return {
        commit: async (sessionId, timeoutSeconds, signal, onSent) => {
            const query = `api-version=${apiVersion}&session-id=${sessionId}&timeout=${timeoutSeconds}`;
            const deadlineMs = timeoutSeconds * 1_000 + graceMs;
            const limits = { deadlineMs, signal, ...(onSent && { onSent }) };
            return (await send('POST', `$/CommitUploadSession?${query}`, limits)).attempt;
        },
        lookUpSession: async (sessionId, deadlineMs, signal) => {
            const query = `api-version=${apiVersion}&session-id=${sessionId}`;
            const { attempt, body, serverMs } = await send('GET', `$/GetUploadSession?${query}`, { deadlineMs, signal });
            if (hasStatus(attempt, 204))
                return { kind: 'notFound' };
            const session = hasStatus(attempt, 200) ? readSession(body, sessionId, serverMs) : undefined;
            return session ? { kind: 'found', session } : { kind: 'failed', attempt };
        },
        lookUpContent: async (path, deadlineMs, signal) => {
            const target = `${urlPath(path)}?api-version=${apiVersion}`;
            const { attempt, body, serverMs } = await send('GET', target, { deadlineMs, signal });
            if (hasStatus(attempt, 404)) {
                if (attempt.error?.code === 'FABRIC_E_FILE_NOT_FOUND')
                    return { kind: 'publishing' };
                return attempt.body === 'empty' ? { kind: 'notFound' } : { kind: 'failed', attempt };
            }
            const file = hasStatus(attempt, 200) ? readContent(body, path, serverMs) : undefined;
            return file ? { kind: 'found', file } : { kind: 'failed', attempt };
        },
    };
}
async function exchange(method, target, { headers: ownHeaders, ...details }, options) {
    const { transport, clock } = options;
    const startedMs = clock.now();
    const { url, headers } = requestTo(target, options);
    try {
        const uncached = method === 'GET' && { 'cache-control': 'no-cache' };
        const allHeaders = { ...headers, ...uncached, ...ownHeaders };
        const answer = await transport.exchange({ method, url, headers: allHeaders, ...details });
        const serverMs = Date.parse(answer.headers.date ?? '');
        return {
            attempt: responseAttempt(method, answer, clock.now() - startedMs, options),
            body: answer.body,
            serverMs: Number.isNaN(serverMs) ? undefined : serverMs,
        };
    }
    catch (error) {
        if (!(error instanceof TransportError))
            throw error;
        return { attempt: failedAttempt(method, error, clock.now() - startedMs, options), body: '', serverMs: undefined };
    }
}
function requestTo(target, options) {
    const { endpointUrl, newRequestId, authorization, runLabel } = options;
    return {
        url: `${endpointUrl}/ImageStore/${target}`,
        headers: {
            accept: 'application/json',
            'X-ServiceFabricRequestId': `${runLabel}:${newRequestId()}`,
            ...(authorization && { authorization }),
        },
    };
}
function hasStatus(attempt, status) {
    return attempt.kind === 'response' && attempt.status === status && attempt.body !== 'tooLarge';
}
function responseAttempt(method, answer, durationMs, { clock, redact }) {
    const { status, reasonPhrase, headers, body, truncated } = answer;
    const isEmpty = body.trim() === '';
    const error = isEmpty ? undefined : parseFabricError(body, redact);
    const foreignMessage = isEmpty || error ? undefined : parseForeignMessage(body, redact);
    const retryAfterMs = parseRetryAfter(headers['retry-after'], clock.epochMs());
    return {
        kind: 'response',
        method,
        status,
        reasonPhrase: redact(reasonPhrase),
        ...(error && { error }),
        body: truncated ? 'tooLarge' : isEmpty ? 'empty' : (0,shared_json/* parseJson */.qF)(body) === undefined ? 'nonJson' : 'json',
        headers: responseHeaders(headers, redact),
        ...(foreignMessage && { foreignMessage }),
        ...(retryAfterMs !== undefined && { retryAfterMs }),
        durationMs,
    };
}
function responseHeaders(headers, redact) {
    const server = [headers['server']].flat()[0];
    const { location, 'www-authenticate': authenticate } = headers;
    return {
        ...(server && { server: redact(server) }),
        ...(location && { location: redact(location) }),
        ...(authenticate && { authenticate: redact(authenticate) }),
    };
}
function failedAttempt(method, error, durationMs, { clock, redact }) {
    const { problem, code, message, sent, permanent, atProxy, partialResponse } = error;
    return {
        kind: 'noResponse',
        method,
        problem,
        code,
        message: redact(message),
        sent,
        permanent,
        ...(atProxy && { atProxy }),
        ...(partialResponse && { status: partialResponse.status }),
        ...(code.startsWith('CERT_') && { failedEpochMs: clock.epochMs() }),
        durationMs,
    };
}
function parseRetryAfter(value, epochMs) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1_000;
    const dateMs = Date.parse(value);
    return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - epochMs);
}

;// CONCATENATED MODULE: ./build/action/image-store/upload-client.js


const uploadGraceMs = 60_000;
const upload_client_graceMs = 15_000;
const maxPageBytes = 8 * 2 ** 20;
function openUploadStore(options) {
    const send = (method, target, details) => exchange(method, target, details, options);
    const upload = async (target, content, { timeoutSeconds, signal, onProgress }, headers = {}) => {
        const deadlineMs = timeoutSeconds * 1_000 + uploadGraceMs;
        const body = content && { body: content, onProgress, getFirst: () => bodylessRequest(options) };
        return (await send('PUT', target, { deadlineMs, signal, headers, ...body })).attempt;
    };
    const remove = async (target, { timeoutSeconds, signal }) => (await send('DELETE', target, { deadlineMs: timeoutSeconds * 1_000 + upload_client_graceMs, signal })).attempt;
    return {
        putFile: (path, content, limits) => upload(`${urlPath(path)}?${commonQuery(limits)}`, content, limits),
        putChunk: ({ sessionId, path, localPath, range, sizeBytes }, limits) => {
            const { start, end } = range;
            return upload(`${urlPath(path)}/$/UploadChunk?${commonQuery(limits)}&session-id=${sessionId}`, { path: localPath, start, sizeBytes: end - start + 1 }, limits, { 'content-range': `bytes ${start}-${end}/${sizeBytes}` });
        },
        listFolder: async (path, continuationToken, deadlineMs, signal) => {
            const token = continuationToken && `&ContinuationToken=${inQuery(continuationToken)}`;
            const target = `${urlPath(path)}?api-version=${apiVersion}${token}`;
            const { attempt, body } = await send('GET', target, { deadlineMs, signal, maxResponseBytes: maxPageBytes });
            const status = attempt.kind === 'response' && attempt.body !== 'tooLarge' ? attempt.status : undefined;
            if (status === 204)
                return { kind: 'empty' };
            if (status === 404 && body.trim() === '')
                return { kind: 'notFound' };
            if (status === 200 && readContent(body, path, undefined))
                return { kind: 'file' };
            const page = status === 200 ? readFolderPage(body, path) : undefined;
            return page ? { kind: 'page', page } : { kind: 'failed', attempt };
        },
        deleteContent: (path, limits) => remove(`${urlPath(path)}?${commonQuery(limits)}`, limits),
        deleteSession: (sessionId, limits) => remove(`$/DeleteUploadSession?${commonQuery(limits)}&session-id=${sessionId}`, limits),
    };
}
function bodylessRequest(options) {
    const sessionId = options.newRequestId();
    return requestTo(`$/GetUploadSession?api-version=${apiVersion}&session-id=${sessionId}`, options);
}
function commonQuery({ timeoutSeconds }) {
    return `api-version=${apiVersion}&timeout=${timeoutSeconds}`;
}
function inQuery(token) {
    return token.replace(/[^!-~]|[#&="<>`{}|\\^[\]]/gu, encodeURIComponent);
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: external "http"
const external_http_namespaceObject = require("http");
var external_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_http_namespaceObject, 2);
;// CONCATENATED MODULE: external "https"
const external_https_namespaceObject = require("https");
var external_https_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_https_namespaceObject, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./scripts/unused-package.cjs
var unused_package = __nccwpck_require__(767);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject_0 : external_http_namespaceObject_0;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_namespaceObject.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? unused_package.httpsOverHttps : unused_package.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? unused_package.httpOverHttps : unused_package.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_namespaceObject.Agent(options) : new external_http_namespaceObject.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new unused_package.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./build/action/runner/outputs-file.js


function writeOutputs({ result, ...others }) {
    for (const [name, value] of Object.entries(others))
        setOutput(name, value);
    setOutput('result', result);
}
function writeSummary(summary, log) {
    const path = process.env['GITHUB_STEP_SUMMARY'];
    if (!path)
        return;
    try {
        (0,external_node_fs_namespaceObject.appendFileSync)(path, summary);
    }
    catch (error) {
        log.debug(`The job summary was not written: ${String(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/action/shared/format.js
function format_grouped(value) {
    return value.toLocaleString('en-US');
}
function counted(count, noun) {
    return `${format_grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
function format_byteCount(bytes) {
    return counted(bytes, 'byte');
}
function duration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1).replace('.0', '')} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}
function format_isoTime(epochMs) {
    return new Date(epochMs).toISOString();
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/rng.js
const rnds8 = new Uint8Array(16);
function rng() {
    return crypto.getRandomValues(rnds8);
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/stringify.js

const byteToHex = [];
for (let i = 0; i < 256; ++i) {
    byteToHex.push((i + 0x100).toString(16).slice(1));
}
function unsafeStringify(arr, offset = 0) {
    return (byteToHex[arr[offset + 0]] +
        byteToHex[arr[offset + 1]] +
        byteToHex[arr[offset + 2]] +
        byteToHex[arr[offset + 3]] +
        '-' +
        byteToHex[arr[offset + 4]] +
        byteToHex[arr[offset + 5]] +
        '-' +
        byteToHex[arr[offset + 6]] +
        byteToHex[arr[offset + 7]] +
        '-' +
        byteToHex[arr[offset + 8]] +
        byteToHex[arr[offset + 9]] +
        '-' +
        byteToHex[arr[offset + 10]] +
        byteToHex[arr[offset + 11]] +
        byteToHex[arr[offset + 12]] +
        byteToHex[arr[offset + 13]] +
        byteToHex[arr[offset + 14]] +
        byteToHex[arr[offset + 15]]).toLowerCase();
}
function stringify(arr, offset = 0) {
    const uuid = unsafeStringify(arr, offset);
    if (!validate(uuid)) {
        throw TypeError('Stringified UUID is invalid');
    }
    return uuid;
}
/* harmony default export */ const dist_node_stringify = ((/* unused pure expression or super */ null && (stringify)));

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/v4.js


function v4(options, buf, offset) {
    if (!buf && !options && crypto.randomUUID) {
        return crypto.randomUUID();
    }
    return _v4(options, buf, offset);
}
function _v4(options, buf, offset) {
    options = options || {};
    const rnds = options.random ?? options.rng?.() ?? rng();
    if (rnds.length < 16) {
        throw new Error('Random bytes length must be >= 16');
    }
    rnds[6] = (rnds[6] & 0x0f) | 0x40;
    rnds[8] = (rnds[8] & 0x3f) | 0x80;
    if (buf) {
        offset = offset || 0;
        if (offset < 0 || offset + 16 > buf.length) {
            throw new RangeError(`UUID byte range ${offset}:${offset + 15} is out of buffer bounds`);
        }
        for (let i = 0; i < 16; ++i) {
            buf[offset + i] = rnds[i];
        }
        return buf;
    }
    return unsafeStringify(rnds);
}
/* harmony default export */ const dist_node_v4 = (v4);

;// CONCATENATED MODULE: ./build/action/connection/connection-info.js
function connectionInfo({ endpoint, proxy, security }) {
    const { certificate, token } = security ?? {};
    return {
        url: endpoint.url,
        secure: endpoint.secure,
        portNamed: endpoint.portNamed,
        ...(proxy && { proxyName: proxy.name }),
        ...(certificate && { certificate }),
        ...(token && { token }),
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(30);
// EXTERNAL MODULE: ./build/action/connection/look-alikes.js
var look_alikes = __nccwpck_require__(172);
;// CONCATENATED MODULE: ./build/action/connection/endpoint-mistakes.js


const nativePort = '19000';
const gatewayPort = '19080';
const resources = new Set([
    ...['$', 'Explorer', 'ImageStore', 'Nodes', 'Applications', 'ApplicationTypes', 'ComposeDeployments'],
    ...[
        'Partitions',
        'Services',
        'Names',
        'Faults',
        'Tools',
        'TestCommands',
        'BackupRestore',
        'EventsStore',
        'Resources',
    ],
]);
const distinctResources = new Set(['$', 'explorer', 'imagestore', 'applicationtypes', 'composedeployments']);
function splitScheme(text) {
    const match = /^([a-z][a-z\d+.-]*):\/\/+/i.exec(text) ?? /^(https?)(?:;\/\/|[:;]\/?|\/\/)(?=[a-z_[]|\d+\.)/i.exec(text);
    const scheme = match?.[1]?.toLowerCase();
    return { ...(scheme !== undefined && { scheme }), rest: text.slice(match?.[0].length ?? 0) };
}
function writtenUrl(text) {
    let { scheme, rest } = splitScheme((0,look_alikes/* withHyphens */.I)(text));
    for (let next = splitScheme(rest); /^https?:\/\//i.test(rest); next = splitScheme(rest))
        ({ scheme, rest } = next);
    const address = `${scheme === 'https' ? 'https' : 'http'}://${rest.replace(/^\/+/, '').replace(/^.*@/, '')}`;
    if (!URL.canParse(address))
        return undefined;
    const url = new URL(address);
    if (!isHost(url.hostname))
        return undefined;
    return { scheme, url, resourceAt: url.pathname.split('/').findIndex(isResource) };
}
function findMistakes(text, { scheme, url, resourceAt }) {
    const mistakes = [];
    const dashes = (0,look_alikes/* lookAlikeDashes */.m)(text);
    const resource = url.pathname.split('/')[resourceAt] ?? '';
    const schemeMistake = findSchemeMistake(text, scheme);
    if (schemeMistake !== undefined)
        mistakes.push(schemeMistake);
    if (url.port === nativePort) {
        mistakes.push(`has the native client's port ${nativePort} instead of the HTTP gateway's, usually ${gatewayPort}`);
    }
    if (text.includes('@'))
        mistakes.push('contains a user name or password, which the gateway does not use');
    if (dashes !== undefined)
        mistakes.push(`contains ${dashes}, which only looks like "-"`);
    if (resource.toLowerCase() === 'explorer')
        mistakes.push('is the address of Service Fabric Explorer, a web page');
    else if (resource !== '')
        mistakes.push(`leads to a resource of the gateway (/${resource}), not to the gateway itself`);
    else if (text.includes('?'))
        mistakes.push('has a query');
    else if (text.includes('#'))
        mistakes.push('has a fragment');
    return mistakes;
}
function findSchemeMistake(text, scheme) {
    if (scheme === undefined)
        return 'has no scheme';
    if (scheme === 'tcp')
        return "is the native client's address (tcp://), not the HTTP gateway's";
    if (/^https?:\/\/https?:\/\//i.test(text))
        return 'has two schemes';
    return new RegExp(`^${scheme}://[^/]`, 'i').test(text) ? undefined : `has something other than "://" after ${scheme}`;
}
function correctionOf({ scheme, url, resourceAt }) {
    const isNative = url.port === nativePort || (scheme === 'tcp' && url.port === '');
    const port = isNative ? gatewayPort : url.port;
    const path = resourceAt > 0 ? url.pathname.split('/').slice(0, resourceAt).join('/') : url.pathname;
    const address = `${url.hostname}${port === '' ? '' : `:${port}`}${path.replace(/\/+$/, '')}`;
    return scheme === 'http' || scheme === 'https'
        ? `${scheme}://${address}`
        : `https://${address}, or http://${address} if the cluster is not secured`;
}
function isResource(segment) {
    const name = segment === '%24' ? '$' : segment;
    return resources.has(name) || distinctResources.has(name.toLowerCase());
}
function isHost(hostname) {
    if ((0,external_node_net_.isIP)(hostname.replace(/^\[|\]$/g, '')) !== 0)
        return true;
    if (/^https?$/i.test(hostname))
        return false;
    const label = '[a-z\\d_](?:[a-z\\d_-]*[a-z\\d_])?';
    return new RegExp(`^(?:${label}\\.)*${label}\\.?$`, 'i').test(hostname);
}

;// CONCATENATED MODULE: ./build/action/connection/endpoint.js



const accepted = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";
function parseEndpoint(value, reportProblem) {
    const shown = withoutQuotes(value);
    const text = withoutQuotes((0,shared_sanitize/* dropInvisible */.Nv)(value));
    if (text === '')
        return reportProblem((0,input_problems/* emptyInput */.Wb)('endpoint', accepted));
    const reject = (reason) => reportProblem(`endpoint must be ${accepted}, but ${quoteWithoutLogin(shown)} ${reason}.`);
    const other = otherValues.find(({ pattern }) => pattern.test(text));
    if (other !== undefined)
        return reject(other.reason);
    const { scheme, rest } = splitScheme(text);
    if (scheme !== undefined && !['http', 'https', 'tcp'].includes(scheme))
        return reject(`has the scheme ${scheme}`);
    if (/[/?#].*@/.test(rest)) {
        return reject('contains an @: the gateway uses no user name or password, and an @ in a path is written %40');
    }
    const written = writtenUrl(text);
    if (written === undefined)
        return reject('is not a URL');
    const mistakes = findMistakes(text, written);
    if (mistakes.length > 0) {
        const corrected = correctionOf(written);
        return reportProblem(`endpoint ${quoteWithoutLogin(shown)} ${(0,input_problems/* joinWithAnd */.Ol)(mistakes)}; write ${corrected}.`);
    }
    return toEndpoint(text, written);
}
function toEndpoint(text, { url }) {
    return {
        url: `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`,
        secure: url.protocol === 'https:',
        portNamed: url.port !== '' || /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(text),
    };
}
const otherValues = [
    { pattern: /\*{3}/, reason: 'is or contains a masked value, as a log shows a secret, and not the value itself' },
    {
        pattern: /\{\{|^(?:\w+:\/\/)?[$%<]/,
        reason: 'contains a placeholder, a variable or an expression that was not replaced by its value',
    },
    {
        pattern: /^fabric:/i,
        reason: 'is the name of an application or service in the cluster (fabric:/), and not an address',
    },
    { pattern: /[\s\\\u0000-\u001F\u007F]/, reason: 'contains a blank, a line break or a backslash' },
];
function withoutQuotes(value) {
    const unquoted = value.replace(/^["'`“”„‘’«»\s]+|["'`“”‘’«»\s]+$/g, '');
    return /^<[^<>]*>$/.test(unquoted) ? unquoted.slice(1, -1).trim() : unquoted;
}
function quoteWithoutLogin(value) {
    return (0,input_problems/* quote */.hD)(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, '$1***@'));
}

// EXTERNAL MODULE: ./build/action/connection/pasted-secrets.js
var pasted_secrets = __nccwpck_require__(818);
;// CONCATENATED MODULE: ./build/action/connection/proxy-variable.js
const variableNames = [
    { scheme: 'http:', names: ['http_proxy', 'HTTP_PROXY'] },
    { scheme: 'https:', names: ['https_proxy', 'HTTPS_PROXY'] },
];
function findProxyVariable(endpointUrl, environment) {
    return variableNames
        .filter(({ scheme }) => endpointUrl.startsWith(scheme))
        .flatMap(({ names }) => names.map((name) => ({ name, value: (environment[name] ?? '').trim() })))
        .find(({ value }) => value !== '');
}

;// CONCATENATED MODULE: ./build/action/connection/connection-inputs.js




const defaultSecurity = { trust: { kind: 'authority', ca: [] }, warnings: [] };
async function readConnectionInputs(source, forward) {
    const { environment, redactor, epochMs } = source;
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)(forward);
    const tlsInputs = readTlsInputs(source);
    const endpoint = parseEndpoint(source.read('endpoint').trim(), reportProblem);
    const tls = areUnset(tlsInputs)
        ? { security: defaultSecurity, credentials: {} }
        : (await __nccwpck_require__.e(/* import() */ 117).then(__nccwpck_require__.bind(__nccwpck_require__, 117))).parseTlsInputs(tlsInputs, { endpoint, redactor, epochMs, reportProblem });
    const variable = endpoint && findProxyVariable(endpoint.url, environment);
    const proxy = endpoint &&
        variable &&
        (await __nccwpck_require__.e(/* import() */ 639).then(__nccwpck_require__.bind(__nccwpck_require__, 639))).parseProxy(variable, endpoint.url, { environment, redactor, reportProblem });
    if (problems.length > 0 || endpoint === undefined || tls === undefined)
        return undefined;
    return {
        endpoint,
        ...(proxy && { proxy: addressOf(proxy) }),
        ...(endpoint.secure && { security: tls.security }),
        credentials: { ...tls.credentials, ...(proxy?.authorization && { proxyAuthorization: proxy.authorization }) },
    };
}
function forwardProxyOf({ proxy, credentials }) {
    const { proxyAuthorization: authorization } = credentials;
    return proxy && { ...proxy, ...(authorization && { authorization }) };
}
function addressOf({ name, host, port, secure }) {
    return { name, host, port, secure };
}
function readTlsInputs({ read, redactor }) {
    const readSecret = (name, secretsIn) => {
        const value = read(name);
        if (value !== '')
            redactor.add(...secretsIn(value));
        return value;
    };
    return {
        'client-certificate': readSecret('client-certificate', pasted_secrets/* secretsInCertificate */.a),
        'client-key': readSecret('client-key', pasted_secrets/* secretsInCertificate */.a),
        'client-certificate-password': readSecret('client-certificate-password', (password) => [password]),
        'access-token': readSecret('access-token', pasted_secrets/* secretsInToken */.i),
        'server-ca': read('server-ca'),
        'server-certificate-thumbprints': read('server-certificate-thumbprints'),
        'server-common-names': read('server-common-names'),
        'tls-skip-verify': read('tls-skip-verify'),
    };
}
function areUnset({ 'tls-skip-verify': skipVerify, ...others }) {
    return (skipVerify === '' || skipVerify === 'false') && Object.values(others).every((value) => value === '');
}

;// CONCATENATED MODULE: ./build/action/connection/connection-log.js
function logConnection(connection, security, log) {
    if (connection.proxyName)
        log.info(`Through the proxy ${connection.proxyName}`);
    if (connection.certificate) {
        log.info(`Client certificate ${connection.certificate.subject}, thumbprint ${connection.certificate.thumbprint}`);
    }
    for (const warning of security?.warnings ?? [])
        log.warning(warning);
    if (security?.trust.kind !== 'insecure')
        return;
    log.warning('tls-skip-verify is true: whoever answers in place of the cluster is trusted, and receives your credentials. ' +
        'server-certificate-thumbprints accepts a self-signed certificate as well, and that one alone.');
}
function logTlsFallback(fallback, log) {
    const consequence = {
        postHandshake: 'connected with TLS 1.2, in which it can ask later.',
        notSupported: 'it speaks TLS 1.3 alone, so the certificate cannot be sent.',
    };
    log.info(`The server did not ask for the client certificate in the TLS 1.3 handshake; ${consequence[fallback]}`);
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: ./build/action/shared/abort.js
const listenings = new WeakMap();
function onAbort(signal, callback) {
    const listening = listenings.get(signal) ?? startListening(signal);
    const { slots, listener } = listening;
    const free = slots.indexOf(undefined);
    const slot = free < 0 ? slots.length : free;
    slots[slot] = callback;
    if (listening.count === 0)
        signal.addEventListener('abort', listener);
    listening.count += 1;
    return () => {
        if (slots[slot] !== callback)
            return;
        slots[slot] = undefined;
        listening.count -= 1;
        if (listening.count === 0)
            signal.removeEventListener('abort', listener);
    };
}
function startListening(signal) {
    const slots = [];
    const listener = () => {
        for (const callback of [...slots])
            callback?.();
    };
    const listening = { slots, count: 0, listener };
    listenings.set(signal, listening);
    return listening;
}

;// CONCATENATED MODULE: ./build/action/shared/clock.js

function sleep(clock, delayMs, signal) {
    return new Promise((resolve) => {
        if (signal.aborted) {
            resolve();
            return;
        }
        const finish = () => {
            cancelTimer();
            ignoreAbort();
            resolve();
        };
        const cancelTimer = clock.after(delayMs, finish);
        const ignoreAbort = onAbort(signal, finish);
    });
}
function every(clock, periodMs, callback) {
    let cancel;
    const arm = () => {
        cancel = clock.after(periodMs, () => {
            arm();
            callback();
        });
    };
    arm();
    return () => cancel();
}
const longestTimerMs = 2 ** 31 - 1;
const systemClock = {
    now: () => Number(process.hrtime.bigint() / 1000000n),
    epochMs: () => Date.now(),
    after: (delayMs, callback) => {
        let timer;
        const arm = (leftMs) => {
            const stepMs = Math.min(leftMs, longestTimerMs);
            timer = setTimeout(() => (leftMs > stepMs ? arm(leftMs - stepMs) : callback()), stepMs);
        };
        arm(delayMs);
        return () => clearTimeout(timer);
    },
};

// EXTERNAL MODULE: ./build/action/http/address.js
var address = __nccwpck_require__(315);
;// CONCATENATED MODULE: ./build/action/http/errors.js
class NetworkError extends Error {
    name = 'NetworkError';
    code;
    permanent;
    atProxy;
    constructor(code, message, details = {}) {
        super(message, { cause: details.cause });
        this.code = code;
        this.permanent = details.permanent ?? false;
        this.atProxy = details.atProxy ?? false;
    }
}
function describeError(error) {
    if (!(error instanceof Error))
        return { code: 'UNKNOWN', message: String(error), permanent: false, atProxy: false };
    const parts = error instanceof AggregateError ? error.errors.map(describeError) : [];
    const texts = new Set(parts.map(({ message }) => message).filter((text) => text !== ''));
    const ownCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    const code = ownCode ?? parts[0]?.code ?? 'UNKNOWN';
    return {
        code,
        message: withoutOpenSslInternals(error.message) || [...texts].join('; ') || ownCode || error.name,
        permanent: error instanceof NetworkError ? error.permanent : isPermanentCode(code),
        atProxy: error instanceof NetworkError && error.atProxy,
    };
}
function isPermanentCode(code) {
    return code === 'ENOTFOUND' || code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/.test(code);
}
const openSslError = /(?:\w+ EPROTO )?(?:[\dA-F]{8,}:)?error:[\dA-F]{8}:[^:\n]*:[^:\n]*:([^:\n]+)[^\n]*/gi;
function withoutOpenSslInternals(message) {
    return message
        .replace(openSslError, (_, reason) => describeTlsReason(reason))
        .trim()
        .replace(/\n+/g, '; ');
}
function describeTlsReason(reason) {
    const alert = /^(?:sslv3|tlsv1[\d.]*|ssl\/tls) alert (?<name>.+)$/.exec(reason)?.groups?.['name'];
    if (alert === undefined)
        return `TLS error: ${reason}`;
    return `TLS alert from the other side: ${alert.replace(/\bca\b/, 'CA')}`;
}
function isCertificateAlert(code) {
    return /^ERR_SSL_.*ALERT_(?:(?:BAD|UNSUPPORTED)_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(code);
}

;// CONCATENATED MODULE: ./build/action/http/connection.js




const idleTimeoutMs = 2_000;
const quietMs = { longest: 20, shortest: 2, share: 0.04 };
function toConnection(socket, target, mayBeKept) {
    const agent = new external_node_http_namespaceObject.Agent({ keepAlive: true });
    const optionsFor = createTarget(target);
    let uses = 0;
    let isQuiet = false;
    let startedMs = 0;
    let response;
    let received = [];
    let quietTimer;
    let resolveQuiet = () => undefined;
    let quiet = new Promise((resolve) => {
        resolveQuiet = resolve;
    });
    const settle = () => {
        clearTimeout(quietTimer);
        isQuiet = !socket.destroyed;
        resolveQuiet(isQuiet);
    };
    const onData = (bytes) => {
        const isRequested = !response?.complete && socket.listenerCount('data') > 1;
        if (isRequested)
            received.push(bytes);
        else
            socket.destroy(new NetworkError('UNREQUESTED_DATA', 'the server sent data that was not requested'));
    };
    const startUse = () => {
        if (uses === 0)
            socket.prependListener('data', onData);
        uses += 1;
        startedMs = systemClock.now();
        isQuiet = false;
        response = undefined;
        received = [];
        quiet = new Promise((resolve) => {
            resolveQuiet = resolve;
        });
    };
    agent.createConnection = () => socket;
    agent.keepSocketAlive = () => {
        if (!mayBeKept() || response === undefined || !endsWithResponse(received, response))
            return false;
        const timeoutMs = Math.min(idleTimeoutMs, announcedTimeoutMs(response) / 2);
        if (timeoutMs === 0)
            return false;
        socket.setTimeout(timeoutMs);
        quietTimer = setTimeout(settle, uses === 1 ? quietMs.longest : quietAfter(systemClock.now() - startedMs));
        return true;
    };
    socket.once('close', settle);
    return {
        socket,
        get isNew() {
            return uses === 0;
        },
        get isReused() {
            return uses > 1;
        },
        get isQuiet() {
            return isQuiet;
        },
        get quiet() {
            return quiet;
        },
        requestOptions: (request) => {
            startUse();
            return { agent, ...optionsFor(request) };
        },
        onResponse: (message) => {
            response = message;
        },
    };
}
function quietAfter(exchangeMs) {
    return Math.min(quietMs.longest, Math.max(quietMs.shortest, exchangeMs * quietMs.share));
}
function createTarget({ url, proxy, tls }) {
    const { origin, hostname, port } = new URL(url);
    const common = { port, defaultPort: tls ? 443 : 80 };
    if (proxy === undefined || tls) {
        const host = (0,address/* withoutTrailingDot */.Ac)(hostname);
        return ({ method, path, headers }) => ({ ...common, host, method, path, headers: { ...headers } });
    }
    const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization };
    return ({ method, path, headers }) => ({
        ...common,
        host: hostname,
        method,
        path: `${origin}${path}`,
        headers: { ...headers, ...authorization },
    });
}
function endsWithResponse(chunks, { headers, statusCode }) {
    const [first, ...others] = chunks;
    const received = others.length === 0 && first ? first : Buffer.concat(chunks);
    const hasLength = statusCode !== 204 && statusCode !== 304 && headers['transfer-encoding'] === undefined;
    const bodyStart = received.length - (hasLength ? Number(headers['content-length'] ?? 0) : 0);
    return received.toString('latin1', bodyStart - 4, bodyStart) === '\r\n\r\n';
}
function announcedTimeoutMs({ headers }) {
    const header = [headers['keep-alive']].flat().join();
    const seconds = /(?:^|[\s,;])timeout=(?<seconds>\d+)/i.exec(header)?.groups?.['seconds'];
    return seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds) * 1_000;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(692);
;// CONCATENATED MODULE: ./build/action/http/proxy-tunnel.js



class ProxyError extends NetworkError {
    name = 'ProxyError';
    constructor(proxy, { statusCode = 0, statusMessage = '' }) {
        const permanent = statusCode < 500 || statusCode === 501 || statusCode === 505;
        super(permanent ? 'PROXY_REFUSED' : 'PROXY_FAILED', `the proxy ${proxy.name} answered ${`${statusCode} ${statusMessage}`.trim()} to CONNECT`, { permanent, atProxy: true });
    }
}
function openTunnel(connection, proxy, target) {
    const authority = (0,address/* authorityOf */.vO)(target);
    return new Promise((resolve, reject) => {
        const fail = (code, reason, cause) => reject(new NetworkError(code, `the proxy ${proxy.name} ${reason}`, { atProxy: true, cause }));
        const connectRequest = (0,external_node_http_namespaceObject.request)({
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
            createConnection: () => connection,
        });
        connectRequest.on('error', (error) => {
            const { code, message } = describeError(error);
            fail(code, `did not answer CONNECT: ${message}`, error);
        });
        connectRequest.once('close', () => fail('ECONNRESET', 'closed the connection'));
        connectRequest.once('response', (response) => reject(new ProxyError(proxy, response)));
        connectRequest.once('connect', (response, socket, head) => {
            if (response.statusCode === undefined || response.statusCode < 200 || response.statusCode > 299) {
                reject(new ProxyError(proxy, response));
                return;
            }
            if (head.length > 0)
                socket.unshift(head);
            resolve(connection);
        });
        connectRequest.end();
    });
}

;// CONCATENATED MODULE: ./build/action/http/tls-fallback.js
function createFallbackConnect(connectOnce, onFallback) {
    let known;
    const remember = (fallback) => {
        if (known === undefined)
            onFallback(fallback);
        known = fallback;
    };
    return async function connectWithFallback(connect, host) {
        if (known === 'postHandshake')
            return connectOnce(connect, host, 'TLSv1.2');
        const first = await connectOnce(connect, host);
        if (known === 'notSupported' || certificateRequested(first))
            return first;
        first.destroy();
        try {
            const second = await connectOnce(connect, host, 'TLSv1.2');
            remember('postHandshake');
            return second;
        }
        catch (error) {
            if (!isWithoutTls12(error))
                throw error;
            remember('notSupported');
            return connectOnce(connect, host);
        }
    };
}
function isWithoutTls12(error) {
    return /protocol.version|no.ciphers.available/i.test(String(error));
}
function certificateRequested(socket) {
    return socket.getProtocol() !== 'TLSv1.3' || socket.getSharedSigalgs().length > 0;
}

;// CONCATENATED MODULE: ./build/action/http/tls-pfx.js

function createPinnedConnect(withoutPfx, withPfx) {
    const verifiedFingerprints = new Set();
    return async function connectPinned(connect, host, maxVersion) {
        if (verifiedFingerprints.size === 0) {
            const first = await withoutPfx(connect, host).catch((error) => {
                throw isTlsAlert(error) ? pfxNotUsable(error) : error;
            });
            verifiedFingerprints.add(fingerprintOf(first));
            first.destroy();
        }
        const socket = await withPfx(connect, host, maxVersion);
        if (verifiedFingerprints.has(fingerprintOf(socket)))
            return socket;
        socket.destroy();
        verifiedFingerprints.clear();
        throw new NetworkError('CERTIFICATE_CHANGED', 'the server presented another certificate in its second handshake', {
            permanent: true,
        });
    };
}
function pfxNotUsable(cause) {
    return new NetworkError('PFX_NOT_USABLE', 'the server ends every handshake without a client certificate, and its own certificate must be verified in one before a PFX is used', { permanent: true, cause });
}
function isTlsAlert(error) {
    return error instanceof Error && 'code' in error && /^ERR_SSL_.*ALERT/.test(String(error.code));
}
function fingerprintOf(socket) {
    return socket.getPeerCertificate().fingerprint256;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./build/action/http/server-trust.js




class TrustError extends NetworkError {
    name = 'TrustError';
    constructor(code, message) {
        super(code, message, { permanent: true });
    }
}
function verifyServer({ certificate: presented, authorizationError }, host, trust) {
    if (trust.kind === 'insecure')
        return undefined;
    if (!Buffer.isBuffer(presented.raw)) {
        return new TrustError('CERTIFICATE_MISSING', 'the server presented no certificate');
    }
    const chainError = codeOf(authorizationError);
    if (trust.kind === 'authority' && chainError === undefined && (0,external_node_tls_.checkServerIdentity)(host, presented) === undefined) {
        return undefined;
    }
    const certificate = new external_node_crypto_.X509Certificate(presented.raw);
    if (trust.kind === 'thumbprints') {
        const presentedThumbprints = [certificate.fingerprint, certificate.fingerprint256].map(withoutColons);
        if (presentedThumbprints.some((each) => trust.thumbprints.includes(each)))
            return undefined;
        return new TrustError('CERTIFICATE_THUMBPRINT_MISMATCH', `the server's certificate is none of those in server-certificate-thumbprints (${trust.thumbprints.join(', ')}). It presented ${describeCertificate(certificate)}`);
    }
    if (chainError !== undefined) {
        return new TrustError(chainError, `the server's certificate was not accepted (${chainError}). It presented ${describeCertificate(certificate)}`);
    }
    if (trust.kind === 'common names') {
        const presentedNames = namesOf(certificate);
        if (trust.names.some((name) => presentedNames.includes(name.toLowerCase())))
            return undefined;
        return new TrustError('CERTIFICATE_NAME_MISMATCH', `the server's certificate has none of the names in server-common-names (${(0,shared_sanitize/* sanitize */.aj)(trust.names.join(', '), 300)}). It presented ${describeCertificate(certificate)}`);
    }
    return new TrustError('ERR_TLS_CERT_ALTNAME_INVALID', `the server's certificate is not for the name ${(0,shared_sanitize/* sanitize */.aj)(host, 200)}. It presented ${describeCertificate(certificate)}`);
}
function codeOf(authorizationError) {
    if (typeof authorizationError === 'string')
        return authorizationError;
    if (!(authorizationError instanceof Error))
        return undefined;
    return 'code' in authorizationError ? String(authorizationError.code) : authorizationError.message;
}
function namesOf({ subject, subjectAltName }) {
    const commonNames = [...(subject ?? '').matchAll(/^CN=(.*)$/gm)].map(([, name]) => name ?? '');
    const alternatives = (subjectAltName ?? '').split(', ').flatMap((each) => /^DNS:(.+)$/.exec(each)?.[1] ?? []);
    return [...commonNames, ...alternatives].map((name) => name.trim().toLowerCase());
}
function describeCertificate(certificate) {
    const { fingerprint, fingerprint256, validFrom, validTo, issuer } = certificate;
    const names = [...new Set(namesOf(certificate))];
    return [
        `SHA-1 ${withoutColons(fingerprint)}`,
        `SHA-256 ${withoutColons(fingerprint256)}`,
        `names ${names.length > 0 ? (0,shared_sanitize/* sanitize */.aj)(names.join(', '), 300) : 'none'}`,
        `valid from ${validFrom} to ${validTo}`,
        `issued by ${(0,shared_sanitize/* sanitize */.aj)((issuer ?? '').replaceAll('\n', ', '), 200)}`,
    ].join('; ');
}
function withoutColons(fingerprint) {
    return fingerprint.replaceAll(':', '');
}

;// CONCATENATED MODULE: ./build/action/http/tls-verify.js



function createVerifiedConnect(trust, clientCertificate) {
    const contexts = new Map();
    const contextFor = (maxVersion) => {
        const context = contexts.get(maxVersion) ?? createContext(trust, clientCertificate, maxVersion);
        contexts.set(maxVersion, context);
        return context;
    };
    return (connect, host, maxVersion) => connectAndVerify(connect, host, trust, contextFor(maxVersion));
}
async function connectAndVerify(connect, host, trust, secureContext) {
    let presented;
    const socket = await connect({
        ...(0,address/* tlsHost */.kJ)(host),
        secureContext,
        rejectUnauthorized: false,
        checkServerIdentity: (_, certificate) => {
            presented = certificate;
            return undefined;
        },
    });
    const certificate = presented ?? socket.getPeerCertificate();
    const handshake = { certificate, authorizationError: socket.authorizationError };
    const error = verifyServer(handshake, (0,address/* withoutTrailingDot */.Ac)(host), trust);
    if (error === undefined)
        return socket;
    socket.destroy();
    throw error;
}
function createContext(trust, clientCertificate, maxVersion) {
    const ca = 'ca' in trust && trust.ca.length > 0 ? { ca: [...trust.ca], allowPartialTrustChain: true } : {};
    const versions = maxVersion && { minVersion: maxVersion, maxVersion };
    return (0,external_node_tls_.createSecureContext)({ ...ca, ...clientCertificate, ...versions });
}

;// CONCATENATED MODULE: ./build/action/http/tls.js



function createTlsConnector({ trust, clientCertificate, onFallback }) {
    const withoutCertificate = createVerifiedConnect(trust, undefined);
    if (clientCertificate === undefined)
        return withoutCertificate;
    const withCertificate = createVerifiedConnect(trust, clientCertificate);
    const verifiesChain = trust.kind === 'authority' || trust.kind === 'common names';
    const connect = 'pfx' in clientCertificate && verifiesChain
        ? createPinnedConnect(withoutCertificate, withCertificate)
        : withCertificate;
    return createFallbackConnect(connect, (fallback) => onFallback?.(fallback));
}

;// CONCATENATED MODULE: ./build/action/http/dial.js






const keepAliveDelayMs = 30_000;
function createDialer(options, onSocket) {
    const { clock, proxy, tls, connectTimeoutMs } = options;
    const endpoint = (0,address/* hostPortOf */.ZC)(options.url);
    const secureConnect = tls && createTlsConnector(tls);
    return async function dial(signal) {
        const sockets = new Set();
        const destroyAll = () => {
            for (const socket of sockets)
                socket.destroy();
        };
        const track = (socket) => {
            sockets.add(socket);
            onSocket(socket);
            return socket;
        };
        let timedOut = false;
        const cancelTimeout = clock.after(connectTimeoutMs, () => {
            timedOut = true;
            destroyAll();
        });
        signal.addEventListener('abort', destroyAll);
        try {
            if (secureConnect)
                return await secureConnect(tlsConnectTo(endpoint, proxy, track), endpoint.host);
            return await (proxy ? connectToProxy(proxy, track) : opened(track(connectTcp(endpoint)), 'connect'));
        }
        catch (error) {
            destroyAll();
            if (!timedOut)
                throw error;
            const route = proxy ? ` through the proxy ${proxy.name}` : '';
            const message = `no connection${route} within ${connectTimeoutMs / 1_000} s`;
            const { atProxy } = describeError(error);
            throw new NetworkError('CONNECT_TIMEOUT', message, { atProxy, cause: error });
        }
        finally {
            cancelTimeout();
            signal.removeEventListener('abort', destroyAll);
        }
    };
}
function connectTcp({ host, port }) {
    return (0,external_node_net_.connect)({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveDelayMs });
}
function tlsConnectTo(endpoint, proxy, track) {
    return async (options) => {
        if (proxy === undefined) {
            const socket = (0,external_node_tls_.connect)({ ...endpoint, ...options });
            return opened(track(socket.setNoDelay(true).setKeepAlive(true, keepAliveDelayMs)), 'secureConnect');
        }
        const tunnel = await openTunnel(await connectToProxy(proxy, track), proxy, endpoint);
        return opened(track((0,external_node_tls_.connect)({ socket: tunnel, ...options })), 'secureConnect');
    };
}
async function connectToProxy(proxy, track) {
    let socket;
    try {
        const connection = await opened(track(connectTcp(proxy)), 'connect');
        if (!proxy.secure)
            return connection;
        socket = (0,external_node_tls_.connect)({ socket: connection, ...(0,address/* tlsHost */.kJ)(proxy.host) });
        return await opened(track(socket), 'secureConnect');
    }
    catch (error) {
        const { code, message, permanent } = describeError(error);
        if (!socket?.authorizationError) {
            const details = { permanent, atProxy: true, cause: error };
            throw new NetworkError(code, `cannot reach the proxy ${proxy.name}: ${message}`, details);
        }
        throw new NetworkError('PROXY_CERTIFICATE', `the certificate of the proxy ${proxy.name} was not accepted: ${message}`, { permanent: true, atProxy: true, cause: error });
    }
}
function opened(socket, event) {
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            socket.destroy();
            reject(error);
        };
        const during = event === 'connect' ? '' : ' in the TLS handshake';
        const onClose = () => fail(new NetworkError('ECONNRESET', `the connection was closed${during}`));
        socket.once('error', fail);
        socket.once('close', onClose);
        socket.once(event, () => {
            socket.off('error', fail);
            socket.off('close', onClose);
            resolve(socket);
        });
    });
}

;// CONCATENATED MODULE: ./build/action/http/connections.js


const headStartMs = 6;
function openConnections(options) {
    const kept = [];
    const sockets = new Set();
    let keepsConnections = true;
    const firstReuse = createHeadStart();
    const dial = createDialer(options, (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        socket.on('error', () => undefined);
    });
    const takeKept = () => {
        const index = Math.max(0, kept.findLastIndex(({ isQuiet }) => isQuiet));
        return kept.splice(index, 1)[0];
    };
    const becomesReady = async ({ socket, quiet }, signal) => {
        const giveUp = () => void socket.destroy();
        signal.addEventListener('abort', giveUp);
        try {
            if (!(await quiet))
                return false;
            await firstReuse.wait();
            await untilAllIsRead();
            return keepsConnections && socket.writable && !socket.destroyed;
        }
        finally {
            signal.removeEventListener('abort', giveUp);
        }
    };
    return {
        acquire: async (signal) => {
            for (let next = takeKept(); next !== undefined; next = takeKept()) {
                if (await becomesReady(next, signal))
                    return next;
                next.socket.destroy();
                signal.throwIfAborted();
            }
            return toConnection(await dial(signal), options, () => keepsConnections);
        },
        release: (connection) => {
            if (connection.isReused)
                firstReuse.end();
            if (keepsConnections && !connection.socket.destroyed)
                kept.push(connection);
        },
        discard: (connection, hasBody) => {
            connection.socket.destroy();
            if (hasBody || !connection.isReused)
                return;
            keepsConnections = false;
            firstReuse.end();
            for (const { socket } of kept.splice(0))
                socket.destroy();
        },
        close: () => {
            firstReuse.end();
            for (const socket of sockets)
                socket.destroy();
        },
    };
}
function createHeadStart() {
    let end = () => undefined;
    let isOver;
    return {
        wait: async () => {
            if (isOver)
                return isOver;
            isOver = new Promise((resolve) => {
                const timer = setTimeout(resolve, headStartMs);
                end = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
        },
        end: () => end(),
    };
}
function untilAllIsRead() {
    return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

;// CONCATENATED MODULE: ./build/action/http/first-request.js
async function acquireForBody(connections, signal, get) {
    const connection = await connections.acquire(signal);
    if (!connection.isNew)
        return connection;
    signal.addEventListener('abort', () => connection.socket.destroy());
    try {
        await get(connection);
        return (await connection.quiet) ? connection : await connections.acquire(signal);
    }
    catch (error) {
        connection.socket.destroy();
        throw error;
    }
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = require("node:stream");
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/action/http/request-body.js




const bufferBytes = 64 * 1024;
const reportDelayMs = 100;
class FileBody extends external_node_stream_namespaceObject.Readable {
    #slice;
    #onProgress;
    #isHandedOver = false;
    constructor(slice, onProgress) {
        super();
        this.#slice = slice;
        this.#onProgress = onProgress;
    }
    async settled() {
        if (!this.#isHandedOver || this.closed)
            return;
        const closed = new Promise((resolve) => this.once('close', resolve));
        await Promise.race([closed, (0,external_node_timers_promises_namespaceObject.setTimeout)(reportDelayMs, undefined, { ref: false })]);
    }
    pipe(request) {
        this.#send(request).then(() => this.destroy(), (error) => this.destroy(error instanceof Error ? error : new Error(String(error))));
        return request;
    }
    async #send(request) {
        const { path, start, sizeBytes } = this.#slice;
        const ended = new Promise((resolve) => request.once('close', () => resolve(false)));
        const file = await openFile(path);
        try {
            const buffer = Buffer.allocUnsafeSlow(Math.min(bufferBytes, sizeBytes));
            for (let sent = 0; sent < sizeBytes;) {
                const part = await readPart(file, buffer, start + sent, sizeBytes - sent);
                const isLast = sent + part.byteLength === sizeBytes;
                this.#isHandedOver = isLast;
                if (!(await Promise.race([write(request, part, isLast), ended])))
                    return;
                sent += part.byteLength;
                this.#onProgress(part.byteLength);
            }
        }
        finally {
            await file.close();
        }
    }
}
function write(request, part, isLast) {
    return new Promise((resolve) => {
        const onTaken = (error) => resolve(!error);
        if (isLast)
            request.end(part, onTaken);
        else
            request.write(part, onTaken);
    });
}
async function openFile(path) {
    try {
        return await (0,promises_namespaceObject.open)(path);
    }
    catch (error) {
        throw unreadable(error);
    }
}
async function readPart(file, buffer, position, left) {
    const { bytesRead } = await file
        .read(buffer, 0, Math.min(buffer.byteLength, left), position)
        .catch((error) => {
        throw unreadable(error);
    });
    if (bytesRead > 0)
        return buffer.subarray(0, bytesRead);
    throw new NetworkError('FILE_CHANGED', 'the file became shorter while it was being sent', { permanent: true });
}
function unreadable(cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new NetworkError('FILE_UNREADABLE', `the file cannot be read: ${reason}`, { permanent: true, cause });
}

;// CONCATENATED MODULE: ./build/action/http/request-deadline.js
const stallLimitMs = 60_000;
function startDeadline({ deadlineMs, body }, clock, onExpired) {
    let leftBytes = body?.sizeBytes ?? 0;
    const start = () => leftBytes > 0
        ? clock.after(stallLimitMs, () => onExpired('STALLED'))
        : clock.after(deadlineMs, () => onExpired('DEADLINE'));
    let cancelTimer = start();
    let isCancelled = false;
    return {
        recordProgress: (bytes) => {
            leftBytes -= bytes;
            cancelTimer();
            if (!isCancelled)
                cancelTimer = start();
        },
        isBodySent: () => leftBytes <= 0,
        cancel: () => {
            isCancelled = true;
            cancelTimer();
        },
    };
}

;// CONCATENATED MODULE: ./build/action/http/response-body.js

const maxBodyBytes = 64 * 1024;
const undecodable = '\uFFFD';
async function readBody(message, maxBytes = maxBodyBytes) {
    const bytes = await readBytes(message, maxBytes);
    const truncated = bytes.length > maxBytes;
    const codings = codingsOf(message);
    if (codings.length === 0 || bytes.length === 0)
        return { body: bytes.toString('utf8', 0, maxBytes), truncated };
    return truncated ? { body: undecodable, truncated } : decode(bytes, codings, maxBytes);
}
function readBytes(message, maxBytes) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        message.on('data', (chunk) => {
            chunks.push(chunk);
            size += chunk.length;
            if (size <= maxBytes)
                return;
            resolve(Buffer.concat(chunks));
            message.destroy();
        });
        message.once('end', () => {
            if (message.complete)
                resolve(Buffer.concat(chunks));
        });
        message.on('error', reject);
        message.once('close', () => reject(new NetworkError('ECONNRESET', 'the answer was cut off')));
    });
}
function codingsOf({ headers }) {
    return [headers['content-encoding'], headers['transfer-encoding']]
        .flatMap((header) => (header ?? '').split(','))
        .map((coding) => coding.trim().toLowerCase())
        .filter((coding) => !['', 'identity', 'chunked'].includes(coding));
}
async function decode(bytes, codings, maxBytes) {
    const { decodeBytes } = await __nccwpck_require__.e(/* import() */ 925).then(__nccwpck_require__.bind(__nccwpck_require__, 925));
    let decoded = bytes;
    for (const coding of [...codings].reverse()) {
        const result = await decodeBytes(decoded, coding, maxBytes);
        if (result === undefined || result.truncated)
            return { body: undecodable, truncated: result !== undefined };
        decoded = result.bytes;
    }
    return { body: decoded.toString('utf8'), truncated: false };
}

;// CONCATENATED MODULE: ./build/action/http/transport.js










function openTransport({ userAgent, ...options }) {
    const connections = openConnections(options);
    const client = new lib_HttpClient(userAgent, [], { socketTimeout: 2 ** 31 - 1 });
    return {
        exchange: (request) => transport_exchange(request, connections, client, options),
        close: () => connections.close(),
    };
}
async function transport_exchange(request, connections, client, options) {
    const controller = new AbortController();
    let connection;
    let stopped;
    const stop = (reason) => {
        stopped ??= reason;
        controller.abort();
        connection?.socket.destroy();
    };
    const cancel = () => stop('CANCELLED');
    const deadline = startDeadline(request, options.clock, stop);
    const ignoreAbort = onAbort(request.signal, cancel);
    let partialResponse;
    try {
        if (request.signal.aborted)
            cancel();
        controller.signal.throwIfAborted();
        const { getFirst } = request;
        connection = getFirst
            ? await acquireForBody(connections, controller.signal, async (acquired) => readBody(await send({ method: 'GET', ...getFirst() }, acquired, client)))
            : await connections.acquire(controller.signal);
        request.onSent?.();
        const onProgress = (bytes) => {
            deadline.recordProgress(bytes);
            request.onProgress?.(bytes);
        };
        const stream = request.body && new FileBody(request.body, onProgress);
        const message = await send(request, connection, client, stream);
        const status = checkStatus(message);
        const reasonPhrase = message.statusMessage ?? '';
        partialResponse = { status, reasonPhrase };
        const { body, truncated } = await readBody(message, request.maxResponseBytes);
        await stream?.settled();
        if (!deadline.isBodySent())
            connection.socket.destroy();
        connections.release(connection);
        return { status, reasonPhrase, headers: message.headers, body, truncated };
    }
    catch (error) {
        if (connection)
            connections.discard(connection, request.body !== undefined);
        throw toTransportError(error, stopped, request, options, { sent: connection !== undefined, partialResponse });
    }
    finally {
        deadline.cancel();
        ignoreAbort();
    }
}
function send({ method, url, headers, body }, connection, client, stream) {
    const parsedUrl = new URL(url);
    const path = `${parsedUrl.pathname}${parsedUrl.search}`;
    const userAgent = client.userAgent && { 'user-agent': client.userAgent };
    const length = body && { 'content-length': String(body.sizeBytes) };
    const allHeaders = { ...headers, ...length, 'accept-encoding': 'identity', ...userAgent };
    const options = connection.requestOptions({ method, path, headers: allHeaders });
    const noBody = method === 'POST' || method === 'PUT' ? '' : null;
    return new Promise((resolve, reject) => {
        const onClose = () => {
            setImmediate(() => reject(unexpectedUpgrade()));
        };
        connection.socket.once('close', onClose);
        stream?.once('error', (error) => {
            reject(error);
            connection.socket.destroy();
        });
        client.requestRaw({ options, parsedUrl, httpModule: external_node_http_namespaceObject }, stream ?? noBody).then(({ message }) => {
            connection.socket.off('close', onClose);
            connection.onResponse(message);
            resolve(message);
        }, reject);
    });
}
function checkStatus({ statusCode = 0, httpVersion, httpVersionMajor }) {
    if (httpVersionMajor !== 1)
        throw new NetworkError('INVALID_RESPONSE', `its version is HTTP/${httpVersion}`);
    if (statusCode === 101)
        throw unexpectedUpgrade();
    if (statusCode >= 200 && statusCode <= 599)
        return statusCode;
    throw new NetworkError('INVALID_RESPONSE', `its status is ${String(statusCode).padStart(3, '0')}`);
}
function unexpectedUpgrade() {
    return new NetworkError('UNEXPECTED_UPGRADE', 'an upgrade (101) that was not requested');
}
function toTransportError(error, stopped, { deadlineMs }, { proxy, tls }, progress) {
    const { code, message, permanent, atProxy } = describeError(error);
    const details = { ...progress, cause: error, atProxy: progress.sent ? proxy !== undefined && !tls : atProxy };
    if (stopped === 'CANCELLED') {
        return new TransportError('cancelled', 'CANCELLED', 'the step was cancelled', details);
    }
    if (stopped === 'STALLED') {
        return new TransportError('deadline', stopped, `took no byte of the request for ${stallLimitMs / 1_000} s`, details);
    }
    if (stopped === 'DEADLINE') {
        const missing = progress.sent ? 'complete response' : 'connection';
        const route = proxy ? ` through the proxy ${proxy.name}` : '';
        const text = `no ${missing}${route} within ${wholeSeconds(deadlineMs)}`;
        return new TransportError('deadline', stopped, text, details);
    }
    if (!progress.sent || isCertificateAlert(code)) {
        return new TransportError('connect', code, message, { ...details, sent: false, permanent });
    }
    const text = details.atProxy && proxy ? `${message}, from the proxy ${proxy.name}` : message;
    return new TransportError('interrupted', code, text, { ...details, permanent: code.startsWith('FILE_') });
}
function wholeSeconds(ms) {
    return ms < 1_000 ? 'less than 1 s' : `${Math.round(ms / 1_000)} s`;
}

;// CONCATENATED MODULE: ./build/action/runner/run-label.js
function runLabel(environment) {
    const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '' } = environment;
    const digits = /^\d+$/;
    return digits.test(run) ? `github-run-${run}${digits.test(attempt) ? `.${attempt}` : ''}` : 'github-run-unknown';
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./build/action/runner/signals.js

const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
function cancellationSignal(onFirst) {
    const controller = new AbortController();
    (0,external_node_events_namespaceObject.setMaxListeners)(0, controller.signal);
    const cancel = () => {
        if (controller.signal.aborted)
            return;
        onFirst();
        controller.abort();
    };
    for (const signal of signals)
        process.on(signal, cancel);
    return controller.signal;
}

;// CONCATENATED MODULE: ./build/action/shared/version.js
const version = '1.0.0';

;// CONCATENATED MODULE: ./build/action/step/cluster.js








const connectTimeoutMs = 30_000;
function openCluster(connection, { clock, redactor, log }) {
    const { endpoint, security, credentials } = connection;
    let info = connectionInfo(connection);
    logConnection(info, security, log);
    const onFallback = (fallback) => {
        logTlsFallback(fallback, log);
        if (fallback === 'notSupported')
            info = { ...info, certificateNotRequested: true };
    };
    const transport = openTransport({
        clock,
        url: endpoint.url,
        proxy: forwardProxyOf(connection),
        tls: security && { trust: security.trust, clientCertificate: credentials.tls, onFallback },
        connectTimeoutMs,
        userAgent: `commit-upload-session/${version}`,
    });
    const storeOptions = {
        endpointUrl: endpoint.url,
        transport,
        clock,
        newRequestId: dist_node_v4,
        authorization: credentials.authorization,
        redact: redactor.redact,
        runLabel: runLabel(process.env),
    };
    const signal = cancellationSignal(() => log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'));
    return { storeOptions, info: () => info, signal, close: () => transport.close() };
}

;// CONCATENATED MODULE: ./build/action/step/outputs.js


function tryWriteOutputs(outputs, whatWasDone, log) {
    try {
        writeOutputs(outputs);
        return true;
    }
    catch (error) {
        const { message } = describeError(error);
        log.error('Outputs not written', `Later steps read no outputs, because they could not be written: ${message}. ${whatWasDone}`);
        return false;
    }
}

;// CONCATENATED MODULE: ./build/action/runner/log.js


const maxAnnotationCharacters = 4_000;
const runnerLog = {
    info: (line) => ignoringLogFailure(() => info(escapeCommands(line))),
    isDebug: isDebug(),
    debug: (line) => ignoringLogFailure(() => core_debug((0,shared_sanitize/* sanitize */.aj)(line, maxLineCharacters))),
    warning: (text) => ignoringLogFailure(() => warning((0,shared_sanitize/* truncate */.xv)(text, maxAnnotationCharacters))),
    error: (title, text) => ignoringLogFailure(() => error((0,shared_sanitize/* truncate */.xv)(text, maxAnnotationCharacters), { title })),
};
function ignoringLogFailure(write) {
    try {
        write();
    }
    catch {
    }
}
function keepStreamsFromEndingProcess() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => undefined);
}
const maxLineCharacters = 2_000;
function escapeCommands(line) {
    const text = (0,shared_sanitize/* sanitize */.aj)(line, maxLineCharacters).replaceAll('##[', '## [');
    return text.startsWith('::') ? `: ${text.slice(1)}` : text;
}
function redactingLog(log, { redact }) {
    return {
        info: (line) => log.info(redact(line)),
        isDebug: log.isDebug,
        debug: (line) => log.debug(redact(line)),
        warning: (text) => log.warning(redact(text)),
        error: (title, text) => log.error(title, redact(text)),
    };
}

;// CONCATENATED MODULE: ./build/action/runner/compact-text.js
const special = /<U\+(?<shown>[\dA-F]{4,6})>|\\u(?<json>[\da-f]{4})|%(?<url>[\da-f]{2})|&#x(?<html>[\da-f]{1,6});|&#(?<decimal>\d{1,7});|&(?<entity>quot|apos|lt|gt|amp);|\\(?<control>[nrt0])|\\(?<literal>["\\/])|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/giu;
const separator = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]?$/u;
const entities = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };
function compactText(original, { keepBlanks = false } = {}) {
    let text = '';
    const starts = [];
    const ends = [];
    const append = (characters, start, length) => {
        text += characters;
        for (let index = 0; index < characters.length; index += 1) {
            starts.push(start + (length === characters.length ? index : 0));
            ends.push(start + (length === characters.length ? index + 1 : length));
        }
    };
    let position = 0;
    for (const { 0: match, index, groups = {} } of original.matchAll(special)) {
        append(original.slice(position, index), position, index - position);
        position = index + match.length;
        const character = resolveEscape(match, groups);
        if (!separator.test(character) || (keepBlanks && character === ' '))
            append(character, index, match.length);
    }
    append(original.slice(position), position, original.length - position);
    return {
        text,
        originalRange: ({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? original.length }),
    };
}
function resolveEscape(match, groups) {
    const { shown, json, url, html, decimal, entity, control, literal } = groups;
    if (control !== undefined)
        return '';
    if (literal !== undefined)
        return literal;
    if (entity !== undefined)
        return entities[entity.toLowerCase()] ?? '';
    const hex = shown ?? json ?? url ?? html;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (Number.isNaN(code))
        return match;
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./build/action/runner/redaction.js

const minRedactedLength = 4;
const minMaskedLineLength = 8;
const minLengthAcrossBlanks = 8;
const pieceLength = 8;
const randomValue = /^(?:[\da-f]{32,}|(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?:[\w+/=]{24,}|[\w+/=.~-]{64,}|eyJ[\w.-]{21,}))$/;
function createRedactor(mask) {
    const masked = new Set();
    const values = new Set();
    const valuesWithBlanks = new Set();
    const pieces = new Set();
    const register = (value) => {
        const compact = compactText(value).text;
        if (compact.length < minRedactedLength)
            return;
        if (randomValue.test(compact)) {
            for (const { start, end } of pieceRanges(compact))
                pieces.add(compact.slice(start, end));
        }
        else if (compact.length >= minLengthAcrossBlanks)
            values.add(compact);
        else
            valuesWithBlanks.add(compactText(value, { keepBlanks: true }).text);
    };
    return {
        add: (...added) => {
            for (const value of added) {
                register(value);
                for (const line of linesOf(value)) {
                    if (line.trim() === '' || masked.has(line))
                        continue;
                    masked.add(line);
                    mask(line);
                    register(line);
                }
            }
        },
        redact: (text) => {
            if (masked.size === 0)
                return text;
            const compact = compactText(text);
            const found = [...pieceRanges(compact.text, pieces), ...occurrences(values, compact.text)];
            const ranges = found.map(compact.originalRange);
            if (valuesWithBlanks.size > 0) {
                const withBlanks = compactText(text, { keepBlanks: true });
                ranges.push(...occurrences(valuesWithBlanks, withBlanks.text).map(withBlanks.originalRange));
            }
            return replaceRanges(text, ranges);
        },
    };
}
function linesOf(value) {
    const lines = value.trim().split(/[\r\n]+/);
    if (lines.length === 1)
        return /[\r\n]/.test(value) ? lines : [value, ...lines];
    const trimmed = lines.map((line) => line.trim());
    const longLines = trimmed.filter((line) => line.length >= minMaskedLineLength);
    return longLines.length > 0 ? longLines : trimmed;
}
function pieceRanges(text, pieces) {
    const ranges = [];
    if (pieces?.size === 0)
        return ranges;
    for (let start = 0, end = pieceLength; end <= text.length; start += 1, end += 1) {
        if (pieces === undefined || pieces.has(text.slice(start, end)))
            ranges.push({ start, end });
    }
    return ranges;
}
function occurrences(values, text) {
    const ranges = [];
    for (const value of values) {
        for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + 1)) {
            ranges.push({ start, end: start + value.length });
        }
    }
    return ranges;
}
function replaceRanges(text, ranges) {
    let result = '';
    let position = 0;
    let hiddenEnd = -1;
    for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
        if (start > hiddenEnd)
            result += `${text.slice(position, start)}***`;
        hiddenEnd = Math.max(hiddenEnd, end);
        position = hiddenEnd;
    }
    return result + text.slice(position);
}

;// CONCATENATED MODULE: ./build/action/step/error-report.js



function reportError(error, { failedTitle, inputErrorCode, doubt, toOutputs }, redactor, log) {
    const inputCode = inputErrorCode(error);
    const cause = redactor.redact(error instanceof Error ? error.message : String(error));
    const isInputError = inputCode !== undefined;
    const title = isInputError ? failedTitle : 'Internal error';
    const message = isInputError ? cause : `Internal error in this action; ${doubt}: ${cause}`;
    if (error instanceof Error && !isInputError)
        log.debug(error.stack ?? '');
    const outputs = toOutputs(isInputError ? 'failed' : 'unknown', inputCode ?? 'INTERNAL', message);
    if (tryWriteOutputs(outputs, message, log))
        log.error(title, message);
    writeSummary(summarizeProblem(title, message), log);
}
const maxParagraphCharacters = 2_000;
function summarizeProblem(title, message) {
    const lines = message.split('\n').map((line) => (0,shared_sanitize/* escapeHtml */.ZD)(line, maxParagraphCharacters));
    return `<h3>❌ ${title}</h3>\n<p>${lines.join('<br>')}</p>\n`;
}

;// CONCATENATED MODULE: ./build/action/step/run-step.js





async function runStep(run, errorReport) {
    keepStreamsFromEndingProcess();
    const clock = systemClock;
    const redactor = createRedactor((value) => ignoringLogFailure(() => core_setSecret(value)));
    const log = redactingLog(runnerLog, redactor);
    const read = (name) => getInput(name, { trimWhitespace: false });
    const inputs = { read, environment: process.env, redactor, epochMs: clock.epochMs() };
    try {
        return await run({ clock, redactor, log, inputs });
    }
    catch (error) {
        reportError(error, errorReport, redactor, log);
        return 1;
    }
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./build/action/connection/limit-inputs.js

const longestTimeoutSeconds = 2 ** 32 - 1;
function readLimitInputs(read, defaultTimeoutSeconds, reportProblem) {
    const parse = (name, max, defaultValue, unit) => (0,input_problems/* parseWholeNumber */.oA)(name, read(name), { max, defaultValue, ...(unit && { unit }) }, reportProblem);
    const timeoutSeconds = parse('timeout', longestTimeoutSeconds, defaultTimeoutSeconds, 'seconds');
    const maxAttempts = parse('max-attempts', 100, 5);
    const concurrency = parse('concurrency', 64, 8);
    if (timeoutSeconds === undefined || maxAttempts === undefined || concurrency === undefined)
        return undefined;
    return { timeoutSeconds, maxAttempts, concurrency };
}

;// CONCATENATED MODULE: ./build/action/upload/path-rules.js
const nameFaultCauses = {
    dollar: 'A path in the image store cannot have the segment $',
    character: 'Windows forbids the characters < > : " | ? * \\ and control characters in names',
    device: 'Windows reserves names such as CON, NUL and COM1 for devices, with any extension',
    ending: 'Windows forbids names that end with a blank or a dot',
    encoding: 'A name in the image store must be valid Unicode',
    tooLong: 'Windows forbids names of more than 255 characters',
};
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;
function findNameFault(name) {
    if (name === '$')
        return 'dollar';
    if (/[<>:"|?*\\\u0000-\u001F]/.test(name))
        return 'character';
    if (deviceName.test(name))
        return 'device';
    if (/[.\s]$/.test(name))
        return 'ending';
    if (/[\p{Surrogate}\uFFFD]/u.test(name))
        return 'encoding';
    return name.length > 255 ? 'tooLong' : undefined;
}
const maxStorePathCharacters = 300;
const longStorePathCharacters = 200;
const reservedFolders = new Set(['store', 'windowsfabricstore']);
function isReservedPath(storePath) {
    return reservedFolders.has(storeKey(storePath.split('/')[0] ?? ''));
}
function storeKey(path) {
    return path.toLowerCase();
}
const markerName = '_.dir';
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/action/upload/image-store-path.js


const image_store_path_accepted = 'a relative path in the image store, like MyAppPkg or apps/MyAppPkg';
function parseImageStorePath(value, reportProblem) {
    const problem = findProblem(value);
    if (problem === undefined)
        return value.replace(/\/+$/, '');
    const corrected = correct(value);
    const advice = corrected === undefined ? '' : `; write ${corrected}`;
    return reportProblem(`image-store-path must be ${image_store_path_accepted}, but ${(0,input_problems/* quote */.hD)(value)} ${problem}${advice}.`);
}
function defaultImageStorePath(folderName, reportProblem) {
    if (folderName === '')
        return reportProblem('image-store-path is empty, but the package folder has no name. Set it.');
    const problem = findProblem(folderName);
    if (problem === undefined)
        return folderName;
    return reportProblem(`image-store-path is empty, and its default cannot be used: the package folder's name ${(0,input_problems/* quote */.hD)(folderName)} ${problem}. Set image-store-path.`);
}
function findProblem(value) {
    if (connectionString.test(value))
        return 'begins with the connection string of the image store';
    if (/^[a-z]:/i.test(value))
        return 'is a path of a Windows machine';
    if (/^[\\/]/.test(value))
        return 'is absolute';
    if (value.includes('\\'))
        return 'contains a backslash';
    const segments = value.replace(/\/+$/, '').split('/');
    if (segments.includes('..'))
        return 'contains the segment .., which leads out of a folder';
    if (segments.some((segment) => segment === '' || segment === '.'))
        return 'has an empty segment';
    for (const segment of segments) {
        const fault = findNameFault(segment);
        if (fault !== undefined)
            return `contains ${(0,input_problems/* quote */.hD)(segment)}. ${nameFaultCauses[fault]}`;
        if (/^\s/.test(segment))
            return `contains ${(0,input_problems/* quote */.hD)(segment)}, which begins with a blank`;
        if (storeKey(segment) === markerName)
            return `contains ${segment}, the name of the image store's own marker files`;
    }
    if (isReservedPath(value))
        return `begins with ${segments[0]}, a folder that the cluster keeps for itself`;
    return value.length > maxPathCharacters ? `has ${value.length} characters, which leaves none for files` : undefined;
}
const connectionString = /^fabric:(?:ImageStore)?[\\/]*/i;
const maxPathCharacters = maxStorePathCharacters - '/ApplicationManifest.xml'.length;
function correct(value) {
    const path = value
        .replace(connectionString, '')
        .split(/[\\/]/)
        .filter((segment) => segment !== '' && segment !== '.')
        .join('/');
    return path === '' || path === value || findProblem(path) !== undefined ? undefined : path;
}

;// CONCATENATED MODULE: ./build/action/shared/run-all.js
async function runAll(items, rows, run) {
    const iterator = items[Symbol.iterator]();
    const runRow = async () => {
        for (let next = iterator.next(); !next.done; next = iterator.next())
            await run(next.value);
    };
    await Promise.all(Array.from({ length: rows }, runRow));
}

;// CONCATENATED MODULE: ./build/action/upload/package-problems.js

class PackageError extends Error {
    name = 'PackageError';
    code = 'INVALID_PACKAGE';
    problems;
    constructor(problems) {
        super(`Nothing was sent to the cluster, because the package has ${problems.length === 1 ? 'a problem' : 'problems'}:\n` +
            problems.map((each) => `- ${each}`).join('\n'));
        this.problems = problems;
    }
}
const maxListed = 5;
function listPaths(paths) {
    return listTexts(paths.map(input_problems/* quote */.hD));
}
function listTexts(texts) {
    const listed = texts.slice(0, maxListed);
    const more = texts.length - listed.length;
    if (more > 0)
        return `${listed.join(', ')} and ${more} more`;
    return listed.length < 2 ? listed.join('') : `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}`;
}

;// CONCATENATED MODULE: ./build/action/upload/package-folder.js




const applicationManifestName = 'ApplicationManifest.xml';
const acceptedPackage = `the folder that contains ${applicationManifestName}`;
async function findPackageFolder(value, workspace, reportProblem) {
    const folder = (0,external_node_path_namespaceObject.resolve)(workspace, value);
    const reject = (reason) => reportProblem(`package must be ${acceptedPackage}, but ${(0,input_problems/* quote */.hD)(value)} ${reason}`);
    try {
        if (!(await (0,promises_namespaceObject.stat)(folder)).isDirectory())
            return reject(describeFile(value));
        const names = await (0,promises_namespaceObject.readdir)(folder);
        if (names.some(isApplicationManifest))
            return folder;
        return reject(names.length === 0 ? `is empty. ${buildAdvice}` : await describeOtherFolder(value, folder, names));
    }
    catch (error) {
        const code = errorCode(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return reject(await describeMissing(value, folder, workspace));
        return reject(`cannot be read (${code}). Give the runner's user permission to read it.`);
    }
}
function isApplicationManifest(name) {
    return name.toLowerCase() === applicationManifestName.toLowerCase();
}
function errorCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
const buildAdvice = 'Build or download the package in an earlier step of the same job.';
function describeFile(value) {
    const extension = (0,external_node_path_namespaceObject.extname)(value).toLowerCase();
    if (extension === '.sfpkg' || extension === '.zip') {
        const folder = (0,external_node_path_namespaceObject.basename)(value, (0,external_node_path_namespaceObject.extname)(value));
        return `is an archive. Extract it in an earlier step, as in "unzip ${(0,external_node_path_namespaceObject.basename)(value)} -d ${folder}", and write the extracted folder.`;
    }
    if (extension === '.sfproj') {
        return 'is a project. Build its package in an earlier step (msbuild /t:Package), and write its folder pkg/Release.';
    }
    if (isApplicationManifest((0,external_node_path_namespaceObject.basename)(value)))
        return `is that file; write ${(0,input_problems/* quote */.hD)(writtenPath((0,external_node_path_namespaceObject.dirname)(value)))}.`;
    return 'is a file.';
}
async function describeMissing(value, folder, workspace) {
    const written = asOnThisSystem(value);
    if (written !== value && (await listFolder((0,external_node_path_namespaceObject.resolve)(workspace, written))) !== undefined) {
        const reason = external_node_path_namespaceObject.sep === '/'
            ? 'on this runner backslashes do not separate folders'
            : 'only Git Bash takes it for a path on a drive';
        return `does not exist, because ${reason}; write ${(0,input_problems/* quote */.hD)(written)}.`;
    }
    if (/[*?]/.test(value))
        return 'does not exist. Patterns are not expanded; write the path of one folder.';
    let [missing, parent] = [folder, (0,external_node_path_namespaceObject.dirname)(folder)];
    let names = await listFolder(parent);
    while (names === undefined && parent !== (0,external_node_path_namespaceObject.dirname)(parent)) {
        [missing, parent] = [parent, (0,external_node_path_namespaceObject.dirname)(parent)];
        names = await listFolder(parent);
    }
    if (names === undefined)
        return `does not exist, and neither does ${(0,input_problems/* quote */.hD)(parent)}.`;
    const name = (0,external_node_path_namespaceObject.basename)(missing);
    if (names.includes(name))
        return `does not exist, because ${(0,input_problems/* quote */.hD)(missing)} is not a folder.`;
    const inOtherCase = names.find((each) => each.toLowerCase() === name.toLowerCase());
    if (inOtherCase !== undefined) {
        return `does not exist: ${(0,input_problems/* quote */.hD)(name)} is spelled ${(0,input_problems/* quote */.hD)(inOtherCase)}, and letter case matters on this runner.`;
    }
    if (names.length === 0) {
        return `does not exist, and ${(0,input_problems/* quote */.hD)(parent)} is empty. ${buildAdvice}`;
    }
    return `does not exist: ${(0,input_problems/* quote */.hD)(parent)} contains ${listPaths(names)}, but not ${(0,input_problems/* quote */.hD)(name)}. ${buildAdvice}`;
}
function asOnThisSystem(path) {
    if (external_node_path_namespaceObject.sep === '/')
        return path.replaceAll('\\', '/');
    return path.replace(/^\/([a-z])(?:\/|$)/i, (_, drive) => `${drive.toUpperCase()}:/`);
}
async function describeOtherFolder(value, folder, names) {
    const above = await findPackageAbove(folder);
    if (above !== undefined) {
        return `is only a part of a package; write ${(0,input_problems/* quote */.hD)(writtenPath((0,external_node_path_namespaceObject.join)(value, (0,external_node_path_namespaceObject.relative)(folder, above) || '.')))}.`;
    }
    const below = await findPackagesBelow(folder);
    const built = below.filter((each) => (0,external_node_path_namespaceObject.basename)(each) !== 'ApplicationPackageRoot');
    const [only, ...others] = built.map((each) => writtenPath((0,external_node_path_namespaceObject.join)(value, (0,external_node_path_namespaceObject.relative)(folder, each))));
    if (only !== undefined && others.length === 0)
        return `does not contain it; write ${(0,input_problems/* quote */.hD)(only)}.`;
    if (only !== undefined)
        return `does not contain it. Write one of ${listPaths([only, ...others])}.`;
    if (below.length > 0 || names.some((name) => (0,external_node_path_namespaceObject.extname)(name).toLowerCase() === '.sfproj')) {
        return `is a project whose package is not built. Build it in an earlier step (msbuild /t:Package), and write ${(0,input_problems/* quote */.hD)(writtenPath((0,external_node_path_namespaceObject.join)(value, 'pkg/Release')))}.`;
    }
    return `contains ${listPaths(names.toSorted())}, and no folder below it contains that file either.`;
}
const [maxLevelsUp, maxLevelsDown] = [3, 4];
const maxFoldersSearched = 2_000;
const neverPackages = new Set(['.git', 'node_modules']);
async function findPackageAbove(folder) {
    let above = folder;
    for (let level = 0; level < maxLevelsUp; level += 1) {
        above = (0,external_node_path_namespaceObject.dirname)(above);
        if ((await listFolder(above))?.some(isApplicationManifest))
            return above;
    }
    return undefined;
}
async function findPackagesBelow(folder) {
    const found = [];
    const open = [{ path: folder, level: 0 }];
    for (let searched = 0; searched < maxFoldersSearched; searched += 1) {
        const next = open.shift();
        if (next === undefined)
            break;
        const entries = await (0,promises_namespaceObject.readdir)(next.path, { withFileTypes: true }).catch(() => []);
        if (entries.some(({ name }) => isApplicationManifest(name)))
            found.push(next.path);
        else if (next.level < maxLevelsDown) {
            const folders = entries.filter((entry) => entry.isDirectory() && !neverPackages.has(entry.name));
            open.push(...folders.map(({ name }) => ({ path: (0,external_node_path_namespaceObject.join)(next.path, name), level: next.level + 1 })));
        }
    }
    return found.toSorted();
}
async function listFolder(folder) {
    try {
        return (await (0,promises_namespaceObject.readdir)(folder)).toSorted();
    }
    catch {
        return undefined;
    }
}
function writtenPath(path) {
    return external_node_path_namespaceObject.sep === '\\' ? path.replaceAll('\\', '/') : path;
}

;// CONCATENATED MODULE: ./build/action/upload/package-files.js







async function walkFolder(root, imageStorePath) {
    const walk = { root, realRoot: await (0,promises_namespaceObject.realpath)(root), imageStorePath };
    const [files, folders, unusable] = [[], [], []];
    const open = [{ path: '', trail: [walk.realRoot] }];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        if (folder.path !== '')
            folders.push(folder.path);
        for (const found of await readFolder(walk, folder)) {
            if (found.kind === 'file')
                files.push(found.file);
            else if (found.kind === 'folder')
                open.push(found.folder);
            else
                unusable.push(found.entry);
        }
    }
    return { files: files.toSorted(byPath), folders: folders.toSorted(), unusable: unusable.toSorted(byPath) };
}
function byPath(a, b) {
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
const maxParallelReads = 16;
async function readFolder(walk, folder) {
    try {
        const entries = await (0,promises_namespaceObject.readdir)((0,external_node_path_namespaceObject.join)(walk.root, folder.path), { withFileTypes: true });
        const found = [];
        await runAll(entries, maxParallelReads, async (entry) => {
            if (storeKey(entry.name) === markerName && !entry.isDirectory())
                return;
            found.push(await readEntry(walk, folder, entry.name, entry.isSymbolicLink()));
        });
        return found;
    }
    catch (error) {
        return [unusableEntry(folder.path, 'unreadable', errorCode(error))];
    }
}
async function readEntry({ root, realRoot, imageStorePath }, { path: parent, trail }, name, isLink) {
    const path = parent === '' ? name : `${parent}/${name}`;
    const localPath = (0,external_node_path_namespaceObject.join)(root, path);
    if (name.includes('\uFFFD'))
        return unusableEntry(path, 'notUnicode');
    const realPath = isLink ? await (0,promises_namespaceObject.realpath)(localPath).catch(() => undefined) : (0,external_node_path_namespaceObject.join)(trail[0] ?? realRoot, name);
    if (realPath === undefined)
        return unusableEntry(path, 'leadsNowhere');
    if (isLink && !isInside(realPath, realRoot))
        return unusableEntry(path, 'leadsOut', `to ${(0,input_problems/* quote */.hD)(realPath)}`);
    try {
        const stats = await (0,promises_namespaceObject.stat)(localPath);
        if (stats.isDirectory()) {
            return trail.includes(realPath)
                ? unusableEntry(path, 'leadsInCircle')
                : { kind: 'folder', folder: { path, trail: [realPath, ...trail] } };
        }
        if (!stats.isFile())
            return unusableEntry(path, 'special');
        await (0,promises_namespaceObject.access)(localPath, promises_namespaceObject.constants.R_OK);
        const { size: sizeBytes, mtimeMs: modifiedMs } = stats;
        const storePath = `${imageStorePath}/${path}`;
        return { kind: 'file', file: { path, storePath, localPath, sizeBytes, modifiedMs } };
    }
    catch (error) {
        return unusableEntry(path, 'unreadable', errorCode(error));
    }
}
function unusableEntry(path, reason, detail) {
    return { kind: 'unusable', entry: { path, reason, ...(detail !== undefined && { detail }) } };
}
function isInside(path, folder) {
    const way = (0,external_node_path_namespaceObject.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_namespaceObject.sep}`) && !(0,external_node_path_namespaceObject.isAbsolute)(way);
}
const unusableSentences = {
    leadsOut: 'A link that leads out of the package is not uploaded. Replace it by what it leads to:',
    leadsNowhere: 'A link leads to nothing. Remove or correct it:',
    leadsInCircle: 'A link leads back to a folder above it, so the package has no end. Remove it:',
    special: 'Only files and folders can be uploaded. Remove the device, pipe or socket',
    unreadable: "The runner's user cannot read a part of the package. Give it permission to read",
    notUnicode: 'A name is not valid UTF-8. Rename',
};
function reportUnusable(unusable, reportProblem) {
    for (const [reason, sentence] of Object.entries(unusableSentences)) {
        const entries = unusable
            .filter((each) => each.reason === reason)
            .map(({ path, detail }) => `${(0,input_problems/* quote */.hD)(path)}${detail === undefined ? '' : ` (${detail})`}`);
        if (entries.length > 0)
            reportProblem(`${sentence} ${listTexts(entries)}.`);
    }
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __nccwpck_require__(800);
;// CONCATENATED MODULE: ./build/action/upload/xml.js


const maxManifestBytes = 4 * 2 ** 20;
function parseXml(bytes, path, reportProblem) {
    const text = decodeXml(bytes, path, reportProblem);
    if (text === undefined)
        return undefined;
    if (text.trim() === '')
        return reportProblem(`${path} is empty. Restore it, or build the package again.`);
    try {
        return parseText(text);
    }
    catch (error) {
        if (error instanceof DoctypeError) {
            return reportProblem(`${path} has a document type declaration (<!DOCTYPE>), which the cluster does not accept. Remove it, and write values in place of entities.`);
        }
        return reportProblem(`${path} is not well-formed XML. ${describeFault(error, text)}`);
    }
}
const maxDepth = 100;
class DoctypeError extends Error {
}
function parseText(text) {
    const parser = new saxes/* SaxesParser */.wT({ xmlns: true, position: true });
    const document = { name: '', attributes: new Map(), children: [] };
    const open = [document];
    parser.on('doctype', () => {
        throw new DoctypeError();
    });
    parser.on('opentag', ({ local, attributes }) => {
        if (open.length > maxDepth)
            throw new Error(`${parser.line}:0: more than ${maxDepth} elements in each other.`);
        const unprefixed = Object.values(attributes).filter(({ prefix, local }) => prefix === '' && local !== 'xmlns');
        const element = {
            name: local,
            attributes: new Map(unprefixed.map((attribute) => [attribute.local, attribute.value])),
            children: [],
        };
        open.at(-1)?.children.push(element);
        open.push(element);
    });
    parser.on('closetag', () => {
        open.pop();
    });
    parser.on('error', (error) => {
        throw error;
    });
    parser.write(text).close();
    const [root] = document.children;
    if (root === undefined)
        throw new Error('1:0: no element.');
    return root;
}
function describeFault(error, text) {
    const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(withoutLiterals(text));
    if (bareAmpersand) {
        const line = text.slice(0, bareAmpersand.index).split('\n').length;
        const entity = /^&[a-z]\w*;/i.exec(text.slice(bareAmpersand.index))?.[0];
        return entity === undefined
            ? `Write & as &amp; in line ${line}.`
            : `Write the character itself in place of the entity ${(0,shared_sanitize/* sanitize */.aj)(entity, 40)} in line ${line}.`;
    }
    const [, line, reason] = /^(\d+):\d+: (.*?)\.?$/s.exec(error instanceof Error ? error.message : '') ?? [];
    return line === undefined ? 'Correct it.' : `Correct line ${line}: ${(0,shared_sanitize/* sanitize */.aj)(reason ?? '', 200)}.`;
}
function withoutLiterals(text) {
    return text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, (literal) => ' '.repeat(literal.length));
}
function decodeXml(bytes, path, reportProblem) {
    const marked = findMarkedEncoding(bytes);
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
    const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
    const encoding = marked ?? declared ?? 'utf-8';
    const saveAgain = 'Save it as UTF-8.';
    if (marked === undefined && /^(?:utf-16|ucs-2|unicode|iso-10646-ucs)/i.test(encoding)) {
        return reportProblem(`${path} declares the encoding ${encoding}, but is not in it. ${saveAgain}`);
    }
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch (error) {
        return error instanceof RangeError
            ? reportProblem(`${path} declares the encoding ${encoding}, which is not known. ${saveAgain}`)
            : reportProblem(`${path} contains bytes that are not ${encoding.toUpperCase()}. ${saveAgain}`);
    }
}
function findMarkedEncoding(bytes) {
    const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex');
    if (hex.startsWith('efbbbf'))
        return 'utf-8';
    if (hex.startsWith('fffe') || hex === '3c003f00')
        return 'utf-16le';
    if (hex.startsWith('feff') || hex === '003c003f')
        return 'utf-16be';
    return undefined;
}

;// CONCATENATED MODULE: ./build/action/upload/package-manifest.js








async function checkManifests(content, reportProblem) {
    const files = new Map(content.files.map((file) => [storeKey(file.path), file]));
    const manifest = files.get(storeKey(applicationManifestName));
    if (manifest === undefined) {
        reportProblem(`${applicationManifestName} is missing or cannot be read.`);
        return { applicationType: undefined, notices: [] };
    }
    const application = await readManifest(manifest, 'ApplicationManifest', reportProblem);
    if (application === undefined)
        return { applicationType: undefined, notices: [] };
    const applicationType = readApplicationType(application, shownPath(manifest), reportProblem);
    const references = readReferences(application, shownPath(manifest), reportProblem);
    const absentPackages = [];
    for (const reference of references) {
        const serviceManifest = files.get(serviceManifestKey(reference.name));
        if (serviceManifest === undefined)
            continue;
        const service = await readManifest(serviceManifest, 'ServiceManifest', reportProblem);
        if (service === undefined)
            continue;
        compareWithReference(service, shownPath(serviceManifest), reference, reportProblem);
        checkDuplicates(service, shownPath(serviceManifest), reportProblem);
        absentPackages.push(...findAbsentPackages(service, reference.name, content));
    }
    const absentServices = references.filter(({ name }) => !files.has(serviceManifestKey(name)));
    return {
        applicationType,
        notices: [
            ...absentServicesNotice(absentServices),
            ...absentPackagesNotice(absentPackages),
            ...unreferencedNotice(content, references),
        ],
    };
}
function serviceManifestKey(serviceName) {
    return storeKey(`${serviceName}/ServiceManifest.xml`);
}
function shownPath({ path }) {
    return (0,shared_sanitize/* sanitize */.aj)(path, 200);
}
async function readManifest(file, rootName, reportProblem) {
    const { localPath, sizeBytes } = file;
    const path = shownPath(file);
    if (sizeBytes > maxManifestBytes) {
        return reportProblem(`${path} is too large for a manifest: it has ${format_byteCount(sizeBytes)}, and at most ${format_byteCount(maxManifestBytes)} are read. Move data to a config or data package.`);
    }
    try {
        const root = parseXml(await (0,promises_namespaceObject.readFile)(localPath), path, reportProblem);
        if (root === undefined || root.name === rootName)
            return root;
        return reportProblem(`${path} must have the root element ${rootName}, but has ${(0,input_problems/* quote */.hD)(root.name)}.`);
    }
    catch (error) {
        return reportProblem(`${path} cannot be read (${errorCode(error)}).`);
    }
}
function readAttribute(element, attribute, path, reportProblem) {
    const value = element.attributes.get(attribute);
    if (value !== undefined && value.trim() !== '')
        return value;
    return reportProblem(`${path} has ${value === undefined ? 'no' : 'an empty'} ${attribute} in ${element.name}. Set it.`);
}
function readApplicationType(application, path, reportProblem) {
    const name = readAttribute(application, 'ApplicationTypeName', path, reportProblem);
    const version = readAttribute(application, 'ApplicationTypeVersion', path, reportProblem);
    return name === undefined || version === undefined ? undefined : { name, version };
}
function readReferences(application, path, reportProblem) {
    const references = childrenOf(application, 'ServiceManifestImport')
        .flatMap((each) => childrenOf(each, 'ServiceManifestRef'))
        .flatMap((element) => {
        const name = readAttribute(element, 'ServiceManifestName', path, reportProblem);
        const version = readAttribute(element, 'ServiceManifestVersion', path, reportProblem);
        return name === undefined || version === undefined ? [] : [{ name, version }];
    });
    reportDuplicates('ServiceManifestRef', references.map(({ name }) => name), path, reportProblem);
    return references.filter(({ name }, index) => references.findIndex((each) => isSame(each.name, name)) === index);
}
function isSame(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function compareWithReference(service, path, reference, reportProblem) {
    const name = readAttribute(service, 'Name', path, reportProblem);
    if (name !== undefined && !isSame(name, reference.name)) {
        reportProblem(`${path} has the Name ${(0,input_problems/* quote */.hD)(name)}, but its folder and ${applicationManifestName} say ${(0,input_problems/* quote */.hD)(reference.name)}. Use one name.`);
    }
    const version = readAttribute(service, 'Version', path, reportProblem);
    if (version !== undefined && !isSame(version, reference.version)) {
        reportProblem(`${path} has the Version ${(0,input_problems/* quote */.hD)(version)}, but ${applicationManifestName} refers to ${(0,input_problems/* quote */.hD)(reference.version)}. Set ServiceManifestVersion and Version to the same value.`);
    }
}
const packageKinds = ['CodePackage', 'ConfigPackage', 'DataPackage'];
function checkDuplicates(service, path, reportProblem) {
    for (const kind of packageKinds) {
        const names = childrenOf(service, kind).map((each) => each.attributes.get('Name') ?? '');
        reportDuplicates(kind, names, path, reportProblem);
    }
}
function reportDuplicates(element, names, path, reportProblem) {
    const repeated = names.filter((name, index) => names.findIndex((each) => isSame(each, name)) < index);
    if (repeated.length === 0)
        return;
    reportProblem(`${path} has more than one ${element} with the name ${listPaths([...new Set(repeated)])}. Keep one of each.`);
}
function findAbsentPackages(service, serviceName, content) {
    const present = new Set([...content.folders, ...content.files.map(({ path }) => path)].map(storeKey));
    return packageKinds
        .flatMap((kind) => childrenOf(service, kind))
        .filter((each) => !isContainer(each))
        .map((each) => `${serviceName}/${each.attributes.get('Name') ?? ''}`)
        .filter((path) => !present.has(storeKey(path)) && !present.has(storeKey(`${path}.zip`)));
}
function isContainer(codePackage) {
    const hosts = childrenOf(codePackage, 'EntryPoint').flatMap((each) => childrenOf(each, 'ContainerHost'));
    return (hosts.some((host) => childrenOf(host, 'FromSource').length === 0) &&
        childrenOf(codePackage, 'SetupEntryPoint').length === 0);
}
function absentServicesNotice(absent) {
    if (absent.length === 0)
        return [];
    const list = listTexts(absent.map(({ name, version }) => `${(0,input_problems/* quote */.hD)(name)} (version ${(0,shared_sanitize/* sanitize */.aj)(version, 60)})`));
    return [
        `The package does not contain the service manifest of ${list}. Provisioning succeeds only if this application type has it in the cluster already.`,
    ];
}
function absentPackagesNotice(absent) {
    if (absent.length === 0)
        return [];
    return [
        `The package does not contain ${listPaths(absent)}. Provisioning succeeds only if the cluster already has these code, config or data packages in the same versions.`,
    ];
}
function unreferencedNotice(content, references) {
    const referenced = new Set(references.map(({ name }) => serviceManifestKey(name)));
    const unreferenced = content.files
        .map(({ path }) => path)
        .filter((path) => storeKey(path) === serviceManifestKey(parentOf(path)) && parentOf(parentOf(path)) === '')
        .filter((path) => !referenced.has(storeKey(path)))
        .map((path) => nameOf(parentOf(path)));
    if (unreferenced.length === 0)
        return [];
    return [
        `${applicationManifestName} does not refer to ${listPaths(unreferenced)}, so it is uploaded for nothing. Leave it out of the package, or import it.`,
    ];
}
function childrenOf(element, name) {
    return element.children.filter((each) => each.name === name);
}

;// CONCATENATED MODULE: ./build/action/upload/package-paths.js




function checkPaths({ files, folders }, imageStorePath, reportProblem) {
    const paths = { files: files.map(({ path }) => path), folders };
    checkNames(paths, reportProblem);
    checkLetterCase(paths, reportProblem);
    return [...checkLengths(paths, imageStorePath, reportProblem), ...findManifestNotice(paths), ...findTwins(paths)];
}
function checkNames({ files, folders }, reportProblem) {
    const faults = new Map();
    for (const path of [...folders, ...files]) {
        const fault = findNameFault(nameOf(path));
        if (fault === undefined)
            continue;
        const others = faults.get(fault);
        if (others === undefined)
            faults.set(fault, [path]);
        else
            others.push(path);
    }
    for (const [fault, paths] of faults)
        reportProblem(`${nameFaultCauses[fault]}. Rename ${listPaths(paths)}.`);
    const markers = folders.filter((path) => storeKey(nameOf(path)) === markerName);
    if (markers.length > 0) {
        reportProblem(`The image store needs the name ${markerName} for its own files. Rename the folder ${listPaths(markers)}.`);
    }
}
function checkLetterCase({ files, folders }, reportProblem) {
    const spellings = new Map();
    const conflicts = [];
    for (const path of [...folders, ...files]) {
        const key = storeKey(path);
        const other = spellings.get(key);
        if (other === undefined)
            spellings.set(key, path);
        else if (nameOf(other) !== nameOf(path))
            conflicts.push(`${(0,input_problems/* quote */.hD)(other)} and ${(0,input_problems/* quote */.hD)(path)}`);
    }
    if (conflicts.length > 0) {
        reportProblem(`The image store ignores letter case, so one of these would overwrite the other. Rename or remove one of ${listTexts(conflicts)}.`);
    }
}
function checkLengths({ files, folders }, imageStorePath, reportProblem) {
    const inStore = [...files, ...folders.map((folder) => `${folder}/${markerName}`)].map((path) => ({
        path,
        length: imageStorePath.length + 1 + path.length,
    }));
    const longest = inStore.toSorted((a, b) => b.length - a.length);
    const tooLong = longest.filter(({ length }) => length > maxStorePathCharacters);
    if (tooLong.length > 0) {
        reportProblem(`A path in the image store can have at most ${maxStorePathCharacters} characters, image-store-path included. Shorten ` +
            `${listTexts(tooLong.map(({ path, length }) => `${quoteEnd(path)} (${length} characters)`))}.`);
    }
    const long = longest.filter(({ length }) => length >= longStorePathCharacters && length <= maxStorePathCharacters);
    const [first] = long;
    if (first === undefined)
        return [];
    const count = long.length === 1 ? 'A path in the image store has' : `${long.length} paths in the image store have`;
    return [
        `${count} ${longStorePathCharacters} characters or more, and nodes can fail on long paths. ` +
            `The longest has ${first.length}: ${quoteEnd(first.path)}.`,
    ];
}
function quoteEnd(path) {
    return (0,input_problems/* quote */.hD)(path.length > 100 ? `…${path.slice(-100)}` : path);
}
function findManifestNotice({ files }) {
    return files
        .filter((path) => isApplicationManifest(path) && path !== applicationManifestName)
        .map((path) => `The application manifest is spelled ${(0,input_problems/* quote */.hD)(path)} instead of ${applicationManifestName}. It is used, because the image store ignores letter case.`);
}
function findTwins({ files, folders }) {
    const archives = new Set(files.map(storeKey).filter((path) => path.endsWith('.zip')));
    const twins = folders.filter((path) => parentOf(path) !== '' && parentOf(parentOf(path)) === '' && archives.has(`${storeKey(path)}.zip`));
    if (twins.length === 0)
        return [];
    return [
        `The cluster uses an archive and ignores the folder of the same name beside it, so this folder is uploaded for nothing: ${listPaths(twins)}. Leave it out of the package.`,
    ];
}

;// CONCATENATED MODULE: ./build/action/upload/package.js




async function readPackage(folder, imageStorePath, forward) {
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)(forward);
    const content = await walkFolder(folder, imageStorePath);
    reportUnusable(content.unusable, reportProblem);
    const pathNotices = checkPaths(content, imageStorePath, reportProblem);
    const { applicationType, notices } = await checkManifests(content, reportProblem);
    if (problems.length > 0 || applicationType === undefined)
        return undefined;
    const { files, folders } = content;
    return {
        files,
        folders,
        sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
        applicationType,
        notices: [...pathNotices, ...notices],
    };
}

;// CONCATENATED MODULE: ./build/action/upload/inputs.js








const defaultTimeoutSeconds = 300;
async function readInputs(source) {
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)();
    const content = (0,input_problems/* collectProblems */.vX)();
    const connecting = readConnectionInputs(source, reportProblem);
    const read = (name) => source.read(name).trim();
    const writtenFolder = unquoted(read('package'));
    const writtenPath = unquoted(read('image-store-path'));
    const limits = readLimitInputs(read, defaultTimeoutSeconds, reportProblem);
    const workspace = source.environment['GITHUB_WORKSPACE'] || process.cwd();
    const folder = writtenFolder === ''
        ? reportProblem((0,input_problems/* emptyInput */.Wb)('package', acceptedPackage))
        : await findPackageFolder(writtenFolder, workspace, reportProblem);
    const folderName = (0,external_node_path_namespaceObject.basename)(folder ?? '');
    const imageStorePath = writtenPath !== ''
        ? parseImageStorePath(writtenPath, reportProblem)
        : folder === undefined
            ? undefined
            : defaultImageStorePath(folderName, reportProblem);
    const found = folder === undefined ? undefined : await readPackage(folder, imageStorePath ?? folderName, content.reportProblem);
    const connection = await connecting;
    if (problems.length === 0 && content.problems.length > 0)
        throw new PackageError(content.problems);
    if (problems.length > 0 ||
        connection === undefined ||
        found === undefined ||
        imageStorePath === undefined ||
        limits === undefined) {
        throw new input_problems/* InputError */.dz([...problems, ...content.problems]);
    }
    return { ...connection, ...limits, package: found, imageStorePath };
}
function unquoted(value) {
    const visible = value.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '').trim();
    return /^(["'])(.*)\1$/s.exec(visible)?.[2]?.trim() ?? visible;
}

;// CONCATENATED MODULE: ./build/action/diagnostics/attempt-text.js


const attempt_text_maxCodeCharacters = 100;
const attempt_text_maxPathCharacters = 300;
const maxNetworkErrorCharacters = 1_500;
const maxForeignCharacters = 200;
const maxRangesInText = 5;
function requestNoun({ method }) {
    if (method === 'POST')
        return 'commit';
    return method === 'PUT' ? 'upload' : 'request';
}
function describeAttempt(attempt) {
    return attempt.kind === 'response' ? describeResponse(attempt) : describeFailure(attempt);
}
function describeResponse(attempt) {
    const { status, reasonPhrase, error, body, foreignMessage } = attempt;
    const statusLine = (0,shared_sanitize/* sanitize */.aj)(`${status} ${reasonPhrase}`, attempt_text_maxCodeCharacters);
    if (error) {
        const text = error.message === undefined ? ' without a message' : `: ${(0,shared_sanitize/* sanitize */.aj)(error.message).replace(/\.$/, '')}`;
        const statusAndCode = `${status}${status === 200 ? ' with the error' : ''} ${(0,shared_sanitize/* sanitize */.aj)(error.code, attempt_text_maxCodeCharacters)}`;
        return `the cluster answered ${statusAndCode}${text}`;
    }
    if (foreignMessage !== undefined) {
        const words = (0,shared_sanitize/* sanitize */.aj)(foreignMessage, maxForeignCharacters).replace(/\.$/, '');
        return `something other than the image store answered ${statusLine} with the words "${words}"`;
    }
    switch (body) {
        case 'tooLarge':
            return `the response ${statusLine} exceeded the limit of 64 KiB`;
        case 'nonJson':
            return `something other than the image store answered ${statusLine} with a web page or plain text`;
        case 'empty':
            return `the cluster answered ${statusLine} without a body`;
        case 'json':
            return status < 300
                ? `something other than the image store answered ${statusLine} with JSON`
                : `the cluster answered ${statusLine} without a FabricError`;
    }
}
function isInvalidHttp({ problem, code }) {
    return problem === 'interrupted' && /^(?:HPE_|INVALID_RESPONSE$|UNEXPECTED_UPGRADE$)/.test(code);
}
function describeNetworkError({ code, message }) {
    const text = withoutOpensslInternals(message);
    return (0,shared_sanitize/* sanitize */.aj)(text.includes(code) ? text : `${text} (${code})`, maxNetworkErrorCharacters);
}
function withoutOpensslInternals(message) {
    return message.replace(/(?:[\dA-F]+:)?error:[\dA-F]+:[^:]*:[^:]*:([^:\n]+)(?::[^\n]*)?\n?/gi, '$1').trim();
}
function describeFailure(attempt) {
    const { problem, code, message, sent, status } = attempt;
    if (code.startsWith('FILE_'))
        return (0,shared_sanitize/* sanitize */.aj)(message);
    if (code === 'STALLED')
        return `the cluster ${(0,shared_sanitize/* sanitize */.aj)(message)}`;
    const detail = describeNetworkError(attempt);
    switch (problem) {
        case 'connect':
            return `the runner could not connect: ${detail}`;
        case 'deadline':
            return sent ? `there was ${(0,shared_sanitize/* sanitize */.aj)(message)}` : `the runner could not connect: ${detail}`;
        case 'cancelled':
            return 'the step was cancelled';
        case 'interrupted':
            if (status !== undefined)
                return `the response with status ${status} was interrupted: ${detail}`;
            if (attempt.code === 'HPE_HEADER_OVERFLOW')
                return `the headers of the response were too long: ${detail}`;
            return isInvalidHttp(attempt)
                ? `the response was not valid HTTP: ${detail}`
                : `the connection ended before a response arrived: ${detail}`;
    }
}
function describeSession(lookup) {
    switch (lookup.kind) {
        case 'notFound':
            return 'The cluster has no such upload session now.';
        case 'failed':
            return isWithoutSessionApi(lookup)
                ? 'This gateway does not support upload sessions.'
                : `Could not look up the session: ${describeLookupFailure(lookup)}.`;
        case 'found':
            return describeCompleteness(lookup.session);
    }
}
function describeCompleteness(session) {
    const { path, sizeBytes, missingRanges } = session;
    const file = sanitize(path, attempt_text_maxPathCharacters);
    if (sizeBytes === 0)
        return `The session is for ${file}, an empty file.`;
    if (missingRanges.length === 0) {
        return `The session is complete: its chunks cover all ${byteCount(sizeBytes)} of ${file}.`;
    }
    return `The session is incomplete: ${attempt_text_describeMissing(session)}.`;
}
function attempt_text_describeMissing({ path, sizeBytes, missingRanges }) {
    const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    return `${grouped(missingBytes)} of ${byteCount(sizeBytes)} of ${sanitize(path, attempt_text_maxPathCharacters)} ${missingBytes === 1 ? 'is' : 'are'} missing (${describeRanges(missingRanges)})`;
}
function describeRanges(ranges) {
    const first = ranges.slice(0, maxRangesInText);
    const texts = first.map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
    const more = ranges.length > first.length ? ` and ${ranges.length - first.length} more ranges` : '';
    return `${texts.join(', ')}${more}, counted from 0`;
}
function describeContent(lookup, path) {
    const file = sanitize(path, attempt_text_maxPathCharacters);
    switch (lookup.kind) {
        case 'found':
            return `The file at ${file} has ${byteCount(lookup.file.sizeBytes)} and was modified at ${isoTime(lookup.file.modifiedMs)}.`;
        case 'notFound':
            return `There is no file at ${file}.`;
        case 'publishing':
            return `The cluster is still publishing the file at ${file}.`;
        case 'failed':
            return `Could not look up the file at ${file}: ${describeLookupFailure(lookup)}.`;
    }
}
function describeLookupFailure({ attempt }) {
    const isUnreadable = attempt.kind === 'response' &&
        attempt.status < 300 &&
        attempt.body !== 'nonJson' &&
        !attempt.error &&
        attempt.foreignMessage === undefined;
    return isUnreadable ? `the cluster answered ${attempt.status} in an unknown format` : describeAttempt(attempt);
}
function isWithoutSessionApi(lookup) {
    return lookup.kind === 'failed' && lookup.attempt.kind === 'response' && lookup.attempt.status === 400;
}

;// CONCATENATED MODULE: ./build/action/diagnostics/certificate-hints.js
const pin = 'add its thumbprint to server-certificate-thumbprints, which accepts it regardless of chain, name and dates';
function lastMs({ message }) {
    return Date.parse(/; valid from .+? to (.+?); issued by/.exec(message)?.[1] ?? '');
}
const isExpiredAboveServer = (attempt) => attempt.code === 'CERT_HAS_EXPIRED' && lastMs(attempt) > (attempt.failedEpochMs ?? Number.POSITIVE_INFINITY);
const hasCode = (...codes) => ({ code }) => codes.includes(code);
const certificateHints = [
    {
        applies: hasCode('CERTIFICATE_THUMBPRINT_MISMATCH'),
        cause: 'The server presented another certificate than the pinned one',
        advice: 'If this is the new certificate of the cluster, add its thumbprint to server-certificate-thumbprints; if not, another server answers at this endpoint.',
        source: 'certificates of managed clusters are renewed unannounced',
    },
    {
        applies: hasCode('CERTIFICATE_NAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID'),
        cause: "The server's certificate is for another name",
        advice: 'If this is the cluster, use an endpoint with one of the presented names, or list one in server-common-names, or pin the certificate by its thumbprint in server-certificate-thumbprints.',
        source: 'RFC 6125',
    },
    {
        applies: hasCode('CERTIFICATE_MISSING'),
        cause: 'The server presented no certificate',
        advice: "Check that the endpoint is the cluster's HTTP gateway, usually on port 19080.",
        source: 'TLS without certificates, which no gateway offers',
    },
    {
        applies: hasCode('CERT_NOT_YET_VALID'),
        cause: "A certificate of the server is not valid yet, by the runner's clock",
        advice: `Check the clock of the runner. If it is right, wait until the certificate's first day, or ${pin}.`,
        source: 'X509_V_ERR_CERT_NOT_YET_VALID',
    },
    {
        applies: isExpiredAboveServer,
        cause: "The certificate of the authority that issued the server's certificate has expired",
        advice: `Put the authority's renewed certificate into server-ca or install it on the server. If this is the cluster, you can also ${pin}.`,
        source: 'X509_V_ERR_CERT_HAS_EXPIRED for an issuer in the chain',
    },
    {
        applies: hasCode('CERT_HAS_EXPIRED'),
        cause: "The server's certificate has expired",
        advice: `Renew the cluster's certificate; until then, ${pin}.`,
        source: 'X509_V_ERR_CERT_HAS_EXPIRED',
    },
    {
        applies: hasCode('EE_KEY_TOO_SMALL', 'CA_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK', 'UNSPECIFIED'),
        cause: "The server's certificate, or its authority's, is too weak: its key is too small, or its signature is SHA-1",
        advice: `Replace it with one that has an RSA key of at least 2,048 bits and a SHA-256 signature; until then, ${pin}.`,
        source: 'X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK at security level 2',
    },
    {
        applies: hasCode('INVALID_PURPOSE'),
        cause: "The server's certificate is not meant for servers: its extended key usage lacks server authentication, or its issuer is no authority",
        advice: `Give the cluster a server certificate of a certificate authority. If this is the cluster, you can also ${pin}.`,
        source: 'X509_V_ERR_INVALID_PURPOSE, which Node.js also reports for an issuer that is no CA',
    },
    {
        applies: hasCode('CERT_SIGNATURE_FAILURE', 'UNABLE_TO_DECRYPT_CERT_SIGNATURE'),
        cause: "The signature of the server's certificate does not match its authority's key",
        advice: 'Usually server-ca holds an authority of the same name with another key, such as a renewed or re-created one: set it to the authority that issued this certificate. Otherwise the certificate is damaged or forged.',
        source: 'X509_V_ERR_CERT_SIGNATURE_FAILURE',
    },
    {
        applies: hasCode('CERT_REVOKED'),
        cause: "The server's certificate has been revoked",
        advice: 'Replace the certificate of the cluster.',
        source: 'X509_V_ERR_CERT_REVOKED',
    },
    {
        applies: ({ code }) => /^SELF_SIGNED|^DEPTH_ZERO_SELF_SIGNED|^UNABLE_TO_(?:GET_ISSUER|VERIFY)|ISSUER/.test(code),
        cause: "The server's certificate comes from an authority that is not trusted",
        advice: 'If this is the cluster, set server-ca to the certificate of its authority, or pin its own certificate by its thumbprint in server-certificate-thumbprints.',
        source: 'OpenSSL certificate verification',
    },
    {
        applies: ({ code }) => /^(?:CERT_|CRL_|INVALID_CA$|PATH_LENGTH_|UNABLE_TO_|HOSTNAME_MISMATCH$|ERROR_IN_CERT)/.test(code),
        cause: "The chain of the server's certificate does not verify",
        advice: `Correct the chain that the server presents, or server-ca. If this is the cluster, you can also ${pin}.`,
        source: 'the other errors of OpenSSL certificate verification',
    },
];

;// CONCATENATED MODULE: ./build/action/diagnostics/proxy-hints.js

function isProxyFailure({ atProxy, code }) {
    return atProxy === true || code.startsWith('PROXY_');
}
const proxyOf = ({ proxyName }) => proxyName === undefined ? 'the proxy' : `the proxy ${proxyName}`;
const variableOf = ({ secure }) => (secure ? 'https_proxy' : 'http_proxy');
const bypass = 'To bypass the proxy, list the host of the cluster in no_proxy.';
const answeredStatus = ({ message }) => Number(/ answered (\d{3})\b/.exec(message)?.[1]);
const isNoProxyAnswer = (attempt) => attempt.code !== 'HPE_HEADER_OVERFLOW' && (attempt.code.startsWith('HPE_') || isInvalidHttp(attempt));
const proxyHints = [
    {
        applies: (attempt) => attempt.code === 'PROXY_REFUSED' && [401, 407].includes(answeredStatus(attempt)),
        cause: 'The proxy requires a user and a password',
        advice: `Add them to the URL of the proxy, or correct the ones in it. ${bypass}`,
        source: 'RFC 9110, section 15.5.8; tinyproxy answers 401 to a wrong password',
    },
    {
        applies: ({ code }) => code === 'PROXY_REFUSED',
        cause: 'The proxy does not allow connections to this host and port',
        advice: "Change the proxy's rules, or list the host of the cluster in no_proxy to bypass the proxy.",
        source: 'RFC 9110 on CONNECT; squid, tinyproxy',
    },
    {
        applies: ({ code }) => code === 'PROXY_CERTIFICATE',
        cause: "The proxy's certificate does not verify",
        advice: "It must match the proxy's name and come from an authority that the runner trusts; NODE_EXTRA_CA_CERTS names a file with additional authorities. server-ca applies to the cluster only.",
        source: 'Node.js: tls.connect without ca',
    },
    {
        applies: ({ code }) => code === 'PROXY_FAILED',
        cause: 'The proxy could not reach the cluster',
        advice: `Ask whoever runs the proxy whether it can connect to this host and port, and what it logged. ${bypass}`,
        source: 'RFC 9110 on CONNECT; squid, tinyproxy',
    },
    {
        applies: ({ atProxy, code }) => atProxy === true && (code === 'ENOTFOUND' || code === 'EAI_AGAIN'),
        cause: (_, connection) => `The runner cannot resolve the host name of ${proxyOf(connection)}`,
        advice: (_, connection) => `Check its URL in ${variableOf(connection)}. ${bypass}`,
        source: 'getaddrinfo',
    },
    {
        applies: ({ atProxy, message }) => atProxy === true && /wrong version number|packet length too long/i.test(message),
        cause: (_, connection) => `The server at ${proxyOf(connection)} does not use TLS`,
        advice: (_, connection) => `Its URL in ${variableOf(connection)} must begin with http://, also when the cluster itself uses https://.`,
        source: 'OpenSSL, when a server answers a handshake in plain HTTP',
    },
    {
        applies: (attempt) => attempt.atProxy === true && isNoProxyAnswer(attempt),
        cause: (_, connection) => `The server at ${proxyOf(connection)} did not answer in valid HTTP`,
        advice: (_, connection) => `Its URL in ${variableOf(connection)} must name an HTTP proxy, not a SOCKS proxy, and begin with https:// if the proxy uses TLS. ${bypass}`,
        source: "Node's HTTP parser",
    },
    {
        applies: ({ atProxy, sent, problem }) => atProxy === true && !sent && problem !== 'cancelled',
        cause: (_, connection) => `The runner cannot connect to ${proxyOf(connection)}`,
        advice: (_, connection) => `Check its URL in ${variableOf(connection)}, whether the proxy is running, and whether a firewall blocks the runner's address there. ${bypass}`,
        source: 'connect(2); a proxy that accepts a connection and answers nothing',
    },
];

;// CONCATENATED MODULE: ./build/action/diagnostics/network-hints.js



const isConnect = (...codes) => ({ problem, code }) => problem === 'connect' && codes.includes(code);
const clientCertificateIssue = ({ certificate }) => `the server ${certificate ? 'does not accept the client certificate' : 'requires a client certificate'}`;
const tcpHints = [
    {
        applies: isConnect('ENOTFOUND'),
        cause: 'The runner cannot resolve this host name',
        advice: 'Check its spelling, and whether the runner can access the network of the cluster.',
        source: 'getaddrinfo',
    },
    {
        applies: isConnect('EAI_AGAIN'),
        cause: "The runner's DNS server did not answer",
        advice: 'Run the step again.',
        source: 'getaddrinfo',
    },
    {
        applies: isConnect('ECONNREFUSED'),
        cause: 'Nothing listens at this host and port',
        advice: 'Check host and port of the endpoint, and whether the cluster is running.',
        source: 'connect(2)',
    },
    {
        applies: isConnect('EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN'),
        cause: 'The runner has no route to this host',
        advice: 'Check the host of the endpoint, and whether the runner can access the network of the cluster.',
        source: 'connect(2)',
    },
];
const handshakeHints = [
    {
        applies: ({ problem, code, message }) => problem === 'connect' && (/WRONG_VERSION_NUMBER|EPROTO/.test(code) || /wrong version number/i.test(message)),
        cause: 'The server at this port does not use TLS',
        advice: 'If the cluster is not secured, the endpoint must begin with http://.',
        source: 'OpenSSL, when a server answers a handshake in plain HTTP',
    },
    {
        applies: ({ problem, code }, { secure }) => secure && problem === 'connect' && code === 'ECONNRESET',
        cause: 'The server closed the connection in the TLS handshake',
        advice: (_, connection) => `Usually this is not the port of the HTTP gateway (19080), or the port does not use TLS and the endpoint must begin with http://, or ${clientCertificateIssue(connection)}.`,
        source: 'servers that drop what is no TLS of theirs without an alert',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && /^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code),
        cause: (_, { certificate }) => certificate
            ? `The server does not accept the client certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}`
            : 'The server requires a client certificate',
        advice: (_, { certificate }) => certificate
            ? 'The certificate must come from an authority that the cluster trusts, be valid, and be known to the cluster.'
            : 'Set client-certificate.',
        source: 'TLS alerts, RFC 8446 section 6',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && /^ERR_SSL_(?:EE|CA)_KEY_TOO_SMALL$|_MD_TOO_WEAK$/.test(code),
        cause: 'The client certificate is too weak: its key is too small, or its signature is SHA-1',
        advice: 'Provide one that has an RSA key of at least 2,048 bits and a SHA-256 signature.',
        source: 'SSL_CTX_use_certificate at security level 2',
    },
    {
        applies: isConnect('ERR_SSL_DH_KEY_TOO_SMALL'),
        cause: 'The server offers a Diffie-Hellman key that is too small',
        advice: 'Update the TLS configuration of the server or front end: it is too old for Node.js.',
        source: 'OpenSSL at security level 2',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && /^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(code),
        cause: 'The TLS handshake failed',
        advice: (_, connection) => `Client and server have no TLS version or cipher in common, or ${clientCertificateIssue(connection)}. Check that the endpoint is the HTTP gateway of the cluster.`,
        source: 'TLS alerts, RFC 8446 section 6',
    },
    {
        applies: ({ code }) => code === 'PFX_NOT_USABLE',
        cause: 'The server cannot be verified before the PFX is used',
        advice: 'Provide the client certificate and its key as PEM (openssl pkcs12 -in old.pfx -nodes -out new.pem), or pin the server in server-certificate-thumbprints.',
        source: 'Node.js trusts the authorities that a PFX contains',
    },
];
const exchangeHints = [
    {
        applies: ({ problem, code }) => problem === 'interrupted' && code === 'HPE_HEADER_OVERFLOW',
        cause: 'Something other than the image store answered with more than 16 KiB of headers',
        advice: 'Usually a login page with many cookies answers in its place. Check the endpoint, and what is between the runner and the cluster.',
        source: "Node's HTTP parser: --max-http-header-size",
    },
    {
        applies: isInvalidHttp,
        cause: 'The server at this port did not answer in valid HTTP',
        advice: 'Check the endpoint: the HTTP gateway usually listens on port 19080, and the endpoint of a secured cluster begins with https://.',
        source: "Node's HTTP parser",
    },
    {
        applies: (attempt) => isConnect('CONNECT_TIMEOUT', 'ETIMEDOUT')(attempt) || (attempt.problem === 'deadline' && !attempt.sent),
        cause: 'Nothing answered at this host and port',
        advice: "Check host and port of the endpoint, and whether a firewall or network security group blocks the runner's address.",
        source: 'packets that are dropped instead of refused',
    },
    {
        applies: ({ problem }) => problem === 'connect',
        cause: 'The runner could not connect',
        advice: 'Check host and port of the endpoint, and what is between the runner and the cluster.',
        source: 'the errors of connect(2) that are not explained above',
    },
    {
        applies: ({ problem, sent, method }) => problem === 'deadline' && sent && method === 'POST',
        cause: 'The commit took longer than the timeout input allows, and 15 s more',
        advice: 'Raise timeout. The cluster may still finish the commit, or may have finished it.',
        source: 'the cluster answers 504 itself when the timeout is over, unless that answer is lost',
    },
    {
        applies: ({ problem, sent }) => problem === 'deadline' && sent,
        cause: 'The image store took too long to answer',
        advice: 'Raise timeout if it was an upload or a deletion. Check the health of fabric:/System/ImageStoreService, and what is between the runner and the cluster.',
        source: 'the cluster answers 504 itself when the timeout is over, unless that answer is lost',
    },
    {
        applies: ({ sent, status = 0, method }) => method === 'POST' && sent && !(status >= 400 && status < 500),
        advice: 'The cluster may still finish the commit, or may have finished it: it continues after the client disconnects.',
        source: 'khttpserver.cpp: the gateway does not notice when a client disconnects',
    },
];
const networkHints = [
    ...proxyHints,
    ...tcpHints,
    ...certificateHints,
    ...handshakeHints,
    ...exchangeHints,
];

;// CONCATENATED MODULE: ./build/action/diagnostics/authentication-hints.js

const asksFor = (...schemes) => ({ status, headers: { authenticate = '' } }) => status === 401 && new RegExp(`(?:^|,)\\s*(?:${schemes.join('|')})(?=[\\s,]|$)`, 'i').test(authenticate);
const schemeOf = (authenticate = '') => (0,shared_sanitize/* sanitize */.aj)(/^[^\s,]+/.exec(authenticate)?.[0] ?? 'another one', 60);
function bearerError({ headers: { authenticate = '' } }) {
    const text = /\berror_description="([^"]+)"/i.exec(authenticate)?.[1] ?? /\berror="([^"]+)"/i.exec(authenticate)?.[1];
    return text === undefined ? '' : ` It says "${(0,shared_sanitize/* sanitize */.aj)(text, 200)}".`;
}
const authenticationHints = [
    {
        applies: asksFor('Bearer'),
        cause: (_, { token }) => token
            ? 'A front end of the cluster does not accept the access token'
            : 'A front end of the cluster asks for a bearer token',
        advice: (attempt, { token }) => `${token
            ? `The token is for ${token.audience ?? 'an unknown audience'}: it must be one that the front end accepts, and must not have expired.`
            : 'Set access-token, over https.'}${bearerError(attempt)}`,
        source: 'RFC 6750; API Management, Entra application proxy',
    },
    {
        applies: asksFor('Basic', 'Digest'),
        cause: 'A front end of the cluster asks for a user name and a password',
        advice: 'This action cannot send them: use an endpoint without that front end, or exempt the runner from its login.',
        source: 'RFC 7617, RFC 7616; the gateway has no such login (HttpServer.cpp)',
    },
    {
        applies: asksFor('Negotiate', 'NTLM', 'Kerberos'),
        cause: 'The gateway asks for Windows (Kerberos) authentication',
        advice: 'A GitHub runner cannot provide it: use a cluster or an endpoint secured by certificates or Microsoft Entra ID.',
        source: 'HttpKerberosAuthHandler.cpp',
    },
    {
        applies: ({ status, headers }) => status === 401 && headers.authenticate !== undefined,
        cause: 'A front end of the cluster asks for a kind of authentication that this action does not support',
        advice: ({ headers }) => `It asks for ${schemeOf(headers.authenticate)}: use an endpoint without it, or exempt the runner.`,
        source: 'RFC 9110, section 11.6.1',
    },
    {
        applies: ({ status }) => status === 401,
        cause: 'The server refuses the request as unauthorized and does not say which authentication it wants',
        advice: 'A gateway with Windows (Kerberos) authentication does that, which a GitHub runner cannot provide, and so does a front end that does not accept the access token or the client certificate.',
        source: 'HttpKerberosAuthHandler.cpp; RFC 9110 requires the header',
    },
];

;// CONCATENATED MODULE: ./build/action/diagnostics/presented-credentials.js

function hasCredentials({ certificate, token, certificateNotRequested }) {
    return token !== undefined || (certificate !== undefined && !certificateNotRequested);
}
function describePresentedCredentials({ certificate, token, certificateNotRequested }) {
    const sentences = [];
    if (certificate && certificateNotRequested) {
        sentences.push(`The certificate ${certificate.subject} was not sent: the server supports only TLS 1.3 and did not request it in the handshake, and Node.js cannot answer a request after the handshake. Configure the server to request it in the handshake, or to support TLS 1.2 as well.`);
    }
    else if (certificate) {
        const unfit = certificate.isForClients ? '' : '; its extended key usage does not include client authentication';
        sentences.push(`This step presented the certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}: the cluster must accept it as an admin client certificate${unfit}.`);
    }
    if (token) {
        const expiry = token.expiresMs === undefined ? '' : `; its expiry is ${format_isoTime(token.expiresMs)}`;
        sentences.push(`The token is for ${token.audience ?? 'an unknown audience'}, which must be the application ID of the cluster${expiry}.`);
    }
    return sentences.join(' ') || 'This step presented neither: set client-certificate or access-token.';
}

;// CONCATENATED MODULE: ./build/action/diagnostics/front-end-hints.js




const hasStatusWithoutError = (...statuses) => ({ status, error }) => error === undefined && statuses.includes(status);
const isForbidden = hasStatusWithoutError(403);
const isForeignRefusal = (attempt) => isForbidden(attempt) && attempt.body !== 'empty';
const isMaybeProxy = ({ secure, proxyName }) => !secure && proxyName !== undefined;
const proxyMayHaveAnswered = [
    {
        applies: (attempt, connection) => hasStatusWithoutError(401, 403)(attempt) && isMaybeProxy(connection),
        cause: (_, { proxyName }) => `The proxy ${proxyName} may have answered instead of the cluster`,
        advice: ({ status }) => `${status === 401
            ? 'If so, it requires a user and a password: add them to the URL of the proxy.'
            : 'If so, it does not allow connections to this host and port.'} To bypass the proxy, list the host in no_proxy.`,
        source: 'RFC 9112, section 3.2.2: a proxy is asked for an http endpoint as a server is',
    },
    {
        applies: hasStatusWithoutError(407),
        cause: (_, { proxyName }) => `${proxyName ? `The proxy ${proxyName}` : 'A proxy between the runner and the cluster'} requires a user and a password`,
        advice: 'Add them to the URL in http_proxy or https_proxy.',
        source: 'RFC 9110',
    },
];
const refusals = [
    {
        applies: ({ status, body, error }) => status === 400 && body === 'nonJson' && error === undefined,
        advice: (_, connection) => connection.secure
            ? `A front end of the cluster may answer this way to a missing, untrusted or expired client certificate. ${describePresentedCredentials(connection)}`
            : 'If the gateway is secured, the endpoint must begin with https://; otherwise something between the runner and the cluster did not understand the request.',
        source: 'nginx and Apache answer plain HTTP on a TLS port with 400, and nginx every client without a valid certificate',
    },
    {
        applies: isForeignRefusal,
        cause: 'A front end of the cluster refused the request, for example a web application firewall',
        advice: ({ method }, connection) => `Allow this runner and ${method === 'POST' ? 'POST' : 'GET, PUT, POST and DELETE'} requests to /ImageStore in its rules. It may also require a client certificate or a token. ${describePresentedCredentials(connection)}`,
        source: 'HttpCertificateAuthHandler.cpp: the 403 of the gateway itself has no body',
    },
    {
        applies: isForbidden,
        cause: (_, connection) => hasCredentials(connection)
            ? 'The cluster does not accept the credentials of this step'
            : 'The cluster requires a client certificate or a token',
        advice: (_, connection) => `A secured gateway sends this response for a missing, untrusted or wrong client certificate, and also for a missing, expired or wrong token. ${describePresentedCredentials(connection)}`,
        source: 'HttpCertificateAuthHandler.cpp; HttpServer.cpp: the last authentication handler sends the response',
    },
    {
        applies: hasStatusWithoutError(404),
        cause: 'The server at this address has no image store',
        advice: (_, { url }) => new URL(url).port === '19081'
            ? 'Port 19081 is usually the reverse proxy of the cluster, which leads to services: the HTTP gateway usually listens on port 19080.'
            : "Check the endpoint's host, port and path; the gateway usually listens on port 19080 (19081 is the cluster's reverse proxy).",
        source: 'the gateway itself answers 400 to an unknown path (Constants.cpp: a handler at /)',
    },
    {
        applies: hasStatusWithoutError(411),
        cause: 'Something between the runner and the cluster removed the Content-Length header of the request',
        advice: 'Check the proxies in between.',
        source: 'http.sys; this action always sends Content-Length: 0',
    },
    {
        applies: (attempt) => attempt.method === 'PUT' && hasStatusWithoutError(413)(attempt),
        cause: 'A front end of the cluster does not accept so large a request body',
        advice: 'Raise its limit (client_max_body_size in nginx, LimitRequestBody in Apache, maxAllowedContentLength in IIS), or use an endpoint without it. Files of up to 4 MiB and the chunks of bigger ones must pass; on a Linux cluster, every file as a whole.',
        source: 'RFC 9110, section 15.5.14; the gateway has no limit (getfilefromuploadasyncoperation.cpp)',
    },
    {
        applies: hasStatusWithoutError(413, 414, 431),
        cause: 'A front end of the cluster finds the request too large',
        advice: (_, { token }) => `Raise its limit for request headers${token ? ': the access token is the only large one that this action sends' : ', and check what else adds headers or cookies on the way'}.`,
        source: 'RFC 6585; the gateway reads requests of up to 4 MiB (HttpTransport/Constants.cpp)',
    },
    {
        applies: hasStatusWithoutError(408, 429),
        cause: 'The gateway, or something in front of it, is too busy',
        advice: 'Run the step again.',
        source: 'RFC 9110, RFC 6585',
    },
];
const unexpectedResponses = [
    {
        applies: ({ status }) => status >= 300 && status < 400 && status !== 303,
        cause: (attempt) => `The server redirected the ${requestNoun(attempt)} to another address`,
        advice: ({ headers: { location } }) => `This action does not follow redirects, so that no request reaches an unexpected server.${location
            ? ` The response points to ${(0,shared_sanitize/* sanitize */.aj)(location, 200)}; if that is the cluster, use it as the endpoint.`
            : ''}`,
        source: 'the gateway never redirects (HttpUtil.cpp)',
    },
    {
        applies: ({ status }) => status === 202,
        cause: (attempt) => `Something between the runner and the cluster took the ${requestNoun(attempt)} over, and says only that it may follow`,
        advice: 'The gateway answers a successful upload or commit with 200 and no body. Check what is in front of the gateway, and whether it queues requests.',
        source: 'RFC 9110, section 15.3.3',
    },
    {
        applies: ({ status }) => (status >= 200 && status < 300) || status === 303,
        cause: 'Something between the runner and the cluster answered in its place, or rewrote its answer',
        advice: "The gateway answers a successful upload or commit with 200 and no body. Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or proxy login answers in its place.",
        source: 'imagestorehandler.cpp',
    },
    {
        applies: hasStatusWithoutError(501, 505),
        cause: 'The server at this address does not support this request',
        advice: 'Check that the endpoint is the HTTP gateway of the cluster.',
        source: 'HttpUtil.cpp',
    },
    {
        applies: ({ status, headers }) => status === 503 && /Microsoft-HTTPAPI/i.test(headers.server ?? ''),
        cause: 'The node answers, but its HTTP gateway is not running',
        advice: 'Check the health of that node.',
        source: 'http.sys answers 503 when no process listens behind it',
    },
    {
        applies: hasStatusWithoutError(502, 503, 504),
        cause: 'A proxy or load balancer in front of the cluster got no response from it',
        advice: 'Check its backend and its own timeout, which must be longer than the timeout input.',
        source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)",
    },
    {
        applies: ({ foreignMessage }) => foreignMessage !== undefined,
        cause: 'A front end of the cluster answered, not the image store',
        advice: 'Check its rules and its log, or use an endpoint without it.',
        source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)",
    },
];
const frontEndHints = [
    ...proxyMayHaveAnswered,
    ...authenticationHints,
    ...refusals,
    ...unexpectedResponses,
];

;// CONCATENATED MODULE: ./build/action/diagnostics/response-hints.js


function isSizeMismatch({ error }) {
    return error?.code === 'E_INVALIDARG' && /size|bytes/i.test(error.message ?? '');
}
const hasErrorCode = (...codes) => ({ error }) => error !== undefined && codes.includes(error.code);
const fabricHints = [
    {
        applies: isSizeMismatch,
        cause: 'A chunk was shorter or longer than its Content-Range',
        advice: 'Chunks cannot be replaced: delete the session (DELETE /ImageStore/$/DeleteUploadSession) and upload the file again under a new session id.',
        source: 'processcommituploadsessionrequestasyncoperation.cpp: merged size against declared size',
    },
    {
        applies: ({ method, status, error }) => method === 'POST' && status === 400 && error?.code === 'E_INVALIDARG',
        advice: 'Possible causes: the cluster does not have the session (it expires 30 minutes after its last chunk, and is lost when the image store moves to another node); chunks are missing; the file is empty (upload it with a plain PUT); or the cluster runs on Linux, where upload sessions do not exist. Check that all chunks were uploaded under this id; if in doubt, upload again under a new one.',
        source: 'NativeImageStore.cpp (list before commit); UploadSessionMetadata.cpp; imagestorehandler.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
        cause: 'The image store service is just starting on its node',
        advice: 'Run the step again in a minute; an upload session expires 30 minutes after its last chunk.',
        source: 'ServiceRoutingAgent.cpp; FileTransferClient.cpp retries it',
    },
    {
        applies: hasErrorCode('FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED'),
        cause: 'The cluster has no user-role client certificate configured',
        advice: 'Use an admin client certificate.',
        source: 'HttpUtil.cpp',
    },
    {
        applies: hasErrorCode('E_ACCESSDENIED'),
        cause: 'The cluster accepts these credentials, but not for this operation',
        advice: 'Use credentials with the admin role, which uploading and committing packages requires.',
        source: 'EntreeServiceProxy.cpp',
    },
    {
        applies: (attempt) => attempt.method === 'POST' && hasErrorCode('NotFound')(attempt),
        cause: 'The session disappeared during the commit',
        advice: 'Somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.',
        source: 'processcommituploadsessionrequestasyncoperation.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_SERVICE_DOES_NOT_EXIST'),
        cause: 'The cluster has no image store service',
        advice: 'Development clusters keep packages on a file share, where upload sessions do not exist.',
        source: 'github.com/microsoft/service-fabric-client-dotnet/issues/6',
    },
    {
        applies: ({ status, error }) => status === 200 && error !== undefined,
        cause: 'Something in front of the gateway turned an error into a 200',
        advice: 'A Service Fabric gateway never sends an error with status 200. Check what is in front of the gateway.',
        source: 'RequestHandlerBase.HandlerAsyncOperation.cpp: errors never have status 200',
    },
    {
        applies: hasErrorCode('OperationsPending'),
        cause: 'A commit of this path, or a copy or delete of a folder above it, is still running',
        advice: 'This action waits for it as long as the timeout input allows.',
        source: 'PendingWriteOperations.cpp',
    },
    {
        applies: hasErrorCode('0x80070070'),
        cause: "The image store's disk is full",
        advice: 'Remove unused packages from the image store.',
        source: 'FileUploadAsyncOperation.cpp; HRESULT of ERROR_DISK_FULL',
    },
    {
        applies: ({ status, error }) => status === 500 && error !== undefined && /^(0x8007|E_FAIL$|FABRIC_E_IMAGESTORE_IOERROR$)/.test(error.code),
        cause: "The image store's file system failed",
        advice: 'Check the disk of the node with the primary of fabric:/System/ImageStoreService.',
        source: 'FileUploadAsyncOperation.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_GATEWAY_NOT_REACHABLE', 'FABRIC_E_COMMUNICATION_ERROR'),
        cause: "The node's HTTP gateway cannot reach the cluster behind it",
        advice: 'Check the health of that node.',
        source: 'ClientConnectionManager.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_TIMEOUT'),
        cause: (attempt) => `The ${requestNoun(attempt)} took longer than the timeout input allows`,
        advice: 'Raise timeout.',
        source: 'StoreTransactionAsyncOperation.cpp: the work continues after the timeout',
    },
    {
        applies: hasErrorCode('FABRIC_E_SERVICE_TOO_BUSY'),
        cause: 'The image store is too busy',
        advice: 'Run the step again when less is going on, or with a lower concurrency.',
        source: 'NamingErrorCategories.cpp',
    },
    {
        applies: ({ status, error }) => status === 503 && error !== undefined,
        cause: 'The image store is moving to another node or being upgraded',
        advice: 'Check the health of fabric:/System/ImageStoreService.',
        source: 'NamingErrorCategories.cpp',
    },
];
const responseHints = [...fabricHints, ...frontEndHints];

;// CONCATENATED MODULE: ./build/action/diagnostics/attempt-advice.js




function hintFor(attempt, connection) {
    if (attempt.kind === 'response')
        return firstHint(responseHints, attempt, connection);
    const hint = firstHint(networkHints, attempt, connection);
    const isAboutPort = !attempt.sent && attempt.problem !== 'cancelled' && !isProxyFailure(attempt);
    if (!isAboutPort || connection.portNamed)
        return hint;
    const advice = `${hint.advice ?? ''} The endpoint names no port; the gateway usually listens on 19080.`.trim();
    return { ...hint, advice };
}
function explainAttempt(attempt, connection) {
    return explainAs(hintFor(attempt, connection).cause, describeDetail(attempt));
}
function explainAs(cause, detail) {
    const sentence = cause === undefined ? `${detail.charAt(0).toUpperCase()}${detail.slice(1)}` : `${cause}: ${detail}`;
    return `${sentence}.`;
}
function describeDetail(attempt) {
    return attempt.kind === 'noResponse' && attempt.problem === 'connect'
        ? describeNetworkError(attempt)
        : describeAttempt(attempt);
}
function firstHint(hints, attempt, connection) {
    const hint = hints.find(({ applies }) => applies(attempt, connection));
    const resolve = (text) => typeof text === 'function' ? text(attempt, connection) : text;
    return { cause: resolve(hint?.cause), advice: resolve(hint?.advice) };
}

;// CONCATENATED MODULE: ./build/action/upload/file-causes.js
const causes = {
    lost: {
        cause: 'the cluster lost the upload session again and again',
        advice: 'Check the health of fabric:/System/ImageStoreService.',
    },
    wrongSize: {
        cause: 'the cluster joined the chunks to a file of another size, twice',
        advice: 'Check that the disks of the nodes are not full: a gateway stores a part of a chunk then, without an error.',
    },
    conflict: {
        cause: 'another file has the same upload session',
        advice: 'Wait until nothing else uploads to this path, then run the job again.',
    },
    cancelled: { cause: 'the step was cancelled' },
    changed: {
        cause: 'the file changed while it was being uploaded',
        advice: 'Let nothing write to the package folder during the upload.',
    },
    unreadable: { cause: 'the file cannot be read', advice: 'Check its permissions, and the disk of the runner.' },
    notStarted: { cause: 'the step ended before the file was sent' },
};
function findFileCause({ reason }) {
    return reason && causes[reason];
}

;// CONCATENATED MODULE: ./build/action/upload/outcome-text.js







function shownFailure({ problem, files }) {
    if (problem?.kind === 'request')
        return { attempt: problem.failure.attempt };
    if (problem?.kind === 'listing')
        return problem.failure.attempt ? { attempt: problem.failure.attempt } : {};
    const unpublished = files.filter(({ result }) => result !== 'published');
    const file = unpublished.find(({ reason }) => reason !== 'notStarted') ?? unpublished[0];
    return file ? { file, ...(file.last && { attempt: file.last }) } : {};
}
function explain(outcome, imageStorePath, connection) {
    const { problem, files } = outcome;
    if (problem === undefined)
        return '';
    const { cause, advice, subject } = explainProblem(problem, outcome, imageStorePath, connection);
    const hasSessions = files.some(({ sessionIds }) => sessionIds.length > 0);
    const sentences = [
        cause,
        advice,
        subject,
        describeState(outcome, imageStorePath),
        hasSessions ? 'The same job, run again within 30 minutes, sends only what is missing of the big files.' : undefined,
        `The endpoint is ${connection.url}.`,
    ];
    return sentences.filter(Boolean).join(' ');
}
function explainProblem(problem, outcome, imageStorePath, connection) {
    switch (problem.kind) {
        case 'cancelled':
            return { cause: 'The step was cancelled.', advice: 'The cluster may still finish what it was asked to do.' };
        case 'foreignContent':
            return {
                cause: `Something that is not this package lies at ${(0,input_problems/* quote */.hD)(imageStorePath)}: ${listPaths(problem.paths)}.`,
                advice: 'Choose another image-store-path, or delete what lies there.',
                subject: 'Nothing was sent or deleted.',
            };
        case 'listing': {
            const { path, attempt } = problem.failure;
            const subject = `The content of ${(0,input_problems/* quote */.hD)(path)} in the image store cannot be listed.`;
            if (attempt)
                return { ...explainRequest(attempt, connection), subject };
            return { cause: 'The cluster lists one page after another, without an end.', subject };
        }
        case 'request': {
            const { subject, attempt } = problem.failure;
            return { ...explainRequest(attempt, connection), subject: describeRequest(attempt, subject) };
        }
        case 'changedFiles':
            return {
                cause: `The package changed while it was being uploaded. ${problem.changes.map(({ description }) => description).join(' ')}`,
                advice: 'Let nothing write to the package folder during the upload, then run the job again.',
            };
        case 'differences':
            return {
                cause: 'Something else changes the same folder of the image store.',
                advice: 'Let one job at a time upload to it, or choose another image-store-path.',
                subject: describeDifferences(problem),
            };
        case 'files':
            return explainFiles(outcome, connection);
    }
}
function explainRequest(attempt, connection) {
    const cause = explainAttempt(attempt, connection);
    return isAboutChunks(attempt) ? { cause } : { cause, advice: hintFor(attempt, connection).advice };
}
function isAboutChunks(attempt) {
    const code = attempt.kind === 'response' && attempt.method === 'POST' ? attempt.error?.code : undefined;
    return code === 'E_INVALIDARG' || code === 'NotFound';
}
function describeRequest({ method }, subject) {
    const verb = { GET: 'Looking up', PUT: 'Writing', POST: 'Committing', DELETE: 'Removing' }[method];
    return `${verb} ${(0,input_problems/* quote */.hD)(subject)} in the image store failed.`;
}
function describeDifferences({ wrong, stale }) {
    const wrongPaths = listPaths(wrong.map(({ path }) => path));
    return [
        wrong.length > 0 && `Files are missing in the image store or have another size: ${wrongPaths}.`,
        stale.length > 0 && `Files that are not part of the package do not go away: ${listPaths(stale)}.`,
    ]
        .filter(Boolean)
        .join(' ');
}
function explainFiles(outcome, connection) {
    const unpublished = outcome.files.filter(({ result }) => result !== 'published');
    const { file, attempt } = shownFailure(outcome);
    if (file === undefined)
        return { cause: 'Files are not published.' };
    const others = unpublished.length - 1;
    const more = others === 0 ? '' : ` ${counted(others, 'other file')} ${others === 1 ? 'is' : 'are'} not published.`;
    const tries = file.reason === 'attempts' ? ` after ${counted(file.attempts, 'attempt')}` : '';
    const subject = `${describeResult(file)}${tries}.${more}`;
    const own = findFileCause(file);
    if (own)
        return { cause: `${ownCause(file, own.cause)}.`, advice: own.advice, subject };
    return attempt ? { ...explainRequest(attempt, connection), subject } : { cause: subject };
}
function ownCause({ description }, cause) {
    const detail = description ? ` (${(0,shared_sanitize/* sanitize */.aj)(description)})` : '';
    return `${cause.charAt(0).toUpperCase()}${cause.slice(1)}${detail}`;
}
function describeResult({ file, result }) {
    const name = (0,input_problems/* quote */.hD)(file.path);
    return result === 'unknown' ? `It is not known whether ${name} is published` : `${name} is not published`;
}
function outcome_text_describeFile(file) {
    const cause = findFileCause(file)?.cause ?? (file.last ? describeAttempt(file.last) : 'no attempt succeeded');
    return `${describeResult(file)}: ${cause}.`;
}
function describeState({ problem, result, attempts }, imageStorePath) {
    if (problem?.kind === 'foreignContent')
        return undefined;
    if (attempts === 0)
        return 'Nothing was changed in the image store.';
    const path = (0,input_problems/* quote */.hD)(imageStorePath);
    if (problem?.kind === 'request') {
        if (problem.phase === 'inspecting')
            return undefined;
        if (result === 'unknown')
            return `The package at ${path} is complete if ${(0,input_problems/* quote */.hD)(problem.failure.subject)} exists.`;
    }
    return `The package at ${path} is not marked complete, so it cannot be provisioned.`;
}

;// CONCATENATED MODULE: ./build/action/upload/outputs.js



const outputNames = (/* unused pure expression or super */ null && ([
    'image-store-path',
    'application-type-name',
    'application-type-version',
    'files',
    'bytes',
    'bytes-sent',
    'attempts',
    'status-code',
    'error-code',
    'error-message',
    'explanation',
    'sessions',
    'result',
]));
const emptyOutputs = {
    'image-store-path': '',
    'application-type-name': '',
    'application-type-version': '',
    files: '0',
    bytes: '0',
    'bytes-sent': '0',
    attempts: '0',
    'status-code': '',
    'error-code': '',
    'error-message': '',
    explanation: '',
    sessions: '[]',
    result: 'failed',
};
function toOutputs(outcome, inputs, connection) {
    const { package: content, imageStorePath } = inputs;
    const { file, attempt } = shownFailure(outcome);
    const error = outcome.problem ? errorOf(attempt, file, outcome) : { code: '', message: '' };
    return {
        ...emptyOutputs,
        'image-store-path': imageStorePath,
        'application-type-name': content.applicationType.name,
        'application-type-version': content.applicationType.version,
        files: String(content.files.length),
        bytes: String(content.sizeBytes),
        'bytes-sent': String(outcome.bytesSent),
        attempts: String(outcome.attempts),
        'status-code': String((outcome.problem && attempt?.status) ?? ''),
        'error-code': error.code,
        'error-message': error.message,
        explanation: explain(outcome, imageStorePath, connection),
        sessions: toSessions(outcome.files),
        result: outcome.result,
    };
}
function outputsWithoutUpload(result, code, message) {
    return { ...emptyOutputs, 'error-code': code, 'error-message': message, explanation: message, result };
}
function errorOf(attempt, file, { problem }) {
    if (attempt?.kind === 'noResponse')
        return { code: attempt.code, message: attempt.message };
    if (attempt)
        return { code: attempt.error?.code ?? '', message: attempt.error?.message ?? describeAttempt(attempt) };
    return { code: outputs_codeOf(problem?.kind), message: file ? outcome_text_describeFile(file) : '' };
}
function outputs_codeOf(kind) {
    return (kind ?? '').replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
const maxSessionsBytes = 1_000_000;
const messageLimits = [4_096, 300, 0];
function toSessions(files) {
    const withSession = files.filter(({ sessionIds }) => sessionIds.length > 0);
    let json = '[]';
    for (const limit of messageLimits) {
        json = JSON.stringify(withSession.map((file) => toRow(file, limit)));
        if (Buffer.byteLength(json) <= maxSessionsBytes)
            break;
    }
    return json;
}
function toRow(outcome, maxMessageCharacters) {
    const { file, result, last, commit, sessionIds, session, attempts, durationMs } = outcome;
    const shown = last ?? commit?.last;
    const error = result !== 'published' && shown?.kind === 'response' ? shown.error : undefined;
    const code = result !== 'published' && shown?.kind === 'noResponse' ? shown.code : error?.code;
    return {
        sessionId: sessionIds.at(-1) ?? null,
        result: result === 'published' ? 'committed' : result,
        statusCode: shown?.status ?? null,
        errorCode: code ?? null,
        errorMessage: result === 'published' ? null : (0,shared_sanitize/* truncate */.xv)(error?.message ?? outcome_text_describeFile(outcome), maxMessageCharacters) || null,
        attempts,
        durationMs,
        path: file.storePath,
        missingRanges: session?.missingRanges ?? null,
    };
}

;// CONCATENATED MODULE: ./build/action/diagnostics/attempt-cause.js

const attempt_cause_maxCodeCharacters = 60;
function causeOfAttempt(attempt) {
    if (attempt.kind === 'response') {
        const { status, error, reasonPhrase, body, foreignMessage } = attempt;
        const isForeign = error === undefined && (body === 'nonJson' || foreignMessage !== undefined);
        const who = isForeign ? 'something other than the image store' : 'the cluster';
        return `${who} answered ${(0,shared_sanitize/* sanitize */.aj)(`${status} ${error?.code ?? reasonPhrase}`, attempt_cause_maxCodeCharacters)}`;
    }
    const code = (0,shared_sanitize/* sanitize */.aj)(attempt.code, attempt_cause_maxCodeCharacters);
    switch (attempt.problem) {
        case 'connect':
            return `the runner could not connect (${code})`;
        case 'deadline':
            return attempt.sent ? 'there was no complete response in time' : `the runner could not connect (${code})`;
        case 'interrupted':
            return `there was no complete response (${code})`;
        case 'cancelled':
            return 'the step was cancelled';
    }
}

;// CONCATENATED MODULE: ./build/action/upload/cause-groups.js


function groupByCause(outcomes) {
    const groups = new Map();
    for (const outcome of outcomes) {
        const { file, result, reason } = outcome;
        if (result === 'published')
            continue;
        const cause = causeOf(outcome);
        const key = `${result} ${cause}`;
        const group = groups.get(key);
        if (group)
            group.paths.push(file.path);
        else
            groups.set(key, { result, cause, paths: [file.path], isBegun: reason !== 'notStarted' });
    }
    return [...groups.values()]
        .toSorted((a, b) => Number(b.isBegun) - Number(a.isBegun) || b.paths.length - a.paths.length)
        .map(({ result, cause, paths }) => ({ result, cause, paths }));
}
function causeOf(outcome) {
    const found = findFileCause(outcome);
    if (found)
        return found.cause;
    return outcome.last ? causeOfAttempt(outcome.last) : 'no attempt succeeded';
}

;// CONCATENATED MODULE: ./build/action/upload/summary.js




const headlines = {
    uploaded: '✅ Package uploaded',
    failed: '❌ Package not uploaded',
    unknown: '❓ Package may or may not be uploaded',
};
const summary_maxPathCharacters = 300;
const maxExplanationCharacters = 4_000;
const maxGroups = 20;
function summarize(outcome, outputs, endpointUrl) {
    return [
        `<h3>${headlines[outcome.result]}</h3>`,
        `<p>Service Fabric image store at <code>${(0,shared_sanitize/* escapeHtml */.ZD)(endpointUrl)}</code></p>`,
        ...(outputs.explanation ? [`<p>${(0,shared_sanitize/* escapeHtml */.ZD)(outputs.explanation, maxExplanationCharacters)}</p>`] : []),
        ...renderTotals(outcome, outputs),
        ...renderCauses(outcome.files),
        ...renderNotable(outcome),
        '',
    ].join('\n');
}
function renderTotals(outcome, outputs) {
    const { publishedFiles, bytesSent, durationMs } = outcome;
    const mebibytesPerSecond = bytesSent / 2 ** 20 / Math.max(0.001, durationMs / 1_000);
    const rows = [
        ['Image store path', outputs['image-store-path']],
        ['Application type', `${outputs['application-type-name']} ${outputs['application-type-version']}`],
        ['Published', `${format_grouped(publishedFiles)} of ${counted(Number(outputs.files), 'file')}`],
        ['Size', format_byteCount(Number(outputs.bytes))],
        ['Sent', `${format_byteCount(bytesSent)} (${mebibytesPerSecond.toFixed(1)} MiB/s)`],
        ['Time', duration(durationMs)],
    ];
    return [
        '<table>',
        ...rows.map(([name = '', value = '']) => `<tr><th>${name}</th><td>${(0,shared_sanitize/* escapeHtml */.ZD)(value)}</td></tr>`),
        '</table>',
    ];
}
function renderCauses(outcomes) {
    const groups = groupByCause(outcomes);
    if (groups.length === 0)
        return [];
    const rows = groups
        .slice(0, maxGroups)
        .map(({ result, cause, paths }) => [
        `${result === 'failed' ? '❌' : '❓'} ${(0,shared_sanitize/* escapeHtml */.ZD)(cause)}`,
        format_grouped(paths.length),
        listTexts(paths.map((path) => `<code>${(0,shared_sanitize/* escapeHtml */.ZD)(path, summary_maxPathCharacters)}</code>`)),
    ]);
    return ['<h4>Not published</h4>', ...renderTable(['Cause', 'Number', 'Files'], rows)];
}
function renderNotable({ notableFiles, publishedFiles }) {
    if (notableFiles.length === 0)
        return [];
    const title = notableFiles.length === publishedFiles ? 'Files' : 'Biggest and slowest files';
    const rows = notableFiles.map(({ file, durationMs, attempts }) => [
        `<code>${(0,shared_sanitize/* escapeHtml */.ZD)(file.path, summary_maxPathCharacters)}</code>`,
        format_byteCount(file.sizeBytes),
        duration(durationMs),
        format_grouped(attempts),
    ]);
    return [`<h4>${title}</h4>`, ...renderTable(['File', 'Size', 'Time', 'Requests'], rows)];
}
function renderTable(headings, rows) {
    return [
        '<table>',
        `<tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr>`,
        ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
        '</table>',
    ];
}

;// CONCATENATED MODULE: ./build/action/upload/upload-progress.js

const rateIntervals = 3;
const bytesPerFile = 256 * 1024;
const shortestGuessMs = 10_000;
function createUploadProgress(total, clock) {
    const startedMs = clock.now();
    const storedBytes = new Map();
    const samples = [{ atMs: startedMs, sentBytes: 0, files: 0 }];
    let phase = 'inspecting';
    let files = 0;
    let finishedBytes = 0;
    let sentBytes = 0;
    const describeSending = (now) => {
        const stored = [...storedBytes.values()].reduce((sum, each) => sum + each, finishedBytes);
        const before = samples.at(-rateIntervals) ?? samples[0] ?? now;
        const elapsedMs = Math.max(1, now.atMs - before.atMs);
        const sentSince = now.sentBytes - before.sentBytes;
        const workSince = sentSince + (now.files - before.files) * bytesPerFile;
        const workLeft = total.bytes - stored + (total.files - files) * bytesPerFile;
        const left = describeLeft((workLeft / workSince) * elapsedMs);
        return (`${format_grouped(files)} of ${format_grouped(total.files)} files, ${mebibytes(stored)} of ${mebibytes(total.bytes)} MiB ` +
            `(${mebibytes((sentSince / elapsedMs) * 1_000)} MiB/s${left})`);
    };
    return {
        onEvent: (event) => {
            if (event.kind === 'phase')
                phase = event.phase;
            if (event.kind === 'bytesSent')
                sentBytes += event.bytes;
            if (event.kind === 'fileProgress')
                storedBytes.set(event.path, event.storedBytes);
            if (event.kind !== 'fileEnded')
                return;
            const { file, result } = event.outcome;
            storedBytes.delete(file.path);
            if (result !== 'published')
                return;
            files += 1;
            finishedBytes += file.sizeBytes;
        },
        describe: () => {
            const now = { atMs: clock.now(), sentBytes, files };
            const what = phase === 'sending' ? describeSending(now) : activities[phase];
            samples.push(now);
            return `After ${duration(now.atMs - startedMs)}: ${what}`;
        },
    };
}
const activities = {
    inspecting: 'looking up what is in the image store',
    verifying: 'all files are sent; comparing the image store with the package',
    marking: 'the image store holds all files; writing the markers of its folders',
    cleaning: 'the package is complete; deleting the upload sessions',
};
function describeLeft(ms) {
    if (!Number.isFinite(ms) || ms < shortestGuessMs)
        return '';
    const step = ms < 600_000 ? 10_000 : 60_000;
    return `, about ${duration(Math.round(ms / step) * step)} left`;
}
function mebibytes(bytes) {
    const number = bytes / 2 ** 20;
    return number < 10 ? number.toFixed(1) : format_grouped(Math.round(number));
}

;// CONCATENATED MODULE: ./build/action/upload/upload-log.js





const progressIntervalMs = 10_000;
const maxLoggedTroubles = 50;
function createUploadLog({ clock, log, endpointUrl, imageStorePath, total }) {
    const progress = createUploadProgress(total, clock);
    let troubles = 0;
    log.info(`Uploading ${counted(total.files, 'file')} (${format_byteCount(total.bytes)}) to ${imageStorePath} at ${endpointUrl}`);
    const stop = every(clock, progressIntervalMs, () => log.info(progress.describe()));
    const onEvent = (event) => {
        progress.onEvent(event);
        const line = describeEvent(event);
        if (line === undefined)
            return;
        troubles += 1;
        if (troubles <= maxLoggedTroubles)
            log.info(line);
        else
            log.debug(line);
    };
    return { onEvent, stop };
}
function describeEvent(event) {
    switch (event.kind) {
        case 'inspected':
            return event.hasSessions
                ? undefined
                : 'This cluster has no upload sessions, so every file is sent in one request.';
        case 'retrying': {
            const { subject, attempt, failures, waitMs } = event;
            const wait = waitMs === 0 ? '' : ` in ${duration(waitMs)}`;
            return `${(0,shared_sanitize/* sanitize */.aj)(subject)}: ${describeAttempt(attempt)}; retrying${wait} (failure ${failures} without progress)`;
        }
        case 'slowedDown':
            return `All requests wait for ${duration(event.pauseMs)}, then ${event.concurrency} at a time go on: ${describeAttempt(event.attempt)}`;
        case 'resending':
            return event.reason === 'wrongSize'
                ? `${(0,shared_sanitize/* sanitize */.aj)(event.path)}: the store joined its chunks to another size; sending it once more from the start`
                : `${(0,shared_sanitize/* sanitize */.aj)(event.path)}: it is not certain that its commit succeeded; sending it once more from the start`;
        case 'staleRemoved':
            return `Removed ${(0,shared_sanitize/* sanitize */.aj)(event.path)}, which is not part of the package`;
        case 'sessionKept':
            return `Upload session ${event.sessionId} was not deleted (${describeAttempt(event.attempt)}); it expires by itself within 35 minutes`;
        case 'commit':
        case 'phase':
        case 'bytesSent':
        case 'fileProgress':
        case 'fileEnded':
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/shared/adaptive-limiter.js
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
function createAdaptiveLimiter(options) {
    const { clock, random, signal } = options;
    const waiting = { urgent: [], large: [], small: [] };
    let lastKind = 'small';
    let concurrency = options.concurrency;
    let running = 0;
    let pauses = 0;
    let pausedUntilMs = clock.now();
    let cancelTimer = () => undefined;
    const takeWaiting = () => {
        const order = lastKind === 'large' ? ['urgent', 'small', 'large'] : ['urgent', 'large', 'small'];
        const kind = order.find((each) => waiting[each].length > 0);
        if (kind === undefined)
            return undefined;
        if (kind !== 'urgent')
            lastKind = kind;
        return waiting[kind].shift();
    };
    const startWaiting = () => {
        cancelTimer();
        while (signal.aborted || (running < concurrency && clock.now() >= pausedUntilMs)) {
            const start = takeWaiting();
            if (start === undefined)
                return;
            running += 1;
            start();
        }
        const isWaiting = Object.values(waiting).some(({ length }) => length > 0);
        const leftMs = pausedUntilMs - clock.now();
        if (isWaiting && leftMs > 0)
            cancelTimer = clock.after(leftMs, startWaiting);
    };
    const pause = (pauseMs) => {
        pausedUntilMs = Math.max(pausedUntilMs, clock.now() + pauseMs);
        startWaiting();
    };
    signal.addEventListener('abort', startWaiting);
    return {
        run: async (task, kind = 'small') => {
            await new Promise((resolve) => {
                waiting[kind].push(resolve);
                startWaiting();
            });
            try {
                return await task();
            }
            finally {
                running -= 1;
                startWaiting();
            }
        },
        recordOverload: (askedMs = 0) => {
            if (clock.now() >= pausedUntilMs) {
                const backoffMs = Math.min(longestPauseMs, firstPauseMs * 2 ** pauses * (0.75 + random() / 2));
                pauses += 1;
                concurrency = Math.max(1, Math.floor(concurrency / 2));
                pause(Math.round(backoffMs));
            }
            if (clock.now() + askedMs > pausedUntilMs)
                pause(askedMs);
            return pausedUntilMs - clock.now();
        },
        recordSuccess: () => {
            pauses = 0;
            concurrency = Math.min(options.concurrency, concurrency + 1);
            startWaiting();
        },
        get concurrency() {
            return concurrency;
        },
    };
}

;// CONCATENATED MODULE: ./build/action/upload/changed-files.js






async function findChangedFiles(files) {
    const changes = [];
    await runAll(files, maxParallelReads, async (file) => {
        const change = await findChange(file);
        if (change)
            changes.push(change);
    });
    return changes.toSorted((a, b) => byPath(a.file, b.file));
}
async function findChange(file) {
    const { path, localPath, sizeBytes, modifiedMs } = file;
    const changed = (change, what) => ({
        file,
        change,
        description: `${(0,input_problems/* quote */.hD)(path)} changed while the package was being uploaded: ${what}.`,
    });
    try {
        const now = await (0,promises_namespaceObject.stat)(localPath);
        if (!now.isFile())
            return changed('missing', 'it is no file any more');
        if (now.size !== sizeBytes)
            return changed('size', `it had ${format_byteCount(sizeBytes)} and has ${format_byteCount(now.size)} now`);
        if (now.mtimeMs === modifiedMs)
            return undefined;
        return changed('date', `it was modified at ${format_isoTime(now.mtimeMs)}`);
    }
    catch (error) {
        const code = errorCode(error);
        return code === 'ENOENT' ? changed('missing', 'it is gone') : changed('unreadable', `it cannot be read (${code})`);
    }
}

;// CONCATENATED MODULE: ./build/action/upload/transfer-policy.js
function classifyTransfer(attempt) {
    return attempt.kind === 'response' ? classifyResponse(attempt) : classifyFailure(attempt);
}
function classifyResponse({ status, error, body }) {
    if (status === 200 && body === 'empty')
        return 'success';
    if (isOverloadStatus(status))
        return 'overloaded';
    if (status < 300)
        return 'transient';
    if (status === 400 && error?.code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED')
        return 'transient';
    return status >= 500 && status !== 501 && status !== 505 ? 'transient' : 'refused';
}
function classifyFailure({ problem, permanent, status }) {
    if (problem === 'cancelled')
        return 'cancelled';
    if (permanent)
        return 'refused';
    return problem === 'interrupted' && !isOverloadStatus(status) ? 'transient' : 'overloaded';
}
function isOverloadStatus(status) {
    return status !== undefined && [408, 429, 503, 504].includes(status);
}
function classifyChunk(attempt) {
    const answer = classifyTransfer(attempt);
    return answer === 'refused' && (attempt.status === 400 || attempt.status === 404) ? 'doubtful' : answer;
}
function isDeleted(attempt) {
    if (classifyTransfer(attempt) === 'success')
        return true;
    const code = attempt.kind === 'response' && attempt.status === 404 ? attempt.error?.code : undefined;
    return code === 'FABRIC_E_FILE_NOT_FOUND' || code === 'NotFound';
}
function isSharedFailure(attempt) {
    const answer = classifyTransfer(attempt);
    if (answer === 'overloaded')
        return true;
    if (answer !== 'refused')
        return false;
    if (attempt.kind === 'noResponse')
        return attempt.problem === 'connect';
    const { status, error } = attempt;
    return status < 400 || status === 401 || status === 403 || error === undefined;
}
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
function backoffMs(failures, random) {
    if (failures <= 0)
        return 0;
    return Math.round(Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1) * (0.75 + random / 2)));
}
function askedMs(attempt) {
    return attempt.kind === 'response' ? (attempt.retryAfterMs ?? 0) : 0;
}

;// CONCATENATED MODULE: ./build/action/upload/requests.js


const lookupDeadlineMs = 30_000;
async function repeatRequest({ subject, send, failureOf, isUrgent }, context) {
    const { lanes, limits, clock, signal, random, onEvent } = context;
    for (let failures = 1;; failures += 1) {
        const result = await lanes.run(send, isUrgent ? 'urgent' : 'small');
        const attempt = failureOf(result);
        reportToLanes(attempt, context);
        if (attempt === undefined || failures >= limits.maxAttempts || signal.aborted)
            return result;
        const answer = classifyTransfer(attempt);
        if (answer === 'refused' || answer === 'cancelled' || askedMs(attempt) > longestAskedMs)
            return result;
        const waitMs = Math.max(answer === 'overloaded' ? 0 : backoffMs(failures, random()), askedMs(attempt));
        onEvent({ kind: 'retrying', subject, attempt, failures, waitMs });
        await sleep(clock, waitMs, signal);
    }
}
const longestAskedMs = 30 * 60_000;
function reportToLanes(attempt, { lanes, onEvent }) {
    if (attempt === undefined || classifyTransfer(attempt) === 'success') {
        lanes.recordSuccess();
    }
    else if (classifyTransfer(attempt) === 'overloaded') {
        const before = lanes.concurrency;
        const pauseMs = lanes.recordOverload(askedMs(attempt) > longestAskedMs ? 0 : askedMs(attempt));
        if (lanes.concurrency < before || before === 1) {
            onEvent({ kind: 'slowedDown', attempt, pauseMs, concurrency: lanes.concurrency });
        }
    }
}
function failedLookup(found) {
    return found.kind === 'failed' ? found.attempt : undefined;
}
function failedTransfer(attempt) {
    return classifyTransfer(attempt) === 'success' ? undefined : attempt;
}
function commitOptions(context) {
    const { sessionStore, lanes, limits, clock, random, signal, countAttempt } = context;
    return {
        store: sessionStore,
        limiter: { run: (task) => lanes.run(() => task(undefined), 'urgent') },
        maxAttempts: limits.maxAttempts,
        timeoutSeconds: limits.timeoutSeconds,
        clock,
        random,
        signal,
        onAttempt: (attempt) => {
            countAttempt();
            reportToLanes(attempt, context);
        },
    };
}

;// CONCATENATED MODULE: ./build/action/upload/folder-listing.js



async function folder_listing_listFolder(path, context) {
    const { store, signal } = context;
    const files = new Map();
    const folders = new Set();
    const tokens = new Set();
    for (let token = '';;) {
        const currentToken = token;
        const found = await repeatRequest({
            subject: path,
            send: () => store.listFolder(path, currentToken, lookupDeadlineMs, signal),
            failureOf: failedLookup,
            isUrgent: true,
        }, context);
        if (found.kind === 'failed')
            return { kind: 'failed', path, attempt: found.attempt };
        if (found.kind !== 'page') {
            if (tokens.size > 0)
                return { kind: 'failed', path };
            return found.kind === 'empty' ? { kind: 'listed', files, folders } : { kind: found.kind };
        }
        for (const [name, file] of found.page.files)
            files.set(name, file);
        for (const name of found.page.folders)
            folders.add(name);
        token = found.page.continuationToken;
        if (token === '')
            return { kind: 'listed', files, folders };
        if (tokens.has(token))
            return { kind: 'failed', path };
        tokens.add(token);
    }
}
async function listFolders(paths, context) {
    const entries = [];
    let failure;
    await runAll(paths, context.limits.concurrency, async (folder) => {
        const listing = failure ?? (await folder_listing_listFolder(folder, context));
        if (listing.kind === 'failed')
            failure = listing;
        if (listing.kind !== 'listed')
            return;
        for (const [name, file] of listing.files)
            entries.push({ path: `${folder}/${name}`, file });
        for (const name of listing.folders)
            entries.push({ path: `${folder}/${name}` });
    });
    return failure ?? entries;
}
async function listTree(root, enters, context) {
    const levels = [];
    for (let level = [root]; level.length > 0;) {
        const found = await listFolders(level, context);
        if ('kind' in found)
            return found;
        levels.push(found);
        level = found.filter(({ path, file }) => file === undefined && enters(path)).map(({ path }) => path);
    }
    return levels.flat();
}
function pathKeyOf(hasSessions) {
    return hasSessions ? storeKey : (path) => path;
}

;// CONCATENATED MODULE: ./build/action/upload/lookups.js

function lookUpContent(storePath, context) {
    const { sessionStore, signal } = context;
    return lookUp(storePath, () => sessionStore.lookUpContent(storePath, lookupDeadlineMs, signal), context);
}
function lookUpSession(sessionId, storePath, context) {
    const { sessionStore, signal } = context;
    return lookUp(storePath, () => sessionStore.lookUpSession(sessionId, lookupDeadlineMs, signal), context);
}
function lookUp(subject, send, context) {
    return repeatRequest({ subject, send, failureOf: failedLookup, isUrgent: true }, context);
}

;// CONCATENATED MODULE: ./build/action/upload/folder-state.js







async function inspect(target, context) {
    const { imageStorePath } = target;
    const root = await folder_listing_listFolder(imageStorePath, context);
    if (root.kind === 'failed')
        return root;
    if (root.kind === 'notFound')
        return { kind: 'empty' };
    if (root.kind === 'file')
        return { kind: 'foreign', paths: [imageStorePath] };
    const names = [...root.files.keys()];
    const hasMarker = names.some(isMarkerName);
    if (names.some(isApplicationManifest))
        return { kind: 'package', hasMarker };
    if (names.length === 0 && root.folders.size === 0)
        return { kind: 'empty' };
    const known = knownPaths({ ...target, keyOf: storeKey });
    const isKnownFolder = (path) => known.folders.has(storeKey(path));
    const entries = await listTree(imageStorePath, isKnownFolder, context);
    if ('kind' in entries)
        return entries;
    const foreign = entries.filter((entry) => !isKnown(entry, known, storeKey));
    return foreign.length === 0
        ? { kind: 'package', hasMarker }
        : { kind: 'foreign', paths: foreign.map(({ path }) => path) };
}
function isMarkerName(name) {
    return storeKey(name) === markerName;
}
function knownPaths(target) {
    const { package: content, keyOf } = target;
    return {
        files: new Map(content.files.map((file) => [keyOf(file.storePath), file])),
        folders: new Set(folderPaths(target).map(keyOf)),
    };
}
function folderPaths({ package: content, imageStorePath }) {
    return [imageStorePath, ...content.folders.map((path) => `${imageStorePath}/${path}`)];
}
function isKnown({ path, file }, { files, folders }, keyOf) {
    if (file === undefined)
        return folders.has(keyOf(path));
    return isMarkerName(nameOf(path)) || files.has(keyOf(path));
}
async function compareFolder(target, context) {
    const { keyOf } = target;
    const known = knownPaths(target);
    const entries = await listFolders(folderPaths(target), context);
    if ('kind' in entries)
        return entries;
    const stale = entries.filter((entry) => !isKnown(entry, known, keyOf)).map(({ path }) => path);
    const sizes = new Map(entries.map(({ path, file }) => [keyOf(path), file?.sizeBytes]));
    const missing = [];
    const wrong = [];
    await runAll(target.package.files, context.limits.concurrency, async (file) => {
        const listed = sizes.get(keyOf(file.storePath));
        const sizeBytes = listed ?? (mayBeLeftOut(file) ? await lookUpSize(file, context) : undefined);
        if (sizeBytes === undefined)
            missing.push(file);
        else if (sizeBytes !== file.sizeBytes)
            wrong.push(file);
    });
    return { kind: 'compared', missing, wrong, stale };
}
function mayBeLeftOut({ storePath }) {
    return /%[\da-f]{2}/i.test(storePath);
}
async function lookUpSize({ storePath }, context) {
    const found = await lookUpContent(storePath, context);
    return found.kind === 'found' ? found.file.sizeBytes : undefined;
}
async function remove(path, context) {
    return change({
        subject: path,
        send: () => context.store.deleteContent(path, { ...context.limits, signal: context.signal }),
        failureOf: (attempt) => (isDeleted(attempt) ? undefined : attempt),
        isUrgent: true,
    }, context);
}
async function removeSession(sessionId, context) {
    return change({
        subject: sessionId,
        send: () => context.store.deleteSession(sessionId, { ...context.limits, signal: context.signal }),
        failureOf: (attempt) => (isDeleted(attempt) ? undefined : attempt),
    }, context);
}
async function change(request, context) {
    const send = () => {
        context.countAttempt();
        return request.send();
    };
    const attempt = request.failureOf(await repeatRequest({ ...request, send }, context));
    return attempt && { subject: request.subject, attempt };
}
async function writeMarker(folder, context) {
    return change({ ...markerRequest(folder, context), failureOf: failedTransfer }, context);
}
function markerRequest(folder, { store, limits, signal }) {
    const subject = `${folder}/${markerName}`;
    const onProgress = () => undefined;
    return { subject, send: () => store.putFile(subject, undefined, { ...limits, signal, onProgress }) };
}
async function writeRootMarker(folder, context) {
    const { subject, send } = markerRequest(folder, context);
    let mayHaveArrived = false;
    const sendMarker = async () => {
        const attempt = await send();
        mayHaveArrived ||= isAmbiguous(attempt);
        return attempt;
    };
    const failure = await change({ subject, send: sendMarker, failureOf: failedTransfer }, context);
    if (failure === undefined)
        return { kind: 'marked' };
    if (!mayHaveArrived)
        return { kind: 'notMarked', ...failure };
    const listing = await folder_listing_listFolder(folder, context);
    const isListed = listing.kind === 'listed' && [...listing.files.keys()].some(isMarkerName);
    return isListed ? { kind: 'marked' } : { kind: 'unknown', ...failure };
}
function isAmbiguous(attempt) {
    return attempt.kind === 'response' ? attempt.status < 400 || attempt.status >= 500 : attempt.sent;
}

;// CONCATENATED MODULE: ./build/action/upload/upload-outcome.js
function failed(problem) {
    return { result: 'failed', problem };
}
function unpublished(outcomes) {
    const isFailed = outcomes.some(({ result, reason }) => {
        return result === 'failed' && reason !== 'notStarted' && reason !== 'cancelled';
    });
    const isUnknown = !isFailed && outcomes.some(({ result }) => result === 'unknown');
    return { result: isUnknown ? 'unknown' : 'failed', problem: { kind: 'files' } };
}

;// CONCATENATED MODULE: ./build/action/upload/upload-plan.js
const chunkBytes = 4 * 2 ** 20;
function planTransfers(files, hasSessions) {
    return files
        .toSorted((a, b) => b.sizeBytes - a.sizeBytes || (a.path < b.path ? -1 : 1))
        .map((file) => ({ kind: hasSessions && file.sizeBytes > chunkBytes ? 'session' : 'put', file }));
}
function wholeFile(sizeBytes) {
    return sizeBytes === 0 ? [] : [{ start: 0, end: sizeBytes - 1 }];
}
function splitIntoChunks(ranges) {
    return ranges.flatMap(({ start, end }) => Array.from({ length: Math.ceil((end - start + 1) / chunkBytes) }, (_, index) => ({
        start: start + index * chunkBytes,
        end: Math.min(end, start + (index + 1) * chunkBytes - 1),
    })));
}
function countBytes(ranges) {
    return ranges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}

;// CONCATENATED MODULE: ./build/action/upload/complete-folder.js




const maxComparisons = 3;
async function verifyFolder(target, hasSessions, resend, context) {
    for (let comparisons = 1;; comparisons += 1) {
        const compared = await compareFolder(target, context);
        if (compared.kind === 'failed')
            return failed({ kind: 'listing', phase: 'verifying', failure: compared });
        const { missing, wrong, stale } = compared;
        const different = [...missing, ...wrong];
        if (different.length === 0 && stale.length === 0)
            return undefined;
        const canResend = wrong.every(({ sizeBytes }) => !hasSessions || sizeBytes <= chunkBytes);
        if (comparisons === maxComparisons || !canResend)
            return failed({ kind: 'differences', wrong: different, stale });
        const failure = await runUntilFailure(stale, context, async (path) => {
            const notRemoved = await remove(path, context);
            if (notRemoved === undefined)
                context.onEvent({ kind: 'staleRemoved', path });
            return notRemoved;
        });
        if (failure)
            return failed({ kind: 'request', phase: 'verifying', failure });
        const { outcomes, publishedFiles } = await resend(different);
        if (publishedFiles < different.length)
            return unpublished(outcomes);
    }
}
async function markFolder({ package: content, imageStorePath }, context) {
    const depthOf = (path) => path.split('/').length;
    const depths = [...new Set(content.folders.map(depthOf))].toSorted((a, b) => b - a);
    for (const depth of depths) {
        const level = content.folders.filter((path) => depthOf(path) === depth);
        const failure = await runUntilFailure(level, context, (path) => writeMarker(`${imageStorePath}/${path}`, context));
        if (failure)
            return failed({ kind: 'request', phase: 'marking', failure });
    }
    const marking = await writeRootMarker(imageStorePath, context);
    if (marking.kind === 'marked')
        return undefined;
    const { kind, subject, attempt } = marking;
    const result = kind === 'unknown' ? 'unknown' : 'failed';
    return { result, problem: { kind: 'request', phase: 'marking', failure: { subject, attempt } } };
}
async function runUntilFailure(paths, { limits }, change) {
    const failures = [];
    await runAll(paths, limits.concurrency, async (path) => {
        const failure = failures.length === 0 ? await change(path) : undefined;
        if (failure)
            failures.push(failure);
    });
    return failures[0];
}

;// CONCATENATED MODULE: ./build/action/image-store/attempt.js
function hasResponded(attempt) {
    if (attempt.kind === 'response' || attempt.status !== undefined)
        return true;
    return attempt.code.startsWith('HPE_') || ['UNEXPECTED_UPGRADE', 'INVALID_RESPONSE'].includes(attempt.code);
}

;// CONCATENATED MODULE: ./build/action/commit-engine/heartbeat.js

const heartbeatMs = 30_000;
function startHeartbeat(clock, onHeartbeat) {
    const startedMs = clock.now();
    let isSent = false;
    const stop = every(clock, heartbeatMs, () => onHeartbeat({ waitedMs: clock.now() - startedMs, ...(isSent && { isSent }) }));
    const sent = () => {
        isSent = true;
    };
    return { sent, stop };
}

;// CONCATENATED MODULE: ./build/action/commit-engine/verdict.js
const openCodes = [
    'OperationsPending',
    'FABRIC_E_GATEWAY_NOT_REACHABLE',
    'E_ABORT',
    'FABRIC_E_CONNECTION_CLOSED_BY_REMOTE_END',
    'FABRIC_E_NOT_PRIMARY',
    'FABRIC_E_NOT_READY',
    'FABRIC_E_NO_WRITE_QUORUM',
    'FABRIC_E_OBJECT_CLOSED',
    'FABRIC_E_RECONFIGURATION_PENDING',
    'FABRIC_E_REPLICATION_QUEUE_FULL',
    'FABRIC_E_SERVICE_OFFLINE',
    'FABRIC_E_SERVICE_TOO_BUSY',
    'FABRIC_E_COMMUNICATION_ERROR',
    'FABRIC_E_OPERATION_NOT_COMPLETE',
    'FABRIC_E_TIMEOUT',
];
function classify(attempt) {
    if (attempt.kind === 'noResponse')
        return verdict_classifyFailure(attempt);
    const { status, error, body } = attempt;
    if (status === 500 && error?.code === 'OperationsPending')
        return 'inProgress';
    if (error && openCodes.includes(error.code))
        return 'indeterminate';
    if (status >= 200 && status < 300 && error)
        return 'rejected';
    if (status === 200)
        return body === 'empty' ? 'success' : 'unexpectedSuccess';
    if (status === 202)
        return 'indeterminate';
    if ((status > 200 && status < 300) || status === 303)
        return 'unexpectedSuccess';
    if (status === 400 && error?.code === 'E_INVALIDARG')
        return 'invalidArgument';
    if (status === 500 && error)
        return 'serverError';
    return status >= 500 && status !== 501 && status !== 505 ? 'indeterminate' : 'rejected';
}
function verdict_classifyFailure({ sent, status = 0 }) {
    if (!sent || (status >= 400 && status < 500))
        return 'rejected';
    return status === 200 ? 'interruptedSuccess' : 'indeterminate';
}
function verdict_isAmbiguous(answer) {
    return answer !== 'success' && answer !== 'invalidArgument' && answer !== 'rejected';
}
function evaluate({ answers, session, content }) {
    const last = answers.at(-1);
    const ambiguous = answers.filter(verdict_isAmbiguous);
    const isPublished = content === 'matches';
    const isNotPublished = content === 'differs' || content === 'absent';
    if (ambiguous.length === 0)
        return { result: last === 'success' ? 'committed' : 'failed', reason: 'answered' };
    const isSuccess = last === 'success' || last === 'interruptedSuccess' || (last === 'unexpectedSuccess' && answers.length === 1);
    if (isPublished && (isSuccess || session === 'gone'))
        return { result: 'committed', reason: 'published' };
    if (session === 'incomplete')
        return { result: 'failed', reason: 'incomplete' };
    if (isNotPublished && last === 'invalidArgument' && session === 'complete') {
        return { result: 'failed', reason: 'not published' };
    }
    if (isNotPublished && last === 'serverError' && ambiguous.every((answer) => answer === 'serverError')) {
        return { result: 'failed', reason: 'aborted' };
    }
    return { result: 'unknown', reason: 'inconclusive' };
}

;// CONCATENATED MODULE: ./build/action/commit-engine/retry-policy.js

const sessionLifetimeMs = 30 * 60_000;
const retry_policy_firstWaitMs = 1_000;
const retry_policy_longestWaitMs = 30_000;
function decideRetry(state, limits, random) {
    const { attempts, elapsedMs, inProgressMs } = state;
    const last = attempts.at(-1);
    if (last === undefined || !isRetryable(attempts, last))
        return { retry: false, stopReason: 'final' };
    const isInProgress = classify(last) === 'inProgress';
    if (isInProgress ? limits.maxAttempts === 1 : countAttempts(attempts) >= limits.maxAttempts) {
        return { retry: false, stopReason: 'attempts' };
    }
    const backoffMs = Math.min(retry_policy_longestWaitMs, retry_policy_firstWaitMs * 2 ** (attempts.length - 1) * (0.75 + random / 2));
    const askedMs = last.kind === 'response' ? (last.retryAfterMs ?? 0) : 0;
    let waitMs = Math.max(backoffMs, askedMs);
    if (isInProgress) {
        const leftMs = limits.timeoutSeconds * 1_000 - (inProgressMs ?? 0);
        if (leftMs <= 0)
            return { retry: false, stopReason: 'inProgress' };
        waitMs = Math.min(waitMs, leftMs);
    }
    if (elapsedMs + waitMs > sessionLifetimeMs)
        return { retry: false, stopReason: 'time' };
    return { retry: true, waitMs: Math.round(waitMs) };
}
function countAttempts(attempts) {
    return attempts.filter((attempt) => classify(attempt) !== 'inProgress').length;
}
function isTransient(attempt) {
    return isRetryable([attempt], attempt);
}
function isRetryable(attempts, last) {
    if (last.kind === 'response')
        return isRetryableResponse(attempts, last);
    if (last.problem === 'cancelled')
        return false;
    if (last.problem === 'connect')
        return !last.permanent;
    return verdict_isAmbiguous(classify(last)) || last.problem === 'deadline' || isBusyStatus(last.status);
}
function isRetryableResponse(attempts, last) {
    const { status, error } = last;
    if (isBusyStatus(status) || [502, 503, 504].includes(status))
        return true;
    if (status === 400)
        return error?.code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED';
    if (status !== 500)
        return false;
    if (classify(last) === 'inProgress')
        return true;
    const unknownErrors = attempts.filter((each) => each.kind === 'response' && each.status === 500 && classify(each) !== 'inProgress');
    return unknownErrors.length <= 1;
}
function isBusyStatus(status) {
    return status === 408 || status === 429;
}

;// CONCATENATED MODULE: ./build/action/commit-engine/lookups.js



const lookupMs = 15_000;
const lookupRetries = 2;
const publishingRetries = 3;
async function lookups_lookUpSession(sessionId, untilMs, options) {
    const { store, signal, onEvent } = options;
    const found = await retryLookup((leftMs) => store.lookUpSession(sessionId, leftMs, signal), untilMs, options);
    if (found)
        onEvent({ kind: 'sessionLookup', sessionId, found });
    return found;
}
async function lookups_lookUpContent(sessionId, path, untilMs, options) {
    const { store, clock, signal, onEvent } = options;
    let last;
    for (let retries = 0;; retries += 1) {
        const found = await retryLookup((leftMs) => store.lookUpContent(path, leftMs, signal), untilMs, options);
        if (found === undefined)
            return last;
        onEvent({ kind: 'contentLookup', sessionId, path, found });
        if (found.kind !== 'publishing' || retries === publishingRetries || signal.aborted)
            return found;
        last = found;
        await sleep(clock, 1_000 * 2 ** retries, signal);
    }
}
async function retryLookup(lookUp, untilMs, { clock, signal }) {
    const endMs = Math.min(clock.now() + lookupMs, untilMs);
    if (clock.now() >= endMs)
        return undefined;
    for (let retries = 0;; retries += 1) {
        const found = await lookUp(endMs - clock.now());
        const waitMs = 1_000 * 2 ** retries;
        const isOver = retries === lookupRetries || clock.now() + waitMs >= endMs || signal.aborted;
        const failure = lookups_failedAttempt(found);
        if (isOver || failure === undefined || !isTransient(failure))
            return found;
        await sleep(clock, waitMs, signal);
    }
}
function lookups_failedAttempt(found) {
    return found.kind === 'failed' ? found.attempt : undefined;
}
function sessionEvidence(found, lastSeen) {
    if (found === undefined || found.kind === 'failed')
        return undefined;
    if (found.kind === 'notFound')
        return lastSeen?.missingRanges.length === 0 ? 'gone' : undefined;
    return found.session.missingRanges.length === 0 ? 'complete' : 'incomplete';
}
function contentEvidence(found, session, previousVersion) {
    if (found?.kind === 'notFound')
        return 'absent';
    if (found?.kind !== 'found')
        return undefined;
    const { sizeBytes, modifiedMs, version } = found.file;
    if (version !== undefined && version === previousVersion)
        return 'differs';
    const isRecent = modifiedMs >= session.lastChunkMs - clockSkewMs;
    return sizeBytes === session.sizeBytes && isRecent ? 'matches' : 'differs';
}

;// CONCATENATED MODULE: ./build/action/commit-engine/commit-session.js






const allLookupsMs = 30_000;
async function commitSession(sessionId, sharedFailure, options) {
    const { limiter, clock, signal } = options;
    const state = {
        sessionId,
        attempts: [],
        requests: 0,
        hasResponse: false,
        lookupsUntilMs: 0,
        startedMs: undefined,
        inProgressSinceMs: undefined,
        session: options.knownSession,
        isGone: false,
    };
    const run = (failure) => runAttempt(state, failure, options);
    const failsFast = () => countAttempts(state.attempts) + 1 < options.maxAttempts;
    let step = await (sharedFailure ? run(sharedFailure) : limiter.run(run, failsFast()));
    while (!('result' in step)) {
        await sleep(clock, step.waitMs, signal);
        step = await limiter.run(run, failsFast());
    }
    return step;
}
async function runAttempt(state, sharedFailure, options) {
    const { clock, random, signal, onEvent } = options;
    const { sessionId, attempts } = state;
    if (signal.aborted)
        return finishCancelled(state, options);
    if (elapsedMs(state, options) > sessionLifetimeMs) {
        state.lookupsUntilMs = clock.now() + allLookupsMs;
        return settle(state, 'time', undefined, options);
    }
    state.startedMs ??= clock.now();
    const attempt = sharedFailure ?? (await sendCommit(state, options));
    attempts.push(attempt);
    state.lookupsUntilMs = clock.now() + allLookupsMs;
    if (classify(attempt) === 'inProgress')
        state.inProgressSinceMs ??= clock.now();
    const isInDoubt = attempts.map(classify).some(verdict_isAmbiguous);
    let sessionLookup;
    if (isInDoubt && state.session === undefined && !state.isGone && !signal.aborted) {
        onEvent({ kind: 'ambiguous', sessionId, number: countAttempts(attempts), attempt });
        sessionLookup = await lookUpAndRemember(state, options);
    }
    const { inProgressSinceMs } = state;
    const inProgressMs = inProgressSinceMs === undefined ? undefined : clock.now() - inProgressSinceMs;
    const decision = decideRetry({ attempts, elapsedMs: elapsedMs(state, options), inProgressMs }, options, random());
    if (signal.aborted && (isInDoubt || decision.retry))
        return finishCancelled(state, options);
    if (!decision.retry)
        return settle(state, decision.stopReason, sessionLookup, options);
    onEvent({ kind: 'retrying', sessionId, number: countAttempts(attempts), attempt, waitMs: decision.waitMs });
    return decision;
}
async function sendCommit(state, options) {
    const { store, clock, signal, timeoutSeconds, onEvent, onAttempt } = options;
    const { sessionId } = state;
    state.requests += 1;
    if (state.requests === 1)
        onEvent({ kind: 'started', sessionId });
    const heartbeat = startHeartbeat(clock, (beat) => onEvent({ kind: 'waiting', sessionId, ...beat }));
    try {
        const attempt = await store.commit(sessionId, timeoutSeconds, signal, heartbeat.sent);
        state.hasResponse ||= hasResponded(attempt);
        onAttempt(attempt);
        return attempt;
    }
    finally {
        heartbeat.stop();
    }
}
async function lookUpAndRemember(state, options) {
    const found = await lookups_lookUpSession(state.sessionId, state.lookupsUntilMs, options);
    if (found === undefined)
        return undefined;
    if (found.kind === 'found')
        state.session = found.session;
    state.isGone = found.kind === 'notFound';
    state.hasResponse ||= found.kind !== 'failed' || hasResponded(found.attempt);
    return found;
}
async function settle(state, stopReason, earlierLookup, options) {
    const answers = state.attempts.map(classify);
    const last = answers.at(-1);
    if (!answers.some(verdict_isAmbiguous)) {
        const sessionLookup = last === 'invalidArgument' ? await lookUpAndRemember(state, options) : undefined;
        return finish(state, { ...evaluate({ answers }), stopReason, ...(sessionLookup && { sessionLookup }) }, options);
    }
    if ((last === 'success' || last === 'interruptedSuccess') && state.session) {
        const contentLookup = await lookups_lookUpContent(state.sessionId, state.session.path, state.lookupsUntilMs, options);
        const verdict = evaluate({
            answers,
            content: contentEvidence(contentLookup, state.session, options.previousVersion),
        });
        if (verdict.result === 'committed') {
            return finish(state, { ...verdict, stopReason, ...(contentLookup && { contentLookup }) }, options);
        }
    }
    const sessionLookup = earlierLookup ?? (await lookUpAndRemember(state, options));
    const { session } = state;
    const contentLookup = session && (await lookups_lookUpContent(state.sessionId, session.path, state.lookupsUntilMs, options));
    const verdict = evaluate({
        answers,
        session: sessionEvidence(sessionLookup, session),
        content: session && contentEvidence(contentLookup, session, options.previousVersion),
    });
    const lookups = { ...(sessionLookup && { sessionLookup }), ...(contentLookup && { contentLookup }) };
    return finish(state, { ...verdict, stopReason, ...lookups }, options);
}
function finishCancelled(state, options) {
    const result = state.attempts.map(classify).some(verdict_isAmbiguous) ? 'unknown' : 'failed';
    return finish(state, { result, reason: 'cancelled' }, options);
}
function finish(state, conclusion, options) {
    const { sessionId, attempts, session } = state;
    const last = attempts.at(-1);
    const firstAmbiguous = attempts.slice(0, -1).find((attempt) => verdict_isAmbiguous(classify(attempt)));
    const outcome = {
        sessionId,
        attempts: attempts.length,
        durationMs: elapsedMs(state, options),
        ...(last && { last }),
        ...(firstAmbiguous && { firstAmbiguous }),
        ...(session && { session }),
        ...conclusion,
        ...(!state.hasResponse && attempts.some(isSent) && { neverAnswered: true }),
        ...(state.requests === 0 && attempts.length > 0 && { untried: true }),
    };
    options.onEvent({ kind: 'finished', sessionId, outcome });
    return outcome;
}
function isSent(attempt) {
    return attempt.kind === 'response' || attempt.sent;
}
function elapsedMs({ startedMs }, { clock }) {
    return startedMs === undefined ? 0 : clock.now() - startedMs;
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/sha1.js

function sha1(bytes) {
    if (Array.isArray(bytes)) {
        bytes = Buffer.from(bytes);
    }
    else if (typeof bytes === 'string') {
        bytes = Buffer.from(bytes, 'utf8');
    }
    return (0,external_node_crypto_.createHash)('sha1').update(bytes).digest();
}
/* harmony default export */ const dist_node_sha1 = (sha1);

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/regex.js
/* harmony default export */ const regex = (/^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/i);

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/validate.js

function validate_validate(uuid) {
    return typeof uuid === 'string' && regex.test(uuid);
}
/* harmony default export */ const dist_node_validate = (validate_validate);

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/parse.js

function parse(uuid) {
    if (!dist_node_validate(uuid)) {
        throw TypeError('Invalid UUID');
    }
    let v;
    return Uint8Array.of((v = parseInt(uuid.slice(0, 8), 16)) >>> 24, (v >>> 16) & 0xff, (v >>> 8) & 0xff, v & 0xff, (v = parseInt(uuid.slice(9, 13), 16)) >>> 8, v & 0xff, (v = parseInt(uuid.slice(14, 18), 16)) >>> 8, v & 0xff, (v = parseInt(uuid.slice(19, 23), 16)) >>> 8, v & 0xff, ((v = parseInt(uuid.slice(24, 36), 16)) / 0x10000000000) & 0xff, (v / 0x100000000) & 0xff, (v >>> 24) & 0xff, (v >>> 16) & 0xff, (v >>> 8) & 0xff, v & 0xff);
}
/* harmony default export */ const dist_node_parse = (parse);

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/v35.js


function stringToBytes(str) {
    str = unescape(encodeURIComponent(str));
    const bytes = new Uint8Array(str.length);
    for (let i = 0; i < str.length; ++i) {
        bytes[i] = str.charCodeAt(i);
    }
    return bytes;
}
const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const v35_URL = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
function v35(version, hash, value, namespace, buf, offset) {
    const valueBytes = typeof value === 'string' ? stringToBytes(value) : value;
    const namespaceBytes = typeof namespace === 'string' ? dist_node_parse(namespace) : namespace;
    if (typeof namespace === 'string') {
        namespace = dist_node_parse(namespace);
    }
    if (namespace?.length !== 16) {
        throw TypeError('Namespace must be array-like (16 iterable integer values, 0-255)');
    }
    let bytes = new Uint8Array(16 + valueBytes.length);
    bytes.set(namespaceBytes);
    bytes.set(valueBytes, namespaceBytes.length);
    bytes = hash(bytes);
    bytes[6] = (bytes[6] & 0x0f) | version;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    if (buf) {
        offset ??= 0;
        if (offset < 0 || offset + 16 > buf.length) {
            throw new RangeError(`UUID byte range ${offset}:${offset + 15} is out of buffer bounds`);
        }
        for (let i = 0; i < 16; ++i) {
            buf[offset + i] = bytes[i];
        }
        return buf;
    }
    return unsafeStringify(bytes);
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/v5.js



function v5(value, namespace, buf, offset) {
    return v35(0x50, dist_node_sha1, value, namespace, buf, offset);
}
v5.DNS = DNS;
v5.URL = v35_URL;
/* harmony default export */ const dist_node_v5 = (v5);

;// CONCATENATED MODULE: ./build/action/upload/session-id.js



const session_id_bufferBytes = 2 ** 20;
async function hashFile(localPath, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(session_id_bufferBytes);
    const file = await (0,promises_namespaceObject.open)(localPath);
    try {
        let sizeBytes = 0;
        for (;;) {
            signal.throwIfAborted();
            const { bytesRead } = await file.read(buffer, 0, session_id_bufferBytes);
            if (bytesRead === 0)
                return { sha256: hash.digest('hex'), sizeBytes };
            hash.update(buffer.subarray(0, bytesRead));
            sizeBytes += bytesRead;
        }
    }
    finally {
        await file.close();
    }
}
const namespace = '3d0f3c5e-7f0a-4c0f-9b9e-52a3c1d6e8b4';
function uploadSessionId(storePath, { sha256, sizeBytes }, { generation = 0, replacedVersion } = {}) {
    const variant = [...(generation > 0 ? [generation] : []), ...(replacedVersion ? [replacedVersion] : [])];
    return dist_node_v5(JSON.stringify([storePath, sizeBytes, sha256, ...variant]), namespace);
}

;// CONCATENATED MODULE: ./build/action/upload/session-state.js


function beginSession(sizeBytes) {
    return {
        sizeBytes,
        generation: 0,
        missing: undefined,
        inFlight: [],
        expectedBytes: sizeBytes,
        session: undefined,
        isComplete: false,
        isBusy: false,
        mustDelete: false,
        failures: 0,
        hasFailed: false,
        losses: 0,
        wasResent: { wrongSize: false, doubt: false },
        last: undefined,
        end: undefined,
    };
}
function nextActions(state, { parallelChunks }) {
    const { end, isBusy, mustDelete, missing, inFlight, isComplete } = state;
    if (end || isBusy)
        return [];
    if (missing && missing.length > 0) {
        return takeChunks(missing, parallelChunks - inFlight.length).map((range) => ({ kind: 'putChunk', range }));
    }
    if (inFlight.length > 0)
        return [];
    const failures = waitedFailures(state);
    if (mustDelete)
        return [{ kind: 'deleteSession', failures }];
    return [isComplete ? { kind: 'commit' } : { kind: 'lookUp', failures }];
}
function waitedFailures({ failures, last }) {
    if (failures === 0 || last === undefined)
        return 0;
    const answer = classifyChunk(last);
    if (answer === 'overloaded')
        return 0;
    return answer === 'doubtful' ? failures - 1 : failures;
}
function takeChunks(ranges, count) {
    const chunks = [];
    for (const { start, end } of ranges) {
        for (let from = start; from <= end && chunks.length < count; from += chunkBytes) {
            chunks.push({ start: from, end: Math.min(end, from + chunkBytes - 1) });
        }
    }
    return chunks;
}
function withAction(state, action) {
    if (action.kind !== 'putChunk')
        return { ...state, isBusy: true };
    const { range } = action;
    const missing = state.missing?.flatMap(({ start, end }) => start !== range.start ? [{ start, end }] : end > range.end ? [{ start: range.end + 1, end }] : []);
    return { ...state, missing, inFlight: [...state.inFlight, range], isComplete: false };
}
function withEvent(state, event, limits) {
    switch (event.kind) {
        case 'chunkAnswered':
            return afterChunk(state, event.range, event.attempt);
        case 'lookedUp':
            return afterLookup({ ...state, isBusy: false }, event.found, limits);
        case 'commitEnded':
            return afterCommit({ ...state, isBusy: false }, event.outcome, event.isOldContent, limits);
        case 'sessionDeleted':
            return isDeleted(event.attempt)
                ? { ...fromTheStart(state), isBusy: false, mustDelete: false }
                : afterFailure({ ...state, isBusy: false }, event.attempt, limits);
    }
}
function afterChunk(state, range, attempt) {
    const inFlight = state.inFlight.filter((each) => each !== range);
    const answer = classifyChunk(attempt);
    if (answer === 'success') {
        const expectedBytes = state.expectedBytes - countBytes([range]);
        return { ...state, inFlight, expectedBytes, failures: 0 };
    }
    const failed = { ...state, inFlight, last: attempt };
    if (answer === 'refused' || answer === 'cancelled')
        return failWith(failed, answer);
    const failures = state.hasFailed ? state.failures : state.failures + 1;
    return { ...failed, missing: undefined, failures, hasFailed: true };
}
function afterLookup(state, found, limits) {
    if (found.kind === 'failed')
        return afterFailure(state, found.attempt, limits);
    if (found.kind === 'found' && found.session.sizeBytes !== state.sizeBytes)
        return failWith(state, 'conflict');
    const session = found.kind === 'found' ? found.session : undefined;
    const missing = session?.missingRanges ?? wholeFile(state.sizeBytes);
    const missingBytes = countBytes(missing);
    const losses = missingBytes > state.expectedBytes ? state.losses + 1 : state.losses;
    const failures = missingBytes < state.expectedBytes ? 0 : state.failures;
    if (losses > state.losses && losses >= limits.maxAttempts)
        return failWith({ ...state, losses }, 'lost');
    if (failures >= limits.maxAttempts)
        return failWith(state, 'attempts');
    const isComplete = missingBytes === 0;
    return { ...state, session, missing, isComplete, expectedBytes: missingBytes, losses, failures, hasFailed: false };
}
function afterFailure(state, attempt, { maxAttempts }) {
    const answer = classifyTransfer(attempt);
    const failed = { ...state, last: attempt, failures: state.failures + 1 };
    if (answer === 'refused' || answer === 'cancelled')
        return failWith(failed, answer);
    return failed.failures >= maxAttempts ? failWith(failed, 'attempts') : failed;
}
function afterCommit(state, outcome, isOldContent, limits) {
    const { result, reason, last, sessionLookup } = outcome;
    const failed = { ...state, last };
    if (reason === 'cancelled')
        return { ...failed, end: { result: failedOrUnknown(state, result), reason } };
    if (isOldContent || reason === 'not published')
        return resendAs('failed', failed);
    if (result === 'committed')
        return { ...state, end: { result: 'published' } };
    if (result === 'unknown' && last?.kind === 'response' && classifyTransfer(last) !== 'overloaded') {
        if (outcome.stopReason !== 'inProgress')
            return resendAs('unknown', failed);
    }
    if (result === 'failed' && last?.kind === 'response') {
        const isRefused = last.status === 400 && last.error?.code === 'E_INVALIDARG';
        if (isRefused && sessionLookup?.kind === 'found' && sessionLookup.session.missingRanges.length === 0) {
            const wasResent = { ...state.wasResent, wrongSize: true };
            return state.wasResent.wrongSize ? failWith(failed, 'wrongSize') : { ...failed, mustDelete: true, wasResent };
        }
        if (isRefused || last.status === 404 || reason === 'incomplete') {
            if (state.losses + 1 >= limits.maxAttempts)
                return failWith(failed, 'lost');
            return { ...failed, missing: undefined, isComplete: false };
        }
    }
    return { ...failed, end: { result: failedOrUnknown(state, result), reason: 'commit' } };
}
function resendAs(doubt, state) {
    const { wasResent, generation } = state;
    if (wasResent.doubt)
        return { ...state, end: { result: failedOrUnknown(state, doubt), reason: 'commit' } };
    return { ...fromTheStart(state), generation: generation + 1, wasResent: { ...wasResent, doubt } };
}
function failedOrUnknown({ wasResent }, result) {
    return result === 'unknown' || wasResent.doubt === 'unknown' ? 'unknown' : 'failed';
}
function fromTheStart(state) {
    const { sizeBytes } = state;
    return { ...state, missing: undefined, isComplete: false, session: undefined, expectedBytes: sizeBytes };
}
function failWith(state, reason) {
    return { ...state, end: { result: failedOrUnknown(state, 'failed'), reason } };
}

;// CONCATENATED MODULE: ./build/action/upload/chunk-upload.js







async function uploadInChunks(file, hash, hadContent, context) {
    const { clock, limits, onEvent } = context;
    const startedMs = clock.now();
    const previous = hadContent ? await lookUpFile(file, context) : undefined;
    const replacedVersion = await findReplacedVersion(file, hash, previous, context);
    const upload = { file, hash, previous, replacedVersion, sessionIds: [], attempts: 0, commit: undefined };
    const own = {
        ...context,
        countAttempt: () => {
            upload.attempts += 1;
            context.countAttempt();
        },
    };
    const sessionLimits = { maxAttempts: limits.maxAttempts, parallelChunks: limits.concurrency };
    let state = beginSession(file.sizeBytes);
    const running = new Set();
    const events = [];
    for (;;) {
        for (const action of nextActions(state, sessionLimits)) {
            const task = perform(action, state, upload, own).then((event) => {
                events.push(event);
                running.delete(task);
            });
            running.add(task);
            state = withAction(state, action);
        }
        if (running.size === 0)
            break;
        await Promise.race(running);
        for (const event of events.splice(0)) {
            const next = withEvent(state, event, sessionLimits);
            reportChange(state, next, file, context);
            state = next;
        }
    }
    const outcome = toOutcome(state, upload, clock.now() - startedMs);
    onEvent({ kind: 'fileEnded', outcome });
    return outcome;
}
async function perform(action, { generation, session, last }, upload, context) {
    const { store, sessionStore, lanes, limits, clock, random, signal, onEvent, countAttempt } = context;
    const { file, hash, replacedVersion, sessionIds } = upload;
    const sessionId = uploadSessionId(file.storePath, hash, { generation, replacedVersion });
    if (!sessionIds.includes(sessionId))
        sessionIds.push(sessionId);
    const wait = async (failures) => {
        if (failures === 0 || last === undefined)
            return;
        const waitMs = backoffMs(failures, random());
        onEvent({ kind: 'retrying', subject: file.storePath, attempt: last, failures, waitMs });
        await sleep(clock, waitMs, signal);
    };
    const run = async (send, kind) => {
        const attempt = await lanes.run(send, kind);
        countAttempt();
        reportToLanes(attempt, context);
        return attempt;
    };
    switch (action.kind) {
        case 'lookUp': {
            await wait(action.failures);
            const found = await lanes.run(() => sessionStore.lookUpSession(sessionId, lookupDeadlineMs, signal), 'urgent');
            reportToLanes(failedLookup(found), context);
            return { kind: 'lookedUp', found };
        }
        case 'putChunk': {
            const { range } = action;
            const { storePath: path, localPath, sizeBytes } = file;
            const onProgress = (bytes) => onEvent({ kind: 'bytesSent', bytes });
            const chunk = { sessionId, path, localPath, range, sizeBytes };
            const sending = { timeoutSeconds: limits.timeoutSeconds, signal, onProgress };
            return { kind: 'chunkAnswered', range, attempt: await run(() => store.putChunk(chunk, sending), 'large') };
        }
        case 'commit':
            return commit(sessionId, session, upload, context);
        case 'deleteSession':
            await wait(action.failures);
            return {
                kind: 'sessionDeleted',
                attempt: await run(() => store.deleteSession(sessionId, { ...limits, signal }), 'urgent'),
            };
    }
}
async function commit(sessionId, session, upload, context) {
    const { previous } = upload;
    const outcome = await commitSession(sessionId, undefined, {
        ...commitOptions(context),
        ...(session && { knownSession: session }),
        ...(previous?.version !== undefined && { previousVersion: previous.version }),
        onEvent: (event) => context.onEvent({ kind: 'commit', path: upload.file.path, event }),
    });
    upload.commit = outcome;
    const isDoubtful = outcome.result === 'committed' && previous !== undefined && session !== undefined;
    const isOldContent = isDoubtful &&
        previous.sizeBytes === session.sizeBytes &&
        previous.modifiedMs < session.lastChunkMs &&
        (await isStillThere(previous, upload.file, context));
    return { kind: 'commitEnded', outcome, isOldContent };
}
async function isStillThere(previous, file, context) {
    const now = await lookUpFile(file, context);
    return now !== undefined && now.version !== undefined && now.version === previous.version;
}
async function findReplacedVersion({ storePath, sizeBytes }, hash, previous, context) {
    if (previous?.sizeBytes !== sizeBytes)
        return undefined;
    const found = await lookUpSession(uploadSessionId(storePath, hash), storePath, context);
    return found.kind === 'notFound' ? previous.version : undefined;
}
async function lookUpFile({ storePath }, context) {
    const found = await lookUpContent(storePath, context);
    return found.kind === 'found' ? found.file : undefined;
}
function reportChange(before, after, file, { onEvent }) {
    const { path, sizeBytes } = file;
    if (after.expectedBytes !== before.expectedBytes) {
        onEvent({ kind: 'fileProgress', path, storedBytes: sizeBytes - after.expectedBytes });
    }
    if (after.mustDelete && !before.mustDelete)
        onEvent({ kind: 'resending', path, reason: 'wrongSize' });
    if (after.generation > before.generation)
        onEvent({ kind: 'resending', path, reason: 'doubt' });
}
function toOutcome(state, upload, durationMs) {
    const { file, sessionIds, attempts, commit: commitOutcome } = upload;
    const { end, last, session } = state;
    if (end === undefined)
        throw new Error('The upload of a file stopped without an end.');
    return {
        file,
        result: end.result,
        ...(end.result !== 'published' && { reason: end.reason, ...(last && { last }) }),
        sessionIds,
        ...(session && { session }),
        ...(commitOutcome && { commit: commitOutcome }),
        attempts,
        durationMs,
    };
}

;// CONCATENATED MODULE: ./build/action/upload/content-hashes.js


function createContentHashes(signal) {
    const controller = new AbortController();
    onAbort(signal, () => controller.abort());
    const results = new Map();
    let last = Promise.resolve();
    return {
        of: (file) => {
            const result = results.get(file) ?? last.then(() => readHash(file, controller.signal));
            if (!results.has(file))
                last = result;
            results.set(file, result);
            return result;
        },
        stop: () => controller.abort(),
    };
}
async function readHash({ localPath }, signal) {
    try {
        return await hashFile(localPath, signal);
    }
    catch (error) {
        return { problem: error instanceof Error ? error.message : String(error) };
    }
}

;// CONCATENATED MODULE: ./build/action/upload/file-upload.js


async function uploadInOneRequest(file, context) {
    const { store, limits, clock, signal, onEvent, countAttempt } = context;
    const { path, storePath, localPath, sizeBytes } = file;
    let attempts = 0;
    let startedMs = clock.now();
    const content = sizeBytes > 0 ? { path: localPath, start: 0, sizeBytes } : undefined;
    const onProgress = (bytes) => onEvent({ kind: 'bytesSent', bytes });
    const attempt = await repeatRequest({
        subject: storePath,
        send: () => {
            if (attempts === 0)
                startedMs = clock.now();
            attempts += 1;
            countAttempt();
            return store.putFile(storePath, content, { timeoutSeconds: limits.timeoutSeconds, signal, onProgress });
        },
        failureOf: failedTransfer,
    }, context);
    const durationMs = clock.now() - startedMs;
    const common = { file, sessionIds: [], attempts, durationMs };
    const answer = classifyTransfer(attempt);
    const outcome = answer === 'success'
        ? { ...common, result: 'published' }
        : { ...common, result: 'failed', reason: reasonOf(answer), last: attempt };
    if (answer === 'success')
        onEvent({ kind: 'fileProgress', path, storedBytes: sizeBytes });
    onEvent({ kind: 'fileEnded', outcome });
    return outcome;
}
function reasonOf(answer) {
    return answer === 'refused' || answer === 'cancelled' ? answer : 'attempts';
}

;// CONCATENATED MODULE: ./build/action/upload/notable-files.js
const countOfEach = 5;
function createNotableFiles() {
    let biggest = [];
    let slowest = [];
    return {
        add: (outcome) => {
            biggest = highest(biggest, outcome, ({ file }) => file.sizeBytes);
            slowest = highest(slowest, outcome, ({ durationMs }) => durationMs);
        },
        list: () => [...biggest, ...slowest.filter((each) => !biggest.includes(each))],
    };
}
function highest(outcomes, added, rank) {
    const lowest = outcomes.at(-1);
    if (outcomes.length === countOfEach && lowest && rank(added) <= rank(lowest))
        return outcomes;
    return [...outcomes, added].toSorted((a, b) => rank(b) - rank(a)).slice(0, countOfEach);
}

;// CONCATENATED MODULE: ./build/action/upload/send-files.js






const maxFailedFiles = 10;
function prepareSending(bigFiles, context) {
    const hashes = createContentHashes(context.signal);
    for (const file of bigFiles.slice(0, context.limits.concurrency))
        void hashes.of(file);
    return async function sendFiles(transfers, hadContent) {
        const { limits, signal } = context;
        const outcomes = new Map();
        const notable = createNotableFiles();
        let publishedFiles = 0;
        let failedFiles = 0;
        let isStopped = false;
        const keep = (outcome) => {
            if (outcome.result === 'published') {
                publishedFiles += 1;
                notable.add(outcome);
            }
            else {
                failedFiles += 1;
            }
            if (outcome.result !== 'published' || outcome.sessionIds.length > 0)
                outcomes.set(outcome.file, outcome);
            isStopped ||= failedFiles >= maxFailedFiles || (outcome.last !== undefined && isSharedFailure(outcome.last));
        };
        const send = async ({ kind, file }) => {
            if (isStopped || signal.aborted)
                keep(notStarted(file));
            else if (kind === 'put')
                keep(await uploadInOneRequest(file, context));
            else
                keep(await sendBigFile(file));
        };
        const sendBigFile = async (file) => {
            const hash = await hashes.of(file);
            if (signal.aborted)
                return notStarted(file);
            if ('problem' in hash)
                return { ...notStarted(file), reason: 'unreadable', description: hash.problem };
            if (hash.sizeBytes !== file.sizeBytes)
                return { ...notStarted(file), reason: 'changed' };
            return uploadInChunks(file, hash, hadContent, context);
        };
        const ofKind = (kind) => transfers.filter((each) => each.kind === kind);
        if (ofKind('session').length === 0)
            hashes.stop();
        await Promise.all([
            runAll(ofKind('session'), limits.concurrency, send),
            runAll(ofKind('put'), limits.concurrency, send),
        ]);
        const planned = transfers.map(({ file }) => outcomes.get(file)).filter((each) => each !== undefined);
        return { outcomes: planned, publishedFiles, notableFiles: notable.list() };
    };
}
function notStarted(file) {
    return { file, result: 'failed', reason: 'notStarted', sessionIds: [], attempts: 0, durationMs: 0 };
}

;// CONCATENATED MODULE: ./build/action/upload/upload-package.js











async function uploadPackage(content, imageStorePath, options) {
    const { clock, signal } = options;
    const startedMs = clock.now();
    const counts = { bytesSent: 0, attempts: 0 };
    const context = upload_package_createContext(options, counts);
    let sent = { outcomes: [], publishedFiles: 0, notableFiles: [] };
    const run = async () => {
        const isBig = ({ sizeBytes }) => sizeBytes > chunkBytes;
        const sendFiles = prepareSending(planTransfers(content.files, true)
            .map(({ file }) => file)
            .filter(isBig), context);
        enter('inspecting', context);
        const found = await inspectCluster(content, imageStorePath, options, context);
        if ('problem' in found)
            return found;
        const { hasSessions, inspection } = found;
        if (inspection.kind === 'package' && inspection.hasMarker) {
            const failure = await remove(`${imageStorePath}/${markerName}`, context);
            if (failure)
                return failed({ kind: 'request', phase: 'inspecting', failure });
        }
        enter('sending', context);
        sent = await sendFiles(planTransfers(content.files, hasSessions), inspection.kind === 'package');
        if (sent.publishedFiles < content.files.length)
            return unpublished(sent.outcomes);
        const changes = await findChangedFiles(content.files);
        if (changes.length > 0)
            return failed({ kind: 'changedFiles', changes });
        const target = { package: content, imageStorePath, keyOf: pathKeyOf(hasSessions) };
        enter('verifying', context);
        const resend = async (files) => {
            const resent = await sendFiles(planTransfers(files, false), true);
            const publishedFiles = sent.publishedFiles - files.length + resent.publishedFiles;
            sent = { ...sent, publishedFiles, outcomes: [...sent.outcomes, ...resent.outcomes] };
            return resent;
        };
        const difference = await verifyFolder(target, hasSessions, resend, context);
        if (difference)
            return difference;
        enter('marking', context);
        return markFolder(target, context);
    };
    const problem = await run();
    if (problem === undefined) {
        enter('cleaning', context);
        await deleteSessions(sent.outcomes, context);
    }
    const { outcomes: files, publishedFiles, notableFiles } = sent;
    const end = { files, publishedFiles, notableFiles, ...counts, durationMs: clock.now() - startedMs };
    if (problem === undefined)
        return { result: 'uploaded', ...end };
    return { ...problem, ...(signal.aborted && { problem: { kind: 'cancelled' } }), ...end };
}
function upload_package_createContext(options, counts) {
    const { sessionStore, store, clock, random, signal, timeoutSeconds, maxAttempts, concurrency, onEvent } = options;
    return {
        sessionStore,
        store,
        lanes: createAdaptiveLimiter({ clock, concurrency, random, signal }),
        limits: { timeoutSeconds, maxAttempts, concurrency },
        clock,
        random,
        signal,
        onEvent: (event) => {
            if (event.kind === 'bytesSent')
                counts.bytesSent += event.bytes;
            onEvent(event);
        },
        countAttempt: () => {
            counts.attempts += 1;
        },
    };
}
function enter(phase, { onEvent }) {
    onEvent({ kind: 'phase', phase });
}
async function inspectCluster(content, imageStorePath, { newSessionId }, context) {
    const { sessionStore, lanes, limits, signal, onEvent } = context;
    const lookUpNothing = () => sessionStore.lookUpSession(newSessionId(), lookupDeadlineMs, signal);
    const lookUp = { subject: imageStorePath, send: lookUpNothing, failureOf: failureOfProbe };
    const inspecting = Promise.all([
        repeatRequest(lookUp, context),
        inspect({ package: content, imageStorePath }, context),
    ]);
    const others = Math.min(limits.concurrency, content.files.length) - 2;
    for (let index = 0; index < others; index += 1)
        void lanes.run(lookUpNothing);
    const [found, inspection] = await inspecting;
    const failure = failureOfProbe(found);
    if (failure) {
        return failed({ kind: 'request', phase: 'inspecting', failure: { subject: imageStorePath, attempt: failure } });
    }
    if (inspection.kind === 'failed')
        return failed({ kind: 'listing', phase: 'inspecting', failure: inspection });
    if (inspection.kind === 'foreign')
        return failed({ kind: 'foreignContent', paths: inspection.paths });
    const hasSessions = found.kind !== 'failed';
    onEvent({ kind: 'inspected', hasSessions, hadContent: inspection.kind === 'package' });
    return { hasSessions, inspection };
}
function failureOfProbe(found) {
    if (found.kind !== 'failed')
        return undefined;
    const { attempt } = found;
    const isUnknownUrl = attempt.kind === 'response' && attempt.status === 400 && attempt.error?.code === 'E_INVALIDARG';
    return isUnknownUrl ? undefined : attempt;
}
async function deleteSessions(outcomes, context) {
    const sessionIds = outcomes.flatMap((outcome) => outcome.sessionIds);
    await runAll(sessionIds, context.limits.concurrency, async (sessionId) => {
        const failure = await removeSession(sessionId, context);
        if (failure)
            context.onEvent({ kind: 'sessionKept', sessionId, attempt: failure.attempt });
    });
}

;// CONCATENATED MODULE: ./build/action/upload/main.js














const titles = { failed: 'Not uploaded', unknown: 'Not known whether uploaded' };
const errorReport = {
    failedTitle: titles.failed,
    inputErrorCode: (error) => (error instanceof input_problems/* InputError */.dz || error instanceof PackageError ? error.code : undefined),
    doubt: 'the upload may or may not have happened',
    toOutputs: outputsWithoutUpload,
};
function main() {
    return runStep(uploadAndReport, errorReport);
}
async function uploadAndReport(context) {
    const inputs = await readInputs(context.inputs);
    for (const notice of inputs.package.notices)
        context.log.info(notice);
    const cluster = openCluster(inputs, context);
    const outcome = await upload(inputs, cluster, context).finally(() => cluster.close());
    return report(outcome, inputs, cluster.info(), context);
}
function upload({ package: content, imageStorePath, endpoint, timeoutSeconds, maxAttempts, concurrency }, { storeOptions, signal }, { clock, log }) {
    const { files, sizeBytes: bytes } = content;
    const total = { files: files.length, bytes };
    const uploadLog = createUploadLog({ clock, log, endpointUrl: endpoint.url, imageStorePath, total });
    return uploadPackage(content, imageStorePath, {
        sessionStore: openImageStore(storeOptions),
        store: openUploadStore(storeOptions),
        newSessionId: storeOptions.newRequestId,
        timeoutSeconds,
        maxAttempts,
        concurrency,
        clock,
        random: Math.random,
        signal,
        onEvent: uploadLog.onEvent,
    }).finally(() => uploadLog.stop());
}
function report(outcome, inputs, connection, { redactor: { redact }, log }) {
    const { result, bytesSent, durationMs } = outcome;
    const { credentials: _, ...shown } = inputs;
    const outputs = toOutputs(outcome, shown, connection);
    const summary = redact(summarize(outcome, outputs, connection.url));
    const files = counted(shown.package.files.length, 'file');
    const uploaded = `Uploaded ${files} to ${shown.imageStorePath} in ${duration(durationMs)}; ${format_byteCount(bytesSent)} were sent.`;
    if (result === 'uploaded')
        log.info(uploaded);
    const isWritten = tryWriteOutputs(redactAll(outputs, redact), redact(outputs.explanation) || uploaded, log);
    if (result !== 'uploaded' && isWritten)
        log.error(titles[result], outputs.explanation);
    writeSummary(summary, log);
    return result === 'uploaded' && isWritten ? 0 : 1;
}
function redactAll(outputs, redact) {
    const redacted = Object.entries(outputs).map(([name, value]) => [name, redact(value)]);
    return { ...Object.fromEntries(redacted), result: outputs.result };
}

;// CONCATENATED MODULE: ./build/action/upload/index.js


runProcess(main);

})();

module.exports = __webpack_exports__;
/******/ })()
;