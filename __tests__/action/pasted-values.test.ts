// Values as people paste them, given to the committed bundle: what it accepts, corrects and names, and that it shows no secret.
import { expect, it } from 'vitest';
import { describeWith } from '../peers/programs.js';
import { clientIdentity, serverIdentity, thumbprints } from '../support/certificates.js';
import { type Answer, type CommitServer, done, startCommitServer } from '../support/commit-server.js';
import { keyFile, pfxFile } from '../support/key-files.js';
import { withOpenssl } from '../support/openssl.js';
import { binarySpellings, pemSpellings, textSpellings } from '../support/pasted-forms.js';
import { type Run, runAction } from '../support/run-action.js';
import { annotation, commands, unescapeCommand, warnings, writtenText } from '../support/run-report.js';

const SESSION = '0a1b2c3d-0000-4000-8000-00000000000a';
const PASSWORD = 'Zx9+qLw7!vB3 #k';
const jwt = `${['{"alg":"RS256"}', '{"aud":"cluster","exp":4102444800}', 'signature of it'].map((part) => Buffer.from(part).toString('base64url')).join('.')}`;
const debugging = { RUNNER_DEBUG: '1' };

/** The values that the runner is told to mask. */
function masksOf(run: Run): readonly string[] {
  const prefix = '::add-mask::';
  const masking = commands(run).filter((line) => line.startsWith(prefix));
  return masking.map((line) => unescapeCommand(line.slice(prefix.length)));
}

/** The pieces of eight characters of a secret that are in a text, whatever blanks or controls stand between them. */
function shownPieces(text: string, secret: string): readonly string[] {
  const [where, what] = [text, secret].map((each) => each.replace(/%0A|%0D|[\s\p{Cc}\p{Cf}]/gu, ''));
  const pieces = Array.from({ length: Math.max(0, (what ?? '').length - 7) }, (_, at) => what?.slice(at, at + 8) ?? '');
  return pieces.filter((piece) => where?.includes(piece) || text.includes(piece));
}

/** A server that refuses every commit and sends these texts back, in every way that could slip through. */
function refusingWith(...secrets: readonly string[]): Answer {
  const halves = (text: string, separator: string): string => {
    const middle = Math.floor(text.length / 2);
    return `${text.slice(0, middle)}${separator}${text.slice(middle)}`;
  };
  const message = secrets.flatMap((each) => [each, halves(each, '\0'), halves(each, '\n'), halves(each, '\u200B')]);
  const body = JSON.stringify({ Error: { Code: 'E_FAIL', Message: message.join(' | ').slice(0, 60_000) } });
  return (response) => response.writeHead(409, { 'Content-Length': Buffer.byteLength(body) }).end(body);
}

const startTlsServer = (answer: Answer = done): Promise<CommitServer> =>
  startCommitServer(answer, serverIdentity('selfSigned'));

