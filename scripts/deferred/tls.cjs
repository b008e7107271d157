// Loaded with the first TLS connection, if there is one.
const tls = () => process.getBuiltinModule('node:tls');
module.exports = {
  get checkServerIdentity() {
    return tls().checkServerIdentity;
  },
  get connect() {
    return tls().connect;
  },
  get createSecureContext() {
    return tls().createSecureContext;
  },
};
