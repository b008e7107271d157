// A secured cluster for the workflows of the documents: the emulated image store behind TLS, for clients that are known.

import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Gateway } from '../../emulator/gateway.js';
import { authority, clientIdentity, serverIdentity } from '../support/certificates.js';
import { startTestGateway } from '../support/test-gateway.js';

export interface SecuredCluster {
  /** `https://127.0.0.1:PORT` */
  readonly url: string;
  readonly gateway: Gateway;
  /** Requests that were refused: without the client certificate and without the token. */
  readonly refused: readonly string[];
}

/** A token in the form of a JWT; a signature is not needed here. */
export const clusterToken = ['{"alg":"none"}', '{"aud":"cluster"}', 'signature']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/** The secrets of the documents that open the cluster. */
export const clusterSecrets = ['CLUSTER_CERTIFICATE'] as const;

/** What the documents keep in secrets and variables: for each name the value that opens the cluster. */
export function clusterSettings(): {
  readonly secrets: Readonly<Record<(typeof clusterSecrets)[number], string>>;
  readonly variables: Record<string, string>;
} {
  const { certificate, chain, key } = clientIdentity('rsa');
  return {
    secrets: { CLUSTER_CERTIFICATE: Buffer.from(`${certificate}${chain}${key}`).toString('base64') },
    variables: {
      AZURE_CLIENT_ID: 'client',
      AZURE_TENANT_ID: 'tenant',
      CLUSTER_APPLICATION_ID: 'cluster',
      CLUSTER_CA: authority().certificate,
    },
  };
}

/** Starts one on a free port of 127.0.0.1; it ends with the test. Anybody unknown gets the 403 of a cluster's gateway. */
export async function startSecuredCluster(): Promise<SecuredCluster> {
  const { certificate: cert, key } = serverIdentity('good');
  const refused: string[] = [];
  const forKnownClients =
    (listener: RequestListener): RequestListener =>
    (request, response) => {
      if (isKnown(request)) {
        listener(request, response);
        return;
      }
      refused.push(`${request.method} ${request.url}`);
      response.writeHead(403, 'Client certificate required', { 'Content-Length': 0 }).end();
    };
  const gateway = await startTestGateway({
    createServer: (listener) =>
      createServer(
        { cert, key, ca: authority().certificate, requestCert: true, rejectUnauthorized: false },
        forKnownClients(listener),
      ),
  });
  return { url: gateway.url, gateway, refused };
}

function isKnown({ socket, headers }: IncomingMessage): boolean {
  return (socket instanceof TLSSocket && socket.authorized) || headers.authorization === `Bearer ${clusterToken}`;
}