describeWith(['openssl'], 'a certificate as it is stored', () => {
  const rsa = clientIdentity('rsa');
  const together = `${rsa.certificate}${rsa.key}`;
  const pfx = pfxFile(rsa, 'modern', PASSWORD);
  const encrypted = keyFile(rsa, 'traditional', PASSWORD);
  const base64Of = (pem: string): string => pem.replace(/-----.*-----|^[\w-]+: .*$|\s/gm, '');
  const secretsOfPem = [base64Of(rsa.certificate), base64Of(rsa.key)];

  const printed = `Bag Attributes\n    friendlyName: deployer\n${withOpenssl(({ run, write }) => {
    write('c', rsa.certificate);
    return run('x509', '-in', 'c', '-text').toString();
  })}`;
  /** What may be shown of these inputs: what openssl prints in words, and the lines around base64 in every spelling. */
  const publicText = [
    printed.replace(/(?<=BEGIN CERTIFICATE-----)[\s\S]*/, ''),
    ...[...textSpellings, ...pemSpellings].map(([, spell]) =>
      spell(
        '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n',
      ),
    ),
    '-----END PFX-----BEGIN PFX-----END PKCS12-----BEGIN PKCS12----- data:application/x-pkcs12;base64,',
    '-----BEGIN RSA PRIVATE KEY-----Proc-Type: 4,ENCRYPTEDDEK-Info: AES-256-CBC,-----END RSA PRIVATE KEY-----',
  ]
    .join('')
    .replace(/%0A|%0D|[\s\p{Cc}\p{Cf}]/gu, '');

  const spelled: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ...[...textSpellings, ...pemSpellings].map(
      ([name, spell]) => [`PEM ${name}`, { 'client-certificate': spell(together) }, secretsOfPem] as const,
    ),
    ...binarySpellings.map(
      ([name, spell]) =>
        [
          `PFX ${name}`,
          { 'client-certificate': spell(pfx), 'client-certificate-password': PASSWORD },
          [pfx.toString('base64'), PASSWORD],
        ] as const,
    ),
    [
      'PEM with everything that openssl prints, and an encrypted key',
      {
        'client-certificate': printed,
        'client-key': encrypted,
        'client-certificate-password': PASSWORD,
      },
      [base64Of(rsa.certificate), base64Of(encrypted), PASSWORD],
    ],
  ];

  it.each(spelled)('is used, masked, and not shown when it is sent back in pieces: %s', async (_, inputs, secrets) => {
    const given = { ...inputs, 'access-token': `Bearer ${jwt}` };
    const hidden = [...secrets, jwt, ...Object.values(inputs)];
    const server = await startTlsServer(refusingWith(jwt, ...secrets, ...Object.values(inputs)));
    const addressed = { endpoint: server.url, 'session-id': SESSION, 'tls-skip-verify': 'true' };
    const run = await runAction({ ...addressed, ...given }, debugging);
    expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': 'E_FAIL' });
    expect(run.stdout).toContain('Client certificate CN=client rsa, thumbprint');
    expect(server.commits).toEqual([SESSION]);

    const shown = hidden.flatMap((secret) => shownPieces(writtenText(run), secret));
    expect(shown.filter((piece) => !publicText.includes(piece))).toEqual([]);
    const harmless =
      /^[{}[\]\s"',:]*$|BEGIN|END [A-Z]|Data:|Bag Attr|friendlyName|Version|Signature|Proc-Type|DEK-Info/;
    expect(masksOf(run).filter((mask) => harmless.test(mask) || mask.length < 8)).toEqual([]);
  });

  const request = withOpenssl(({ run, write }) => {
    write('k', rsa.key);
    return run('req', '-new', '-subj', '/CN=me', '-key', 'k').toString();
  });
  const pkcs7 = withOpenssl(({ run, write }) => {
    write('c', rsa.certificate);
    return run('crl2pkcs7', '-nocrl', '-certfile', 'c').toString();
  });
  const trusted = withOpenssl(({ run, write }) => {
    write('c', rsa.certificate);
    return run('x509', '-trustout', '-in', 'c').toString();
  });
  const sshKey = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n';
  it.each([
    ['a certificate request', request + rsa.key, 'Give the certificate that the authority made of that request.'],
    ['a PKCS #7 bundle', rsa.key + pkcs7, 'openssl pkcs7 -print_certs -in old.p7b -out new.pem'],
    ['a TRUSTED CERTIFICATE', trusted + rsa.key, 'openssl x509 -in old.pem -out new.pem'],
    ['an OpenSSH key', rsa.certificate + sshKey, 'ssh-keygen -p -m PKCS8 -f old.key converts one.'],
  ])(
    'beside %s in place of what is missing is refused with one problem, which names that',
    async (name, pasted, remedy) => {
      const run = await runAction({
        endpoint: 'https://cluster.example:19080',
        'session-id': SESSION,
        'client-certificate': pasted,
      });
      expect(run.outputs).toMatchObject({ result: 'failed', 'error-code': 'INVALID_INPUT', attempts: '0' });
      expect(annotation(run)).toContain(`client-certificate contains ${name}`);
      expect(annotation(run)).toContain(remedy);
      // Several problems would be a list.
      expect(annotation(run)).not.toMatch(/^- /m);
    },
  );

  it('beside something that is not needed is used, and a warning names that', async () => {
    const server = await startTlsServer();
    const inputs = { endpoint: server.url, 'session-id': SESSION, 'tls-skip-verify': 'true' };
    const run = await runAction({ ...inputs, 'client-certificate': `${request}${together}` });
    expect(run.exitCode).toBe(0);
    expect(warnings(run)).toContain('client-certificate also contains a certificate request, which is not used.');
  });
});

