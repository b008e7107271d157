// The files in which users keep a certificate and its key: PEM and PFX, encrypted or not, modern and old.
import type { Identity } from './certificates.js';
import { withOpenssl } from './openssl.js';

/** `traditional` is PKCS#1 for RSA and SEC1 for EC keys. */
export type KeyForm = 'pkcs8' | 'traditional';

/** The key as PEM; with a password encrypted by AES, `traditional` then in the old `Proc-Type: 4,ENCRYPTED` way. */
export function keyFile({ key }: Identity, form: KeyForm, password?: string): string {
  return withOpenssl(({ run, write }) => {
    write('key.pem', key);
    const encryption = password === undefined ? [] : ['-aes256', '-passout', `pass:${password}`];
    const shape = form === 'traditional' ? ['-traditional'] : [];
    return run('pkey', '-in', 'key.pem', ...shape, ...encryption).toString();
  });
}

const pfxParameters = {
  /** What openssl 3 writes: AES and a SHA-256 MAC. */
  modern: [],
  /** What Windows writes when asked for compatibility. */
  tripleDes: ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  /** What Windows and openssl 1 wrote: RC2 for the certificates, which OpenSSL 3 reads with its legacy provider alone. */
  rc2: ['-legacy'],
  withoutKey: ['-nokeys'],
} as const;

export type PfxForm = keyof typeof pfxParameters;

/** A PFX with the certificate, its key and its chain; an empty password is a legal one. */
export function pfxFile({ certificate, key, chain }: Identity, form: PfxForm, password: string): Buffer {
  return withOpenssl(({ run, write, read }) => {
    write('certificate.pem', certificate);
    write('key.pem', key);
    write('chain.pem', chain);
    const files = ['-in', 'certificate.pem', ...(form === 'withoutKey' ? [] : ['-inkey', 'key.pem'])];
    const along = chain === '' ? [] : ['-certfile', 'chain.pem'];
    const secret = ['-passout', `pass:${password}`];
    run('pkcs12', '-export', ...files, ...along, ...pfxParameters[form], ...secret, '-out', 'identity.pfx');
    return read('identity.pfx');
  });
}
