"use strict";
exports.id = 117;
exports.ids = [117];
exports.modules = {

/***/ 117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseTlsInputs: () => (/* binding */ parseTlsInputs)
});

// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __webpack_require__(423);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(954);
// EXTERNAL MODULE: ./build/action/shared/json.js
var json = __webpack_require__(982);
// EXTERNAL MODULE: ./build/action/connection/misplaced-text.js
var misplaced_text = __webpack_require__(965);
// EXTERNAL MODULE: ./build/action/connection/pasted-text.js
var pasted_text = __webpack_require__(344);
;// CONCATENATED MODULE: ./build/action/connection/access-token.js





const howToGet = 'az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one';
const workflowIssuer = 'https://token.actions.githubusercontent.com';
const jwt = /^[\w-]+\.[\w-]+\.[\w-]+$/;
function readAccessToken(input, reportProblem) {
    const text = withoutQuotes(withoutQuotes((0,pasted_text/* plainText */.wh)(input)).replace(/^(?:Authorization:\s*)?Bearer(?:\s+|$)/i, ''));
    const value = text.replace(/\n+/g, '');
    const isToken = jwt.test(value) && (0,misplaced_text/* misplacedText */.K)(value) === undefined;
    const isOfWorkflow = isToken && (0,json/* member */.Dc)(parseClaims(value), 'iss') === workflowIssuer;
    if (isToken && !isOfWorkflow)
        return { value, claims: readClaims(value) };
    const description = isOfWorkflow
        ? 'is the OIDC token of this workflow, which azure/login exchanges for one of Entra'
        : describeOther(text);
    return reportProblem(`access-token ${description}; it takes a Microsoft Entra token alone (${howToGet}).`);
}
function withoutQuotes(text) {
    return text.replace(/^["'`“”‘’\s]+|["'`“”‘’\s]+$/g, '');
}
const otherForms = [
    { pattern: /^$/, description: 'holds no token' },
    {
        pattern: /^\{.*"?(?:accessToken|access_token|token)"?\s*:/is,
        description: 'is the JSON that a token comes in; give its member alone, with --query accessToken --output tsv',
    },
    { pattern: /^[{[]/, description: 'is JSON' },
    { pattern: /^(?:gh[opusr]_|github_pat_)\w+$/, description: 'is a GitHub token' },
    { pattern: /^-----BEGIN/, description: 'is a PEM, which belongs in client-certificate or client-key' },
    { pattern: /^Basic\s/i, description: 'is a user and a password (Basic)' },
    { pattern: /^(?:\?|.*&)?s[vrtpe]=.*&?sig=/is, description: 'is a shared access signature of Azure Storage' },
    {
        pattern: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
        description: 'is a GUID, perhaps the ID of an application',
    },
    {
        pattern: /^[\w.~-]{3}\dQ~[\w.~-]+$/,
        description: 'is the secret of an application, with which a token is requested',
    },
    { pattern: /^[\w-]+(?:\.[\w-]*){4}$/, description: 'is an encrypted token (five parts)' },
    {
        pattern: /^eyJ[\w-]*(?:\.[\w-]*){0,2}$/,
        description: 'is a part of a token; copy it from its first to its last character',
    },
];
function describeOther(text) {
    const misplaced = (0,misplaced_text/* misplacedText */.K)(text);
    if (misplaced !== undefined)
        return `${misplaced.description} (${misplaced.remedy.replace(/\.$/, '')})`;
    const form = otherForms.find(({ pattern }) => pattern.test(text));
    if (form !== undefined)
        return form.description;
    if (isBase64OfToken(text))
        return 'is base64 of a token; decode it first';
    if (/\s/.test(text))
        return 'has a blank or a line break in it';
    return /^[\w.~+/=-]+$/.test(text)
        ? 'is no JWT, which has three parts separated by dots'
        : 'has characters that no token has';
}
function isBase64OfToken(text) {
    return /^[\w+/-]+={0,2}$/.test(text) && jwt.test(external_node_buffer_.Buffer.from(text, 'base64').toString('latin1').trim());
}
const maxDateMs = 8_640_000_000_000_000;
function parseClaims(token) {
    const [, payload = ''] = token.split('.');
    return (0,json/* parseJson */.qF)(external_node_buffer_.Buffer.from(payload, 'base64url').toString());
}
function readClaims(token) {
    const claims = parseClaims(token);
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
function tokenWarnings({ expiresMs }, epochMs) {
    if (expiresMs === undefined || expiresMs > epochMs)
        return [];
    const date = new Date(expiresMs).toISOString();
    return [`access-token ended on ${date}, so the cluster will refuse it; get a new one right before this step.`];
}

;// CONCATENATED MODULE: ./build/action/connection/certificate-info.js

function certificateInfo(certificate) {
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
function distinguishedName(lines) {
    return (0,sanitize/* sanitize */.aj)((lines ?? '').split('\n').join(', '), 200) || 'without a name';
}
function subjectAndThumbprint({ subject, thumbprint }) {
    return `${subject}, thumbprint ${thumbprint}`;
}
const warningDays = 14;
const dayMs = 86_400_000;
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
var external_node_tls_ = __webpack_require__(692);
;// CONCATENATED MODULE: ./build/action/connection/client-certificate-problems.js

const acceptedCertificates = 'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX or DER';
const acceptedKeys = 'a PEM private key, encrypted or not, or base64 of one';
function describeKeyError(error, keySubject, encrypted, password) {
    if (!encrypted) {
        return `${keySubject} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${acceptedKeys}.`;
    }
    return /digital envelope routines::unsupported/i.test(String(error))
        ? `${keySubject} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`
        : `client-certificate-password does not open ${keySubject}${passwordHint(password)}.`;
}
function describeMismatch(keySubject, certificates) {
    const [first, ...others] = certificates;
    const owner = first === undefined || others.length > 0
        ? `any of the ${certificates.length} certificates in client-certificate`
        : `the certificate in client-certificate (${subjectAndThumbprint(certificateInfo(first))})`;
    return `${keySubject} does not belong to ${owner}; give the private key that was made together with the certificate.`;
}
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
function describeRejection(error) {
    const reason = /(?:ee|ca) (?:key|md) too (?:small|weak)/i.exec(String(error))?.[0].toLowerCase();
    return reason === undefined
        ? 'client-certificate and its key are not accepted by the TLS library of this runner; have a new certificate issued.'
        : `client-certificate is too weak for the TLS library of this runner (${reason}); have a new one issued, with an RSA key of 2048 bits or more, or an EC key, and signed with SHA-256.`;
}
function passwordHint(password) {
    return password === password.trim()
        ? ''
        : '; it begins or ends with a blank or a line break, which counts as a part of it';
}

;// CONCATENATED MODULE: ./build/action/connection/unusable-formats.js
const publicKeyRemedy = 'A public key proves nothing: give the private key that was made together with it.';
const sshRemedy = 'Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.';
const unusableFormats = {
    publicKey: { name: 'a public key', remedy: publicKeyRemedy, standsFor: 'key' },
    sshPublicKey: { name: 'an OpenSSH public key', remedy: publicKeyRemedy, standsFor: 'key' },
    request: {
        name: 'a certificate request',
        remedy: 'Give the certificate that the authority made of that request.',
        standsFor: 'certificate',
    },
    pkcs7: {
        name: 'a PKCS #7 bundle',
        remedy: 'Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem',
        standsFor: 'certificate',
    },
    pkcs7Der: {
        name: 'a PKCS #7 bundle',
        remedy: 'Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem',
        standsFor: 'certificate',
    },
    trusted: {
        name: 'a TRUSTED CERTIFICATE (a form of OpenSSL alone)',
        remedy: 'Convert it: openssl x509 -in old.pem -out new.pem',
        standsFor: 'certificate',
    },
    revocationList: {
        name: 'a revocation list',
        remedy: 'Give the certificate itself.',
        standsFor: 'certificate',
    },
    openSsh: { name: 'an OpenSSH key', remedy: sshRemedy, standsFor: 'key' },
    putty: {
        name: 'a PuTTY key',
        remedy: 'Give the key that belongs to the certificate; puttygen old.ppk -O private-openssh exports one.',
        standsFor: 'key',
    },
    pgp: { name: 'a PGP key', remedy: 'Give the key that belongs to the certificate.', standsFor: 'key' },
    xmlKey: {
        name: 'a key in XML',
        remedy: 'Export the key as PEM: ExportPkcs8PrivateKeyPem() in .NET.',
        standsFor: 'key',
    },
    keystore: {
        name: 'a Java keystore',
        remedy: 'Convert it: keytool -importkeystore -srckeystore old.jks -destkeystore new.pfx -deststoretype PKCS12',
        standsFor: 'both',
    },
};
const formatsByLabel = [
    [/^(?:RSA)?PUBLICKEY$/, unusableFormats.publicKey],
    [/^(?:NEW)?CERTIFICATEREQUEST$/, unusableFormats.request],
    [/^(?:PKCS#?7|CMS)$/, unusableFormats.pkcs7],
    [/^TRUSTEDCERTIFICATE$/, unusableFormats.trusted],
    [/^X509CRL$/, unusableFormats.revocationList],
    [/^OPENSSHPRIVATEKEY$/, unusableFormats.openSsh],
    [/^SSH2PUBLICKEY$/, unusableFormats.sshPublicKey],
    [/^PGP/, unusableFormats.pgp],
];
function unusableByLabel(label) {
    return formatsByLabel.find(([pattern]) => pattern.test(label))?.[1];
}
const formatsByText = [
    [/^PuTTY-User-Key-File-/, unusableFormats.putty],
    [/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\w+) /, unusableFormats.sshPublicKey],
    [/^openssh-key-v1\0/, unusableFormats.openSsh],
    [/^(?:<\?xml[^>]*>\s*)?<RSAKeyValue>/, unusableFormats.xmlKey],
];
function unusableByText(text) {
    return formatsByText.find(([start]) => start.test(text))?.[1];
}

;// CONCATENATED MODULE: ./build/action/connection/der-content.js


function identifyDer(der) {
    const certificate = parseCertificate(der);
    if (certificate !== undefined)
        return { kind: 'certificate', certificate };
    const key = identifyKey(der);
    if (key !== undefined)
        return { kind: 'key', key };
    if (isPublicKey(der))
        return { kind: 'unusable', format: unusableFormats.publicKey };
    if (isPfx(der))
        return { kind: 'pfx', bytes: der };
    const hex = der.toString('hex', 0, 40);
    if (pkcs7Start.test(hex))
        return { kind: 'unusable', format: unusableFormats.pkcs7Der };
    if (requestStart.test(hex))
        return { kind: 'unusable', format: unusableFormats.request };
    return undefined;
}
function parseCertificate(pemOrDer) {
    return attempt(() => new external_node_crypto_.X509Certificate(pemOrDer));
}
function isDer(bytes) {
    return new RegExp(`^30${derLength}(?:30|02|06)`).test(bytes.toString('hex', 0, 16));
}
function isCompleteDer(der) {
    const first = der[1] ?? 0;
    if (first < 0x80)
        return der.length >= 2 + first;
    const octets = first - 0x80;
    return (octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets))));
}
function isPfx(der) {
    return pfxStart.test(der.toString('hex', 0, 16));
}
function toPem(label, der) {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
const derLength = '(?:80|[0-7].|81..|82.{4}|83.{6})';
const pfxStart = new RegExp(`^30${derLength}020103`);
const pkcs7Start = new RegExp(`^30${derLength}06092a864886f70d0107`);
const requestStart = new RegExp(`^30${derLength}30${derLength}02010030`);
function identifyKey(der) {
    for (const type of ['pkcs8', 'pkcs1', 'sec1']) {
        try {
            const key = (0,external_node_crypto_.createPrivateKey)({ key: der, format: 'der', type });
            return { pem: key.export({ format: 'pem', type: 'pkcs8' }).toString(), encrypted: false };
        }
        catch (error) {
            const isEncrypted = error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
            if (isEncrypted)
                return { pem: toPem('ENCRYPTED PRIVATE KEY', der), encrypted: true };
        }
    }
    return undefined;
}
function isPublicKey(der) {
    const types = ['spki', 'pkcs1'];
    return types.some((type) => attempt(() => (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type })) !== undefined);
}
function attempt(parse) {
    try {
        return parse();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/action/connection/input-problems.js
var input_problems = __webpack_require__(484);
;// CONCATENATED MODULE: ./build/action/connection/pasted-content.js






const maxEncodings = 4;
function readPasted(pasted) {
    const findings = { contents: [], faults: [] };
    readText((0,pasted_text/* plainText */.wh)(pasted), findings, maxEncodings);
    const { contents, faults } = findings;
    const [fault] = faults;
    if (fault !== undefined)
        return fault;
    const unusable = distinct(contents.flatMap((each) => (each.kind === 'unusable' ? [each.format] : [])));
    const content = {
        kind: 'content',
        certificates: contents.flatMap((each) => (each.kind === 'certificate' ? [each.certificate] : [])),
        keys: contents.flatMap((each) => (each.kind === 'key' ? [each.key] : [])),
        unusable,
    };
    const pfx = contents.find((each) => each.kind === 'pfx')?.bytes;
    if (pfx !== undefined)
        return { ...content, pfx };
    if (content.certificates.length + content.keys.length > 0)
        return content;
    return unusable.length > 0 ? unsupported(`is ${namesOf(unusable)}`, remediesOf(unusable)) : unknownFormat;
}
function describeUnsupported(name, { description, remedy }, accepted) {
    return `${name} ${description}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}
function describeUnusable(name, unusable, accepted) {
    const description = `contains ${namesOf(unusable)}`;
    return describeUnsupported(name, unsupported(description, remediesOf(unusable)), accepted);
}
function namesOf(unusable) {
    return (0,input_problems/* joinWithAnd */.Ol)(distinct(unusable.map(({ name }) => name)));
}
function remediesOf(unusable) {
    return distinct(unusable.map(({ remedy }) => remedy)).join(' ');
}
function distinct(items) {
    return [...new Set(items)];
}
function unsupported(description, remedy) {
    return { kind: 'unsupported', description, ...(remedy !== undefined && { remedy }) };
}
const unknownFormat = unsupported('is neither PEM nor base64 of a PEM or a PFX');
const damagedPem = unsupported('is a damaged or incomplete PEM', 'Paste it again, from the first BEGIN line to the last END line.');
const damagedCertificate = unsupported('holds a certificate that cannot be read, so it is damaged');
const pasteAgain = 'Paste it again from its first to its last character.';
const otherTexts = [
    [
        /^[^\n]{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
        unsupported('is the name of a file', 'Give what is in the file.'),
    ],
    [/^(?:[\da-f]{2}[:\s-]?){19}[\da-f]{2}$/i, unsupported('is a thumbprint', 'Give the certificate itself.')],
    [/^https?:\/\/\S+$/i, unsupported('is a URL', 'Give what is stored there.')],
    [
        /^[{[].*[}\]]$/s,
        unsupported('is JSON', 'Give the member that holds the certificate, alone: az … --query value --output tsv'),
    ],
];
function readText(text, findings, encodings) {
    if (/-----(?:BEGIN|END)/.test(text)) {
        readPem(text, findings, encodings);
        return;
    }
    const format = unusableByText(text);
    if (format !== undefined) {
        findings.contents.push({ kind: 'unusable', format });
        return;
    }
    const fault = (0,misplaced_text/* misplacedText */.K)(text) ?? otherTexts.find(([pattern]) => pattern.test(text))?.[1];
    const bytes = fault === undefined ? (decodeHex(text) ?? (0,pasted_text/* decodeBase64 */.y4)(text)) : undefined;
    if (fault !== undefined)
        findings.faults.push({ kind: 'unsupported', ...fault });
    else if (bytes !== undefined && encodings > 0)
        readBytes(bytes, findings, encodings - 1);
    else
        findings.faults.push(unknownFormat);
}
function decodeHex(text) {
    const hex = text.replace(/^0x|\s+/gi, '');
    return /^30(?:[\da-f]{2}){30,}$/i.test(hex) ? external_node_buffer_.Buffer.from(hex, 'hex') : undefined;
}
function readBytes(bytes, findings, encodings) {
    if (/^(?:feedfeed|cececece)/.test(bytes.toString('hex', 0, 4))) {
        findings.contents.push({ kind: 'unusable', format: unusableFormats.keystore });
    }
    else if (!isDer(bytes))
        readText((0,pasted_text/* plainText */.wh)((0,pasted_text/* decodeText */.g7)(bytes)), findings, encodings);
    else if (!isCompleteDer(bytes)) {
        const name = isPfx(bytes) ? 'a PFX' : 'a certificate or key';
        findings.faults.push(unsupported(`is base64 of ${name}, but not all of it`, pasteAgain));
    }
    else {
        const content = identifyDer(bytes);
        if (content === undefined)
            findings.faults.push(unknownFormat);
        else
            findings.contents.push(content);
    }
}
function readPem(text, findings, encodings) {
    const outsideBlocks = text.replace(/-----BEGIN([A-Z\d #]*)-----(.*?)-----END\1-----/gs, (_, label, body) => {
        readBlock(label.replaceAll(' ', ''), body, findings, encodings);
        return '\n';
    });
    if (/-----(?:BEGIN|END)/.test(outsideBlocks))
        findings.faults.unshift(damagedPem);
}
function readBlock(label, body, findings, encodings) {
    if (label.endsWith('PARAMETERS'))
        return;
    const byLabel = unusableByLabel(label);
    if (byLabel !== undefined) {
        findings.contents.push({ kind: 'unusable', format: byLabel });
        return;
    }
    const encryptedKey = readEncryptedKey(label, body);
    const bytes = (0,pasted_text/* decodeBase64 */.y4)(body);
    if (encryptedKey !== undefined)
        findings.contents.push({ kind: 'key', key: encryptedKey });
    else if (bytes === undefined)
        findings.faults.push(damagedPem);
    else if (!isDer(bytes) && encodings > 0)
        readBytes(bytes, findings, encodings - 1);
    else
        readDerBlock(label, bytes, findings);
}
function readDerBlock(label, der, findings) {
    const content = isCompleteDer(der) ? identifyDer(der) : undefined;
    if (content !== undefined)
        findings.contents.push(content);
    else if (!isCompleteDer(der))
        findings.faults.push(damagedPem);
    else if (label.endsWith('KEY'))
        findings.contents.push({ kind: 'key', key: { pem: toPem('PRIVATE KEY', der), encrypted: false } });
    else
        findings.faults.push(damagedCertificate);
}
function readEncryptedKey(label, body) {
    const header = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(body);
    const content = header && (0,pasted_text/* decodeBase64 */.y4)(body.slice(header[0].length));
    if (!content)
        return undefined;
    const cipher = `${header[1] ?? header[3]},${header[2] ?? header[4]}`;
    const pemLabel = label.replace('PRIVATEKEY', ' PRIVATE KEY').trim();
    const pem = toPem(pemLabel, content).replace('\n', `\nProc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher}\n\n`);
    return { pem, encrypted: true };
}

;// CONCATENATED MODULE: ./build/action/connection/client-certificate.js






function readClientCertificate(inputs, reportProblem) {
    const pasted = readPasted(inputs.certificate);
    if (pasted.kind === 'unsupported') {
        reportProblem(describeUnsupported('client-certificate', pasted, acceptedCertificates));
        const keys = inputs.key === '' ? undefined : readKeyInput(inputs.key, reportProblem);
        if (keys !== undefined)
            openKeys(keys, inputs.password, reportProblem);
        return undefined;
    }
    if (pasted.pfx !== undefined) {
        return inputs.key === ''
            ? readPfx(pasted.pfx, inputs.password, reportProblem)
            : reportProblem('client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.');
    }
    const certificates = findCertificates(pasted, reportProblem);
    const pastedKeys = inputs.key === '' ? findKeysWithCertificate(pasted, reportProblem) : readKeyInput(inputs.key, reportProblem);
    const keys = pastedKeys && openKeys(pastedKeys, inputs.password, reportProblem);
    const match = certificates && keys && matchKey(certificates, keys, inputs.password, reportProblem);
    if (match === undefined)
        return undefined;
    const unusedKeys = inputs.key === '' ? [] : warnUnused('client-key', pastedKeys?.unusable ?? []);
    return { ...match, warnings: [...warnUnused('client-certificate', pasted.unusable), ...unusedKeys] };
}
function warnUnused(name, unusable) {
    return unusable.length === 0 ? [] : [`${name} also contains ${namesOf(unusable)}, which is not used.`];
}
function findCertificates({ certificates, unusable }, reportProblem) {
    if (certificates.length > 0)
        return certificates;
    const inPlace = unusable.filter(({ standsFor }) => standsFor !== 'key');
    return reportProblem(inPlace.length > 0
        ? describeUnusable('client-certificate', inPlace, acceptedCertificates)
        : `client-certificate holds a key but no certificate; it takes ${acceptedCertificates}. A key alone belongs in client-key.`);
}
function findKeysWithCertificate({ keys, unusable }, reportProblem) {
    if (keys.length > 0)
        return { subject: 'the key in client-certificate', keys, unusable };
    const inPlace = unusable.filter(({ standsFor }) => standsFor !== 'certificate');
    return reportProblem(inPlace.length > 0
        ? describeUnusable('client-certificate', inPlace, acceptedCertificates)
        : 'client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.');
}
function readKeyInput(input, reportProblem) {
    const pasted = readPasted(input);
    if (pasted.kind === 'unsupported')
        return reportProblem(describeUnsupported('client-key', pasted, acceptedKeys));
    const { pfx, keys, unusable } = pasted;
    if (keys.length > 0)
        return { subject: 'client-key', keys, unusable };
    if (pfx !== undefined) {
        return reportProblem(`client-key is base64 of a PFX; it takes ${acceptedKeys}. A PFX belongs in client-certificate.`);
    }
    const inPlace = unusable.filter(({ standsFor }) => standsFor !== 'certificate');
    return reportProblem(inPlace.length > 0
        ? describeUnusable('client-key', inPlace, acceptedKeys)
        : `client-key holds a certificate but no key; it takes ${acceptedKeys}. A certificate belongs in client-certificate.`);
}
function openKeys({ subject, keys: pemKeys }, password, reportProblem) {
    const keys = [];
    for (const pemKey of pemKeys) {
        if (pemKey.encrypted && password === '') {
            return reportProblem(`${subject} is encrypted and client-certificate-password is empty; set it to the password of the key.`);
        }
        try {
            keys.push({ subject, pemKey, key: (0,external_node_crypto_.createPrivateKey)({ key: pemKey.pem, passphrase: password }) });
        }
        catch (error) {
            return reportProblem(describeKeyError(error, subject, pemKey.encrypted, password));
        }
    }
    return keys;
}
function matchKey(certificates, keys, password, reportProblem) {
    const pairs = keys.flatMap((key) => certificates.map((leaf) => ({ ...key, leaf })));
    const match = pairs.find(({ key, leaf }) => leaf.checkPrivateKey(key));
    if (match === undefined)
        return reportProblem(describeMismatch(keys[0]?.subject ?? 'client-key', certificates));
    const { leaf, pemKey } = match;
    const tls = {
        cert: buildChain(leaf, certificates).join(''),
        key: pemKey.pem,
        ...(pemKey.encrypted && { passphrase: password }),
    };
    try {
        (0,external_node_tls_.createSecureContext)(tls);
    }
    catch (error) {
        return reportProblem(describeRejection(error));
    }
    return { tls, info: certificateInfo(leaf), usesPassword: pemKey.encrypted };
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
            return { tls: { pfx, passphrase: password }, info: certificateInfo(leaf), usesPassword: true, warnings: [] };
        return reportProblem(`client-certificate is a PFX whose certificate cannot be read; it takes ${acceptedCertificates}.`);
    }
    catch (error) {
        return reportProblem(describePfxError(error, password));
    }
}
function certificateOf(context) {
    if (typeof context !== 'object' || context === null || !('getCertificate' in context))
        return undefined;
    if (typeof context.getCertificate !== 'function')
        return undefined;
    const der = context.getCertificate();
    return der instanceof Uint8Array ? parseCertificate(der) : undefined;
}

// EXTERNAL MODULE: ./build/action/connection/pasted-secrets.js
var pasted_secrets = __webpack_require__(818);
;// CONCATENATED MODULE: ./build/action/connection/credentials.js





function readCredentials(inputs, { redactor, epochMs, reportProblem: forward }) {
    const { problems, reportProblem } = (0,input_problems/* collectProblems */.vX)(forward);
    const certificate = readCertificateInputs(inputs, reportProblem);
    const token = inputs.accessToken === '' ? undefined : readAccessToken(inputs.accessToken, reportProblem);
    if (problems.length > 0)
        return undefined;
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
            ...(certificate?.warnings ?? []),
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
function secretsOf(tls) {
    return 'pfx' in tls ? [tls.pfx.toString('base64')] : (0,pasted_secrets/* secretsInCertificate */.a)(`${tls.key}${tls.cert}`);
}

// EXTERNAL MODULE: ./build/action/connection/look-alikes.js
var look_alikes = __webpack_require__(172);
;// CONCATENATED MODULE: ./build/action/connection/server-trust-inputs.js




const acceptedThumbprints = 'SHA-1 (40 hex digits) or SHA-256 (64 hex digits) thumbprints, separated by commas or new lines';
const acceptedNames = 'one or more names, separated by commas or new lines';
function readTrust({ serverCa, thumbprints, commonNames }, reportProblem) {
    const ca = serverCa === '' ? [] : parseAuthorities(serverCa, reportProblem);
    const pins = thumbprints === '' ? [] : parseThumbprints(thumbprints, reportProblem);
    const names = commonNames === '' ? [] : parseCommonNames(commonNames, reportProblem);
    if (ca === undefined || pins === undefined || names === undefined)
        return undefined;
    if (pins.length > 0)
        return { kind: 'thumbprints', thumbprints: pins };
    return names.length === 0 ? { kind: 'authority', ca } : { kind: 'common names', ca, names };
}
const acceptedAuthorities = 'one or more PEM certificates, or base64 of them';
function parseAuthorities(input, reportProblem) {
    const pasted = readPasted(input);
    if (pasted.kind === 'unsupported') {
        return reportProblem(describeUnsupported('server-ca', pasted, acceptedAuthorities));
    }
    const { certificates, pfx, unusable } = pasted;
    if (pfx !== undefined)
        return reportProblem(`server-ca is base64 of a PFX; it takes ${acceptedAuthorities}.`);
    const otherForms = unusable.filter(({ standsFor }) => standsFor !== 'key');
    if (otherForms.length > 0)
        return reportProblem(describeUnusable('server-ca', otherForms, acceptedAuthorities));
    return certificates.length > 0
        ? certificates.map(String)
        : reportProblem(`server-ca holds a key but no certificate; it takes ${acceptedAuthorities}.`);
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
const thumbprintLabel = /^.*(?:thumbprint|finger ?print|hash|sha-?(?:1|256))[^:=]*[=:]/i;
function normalizeThumbprint(item) {
    return (0,sanitize/* dropInvisible */.Nv)(item)
        .replace(thumbprintLabel, '')
        .replace(/[\s:.\p{Pd}"'`“”‘’[\]{}()]/gu, '')
        .replace(/^0x/i, '')
        .toUpperCase();
}
function parseCommonNames(value, reportProblem) {
    const items = splitList(value);
    const names = items.map((item) => (0,sanitize/* dropInvisible */.Nv)(item).replace(/^["'`“”‘’\s]+|["'`“”‘’\s]+$/g, ''));
    if (items.length === 0 || names.includes('')) {
        return reportProblem((0,input_problems/* wrongValue */.NT)('server-common-names', acceptedNames, value));
    }
    const wrong = items.filter((item) => (0,look_alikes/* lookAlikeDashes */.m)(item) !== undefined);
    for (const item of wrong) {
        reportProblem(`server-common-names must be ${acceptedNames}, but contains ${(0,input_problems/* quote */.hD)(item)}.${(0,input_problems/* lookAlikeNote */.co)(item)}`);
    }
    return wrong.length > 0 ? undefined : names;
}
function splitList(value) {
    return value
        .split(/[,;\r\n]+/)
        .map((item) => item.trim())
        .filter((item) => (0,sanitize/* dropInvisible */.Nv)(item) !== '');
}

;// CONCATENATED MODULE: ./build/action/connection/security.js




const authenticationInputs = [
    'client-certificate',
    'client-key',
    'client-certificate-password',
    'access-token',
];
const serverInputs = ['server-ca', 'server-certificate-thumbprints', 'server-common-names'];
function parseTlsInputs(inputs, { endpoint, redactor, epochMs, reportProblem }) {
    const password = inputs['client-certificate-password'];
    const value = (name) => name === 'client-certificate-password' ? password : trimmed(inputs[name]);
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
function trimmed(value) {
    return (0,sanitize/* dropInvisible */.Nv)(value).trim() === '' ? '' : value.trim();
}
function parseSkipVerify(written, reportProblem) {
    const value = (0,sanitize/* dropInvisible */.Nv)(written).trim().toLowerCase();
    if (!/^(?:true|false)?$/.test(value))
        reportProblem((0,input_problems/* wrongValue */.NT)('tls-skip-verify', 'true or false', written));
    return value === 'true';
}
function reportIgnored(names, reportProblem) {
    if (names.length === 0)
        return;
    reportProblem(`tls-skip-verify must be false when ${(0,input_problems/* joinWithAnd */.Ol)(names)} ${names.length === 1 ? 'is' : 'are'} set, but is true; leave out one or the other.`);
}


/***/ })

};
;