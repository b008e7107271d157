/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 254:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   X2: () => (/* binding */ isAmbiguous),
/* harmony export */   _3: () => (/* binding */ evaluate)
/* harmony export */ });
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
        return classifyFailure(attempt);
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
function classifyFailure({ sent, status = 0 }) {
    if (!sent || (status >= 400 && status < 500))
        return 'rejected';
    return status === 200 ? 'interruptedSuccess' : 'indeterminate';
}
function isAmbiguous(answer) {
    return answer !== 'success' && answer !== 'invalidArgument' && answer !== 'rejected';
}
function evaluate({ answers, session, content }) {
    const last = answers.at(-1);
    const ambiguous = answers.filter(isAmbiguous);
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


/***/ }),

/***/ 924:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   SS: () => (/* binding */ describeOutcome),
/* harmony export */   m4: () => (/* binding */ describeClaim)
/* harmony export */ });
/* harmony import */ var _commit_engine_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(254);
/* harmony import */ var _diagnostics_attempt_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(342);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(151);
/* harmony import */ var _shared_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(423);




function describeOutcome(outcome, endpointUrl) {
    const { sessionId, result } = outcome;
    const subject = `Upload session ${sessionId}`;
    if (result === 'committed') {
        const evidence = outcome.reason === 'published' ? ` ${describeEvidence(outcome)}` : '';
        return `${subject} is committed at ${endpointUrl} (${describeEffort(outcome)}).${evidence}`;
    }
    const lookups = describeLookups(outcome);
    return `${subject} ${describeClaim(outcome)} at ${endpointUrl}: ${describeCause(outcome)}.${lookups && ` ${lookups}`}`;
}
function describeClaim({ result }) {
    return result === 'failed' ? 'was not committed' : 'may or may not be committed';
}
function describeCause({ result, reason, attempts, last, untried }) {
    if (last === undefined)
        return 'the step was cancelled before the commit started';
    if (untried)
        return `it was never tried, because an outage lasted more than five minutes (${(0,_diagnostics_attempt_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAttempt */ .Be)(last)})`;
    const cancelled = reason === 'cancelled' && !isCancelled(last) ? ', then the step was cancelled' : '';
    const attempt = `${attempts > 1 ? `in the last of ${attempts} attempts ` : ''}${(0,_diagnostics_attempt_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAttempt */ .Be)(last)}${cancelled}`;
    const wasAmbiguousEarlier = result === 'unknown' && !(0,_commit_engine_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .isAmbiguous */ .X2)((0,_commit_engine_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .classify */ .L8)(last));
    return wasAmbiguousEarlier ? `an earlier attempt may have succeeded, and ${attempt}` : attempt;
}
function isCancelled(attempt) {
    return attempt.kind === 'noResponse' && attempt.problem === 'cancelled';
}
function describeEvidence({ last, contentLookup, session, sessionLookup }) {
    const isUnexpected = last !== undefined && (0,_commit_engine_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .classify */ .L8)(last) === 'unexpectedSuccess';
    const doubt = isUnexpected
        ? `Something between the runner and the cluster may have changed the answer (${(0,_diagnostics_attempt_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAttempt */ .Be)(last)}).`
        : 'An earlier attempt was ambiguous.';
    const evidence = [];
    if (last?.status === 200 && !isUnexpected)
        evidence.push('the last response was 200');
    else if (!isUnexpected || sessionLookup?.kind === 'notFound')
        evidence.push('the session no longer exists');
    if (contentLookup?.kind === 'found' && session) {
        const { sizeBytes, modifiedMs } = contentLookup.file;
        evidence.push(`the file at ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitize */ .aj)(session.path, _diagnostics_attempt_text_js__WEBPACK_IMPORTED_MODULE_0__/* .maxPathCharacters */ .SN)} has the session's ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .byteCount */ .GJ)(sizeBytes)} and was modified at ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .Ly)(modifiedMs)}`);
    }
    return `${doubt} Confirmed by: ${evidence.join('; ')}.`;
}
function describeLookups({ sessionLookup, contentLookup, session }) {
    const sentences = [
        ...(sessionLookup ? [(0,_diagnostics_attempt_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSession */ ._0)(sessionLookup)] : []),
        ...(contentLookup && session ? [(0,_diagnostics_attempt_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeContent */ .Xb)(contentLookup, session.path)] : []),
    ];
    return sentences.join(' ');
}
function describeEffort({ attempts, durationMs }) {
    return `${attempts === 1 ? '' : `${attempts} attempts, `}${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(durationMs)}`;
}
function errorOf(outcome, endpointUrl) {
    const { last, result } = outcome;
    if (result === 'committed')
        return { code: '', message: '' };
    const description = describeOutcome(outcome, endpointUrl);
    if (last?.kind === 'response')
        return { code: last.error?.code ?? '', message: last.error?.message ?? description };
    return { code: last?.code ?? 'CANCELLED', message: description };
}


/***/ }),

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
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(573);
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

/***/ 342:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ describeAttempt),
/* harmony export */   I4: () => (/* binding */ requestNoun),
/* harmony export */   SN: () => (/* binding */ maxPathCharacters),
/* harmony export */   UV: () => (/* binding */ describeMissing),
/* harmony export */   Xb: () => (/* binding */ describeContent),
/* harmony export */   Zp: () => (/* binding */ isWithoutSessionApi),
/* harmony export */   _0: () => (/* binding */ describeSession),
/* harmony export */   gl: () => (/* binding */ describeNetworkError),
/* harmony export */   sT: () => (/* binding */ isInvalidHttp)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(151);
/* harmony import */ var _shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(423);


