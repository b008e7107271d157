// What log, outputs and summary may say of the connection: public facts only, never a key, token or password.
import type { TokenClaims } from './access-token.js';
import type { CertificateInfo } from './certificate-info.js';
import type { Credentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';

export interface ConnectionInfo extends Endpoint {
  /** Scheme, host and port of the proxy on the way, without user and password. */
  readonly proxyName?: string;
  /** The client certificate's public facts. */
  readonly certificate?: CertificateInfo;
  /** What the token says of itself. */
  readonly token?: TokenClaims;
  /** Whether the server had no way to ask for the client certificate that Node.js can answer, so it was not sent. */
  readonly certificateNotRequested?: true;
}

/** Takes over the public facts of a connection, member by member, so that no secret can come along. */
export function connectionInfo(
  { url, secure, portNamed }: Endpoint,
  proxy: { readonly name: string } | undefined,
  credentials: Pick<Credentials, 'certificate' | 'token'> | undefined,
): ConnectionInfo {
  return {
    url,
    secure,
    portNamed,
    ...(proxy && { proxyName: proxy.name }),
    ...(credentials?.certificate && { certificate: credentials.certificate }),
    ...(credentials?.token && { token: credentials.token }),
  };
}
