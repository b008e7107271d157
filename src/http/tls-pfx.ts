// A client certificate from a PFX, kept from deciding which servers are trusted.
import type { TLSSocket } from 'node:tls';
import { NetworkError } from './errors.js';
import type { SecureConnect } from './tls-verify.js';

/**
 * Node.js trusts every authority in a PFX. Therefore the server is verified in a handshake without the PFX first, and
 * must present the same certificate in the handshake with it.
 */
export function createPinnedConnect(withoutPfx: SecureConnect, withPfx: SecureConnect): SecureConnect {
  const verifiedFingerprints = new Set<string>();

  return async function connectPinned(connect, host, maxVersion) {
    if (verifiedFingerprints.size === 0) {
      const first = await withoutPfx(connect, host).catch((error: unknown) => {
        throw isTlsAlert(error) ? pfxNotUsable(error) : error;
      });
      verifiedFingerprints.add(fingerprintOf(first));
      first.destroy();
    }
    const socket = await withPfx(connect, host, maxVersion);
    if (verifiedFingerprints.has(fingerprintOf(socket))) return socket;
    socket.destroy();
    verifiedFingerprints.clear();
    throw new NetworkError('CERTIFICATE_CHANGED', 'the server presented another certificate in its second handshake', {
      permanent: true,
    });
  };
}

function pfxNotUsable(cause: unknown): NetworkError {
  return new NetworkError(
    'PFX_NOT_USABLE',
    'the server ends every handshake without a client certificate, and its own certificate must be verified in one before a PFX is used',
    { permanent: true, cause },
  );
}

function isTlsAlert(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^ERR_SSL_.*ALERT/.test(String(error.code));
}

function fingerprintOf(socket: TLSSocket): string {
  return socket.getPeerCertificate().fingerprint256;
}