const maxCodeCharacters = 100;
const maxPathCharacters = 300;
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
    const statusLine = (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(`${status} ${reasonPhrase}`, maxCodeCharacters);
    if (error) {
        const text = error.message === undefined ? ' without a message' : `: ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(error.message).replace(/\.$/, '')}`;
        const statusAndCode = `${status}${status === 200 ? ' with the error' : ''} ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(error.code, maxCodeCharacters)}`;
        return `the cluster answered ${statusAndCode}${text}`;
    }
    if (foreignMessage !== undefined) {
        const words = (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(foreignMessage, maxForeignCharacters).replace(/\.$/, '');
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
    return (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(text.includes(code) ? text : `${text} (${code})`, maxNetworkErrorCharacters);
}
function withoutOpensslInternals(message) {
    return message.replace(/(?:[\dA-F]+:)?error:[\dA-F]+:[^:]*:[^:]*:([^:\n]+)(?::[^\n]*)?\n?/gi, '$1').trim();
}
function describeFailure(attempt) {
    const { problem, code, message, sent, status } = attempt;
    if (code.startsWith('FILE_'))
        return (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(message);
    if (code === 'STALLED')
        return `the cluster ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(message)}`;
    const detail = describeNetworkError(attempt);
    switch (problem) {
        case 'connect':
            return `the runner could not connect: ${detail}`;
        case 'deadline':
            return sent ? `there was ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(message)}` : `the runner could not connect: ${detail}`;
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
    const file = (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(path, maxPathCharacters);
    if (sizeBytes === 0)
        return `The session is for ${file}, an empty file.`;
    if (missingRanges.length === 0) {
        return `The session is complete: its chunks cover all ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .byteCount */ .GJ)(sizeBytes)} of ${file}.`;
    }
    return `The session is incomplete: ${describeMissing(session)}.`;
}
function describeMissing({ path, sizeBytes, missingRanges }) {
    const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    return `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(missingBytes)} of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .byteCount */ .GJ)(sizeBytes)} of ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(path, maxPathCharacters)} ${missingBytes === 1 ? 'is' : 'are'} missing (${describeRanges(missingRanges)})`;
}
function describeRanges(ranges) {
    const first = ranges.slice(0, maxRangesInText);
    const texts = first.map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
    const more = ranges.length > first.length ? ` and ${ranges.length - first.length} more ranges` : '';
    return `${texts.join(', ')}${more}, counted from 0`;
}
function describeContent(lookup, path) {
    const file = (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(path, maxPathCharacters);
    switch (lookup.kind) {
        case 'found':
            return `The file at ${file} has ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .byteCount */ .GJ)(lookup.file.sizeBytes)} and was modified at ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .isoTime */ .Ly)(lookup.file.modifiedMs)}.`;
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

/***/ 364:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ clockSkewMs),
/* harmony export */   Lx: () => (/* binding */ urlPath),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   lx: () => (/* binding */ readSession)
/* harmony export */ });
/* unused harmony export readFolderPage */
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(982);

function readSession(body, sessionId, serverMs) {
    const entry = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .elements */ .Yt)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body), 'uploadsessions')).find((each) => {
        const id = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(each, 'sessionid');
        return typeof id === 'string' && id.toLowerCase() === sessionId.toLowerCase();
    });
    const path = readPath((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'storerelativepath'));
    const sizeBytes = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'filesize'));
    const lastChunkMs = readDate((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'modifieddate'), serverMs);
    const ranges = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'expectedranges');
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
    const start = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, 'startposition'));
    const end = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, 'endposition'));
    if (start === undefined || end === undefined || start > end)
        return undefined;
    return end < Math.max(1, sizeBytes) ? { start, end } : undefined;
}
const earliestMs = Date.UTC(2000, 0);
const clockSkewMs = 2 * 60_000;
function readDate(value, serverMs) {
    const ms = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .dateMs */ .tg)(value);
    if (ms === undefined || ms < earliestMs)
        return undefined;
    return serverMs !== undefined && ms > serverMs + clockSkewMs ? undefined : ms;
}
function readContent(body, path, serverMs) {
    const files = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .elements */ .Yt)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body), 'storefiles'));
    const entry = files.find((each) => isSamePath((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(each, 'storerelativepath'), path));
    return readFile(entry, serverMs);
}
function readFile(entry, serverMs) {
    const sizeBytes = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'filesize'));
    const modifiedMs = readDate((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'modifieddate'), serverMs);
    if (sizeBytes === undefined || modifiedMs === undefined)
        return undefined;
    const version = readVersion((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'fileversion'));
    return { sizeBytes, modifiedMs, ...(version !== undefined && { version }) };
}
function readVersion(value) {
    const numbers = ['epochdatalossnumber', 'epochconfigurationnumber', 'versionnumber'].map((name) => String((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, name)));
    return numbers.every((number) => /^-?\d+$/.test(number)) ? numbers.join('.') : undefined;
}
function readFolderPage(body, folder) {
    const listing = parseJson(body);
    const [entries, subfolders] = [member(listing, 'storefiles'), member(listing, 'storefolders')];
    const continuationToken = member(listing, 'continuationtoken');
    if (!Array.isArray(entries) || !Array.isArray(subfolders) || typeof continuationToken !== 'string')
        return undefined;
    const files = new Map();
    const folders = new Set();
    for (const entry of entries) {
        const name = nameIn(folder, member(entry, 'storerelativepath'));
        const sizeBytes = wholeNumber(member(entry, 'filesize'));
        if (name === undefined || sizeBytes === undefined)
            return undefined;
        const version = readVersion(member(entry, 'fileversion'));
        files.set(name, { sizeBytes, ...(version !== undefined && { version }) });
    }
    for (const entry of subfolders) {
        const name = nameIn(folder, member(entry, 'storerelativepath'));
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


/***/ }),

