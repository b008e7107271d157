"use strict";
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_sanitize = require("./sanitize.js");
let node_fs = require("node:fs");
let node_net = require("node:net");
let node_http = require("node:http");
// scripts/builtins/os.mjs
const EOL = process.platform === "win32" ? "\r\n" : "\n";
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// scripts/builtins/crypto.mjs
const crypto = () => process.getBuiltinModule("node:crypto");
const createPrivateKey = (...given) => crypto().createPrivateKey(...given);
function X509Certificate(...given) {
	return new (crypto()).X509Certificate(...given);
}
function randomUUID() {
	try {
		return (0, node_fs.readFileSync)("/proc/sys/kernel/random/uuid", "utf8").trim();
	} catch {
		return crypto().randomUUID();
	}
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!node_fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	node_fs.appendFileSync(filePath, `${toCommandValue(message)}${EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${EOL}${convertedValue}${EOL}${delimiter}`;
}
// node_modules/@actions/http-client/lib/index.js
var HttpClient = class {
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
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + EOL);
}
// build/src/connection/connection-info.js
function connectionInfo({ url, secure, portNamed }, proxy, credentials) {
	return {
		url,
		secure,
		portNamed,
		...proxy && { proxyName: proxy.name },
		...credentials?.certificate && { certificate: credentials.certificate },
		...credentials?.token && { token: credentials.token }
	};
}
// scripts/builtins/tls.mjs
const tls = () => process.getBuiltinModule("node:tls");
const checkServerIdentity = (...given) => tls().checkServerIdentity(...given);
const connect$1 = (...given) => tls().connect(...given);
const createSecureContext = (...given) => tls().createSecureContext(...given);
// build/src/http/address.js
function withoutBrackets(hostname) {
	return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
function authorityOf({ host, port }) {
	return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
function named(host) {
	return (0, node_net.isIP)(host) === 0 ? {
		host,
		servername: host
	} : { host };
}
// build/src/http/connections.js
const idleMs = 2e3;
const keepAliveDelayMs = 3e4;
function openConnections(options) {
	const { clock, url, proxy, secure, connectMs } = options;
	const agent = new node_http.Agent({ keepAlive: true });
	const { hostname, origin, port } = new URL(url);
	const host = withoutBrackets(hostname);
	const defaultPort = secure ? 443 : 80;
	const place = {
		host,
		port: port === "" ? defaultPort : Number(port)
	};
	const sockets = new Set();
	const dial = async () => {
		const own = new Set();
		let isLate = false;
		const abandon = () => {
			for (const socket of own) socket.destroy();
		};
		const cancelBudget = clock.after(connectMs, () => {
			isLate = true;
			abandon();
		});
		const track = (socket) => {
			own.add(socket);
			sockets.add(socket);
			return socket.once("close", () => sockets.delete(socket));
		};
		const open = async () => {
			if (proxy === void 0) return ready(track(dialTcp(place)));
			const { openTunnel } = await Promise.resolve().then(() => require("./proxy.js"));
			const toProxy = await ready(track(dialTcp(proxy)));
			const spoken = proxy.secure ? await secureProxy(track, toProxy, proxy) : toProxy;
			return secure ? openTunnel(spoken, proxy, place) : spoken;
		};
		const shake = async (tls) => {
			const socket = proxy ? connect$1({
				socket: await open(),
				...tls
			}) : keptAlive(connect$1({
				...place,
				...tls
			}));
			return ready(track(socket), "secureConnect");
		};
		try {
			return await (secure ? secure(shake, host) : open());
		} catch (error) {
			abandon();
			const way = proxy ? ` through the proxy ${proxy.name}` : "";
			throw isLate ? failure(`no connection${way} within ${connectMs / 1e3} s`, "CONNECT_TIMEOUT", error) : error;
		} finally {
			cancelBudget();
		}
	};
	agent.createConnection = (_, callback) => {
		dial().then((socket) => callback?.(null, socket), (error) => Reflect.apply(callback ?? (() => void 0), void 0, [error]));
	};
	agent.keepSocketAlive = (socket) => {
		if ("setTimeout" in socket && typeof socket.setTimeout === "function") socket.setTimeout(idleMs);
		return true;
	};
	return {
		prepare: ({ method, path, headers }) => {
			const there = {
				method,
				...place,
				defaultPort,
				agent
			};
			if (proxy === void 0 || secure) return {
				...there,
				path,
				headers
			};
			const authorization = proxy.authorization && { "proxy-authorization": proxy.authorization };
			return {
				...there,
				path: `${origin}${path}`,
				headers: {
					...headers,
					...authorization
				}
			};
		},
		close: () => {
			agent.destroy();
			for (const socket of sockets) socket.destroy();
		}
	};
}
function dialTcp({ host, port }) {
	return (0, node_net.connect)({
		host,
		port,
		noDelay: true,
		keepAlive: true,
		keepAliveInitialDelay: keepAliveDelayMs
	});
}
function keptAlive(socket) {
	return socket.setNoDelay(true).setKeepAlive(true, keepAliveDelayMs);
}
async function secureProxy(track, connection, proxy) {
	const socket = connect$1({
		socket: connection,
		...named(proxy.host)
	});
	try {
		return await ready(track(socket), "secureConnect");
	} catch (error) {
		if (!socket.authorizationError) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		throw failure(`the certificate of the proxy ${proxy.name} was not accepted: ${reason}`, "PROXY_CERTIFICATE", error);
	}
}
function ready(socket, event = "connect") {
	return new Promise((resolve, reject) => {
		const fail = (error) => {
			socket.destroy();
			reject(error);
		};
		const when = event === "connect" ? "" : " in the TLS handshake";
		const closed = () => fail(failure(`the connection was closed${when}`, "ECONNRESET"));
		socket.once("error", fail);
		socket.once("close", closed);
		socket.once(event, () => {
			socket.off("error", fail);
			socket.off("close", closed);
			resolve(socket);
		});
	});
}
function failure(message, code, cause) {
	return Object.assign(new Error(message, { cause }), { code });
}
// build/src/http/server-trust.js
var TrustError = class extends Error {
	name = "TrustError";
	code;
	constructor(code, message) {
		super(message);
		this.code = code;
	}
};
function verifyServer({ peer, authorizationError }, host, trust) {
	if (trust.kind === "insecure") return void 0;
	if (!Buffer.isBuffer(peer.raw)) return new TrustError("CERTIFICATE_MISSING", "the server presented no certificate");
	const chainError = codeOf(authorizationError);
	if (trust.kind === "authority" && chainError === void 0 && checkServerIdentity(host, peer) === void 0) return;
	const certificate = new X509Certificate(peer.raw);
	if (trust.kind === "thumbprints") {
		if ([certificate.fingerprint, certificate.fingerprint256].map((each) => each.replaceAll(":", "")).some((each) => trust.thumbprints.includes(each))) return void 0;
		return new TrustError("CERTIFICATE_THUMBPRINT_MISMATCH", `the server's certificate is none of those in server-certificate-thumbprints (${trust.thumbprints.join(", ")}). It presented ${describeCertificate(certificate)}`);
	}
	if (chainError !== void 0) return new TrustError(chainError, `the server's certificate was not accepted (${chainError}). It presented ${describeCertificate(certificate)}`);
	if (trust.kind === "common names") {
		const own = namesOf(certificate);
		if (trust.names.some((wanted) => own.includes(wanted.toLowerCase()))) return void 0;
		return new TrustError("CERTIFICATE_NAME_MISMATCH", `the server's certificate has none of the names in server-common-names (${require_sanitize.sanitize(trust.names.join(", "), 300)}). It presented ${describeCertificate(certificate)}`);
	}
	return new TrustError("ERR_TLS_CERT_ALTNAME_INVALID", `the server's certificate is not for the name ${require_sanitize.sanitize(host, 200)}. It presented ${describeCertificate(certificate)}`);
}
function codeOf(authorizationError) {
	if (typeof authorizationError === "string") return authorizationError;
	if (!(authorizationError instanceof Error)) return void 0;
	return "code" in authorizationError ? String(authorizationError.code) : authorizationError.message;
}
function namesOf({ subject, subjectAltName }) {
	const commonNames = [...(subject ?? "").matchAll(/^CN=(.*)$/gm)].map(([, name]) => name ?? "");
	const alternatives = (subjectAltName ?? "").split(", ").flatMap((each) => /^DNS:(.+)$/.exec(each)?.[1] ?? []);
	return [...commonNames, ...alternatives].map((name) => name.trim().toLowerCase());
}
function describeCertificate(certificate) {
	const { fingerprint, fingerprint256, validFrom, validTo, issuer } = certificate;
	const names = [...new Set(namesOf(certificate))];
	return [
		`SHA-1 ${fingerprint.replaceAll(":", "")}`,
		`SHA-256 ${fingerprint256.replaceAll(":", "")}`,
		`names ${names.length > 0 ? require_sanitize.sanitize(names.join(", "), 300) : "none"}`,
		`valid from ${validFrom} to ${validTo}`,
		`issued by ${require_sanitize.sanitize((issuer ?? "").replaceAll("\n", ", "), 200)}`
	].join("; ");
}
// build/src/http/tls.js
function createTlsConnector({ trust, credentials }, note) {
	const client = credentials.tls;
	let protocol = {};
	const contexts = new Map();
	const contextFor = (shown, maxVersion) => {
		const name = `${shown ? "with" : "without"} the certificate, ${maxVersion}`;
		const known = contexts.get(name) ?? makeContext(trust, shown, maxVersion);
		contexts.set(name, known);
		return known;
	};
	const connectAndVerify = async (shake, host, shown, maxVersion) => {
		let presented;
		const socket = await shake({
			...named(host),
			secureContext: contextFor(shown, maxVersion),
			rejectUnauthorized: false,
			checkServerIdentity: (_, certificate) => {
				presented = certificate;
			}
		});
		const error = verifyServer({
			peer: presented ?? socket.getPeerCertificate(),
			authorizationError: socket.authorizationError
		}, host, trust);
		if (error === void 0) return socket;
		socket.destroy();
		throw error;
	};
	const isJudgedByChain = trust.kind === "authority" || trust.kind === "common names";
	const verifiedFingerprints = new Set();
	const connectPinned = async (shake, host, maxVersion) => {
		if (client === void 0 || !("pfx" in client) || !isJudgedByChain) return connectAndVerify(shake, host, client, maxVersion);
		if (verifiedFingerprints.size === 0) {
			const plain = await connectAndVerify(shake, host, void 0).catch((error) => {
				throw isAlert(error) ? failure(needsPem, "PFX_NOT_USABLE", error) : error;
			});
			verifiedFingerprints.add(thumbprintOf(plain));
			plain.destroy();
		}
		const socket = await connectAndVerify(shake, host, client, maxVersion);
		if (verifiedFingerprints.has(thumbprintOf(socket))) return socket;
		socket.destroy();
		verifiedFingerprints.clear();
		throw failure("the server presented another certificate in its second handshake", "CERTIFICATE_CHANGED");
	};
	return async (shake, host) => {
		const first = await connectPinned(shake, host, protocol.maxVersion);
		if (client === void 0 || protocol.settled || certificateRequested(first)) return first;
		first.destroy();
		try {
			const second = await connectPinned(shake, host, "TLSv1.2");
			if (!protocol.settled) note("postHandshake");
			protocol = {
				maxVersion: "TLSv1.2",
				settled: true
			};
			return second;
		} catch (error) {
			if (!/protocol.version/i.test(String(error))) throw error;
			if (!protocol.settled) note("notSupported");
			protocol = { settled: true };
			return connectPinned(shake, host);
		}
	};
}
function certificateRequested(socket) {
	return socket.getProtocol() !== "TLSv1.3" || socket.getSharedSigalgs().length > 0;
}
const needsPem = "the server breaks off every handshake without a client certificate, and one without it is needed to judge the server before a PFX is used";
function isAlert(error) {
	return error instanceof Error && "code" in error && /^ERR_SSL_.*ALERT/.test(String(error.code));
}
function thumbprintOf(socket) {
	return socket.getPeerCertificate().fingerprint256;
}
function makeContext(trust, client, maxVersion) {
	const ca = "ca" in trust && trust.ca.length > 0 ? {
		ca: [...trust.ca],
		allowPartialTrustChain: true
	} : {};
	return createSecureContext({
		...ca,
		...client,
		...maxVersion && { maxVersion }
	});
}
// build/src/http/request.js
function sendOver(connections, userAgent) {
	const client = new HttpClient(userAgent, [], { socketTimeout: 2 ** 31 - 1 });
	const ownHeaders = { "user-agent": client.userAgent ?? userAgent };
	return ({ method, url, headers }, course) => {
		let begun;
		let isOver = false;
		const end = (error) => {
			if (isOver) return;
			isOver = true;
			course.end(error);
		};
		const begin = (options, onResponse) => {
			const own = (0, node_http.request)(options, onResponse);
			own.once("socket", course.connect);
			own.once("upgrade", ({ statusCode }, socket) => {
				socket.destroy();
				end(failure(`the answer was an upgrade (${statusCode})`, "UNEXPECTED_UPGRADE"));
			});
			own.once("close", () => {
				if (!isOver) end(failure("the connection closed without an answer", "ECONNRESET"));
			});
			begun = own;
			return own;
		};
		const httpModule = Object.create(null, { request: { value: begin } });
		const parsedUrl = new URL(url);
		const path = `${parsedUrl.pathname}${parsedUrl.search}`;
		const options = connections.prepare({
			method,
			path,
			headers: {
				...headers,
				...ownHeaders
			}
		});
		const body = method === "POST" ? "" : null;
		try {
			client.requestRawWithCallback({
				options,
				parsedUrl,
				httpModule
			}, body, (error, response) => {
				if (response === void 0) end(error);
				else if (!isOver) {
					isOver = true;
					course.answer(response.message);
				}
			});
		} catch (error) {
			end(error);
		}
		return begun;
	};
}
// build/src/http/transport.js
const maxBodyBytes = 65536;
var TransportError = class extends Error {
	name = "TransportError";
	problem;
	code;
	sent;
	partialResponse;
	constructor(problem, code, message, details) {
		super(message, { cause: details.cause });
		this.problem = problem;
		this.code = code;
		this.sent = details.sent;
		this.partialResponse = details.partialResponse;
	}
};
function openTransport({ userAgent, ...options }) {
	const connections = openConnections(options);
	const send = sendOver(connections, userAgent);
	return {
		exchange: (request) => exchange(request, send, options.clock),
		close: () => connections.close()
	};
}
function exchange(asked, send, clock) {
	return new Promise((resolve, reject) => {
		let sent = false;
		let partialResponse;
		let request;
		const finish = () => {
			cancelDeadline();
			forgetCancellation();
			request = void 0;
		};
		const fail = (problem, code, message, cause) => {
			const failed = request;
			finish();
			reject(new TransportError(problem, code, message, {
				sent: sent && problem !== "connect",
				partialResponse,
				cause
			}));
			failed?.destroy();
		};
		const end = (error) => {
			const { code, message } = describe(error);
			fail(sent && !isHandshakeRefusal(code) ? "interrupted" : "connect", code, message, error);
		};
		const cancelDeadline = clock.after(asked.deadlineMs, () => fail("deadline", "DEADLINE", `no whole answer within ${asked.deadlineMs / 1e3} s`));
		const cancel = () => fail("cancelled", "CANCELLED", "the step was cancelled");
		const forgetCancellation = asked.cancellation.onRequest(cancel);
		request = send(asked, {
			connect: () => {
				sent = true;
			},
			answer: (message) => {
				partialResponse = {
					status: message.statusCode ?? 0,
					reasonPhrase: message.statusMessage ?? ""
				};
				readAnswer(message).then((answer) => {
					finish();
					resolve(answer);
				}, end);
			},
			end
		});
		if (asked.cancellation.requested) cancel();
	});
}
function isHandshakeRefusal(code) {
	return /^ERR_SSL_.*ALERT_(?:(?:BAD|UNSUPPORTED)_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(code);
}
function readAnswer(message) {
	return new Promise((resolve, reject) => {
		const chunks = [];
		let size = 0;
		const cutOff = () => reject(failure("the answer was cut off", "ECONNRESET"));
		const finish = () => {
			message.off("close", cutOff);
			resolve({
				status: message.statusCode ?? 0,
				reasonPhrase: message.statusMessage ?? "",
				headers: message.headers,
				body: size === 0 ? "" : Buffer.concat(chunks).subarray(0, maxBodyBytes).toString("utf8"),
				truncated: size > maxBodyBytes
			});
		};
		message.on("data", (chunk) => {
			chunks.push(chunk);
			size += chunk.length;
			if (size <= 65536) return;
			finish();
			message.destroy();
		});
		message.once("end", finish);
		message.once("error", reject);
		message.once("close", cutOff);
	});
}
function describe(error) {
	if (!(error instanceof Error)) return {
		code: "UNKNOWN",
		message: String(error)
	};
	const inner = error instanceof AggregateError ? error.errors : [];
	const texts = inner.map((each) => describe(each).message).filter((text) => text !== "");
	const code = "code" in error && typeof error.code === "string" ? error.code : void 0;
	const message = error.message || [...new Set(texts)].join("; ") || code || error.name;
	return {
		code: code ?? (inner.length > 0 ? describe(inner[0]).code : "UNKNOWN"),
		message
	};
}
// build/src/shared/json.js
function parseJson(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return;
	}
}
function member(value, lowerCaseName) {
	if (typeof value !== "object" || value === null) return void 0;
	return Object.entries(value).find(([name]) => name.toLowerCase() === lowerCaseName)?.[1];
}
function elements(value) {
	return Array.isArray(value) ? value : [];
}
function wholeNumber(value) {
	const text = typeof value === "number" ? String(value) : value;
	return typeof text === "string" && /^\d+$/.test(text) ? Number(text) : void 0;
}
function dateMs(value) {
	const ms = typeof value === "string" ? Date.parse(value) : NaN;
	return Number.isNaN(ms) ? void 0 : ms;
}
// build/src/image-store/fabric-error.js
function parseFabricError(body) {
	const error = member(parseJson(body), "error");
	const code = member(error, "code");
	if (typeof code !== "string" || code.trim() === "") return void 0;
	const message = member(error, "message");
	if (typeof message !== "string" || message.trim() === "" || message === "Null") return { code: code.trim() };
	return {
		code: code.trim(),
		message
	};
}
// build/src/image-store/responses.js
function readSession(body, sessionId) {
	if (body.trim() === "") return { kind: "notFound" };
	const sessions = member(parseJson(body), "uploadsessions");
	if (!Array.isArray(sessions)) return void 0;
	const entry = sessions.find((each) => {
		const id = member(each, "sessionid");
		return typeof id === "string" && id.toLowerCase() === sessionId.toLowerCase();
	});
	if (entry === void 0) return sessions.length === 0 ? { kind: "notFound" } : void 0;
	const path = member(entry, "storerelativepath");
	const sizeBytes = wholeNumber(member(entry, "filesize"));
	const lastChunkMs = dateMs(member(entry, "modifieddate"));
	const ranges = member(entry, "expectedranges");
	const missingRanges = elements(ranges).map(readRange);
	if (typeof path !== "string" || !isWellFormed(path) || sizeBytes === void 0 || lastChunkMs === void 0) return;
	if (!Array.isArray(ranges) || !missingRanges.every((range) => range !== void 0)) return void 0;
	return {
		kind: "found",
		session: {
			path,
			sizeBytes,
			lastChunkMs,
			missingRanges
		}
	};
}
function isWellFormed(path) {
	return !/\p{Surrogate}/u.test(path);
}
function readRange(value) {
	const start = wholeNumber(member(value, "startposition"));
	const end = wholeNumber(member(value, "endposition"));
	return start === void 0 || end === void 0 ? void 0 : {
		start,
		end
	};
}
function readContent(body, path) {
	if (body.trim() === "") return { kind: "notFound" };
	const files = member(parseJson(body), "storefiles");
	if (!Array.isArray(files)) return void 0;
	const entry = files.find((each) => isSamePath(member(each, "storerelativepath"), path));
	if (entry === void 0) return { kind: "notFound" };
	const sizeBytes = wholeNumber(member(entry, "filesize"));
	const modifiedMs = dateMs(member(entry, "modifieddate"));
	if (sizeBytes === void 0 || modifiedMs === void 0) return void 0;
	return {
		kind: "found",
		file: {
			sizeBytes,
			modifiedMs
		}
	};
}
function isSamePath(listed, path) {
	return typeof listed === "string" && normalized(listed) === normalized(path);
}
function normalized(path) {
	return path.replaceAll("\\", "/").replace(/^[\s/]+|[\s/]+$/g, "").toLowerCase();
}
function inUrl(path) {
	return path.split("/").map(encodeURIComponent).join("/");
}
// build/src/image-store/client.js
const apiVersion = "6.0";
const patienceMs = 15e3;
function openImageStore(options) {
	const { endpointUrl, transport, clock, random, authorization, redact, runLabel } = options;
	const pathsAsTheyAre = new Map();
	const ask = async (method, target, { deadlineMs, cancellation }) => {
		const startedMs = clock.now();
		try {
			const url = `${endpointUrl}/ImageStore/${target}`;
			const headers = {
				accept: "application/json",
				"X-ServiceFabricRequestId": `${runLabel}:${requestId(random)}`,
				...authorization && { authorization }
			};
			const answer = await transport.exchange({
				method,
				url,
				headers,
				deadlineMs,
				cancellation
			});
			return {
				attempt: answered(answer, clock.now() - startedMs, redact),
				body: answer.body
			};
		} catch (error) {
			if (!(error instanceof TransportError)) throw error;
			return {
				attempt: unanswered(error, clock.now() - startedMs, redact),
				body: ""
			};
		}
	};
	return {
		commit: async (sessionId, timeoutSeconds, cancellation) => {
			const query = `api-version=${apiVersion}&session-id=${sessionId}&timeout=${timeoutSeconds}`;
			const deadlineMs = timeoutSeconds * 1e3 + patienceMs;
			return (await ask("POST", `$/CommitUploadSession?${query}`, {
				deadlineMs,
				cancellation
			})).attempt;
		},
		lookUpSession: async (sessionId, deadlineMs, cancellation) => {
			const query = `api-version=${apiVersion}&session-id=${sessionId}`;
			const { attempt, body } = await ask("GET", `$/GetUploadSession?${query}`, {
				deadlineMs,
				cancellation
			});
			if (!hasStatus(attempt, 200, 204)) return {
				kind: "failed",
				attempt
			};
			const found = readSession(body, sessionId) ?? {
				kind: "failed",
				attempt
			};
			if (found.kind !== "found") return found;
			const path = redact(found.session.path);
			pathsAsTheyAre.set(path, found.session.path);
			return {
				kind: "found",
				session: {
					...found.session,
					path
				}
			};
		},
		lookUpContent: async (shownPath, deadlineMs, cancellation) => {
			const path = pathsAsTheyAre.get(shownPath) ?? shownPath;
			const target = `${inUrl(path)}?api-version=${apiVersion}`;
			const { attempt, body } = await ask("GET", target, {
				deadlineMs,
				cancellation
			});
			if (hasStatus(attempt, 404)) {
				if (attempt.error?.code === "FABRIC_E_FILE_NOT_FOUND") return { kind: "publishing" };
				return attempt.body === "nonJson" ? {
					kind: "failed",
					attempt
				} : { kind: "notFound" };
			}
			if (!hasStatus(attempt, 200, 204)) return {
				kind: "failed",
				attempt
			};
			return readContent(body, path) ?? {
				kind: "failed",
				attempt
			};
		}
	};
}
function hasStatus(attempt, ...statuses) {
	return attempt.kind === "response" && statuses.includes(attempt.status) && attempt.body !== "tooLarge";
}
function requestId(random) {
	const digits = () => Math.floor(random() * 16 ** 12).toString(16).padStart(12, "0");
	return `${digits()}${digits()}`;
}
function answered(answer, durationMs, redact) {
	const { status, reasonPhrase, headers, body, truncated } = answer;
	const empty = body.trim() === "";
	const error = empty ? void 0 : parseFabricError(body);
	const server = [headers["server"]].flat()[0];
	const { location, "retry-after": retryAfter } = headers;
	return {
		kind: "response",
		status,
		reasonPhrase: redact(reasonPhrase),
		...error && { error: {
			code: redact(error.code),
			...error.message !== void 0 && { message: redact(error.message) }
		} },
		body: truncated ? "tooLarge" : empty ? "empty" : parseJson(body) === void 0 ? "nonJson" : "json",
		headers: {
			...server && { server: redact(server) },
			...location && { location: redact(location) },
			...retryAfter && { retryAfter }
		},
		durationMs
	};
}
function unanswered(error, durationMs, redact) {
	const { problem, code, message, sent, partialResponse } = error;
	const status = partialResponse && { status: partialResponse.status };
	return {
		kind: "noResponse",
		problem,
		code,
		message: redact(message),
		sent,
		...status,
		durationMs
	};
}
// build/src/runner/log.js
const maxAnnotationCharacters = 4e3;
const runnerLog = {
	info: (line) => info(escapeCommands(line)),
	isDebug: isDebug(),
	debug: (line) => debug(require_sanitize.sanitize(line, maxLineCharacters)),
	warning: (text) => warning(require_sanitize.truncate(text, maxAnnotationCharacters)),
	error: (title, text) => error(require_sanitize.truncate(text, maxAnnotationCharacters), { title })
};
const maxLineCharacters = 2e3;
function escapeCommands(line) {
	const text = require_sanitize.sanitize(line, maxLineCharacters).replaceAll("##[", "## [");
	return text.startsWith("::") ? `: ${text.slice(1)}` : text;
}
function redactingLog(log, { redact }) {
	return {
		info: (line) => log.info(redact(line)),
		isDebug: log.isDebug,
		debug: (line) => log.debug(redact(line)),
		warning: (text) => log.warning(redact(text)),
		error: (title, text) => log.error(title, redact(text))
	};
}
// build/src/runner/redaction.js
const shortestPiece = 4;
function createRedactor(mask) {
	const pieces = new Set();
	return {
		add: (...values) => {
			for (const value of values.filter((each) => each !== "")) for (const piece of [
				value,
				value.trim(),
				...value.split(/\r?\n|\r/).map((line) => line.trim())
			]) {
				if (piece === "" || pieces.has(piece)) continue;
				pieces.add(piece);
				mask(piece);
			}
		},
		redact: (text) => {
			if (pieces.size === 0) return text;
			return [...pieces].filter((piece) => piece.length >= shortestPiece && text.includes(piece)).sort((a, b) => b.length - a.length).reduce((rest, piece) => rest.replaceAll(piece, "***"), text);
		}
	};
}
// build/src/runner/signals.js
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
			for (const stop of listeners) stop();
			listeners.clear();
		}
	};
}
function cancelledByRunner(announce) {
	const cancellation = cancellable();
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {
		if (!cancellation.requested) announce();
		cancellation.request();
	});
	return cancellation;
}
// build/src/shared/clock.js
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
			timer = setTimeout(() => leftMs > stepMs ? arm(leftMs - stepMs) : callback(), stepMs);
		};
		arm(delayMs);
		return () => clearTimeout(timer);
	}
};
// build/src/shared/limiter.js
const fewestFailures = 3;
function takeTurns(concurrency, share) {
	const later = [];
	let first = {
		count: 0,
		begin: (_) => void 0
	};
	const enough = Math.max(fewestFailures, Math.min(concurrency, 8));
	let taken = 0;
	let failuresInARow = 0;
	let isShared = false;
	const takeFirst = () => {
		if (first.count === 0) return void 0;
		first.count -= 1;
		return first.begin;
	};
	const next = () => {
		const start = later.shift() ?? takeFirst();
		if (start === void 0) return;
		taken += 1;
		start();
	};
	const spareAll = (failure) => {
		const [waiting, { count }] = [later.splice(0), first];
		first.count = 0;
		if (waiting.length + count > 0 && !isShared) {
			isShared = true;
			share(failure, waiting.length + count);
		}
		for (const start of waiting) start(failure);
		for (let begun = 0; begun < count; begun += 1) first.begin(failure);
	};
	return {
		each: (subjects, begin) => new Promise((resolve, reject) => {
			const results = [];
			const unbegun = subjects.entries();
			let open = subjects.length;
			if (open === 0) resolve(results);
			const beginNext = async (failure) => {
				const { value, done } = unbegun.next();
				if (done) return;
				const [index, subject] = value;
				await void 0;
				results[index] = await begin(subject, failure);
				open -= 1;
				if (open === 0) resolve(results);
			};
			first = {
				count: subjects.length,
				begin: (failure) => void beginNext(failure).catch(reject)
			};
			while (taken < concurrency && first.count > 0) next();
		}),
		take: () => new Promise((resolve) => {
			later.push(resolve);
			if (taken < concurrency) next();
		}),
		end: (attempt) => {
			taken -= 1;
			if (attempt !== void 0) {
				const isUnreachable = attempt.kind === "noResponse" && attempt.problem === "connect";
				failuresInARow = isUnreachable ? failuresInARow + 1 : 0;
				if (!isUnreachable) isShared = false;
				if (failuresInARow >= enough) spareAll(attempt);
			}
			next();
		}
	};
}
// build/src/commit/verdict.js
function classify(attempt) {
	if (attempt.kind === "noResponse") return attempt.sent && !isRefusal(attempt.status) ? "indeterminate" : "rejected";
	const { status, error, body } = attempt;
	if (status === 200) return error === void 0 && (body === "empty" || body === "json") ? "success" : "rejected";
	if (status === 400 && error?.code === "E_INVALIDARG") return "invalidArgument";
	if (status === 500 && error !== void 0) return error.code === "OperationsPending" ? "inProgress" : "serverError";
	return status >= 500 && status !== 501 && status !== 505 ? "indeterminate" : "rejected";
}
function isRefusal(status) {
	return status !== void 0 && status >= 400 && status < 500;
}
function isAmbiguous(sign) {
	return sign === "serverError" || sign === "inProgress" || sign === "indeterminate";
}
function evaluate({ signs, session, content }) {
	const last = signs.at(-1);
	const doubts = signs.filter(isAmbiguous);
	const published = content === "matches";
	const notPublished = content === "differs" || content === "absent";
	if (doubts.length === 0) return {
		result: last === "success" ? "committed" : "failed",
		reason: "answered"
	};
	if (published && (last === "success" || session === "gone")) return {
		result: "committed",
		reason: "published"
	};
	if (session === "incomplete") return {
		result: "failed",
		reason: "incomplete"
	};
	if (notPublished && last === "invalidArgument" && session === "complete") return {
		result: "failed",
		reason: "not published"
	};
	if (notPublished && last === "serverError" && doubts.every((sign) => sign === "serverError")) return {
		result: "failed",
		reason: "aborted"
	};
	return {
		result: "unknown",
		reason: "inconclusive"
	};
}
const firstWaitMs = 1e3;
const longestWaitMs = 3e4;
function decide(progress, limits, random) {
	const { attempts, elapsedMs, pendingMs, epochMs } = progress;
	const last = attempts.at(-1);
	if (last === void 0 || !isWorthRepeating(attempts, last)) return {
		again: false,
		why: "final"
	};
	const pending = classify(last) === "inProgress";
	const counted = attempts.filter((attempt) => classify(attempt) !== "inProgress").length;
	if (pending ? limits.maxAttempts === 1 : counted >= limits.maxAttempts) return {
		again: false,
		why: "attempts"
	};
	const backoffMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts.length - 1) * (.75 + random / 2));
	let waitMs = (last.kind === "response" ? retryAfterMs(last.headers.retryAfter, epochMs) : void 0) ?? backoffMs;
	if (pending) {
		const leftMs = limits.timeoutSeconds * 1e3 - (pendingMs ?? 0);
		if (leftMs <= 0) return {
			again: false,
			why: "inProgress"
		};
		waitMs = Math.min(Math.max(waitMs, backoffMs), leftMs);
	}
	if (elapsedMs + waitMs > 18e5) return {
		again: false,
		why: "time"
	};
	return {
		again: true,
		waitMs: Math.round(waitMs)
	};
}
function isTransient(attempt) {
	return isWorthRepeating([attempt], attempt);
}
function isWorthRepeating(attempts, last) {
	if (last.kind === "noResponse") {
		if (last.problem === "cancelled") return false;
		if (last.problem === "connect") return !isFinalConnectFailure(last.code);
		return classify(last) === "indeterminate" || last.problem === "deadline" || isBusyStatus(last.status);
	}
	const { status, error } = last;
	if (isBusyStatus(status) || [
		502,
		503,
		504
	].includes(status)) return true;
	if (status === 400) return error?.code === "FABRIC_E_SERVICE_TYPE_NOT_REGISTERED";
	if (status !== 500) return false;
	if (classify(last) === "inProgress") return true;
	return attempts.filter((each) => each.kind === "response" && each.status === 500 && classify(each) !== "inProgress").length <= 1;
}
function isFinalConnectFailure(code) {
	return /^ENOTFOUND$|^EPROTO$|^ERR_(SSL|TLS)_|^PROXY_REFUSED$|^PFX_|CERT|SIGNED|^UNABLE_TO_|^INVALID_|^PATH_LENGTH_|^UNSPECIFIED$/.test(code);
}
function isBusyStatus(status) {
	return status === 408 || status === 429;
}
function retryAfterMs(value, epochMs) {
	if (value === void 0) return void 0;
	if (/^\d+$/.test(value.trim())) return Number(value) * 1e3;
	const date = Date.parse(value);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - epochMs);
}
// build/src/commit/commit-session.js
const heartbeatMs = 3e4;
const lookUpMs = 15e3;
const [lookUpRetries, publishingRetries] = [2, 3];
const clockSkewMs = 12e4;
async function commitSession(sessionId, opening, options) {
	const { store, clock, random, cancellation, turns, timeoutSeconds, tell } = options;
	const attempts = [];
	let startedMs;
	let firstPendingMs;
	let session;
	let isGone = false;
	const elapsedMs = () => startedMs === void 0 ? 0 : clock.now() - startedMs;
	const end = (verdict, found = {}) => {
		const last = attempts.at(-1);
		const known = {
			...last && { last },
			...session && { session }
		};
		const outcome = {
			sessionId,
			...verdict,
			attempts: attempts.length,
			durationMs: elapsedMs(),
			...known,
			...found
		};
		tell({
			kind: "ended",
			sessionId,
			outcome
		});
		return outcome;
	};
	const attempt = async () => {
		const sentMs = clock.now();
		const answer = store.commit(sessionId, timeoutSeconds, cancellation);
		if (attempts.length === 0) tell({
			kind: "begun",
			sessionId
		});
		const beat = () => tell({
			kind: "waiting",
			sessionId,
			waitedMs: clock.now() - sentMs
		});
		return answer.finally(every(clock, heartbeatMs, beat));
	};
	const lookUpSession = async () => {
		const found = await repeated((leftMs) => store.lookUpSession(sessionId, leftMs, cancellation), options);
		if (found.kind === "found") session = found.session;
		tell({
			kind: "session",
			sessionId,
			found
		});
		return found;
	};
	const lookUpContent = async (path) => {
		for (let retries = 0;; retries += 1) {
			const found = await repeated((leftMs) => store.lookUpContent(path, leftMs, cancellation), options);
			tell({
				kind: "content",
				sessionId,
				path,
				found
			});
			if (found.kind !== "publishing" || retries === publishingRetries || cancellation.requested) return found;
			await sleep(clock, 1e3 * 2 ** retries, cancellation);
		}
	};
	const conclude = async (signs, stopped, asked) => {
		if (!signs.some(isAmbiguous)) {
			const sessionNow = signs.at(-1) === "invalidArgument" ? await lookUpSession() : void 0;
			return end(evaluate({ signs }), {
				stopped,
				...sessionNow && { sessionNow }
			});
		}
		if (signs.at(-1) === "success" && session) {
			const content = await lookUpContent(session.path);
			const verdict = evaluate({
				signs,
				content: contentSign(content, session)
			});
			if (verdict.result === "committed") return end(verdict, {
				stopped,
				content
			});
		}
		const sessionNow = asked ?? await lookUpSession();
		const content = session && await lookUpContent(session.path);
		const evidence = {
			signs,
			session: sessionSign(sessionNow, session),
			content: session && contentSign(content, session)
		};
		return end(evaluate(evidence), {
			stopped,
			sessionNow,
			...content && { content }
		});
	};
	const cancelled = () => end({
		result: attempts.map(classify).some(isAmbiguous) ? "unknown" : "failed",
		reason: "cancelled"
	});
	const step = async (failure) => {
		startedMs ??= clock.now();
		const last = failure ?? await attempt();
		attempts.push(last);
		const signs = attempts.map(classify);
		const inDoubt = signs.some(isAmbiguous);
		if (classify(last) === "inProgress") firstPendingMs ??= clock.now();
		let asked;
		if (inDoubt && session === void 0 && !isGone && !cancellation.requested) {
			tell({
				kind: "doubt",
				sessionId,
				number: attempts.length,
				attempt: last
			});
			asked = await lookUpSession();
			isGone = asked.kind === "notFound";
		}
		const pendingMs = firstPendingMs === void 0 ? void 0 : clock.now() - firstPendingMs;
		const decision = decide({
			attempts,
			elapsedMs: elapsedMs(),
			pendingMs,
			epochMs: clock.epochMs()
		}, options, random());
		if (cancellation.requested && (inDoubt || decision.again)) return cancelled();
		if (!decision.again) return conclude(signs, decision.why, asked);
		tell({
			kind: "again",
			sessionId,
			number: attempts.length,
			attempt: last,
			waitMs: decision.waitMs
		});
		return decision;
	};
	for (let failure = opening;; failure = await turns.take()) {
		let next;
		if (cancellation.requested) next = cancelled();
		else if (elapsedMs() > 18e5) next = await conclude(attempts.map(classify), "time");
		else next = await step(failure);
		if (failure === void 0) turns.end(attempts.at(-1));
		if ("result" in next) return next;
		await sleep(clock, next.waitMs, cancellation);
	}
}
async function repeated(ask, { clock, cancellation }) {
	const startedMs = clock.now();
	for (let retries = 0;; retries += 1) {
		const found = await ask(lookUpMs - (clock.now() - startedMs));
		const waitMs = 1e3 * 2 ** retries;
		if (retries === lookUpRetries || clock.now() - startedMs + waitMs >= lookUpMs || cancellation.requested || !isFailure(found) || !isTransient(found.attempt)) return found;
		await sleep(clock, waitMs, cancellation);
	}
}
function isFailure(found) {
	return typeof found === "object" && found !== null && "kind" in found && found.kind === "failed";
}
function sessionSign(found, lastSeen) {
	if (found.kind === "failed") return void 0;
	if (found.kind === "notFound") return lastSeen?.missingRanges.length === 0 ? "gone" : void 0;
	return found.session.missingRanges.length === 0 ? "complete" : "incomplete";
}
function contentSign(found, session) {
	if (found?.kind === "notFound") return "absent";
	if (found?.kind !== "found") return void 0;
	const { sizeBytes, modifiedMs } = found.file;
	return sizeBytes === session.sizeBytes && modifiedMs >= session.lastChunkMs - clockSkewMs ? "matches" : "differs";
}
// build/src/connection/input-problems.js
function quote(text) {
	return `"${require_sanitize.sanitize(text, 120)}"`;
}
function emptyInput(name, accepted) {
	return `${name} is empty; it takes ${accepted}. If the workflow fills it from a secret, a variable or an expression, that one is not set here.`;
}
function listed(parts) {
	return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
// build/src/connection/endpoint.js
const accepted = "the http:// or https:// URL of the cluster's HTTP gateway, like https://mycluster.example.com:19080";
function parseEndpoint(value, reportProblem) {
	if (value === "") return reportProblem(emptyInput("endpoint", accepted));
	const reject = (reason, corrected) => reportProblem(`endpoint ${quoted(value)} ${reason}; ${corrected === void 0 ? `it takes ${accepted}` : `write ${corrected}`}.`);
	if (/[\s\\\u0000-\u001F\u007F]/.test(value)) return reject("has a blank, a line break or a backslash in it");
	const scheme = /^([a-zA-Z][a-zA-Z\d+.-]*):\/\//.exec(value)?.[1]?.toLowerCase();
	const isKnown = scheme === "http" || scheme === "https";
	if (scheme === void 0 && /^https?:\//i.test(value)) return reject("is not a URL");
	const asHttp = scheme === void 0 ? `http://${value}` : `http${value.slice(scheme.length)}`;
	const url = parseUrl(isKnown ? value : asHttp);
	if (url === void 0 || url.hostname === "") return reject("is not a URL");
	const faults = [];
	if (scheme === void 0) faults.push("has no scheme");
	else if (scheme === "tcp") faults.push("is the native client's address (tcp://), not the HTTP gateway's");
	else if (!isKnown) return reject(`has the scheme ${scheme}`);
	if (url.port === "19000") faults.push("has port 19000, the native client's; HTTP is usually on 19080");
	if (url.username !== "" || url.password !== "") faults.push("has a user name or password in it, which the gateway does not know");
	const segments = url.pathname.split("/");
	const explorerAt = segments.findIndex((segment) => segment.toLowerCase() === "explorer");
	if (explorerAt > 0) faults.push("leads to the Explorer, a page for people");
	else if (url.search !== "" || value.includes("?")) faults.push("has a query");
	else if (url.hash !== "" || value.includes("#")) faults.push("has a fragment");
	const port = url.port === "19000" || scheme === "tcp" && url.port === "" ? "19080" : url.port;
	const rest = `${port === "" ? url.hostname : `${url.hostname}:${port}`}${(explorerAt > 0 ? segments.slice(0, explorerAt).join("/") : url.pathname).replace(/\/+$/, "")}`;
	if (faults.length > 0) return reject(listed(faults), isKnown ? `${scheme}://${rest}` : `https://${rest}, or http://${rest} if the cluster is not secured`);
	return {
		url: `${url.protocol}//${rest}`,
		secure: url.protocol === "https:",
		portNamed: url.port !== "" || /^[^/]+\/\/[^/]*:\d+(?:\/|$)/.test(value)
	};
}
function quoted(value) {
	return quote(value.replace(/^([a-z][a-z\d+.-]*:[/\\]+)?.*@/is, "$1***@"));
}
function parseUrl(text) {
	try {
		return new URL(text);
	} catch {
		return;
	}
}
// build/src/commit/inputs.js
var InputError = class extends Error {
	name = "InputError";
	code = "INVALID_INPUT";
	problems;
	constructor(problems) {
		const what = problems.length === 1 ? "an input is wrong" : "inputs are wrong";
		super(`Nothing was sent to the cluster, because ${what}:\n${problems.map((each) => `- ${each}`).join("\n")}`);
		this.problems = problems;
	}
};
const defaultSecurity = {
	trust: {
		kind: "authority",
		ca: []
	},
	credentials: {
		secrets: [],
		warnings: []
	}
};
async function readInputs({ read, environment, secrets, epochMs }) {
	const securing = readTlsInputs(read, secrets);
	const problems = [];
	const reportProblem = (problem) => {
		problems.push(problem);
	};
	const value = (name) => read(name).trim();
	const number = (name, unset, max) => value(name) === "" ? unset : parseWholeNumber(name, value(name), max, reportProblem);
	const endpoint = parseEndpoint(value("endpoint"), reportProblem);
	const sessionIds = parseSessionIds(value("session-id"), reportProblem);
	const timeoutSeconds = number("timeout", 60, 4294967295);
	const maxAttempts = number("max-attempts", 5, 100);
	const concurrency = number("concurrency", 8, 64);
	const security = isOrdinary(securing) ? defaultSecurity : (await Promise.resolve().then(() => require("./security.js"))).readSecurity(securing, {
		endpoint,
		secrets,
		epochMs,
		reportProblem
	});
	const proxy = endpoint && namesProxy(environment) ? (await Promise.resolve().then(() => require("./proxy.js"))).findProxy(endpoint.url, environment, secrets, reportProblem) : void 0;
	if (problems.length > 0 || endpoint === void 0 || sessionIds === void 0 || timeoutSeconds === void 0 || maxAttempts === void 0 || concurrency === void 0) throw new InputError(problems);
	return {
		endpoint,
		sessionIds,
		timeoutSeconds,
		maxAttempts,
		concurrency,
		...proxy && { proxy },
		...endpoint.secure && security && { security }
	};
}
function namesProxy(environment) {
	return [
		"https_proxy",
		"HTTPS_PROXY",
		"http_proxy",
		"HTTP_PROXY"
	].some((name) => environment[name]);
}
function readTlsInputs(read, secrets) {
	const secret = (name) => {
		const written = read(name);
		secrets.add(written);
		return written;
	};
	return {
		"client-certificate": secret("client-certificate"),
		"client-key": secret("client-key"),
		"client-certificate-password": secret("client-certificate-password"),
		"access-token": secret("access-token"),
		"server-ca": read("server-ca"),
		"server-certificate-thumbprints": read("server-certificate-thumbprints"),
		"server-common-names": read("server-common-names"),
		"tls-skip-verify": read("tls-skip-verify")
	};
}
function isOrdinary({ "tls-skip-verify": skip, ...others }) {
	return (skip === "" || skip === "false") && Object.values(others).every((written) => written === "");
}
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const nilGuid = "00000000-0000-0000-0000-000000000000";
function parseSessionIds(value, reportProblem) {
	const accepted = "the GUID under which the chunks were uploaded, or several separated by new lines, commas or blanks";
	const written = value.split(/[\s,]+/).filter((id) => id !== "");
	if (written.length === 0) return reportProblem(emptyInput("session-id", accepted));
	const wrong = written.filter((id) => !guid.test(id) || id === nilGuid);
	for (const id of wrong.slice(0, 5)) reportProblem(id === nilGuid ? `session-id ${quote(id)} is the nil GUID, which no upload session can have; give the one that the chunks were uploaded under.` : `session-id ${quote(id)} is not a GUID of 36 characters with dashes and without braces, like 01234567-89ab-cdef-0123-456789abcdef.`);
	if (wrong.length > 5) return reportProblem(`session-id holds ${wrong.length - 5} more values that are no such GUIDs.`);
	if (wrong.length > 0) return void 0;
	const seen = new Set();
	return written.filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
}
function parseWholeNumber(name, value, max, reportProblem) {
	const number = /^\d+$/.test(value) ? Number(value) : NaN;
	if (number >= 1 && number <= max) return number;
	const unit = name === "timeout" ? "whole seconds" : "a whole number";
	return reportProblem(`${name} is ${quote(value)}; it takes ${unit} from 1 to ${max}, in decimal digits only.`);
}
// build/src/shared/format.js
function grouped(value) {
	return value.toLocaleString("en-US");
}
function byteCount(bytes) {
	return `${grouped(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
}
function duration(ms) {
	if (ms < 1e3) return `${Math.round(ms)} ms`;
	if (ms < 59950) return `${(ms / 1e3).toFixed(1).replace(".0", "")} s`;
	const seconds = Math.round(ms / 1e3);
	return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? "" : ` ${seconds % 60} s`}`;
}
function isoTime(epochMs) {
	return new Date(epochMs).toISOString();
}
// build/src/diagnostics/attempt-text.js
const maxCodeCharacters = 100;
const maxNetworkErrorCharacters = 1500;
const maxRangesInText = 5;
function describeAttempt(attempt) {
	return attempt.kind === "response" ? describeResponse(attempt) : describeFailure(attempt);
}
function describeResponse({ status, reasonPhrase, error, body }) {
	const statusLine = require_sanitize.sanitize(`${status} ${reasonPhrase}`, maxCodeCharacters);
	if (error) {
		const text = error.message === void 0 ? " without a message" : `: ${require_sanitize.sanitize(error.message).replace(/\.$/, "")}`;
		return `the cluster answered ${`${status}${status === 200 ? " with the error" : ""} ${require_sanitize.sanitize(error.code, maxCodeCharacters)}`}${text}`;
	}
	switch (body) {
		case "tooLarge": return `the response ${statusLine} exceeded the limit of 64 KiB`;
		case "nonJson": return `something other than the image store answered ${statusLine} with a web page or plain text`;
		case "empty": return `the cluster answered ${statusLine} without a body`;
		case "json": return `the cluster answered ${statusLine} without a FabricError`;
	}
}
function describeFailure({ problem, code, message, sent, status }) {
	const detail = require_sanitize.sanitize(message.includes(code) ? message : `${message} (${code})`, maxNetworkErrorCharacters);
	switch (problem) {
		case "connect": return `the runner could not connect: ${detail}`;
		case "deadline": return sent ? `the cluster sent ${require_sanitize.sanitize(message)}` : `the runner could not connect: ${detail}`;
		case "cancelled": return "the step was cancelled";
		case "interrupted": return status === void 0 ? `the connection ended before a response arrived: ${detail}` : `the response with status ${status} was interrupted: ${detail}`;
	}
}
function describeSession(lookup) {
	switch (lookup.kind) {
		case "notFound": return "The cluster has no such upload session now.";
		case "failed": return isWithoutSessionApi(lookup) ? "This gateway does not support upload sessions." : `Could not look up the session: ${describeLookupFailure(lookup)}.`;
		case "found": return describeCompleteness(lookup.session);
	}
}
function describeCompleteness({ path, sizeBytes, missingRanges }) {
	const file = require_sanitize.sanitize(path, 300);
	if (sizeBytes === 0) return `The session is for ${file}, an empty file.`;
	if (missingRanges.length === 0) return `The session is complete: its chunks cover all ${byteCount(sizeBytes)} of ${file}.`;
	const missingBytes = missingRanges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
	return `The session is incomplete: ${grouped(missingBytes)} of ${byteCount(sizeBytes)} of ${file} ${missingBytes === 1 ? "is" : "are"} missing (${describeRanges(missingRanges)}).`;
}
function describeRanges(ranges) {
	const first = ranges.slice(0, maxRangesInText);
	const texts = first.map(({ start, end }) => start === end ? `${start}` : `${start}-${end}`);
	const more = ranges.length > first.length ? ` and ${ranges.length - first.length} more ranges` : "";
	return `${texts.join(", ")}${more}, counted from 0`;
}
function describeContent(lookup, path) {
	const file = require_sanitize.sanitize(path, 300);
	switch (lookup.kind) {
		case "found": return `The file at ${file} has ${byteCount(lookup.file.sizeBytes)} and was modified at ${isoTime(lookup.file.modifiedMs)}.`;
		case "notFound": return `There is no file at ${file}.`;
		case "publishing": return `The cluster is still publishing the file at ${file}.`;
		case "failed": return `Could not look up the file at ${file}: ${describeLookupFailure(lookup)}.`;
	}
}
function describeLookupFailure({ attempt }) {
	return attempt.kind === "response" && attempt.status < 300 && attempt.body !== "nonJson" && !attempt.error ? `the cluster answered ${attempt.status} in an unknown format` : describeAttempt(attempt);
}
function isWithoutSessionApi(lookup) {
	return lookup.kind === "failed" && lookup.attempt.kind === "response" && lookup.attempt.status === 400;
}
// build/src/commit/outcome-text.js
function describeOutcome(outcome, endpointUrl) {
	const { sessionId, result } = outcome;
	const subject = `Upload session ${sessionId}`;
	if (result === "committed") {
		const evidence = outcome.reason === "published" ? ` ${describeEvidence(outcome)}` : "";
		return `${subject} is committed at ${endpointUrl} (${describeEffort(outcome)}).${evidence}`;
	}
	const claim = result === "failed" ? "was not committed" : "may or may not be committed";
	const lookups = describeLookups(outcome);
	return `${subject} ${claim} at ${endpointUrl}: ${describeCause(outcome)}.${lookups && ` ${lookups}`}`;
}
function describeCause({ result, reason, attempts, last }) {
	if (last === void 0) return "the step was cancelled before the commit started";
	const cancelled = reason === "cancelled" && !isCancelled(last) ? ", then the step was cancelled" : "";
	const attempt = `${attempts > 1 ? `in the last of ${attempts} attempts ` : ""}${describeAttempt(last)}${cancelled}`;
	return result === "unknown" && !isAmbiguous(classify(last)) ? `an earlier attempt may have succeeded, and ${attempt}` : attempt;
}
function isCancelled(attempt) {
	return attempt.kind === "noResponse" && attempt.problem === "cancelled";
}
function describeEvidence({ last, content, session }) {
	const evidence = [last?.kind === "response" && last.status === 200 ? "the last response was 200" : "the session no longer exists"];
	if (content?.kind === "found" && session) {
		const { sizeBytes, modifiedMs } = content.file;
		evidence.push(`the file at ${require_sanitize.sanitize(session.path, 300)} has the session's ${byteCount(sizeBytes)} and was modified at ${isoTime(modifiedMs)}`);
	}
	return `An earlier attempt was ambiguous. Confirmed by: ${evidence.join("; ")}.`;
}
function describeLookups({ sessionNow, content, session }) {
	return [...sessionNow ? [describeSession(sessionNow)] : [], ...content && session ? [describeContent(content, session.path)] : []].join(" ");
}
function describeEffort({ attempts, durationMs }) {
	return `${attempts === 1 ? "" : `${attempts} attempts, `}${duration(durationMs)}`;
}
function errorOf(outcome, endpointUrl) {
	const { last, result } = outcome;
	if (result === "committed") return {
		code: "",
		message: ""
	};
	const description = describeOutcome(outcome, endpointUrl);
	if (last?.kind === "response") return {
		code: last.error?.code ?? "",
		message: last.error?.message ?? description
	};
	return {
		code: last?.code ?? "CANCELLED",
		message: description
	};
}
// build/src/commit/outputs.js
const outputNames = [
	"result",
	"status-code",
	"error-code",
	"error-message",
	"attempts",
	"sessions"
];
function introduce(target, security, log) {
	if (target.proxyName) log.info(`Through the proxy ${target.proxyName}`);
	if (target.certificate) log.info(`Client certificate ${target.certificate.subject}, thumbprint ${target.certificate.thumbprint}`);
	for (const warning of security?.credentials.warnings ?? []) log.warning(warning);
	if (security?.trust.kind !== "insecure") return;
	log.warning("tls-skip-verify is true: whoever answers in place of the cluster is believed, and is sent what proves who you are. server-certificate-thumbprints accepts a self-signed certificate as well, and that one alone.");
}
function logTlsFallback(finding, log) {
	log.info(`The server did not ask for the client certificate in the TLS 1.3 handshake; ${{
		postHandshake: "connected with TLS 1.2, in which it can ask later.",
		notSupported: "it speaks TLS 1.3 alone, so that the certificate cannot be shown."
	}[finding]}`);
}
function overall(outcomes) {
	const results = outcomes.map(({ result }) => result);
	return results.includes("failed") ? "failed" : results.includes("unknown") ? "unknown" : "committed";
}
function toOutputs(outcomes, target) {
	const shown = outcomes.find(({ result }) => result !== "committed") ?? outcomes.at(-1);
	const error = shown ? errorOf(shown, target.url) : {
		code: "",
		message: ""
	};
	return {
		result: overall(outcomes),
		"status-code": String(shown?.last?.status ?? ""),
		"error-code": error.code,
		"error-message": error.message,
		attempts: String(outcomes.reduce((sum, { attempts }) => sum + attempts, 0)),
		sessions: toSessions(outcomes, target)
	};
}
const maxSessionsBytes = 1e6;
const shortMessageCharacters = 2e3;
const shortenings = [
	{
		message: Number.POSITIVE_INFINITY,
		ranges: Number.POSITIVE_INFINITY,
		path: Number.POSITIVE_INFINITY
	},
	{
		message: shortMessageCharacters,
		ranges: 100,
		path: 1e3
	},
	{
		message: 300,
		ranges: 10,
		path: 300
	},
	{
		message: 60,
		ranges: 2,
		path: 80
	},
	{
		message: 0,
		ranges: 0,
		path: 0
	}
];
function toSessions(outcomes, target) {
	let json = "";
	for (const limits of shortenings) {
		if (outcomes.reduce((sum, { last }) => sum + Math.min(messageLength(last), limits.message), 0) > maxSessionsBytes) continue;
		json = JSON.stringify(outcomes.map((outcome) => toRow(outcome, target, limits)));
		if (Buffer.byteLength(json) <= maxSessionsBytes) break;
	}
	return json;
}
function keepNeeded(sessionIds) {
	let [allCharacters, firstPlace] = [0, Number.POSITIVE_INFINITY];
	return (outcome) => {
		const length = messageLength(outcome.last);
		if (length === 0) return outcome;
		allCharacters += length;
		const place = outcome.result === "committed" ? void 0 : sessionIds.indexOf(outcome.sessionId);
		firstPlace = Math.min(firstPlace, place ?? firstPlace);
		return allCharacters <= maxSessionsBytes || place === firstPlace ? outcome : withShortMessage(outcome);
	};
}
function withShortMessage(outcome) {
	const { last } = outcome;
	if (last?.kind !== "response" || last.error?.message === void 0) return outcome;
	const message = Buffer.from(require_sanitize.truncate(last.error.message, shortMessageCharacters)).toString();
	return {
		...outcome,
		last: {
			...last,
			error: {
				...last.error,
				message
			}
		}
	};
}
function messageLength(last) {
	return last?.kind === "response" ? last.error?.message?.length ?? 0 : 0;
}
function toRow(outcome, target, limits) {
	const { sessionId, result, last, attempts, durationMs, session } = outcome;
	const error = errorOf(outcome, target.url);
	const ranges = session && session.sizeBytes > 0 ? session.missingRanges : void 0;
	return {
		sessionId,
		result,
		statusCode: last?.status ?? null,
		errorCode: error.code || null,
		errorMessage: require_sanitize.truncate(error.message, limits.message) || null,
		attempts,
		durationMs,
		path: require_sanitize.truncate(session?.path ?? "", limits.path) || null,
		missingRanges: ranges && ranges.length <= limits.ranges ? ranges : null
	};
}
function outputsWithoutCommit(result, code, message) {
	return {
		result,
		"status-code": "",
		"error-code": code,
		"error-message": message,
		attempts: "0",
		sessions: "[]"
	};
}
function writeOutputs(outputs) {
	for (const name of outputNames) setOutput(name, outputs[name]);
}
function annotate(outcomes, target, advise) {
	const [first, ...others] = outcomes.filter(({ result }) => result !== "committed");
	if (first === void 0) return "";
	const advice = advise(first, target);
	const one = `${describeOutcome(first, target.url)}${advice ? ` ${advice}` : ""}`;
	if (others.length === 0) return one;
	const ids = others.slice(0, 4).map(({ sessionId, result }) => `${sessionId} (${result})`);
	const more = others.length > ids.length ? ` and ${others.length - ids.length} more` : "";
	return `${others.length + 1} of ${outcomes.length} upload sessions are not committed. ${one}\nLikewise: ${ids.join(", ")}${more}.`;
}
function writeSummary(summary, log) {
	const path = process.env["GITHUB_STEP_SUMMARY"];
	if (!path) return;
	try {
		(0, node_fs.appendFileSync)(path, summary);
	} catch (error) {
		log.debug(`The job summary was not written: ${String(error)}`);
	}
}
// build/src/commit/session-log.js
function tellEach(told) {
	const untold = [];
	const catchUp = () => {
		for (const event of untold.splice(0)) told.log.info(eventLine(event, told));
	};
	return (event) => {
		untold.push(event);
		if (event.kind !== "begun") catchUp();
		else if (untold.length === 1) told.clock.after(0, catchUp);
	};
}
function tellShared(failure, count, { log, target }) {
	log.info(`Nobody can connect to ${target.url}: ${describeAttempt(failure)}; this counts for ${count} waiting sessions as well`);
}
function eventLine(event, { target, limits }) {
	const { sessionId } = event;
	switch (event.kind) {
		case "begun": return `Committing upload session ${sessionId} at ${target.url} (timeout ${limits.timeoutSeconds} s)`;
		case "waiting": return `Upload session ${sessionId}: waiting for ${duration(event.waitedMs)} of ${limits.timeoutSeconds} s`;
		case "doubt": return `Upload session ${sessionId}: attempt ${event.number} may or may not have been carried out (${describeAttempt(event.attempt)}); looking the session up`;
		case "again": return `Upload session ${sessionId}: attempt ${event.number} brought no success (${describeAttempt(event.attempt)}); trying again in ${duration(event.waitMs)}`;
		case "session": return `Upload session ${sessionId}: ${describeSession(event.found)}`;
		case "content": return `Upload session ${sessionId}: ${describeContent(event.found, event.path)}`;
		case "ended": return describeOutcome(event.outcome, target.url);
	}
}
// build/src/commit/summary.js
const resultLabels = {
	committed: "\u2705 committed",
	failed: "\u274c failed",
	unknown: "\u2753 unknown"
};
const maxParagraphCharacters = 2e3;
function summarize(outcomes, connection, advise) {
	const sorted = [
		"failed",
		"unknown",
		"committed"
	].flatMap((each) => outcomes.filter(({ result }) => result === each));
	return [
		`<h3>${require_sanitize.escapeHtml(headline(outcomes))}</h3>`,
		`<p>Service Fabric image store at <code>${require_sanitize.escapeHtml(connection.url)}</code></p>`,
		"<table>",
		"<tr><th>Upload session</th><th>Result</th><th>Status</th><th>Attempts</th><th>Time</th></tr>",
		...sorted.map(row),
		"</table>",
		...explanations(sorted.filter(({ result }) => result !== "committed"), connection, advise),
		""
	].join("\n");
}
function summarizeProblem(title, message) {
	return `<h3>\u274c ${title}</h3>\n<p>${message.split("\n").map((line) => require_sanitize.escapeHtml(line, maxParagraphCharacters)).join("<br>")}</p>\n`;
}
function headline(outcomes) {
	const count = (each) => outcomes.filter(({ result }) => result === each).length;
	if (outcomes.length === 1) {
		const [only] = outcomes;
		if (only?.result === "committed") return "\u2705 Upload session committed";
		return only?.result === "failed" ? "\u274c Upload session not committed" : "\u2753 Upload session may or may not be committed";
	}
	const all = outcomes.length;
	if (count("committed") === all) return `\u2705 ${all} upload sessions committed`;
	const unknown = count("unknown") > 0 ? `, ${count("unknown")} unknown` : "";
	return `\u274c ${count("committed")} of ${all} upload sessions committed, ${count("failed")} failed${unknown}`;
}
function row({ sessionId, result, last, attempts, durationMs }) {
	const status = last?.kind === "response" ? `${last.status} ${last.error?.code ?? last.reasonPhrase}` : last?.code ?? "";
	return `<tr>${[
		`<code>${require_sanitize.escapeHtml(sessionId)}</code>`,
		resultLabels[result],
		require_sanitize.escapeHtml(status, 100),
		attempts,
		duration(durationMs)
	].map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
const maxExplanations = 20;
function explanations(outcomes, connection, advise) {
	const more = outcomes.length - maxExplanations;
	return [...outcomes.slice(0, maxExplanations).map((outcome) => explanation(outcome, connection, advise)), ...more > 0 ? [`<p>${more} more sessions are in the output <code>sessions</code>.</p>`] : []];
}
function explanation(outcome, connection, advise) {
	const advice = advise?.(outcome, connection);
	const whatToDo = advice ? `\n<p><b>What to do:</b> ${require_sanitize.escapeHtml(advice, maxParagraphCharacters)}</p>` : "";
	return `<p>${require_sanitize.escapeHtml(describeOutcome(outcome, connection.url), maxParagraphCharacters)}</p>${whatToDo}`;
}
// build/src/commit/main.js
const version = "1.0.0";
const titles = {
	failed: "Not committed",
	unknown: "Not known whether committed",
	fault: "Fault of this action"
};
async function main() {
	const secrets = createRedactor(setSecret);
	const log = redactingLog(runnerLog, secrets);
	try {
		return await commitAll(systemClock, secrets, log);
	} catch (error) {
		reportFault(error, secrets, log);
		return 1;
	}
}
async function commitAll(clock, secrets, log) {
	const read = (name) => getInput(name, { trimWhitespace: false });
	const { endpoint, sessionIds, timeoutSeconds, maxAttempts, concurrency, proxy, security } = await readInputs({
		read,
		environment: process.env,
		secrets,
		epochMs: clock.epochMs()
	});
	let target = connectionInfo(endpoint, proxy, security?.credentials);
	introduce(target, security, log);
	const note = (finding) => {
		logTlsFallback(finding, log);
		if (finding === "notSupported") target = {
			...target,
			certificateNotRequested: true
		};
	};
	const transport = openTransport({
		clock,
		url: endpoint.url,
		proxy,
		secure: security && createTlsConnector(security, note),
		connectMs: 3e4,
		userAgent: `commit-upload-session/${version}`
	});
	const store = openImageStore({
		endpointUrl: endpoint.url,
		transport,
		clock,
		random: Math.random,
		authorization: security?.credentials.authorization,
		redact: secrets.redact,
		runLabel: runLabel()
	});
	const cancellation = cancelledByRunner(() => log.info("Cancelled: the step ends here; the cluster may still finish what it was asked to do."));
	const limits = {
		timeoutSeconds,
		maxAttempts
	};
	const told = {
		clock,
		target,
		limits,
		log
	};
	const tell = sessionIds.length > 10 ? (await Promise.resolve().then(() => require("./session-progress.js"))).tellProgress(sessionIds.length, told) : tellEach(told);
	const turns = takeTurns(concurrency, (failure, count) => tellShared(failure, count, told));
	const options = {
		...limits,
		store,
		clock,
		random: Math.random,
		turns,
		cancellation,
		tell
	};
	const kept = keepNeeded(sessionIds);
	const outcomes = await turns.each(sessionIds, async (sessionId, failure) => kept(await commitSession(sessionId, failure, options)));
	transport.close();
	const result = overall(outcomes);
	const advise = result === "committed" ? void 0 : (await Promise.resolve().then(() => require("./outcome-advice.js"))).advise;
	if (result !== "committed" && advise) log.error(titles[result], annotate(outcomes, target, advise));
	writeOutputs(toOutputs(outcomes, target));
	writeSummary(summarize(outcomes, target, advise), log);
	return result === "committed" ? 0 : 1;
}
function reportFault(error, secrets, log) {
	const message = secrets.redact(error instanceof Error ? error.message : String(error));
	const wrongInputs = error instanceof InputError;
	if (wrongInputs) log.error(titles.failed, message);
	else log.error(titles.fault, `This step failed by a fault of its own, whatever became of the commit: ${message}`);
	if (error instanceof Error && !wrongInputs) log.debug(error.stack ?? "");
	try {
		writeOutputs(outputsWithoutCommit(wrongInputs ? "failed" : "unknown", wrongInputs ? error.code : "INTERNAL", message));
	} catch (cause) {
		log.error(titles.fault, `The outputs could not be written, so later steps read nothing: ${String(cause)}`);
	}
	writeSummary(summarizeProblem(wrongInputs ? titles.failed : titles.fault, message), log);
}
function runLabel() {
	const { GITHUB_RUN_ID: run = "", GITHUB_RUN_ATTEMPT: attempt = "" } = process.env;
	const digits = /^\d+$/;
	return digits.test(run) ? `github-run-${run}${digits.test(attempt) ? `.${attempt}` : ""}` : "github-run-unknown";
}
// build/src/commit/index.js
process.exitCode = 1;
main().then((exitCode) => {
	process.stdout.write("", () => process.exit(exitCode));
});
exports.X509Certificate = X509Certificate;
exports.authorityOf = authorityOf;
exports.byteCount = byteCount;
exports.classify = classify;
exports.createPrivateKey = createPrivateKey;
exports.createSecureContext = createSecureContext;
exports.duration = duration;
exports.elements = elements;
exports.eventLine = eventLine;
exports.inUrl = inUrl;
exports.isAmbiguous = isAmbiguous;
exports.isWithoutSessionApi = isWithoutSessionApi;
exports.isoTime = isoTime;
exports.listed = listed;
exports.member = member;
exports.parseJson = parseJson;
exports.quote = quote;
exports.wholeNumber = wholeNumber;
exports.withoutBrackets = withoutBrackets;
