// TLS: with the right server, and with our certificate whichever way it is asked for.
import { createSecureContext, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import type { Credentials } from '../connection/credentials.js';
import { named } from './address.js';
import { failure, type SecureConnect, type TlsConnect } from './connections.js';
import { type Trust, verifyServer } from './server-trust.js';

type Client = Credentials['tls'] | undefined;

/**
 * How it ended with a server that did not ask for the client certificate in the TLS 1.3 handshake: `postHandshake` speaks
 * TLS 1.2 as well, in which it can ask later; `notSupported` speaks TLS 1.3 alone.
 */
export type TlsFallback = 'postHandshake' | 'notSupported';

/**
 * Makes connections to a server that is judged before the first byte of HTTP.
 *
 * A server may ask for the client certificate in the handshake, or only after the request (http.sys does, and Apache for
 * a location): in TLS 1.2 by renegotiation, which Node answers; in TLS 1.3 in a way that Node knows nothing of. Whether
 * it has asked is known after the handshake and before the request, so that the connection can be made once more with
 * TLS 1.2, and nothing is ever sent twice.
 * @param note is told, once, of a server that did not ask in the handshake
 */
export function createTlsConnector(
  { trust, credentials }: { trust: Trust; credentials: Pick<Credentials, 'tls'> },
  note: (finding: TlsFallback) => void,
): SecureConnect {
  const client = credentials.tls;
  let protocol: { maxVersion?: 'TLSv1.2'; settled?: true } = {};

  // Authorities, certificate and key are the same for every connection, and take long to read.
  const contexts = new Map<string, SecureContext>();
  const contextFor = (shown: Client, maxVersion: 'TLSv1.2' | undefined): SecureContext => {
    const name = `${shown ? 'with' : 'without'} the certificate, ${maxVersion}`;
    const known = contexts.get(name) ?? makeContext(trust, shown, maxVersion);
    contexts.set(name, known);
    return known;
  };

  /** Shows `shown` to a server that is then judged. */
  const connectAndVerify = async (
    shake: TlsConnect,
    host: string,
    shown: Client,
    maxVersion?: 'TLSv1.2',
  ): Promise<TLSSocket> => {
    let presented: PeerCertificate | undefined;
    const socket = await shake({
      ...named(host),
      secureContext: contextFor(shown, maxVersion),
      // Judged by us as soon as the handshake is over; its verification is still done, and its finding kept.
      rejectUnauthorized: false,
      checkServerIdentity: (_, certificate) => {
        presented = certificate; // taking it out of the socket a second time would take as long again
        return undefined;
      },
    });
    const peer = presented ?? socket.getPeerCertificate();
    const error = verifyServer({ peer, authorizationError: socket.authorizationError }, host, trust);
    if (error === undefined) return socket;
    socket.destroy();
    throw error;
  };

  // Node believes whatever authority a PFX brings along. So where authorities count the server is judged in a handshake
  // without it first, and must present the same certificate in the one that counts.
  const isJudgedByChain = trust.kind === 'authority' || trust.kind === 'common names';
  const verifiedFingerprints = new Set<string>();
  const connectPinned = async (shake: TlsConnect, host: string, maxVersion?: 'TLSv1.2'): Promise<TLSSocket> => {
    if (client === undefined || !('pfx' in client) || !isJudgedByChain)
      return connectAndVerify(shake, host, client, maxVersion);
    if (verifiedFingerprints.size === 0) {
      const plain = await connectAndVerify(shake, host, undefined).catch((error: unknown) => {
        throw isAlert(error) ? failure(needsPem, 'PFX_NOT_USABLE', error) : error;
      });
      verifiedFingerprints.add(thumbprintOf(plain));
      plain.destroy();
    }
    const socket = await connectAndVerify(shake, host, client, maxVersion);
    if (verifiedFingerprints.has(thumbprintOf(socket))) return socket;
    socket.destroy();
    verifiedFingerprints.clear();
    throw failure('the server presented another certificate in its second handshake', 'CERTIFICATE_CHANGED');
  };

  return async (shake, host) => {
    const first = await connectPinned(shake, host, protocol.maxVersion);
    if (client === undefined || protocol.settled || certificateRequested(first)) return first;
    first.destroy();
    try {
      const second = await connectPinned(shake, host, 'TLSv1.2');
      if (!protocol.settled) note('postHandshake');
      protocol = { maxVersion: 'TLSv1.2', settled: true };
      return second;
    } catch (error) {
      if (!/protocol.version/i.test(String(error))) throw error;
      if (!protocol.settled) note('notSupported');
      protocol = { settled: true };
      return connectPinned(shake, host);
    }
  };
}

/** In TLS 1.3 a server that asks names the signatures that it takes; before, it can still ask after the request. */
function certificateRequested(socket: TLSSocket): boolean {
  return socket.getProtocol() !== 'TLSv1.3' || socket.getSharedSigalgs().length > 0;
}

const needsPem =
  'the server breaks off every handshake without a client certificate, and one without it is needed to judge the server before a PFX is used';

function isAlert(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^ERR_SSL_.*ALERT/.test(String(error.code));
}

function thumbprintOf(socket: TLSSocket): string {
  return socket.getPeerCertificate().fingerprint256;
}

function makeContext(trust: Trust, client: Client, maxVersion: 'TLSv1.2' | undefined): SecureContext {
  const ca = 'ca' in trust && trust.ca.length > 0 ? { ca: [...trust.ca], allowPartialTrustChain: true } : {};
  return createSecureContext({ ...ca, ...client, ...(maxVersion && { maxVersion }) });
}
