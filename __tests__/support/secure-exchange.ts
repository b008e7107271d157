// Requests over a transport that verifies servers, for the tests of TLS and proxies.
import { onTestFinished } from 'vitest';
import { readTrust, type TrustInputs } from '../../src/connection/server-trust-inputs.js';
import type { DialOptions } from '../../src/http/dial.js';
import type { ServerTrust } from '../../src/http/server-trust.js';
import type { TlsFallback } from '../../src/http/tls-fallback.js';
import type { ClientCertificateOptions } from '../../src/http/tls-verify.js';
import { type HttpAnswer, type HttpRequest, openTransport, type Transport } from '../../src/http/transport.js';
import { TransportError } from '../../src/http/transport-error.js';
import { systemClock } from '../../src/shared/clock.js';

const commitPath = '/ImageStore/$/CommitUploadSession';

/** The server verification that these inputs describe; throws their problems. */
export function trusting(inputs: Partial<TrustInputs>): ServerTrust {
  const problems: string[] = [];
  const written = { serverCa: '', thumbprints: '', commonNames: '', ...inputs };
  const trust = readTrust(written, (problem) => void problems.push(problem));
  if (trust === undefined) throw new Error(problems.join('\n'));
  return trust;
}

export interface Exchanges {
  transport: Transport;
  /** One POST; resolves to the response or to the error. */
  post(changed?: Partial<HttpRequest>): Promise<HttpAnswer | TransportError>;
  /** Which fallbacks the server needed to request the client certificate. */
  fallbacks: readonly TlsFallback[];
}

/** Opens a transport to `https://host:port`; ends with the test. */
export function exchangesWith(
  port: number,
  { trust, tls }: { trust: ServerTrust; tls?: ClientCertificateOptions },
  changed: Partial<DialOptions> & { host?: string } = {},
): Exchanges {
  const { host = '127.0.0.1', ...options } = changed;
  const url = `https://${host}:${port}`;
  const fallbacks: TlsFallback[] = [];
  const transport = openTransport({
    clock: systemClock,
    url,
    tls: { trust, clientCertificate: tls, onFallback: (fallback) => fallbacks.push(fallback) },
    connectTimeoutMs: 30_000,
    userAgent: 'tester/1',
    ...options,
  });
  onTestFinished(() => transport.close());
  return {
    transport,
    fallbacks,
    post: async (request) => {
      const whole = {
        url: `${url}${commitPath}`,
        headers: {},
        deadlineMs: 60_000,
        signal: new AbortController().signal,
      };
      try {
        return await transport.exchange({ method: 'POST', ...whole, ...request });
      } catch (error) {
        if (error instanceof TransportError) return error;
        throw error;
      }
    },
  };
}
