"use strict";
const require_index = require("./index.js");
// build/src/trust.js
var TrustError = class extends Error {
	name = "TrustError";
	code;
	constructor(code, message) {
		super(message);
		this.code = code;
	}
};
function judgeServer(socket, host, trust) {
	if (trust.kind === "anyone") return void 0;
	const peer = socket.getPeerCertificate();
	if (!Buffer.isBuffer(peer.raw)) return new TrustError("CERTIFICATE_MISSING", "the server presented no certificate");
	const chainError = codeOf(socket.authorizationError);
	if (trust.kind === "authority" && chainError === void 0 && require_index.checkServerIdentity(host, peer) === void 0) return;
	const certificate = new require_index.X509Certificate(peer.raw);
	if (trust.kind === "thumbprints") {
		if ([certificate.fingerprint, certificate.fingerprint256].map((each) => each.replaceAll(":", "")).some((each) => trust.thumbprints.includes(each))) return void 0;
		return new TrustError("CERTIFICATE_THUMBPRINT_MISMATCH", `the server's certificate is none of those in server-certificate-thumbprints (${trust.thumbprints.join(", ")}). It presented ${describeCertificate(certificate)}`);
	}
	if (chainError !== void 0) return new TrustError(chainError, `the server's certificate was not accepted (${chainError}). It presented ${describeCertificate(certificate)}`);
	if (trust.kind === "common names") {
		const own = namesOf(certificate);
		if (trust.names.some((wanted) => own.includes(wanted.toLowerCase()))) return void 0;
		return new TrustError("CERTIFICATE_NAME_MISMATCH", `the server's certificate has none of the names in server-common-names (${require_index.oneLine(trust.names.join(", "), 300)}). It presented ${describeCertificate(certificate)}`);
	}
	return new TrustError("ERR_TLS_CERT_ALTNAME_INVALID", `the server's certificate is not for the name ${require_index.oneLine(host, 200)}. It presented ${describeCertificate(certificate)}`);
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
		`names ${names.length > 0 ? require_index.oneLine(names.join(", "), 300) : "none"}`,
		`valid from ${validFrom} to ${validTo}`,
		`issued by ${require_index.oneLine((issuer ?? "").replaceAll("\n", ", "), 200)}`
	].join("; ");
}
// build/src/handshake.js
function secureWith({ trust, credentials }, note) {
	const client = credentials.tls;
	let protocol = {};
	const meet = async (open, host, shown, maxVersion) => {
		const socket = await handshake(await open(), host, trust, shown, maxVersion);
		const error = judgeServer(socket, host, trust);
		if (error === void 0) return socket;
		socket.destroy();
		throw error;
	};
	const isJudgedByChain = trust.kind === "authority" || trust.kind === "common names";
	const believed = new Set();
	const shake = async (open, host, maxVersion) => {
		if (client === void 0 || !("pfx" in client) || !isJudgedByChain) return meet(open, host, client, maxVersion);
		if (believed.size === 0) {
			const plain = await meet(open, host, void 0).catch((error) => {
				throw isAlert(error) ? require_index.failure(needsPem, "PFX_NOT_USABLE", error) : error;
			});
			believed.add(thumbprintOf(plain));
			plain.destroy();
		}
		const socket = await meet(open, host, client, maxVersion);
		if (believed.has(thumbprintOf(socket))) return socket;
		socket.destroy();
		believed.clear();
		throw require_index.failure("the server presented another certificate in its second handshake", "CERTIFICATE_CHANGED");
	};
	return async (open, host) => {
		const first = await shake(open, host, protocol.maxVersion);
		if (client === void 0 || protocol.settled || wasAsked(first)) return first;
		first.destroy();
		try {
			const second = await shake(open, host, "TLSv1.2");
			if (!protocol.settled) note("asks late");
			protocol = {
				maxVersion: "TLSv1.2",
				settled: true
			};
			return second;
		} catch (error) {
			if (!/protocol.version/i.test(String(error))) throw error;
			if (!protocol.settled) note("cannot ask");
			protocol = { settled: true };
			return shake(open, host);
		}
	};
}
function wasAsked(socket) {
	return socket.getProtocol() !== "TLSv1.3" || socket.getSharedSigalgs().length > 0;
}
const needsPem = "the server breaks off every handshake without a client certificate, and one without it is needed to judge the server before a PFX is used";
function isAlert(error) {
	return error instanceof Error && "code" in error && /^ERR_SSL_.*ALERT/.test(String(error.code));
}
function thumbprintOf(socket) {
	return socket.getPeerCertificate().fingerprint256;
}
function handshake(connection, host, trust, client, maxVersion) {
	const ca = "ca" in trust && trust.ca.length > 0 ? {
		ca: [...trust.ca],
		allowPartialTrustChain: true
	} : {};
	return new Promise((resolve, reject) => {
		const socket = require_index.connect({
			socket: connection,
			...require_index.named(host),
			rejectUnauthorized: false,
			checkServerIdentity: () => void 0,
			...ca,
			...client,
			...maxVersion && { maxVersion }
		});
		const closed = () => fail(require_index.failure("the connection was closed in the TLS handshake", "ECONNRESET"));
		const fail = (error) => {
			socket.destroy();
			connection.destroy();
			reject(error);
		};
		socket.once("error", fail);
		socket.once("close", closed);
		socket.once("secureConnect", () => {
			socket.off("error", fail);
			socket.off("close", closed);
			resolve(socket);
		});
	});
}
exports.secureWith = secureWith;
