// One TLS handshake, after which the server is verified and before which nothing is sent.
import {
  type ConnectionOptions,
  createSecureContext,
  type PeerCertificate,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { tlsHost, withoutTrailingDot } from './address.js';
import { type ServerTrust, verifyServer } from './server-trust.js';

/** The client certificate, for `tls.createSecureContext`. */
export type ClientCertificateOptions =
  | { readonly cert: string; readonly key: string; readonly passphrase?: string }
  | { readonly pfx: Buffer; readonly passphrase: string };

/** Makes a new connection to the endpoint, with a TLS handshake on it. */
export type TlsConnect = (options: ConnectionOptions) => Promise<TLSSocket>;

/** Makes a connection to a verified server, with as many handshakes as that takes. */
export type SecureConnect = (connect: TlsConnect, host: string, maxVersion?: 'TLSv1.2') => Promise<TLSSocket>;

/** Connects with one handshake, in which it offers this client certificate or none. */
export function createVerifiedConnect(
  trust: ServerTrust,
  clientCertificate: ClientCertificateOptions | undefined,
): SecureConnect {
  // Reading authorities, certificate and key takes long, and they are the same for every connection.
  const contexts = new Map<'TLSv1.2' | undefined, SecureContext>();
  const contextFor = (maxVersion: 'TLSv1.2' | undefined): SecureContext => {
    const context = contexts.get(maxVersion) ?? createContext(trust, clientCertificate, maxVersion);
    contexts.set(maxVersion, context);
    return context;
  };
  return (connect, host, maxVersion) => connectAndVerify(connect, host, trust, contextFor(maxVersion));
}

async function connectAndVerify(
  connect: TlsConnect,
  host: string,
  trust: ServerTrust,
  secureContext: SecureContext,
): Promise<TLSSocket> {
  let presented: PeerCertificate | undefined;
  const socket = await connect({
    ...tlsHost(host),
    secureContext,
    // Node.js still verifies the chain and keeps the result, but verifyServer decides.
    rejectUnauthorized: false,
    checkServerIdentity: (_, certificate) => {
      presented = certificate; // reading it from the socket again would take as long again
      return undefined;
    },
  });
  const certificate = presented ?? socket.getPeerCertificate();
  const handshake = { certificate, authorizationError: socket.authorizationError };
  const error = verifyServer(handshake, withoutTrailingDot(host), trust);
  if (error === undefined) return socket;
  socket.destroy();
  throw error;
}

function createContext(
  trust: ServerTrust,
  clientCertificate: ClientCertificateOptions | undefined,
  maxVersion: 'TLSv1.2' | undefined,
): SecureContext {
  // Without `ca`, allowPartialTrustChain would lose the authorities of the system on Node.js 20.
  const ca = 'ca' in trust && trust.ca.length > 0 ? { ca: [...trust.ca], allowPartialTrustChain: true } : {};
  // With a minimum of its own, because --tls-min-v1.3 of Node.js would leave no version at all.
  const versions = maxVersion && { minVersion: maxVersion, maxVersion };
  return createSecureContext({ ...ca, ...clientCertificate, ...versions });
}
