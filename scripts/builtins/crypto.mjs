// node:crypto, loaded with the first certificate, if there is one: it takes an eighth of a whole run over plain http.
import { closeSync, openSync, readSync } from 'node:fs';

const crypto = () => process.getBuiltinModule('node:crypto');

export const createHash = (...given) => crypto().createHash(...given);
export const createPrivateKey = (...given) => crypto().createPrivateKey(...given);

/** With `new`, like the class in whose place it stands. */
export function X509Certificate(...given) {
  return new (crypto().X509Certificate)(...given);
}

/** @actions/core takes its output delimiters from here. The kernel's random bytes are the ones that node:crypto has. */
export function randomUUID() {
  const bytes = Buffer.alloc(16);
  try {
    const file = openSync('/dev/urandom');
    try {
      if (readSync(file, bytes) === bytes.length) return bytes.toString('hex');
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows has no such file.
  }
  return crypto().randomUUID();
}
