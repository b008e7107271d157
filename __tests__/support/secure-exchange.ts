// One commit over a transport that judges servers, for the tests of the rooms that secure it.
import { onTestFinished } from 'vitest';
import type { Credentials } from '../../src/connection/credentials.js';
import { readTrust, type TrustInputs } from '../../src/connection/server-trust-inputs.js';
import type { ConnectOptions } from '../../src/http/connections.js';
import type { Trust } from '../../src/http/server-trust.js';
import { createTlsConnector, type TlsFallback } from '../../src/http/tls.js';
import {
  type HttpAnswer,
  type HttpRequest,
  openTransport,
  type Transport,
  TransportError,
} from '../../src/http/transport.js';
import { cancellable } from '../../src/runner/signals.js';
import { systemClock } from '../../src/shared/clock.js';

const commitPath = '/ImageStore/$/CommitUploadSession';

/** What these inputs mean; throws their problems. */
export function trusting(inputs: Partial<TrustInputs>): Trust {
  const problems: string[] = [];
  const written = { serverCa: '', thumbprints: '', commonNames: '', ...inputs };
  const trust = readTrust(written, (problem) => void problems.push(problem));
  if (trust === undefined) throw new Error(problems.join('\n'));
  return trust;
}

export interface Exchanges {
  transport: Transport;
  /** One POST; an error is handed over like an answer. */
  post(changed?: Partial<HttpRequest>): Promise<HttpAnswer | TransportError>;
  /** What was told of the server's way to ask for a certificate. */
  findings: readonly TlsFallback[];
}

/** Opens a transport to `https://host:port`; ends with the test. */
export function exchangesWith(
  port: number,
  { trust, tls }: { trust: Trust; tls?: Credentials['tls'] },
  changed: Partial<ConnectOptions> & { host?: string } = {},
): Exchanges {
  const { host = '127.0.0.1', ...options } = changed;
  const url = `https://${host}:${port}`;
  const findings: TlsFallback[] = [];
  const secure = createTlsConnector(
    { trust, credentials: tls ? { tls } : {} },
    (finding) => void findings.push(finding),
  );
  const transport = openTransport({
    clock: systemClock,
    url,
    secure,
    connectMs: 30_000,
    userAgent: 'tester/1',
    ...options,
  });
  onTestFinished(() => transport.close());
  return {
    transport,
    findings,
    post: async (request) => {
      const whole = { url: `${url}${commitPath}`, headers: {}, deadlineMs: 60_000, cancellation: cancellable() };
      try {
        return await transport.exchange({ method: 'POST', ...whole, ...request });
      } catch (error) {
        if (error instanceof TransportError) return error;
        throw error;
      }
    },
  };
}
