// What log, outputs and summary receive about the connection: public facts, never a key, token or password.
import type { TokenClaims } from './access-token.js';
import type { CertificateInfo } from './certificate-info.js';
import type { Connection } from './connection-inputs.js';
import type { Endpoint } from './endpoint.js';

export interface ConnectionInfo extends Endpoint {
  /** Scheme, host and port of the proxy, without user and password. */
  readonly proxyName?: string;
  /** The client certificate's public facts. */
  readonly certificate?: CertificateInfo;
  /** The token's own claims. */
  readonly token?: TokenClaims;
  /** Whether the server never asked for the client certificate in a way that Node.js can answer, so it was not sent. */
  readonly certificateNotRequested?: true;
}

/** Copies the public facts of a connection one by one, so that no secret can come along. */
export function connectionInfo({ endpoint, proxy, security }: Omit<Connection, 'credentials'>): ConnectionInfo {
  const { certificate, token } = security ?? {};
  return {
    url: endpoint.url,
    secure: endpoint.secure,
    portNamed: endpoint.portNamed,
    ...(proxy && { proxyName: proxy.name }),
    ...(certificate && { certificate }),
    ...(token && { token }),
  };
}
