// node:tls, loaded with the first TLS connection, if there is one.
const tls = () => process.getBuiltinModule('node:tls');

export const checkServerIdentity = (...given) => tls().checkServerIdentity(...given);
export const connect = (...given) => tls().connect(...given);
export const createSecureContext = (...given) => tls().createSecureContext(...given);
