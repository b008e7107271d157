"use strict";
const require_index = require("./index.js");
const require_sanitize = require("./sanitize.js");
let node_buffer = require("node:buffer");
// build/src/connection/access-token.js
const howToGet = "az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one";
function readAccessToken(written, reportProblem) {
	const value = written.trim().replace(/^Bearer(?:\s+|$)/i, "");
	const reject = (reason) => reportProblem(`access-token ${reason}; it takes a Microsoft Entra token alone (${howToGet}).`);
	if (value === "") return reject("holds no token");
	if (value.startsWith("{")) return reject("is JSON, perhaps the whole answer that a token came in");
	if (/\s/.test(value)) return reject("has a blank or a line break in it");
	if (!/^[\w.~+/-]+=*$/.test(value)) return reject("has characters that no token has, perhaps quotation marks");
	return {
		value,
		claims: readClaims(value)
	};
}
function readClaims(token) {
	const [, payload, signature, ...more] = token.split(".");
	if (payload === void 0 || signature === void 0 || more.length > 0) return {};
	const claims = require_index.parseJson(node_buffer.Buffer.from(payload, "base64url").toString());
	const text = (...names) => {
		const value = names.map((name) => require_index.member(claims, name)).find((each) => typeof each === "string");
		return typeof value === "string" ? require_sanitize.sanitize(value, 200) : void 0;
	};
	const aud = require_index.member(claims, "aud");
	const several = require_index.elements(aud).filter((each) => typeof each === "string");
	const audience = several.length > 0 ? require_sanitize.sanitize(several.join(", "), 200) : text("aud");
	const applicationId = text("appid", "azp");
	const objectId = text("oid");
	const expiresMs = (require_index.wholeNumber(require_index.member(claims, "exp")) ?? NaN) * 1e3;
	return {
		...audience !== void 0 && { audience },
		...expiresMs <= 864e13 && { expiresMs },
		...applicationId !== void 0 && { applicationId },
		...objectId !== void 0 && { objectId }
	};
}
function tokenWarnings({ expiresMs }, epochMs) {
	if (expiresMs === void 0 || expiresMs > epochMs) return [];
	return [`access-token ended on ${new Date(expiresMs).toISOString()}, so the cluster will refuse it; get a new one right before this step.`];
}
// build/src/connection/certificate-info.js
function certificateInfo(certificate) {
	const usage = certificate.keyUsage;
	return {
		subject: distinguishedName(certificate.subject),
		issuer: distinguishedName(certificate.issuer),
		thumbprint: certificate.fingerprint.replaceAll(":", ""),
		notBeforeMs: Date.parse(certificate.validFrom),
		notAfterMs: Date.parse(certificate.validTo),
		isForClients: usage === void 0 || usage.some((oid) => oid === "1.3.6.1.5.5.7.3.2" || oid === "2.5.29.37.0")
	};
}
function distinguishedName(lines) {
	return require_sanitize.sanitize((lines ?? "").split("\n").join(", "), 200) || "without a name";
}
function named({ subject, thumbprint }) {
	return `${subject}, thumbprint ${thumbprint}`;
}
const warningDays = 14;
const dayMs = 864e5;
function certificateWarnings(facts, epochMs) {
	const { notBeforeMs, notAfterMs } = facts;
	const warn = (rest) => [`client-certificate (${named(facts)}) ${rest}`];
	if (notAfterMs <= epochMs) return warn(`ended on ${iso(notAfterMs)}, so the cluster may refuse it; have it renewed.`);
	if (notBeforeMs > epochMs) return warn(`begins on ${iso(notBeforeMs)}, so the cluster may refuse it until then.`);
	if (notAfterMs > epochMs + warningDays * dayMs) return [];
	return warn(`ends on ${iso(notAfterMs)}; have it renewed before that.`);
}
function iso(epochMs) {
	return new Date(epochMs).toISOString();
}
// build/src/connection/pem.js
function detectFormat(written) {
	const text = written.replace(/\\+[rn]/g, "\n").trim();
	if (/-BEGIN |-END /.test(text)) return readPem(text);
	const bare = text.replace(/\s+/g, "");
	const plain = plainForms.find(({ looks }) => looks.test(bare))?.pasted;
	if (plain !== void 0) return plain;
	if (!/^[\w+/-]+={0,2}$/.test(bare)) return nothingKnown;
	const bytes = node_buffer.Buffer.from(bare, "base64");
	const form = derForms.find(({ starts }) => starts.test(bytes.toString("hex", 0, 40)));
	if (form === void 0) return detectFormat(bytes.toString("latin1"));
	if (!isWhole(bytes)) return {
		kind: "unsupported",
		is: `is base64 of ${form.what}, but not all of it`,
		remedy: again
	};
	if (form.what === "a PFX") return {
		kind: "pfx",
		bytes
	};
	return {
		kind: "unsupported",
		is: `is base64 of ${form.what} in DER form`,
		remedy: form.remedy
	};
}
function readCertificates(name, written, reportProblem) {
	const accepted = "one or more PEM certificates, or base64 of them";
	const source = detectFormat(written);
	if (source.kind === "unsupported") return reportProblem(describeUnsupported(name, source, accepted));
	if (source.kind === "pfx") return reportProblem(`${name} is base64 of a PFX; it takes ${accepted}.`);
	if (!source.blocks.some(isCertificate)) return reportProblem(`${name} holds a key but no certificate; it takes ${accepted}.`);
	return parseCertificates(source.blocks)?.map(String) ?? reportProblem(unreadable(name, accepted));
}
function parseCertificates(blocks) {
	const certificates = blocks.filter(isCertificate).map(({ pem }) => parseCertificate(pem));
	return certificates.every((each) => each !== void 0) ? certificates : void 0;
}
function parseCertificate(written) {
	try {
		return new require_index.X509Certificate(written);
	} catch {
		return;
	}
}
function isCertificate({ label }) {
	return label === "CERTIFICATE";
}
function describeUnsupported(name, { is, remedy }, accepted) {
	return `${name} ${is}; it takes ${accepted}.${remedy === void 0 ? "" : ` ${remedy}`}`;
}
function unreadable(name, accepted) {
	return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}
