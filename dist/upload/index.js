/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

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
var shared_sanitize = __nccwpck_require__(423);
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
        return new TrustError('CERTIFICATE_NAME_MISMATCH', `the server's certificate has none of the names in server-common-names (${(0,shared_sanitize/* sanitize */.aj)(trust.names.join(', '), 300)}). It presented ${describeCertificate(certificate)}`);
    }
    return new TrustError('ERR_TLS_CERT_ALTNAME_INVALID', `the server's certificate is not for the name ${(0,shared_sanitize/* sanitize */.aj)(host, 200)}. It presented ${describeCertificate(certificate)}`);
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
        `names ${names.length > 0 ? (0,shared_sanitize/* sanitize */.aj)(names.join(', '), 300) : 'none'}`,
        `valid from ${validFrom} to ${validTo}`,
        `issued by ${(0,shared_sanitize/* sanitize */.aj)((issuer ?? '').replaceAll('\n', ', '), 200)}`,
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
    return { code: redact(code.trim()), message: (0,shared_sanitize/* truncate */.xv)(redact(message), maxMessageCharacters) };
}

;// CONCATENATED MODULE: ./build/action/image-store/responses.js
// What the image store lists: upload sessions and content. Read from unknown, and tolerant of what newer runtimes add.

/**
 * Reads the body of a 200 to GetUploadSession. Only what is understood completely is a session: anything else (a blank
 * body, an empty list, another session, ranges or dates that cannot be) shows nothing, least of all that there is none.
 * @param serverMs the server's own clock when it answered, in milliseconds since 1970; undefined when it did not say
 */
function readSession(body, sessionId, serverMs) {
    const entry = (0,json/* elements */.Yt)((0,json/* member */.Dc)((0,json/* parseJson */.qF)(body), 'uploadsessions')).find((each) => {
        const id = (0,json/* member */.Dc)(each, 'sessionid');
        return typeof id === 'string' && id.toLowerCase() === sessionId.toLowerCase();
    });
    const path = readPath((0,json/* member */.Dc)(entry, 'storerelativepath'));
    const sizeBytes = (0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(entry, 'filesize'));
    const lastChunkMs = readDate((0,json/* member */.Dc)(entry, 'modifieddate'), serverMs);
    const ranges = (0,json/* member */.Dc)(entry, 'expectedranges');
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
    const start = (0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(value, 'startposition'));
    const end = (0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(value, 'endposition'));
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
    const ms = (0,json/* dateMs */.tg)(value);
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
    const files = (0,json/* elements */.Yt)((0,json/* member */.Dc)((0,json/* parseJson */.qF)(body), 'storefiles'));
    const entry = files.find((each) => isSamePath((0,json/* member */.Dc)(each, 'storerelativepath'), path));
    return readFile(entry, serverMs);
}
function readFile(entry, serverMs) {
    const sizeBytes = (0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(entry, 'filesize'));
    const modifiedMs = readDate((0,json/* member */.Dc)(entry, 'modifieddate'), serverMs);
    if (sizeBytes === undefined || modifiedMs === undefined)
        return undefined;
    const version = readVersion((0,json/* member */.Dc)(entry, 'fileversion'));
    return { sizeBytes, modifiedMs, ...(version !== undefined && { version }) };
}
/** Three numbers of 64 bits, of which each primary of the store counts one from the start (RequestManager.cpp). */
function readVersion(value) {
    const numbers = ['epochdatalossnumber', 'epochconfigurationnumber', 'versionnumber'].map((name) => String((0,json/* member */.Dc)(value, name)));
    return numbers.every((number) => /^-?\d+$/.test(number)) ? numbers.join('.') : undefined;
}
/**
 * Reads the body of a 200 to a listing of a folder. Undefined unless all of it was understood: what was not seen
 * completely proves nothing.
 */
