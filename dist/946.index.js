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

// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __webpack_require__(423);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
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
var external_node_tls_ = __webpack_require__(311);
;// CONCATENATED MODULE: ./build/action/connection/client-certificate-problems.js

const acceptedCertificates = 'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX';
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

;// CONCATENATED MODULE: ./build/action/connection/pem.js


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
function parseCertificates(blocks) {
    const certificates = blocks.filter(isCertificate).map(({ pem }) => parseCertificate(pem));
    return certificates.every((each) => each !== undefined) ? certificates : undefined;
}
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
function describeUnsupported(name, { description, remedy }, accepted) {
    return `${name} ${description}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}
function unreadableCertificate(name, accepted) {
    return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}
const pasteAgain = 'Paste it again from its first to its last character.';
const unknownFormat = {
    kind: 'unsupported',
    description: 'is neither PEM nor base64 of a PEM or a PFX',
};
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
const derLength = '(?:80|[0-7].|81..|82.{4}|83.{6})';
const derSequence = (content) => new RegExp(`^30${derLength}(?:${content})`);
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
function normalizeBlock(label, content) {
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
function isCompleteDer(der) {
    const first = der[1] ?? 0;
    if (first < 0x80)
        return der.length >= 2 + first;
    const octets = first - 0x80;
    return (octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets))));
}

;// CONCATENATED MODULE: ./build/action/connection/client-certificate.js





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