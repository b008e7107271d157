"use strict";
exports.id = 639;
exports.ids = [639];
exports.modules = {

/***/ 639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseProxy: () => (/* binding */ parseProxy)
});

// EXTERNAL MODULE: ./build/action/http/address.js
var address = __webpack_require__(315);
// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __webpack_require__(423);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(30);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(136);
;// CONCATENATED MODULE: ./build/action/connection/no-proxy.js



function bypassesProxy(endpointUrl, environment) {
    const { host, port } = (0,address/* hostPortOf */.ZC)(endpointUrl);
    const endpoint = { host: withoutTrailingDot(host.toLowerCase()), port };
    if (isLoopback(endpoint.host))
        return true;
    const list = [environment['no_proxy'], environment['NO_PROXY']].find((value) => value?.trim());
    const entries = (list ?? '').toLowerCase().split(/[\s,;"']+/);
    return entries.some((entry) => entry !== '' && matches(entry, endpoint));
}
function isLoopback(host) {
    return host === 'localhost' || host === '::1' || ((0,external_node_net_.isIPv4)(host) && host.startsWith('127.'));
}
function matches(entry, endpoint) {
    if (entry === '*')
        return true;
    if (entry.includes('/'))
        return isInBlock(entry, endpoint.host);
    const { host, port } = splitPort(entry);
    if (port !== undefined && port !== endpoint.port)
        return false;
    if ((0,external_node_net_.isIP)(host) !== 0)
        return isSameAddress(host, endpoint.host);
    return isSameDomain(host, endpoint.host);
}
function splitPort(entry) {
    if ((0,external_node_net_.isIP)(entry) !== 0)
        return { host: entry };
    const [, bracketed, name = '', port] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
    return { host: bracketed ?? name, ...(port !== undefined && { port: Number(port) }) };
}
function isInBlock(entry, host) {
    const [, address = '', prefix = ''] = /^\[?([^\]/]*)\]?\/(\d{1,3})$/.exec(entry) ?? [];
    const family = (0,external_node_net_.isIP)(address);
    if (family === 0 || (0,external_node_net_.isIP)(host) !== family || Number(prefix) > (family === 4 ? 32 : 128))
        return false;
    const block = new external_node_net_.BlockList();
    block.addSubnet(address, Number(prefix), familyName(family));
    return block.check(host, familyName(family));
}
function isSameAddress(entry, host) {
    if ((0,external_node_net_.isIP)(entry) !== (0,external_node_net_.isIP)(host))
        return false;
    const list = new external_node_net_.BlockList();
    list.addAddress(entry, familyName((0,external_node_net_.isIP)(entry)));
    return list.check(host, familyName((0,external_node_net_.isIP)(host)));
}
function familyName(family) {
    return family === 4 ? 'ipv4' : 'ipv6';
}
function isSameDomain(entry, host) {
    const belowOnly = entry.startsWith('*.');
    const domain = (0,external_node_url_.domainToASCII)(withoutTrailingDot(entry.replace(/^\*?\./, '')));
    if (domain === '' || (0,external_node_net_.isIP)(host) !== 0)
        return false;
    return host.endsWith(`.${domain}`) || (!belowOnly && host === domain);
}
function withoutTrailingDot(host) {
    return host.replace(/\.$/, '');
}

;// CONCATENATED MODULE: ./build/action/connection/proxy.js



function parseProxy({ name: variable, value }, endpointUrl, { environment, redactor, reportProblem }) {
    if (bypassesProxy(endpointUrl, environment))
        return undefined;
    const reject = (reason) => reportProblem(`The environment variable ${variable} ${reason}`);
    const { scheme, login, address } = splitProxyUrl((0,sanitize/* dropInvisible */.Nv)(value).replace(/^["'\s]+|["'\s]+$/g, ''));
    maskLogin(login, redactor);
    if (login !== undefined && /[#/?\\@]/.test(login))
        return reject(unencodedLogin);
    if (scheme !== 'http' && scheme !== 'https') {
        const kind = otherKinds.has(scheme) ? `names a proxy of the kind "${scheme}:"` : 'names a proxy of another kind';
        return reject(`${kind}; it takes http:// or https://.`);
    }
    const text = `${scheme}://${login === undefined ? '' : `${login}@`}${address}`;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.hostname === '' || /[#?\\]/.test(address) || text.includes('***')) {
        return reject('does not hold the URL of a proxy, like http://proxy.example.com:3128.');
    }
    return toProxy(url, redactor);
}
const unencodedLogin = 'holds a user or password with a character that ends it in a URL. ' +
    'In both, write # as %23, / as %2F, ? as %3F, \\ as %5C, @ as %40 and % as %25; CORP\\user becomes CORP%5Cuser.';
const otherKinds = new Set(['socks', 'socks4', 'socks4a', 'socks5', 'socks5h', 'ftp', 'tcp', 'ws', 'wss', 'file']);
function splitProxyUrl(value) {
    const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(value);
    const rest = value.slice(scheme?.[0].length ?? 0);
    const at = rest.lastIndexOf('@');
    return {
        scheme: scheme?.[1]?.toLowerCase() ?? 'http',
        login: at === -1 ? undefined : rest.slice(0, at),
        address: rest.slice(at + 1),
    };
}
function maskLogin(login, redactor) {
    const password = /:(.*)$/s.exec(login ?? '')?.[1] ?? '';
    redactor.add(password, percentDecoded(password));
}
function toProxy(url, redactor) {
    const secure = url.protocol === 'https:';
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
    const hasLogin = url.username !== '' || url.password !== '';
    const basic = Buffer.from(`${percentDecoded(url.username)}:${percentDecoded(url.password)}`).toString('base64');
    if (hasLogin)
        redactor.add(url.password, basic);
    return {
        name: `${url.protocol}//${url.hostname}:${port}`,
        host: (0,address/* withoutBrackets */.o4)(url.hostname),
        port,
        secure,
        ...(hasLogin && { authorization: `Basic ${basic}` }),
    };
}
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ })

};
;