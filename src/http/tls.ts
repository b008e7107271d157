// TLS to the endpoint: a verified server, and the client certificate whenever the server requests it.
import type { ServerTrust } from './server-trust.js';
import { createFallbackConnect, type TlsFallback } from './tls-fallback.js';
import { createPinnedConnect } from './tls-pfx.js';
import { type ClientCertificateOptions, createVerifiedConnect, type SecureConnect } from './tls-verify.js';

export interface TlsOptions {
  readonly trust: ServerTrust;
  readonly clientCertificate?: ClientCertificateOptions | undefined;
  /** Called once if the server did not request the client certificate in the handshake. */
  readonly onFallback?: (fallback: TlsFallback) => void;
}

/** Connects to verified servers only. */
export function createTlsConnector({ trust, clientCertificate, onFallback }: TlsOptions): SecureConnect {
  const withoutCertificate = createVerifiedConnect(trust, undefined);
  if (clientCertificate === undefined) return withoutCertificate;

  const withCertificate = createVerifiedConnect(trust, clientCertificate);
  const verifiesChain = trust.kind === 'authority' || trust.kind === 'common names';
  const connect =
    'pfx' in clientCertificate && verifiesChain
      ? createPinnedConnect(withoutCertificate, withCertificate)
      : withCertificate;
  return createFallbackConnect(connect, (fallback) => onFallback?.(fallback));
}
