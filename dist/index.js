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
/** FabricErrors that leave open what the cluster does (HttpUtil.cpp sends them with 500 to 504). */
const openCodes = [
    'OperationsPending',
    'E_ABORT',
    'FABRIC_E_TIMEOUT',
    'FABRIC_E_COMMUNICATION_ERROR',
    'FABRIC_E_GATEWAY_NOT_REACHABLE',
    'FABRIC_E_SERVICE_OFFLINE',
    'FABRIC_E_NOT_READY',
    'FABRIC_E_SERVICE_TOO_BUSY',
];
/** Classifies an attempt. */
function classify(attempt) {
    if (attempt.kind === 'noResponse')
        return classifyFailure(attempt);
    const { status, error, body } = attempt;
    // A front end that turns every status into a success leaves the cluster's error in the body.
    if (status >= 200 && status < 300 && error)
        return openCodes.includes(error.code) ? 'indeterminate' : 'rejected';
    if (status === 200)
        return body === 'empty' ? 'success' : 'unexpectedSuccess';
    // 202 says that the work may not even have begun. After a 303 another page shows what became of it (RFC 9110).
    if (status === 202)
        return 'indeterminate';
    if ((status > 200 && status < 300) || status === 303)
        return 'unexpectedSuccess';
    if (status === 400 && error?.code === 'E_INVALIDARG')
        return 'invalidArgument';
    if (status === 500 && error !== undefined)
        return error.code === 'OperationsPending' ? 'inProgress' : 'serverError';
    // Work goes on in the cluster after a time-out or a failover (StoreTransactionAsyncOperation.cpp), and a front end may
    // give up on an answer that was on its way. 501 and 505 say that nothing was understood.
    return status >= 500 && status !== 501 && status !== 505 ? 'indeterminate' : 'rejected';
}
/** An interrupted response may have come as far as its refusal, or its success. */
function classifyFailure({ sent, status = 0 }) {
    if (!sent || (status >= 400 && status < 500))
        return 'rejected';
    return status === 200 ? 'interruptedSuccess' : 'indeterminate';
}
/** Whether the cluster may have acted, or not, in spite of what was answered. */
function isAmbiguous(answer) {
    return answer !== 'success' && answer !== 'invalidArgument' && answer !== 'rejected';
}
/**
 * The verdict. Once an attempt was ambiguous no single answer is believed: a 200 can be false after a rolled-back
 * overwrite, which stamps the old file with the new session's id (FileUploadAsyncOperation.cpp); a 400 or 404 can mean
 * that the session is gone because it was committed; a file can be listed while it is being published and be rolled
 * back after that. An unexpected success is one that the content confirms only when it answered the only attempt: no
 * earlier one can be in transit then.
 */
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

/***/ 484:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ wrongValue),
/* harmony export */   Ol: () => (/* binding */ joinWithAnd),
/* harmony export */   Wb: () => (/* binding */ emptyInput),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   oA: () => (/* binding */ parseWholeNumber),
/* harmony export */   vX: () => (/* binding */ collectProblems)
/* harmony export */ });
/* harmony import */ var _shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(423);

/** Every problem of the inputs, in one error. */
class InputError extends Error {
    name = 'InputError';
    code = 'INVALID_INPUT';
    problems;
    constructor(problems) {
        const what = problems.length === 1 ? 'an input is wrong' : 'inputs are wrong';
        super(`Nothing was sent to the cluster, because ${what}:\n${problems.map((each) => `- ${each}`).join('\n')}`);
        this.problems = problems;
    }
}
/**
 * Collects problems, so that the author reads all of them at once.
 * @param forward receives each of them as well
 */
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
/** The problem of an input whose whole value is wrong. Never for secrets: it quotes the value. */
function wrongValue(name, accepted, value) {
    return `${name} must be ${accepted}, but is ${quote(value)}.`;
}
/** The problem of a required input that is empty. */
function emptyInput(name, accepted) {
    return (`${name} must be ${accepted}, but is empty. ` +
        'If the workflow fills it from a secret, a variable or an expression, that one is not set here.');
}
/** A value as a problem quotes it: on one line and shortened. Never for secrets. */
function quote(value) {
    return `"${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(value, 120)}"`;
}
/** A list in a sentence: "a", "a and b", "a, b and c". */
function joinWithAnd(parts) {
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
/** Parses a trimmed number input: decimal digits only, from 1 to `max`. */
function parseWholeNumber(name, value, { max, defaultValue, unit }, reportProblem) {
    if (value === '')
        return defaultValue;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= 1 && number <= max)
        return number;
    const what = unit === undefined ? 'a whole number' : `a whole number of ${unit}`;
    return reportProblem(wrongValue(name, `${what} from 1 to ${max}`, value));
}


/***/ }),

/***/ 342:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ describeAttempt),
/* harmony export */   SN: () => (/* binding */ maxPathCharacters),
/* harmony export */   Xb: () => (/* binding */ describeContent),
/* harmony export */   Zp: () => (/* binding */ isWithoutSessionApi),
/* harmony export */   _0: () => (/* binding */ describeSession),
/* harmony export */   gl: () => (/* binding */ describeNetworkError)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(151);
/* harmony import */ var _shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(423);
// One request in words: the result of an attempt, of a session look-up, of a content look-up.


