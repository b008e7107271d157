"use strict";
exports.id = 946;
exports.ids = [946];
exports.modules = {

/***/ 946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseTlsInputs: () => (/* binding */ parseTlsInputs)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: ./build/action/shared/json.js
var json = __webpack_require__(982);
// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __webpack_require__(423);
;// CONCATENATED MODULE: ./build/action/connection/access-token.js
// The Microsoft Entra access token: its syntax and its claims.



const howToGet = 'az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one';
/** Reads the token, with or without `Bearer ` before it. RFC 6750, section 2.1, lists its characters. */
function readAccessToken(input, reportProblem) {
    const value = input.trim().replace(/^Bearer(?:\s+|$)/i, '');
    const reject = (reason) => reportProblem(`access-token ${reason}; it takes a Microsoft Entra token alone (${howToGet}).`);
    if (value === '')
        return reject('holds no token');
    if (value.startsWith('{'))
        return reject('is JSON, perhaps the whole answer that a token came in');
    if (/\s/.test(value))
        return reject('has a blank or a line break in it');
    if (!/^[\w.~+/-]+=*$/.test(value))
        return reject('has characters that no token has, perhaps quotation marks');
    return { value, claims: readClaims(value) };
}
/** The last date that JavaScript can represent. */
const maxDateMs = 8_640_000_000_000_000;
function readClaims(token) {
    const [, payload, signature, ...more] = token.split('.');
    if (payload === undefined || signature === undefined || more.length > 0)
        return {};
    const claims = (0,json/* parseJson */.qF)(external_node_buffer_.Buffer.from(payload, 'base64url').toString());
    /** The first of these claims that is a string. */
    const stringClaim = (...names) => {
        const value = names.map((name) => (0,json/* member */.Dc)(claims, name)).find((each) => typeof each === 'string');
        return typeof value === 'string' ? (0,sanitize/* sanitize */.aj)(value, 200) : undefined;
    };
    const audiences = (0,json/* elements */.Yt)((0,json/* member */.Dc)(claims, 'aud')).filter((each) => typeof each === 'string');
    const audience = audiences.length > 0 ? (0,sanitize/* sanitize */.aj)(audiences.join(', '), 200) : stringClaim('aud');
    const applicationId = stringClaim('appid', 'azp');
    const objectId = stringClaim('oid');
    const expiresMs = ((0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(claims, 'exp')) ?? Number.NaN) * 1_000;
    return {
        ...(audience !== undefined && { audience }),
        ...(expiresMs <= maxDateMs && { expiresMs }),
        ...(applicationId !== undefined && { applicationId }),
        ...(objectId !== undefined && { objectId }),
    };
}
/** Warnings to log before the token is used. */
function tokenWarnings({ expiresMs }, epochMs) {
    if (expiresMs === undefined || expiresMs > epochMs)
        return [];
    const date = new Date(expiresMs).toISOString();
    return [`access-token ended on ${date}, so the cluster will refuse it; get a new one right before this step.`];
}

;// CONCATENATED MODULE: ./build/action/connection/certificate-info.js

/** Extracts the facts; verifies nothing. */
function certificateInfo(certificate) {
    // The OIDs of the extended key usage, undefined without one; 1.3.6.1.5.5.7.3.2 is clientAuth, 2.5.29.37.0 any.
    const usage = certificate.keyUsage;
    return {
        subject: distinguishedName(certificate.subject),
        issuer: distinguishedName(certificate.issuer),
        thumbprint: certificate.fingerprint.replaceAll(':', ''),
        notBeforeMs: Date.parse(certificate.validFrom),
        notAfterMs: Date.parse(certificate.validTo),
        isForClients: usage === undefined || usage.some((oid) => oid === '1.3.6.1.5.5.7.3.2' || oid === '2.5.29.37.0'),
    };
}
/** Node.js writes one attribute per line, and undefined for an empty name. */
function distinguishedName(lines) {
    return (0,sanitize/* sanitize */.aj)((lines ?? '').split('\n').join(', '), 200) || 'without a name';
}
/** How a sentence refers to a certificate. */
function subjectAndThumbprint({ subject, thumbprint }) {
    return `${subject}, thumbprint ${thumbprint}`;
}
/** Long enough to have a certificate renewed. */
const warningDays = 14;
const dayMs = 86_400_000;
/** Warnings to log before the client certificate is used. */
function certificateWarnings(info, epochMs) {
    const { notBeforeMs, notAfterMs } = info;
    const warn = (rest) => [`client-certificate (${subjectAndThumbprint(info)}) ${rest}`];
    if (notAfterMs <= epochMs)
        return warn(`ended on ${iso(notAfterMs)}, so the cluster may refuse it; have it renewed.`);
    if (notBeforeMs > epochMs)
        return warn(`begins on ${iso(notBeforeMs)}, so the cluster may refuse it until then.`);
    if (notAfterMs > epochMs + warningDays * dayMs)
        return [];
    return warn(`ends on ${iso(notAfterMs)}; have it renewed before that.`);
}
function iso(epochMs) {
    return new Date(epochMs).toISOString();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(311);
;// CONCATENATED MODULE: ./build/action/connection/client-certificate-problems.js

const acceptedCertificates = 'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX';
const acceptedKeys = 'a PEM private key, encrypted or not, or base64 of one';
/** The problem of a key that cannot be parsed or decrypted. */
function describeKeyError(error, keySubject, encrypted, password) {
    if (!encrypted) {
        return `${keySubject} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${acceptedKeys}.`;
    }
    // Not "unsupported" alone: a wrong password that happens to decrypt to something ends in `DECODER::unsupported`.
    return /digital envelope routines::unsupported/i.test(String(error))
        ? `${keySubject} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`
        : `client-certificate-password does not open ${keySubject}${passwordHint(password)}.`;
}
/** The problem of a key that belongs to none of the certificates. */
function describeMismatch(keySubject, certificates) {
    const [first, ...others] = certificates;
    const owner = first === undefined || others.length > 0
        ? `any of the ${certificates.length} certificates in client-certificate`
        : `the certificate in client-certificate (${subjectAndThumbprint(certificateInfo(first))})`;
    return `${keySubject} does not belong to ${owner}; give the private key that was made together with the certificate.`;
}
/** Only some of OpenSSL's errors have a code, so their texts distinguish them. */
function describePfxError(error, password) {
    const text = String(error);
    const convert = 'openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem';
    if (/mac verify failure|bad decrypt/i.test(text)) {
        return password === ''
            ? 'client-certificate is a PFX with a password, and client-certificate-password is empty; set it to the password of the PFX.'
            : `client-certificate-password does not open the PFX in client-certificate${passwordHint(password)}. A PFX from Azure Key Vault has an empty password.`;
    }
    if (/unsupported/i.test(text)) {
        return `client-certificate is a PFX encrypted in an old way (RC2) that OpenSSL 3 no longer opens. Convert it, and give the new file: ${convert}`;
    }
    if (/mac absent/i.test(text)) {
        return `client-certificate is a PFX without an integrity check (MAC), which Node.js ${process.versions.node} does not open. Convert it, and give the new file: ${convert}`;
    }
    if (/load private key/i.test(text)) {
        return 'client-certificate is a PFX without a private key; export it again together with its key.';
    }
    if (/load certificate/i.test(text)) {
        return 'client-certificate is a PFX without a certificate that belongs to its key; export it again together with its certificate.';
    }
    if (/too (?:small|weak)/i.test(text))
        return describeRejection(error);
    return 'client-certificate is a PFX that cannot be read, so it is damaged; encode the file as base64 again, and paste all of it.';
}
/** The problem of a certificate that OpenSSL's security level does not allow. */
function describeRejection(error) {
    const reason = /(?:ee|ca) (?:key|md) too (?:small|weak)/i.exec(String(error))?.[0].toLowerCase();
    return reason === undefined
        ? 'client-certificate and its key are not accepted by the TLS library of this runner; have a new certificate issued.'
        : `client-certificate is too weak for the TLS library of this runner (${reason}); have a new one issued, with an RSA key of 2048 bits or more, or an EC key, and signed with SHA-256.`;
}
/** Passwords are not trimmed: a line break that an editor or `echo` added is a part of them. */
function passwordHint(password) {
    return password === password.trim()
        ? ''
        : '; it begins or ends with a blank or a line break, which counts as a part of it';
}

;// CONCATENATED MODULE: ./build/action/connection/pem.js
// Detects the format of a pasted certificate or key: PEM, base64 of PEM, base64 of a PFX, or one that is not supported.


/**
 * Detects the format. Accepts line ends that have become blanks or a literal `\n` or are lost, text around the blocks
 * (`Bag Attributes`, `subject=…`), and base64 of base64.
 */
function detectFormat(pasted) {
    const text = pasted.replace(/\\+[rn]/g, '\n').trim();
    if (/-BEGIN |-END /.test(text))
        return readPem(text);
    const base64 = text.replace(/\s+/g, '');
    const plainText = unsupportedTexts.find(({ pattern }) => pattern.test(base64))?.format;
    if (plainText !== undefined)
        return plainText;
    if (!/^[\w+/-]+={0,2}$/.test(base64))
        return unknownFormat;
    const bytes = external_node_buffer_.Buffer.from(base64, 'base64');
    const der = derFormats.find(({ prefix }) => prefix.test(bytes.toString('hex', 0, 40)));
    if (der === undefined)
        return detectFormat(bytes.toString('latin1'));
    if (!isCompleteDer(bytes))
        return { kind: 'unsupported', description: `is base64 of ${der.name}, but not all of it`, remedy: pasteAgain };
    if (der.name === 'a PFX')
        return { kind: 'pfx', bytes };
    return { kind: 'unsupported', description: `is base64 of ${der.name} in DER form`, remedy: der.remedy };
}
/** Reads an input that contains certificates only, one or many, as PEM; ignores keys among them. */
function readCertificates(name, pasted, reportProblem) {
    const accepted = 'one or more PEM certificates, or base64 of them';
    const format = detectFormat(pasted);
    if (format.kind === 'unsupported')
        return reportProblem(describeUnsupported(name, format, accepted));
    if (format.kind === 'pfx')
        return reportProblem(`${name} is base64 of a PFX; it takes ${accepted}.`);
    if (!format.blocks.some(isCertificate))
        return reportProblem(`${name} holds a key but no certificate; it takes ${accepted}.`);
    return parseCertificates(format.blocks)?.map(String) ?? reportProblem(unreadableCertificate(name, accepted));
}
/** All certificates among the blocks; undefined when one of them cannot be parsed. */
function parseCertificates(blocks) {
    const certificates = blocks.filter(isCertificate).map(({ pem }) => parseCertificate(pem));
    return certificates.every((each) => each !== undefined) ? certificates : undefined;
}
/** One certificate, PEM or DER; undefined when it cannot be parsed. */
function parseCertificate(pemOrDer) {
    try {
        return new external_node_crypto_.X509Certificate(pemOrDer);
    }
    catch {
        return undefined;
    }
}
function isCertificate({ label }) {
    return label === 'CERTIFICATE';
}
/** The problem of an input in a format that is not supported. */
function describeUnsupported(name, { description, remedy }, accepted) {
    return `${name} ${description}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}
/** The problem of an input with a certificate that cannot be parsed. */
function unreadableCertificate(name, accepted) {
    return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}
const pasteAgain = 'Paste it again from its first to its last character.';
const unknownFormat = {
    kind: 'unsupported',
    description: 'is neither PEM nor base64 of a PEM or a PFX',
};
/** What people paste in place of a certificate or key, tested without blanks and line ends. */
const unsupportedTexts = [
    {
        pattern: /^.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
        format: { kind: 'unsupported', description: 'is the name of a file', remedy: 'Give what is in the file.' },
    },
    {
        pattern: /^(?:[\da-f]{2}[:-]?){19}[\da-f]{2}$/i,
        format: { kind: 'unsupported', description: 'is a thumbprint', remedy: 'Give the certificate itself.' },
    },
];
const publicKeyRemedy = 'A public key proves nothing: give the private key that was made together with it.';
const requestRemedy = 'Give the certificate that the authority made of that request.';
/** What a PEM may contain instead of certificates and private keys. */
const unsupportedBlocks = [
    { label: /^(?:RSA )?PUBLIC KEY$/, name: 'a public key', remedy: publicKeyRemedy },
    { label: /^(?:NEW )?CERTIFICATE REQUEST$/, name: 'a certificate request', remedy: requestRemedy },
    {
        label: /^(?:PKCS7|CMS)$/,
        name: 'a PKCS #7 bundle',
        remedy: 'Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem',
    },
    {
        label: /^TRUSTED CERTIFICATE$/,
        name: 'a certificate in a form of OpenSSL alone',
        remedy: 'Convert it: openssl x509 -in old.pem -out new.pem',
    },
    {
        label: /^OPENSSH PRIVATE KEY$/,
        name: 'an OpenSSH key',
        remedy: 'Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.',
    },
];
/** The length octets of any DER value, in hex. */
const derLength = '(?:80|[0-7].|81..|82.{4}|83.{6})';
/** A SEQUENCE that begins with this content. */
const derSequence = (content) => new RegExp(`^30${derLength}(?:${content})`);
/** The first bytes of each binary format, in hex. The first match counts. */
const derFormats = [
    { prefix: derSequence('020103'), name: 'a PFX', remedy: pasteAgain },
    {
        prefix: derSequence('020100(?:30|02)|020101(?:30|04)'),
        name: 'a private key',
        remedy: 'Convert it: openssl pkey -inform DER -in old.key -out new.pem',
    },
    {
        prefix: derSequence(`30${derLength}06..2a864886f70d01(?:05|0c)`),
        name: 'an encrypted private key',
        remedy: 'Convert it: openssl pkcs8 -topk8 -inform DER -in old.key -out new.pem',
    },
    {
        prefix: derSequence('06092a864886f70d0107'),
        name: 'a PKCS #7 bundle',
        remedy: 'Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem',
    },
    { prefix: derSequence(`30${derLength}06`), name: 'a public key', remedy: publicKeyRemedy },
    { prefix: derSequence(`30${derLength}02010030`), name: 'a certificate request', remedy: requestRemedy },
    {
        prefix: derSequence(`30${derLength}(?:a003)?02`),
        name: 'a certificate',
        remedy: 'Convert it: openssl x509 -inform DER -in old.cer -out new.pem',
    },
];
function readPem(text) {
    const blocks = [];
    let isDamaged = false;
    let unsupportedLabel;
    const outsideBlocks = text.replace(/-----BEGIN ([A-Z\d ]+)-----(.*?)-----END \1-----/gs, (_, label, body) => {
        if (/^(?:X509 )?CERTIFICATE$|^(?:RSA |EC |ENCRYPTED )?PRIVATE KEY$/.test(label)) {
            const block = normalizeBlock(label.replace('X509 ', ''), body);
            if (block === undefined)
                isDamaged = true;
            else
                blocks.push(block);
        }
        else if (!/ PARAMETERS$/.test(label))
            unsupportedLabel ??= label;
        return '\n';
    });
    if (isDamaged || /-BEGIN |-END /.test(outsideBlocks)) {
        return {
            kind: 'unsupported',
            description: 'is a damaged or incomplete PEM',
            remedy: 'Paste it again, from the first BEGIN line to the last END line.',
        };
    }
    if (blocks.length > 0)
        return { kind: 'pem', blocks };
    const unsupported = unsupportedBlocks.find(({ label }) => label.test(unsupportedLabel ?? ''));
    return unsupported === undefined
        ? unknownFormat
        : { kind: 'unsupported', description: `is ${unsupported.name}`, remedy: unsupported.remedy };
}
/** The block with proper line ends; undefined when it is incomplete. */
function normalizeBlock(label, content) {
    // A traditional encrypted key names its cipher in two headers (RFC 1421). Where line ends are lost, only the length of
    // the initialization vector shows where the headers end.
    const header = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(content);
    const body = content.slice(header?.[0].length ?? 0).replace(/\s+/g, '');
    if (!/^[A-Za-z\d+/]+={0,2}$/.test(body))
        return undefined;
    if (header === null && !isCompleteDer(external_node_buffer_.Buffer.from(body, 'base64')))
        return undefined;
    const headerLines = header
        ? `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${header[1] ?? header[3]},${header[2] ?? header[4]}\n\n`
        : '';
    const lines = body.match(/.{1,64}/g) ?? [];
    return {
        label,
        pem: `-----BEGIN ${label}-----\n${headerLines}${lines.join('\n')}\n-----END ${label}-----\n`,
        encrypted: header !== null || label === 'ENCRYPTED PRIVATE KEY',
    };
}
/** Whether a DER value has its stated length. BER's indefinite length states none, and is accepted. */
function isCompleteDer(der) {
    const first = der[1] ?? 0;
    if (first < 0x80)
        return der.length >= 2 + first;
    const octets = first - 0x80;
    return (octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets))));
}

;// CONCATENATED MODULE: ./build/action/connection/client-certificate.js





/** Reads a certificate that is set. No problem contains a line of a secret. */
function readClientCertificate(inputs, reportProblem) {
    const format = detectFormat(inputs.certificate);
    if (format.kind === 'pfx') {
        return inputs.key === ''
            ? readPfx(format.bytes, inputs.password, reportProblem)
            : reportProblem('client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.');
    }
    const blocks = format.kind === 'pem' ? format.blocks : [];
    const certificates = format.kind === 'pem'
        ? readChain(blocks, reportProblem)
        : reportProblem(describeUnsupported('client-certificate', format, acceptedCertificates));
    const pemKeys = inputs.key === '' ? findKeysWithCertificate(blocks, reportProblem) : readKeyInput(inputs.key, reportProblem);
    const keys = pemKeys && openKeys(pemKeys, inputs.password, reportProblem);
    return certificates && keys && matchKey(certificates, keys, inputs.password, reportProblem);
}
function readChain(blocks, reportProblem) {
    if (!blocks.some(isCertificate)) {
        return reportProblem(`client-certificate holds a key but no certificate; it takes ${acceptedCertificates}. A key alone belongs in client-key.`);
    }
    return parseCertificates(blocks) ?? reportProblem(unreadableCertificate('client-certificate', acceptedCertificates));
}
function findKeysWithCertificate(blocks, reportProblem) {
    const keys = blocks.filter((block) => !isCertificate(block));
    if (keys.length > 0)
        return { subject: 'the key in client-certificate', blocks: keys };
    // Without any block the format of client-certificate has been reported already.
    if (blocks.length === 0)
        return undefined;
    return reportProblem('client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.');
}
function readKeyInput(pasted, reportProblem) {
    const format = detectFormat(pasted);
    if (format.kind === 'unsupported')
        return reportProblem(describeUnsupported('client-key', format, acceptedKeys));
    if (format.kind === 'pfx') {
        return reportProblem(`client-key is base64 of a PFX; it takes ${acceptedKeys}. A PFX belongs in client-certificate.`);
    }
    const keys = format.blocks.filter((block) => !isCertificate(block));
    if (keys.length > 0)
        return { subject: 'client-key', blocks: keys };
    return reportProblem(`client-key holds a certificate but no key; it takes ${acceptedKeys}. A certificate belongs in client-certificate.`);
}
function openKeys({ subject, blocks }, password, reportProblem) {
    const keys = [];
    for (const block of blocks) {
        if (block.encrypted && password === '') {
            return reportProblem(`${subject} is encrypted and client-certificate-password is empty; set it to the password of the key.`);
        }
        try {
            keys.push({ subject, block, key: (0,external_node_crypto_.createPrivateKey)({ key: block.pem, passphrase: password }) });
        }
        catch (error) {
            return reportProblem(describeKeyError(error, subject, block.encrypted, password));
        }
    }
    return keys;
}
/** Finds the leaf, which is the certificate that a key belongs to, and sorts its chain in the order of issue. */
function matchKey(certificates, keys, password, reportProblem) {
    const pairs = keys.flatMap((key) => certificates.map((leaf) => ({ ...key, leaf })));
    const match = pairs.find(({ key, leaf }) => leaf.checkPrivateKey(key));
    if (match === undefined)
        return reportProblem(describeMismatch(keys[0]?.subject ?? 'client-key', certificates));
    const { leaf, block } = match;
    const tls = {
        cert: buildChain(leaf, certificates).join(''),
        key: block.pem,
        ...(block.encrypted && { passphrase: password }),
    };
    try {
        (0,external_node_tls_.createSecureContext)(tls);
    }
    catch (error) {
        return reportProblem(describeRejection(error));
    }
    return { tls, info: certificateInfo(leaf), usesPassword: block.encrypted };
}
function buildChain(leaf, certificates) {
    const chain = [leaf];
    for (let last = leaf; last !== undefined;) {
        const child = last;
        last = certificates.find((each) => !chain.some(({ fingerprint256 }) => fingerprint256 === each.fingerprint256) &&
            child.checkIssued(each) &&
            child.verify(each.publicKey));
        if (last !== undefined)
            chain.push(last);
    }
    return chain.map(String);
}
function readPfx(pfx, password, reportProblem) {
    try {
        const context = (0,external_node_tls_.createSecureContext)({ pfx, passphrase: password }).context;
        const leaf = certificateOf(context);
        if (leaf !== undefined)
            return { tls: { pfx, passphrase: password }, info: certificateInfo(leaf), usesPassword: true };
        return reportProblem(`client-certificate is a PFX whose certificate cannot be read; it takes ${acceptedCertificates}.`);
    }
    catch (error) {
        return reportProblem(describePfxError(error, password));
    }
}
/** Calls getCertificate of Node's internal context, which has no public type and returns DER. */
function certificateOf(context) {
    if (typeof context !== 'object' || context === null || !('getCertificate' in context))
        return undefined;
    if (typeof context.getCertificate !== 'function')
        return undefined;
    const der = context.getCertificate();
    return der instanceof Uint8Array ? parseCertificate(der) : undefined;
}

// EXTERNAL MODULE: ./build/action/connection/input-problems.js
var input_problems = __webpack_require__(484);
;// CONCATENATED MODULE: ./build/action/connection/credentials.js




/**
 * Reads and checks the credentials. No problem and no warning contains a line of a secret.
 * @returns undefined when it has reported a problem
 */
function readCredentials(inputs, { redactor, epochMs, reportProblem: forward }) {
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)(forward);
    const certificate = readCertificateInputs(inputs, reportProblem);
    const token = inputs.accessToken === '' ? undefined : readAccessToken(inputs.accessToken, reportProblem);
    if (problems.length > 0)
        return undefined;
    // The inputs are masked already; this masks the form in which they are used.
    redactor.add(...(certificate ? secretsOf(certificate.tls) : []), ...(token ? [token.value] : []));
    const isPasswordUnused = certificate?.usesPassword === false && inputs.clientCertificatePassword !== '';
    return {
        credentials: {
            ...(certificate && { tls: certificate.tls }),
            ...(token && { authorization: `Bearer ${token.value}` }),
        },
        ...(certificate && { certificate: certificate.info }),
        ...(token && { token: token.claims }),
        warnings: [
            ...(certificate ? certificateWarnings(certificate.info, epochMs) : []),
            ...(isPasswordUnused ? [unusedPassword] : []),
            ...(token ? tokenWarnings(token.claims, epochMs) : []),
        ],
    };
}
function readCertificateInputs(inputs, reportProblem) {
    const { clientCertificate: certificate, clientKey: key, clientCertificatePassword: password } = inputs;
    if (certificate !== '')
        return readClientCertificate({ certificate, key, password }, reportProblem);
    const setInputs = [
        ...(key === '' ? [] : ['client-key']),
        ...(password === '' ? [] : ['client-certificate-password']),
    ];
    for (const name of setInputs) {
        reportProblem(`${name} is set but client-certificate is empty; set both or neither. ` +
            'If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.');
    }
    return undefined;
}
const unusedPassword = 'client-certificate-password is set, but the key is not encrypted; the password is not used.';
/** Shorter lines are the rest of some base64: they reveal little, and masking them would hide half the log. */
const minMaskedLength = 8;
/** The lines of key and certificate, or the PFX, without the lines that every PEM has. */
function secretsOf(tls) {
    if ('pfx' in tls)
        return [tls.pfx.toString('base64')];
    return `${tls.key}${tls.cert}`
        .split('\n')
        .filter((line) => line.length >= minMaskedLength && !line.startsWith('-----') && !/^[\w-]+: /.test(line));
}

;// CONCATENATED MODULE: ./build/action/connection/server-trust-inputs.js


const acceptedThumbprints = 'SHA-1 (40 hex digits) or SHA-256 (64 hex digits) thumbprints, separated by commas or new lines';
const acceptedNames = 'one or more names, separated by commas or new lines';
/** Parses and checks the inputs. The caller has checked which of them exclude each other. */
function readTrust({ serverCa, thumbprints, commonNames }, reportProblem) {
    const ca = serverCa === '' ? [] : readCertificates('server-ca', serverCa, reportProblem);
    const pins = thumbprints === '' ? [] : parseThumbprints(thumbprints, reportProblem);
    const names = commonNames === '' ? [] : parseCommonNames(commonNames, reportProblem);
    if (ca === undefined || pins === undefined || names === undefined)
        return undefined;
    if (pins.length > 0)
        return { kind: 'thumbprints', thumbprints: pins };
    return names.length === 0 ? { kind: 'authority', ca } : { kind: 'common names', ca, names };
}
function parseThumbprints(value, reportProblem) {
    const name = 'server-certificate-thumbprints';
    const items = splitList(value);
    if (items.length === 0)
        return reportProblem((0,input_problems/* wrongValue */.NT)(name, acceptedThumbprints, value));
    const thumbprints = items.map((item) => ({ item, thumbprint: normalizeThumbprint(item) }));
    const invalid = thumbprints.filter(({ thumbprint }) => !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(thumbprint));
    for (const { item } of invalid) {
        reportProblem(`${name} must be ${acceptedThumbprints}, but contains ${(0,input_problems/* quote */.hD)(item)}.`);
    }
    return invalid.length > 0 ? undefined : thumbprints.map(({ thumbprint }) => thumbprint);
}
/** Accepts what `openssl x509 -fingerprint` prints, and what certificate dialogs copy: with a direction mark in front. */
function normalizeThumbprint(item) {
    return item
        .replace(/^sha-?(?:1|256)\s*(?:fingerprint)?\s*[=:]/i, '')
        .replace(/[\s:\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
        .toUpperCase();
}
function parseCommonNames(value, reportProblem) {
    const names = splitList(value);
    return names.length > 0 ? names : reportProblem((0,input_problems/* wrongValue */.NT)('server-common-names', acceptedNames, value));
}
/** Blanks are no separators: they can be part of a thumbprint. */
function splitList(value) {
    return value
        .split(/[,\r\n]+/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}

;// CONCATENATED MODULE: ./build/action/connection/security.js



const authenticationInputs = [
    'client-certificate',
    'client-key',
    'client-certificate-password',
    'access-token',
];
const serverInputs = ['server-ca', 'server-certificate-thumbprints', 'server-common-names'];
/**
 * Parses and checks the inputs as a whole. Masks the secrets among them in every form in which they are used.
 * @returns undefined when it has reported a problem
 */
function parseTlsInputs(inputs, { endpoint, redactor, epochMs, reportProblem }) {
    // A password is not trimmed: blanks can be part of it.
    const password = inputs['client-certificate-password'];
    const value = (name) => name === 'client-certificate-password' ? password : inputs[name].trim();
    const skipVerify = parseSkipVerify(value('tls-skip-verify'), reportProblem);
    const isSet = (name) => value(name) !== '';
    const serverInputsSet = serverInputs.filter(isSet);
    const set = [...authenticationInputs.filter(isSet), ...serverInputsSet, ...(skipVerify ? ['tls-skip-verify'] : [])];
    if (endpoint?.secure === false && set.length > 0) {
        return reportProblem(`${(0,input_problems/* joinWithAnd */.Ol)(set)} ${set.length === 1 ? 'needs' : 'need'} TLS, but the endpoint begins with http://; write https:// or leave it out.`);
    }
    if (skipVerify)
        reportIgnored(serverInputsSet, reportProblem);
    const serverTrust = {
        serverCa: value('server-ca'),
        thumbprints: value('server-certificate-thumbprints'),
        commonNames: value('server-common-names'),
    };
    if (serverTrust.thumbprints !== '' && serverTrust.commonNames !== '') {
        reportProblem('server-certificate-thumbprints and server-common-names exclude each other: a pinned certificate may have any name; leave one out.');
    }
    const authentication = readCredentials({
        clientCertificate: value('client-certificate'),
        clientKey: value('client-key'),
        clientCertificatePassword: password,
        accessToken: value('access-token'),
    }, { redactor, epochMs, reportProblem });
    const trust = skipVerify ? { kind: 'insecure' } : readTrust(serverTrust, reportProblem);
    if (trust === undefined || authentication === undefined)
        return undefined;
    const { credentials, ...facts } = authentication;
    return { security: { trust, ...facts }, credentials };
}
function parseSkipVerify(value, reportProblem) {
    if (!/^(?:true|false)?$/i.test(value))
        reportProblem((0,input_problems/* wrongValue */.NT)('tls-skip-verify', 'true or false', value));
    return value.toLowerCase() === 'true';
}
function reportIgnored(names, reportProblem) {
    if (names.length === 0)
        return;
    reportProblem(`tls-skip-verify must be false when ${(0,input_problems/* joinWithAnd */.Ol)(names)} ${names.length === 1 ? 'is' : 'are'} set, but is true; leave out one or the other.`);
}


/***/ })

};
;