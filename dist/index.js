/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
var __webpack_unused_export__;


var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(845);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(605);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(874);
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

/***/ 605:
/***/ ((module) => {

"use strict";
module.exports = require("./https.cjs");

/***/ }),

/***/ 845:
/***/ ((module) => {

"use strict";
module.exports = require("./tls.cjs");

/***/ }),

/***/ 874:
/***/ ((module) => {

"use strict";
module.exports = require("./unused.cjs");

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

/***/ 67:
/***/ ((module) => {

"use strict";
module.exports = require("node:http");

/***/ }),

/***/ 23:
/***/ ((module) => {

"use strict";
module.exports = require("util");

/***/ }),

/***/ 840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Wb: () => (/* binding */ emptyInput),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(153);

function quote(text) {
    return `"${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, 120)}"`;
}
function emptyInput(name, accepted) {
    return (`${name} is empty; it takes ${accepted}. ` +
        'If the workflow fills it from a secret, a variable or an expression, that one is not set here.');
}
function listed(parts) {
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}


/***/ }),

/***/ 405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V2: () => (/* binding */ failure),
  KT: () => (/* binding */ named),
  qP: () => (/* binding */ openConnections)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(67);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
// EXTERNAL MODULE: external "./tls.cjs"
var external_tls_cjs_ = __nccwpck_require__(845);
// EXTERNAL MODULE: ./build/src/proxy.js
var src_proxy = __nccwpck_require__(494);
;// CONCATENATED MODULE: ./build/src/connect.js




const idleMs = 2_000;
const keepAliveDelayMs = 30_000;
function openConnections(options) {
    const { clock, url, proxy, secure, connectMs } = options;
    const agent = new external_node_http_.Agent({ keepAlive: true });
    const { hostname, origin, port } = new URL(url);
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const defaultPort = secure ? 443 : 80;
    const place = { host, port: port === '' ? defaultPort : Number(port) };
    const sockets = new Set();
    const dial = async () => {
        const own = new Set();
        let isLate = false;
        const abandon = () => {
            for (const socket of own)
                socket.destroy();
        };
        const cancelBudget = clock.after(connectMs, () => {
            isLate = true;
            abandon();
        });
        const track = (socket) => {
            own.add(socket);
            sockets.add(socket);
            return socket.once('close', () => sockets.delete(socket));
        };
        const open = async () => {
            if (proxy === undefined)
                return ready(track(dialTcp(place)));
            const toProxy = await ready(track(dialTcp(proxy)));
            const spoken = proxy.secure ? await secureProxy(track, toProxy, proxy) : toProxy;
            return secure ? (0,src_proxy/* openTunnel */.X)(spoken, proxy, place) : spoken;
        };
        try {
            return await (secure ? secure(open, host) : open());
        }
        catch (error) {
            abandon();
            const way = proxy ? ` through the proxy ${proxy.name}` : '';
            throw isLate ? failure(`no connection${way} within ${connectMs / 1000} s`, 'CONNECT_TIMEOUT', error) : error;
        }
        finally {
            cancelBudget();
        }
    };
    agent.createConnection = (_, callback) => {
        dial().then((socket) => callback?.(null, socket), (error) => Reflect.apply(callback ?? (() => undefined), undefined, [error]));
        return undefined;
    };
    agent.keepSocketAlive = (socket) => {
        if ('setTimeout' in socket && typeof socket.setTimeout === 'function')
            socket.setTimeout(idleMs);
        return true;
    };
    return {
        prepare: ({ method, path, headers }) => {
            const there = { method, ...place, defaultPort, agent };
            if (proxy === undefined || secure)
                return { ...there, path, headers };
            const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization };
            return { ...there, path: `${origin}${path}`, headers: { ...headers, ...authorization } };
        },
        close: () => {
            agent.destroy();
            for (const socket of sockets)
                socket.destroy();
        },
    };
}
function dialTcp({ host, port }) {
    return (0,external_node_net_namespaceObject.connect)({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveDelayMs });
}
async function secureProxy(track, connection, proxy) {
    const socket = (0,external_tls_cjs_.connect)({ socket: connection, ...named(proxy.host) });
    try {
        return await ready(track(socket), 'secureConnect');
    }
    catch (error) {
        if (!socket.authorizationError)
            throw error;
        const reason = error instanceof Error ? error.message : String(error);
        throw failure(`the certificate of the proxy ${proxy.name} was not accepted: ${reason}`, 'PROXY_CERTIFICATE', error);
    }
}
function ready(socket, event = 'connect') {
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            socket.destroy();
            reject(error);
        };
        const closed = () => fail(failure('the connection was closed', 'ECONNRESET'));
        socket.once('error', fail);
        socket.once('close', closed);
        socket.once(event, () => {
            socket.off('error', fail);
            socket.off('close', closed);
            resolve(socket);
        });
    });
}
function named(host) {
    return host.includes(':') || /^[\d.]+$/.test(host) ? { host } : { host, servername: host };
}
function failure(message, code, cause) {
    return Object.assign(new Error(message, { cause }), { code });
}


/***/ }),

/***/ 153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   og: () => (/* binding */ cutAt),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
const invisible = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;
function oneLine(text, maxCharacters = 1_000) {
    const line = text.replace(invisible, ' ').trim();
    return line.length > maxCharacters ? `${cutAt(line, maxCharacters - 1)}…` : line;
}
function cutAt(text, characters) {
    return text.slice(0, characters).replace(/[\uD800-\uDBFF]$/, '');
}
function html(text, maxCharacters) {
    const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
    return oneLine(text, maxCharacters).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}


/***/ }),

/***/ 715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

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
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : undefined;
}
function dateMs(value) {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}


/***/ }),

/***/ 736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ inUrl),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   lx: () => (/* binding */ readSession)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(715);

function readSession(body, sessionId) {
    if (body.trim() === '')
        return { kind: 'gone' };
    const sessions = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body), 'uploadsessions');
    if (!Array.isArray(sessions))
        return undefined;
    const entry = sessions.find((each) => {
        const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(each, 'sessionid');
        return typeof id === 'string' && id.toLowerCase() === sessionId.toLowerCase();
    });
    if (entry === undefined)
        return sessions.length === 0 ? { kind: 'gone' } : undefined;
    const path = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'storerelativepath');
    const sizeBytes = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'filesize'));
    const lastChunkMs = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .dateMs */ .tg)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'modifieddate'));
    const ranges = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'expectedranges');
    const missingRanges = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .elements */ .Yt)(ranges).map(readRange);
    if (typeof path !== 'string' || !isWellFormed(path) || sizeBytes === undefined || lastChunkMs === undefined) {
        return undefined;
    }
    if (!Array.isArray(ranges) || !missingRanges.every((range) => range !== undefined))
        return undefined;
    return { kind: 'there', session: { path, sizeBytes, lastChunkMs, missingRanges } };
}
function isWellFormed(path) {
    return !/\p{Surrogate}/u.test(path);
}
function readRange(value) {
    const start = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, 'startposition'));
    const end = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, 'endposition'));
    return start === undefined || end === undefined ? undefined : { start, end };
}
function readContent(body, path) {
    if (body.trim() === '')
        return { kind: 'absent' };
    const files = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body), 'storefiles');
    if (!Array.isArray(files))
        return undefined;
    const entry = files.find((each) => isSamePath((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(each, 'storerelativepath'), path));
    if (entry === undefined)
        return { kind: 'absent' };
    const sizeBytes = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'filesize'));
    const modifiedMs = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .dateMs */ .tg)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(entry, 'modifieddate'));
    if (sizeBytes === undefined || modifiedMs === undefined)
        return undefined;
    return { kind: 'there', file: { sizeBytes, modifiedMs } };
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
function inUrl(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ findProxy),
/* harmony export */   X: () => (/* binding */ openTunnel)
/* harmony export */ });
/* unused harmony export ProxyError */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(67);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(783);
/* harmony import */ var _complaint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(840);



