// node:crypto, loaded with the first certificate, if there is one: it takes an eighth of a whole run over plain http.
import { readFileSync } from 'node:fs';

const crypto = () => process.getBuiltinModule('node:crypto');

export const createPrivateKey = (...given) => crypto().createPrivateKey(...given);

/** With `new`, like the class in whose place it stands. */
export function X509Certificate(...given) {
  return new (crypto().X509Certificate)(...given);
}

/** @actions/core takes its output delimiters from here; the kernel has the same random bytes at hand. */
export function randomUUID() {
  try {
    return readFileSync('/proc/sys/kernel/random/uuid', 'utf8').trim();
  } catch {
    return crypto().randomUUID(); // on other systems than Linux
  }
}