describeWith(['openssl'], 'an access token', () => {
  const answer = JSON.stringify(
    { accessToken: jwt, expiresOn: '2026-11-27 10:53:58', tokenType: 'Bearer' },
    undefined,
    2,
  );
  it.each([
    ['System.Security.SecureString', 'is System.Security.SecureString'],
    ['null', 'is the word for a value that is missing'],
    [`ghs_${'a1B2'.repeat(9)}`, 'is a GitHub token'],
    [Buffer.from(jwt).toString('base64'), 'is base64 of a token; decode it first'],
    [answer, 'is the JSON that a token comes in; give its member alone, with --query accessToken --output tsv'],
    [jwt.slice(0, 30), 'is a part of a token'],
  ])('that is none is refused, named and not shown: %s', async (token, description) => {
    const server = await startTlsServer();
    const inputs = { endpoint: server.url, 'session-id': SESSION, 'tls-skip-verify': 'true', 'access-token': token };
    const run = await runAction(inputs, debugging);
    expect(annotation(run)).toContain(`access-token ${description}`);
    expect(server.connections).toBe(0);
    if (/\d/.test(token))
      expect(shownPieces(writtenText(run), token).filter((piece) => !description.includes(piece))).toEqual([]);
    expect(masksOf(run).filter((mask) => /^[{}\s]*$|null|System|expiresOn|tokenType/.test(mask))).toEqual([]);
  });

  it.each([
    ['in quotation marks', `"${jwt}"`],
    ['wrapped in lines', jwt.replace(/.{20}/g, '$&\n')],
    ['with an invisible character', `\uFEFF${jwt}\u200B`],
    ['as a header', `Authorization: Bearer ${jwt}`],
  ])('is accepted %s', async (_, token) => {
    const server = await startTlsServer();
    const inputs = { endpoint: server.url, 'session-id': SESSION, 'tls-skip-verify': 'true', 'access-token': token };
    expect(await runAction(inputs)).toMatchObject({ exitCode: 0 });
  });
});

describeWith(['openssl'], 'a thumbprint', () => {
  const { sha1, sha256 } = thumbprints(serverIdentity('selfSigned').certificate);
  const pairs = (print: string, separator: string): string => (print.match(/../g) ?? []).join(separator);
  const other = 'AB'.repeat(20);
  it.each([
    ['as BitConverter writes it', pairs(sha1, '-')],
    ['as certutil prints it', `Cert Hash(sha1): ${sha1.toLowerCase()}`],
    ['as certutil prints the longer one', `Cert Hash(sha256): ${sha256.toLowerCase()}`],
    ['as openssl prints it', `sha256 Fingerprint=${pairs(sha256, ':')}`],
    ['in quotation marks', `"${sha1}"`],
    ['after another one and a semicolon', `${other};${sha1}`],
    ['as the Windows dialog copies it', `\u200E${pairs(sha1.toLowerCase(), ' ')}`],
    ['with a zero-width space', `${sha1.slice(0, 10)}\u200B${sha1.slice(10)}`],
  ])('is accepted %s', async (_, written) => {
    const server = await startTlsServer();
    const inputs = { endpoint: server.url, 'session-id': SESSION, 'server-certificate-thumbprints': written };
    expect(await runAction(inputs)).toMatchObject({ exitCode: 0, outputs: { result: 'committed' } });
    expect(server.commits).toEqual([SESSION]);
  });
});