function findProxy(endpointUrl, environment, secrets, complain) {
    const name = endpointUrl.startsWith('https:') ? 'https_proxy' : 'http_proxy';
    const [variable, value] = [name, name.toUpperCase()]
        .map((each) => [each, (environment[each] ?? '').trim()])
        .find(([, text]) => text !== '') ?? [name, ''];
    if (value === '' || (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_1__/* .checkBypass */ .H)(new URL(endpointUrl)))
        return undefined;
    const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.hostname === '') {
        return complain(`The environment variable ${variable} does not hold the URL of a proxy, like http://proxy.example.com:3128.`);
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return complain(`The environment variable ${variable} names a proxy of the kind ${(0,_complaint_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(url.protocol)}; it takes http:// or https://.`);
    }
    const secure = url.protocol === 'https:';
    const authorization = url.username === '' && url.password === '' ? undefined : basic(url);
    if (authorization)
        secrets.add(url.password, decoded(url.password), authorization.replace(/^Basic /, ''));
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
    return {
        name: `${url.protocol}//${url.hostname}:${port}`,
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port,
        secure,
        ...(authorization && { authorization }),
    };
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
class ProxyError extends Error {
    name = 'ProxyError';
    code;
    constructor(proxy, { statusCode = 0, statusMessage = '' }) {
        super(`the proxy ${proxy.name} answered ${`${statusCode} ${statusMessage}`.trim()} to CONNECT`);
        this.code = statusCode >= 500 ? 'PROXY_FAILED' : 'PROXY_REFUSED';
    }
}
function openTunnel(connection, proxy, { host, port }) {
    const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    return new Promise((resolve, reject) => {
        const asked = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)({
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
            createConnection: () => connection,
        });
        asked.once('error', reject);
        asked.once('close', () => reject(Object.assign(new Error(`the proxy ${proxy.name} closed the connection`), { code: 'ECONNRESET' })));
        asked.once('response', (answer) => reject(new ProxyError(proxy, answer)));
        asked.once('connect', (answer, socket, head) => {
            if (answer.statusCode === undefined || answer.statusCode < 200 || answer.statusCode > 299) {
                reject(new ProxyError(proxy, answer));
                return;
            }
            if (head.length > 0)
                socket.unshift(head);
            resolve(connection);
        });
        asked.end();
    });
}


/***/ }),

/***/ 331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ describeAttempt),
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   SS: () => (/* binding */ describeOutcome),
/* harmony export */   Xb: () => (/* binding */ describeContent),
/* harmony export */   Zp: () => (/* binding */ isWithoutSessionApi),
/* harmony export */   _0: () => (/* binding */ describeSession),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(153);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(848);


function describeOutcome(outcome, endpointUrl) {
    const { sessionId, result } = outcome;
    const subject = `Upload session ${sessionId}`;
    if (result === 'committed') {
        const proof = outcome.ground === 'published' ? ` ${describeProof(outcome)}` : '';
        return `${subject} is committed at ${endpointUrl} (${effort(outcome)}).${proof}`;
    }
    const claim = result === 'failed' ? 'was not committed' : 'may or may not be committed';
    const findings = describeFindings(outcome);
    return `${subject} ${claim} at ${endpointUrl}: ${describeEnd(outcome)}.${findings && ` ${findings}`}`;
}
function describeEnd({ result, ground, attempts, last }) {
    if (last === undefined)
        return 'the step was cancelled before its commit was begun';
    const attempt = describeAttempt(last);
    const cancelled = ground === 'cancelled' && !isCancelled(last) ? ', then the step was cancelled' : '';
    const isDoubtOlder = result === 'unknown' && !(0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isAmbiguous */ .X2)((0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(last));
    if (isDoubtOlder) {
        return `an earlier attempt may have been carried out, and in the last of ${attempts} ${attempt}${cancelled}`;
    }
    return `${attempts > 1 ? `in the last of ${attempts} attempts ` : ''}${attempt}${cancelled}`;
}
function isCancelled(attempt) {
    return attempt.kind === 'unanswered' && attempt.problem === 'cancelled';
}
function describeAttempt(attempt) {
    return attempt.kind === 'answered' ? describeAnswer(attempt) : describeSilence(attempt);
}
function describeAnswer({ status, reason, error, body }) {
    const line = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${status} ${reason}`, 100);
    if (error) {
        const text = error.message === undefined ? ' without a message' : `: ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(error.message).replace(/\.$/, '')}`;
        const yet = status === 200 ? '200 and yet the error' : String(status);
        return `the cluster answered ${yet} ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(error.code, 100)}${text}`;
    }
    if (body === 'endless')
        return `the answer ${line} was longer than the 64 KiB that are read`;
    if (body === 'page')
        return `the answer was ${line} with a page or text that is no answer of the image store`;
    return `the cluster answered ${line}${body === 'empty' ? ' without a body' : ' without a FabricError'}`;
}
function describeSilence({ problem, code, message, sent, status }) {
    const detail = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message.includes(code) ? message : `${message} (${code})`, 1_500);
    switch (problem) {
        case 'connect':
            return `no connection could be made: ${detail}`;
        case 'deadline':
            return sent ? `the cluster gave ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message)}` : `no connection could be made: ${detail}`;
        case 'cancelled':
            return 'the step was cancelled';
        case 'cut':
            return status === undefined
                ? `the connection ended before an answer came: ${detail}`
                : `the answer ${status} was cut off: ${detail}`;
    }
}
function describeSession(found) {
    switch (found.kind) {
        case 'gone':
            return 'The cluster has no such upload session now.';
        case 'unanswered':
            return isWithoutSessionApi(found)
                ? 'This gateway does not know upload sessions at all.'
                : `Looking the session up did not help: ${describeFailure(found)}.`;
        case 'there':
            return describeCompleteness(found.session);
    }
}
function describeCompleteness({ path, sizeBytes, missingRanges }) {
    const file = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(path, 300);
    if (sizeBytes === 0)
        return `The session is for ${file}, an empty file.`;
    if (missingRanges.length === 0)
        return `The session is complete: its chunks cover all ${sizeBytes} bytes of ${file}.`;
    const missing = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    return `The session is incomplete: ${missing} of ${sizeBytes} bytes of ${file} ${missing === 1 ? 'is' : 'are'} missing (${describeRanges(missingRanges)}).`;
}
function describeRanges(ranges) {
    const shown = ranges.slice(0, 5).map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
    const more = ranges.length > shown.length ? ` and ${ranges.length - shown.length} more ranges` : '';
    return `${shown.join(', ')}${more}, counted from 0`;
}
function describeFailure({ attempt }) {
    const isUnread = attempt.kind === 'answered' && attempt.status < 300 && attempt.body !== 'page' && !attempt.error;
    return isUnread ? `the answer ${attempt.status} was none that is known` : describeAttempt(attempt);
}
function describeContent(found, path) {
    const file = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(path, 300);
    switch (found.kind) {
        case 'there':
            return `At ${file} there is a file of ${found.file.sizeBytes} bytes, modified ${iso(found.file.modifiedMs)}.`;
        case 'absent':
            return `There is no file at ${file}.`;
        case 'publishing':
            return `The file at ${file} is still being published.`;
        case 'unanswered':
            return `Looking at the content did not help: ${describeFailure(found)}.`;
    }
}
function isWithoutSessionApi(found) {
    return found.kind === 'unanswered' && found.attempt.kind === 'answered' && found.attempt.status === 400;
}
function describeProof({ last, content, session }) {
    const answer = last?.kind === 'answered' && last.status === 200 ? 'the last answer was 200' : 'the session is gone';
    const file = content?.kind === 'there' && session
        ? `, and at ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(session.path, 300)} there is a file of the session's ${content.file.sizeBytes} bytes, modified ${iso(content.file.modifiedMs)}`
        : '';
    return `An earlier answer left that in doubt; what proves it: ${answer}${file}.`;
}
function describeFindings({ sessionNow, content, session }) {
    const sentences = [
        ...(sessionNow ? [describeSession(sessionNow)] : []),
        ...(content && session ? [describeContent(content, session.path)] : []),
    ];
    return sentences.join(' ');
}
function effort({ attempts, durationMs }) {
    return `${attempts === 1 ? '' : `${attempts} attempts, `}${duration(durationMs)}`;
}
function duration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1).replace('.0', '')} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}
function iso(epochMs) {
    return new Date(epochMs).toISOString();
}
function errorOf(outcome, endpointUrl) {
    const { last, result } = outcome;
    if (result === 'committed')
        return { code: '', message: '' };
    const sentence = describeOutcome(outcome, endpointUrl);
    if (last?.kind === 'answered')
        return { code: last.error?.code ?? '', message: last.error?.message ?? sentence };
    return { code: last?.code ?? 'CANCELLED', message: sentence };
}


