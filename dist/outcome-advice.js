"use strict";
const require_sanitize = require("./sanitize.js");
const require_index = require("./index.js");
// build/src/diagnostics/network-hints.js
const silenceHints = [
	{
		when: ({ problem, code: which }) => problem === "connect" && which === "ENOTFOUND",
		say: "No such host name is known to the runner. Check its spelling, and whether the runner can see the network of the cluster.",
		source: "getaddrinfo"
	},
	{
		when: ({ problem, code: which }) => problem === "connect" && which === "EAI_AGAIN",
		say: "The runner's name server did not answer. Run the step again.",
		source: "getaddrinfo"
	},
	{
		when: ({ problem, code: which }) => problem === "connect" && which === "ECONNREFUSED",
		say: "Nothing listens there. Check host and port of the endpoint, and whether the cluster is up.",
		source: "connect(2)"
	},
	{
		when: ({ problem, code: which, message }) => problem === "connect" && (/WRONG_VERSION_NUMBER|EPROTO/.test(which) || /wrong version number/i.test(message)),
		say: "The endpoint does not speak TLS there. If the cluster is not secured, the endpoint begins with http://.",
		source: "OpenSSL, when a server answers a handshake in plain HTTP"
	},
	{
		when: ({ code: which }) => which === "CERTIFICATE_THUMBPRINT_MISMATCH",
		say: "Nothing was sent. If this is the new certificate of the cluster, add its thumbprint to server-certificate-thumbprints; if not, somebody else answers in its place.",
		source: "certificates of managed clusters are renewed unannounced"
	},
	{
		when: ({ code: which }) => which === "CERTIFICATE_NAME_MISMATCH" || which === "ERR_TLS_CERT_ALTNAME_INVALID",
		say: "Nothing was sent. If this is the cluster, use an endpoint with one of the presented names, or list one in server-common-names, or pin the certificate by its thumbprint in server-certificate-thumbprints.",
		source: "RFC 6125"
	},
	{
		when: ({ code: which }) => which === "CERT_HAS_EXPIRED" || which === "CERT_NOT_YET_VALID",
		say: "Nothing was sent. The certificate of the cluster must be renewed; until then its thumbprint in server-certificate-thumbprints accepts it in spite of its dates.",
		source: "OpenSSL certificate verification"
	},
	{
		when: ({ problem, code: which }) => problem === "connect" && /SELF_SIGNED|^UNABLE_TO_|ISSUER|INVALID_CA/.test(which),
		say: "Nothing was sent. If this is the cluster, give the certificate of its authority in server-ca, or pin its own by the thumbprint in server-certificate-thumbprints.",
		source: "OpenSSL certificate verification"
	},
	{
		when: ({ problem, code: which }) => problem === "connect" && /^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(which),
		say: (_, { certificate }) => certificate ? `The server does not accept the client certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}: it must be issued by an authority that the cluster trusts, be valid, and be known to the cluster.` : "The server wants a client certificate: set client-certificate.",
		source: "TLS alerts, RFC 8446 section 6"
	},
	{
		when: ({ problem, code: which }) => problem === "connect" && /^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(which),
		say: (_, { certificate }) => `Client and server found no common way to speak TLS${certificate ? ", or the server does not accept the client certificate" : ", or the server wants a client certificate"}. Check that the endpoint is the HTTP gateway of the cluster.`,
		source: "TLS alerts, RFC 8446 section 6"
	},
	{
		when: ({ code: which }) => which === "PROXY_REFUSED",
		say: "Nothing was sent. 407 and 401 ask for a user and a password, which belong into the URL of the proxy; 403 means that the proxy lets nobody through to this host and port. no_proxy lists hosts to go to without it.",
		source: "RFC 9110 on CONNECT; squid, tinyproxy"
	},
	{
		when: ({ code: which }) => which === "PROXY_CERTIFICATE",
		say: "Nothing was sent. The certificate of the proxy must be for its name and from an authority that the runner trusts; NODE_EXTRA_CA_CERTS names a file with further ones. server-ca speaks of the cluster alone.",
		source: "Node.js: tls.connect without ca"
	},
	{
		when: ({ code: which }) => which === "PFX_NOT_USABLE",
		say: "Nothing was sent. Give the client certificate and its key as PEM (openssl pkcs12 -in old.pfx -nodes -out new.pem), or pin the server in server-certificate-thumbprints.",
		source: "Node.js believes the authorities that a PFX brings along"
	},
	{
		when: ({ problem, code: which }) => problem === "connect" && which === "PROXY_FAILED",
		say: "Nothing was sent. The proxy did not reach the cluster: check host and port of the endpoint, and whether the proxy may go there.",
		source: "RFC 9110 on CONNECT; squid, tinyproxy"
	},
	{
		when: ({ problem, sent }) => problem === "connect" || problem === "deadline" && !sent,
		say: "Check host and port of the endpoint, and whether a firewall or network security group lets the runner's address in.",
		source: "packets that are dropped instead of refused"
	},
	{
		when: ({ problem, code: which }) => problem === "interrupted" && which.startsWith("HPE_"),
		say: "What answered does not speak HTTP as expected. Check the port of the endpoint: the HTTP gateway is usually on 19080, and begins with https:// when the cluster is secured.",
		source: "Node's HTTP parser"
	},
	{
		when: ({ sent, status = 0 }) => sent && !(status >= 400 && status < 500),
		say: "The cluster may still finish, or have finished, the commit: it goes on when nobody listens any more.",
		source: "khttpserver.cpp: the gateway does not notice when a client leaves"
	}
];
// build/src/diagnostics/response-hints.js
function shown({ certificate, token, certificateNotRequested }) {
	return [
		...certificate && certificateNotRequested ? [`The certificate ${certificate.subject} was not shown: the server speaks TLS 1.3 alone and did not ask for it in the handshake, and Node.js cannot answer a server that asks later. Let the server ask in the handshake, or speak TLS 1.2 as well.`] : [],
		...certificate && !certificateNotRequested ? [`It was shown the certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}: the cluster must know it as an admin client certificate${certificate.isForClients ? "" : "; it is not meant for clients (extended key usage)"}.`] : [],
		...token ? [`The token is for ${token.audience ?? "an audience that it does not name"}, which must be the application ID of the cluster${token.expiresMs === void 0 ? "" : `, and ends ${new Date(token.expiresMs).toISOString()}`}.`] : []
	].join(" ") || "It was shown neither: set client-certificate or access-token.";
}
function isSizeMismatch({ error }) {
	return error?.code === "E_INVALIDARG" && /size|bytes/i.test(error.message ?? "");
}
const code = (...codes) => ({ error }) => error !== void 0 && codes.includes(error.code);
const plain = (...statuses) => ({ status, error }) => error === void 0 && statuses.includes(status);
function elseProxy(hint) {
	return ({ status }, target) => {
		const { proxyName, secure } = target;
		if (secure || proxyName === void 0) return typeof hint === "string" ? hint : hint(target);
		return `The proxy ${proxyName} may have answered in place of the cluster. ${status === 401 ? "It asks for a user and a password, which belong into the URL of the proxy" : "It means that the proxy lets nobody through to this host and port"}; no_proxy lists hosts to go to without it.`;
	};
}
const answerHints = [
	{
		when: isSizeMismatch,
		say: "A chunk was shorter or longer than its Content-Range said, and chunks cannot be replaced: delete the session (DELETE /ImageStore/$/DeleteUploadSession) and upload the file again under a new session id.",
		source: "processcommituploadsessionrequestasyncoperation.cpp: merged size against declared size"
	},
	{
		when: ({ status, error }) => status === 400 && error?.code === "E_INVALIDARG",
		say: "The cluster says this when it does not know the session (a session ends 30 minutes after its last chunk, or when the image store moves to another node), when chunks are missing, for an empty file (upload those with a plain PUT), and on Linux clusters, which have no upload sessions. Check that all chunks were uploaded under this id, and upload again under a new one if in doubt.",
		source: "NativeImageStore.cpp (list before commit); UploadSessionMetadata.cpp; imagestorehandler.cpp"
	},
	{
		when: code("FABRIC_E_SERVICE_TYPE_NOT_REGISTERED"),
		say: "The image store service is just starting on its node. Run the step again in a minute; the session stays for 30 minutes after its last chunk.",
		source: "ServiceRoutingAgent.cpp; FileTransferClient.cpp retries it"
	},
	{
		when: code("FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED"),
		say: "The cluster has no user-role client certificate configured; use an admin client certificate.",
		source: "HttpUtil.cpp"
	},
	{
		when: ({ status, body, error }) => status === 400 && body === "nonJson" && error === void 0,
		say: (_, target) => target.secure ? `A front end of the cluster may answer so to a missing, an untrusted or an expired client certificate. ${shown(target)}` : "If the gateway is secured, the endpoint must begin with https://; otherwise something between the runner and the cluster did not understand the request.",
		source: "nginx and Apache answer plain HTTP on a TLS port so, and nginx whoever shows it no good certificate"
	},
	{
		when: plain(401),
		say: elseProxy("The gateway asks for Windows (Kerberos) authentication, which a GitHub runner cannot give; use a cluster or an endpoint secured by certificates or Microsoft Entra ID."),
		source: "HttpKerberosAuthHandler.cpp"
	},
	{
		when: plain(403),
		say: elseProxy((target) => `A secured gateway answers so, in these words, to a missing, an untrusted or a wrong client certificate and to a missing, expired or unfit token alike. ${shown(target)}`),
		source: "HttpCertificateAuthHandler.cpp; HttpServer.cpp: the last handler has the word"
	},
	{
		when: plain(407),
		say: (_, { proxyName }) => `${proxyName ? `The proxy ${proxyName}` : "A proxy between the runner and the cluster"} wants a user and a password: put them into the URL in http_proxy or https_proxy.`,
		source: "RFC 9110"
	},
	{
		when: code("E_ACCESSDENIED"),
		say: "The cluster knows who is asking but does not allow it: uploading and committing packages needs the admin role.",
		source: "EntreeServiceProxy.cpp"
	},
	{
		when: code("NotFound"),
		say: "The session disappeared while it was being committed: it was deleted, or the image store moved to another node. Upload again under a new session id.",
		source: "processcommituploadsessionrequestasyncoperation.cpp"
	},
	{
		when: code("FABRIC_E_SERVICE_DOES_NOT_EXIST"),
		say: "The cluster has no image store service: development clusters keep packages on a file share, and there upload sessions do not exist.",
		source: "github.com/microsoft/service-fabric-client-dotnet/issues/6"
	},
	{
		when: plain(404),
		say: "Nothing at this address knows the image store. Check the endpoint's host, port and path; the gateway is usually on port 19080.",
		source: "the gateway itself answers 400 where it does not know a path (Constants.cpp: a handler at /)"
	},
	{
		when: plain(411),
		say: "Something between the runner and the cluster dropped the Content-Length header of the request; look at the proxies in between.",
		source: "http.sys; this action always sends Content-Length: 0"
	},
	{
		when: plain(408, 429),
		say: "The gateway, or something in front of it, is too busy. Run the step again.",
		source: "RFC 9110, RFC 6585"
	},
	{
		when: ({ status }) => status >= 300 && status < 400,
		say: ({ headers }) => `Redirects are never followed, because a POST must not end up somewhere else unasked.${headers.location ? ` The answer points to ${require_sanitize.sanitize(headers.location, 200)}; if that is the cluster, set the endpoint to it.` : ""}`,
		source: "the gateway never redirects (HttpUtil.cpp)"
	},
	{
		when: ({ status, error }) => status === 200 && error !== void 0,
		say: "A 200 that carries an error does not come from a Service Fabric gateway; look at what stands in front of it.",
		source: "RequestHandlerBase.HandlerAsyncOperation.cpp: errors never have status 200"
	},
	{
		when: ({ status }) => status >= 200 && status < 300,
		say: "The gateway's answer to a commit is 200 without a body. Check that the endpoint is the cluster's HTTP gateway, usually on port 19080, and that no portal or proxy log-in answers in its place.",
		source: "imagestorehandler.cpp"
	},
	{
		when: code("OperationsPending"),
		say: "A commit of this path, or a copy or delete above it, is still running. The action waits for it as long as the timeout input allows.",
		source: "PendingWriteOperations.cpp"
	},
	{
		when: code("0x80070070"),
		say: "The image store's disk is full. Remove packages that are no longer used from the image store.",
		source: "FileUploadAsyncOperation.cpp; HRESULT of ERROR_DISK_FULL"
	},
	{
		when: ({ status, error }) => status === 500 && error !== void 0 && /^(0x8007|E_FAIL$|FABRIC_E_IMAGESTORE_IOERROR$)/.test(error.code),
		say: "The image store's file system failed. Look at the disk of the node with the primary of fabric:/System/ImageStoreService.",
		source: "FileUploadAsyncOperation.cpp"
	},
	{
		when: plain(501, 505),
		say: "What answered does not know this kind of request. Check that the endpoint is the HTTP gateway of the cluster.",
		source: "HttpUtil.cpp"
	},
	{
		when: code("FABRIC_E_GATEWAY_NOT_REACHABLE", "FABRIC_E_COMMUNICATION_ERROR"),
		say: "The node's HTTP gateway cannot reach the cluster behind it. Look at the health of that node.",
		source: "ClientConnectionManager.cpp"
	},
	{
		when: code("FABRIC_E_TIMEOUT"),
		say: "The commit took longer than the timeout input allows; a larger timeout gives big files more time.",
		source: "StoreTransactionAsyncOperation.cpp: the work goes on after the time-out"
	},
	{
		when: ({ status, error }) => status === 503 && error !== void 0,
		say: "The image store is moving to another node or being upgraded. Look at the health of fabric:/System/ImageStoreService.",
		source: "NamingErrorCategories.cpp"
	},
	{
		when: ({ status, headers }) => status === 503 && /Microsoft-HTTPAPI/i.test(headers.server ?? ""),
		say: "The node answers, but its HTTP gateway is not running. Look at the health of that node.",
		source: "http.sys answers so when nobody listens behind it"
	},
	{
		when: plain(502, 503, 504),
		say: "A proxy or load balancer in front of the cluster did not get an answer from it. Look at its backend and at its own time limit, which must be longer than the timeout input.",
		source: "the gateway's own errors carry a FabricError (ErrorBody.cpp)"
	}
];
// build/src/commit/outcome-advice.js
const advise = (outcome, endpoint) => {
	const { result, reason, last } = outcome;
	if (result === "committed") return void 0;
	if (result === "unknown") return adviseUnknown(outcome, endpoint);
	if (reason === "not published") return startAfresh;
	const hint = adviseRefusal(outcome) ?? (last && adviseAttempt(last, endpoint));
	return reason === "aborted" ? [hint, startAfresh].filter(Boolean).join(" ") : hint;
};
const startAfresh = "Then upload the file again under a new session id: the cluster may answer another commit of this one with success although nothing is published.";
function adviseUnknown({ session, last }, endpoint) {
	return [
		last && adviseDoubt(last, endpoint),
		whereToLook(session, endpoint),
		"If you would rather not look, upload the file again under a new session id and commit that: it puts the same bytes at the same path.",
		"Do not commit this session again later: that would bring its content back over whatever somebody else has published at that path meanwhile."
	].filter(Boolean).join(" ");
}
function adviseDoubt(last, endpoint) {
	const sign = require_index.classify(last);
	if (require_index.isAmbiguous(sign)) return adviseAttempt(last, endpoint);
	if (sign === "success") return "The 200 does not settle it: after an attempt that failed half-way the cluster can answer so without having published anything.";
	return `That does not settle what became of the earlier attempt${sign === "invalidArgument" ? ": a session that was committed may be gone since, and is refused then" : ""}.`;
}
function whereToLook(session, { url }) {
	return `Look in a few minutes whether the file is at its path (GET ${url}/ImageStore/${session ? require_sanitize.sanitize(require_index.inUrl(session.path), 500) : "{path}"}?api-version=6.0): with ${session ? `${session.sizeBytes} bytes` : "its size"} and a date after the upload it is committed.`;
}
function adviseRefusal({ last, sessionNow }) {
	if (last?.kind !== "response" || last.error?.code !== "E_INVALIDARG" || sessionNow === void 0) return void 0;
	if (isSizeMismatch(last)) return void 0;
	if (sessionNow.kind === "notFound") return "A session begins with its first chunk and ends 30 minutes after its last one, committed or not; sooner when it is deleted or when the image store moves to another node. Check that the chunks were uploaded to this cluster under this id, and upload them again under a new one.";
	if (sessionNow.kind === "failed") return require_index.isWithoutSessionApi(sessionNow) ? "Linux clusters have no upload sessions: upload each file there with a plain PUT /ImageStore/{path}, which needs no commit." : void 0;
	const { sizeBytes, missingRanges } = sessionNow.session;
	if (sizeBytes === 0) return "The cluster cannot commit such a session: upload the file with a plain PUT /ImageStore/{path}, which needs no commit.";
	if (missingRanges.length > 0) return "Upload the missing bytes under the same session id, then run this step again; look in the upload steps for a chunk that failed.";
	return "By now nothing is missing, so the last chunk may have arrived just after the commit was refused: run this step again. If it is refused again, delete the session and upload the file under a new session id.";
}
function adviseAttempt(attempt, endpoint) {
	if (attempt.kind === "response") return pick(answerHints, attempt, endpoint);
	const hint = pick(silenceHints, attempt, endpoint);
	if (attempt.sent || endpoint.portNamed || attempt.problem === "cancelled") return hint;
	return `${hint ?? ""} The endpoint names no port; the gateway usually listens on 19080.`.trim();
}
function pick(hints, attempt, target) {
	const say = hints.find(({ when }) => when(attempt))?.say;
	return typeof say === "function" ? say(attempt, target) : say;
}
exports.advise = advise;
