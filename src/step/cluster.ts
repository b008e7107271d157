// Opens the connection to the cluster that the inputs describe, and logs it.
import { v4 } from 'uuid';
import { type ConnectionInfo, connectionInfo } from '../connection/connection-info.js';
import { type Connection, forwardProxyOf } from '../connection/connection-inputs.js';
import { logConnection, logTlsFallback } from '../connection/connection-log.js';
import type { TlsFallback } from '../http/tls-fallback.js';
import { openTransport } from '../http/transport.js';
import type { ImageStoreOptions } from '../image-store/client.js';
import { runLabel } from '../runner/run-label.js';
import { cancellationSignal } from '../runner/signals.js';
import { version } from '../shared/version.js';
import type { StepContext } from './run-step.js';

export interface Cluster {
  /** For the clients of its image store. */
  readonly storeOptions: ImageStoreOptions;
  /** The public facts of the connection, as far as they are known by now. */
  info(): ConnectionInfo;
  /** Is aborted when the runner cancels the step. */
  readonly signal: AbortSignal;
  /** Closes all connections. */
  close(): void;
}

/** Time limit for making one connection: TCP, proxy and TLS together. */
const connectTimeoutMs = 30_000;

/** Connects nowhere before the first request. */
export function openCluster(connection: Connection, { clock, redactor, log }: Omit<StepContext, 'inputs'>): Cluster {
  const { endpoint, security, credentials } = connection;
  let info = connectionInfo(connection);
  logConnection(info, security, log);
  const onFallback = (fallback: TlsFallback): void => {
    logTlsFallback(fallback, log);
    if (fallback === 'notSupported') info = { ...info, certificateNotRequested: true };
  };
  const transport = openTransport({
    clock,
    url: endpoint.url,
    proxy: forwardProxyOf(connection),
    tls: security && { trust: security.trust, clientCertificate: credentials.tls, onFallback },
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
  const signal = cancellationSignal(() =>
    log.info('Cancelled: the step ends here; the cluster may still finish what it was asked to do.'),
  );
  return { storeOptions, info: () => info, signal, close: () => transport.close() };
}