/***/ }),

/***/ 848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   X2: () => (/* binding */ isAmbiguous),
/* harmony export */   rL: () => (/* binding */ signOf)
/* harmony export */ });
function signOf(attempt) {
    if (attempt.kind === 'unanswered')
        return attempt.sent && !isRefusal(attempt.status) ? 'vague' : 'refused';
    const { status, error, body } = attempt;
    if (status === 200)
        return error === undefined && (body === 'empty' || body === 'json') ? 'done' : 'refused';
    if (status === 400 && error?.code === 'E_INVALIDARG')
        return 'invalid';
    if (status === 500 && error !== undefined)
        return error.code === 'OperationsPending' ? 'pending' : 'broken';
    return status >= 500 && status !== 501 && status !== 505 ? 'vague' : 'refused';
}
function isRefusal(status) {
    return status !== undefined && status >= 400 && status < 500;
}
function isAmbiguous(sign) {
    return sign === 'broken' || sign === 'pending' || sign === 'vague';
}
function judge({ signs, session, content }) {
    const last = signs.at(-1);
    const doubts = signs.filter(isAmbiguous);
    const published = content === 'ours';
    const notPublished = content === 'not ours' || content === 'absent';
    if (doubts.length === 0)
        return { result: last === 'done' ? 'committed' : 'failed', ground: 'answered' };
    if (published && (last === 'done' || session === 'gone'))
        return { result: 'committed', ground: 'published' };
    if (session === 'incomplete')
        return { result: 'failed', ground: 'incomplete' };
    if (notPublished && last === 'invalid' && session === 'complete')
        return { result: 'failed', ground: 'not published' };
    if (notPublished && last === 'broken' && doubts.every((sign) => sign === 'broken')) {
        return { result: 'failed', ground: 'broken off' };
    }
    return { result: 'unknown', ground: 'undecided' };
}


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
;// CONCATENATED MODULE: external "./crypto.cjs"
const external_crypto_cjs_namespaceObject = require("./crypto.cjs");
;// CONCATENATED MODULE: external "./fs.cjs"
const external_fs_cjs_namespaceObject = require("./fs.cjs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_cjs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_cjs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_cjs_namespaceObject.randomUUID()}`;
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
// EXTERNAL MODULE: external "./https.cjs"
var external_https_cjs_ = __nccwpck_require__(605);
var external_https_cjs_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_cjs_, 2);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var proxy = __nccwpck_require__(783);
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: external "./unused.cjs"
var external_unused_cjs_ = __nccwpck_require__(874);
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
        info.httpModule = usingSsl ? external_https_cjs_namespaceObject : external_http_namespaceObject;
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
            agent = usingSsl ? new external_https_cjs_.Agent(options) : new external_http_.Agent(options);
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
        proxyAgent = new external_unused_cjs_.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
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


const { access, appendFile, writeFile } = external_fs_cjs_namespaceObject.promises;
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
                yield access(pathFromEnv, external_fs_cjs_namespaceObject.constants.R_OK | external_fs_cjs_namespaceObject.constants.W_OK);
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
;// CONCATENATED MODULE: ./build/src/cancellation.js
function cancellable() {
    const listeners = new Set();
    let requested = false;
    return {
        get requested() {
            return requested;
        },
        onRequest: (stop) => {
            listeners.add(stop);
            return () => listeners.delete(stop);
        },
        request: () => {
            requested = true;
            for (const stop of listeners)
                stop();
            listeners.clear();
        },
    };
}
function cancelledByRunner(announce) {
    const cancellation = cancellable();
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => {
            if (!cancellation.requested)
                announce();
            cancellation.request();
        });
    }
    return cancellation;
}

;// CONCATENATED MODULE: ./build/src/clock.js
function sleep(clock, delayMs, cancellation) {
    return new Promise((resolve) => {
        if (cancellation.requested) {
            resolve();
            return;
        }
        const finish = () => {
            cancel();
            forget();
            resolve();
        };
        const cancel = clock.after(delayMs, finish);
        const forget = cancellation.onRequest(finish);
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

// EXTERNAL MODULE: ./build/src/verdict.js
var src_verdict = __nccwpck_require__(848);
;// CONCATENATED MODULE: ./build/src/retry.js

const sessionLifeMs = 30 * 60_000;
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
function decide(progress, limits, random) {
    const { attempts, elapsedMs, pendingMs, epochMs } = progress;
    const last = attempts.at(-1);
    if (last === undefined || !isWorthRepeating(attempts, last))
        return { again: false, why: 'final' };
    const pending = (0,src_verdict/* signOf */.rL)(last) === 'pending';
    const counted = attempts.filter((attempt) => (0,src_verdict/* signOf */.rL)(attempt) !== 'pending').length;
    if (pending ? limits.maxAttempts === 1 : counted >= limits.maxAttempts)
        return { again: false, why: 'attempts' };
    const backoffMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts.length - 1) * (0.75 + random / 2));
    const askedMs = last.kind === 'answered' ? retryAfterMs(last.headers.retryAfter, epochMs) : undefined;
    let waitMs = askedMs ?? backoffMs;
    if (pending) {
        const leftMs = limits.timeoutSeconds * 1_000 - (pendingMs ?? 0);
        if (leftMs <= 0)
            return { again: false, why: 'pending' };
        waitMs = Math.min(Math.max(waitMs, backoffMs), leftMs);
    }
    if (elapsedMs + waitMs > sessionLifeMs)
        return { again: false, why: 'time' };
    return { again: true, waitMs: Math.round(waitMs) };
}
function isTransient(attempt) {
    return isWorthRepeating([attempt], attempt);
}
function isWorthRepeating(attempts, last) {
    if (last.kind === 'unanswered') {
        if (last.problem === 'cancelled')
            return false;
        if (last.problem === 'connect')
            return !isFinalConnectFailure(last.code);
        return (0,src_verdict/* signOf */.rL)(last) === 'vague' || last.problem === 'deadline' || isBusyStatus(last.status);
    }
    const { status, error } = last;
    if (isBusyStatus(status) || [502, 503, 504].includes(status))
        return true;
    if (status === 400)
        return error?.code === 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED';
    if (status !== 500)
        return false;
    if ((0,src_verdict/* signOf */.rL)(last) === 'pending')
        return true;
    const others = attempts.filter((each) => each.kind === 'answered' && each.status === 500 && (0,src_verdict/* signOf */.rL)(each) !== 'pending');
    return others.length <= 1;
}
function isFinalConnectFailure(code) {
    return /^ENOTFOUND$|^EPROTO$|^ERR_(SSL|TLS)_|^PROXY_REFUSED$|^PFX_|CERT|SIGNED|^UNABLE_TO_|^INVALID_|^PATH_LENGTH_|^UNSPECIFIED$/.test(code);
}
function isBusyStatus(status) {
    return status === 408 || status === 429;
}
function retryAfterMs(value, epochMs) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1_000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - epochMs);
}

;// CONCATENATED MODULE: ./build/src/commit.js



