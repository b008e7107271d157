// Certificates made for one run: authorities, servers and clients, valid and invalid in the ways that occur in practice.
import { withOpenssl } from './openssl.js';

/** A certificate with its key, all PEM. */
export interface Identity {
  certificate: string;
  /** Unencrypted PKCS#8. */
  key: string;
  /** The intermediate that its owner sends along; empty without one. */
  chain: string;
}

export interface Thumbprints {
  /** Upper case hex without colons, as Windows shows them. */
  sha1: string;
  sha256: string;
}

type Issuer = 'authority' | 'intermediate' | 'otherAuthority' | 'itself';

interface Plan {
  commonName: string;
  issuer: Issuer;
  keys?: 'ec' | 'rsa';
  /** Counted from now; negative is past. */
  endsInDays?: number;
  extensions: readonly string[];
}

const authorityExtensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
const serverExtensions = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=serverAuth'];
const clientExtensions = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=clientAuth'];

/** A name that only the tests' squid resolves, to 127.0.0.1, so that a request to it must use the proxy. */
export const nameBehindProxy = 'cluster.example';

// 0.0.0.0 leads to this machine, and clients do not treat it as loopback: see proxies.ts.
const thisMachine = `subjectAltName=IP:127.0.0.1,IP:::1,IP:0.0.0.0,DNS:localhost,DNS:${nameBehindProxy}`;
const ourServer = [...serverExtensions, thisMachine];

const authorities = {
  authority: { commonName: 'Tests Root', issuer: 'itself', extensions: authorityExtensions },
  intermediate: { commonName: 'Tests Intermediate', issuer: 'authority', extensions: authorityExtensions },
  otherAuthority: { commonName: 'Somebody Else Root', issuer: 'itself', extensions: authorityExtensions },
} as const satisfies Record<string, Plan>;

const servers = {
  good: { commonName: 'cluster', issuer: 'authority', extensions: ourServer },
  rsa: { commonName: 'cluster', issuer: 'authority', keys: 'rsa', extensions: ourServer },
  throughIntermediate: { commonName: 'cluster', issuer: 'intermediate', extensions: ourServer },
  ofOtherAuthority: { commonName: 'cluster', issuer: 'otherAuthority', extensions: ourServer },
  expired: { commonName: 'cluster', issuer: 'authority', endsInDays: -1, extensions: ourServer },
  selfSigned: { commonName: 'cluster', issuer: 'itself', extensions: ourServer },
  selfSignedExpired: { commonName: 'cluster', issuer: 'itself', endsInDays: -1, extensions: ourServer },
  otherName: {
    commonName: 'other.example',
    issuer: 'authority',
    extensions: [...serverExtensions, 'subjectAltName=DNS:other.example'],
  },
  commonNameOnly: { commonName: 'Cluster.Contoso.Example', issuer: 'authority', extensions: serverExtensions },
  manyNames: {
    commonName: 'first.contoso.example',
    issuer: 'authority',
    extensions: [
      ...serverExtensions,
      'subjectAltName=DNS:first.contoso.example,DNS:second.contoso.example,DNS:*.third.contoso.example',
    ],
  },
} as const satisfies Record<string, Plan>;

const clients = {
  rsa: { commonName: 'client rsa', issuer: 'authority', keys: 'rsa', extensions: clientExtensions },
  ec: { commonName: 'client ec', issuer: 'authority', extensions: clientExtensions },
  throughIntermediate: { commonName: 'client chain', issuer: 'intermediate', extensions: clientExtensions },
  ofOtherAuthority: { commonName: 'client stranger', issuer: 'otherAuthority', extensions: clientExtensions },
  selfSigned: { commonName: 'client self', issuer: 'itself', extensions: clientExtensions },
  expired: { commonName: 'client expired', issuer: 'authority', endsInDays: -1, extensions: clientExtensions },
  endingInFiveDays: { commonName: 'client ending', issuer: 'authority', endsInDays: 5, extensions: clientExtensions },
} as const satisfies Record<string, Plan>;

export type ServerKind = keyof typeof servers;
export type ClientKind = keyof typeof clients;

const made = new Map<Plan, Identity>();

/** The root that good servers and clients come from. */
export const authority = (): Identity => identityFor(authorities.authority);

/** Signed by the root; issuer of the certificates `throughIntermediate`. */
export const intermediate = (): Identity => identityFor(authorities.intermediate);

/** A root that no server and no client trusts. */
export const otherAuthority = (): Identity => identityFor(authorities.otherAuthority);

/** A server's certificate, made when first asked for. EC keys, except `rsa`. */
export const serverIdentity = (kind: ServerKind): Identity => identityFor(servers[kind]);

/** A client's certificate, made when first asked for. EC keys, except `rsa`. */
export const clientIdentity = (kind: ClientKind): Identity => identityFor(clients[kind]);

/** The thumbprints of the first certificate in a PEM, as openssl computes them. */
export function thumbprints(certificate: string): Thumbprints {
  return withOpenssl(({ run, write }) => {
    write('certificate.pem', certificate);
    const digest = (algorithm: string): string =>
      run('x509', '-in', 'certificate.pem', '-noout', '-fingerprint', algorithm)
        .toString()
        .replace(/^.*=|[:\s]/g, '');
    return { sha1: digest('-sha1'), sha256: digest('-sha256') };
  });
}

function identityFor(plan: Plan): Identity {
  const known = made.get(plan);
  if (known) return known;
  const identity = make(plan);
  made.set(plan, identity);
  return identity;
}

const keyParameters = {
  ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
  rsa: ['rsa:2048'],
} as const;

// Of openssl's three ways to sign, only `ca` takes dates in the past in every version.
function make({ commonName, issuer, keys = 'ec', endsInDays = 30, extensions }: Plan): Identity {
  const signer = issuer === 'itself' ? undefined : identityFor(authorities[issuer]);
  return withOpenssl(({ run, write, read }) => {
    const newKey = ['-newkey', ...keyParameters[keys], '-nodes', '-keyout', 'key.pem'];
    write('openssl.cnf', configuration(extensions));
    write('index.txt', '');
    run('req', '-config', 'openssl.cnf', '-new', ...newKey, '-subj', `/CN=${commonName}`, '-out', 'request.pem');
    const dates = ['-startdate', utcTime(-60), '-enddate', utcTime(endsInDays)];
    if (signer) {
      write('signer.pem', signer.certificate);
      write('signer.key', signer.key);
    }
    const signing = signer ? ['-cert', 'signer.pem', '-keyfile', 'signer.key'] : ['-selfsign', '-keyfile', 'key.pem'];
    const files = ['-in', 'request.pem', '-out', 'certificate.pem'];
    run('ca', '-config', 'openssl.cnf', '-batch', '-notext', ...dates, ...signing, ...files);
    return {
      certificate: read('certificate.pem').toString(),
      key: read('key.pem').toString(),
      chain: issuer === 'intermediate' ? (signer?.certificate ?? '') : '',
    };
  });
}

function configuration(extensions: readonly string[]): string {
  return `
[req]
distinguished_name = subject
[subject]
[ca]
default_ca = tests
[tests]
database = index.txt
new_certs_dir = .
default_md = sha256
rand_serial = yes
policy = subject_policy
x509_extensions = extensions
[subject_policy]
commonName = supplied
[extensions]
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
${extensions.join('\n')}
`;
}

/** YYYYMMDDHHMMSSZ, this many days from now. */
function utcTime(days: number): string {
  const iso = new Date(Date.now() + days * 86_400_000).toISOString();
  return `${iso.replace(/\D/g, '').slice(0, 14)}Z`;
}