const again = "Paste it again from its first to its last character.";
const nothingKnown = {
	kind: "unsupported",
	is: "is neither PEM nor base64 of a PEM or a PFX"
};
const plainForms = [{
	looks: /^.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
	pasted: {
		kind: "unsupported",
		is: "is the name of a file",
		remedy: "Give what is in the file."
	}
}, {
	looks: /^(?:[\da-f]{2}[:-]?){19}[\da-f]{2}$/i,
	pasted: {
		kind: "unsupported",
		is: "is a thumbprint",
		remedy: "Give the certificate itself."
	}
}];
const publicKey = "A public key proves nothing: give the private key that was made together with it.";
const request = "Give the certificate that the authority made of that request.";
const foreignBlocks = [
	{
		label: /^(?:RSA )?PUBLIC KEY$/,
		what: "a public key",
		remedy: publicKey
	},
	{
		label: /^(?:NEW )?CERTIFICATE REQUEST$/,
		what: "a certificate request",
		remedy: request
	},
	{
		label: /^(?:PKCS7|CMS)$/,
		what: "a PKCS #7 bundle",
		remedy: "Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem"
	},
	{
		label: /^TRUSTED CERTIFICATE$/,
		what: "a certificate in a form of OpenSSL alone",
		remedy: "Convert it: openssl x509 -in old.pem -out new.pem"
	},
	{
		label: /^OPENSSH PRIVATE KEY$/,
		what: "an OpenSSH key",
		remedy: "Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one."
	}
];
const length = "(?:80|[0-7].|81..|82.{4}|83.{6})";
const starting = (content) => new RegExp(`^30${length}(?:${content})`);
const derForms = [
	{
		starts: starting("020103"),
		what: "a PFX",
		remedy: again
	},
	{
		starts: starting("020100(?:30|02)|020101(?:30|04)"),
		what: "a private key",
		remedy: "Convert it: openssl pkey -inform DER -in old.key -out new.pem"
	},
	{
		starts: starting(`30${length}06..2a864886f70d01(?:05|0c)`),
		what: "an encrypted private key",
		remedy: "Convert it: openssl pkcs8 -topk8 -inform DER -in old.key -out new.pem"
	},
	{
		starts: starting("06092a864886f70d0107"),
		what: "a PKCS #7 bundle",
		remedy: "Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem"
	},
	{
		starts: starting(`30${length}06`),
		what: "a public key",
		remedy: publicKey
	},
	{
		starts: starting(`30${length}02010030`),
		what: "a certificate request",
		remedy: request
	},
	{
		starts: starting(`30${length}(?:a003)?02`),
		what: "a certificate",
		remedy: "Convert it: openssl x509 -inform DER -in old.cer -out new.pem"
	}
];
function readPem(text) {
	const blocks = [];
	let isDamaged = false;
	let foreign;
	const around = text.replace(/-----BEGIN ([A-Z\d ]+)-----(.*?)-----END \1-----/gs, (_, label, body) => {
		if (/^(?:X509 )?CERTIFICATE$|^(?:RSA |EC |ENCRYPTED )?PRIVATE KEY$/.test(label)) {
			const block = readBlock(label.replace("X509 ", ""), body);
			if (block === void 0) isDamaged = true;
			else blocks.push(block);
		} else if (!/ PARAMETERS$/.test(label)) foreign ??= label;
		return "\n";
	});
	if (isDamaged || /-BEGIN |-END /.test(around)) return {
		kind: "unsupported",
		is: "is a damaged or incomplete PEM",
		remedy: "Paste it again, from the first BEGIN line to the last END line."
	};
	if (blocks.length > 0) return {
		kind: "pem",
		blocks
	};
	const known = foreignBlocks.find(({ label }) => label.test(foreign ?? ""));
	return known === void 0 ? nothingKnown : {
		kind: "unsupported",
		is: `is ${known.what}`,
		remedy: known.remedy
	};
}
function readBlock(label, content) {
	const header = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(content);
	const body = content.slice(header?.[0].length ?? 0).replace(/\s+/g, "");
	if (!/^[A-Za-z\d+/]+={0,2}$/.test(body)) return void 0;
	if (header === null && !isWhole(node_buffer.Buffer.from(body, "base64"))) return void 0;
	return {
		label,
		pem: `-----BEGIN ${label}-----\n${header ? `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${header[1] ?? header[3]},${header[2] ?? header[4]}\n\n` : ""}${(body.match(/.{1,64}/g) ?? []).join("\n")}\n-----END ${label}-----\n`,
		encrypted: header !== null || label === "ENCRYPTED PRIVATE KEY"
	};
}
function isWhole(der) {
	const first = der[1] ?? 0;
	if (first < 128) return der.length >= 2 + first;
	const octets = first - 128;
	return octets <= 4 && (octets === 0 || der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets));
}
// build/src/connection/client-certificate.js
const certificateForms = "a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX";
const keyForms = "a PEM private key, encrypted or not, or base64 of one";
function readClientCertificate(pasted, reportProblem) {
	const source = detectFormat(pasted.certificate);
	if (source.kind === "pfx") return pasted.key === "" ? readPfx(source.bytes, pasted.password, reportProblem) : reportProblem("client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.");
	const blocks = source.kind === "pem" ? source.blocks : [];
	const certificates = source.kind === "pem" ? readChain(blocks, reportProblem) : reportProblem(describeUnsupported("client-certificate", source, certificateForms));
	const keys = pasted.key === "" ? keysBeside(blocks, reportProblem) : keysApart(pasted.key, reportProblem);
	const opened = keys && openKeys(keys, pasted.password, reportProblem);
	return certificates && opened && pair(certificates, opened, pasted.password, reportProblem);
}
function readChain(blocks, reportProblem) {
	if (!blocks.some(isCertificate)) return reportProblem(`client-certificate holds a key but no certificate; it takes ${certificateForms}. A key alone belongs in client-key.`);
	return parseCertificates(blocks) ?? reportProblem(unreadable("client-certificate", certificateForms));
}
function keysBeside(blocks, reportProblem) {
	const keys = blocks.filter((block) => !isCertificate(block));
	if (keys.length > 0) return {
		place: "the key in client-certificate",
		blocks: keys
	};
	if (blocks.length === 0) return void 0;
	return reportProblem("client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.");
}
function keysApart(written, reportProblem) {
	const source = detectFormat(written);
	if (source.kind === "unsupported") return reportProblem(describeUnsupported("client-key", source, keyForms));
	if (source.kind === "pfx") return reportProblem(`client-key is base64 of a PFX; it takes ${keyForms}. A PFX belongs in client-certificate.`);
	const keys = source.blocks.filter((block) => !isCertificate(block));
	if (keys.length > 0) return {
		place: "client-key",
		blocks: keys
	};
	return reportProblem(`client-key holds a certificate but no key; it takes ${keyForms}. A certificate belongs in client-certificate.`);
}
function openKeys({ place, blocks }, password, reportProblem) {
	const keys = [];
	for (const block of blocks) {
		if (block.encrypted && password === "") return reportProblem(`${place} is encrypted and client-certificate-password is empty; set it to the password of the key.`);
		try {
			keys.push({
				place,
				block,
				key: require_index.createPrivateKey({
					key: block.pem,
					passphrase: password
				})
			});
		} catch (error) {
			if (!block.encrypted) return reportProblem(`${place} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${keyForms}.`);
			if (/digital envelope routines::unsupported/i.test(String(error))) return reportProblem(`${place} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`);
			return reportProblem(`client-certificate-password does not open ${place}${passwordHint(password)}.`);
		}
	}
	return keys;
}
function pair(certificates, keys, password, reportProblem) {
	const match = keys.flatMap((key) => certificates.map((leaf) => ({
		...key,
		leaf
	}))).find(({ key, leaf }) => leaf.checkPrivateKey(key));
	if (match === void 0) return reportProblem(mismatch(certificates, keys));
	const { leaf, block } = match;
	const tls = {
		cert: chainOf(leaf, certificates).join(""),
		key: block.pem,
		...block.encrypted && { passphrase: password }
	};
	try {
		require_index.createSecureContext(tls);
	} catch (error) {
		return reportProblem(tooWeak(error));
	}
	return {
		tls,
		info: certificateInfo(leaf),
		passwordNeeded: block.encrypted
	};
}
function mismatch(certificates, keys) {
	const place = keys[0]?.place ?? "client-key";
	const [only, ...others] = certificates;
	return `${place} does not belong to ${only === void 0 || others.length > 0 ? `any of the ${certificates.length} certificates in client-certificate` : `the certificate in client-certificate (${named(certificateInfo(only))})`}; give the private key that was made together with the certificate.`;
}
function chainOf(leaf, certificates) {
	const chain = [leaf];
	for (let last = leaf; last !== void 0;) {
		const child = last;
		last = certificates.find((each) => !chain.some(({ fingerprint256 }) => fingerprint256 === each.fingerprint256) && child.checkIssued(each) && child.verify(each.publicKey));
		if (last !== void 0) chain.push(last);
	}
	return chain.map(String);
}
function readPfx(pfx, password, reportProblem) {
	try {
		const context = require_index.createSecureContext({
			pfx,
			passphrase: password
		}).context;
		const leaf = leafOf(context);
		if (leaf !== void 0) return {
			tls: {
				pfx,
				passphrase: password
			},
			info: certificateInfo(leaf),
			passwordNeeded: true
		};
		return reportProblem(`client-certificate is a PFX whose certificate cannot be read; it takes ${certificateForms}.`);
	} catch (error) {
		return reportProblem(pfxProblem(error, password));
	}
}
function leafOf(context) {
	if (typeof context !== "object" || context === null || !("getCertificate" in context)) return void 0;
	if (typeof context.getCertificate !== "function") return void 0;
	const der = context.getCertificate();
	return der instanceof Uint8Array ? parseCertificate(der) : void 0;
}
function pfxProblem(error, password) {
	const said = String(error);
	const convert = "openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem";
	if (/mac verify failure|bad decrypt/i.test(said)) return password === "" ? "client-certificate is a PFX with a password, and client-certificate-password is empty; set it to the password of the PFX." : `client-certificate-password does not open the PFX in client-certificate${passwordHint(password)}. A PFX from Azure Key Vault has an empty password.`;
	if (/unsupported/i.test(said)) return `client-certificate is a PFX encrypted in an old way (RC2) that OpenSSL 3 no longer opens. Convert it, and give the new file: ${convert}`;
	if (/mac absent/i.test(said)) return `client-certificate is a PFX without an integrity check (MAC), which Node.js ${process.versions.node} does not open. Convert it, and give the new file: ${convert}`;
	if (/load private key/i.test(said)) return "client-certificate is a PFX without a private key; export it again together with its key.";
	if (/load certificate/i.test(said)) return "client-certificate is a PFX without a certificate that belongs to its key; export it again together with its certificate.";
	if (/too (?:small|weak)/i.test(said)) return tooWeak(error);
	return "client-certificate is a PFX that cannot be read, so it is damaged; encode the file as base64 again, and paste all of it.";
}
function tooWeak(error) {
	const reason = /(?:ee|ca) (?:key|md) too (?:small|weak)/i.exec(String(error))?.[0].toLowerCase();
	return reason === void 0 ? "client-certificate and its key are not accepted by the TLS library of this runner; have a new certificate issued." : `client-certificate is too weak for the TLS library of this runner (${reason}); have a new one issued, with an RSA key of 2048 bits or more, or an EC key, and signed with SHA-256.`;
}
function passwordHint(password) {
	return password === password.trim() ? "" : "; it begins or ends with a blank or a line break, which counts as a part of it";
}
// build/src/connection/credentials.js
function readCredentials(inputs, reportProblem, epochMs) {
	let isWrong = false;
	const note = (problem) => {
		isWrong = true;
		return reportProblem(problem);
	};
	const { clientCertificatePassword: password } = inputs;
	const certificate = readCertificateInputs(inputs, note);
	const token = inputs.accessToken === "" ? void 0 : readAccessToken(inputs.accessToken, note);
	if (isWrong) return void 0;
	return {
		...certificate && {
			tls: certificate.tls,
			certificate: certificate.info
		},
		...token && {
			authorization: `Bearer ${token.value}`,
			token: token.claims
		},
		secrets: [...certificate ? secretLines(certificate.tls) : [], ...token ? [token.value] : []],
		warnings: [
			...certificate ? certificateWarnings(certificate.info, epochMs) : [],
			...certificate?.passwordNeeded === false && password !== "" ? [needlessPassword] : [],
			...token ? tokenWarnings(token.claims, epochMs) : []
		]
	};
}
function readCertificateInputs(inputs, reportProblem) {
	const { clientCertificate, clientKey, clientCertificatePassword } = inputs;
	if (clientCertificate !== "") return readClientCertificate({
		certificate: clientCertificate,
		key: clientKey,
		password: clientCertificatePassword
	}, reportProblem);
	const set = [...clientKey === "" ? [] : ["client-key"], ...clientCertificatePassword === "" ? [] : ["client-certificate-password"]];
	for (const name of set) reportProblem(`${name} is set but client-certificate is empty; set both or neither. If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.`);
}
const needlessPassword = "client-certificate-password is set, but the key is not encrypted; the password is not used.";
const leastMasked = 8;
function secretLines(tls) {
	if ("pfx" in tls) return [tls.pfx.toString("base64")];
	return `${tls.key}${tls.cert}`.split("\n").filter((line) => line.length >= leastMasked && !line.startsWith("-----") && !/^[\w-]+: /.test(line));
}
// build/src/connection/server-trust-inputs.js
function readTrust({ serverCa, thumbprints, commonNames }, reportProblem) {
	const ca = serverCa === "" ? [] : readCertificates("server-ca", serverCa, reportProblem);
	const pins = thumbprints === "" ? [] : readThumbprints(thumbprints, reportProblem);
	const names = listed(commonNames);
	if (commonNames !== "" && names.length === 0) reportProblem("server-common-names holds no name.");
	if (ca === void 0 || pins === void 0 || commonNames !== "" && names.length === 0) return void 0;
	if (pins.length > 0) return {
		kind: "thumbprints",
		thumbprints: pins
	};
	return names.length === 0 ? {
		kind: "authority",
		ca
	} : {
		kind: "common names",
		ca,
		names
	};
}
function readThumbprints(value, reportProblem) {
	const written = listed(value);
	if (written.length === 0) return reportProblem("server-certificate-thumbprints holds no thumbprint.");
	const pins = written.map((each) => each.replace(/^sha-?(?:1|256)\s*(?:fingerprint)?\s*[=:]/i, "").replace(/[\s:\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "").toUpperCase());
	const wrong = written.filter((_, index) => !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(pins[index] ?? ""));
	for (const each of wrong) reportProblem(`server-certificate-thumbprints holds ${require_index.quote(each)}, which is no thumbprint: it takes SHA-1 (40 hex digits) or SHA-256 (64), separated by commas or new lines.`);
	return wrong.length > 0 ? void 0 : pins;
}
function listed(value) {
	return value.split(/[,\r\n]+/).map((each) => each.trim()).filter((each) => each !== "");
}
// build/src/connection/security.js
const credentialInputs = [
	"client-certificate",
	"client-key",
	"client-certificate-password",
	"access-token"
];
const serverInputs = [
	"server-ca",
	"server-certificate-thumbprints",
	"server-common-names"
];
function readSecurity(inputs, beside) {
	const { endpoint, secrets, epochMs, reportProblem } = beside;
	const value = (name) => inputs[name].trim();
	const skip = value("tls-skip-verify") || "false";
	const skipVerify = /^true$/i.test(skip);
	if (!/^(?:true|false)$/i.test(skip)) reportProblem(`tls-skip-verify is ${require_index.quote(skip)}; it takes true or false.`);
	const password = inputs["client-certificate-password"];
	const own = credentialInputs.filter((name) => (name === "client-certificate-password" ? password : value(name)) !== "");
	const server = serverInputs.filter((name) => value(name) !== "");
	const set = [
		...own,
		...server,
		...skipVerify ? ["tls-skip-verify"] : []
	];
	if (endpoint?.secure === false && set.length > 0) return reportProblem(`${require_index.listed(set)} ${set.length === 1 ? "needs" : "need"} TLS, but the endpoint begins with http://; write https:// or leave it out.`);
	if (skipVerify && server.length > 0) reportProblem(`tls-skip-verify is true, so that ${require_index.listed(server)} would not be looked at; leave out one or the other.`);
	const [thumbprints, commonNames] = [value("server-certificate-thumbprints"), value("server-common-names")];
	if (thumbprints !== "" && commonNames !== "") reportProblem("server-certificate-thumbprints and server-common-names exclude each other: a pinned certificate may have any name; leave one out.");
	const credentials = readCredentials({
		clientCertificate: value("client-certificate"),
		clientKey: value("client-key"),
		clientCertificatePassword: password,
		accessToken: value("access-token")
	}, reportProblem, epochMs);
	secrets.add(...credentials?.secrets ?? []);
	const trust = skipVerify ? { kind: "insecure" } : readTrust({
		serverCa: value("server-ca"),
		thumbprints,
		commonNames
	}, reportProblem);
	return endpoint?.secure && trust && credentials ? {
		trust,
		credentials
	} : void 0;
}
exports.readSecurity = readSecurity;
