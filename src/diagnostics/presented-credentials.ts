// The credentials that this step presented, and what the cluster requires of them.

import type { ConnectionInfo } from '../connection/connection-info.js';
import { isoTime } from '../shared/format.js';

/** Whether the step presented anything by which a cluster can recognise it. */
export function hasCredentials({ certificate, token, certificateNotRequested }: ConnectionInfo): boolean {
  return token !== undefined || (certificate !== undefined && !certificateNotRequested);
}

/** Whole sentences. */
export function describePresentedCredentials({ certificate, token, certificateNotRequested }: ConnectionInfo): string {
  const sentences: string[] = [];
  if (certificate && certificateNotRequested) {
    sentences.push(
      `The certificate ${certificate.subject} was not sent: the server supports only TLS 1.3 and did not request it in the handshake, and Node.js cannot answer a request after the handshake. Configure the server to request it in the handshake, or to support TLS 1.2 as well.`,
    );
  } else if (certificate) {
    const unfit = certificate.isForClients ? '' : '; its extended key usage does not include client authentication';
    sentences.push(
      `This step presented the certificate ${certificate.subject}, thumbprint ${certificate.thumbprint}: the cluster must accept it as an admin client certificate${unfit}.`,
    );
  }
  if (token) {
    const expiry = token.expiresMs === undefined ? '' : `; its expiry is ${isoTime(token.expiresMs)}`;
    sentences.push(
      `The token is for ${token.audience ?? 'an unknown audience'}, which must be the application ID of the cluster${expiry}.`,
    );
  }
  return sentences.join(' ') || 'This step presented neither: set client-certificate or access-token.';
}
