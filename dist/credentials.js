"use strict";
const require_index = require("./index.js");
const require_pem = require("./pem.js");
let node_buffer = require("node:buffer");
// build/src/access-token.js
const howToGet = "az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one";
function readAccessToken(written, complain) {
	const value = written.trim().replace(/^Bearer(?:\s+|$)/i, "");
	const reject = (reason) => complain(`access-token ${reason}; it takes a Microsoft Entra token alone (${howToGet}).`);
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
		return typeof value === "string" ? require_index.oneLine(value, 200) : void 0;
	};
	const aud = require_index.member(claims, "aud");
	const several = require_index.elements(aud).filter((each) => typeof each === "string");
	const audience = several.length > 0 ? require_index.oneLine(several.join(", "), 200) : text("aud");
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
// build/src/certificate-facts.js
function factsOf(certificate) {
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
	return require_index.oneLine((lines ?? "").split("\n").join(", "), 200) || "without a name";
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
// build/src/client-certificate.js
const certificateForms = "a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX";
const keyForms = "a PEM private key, encrypted or not, or base64 of one";
function readClientCertificate(pasted, complain) {
	const source = require_pem.readPasted(pasted.certificate);
	if (source.kind === "pfx") return pasted.key === "" ? readPfx(source.bytes, pasted.password, complain) : complain("client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.");
	const blocks = source.kind === "pem" ? source.blocks : [];
	const certificates = source.kind === "pem" ? readChain(blocks, complain) : complain(require_pem.misfit("client-certificate", source, certificateForms));
	const keys = pasted.key === "" ? keysBeside(blocks, complain) : keysApart(pasted.key, complain);
	const opened = keys && openKeys(keys, pasted.password, complain);
	return certificates && opened && pair(certificates, opened, pasted.password, complain);
}
function readChain(blocks, complain) {
	if (!blocks.some(require_pem.isCertificate)) return complain(`client-certificate holds a key but no certificate; it takes ${certificateForms}. A key alone belongs in client-key.`);
	return require_pem.parseCertificates(blocks) ?? complain(require_pem.unreadable("client-certificate", certificateForms));
}
function keysBeside(blocks, complain) {
	const keys = blocks.filter((block) => !require_pem.isCertificate(block));
	if (keys.length > 0) return {
		place: "the key in client-certificate",
		blocks: keys
	};
	if (blocks.length === 0) return void 0;
	return complain("client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.");
}
function keysApart(written, complain) {
	const source = require_pem.readPasted(written);
	if (source.kind === "misfit") return complain(require_pem.misfit("client-key", source, keyForms));
	if (source.kind === "pfx") return complain(`client-key is base64 of a PFX; it takes ${keyForms}. A PFX belongs in client-certificate.`);
	const keys = source.blocks.filter((block) => !require_pem.isCertificate(block));
	if (keys.length > 0) return {
		place: "client-key",
		blocks: keys
	};
	return complain(`client-key holds a certificate but no key; it takes ${keyForms}. A certificate belongs in client-certificate.`);
}
function openKeys({ place, blocks }, password, complain) {
	const keys = [];
	for (const block of blocks) {
		if (block.encrypted && password === "") return complain(`${place} is encrypted and client-certificate-password is empty; set it to the password of the key.`);
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
			if (!block.encrypted) return complain(`${place} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${keyForms}.`);
			if (/digital envelope routines::unsupported/i.test(String(error))) return complain(`${place} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`);
			return complain(`client-certificate-password does not open ${place}${passwordHint(password)}.`);
		}
	}
	return keys;
}
function pair(certificates, keys, password, complain) {
	const match = keys.flatMap((key) => certificates.map((leaf) => ({
		...key,
		leaf
	}))).find(({ key, leaf }) => leaf.checkPrivateKey(key));
	if (match === void 0) return complain(mismatch(certificates, keys));
	const { leaf, block } = match;
	const tls = {
		cert: chainOf(leaf, certificates).join(""),
		key: block.pem,
		...block.encrypted && { passphrase: password }
	};
	try {
		require_index.createSecureContext(tls);
	} catch (error) {
		return complain(tooWeak(error));
	}
	return {
		tls,
		facts: factsOf(leaf),
		passwordNeeded: block.encrypted
	};
}
function mismatch(certificates, keys) {
	const place = keys[0]?.place ?? "client-key";
	const [only, ...others] = certificates;
	return `${place} does not belong to ${only === void 0 || others.length > 0 ? `any of the ${certificates.length} certificates in client-certificate` : `the certificate in client-certificate (${named(factsOf(only))})`}; give the private key that was made together with the certificate.`;
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
function readPfx(pfx, password, complain) {
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
			facts: factsOf(leaf),
			passwordNeeded: true
		};
		return complain(`client-certificate is a PFX whose certificate cannot be read; it takes ${certificateForms}.`);
	} catch (error) {
		return complain(pfxProblem(error, password));
	}
}
function leafOf(context) {
	if (typeof context !== "object" || context === null || !("getCertificate" in context)) return void 0;
	if (typeof context.getCertificate !== "function") return void 0;
	const der = context.getCertificate();
	return der instanceof Uint8Array ? require_pem.parseCertificate(der) : void 0;
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
// build/src/credentials.js
function readCredentials(inputs, complain, epochMs) {
	let isWrong = false;
	const note = (problem) => {
		isWrong = true;
		return complain(problem);
	};
	const { clientCertificatePassword: password } = inputs;
	const certificate = readCertificateInputs(inputs, note);
	const token = inputs.accessToken === "" ? void 0 : readAccessToken(inputs.accessToken, note);
	if (isWrong) return void 0;
	return {
		...certificate && {
			tls: certificate.tls,
			certificate: certificate.facts
		},
		...token && {
			authorization: `Bearer ${token.value}`,
			token: token.claims
		},
		secrets: [...certificate ? secretLines(certificate.tls) : [], ...token ? [token.value] : []],
		warnings: [
			...certificate ? certificateWarnings(certificate.facts, epochMs) : [],
			...certificate?.passwordNeeded === false && password !== "" ? [needlessPassword] : [],
			...token ? tokenWarnings(token.claims, epochMs) : []
		]
	};
}
function readCertificateInputs(inputs, complain) {
	const { clientCertificate, clientKey, clientCertificatePassword } = inputs;
	if (clientCertificate !== "") return readClientCertificate({
		certificate: clientCertificate,
		key: clientKey,
		password: clientCertificatePassword
	}, complain);
	const set = [...clientKey === "" ? [] : ["client-key"], ...clientCertificatePassword === "" ? [] : ["client-certificate-password"]];
	for (const name of set) complain(`${name} is set but client-certificate is empty; set both or neither. If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.`);
}
const needlessPassword = "client-certificate-password is set, but the key is not encrypted; the password is not used.";
const leastMasked = 8;
function secretLines(tls) {
	if ("pfx" in tls) return [tls.pfx.toString("base64")];
	return `${tls.key}${tls.cert}`.split("\n").filter((line) => line.length >= leastMasked && !line.startsWith("-----") && !/^[\w-]+: /.test(line));
}
exports.readCredentials = readCredentials;