describeWith([], 'an endpoint', () => {
  it.each([
    ['in quotation marks', (url: string) => `"${url}"`],
    ['in single quotation marks', (url: string) => `'${url}/'`],
    ['in angle brackets', (url: string) => `<${url}>`],
    ['with a zero-width space', (url: string) => `${url}\u200B`],
    ['after a byte order mark', (url: string) => `\uFEFF${url}`],
  ])('is accepted %s', async (_, spell) => {
    const server = await startCommitServer(done);
    expect(await runAction({ endpoint: spell(server.url), 'session-id': SESSION })).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['/ImageStore', 'leads to a resource of the gateway (/ImageStore)'],
    ['/ImageStore/$/CommitUploadSession?api-version=6.0', 'leads to a resource of the gateway (/ImageStore)'],
    ['/Nodes/_Node_0?api-version=6.0', 'leads to a resource of the gateway (/Nodes)'],
    ['/$/GetClusterHealth', 'leads to a resource of the gateway (/$)'],
    ['/Applications', 'leads to a resource of the gateway (/Applications)'],
    ['/Explorer/index.html#/', 'is the address of Service Fabric Explorer'],
    ['?api-version=6.0', 'has a query'],
    ['/#top', 'has a fragment'],
  ])('with %s is refused, and the corrected value works', async (path, reason) => {
    const server = await startCommitServer(done);
    const refused = await runAction({ endpoint: `"${server.url}${path}"`, 'session-id': SESSION });
    expect(annotation(refused)).toContain(`endpoint "${server.url}${path}" ${reason}`);
    const corrected = /; write (\S+?)\.(?:\s|$)/.exec(annotation(refused))?.[1] ?? '';
    expect(await runAction({ endpoint: corrected, 'session-id': SESSION })).toMatchObject({ exitCode: 0 });
    expect(server.commits).toEqual([SESSION]);
  });

  it.each([
    ['***', 'is or contains a masked value'],
    ['https://***:19080', 'is or contains a masked value'],
    ['fabric:/MyApplication', 'is the name of an application or service in the cluster'],
    ['$ENDPOINT', 'contains a placeholder, a variable or an expression'],
    ['ssh://cluster.example', 'has the scheme ssh'],
  ])('such as %s is refused without a correction', async (endpoint, reason) => {
    const run = await runAction({ endpoint, 'session-id': SESSION });
    expect(annotation(run)).toContain(`but "${endpoint}" ${reason}`);
    expect(annotation(run)).not.toContain('; write ');
  });
});

describeWith([], 'an invisible character', () => {
  it.each([
    ['timeout', { timeout: '60\u200B' }],
    ['max-attempts', { 'max-attempts': '\uFEFF3' }],
    ['concurrency', { concurrency: '\u200E2\u200F' }],
    ['session-id', { 'session-id': `\u2060${SESSION}\u00AD` }],
    ['tls-skip-verify', { 'tls-skip-verify': 'false\u200B' }],
  ])('is dropped from %s', async (_, changed) => {
    const server = await startCommitServer(done);
    expect(await runAction({ endpoint: server.url, 'session-id': SESSION, ...changed })).toMatchObject({ exitCode: 0 });
    expect(server.commits).toEqual([SESSION]);
  });

  it('is shown where the value is wrong without it too, and a dash is named that only looks like one', async () => {
    const run = await runAction({
      endpoint: 'https://my\u2013cluster.example\u200B',
      'session-id': SESSION.replaceAll('-', '\u2011'),
      timeout: '60\u200Bs',
      concurrency: '\u22128',
    });
    const shown = annotation(run);
    expect(shown).toContain(
      'endpoint "https://my\u2013cluster.example<U+200B>" contains an en dash (U+2013), which only looks like "-"; write https://my-cluster.example.',
    );
    expect(shown).toContain('It contains a non-breaking hyphen (U+2011), which only looks like "-".');
    expect(shown).toContain('timeout must be a whole number of seconds from 1 to 4294967295, but is "60<U+200B>s".');
    expect(shown).toContain('but is "\u22128". It contains a minus sign (U+2212), which only looks like "-".');
  });
});

describeWith([], 'an empty input', () => {
  const optional = [
    ...['timeout', 'max-attempts', 'concurrency', 'client-certificate', 'client-key', 'access-token', 'server-ca'],
    ...['client-certificate-password', 'server-certificate-thumbprints', 'server-common-names', 'tls-skip-verify'],
  ];
  it.each([
    ['empty', ''],
    ['a blank', ' '],
    ['a line end', '\n'],
    ['invisible', '\uFEFF'],
  ])('that is optional means its default when it is %s', async (_, value) => {
    const server = await startCommitServer(done);
    const empty = Object.fromEntries(
      optional.map((name) => [name, name === 'client-certificate-password' ? '' : value] as const),
    );
    expect(await runAction({ endpoint: server.url, 'session-id': SESSION, ...empty })).toMatchObject({ exitCode: 0 });
  });

  it('that is required names the likely cause', async () => {
    const shown = annotation(await runAction({ endpoint: '', 'session-id': ' \n' }));
    const cause = 'If the workflow fills it from a secret, a variable or an expression, that one is not set here.';
    expect(shown.split('\n').filter((line) => line.includes(`but is empty. ${cause}`))).toHaveLength(2);
  });
});