const heartbeatMs = 30_000;
const lookUpMs = 15_000;
const [lookUpRetries, publishingRetries] = [2, 3];
const clockSkewMs = 2 * 60_000;
async function commitSession(sessionId, opening, options) {
    const { store, clock, random, cancellation, turns, timeoutSeconds, tell } = options;
    const attempts = [];
    let startedMs;
    let firstPendingMs;
    let session;
    let isGone = false;
    const elapsedMs = () => (startedMs === undefined ? 0 : clock.now() - startedMs);
    const end = (verdict, found = {}) => {
        const last = attempts.at(-1);
        const known = { ...(last && { last }), ...(session && { session }) };
        const outcome = { sessionId, ...verdict, attempts: attempts.length, durationMs: elapsedMs(), ...known, ...found };
        tell({ kind: 'ended', sessionId, outcome });
        return outcome;
    };
    const attempt = async () => {
        const sentMs = clock.now();
        const answer = store.commit(sessionId, timeoutSeconds, cancellation);
        if (attempts.length === 0)
            tell({ kind: 'begun', sessionId });
        const beat = () => tell({ kind: 'waiting', sessionId, waitedMs: clock.now() - sentMs });
        return answer.finally(every(clock, heartbeatMs, beat));
    };
    const lookUpSession = async () => {
        const found = await repeated((leftMs) => store.lookUpSession(sessionId, leftMs, cancellation), options);
        if (found.kind === 'there')
            session = found.session;
        tell({ kind: 'session', sessionId, found });
        return found;
    };
    const lookUpContent = async (path) => {
        for (let retries = 0;; retries += 1) {
            const found = await repeated((leftMs) => store.lookUpContent(path, leftMs, cancellation), options);
            tell({ kind: 'content', sessionId, path, found });
            if (found.kind !== 'publishing' || retries === publishingRetries || cancellation.requested)
                return found;
            await sleep(clock, 1_000 * 2 ** retries, cancellation);
        }
    };
    const conclude = async (signs, stopped, asked) => {
        if (!signs.some(src_verdict/* isAmbiguous */.X2)) {
            const sessionNow = signs.at(-1) === 'invalid' ? await lookUpSession() : undefined;
            return end((0,src_verdict/* judge */.S4)({ signs }), { stopped, ...(sessionNow && { sessionNow }) });
        }
        if (signs.at(-1) === 'done' && session) {
            const content = await lookUpContent(session.path);
            const verdict = (0,src_verdict/* judge */.S4)({ signs, content: contentSign(content, session) });
            if (verdict.result === 'committed')
                return end(verdict, { stopped, content });
        }
        const sessionNow = asked ?? (await lookUpSession());
        const content = session && (await lookUpContent(session.path));
        const evidence = {
            signs,
            session: sessionSign(sessionNow, session),
            content: session && contentSign(content, session),
        };
        return end((0,src_verdict/* judge */.S4)(evidence), { stopped, sessionNow, ...(content && { content }) });
    };
    const cancelled = () => end({ result: attempts.map(src_verdict/* signOf */.rL).some(src_verdict/* isAmbiguous */.X2) ? 'unknown' : 'failed', ground: 'cancelled' });
    const step = async (failure) => {
        startedMs ??= clock.now();
        const last = failure ?? (await attempt());
        attempts.push(last);
        const signs = attempts.map(src_verdict/* signOf */.rL);
        const inDoubt = signs.some(src_verdict/* isAmbiguous */.X2);
        if ((0,src_verdict/* signOf */.rL)(last) === 'pending')
            firstPendingMs ??= clock.now();
        let asked;
        if (inDoubt && session === undefined && !isGone && !cancellation.requested) {
            tell({ kind: 'doubt', sessionId, number: attempts.length, attempt: last });
            asked = await lookUpSession();
            isGone = asked.kind === 'gone';
        }
        const pendingMs = firstPendingMs === undefined ? undefined : clock.now() - firstPendingMs;
        const progress = { attempts, elapsedMs: elapsedMs(), pendingMs, epochMs: clock.epochMs() };
        const decision = decide(progress, options, random());
        if (cancellation.requested && (inDoubt || decision.again))
            return cancelled();
        if (!decision.again)
            return conclude(signs, decision.why, asked);
        tell({ kind: 'again', sessionId, number: attempts.length, attempt: last, waitMs: decision.waitMs });
        return decision;
    };
    for (let failure = opening;; failure = await turns.take('later')) {
        let next;
        if (cancellation.requested)
            next = cancelled();
        else if (elapsedMs() > sessionLifeMs)
            next = await conclude(attempts.map(src_verdict/* signOf */.rL), 'time');
        else
            next = await step(failure);
        if (failure === undefined)
            turns.end(attempts.at(-1));
        if ('result' in next)
            return next;
        await sleep(clock, next.waitMs, cancellation);
    }
}
async function repeated(ask, { clock, cancellation }) {
    const startedMs = clock.now();
    for (let retries = 0;; retries += 1) {
        const found = await ask(lookUpMs - (clock.now() - startedMs));
        const waitMs = 1_000 * 2 ** retries;
        const isOver = retries === lookUpRetries || clock.now() - startedMs + waitMs >= lookUpMs || cancellation.requested;
        if (isOver || !isFailure(found) || !isTransient(found.attempt))
            return found;
        await sleep(clock, waitMs, cancellation);
    }
}
function isFailure(found) {
    return typeof found === 'object' && found !== null && 'kind' in found && found.kind === 'unanswered';
}
function sessionSign(found, lastSeen) {
    if (found.kind === 'unanswered')
        return undefined;
    if (found.kind === 'gone')
        return lastSeen?.missingRanges.length === 0 ? 'gone' : undefined;
    return found.session.missingRanges.length === 0 ? 'complete' : 'incomplete';
}
function contentSign(found, session) {
    if (found?.kind === 'absent')
        return 'absent';
    if (found?.kind !== 'there')
        return undefined;
    const { sizeBytes, modifiedMs } = found.file;
    return sizeBytes === session.sizeBytes && modifiedMs >= session.lastChunkMs - clockSkewMs ? 'ours' : 'not ours';
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

// EXTERNAL MODULE: ./build/src/json.js
var json = __nccwpck_require__(715);
;// CONCATENATED MODULE: ./build/src/fabric-error.js

function parseFabricError(body) {
    const error = (0,json/* member */.Dc)((0,json/* parseJson */.qF)(body), 'error');
    const code = (0,json/* member */.Dc)(error, 'code');
    if (typeof code !== 'string' || code.trim() === '')
        return undefined;
    const message = (0,json/* member */.Dc)(error, 'message');
    if (typeof message !== 'string' || message.trim() === '' || message === 'Null')
        return { code: code.trim() };
    return { code: code.trim(), message };
}

// EXTERNAL MODULE: ./build/src/listings.js
var listings = __nccwpck_require__(736);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(67);
// EXTERNAL MODULE: ./build/src/connect.js + 1 modules
var connect = __nccwpck_require__(405);
;// CONCATENATED MODULE: ./build/src/transport.js



const maxBodyBytes = 64 * 1024;
class TransportError extends Error {
    name = 'TransportError';
    problem;
    code;
    sent;
    begun;
    constructor(problem, code, message, details) {
        super(message, { cause: details.cause });
        this.problem = problem;
        this.code = code;
        this.sent = details.sent;
        this.begun = details.begun;
    }
}
function openTransport({ userAgent, ...options }) {
    const connections = (0,connect/* openConnections */.qP)(options);
    const client = new lib_HttpClient(userAgent, [], { socketTimeout: 2 ** 31 - 1 });
    const common = { client, userAgent: client.userAgent ?? userAgent, connections, clock: options.clock };
    return {
        exchange: (request) => exchange(request, common),
        close: () => connections.close(),
    };
}
function exchange(asked, common) {
    return new Promise((resolve, reject) => {
        let sent = false;
        let begun;
        let request;
        const finish = () => {
            cancelDeadline();
            forgetCancellation();
        };
        const fail = (problem, code, message, cause) => {
            finish();
            reject(new TransportError(problem, code, message, { sent: sent && problem !== 'connect', begun, cause }));
            request?.destroy();
        };
        const end = (error) => {
            const { code, message } = describe(error);
            fail(sent && !isHandshakeRefusal(code) ? 'cut' : 'connect', code, message, error);
        };
        const cancelDeadline = common.clock.after(asked.deadlineMs, () => fail('deadline', 'DEADLINE', `no whole answer within ${asked.deadlineMs / 1000} s`));
        const cancel = () => fail('cancelled', 'CANCELLED', 'the step was cancelled');
        const forgetCancellation = asked.cancellation.onRequest(cancel);
        send(asked, common, {
            begin: (own) => {
                request = own;
            },
            connect: () => {
                sent = true;
            },
            answer: (message) => {
                begun = { status: message.statusCode ?? 0, reason: message.statusMessage ?? '' };
                readAnswer(message).then((answer) => {
                    finish();
                    resolve(answer);
                }, end);
            },
            end,
        });
        if (asked.cancellation.requested)
            cancel();
    });
}
function send({ method, url, headers }, { client, userAgent, connections }, course) {
    let isOver = false;
    const end = (error) => {
        if (isOver)
            return;
        isOver = true;
        course.end(error);
    };
    const begin = (options, onResponse) => {
        const request = (0,external_node_http_.request)(options, onResponse);
        course.begin(request);
        request.once('socket', course.connect);
        request.once('upgrade', ({ statusCode }, socket) => {
            socket.destroy();
            end((0,connect/* failure */.V2)(`the answer was an upgrade (${statusCode})`, 'UNEXPECTED_UPGRADE'));
        });
        request.once('close', () => {
            if (!isOver)
                end((0,connect/* failure */.V2)('the connection closed without an answer', 'ECONNRESET'));
        });
        return request;
    };
    const parsedUrl = new URL(url);
    const path = `${parsedUrl.pathname}${parsedUrl.search}`;
    const options = connections.prepare({ method, path, headers: { ...headers, 'user-agent': userAgent } });
    const body = method === 'POST' ? '' : null;
    const httpModule = Object.create(null, { request: { value: begin } });
    try {
        client.requestRawWithCallback({ options, parsedUrl, httpModule }, body, (error, response) => {
            if (response === undefined) {
                end(error);
            }
            else if (!isOver) {
                isOver = true;
                course.answer(response.message);
            }
        });
    }
    catch (error) {
        end(error);
    }
}
function isHandshakeRefusal(code) {
    return /^ERR_SSL_.*ALERT_(?:(?:BAD|UNSUPPORTED)_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(code);
}
function readAnswer(message) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        const cutOff = () => reject((0,connect/* failure */.V2)('the answer was cut off', 'ECONNRESET'));
        const finish = () => {
            message.off('close', cutOff);
            resolve({
                status: message.statusCode ?? 0,
                reason: message.statusMessage ?? '',
                headers: message.headers,
                body: Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8'),
                truncated: size > maxBodyBytes,
            });
        };
        message.on('data', (chunk) => {
            chunks.push(chunk);
            size += chunk.length;
            if (size <= maxBodyBytes)
                return;
            finish();
            message.destroy();
        });
        message.once('end', finish);
        message.once('error', reject);
        message.once('close', cutOff);
    });
}
function describe(error) {
    if (!(error instanceof Error))
        return { code: 'UNKNOWN', message: String(error) };
    const inner = error instanceof AggregateError ? error.errors : [];
    const texts = inner.map((each) => describe(each).message).filter((text) => text !== '');
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    const message = error.message || [...new Set(texts)].join('; ') || code || error.name;
    return { code: code ?? (inner.length > 0 ? describe(inner[0]).code : 'UNKNOWN'), message };
}

