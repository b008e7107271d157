// Opens the connection to the cluster that the inputs describe.
import { v4 } from 'uuid';
import { type Connection, forwardProxyOf } from '../connection/connection-inputs.js';
import type { TlsFallback } from '../http/tls-fallback.js';
import { openTransport, type Transport } from '../http/transport.js';
import type { ImageStoreOptions } from '../image-store/client.js';
import type { Redactor } from '../runner/redaction.js';
import { runLabel } from '../runner/run-label.js';
import type { Clock } from '../shared/clock.js';
import { version } from '../shared/version.js';

export interface ClusterOptions {
  readonly clock: Clock;
  readonly redactor: Redactor;
  /** Called once if the server did not request the client certificate in the handshake. */
  readonly onTlsFallback: (fallback: TlsFallback) => void;
}

/** Time limit for making one connection: TCP, proxy and TLS together. */
const connectTimeoutMs = 30_000;

/** Connects nowhere before the first request. */
export function openCluster(
  connection: Connection,
  { clock, redactor, onTlsFallback }: ClusterOptions,
): { readonly transport: Transport; readonly storeOptions: ImageStoreOptions } {
  const { endpoint, security, credentials } = connection;
  const transport = openTransport({
    clock,
    url: endpoint.url,
    proxy: forwardProxyOf(connection),
    tls: security && { trust: security.trust, clientCertificate: credentials.tls, onFallback: onTlsFallback },
    connectTimeoutMs,
    userAgent: `commit-upload-session/${version}`,
  });
  const storeOptions: ImageStoreOptions = {
    endpointUrl: endpoint.url,
    transport,
    clock,
    newRequestId: v4,
    authorization: credentials.authorization,
    redact: redactor.redact,
    runLabel: runLabel(process.env),
  };
  return { transport, storeOptions };
}
