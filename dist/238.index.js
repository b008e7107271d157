"use strict";
exports.id = 238;
exports.ids = [238];
exports.modules = {

/***/ 238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSecurity: () => (/* binding */ readSecurity)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: ./build/action/shared/json.js
var json = __webpack_require__(982);
// EXTERNAL MODULE: ./build/action/shared/sanitize.js
var sanitize = __webpack_require__(423);
;// CONCATENATED MODULE: ./build/action/connection/access-token.js
// The Microsoft Entra token: fit to be sent, and what it says of itself.



const howToGet = 'az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one';
/** Reads the token as pasted, with or without `Bearer ` before it. Its characters are those of RFC 6750, section 2.1. */
function readAccessToken(written, reportProblem) {
    const value = written.trim().replace(/^Bearer(?:\s+|$)/i, '');
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
function readClaims(token) {
    const [, payload, signature, ...more] = token.split('.');
    if (payload === undefined || signature === undefined || more.length > 0)
        return {};
    const claims = (0,json/* parseJson */.qF)(external_node_buffer_.Buffer.from(payload, 'base64url').toString());
    const text = (...names) => {
        const value = names.map((name) => (0,json/* member */.Dc)(claims, name)).find((each) => typeof each === 'string');
        return typeof value === 'string' ? (0,sanitize/* sanitize */.aj)(value, 200) : undefined;
    };
    const aud = (0,json/* member */.Dc)(claims, 'aud');
    const several = (0,json/* elements */.Yt)(aud).filter((each) => typeof each === 'string');
    const audience = several.length > 0 ? (0,sanitize/* sanitize */.aj)(several.join(', '), 200) : text('aud');
    const applicationId = text('appid', 'azp');
    const objectId = text('oid');
    const expiresMs = ((0,json/* wholeNumber */.rD)((0,json/* member */.Dc)(claims, 'exp')) ?? Number.NaN) * 1_000;
    return {
        ...(audience !== undefined && { audience }),
        // Beyond this a number of milliseconds is no date.
        ...(expiresMs <= 8_640_000_000_000_000 && { expiresMs }),
        ...(applicationId !== undefined && { applicationId }),
        ...(objectId !== undefined && { objectId }),
    };
}
/** What to warn of before the token is used. */
function tokenWarnings({ expiresMs }, epochMs) {
    if (expiresMs === undefined || expiresMs > epochMs)
        return [];
    const date = new Date(expiresMs).toISOString();
    return [`access-token ended on ${date}, so the cluster will refuse it; get a new one right before this step.`];
}

;// CONCATENATED MODULE: ./build/action/connection/certificate-info.js

/** Reads what there is to know; nothing is checked. */
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
/** Node writes one attribute a line, and nothing at all for an empty name. */
function distinguishedName(lines) {
    return (0,sanitize/* sanitize */.aj)((lines ?? '').split('\n').join(', '), 200) || 'without a name';
}
/** A certificate in a sentence. */
function named({ subject, thumbprint }) {
    return `${subject}, thumbprint ${thumbprint}`;
}
const warningDays = 14;
const dayMs = 86_400_000;
/** What to warn of before the client certificate is used. */
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
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(311);
;// CONCATENATED MODULE: ./build/action/connection/pem.js
// Certificates and keys as people paste them: PEM, base64 of PEM, base64 of a PFX, or something else that has a name.


/**
 * Tells what was pasted. Line ends may have become blanks or a literal `\n`, or be lost; text around the blocks (`Bag
 * Attributes`, `subject=…`) does not matter, and neither does base64 of base64.
 */
function detectFormat(written) {
    const text = written.replace(/\\+[rn]/g, '\n').trim();
    if (/-BEGIN |-END /.test(text))
        return readPem(text);
    const bare = text.replace(/\s+/g, '');
    const plain = plainForms.find(({ looks }) => looks.test(bare))?.pasted;
    if (plain !== undefined)
        return plain;
    if (!/^[\w+/-]+={0,2}$/.test(bare))
        return nothingKnown;
    const bytes = external_node_buffer_.Buffer.from(bare, 'base64');
    const form = derForms.find(({ starts }) => starts.test(bytes.toString('hex', 0, 40)));
    if (form === undefined)
        return detectFormat(bytes.toString('latin1'));
    if (!isWhole(bytes))
        return { kind: 'unsupported', is: `is base64 of ${form.what}, but not all of it`, remedy: again };
    if (form.what === 'a PFX')
        return { kind: 'pfx', bytes };
    return { kind: 'unsupported', is: `is base64 of ${form.what} in DER form`, remedy: form.remedy };
}
/** Reads an input that holds certificates alone, one or many, as PEM; keys among them are passed over. */
function readCertificates(name, written, reportProblem) {
    const accepted = 'one or more PEM certificates, or base64 of them';
    const source = detectFormat(written);
    if (source.kind === 'unsupported')
        return reportProblem(describeUnsupported(name, source, accepted));
    if (source.kind === 'pfx')
        return reportProblem(`${name} is base64 of a PFX; it takes ${accepted}.`);
    if (!source.blocks.some(isCertificate))
        return reportProblem(`${name} holds a key but no certificate; it takes ${accepted}.`);
    return parseCertificates(source.blocks)?.map(String) ?? reportProblem(unreadable(name, accepted));
}
/** All certificates among the blocks; undefined when one of them is none. */
function parseCertificates(blocks) {
    const certificates = blocks.filter(isCertificate).map(({ pem }) => parseCertificate(pem));
    return certificates.every((each) => each !== undefined) ? certificates : undefined;
}
/** One certificate, PEM or DER; undefined when it is none. */
function parseCertificate(written) {
    try {
        return new external_node_crypto_.X509Certificate(written);
    }
    catch {
        return undefined;
    }
}
function isCertificate({ label }) {
    return label === 'CERTIFICATE';
}
/** What to say of an input that holds something else. */
function describeUnsupported(name, { is, remedy }, accepted) {
    return `${name} ${is}; it takes ${accepted}.${remedy === undefined ? '' : ` ${remedy}`}`;
}
/** What to say of an input with a certificate that is none. */
function unreadable(name, accepted) {
    return `${name} holds a certificate that cannot be read, so it is damaged; it takes ${accepted}.`;
}
const again = 'Paste it again from its first to its last character.';
const nothingKnown = { kind: 'unsupported', is: 'is neither PEM nor base64 of a PEM or a PFX' };
const plainForms = [
    {
        looks: /^.{1,250}\.(?:pem|crt|cer|der|key|pfx|p12)$/i,
        pasted: { kind: 'unsupported', is: 'is the name of a file', remedy: 'Give what is in the file.' },
    },
    {
        looks: /^(?:[\da-f]{2}[:-]?){19}[\da-f]{2}$/i,
        pasted: { kind: 'unsupported', is: 'is a thumbprint', remedy: 'Give the certificate itself.' },
    },
];
const publicKey = 'A public key proves nothing: give the private key that was made together with it.';
const request = 'Give the certificate that the authority made of that request.';
/** What a PEM may hold instead of certificates and private keys. */
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
/** Length octets of any DER value, in hex. */
const pem_length = '(?:80|[0-7].|81..|82.{4}|83.{6})';
const starting = (content) => new RegExp(`^30${pem_length}(?:${content})`);
/** How the binary forms start, in hex: the outer SEQUENCE, then what tells one from another. The first that fits counts. */
const derForms = [
    { starts: starting('020103'), what: 'a PFX', remedy: again },
    {
        starts: starting('020100(?:30|02)|020101(?:30|04)'),
        what: 'a private key',
        remedy: 'Convert it: openssl pkey -inform DER -in old.key -out new.pem',
    },
    {
        starts: starting(`30${pem_length}06..2a864886f70d01(?:05|0c)`),
        what: 'an encrypted private key',
        remedy: 'Convert it: openssl pkcs8 -topk8 -inform DER -in old.key -out new.pem',
    },
    {
        starts: starting('06092a864886f70d0107'),
        what: 'a PKCS #7 bundle',
        remedy: 'Convert it: openssl pkcs7 -print_certs -inform DER -in old.p7b -out new.pem',
    },
    { starts: starting(`30${pem_length}06`), what: 'a public key', remedy: publicKey },
    { starts: starting(`30${pem_length}02010030`), what: 'a certificate request', remedy: request },
    {
        starts: starting(`30${pem_length}(?:a003)?02`),
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
            kind: 'unsupported',
            is: 'is a damaged or incomplete PEM',
            remedy: 'Paste it again, from the first BEGIN line to the last END line.',
        };
    }
    if (blocks.length > 0)
        return { kind: 'pem', blocks };
    const known = foreignBlocks.find(({ label }) => label.test(foreign ?? ''));
    return known === undefined ? nothingKnown : { kind: 'unsupported', is: `is ${known.what}`, remedy: known.remedy };
}
/** One block written anew; undefined when it is not all there. */
function readBlock(label, content) {
    // The older way to encrypt a key says how in two headers; a lost line end leaves only the size of the cipher's
    // initial vector to tell where they end.
    const header = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*(?:(AES[\w-]+),([\dA-F]{32})|([\w-]+),([\dA-F]{16}))/i.exec(content);
    const body = content.slice(header?.[0].length ?? 0).replace(/\s+/g, '');
    if (!/^[A-Za-z\d+/]+={0,2}$/.test(body))
        return undefined;
    if (header === null && !isWhole(external_node_buffer_.Buffer.from(body, 'base64')))
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
/** Whether a DER value is as long as it says; one that does not say (BER's indefinite length) is taken as it is. */
function isWhole(der) {
    const first = der[1] ?? 0;
    if (first < 0x80)
        return der.length >= 2 + first;
    const octets = first - 0x80;
    return (octets <= 4 && (octets === 0 || (der.length > 2 + octets && der.length >= 2 + octets + der.readUIntBE(2, octets))));
}

;// CONCATENATED MODULE: ./build/action/connection/client-certificate.js




const certificateForms = 'a PEM certificate with or without its chain and its key, base64 of such a PEM, or base64 of a PFX';
const keyForms = 'a PEM private key, encrypted or not, or base64 of one';
/** Reads a certificate that is there; every problem goes to `reportProblem`, and no line of a secret with it. */
function readClientCertificate(pasted, reportProblem) {
    const source = detectFormat(pasted.certificate);
    if (source.kind === 'pfx') {
        return pasted.key === ''
            ? readPfx(source.bytes, pasted.password, reportProblem)
            : reportProblem('client-key is set although client-certificate is a PFX, which brings its own key; leave client-key empty, or give the certificate as PEM.');
    }
    const blocks = source.kind === 'pem' ? source.blocks : [];
    const certificates = source.kind === 'pem'
        ? readChain(blocks, reportProblem)
        : reportProblem(describeUnsupported('client-certificate', source, certificateForms));
    const keys = pasted.key === '' ? keysBeside(blocks, reportProblem) : keysApart(pasted.key, reportProblem);
    const opened = keys && openKeys(keys, pasted.password, reportProblem);
    return certificates && opened && pair(certificates, opened, pasted.password, reportProblem);
}
function readChain(blocks, reportProblem) {
    if (!blocks.some(isCertificate)) {
        return reportProblem(`client-certificate holds a key but no certificate; it takes ${certificateForms}. A key alone belongs in client-key.`);
    }
    return parseCertificates(blocks) ?? reportProblem(unreadable('client-certificate', certificateForms));
}
function keysBeside(blocks, reportProblem) {
    const keys = blocks.filter((block) => !isCertificate(block));
    if (keys.length > 0)
        return { place: 'the key in client-certificate', blocks: keys };
    // Of what cannot be read at all enough has been said.
    if (blocks.length === 0)
        return undefined;
    return reportProblem('client-certificate holds no private key and client-key is empty; without its key a certificate proves nothing. Set client-key, or put the key into client-certificate.');
}
function keysApart(written, reportProblem) {
    const source = detectFormat(written);
    if (source.kind === 'unsupported')
        return reportProblem(describeUnsupported('client-key', source, keyForms));
    if (source.kind === 'pfx') {
        return reportProblem(`client-key is base64 of a PFX; it takes ${keyForms}. A PFX belongs in client-certificate.`);
    }
    const keys = source.blocks.filter((block) => !isCertificate(block));
    if (keys.length > 0)
        return { place: 'client-key', blocks: keys };
    return reportProblem(`client-key holds a certificate but no key; it takes ${keyForms}. A certificate belongs in client-certificate.`);
}
function openKeys({ place, blocks }, password, reportProblem) {
    const keys = [];
    for (const block of blocks) {
        if (block.encrypted && password === '') {
            return reportProblem(`${place} is encrypted and client-certificate-password is empty; set it to the password of the key.`);
        }
        try {
            keys.push({ place, block, key: (0,external_node_crypto_.createPrivateKey)({ key: block.pem, passphrase: password }) });
        }
        catch (error) {
            if (!block.encrypted)
                return reportProblem(`${place} cannot be read, so it is damaged or no key that TLS knows; the client certificate needs ${keyForms}.`);
            // Not "unsupported" alone: a wrong password that happens to decrypt to something ends in `DECODER::unsupported`.
            if (/digital envelope routines::unsupported/i.test(String(error))) {
                return reportProblem(`${place} is encrypted in an old way that OpenSSL 3 no longer opens. Convert it: openssl pkcs8 -topk8 -provider legacy -provider default -in old.key -out new.pem`);
            }
            return reportProblem(`client-certificate-password does not open ${place}${passwordHint(password)}.`);
        }
    }
    return keys;
}
/** The leaf is the certificate that a key belongs to, wherever it stands; its chain follows in the order of issue. */
function pair(certificates, keys, password, reportProblem) {
    const pairs = keys.flatMap((key) => certificates.map((leaf) => ({ ...key, leaf })));
    const match = pairs.find(({ key, leaf }) => leaf.checkPrivateKey(key));
    if (match === undefined)
        return reportProblem(mismatch(certificates, keys));
    const { leaf, block } = match;
    const tls = {
        cert: chainOf(leaf, certificates).join(''),
        key: block.pem,
        ...(block.encrypted && { passphrase: password }),
    };
    try {
        (0,external_node_tls_.createSecureContext)(tls);
    }
    catch (error) {
        return reportProblem(tooWeak(error));
    }
    return { tls, info: certificateInfo(leaf), passwordNeeded: block.encrypted };
}
function mismatch(certificates, keys) {
    const place = keys[0]?.place ?? 'client-key';
    const [only, ...others] = certificates;
    const whose = only === undefined || others.length > 0
        ? `any of the ${certificates.length} certificates in client-certificate`
        : `the certificate in client-certificate (${named(certificateInfo(only))})`;
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
function readPfx(pfx, password, reportProblem) {
    try {
        const context = (0,external_node_tls_.createSecureContext)({ pfx, passphrase: password }).context;
        const leaf = leafOf(context);
        if (leaf !== undefined)
            return { tls: { pfx, passphrase: password }, info: certificateInfo(leaf), passwordNeeded: true };
        return reportProblem(`client-certificate is a PFX whose certificate cannot be read; it takes ${certificateForms}.`);
    }
    catch (error) {
        return reportProblem(pfxProblem(error, password));
    }
}
/** Node's own way to get at the certificate of a context: DER, on an object without a public type. */
function leafOf(context) {
    if (typeof context !== 'object' || context === null || !('getCertificate' in context))
        return undefined;
    if (typeof context.getCertificate !== 'function')
        return undefined;
    const der = context.getCertificate();
    return der instanceof Uint8Array ? parseCertificate(der) : undefined;
}
/** Only some of these errors have a code, so their words are what can be told apart. */
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
/** Passwords are not trimmed, so what an editor or `echo` left at their end is a part of them. */
function passwordHint(password) {
    return password === password.trim()
        ? ''
        : '; it begins or ends with a blank or a line break, which counts as a part of it';
}

;// CONCATENATED MODULE: ./build/action/connection/credentials.js
// Who we are: the client certificate and the token, checked here, before anything is sent.



/**
 * Reads and checks the credentials; undefined when something was complained of. No complaint and no warning holds a
 * line of a secret.
 */
function readCredentials(inputs, reportProblem, epochMs) {
    let isWrong = false;
    const note = (problem) => {
        isWrong = true;
        return reportProblem(problem);
    };
    const { clientCertificatePassword: password } = inputs;
    const certificate = readCertificateInputs(inputs, note);
    const token = inputs.accessToken === '' ? undefined : readAccessToken(inputs.accessToken, note);
    if (isWrong)
        return undefined;
    return {
        ...(certificate && { tls: certificate.tls, certificate: certificate.info }),
        ...(token && { authorization: `Bearer ${token.value}`, token: token.claims }),
        secrets: [...(certificate ? secretLines(certificate.tls) : []), ...(token ? [token.value] : [])],
        warnings: [
            ...(certificate ? certificateWarnings(certificate.info, epochMs) : []),
            ...(certificate?.passwordNeeded === false && password !== '' ? [needlessPassword] : []),
            ...(token ? tokenWarnings(token.claims, epochMs) : []),
        ],
    };
}
function readCertificateInputs(inputs, reportProblem) {
    const { clientCertificate, clientKey, clientCertificatePassword } = inputs;
    if (clientCertificate !== '') {
        return readClientCertificate({ certificate: clientCertificate, key: clientKey, password: clientCertificatePassword }, reportProblem);
    }
    const set = [
        ...(clientKey === '' ? [] : ['client-key']),
        ...(clientCertificatePassword === '' ? [] : ['client-certificate-password']),
    ];
    for (const name of set) {
        reportProblem(`${name} is set but client-certificate is empty; set both or neither. ` +
            'If the workflow fills client-certificate from a secret, a variable or an expression, that one is not set here.');
    }
    return undefined;
}
const needlessPassword = 'client-certificate-password is set, but the key is not encrypted; the password is not used.';
/** Shorter lines are the end of some base64: they say little, and masking them would blacken half the log. */
const leastMasked = 8;
function secretLines(tls) {
    if ('pfx' in tls)
        return [tls.pfx.toString('base64')];
    return `${tls.key}${tls.cert}`
        .split('\n')
        .filter((line) => line.length >= leastMasked && !line.startsWith('-----') && !/^[\w-]+: /.test(line));
}

// EXTERNAL MODULE: ./build/action/connection/input-problems.js
var input_problems = __webpack_require__(484);
;// CONCATENATED MODULE: ./build/action/connection/server-trust-inputs.js
// Whom the author trusts, parsed and checked. Apart from the judging, which every https endpoint needs: this is loaded
// only where one of the inputs is set.


/** Parses and checks whom the author trusts. Which inputs exclude each other has been settled before. */
function readTrust({ serverCa, thumbprints, commonNames }, reportProblem) {
    const ca = serverCa === '' ? [] : readCertificates('server-ca', serverCa, reportProblem);
    const pins = thumbprints === '' ? [] : readThumbprints(thumbprints, reportProblem);
    const names = listed(commonNames);
    if (commonNames !== '' && names.length === 0)
        reportProblem('server-common-names holds no name.');
    if (ca === undefined || pins === undefined || (commonNames !== '' && names.length === 0))
        return undefined;
    if (pins.length > 0)
        return { kind: 'thumbprints', thumbprints: pins };
    return names.length === 0 ? { kind: 'authority', ca } : { kind: 'common names', ca, names };
}
function readThumbprints(value, reportProblem) {
    const written = listed(value);
    if (written.length === 0)
        return reportProblem('server-certificate-thumbprints holds no thumbprint.');
    const pins = written.map((each) => each
        // As `openssl x509 -fingerprint` prints it, or as certificate dialogs let it be copied, with a mark in front.
        .replace(/^sha-?(?:1|256)\s*(?:fingerprint)?\s*[=:]/i, '')
        .replace(/[\s:\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
        .toUpperCase());
    const wrong = written.filter((_, index) => !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(pins[index] ?? ''));
    for (const each of wrong) {
        reportProblem(`server-certificate-thumbprints holds ${(0,input_problems/* quote */.hD)(each)}, which is no thumbprint: it takes SHA-1 (40 hex digits) or SHA-256 (64), separated by commas or new lines.`);
    }
    return wrong.length > 0 ? undefined : pins;
}
function listed(value) {
    return value
        .split(/[,\r\n]+/)
        .map((each) => each.trim())
        .filter((each) => each !== '');
}

;// CONCATENATED MODULE: ./build/action/connection/security.js
// The TLS and token inputs together: whom to believe, who we are, and which of them exclude each other. Loaded only where
// one of them is set, along with all that reads certificates and keys.



const credentialInputs = [
    'client-certificate',
    'client-key',
    'client-certificate-password',
    'access-token',
];
const serverInputs = ['server-ca', 'server-certificate-thumbprints', 'server-common-names'];
/** Reads and checks them as a whole; undefined when something was complained of, or there is no https endpoint. */
function readSecurity(inputs, beside) {
    const { endpoint, secrets, epochMs, reportProblem } = beside;
    const value = (name) => inputs[name].trim();
    const skip = value('tls-skip-verify') || 'false';
    const skipVerify = /^true$/i.test(skip);
    if (!/^(?:true|false)$/i.test(skip))
        reportProblem(`tls-skip-verify is ${(0,input_problems/* quote */.hD)(skip)}; it takes true or false.`);
    const password = inputs['client-certificate-password'];
    const own = credentialInputs.filter((name) => (name === 'client-certificate-password' ? password : value(name)) !== '');
    const server = serverInputs.filter((name) => value(name) !== '');
    const set = [...own, ...server, ...(skipVerify ? ['tls-skip-verify'] : [])];
    if (endpoint?.secure === false && set.length > 0) {
        return reportProblem(`${(0,input_problems/* listed */.KE)(set)} ${set.length === 1 ? 'needs' : 'need'} TLS, but the endpoint begins with http://; write https:// or leave it out.`);
    }
    if (skipVerify && server.length > 0) {
        reportProblem(`tls-skip-verify is true, so that ${(0,input_problems/* listed */.KE)(server)} would not be looked at; leave out one or the other.`);
    }
    const [thumbprints, commonNames] = [value('server-certificate-thumbprints'), value('server-common-names')];
    if (thumbprints !== '' && commonNames !== '') {
        reportProblem('server-certificate-thumbprints and server-common-names exclude each other: a pinned certificate may have any name; leave one out.');
    }
    const written = {
        clientCertificate: value('client-certificate'),
        clientKey: value('client-key'),
        clientCertificatePassword: password,
        accessToken: value('access-token'),
    };
    const credentials = readCredentials(written, reportProblem, epochMs);
    secrets.add(...(credentials?.secrets ?? []));
    const trust = skipVerify
        ? { kind: 'insecure' }
        : readTrust({ serverCa: value('server-ca'), thumbprints, commonNames }, reportProblem);
    return endpoint?.secure && trust && credentials ? { trust, credentials } : undefined;
}


/***/ })

};
;