;// CONCATENATED MODULE: ./build/src/image-store.js





const apiVersion = '6.0';
const patienceMs = 15_000;
function openImageStore(options) {
    const { endpointUrl, transport, clock, random, authorization, strike, runLabel } = options;
    const pathsAsTheyAre = new Map();
    const ask = async (method, target, { deadlineMs, cancellation }) => {
        const startedMs = clock.now();
        try {
            const url = `${endpointUrl}/ImageStore/${target}`;
            const headers = {
                accept: 'application/json',
                'X-ServiceFabricRequestId': `${runLabel}:${requestId(random)}`,
                ...(authorization && { authorization }),
            };
            const answer = await transport.exchange({ method, url, headers, deadlineMs, cancellation });
            return { attempt: answered(answer, clock.now() - startedMs, strike), body: answer.body };
        }
        catch (error) {
            if (!(error instanceof TransportError))
                throw error;
            return { attempt: unanswered(error, clock.now() - startedMs, strike), body: '' };
        }
    };
    return {
        commit: async (sessionId, timeoutSeconds, cancellation) => {
            const query = `api-version=${apiVersion}&session-id=${sessionId}&timeout=${timeoutSeconds}`;
            const deadlineMs = timeoutSeconds * 1_000 + patienceMs;
            return (await ask('POST', `$/CommitUploadSession?${query}`, { deadlineMs, cancellation })).attempt;
        },
        lookUpSession: async (sessionId, deadlineMs, cancellation) => {
            const query = `api-version=${apiVersion}&session-id=${sessionId}`;
            const { attempt, body } = await ask('GET', `$/GetUploadSession?${query}`, { deadlineMs, cancellation });
            if (!hasStatus(attempt, 200, 204))
                return { kind: 'unanswered', attempt };
            const found = (0,listings/* readSession */.lx)(body, sessionId) ?? { kind: 'unanswered', attempt };
            if (found.kind !== 'there')
                return found;
            const path = strike(found.session.path);
            pathsAsTheyAre.set(path, found.session.path);
            return { kind: 'there', session: { ...found.session, path } };
        },
        lookUpContent: async (shownPath, deadlineMs, cancellation) => {
            const path = pathsAsTheyAre.get(shownPath) ?? shownPath;
            const target = `${(0,listings/* inUrl */.Hc)(path)}?api-version=${apiVersion}`;
            const { attempt, body } = await ask('GET', target, { deadlineMs, cancellation });
            if (hasStatus(attempt, 404)) {
                if (attempt.error?.code === 'FABRIC_E_FILE_NOT_FOUND')
                    return { kind: 'publishing' };
                return attempt.body === 'page' ? { kind: 'unanswered', attempt } : { kind: 'absent' };
            }
            if (!hasStatus(attempt, 200, 204))
                return { kind: 'unanswered', attempt };
            return (0,listings/* readContent */.c_)(body, path) ?? { kind: 'unanswered', attempt };
        },
    };
}
function hasStatus(attempt, ...statuses) {
    return attempt.kind === 'answered' && statuses.includes(attempt.status) && attempt.body !== 'endless';
}
function requestId(random) {
    return dist_node_v4({ random: Uint8Array.from({ length: 16 }, () => random() * 256) });
}
function answered(answer, durationMs, strike) {
    const { status, reason, headers, body, truncated } = answer;
    const empty = body.trim() === '';
    const error = empty ? undefined : parseFabricError(body);
    const server = [headers['server']].flat()[0];
    const { location, 'retry-after': retryAfter } = headers;
    return {
        kind: 'answered',
        status,
        reason: strike(reason),
        ...(error && {
            error: { code: strike(error.code), ...(error.message !== undefined && { message: strike(error.message) }) },
        }),
        body: truncated ? 'endless' : empty ? 'empty' : (0,json/* parseJson */.qF)(body) === undefined ? 'page' : 'json',
        headers: {
            ...(server && { server: strike(server) }),
            ...(location && { location: strike(location) }),
            ...(retryAfter && { retryAfter }),
        },
        durationMs,
    };
}
function unanswered(error, durationMs, strike) {
    const { problem, code, message, sent, begun } = error;
    const status = begun && { status: begun.status };
    return { kind: 'unanswered', problem, code, message: strike(message), sent, ...status, durationMs };
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/nil.js
/* harmony default export */ const nil = ('00000000-0000-0000-0000-000000000000');

// EXTERNAL MODULE: ./build/src/complaint.js
var complaint = __nccwpck_require__(840);
;// CONCATENATED MODULE: ./build/src/endpoint.js

const accepted = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";
function parseEndpoint(value, complain) {
    if (value === '')
        return complain((0,complaint/* emptyInput */.Wb)('endpoint', accepted));
    const reject = (reason, corrected) => complain(`endpoint ${quoted(value)} ${reason}; ${corrected === undefined ? `it takes ${accepted}` : `write ${corrected}`}.`);
    if (/[\s\\\u0000-\u001F\u007F]/.test(value))
        return reject('has a blank, a line break or a backslash in it');
    if (/^https?:\/(?!\/)/i.test(value))
        return reject('is not a URL');
    const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
    const url = parseUrl(scheme === undefined ? `http://${value}` : value.replace(/^[^:]+/, scheme === 'https' ? scheme : 'http'));
    if (url === undefined || url.hostname === '')
        return reject('is not a URL');
    const faults = [];
    if (scheme === undefined)
        faults.push('has no scheme');
    else if (scheme === 'tcp')
        faults.push("is the native client's address (tcp://), not the HTTP gateway's");
    else if (scheme !== 'http' && scheme !== 'https')
        return reject(`has the scheme ${scheme}`);
    if (url.port === '19000')
        faults.push("has port 19000, the native client's; HTTP is usually on 19080");
    if (url.username !== '' || url.password !== '')
        faults.push('has a user name or password in it, which the gateway does not know');
    const explorer = /\/Explorer(?:\/.*)?$/i;
    if (explorer.test(url.pathname))
        faults.push('leads to the Explorer, a page for people');
    else if (url.search !== '' || value.includes('?'))
        faults.push('has a query');
    else if (url.hash !== '' || value.includes('#'))
        faults.push('has a fragment');
    const port = url.port === '19000' || (scheme === 'tcp' && url.port === '') ? '19080' : url.port;
    const host = port === '' ? url.hostname : `${url.hostname}:${port}`;
    const rest = `${host}${url.pathname.replace(explorer, '').replace(/\/+$/, '')}`;
    if (faults.length > 0) {
        const known = scheme === 'http' || scheme === 'https';
        return reject((0,complaint/* listed */.KE)(faults), known ? `${scheme}://${rest}` : `https://${rest}, or http://${rest} if the cluster is not secured`);
    }
    return {
        url: `${url.protocol}//${rest}`,
        secure: url.protocol === 'https:',
        portNamed: /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(value),
    };
}
function quoted(value) {
    return (0,complaint/* quote */.hD)(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, '$1***@'));
}
function parseUrl(text) {
    return URL.canParse(text) ? new URL(text) : undefined;
}

