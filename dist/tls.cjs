// Loaded with the first TLS connection, if there is one.
module.exports = {
  get connect() {
    return process.getBuiltinModule('node:tls').connect;
  },
};
