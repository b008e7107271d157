// What the log says of the connection before and while it is made.
import type { TlsFallback } from '../http/tls-fallback.js';
import type { Log } from '../runner/log.js';
import type { ConnectionInfo } from './connection-info.js';
import type { Security } from './security.js';

/** Logs proxy and client certificate before anything is sent, and warns of what will go wrong. */
export function logConnection(connection: ConnectionInfo, security: Security | undefined, log: Log): void {
  if (connection.proxyName) log.info(`Through the proxy ${connection.proxyName}`);
  if (connection.certificate) {
    log.info(`Client certificate ${connection.certificate.subject}, thumbprint ${connection.certificate.thumbprint}`);
  }
  for (const warning of security?.warnings ?? []) log.warning(warning);
  if (security?.trust.kind !== 'insecure') return;
  log.warning(
    'tls-skip-verify is true: whoever answers in place of the cluster is trusted, and receives your credentials. ' +
      'server-certificate-thumbprints accepts a self-signed certificate as well, and that one alone.',
  );
}

/** Logs how the server came to receive the client certificate, or why it did not. */
export function logTlsFallback(fallback: TlsFallback, log: Log): void {
  const consequence = {
    postHandshake: 'connected with TLS 1.2, in which it can ask later.',
    notSupported: 'it speaks TLS 1.3 alone, so the certificate cannot be sent.',
  };
  log.info(`The server did not ask for the client certificate in the TLS 1.3 handshake; ${consequence[fallback]}`);
}