// EXTERNAL MODULE: ./build/src/proxy.js
var src_proxy = __nccwpck_require__(494);
;// CONCATENATED MODULE: ./build/src/inputs.js




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
const secretInputs = ['client-certificate', 'client-key', 'client-certificate-password', 'access-token'];
async function readInputs({ read, environment, secrets, epochMs }) {
    secrets.add(...secretInputs.map(read));
    const problems = [];
    const complain = (problem) => {
        problems.push(problem);
        return undefined;
    };
    const value = (name) => read(name).trim();
    const number = (name, unset, max) => value(name) === '' ? unset : parseWholeNumber(name, value(name), max, complain);
    const endpoint = parseEndpoint(value('endpoint'), complain);
    const sessionIds = parseSessionIds(value('session-id'), complain);
    const timeoutSeconds = number('timeout', 60, 4_294_967_295);
    const maxAttempts = number('max-attempts', 5, 100);
    const concurrency = number('concurrency', 8, 64);
    const security = await readSecurity({ read, value, endpoint, secrets, epochMs }, complain);
    const proxy = endpoint && (0,src_proxy/* findProxy */.EE)(endpoint.url, environment, secrets, complain);
    if (problems.length > 0 ||
        endpoint === undefined ||
        sessionIds === undefined ||
        timeoutSeconds === undefined ||
        maxAttempts === undefined ||
        concurrency === undefined) {
        throw new InputError(problems);
    }
    const way = { ...(proxy && { proxy }), ...(security && { security }) };
    return { endpoint, sessionIds, timeoutSeconds, maxAttempts, concurrency, ...way };
}
async function readSecurity(source, complain) {
    const { read, value, endpoint, secrets, epochMs } = source;
    const skip = value('tls-skip-verify') || 'false';
    const skipVerify = /^true$/i.test(skip);
    if (!/^(?:true|false)$/i.test(skip))
        complain(`tls-skip-verify is ${(0,complaint/* quote */.hD)(skip)}; it takes true or false.`);
    const serverInputs = ['server-ca', 'server-certificate-thumbprints', 'server-common-names'];
    const own = secretInputs.filter((name) => (name === 'client-certificate-password' ? read(name) : value(name)) !== '');
    const server = serverInputs.filter((name) => value(name) !== '');
    const set = [...own, ...server, ...(skipVerify ? ['tls-skip-verify'] : [])];
    if (endpoint?.secure === false && set.length > 0) {
        return complain(`${(0,complaint/* listed */.KE)(set)} ${set.length === 1 ? 'needs' : 'need'} TLS, but the endpoint begins with http://; write https:// or leave it out.`);
    }
    if (skipVerify && server.length > 0) {
        complain(`tls-skip-verify is true, so that ${(0,complaint/* listed */.KE)(server)} would not be looked at; leave out one or the other.`);
    }
    const [, thumbprints, commonNames] = serverInputs;
    if (server.includes(thumbprints) && server.includes(commonNames)) {
        complain(`${thumbprints} and ${commonNames} exclude each other: a pinned certificate may have any name; leave one out.`);
    }
    let credentials = { secrets: [], warnings: [] };
    let trust = skipVerify ? { kind: 'anyone' } : { kind: 'authority', ca: [] };
    if (own.length > 0) {
        const { readCredentials } = await __nccwpck_require__.e(/* import() */ 420).then(__nccwpck_require__.bind(__nccwpck_require__, 420));
        const written = {
            clientCertificate: value('client-certificate'),
            clientKey: value('client-key'),
            clientCertificatePassword: read('client-certificate-password'),
            accessToken: value('access-token'),
        };
        credentials = readCredentials(written, complain, epochMs);
        secrets.add(...(credentials?.secrets ?? []));
    }
    if (server.length > 0 && !skipVerify) {
        const { readTrust } = await __nccwpck_require__.e(/* import() */ 365).then(__nccwpck_require__.bind(__nccwpck_require__, 365));
        const written = { serverCa: value('server-ca'), thumbprints: value(thumbprints), commonNames: value(commonNames) };
        trust = readTrust(written, complain);
    }
    return endpoint?.secure && trust && credentials ? { trust, credentials } : undefined;
}
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
function parseSessionIds(value, complain) {
    const accepted = 'the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks';
    const written = value.split(/[\s,]+/).filter((id) => id !== '');
    if (written.length === 0)
        return complain((0,complaint/* emptyInput */.Wb)('session-id', accepted));
    const wrong = written.filter((id) => !guid.test(id) || id === nil);
    for (const id of wrong.slice(0, 5)) {
        complain(id === nil
            ? `session-id ${(0,complaint/* quote */.hD)(id)} is the nil GUID, which no upload session can have; give the one that the chunks were uploaded under.`
            : `session-id ${(0,complaint/* quote */.hD)(id)} is not a GUID of 36 characters with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef.`);
    }
    if (wrong.length > 5)
        return complain(`session-id holds ${wrong.length - 5} more values that are no such GUIDs.`);
    if (wrong.length > 0)
        return undefined;
    const seen = new Set();
    return written.filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
}
function parseWholeNumber(name, value, max, complain) {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= 1 && number <= max)
        return number;
    const unit = name === 'timeout' ? 'whole seconds' : 'a whole number';
    return complain(`${name} is ${(0,complaint/* quote */.hD)(value)}; it takes ${unit} from 1 to ${max}, in decimal digits only.`);
}

// EXTERNAL MODULE: ./build/src/foreign-text.js
var foreign_text = __nccwpck_require__(153);
;// CONCATENATED MODULE: ./build/src/log.js


