"use strict";
exports.id = 420;
exports.ids = [420];
exports.modules = {

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readCredentials: () => (/* binding */ readCredentials)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: ./build/src/foreign-text.js
var foreign_text = __webpack_require__(153);
// EXTERNAL MODULE: ./build/src/json.js
var json = __webpack_require__(715);
;// CONCATENATED MODULE: ./build/src/access-token.js



const howToGet = 'az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one';
function readAccessToken(written, complain) {
    const value = written.trim().replace(/^Bearer(?:\s+|$)/i, '');
    const reject = (reason) => complain(`access-token ${reason}; it takes a Microsoft Entra token alone (${howToGet}).`);
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
function readClaims(token) {
    const [, payload, signature, ...more] = token.split('.');
    if (payload === undefined || signature === undefined || more.length > 0)
        return {};
    const claims = (0,json/* parseJson */.qF)(external_node_buffer_.Buffer.from(payload, 'base64url').toString());
    const text = (...names) => {
        const value = names.map((name) => (0,json/* member */.Dc)(claims, name)).find((each) => typeof each === 'string');
        return typeof value === 'string' ? (0,foreign_text/* oneLine */.TN)(value, 200) : undefined;
    };
    const aud = (0,json/* member */.Dc)(claims, 'aud');
    const several = (0,json/* elements */.Yt)(aud).filter((each) => typeof each === 'string');
    const audience = several.length > 0 ? (0,foreign_text/* oneLine */.TN)(several.join(', '), 200) : text('aud');
    const applicationId = text('appid', 'azp');
    const objectId = text('oid');
    const expiresMs = ((0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(claims, 'exp')) ?? Number.NaN) * 1_000;
    return {
        ...(audience !== undefined && { audience }),
        ...(expiresMs <= 8_640_000_000_000_000 && { expiresMs }),
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

;// CONCATENATED MODULE: ./build/src/certificate-facts.js

function factsOf(certificate) {
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
    return (0,foreign_text/* oneLine */.TN)((lines ?? '').split('\n').join(', '), 200) || 'without a name';
}
function named({ subject, thumbprint }) {
    return `${subject}, thumbprint ${thumbprint}`;
}
const warningDays = 14;
const dayMs = 86_400_000;
function certificateWarnings(facts, epochMs) {
    const { notBeforeMs, notAfterMs } = facts;
    const warn = (rest) => [`client-certificate (${named(facts)}) ${rest}`];
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
// EXTERNAL MODULE: external "./tls.cjs"
var external_tls_cjs_ = __webpack_require__(845);
// EXTERNAL MODULE: ./build/src/pem.js
var pem = __webpack_require__(96);
;// CONCATENATED MODULE: ./build/src/client-certificate.js




const certificateForms = 'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX';
const keyForms = 'a PEM private key, encrypted or not, or base64 of one';
function readClientCertificate(pasted, complain) {
    const source = (0,pem/* readPasted */.aQ)(pasted.certificate);
    if (source.kind === 'pfx') {
        return pasted.key === ''
            ? readPfx(source.bytes, pasted.password, complain)
            : complain('client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.');
    }
    const blocks = source.kind === 'pem' ? source.blocks : [];
    const certificates = source.kind === 'pem'
        ? readChain(blocks, complain)
        : complain((0,pem/* misfit */.hH)('client-certificate', source, certificateForms));
    const keys = pasted.key === '' ? keysBeside(blocks, complain) : keysApart(pasted.key, complain);
    const opened = keys && openKeys(keys, pasted.password, complain);
    return certificates && opened && pair(certificates, opened, pasted.password, complain);
}
function readChain(blocks, complain) {
    if (!blocks.some(pem/* isCertificate */.Yn)) {
        return complain(`client-certificate holds a key but no certificate; it takes ${certificateForms}. A key alone belongs in client-key.`);
    }
    return (0,pem/* parseCertificates */.WW)(blocks) ?? complain((0,pem/* unreadable */.O$)('client-certificate', certificateForms));
}
function keysBeside(blocks, complain) {
    const keys = blocks.filter((block) => !(0,pem/* isCertificate */.Yn)(block));
    if (keys.length > 0)
        return { place: 'the key in client-certificate', blocks: keys };
    if (blocks.length === 0)
        return undefined;
    return complain('client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.');
}
function keysApart(written, complain) {
    const source = (0,pem/* readPasted */.aQ)(written);
    if (source.kind === 'misfit')
        return complain((0,pem/* misfit */.hH)('client-key', source, keyForms));
    if (source.kind === 'pfx') {
        return complain(`client-key is base64 of a PFX; it takes ${keyForms}. A PFX belongs in client-certificate.`);
    }
    const keys = source.blocks.filter((block) => !(0,pem/* isCertificate */.Yn)(block));
    if (keys.length > 0)
        return { place: 'client-key', blocks: keys };
    return complain(`client-key holds a certificate but no key; it takes ${keyForms}. A certificate belongs in client-certificate.`);
}
function openKeys({ place, blocks }, password, complain) {
    const keys = [];
    for (const block of blocks) {
        if (block.encrypted && password === '') {
            return complain(`${place} is encrypted and client-certificate-password is empty; set it to the password of the key.`);
        }
        try {
            keys.push({ place, block, key: (0,external_node_crypto_.createPrivateKey)({ key: block.pem, passphrase: password }) });
        }
        catch (error) {
            if (!block.encrypted)
                return complain(`${place} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${keyForms}.`);
            if (/digital envelope routines::unsupported/i.test(String(error))) {
                return complain(`${place} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`);
            }
            return complain(`client-certificate-password does not open ${place}${passwordHint(password)}.`);
        }
    }
    return keys;
}
function pair(certificates, keys, password, complain) {
    const pairs = keys.flatMap((key) => certificates.map((leaf) => ({ ...key, leaf })));
    const match = pairs.find(({ key, leaf }) => leaf.checkPrivateKey(key));
    if (match === undefined)
        return complain(mismatch(certificates, keys));
    const { leaf, block } = match;
    const tls = {
        cert: chainOf(leaf, certificates).join(''),
        key: block.pem,
        ...(block.encrypted && { passphrase: password }),
    };
    try {
        (0,external_tls_cjs_.createSecureContext)(tls);
    }
    catch (error) {
        return complain(tooWeak(error));
    }
    return { tls, facts: factsOf(leaf), passwordNeeded: block.encrypted };
}
function mismatch(certificates, keys) {
    const place = keys[0]?.place ?? 'client-key';
    const [only, ...others] = certificates;
    const whose = only === undefined || others.length > 0
        ? `any of the ${certificates.length} certificates in client-certificate`
        : `the certificate in client-certificate (${named(factsOf(only))})`;
    return `${place} does not belong to ${whose}; give the private key that was made together with the certificate.`;
}
function chainOf(leaf, certificates) {
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
function readPfx(pfx, password, complain) {
    try {
        const context = (0,external_tls_cjs_.createSecureContext)({ pfx, passphrase: password }).context;
        const leaf = leafOf(context);
        if (leaf !== undefined)
            return { tls: { pfx, passphrase: password }, facts: factsOf(leaf), passwordNeeded: true };
        return complain(`client-certificate is a PFX whose certificate cannot be read; it takes ${certificateForms}.`);
    }
    catch (error) {
        return complain(pfxProblem(error, password));
    }
}
function leafOf(context) {
    if (typeof context !== 'object' || context === null || !('getCertificate' in context))
        return undefined;
    if (typeof context.getCertificate !== 'function')
        return undefined;
    const der = context.getCertificate();
    return der instanceof Uint8Array ? (0,pem/* parseCertificate */.hB)(der) : undefined;
}
function pfxProblem(error, password) {
    const said = String(error);
    const convert = 'openssl pkcs12 -legacy -aes256 -in old.pfx -out new.pem';
    if (/mac verify failure|bad decrypt/i.test(said)) {
        return password === ''
            ? 'client-certificate is a PFX with a password, and client-certificate-password is empty; set it to the password of the PFX.'
            : `client-certificate-password does not open the PFX in client-certificate${passwordHint(password)}. A PFX from Azure Key Vault has an empty password.`;
    }
    if (/unsupported/i.test(said)) {
        return `client-certificate is a PFX encrypted in an old way (RC2) that OpenSSL 3 no longer opens. Convert it, and give the new file: ${convert}`;
    }
    if (/mac absent/i.test(said)) {
        return `client-certificate is a PFX without an integrity check (MAC), which Node.js ${process.versions.node} does not open. Convert it, and give the new file: ${convert}`;
    }
    if (/load private key/i.test(said)) {
        return 'client-certificate is a PFX without a private key; export it again together with its key.';
    }
    if (/load certificate/i.test(said)) {
        return 'client-certificate is a PFX without a certificate that belongs to its key; export it again together with its certificate.';
    }
    if (/too (?:small|weak)/i.test(said))
        return tooWeak(error);
    return 'client-certificate is a PFX that cannot be read, so it is damaged; encode the file as base64 again, and paste all of it.';
}
function tooWeak(error) {
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

;// CONCATENATED MODULE: ./build/src/credentials.js



function readCredentials(inputs, complain, epochMs) {
    let isWrong = false;
    const note = (problem) => {
        isWrong = true;
        return complain(problem);
    };
    const { clientCertificatePassword: password } = inputs;
    const certificate = readCertificateInputs(inputs, note);
    const token = inputs.accessToken === '' ? undefined : readAccessToken(inputs.accessToken, note);
    if (isWrong)
        return undefined;
    return {
        ...(certificate && { tls: certificate.tls, certificate: certificate.facts }),
        ...(token && { authorization: `Bearer ${token.value}`, token: token.claims }),
        secrets: [...(certificate ? secretLines(certificate.tls) : []), ...(token ? [token.value] : [])],
        warnings: [
            ...(certificate ? certificateWarnings(certificate.facts, epochMs) : []),
            ...(certificate?.passwordNeeded === false && password !== '' ? [needlessPassword] : []),
            ...(token ? tokenWarnings(token.claims, epochMs) : []),
        ],
    };
}
function readCertificateInputs(inputs, complain) {
    const { clientCertificate, clientKey, clientCertificatePassword } = inputs;
    if (clientCertificate !== '') {
        return readClientCertificate({ certificate: clientCertificate, key: clientKey, password: clientCertificatePassword }, complain);
    }
    const set = [
        ...(clientKey === '' ? [] : ['client-key']),
        ...(clientCertificatePassword === '' ? [] : ['client-certificate-password']),
    ];
    for (const name of set) {
        complain(`${name} is set but client-certificate is empty; set both or neither. ` +
            'If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.');
    }
    return undefined;
}
const needlessPassword = 'client-certificate-password is set, but the key is not encrypted; the password is not used.';
const leastMasked = 8;
function secretLines(tls) {
    if ('pfx' in tls)
        return [tls.pfx.toString('base64')];
    return `${tls.key}${tls.cert}`
        .split('\n')
        .filter((line) => line.length >= leastMasked && !line.startsWith('-----') && !/^[\w-]+: /.test(line));
}


/***/ }),

/***/ 96:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   WW: () => (/* binding */ parseCertificates),
/* harmony export */   Yn: () => (/* binding */ isCertificate),
/* harmony export */   aQ: () => (/* binding */ readPasted),
/* harmony export */   hB: () => (/* binding */ parseCertificate),
/* harmony export */   hH: () => (/* binding */ misfit),
/* harmony export */   jZ: () => (/* binding */ readCertificates)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(573);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(598);


function readPasted(written) {
    const text = written.replace(/\\+[rn]/g, '\n').trim();
    if (/-BEGIN |-END /.test(text))
        return readPem(text);
    const bare = text.replace(/\s+/g, '');
    const plain = plainForms.find(({ looks }) => looks.test(bare))?.pasted;
    if (plain !== undefined)
        return plain;
    if (!/^[\w+/-]+={0,2}$/.test(bare))
        return nothingKnown;
    const bytes = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(bare, 'base64');
    const form = derForms.find(({ starts }) => starts.test(bytes.toString('hex', 0, 40)));
    if (form === undefined)
        return readPasted(bytes.toString('latin1'));
    if (!isWhole(bytes))
        return { kind: 'misfit', is: `is base64 of ${form.what}, but not all of it`, remedy: again };
    if (form.what === 'a PFX')
        return { kind: 'pfx', bytes };
    return { kind: 'misfit', is: `is base64 of ${form.what} in DER form`, remedy: form.remedy };
}
function readCertificates(name, written, complain) {
    const accepted = 'one or more PEM certificates, or base64 of them';
    const source = readPasted(written);
    if (source.kind === 'misfit')
        return complain(misfit(name, source, accepted));
    if (source.kind === 'pfx')
        return complain(`${name} is base64 of a PFX; it takes ${accepted}.`);
    if (!source.blocks.some(isCertificate))
        return complain(`${name} holds a key but no certificate; it takes ${accepted}.`);
    return parseCertificates(source.blocks)?.map(String) ?? complain(unreadable(name, accepted));
}
function parseCertificates(blocks) {
    const certificates = blocks.filter(isCertificate).map(({ pem }) => parseCertificate(pem));
    return certificates.every((each) => each !== undefined) ? certificates : undefined;
}
function parseCertificate(written) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_1__.X509Certificate(written);
    }
    catch {
        return undefined;
    }
}
function isCertificate({ label }) {
    return label === 'CERTIFICATE';
}
function misfit(name, { is, remedy }, accepted) {
    return `${name} ${is}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}
function unreadable(name, accepted) {
    return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}
const again = 'Paste it again from its first to its last character.';
const nothingKnown = { kind: 'misfit', is: 'is neither PEM nor base64 of a PEM or a PFX' };
const plainForms = [
    {
        looks: /^.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
        pasted: { kind: 'misfit', is: 'is the name of a file', remedy: 'Give what is in the file.' },
    },
    {
        looks: /^(?:[\da-f]{2}[:-]?){19}[\da-f]{2}$/i,
        pasted: { kind: 'misfit', is: 'is a thumbprint', remedy: 'Give the certificate itself.' },
    },
];
const publicKey = 'A public key proves nothing: give the private key that was made together with it.';
const request = 'Give the certificate that the authority made of that request.';
const foreignBlocks = [
    { label: /^(?:RSA )?PUBLIC KEY$/, what: 'a public key', remedy: publicKey },
    { label: /^(?:NEW )?CERTIFICATE REQUEST$/, what: 'a certificate request', remedy: request },
    {
        label: /^(?:PKCS7|CMS)$/,
        what: 'a PKCS #7 bundle',
        remedy: 'Convert it: openssl pkcs7 -print_certs -in old.p7b -out new.pem',
    },
    {
        label: /^TRUSTED CERTIFICATE$/,
        what: 'a certificate in a form of OpenSSL alone',
        remedy: 'Convert it: openssl x509 -in old.pem -out new.pem',
    },
    {
        label: /^OPENSSH PRIVATE KEY$/,
        what: 'an OpenSSH key',
        remedy: 'Give the key that belongs to the certificate; ssh-keygen -p -m PKCS8 -f old.key converts one.',
    },
];
const length = '(?:80|[0-7].|81..|82.{4}|83.{6})';
const starting = (content) => new RegExp(`^30${length}(?:${content})`);
const derForms = [
    { starts: starting('020103'), what: 'a PFX', remedy: again },
    {
        starts: starting('020100(?:30|02)|020101(?:30|04)'),
        what: 'a private key',
        remedy: 'Convert it: openssl pkey -inform DER -in old.key -out new.pem',
    },
    {
        starts: starting(`30${length}06..2a864886f70d01(?:05|0c)`),
        what: 'an encrypted private key',
        remedy: 'Convert it: openssl pkcs8 -topk8 -inform DER -in old.key -out new.pem',
    },
    {
        starts: starting('06092a864886f70d0107'),
        what: 'a PKCS #7 bundle',
        remedy: 'Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem',
    },
    { starts: starting(`30${length}06`), what: 'a public key', remedy: publicKey },
    { starts: starting(`30${length}02010030`), what: 'a certificate request', remedy: request },
    {
        starts: starting(`30${length}(?:a003)?02`),
        what: 'a certificate',
        remedy: 'Convert it: openssl x509 -inform DER -in old.cer -out new.pem',
    },
];
function readPem(text) {
    const blocks = [];
    let isDamaged = false;
    let foreign;
    const around = text.replace(/-----BEGIN ([A-Z\d ]+)-----(.*?)-----END \1-----/gs, (_, label, body) => {
        if (/^(?:X509 )?CERTIFICATE$|^(?:RSA |EC |ENCRYPTED )?PRIVATE KEY$/.test(label)) {
            const block = readBlock(label.replace('X509 ', ''), body);
            if (block === undefined)
                isDamaged = true;
            else
                blocks.push(block);
        }
        else if (!/ PARAMETERS$/.test(label))
            foreign ??= label;
        return '\n';
    });
    if (isDamaged || /-BEGIN |-END /.test(around)) {
        return {
            kind: 'misfit',
            is: 'is a damaged or incomplete PEM',
            remedy: 'Paste it again, from the first BEGIN line to the last END line.',
        };
    }
    if (blocks.length > 0)
        return { kind: 'pem', blocks };
    const known = foreignBlocks.find(({ label }) => label.test(foreign ?? ''));
    return known === undefined ? nothingKnown : { kind: 'misfit', is: `is ${known.what}`, remedy: known.remedy };
}
function readBlock(label, content) {
    const header = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(content);
    const body = content.slice(header?.[0].length ?? 0).replace(/\s+/g, '');
    if (!/^[A-Za-z\d+/]+={0,2}$/.test(body))
        return undefined;
    if (header === null && !isWhole(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(body, 'base64')))
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
function isWhole(der) {
    const first = der[1] ?? 0;
    if (first < 0x80)
        return der.length >= 2 + first;
    const octets = first - 0x80;
    return (octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets))));
}


/***/ })

};
;