/** A status line, or a FabricError's code, is a few words; more than this is garbage. */
const maxCodeCharacters = 100;
/** Longer than the paths of real packages, and short enough for a sentence. */
const maxPathCharacters = 300;
/** A certificate that fails verification is described in full: names, thumbprints, dates and issuer. */
const maxNetworkErrorCharacters = 1_500;
/** The output `sessions` has all ranges. */
const maxRangesInText = 5;
/** The result of an attempt, as the rest of a sentence: "the cluster answered 400 E_INVALIDARG: Invalid argument". */
function describeAttempt(attempt) {
    return attempt.kind === 'response' ? describeResponse(attempt) : describeFailure(attempt);
}
function describeResponse({ status, reasonPhrase, error, body }) {
    const statusLine = (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(`${status} ${reasonPhrase}`, maxCodeCharacters);
    if (error) {
        const text = error.message === undefined ? ' without a message' : `: ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(error.message).replace(/\.$/, '')}`;
        const statusAndCode = `${status}${status === 200 ? ' with the error' : ''} ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(error.code, maxCodeCharacters)}`;
        return `the cluster answered ${statusAndCode}${text}`;
    }
    switch (body) {
        case 'tooLarge':
            return `the response ${statusLine} exceeded the limit of 64 KiB`;
        case 'nonJson':
            return `something other than the image store answered ${statusLine} with a web page or plain text`;
        case 'empty':
            return `the cluster answered ${statusLine} without a body`;
        case 'json':
            return `the cluster answered ${statusLine} without a FabricError`;
    }
}
/** The network's own words, with the code of the error. */
function describeNetworkError({ code, message }) {
    return (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(message.includes(code) ? message : `${message} (${code})`, maxNetworkErrorCharacters);
}
function describeFailure(attempt) {
    const { problem, code, message, sent, status } = attempt;
    // It is the file on the runner that failed (request-body.ts).
    if (code.startsWith('FILE_'))
        return (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(message);
    if (code === 'STALLED')
        return `the cluster ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(message)}`;
    const detail = describeNetworkError(attempt);
    switch (problem) {
        case 'connect':
            return `the runner could not connect: ${detail}`;
        case 'deadline':
            return sent ? `the cluster sent ${(0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(message)}` : `the runner could not connect: ${detail}`;
        case 'cancelled':
            return 'the step was cancelled';
        case 'interrupted':
            return status === undefined
                ? `the connection ended before a response arrived: ${detail}`
                : `the response with status ${status} was interrupted: ${detail}`;
    }
}
/** What a look-up of the session found, as a sentence. */
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
function describeCompleteness({ path, sizeBytes, missingRanges }) {
    const file = (0,_shared_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(path, maxPathCharacters);
    if (sizeBytes === 0)
        return `The session is for ${file}, an empty file.`;
    if (missingRanges.length === 0) {
        return `The session is complete: its chunks cover all ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .byteCount */ .GJ)(sizeBytes)} of ${file}.`;
    }
    const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    return `The session is incomplete: ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(missingBytes)} of ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .byteCount */ .GJ)(sizeBytes)} of ${file} ${missingBytes === 1 ? 'is' : 'are'} missing (${describeRanges(missingRanges)}).`;
}
/** Positions are not grouped: readers copy them into a Content-Range. */
function describeRanges(ranges) {
    const first = ranges.slice(0, maxRangesInText);
    const texts = first.map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
    const more = ranges.length > first.length ? ` and ${ranges.length - first.length} more ranges` : '';
    return `${texts.join(', ')}${more}, counted from 0`;
}
/** What a look-up of the content found, as a sentence. */
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
/** A look-up also fails when it gets a 2xx response with content that this action cannot read. */
function describeLookupFailure({ attempt }) {
    const isUnreadable = attempt.kind === 'response' && attempt.status < 300 && attempt.body !== 'nonJson' && !attempt.error;
    return isUnreadable ? `the cluster answered ${attempt.status} in an unknown format` : describeAttempt(attempt);
}
/** Linux clusters have an image store without upload sessions: they refuse the request with 400 (imagestorehandler.cpp). */
function isWithoutSessionApi(lookup) {
    return lookup.kind === 'failed' && lookup.attempt.kind === 'response' && lookup.attempt.status === 400;
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
// What the image store lists: upload sessions and content. Read from unknown, and tolerant of what newer runtimes add.

/**
 * Reads the body of a 200 to GetUploadSession. Only what is understood completely is a session: anything else (a blank
 * body, an empty list, another session, ranges or dates that cannot be) shows nothing, least of all that there is none.
 * @param serverMs the server's own clock when it answered, in milliseconds since 1970; undefined when it did not say
 */
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
/** A path that can be looked up: `..` would lead elsewhere, and half a character cannot be part of a URL. */
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
    // The store expects 0-0 of an empty file, which no chunk can bring (UploadSessionMetadata.cpp).
    return end < Math.max(1, sizeBytes) ? { start, end } : undefined;
}
/** No store of this kind is older. */
const earliestMs = Date.UTC(2000, 0);
/** Dates can come from two nodes of the cluster, whose clocks differ. */
const clockSkewMs = 2 * 60_000;
/** A date that can be true: neither before there were such stores nor ahead of the server's own clock. */
function readDate(value, serverMs) {
    const ms = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .dateMs */ .tg)(value);
    if (ms === undefined || ms < earliestMs)
        return undefined;
    return serverMs !== undefined && ms > serverMs + clockSkewMs ? undefined : ms;
}
/**
 * Reads the body of a 200 to a listing of a file's path; undefined when the file is not in it. That is no evidence of
 * its absence: for an absent file the store answers 404.
 * @param serverMs the server's own clock when it answered, in milliseconds since 1970; undefined when it did not say
 */
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
/** Three numbers of 64 bits, of which each primary of the store counts one from the start (RequestManager.cpp). */
function readVersion(value) {
    const numbers = ['epochdatalossnumber', 'epochconfigurationnumber', 'versionnumber'].map((name) => String((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, name)));
    return numbers.every((number) => /^-?\d+$/.test(number)) ? numbers.join('.') : undefined;
}
/**
 * Reads the body of a 200 to a listing of a folder. Undefined unless all of it was understood: what was not seen
 * completely proves nothing.
 */
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
/** The last segment of a listed path, when the rest of it is the folder. */
function nameIn(folder, listed) {
    const path = readPath(listed)
        ?.replaceAll('\\', '/')
        .replace(/^[\s/]+|\/+$/g, '');
    const end = path?.lastIndexOf('/') ?? -1;
    if (path === undefined || end < 0 || !isSamePath(path.slice(0, end), folder))
        return undefined;
    return path.slice(end + 1);
}
/** A session has its path as uploaded, content has it normalised (ProcessRequestAsyncOperation.cpp). */
function isSamePath(listed, path) {
    return typeof listed === 'string' && normalized(listed) === normalized(path);
}
function normalized(path) {
    return path
        .replaceAll('\\', '/')
        .replace(/^[\s/]+|[\s/]+$/g, '')
        .toLowerCase();
}
/** A content path as it stands in a URL. */
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
// Numbers, durations and dates in the form in which people read them.
/** A whole number with its digits in groups: 4,194,304. */
function grouped(value) {
    return value.toLocaleString('en-US');
}
/** A number of bytes: 1 byte, 4,194,304 bytes. Exact, because readers compare it with the size of a file. */
function byteCount(bytes) {
    return `${grouped(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
/** A duration: 840 ms, 12.3 s, 4 min 5 s. */
function duration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    // From here on one decimal would read "60.0 s".
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1).replace('.0', '')} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}
/** A point in time as ISO 8601 in UTC. */
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
// JSON from outside: unknown until it is read, member by member.
/** Parses JSON from outside; undefined when it is not JSON. A byte order mark, which some front ends add, is ignored. */
function parseJson(text) {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return undefined;
    }
}
/** The member of a JSON object with this name, letter case aside; undefined when there is none. */
function member(value, lowerCaseName) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Object.entries(value).find(([name]) => name.toLowerCase() === lowerCaseName)?.[1];
}
/** The elements of a JSON array; none when it is something else. */
function elements(value) {
    return Array.isArray(value) ? value : [];
}
/** A whole number that is written as a number or, as the gateway does with 64-bit ones, as a string; exact or undefined. */
function wholeNumber(value) {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !/^\d+$/.test(text))
        return undefined;
    return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
}
/** An ISO 8601 date with time and zone as milliseconds since 1970. */
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
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aj: () => (/* binding */ sanitize),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
// Makes text from outside (the cluster, a proxy, the workflow author) safe to show.
// Line breaks and escapes could start a workflow command or hide text; direction marks reorder what is read.
const unsafeCharacters = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;
/** One line without control characters, of at most `maxCharacters`. */
function sanitize(text, maxCharacters = 1_000) {
    const line = text.replace(unsafeCharacters, ' ').trim();
    return line.length > maxCharacters ? `${truncate(line, maxCharacters - 1)}…` : line;
}
/** The first `maxCharacters` of a text, without half of a surrogate pair at its end. */
function truncate(text, maxCharacters) {
    return text.length > maxCharacters ? text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '') : text;
}
const htmlEntities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text that HTML shows literally. One line, because a blank line would end the HTML block and start Markdown. */
function escapeHtml(text, maxCharacters) {
    return sanitize(text, maxCharacters).replace(/[&<>"']/g, (character) => htmlEntities[character] ?? '');
}


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
var __webpack_unused_export__;


var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
var util = __nccwpck_require__(23);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 613:
/***/ ((module) => {

"use strict";
module.exports = require("assert");

/***/ }),

/***/ 434:
/***/ ((module) => {

"use strict";
module.exports = require("events");

/***/ }),

/***/ 611:
/***/ ((module) => {

"use strict";
module.exports = require("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

"use strict";
module.exports = require("https");

/***/ }),

/***/ 278:
/***/ ((module) => {

"use strict";
module.exports = require("net");

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

/***/ 311:
/***/ ((module) => {

"use strict";
module.exports = require("node:tls");

/***/ }),

/***/ 756:
/***/ ((module) => {

"use strict";
module.exports = require("tls");

/***/ }),

/***/ 23:
/***/ ((module) => {

"use strict";
module.exports = require("util");

/***/ }),

/***/ 767:
/***/ ((module) => {

// Stands in for packages that come along and are never called. `paths` in tsconfig.json names them and says why.
module.exports = {};


/***/ }),

/***/ 783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkBypass),
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
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
// The process of an action: awaits its main function, and nothing else.
/** Runs an action. The process ends with its exit code as soon as it has come to its end. */
function runProcess(main) {
    // Red until proven otherwise: whatever keeps main from coming to its end must not look like success.
    process.exitCode = 1;
    void main().then((exitCode) => {
        // Some peers never close their sockets, and nothing of theirs may keep the step. Waiting for the write flushes stdout.
        process.stdout.write('', () => process.exit(exitCode));
    });
}

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
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var proxy = __nccwpck_require__(783);
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
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
function getProxyUrl(serverUrl) {
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
        const proxyUrl = proxy/* getProxyUrl */.s(parsedUrl);
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
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
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
        const proxyUrl = proxy/* getProxyUrl */.s(parsedUrl);
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
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
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
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
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
;// CONCATENATED MODULE: ./build/action/shared/limiter.js
// Runs a bounded number of tasks at a time.
/** @param concurrency how many tasks run at a time, at least one */
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
/** Whether the other side has sent anything of a response. */
function hasResponded(attempt) {
    if (attempt.kind === 'response' || attempt.status !== undefined)
        return true;
    return attempt.code.startsWith('HPE_') || attempt.code === 'UNEXPECTED_UPGRADE';
}

;// CONCATENATED MODULE: ./build/action/shared/abort.js
// Listening to an AbortSignal that outlives its listeners by thousands.
const listenings = new WeakMap();
/**
 * Calls back once the signal is aborted. Returns the way to call it off. The signal itself
 * gets one listener for all, and a place in the list is used again: a removed listener of Node.js still refers to the one
 * after it, and a grown Set to its successor. That kept whatever thousands of requests refer to in memory.
 */
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
// Time, as the rest of the code sees it: passed in, so that tests move it instead of waiting for it.

/** Resolves after `delayMs`, or as soon as the signal is aborted. Never rejects. */
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
/** Calls back every `periodMs` until called off. */
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
/** `setTimeout` fires at once when asked for more than this. */
const longestTimerMs = 2 ** 31 - 1;
/** The machine's own clock. */
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

// EXTERNAL MODULE: ./build/action/image-store/responses.js
var responses = __nccwpck_require__(364);
// EXTERNAL MODULE: ./build/action/commit-engine/verdict.js
var commit_engine_verdict = __nccwpck_require__(254);
;// CONCATENATED MODULE: ./build/action/commit-engine/retry-policy.js

/** `UploadSessionTimeout` of the image store (FileStoreServiceConfig.h): no attempt starts later than this after the first. */
const sessionLifetimeMs = 30 * 60_000;
/** The wait after the first attempt; it doubles from there, up to the longest. */
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
/**
 * Decides whether to send the commit once more. Repeating is safe while the session lives, because the image store
 * knows a session that it has already committed; a refusal is never repeated.
 * @param random a number from 0 up to but not including 1
 */
function decideRetry(state, limits, random) {
    const { attempts, elapsedMs, inProgressMs } = state;
    const last = attempts.at(-1);
    if (last === undefined || !isRetryable(attempts, last))
        return { retry: false, stopReason: 'final' };
    const isInProgress = (0,commit_engine_verdict/* classify */.L8)(last) === 'inProgress';
    // One attempt means one request, whatever it finds.
    if (isInProgress ? limits.maxAttempts === 1 : countAttempts(attempts) >= limits.maxAttempts) {
        return { retry: false, stopReason: 'attempts' };
    }
    const backoffMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts.length - 1) * (0.75 + random / 2));
    // A Retry-After lengthens the wait; 0, a past date or a short time must not turn the attempts into a burst.
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
/** How many of `maxAttempts` are used up; polling a path where another commit is in progress uses up none. */
function countAttempts(attempts) {
    return attempts.filter((attempt) => (0,commit_engine_verdict/* classify */.L8)(attempt) !== 'inProgress').length;
}
/** Whether the same request may be answered differently the next time. */
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
    // A refusal whose body was cut off is still a refusal.
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
    return unknownErrors.length <= 1; // an unknown 500 is tried once more only
}
function isBusyStatus(status) {
    return status === 408 || status === 429;
}

;// CONCATENATED MODULE: ./build/action/commit-engine/lookups.js



/** All that one look-up may take, its repetitions included. */
const lookupMs = 15_000;
/** How often a look-up that failed in passing is repeated. */
const lookupRetries = 2;
/** How often a file in mid-publication is looked up again. */
const publishingRetries = 3;
/**
 * Looks up an upload session.
 * @param untilMs when it must have ended, on the clock
 * @returns undefined when there was no time left for it
 */
async function lookUpSession(sessionId, untilMs, options) {
    const { store, signal, onEvent } = options;
    const found = await retryLookup((leftMs) => store.lookUpSession(sessionId, leftMs, signal), untilMs, options);
    if (found)
        onEvent({ kind: 'sessionLookup', sessionId, found });
    return found;
}
/**
 * Looks up the file at a session's path; again while it is being published, three times at most.
 * @param untilMs when it must have ended, on the clock
 * @returns undefined when there was no time left for it
 */
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
/** Repeats a look-up that failed in passing, within what one look-up may take; undefined when no time is left. */
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
/** A session that was last seen with bytes missing is gone for another reason than its commit: that shows nothing. */
function sessionEvidence(found, lastSeen) {
    if (found === undefined || found.kind === 'failed')
        return undefined;
    if (found.kind === 'notFound')
        return lastSeen?.missingRanges.length === 0 ? 'gone' : undefined;
    return found.session.missingRanges.length === 0 ? 'complete' : 'incomplete';
}
/**
 * Content matches when it has the session's size and is not older than its last chunk. A version that was there before
 * the commit never does: a file that was young when its overwrite was rolled back can have both.
 */
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
// Commits one upload session, from the first attempt to the verdict. What is known is data here; words come later.





/** A line this often keeps a long commit from looking dead. */
const heartbeatMs = 30_000;
/** All look-ups of one session together end this long after its last response. */
const allLookupsMs = 30_000;
/**
 * Commits one upload session, trying again where that is safe. Resolves with what is known, whatever happened. When
 * the signal is aborted everything stops at once: what is in flight becomes unknown, what has not started fails.
 * @param sharedFailure counts as the first attempt, in place of a request
 */
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
/** Runs one attempt, or takes the shared failure in its place, and decides what follows. */
async function runAttempt(state, sharedFailure, options) {
    const { clock, random, signal, onEvent } = options;
    const { sessionId, attempts } = state;
    // The limiter may have made it wait.
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
        // Path and size are learnt while the session exists: it is lost when the store moves to another node.
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
    const sentMs = clock.now();
    const onHeartbeat = () => onEvent({ kind: 'waiting', sessionId, waitedMs: clock.now() - sentMs });
    const stopHeartbeat = every(clock, heartbeatMs, onHeartbeat);
    try {
        const attempt = await store.commit(sessionId, timeoutSeconds, signal);
        state.hasResponse ||= hasResponded(attempt);
        onAttempt(attempt);
        return attempt;
    }
    finally {
        stopHeartbeat();
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
/**
 * Ends a commit whose attempts have ended: by its last answer or, once an attempt was ambiguous, by the session and the
 * content at its path.
 * @param earlierLookup the session as it was looked up after the last attempt
 */
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
    const outcome = {
        sessionId,
        attempts: attempts.length,
        durationMs: elapsedMs(state, options),
        ...(last && { last }),
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



/**
 * An outage that has lasted this long is not waited for any more: sessions that have not been tried end untried, and say
 * so. A dropped connection takes 30 s, so thousands of sessions would take hours to be tried one by one.
 */
const outageLimitMs = 5 * 60_000;
/** Below this many failed connections in a row, whatever the concurrency, a failure says nothing about the next session. */
const fewestFailures = 3;
/** At a high concurrency as many connections fail at once; more of them would not say more. */
const mostFailures = 8;
/**
 * Commits every session, whatever happens to the others. During an outage (nobody can connect) the failure counts as
 * the next attempt of every session that waits, but for its last one: one more connection that cannot be made would
 * show nothing new, and yet no session fails without having been tried.
 * @returns the outcomes in the order of the sessions
 */
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
        // Sessions are started one by one, so that one that waits needs no memory of its own.
        if (sharedFailure === undefined)
            await limiter.available();
        const commit = commitSession(sessionId, sharedFailure, { ...options, limiter, onAttempt });
        // A fault of ours ends the step below, after the other sessions; until then it must not end the process.
        commit.catch(() => undefined);
        commits.push(commit);
    }
    return Promise.all(commits);
}

;// CONCATENATED MODULE: ./build/action/connection/connection-info.js
/** Copies the public facts of a connection one by one, so that no secret can come along. */
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

;// CONCATENATED MODULE: ./build/action/connection/connection-log.js
/** Logs proxy and client certificate before anything is sent, and warns of what will go wrong. */
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
/** Logs how the server came to receive the client certificate, or why it did not. */
function logTlsFallback(fallback, log) {
    const consequence = {
        postHandshake: 'connected with TLS 1.2, in which it can ask later.',
        notSupported: 'it speaks TLS 1.3 alone, so the certificate cannot be sent.',
    };
    log.info(`The server did not ask for the client certificate in the TLS 1.3 handshake; ${consequence[fallback]}`);
}

// EXTERNAL MODULE: ./build/action/connection/input-problems.js
var input_problems = __nccwpck_require__(484);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(311);
;// CONCATENATED MODULE: ./build/action/http/address.js
// Hosts, as URLs, resolvers, proxies and TLS write them.

/** The host and port of an http or https URL. */
function hostPortOf(url) {
    const { hostname, port, protocol } = new URL(url);
    const defaultPort = protocol === 'https:' ? 443 : 80;
    return { host: withoutBrackets(hostname), port: port === '' ? defaultPort : Number(port) };
}
/** The host of a URL as a resolver takes it: an IPv6 address without the brackets of the URL. */
function withoutBrackets(hostname) {
    return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
/** `host:port` as in a CONNECT request, with an IPv6 address in brackets. */
function authorityOf({ host, port }) {
    return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
/** The host for `tls.connect`, with its server name indication; RFC 6066 allows no address there. */
function tlsHost(host) {
    return (0,external_node_net_namespaceObject.isIP)(host) === 0 ? { host, servername: host } : { host };
}

;// CONCATENATED MODULE: ./build/action/http/errors.js
// Errors of the network, with a code and whether the next try would fail the same way.
/** A failure on the way to a response, with a code like those of Node.js. */
class NetworkError extends Error {
    name = 'NetworkError';
    code;
    permanent;
    constructor(code, message, { permanent = false, cause } = {}) {
        super(message, { cause });
        this.code = code;
        this.permanent = permanent;
    }
}
/** Describes whatever was thrown. An AggregateError (every address of a name refused) has its text in its parts. */
function describeError(error) {
    if (!(error instanceof Error))
        return { code: 'UNKNOWN', message: String(error), permanent: false };
    const parts = error instanceof AggregateError ? error.errors.map(describeError) : [];
    const texts = new Set(parts.map(({ message }) => message).filter((text) => text !== ''));
    const ownCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    const code = ownCode ?? parts[0]?.code ?? 'UNKNOWN';
    return {
        code,
        message: error.message || [...texts].join('; ') || ownCode || error.name,
        permanent: error instanceof NetworkError ? error.permanent : isPermanentCode(code),
    };
}
/** Codes of Node.js for an unknown host name and for a peer that speaks no TLS, or no TLS that both sides know. */
function isPermanentCode(code) {
    return code === 'ENOTFOUND' || code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/.test(code);
}
/**
 * Whether the server refused the client certificate. In TLS 1.3, and when the server requests the certificate after the
 * handshake, this alert follows the request. The server has not finished the handshake then, so it has read no request.
 */
function isCertificateAlert(code) {
    return /^ERR_SSL_.*ALERT_(?:(?:BAD|UNSUPPORTED)_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(code);
}

;// CONCATENATED MODULE: ./build/action/http/proxy-tunnel.js
// A forward proxy, and the tunnel through it.



/** A proxy that did not open the tunnel. */
class ProxyError extends NetworkError {
    name = 'ProxyError';
    constructor(proxy, { statusCode = 0, statusMessage = '' }) {
        // A proxy that cannot reach the host answers with a 5xx of its choice; that may pass.
        const permanent = statusCode < 500;
        super(permanent ? 'PROXY_REFUSED' : 'PROXY_FAILED', `the proxy ${proxy.name} answered ${`${statusCode} ${statusMessage}`.trim()} to CONNECT`, { permanent });
    }
}
/**
 * Opens a tunnel over a connection to the proxy.
 * @throws {ProxyError} when the proxy answers anything but 2xx
 */
function openTunnel(connection, proxy, target) {
    const authority = authorityOf(target);
    return new Promise((resolve, reject) => {
        const connectRequest = (0,external_node_http_namespaceObject.request)({
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
            // Node.js calls this only where there is no agent.
            createConnection: () => connection,
        });
        connectRequest.once('error', reject);
        connectRequest.once('close', () => reject(new NetworkError('ECONNRESET', `the proxy ${proxy.name} closed the connection`)));
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
/**
 * A server may request the client certificate in the handshake, or after the request (http.sys does, and Apache for a
 * location): in TLS 1.2 by renegotiation, which Node.js answers; in TLS 1.3 by post-handshake authentication, which
 * Node.js does not support. Whether it did is known after the handshake and before the request, so the connection can be
 * made again with TLS 1.2 and no request is sent twice.
 * @param onFallback is called once, with the first result
 */
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
            // The codes for this alert differ between versions of Node.js; the text does not.
            if (!/protocol.version/i.test(String(error)))
                throw error;
            remember('notSupported');
            return connectOnce(connect, host);
        }
    };
}
/** In TLS 1.3 a server that requests a certificate names the signatures it accepts; in TLS 1.2 it can still request it later. */
function certificateRequested(socket) {
    return socket.getProtocol() !== 'TLSv1.3' || socket.getSharedSigalgs().length > 0;
}

;// CONCATENATED MODULE: ./build/action/http/tls-pfx.js

/**
 * Node.js trusts every authority in a PFX. Therefore the server is verified in a handshake without the PFX first, and
 * must present the same certificate in the handshake with it.
 */
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
    return new NetworkError('PFX_NOT_USABLE', 'the server breaks off every handshake without a client certificate, and one without it is needed to judge the server before a PFX is used', { permanent: true, cause });
}
function isTlsAlert(error) {
    return error instanceof Error && 'code' in error && /^ERR_SSL_.*ALERT/.test(String(error.code));
}
function fingerprintOf(socket) {
    return socket.getPeerCertificate().fingerprint256;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __nccwpck_require__(423);
;// CONCATENATED MODULE: ./build/action/http/server-trust.js
// Verification of the server's certificate, before any request is sent.




/** A server that is not trusted. Nothing but a handshake has been sent to it. */
class TrustError extends NetworkError {
    name = 'TrustError';
    constructor(code, message) {
        super(code, message, { permanent: true });
    }
}
/** @returns why the server is not trusted; undefined when it is */
function verifyServer({ certificate: presented, authorizationError }, host, trust) {
    if (trust.kind === 'insecure')
        return undefined;
    if (!Buffer.isBuffer(presented.raw)) {
        return new TrustError('CERTIFICATE_MISSING', 'the server presented no certificate');
    }
    // Parsing the certificate takes time, and this verification only needs it for its error message.
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
/** Node.js keeps the code of the failed verification as a string in a property that is typed as an Error. */
function codeOf(authorizationError) {
    if (typeof authorizationError === 'string')
        return authorizationError;
    if (!(authorizationError instanceof Error))
        return undefined;
    return 'code' in authorizationError ? String(authorizationError.code) : authorizationError.message;
}
/** Subject CNs and DNS SANs in lower case. */
function namesOf({ subject, subjectAltName }) {
    const commonNames = [...(subject ?? '').matchAll(/^CN=(.*)$/gm)].map(([, name]) => name ?? '');
    // Node.js escapes the commas within a name, so no URI or mail address can look like a separate DNS name.
    const alternatives = (subjectAltName ?? '').split(', ').flatMap((each) => /^DNS:(.+)$/.exec(each)?.[1] ?? []);
    return [...commonNames, ...alternatives].map((name) => name.trim().toLowerCase());
}
/** What identifies a certificate, in the forms that the inputs take. */
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
// One TLS handshake, after which the server is verified and before which nothing is sent.



/** Connects with one handshake, in which it offers this client certificate or none. */
function createVerifiedConnect(trust, clientCertificate) {
    // Reading authorities, certificate and key takes long, and they are the same for every connection.
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
        ...tlsHost(host),
        secureContext,
        // Node.js still verifies the chain and keeps the result, but verifyServer decides.
        rejectUnauthorized: false,
        checkServerIdentity: (_, certificate) => {
            presented = certificate; // reading it from the socket again would take as long again
            return undefined;
        },
    });
    const certificate = presented ?? socket.getPeerCertificate();
    const error = verifyServer({ certificate, authorizationError: socket.authorizationError }, host, trust);
    if (error === undefined)
        return socket;
    socket.destroy();
    throw error;
}
function createContext(trust, clientCertificate, maxVersion) {
    // Without `ca`, allowPartialTrustChain would lose the authorities of the system on Node.js 20.
    const ca = 'ca' in trust && trust.ca.length > 0 ? { ca: [...trust.ca], allowPartialTrustChain: true } : {};
    return (0,external_node_tls_.createSecureContext)({ ...ca, ...clientCertificate, ...(maxVersion && { maxVersion }) });
}

;// CONCATENATED MODULE: ./build/action/http/tls.js



/** Connects to verified servers only. */
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
// One connection to the endpoint, directly or through a proxy, made within its own time limit.






/** Cloud load balancers drop a flow without notice after four idle minutes; a long commit must outlive that. */
const keepAliveDelayMs = 30_000;
/** @param onSocket is called with every socket that is opened, tunnels and repeated handshakes included */
function createDialer(options, onSocket) {
    const { clock, proxy, tls, connectTimeoutMs } = options;
    const endpoint = hostPortOf(options.url);
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
            throw new NetworkError('CONNECT_TIMEOUT', message, { cause: error });
        }
        finally {
            cancelTimeout();
            signal.removeEventListener('abort', destroyAll);
        }
    };
}
function connectTcp({ host, port }) {
    return (0,external_node_net_namespaceObject.connect)({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveDelayMs });
}
function tlsConnectTo(endpoint, proxy, track) {
    return async (options) => {
        if (proxy === undefined) {
            // TLS makes the TCP connection itself here: one socket instead of two.
            const socket = (0,external_node_tls_.connect)({ ...endpoint, ...options });
            return opened(track(socket.setNoDelay(true).setKeepAlive(true, keepAliveDelayMs)), 'secureConnect');
        }
        const tunnel = await openTunnel(await connectToProxy(proxy, track), proxy, endpoint);
        return opened(track((0,external_node_tls_.connect)({ socket: tunnel, ...options })), 'secureConnect');
    };
}
/** Connects to the proxy itself. An https proxy is verified against the authorities of the system. */
async function connectToProxy(proxy, track) {
    const connection = await opened(track(connectTcp(proxy)), 'connect');
    if (!proxy.secure)
        return connection;
    const socket = (0,external_node_tls_.connect)({ socket: connection, ...tlsHost(proxy.host) });
    try {
        return await opened(track(socket), 'secureConnect');
    }
    catch (error) {
        if (!socket.authorizationError)
            throw error;
        const message = `the certificate of the proxy ${proxy.name} was not accepted: ${describeError(error).message}`;
        throw new NetworkError('PROXY_CERTIFICATE', message, { permanent: true, cause: error });
    }
}
/** Resolves with the socket when it is ready for data; rejects when it ends before. */
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
        // Once: a renegotiation emits secureConnect again.
        socket.once(event, () => {
            socket.off('error', fail);
            socket.off('close', onClose);
            resolve(socket);
        });
    });
}

;// CONCATENATED MODULE: ./build/action/http/connections.js
// The connections to one endpoint: reused while they are fresh, and all ended together.


/** Idle connections end after this. A request on one that the server has closed meanwhile would look like a lost response. */
const idleTimeoutMs = 2_000;
/** Connects nowhere before the first request. */
function openConnections(options) {
    const { url, proxy, tls } = options;
    const { origin, hostname, port } = new URL(url);
    const idle = [];
    const sockets = new Set();
    const dial = createDialer(options, (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        // Without a listener an error would end the process. Exchanges have their own; `close` follows in any case.
        socket.on('error', () => undefined);
    });
    const toConnection = (socket) => {
        // An agent of its own for each connection: the caller knows which connection a request uses before it is sent. Over
        // TLS it is an http agent as well, because the handshake is done when the connection is handed over.
        const agent = new external_node_http_namespaceObject.Agent({ keepAlive: true });
        let isReused = false;
        let onKept;
        const connection = {
            socket,
            get isReused() {
                return isReused;
            },
            keep: () => new Promise((resolve) => {
                onKept = resolve;
            }),
            requestOptions: ({ method, path, headers }) => {
                const target = { agent, method, host: hostname, port, defaultPort: tls ? 443 : 80 };
                if (proxy === undefined || tls)
                    return { ...target, path, headers: { ...headers } };
                // A proxy takes a request for an http endpoint with its absolute URL (RFC 9112, section 3.2.2).
                const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization };
                return { ...target, path: `${origin}${path}`, headers: { ...headers, ...authorization } };
            },
        };
        agent.createConnection = () => socket;
        agent.keepSocketAlive = () => {
            socket.setTimeout(idleTimeoutMs);
            isReused = true;
            if (onKept)
                onKept(true);
            else
                idle.push(connection);
            onKept = undefined;
            return true;
        };
        socket.once('close', () => {
            onKept?.(false);
            if (idle.includes(connection))
                idle.splice(idle.indexOf(connection), 1);
        });
        return connection;
    };
    return {
        acquire: async (signal) => {
            for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
                if (connection.socket.writable && !connection.socket.destroyed)
                    return connection;
            }
            return toConnection(await dial(signal));
        },
        close: () => {
            for (const socket of sockets)
                socket.destroy();
        },
    };
}

;// CONCATENATED MODULE: ./build/action/http/first-request.js
/**
 * Acquires a connection. A new one is used for a bodyless request first: a body that is sent at once keeps some servers from
 * requesting the client certificate (measured with Apache: 100 KiB pass, 200 KiB are answered 413).
 * @param get sends that request and reads its response, whatever it is
 */
async function acquireForBody(connections, signal, get) {
    const connection = await connections.acquire(signal);
    if (connection.isReused)
        return connection;
    signal.addEventListener('abort', () => connection.socket.destroy());
    try {
        const kept = connection.keep();
        await get(connection);
        // A server that ends each connection after one response cannot request anything later on the same one.
        return (await kept) ? connection : await connections.acquire(signal);
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
;// CONCATENATED MODULE: ./build/action/http/request-body.js
// The body of a request: a slice of a file, read while it is sent, so that it is never in memory as a whole.



/** What a request in flight needs of memory, and the step in which its progress is seen. */
const bufferBytes = 64 * 1024;
/**
 * A slice of a file as the stream that @actions/http-client takes. The library hands its request over by `pipe` and ends
 * it after `close`. A pipe of Node.js would fill new buffers as fast as the disk allows, and not say what the socket has
 * taken; this one fills the same buffer again once the socket has taken all of it.
 */
class FileBody extends external_node_stream_namespaceObject.Readable {
    #slice;
    #onProgress;
    /** @param onProgress is called with the number of bytes that the socket has taken since the last call */
    constructor(slice, onProgress) {
        super();
        this.#slice = slice;
        this.#onProgress = onProgress;
    }
    pipe(request) {
        this.#send(request).then(() => this.destroy(), (error) => this.destroy(error instanceof Error ? error : new Error(String(error))));
        return request;
    }
    /** Resolves when everything has been taken, or when the request has ended before. Rejects when the file fails. */
    async #send(request) {
        const { path, start, sizeBytes } = this.#slice;
        const ended = new Promise((resolve) => request.once('close', () => resolve(false)));
        const file = await openFile(path);
        try {
            const buffer = Buffer.allocUnsafeSlow(Math.min(bufferBytes, sizeBytes));
            for (let sent = 0; sent < sizeBytes;) {
                const part = await readPart(file, buffer, start + sent, sizeBytes - sent);
                const isLast = sent + part.byteLength === sizeBytes;
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
/**
 * Resolves with whether the socket has taken the bytes. Why it has not is reported by the request itself. The last bytes
 * end the request, so that it is over before its answer is: otherwise the connection could not be used for the next one.
 */
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
/** A body of which nobody takes a byte for so long is given up. */
const stallLimitMs = 60_000;
/**
 * Starts the time of a request: `deadlineMs` for all of it or, with a body, for what follows once the body is taken.
 */
function startDeadline({ deadlineMs, body }, clock, onExpired) {
    let leftBytes = body?.sizeBytes ?? 0;
    const start = () => leftBytes > 0
        ? clock.after(stallLimitMs, () => onExpired('STALLED', `took no byte of the request for ${stallLimitMs / 1_000} s`))
        : clock.after(deadlineMs, () => onExpired('DEADLINE', `no complete response within ${deadlineMs / 1_000} s`));
    let cancelTimer = start();
    return {
        recordProgress: (bytes) => {
            leftBytes -= bytes;
            cancelTimer();
            cancelTimer = start();
        },
        isBodySent: () => leftBytes <= 0,
        cancel: () => cancelTimer(),
    };
}

;// CONCATENATED MODULE: ./build/action/http/transport.js
// One HTTP exchange under one deadline: a request and its complete response, or the reason why there is none.








/** How much of a body is read by default: a FabricError is under a kilobyte. */
const maxBodyBytes = 64 * 1024;
/** An exchange without a complete response. */
class TransportError extends Error {
    name = 'TransportError';
    problem;
    /** The network's code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, …), or the problem in the same style. */
    code;
    /** Whether the request may have reached the server. */
    sent;
    /** Whether the next try would fail the same way: no connection can be made. */
    permanent;
    /** Status and reason phrase of a response that began and did not end. */
    partialResponse;
    constructor(problem, code, message, details) {
        super(message, { cause: details.cause });
        this.problem = problem;
        this.code = code;
        this.sent = details.sent;
        this.permanent = details.permanent ?? false;
        this.partialResponse = details.partialResponse;
    }
}
/** Opens a transport. It connects nowhere before the first exchange. */
function openTransport({ userAgent, ...options }) {
    const connections = openConnections(options);
    // The library's own timer counts idle time and half-closes the socket; the longest one never fires.
    const client = new lib_HttpClient(userAgent, [], { socketTimeout: 2 ** 31 - 1 });
    return {
        exchange: (request) => exchange(request, connections, client, options.clock),
        close: () => connections.close(),
    };
}
async function exchange(request, connections, client, clock) {
    // For the connection while it is being made; once it is made, its end is the end of the exchange.
    const controller = new AbortController();
    let connection;
    let stopped;
    const stop = (reason) => {
        stopped ??= reason;
        controller.abort();
        connection?.socket.destroy();
    };
    const cancel = () => stop({ problem: 'cancelled' });
    const deadline = startDeadline(request, clock, (code, message) => stop({ problem: 'deadline', code, message }));
    const ignoreAbort = onAbort(request.signal, cancel);
    let partialResponse;
    try {
        if (request.signal.aborted)
            cancel();
        controller.signal.throwIfAborted();
        const { getFirst } = request;
        connection = getFirst
            ? await acquireForBody(connections, controller.signal, async (acquired) => readAnswer(await send({ method: 'GET', ...getFirst() }, acquired, client)))
            : await connections.acquire(controller.signal);
        // From here on the request may have been sent.
        const onProgress = (bytes) => {
            deadline.recordProgress(bytes);
            request.onProgress?.(bytes);
        };
        const message = await send(request, connection, client, onProgress);
        partialResponse = { status: message.statusCode ?? 0, reasonPhrase: message.statusMessage ?? '' };
        const answer = await readAnswer(message, request.maxResponseBytes);
        // Answered before the body was there: its rest would be read as the next request.
        if (!deadline.isBodySent())
            connection.socket.destroy();
        return answer;
    }
    catch (error) {
        connection?.socket.destroy();
        throw toTransportError(error, stopped, { sent: connection !== undefined, partialResponse, cause: error });
    }
    finally {
        deadline.cancel();
        ignoreAbort();
    }
}
/** Sends the request once. Resolves when the head of the response has arrived. */
function send({ method, url, headers, body }, connection, client, onProgress = () => undefined) {
    const parsedUrl = new URL(url);
    const path = `${parsedUrl.pathname}${parsedUrl.search}`;
    // The library may add the runner's orchestration id to the name that it was given.
    const userAgent = client.userAgent && { 'user-agent': client.userAgent };
    const length = body && { 'content-length': String(body.sizeBytes) };
    const allHeaders = { ...headers, ...length, ...userAgent };
    const options = connection.requestOptions({ method, path, headers: allHeaders });
    // An empty string, not null: with it the library sends Content-Length: 0, which http.sys requires of POST and PUT.
    const noBody = method === 'POST' || method === 'PUT' ? '' : null;
    return new Promise((resolve, reject) => {
        // The library reports every end of a request but one: for a response 101, Node.js emits only `upgrade`, to which the
        // library does not listen, and closes the socket. Whatever it does report, it reports before the next setImmediate.
        const onClose = () => {
            setImmediate(() => reject(new NetworkError('UNEXPECTED_UPGRADE', 'the answer was an upgrade (101)')));
        };
        connection.socket.once('close', onClose);
        const stream = body && new FileBody(body, onProgress);
        // The library would end the request in mid-body, and wait for its answer. It ends it after this event.
        stream?.once('error', (error) => {
            reject(error);
            connection.socket.destroy();
        });
        // Unlike `request`, `requestRaw` follows no redirect, repeats nothing and reads no proxy variables, on a blank one
        // of which `request` throws "Invalid URL".
        client.requestRaw({ options, parsedUrl, httpModule: external_node_http_namespaceObject }, stream ?? noBody).then(({ message }) => {
            connection.socket.off('close', onClose);
            resolve(message);
        }, reject);
    });
}
/** Unlike the library's readBody it rejects when the connection ends before the body does. */
async function readAnswer(message, maxBytes = maxBodyBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBytes)
            break; // which also ends the connection, for the body may be endless
    }
    if (size <= maxBytes && !message.complete)
        throw new NetworkError('ECONNRESET', 'the answer was cut off');
    return {
        status: message.statusCode ?? 0,
        reasonPhrase: message.statusMessage ?? '',
        headers: message.headers,
        body: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'),
        truncated: size > maxBytes,
    };
}
function toTransportError(error, stopped, details) {
    if (stopped?.problem === 'cancelled') {
        return new TransportError('cancelled', 'CANCELLED', 'the step was cancelled', details);
    }
    if (stopped?.problem === 'deadline')
        return new TransportError('deadline', stopped.code, stopped.message, details);
    const { code, message, permanent } = describeError(error);
    if (!details.sent || isCertificateAlert(code)) {
        return new TransportError('connect', code, message, { ...details, sent: false, permanent });
    }
    return new TransportError('interrupted', code, message, { ...details, permanent: code.startsWith('FILE_') });
}

// EXTERNAL MODULE: ./build/action/shared/json.js
var json = __nccwpck_require__(982);
;// CONCATENATED MODULE: ./build/action/image-store/fabric-error.js
// The cluster's error envelope, `{"Error":{"Code":"…","Message":"…"}}`.


/** More of a message than this helps nobody; capped here, thousands of failures need little memory and fit the outputs. */
const maxMessageCharacters = 4_096;
/**
 * Reads a FabricError from an answer's body, or returns undefined when there is none in it.
 * The gateway writes `Code` and `Message`; a front end that re-serialises JSON may write them in lower case.
 * The gateway has no text for many codes and then writes the four letters `Null` (ErrorBody.cpp): that counts as none.
 * @param redact removes secrets from code and message, before the message is shortened
 */
function parseFabricError(body, redact) {
    const error = (0,json/* member */.Dc)((0,json/* parseJson */.qF)(body), 'error');
    const code = (0,json/* member */.Dc)(error, 'code');
    if (typeof code !== 'string' || code.trim() === '')
        return undefined;
    const message = (0,json/* member */.Dc)(error, 'message');
    if (typeof message !== 'string' || message.trim() === '' || message === 'Null') {
        return { code: redact(code.trim()) };
    }
    return { code: redact(code.trim()), message: (0,sanitize/* truncate */.xv)(redact(message), maxMessageCharacters) };
}

;// CONCATENATED MODULE: ./build/action/image-store/client.js
// The image store's REST calls, with their answers as types.




/** Accepted by every runtime since 6.0, and the version under which the upload session calls are documented. */
const apiVersion = '6.0';
/** How much longer than the cluster the action waits, so the cluster's own timeout error arrives first. */
const graceMs = 15_000;
/** A client of the image store behind an endpoint. */
function openImageStore(options) {
    const send = (method, target, details) => client_exchange(method, target, details, options);
    return {
        commit: async (sessionId, timeoutSeconds, signal) => {
            const query = `api-version=${apiVersion}&session-id=${sessionId}&timeout=${timeoutSeconds}`;
            const deadlineMs = timeoutSeconds * 1_000 + graceMs;
            return (await send('POST', `$/CommitUploadSession?${query}`, { deadlineMs, signal })).attempt;
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
                // The file's new version is announced and not yet there (ProcessListRequestAsyncOperation.cpp).
                if (attempt.error?.code === 'FABRIC_E_FILE_NOT_FOUND')
                    return { kind: 'publishing' };
                return attempt.body === 'empty' ? { kind: 'notFound' } : { kind: 'failed', attempt };
            }
            const file = hasStatus(attempt, 200) ? (0,responses/* readContent */.c_)(body, path, serverMs) : undefined;
            return file ? { kind: 'found', file } : { kind: 'failed', attempt };
        },
    };
}
/** Sends one request. Resolves whatever comes of it. @param target what follows `/ImageStore/` in its URL */
async function client_exchange(method, target, { headers: ownHeaders, ...details }, options) {
    const { transport, clock } = options;
    const startedMs = clock.now();
    const { url, headers } = requestTo(target, options);
    try {
        const answer = await transport.exchange({ method, url, headers: { ...headers, ...ownHeaders }, ...details });
        const serverMs = Date.parse(answer.headers.date ?? '');
        return {
            attempt: responseAttempt(answer, clock.now() - startedMs, options),
            body: answer.body,
            serverMs: Number.isNaN(serverMs) ? undefined : serverMs,
        };
    }
    catch (error) {
        if (!(error instanceof TransportError))
            throw error;
        return { attempt: client_failedAttempt(error, clock.now() - startedMs, options), body: '', serverMs: undefined };
    }
}
/** URL and common headers of a request. @param target what follows `/ImageStore/` in its URL */
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
/** Whatever the other side wrote loses our secrets here, before anyone else gets to see it. */
function responseAttempt(answer, durationMs, { clock, redact }) {
    const { status, reasonPhrase, headers, body, truncated } = answer;
    const isEmpty = body.trim() === '';
    const error = isEmpty ? undefined : parseFabricError(body, redact);
    const server = [headers['server']].flat()[0];
    const { location } = headers;
    const retryAfterMs = parseRetryAfter(headers['retry-after'], clock.epochMs());
    return {
        kind: 'response',
        status,
        reasonPhrase: redact(reasonPhrase),
        ...(error && { error }),
        body: truncated ? 'tooLarge' : isEmpty ? 'empty' : (0,json/* parseJson */.qF)(body) === undefined ? 'nonJson' : 'json',
        headers: { ...(server && { server: redact(server) }), ...(location && { location: redact(location) }) },
        ...(retryAfterMs !== undefined && { retryAfterMs }),
        durationMs,
    };
}
function client_failedAttempt(error, durationMs, { redact }) {
    const { problem, code, message, sent, permanent, partialResponse } = error;
    const status = partialResponse && { status: partialResponse.status };
    return { kind: 'noResponse', problem, code, message: redact(message), sent, permanent, ...status, durationMs };
}
/** What a Retry-After asks for, in milliseconds from now (RFC 9110, section 10.2.3); undefined when it cannot be read. */
function parseRetryAfter(value, epochMs) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1_000;
    const dateMs = Date.parse(value);
    return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - epochMs);
}

;// CONCATENATED MODULE: ./build/action/runner/log.js
// The step's log. The one rule: nothing that others wrote may become a command, for the runner reads them from the log.


/** GitHub shows about this much of an annotation. */
const maxAnnotationCharacters = 4_000;
/** Writes to the runner. */
const runnerLog = {
    info: (line) => info(escapeCommands(line)),
    isDebug: isDebug(),
    debug: (line) => core_debug((0,sanitize/* sanitize */.aj)(line, maxLineCharacters)),
    warning: (text) => warning((0,sanitize/* truncate */.xv)(text, maxAnnotationCharacters)),
    error: (title, text) => error((0,sanitize/* truncate */.xv)(text, maxAnnotationCharacters), { title }),
};
const maxLineCharacters = 2_000;
/** The runner reads `::` as a command at the start of a line, blanks before it aside, and `##[` anywhere in it (ActionCommand.cs). */
function escapeCommands(line) {
    const text = (0,sanitize/* sanitize */.aj)(line, maxLineCharacters).replaceAll('##[', '## [');
    return text.startsWith('::') ? `: ${text.slice(1)}` : text;
}
/** The same log, in which no secret can be read. The runner masks them as well, where it is the runner that listens. */
function redactingLog(log, { redact }) {
    return {
        info: (line) => log.info(redact(line)),
        isDebug: log.isDebug,
        debug: (line) => log.debug(redact(line)),
        warning: (text) => log.warning(redact(text)),
        error: (title, text) => log.error(title, redact(text)),
    };
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./build/action/runner/outputs-file.js
// The files in which the runner takes over a step's outputs and its job summary.


/** Writes outputs in this order. @throws whatever keeps them from being written: later steps would read nothing */
function writeOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        setOutput(name, value);
}
/** Appends to the job summary. A courtesy: when it can't be written the step's result stands. */
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

;// CONCATENATED MODULE: ./build/action/runner/redaction.js
// Hides secrets: the runner masks them in the log, and redact replaces them in every text of this action.
/** Shorter values, like the braces of a pasted file, occur in harmless text too. */
const minRedactedLength = 4;
/** @param mask makes the runner hide a value in the log */
function createRedactor(mask) {
    const secretValues = new Set();
    return {
        add: (...values) => {
            for (const value of values.filter((each) => each !== '')) {
                for (const part of [value, value.trim(), ...value.split(/\r?\n|\r/).map((line) => line.trim())]) {
                    if (part === '' || secretValues.has(part))
                        continue;
                    secretValues.add(part);
                    mask(part);
                }
            }
        },
        redact: (text) => {
            if (secretValues.size === 0)
                return text;
            // Longest first: a short secret inside a long one must not leave the rest of the long one readable.
            return [...secretValues]
                .filter((value) => value.length >= minRedactedLength && text.includes(value))
                .sort((a, b) => b.length - a.length)
                .reduce((rest, value) => rest.replaceAll(value, '***'), text);
        },
    };
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./build/action/runner/signals.js
// Cancellation of the step by the runner, as an AbortSignal.

/**
 * A signal that is aborted when the runner cancels the step. The runner sends SIGINT, seven seconds later SIGTERM, and
 * then kills the process.
 * @param onFirst is called before the signal is aborted
 */
function cancellationSignal(onFirst) {
    const controller = new AbortController();
    // Every session may listen at the same time; Node.js 20 warns of a leak from eleven listeners on.
    (0,external_node_events_namespaceObject.setMaxListeners)(0, controller.signal);
    const cancel = () => {
        if (controller.signal.aborted)
            return;
        onFirst();
        controller.abort();
    };
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    return controller.signal;
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

;// CONCATENATED MODULE: ./build/action/connection/endpoint.js
// The endpoint input: the URL of the cluster's HTTP gateway.

const accepted = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";
/**
 * Parses the endpoint. For a usual mistake (the native client's port, the address of Service Fabric Explorer, …) the
 * problem contains the corrected value. It never contains a user name or password.
 */
function parseEndpoint(value, reportProblem) {
    if (value === '')
        return reportProblem((0,input_problems/* emptyInput */.Wb)('endpoint', accepted));
    const reject = (reason) => reportProblem(`endpoint must be ${accepted}, but ${quoteWithoutLogin(value)} ${reason}.`);
    // A URL parser would silently drop or replace these, and the request would go to another address than the written one.
    if (/[\s\\\u0000-\u001F\u007F]/.test(value))
        return reject('contains a blank, a line break or a backslash');
    const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
    const isKnown = scheme === 'http' || scheme === 'https';
    if (scheme === undefined && /^https?:\//i.test(value))
        return reject('is not a URL');
    const asHttp = scheme === undefined ? `http://${value}` : `http${value.slice(scheme.length)}`;
    const url = parseUrl(isKnown ? value : asHttp);
    if (url === undefined || url.hostname === '')
        return reject('is not a URL');
    const mistakes = [];
    if (scheme === undefined)
        mistakes.push('has no scheme');
    else if (scheme === 'tcp')
        mistakes.push("is the native client's address (tcp://), not the HTTP gateway's");
    else if (!isKnown)
        return reject(`has the scheme ${scheme}`);
    if (url.port === '19000')
        mistakes.push("has the native client's port 19000 instead of the HTTP gateway's, usually 19080");
    if (url.username !== '' || url.password !== '')
        mistakes.push('contains a user name or password, which the gateway does not use');
    const segments = url.pathname.split('/');
    const explorerAt = segments.findIndex((segment) => segment.toLowerCase() === 'explorer');
    if (explorerAt > 0)
        mistakes.push('is the address of Service Fabric Explorer, a web page');
    else if (url.search !== '' || value.includes('?'))
        mistakes.push('has a query');
    else if (url.hash !== '' || value.includes('#'))
        mistakes.push('has a fragment');
    const port = url.port === '19000' || (scheme === 'tcp' && url.port === '') ? '19080' : url.port;
    const host = port === '' ? url.hostname : `${url.hostname}:${port}`;
    const path = explorerAt > 0 ? segments.slice(0, explorerAt).join('/') : url.pathname;
    const address = `${host}${path.replace(/\/+$/, '')}`;
    if (mistakes.length > 0) {
        const corrected = isKnown
            ? `${scheme}://${address}`
            : `https://${address}, or http://${address} if the cluster is not secured`;
        return reportProblem(`endpoint ${quoteWithoutLogin(value)} ${(0,input_problems/* joinWithAnd */.Ol)(mistakes)}; write ${corrected}.`);
    }
    return {
        url: `${url.protocol}//${address}`,
        secure: url.protocol === 'https:',
        // The URL parser drops a port that is the default of its scheme.
        portNamed: url.port !== '' || /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(value),
    };
}
/** Also where the value is no valid URL, so that only a rough pattern can find the login. */
function quoteWithoutLogin(value) {
    return (0,input_problems/* quote */.hD)(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, '$1***@'));
}
function parseUrl(text) {
    try {
        return new URL(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/connection/proxy-variable.js
// Which environment variables name a proxy. Apart from what parses their values, which most runs never load.
/** By the endpoint's scheme. Lower case comes first, as in curl. */
const variableNames = [
    { scheme: 'http:', names: ['http_proxy', 'HTTP_PROXY'] },
    { scheme: 'https:', names: ['https_proxy', 'HTTPS_PROXY'] },
];
/** The variable that counts for this endpoint; undefined where none is set. */
function findProxyVariable(endpointUrl, environment) {
    return variableNames
        .filter(({ scheme }) => endpointUrl.startsWith(scheme))
        .flatMap(({ names }) => names.map((name) => ({ name, value: (environment[name] ?? '').trim() })))
        .find(({ value }) => value !== '');
}

;// CONCATENATED MODULE: ./build/action/connection/connection-inputs.js



/** For an https endpoint whose TLS and token inputs are all unset: the authorities of the system, no credentials. */
const defaultSecurity = { trust: { kind: 'authority', ca: [] }, warnings: [] };
/**
 * Reads and checks the connection inputs. Masks every secret input before it reads any other.
 * @returns undefined when it has reported a problem
 */
async function readConnectionInputs(source, forward) {
    const { environment, redactor, epochMs } = source;
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)(forward);
    const tlsInputs = readTlsInputs(source);
    const endpoint = parseEndpoint(source.read('endpoint').trim(), reportProblem);
    // What parses certificates, tokens and proxies is loaded only where one is set: most runs need neither.
    const tls = areUnset(tlsInputs)
        ? { security: defaultSecurity, credentials: {} }
        : (await __nccwpck_require__.e(/* import() */ 946).then(__nccwpck_require__.bind(__nccwpck_require__, 946))).parseTlsInputs(tlsInputs, { endpoint, redactor, epochMs, reportProblem });
    const variable = endpoint && findProxyVariable(endpoint.url, environment);
    const proxy = endpoint && variable && (await __nccwpck_require__.e(/* import() */ 251).then(__nccwpck_require__.bind(__nccwpck_require__, 251))).parseProxy(variable, endpoint.url, redactor, reportProblem);
    if (problems.length > 0 || endpoint === undefined || tls === undefined)
        return undefined;
    return {
        endpoint,
        ...(proxy && { proxy: addressOf(proxy) }),
        ...(endpoint.secure && { security: tls.security }),
        credentials: { ...tls.credentials, ...(proxy?.authorization && { proxyAuthorization: proxy.authorization }) },
    };
}
/** The proxy with its credentials, as the transport takes it. */
function forwardProxyOf({ proxy, credentials }) {
    const { proxyAuthorization: authorization } = credentials;
    return proxy && { ...proxy, ...(authorization && { authorization }) };
}
function addressOf({ name, host, port, secure }) {
    return { name, host, port, secure };
}
function readTlsInputs({ read, redactor }) {
    const readSecret = (name) => {
        const value = read(name);
        redactor.add(value);
        return value;
    };
    return {
        'client-certificate': readSecret('client-certificate'),
        'client-key': readSecret('client-key'),
        'client-certificate-password': readSecret('client-certificate-password'),
        'access-token': readSecret('access-token'),
        'server-ca': read('server-ca'),
        'server-certificate-thumbprints': read('server-certificate-thumbprints'),
        'server-common-names': read('server-common-names'),
        'tls-skip-verify': read('tls-skip-verify'),
    };
}
/** Whether each input has its default. */
function areUnset({ 'tls-skip-verify': skipVerify, ...others }) {
    return (skipVerify === '' || skipVerify === 'false') && Object.values(others).every((value) => value === '');
}

;// CONCATENATED MODULE: ./build/action/runner/run-label.js
// This workflow run's name in the cluster's traces.
/** Names run and attempt, like `github-run-4711.1`. Only digits are taken over: the label becomes part of a header. */
function runLabel(environment) {
    const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '' } = environment;
    const digits = /^\d+$/;
    return digits.test(run) ? `github-run-${run}${digits.test(attempt) ? `.${attempt}` : ''}` : 'github-run-unknown';
}

;// CONCATENATED MODULE: ./build/action/shared/version.js
// The release, as the cluster sees it in the User-Agent; a test compares it with package.json.
const version = '1.0.0';

;// CONCATENATED MODULE: ./build/action/step/cluster.js
// Opens the connection to the cluster that the inputs describe.





/** Time limit for making one connection: TCP, proxy and TLS together. */
const connectTimeoutMs = 30_000;
/** Connects nowhere before the first request. */
function openCluster(connection, { clock, redactor, onTlsFallback }) {
    const { endpoint, security, credentials } = connection;
    const transport = openTransport({
        clock,
        url: endpoint.url,
        proxy: forwardProxyOf(connection),
        tls: security && { trust: security.trust, clientCertificate: credentials.tls, onFallback: onTlsFallback },
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
    return { transport, storeOptions };
}

;// CONCATENATED MODULE: ./build/action/step/error-report.js


const internalTitle = 'Internal error';
/** @param inputErrorCode the code of an error of the inputs; undefined for an internal one */
function reportError(error, inputErrorCode, { failedTitle, doubt, toOutputs }, redactor, log) {
    const message = redactor.redact(error instanceof Error ? error.message : String(error));
    const isInputError = inputErrorCode !== undefined;
    if (isInputError)
        log.error(failedTitle, message);
    else
        log.error(internalTitle, `Internal error in this action; ${doubt}: ${message}`);
    if (error instanceof Error && !isInputError)
        log.debug(error.stack ?? '');
    try {
        writeOutputs(toOutputs(isInputError ? 'failed' : 'unknown', inputErrorCode ?? 'INTERNAL', message));
    }
    catch (cause) {
        log.error(internalTitle, `Could not write the outputs, so later steps read nothing: ${String(cause)}`);
    }
    writeSummary(summarizeProblem(isInputError ? failedTitle : internalTitle, message), log);
}
/** Our own sentences are shorter; text of the cluster within them may not be. */
const maxParagraphCharacters = 2_000;
/** The summary when nothing was done. */
function summarizeProblem(title, message) {
    const lines = message.split('\n').map((line) => (0,sanitize/* escapeHtml */.ZD)(line, maxParagraphCharacters));
    return `<h3>❌ ${title}</h3>\n<p>${lines.join('<br>')}</p>\n`;
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/nil.js
/* harmony default export */ const nil = ('00000000-0000-0000-0000-000000000000');

;// CONCATENATED MODULE: ./build/action/connection/limit-inputs.js
// The number inputs that every action of this repository has: timeout, max-attempts and concurrency.

/** The gateway parses the timeout as an unsigned 32-bit number (Parse.cpp). */
const longestTimeoutSeconds = 2 ** 32 - 1;
/**
 * Reads and checks the limits.
 * @param read returns the trimmed value of an input
 * @param defaultTimeoutSeconds the timeout of an empty input
 * @returns undefined when it has reported a problem
 */
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
// The inputs of the commit action, read and checked as a whole: Inputs, or an error with every problem.




/** The cluster's own default (RequestHandlerBase.HandlerAsyncOperation.cpp). */
const defaultTimeoutSeconds = 60;
/**
 * Reads and checks all inputs. Masks every secret input before it reads any other.
 * @throws {InputError} with every problem
 */
async function readInputs(source) {
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)();
    // Reads its inputs and checks the endpoint at once; what it loads meanwhile is awaited below.
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
/** What the gateway's own parser accepts (Guid.cpp): 36 characters with dashes, any version and variant digit. */
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** How many wrong values are quoted; the others are counted. */
const maxQuotedIds = 5;
function parseSessionIds(value, reportProblem) {
    const accepted = 'the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks';
    const ids = value.split(/[\s,]+/).filter((id) => id !== '');
    if (ids.length === 0)
        return reportProblem((0,input_problems/* emptyInput */.Wb)('session-id', accepted));
    const wrongIds = ids.filter((id) => !guid.test(id) || id === nil);
    for (const id of wrongIds.slice(0, maxQuotedIds))
        reportProblem(describeWrongId(id));
    if (wrongIds.length > maxQuotedIds) {
        return reportProblem(`session-id contains ${wrongIds.length - maxQuotedIds} more values that are no such GUIDs.`);
    }
    if (wrongIds.length > 0)
        return undefined;
    const seen = new Set();
    return ids.filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
}
function describeWrongId(id) {
    return id === nil
        ? `session-id contains the nil GUID ${(0,input_problems/* quote */.hD)(id)}, which no upload session can have; use the GUID under which the chunks were uploaded.`
        : `session-id must contain only GUIDs of 36 characters, with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef, but contains ${(0,input_problems/* quote */.hD)(id)}.`;
}

// EXTERNAL MODULE: ./build/action/diagnostics/attempt-text.js
var attempt_text = __nccwpck_require__(342);
// EXTERNAL MODULE: ./build/action/shared/format.js
var format = __nccwpck_require__(151);
;// CONCATENATED MODULE: ./build/action/commit/outcome-text.js
// The outcome of one session in words.




/** The outcome in a few sentences: the result and its cause, then what the look-ups found. */
function describeOutcome(outcome, endpointUrl) {
    const { sessionId, result } = outcome;
    const subject = `Upload session ${sessionId}`;
    if (result === 'committed') {
        const evidence = outcome.reason === 'published' ? ` ${describeEvidence(outcome)}` : '';
        return `${subject} is committed at ${endpointUrl} (${describeEffort(outcome)}).${evidence}`;
    }
    const claim = result === 'failed' ? 'was not committed' : 'may or may not be committed';
    const lookups = describeLookups(outcome);
    return `${subject} ${claim} at ${endpointUrl}: ${describeCause(outcome)}.${lookups && ` ${lookups}`}`;
}
/** Why the session is not known to be committed, as the rest of a sentence. */
function describeCause({ result, reason, attempts, last }) {
    if (last === undefined)
        return 'the step was cancelled before the commit started';
    const cancelled = reason === 'cancelled' && !isCancelled(last) ? ', then the step was cancelled' : '';
    const attempt = `${attempts > 1 ? `in the last of ${attempts} attempts ` : ''}${(0,attempt_text/* describeAttempt */.Be)(last)}${cancelled}`;
    // The last attempt does not explain an unknown result when it is not ambiguous itself.
    const wasAmbiguousEarlier = result === 'unknown' && !(0,commit_engine_verdict/* isAmbiguous */.X2)((0,commit_engine_verdict/* classify */.L8)(last));
    return wasAmbiguousEarlier ? `an earlier attempt may have succeeded, and ${attempt}` : attempt;
}
function isCancelled(attempt) {
    return attempt.kind === 'noResponse' && attempt.problem === 'cancelled';
}
function describeEvidence({ last, contentLookup, session }) {
    const evidence = [
        last?.kind === 'response' && last.status === 200 ? 'the last response was 200' : 'the session no longer exists',
    ];
    if (contentLookup?.kind === 'found' && session) {
        const { sizeBytes, modifiedMs } = contentLookup.file;
        evidence.push(`the file at ${(0,sanitize/* sanitize */.aj)(session.path, attempt_text/* maxPathCharacters */.SN)} has the session's ${(0,format/* byteCount */.GJ)(sizeBytes)} and was modified at ${(0,format/* isoTime */.Ly)(modifiedMs)}`);
    }
    return `An earlier attempt was ambiguous. Confirmed by: ${evidence.join('; ')}.`;
}
function describeLookups({ sessionLookup, contentLookup, session }) {
    const sentences = [
        ...(sessionLookup ? [(0,attempt_text/* describeSession */._0)(sessionLookup)] : []),
        ...(contentLookup && session ? [(0,attempt_text/* describeContent */.Xb)(contentLookup, session.path)] : []),
    ];
    return sentences.join(' ');
}
function describeEffort({ attempts, durationMs }) {
    return `${attempts === 1 ? '' : `${attempts} attempts, `}${(0,format/* duration */.p0)(durationMs)}`;
}
/** The values of the outputs error-code and error-message; both empty when the session is committed. */
function errorOf(outcome, endpointUrl) {
    const { last, result } = outcome;
    if (result === 'committed')
        return { code: '', message: '' };
    const description = describeOutcome(outcome, endpointUrl);
    if (last?.kind === 'response')
        return { code: last.error?.code ?? '', message: last.error?.message ?? description };
    return { code: last?.code ?? 'CANCELLED', message: description };
}

;// CONCATENATED MODULE: ./build/action/commit/outputs.js
// What the step leaves behind: its outputs and its one error annotation.


const outputNames = (/* unused pure expression or super */ null && (['result', 'status-code', 'error-code', 'error-message', 'attempts', 'sessions']));
/** The result over all sessions: failed before unknown before committed. */
function overallResult(outcomes) {
    const results = outcomes.map(({ result }) => result);
    return results.includes('failed') ? 'failed' : results.includes('unknown') ? 'unknown' : 'committed';
}
/** The outcome as it may be shown: the cluster's path can hold a secret as every other text of its. */
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
/** The outputs for these outcomes, which are in input order and at least one. */
function toOutputs(outcomes, connection) {
    const shown = outcomes.find(({ result }) => result !== 'committed') ?? outcomes.at(-1);
    const error = shown ? errorOf(shown, connection.url) : { code: '', message: '' };
    return {
        result: overallResult(outcomes),
        'status-code': String(shown?.last?.status ?? ''),
        'error-code': error.code,
        'error-message': error.message,
        attempts: String(outcomes.reduce((sum, { attempts }) => sum + attempts, 0)),
        sessions: toSessions(outcomes, connection),
    };
}
/** The outputs when no commit was started: wrong inputs, or an internal error. */
function outputsWithoutCommit(result, code, message) {
    return {
        result,
        'status-code': '',
        'error-code': code,
        'error-message': message,
        attempts: '0',
        sessions: '[]',
    };
}
/** GitHub takes a megabyte of an output. */
const maxSessionsBytes = 1_000_000;
/** What is given up, in this order, when the rows of many sessions would be too large together. */
const rowLimits = [
    { messageCharacters: 4_096, ranges: Number.POSITIVE_INFINITY, pathCharacters: Number.POSITIVE_INFINITY },
    { messageCharacters: 2_000, ranges: 100, pathCharacters: 1_000 },
    { messageCharacters: 300, ranges: 10, pathCharacters: 300 },
    { messageCharacters: 60, ranges: 2, pathCharacters: 80 },
    { messageCharacters: 0, ranges: 0, pathCharacters: 0 },
];
/** Every session in a row of its own, however many there are. */
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
    const error = errorOf(outcome, connection.url);
    const ranges = session && session.sizeBytes > 0 ? session.missingRanges : undefined;
    return {
        sessionId,
        result,
        statusCode: last?.status ?? null,
        errorCode: error.code || null,
        errorMessage: (0,sanitize/* truncate */.xv)(error.message, limits.messageCharacters) || null,
        attempts,
        durationMs,
        path: (0,sanitize/* truncate */.xv)(session?.path ?? '', limits.pathCharacters) || null,
        missingRanges: ranges && ranges.length <= limits.ranges ? ranges : null,
    };
}
/** The step's one error annotation: what happened, and what to do. */
function annotate(outcomes, connection, advise) {
    const [first, ...others] = outcomes.filter(({ result }) => result !== 'committed');
    if (first === undefined)
        return '';
    const advice = advise(first, connection);
    const explanation = `${describeOutcome(first, connection.url)}${advice ? ` ${advice}` : ''}`;
    if (others.length === 0)
        return explanation;
    const ids = others.slice(0, 4).map(({ sessionId, result }) => `${sessionId} (${result})`);
    const more = others.length > ids.length ? ` and ${others.length - ids.length} more` : '';
    return `${others.length + 1} of ${outcomes.length} upload sessions are not committed. ${explanation}\nLikewise: ${ids.join(', ')}${more}.`;
}

;// CONCATENATED MODULE: ./build/action/commit/session-log.js
// The log lines of a commit, each with its session's id.




/** Logs every event. */
function createSessionLog(context) {
    return (event) => context.log.info(describeEvent(event, context));
}
/** Logs once what keeps all waiting sessions from being sent. */
function logOutage(failure, waitingSessions, { log, connection }) {
    const sessions = waitingSessions === 1 ? '1 waiting session fails' : `${waitingSessions} waiting sessions fail`;
    log.info(`Cannot connect to ${connection.url}: ${(0,attempt_text/* describeNetworkError */.gl)(failure)}. ${sessions} for the same reason.`);
}
/** An event as one line. */
function describeEvent(event, { connection, limits }) {
    const { sessionId } = event;
    const session = `Upload session ${sessionId}`;
    switch (event.kind) {
        case 'started':
            return `Committing upload session ${sessionId} at ${connection.url} (timeout ${limits.timeoutSeconds} s)`;
        case 'waiting':
            return `${session}: waiting for ${(0,format/* duration */.p0)(event.waitedMs)} of ${limits.timeoutSeconds} s`;
        case 'ambiguous':
            return `${session}: ${describeNumber(event, limits)} is ambiguous, the cluster may have committed (${(0,attempt_text/* describeAttempt */.Be)(event.attempt)}); looking up the session`;
        case 'retrying':
            return (0,commit_engine_verdict/* classify */.L8)(event.attempt) === 'inProgress'
                ? `${session}: another commit of its path is in progress (${(0,attempt_text/* describeAttempt */.Be)(event.attempt)}); asking again in ${(0,format/* duration */.p0)(event.waitMs)}`
                : `${session}: ${describeNumber(event, limits)} failed: ${(0,attempt_text/* describeAttempt */.Be)(event.attempt)}; retrying in ${(0,format/* duration */.p0)(event.waitMs)}`;
        case 'sessionLookup':
            return `${session}: ${(0,attempt_text/* describeSession */._0)(event.found)}`;
        case 'contentLookup':
            return `${session}: ${(0,attempt_text/* describeContent */.Xb)(event.found, event.path)}`;
        case 'finished':
            return describeOutcome(event.outcome, connection.url);
    }
}
/** Polling a path that is busy uses up no attempts, so it has no place in the count. */
function describeNumber({ attempt, number }, { maxAttempts }) {
    return (0,commit_engine_verdict/* classify */.L8)(attempt) === 'inProgress' ? 'this attempt' : `attempt ${number} of ${maxAttempts}`;
}

;// CONCATENATED MODULE: ./build/action/commit/session-progress.js
// The progress of many sessions, logged at intervals.


/** So many failures are logged as they happen; all are in the outputs and the summary. */
const loggedFailures = 10;
/** Progress is logged after this share of the sessions, or after this time. */
const progressShare = 0.1;
const progressIntervalMs = 15_000;
/** Logs how far the sessions are, and the first failures; every event is a debug line. */
function createProgressLog(total, context) {
    const { clock, log, connection } = context;
    const startedMs = clock.now();
    const count = { committed: 0, failed: 0, unknown: 0 };
    const inFlight = new Set();
    let loggedDone = 0;
    let loggedMs = startedMs;
    log.info(`Committing ${total} upload sessions at ${connection.url}`);
    const logProgress = () => {
        const { committed, failed, unknown } = count;
        const done = committed + failed + unknown;
        const nowMs = clock.now();
        if (done < total && done - loggedDone < total * progressShare && nowMs - loggedMs < progressIntervalMs)
            return;
        loggedDone = done;
        loggedMs = nowMs;
        const leftMs = ((nowMs - startedMs) / done) * (total - done);
        const time = done === total
            ? `in ${(0,format/* duration */.p0)(nowMs - startedMs)}`
            : `${inFlight.size} in flight, about ${(0,format/* duration */.p0)(leftMs)} left`;
        log.info(`${done} of ${total} done: ${committed} committed, ${failed} failed, ${unknown} unknown; ${time}`);
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
// The job summary: the result first, a row for each session, then each failure with what to do about it.
// All of it is one HTML block, in which GitHub does not read Markdown, so escaping HTML is enough.



const resultLabels = {
    committed: '✅ committed',
    failed: '❌ failed',
    unknown: '❓ unknown',
};
/** Our own sentences are shorter; text of the cluster within them may not be. */
const summary_maxParagraphCharacters = 2_000;
/** The summary of one or more outcomes. */
function summarize(outcomes, connection, advise) {
    const order = ['failed', 'unknown', 'committed'];
    const sorted = order.flatMap((each) => outcomes.filter(({ result }) => result === each));
    return [
        `<h3>${(0,sanitize/* escapeHtml */.ZD)(headline(outcomes))}</h3>`,
        `<p>Service Fabric image store at <code>${(0,sanitize/* escapeHtml */.ZD)(connection.url)}</code></p>`,
        '<table>',
        '<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>',
        ...sorted.map(row),
        '</table>',
        ...explanations(sorted.filter(({ result }) => result !== 'committed'), connection, advise),
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
    const all = outcomes.length;
    if (count('committed') === all)
        return `✅ ${all} upload sessions committed`;
    const unknown = count('unknown') > 0 ? `, ${count('unknown')} unknown` : '';
    return `❌ ${count('committed')} of ${all} upload sessions committed, ${count('failed')} failed${unknown}`;
}
function row({ sessionId, result, last, attempts, durationMs }) {
    const status = last?.kind === 'response' ? `${last.status} ${last.error?.code ?? last.reasonPhrase}` : (last?.code ?? '');
    const cells = [
        `<code>${(0,sanitize/* escapeHtml */.ZD)(sessionId)}</code>`,
        resultLabels[result],
        (0,sanitize/* escapeHtml */.ZD)(status, 100),
        attempts,
        (0,format/* duration */.p0)(durationMs),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
/** GitHub accepts 1 MiB. Thousands of rows leave room for this many explanations. */
const maxExplanations = 20;
function explanations(outcomes, connection, advise) {
    const more = outcomes.length - maxExplanations;
    return [
        ...outcomes.slice(0, maxExplanations).map((outcome) => explanation(outcome, connection, advise)),
        ...(more > 0 ? [`<p>${more} more sessions are in the output <code>sessions</code>.</p>`] : []),
    ];
}
function explanation(outcome, connection, advise) {
    const advice = advise?.(outcome, connection);
    const whatToDo = advice ? `\n<p><b>What to do:</b> ${(0,sanitize/* escapeHtml */.ZD)(advice, summary_maxParagraphCharacters)}</p>` : '';
    return `<p>${(0,sanitize/* escapeHtml */.ZD)(describeOutcome(outcome, connection.url), summary_maxParagraphCharacters)}</p>${whatToDo}`;
}

;// CONCATENATED MODULE: ./build/action/commit/main.js
// The step: read the inputs, commit every session, report.


















/** Titles of the step's error annotation. */
const titles = { failed: 'Not committed', unknown: 'Not known whether committed' };
const errorReport = {
    failedTitle: titles.failed,
    doubt: 'the commit may or may not have happened',
    toOutputs: outputsWithoutCommit,
};
/** Up to so many sessions have every event logged; of more, their progress. */
const verboseLimit = 10;
/** Runs the step. Resolves with the process's exit code: 0 when everything is committed, and then only. */
async function main() {
    const redactor = createRedactor(core_setSecret);
    const log = redactingLog(runnerLog, redactor);
    try {
        return await commitAndReport(systemClock, redactor, log);
    }
    catch (error) {
        reportError(error, error instanceof input_problems/* InputError */.dz ? error.code : undefined, errorReport, redactor, log);
        return 1;
    }
}
async function commitAndReport(clock, redactor, log) {
    const read = (name) => getInput(name, { trimWhitespace: false });
    const inputs = await readInputs({ read, environment: process.env, redactor, epochMs: clock.epochMs() });
    let connection = connectionInfo(inputs);
    logConnection(connection, inputs.security, log);
    const onTlsFallback = (fallback) => {
        logTlsFallback(fallback, log);
        if (fallback === 'notSupported')
            connection = { ...connection, certificateNotRequested: true };
    };
    const outcomes = await commitAll(inputs, connection, onTlsFallback, { clock, redactor, log });
    return report(outcomes.map((outcome) => redactOutcome(outcome, redactor.redact)), connection, log);
}
/** Commits every session over connections that are closed when it resolves. */
async function commitAll(inputs, connection, onTlsFallback, { clock, redactor, log }) {
    const { sessionIds, timeoutSeconds, maxAttempts, concurrency } = inputs;
    const { transport, storeOptions } = openCluster(inputs, { clock, redactor, onTlsFallback });
    const store = openImageStore(storeOptions);
    const signal = cancellationSignal(() => log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'));
    const limits = { timeoutSeconds, maxAttempts };
    const context = { clock, connection, limits, log };
    const outcomes = await commitSessions(sessionIds, {
        ...limits,
        concurrency,
        store,
        clock,
        random: Math.random,
        signal,
        onEvent: sessionIds.length > verboseLimit ? createProgressLog(sessionIds.length, context) : createSessionLog(context),
        onOutage: (failure, waitingSessions) => logOutage(failure, waitingSessions, context),
    });
    transport.close();
    return outcomes;
}
/** Reports the outcomes, which may be shown as they are: annotation, outputs, summary. */
async function report(outcomes, connection, log) {
    const result = overallResult(outcomes);
    const advise = result === 'committed' ? undefined : (await __nccwpck_require__.e(/* import() */ 557).then(__nccwpck_require__.bind(__nccwpck_require__, 557))).advise;
    if (result !== 'committed' && advise)
        log.error(titles[result], annotate(outcomes, connection, advise));
    writeOutputs(toOutputs(outcomes, connection));
    writeSummary(summarize(outcomes, connection, advise), log);
    return result === 'committed' ? 0 : 1;
}

;// CONCATENATED MODULE: ./build/action/commit/index.js
// The process of the commit action.


runProcess(main);

})();

module.exports = __webpack_exports__;
/******/ })()
;