"use strict";
exports.id = 557;
exports.ids = [557];
exports.modules = {

/***/ 557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  advise: () => (/* binding */ advise)
});

// EXTERNAL MODULE: ./build/action/commit-engine/verdict.js
var verdict = __webpack_require__(254);
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

// EXTERNAL MODULE: ./build/action/shared/format.js
var format = __webpack_require__(151);
// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __webpack_require__(423);
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
        const expiry = token.expiresMs === undefined ? '' : `; its expiry is ${(0,format/* isoTime */.Ly)(token.expiresMs)}`;
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
            ? ` The response points to ${(0,sanitize/* sanitize */.aj)(headers.location, 200)}; if that is the cluster, use it as the endpoint.`
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

// EXTERNAL MODULE: ./build/action/diagnostics/attempt-text.js
var attempt_text = __webpack_require__(342);
// EXTERNAL MODULE: ./build/action/image-store/responses.js
var responses = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/action/commit/outcome-advice.js
// What to do about an outcome, by its last attempt and by the look-ups that followed it.







/** What to do about an outcome, in a few sentences; undefined when nothing is known beyond the failure itself. */
const advise = (outcome, connection) => {
    const { result, reason, last } = outcome;
    if (result === 'committed')
        return undefined;
    if (result === 'unknown')
        return adviseUnknown(outcome, connection);
    if (reason === 'not published')
        return uploadAgain;
    const advice = adviseInvalidArgument(outcome) ?? (last && adviseAttempt(last, connection));
    return reason === 'aborted' ? [advice, uploadAgain].filter(Boolean).join(' ') : advice;
};
/** After a rolled-back overwrite the old file carries this session's id, for which a commit is a 200 (FileUploadAsyncOperation.cpp). */
const uploadAgain = 'Then upload the file again under a new session id: the cluster may answer another commit of this session with 200 without publishing anything.';
function adviseUnknown({ session, last }, connection) {
    const sentences = [
        last && adviseLastAttempt(last, connection),
        adviseCheck(session, connection),
        'Alternatively, upload the file again under a new session id and commit that session: it publishes the same bytes at the same path.',
        'Do not commit this session again later: that would overwrite whatever has been published at that path since.',
    ];
    return sentences.filter(Boolean).join(' ');
}
/** Why the last attempt is not conclusive. Never "Run the step again": a 200 to that would count as success. */
function adviseLastAttempt(last, connection) {
    const answerClass = (0,verdict/* classify */.L8)(last);
    if ((0,verdict/* isAmbiguous */.X2)(answerClass))
        return adviseAttempt(last, connection);
    if (answerClass === 'success') {
        return 'The 200 is not conclusive: after an attempt that failed halfway, the cluster can answer 200 without having published anything.';
    }
    const why = answerClass === 'invalidArgument' ? ': the cluster also refuses a session that it committed and no longer has' : '';
    return `The last attempt does not show whether an earlier attempt succeeded${why}.`;
}
/** The cluster can list a file while it publishes it, and then roll it back: hence the few minutes. */
function adviseCheck(session, { url }) {
    const path = session ? (0,sanitize/* sanitize */.aj)((0,responses/* urlPath */.Lx)(session.path), 500) : '{path}';
    const size = session ? (0,format/* byteCount */.GJ)(session.sizeBytes) : 'its full size';
    return `Wait a few minutes, then check the file at its path (GET ${url}/ImageStore/${path}?api-version=6.0): if it has ${size} and was modified after the upload, it is committed.`;
}
/** What the look-up says about a 400, which has many causes. Sources: NativeImageStore.cpp, UploadSessionMetadata.cpp, FileStoreServiceConfig.h. */
function adviseInvalidArgument({ last, sessionLookup }) {
    if (last?.kind !== 'response' || last.error?.code !== 'E_INVALIDARG' || sessionLookup === undefined)
        return undefined;
    if (isSizeMismatch(last))
        return undefined;
    if (sessionLookup.kind === 'notFound') {
        return 'A session starts with its first chunk and expires 30 minutes after its last one, committed or not; the cluster loses it earlier when somebody deletes it or the image store moves to another node. Check that the chunks were uploaded to this cluster under this id, then upload them again under a new one.';
    }
    if (sessionLookup.kind === 'failed') {
        return (0,attempt_text/* isWithoutSessionApi */.Zp)(sessionLookup)
            ? 'Linux clusters have no upload sessions: upload each file with a plain PUT /ImageStore/{path}, which needs no commit.'
            : undefined;
    }
    const { sizeBytes, missingRanges } = sessionLookup.session;
    if (sizeBytes === 0) {
        return 'The cluster cannot commit a session for an empty file: upload the file with a plain PUT /ImageStore/{path}, which needs no commit.';
    }
    if (missingRanges.length > 0) {
        return 'Upload the missing bytes under the same session id, then run this step again. Check the upload steps for a chunk that failed.';
    }
    return 'Nothing is missing now, so the last chunk may have arrived just after the cluster refused the commit: run this step again. If the cluster refuses it again, delete the session and upload the file under a new session id.';
}


/***/ })

};
;