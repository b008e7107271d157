"use strict";
const require_index = require("./index.js");
let node_buffer = require("node:buffer");
// build/src/pem.js
function readPasted(written) {
	const text = written.replace(/\\+[rn]/g, "\n").trim();
	if (/-BEGIN |-END /.test(text)) return readPem(text);
	const bare = text.replace(/\s+/g, "");
	const plain = plainForms.find(({ looks }) => looks.test(bare))?.pasted;
	if (plain !== void 0) return plain;
	if (!/^[\w+/-]+={0,2}$/.test(bare)) return nothingKnown;
	const bytes = node_buffer.Buffer.from(bare, "base64");
	const form = derForms.find(({ starts }) => starts.test(bytes.toString("hex", 0, 40)));
	if (form === void 0) return readPasted(bytes.toString("latin1"));
	if (!isWhole(bytes)) return {
		kind: "misfit",
		is: `is base64 of ${form.what}, but not all of it`,
		remedy: again
	};
	if (form.what === "a PFX") return {
		kind: "pfx",
		bytes
	};
	return {
		kind: "misfit",
		is: `is base64 of ${form.what} in DER form`,
		remedy: form.remedy
	};
}
function readCertificates(name, written, complain) {
	const accepted = "one or more PEM certificates, or base64 of them";
	const source = readPasted(written);
	if (source.kind === "misfit") return complain(misfit(name, source, accepted));
	if (source.kind === "pfx") return complain(`${name} is base64 of a PFX; it takes ${accepted}.`);
	if (!source.blocks.some(isCertificate)) return complain(`${name} holds a key but no certificate; it takes ${accepted}.`);
	return parseCertificates(source.blocks)?.map(String) ?? complain(unreadable(name, accepted));
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
function misfit(name, { is, remedy }, accepted) {
	return `${name} ${is}; it takes ${accepted}.${remedy === void 0 ? "" : ` ${remedy}`}`;
}
function unreadable(name, accepted) {
	return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}
const again = "Paste it again from its first to its last character.";
const nothingKnown = {
	kind: "misfit",
	is: "is neither PEM nor base64 of a PEM or a PFX"
};
const plainForms = [{
	looks: /^.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
	pasted: {
		kind: "misfit",
		is: "is the name of a file",
		remedy: "Give what is in the file."
	}
}, {
	looks: /^(?:[\da-f]{2}[:-]?){19}[\da-f]{2}$/i,
	pasted: {
		kind: "misfit",
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
		kind: "misfit",
		is: "is a damaged or incomplete PEM",
		remedy: "Paste it again, from the first BEGIN line to the last END line."
	};
	if (blocks.length > 0) return {
		kind: "pem",
		blocks
	};
	const known = foreignBlocks.find(({ label }) => label.test(foreign ?? ""));
	return known === void 0 ? nothingKnown : {
		kind: "misfit",
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
Object.defineProperty(exports, "isCertificate", {
	enumerable: true,
	get: function() {
		return isCertificate;
	}
});
Object.defineProperty(exports, "misfit", {
	enumerable: true,
	get: function() {
		return misfit;
	}
});
Object.defineProperty(exports, "parseCertificate", {
	enumerable: true,
	get: function() {
		return parseCertificate;
	}
});
Object.defineProperty(exports, "parseCertificates", {
	enumerable: true,
	get: function() {
		return parseCertificates;
	}
});
Object.defineProperty(exports, "readCertificates", {
	enumerable: true,
	get: function() {
		return readCertificates;
	}
});
Object.defineProperty(exports, "readPasted", {
	enumerable: true,
	get: function() {
		return readPasted;
	}
});
Object.defineProperty(exports, "unreadable", {
	enumerable: true,
	get: function() {
		return unreadable;
	}
});
