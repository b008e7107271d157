// TLS 1.2 for servers that request the client certificate only after the handshake.
import type { TLSSocket } from 'node:tls';
import type { SecureConnect } from './tls-verify.js';

/**
 * What follows when the server did not request the client certificate in the TLS 1.3 handshake: `postHandshake`, the
 * server also speaks TLS 1.2, in which it can request it later; `notSupported`, the server speaks TLS 1.3 alone.
 */
export type TlsFallback = 'postHandshake' | 'notSupported';

/**
 * A server may request the client certificate in the handshake, or after the request (http.sys does, and Apache for a
 * location): in TLS 1.2 by renegotiation, which Node.js answers; in TLS 1.3 by post-handshake authentication, which
 * Node.js does not support. Whether it did is known after the handshake and before the request, so the connection can be
 * made again with TLS 1.2 and no request is sent twice.
 * @param onFallback is called once, with the first result
 */
export function createFallbackConnect(
  connectOnce: SecureConnect,
  onFallback: (fallback: TlsFallback) => void,
): SecureConnect {
  let known: TlsFallback | undefined;
  const remember = (fallback: TlsFallback): void => {
    if (known === undefined) onFallback(fallback);
    known = fallback;
  };

  return async function connectWithFallback(connect, host) {
    if (known === 'postHandshake') return connectOnce(connect, host, 'TLSv1.2');
    const first = await connectOnce(connect, host);
    if (known === 'notSupported' || certificateRequested(first)) return first;
    first.destroy();
    try {
      const second = await connectOnce(connect, host, 'TLSv1.2');
      remember('postHandshake');
      return second;
    } catch (error) {
      if (!isWithoutTls12(error)) throw error;
      remember('notSupported');
      return connectOnce(connect, host);
    }
  };
}

/**
 * Whether one side does not have TLS 1.2: the server sends an alert, or --tls-cipher-list of Node.js leaves no cipher for
 * it. The codes of OpenSSL's errors differ between versions of Node.js; the texts do not.
 */
function isWithoutTls12(error: unknown): boolean {
  return /protocol.version|no.ciphers.available/i.test(String(error));
}

/** In TLS 1.3 a server that requests a certificate names the signatures it accepts; in TLS 1.2 it can still request it later. */
function certificateRequested(socket: TLSSocket): boolean {
  return socket.getProtocol() !== 'TLSv1.3' || socket.getSharedSigalgs().length > 0;
}
