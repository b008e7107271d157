// Client certificates and keys for the tests of credentials: how they are made, and how they are read.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect, createServer } from 'node:tls';
import { expect } from 'vitest';
import { type Authentication, type CredentialInputs, readCredentials } from '../../../src/connection/credentials.js';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { createRedactor } from '../../../src/runner/redaction.js';
import { authority, clientIdentity, type Identity, serverIdentity } from '../../support/certificates.js';
import { keyFile, pfxFile } from '../../support/key-files.js';
import { withOpenssl } from '../../support/openssl.js';

export const PASSWORD = ' correct horse\tbattery ';
/** Certificates are made while the tests run, and begin in that second. */
const now = Date.now() + 3_600_000;
const notSet: CredentialInputs = {
  clientCertificate: '',
  clientKey: '',
  clientCertificatePassword: '',
  accessToken: '',
};

interface Reading {
  readonly authentication: Authentication | undefined;
  readonly problems: readonly string[];
  readonly masked: readonly string[];
}

export function readInputs(inputs: Partial<CredentialInputs>, epochMs = now): Reading {
  const { problems, reportProblem } = collectProblems();
  const masked: string[] = [];
  const redactor = createRedactor((value) => void masked.push(value));
  const authentication = readCredentials({ ...notSet, ...inputs }, { redactor, epochMs, reportProblem });
  return { authentication, problems, masked };
}

export function accepted(inputs: Partial<CredentialInputs>, epochMs = now): Authentication {
  const { authentication, problems } = readInputs(inputs, epochMs);
  if (authentication === undefined) throw new Error(problems.join('\n'));
  return authentication;
}

export function rejected(inputs: Partial<CredentialInputs>): readonly string[] {
  const { authentication, problems } = readInputs(inputs);
  expect(authentication).toBeUndefined();
  return problems;
}

/** The client's name at a server that requires a certificate of these authorities. */
export async function nameAtServer(
  { credentials: { tls } }: Authentication,
  authorities: readonly string[],
): Promise<string> {
  const { certificate: cert, key } = serverIdentity('good');
  const server = createServer({ cert, key, ca: [...authorities], requestCert: true, rejectUnauthorized: true });
  server.on('secureConnection', (socket) => socket.end(String(socket.getPeerCertificate().subject.CN)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port, ca: authority().certificate, ...tls });
  try {
    return await text(socket);
  } finally {
    socket.destroy();
    server.close();
  }
}

export const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
export const inLines = (content: string): string => content.replace(/.{76}/g, '$&\r\n');
/** How line ends may change between a file and an input. */
export const changedLineEnds = {
  'ended by CR LF': (pem: string) => pem.replaceAll('\n', '\r\n'),
  'ended by CR': (pem: string) => pem.replaceAll('\n', '\r'),
  'turned into blanks': (pem: string) => pem.replaceAll('\n', ' '),
  'turned into \\n': (pem: string) => pem.replaceAll('\n', '\\n'),
  'turned into \\r\\n': (pem: string) => pem.replaceAll('\n', '\\r\\n'),
  removed: (pem: string) => pem.replaceAll('\n', ''),
  'followed by blanks': (pem: string) => pem.replaceAll('\n', '\n    '),
} as const;

/** A self-signed certificate, made with these parameters of openssl. */
export function selfSigned(...newKey: readonly string[]): Identity {
  return withOpenssl(({ run, read: file }) => {
    run('req', '-x509', ...newKey, '-nodes', '-subj', '/CN=client apart', '-days', '30', '-keyout', 'k', '-out', 'c');
    return { certificate: file('c').toString(), key: file('k').toString(), chain: '' };
  });
}

/** One run of openssl on one file. */
export function convert(content: string | Buffer, ...parameters: readonly string[]): Buffer {
  return withOpenssl(({ run, write }) => {
    // write() takes text; latin1 would not survive it, so binary content comes as base64 and is decoded there.
    write('in.base64', `${inLines(base64(content)).replaceAll('\r', '')}\n`);
    run('base64', '-d', '-in', 'in.base64', '-out', 'in');
    return run(...parameters, '-in', 'in');
  });
}

/** The same DER in BER's indefinite form; its length takes two octets. */
export function withIndefiniteLength(der: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x30, 0x80]), der.subarray(4), Buffer.from([0, 0])]);
}

/** A PFX made with parameters of openssl. */
export function pfxWith({ certificate, key }: Identity, ...parameters: readonly string[]): string {
  return withOpenssl(({ run, write, read: file }) => {
    write('c', certificate);
    write('k', key);
    run('pkcs12', '-export', '-in', 'c', '-inkey', 'k', ...parameters, '-passout', `pass:${PASSWORD}`, '-out', 'pfx');
    return base64(file('pfx'));
  });
}

/** Certificates and keys in the forms that several tests need. Made when called, because openssl may be missing. */
export function exampleCredentials() {
  const rsa = clientIdentity('rsa');
  const ec = clientIdentity('ec');
  const chained = clientIdentity('throughIntermediate');
  const ed25519 = selfSigned('-newkey', 'ed25519');
  const des3 = convert(rsa.key, 'rsa', '-traditional', '-des3', '-passout', `pass:${PASSWORD}`).toString();
  const oldKey = keyFile(rsa, 'traditional', PASSWORD);
  const encrypted = keyFile(ec, 'pkcs8', PASSWORD);
  const withPassword = { clientCertificatePassword: PASSWORD };
  const together = `${rsa.certificate}${rsa.key}`;
  const bags = (pem: string): string => `Bag Attributes\n    friendlyName: me\nsubject=CN = me\n${pem}`;
  const pfx = (identity: Identity, ...form: [Parameters<typeof pfxFile>[1], string]): Partial<CredentialInputs> => ({
    clientCertificate: base64(pfxFile(identity, ...form)),
    clientCertificatePassword: form[1],
  });
  return { rsa, ec, chained, ed25519, des3, oldKey, encrypted, withPassword, together, bags, pfx };
}