const maxAnnotationCharacters = 4_000;
const runnerLog = {
    info: (line) => info(harmless(line)),
    isDebug: isDebug(),
    debug: (line) => core_debug((0,foreign_text/* oneLine */.TN)(line, maxLineCharacters)),
    warning: (text) => warning((0,foreign_text/* cutAt */.og)(text, maxAnnotationCharacters)),
    error: (title, text) => error((0,foreign_text/* cutAt */.og)(text, maxAnnotationCharacters), { title }),
};
const maxLineCharacters = 2_000;
function harmless(line) {
    return (0,foreign_text/* oneLine */.TN)(line, maxLineCharacters).replaceAll('##[', '## [').replace(/^::/, ': :');
}
function withoutSecrets(log, { strike }) {
    return {
        info: (line) => log.info(strike(line)),
        isDebug: log.isDebug,
        debug: (line) => log.debug(strike(line)),
        warning: (text) => log.warning(strike(text)),
        error: (title, text) => log.error(title, strike(text)),
    };
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
// EXTERNAL MODULE: ./build/src/sentences.js
var sentences = __nccwpck_require__(331);
;// CONCATENATED MODULE: ./build/src/report.js




const outputNames = ['result', 'status-code', 'error-code', 'error-message', 'attempts', 'sessions'];
function introduce(target, security, log) {
    if (target.proxy)
        log.info(`Through the proxy ${target.proxy.name}`);
    if (target.certificate) {
        log.info(`Client certificate ${target.certificate.subject}, thumbprint ${target.certificate.thumbprint}`);
    }
    for (const warning of security?.credentials.warnings ?? [])
        log.warning(warning);
    if (security?.trust.kind !== 'anyone')
        return;
    log.warning('tls-skip-verify is true: whoever answers in place of the cluster is believed, and is sent what proves who you are. ' +
        'server-certificate-thumbprints accepts a self-signed certificate as well, and that one alone.');
}
function tellFinding(finding, log) {
    const rest = {
        'asks late': 'connected with TLS 1.2, in which it can ask later.',
        'cannot ask': 'it speaks TLS 1.3 alone, so that the certificate cannot be shown.',
    };
    log.info(`The server did not ask for the client certificate in the TLS 1.3 handshake; ${rest[finding]}`);
}
function overall(outcomes) {
    const results = outcomes.map(({ result }) => result);
    return results.includes('failed') ? 'failed' : results.includes('unknown') ? 'unknown' : 'committed';
}
function toOutputs(outcomes, target) {
    const shown = outcomes.find(({ result }) => result !== 'committed') ?? outcomes.at(-1);
    const error = shown ? (0,sentences/* errorOf */.Mz)(shown, target.url) : { code: '', message: '' };
    return {
        result: overall(outcomes),
        'status-code': String(shown?.last?.status ?? ''),
        'error-code': error.code,
        'error-message': error.message,
        attempts: String(outcomes.reduce((sum, { attempts }) => sum + attempts, 0)),
        sessions: toSessions(outcomes, target),
    };
}
const maxSessionsBytes = 1_000_000;
const shortenings = [
    { message: Number.POSITIVE_INFINITY, ranges: Number.POSITIVE_INFINITY, path: Number.POSITIVE_INFINITY },
    { message: 2_000, ranges: 100, path: 1_000 },
    { message: 300, ranges: 10, path: 300 },
    { message: 60, ranges: 2, path: 80 },
    { message: 0, ranges: 0, path: 0 },
];
function toSessions(outcomes, target) {
    let json = '';
    for (const limits of shortenings) {
        const messages = outcomes.reduce((sum, { last }) => sum + Math.min(messageLength(last), limits.message), 0);
        if (messages > maxSessionsBytes)
            continue;
        json = JSON.stringify(outcomes.map((outcome) => toRow(outcome, target, limits)));
        if (Buffer.byteLength(json) <= maxSessionsBytes)
            break;
    }
    return json;
}
function messageLength(last) {
    return last?.kind === 'answered' ? (last.error?.message?.length ?? 0) : 0;
}
function toRow(outcome, target, limits) {
    const { sessionId, result, last, attempts, durationMs, session } = outcome;
    const error = (0,sentences/* errorOf */.Mz)(outcome, target.url);
    const ranges = session && session.sizeBytes > 0 ? session.missingRanges : undefined;
    return {
        sessionId,
        result,
        statusCode: last?.status ?? null,
        errorCode: error.code || null,
        errorMessage: (0,foreign_text/* cutAt */.og)(error.message, limits.message) || null,
        attempts,
        durationMs,
        path: (0,foreign_text/* cutAt */.og)(session?.path ?? '', limits.path) || null,
        missingRanges: ranges && ranges.length <= limits.ranges ? ranges : null,
    };
}
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
function writeOutputs(outputs) {
    for (const name of outputNames)
        setOutput(name, outputs[name]);
}
function annotate(outcomes, target, advise) {
    const [first, ...others] = outcomes.filter(({ result }) => result !== 'committed');
    if (first === undefined)
        return '';
    const advice = advise(first, target);
    const one = `${(0,sentences/* describeOutcome */.SS)(first, target.url)}${advice ? ` ${advice}` : ''}`;
    if (others.length === 0)
        return one;
    const ids = others.slice(0, 4).map(({ sessionId, result }) => `${sessionId} (${result})`);
    const more = others.length > ids.length ? ` and ${others.length - ids.length} more` : '';
    return `${others.length + 1} of ${outcomes.length} upload sessions are not committed. ${one}\nLikewise: ${ids.join(', ')}${more}.`;
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

;// CONCATENATED MODULE: ./build/src/secrets.js
const shortestPiece = 4;
function openSecrets(mask) {
    const pieces = new Set();
    return {
        add: (...values) => {
            for (const value of values) {
                for (const piece of [value, value.trim(), ...value.split(/\r?\n|\r/).map((line) => line.trim())]) {
                    if (piece === '' || pieces.has(piece))
                        continue;
                    pieces.add(piece);
                    mask(piece);
                }
            }
        },
        strike: (text) => {
            const found = [...pieces].filter((piece) => piece.length >= shortestPiece && text.includes(piece));
            return found.sort((a, b) => b.length - a.length).reduce((rest, piece) => rest.replaceAll(piece, '***'), text);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/story.js

const fewSessions = 10;
const failuresTold = 10;
const [progressShare, progressMs] = [0.1, 15_000];
function tellEach(told) {
    return (event) => told.log.info(eventLine(event, told));
}
function tellProgress(total, told) {
    const { clock, log, target } = told;
    const startedMs = clock.now();
    const count = { committed: 0, failed: 0, unknown: 0 };
    const inFlight = new Set();
    let [toldAt, toldMs] = [0, startedMs];
    log.info(`Committing ${total} upload sessions at ${target.url}`);
    return (event) => {
        if (log.isDebug)
            log.debug(eventLine(event, told));
        if (event.kind === 'begun')
            inFlight.add(event.sessionId);
        if (event.kind !== 'ended')
            return;
        const { outcome } = event;
        inFlight.delete(event.sessionId);
        count[outcome.result] += 1;
        const { committed, failed, unknown } = count;
        if (outcome.result !== 'committed' && failed + unknown <= failuresTold)
            log.info(eventLine(event, told));
        const [done, nowMs] = [committed + failed + unknown, clock.now()];
        if (done < total && done - toldAt < total * progressShare && nowMs - toldMs < progressMs)
            return;
        [toldAt, toldMs] = [done, nowMs];
        const left = ((nowMs - startedMs) / done) * (total - done);
        const rest = done === total ? `in ${(0,sentences/* duration */.p0)(nowMs - startedMs)}` : `${inFlight.size} in flight, about ${(0,sentences/* duration */.p0)(left)} left`;
        log.info(`${done} of ${total} done: ${committed} committed, ${failed} failed, ${unknown} unknown; ${rest}`);
    };
}
function tellShared(failure, count, { log, target }) {
    log.info(`Nobody can connect to ${target.url}: ${(0,sentences/* describeAttempt */.Be)(failure)}; this counts for ${count} waiting sessions as well`);
}
function eventLine(event, { target, limits }) {
    const { sessionId } = event;
    switch (event.kind) {
        case 'begun':
            return `Committing upload session ${sessionId} at ${target.url} (timeout ${limits.timeoutSeconds} s)`;
        case 'waiting':
            return `Upload session ${sessionId}: waiting for ${(0,sentences/* duration */.p0)(event.waitedMs)} of ${limits.timeoutSeconds} s`;
        case 'doubt':
            return `Upload session ${sessionId}: attempt ${event.number} may or may not have been carried out (${(0,sentences/* describeAttempt */.Be)(event.attempt)}); looking the session up`;
        case 'again':
            return `Upload session ${sessionId}: attempt ${event.number} brought no success (${(0,sentences/* describeAttempt */.Be)(event.attempt)}); trying again in ${(0,sentences/* duration */.p0)(event.waitMs)}`;
        case 'session':
            return `Upload session ${sessionId}: ${(0,sentences/* describeSession */._0)(event.found)}`;
        case 'content':
            return `Upload session ${sessionId}: ${(0,sentences/* describeContent */.Xb)(event.found, event.path)}`;
        case 'ended':
            return (0,sentences/* describeOutcome */.SS)(event.outcome, target.url);
    }
}

;// CONCATENATED MODULE: ./build/src/summary.js


const badges = { committed: '✅ committed', failed: '❌ failed', unknown: '❓ unknown' };
function summarize(outcomes, endpoint, advise) {
    const order = ['failed', 'unknown', 'committed'];
    const sorted = order.flatMap((wanted) => outcomes.filter(({ result }) => result === wanted));
    return [
        `<h3>${(0,foreign_text/* html */.qy)(headline(outcomes))}</h3>`,
        `<p>Service Fabric image store at <code>${(0,foreign_text/* html */.qy)(endpoint.url)}</code></p>`,
        '<table>',
        '<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>',
        ...sorted.map(row),
        '</table>',
        ...explanations(sorted.filter(({ result }) => result !== 'committed'), endpoint, advise),
        '',
    ].join('\n');
}
function summarizeProblem(title, message) {
    const lines = message.split('\n').map((line) => (0,foreign_text/* html */.qy)(line, 2_000));
    return `<h3>❌ ${title}</h3>\n<p>${lines.join('<br>')}</p>\n`;
}
function headline(outcomes) {
    const count = (wanted) => outcomes.filter(({ result }) => result === wanted).length;
    if (outcomes.length === 1) {
        const [only] = outcomes;
        if (only?.result === 'committed')
            return '✅ Upload session committed';
        return only?.result === 'failed'
            ? '❌ Upload session not committed'
            : '❓ Upload session: not known whether committed';
    }
    const all = outcomes.length;
    if (count('committed') === all)
        return `✅ ${all} upload sessions committed`;
    const unknown = count('unknown') > 0 ? `, ${count('unknown')} unknown` : '';
    return `❌ ${count('committed')} of ${all} upload sessions committed, ${count('failed')} failed${unknown}`;
}
function row({ sessionId, result, last, attempts, durationMs }) {
    const status = last?.kind === 'answered' ? `${last.status} ${last.error?.code ?? last.reason}` : (last?.code ?? '');
    const cells = [`<code>${(0,foreign_text/* html */.qy)(sessionId)}</code>`, badges[result], (0,foreign_text/* html */.qy)(status, 100), attempts, (0,sentences/* duration */.p0)(durationMs)];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
const explained = 20;
function explanations(outcomes, target, advise) {
    const more = outcomes.length - explained;
    return [
        ...outcomes.slice(0, explained).map((outcome) => explanation(outcome, target, advise)),
        ...(more > 0 ? [`<p>${more} more are in the output <code>sessions</code>.</p>`] : []),
    ];
}
function explanation(outcome, endpoint, advise) {
    const advice = advise?.(outcome, endpoint);
    const whatToDo = advice ? `\n<p><b>What to do:</b> ${(0,foreign_text/* html */.qy)(advice, 2_000)}</p>` : '';
    return `<p>${(0,foreign_text/* html */.qy)((0,sentences/* describeOutcome */.SS)(outcome, endpoint.url), 2_000)}</p>${whatToDo}`;
}

;// CONCATENATED MODULE: ./build/src/turns.js
const fewestFailures = 3;
function takeTurns(concurrency, share) {
    const later = [];
    const first = [];
    const enough = Math.max(fewestFailures, Math.min(concurrency, 8));
    let taken = 0;
    let failuresInARow = 0;
    let isShared = false;
    const next = () => {
        const start = later.shift() ?? first.shift();
        if (start === undefined)
            return;
        taken += 1;
        start();
    };
    return {
        take: (attempt) => new Promise((resolve) => {
            (attempt === 'first' ? first : later).push(resolve);
            if (taken < concurrency)
                next();
        }),
        end: (attempt) => {
            taken -= 1;
            if (attempt !== undefined) {
                const isUnreachable = attempt.kind === 'unanswered' && attempt.problem === 'connect';
                failuresInARow = isUnreachable ? failuresInARow + 1 : 0;
                if (!isUnreachable)
                    isShared = false;
                if (failuresInARow >= enough) {
                    const spared = [...later.splice(0), ...first.splice(0)];
                    if (spared.length > 0 && !isShared) {
                        isShared = true;
                        share(attempt, spared.length);
                    }
                    for (const spare of spared)
                        spare(attempt);
                }
            }
            next();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/main.js













const version = '1.0.0';
const titles = { failed: 'Not committed', unknown: 'Not known whether committed', fault: 'Fault of this action' };
async function main() {
    const secrets = openSecrets(core_setSecret);
    const log = withoutSecrets(runnerLog, secrets);
    try {
        return await commitAll(systemClock, secrets, log);
    }
    catch (error) {
        reportFault(error, secrets, log);
        return 1;
    }
}
async function commitAll(clock, secrets, log) {
    const read = (name) => getInput(name, { trimWhitespace: false });
    const inputs = await readInputs({ read, environment: process.env, secrets, epochMs: clock.epochMs() });
    const { endpoint, sessionIds, timeoutSeconds, maxAttempts, concurrency, proxy, security } = inputs;
    let target = { ...endpoint, ...(proxy && { proxy }), ...security?.credentials };
    introduce(target, security, log);
    const note = (finding) => {
        tellFinding(finding, log);
        if (finding === 'cannot ask')
            target = { ...target, certificateHeldBack: true };
    };
    const transport = openTransport({
        clock,
        url: endpoint.url,
        proxy,
        secure: security && (await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 413))).secureWith(security, note),
        connectMs: 30_000,
        userAgent: `commit-upload-session/${version}`,
    });
    const store = openImageStore({
        endpointUrl: endpoint.url,
        transport,
        clock,
        random: Math.random,
        authorization: security?.credentials.authorization,
        strike: secrets.strike,
        runLabel: runLabel(),
    });
    const cancellation = cancelledByRunner(() => log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'));
    const limits = { timeoutSeconds, maxAttempts };
    const told = { clock, target, limits, log };
    const tell = sessionIds.length > fewSessions ? tellProgress(sessionIds.length, told) : tellEach(told);
    const turns = takeTurns(concurrency, (failure, count) => tellShared(failure, count, told));
    const options = { ...limits, store, clock, random: Math.random, turns, cancellation, tell };
    const commit = async (sessionId) => commitSession(sessionId, await turns.take('first'), options);
    const outcomes = await Promise.all(sessionIds.map(commit));
    transport.close();
    const result = overall(outcomes);
    const advise = result === 'committed' ? undefined : (await __nccwpck_require__.e(/* import() */ 290).then(__nccwpck_require__.bind(__nccwpck_require__, 290))).advise;
    if (result !== 'committed' && advise)
        log.error(titles[result], annotate(outcomes, target, advise));
    writeOutputs(toOutputs(outcomes, target));
    writeSummary(summarize(outcomes, target, advise), log);
    return result === 'committed' ? 0 : 1;
}
function reportFault(error, secrets, log) {
    const message = secrets.strike(error instanceof Error ? error.message : String(error));
    const wrongInputs = error instanceof InputError;
    if (wrongInputs)
        log.error(titles.failed, message);
    else
        log.error(titles.fault, `This step failed by a fault of its own, whatever became of the commit: ${message}`);
    if (error instanceof Error && !wrongInputs)
        log.debug(error.stack ?? '');
    try {
        writeOutputs(outputsWithoutCommit(wrongInputs ? 'failed' : 'unknown', wrongInputs ? error.code : 'INTERNAL', message));
    }
    catch (cause) {
        log.error(titles.fault, `The outputs could not be written, so later steps read nothing: ${String(cause)}`);
    }
    writeSummary(summarizeProblem(wrongInputs ? titles.failed : titles.fault, message), log);
}
function runLabel() {
    const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '' } = process.env;
    return /^\d+$/.test(run) ? `github-run-${run}${/^\d+$/.test(attempt) ? `.${attempt}` : ''}` : 'github-run-unknown';
}

;// CONCATENATED MODULE: ./build/src/index.js

process.exitCode = 1;
main().then((exitCode) => {
    process.stdout.write('', () => process.exit(exitCode));
});

})();

module.exports = __webpack_exports__;
/******/ })()
;