/***/ 151:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ byteCount),
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/* unused harmony export counted */
function grouped(value) {
    return value.toLocaleString('en-US');
}
function counted(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
function byteCount(bytes) {
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
function isoTime(epochMs) {
    return new Date(epochMs).toISOString();
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

/***/ 573:
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

;// CONCATENATED MODULE: ./build/action/shared/limiter.js
function createLimiter(concurrency) {
    let waiting = [];
    const watching = [];
    let running = 0;
    const isAvailable = () => running < concurrency && waiting.length === 0;
    const startNext = () => {
        if (running < concurrency)
            waiting.shift()?.start(undefined);
        if (isAvailable())
            watching.shift()?.();
    };
    const runNow = async (task) => {
        running += 1;
        try {
            return await task(undefined);
        }
        finally {
            running -= 1;
            startNext();
        }
    };
    return {
        run: (task, failsFast) => {
            if (isAvailable())
                return runNow(task);
            return new Promise((resolve, reject) => {
                const start = (failure) => {
                    (failure === undefined ? runNow(task) : task(failure)).then(resolve, reject);
                };
                waiting.push({ failsFast, start });
            });
        },
        available: () => new Promise((resolve) => {
            if (isAvailable())
                resolve();
            else
                watching.push(resolve);
        }),
        failFast: (failure, which) => {
            const failed = waiting.filter(({ failsFast }) => failsFast || which === 'all');
            waiting = waiting.filter((each) => !failed.includes(each));
            for (const { start } of failed)
                start(failure);
            for (const resolve of watching.splice(0))
                resolve();
            return failed.length;
        },
    };
}

;// CONCATENATED MODULE: ./build/action/shared/outage-breaker.js
function createOutageBreaker(options) {
    const { clock, failureThreshold, onOutage } = options;
    let failuresInARow = 0;
    let firstMs = 0;
    return {
        recordFailure: (failure) => {
            if (failuresInARow === 0)
                firstMs = clock.now();
            failuresInARow += 1;
            if (failuresInARow >= failureThreshold)
                onOutage(failure, clock.now() - firstMs);
        },
        recordContact: () => {
            failuresInARow = 0;
        },
    };
}

;// CONCATENATED MODULE: ./build/action/image-store/attempt.js
function hasResponded(attempt) {
    if (attempt.kind === 'response' || attempt.status !== undefined)
        return true;
    return attempt.code.startsWith('HPE_') || ['UNEXPECTED_UPGRADE', 'INVALID_RESPONSE'].includes(attempt.code);
}

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

// EXTERNAL MODULE: ./build/action/image-store/responses.js
var responses = __nccwpck_require__(364);
// EXTERNAL MODULE: ./build/action/commit-engine/verdict.js
var commit_engine_verdict = __nccwpck_require__(254);
;// CONCATENATED MODULE: ./build/action/commit-engine/retry-policy.js

const sessionLifetimeMs = 30 * 60_000;
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
function decideRetry(state, limits, random) {
    const { attempts, elapsedMs, inProgressMs } = state;
    const last = attempts.at(-1);
    if (last === undefined || !isRetryable(attempts, last))
        return { retry: false, stopReason: 'final' };
    const isInProgress = (0,commit_engine_verdict/* classify */.L8)(last) === 'inProgress';
    if (isInProgress ? limits.maxAttempts === 1 : countAttempts(attempts) >= limits.maxAttempts) {
        return { retry: false, stopReason: 'attempts' };
    }
    const backoffMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts.length - 1) * (0.75 + random / 2));
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
    return attempts.filter((attempt) => (0,commit_engine_verdict/* classify */.L8)(attempt) !== 'inProgress').length;
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
    return (0,commit_engine_verdict/* isAmbiguous */.X2)((0,commit_engine_verdict/* classify */.L8)(last)) || last.problem === 'deadline' || isBusyStatus(last.status);
}
function isRetryableResponse(attempts, last) {
    const { status, error } = last;
    if (isBusyStatus(status) || [502, 503, 504].includes(status))
        return true;
    if (status === 400)
        return error?.code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED';
    if (status !== 500)
        return false;
    if ((0,commit_engine_verdict/* classify */.L8)(last) === 'inProgress')
        return true;
    const unknownErrors = attempts.filter((each) => each.kind === 'response' && each.status === 500 && (0,commit_engine_verdict/* classify */.L8)(each) !== 'inProgress');
    return unknownErrors.length <= 1;
}
function isBusyStatus(status) {
    return status === 408 || status === 429;
}

;// CONCATENATED MODULE: ./build/action/commit-engine/lookups.js



const lookupMs = 15_000;
const lookupRetries = 2;
const publishingRetries = 3;
async function lookUpSession(sessionId, untilMs, options) {
    const { store, signal, onEvent } = options;
    const found = await retryLookup((leftMs) => store.lookUpSession(sessionId, leftMs, signal), untilMs, options);
    if (found)
        onEvent({ kind: 'sessionLookup', sessionId, found });
    return found;
}
async function lookUpContent(sessionId, path, untilMs, options) {
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
        const failure = failedAttempt(found);
        if (isOver || failure === undefined || !isTransient(failure))
            return found;
        await sleep(clock, waitMs, signal);
    }
}
function failedAttempt(found) {
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
    const isRecent = modifiedMs >= session.lastChunkMs - responses/* clockSkewMs */.Dy;
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
    if ((0,commit_engine_verdict/* classify */.L8)(attempt) === 'inProgress')
        state.inProgressSinceMs ??= clock.now();
    const isInDoubt = attempts.map(commit_engine_verdict/* classify */.L8).some(commit_engine_verdict/* isAmbiguous */.X2);
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
    const found = await lookUpSession(state.sessionId, state.lookupsUntilMs, options);
    if (found === undefined)
        return undefined;
    if (found.kind === 'found')
        state.session = found.session;
    state.isGone = found.kind === 'notFound';
    state.hasResponse ||= found.kind !== 'failed' || hasResponded(found.attempt);
    return found;
}
async function settle(state, stopReason, earlierLookup, options) {
    const answers = state.attempts.map(commit_engine_verdict/* classify */.L8);
    const last = answers.at(-1);
    if (!answers.some(commit_engine_verdict/* isAmbiguous */.X2)) {
        const sessionLookup = last === 'invalidArgument' ? await lookUpAndRemember(state, options) : undefined;
        return finish(state, { ...(0,commit_engine_verdict/* evaluate */._3)({ answers }), stopReason, ...(sessionLookup && { sessionLookup }) }, options);
    }
    if ((last === 'success' || last === 'interruptedSuccess') && state.session) {
        const contentLookup = await lookUpContent(state.sessionId, state.session.path, state.lookupsUntilMs, options);
        const verdict = (0,commit_engine_verdict/* evaluate */._3)({
            answers,
            content: contentEvidence(contentLookup, state.session, options.previousVersion),
        });
        if (verdict.result === 'committed') {
            return finish(state, { ...verdict, stopReason, ...(contentLookup && { contentLookup }) }, options);
        }
    }
    const sessionLookup = earlierLookup ?? (await lookUpAndRemember(state, options));
    const { session } = state;
    const contentLookup = session && (await lookUpContent(state.sessionId, session.path, state.lookupsUntilMs, options));
    const verdict = (0,commit_engine_verdict/* evaluate */._3)({
        answers,
        session: sessionEvidence(sessionLookup, session),
        content: session && contentEvidence(contentLookup, session, options.previousVersion),
    });
    const lookups = { ...(sessionLookup && { sessionLookup }), ...(contentLookup && { contentLookup }) };
    return finish(state, { ...verdict, stopReason, ...lookups }, options);
}
function finishCancelled(state, options) {
    const result = state.attempts.map(commit_engine_verdict/* classify */.L8).some(commit_engine_verdict/* isAmbiguous */.X2) ? 'unknown' : 'failed';
    return finish(state, { result, reason: 'cancelled' }, options);
}
function finish(state, conclusion, options) {
    const { sessionId, attempts, session } = state;
    const last = attempts.at(-1);
    const firstAmbiguous = attempts.slice(0, -1).find((attempt) => (0,commit_engine_verdict/* isAmbiguous */.X2)((0,commit_engine_verdict/* classify */.L8)(attempt)));
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

;// CONCATENATED MODULE: ./build/action/commit-engine/commit-sessions.js



const outageLimitMs = 5 * 60_000;
const fewestFailures = 3;
const mostFailures = 8;
async function commitSessions(sessionIds, options) {
    const limiter = createLimiter(options.concurrency);
    const commits = [];
    let sharedFailure;
    let isAnnounced = false;
    const breaker = createOutageBreaker({
        clock: options.clock,
        failureThreshold: Math.max(fewestFailures, Math.min(options.concurrency, mostFailures)),
        onOutage: (failure, lastedMs) => {
            const isOver = lastedMs > outageLimitMs;
            const failed = limiter.failFast(failure, isOver ? 'all' : 'willing');
            if (options.maxAttempts === 1 && !isOver)
                return;
            sharedFailure = failure;
            const waitingSessions = failed + sessionIds.length - commits.length;
            if (waitingSessions === 0 || isAnnounced)
                return;
            isAnnounced = true;
            options.onOutage(failure, waitingSessions);
        },
    });
    const onAttempt = (attempt) => {
        if (attempt.kind === 'noResponse' && attempt.problem === 'connect') {
            breaker.recordFailure(attempt);
        }
        else {
            isAnnounced = false;
            breaker.recordContact();
        }
    };
    for (const sessionId of sessionIds) {
        if (sharedFailure === undefined)
            await limiter.available();
        const commit = commitSession(sessionId, sharedFailure, { ...options, limiter, onAttempt });
        commit.catch(() => undefined);
        commits.push(commit);
    }
    return Promise.all(commits);
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
var sanitize = __nccwpck_require__(423);
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
    const shortCode = (0,sanitize/* truncate */.xv)(redact(code.trim()), maxCodeCharacters);
    if (typeof message !== 'string' || message.trim() === '' || message === 'Null')
        return { code: shortCode };
    return { code: shortCode, message: (0,sanitize/* truncate */.xv)(redact(message), maxMessageCharacters) };
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
    return found === undefined ? undefined : (0,sanitize/* truncate */.xv)(redact(found), foreign_error_maxMessageCharacters);
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
            const session = hasStatus(attempt, 200) ? (0,responses/* readSession */.lx)(body, sessionId, serverMs) : undefined;
            return session ? { kind: 'found', session } : { kind: 'failed', attempt };
        },
        lookUpContent: async (path, deadlineMs, signal) => {
            const target = `${(0,responses/* urlPath */.Lx)(path)}?api-version=${apiVersion}`;
            const { attempt, body, serverMs } = await send('GET', target, { deadlineMs, signal });
            if (hasStatus(attempt, 404)) {
                if (attempt.error?.code === 'FABRIC_E_FILE_NOT_FOUND')
                    return { kind: 'publishing' };
                return attempt.body === 'empty' ? { kind: 'notFound' } : { kind: 'failed', attempt };
            }
            const file = hasStatus(attempt, 200) ? (0,responses/* readContent */.c_)(body, path, serverMs) : undefined;
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
        return { attempt: client_failedAttempt(method, error, clock.now() - startedMs, options), body: '', serverMs: undefined };
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
function client_failedAttempt(method, error, durationMs, { clock, redact }) {
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

// EXTERNAL MODULE: ./build/action/shared/format.js
var format = __nccwpck_require__(151);
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
    const text = withoutQuotes((0,sanitize/* dropInvisible */.Nv)(value));
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
        return new TrustError('CERTIFICATE_NAME_MISMATCH', `the server's certificate has none of the names in server-common-names (${(0,sanitize/* sanitize */.aj)(trust.names.join(', '), 300)}). It presented ${describeCertificate(certificate)}`);
    }
    return new TrustError('ERR_TLS_CERT_ALTNAME_INVALID', `the server's certificate is not for the name ${(0,sanitize/* sanitize */.aj)(host, 200)}. It presented ${describeCertificate(certificate)}`);
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
        `names ${names.length > 0 ? (0,sanitize/* sanitize */.aj)(names.join(', '), 300) : 'none'}`,
        `valid from ${validFrom} to ${validTo}`,
        `issued by ${(0,sanitize/* sanitize */.aj)((issuer ?? '').replaceAll('\n', ', '), 200)}`,
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
    debug: (line) => ignoringLogFailure(() => core_debug((0,sanitize/* sanitize */.aj)(line, maxLineCharacters))),
    warning: (text) => ignoringLogFailure(() => warning((0,sanitize/* truncate */.xv)(text, maxAnnotationCharacters))),
    error: (title, text) => ignoringLogFailure(() => error((0,sanitize/* truncate */.xv)(text, maxAnnotationCharacters), { title })),
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
    const text = (0,sanitize/* sanitize */.aj)(line, maxLineCharacters).replaceAll('##[', '## [');
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
    const lines = message.split('\n').map((line) => (0,sanitize/* escapeHtml */.ZD)(line, maxParagraphCharacters));
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

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/nil.js
/* harmony default export */ const nil = ('00000000-0000-0000-0000-000000000000');

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

;// CONCATENATED MODULE: ./build/action/commit/inputs.js





const defaultTimeoutSeconds = 60;
async function readInputs(source) {
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)();
    const connecting = readConnectionInputs(source, reportProblem);
    const read = (name) => source.read(name).trim();
    const sessionIds = parseSessionIds(read('session-id'), reportProblem);
    const limits = readLimitInputs(read, defaultTimeoutSeconds, reportProblem);
    const connection = await connecting;
    if (problems.length > 0 || connection === undefined || sessionIds === undefined || limits === undefined) {
        throw new input_problems/* InputError */.dz(problems);
    }
    return { ...connection, ...limits, sessionIds };
}
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const separators = /(?:(?!\uFEFF)[\s,])+/;
const maxQuotedIds = 5;
function parseSessionIds(value, reportProblem) {
    const accepted = 'the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks';
    const ids = value.split(separators).filter((id) => (0,sanitize/* dropInvisible */.Nv)(id) !== '');
    if (ids.length === 0)
        return reportProblem((0,input_problems/* emptyInput */.Wb)('session-id', accepted));
    const wrongIds = ids.filter((id) => !guid.test((0,sanitize/* dropInvisible */.Nv)(id)) || (0,sanitize/* dropInvisible */.Nv)(id) === nil);
    for (const id of wrongIds.slice(0, maxQuotedIds))
        reportProblem(describeWrongId(id));
    if (wrongIds.length > maxQuotedIds) {
        return reportProblem(`session-id contains ${wrongIds.length - maxQuotedIds} more values that are no such GUIDs.`);
    }
    if (wrongIds.length > 0)
        return undefined;
    const seen = new Set();
    return ids.map(sanitize/* dropInvisible */.Nv).filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
}
function describeWrongId(id) {
    return (0,sanitize/* dropInvisible */.Nv)(id) === nil
        ? `session-id contains the nil GUID ${(0,input_problems/* quote */.hD)(id)}, which no upload session can have; use the GUID under which the chunks were uploaded.`
        : `session-id must contain only GUIDs of 36 characters, with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef, but contains ${(0,input_problems/* quote */.hD)(id)}.${(0,input_problems/* lookAlikeNote */.co)(id)}`;
}

// EXTERNAL MODULE: ./build/action/commit/outcome-text.js
var outcome_text = __nccwpck_require__(924);
;// CONCATENATED MODULE: ./build/action/commit/outputs.js


const outputNames = (/* unused pure expression or super */ null && ([
    'result',
    'status-code',
    'error-code',
    'error-message',
    'explanation',
    'attempts',
    'sessions',
]));
function overallResult(outcomes) {
    const results = outcomes.map(({ result }) => result);
    return results.includes('failed') ? 'failed' : results.includes('unknown') ? 'unknown' : 'committed';
}
function redactOutcome(outcome, redact) {
    const { session, sessionLookup } = outcome;
    const redactPath = (found) => ({ ...found, path: redact(found.path) });
    return {
        ...outcome,
        ...(session && { session: redactPath(session) }),
        ...(sessionLookup?.kind === 'found' && {
            sessionLookup: { kind: 'found', session: redactPath(sessionLookup.session) },
        }),
    };
}
function toOutputs(outcomes, connection, explanation = '') {
    const shown = outcomes.find(({ result }) => result !== 'committed') ?? outcomes.at(-1);
    const error = shown ? (0,outcome_text/* errorOf */.Mz)(shown, connection.url) : { code: '', message: '' };
    return {
        result: overallResult(outcomes),
        'status-code': String(shown?.last?.status ?? ''),
        'error-code': error.code,
        'error-message': error.message,
        explanation,
        attempts: String(outcomes.reduce((sum, { attempts }) => sum + attempts, 0)),
        sessions: toSessions(outcomes, connection),
    };
}
function outputsWithoutCommit(result, code, message) {
    return {
        result,
        'status-code': '',
        'error-code': code,
        'error-message': message,
        explanation: message.replace(/\n(?:- )?/g, ' '),
        attempts: '0',
        sessions: '[]',
    };
}
const maxSessionsBytes = 1_000_000;
const rowLimits = [
    {
        messageCharacters: 4_096,
        ranges: Number.POSITIVE_INFINITY,
        pathCharacters: Number.POSITIVE_INFINITY,
        codeCharacters: 256,
    },
    { messageCharacters: 2_000, ranges: 100, pathCharacters: 1_000, codeCharacters: 256 },
    { messageCharacters: 300, ranges: 10, pathCharacters: 300, codeCharacters: 100 },
    { messageCharacters: 60, ranges: 2, pathCharacters: 80, codeCharacters: 60 },
    { messageCharacters: 0, ranges: 0, pathCharacters: 0, codeCharacters: 60 },
    { messageCharacters: 0, ranges: 0, pathCharacters: 0, codeCharacters: 10 },
];
function toSessions(outcomes, connection) {
    let json = '';
    for (const limits of rowLimits) {
        json = JSON.stringify(outcomes.map((outcome) => toRow(outcome, connection, limits)));
        if (Buffer.byteLength(json) <= maxSessionsBytes)
            break;
    }
    return json;
}
function toRow(outcome, connection, limits) {
    const { sessionId, result, last, attempts, durationMs, session } = outcome;
    const error = (0,outcome_text/* errorOf */.Mz)(outcome, connection.url);
    const ranges = session && session.sizeBytes > 0 ? session.missingRanges : undefined;
    return {
        sessionId,
        result,
        statusCode: last?.status ?? null,
        errorCode: (0,sanitize/* truncate */.xv)(error.code, limits.codeCharacters) || null,
        errorMessage: (0,sanitize/* truncate */.xv)(error.message, limits.messageCharacters) || null,
        attempts,
        durationMs,
        path: (0,sanitize/* truncate */.xv)(session?.path ?? '', limits.pathCharacters) || null,
        missingRanges: ranges && ranges.length <= limits.ranges ? ranges : null,
    };
}

// EXTERNAL MODULE: ./build/action/diagnostics/attempt-text.js
var attempt_text = __nccwpck_require__(342);
;// CONCATENATED MODULE: ./build/action/commit/session-log.js





function createSessionLog(context) {
    return (event) => context.log.info(describeEvent(event, context));
}
function logOutage(failure, waitingSessions, { log, connection }) {
    const sessions = waitingSessions === 1 ? '1 waiting session fails' : `${(0,format/* grouped */.zD)(waitingSessions)} waiting sessions fail`;
    log.info(`Cannot connect to ${connection.url}: ${(0,attempt_text/* describeNetworkError */.gl)(failure)}. ${sessions} for the same reason.`);
}
function describeEvent(event, { connection, limits }) {
    const { sessionId } = event;
    const session = `Upload session ${sessionId}`;
    switch (event.kind) {
        case 'started':
            return `Committing upload session ${sessionId} at ${connection.url} (timeout ${limits.timeoutSeconds} s)`;
        case 'waiting':
            return `${session}: ${describeHeartbeat(event, limits)}`;
        case 'ambiguous':
            return `${session}: ${describeNumber(event, limits)} is ambiguous, the cluster may have committed (${(0,attempt_text/* describeAttempt */.Be)(event.attempt)}); looking up the session`;
        case 'retrying':
            return (0,commit_engine_verdict/* classify */.L8)(event.attempt) === 'inProgress'
                ? `${session}: Another commit of its path is in progress (${(0,attempt_text/* describeAttempt */.Be)(event.attempt)}); asking again in ${(0,format/* duration */.p0)(event.waitMs)}`
                : `${session}: ${describeNumber(event, limits)} failed: ${(0,attempt_text/* describeAttempt */.Be)(event.attempt)}; retrying in ${(0,format/* duration */.p0)(event.waitMs)}`;
        case 'sessionLookup':
            return `${session}: ${(0,attempt_text/* describeSession */._0)(event.found)}`;
        case 'contentLookup':
            return `${session}: ${(0,attempt_text/* describeContent */.Xb)(event.found, event.path)}`;
        case 'finished':
            return (0,outcome_text/* describeOutcome */.SS)(event.outcome, connection.url);
    }
}
function describeNumber({ attempt, number }, { maxAttempts }) {
    return (0,commit_engine_verdict/* classify */.L8)(attempt) === 'inProgress' ? 'This attempt' : `Attempt ${number} of ${maxAttempts}`;
}
function describeHeartbeat({ waitedMs, isSent }, { timeoutSeconds }) {
    const waited = (0,format/* duration */.p0)(waitedMs);
    if (!isSent)
        return `Still connecting after ${waited}`;
    const grace = (0,format/* duration */.p0)(graceMs);
    return `Waiting for the response since ${waited}; the cluster has ${(0,format/* grouped */.zD)(timeoutSeconds)} s (timeout), and this action waits ${grace} longer`;
}

;// CONCATENATED MODULE: ./build/action/commit/session-progress.js


const loggedFailures = 10;
const progressShare = 0.1;
const progressIntervalMs = 15_000;
const shortestGuessMs = 10_000;
function createProgressLog(total, context) {
    const { clock, log, connection } = context;
    const startedMs = clock.now();
    const count = { committed: 0, failed: 0, unknown: 0 };
    const inFlight = new Set();
    let loggedDone = 0;
    let loggedMs = startedMs;
    log.info(`Committing ${(0,format/* grouped */.zD)(total)} upload sessions at ${connection.url}`);
    const logProgress = () => {
        const { committed, failed, unknown } = count;
        const done = committed + failed + unknown;
        const nowMs = clock.now();
        if (done < total && done - loggedDone < total * progressShare && nowMs - loggedMs < progressIntervalMs)
            return;
        loggedDone = done;
        loggedMs = nowMs;
        const leftMs = ((nowMs - startedMs) / done) * (total - done);
        const left = leftMs < shortestGuessMs ? '' : `, about ${(0,format/* duration */.p0)(leftMs)} left`;
        const time = done === total ? `in ${(0,format/* duration */.p0)(nowMs - startedMs)}` : `${inFlight.size} in flight${left}`;
        log.info(`${(0,format/* grouped */.zD)(done)} of ${(0,format/* grouped */.zD)(total)} done: ${(0,format/* grouped */.zD)(committed)} committed, ${(0,format/* grouped */.zD)(failed)} failed, ${(0,format/* grouped */.zD)(unknown)} unknown; ${time}`);
    };
    return (event) => {
        if (log.isDebug)
            log.debug(describeEvent(event, context));
        if (event.kind === 'started')
            inFlight.add(event.sessionId);
        if (event.kind !== 'finished')
            return;
        const { result } = event.outcome;
        inFlight.delete(event.sessionId);
        count[result] += 1;
        if (result !== 'committed' && count.failed + count.unknown <= loggedFailures)
            log.info(describeEvent(event, context));
        logProgress();
    };
}

;// CONCATENATED MODULE: ./build/action/commit/summary.js


const resultLabels = {
    committed: '✅ committed',
    failed: '❌ failed',
    unknown: '❓ unknown',
};
const summary_maxParagraphCharacters = 2_000;
const maxSummaryBytes = 1_000_000;
const allLimits = [
    { pathCharacters: 300, statusCharacters: 100, explanations: 20 },
    { pathCharacters: 100, statusCharacters: 60, explanations: 20 },
    { pathCharacters: 40, statusCharacters: 30, explanations: 10 },
    { pathCharacters: 0, statusCharacters: 10, explanations: 5 },
];
function summarize(outcomes, connection, groups = []) {
    let summary = '';
    for (const limits of allLimits) {
        summary = render(outcomes, connection, groups, limits);
        if (Buffer.byteLength(summary) <= maxSummaryBytes)
            break;
    }
    return summary;
}
function render(outcomes, connection, groups, limits) {
    return [
        `<h3>${(0,sanitize/* escapeHtml */.ZD)(headline(outcomes))}</h3>`,
        `<p>Service Fabric image store at <code>${(0,sanitize/* escapeHtml */.ZD)(connection.url)}</code></p>`,
        ...groups.slice(0, limits.explanations).flatMap((group) => renderGroup(group, outcomes.length > 1, limits)),
        ...renderRest(groups.slice(limits.explanations), limits),
        ...renderCommitted(outcomes, limits),
        '',
    ].join('\n');
}
function headline(outcomes) {
    const count = (each) => outcomes.filter(({ result }) => result === each).length;
    if (outcomes.length === 1) {
        const [only] = outcomes;
        if (only?.result === 'committed')
            return '✅ Upload session committed';
        return only?.result === 'failed'
            ? '❌ Upload session not committed'
            : '❓ Upload session may or may not be committed';
    }
    const all = (0,format/* grouped */.zD)(outcomes.length);
    if (count('committed') === outcomes.length)
        return `✅ ${all} upload sessions committed`;
    const unknown = count('unknown') > 0 ? `, ${(0,format/* grouped */.zD)(count('unknown'))} unknown` : '';
    return `❌ ${(0,format/* grouped */.zD)(count('committed'))} of ${all} upload sessions committed, ${(0,format/* grouped */.zD)(count('failed'))} failed${unknown}`;
}
function renderGroup(group, isOneOfMany, limits) {
    const { result, cause, explanation, advice, outcomes } = group;
    const title = `${resultLabels[result]}: ${countSessions(outcomes)}, because ${cause}`;
    const more = outcomes.length > 1 ? ` The same applies to the other ${(0,format/* grouped */.zD)(outcomes.length - 1)}.` : '';
    return [
        ...(isOneOfMany ? [`<h4>${(0,sanitize/* escapeHtml */.ZD)(title, summary_maxParagraphCharacters)}</h4>`] : []),
        `<p>${(0,sanitize/* escapeHtml */.ZD)(explanation, summary_maxParagraphCharacters)}${more}</p>`,
        ...(advice ? [`<p><b>What to do:</b> ${(0,sanitize/* escapeHtml */.ZD)(advice, summary_maxParagraphCharacters)}</p>`] : []),
        ...renderTable(outcomes, limits),
    ];
}
function countSessions({ length }) {
    return `${(0,format/* grouped */.zD)(length)} ${length === 1 ? 'session' : 'sessions'}`;
}
function renderRest(groups, limits) {
    const outcomes = groups.flatMap((group) => group.outcomes);
    if (outcomes.length === 0)
        return [];
    const title = `${(0,format/* grouped */.zD)(outcomes.length)} for other causes; the output sessions has their errors`;
    return [`<h4>${title}</h4>`, ...renderTable(outcomes, limits)];
}
function renderCommitted(outcomes, limits) {
    const committed = outcomes.filter(({ result }) => result === 'committed');
    if (committed.length === 0)
        return [];
    const table = renderTable(committed, limits);
    if (outcomes.length === 1)
        return table;
    const title = `${resultLabels.committed}: ${countSessions(committed)}`;
    return [`<details><summary>${title}</summary>`, ...table, '</details>'];
}
function renderTable(outcomes, limits) {
    const hasFiles = limits.pathCharacters > 0 && outcomes.some(({ session }) => session !== undefined);
    const headings = ['Upload session', ...(hasFiles ? ['File'] : []), 'Result', 'Status', 'Attempts', 'Time'];
    return [
        '<table>',
        `<tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr>`,
        ...outcomes.map((outcome) => renderRow(outcome, hasFiles, limits)),
        '</table>',
    ];
}
function renderRow(outcome, hasFiles, limits) {
    const { sessionId, result, last, attempts, durationMs } = outcome;
    const status = last?.kind === 'response' ? `${last.status} ${last.error?.code ?? last.reasonPhrase}` : (last?.code ?? '');
    const cells = [
        `<code>${(0,sanitize/* escapeHtml */.ZD)(sessionId)}</code>`,
        ...(hasFiles ? [renderFile(outcome, limits)] : []),
        resultLabels[result],
        (0,sanitize/* escapeHtml */.ZD)(status, limits.statusCharacters),
        attempts,
        (0,format/* duration */.p0)(durationMs),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
function renderFile({ session }, { pathCharacters }) {
    if (session === undefined)
        return '';
    const { path, sizeBytes, missingRanges } = session;
    const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    const missing = sizeBytes > 0 && missingBytes > 0 ? ` (${(0,format/* grouped */.zD)(missingBytes)} of ${(0,format/* byteCount */.GJ)(sizeBytes)} missing)` : '';
    return `${(0,sanitize/* escapeHtml */.ZD)(path, pathCharacters)}${missing}`;
}

;// CONCATENATED MODULE: ./build/action/commit/main.js













const titles = { failed: 'Not committed', unknown: 'Not known whether committed' };
const errorReport = {
    failedTitle: titles.failed,
    inputErrorCode: (error) => (error instanceof input_problems/* InputError */.dz ? error.code : undefined),
    doubt: 'the commit may or may not have happened',
    toOutputs: outputsWithoutCommit,
};
const verboseLimit = 10;
function main() {
    return runStep(commitAndReport, errorReport);
}
async function commitAndReport(context) {
    const inputs = await readInputs(context.inputs);
    const cluster = openCluster(inputs, context);
    const outcomes = await commitAll(inputs, cluster, context).finally(() => cluster.close());
    return report(outcomes.map((outcome) => redactOutcome(outcome, context.redactor.redact)), cluster.info(), context.log);
}
function commitAll({ sessionIds, timeoutSeconds, maxAttempts, concurrency }, { storeOptions, info, signal }, { clock, log }) {
    const limits = { timeoutSeconds, maxAttempts };
    const context = { clock, connection: info(), limits, log };
    return commitSessions(sessionIds, {
        ...limits,
        concurrency,
        store: openImageStore(storeOptions),
        clock,
        random: Math.random,
        signal,
        onEvent: sessionIds.length > verboseLimit ? createProgressLog(sessionIds.length, context) : createSessionLog(context),
        onOutage: (failure, waitingSessions) => logOutage(failure, waitingSessions, context),
    });
}
async function report(outcomes, connection, log) {
    const result = overallResult(outcomes);
    const failures = result === 'committed' ? undefined : await __nccwpck_require__.e(/* import() */ 539).then(__nccwpck_require__.bind(__nccwpck_require__, 539));
    const explanation = failures?.annotate(outcomes, connection) ?? '';
    const outputs = toOutputs(outcomes, connection, explanation);
    const summary = summarize(outcomes, connection, failures?.summaryGroups(outcomes, connection));
    const isWritten = tryWriteOutputs(outputs, explanation || describeCommitted(outcomes), log);
    if (result !== 'committed' && isWritten)
        log.error(titles[result], explanation);
    writeSummary(summary, log);
    return result === 'committed' && isWritten ? 0 : 1;
}
function describeCommitted({ length }) {
    return length === 1 ? 'The upload session is committed.' : `All ${(0,format/* grouped */.zD)(length)} upload sessions are committed.`;
}

;// CONCATENATED MODULE: ./build/action/commit/index.js


runProcess(main);

})();

module.exports = __webpack_exports__;
/******/ })()
;