// Server certificates that fail verification, each in another way, with the authority that issued them.
import { type OpensslFolder, withOpenssl } from './openssl.js';

export interface Unverifiable {
  readonly certificate: string;
  readonly key: string;
  readonly ca: string;
}

export type UnverifiableKind =
  | 'not valid yet'
  | 'issuer expired'
  | 'key too small'
  | 'weak signature'
  | 'for clients'
  | 'broken signature'
  | 'issued by a server';

interface Dates {
  readonly startsInDays: number;
  readonly endsInDays: number;
}

const usual: Dates = { startsInDays: -60, endsInDays: 30 };

/** Makes one. A server needs `ciphers: 'DEFAULT:@SECLEVEL=0'` to present a weak one. */
export function makeUnverifiable(kind: UnverifiableKind): Unverifiable {
  return withOpenssl((folder) => {
    const isForClients = kind === 'for clients';
    folder.write('ca.cnf', configuration(kind === 'issued by a server' ? 'CA:FALSE' : 'CA:TRUE'));
    folder.write('server.cnf', configuration('CA:FALSE', isForClients ? 'clientAuth' : 'serverAuth'));
    folder.write('index.txt', '');
    const caDates = kind === 'issuer expired' ? { startsInDays: -60, endsInDays: -1 } : usual;
    issue(folder, 'ca', 'rsa:2048', caDates, ['-selfsign', '-keyfile', 'ca.key']);
    const dates = kind === 'not valid yet' ? { startsInDays: 5, endsInDays: 30 } : usual;
    const digest = kind === 'weak signature' ? ['-md', 'sha1'] : [];
    const signer = ['-cert', 'ca.pem', '-keyfile', 'ca.key', ...digest];
    issue(folder, 'server', kind === 'key too small' ? 'rsa:768' : 'rsa:2048', dates, signer);
    const certificate = folder.read('server.pem').toString();
    return {
      certificate: kind === 'broken signature' ? withBrokenSignature(certificate) : certificate,
      key: folder.read('server.key').toString(),
      ca: folder.read('ca.pem').toString(),
    };
  });
}

function issue(folder: OpensslFolder, name: string, key: string, dates: Dates, signing: readonly string[]): void {
  const [config, request] = [['-config', `${name}.cnf`], `${name}.csr`];
  folder.run(
    'req',
    ...config,
    '-new',
    '-newkey',
    key,
    '-nodes',
    '-keyout',
    `${name}.key`,
    '-subj',
    `/CN=${name}`,
    '-out',
    request,
  );
  const period = ['-startdate', utcTime(dates.startsInDays), '-enddate', utcTime(dates.endsInDays)];
  folder.run('ca', ...config, '-batch', '-notext', ...period, ...signing, '-in', request, '-out', `${name}.pem`);
}

/** The signature stands at the end of a certificate. */
function withBrokenSignature(pem: string): string {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  der.writeUInt8(der.readUInt8(der.length - 1) ^ 1, der.length - 1);
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function configuration(constraints: string, usage?: string): string {
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
basicConstraints = critical,${constraints}
${usage ? `extendedKeyUsage = ${usage}\nsubjectAltName = IP:127.0.0.1` : ''}
`;
}

/** YYYYMMDDHHMMSSZ, this many days from now. */
function utcTime(days: number): string {
  const iso = new Date(Date.now() + days * 86_400_000).toISOString();
  return `${iso.replace(/\D/g, '').slice(0, 14)}Z`;
}