function readFolderPage(body, folder) {
    const listing = (0,json/* parseJson */.qF)(body);
    const [entries, subfolders] = [(0,json/* member */.Dc)(listing, 'storefiles'), (0,json/* member */.Dc)(listing, 'storefolders')];
    const continuationToken = (0,json/* member */.Dc)(listing, 'continuationtoken');
    if (!Array.isArray(entries) || !Array.isArray(subfolders) || typeof continuationToken !== 'string')
        return undefined;
    const files = new Map();
    const folders = new Set();
    for (const entry of entries) {
        const name = nameIn(folder, (0,json/* member */.Dc)(entry, 'storerelativepath'));
        const sizeBytes = (0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(entry, 'filesize'));
        if (name === undefined || sizeBytes === undefined)
            return undefined;
        const version = readVersion((0,json/* member */.Dc)(entry, 'fileversion'));
        files.set(name, { sizeBytes, ...(version !== undefined && { version }) });
    }
    for (const entry of subfolders) {
        const name = nameIn(folder, (0,json/* member */.Dc)(entry, 'storerelativepath'));
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
            const session = hasStatus(attempt, 200) ? readSession(body, sessionId, serverMs) : undefined;
            return session ? { kind: 'found', session } : { kind: 'failed', attempt };
        },
        lookUpContent: async (path, deadlineMs, signal) => {
            const target = `${urlPath(path)}?api-version=${apiVersion}`;
            const { attempt, body, serverMs } = await send('GET', target, { deadlineMs, signal });
            if (hasStatus(attempt, 404)) {
                // The file's new version is announced and not yet there (ProcessListRequestAsyncOperation.cpp).
                if (attempt.error?.code === 'FABRIC_E_FILE_NOT_FOUND')
                    return { kind: 'publishing' };
                return attempt.body === 'empty' ? { kind: 'notFound' } : { kind: 'failed', attempt };
            }
            const file = hasStatus(attempt, 200) ? readContent(body, path, serverMs) : undefined;
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
        return { attempt: failedAttempt(error, clock.now() - startedMs, options), body: '', serverMs: undefined };
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
function failedAttempt(error, durationMs, { redact }) {
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

;// CONCATENATED MODULE: ./build/action/image-store/upload-client.js


/** So much longer than the cluster the action waits: the kernel can hold most of a chunk that nobody has read yet. */
const uploadGraceMs = 60_000;
/** The same for requests without a body. */
const upload_client_graceMs = 15_000;
/** A page of a listing has up to 3 MiB (ProcessListRequestAsyncOperation.cpp). */
const maxPageBytes = 8 * 2 ** 20;
/** A client of the image store behind an endpoint. */
function openUploadStore(options) {
    const send = (method, target, details) => client_exchange(method, target, details, options);
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
/** A look-up of a session that nobody has: every gateway answers it at once. */
function bodylessRequest(options) {
    const sessionId = options.newRequestId();
    return requestTo(`$/GetUploadSession?api-version=${apiVersion}&session-id=${sessionId}`, options);
}
function commonQuery({ timeoutSeconds }) {
    return `api-version=${apiVersion}&timeout=${timeoutSeconds}`;
}
/**
 * A continuation token as it came, but for the characters that would end or split the query. The store has escaped most
 * of them, and not the `%` of a name (StorePagedContentInfo.cpp); so what follows a `%` stays as it is.
 */
function inQuery(token) {
    return token.replace(/[^!-~]|[#&="<>`{}|\\^[\]]/gu, encodeURIComponent);
}

;// CONCATENATED MODULE: ./build/action/runner/log.js
// The step's log. The one rule: nothing that others wrote may become a command, for the runner reads them from the log.


/** GitHub shows about this much of an annotation. */
const maxAnnotationCharacters = 4_000;
/** Writes to the runner. */
const runnerLog = {
    info: (line) => info(escapeCommands(line)),
    isDebug: isDebug(),
    debug: (line) => core_debug((0,shared_sanitize/* sanitize */.aj)(line, maxLineCharacters)),
    warning: (text) => warning((0,shared_sanitize/* truncate */.xv)(text, maxAnnotationCharacters)),
    error: (title, text) => error((0,shared_sanitize/* truncate */.xv)(text, maxAnnotationCharacters), { title }),
};
const maxLineCharacters = 2_000;
/** The runner reads `::` as a command at the start of a line, blanks before it aside, and `##[` anywhere in it (ActionCommand.cs). */
function escapeCommands(line) {
    const text = (0,shared_sanitize/* sanitize */.aj)(line, maxLineCharacters).replaceAll('##[', '## [');
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

;// CONCATENATED MODULE: ./build/action/shared/format.js
// Numbers, durations and dates in the form in which people read them.
/** A whole number with its digits in groups: 4,194,304. */
function format_grouped(value) {
    return value.toLocaleString('en-US');
}
/** A number of bytes: 1 byte, 4,194,304 bytes. Exact, because readers compare it with the size of a file. */
function format_byteCount(bytes) {
    return `${format_grouped(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
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
    const lines = message.split('\n').map((line) => (0,shared_sanitize/* escapeHtml */.ZD)(line, maxParagraphCharacters));
    return `<h3>❌ ${title}</h3>\n<p>${lines.join('<br>')}</p>\n`;
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
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

;// CONCATENATED MODULE: ./build/action/upload/path-rules.js
// Names and paths that the image store cannot hold.
/** What is wrong with such names, as a sentence without its full stop. */
const nameFaultCauses = {
    // The gateway's URLs separate the path from its own resources by it (GatewayUri.cpp).
    dollar: 'A path in the image store cannot have the segment $',
    character: 'Windows forbids the characters < > : " | ? * \\ and control characters in names',
    device: 'Windows reserves names such as CON, NUL and COM1 for devices, with any extension',
    ending: 'Windows forbids names that end with a blank or a dot',
    encoding: 'A name in the image store must be valid Unicode',
    tooLong: 'Windows forbids names of more than 255 characters',
};
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;
/** What keeps a name from being a segment of a path in the image store; undefined when nothing does. */
function findNameFault(name) {
    if (name === '$')
        return 'dollar';
    if (/[<>:"|?*\\\u0000-\u001F]/.test(name))
        return 'character';
    if (deviceName.test(name))
        return 'device';
    if (/[.\s]$/.test(name))
        return 'ending';
    // Half a surrogate pair cannot be part of a URL, and Node.js reads bytes that are no UTF-8 as U+FFFD.
    if (/[\p{Surrogate}\uFFFD]/u.test(name))
        return 'encoding';
    return name.length > 255 ? 'tooLong' : undefined;
}
/** Longer paths fail on nodes: not every part of the runtime opens files by long paths (service-fabric issue 801). */
const maxStorePathCharacters = 300;
/** From here on the folders that a node adds in front can make a path longer than MAX_PATH. */
const longStorePathCharacters = 200;
/** The image store's own folders (ProcessDeleteRequestAsyncOperation.cpp). */
const reservedFolders = new Set(['store', 'windowsfabricstore']);
/** Whether the image store keeps the first segment of this path for itself. */
function isReservedPath(storePath) {
    return reservedFolders.has(storeKey(storePath.split('/')[0] ?? ''));
}
/** The form in which the image store compares paths: letter case does not matter (FileMetadata.cpp). */
function storeKey(path) {
    return path.toLowerCase();
}
/** The file by which the image store knows that a folder is complete; the action writes it, last of all. */
const markerName = '_.dir';
/** The folder of a path; empty for a path of one segment. */
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
/** The last segment of a path. */
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/action/upload/image-store-path.js
// The input image-store-path: where the package's root will be.


const image_store_path_accepted = 'a relative path in the image store, like MyAppPkg or apps/MyAppPkg';
/** Parses a trimmed input that is not empty. Returns the path without slashes at its end. */
function parseImageStorePath(value, reportProblem) {
    const problem = findProblem(value);
    if (problem === undefined)
        return value.replace(/\/+$/, '');
    const corrected = correct(value);
    const advice = corrected === undefined ? '' : `; write ${corrected}`;
    return reportProblem(`image-store-path must be ${image_store_path_accepted}, but ${(0,input_problems/* quote */.hD)(value)} ${problem}${advice}.`);
}
/** The path of an empty input: the name of the package folder. */
function defaultImageStorePath(folderName, reportProblem) {
    if (folderName === '')
        return reportProblem('image-store-path is empty, but the package folder has no name. Set it.');
    const problem = findProblem(folderName);
    if (problem === undefined)
        return folderName;
    return reportProblem(`image-store-path is empty, and its default cannot be used: the package folder's name ${(0,input_problems/* quote */.hD)(folderName)} ${problem}. Set image-store-path.`);
}
/** What is wrong with a path, as the end of a sentence without its full stop. */
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
        // Blanks at the start of the whole path are dropped by the server (ProcessRequestAsyncOperation.cpp).
        if (/^\s/.test(segment))
            return `contains ${(0,input_problems/* quote */.hD)(segment)}, which begins with a blank`;
        if (storeKey(segment) === markerName)
            return `contains ${segment}, the name of the image store's own marker files`;
    }
    if (isReservedPath(value))
        return `begins with ${segments[0]}, a folder that the cluster keeps for itself`;
    return value.length > maxPathCharacters ? `has ${value.length} characters, which leaves none for files` : undefined;
}
/** The value of ImageStoreConnectionString, which PowerShell and sfctl want beside the path. */
const connectionString = /^fabric:(?:ImageStore)?[\\/]*/i;
/** With a slash and at least the name of the application manifest after it. */
const maxPathCharacters = maxStorePathCharacters - '/ApplicationManifest.xml'.length;
/** The same path as it would be accepted, where a small change makes it so. */
function correct(value) {
    const path = value
        .replace(connectionString, '')
        .split(/[\\/]/)
        .filter((segment) => segment !== '' && segment !== '.')
        .join('/');
    return path === '' || path === value || findProblem(path) !== undefined ? undefined : path;
}

;// CONCATENATED MODULE: ./build/action/shared/run-all.js
// Runs many tasks, a few at a time.
/** Runs tasks one after another in so many rows at a time, so that thousands of them need no memory of their own. */
async function runAll(items, rows, run) {
    const iterator = items[Symbol.iterator]();
    const runRow = async () => {
        for (let next = iterator.next(); !next.done; next = iterator.next())
            await run(next.value);
    };
    await Promise.all(Array.from({ length: rows }, runRow));
}

;// CONCATENATED MODULE: ./build/action/upload/package-problems.js
// How problems of a package name the files and folders they are about, and how they become one error.

/** Every problem of a package's content, in one error. */
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
/** So many are named in one sentence; the others are counted. */
const maxListed = 5;
/** Paths or names in a sentence, quoted: "a", "b" and 7 more. */
function listPaths(paths) {
    return listTexts(paths.map(input_problems/* quote */.hD));
}
/** Texts in a sentence, as they are: a, b and 7 more. */
function listTexts(texts) {
    const listed = texts.slice(0, maxListed);
    const more = texts.length - listed.length;
    if (more > 0)
        return `${listed.join(', ')} and ${more} more`;
    return listed.length < 2 ? listed.join('') : `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}`;
}

;// CONCATENATED MODULE: ./build/action/upload/package-folder.js
// The input package: finds the package folder, or says what the path leads to instead.




/** The file that makes a folder an application package. */
const applicationManifestName = 'ApplicationManifest.xml';
const acceptedPackage = `the folder that contains ${applicationManifestName}`;
/**
 * Finds the package folder.
 * @param value the input, trimmed and not empty
 * @param workspace the folder that a relative path starts from
 * @returns the absolute path of a folder that contains an application manifest in any letter case
 */
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
/** Whether a file of this name is an application manifest; the image store ignores letter case. */
function isApplicationManifest(name) {
    return name.toLowerCase() === applicationManifestName.toLowerCase();
}
/** The code of a failed call of the file system, like EACCES. */
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
    const withSlashes = value.replaceAll('\\', '/');
    if (withSlashes !== value && external_node_path_namespaceObject.sep === '/' && (await listFolder((0,external_node_path_namespaceObject.resolve)(workspace, withSlashes))) !== undefined) {
        return `does not exist, because on this runner backslashes do not separate folders; write ${(0,input_problems/* quote */.hD)(withSlashes)}.`;
    }
    if (/[*?]/.test(value))
        return 'does not exist. Patterns are not expanded; write the path of one folder.';
    let [missing, parent] = [folder, (0,external_node_path_namespaceObject.dirname)(folder)];
    let names = await listFolder(parent);
    while (names === undefined && parent !== (0,external_node_path_namespaceObject.dirname)(parent)) {
        [missing, parent] = [parent, (0,external_node_path_namespaceObject.dirname)(parent)];
        names = await listFolder(parent);
    }
    const name = (0,external_node_path_namespaceObject.basename)(missing);
    if (names?.includes(name))
        return `does not exist, because ${(0,input_problems/* quote */.hD)(missing)} is not a folder.`;
    const inOtherCase = names?.find((each) => each.toLowerCase() === name.toLowerCase());
    if (inOtherCase !== undefined) {
        return `does not exist: ${(0,input_problems/* quote */.hD)(name)} is spelled ${(0,input_problems/* quote */.hD)(inOtherCase)}, and letter case matters on this runner.`;
    }
    if (names?.length === 0) {
        return `does not exist, and ${(0,input_problems/* quote */.hD)(parent)} is empty. ${buildAdvice}`;
    }
    return `does not exist: ${(0,input_problems/* quote */.hD)(parent)} contains ${listPaths(names ?? [])}, but not ${(0,input_problems/* quote */.hD)(name)}. ${buildAdvice}`;
}
/** A folder without an application manifest: most often a folder above the package, or a part of it. */
async function describeOtherFolder(value, folder, names) {
    const above = await findPackageAbove(folder);
    if (above !== undefined) {
        return `is only a part of a package; write ${(0,input_problems/* quote */.hD)(writtenPath((0,external_node_path_namespaceObject.join)(value, (0,external_node_path_namespaceObject.relative)(folder, above) || '.')))}.`;
    }
    const below = await findPackagesBelow(folder);
    // Visual Studio keeps a project's own files there; the build makes the package from them and from the services.
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
/** How far up and down a package is searched for: from `Code` to its package, and from a solution to `pkg/Release`. */
const [maxLevelsUp, maxLevelsDown] = [3, 4];
/** The search only serves a sentence, so it must not take long in a large workspace. */
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
/** The names in a folder; undefined when there is no such folder, or none that can be read. */
async function listFolder(folder) {
    try {
        return (await (0,promises_namespaceObject.readdir)(folder)).toSorted();
    }
    catch {
        return undefined;
    }
}
/** A path as an author writes it, on every system. */
function writtenPath(path) {
    return external_node_path_namespaceObject.sep === '\\' ? path.replaceAll('\\', '/') : path;
}

;// CONCATENATED MODULE: ./build/action/upload/package-files.js
// Walks the package folder: its files with their sizes and dates, and what cannot be uploaded.







/**
 * Walks a folder. Links are followed as long as they stay in it.
 * @param imageStorePath where the folder will be in the image store
 */
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
/** Orders by code unit, so that the order is the same on every machine. */
function byPath(a, b) {
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
/** More would not be faster, and thousands of them at a time need much memory. */
const maxParallelReads = 16;
async function readFolder(walk, folder) {
    try {
        const entries = await (0,promises_namespaceObject.readdir)((0,external_node_path_namespaceObject.join)(walk.root, folder.path), { withFileTypes: true });
        const found = [];
        await runAll(entries, maxParallelReads, async (entry) => {
            // A folder of that name is kept, so that it can be refused.
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
    // Node.js reads bytes that are no UTF-8 as U+FFFD, and does not find the file by that name again.
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
/** What to do about entries that cannot be uploaded; their paths follow. */
const unusableSentences = {
    leadsOut: 'A link that leads out of the package is not uploaded. Replace it by what it leads to:',
    leadsNowhere: 'A link leads to nothing. Remove or correct it:',
    leadsInCircle: 'A link leads back to a folder above it, so the package has no end. Remove it:',
    special: 'Only files and folders can be uploaded. Remove the device, pipe or socket',
    unreadable: "The runner's user cannot read a part of the package. Give it permission to read",
    notUnicode: 'A name is not valid UTF-8. Rename',
};
/** Reports what cannot be uploaded, each kind in one problem. */
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
// Reads a manifest as XML: elements and their attributes, and nothing that an entity could bring in.
// saxes, because of the parsers on npm it is the one that refuses whatever the cluster's own reader would refuse.


/** A thousand times the size of a usual manifest. */
const maxManifestBytes = 4 * 2 ** 20;
/**
 * Parses a file.
 * @param path names the file in a problem
 * @returns the root element; undefined when a problem was reported
 */
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
/** Manifests have about ten levels; the parser's time grows with the square of their number. */
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
/** What the parser says, with the place; or the usual mistake, which it describes badly. */
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
/** The same text with blanks in place of comments and CDATA sections, in which & means itself. */
function withoutLiterals(text) {
    return text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, (literal) => ' '.repeat(literal.length));
}
/** The text of a file in the encoding of its byte order mark, or else the one that it declares. */
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
        // TextDecoder throws a RangeError for a name that it does not know.
        return error instanceof RangeError
            ? reportProblem(`${path} declares the encoding ${encoding}, which is not known. ${saveAgain}`)
            : reportProblem(`${path} contains bytes that are not ${encoding.toUpperCase()}. ${saveAgain}`);
    }
}
/** The encoding that the first bytes show: a byte order mark, or the `<?` of a declaration in UTF-16 (XML 1.0, appendix F). */
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
// The manifests of a package: what they declare, and whether they agree with each other and with the files.








/** Reads and checks all manifests. What is absent may be in the image store already, so it is a notice. */
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
/** The folder of a service has the name of its manifest (BuildLayoutSpecification.cpp). */
function serviceManifestKey(serviceName) {
    return storeKey(`${serviceName}/ServiceManifest.xml`);
}
/** A path as the subject of a sentence. */
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
/** The value of a required attribute; reports a problem when it is missing or empty. */
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
/** The cluster compares names and versions without regard to letter case (ImageBuilderUtility.cs, DuplicateDetector.cs). */
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
/** The paths of code, config and data packages that the package does not contain, neither as a folder nor as an archive. */
function findAbsentPackages(service, serviceName, content) {
    const present = new Set([...content.folders, ...content.files.map(({ path }) => path)].map(storeKey));
    return packageKinds
        .flatMap((kind) => childrenOf(service, kind))
        .filter((each) => !isContainer(each))
        .map((each) => `${serviceName}/${each.attributes.get('Name') ?? ''}`)
        .filter((path) => !present.has(storeKey(path)) && !present.has(storeKey(`${path}.zip`)));
}
/** A container image comes from its registry, so its code package needs no folder (ApplicationProvisionOperation.cs). */
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
// Checks the paths of a package: what the image store cannot hold is a problem, what is unusual is a notice.




/**
 * Checks the names and the lengths of all paths.
 * @returns notices
 */
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
    // Folders first: what two folders contain conflicts only because the folders do.
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
/** A long path by its end, which names the file. */
function quoteEnd(path) {
    return (0,input_problems/* quote */.hD)(path.length > 100 ? `…${path.slice(-100)}` : path);
}
function findManifestNotice({ files }) {
    return files
        .filter((path) => isApplicationManifest(path) && path !== applicationManifestName)
        .map((path) => `The application manifest is spelled ${(0,input_problems/* quote */.hD)(path)} instead of ${applicationManifestName}. It is used, because the image store ignores letter case.`);
}
/** Of `Code` and `Code.zip` in the folder of a service the cluster takes the archive (ApplicationProvisionOperation.cs). */
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
// A package folder as a whole: read and checked before anything is sent.




/**
 * Reads a package folder and checks all of it.
 * @param imageStorePath where its root will be
 * @returns undefined when a problem was reported
 */
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
// The inputs of the upload action, the package folder among them, read and checked as a whole.








/** Uploads take longer than commits: the cluster copies the bytes before it answers. */
const defaultTimeoutSeconds = 300;
/**
 * Reads and checks all inputs and the package. Masks every secret input before it reads any other.
 * @throws {InputError} with every problem, when an input is wrong
 * @throws {PackageError} with every problem, when only the package's content is wrong
 */
async function readInputs(source) {
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)();
    const content = (0,input_problems/* collectProblems */.vX)();
    // Reads its inputs and checks the endpoint at once; what it loads meanwhile is awaited below.
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
    // With a wrong path the package is checked all the same, so that its problems are reported as well.
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
/** Without quotation marks around it, which YAML keeps when they are doubled, and without invisible characters. */
function unquoted(value) {
    const visible = value.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '').trim();
    return /^(["'])(.*)\1$/s.exec(visible)?.[2]?.trim() ?? visible;
}

;// CONCATENATED MODULE: ./build/action/diagnostics/attempt-text.js
// One request in words: the result of an attempt, of a session look-up, of a content look-up.


/** A status line, or a FabricError's code, is a few words; more than this is garbage. */
const maxCodeCharacters = 100;
/** Longer than the paths of real packages, and short enough for a sentence. */
const attempt_text_maxPathCharacters = 300;
/** A certificate that fails verification is described in full: names, thumbprints, dates and issuer. */
const maxNetworkErrorCharacters = 1_500;
/** The output `sessions` has all ranges. */
const maxRangesInText = 5;
/** The result of an attempt, as the rest of a sentence: "the cluster answered 400 E_INVALIDARG: Invalid argument". */
function describeAttempt(attempt) {
    return attempt.kind === 'response' ? describeResponse(attempt) : describeFailure(attempt);
}
function describeResponse({ status, reasonPhrase, error, body }) {
    const statusLine = (0,shared_sanitize/* sanitize */.aj)(`${status} ${reasonPhrase}`, maxCodeCharacters);
    if (error) {
        const text = error.message === undefined ? ' without a message' : `: ${(0,shared_sanitize/* sanitize */.aj)(error.message).replace(/\.$/, '')}`;
        const statusAndCode = `${status}${status === 200 ? ' with the error' : ''} ${(0,shared_sanitize/* sanitize */.aj)(error.code, maxCodeCharacters)}`;
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
    return (0,shared_sanitize/* sanitize */.aj)(message.includes(code) ? message : `${message} (${code})`, maxNetworkErrorCharacters);
}
function describeFailure(attempt) {
    const { problem, code, message, sent, status } = attempt;
    // It is the file on the runner that failed (request-body.ts).
    if (code.startsWith('FILE_'))
        return (0,shared_sanitize/* sanitize */.aj)(message);
    if (code === 'STALLED')
        return `the cluster ${(0,shared_sanitize/* sanitize */.aj)(message)}`;
    const detail = describeNetworkError(attempt);
    switch (problem) {
        case 'connect':
            return `the runner could not connect: ${detail}`;
        case 'deadline':
            return sent ? `the cluster sent ${(0,shared_sanitize/* sanitize */.aj)(message)}` : `the runner could not connect: ${detail}`;
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
    const file = sanitize(path, attempt_text_maxPathCharacters);
    if (sizeBytes === 0)
        return `The session is for ${file}, an empty file.`;
    if (missingRanges.length === 0) {
        return `The session is complete: its chunks cover all ${byteCount(sizeBytes)} of ${file}.`;
    }
    const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    return `The session is incomplete: ${grouped(missingBytes)} of ${byteCount(sizeBytes)} of ${file} ${missingBytes === 1 ? 'is' : 'are'} missing (${describeRanges(missingRanges)}).`;
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
/** A look-up also fails when it gets a 2xx response with content that this action cannot read. */
function describeLookupFailure({ attempt }) {
    const isUnreadable = attempt.kind === 'response' && attempt.status < 300 && attempt.body !== 'nonJson' && !attempt.error;
    return isUnreadable ? `the cluster answered ${attempt.status} in an unknown format` : describeAttempt(attempt);
}
/** Linux clusters have an image store without upload sessions: they refuse the request with 400 (imagestorehandler.cpp). */
function isWithoutSessionApi(lookup) {
    return lookup.kind === 'failed' && lookup.attempt.kind === 'response' && lookup.attempt.status === 400;
}

;// CONCATENATED MODULE: ./build/action/diagnostics/network-hints.js
// What to do when no complete response arrived: a failed connection, an interrupted one, an unverified server.
/** The first hint that applies is the one to give. */
const networkHints = [
    {
        applies: ({ problem, code }) => problem === 'connect' && code === 'ENOTFOUND',
        advice: 'The runner cannot resolve this host name. Check its spelling, and whether the runner can access the network of the cluster.',
        source: 'getaddrinfo',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && code === 'EAI_AGAIN',
        advice: "The runner's DNS server did not answer. Run the step again.",
        source: 'getaddrinfo',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && code === 'ECONNREFUSED',
        advice: 'Nothing listens at this host and port. Check host and port of the endpoint, and whether the cluster is running.',
        source: 'connect(2)',
    },
    {
        applies: ({ problem, code, message }) => problem === 'connect' && (/WRONG_VERSION_NUMBER|EPROTO/.test(code) || /wrong version number/i.test(message)),
        advice: 'The server at this port does not use TLS. If the cluster is not secured, the endpoint must begin with http://.',
        source: 'OpenSSL, when a server answers a handshake in plain HTTP',
    },
    {
        applies: ({ code }) => code === 'CERTIFICATE_THUMBPRINT_MISMATCH',
        advice: 'Nothing was sent. If this is the new certificate of the cluster, add its thumbprint to server-certificate-thumbprints; if not, another server answers at this endpoint.',
        source: 'certificates of managed clusters are renewed unannounced',
    },
    {
        applies: ({ code }) => code === 'CERTIFICATE_NAME_MISMATCH' || code === 'ERR_TLS_CERT_ALTNAME_INVALID',
        advice: 'Nothing was sent. If this is the cluster, use an endpoint with one of the presented names, or list one in server-common-names, or pin the certificate by its thumbprint in server-certificate-thumbprints.',
        source: 'RFC 6125',
    },
    {
        applies: ({ code }) => code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID',
        advice: "Nothing was sent. Renew the cluster's certificate; until then, add its thumbprint to server-certificate-thumbprints to accept it regardless of its dates.",
        source: 'OpenSSL certificate verification',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && /SELF_SIGNED|^UNABLE_TO_|ISSUER|INVALID_CA/.test(code),
        advice: 'Nothing was sent. If this is the cluster, set server-ca to the certificate of its authority, or pin its own certificate by its thumbprint in server-certificate-thumbprints.',
        source: 'OpenSSL certificate verification',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && /^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code),
        advice: (_, { certificate }) => certificate
            ? `The server does not accept the client certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}. It must come from an authority that the cluster trusts, be valid, and be known to the cluster.`
            : 'The server requires a client certificate: set client-certificate.',
        source: 'TLS alerts, RFC 8446 section 6',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && /^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(code),
        advice: (_, { certificate }) => `The TLS handshake failed: client and server have no TLS version or cipher in common, or the server ${certificate ? 'does not accept the client certificate' : 'requires a client certificate'}. Check that the endpoint is the HTTP gateway of the cluster.`,
        source: 'TLS alerts, RFC 8446 section 6',
    },
    {
        applies: ({ code }) => code === 'PROXY_REFUSED',
        advice: 'Nothing was sent. 407 and 401 mean that the proxy requires a user and a password: add them to the URL of the proxy. 403 means that the proxy does not allow connections to this host and port. To bypass the proxy, list the host in no_proxy.',
        source: 'RFC 9110 on CONNECT; squid, tinyproxy',
    },
    {
        applies: ({ code }) => code === 'PROXY_CERTIFICATE',
        advice: "Nothing was sent. The proxy's certificate must match the proxy's name and come from an authority that the runner trusts; NODE_EXTRA_CA_CERTS names a file with additional authorities. server-ca applies to the cluster only.",
        source: 'Node.js: tls.connect without ca',
    },
    {
        applies: ({ code }) => code === 'PFX_NOT_USABLE',
        advice: 'Nothing was sent. Provide the client certificate and its key as PEM (openssl pkcs12 -in old.pfx -nodes -out new.pem), or pin the server in server-certificate-thumbprints.',
        source: 'Node.js trusts the authorities that a PFX contains',
    },
    {
        applies: ({ problem, code }) => problem === 'connect' && code === 'PROXY_FAILED',
        advice: 'Nothing was sent. The proxy could not reach the cluster. Check host and port of the endpoint, and whether the proxy may connect to them.',
        source: 'RFC 9110 on CONNECT; squid, tinyproxy',
    },
    {
        applies: ({ problem, sent }) => problem === 'connect' || (problem === 'deadline' && !sent),
        advice: "Check host and port of the endpoint, and whether a firewall or network security group blocks the runner's address.",
        source: 'packets that are dropped instead of refused',
    },
    {
        applies: ({ problem, code }) => problem === 'interrupted' && code.startsWith('HPE_'),
        advice: 'The server at this port did not answer in valid HTTP. Check the endpoint: the HTTP gateway usually listens on port 19080, and the endpoint of a secured cluster begins with https://.',
        source: "Node's HTTP parser",
    },
    {
        applies: ({ sent, status = 0 }) => sent && !(status >= 400 && status < 500),
        advice: 'The cluster may still finish the commit, or may have finished it: it continues after the client disconnects.',
        source: 'khttpserver.cpp: the gateway does not notice when a client disconnects',
    },
];

;// CONCATENATED MODULE: ./build/action/diagnostics/response-hints.js
// What to do about known responses. Each hint names its source: a file of the cluster's published source
// (github.com/microsoft/service-fabric, under src/prod/src), or the component that sends such a response.


/** The credentials that this step presented, and what the cluster requires of them. */
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
/** Of all E_INVALIDARG errors only a size mismatch has a text of its own, which names two numbers of bytes. */
function isSizeMismatch({ error }) {
    return error?.code === 'E_INVALIDARG' && /size|bytes/i.test(error.message ?? '');
}
const hasErrorCode = (...codes) => ({ error }) => error !== undefined && codes.includes(error.code);
const hasStatusWithoutError = (...statuses) => ({ status, error }) => error === undefined && statuses.includes(status);
/** An http endpoint's proxy can answer 401 or 403 itself; nothing distinguishes that from the cluster's response. */
function unlessProxied(advice) {
    return ({ status }, connection) => {
        const { proxyName, secure } = connection;
        if (secure || proxyName === undefined)
            return typeof advice === 'string' ? advice : advice(connection);
        const remedy = status === 401
            ? 'If so, it requires a user and a password: add them to the URL of the proxy.'
            : 'If so, it does not allow connections to this host and port.';
        return `The proxy ${proxyName} may have answered instead of the cluster. ${remedy} To bypass the proxy, list the host in no_proxy.`;
    };
}
/** The first hint that applies is the one to give. */
const responseHints = [
    {
        applies: isSizeMismatch,
        advice: 'A chunk was shorter or longer than its Content-Range. Chunks cannot be replaced: delete the session (DELETE /ImageStore/$/DeleteUploadSession) and upload the file again under a new session id.',
        source: 'processcommituploadsessionrequestasyncoperation.cpp: merged size against declared size',
    },
    {
        applies: ({ status, error }) => status === 400 && error?.code === 'E_INVALIDARG',
        advice: 'Possible causes: the cluster does not have the session (it expires 30 minutes after its last chunk, and is lost when the image store moves to another node); chunks are missing; the file is empty (upload it with a plain PUT); or the cluster runs on Linux, where upload sessions do not exist. Check that all chunks were uploaded under this id; if in doubt, upload again under a new one.',
        source: 'NativeImageStore.cpp (list before commit); UploadSessionMetadata.cpp; imagestorehandler.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_SERVICE_TYPE_NOT_REGISTERED'),
        advice: 'The image store service is just starting on its node. Run the step again in a minute; the session expires 30 minutes after its last chunk.',
        source: 'ServiceRoutingAgent.cpp; FileTransferClient.cpp retries it',
    },
    {
        applies: hasErrorCode('FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED'),
        advice: 'The cluster has no user-role client certificate configured; use an admin client certificate.',
        source: 'HttpUtil.cpp',
    },
    {
        applies: ({ status, body, error }) => status === 400 && body === 'nonJson' && error === undefined,
        advice: (_, connection) => connection.secure
            ? `A front end of the cluster may answer this way to a missing, untrusted or expired client certificate. ${describePresentedCredentials(connection)}`
            : 'If the gateway is secured, the endpoint must begin with https://; otherwise something between the runner and the cluster did not understand the request.',
        source: 'nginx and Apache answer plain HTTP on a TLS port with 400, and nginx every client without a valid certificate',
    },
    {
        applies: hasStatusWithoutError(401),
        advice: unlessProxied('The gateway asks for Windows (Kerberos) authentication, which a GitHub runner cannot provide; use a cluster or an endpoint secured by certificates or Microsoft Entra ID.'),
        source: 'HttpKerberosAuthHandler.cpp',
    },
    {
        applies: hasStatusWithoutError(403),
        advice: unlessProxied((connection) => `A secured gateway sends this response for a missing, untrusted or wrong client certificate, and also for a missing, expired or wrong token. ${describePresentedCredentials(connection)}`),
        source: 'HttpCertificateAuthHandler.cpp; HttpServer.cpp: the last authentication handler sends the response',
    },
    {
        applies: hasStatusWithoutError(407),
        advice: (_, { proxyName }) => `${proxyName ? `The proxy ${proxyName}` : 'A proxy between the runner and the cluster'} requires a user and a password: add them to the URL in http_proxy or https_proxy.`,
        source: 'RFC 9110',
    },
    {
        applies: hasErrorCode('E_ACCESSDENIED'),
        advice: 'The cluster accepts these credentials, but not for this operation: uploading and committing packages requires the admin role.',
        source: 'EntreeServiceProxy.cpp',
    },
    {
        applies: hasErrorCode('NotFound'),
        advice: 'The session disappeared during the commit: somebody deleted it, or the image store moved to another node. Upload the file again under a new session id.',
        source: 'processcommituploadsessionrequestasyncoperation.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_SERVICE_DOES_NOT_EXIST'),
        advice: 'The cluster has no image store service. Development clusters keep packages on a file share, where upload sessions do not exist.',
        source: 'github.com/microsoft/service-fabric-client-dotnet/issues/6',
    },
    {
        applies: hasStatusWithoutError(404),
        advice: "The server at this address has no image store. Check the endpoint's host, port and path; the gateway usually listens on port 19080.",
        source: 'the gateway itself answers 400 to an unknown path (Constants.cpp: a handler at /)',
    },
    {
        applies: hasStatusWithoutError(411),
        advice: 'Something between the runner and the cluster removed the Content-Length header of the request. Check the proxies in between.',
        source: 'http.sys; this action always sends Content-Length: 0',
    },
    {
        applies: hasStatusWithoutError(408, 429),
        advice: 'The gateway, or something in front of it, is too busy. Run the step again.',
        source: 'RFC 9110, RFC 6585',
    },
    {
        applies: ({ status }) => status >= 300 && status < 400,
        advice: ({ headers }) => `This action does not follow redirects, so that a commit never reaches an unexpected server.${headers.location
            ? ` The response points to ${(0,shared_sanitize/* sanitize */.aj)(headers.location, 200)}; if that is the cluster, use it as the endpoint.`
            : ''}`,
        source: 'the gateway never redirects (HttpUtil.cpp)',
    },
    {
        applies: ({ status, error }) => status === 200 && error !== undefined,
        advice: 'A Service Fabric gateway never sends an error with status 200. Check what is in front of the gateway.',
        source: 'RequestHandlerBase.HandlerAsyncOperation.cpp: errors never have status 200',
    },
    {
        applies: ({ status }) => status >= 200 && status < 300,
        advice: "The gateway answers a successful commit with 200 and no body. Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or proxy login answers in its place.",
        source: 'imagestorehandler.cpp',
    },
    {
        applies: hasErrorCode('OperationsPending'),
        advice: 'A commit of this path, or a copy or delete of a folder above it, is still running. This action waits for it as long as the timeout input allows.',
        source: 'PendingWriteOperations.cpp',
    },
    {
        applies: hasErrorCode('0x80070070'),
        advice: "The image store's disk is full. Remove unused packages from the image store.",
        source: 'FileUploadAsyncOperation.cpp; HRESULT of ERROR_DISK_FULL',
    },
    {
        applies: ({ status, error }) => status === 500 && error !== undefined && /^(0x8007|E_FAIL$|FABRIC_E_IMAGESTORE_IOERROR$)/.test(error.code),
        advice: "The image store's file system failed. Check the disk of the node with the primary of fabric:/System/ImageStoreService.",
        source: 'FileUploadAsyncOperation.cpp',
    },
    {
        applies: hasStatusWithoutError(501, 505),
        advice: 'The server at this address does not support this request. Check that the endpoint is the HTTP gateway of the cluster.',
        source: 'HttpUtil.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_GATEWAY_NOT_REACHABLE', 'FABRIC_E_COMMUNICATION_ERROR'),
        advice: "The node's HTTP gateway cannot reach the cluster behind it. Check the health of that node.",
        source: 'ClientConnectionManager.cpp',
    },
    {
        applies: hasErrorCode('FABRIC_E_TIMEOUT'),
        advice: 'The commit took longer than the timeout input allows. Large files need a larger timeout.',
        source: 'StoreTransactionAsyncOperation.cpp: the work continues after the timeout',
    },
    {
        applies: ({ status, error }) => status === 503 && error !== undefined,
        advice: 'The image store is moving to another node or being upgraded. Check the health of fabric:/System/ImageStoreService.',
        source: 'NamingErrorCategories.cpp',
    },
    {
        applies: ({ status, headers }) => status === 503 && /Microsoft-HTTPAPI/i.test(headers.server ?? ''),
        advice: 'The node answers, but its HTTP gateway is not running. Check the health of that node.',
        source: 'http.sys answers 503 when no process listens behind it',
    },
    {
        applies: hasStatusWithoutError(502, 503, 504),
        advice: 'A proxy or load balancer in front of the cluster got no response from it. Check its backend and its own timeout, which must be longer than the timeout input.',
        source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)",
    },
];

;// CONCATENATED MODULE: ./build/action/diagnostics/attempt-advice.js
// Chooses the hint for one attempt: what the workflow author can do about it.


/** What to do after this attempt; undefined when nothing is known beyond the failure itself. */
function adviseAttempt(attempt, connection) {
    if (attempt.kind === 'response')
        return firstAdvice(responseHints, attempt, connection);
    const advice = firstAdvice(networkHints, attempt, connection);
    if (attempt.sent || connection.portNamed || attempt.problem === 'cancelled')
        return advice;
    return `${advice ?? ''} The endpoint names no port; the gateway usually listens on 19080.`.trim();
}
function firstAdvice(hints, attempt, connection) {
    const advice = hints.find(({ applies }) => applies(attempt))?.advice;
    return typeof advice === 'function' ? advice(attempt, connection) : advice;
}

;// CONCATENATED MODULE: ./build/action/upload/outcome-text.js
// What became of an upload, in words: the cause, and what to do about it.






/** The file that stands for the others, and the request that failed. */
function shownFailure({ problem, files }) {
    if (problem?.kind === 'request')
        return { attempt: problem.failure.attempt };
    if (problem?.kind === 'listing')
        return problem.failure.attempt ? { attempt: problem.failure.attempt } : {};
    const unpublished = files.filter(({ result }) => result !== 'published');
    const file = unpublished.find(({ reason }) => reason !== 'notStarted') ?? unpublished[0];
    return file ? { file, ...(file.last && { attempt: file.last }) } : {};
}
/** The step's one error annotation: the cause first, then what to do, then where. */
function explain(outcome, imageStorePath, connection) {
    const { problem, files } = outcome;
    if (problem === undefined)
        return '';
    const { attempt } = shownFailure(outcome);
    const advice = attempt && adviseAttempt(attempt, connection);
    const hasSessions = files.some(({ sessionIds }) => sessionIds.length > 0);
    const sentences = [
        describeProblem(problem, outcome, imageStorePath),
        advice,
        describeState(outcome, imageStorePath),
        hasSessions ? 'The same job, run again within 30 minutes, sends only what is missing of the big files.' : undefined,
        `The endpoint is ${connection.url}.`,
    ];
    return sentences.filter(Boolean).join(' ');
}
/** What the image store is left with. */
function describeState({ problem, result, attempts }, imageStorePath) {
    if (problem?.kind === 'foreignContent')
        return undefined;
    if (attempts === 0)
        return 'Nothing was changed in the image store.';
    const path = (0,input_problems/* quote */.hD)(imageStorePath);
    if (problem?.kind === 'request') {
        // The marker of an earlier package may still be there.
        if (problem.phase === 'inspecting')
            return undefined;
        if (result === 'unknown')
            return `The package at ${path} is complete if ${(0,input_problems/* quote */.hD)(problem.failure.subject)} exists.`;
    }
    return `The package at ${path} is not marked complete, so it cannot be provisioned.`;
}
function describeProblem(problem, outcome, imageStorePath) {
    switch (problem.kind) {
        case 'cancelled':
            return 'The step was cancelled. The cluster may still finish what it was asked to do.';
        case 'foreignContent':
            return (`Something that is not this package lies at ${(0,input_problems/* quote */.hD)(imageStorePath)}: ${listPaths(problem.paths)}. Nothing was sent or deleted. ` +
                'Choose another image-store-path, or delete what lies there.');
        case 'listing': {
            const { path, attempt } = problem.failure;
            const why = attempt ? describeAttempt(attempt) : 'its pages do not end';
            return `The content of ${(0,input_problems/* quote */.hD)(path)} in the image store cannot be listed: ${why}.`;
        }
        case 'request': {
            const { subject, attempt } = problem.failure;
            return `${describeStep(problem.phase, subject)} failed: ${describeAttempt(attempt)}.`;
        }
        case 'changedFiles':
            return `The package changed while it was being uploaded. ${problem.changes.map(({ description }) => description).join(' ')}`;
        case 'differences':
            return describeDifferences(problem.wrong.map(({ path }) => path), problem.stale);
        case 'files':
            return describeFiles(outcome);
    }
}
function describeStep(phase, subject) {
    const what = {
        inspecting: 'Looking at',
        sending: 'Sending',
        verifying: 'Removing',
        marking: 'Writing',
        cleaning: 'Deleting',
    };
    return `${what[phase]} ${(0,input_problems/* quote */.hD)(subject)} in the image store`;
}
function describeDifferences(wrong, stale) {
    return [
        wrong.length > 0 && `Files are missing in the image store or have another size: ${listPaths(wrong)}.`,
        stale.length > 0 && `Files that are not part of the package do not go away: ${listPaths(stale)}.`,
        'Something else changes the same folder.',
    ]
        .filter(Boolean)
        .join(' ');
}
function describeFiles(outcome) {
    const unpublished = outcome.files.filter(({ result }) => result !== 'published');
    const { file } = shownFailure(outcome);
    if (file === undefined)
        return 'Files are not published.';
    const others = unpublished.length - 1;
    const more = others === 0 ? '' : ` ${format_grouped(others)} other ${others === 1 ? 'file is' : 'files are'} not published.`;
    return `${outcome_text_describeFile(file)}${more}`;
}
/** Why a file is not published, as a sentence. */
function outcome_text_describeFile({ file, result, reason = 'refused', last, description }) {
    const name = (0,input_problems/* quote */.hD)(file.path);
    const state = result === 'unknown' ? `It is not known whether ${name} is published` : `${name} is not published`;
    const causes = {
        refused: last ? describeAttempt(last) : 'it was refused',
        attempts: `no attempts are left; ${last ? describeAttempt(last) : 'none succeeded'}`,
        lost: 'the cluster lost its upload session again and again',
        wrongSize: 'the cluster joined its chunks to a file of another size, twice',
        conflict: 'another file has the same upload session',
        commit: last ? describeAttempt(last) : 'its commit failed',
        cancelled: 'the step was cancelled',
        changed: 'the file changed while it was being uploaded',
        unreadable: `the file cannot be read (${(0,shared_sanitize/* sanitize */.aj)(description ?? '')})`,
        notStarted: 'the step ended before it was sent',
    };
    return `${state}: ${causes[reason]}.`;
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
/** The outputs of an upload. */
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
/** The outputs when nothing was sent: wrong inputs, or an internal error. */
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
/** GitHub takes a megabyte of an output. */
const maxSessionsBytes = 1_000_000;
/** What a message is shortened to when the rows of many files would be too large together. */
const messageLimits = [4_096, 300, 0];
/** A row for every file that had a session. */
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

;// CONCATENATED MODULE: ./build/action/upload/summary.js
// The job summary of an upload. All of it is one HTML block, in which GitHub does not read Markdown.


const headlines = {
    uploaded: '✅ Package uploaded',
    failed: '❌ Package not uploaded',
    unknown: '❓ Package may or may not be uploaded',
};
function summarize(outcome, outputs) {
    const rows = [
        ['Image store path', outputs['image-store-path']],
        ['Application type', `${outputs['application-type-name']} ${outputs['application-type-version']}`],
        ['Published', `${format_grouped(outcome.publishedFiles)} of ${format_grouped(Number(outputs.files))} files`],
        ['Size', format_byteCount(Number(outputs.bytes))],
        ['Sent', format_byteCount(outcome.bytesSent)],
        ['Time', duration(outcome.durationMs)],
    ];
    return [
        `<h3>${headlines[outcome.result]}</h3>`,
        '<table>',
        ...rows.map(([name = '', value = '']) => `<tr><th>${name}</th><td>${(0,shared_sanitize/* escapeHtml */.ZD)(value)}</td></tr>`),
        '</table>',
        ...(outputs.explanation ? [`<p>${(0,shared_sanitize/* escapeHtml */.ZD)(outputs.explanation, 4_000)}</p>`] : []),
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/action/upload/upload-log.js
// The log lines of an upload: one at the start, what goes wrong on the way, and the progress at intervals.




/** The log is never silent for longer. */
const progressIntervalMs = 10_000;
/** So many failures and repetitions are logged as they happen; all are debug lines. */
const maxLoggedTroubles = 50;
function createUploadLog({ clock, log, ...total }) {
    const startedMs = clock.now();
    const stored = new Map();
    let files = 0;
    let finishedBytes = 0;
    let troubles = 0;
    log.info(`Uploading ${format_grouped(total.files)} files (${format_byteCount(total.bytes)}) to ${total.imageStorePath} at ${total.endpointUrl}`);
    const stop = every(clock, progressIntervalMs, () => {
        const bytes = [...stored.values()].reduce((sum, each) => sum + each, finishedBytes);
        const elapsedMs = clock.now() - startedMs;
        const rate = `${(bytes / 2 ** 20 / (elapsedMs / 1_000)).toFixed(1)} MiB/s`;
        log.info(`${format_grouped(files)} of ${format_grouped(total.files)} files, ${format_grouped(bytes)} of ${format_byteCount(total.bytes)} after ${duration(elapsedMs)} (${rate})`);
    });
    const onEvent = (event) => {
        if (event.kind === 'fileProgress')
            stored.set(event.path, event.storedBytes);
        if (event.kind === 'fileEnded') {
            stored.delete(event.outcome.file.path);
            if (event.outcome.result === 'published') {
                files += 1;
                finishedBytes += event.outcome.file.sizeBytes;
            }
        }
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
/** An event as one line; undefined for what happens in every upload. */
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
            return `${describeAttempt(event.attempt)}; all requests wait for ${duration(event.pauseMs)}, then ${event.concurrency} at a time go on`;
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
/** The first pause; the next one is twice as long, up to the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
function createAdaptiveLimiter(options) {
    const { clock, random, signal } = options;
    const waiting = { urgent: [], others: [] };
    let concurrency = options.concurrency;
    let running = 0;
    let pauses = 0;
    let pausedUntilMs = clock.now();
    const startWaiting = () => {
        while (signal.aborted || (running < concurrency && clock.now() >= pausedUntilMs)) {
            const start = waiting.urgent.shift() ?? waiting.others.shift();
            if (start === undefined)
                return;
            running += 1;
            start();
        }
    };
    const pause = (pauseMs) => {
        pausedUntilMs = Math.max(pausedUntilMs, clock.now() + pauseMs);
        clock.after(pauseMs, startWaiting);
    };
    signal.addEventListener('abort', startWaiting);
    return {
        run: async (task, isUrgent = false) => {
            await new Promise((resolve) => {
                (isUrgent ? waiting.urgent : waiting.others).push(resolve);
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
// Whether files of the package have changed since the step began: what was uploaded would be of no one state then.






/** Compares sizes and modification dates with those at the start. Returns the files that differ. */
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
/** Classifies an attempt to upload a file or to delete something. */
function classifyTransfer(attempt) {
    return attempt.kind === 'response' ? classifyResponse(attempt) : classifyFailure(attempt);
}
function classifyResponse({ status, error, body }) {
    if (status === 200 && body === 'empty')
        return 'success';
    if (isOverloadStatus(status))
        return 'overloaded';
    // A success in another form: something between has answered for the cluster, or rewritten its answer.
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
/**
 * Classifies an attempt to upload a chunk. Parallel chunks of one session race in the gateway (UploadSessionMetadata.cpp
 * has no lock), a chunk that arrived before is refused, and a failover loses the session.
 */
function classifyChunk(attempt) {
    const answer = classifyTransfer(attempt);
    return answer === 'refused' && (attempt.status === 400 || attempt.status === 404) ? 'doubtful' : answer;
}
/** Whether the content is gone after this answer to its deletion; a repeated one finds nothing any more. */
function isDeleted(attempt) {
    if (classifyTransfer(attempt) === 'success')
        return true;
    const code = attempt.kind === 'response' && attempt.status === 404 ? attempt.error?.code : undefined;
    return code === 'FABRIC_E_FILE_NOT_FOUND' || code === 'NotFound';
}
/** Whether other requests would fail for the same reason, so that there is no point in sending them. */
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
/** The wait after the first failure; it doubles with each one that follows, up to the longest. */
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
/** How long to wait after so many failures without progress; not at all after none. */
function backoffMs(failures, random) {
    if (failures <= 0)
        return 0;
    return Math.round(Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1) * (0.75 + random / 2)));
}
/** How long the answer asks to wait. */
function askedMs(attempt) {
    return attempt.kind === 'response' ? (attempt.retryAfterMs ?? 0) : 0;
}

;// CONCATENATED MODULE: ./build/action/upload/requests.js


/** What one look-up or one page of a listing may take. */
const lookupDeadlineMs = 30_000;
/** Sends a request until its result is final. */
async function repeatRequest({ subject, send, failureOf, isUrgent }, context) {
    const { lanes, limits, clock, signal, random, onEvent } = context;
    for (let failures = 1;; failures += 1) {
        const result = await lanes.run(send, isUrgent);
        const attempt = failureOf(result);
        reportToLanes(attempt, context);
        if (attempt === undefined || failures >= limits.maxAttempts || signal.aborted)
            return result;
        const answer = classifyTransfer(attempt);
        if (answer === 'refused' || answer === 'cancelled' || askedMs(attempt) > longestAskedMs)
            return result;
        // An overloaded store makes all requests wait in the limiter.
        const waitMs = Math.max(answer === 'overloaded' ? 0 : backoffMs(failures, random()), askedMs(attempt));
        onEvent({ kind: 'retrying', subject, attempt, failures, waitMs });
        await sleep(clock, waitMs, signal);
    }
}
/** A Retry-After that asks for more ends the attempts; sessions live for 30 minutes. */
const longestAskedMs = 30 * 60_000;
/** Tells the limiter whether the store works. @param attempt undefined for a success */
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
/** The attempt that has failed in the result of a look-up. */
function failedLookup(found) {
    return found.kind === 'failed' ? found.attempt : undefined;
}
/** The attempt, unless it is a success. */
function failedTransfer(attempt) {
    return classifyTransfer(attempt) === 'success' ? undefined : attempt;
}
/** The options with which a commit runs in the lanes of an upload. */
function commitOptions(context) {
    const { sessionStore, lanes, limits, clock, random, signal, countAttempt } = context;
    return {
        store: sessionStore,
        limiter: { run: (task) => lanes.run(() => task(undefined), true) },
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



/** Lists a folder; `file` when the path is that of a file. */
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
        // Behind the first page, a folder that is gone means that somebody else changes it.
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
/**
 * Lists a folder and, level by level, those of its subfolders that are to be entered. What is gone meanwhile is left out.
 * @param enters whether to list a subfolder, too
 * @returns everything below the folder that was listed
 */
async function listTree(root, enters, context) {
    const entries = [];
    let failure;
    for (let level = [root]; level.length > 0 && failure === undefined;) {
        const next = [];
        await runAll(level, context.limits.concurrency, async (folder) => {
            const listing = failure ?? (await folder_listing_listFolder(folder, context));
            if (listing.kind === 'failed')
                failure = listing;
            if (listing.kind !== 'listed')
                return;
            for (const [name, file] of listing.files)
                entries.push({ path: `${folder}/${name}`, file });
            for (const name of listing.folders) {
                entries.push({ path: `${folder}/${name}` });
                if (enters(`${folder}/${name}`))
                    next.push(`${folder}/${name}`);
            }
        });
        level = next;
    }
    return failure ?? entries;
}
function pathKeyOf(hasSessions) {
    return hasSessions ? storeKey : (path) => path;
}

;// CONCATENATED MODULE: ./build/action/upload/folder-state.js






/** Finds out what lies at the path. Changes nothing. */
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
    // Letter case does not make content foreign, whatever the system of the cluster.
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
/** The package's own paths in the store, by their keys. */
function knownPaths({ package: content, imageStorePath, keyOf }) {
    return {
        files: new Map(content.files.map((file) => [keyOf(file.storePath), file])),
        folders: new Set([imageStorePath, ...content.folders.map((path) => `${imageStorePath}/${path}`)].map(keyOf)),
    };
}
/** Whether an entry is a part of the package, or the marker of one of its folders. */
function isKnown({ path, file }, { files, folders }, keyOf) {
    if (file === undefined)
        return folders.has(keyOf(path));
    return isMarkerName(nameOf(path)) || files.has(keyOf(path));
}
/** Lists the whole folder and compares the size of every file. */
async function compareFolder(target, context) {
    const { imageStorePath, keyOf } = target;
    const known = knownPaths(target);
    const entries = await listTree(imageStorePath, (path) => known.folders.has(keyOf(path)), context);
    if ('kind' in entries)
        return entries;
    const stale = entries.filter((entry) => !isKnown(entry, known, keyOf)).map(({ path }) => path);
    const sizes = new Map(entries.map(({ path, file }) => [keyOf(path), file?.sizeBytes]));
    const wrong = [];
    await runAll(target.package.files, context.limits.concurrency, async (file) => {
        const sizeBytes = sizes.get(keyOf(file.storePath)) ?? (await lookUpSize(file, context));
        if (sizeBytes !== file.sizeBytes)
            wrong.push(file);
    });
    return { kind: 'compared', wrong, stale };
}
/** Asks for one file: where pages of a listing meet, the store can leave out a name with a % (NamingUri.cpp). */
async function lookUpSize({ storePath }, context) {
    const { sessionStore, signal } = context;
    const send = () => sessionStore.lookUpContent(storePath, lookupDeadlineMs, signal);
    const found = await repeatRequest({ subject: storePath, send, failureOf: failedLookup }, context);
    return found.kind === 'found' ? found.file.sizeBytes : undefined;
}
/** Deletes content that may be gone already. @returns why that failed */
async function remove(path, context) {
    return change({
        subject: path,
        send: () => context.store.deleteContent(path, { ...context.limits, signal: context.signal }),
        failureOf: (attempt) => (isDeleted(attempt) ? undefined : attempt),
        isUrgent: true,
    }, context);
}
/** Deletes an upload session that may be gone already. @returns why that failed */
async function removeSession(sessionId, context) {
    return change({
        subject: sessionId,
        send: () => context.store.deleteSession(sessionId, { ...context.limits, signal: context.signal }),
        failureOf: (attempt) => (isDeleted(attempt) ? undefined : attempt),
    }, context);
}
/** Sends a request that changes something until its result is final, and counts it. */
async function change(request, context) {
    const send = () => {
        context.countAttempt();
        return request.send();
    };
    const attempt = request.failureOf(await repeatRequest({ ...request, send }, context));
    return attempt && { subject: request.subject, attempt };
}
/** Writes the marker of a folder. @returns why that failed */
async function writeMarker(folder, context) {
    return change({ ...markerRequest(folder, context), failureOf: failedTransfer }, context);
}
function markerRequest(folder, { store, limits, signal }) {
    const subject = `${folder}/${markerName}`;
    const onProgress = () => undefined;
    return { subject, send: () => store.putFile(subject, undefined, { ...limits, signal, onProgress }) };
}
/** Writes the root's marker. After an answer that does not settle it, the marker is looked up. */
async function writeRootMarker(folder, context) {
    const { sessionStore, signal, countAttempt } = context;
    const { subject, send } = markerRequest(folder, context);
    let mayHaveArrived = false;
    return repeatRequest({
        subject,
        send: async () => {
            countAttempt();
            const attempt = await send();
            if (failedTransfer(attempt) === undefined)
                return { kind: 'marked' };
            mayHaveArrived ||= isAmbiguous(attempt);
            if (!mayHaveArrived)
                return { kind: 'notMarked', subject, attempt };
            const found = await sessionStore.lookUpContent(subject, lookupDeadlineMs, signal);
            if (found.kind === 'found')
                return { kind: 'marked' };
            return { kind: found.kind === 'notFound' ? 'notMarked' : 'unknown', subject, attempt };
        },
        failureOf: (marking) => (marking.kind === 'marked' ? undefined : marking.attempt),
    }, context);
}
/** Whether the marker can be there in spite of the answer. */
function isAmbiguous(attempt) {
    return attempt.kind === 'response' ? attempt.status < 400 || attempt.status >= 500 : attempt.sent;
}

;// CONCATENATED MODULE: ./build/action/upload/upload-outcome.js
function failed(problem) {
    return { result: 'failed', problem };
}
/** Files are not published. The result is unknown only when nothing but commits in doubt keeps it from being clear. */
function unpublished(outcomes) {
    const isFailed = outcomes.some(({ result, reason }) => {
        return result === 'failed' && reason !== 'notStarted' && reason !== 'cancelled';
    });
    const isUnknown = !isFailed && outcomes.some(({ result }) => result === 'unknown');
    return { result: isUnknown ? 'unknown' : 'failed', problem: { kind: 'files' } };
}

;// CONCATENATED MODULE: ./build/action/upload/upload-plan.js
/** Measured: chunks of 4 to 8 MiB are the fastest, and a session for every small file costs half as much again. */
const chunkBytes = 4 * 2 ** 20;
/**
 * Plans how the files are sent: the biggest first, so that no big one is left for the end.
 * @param hasSessions whether the gateway has the upload session API; that of a Linux cluster has not
 */
function planTransfers(files, hasSessions) {
    return files
        .toSorted((a, b) => b.sizeBytes - a.sizeBytes || (a.path < b.path ? -1 : 1))
        .map((file) => ({ kind: hasSessions && file.sizeBytes > chunkBytes ? 'session' : 'put', file }));
}
/** Every byte of a file of this size; none of an empty one. */
function wholeFile(sizeBytes) {
    return sizeBytes === 0 ? [] : [{ start: 0, end: sizeBytes - 1 }];
}
/** Splits ranges into chunks. A chunk never reaches over the end of a range, which the store would refuse. */
function splitIntoChunks(ranges) {
    return ranges.flatMap(({ start, end }) => Array.from({ length: Math.ceil((end - start + 1) / chunkBytes) }, (_, index) => ({
        start: start + index * chunkBytes,
        end: Math.min(end, start + (index + 1) * chunkBytes - 1),
    })));
}
/** How many bytes are in these ranges. */
function countBytes(ranges) {
    return ranges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}

;// CONCATENATED MODULE: ./build/action/upload/complete-folder.js
// The end of an upload: the folder becomes what the package is, and then its markers say so.




/** A folder that still differs after so many comparisons is changed by somebody else. */
const maxComparisons = 3;
/**
 * Compares the folder with the package, removes what an earlier package has left, and sends files of a wrong size again:
 * a gateway whose disk is full stores a part of a file and reports success (getfilefromuploadasyncoperation.cpp).
 * @param resend sends files once more, each in one request
 * @returns what keeps the folder from being the package
 */
async function verifyFolder(target, hasSessions, resend, context) {
    for (let comparisons = 1;; comparisons += 1) {
        const compared = await compareFolder(target, context);
        if (compared.kind === 'failed')
            return failed({ kind: 'listing', phase: 'verifying', failure: compared });
        const { wrong, stale } = compared;
        if (wrong.length === 0 && stale.length === 0)
            return undefined;
        // The store compares sizes itself when it joins chunks, so a big file of a wrong size is somebody else's.
        const canResend = wrong.every(({ sizeBytes }) => !hasSessions || sizeBytes <= chunkBytes);
        if (comparisons === maxComparisons || !canResend)
            return failed({ kind: 'differences', wrong, stale });
        const failure = await runUntilFailure(stale, context, async (path) => {
            const notRemoved = await remove(path, context);
            if (notRemoved === undefined)
                context.onEvent({ kind: 'staleRemoved', path });
            return notRemoved;
        });
        if (failure)
            return failed({ kind: 'request', phase: 'verifying', failure });
        const { publishedFiles } = await resend(wrong);
        if (publishedFiles < wrong.length)
            return failed({ kind: 'differences', wrong, stale: [] });
    }
}
/** Writes the markers of all folders, children before their parents, and the root's alone and last. */
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
/** Changes every path, and begins no other once one has failed. @returns the first failure */
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
/** Whether the other side has sent anything of a response. */
function hasResponded(attempt) {
    if (attempt.kind === 'response' || attempt.status !== undefined)
        return true;
    return attempt.code.startsWith('HPE_') || attempt.code === 'UNEXPECTED_UPGRADE';
}

;// CONCATENATED MODULE: ./build/action/commit-engine/verdict.js
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
        return verdict_classifyFailure(attempt);
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
function verdict_classifyFailure({ sent, status = 0 }) {
    if (!sent || (status >= 400 && status < 500))
        return 'rejected';
    return status === 200 ? 'interruptedSuccess' : 'indeterminate';
}
/** Whether the cluster may have acted, or not, in spite of what was answered. */
function verdict_isAmbiguous(answer) {
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

/** `UploadSessionTimeout` of the image store (FileStoreServiceConfig.h): no attempt starts later than this after the first. */
const sessionLifetimeMs = 30 * 60_000;
/** The wait after the first attempt; it doubles from there, up to the longest. */
const retry_policy_firstWaitMs = 1_000;
const retry_policy_longestWaitMs = 30_000;
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
    const isInProgress = classify(last) === 'inProgress';
    // One attempt means one request, whatever it finds.
    if (isInProgress ? limits.maxAttempts === 1 : countAttempts(attempts) >= limits.maxAttempts) {
        return { retry: false, stopReason: 'attempts' };
    }
    const backoffMs = Math.min(retry_policy_longestWaitMs, retry_policy_firstWaitMs * 2 ** (attempts.length - 1) * (0.75 + random / 2));
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
    return attempts.filter((attempt) => classify(attempt) !== 'inProgress').length;
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
        const failure = lookups_failedAttempt(found);
        if (isOver || failure === undefined || !isTransient(failure))
            return found;
        await sleep(clock, waitMs, signal);
    }
}
function lookups_failedAttempt(found) {
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
    const isRecent = modifiedMs >= session.lastChunkMs - clockSkewMs;
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
    if (classify(attempt) === 'inProgress')
        state.inProgressSinceMs ??= clock.now();
    const isInDoubt = attempts.map(classify).some(verdict_isAmbiguous);
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
    const answers = state.attempts.map(classify);
    const last = answers.at(-1);
    if (!answers.some(verdict_isAmbiguous)) {
        const sessionLookup = last === 'invalidArgument' ? await lookUpAndRemember(state, options) : undefined;
        return finish(state, { ...evaluate({ answers }), stopReason, ...(sessionLookup && { sessionLookup }) }, options);
    }
    if ((last === 'success' || last === 'interruptedSuccess') && state.session) {
        const contentLookup = await lookUpContent(state.sessionId, state.session.path, state.lookupsUntilMs, options);
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
    const contentLookup = session && (await lookUpContent(state.sessionId, session.path, state.lookupsUntilMs, options));
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
// Content hashes, and the ids of upload sessions that are derived from them: who uploads the same file to the same path
// again finds the session of the run before.



/** Large enough to make the calls of the file system cheap, small enough to block nothing: about a millisecond each. */
const session_id_bufferBytes = 2 ** 20;
/** Reads a file once and hashes it. Never holds more of it than one buffer. @throws when the signal is aborted */
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
/** The namespace of these ids. Another one would cut off resumed uploads from their sessions. */
const namespace = '3d0f3c5e-7f0a-4c0f-9b9e-52a3c1d6e8b4';
/**
 * The id of the session that uploads this content to this path.
 * @param storePath the whole path in the image store, as it stands in the chunks' URLs: the gateway compares it exactly
 * @param generation which session of this content it is, from 0
 */
function uploadSessionId(storePath, { sha256, sizeBytes }, generation = 0) {
    return dist_node_v5(JSON.stringify([storePath, sizeBytes, sha256, ...(generation > 0 ? [generation] : [])]), namespace);
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
/** What to do now, beside what is under way. */
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
/** An overloaded store has made all requests wait already, and a refused chunk is looked up at once the first time. */
function waitedFailures({ failures, last }) {
    if (failures === 0 || last === undefined)
        return 0;
    const answer = classifyChunk(last);
    if (answer === 'overloaded')
        return 0;
    return answer === 'doubtful' ? failures - 1 : failures;
}
/** The first so many chunks of these ranges. None reaches over the end of a range, which the store would refuse. */
function takeChunks(ranges, count) {
    const chunks = [];
    for (const { start, end } of ranges) {
        for (let from = start; from <= end && chunks.length < count; from += chunkBytes) {
            chunks.push({ start: from, end: Math.min(end, from + chunkBytes - 1) });
        }
    }
    return chunks;
}
/** The state when an action has begun. */
function withAction(state, action) {
    if (action.kind !== 'putChunk')
        return { ...state, isBusy: true };
    const { range } = action;
    const missing = state.missing?.flatMap(({ start, end }) => start !== range.start ? [{ start, end }] : end > range.end ? [{ start: range.end + 1, end }] : []);
    return { ...state, missing, inFlight: [...state.inFlight, range], isComplete: false };
}
/** The state when something has happened. */
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
/** A look-up or a deletion has failed. */
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
        // Another commit of the path that does not end would keep the next one from ending as well.
        if (outcome.stopReason !== 'inProgress')
            return resendAs('unknown', failed);
    }
    if (result === 'failed' && last?.kind === 'response') {
        const isRefused = last.status === 400 && last.error?.code === 'E_INVALIDARG';
        if (isRefused && sessionLookup?.kind === 'found' && sessionLookup.session.missingRanges.length === 0) {
            const wasResent = { ...state.wasResent, wrongSize: true };
            return state.wasResent.wrongSize ? failWith(failed, 'wrongSize') : { ...failed, mustDelete: true, wasResent };
        }
        // The session is not what it was: it is looked up again, which counts the loss.
        if (isRefused || last.status === 404 || reason === 'incomplete') {
            if (state.losses + 1 >= limits.maxAttempts)
                return failWith(failed, 'lost');
            return { ...failed, missing: undefined, isComplete: false };
        }
    }
    return { ...failed, end: { result: failedOrUnknown(state, result), reason: 'commit' } };
}
/** Sends the file once more, in another session: the store may know the id of this one from a commit that it rolled back. */
function resendAs(doubt, state) {
    const { wasResent, generation } = state;
    if (wasResent.doubt)
        return { ...state, end: { result: failedOrUnknown(state, doubt), reason: 'commit' } };
    return { ...fromTheStart(state), generation: generation + 1, wasResent: { ...wasResent, doubt } };
}
/** A commit of an earlier session that stayed in doubt can still publish the file. */
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
// Uploads one big file through an upload session: performs the actions that session-state.ts decides on.







/**
 * Uploads and commits a file. Resolves with what is known, whatever happened.
 * @param hadContent whether anything lay at the package's path before
 */
async function uploadInChunks(file, hash, hadContent, context) {
    const { clock, limits, onEvent } = context;
    const startedMs = clock.now();
    const previous = hadContent ? lookUpPrevious(file, context) : Promise.resolve(undefined);
    const upload = { file, hash, previous, sessionIds: [], attempts: 0, commit: undefined };
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
    const { file, sessionIds } = upload;
    const sessionId = uploadSessionId(file.storePath, upload.hash, generation);
    if (!sessionIds.includes(sessionId))
        sessionIds.push(sessionId);
    const wait = async (failures) => {
        if (failures === 0 || last === undefined)
            return;
        const waitMs = backoffMs(failures, random());
        onEvent({ kind: 'retrying', subject: file.storePath, attempt: last, failures, waitMs });
        await sleep(clock, waitMs, signal);
    };
    const run = async (send) => {
        const attempt = await lanes.run(send, true);
        countAttempt();
        reportToLanes(attempt, context);
        return attempt;
    };
    switch (action.kind) {
        case 'lookUp': {
            await wait(action.failures);
            const found = await lanes.run(() => sessionStore.lookUpSession(sessionId, lookupDeadlineMs, signal), true);
            reportToLanes(failedLookup(found), context);
            return { kind: 'lookedUp', found };
        }
        case 'putChunk': {
            const { range } = action;
            const { storePath: path, localPath, sizeBytes } = file;
            const onProgress = (bytes) => onEvent({ kind: 'bytesSent', bytes });
            const chunk = { sessionId, path, localPath, range, sizeBytes };
            const sending = { timeoutSeconds: limits.timeoutSeconds, signal, onProgress };
            return { kind: 'chunkAnswered', range, attempt: await run(() => store.putChunk(chunk, sending)) };
        }
        case 'commit':
            return commit(sessionId, session, upload, context);
        case 'deleteSession':
            await wait(action.failures);
            return {
                kind: 'sessionDeleted',
                attempt: await run(() => store.deleteSession(sessionId, { ...limits, signal })),
            };
    }
}
async function commit(sessionId, session, upload, context) {
    const previous = await upload.previous;
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
        previous.modifiedMs < session.lastChunkMs - clockSkewMs &&
        (await isStillThere(previous, upload.file, context));
    return { kind: 'commitEnded', outcome, isOldContent };
}
/**
 * Whether the file from before is still at the path. After an overwrite that was rolled back in an earlier run, it carries
 * the id of the session, whose commit is then a 200 without effect (FileUploadAsyncOperation.cpp).
 */
async function isStillThere(previous, file, context) {
    const now = await lookUpPrevious(file, context);
    return now !== undefined && now.version !== undefined && now.version === previous.version;
}
/** The file at the path now, if there is one and it can be found out. */
async function lookUpPrevious({ storePath }, context) {
    const { sessionStore, signal } = context;
    const found = await repeatRequest({
        subject: storePath,
        send: () => sessionStore.lookUpContent(storePath, lookupDeadlineMs, signal),
        failureOf: failedLookup,
        isUrgent: true,
    }, context);
    return found.kind === 'found' ? found.file : undefined;
}
/** Reports what an event has changed for those who watch. */
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
// The hashes of the big files, computed one after another while requests wait for the network.


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


/** Uploads a file. Resolves with what is known, whatever happened. */
async function uploadInOneRequest(file, context) {
    const { store, limits, clock, signal, onEvent, countAttempt } = context;
    const { path, storePath, localPath, sizeBytes } = file;
    const startedMs = clock.now();
    let attempts = 0;
    const content = sizeBytes > 0 ? { path: localPath, start: 0, sizeBytes } : undefined;
    const onProgress = (bytes) => onEvent({ kind: 'bytesSent', bytes });
    const attempt = await repeatRequest({
        subject: storePath,
        send: () => {
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

;// CONCATENATED MODULE: ./build/action/upload/send-files.js
// Sends all files of a package, the biggest first, a bounded number of requests at a time.





/** So many files may fail; after that, the others would hardly show anything new. */
const maxFailedFiles = 10;
/** Starts reading big files. Returns the way to send everything, to be called once. */
function prepareSending(bigFiles, context) {
    const hashes = createContentHashes(context.signal);
    for (const file of bigFiles.slice(0, context.limits.concurrency))
        void hashes.of(file);
    return async function sendFiles(transfers, hadContent) {
        const { limits, signal } = context;
        const outcomes = new Map();
        let publishedFiles = 0;
        let failedFiles = 0;
        let isStopped = false;
        const keep = (outcome) => {
            if (outcome.result === 'published')
                publishedFiles += 1;
            else
                failedFiles += 1;
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
        // A cluster without sessions needs no hashes.
        if (ofKind('session').length === 0)
            hashes.stop();
        await Promise.all([
            runAll(ofKind('session'), limits.concurrency, send),
            runAll(ofKind('put'), limits.concurrency, send),
        ]);
        const planned = transfers.map(({ file }) => outcomes.get(file)).filter((each) => each !== undefined);
        return { outcomes: planned, publishedFiles };
    };
}
function notStarted(file) {
    return { file, result: 'failed', reason: 'notStarted', sessionIds: [], attempts: 0, durationMs: 0 };
}

;// CONCATENATED MODULE: ./build/action/upload/upload-package.js











/** Uploads a package. Resolves with what is known, whatever happened. */
async function uploadPackage(content, imageStorePath, options) {
    const { clock, signal } = options;
    const startedMs = clock.now();
    const counts = { bytesSent: 0, attempts: 0 };
    const context = upload_package_createContext(options, counts);
    let sent = { outcomes: [], publishedFiles: 0 };
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
        const resend = (files) => sendFiles(planTransfers(files, false), true);
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
    const files = sent.outcomes;
    const end = { files, publishedFiles: sent.publishedFiles, ...counts, durationMs: clock.now() - startedMs };
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
/** Finds out what the gateway can do and what lies at the path, with a request without a body on each connection. */
async function inspectCluster(content, imageStorePath, { newSessionId }, context) {
    const { sessionStore, lanes, limits, signal, onEvent } = context;
    const lookUpNothing = () => sessionStore.lookUpSession(newSessionId(), lookupDeadlineMs, signal);
    const lookUp = { subject: imageStorePath, send: lookUpNothing, failureOf: failureOfProbe };
    const inspecting = Promise.all([
        repeatRequest(lookUp, context),
        inspect({ package: content, imageStorePath }, context),
    ]);
    // The connections that will be needed are made meanwhile. What comes of that does not matter.
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
/** The attempt, unless the answer shows whether the gateway has sessions: that of a Linux cluster refuses the URL. */
function failureOfProbe(found) {
    if (found.kind !== 'failed')
        return undefined;
    const { attempt } = found;
    const isUnknownUrl = attempt.kind === 'response' && attempt.status === 400 && attempt.error?.code === 'E_INVALIDARG';
    return isUnknownUrl ? undefined : attempt;
}
/** Deletes the sessions, so that nobody can bring their content back. One that stays expires by itself. */
async function deleteSessions(outcomes, context) {
    const sessionIds = outcomes.flatMap((outcome) => outcome.sessionIds);
    await runAll(sessionIds, context.limits.concurrency, async (sessionId) => {
        const failure = await removeSession(sessionId, context);
        if (failure)
            context.onEvent({ kind: 'sessionKept', sessionId, attempt: failure.attempt });
    });
}

;// CONCATENATED MODULE: ./build/action/upload/main.js
// The step: read the inputs and the package, upload it, report.




















/** Titles of the step's error annotation. */
const titles = { failed: 'Not uploaded', unknown: 'Not known whether uploaded' };
const errorReport = {
    failedTitle: titles.failed,
    doubt: 'the upload may or may not have happened',
    toOutputs: outputsWithoutUpload,
};
/** Runs the step. Resolves with the process's exit code: 0 when the package is uploaded, and then only. */
async function main() {
    const redactor = createRedactor(core_setSecret);
    const log = redactingLog(runnerLog, redactor);
    try {
        return await uploadAndReport(systemClock, redactor, log);
    }
    catch (error) {
        const isInputError = error instanceof input_problems/* InputError */.dz || error instanceof PackageError;
        reportError(error, isInputError ? error.code : undefined, errorReport, redactor, log);
        return 1;
    }
}
async function uploadAndReport(clock, redactor, log) {
    const read = (name) => getInput(name, { trimWhitespace: false });
    const inputs = await readInputs({ read, environment: process.env, redactor, epochMs: clock.epochMs() });
    let connection = connectionInfo(inputs);
    logConnection(connection, inputs.security, log);
    for (const notice of inputs.package.notices)
        log.info(notice);
    const onTlsFallback = (fallback) => {
        logTlsFallback(fallback, log);
        if (fallback === 'notSupported')
            connection = { ...connection, certificateNotRequested: true };
    };
    const outcome = await upload(inputs, onTlsFallback, { clock, redactor, log });
    return report(outcome, inputs, connection, redactor, log);
}
/** Uploads over connections that are closed when it resolves. */
async function upload(inputs, onTlsFallback, { clock, redactor, log }) {
    const { package: content, imageStorePath, endpoint, timeoutSeconds, maxAttempts, concurrency } = inputs;
    const { transport, storeOptions } = openCluster(inputs, { clock, redactor, onTlsFallback });
    const signal = cancellationSignal(() => log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'));
    const { files, sizeBytes } = content;
    const uploadLog = createUploadLog({
        clock,
        log,
        endpointUrl: endpoint.url,
        imageStorePath,
        files: files.length,
        bytes: sizeBytes,
    });
    try {
        return await uploadPackage(content, imageStorePath, {
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
        });
    }
    finally {
        uploadLog.stop();
        transport.close();
    }
}
function report(outcome, inputs, connection, { redact }, log) {
    const { result, bytesSent, durationMs } = outcome;
    const { credentials: _, ...shown } = inputs;
    const outputs = toOutputs(outcome, shown, connection);
    if (result === 'uploaded') {
        const files = format_grouped(shown.package.files.length);
        log.info(`Uploaded ${files} files to ${shown.imageStorePath} in ${duration(durationMs)}; ${format_byteCount(bytesSent)} were sent.`);
    }
    else {
        log.error(titles[result], outputs.explanation);
    }
    const redacted = Object.entries(outputs).map(([name, value]) => [name, redact(value)]);
    writeOutputs(Object.fromEntries(redacted));
    writeSummary(redact(summarize(outcome, outputs)), log);
    return result === 'uploaded' ? 0 : 1;
}

;// CONCATENATED MODULE: ./build/action/upload/index.js
// The process of the upload action.


runProcess(main);

})();

module.exports = __webpack_exports__;
/******/ })()
;