"use strict";
exports.id = 539;
exports.ids = [539];
exports.modules = {

/***/ 539:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  annotate: () => (/* reexport */ annotate),
  summaryGroups: () => (/* binding */ summaryGroups)
});

// EXTERNAL MODULE: ./build/action/commit-engine/verdict.js
var verdict = __webpack_require__(254);
// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __webpack_require__(423);
;// CONCATENATED MODULE: ./build/action/diagnostics/attempt-cause.js

const maxCodeCharacters = 60;
function causeOfAttempt(attempt) {
    if (attempt.kind === 'response') {
        const { status, error, reasonPhrase, body, foreignMessage } = attempt;
        const isForeign = error === undefined && (body === 'nonJson' || foreignMessage !== undefined);
        const who = isForeign ? 'something other than the image store' : 'the cluster';
        return `${who} answered ${(0,sanitize/* sanitize */.aj)(`${status} ${error?.code ?? reasonPhrase}`, maxCodeCharacters)}`;
    }
    const code = (0,sanitize/* sanitize */.aj)(attempt.code, maxCodeCharacters);
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

// EXTERNAL MODULE: ./build/action/diagnostics/attempt-text.js
var attempt_text = __webpack_require__(342);
;// CONCATENATED MODULE: ./build/action/commit/outcome-facts.js

function decisiveAttempt({ result, firstAmbiguous, last }) {
    if (result !== 'unknown' || firstAmbiguous === undefined || last === undefined)
        return last;
    const timedOut = [last, firstAmbiguous].find(isTimeout);
    if (timedOut)
        return timedOut;
    const answerClass = (0,verdict/* classify */.L8)(last);
    return (0,verdict/* isAmbiguous */.X2)(answerClass) && answerClass !== 'inProgress' ? last : firstAmbiguous;
}
function isTimeout(attempt) {
    return attempt.kind === 'response'
        ? attempt.error?.code === 'FABRIC_E_TIMEOUT'
        : attempt.problem === 'deadline' && attempt.sent;
}
function isSilent({ neverAnswered, reason }) {
    return neverAnswered === true && reason !== 'cancelled';
}
function isNoImageStore({ last, sessionLookup }) {
    if (last === undefined || sessionLookup?.kind !== 'failed')
        return false;
    return isForeign(last) && isForeign(sessionLookup.attempt);
}
function isForeign(attempt) {
    if (attempt.kind !== 'response' || attempt.error !== undefined)
        return false;
    return attempt.status >= 200 && attempt.status < 400 && !(attempt.status === 200 && attempt.body === 'empty');
}
function incompleteSession({ reason, session, last, sessionLookup }) {
    const found = foundSession(sessionLookup);
    if (found !== undefined && found.missingRanges.length > 0) {
        const isCause = reason === 'incomplete' || (last !== undefined && (0,verdict/* classify */.L8)(last) === 'invalidArgument');
        return isCause ? found : undefined;
    }
    return reason === 'incomplete' ? session : undefined;
}
function foundSession(lookup) {
    return lookup?.kind === 'found' ? lookup.session : undefined;
}

;// CONCATENATED MODULE: ./build/action/commit/cause-groups.js




function groupByCause(outcomes) {
    const groups = new Map();
    for (const outcome of outcomes) {
        const key = `${outcome.result} ${causeOf(outcome)}`;
        const group = groups.get(key);
        if (group)
            group.push(outcome);
        else
            groups.set(key, [outcome]);
    }
    return [...groups.values()].flatMap((members) => {
        const [first] = members;
        return first ? [{ result: first.result, cause: causeOf(first), first, outcomes: members }] : [];
    });
}
function causeOf(outcome) {
    const { reason, last, sessionLookup } = outcome;
    if (last === undefined || reason === 'cancelled')
        return 'the step was cancelled';
    if (outcome.untried)
        return 'an outage left no time to try';
    if (isSilent(outcome))
        return 'nothing at this endpoint has answered';
    if (isNoImageStore(outcome))
        return 'what answers is not an image store';
    const incomplete = incompleteSession(outcome);
    if (incomplete)
        return incomplete.sizeBytes === 0 ? 'the file is empty' : 'bytes are missing';
    if (outcome.result === 'failed' && (0,verdict/* classify */.L8)(last) === 'invalidArgument') {
        if (sessionLookup?.kind === 'notFound')
            return 'the cluster has no such upload session';
        if (sessionLookup?.kind === 'failed' && (0,attempt_text/* isWithoutSessionApi */.Zp)(sessionLookup)) {
            return 'the gateway does not support upload sessions';
        }
    }
    return causeOfAttempt(last);
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
const isNoProxyAnswer = (attempt) => attempt.code !== 'HPE_HEADER_OVERFLOW' && (attempt.code.startsWith('HPE_') || (0,attempt_text/* isInvalidHttp */.sT)(attempt));
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
        applies: attempt_text/* isInvalidHttp */.sT,
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
const schemeOf = (authenticate = '') => (0,sanitize/* sanitize */.aj)(/^[^\s,]+/.exec(authenticate)?.[0] ?? 'another one', 60);
function bearerError({ headers: { authenticate = '' } }) {
    const text = /\berror_description="([^"]+)"/i.exec(authenticate)?.[1] ?? /\berror="([^"]+)"/i.exec(authenticate)?.[1];
    return text === undefined ? '' : ` It says "${(0,sanitize/* sanitize */.aj)(text, 200)}".`;
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

// EXTERNAL MODULE: ./build/action/shared/format.js
var format = __webpack_require__(151);
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
        const expiry = token.expiresMs === undefined ? '' : `; its expiry is ${(0,format/* isoTime */.Ly)(token.expiresMs)}`;
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
        cause: (attempt) => `The server redirected the ${(0,attempt_text/* requestNoun */.I4)(attempt)} to another address`,
        advice: ({ headers: { location } }) => `This action does not follow redirects, so that no request reaches an unexpected server.${location
            ? ` The response points to ${(0,sanitize/* sanitize */.aj)(location, 200)}; if that is the cluster, use it as the endpoint.`
            : ''}`,
        source: 'the gateway never redirects (HttpUtil.cpp)',
    },
    {
        applies: ({ status }) => status === 202,
        cause: (attempt) => `Something between the runner and the cluster took the ${(0,attempt_text/* requestNoun */.I4)(attempt)} over, and says only that it may follow`,
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
        cause: (attempt) => `The ${(0,attempt_text/* requestNoun */.I4)(attempt)} took longer than the timeout input allows`,
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
        ? (0,attempt_text/* describeNetworkError */.gl)(attempt)
        : (0,attempt_text/* describeAttempt */.Be)(attempt);
}
function firstHint(hints, attempt, connection) {
    const hint = hints.find(({ applies }) => applies(attempt, connection));
    const resolve = (text) => typeof text === 'function' ? text(attempt, connection) : text;
    return { cause: resolve(hint?.cause), advice: resolve(hint?.advice) };
}

// EXTERNAL MODULE: ./build/action/image-store/responses.js
var responses = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/action/commit/outcome-advice.js








function advise(outcome, connection) {
    const { result } = outcome;
    if (result === 'committed')
        return undefined;
    return result === 'unknown' ? adviseUnknown(outcome, connection) : adviseFailed(outcome, connection);
}
function adviseBriefly(outcome, connection) {
    const { result, session } = outcome;
    if (result !== 'unknown')
        return advise(outcome, connection);
    const why = adviseAmbiguous(outcome, connection);
    if (isSilent(outcome) || isNoImageStore(outcome))
        return why;
    const size = session ? (0,format/* byteCount */.GJ)(session.sizeBytes) : 'its full size';
    const check = `Look at the file in a few minutes: with ${size} and modified after the upload it is committed; else upload it under a new session id.`;
    return [why, check].filter(Boolean).join(' ');
}
function adviseFailed(outcome, connection) {
    const { reason, last, session } = outcome;
    if (last === undefined)
        return undefined;
    if (reason === 'not published')
        return uploadAgain;
    if (reason === 'incomplete')
        return session?.sizeBytes === 0 ? uploadEmptyFile : uploadMissing;
    const { advice } = hintFor(last, connection);
    if (reason === 'aborted')
        return [advice, uploadAgain].filter(Boolean).join(' ');
    return adviseInvalidArgument(outcome) ?? advice;
}
const uploadAgain = 'Then upload the file again under a new session id: the cluster may answer another commit of this session with 200 without publishing anything.';
const uploadMissing = 'Upload the missing bytes under the same session id, then run this step again. Check the upload steps for a chunk that failed.';
const uploadEmptyFile = 'The cluster cannot commit a session for an empty file: upload the file with a plain PUT /ImageStore/{path}, which needs no commit.';
function adviseUnknown(outcome, connection) {
    const sentences = [
        adviseAmbiguous(outcome, connection),
        adviseCheck(outcome.session, connection),
        'Alternatively, upload the file again under a new session id and commit that session: it publishes the same bytes at the same path.',
        'Do not commit this session again later: that would overwrite whatever has been published at that path since.',
    ];
    return sentences.filter(Boolean).join(' ');
}
function adviseAmbiguous(outcome, connection) {
    const { last } = outcome;
    if (last === undefined)
        return undefined;
    if (isSilent(outcome))
        return adviseSilence(connection);
    if (isNoImageStore(outcome)) {
        return "Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or login page answers in its place.";
    }
    const decisive = decisiveAttempt(outcome);
    const isSettling = (0,verdict/* isAmbiguous */.X2)((0,verdict/* classify */.L8)(last));
    const { advice } = isSettling || decisive !== last ? hintFor(decisive ?? last, connection) : {};
    return [advice, isSettling ? undefined : adviseLastAnswer(last)].filter(Boolean).join(' ') || undefined;
}
function adviseLastAnswer(last) {
    const answerClass = (0,verdict/* classify */.L8)(last);
    if (answerClass === 'success') {
        return 'The 200 is not conclusive: after an attempt that failed halfway, the cluster can answer 200 without having published anything.';
    }
    const why = answerClass === 'invalidArgument' ? ': the cluster also refuses a session that it committed and no longer has' : '';
    return `The last attempt does not show whether an earlier attempt succeeded${why}.`;
}
function adviseSilence({ secure, certificate, proxyName }) {
    const port = "the port is not the HTTP gateway's (usually 19080)";
    if (!secure) {
        const proxy = proxyName ? `, or the proxy ${proxyName} does not pass the request on` : '';
        return `Usually the cluster is secured and the endpoint must begin with https://, or ${port}${proxy}.`;
    }
    const issue = certificate
        ? `does not accept the client certificate ${certificate.subject}`
        : 'requires a client certificate (set client-certificate)';
    return `Usually the server ${issue} and closes the connection without a word, or ${port}.`;
}
function adviseCheck(session, { url }) {
    const path = session ? (0,sanitize/* sanitize */.aj)((0,responses/* urlPath */.Lx)(session.path), 500) : '{path}';
    const size = session ? (0,format/* byteCount */.GJ)(session.sizeBytes) : 'its full size';
    return `Wait a few minutes, then check the file at its path (GET ${url}/ImageStore/${path}?api-version=6.0): if it has ${size} and was modified after the upload, it is committed.`;
}
function adviseInvalidArgument({ last, sessionLookup }) {
    if (last?.kind !== 'response' || last.error?.code !== 'E_INVALIDARG' || sessionLookup === undefined)
        return undefined;
    if (isSizeMismatch(last))
        return undefined;
    if (sessionLookup.kind === 'notFound') {
        return 'A session starts with its first chunk and expires 30 minutes after its last one, or earlier when somebody deletes it or the image store moves. Check endpoint and id of the upload, then upload again under a new id.';
    }
    if (sessionLookup.kind === 'failed') {
        return (0,attempt_text/* isWithoutSessionApi */.Zp)(sessionLookup)
            ? 'Linux clusters have no upload sessions: upload each file with a plain PUT /ImageStore/{path}, which needs no commit.'
            : undefined;
    }
    const { sizeBytes, missingRanges } = sessionLookup.session;
    if (sizeBytes === 0)
        return uploadEmptyFile;
    if (missingRanges.length > 0)
        return uploadMissing;
    return 'Nothing is missing now, so the last chunk may have arrived just after the cluster refused the commit: run this step again. If the cluster refuses it again, delete the session and upload the file under a new session id.';
}

// EXTERNAL MODULE: ./build/action/commit/outcome-text.js
var outcome_text = __webpack_require__(924);
;// CONCATENATED MODULE: ./build/action/commit/explanation.js








function explain(outcome, connection) {
    const sentences = [
        explainCause(outcome, connection),
        ...(isSilent(outcome) ? [] : findings(outcome, 'decisive')),
        adviseBriefly(outcome, connection),
        subject(outcome, connection),
    ];
    return sentences.filter(Boolean).join(' ');
}
function explainInFull(outcome, connection) {
    return {
        cause: [explainCause(outcome, connection), ...findings(outcome, 'all'), subject(outcome, connection)].join(' '),
        advice: advise(outcome, connection),
    };
}
function subject(outcome, { url }) {
    const { sessionId, attempts, untried } = outcome;
    const effort = attempts > 1 && !untried ? ` (${(0,format/* grouped */.zD)(attempts)} attempts)` : '';
    return `Upload session ${sessionId} ${(0,outcome_text/* describeClaim */.m4)(outcome)} at ${url}${effort}.`;
}
function explainCause(outcome, connection) {
    const { reason, last } = outcome;
    if (last === undefined)
        return 'The step was cancelled before the commit started.';
    if (reason === 'cancelled')
        return explainCancelled(last);
    if (outcome.untried) {
        return `This session was never tried, because an outage lasted more than five minutes. ${explainAttempt(last, connection)}`;
    }
    if (isSilent(outcome))
        return explainAs('Nothing at this endpoint has answered yet', (0,attempt_text/* describeAttempt */.Be)(last));
    if (isNoImageStore(outcome)) {
        const answer = (0,attempt_text/* describeAttempt */.Be)(last).replace(/^(?:the cluster|something other than the image store) /, 'it ');
        return explainAs('What answers at this endpoint is not an image store', `${answer}, and the look-up in the same way`);
    }
    const incomplete = incompleteSession(outcome);
    if (incomplete && incomplete.sizeBytes > 0) {
        const missing = (0,attempt_text/* describeMissing */.UV)(incomplete);
        return (0,verdict/* classify */.L8)(last) === 'invalidArgument'
            ? explainAs(missing, (0,attempt_text/* describeAttempt */.Be)(last))
            : `${missing}, so no attempt can have succeeded; in the last one ${(0,attempt_text/* describeAttempt */.Be)(last)}.`;
    }
    const refusal = causeOfRefusal(outcome);
    if (refusal !== undefined)
        return explainAs(refusal, (0,attempt_text/* describeAttempt */.Be)(last));
    return outcome.result === 'unknown' ? explainUnknown(outcome, last, connection) : explainAttempt(last, connection);
}
function explainCancelled(last) {
    return last.kind === 'noResponse' && last.problem === 'cancelled'
        ? 'The step was cancelled during the commit.'
        : `The step was cancelled after an attempt without success: ${(0,attempt_text/* describeAttempt */.Be)(last)}.`;
}
function causeOfRefusal({ result, reason, last, sessionLookup }) {
    if (result !== 'failed' || last === undefined || (0,verdict/* classify */.L8)(last) !== 'invalidArgument' || isMismatch(last)) {
        return undefined;
    }
    if (reason === 'not published')
        return 'The cluster refused the commit and has not published the file';
    const isCause = sessionLookup?.kind === 'failed'
        ? (0,attempt_text/* isWithoutSessionApi */.Zp)(sessionLookup)
        : sessionLookup?.kind === 'notFound' || sessionLookup?.session.sizeBytes === 0;
    return isCause && sessionLookup ? (0,attempt_text/* describeSession */._0)(sessionLookup).replace(/\.$/, '') : undefined;
}
function isMismatch(last) {
    return last.kind === 'response' && isSizeMismatch(last);
}
function explainUnknown(outcome, last, connection) {
    const { firstAmbiguous } = outcome;
    const { cause } = hintFor(decisiveAttempt(outcome) ?? last, connection);
    const [before, after] = [firstAmbiguous && describeDetail(firstAmbiguous), describeDetail(last)];
    if (before === undefined || before === after)
        return explainAs(cause, after);
    const answer = 'the cluster answered ';
    const then = before.startsWith(answer) && after.startsWith(answer) ? after.slice(answer.length) : after;
    return explainAs(cause, `${before}, then ${then.replace(/ without a message$/, '')}`);
}
function findings(outcome, which) {
    const { result, reason, last, sessionLookup, contentLookup, session } = outcome;
    const isInCause = incompleteSession(outcome) !== undefined ||
        isNoImageStore(outcome) ||
        (reason === 'answered' && causeOfRefusal(outcome) !== undefined);
    const isOrdinary = sessionLookup?.kind === 'found' && (result === 'unknown' || (last && isMismatch(last)));
    const isWanted = !isInCause && (which === 'all' || !isOrdinary);
    return [
        ...(sessionLookup && isWanted ? [describeLookup(sessionLookup, last)] : []),
        ...(contentLookup && session ? [(0,attempt_text/* describeContent */.Xb)(contentLookup, session.path)] : []),
    ];
}
function describeLookup(lookup, last) {
    const isSameFailure = lookup.kind === 'failed' && last && (0,attempt_text/* describeAttempt */.Be)(lookup.attempt) === (0,attempt_text/* describeAttempt */.Be)(last);
    return isSameFailure ? 'Could not look up the session: that failed in the same way.' : (0,attempt_text/* describeSession */._0)(lookup);
}

;// CONCATENATED MODULE: ./build/action/commit/annotation.js



const maxOtherCauses = 5;
function annotate(outcomes, connection) {
    const open = outcomes.filter(({ result }) => result !== 'committed');
    const [group, ...others] = groupByCause(open);
    if (group === undefined)
        return '';
    const explanation = explain(group.first, connection);
    if (outcomes.length === 1)
        return explanation;
    const alike = group.outcomes.length - 1;
    const sentences = [
        countOpen(open, outcomes.length),
        explanation,
        alike > 0 ? `The same applies to ${(0,format/* grouped */.zD)(alike)} more.` : '',
        listOthers('Also not committed', 'failed', others),
        listOthers('May or may not be committed', 'unknown', others),
    ];
    return sentences.filter(Boolean).join(' ');
}
function countOpen(open, total) {
    const count = (each) => open.filter(({ result }) => result === each).length;
    const [failed, unknown] = [count('failed'), count('unknown')];
    const all = `of ${(0,format/* grouped */.zD)(total)} upload sessions`;
    if (failed === 0)
        return `${(0,format/* grouped */.zD)(unknown)} ${all} may or may not be committed.`;
    const rest = unknown > 0 ? `, ${(0,format/* grouped */.zD)(unknown)} may or may not be` : '';
    return `${(0,format/* grouped */.zD)(failed)} ${all} ${failed === 1 ? 'is' : 'are'} not committed${rest}.`;
}
function listOthers(title, wanted, groups) {
    const ofResult = groups.filter(({ result }) => result === wanted);
    if (ofResult.length === 0)
        return '';
    const named = ofResult.slice(0, maxOtherCauses);
    const texts = named.map(({ cause, outcomes }) => `${(0,format/* grouped */.zD)(outcomes.length)} because ${cause}`);
    const more = ofResult.slice(maxOtherCauses).reduce((sum, { outcomes }) => sum + outcomes.length, 0);
    return `${title}: ${[...texts, ...(more > 0 ? [`${(0,format/* grouped */.zD)(more)} for other causes`] : [])].join('; ')}.`;
}

;// CONCATENATED MODULE: ./build/action/commit/failures.js



function summaryGroups(outcomes, connection) {
    const order = ['failed', 'unknown'];
    return groupByCause(order.flatMap((each) => outcomes.filter(({ result }) => result === each))).map(({ first, ...group }) => {
        const { cause: explanation, advice } = explainInFull(first, connection);
        return { ...group, explanation, advice };
    });
}


/***/ })

};
;