// @actions/core takes its output delimiters from here, and loading all of cryptography for that would take an eighth of
// the whole run. The kernel's random bytes are the same ones; where there is no such file, cryptography is loaded.
const { openSync, readSync, closeSync } = require('node:fs');

module.exports = {
  randomUUID() {
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
    return process.getBuiltinModule('node:crypto').randomUUID();
  },
};
