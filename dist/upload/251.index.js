"use strict";
exports.id = 251;
exports.ids = [251];
exports.modules = {

/***/ 251:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseProxy: () => (/* binding */ parseProxy)
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(783);
// The proxy for an endpoint: what the environment variable that names it means.

/** Parses the proxy for this endpoint; undefined where `no_proxy` or a loopback endpoint makes it unnecessary. */
function parseProxy({ name: variable, value }, endpointUrl, redactor, reportProblem) {
    if ((0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .checkBypass */ .H)(new URL(endpointUrl)))
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


/***/ })

};
;