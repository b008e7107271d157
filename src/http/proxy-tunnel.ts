// A forward proxy, and the tunnel through it.
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { authorityOf, type HostPort } from './address.js';
import { describeError, NetworkError } from './errors.js';

export interface ForwardProxy extends HostPort {
  /** Scheme, host and port, for messages; never a user or password. */
  readonly name: string;
  /** Whether the connection to the proxy itself uses TLS. */
  readonly secure: boolean;
  /** Value of the Proxy-Authorization header. */
  readonly authorization?: string;
}

/** A proxy that did not open the tunnel. */
export class ProxyError extends NetworkError {
  override readonly name = 'ProxyError';

  constructor(proxy: ForwardProxy, { statusCode = 0, statusMessage = '' }: IncomingMessage) {
    // A proxy that cannot reach the host answers with a 5xx; that may pass, unless it does not know CONNECT or HTTP/1.1.
    const permanent = statusCode < 500 || statusCode === 501 || statusCode === 505;
    super(
      permanent ? 'PROXY_REFUSED' : 'PROXY_FAILED',
      `the proxy ${proxy.name} answered ${`${statusCode} ${statusMessage}`.trim()} to CONNECT`,
      { permanent, atProxy: true },
    );
  }
}

/**
 * Opens a tunnel over a connection to the proxy.
 * @throws {NetworkError} when the proxy answers anything but 2xx, or nothing in HTTP
 */
export function openTunnel(connection: Socket, proxy: ForwardProxy, target: HostPort): Promise<Socket> {
  const authority = authorityOf(target);
  return new Promise((resolve, reject) => {
    const fail = (code: string, reason: string, cause?: unknown): void =>
      reject(new NetworkError(code, `the proxy ${proxy.name} ${reason}`, { atProxy: true, cause }));
    const connectRequest = request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
      // Node.js calls this only where there is no agent.
      createConnection: () => connection,
    });
    connectRequest.on('error', (error) => {
      const { code, message } = describeError(error);
      fail(code, `did not answer CONNECT: ${message}`, error);
    });
    connectRequest.once('close', () => fail('ECONNRESET', 'closed the connection'));
    connectRequest.once('response', (response) => reject(new ProxyError(proxy, response)));
    connectRequest.once('connect', (response, socket, head) => {
      if (response.statusCode === undefined || response.statusCode < 200 || response.statusCode > 299) {
        reject(new ProxyError(proxy, response));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(connection);
    });
    connectRequest.end();
  });
}
