"use strict";
exports.id = 251;
exports.ids = [251];
exports.modules = {

/***/ 251:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ProxyError: () => (/* binding */ ProxyError),
/* harmony export */   openTunnel: () => (/* binding */ openTunnel),
/* harmony export */   parseProxy: () => (/* binding */ parseProxy)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(783);
/* harmony import */ var _http_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(315);
// The proxy for an endpoint: what the environment variable that names it means, and the tunnel through it.



/** Parses the proxy for this endpoint; undefined where `no_proxy` or a loopback endpoint makes it unnecessary. */
function parseProxy({ name: variable, value }, endpointUrl, redactor, reportProblem) {
    if ((0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_1__/* .checkBypass */ .H)(new URL(endpointUrl)))
        return undefined;
    const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.hostname === '') {
        return reportProblem(`The environment variable ${variable} does not hold the URL of a proxy, like http://proxy.example.com:3128.`);
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return reportProblem(`The environment variable ${variable} names a proxy of the kind "${url.protocol}"; it takes http:// or https://.`);
    }
    const secure = url.protocol === 'https:';
    const authorization = url.username === '' && url.password === '' ? undefined : basicAuthorization(url);
    if (authorization)
        redactor.add(url.password, percentDecoded(url.password), authorization.replace(/^Basic /, ''));
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
    return {
        name: `${url.protocol}//${url.hostname}:${port}`,
        // A URL writes an IPv6 address in brackets, a resolver takes it without.
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port,
        secure,
        ...(authorization && { authorization }),
    };
}
function basicAuthorization({ username, password }) {
    return `Basic ${Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`).toString('base64')}`;
}
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text; // a percent sign that begins no escape stands for itself
    }
}
/** A proxy that does not let us through. `code` is final for PROXY_REFUSED, passing for PROXY_FAILED. */
class ProxyError extends Error {
    name = 'ProxyError';
    code;
    constructor(proxy, { statusCode = 0, statusMessage = '' }) {
        super(`the proxy ${proxy.name} answered ${`${statusCode} ${statusMessage}`.trim()} to CONNECT`);
        // A proxy that cannot reach the host says so with a 5xx of its choice; nothing has been sent then.
        this.code = statusCode >= 500 ? 'PROXY_FAILED' : 'PROXY_REFUSED';
    }
}
/**
 * Asks the proxy at the other end of a connection for a tunnel to a place.
 * @throws {ProxyError} when it answers anything but 2xx
 */
function openTunnel(connection, proxy, place) {
    const authority = (0,_http_address_js__WEBPACK_IMPORTED_MODULE_2__/* .authorityOf */ .vO)(place);
    return new Promise((resolve, reject) => {
        const asked = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)({
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
            // Only without an agent is this asked for the connection.
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


/***/ })

};
;