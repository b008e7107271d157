"use strict";
const require_index = require("./index.js");
const require_pem = require("./pem.js");
// build/src/trust-inputs.js
function readTrust({ serverCa, thumbprints, commonNames }, complain) {
	const ca = serverCa === "" ? [] : require_pem.readCertificates("server-ca", serverCa, complain);
	const pins = thumbprints === "" ? [] : readThumbprints(thumbprints, complain);
	const names = listed(commonNames);
	if (commonNames !== "" && names.length === 0) complain("server-common-names holds no name.");
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
function readThumbprints(value, complain) {
	const written = listed(value);
	if (written.length === 0) return complain("server-certificate-thumbprints holds no thumbprint.");
	const pins = written.map((each) => each.replace(/^sha-?(?:1|256)\s*(?:fingerprint)?\s*[=:]/i, "").replace(/[\s:\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "").toUpperCase());
	const wrong = written.filter((_, index) => !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(pins[index] ?? ""));
	for (const each of wrong) complain(`server-certificate-thumbprints holds ${require_index.quote(each)}, which is no thumbprint: it takes SHA-1 (40 hex digits) or SHA-256 (64), separated by commas or new lines.`);
	return wrong.length > 0 ? void 0 : pins;
}
function listed(value) {
	return value.split(/[,\r\n]+/).map((each) => each.trim()).filter((each) => each !== "");
}
exports.readTrust = readTrust;
