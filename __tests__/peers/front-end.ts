// What nginx and Apache have in common here: a TLS port in front of a gateway, and a log of the requests.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Identity } from '../support/certificates.js';
import type { WhenFinished } from '../support/clean-up.js';
import type { Daemon } from './process.js';

export type TlsVersion = 'TLSv1.2' | 'TLSv1.3';

/** Which client certificate is required, and how a request without it is refused. */
export interface ClientRule {
  /** PEM of the authority that must have signed it. */
  authority: string;
  /** The front end's own page, or the empty `403 Client certificate required` of a cluster's gateway. */
  refusal: 'page' | 'gateway';
}

export interface FrontEndOptions {
  /** `http://host:port` that accepted requests are forwarded to. */
  upstream: string;
  server: Identity;
  clients?: ClientRule;
  /** The largest request body that nginx forwards; others get 413. No limit when absent. */
  maxBodyBytes?: number;
  /** Both when absent. */
  protocols?: readonly TlsVersion[];
  /** Where it registers its clean-up; at the test by default. */
  whenFinished?: WhenFinished;
}

/** A request as the front end logged it, refused ones included. */
export interface SeenRequest {
  requestLine: string;
  status: number;
  /** Empty when a renegotiation failed. */
  tls: string;
  /** Subject of the client certificate; empty without one. */
  client: string;
}

export interface FrontEnd {
  /** On 127.0.0.1. */
  url: string;
  port: number;
  /**
   * Every request so far. What was sent before this call is in it, so an empty list proves that nothing was sent;
   * with `atLeast` it also waits, for two seconds at most, until so many have been answered and logged.
   */
  requests(atLeast?: number): Promise<SeenRequest[]>;
  /** The log of the server about itself and its handshakes. */
  log(): string;
  stop(): Promise<void>;
}

/** The log of requests: status, TLS version, client's subject and request line, separated by tabs. */
export const accessLog = 'access.log';

/** The path of requests that mark a position in the log; it requires no certificate. */
export const markPath = '/--mark--';

export function toFrontEnd(daemon: Daemon, protocols: readonly TlsVersion[] | undefined): FrontEnd {
  const { port, log, stop } = daemon;
  let marks = 0;
  const logged = (): SeenRequest[] => parseAccessLog(daemon.read(accessLog));
  const mark = async (): Promise<void> => {
    marks += 1;
    const path = `${markPath}/${marks}`;
    await ask(port, path, protocols);
    while (!logged().some(({ requestLine }) => requestLine.includes(`${path} `))) await sleep(5);
  };
  return {
    url: `https://127.0.0.1:${port}`,
    port,
    log,
    stop,
    requests: async (atLeast = 0) => {
      const giveUpAt = performance.now() + 2_000;
      for (;;) {
        await mark();
        const seen = logged().filter(({ requestLine }) => !requestLine.includes(markPath));
        if (seen.length >= atLeast || performance.now() > giveUpAt) return seen;
        await sleep(20);
      }
    },
  };
}

function parseAccessLog(text: string): SeenRequest[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [status = '', tls = '', client = '', requestLine = ''] = line
      .split('\t')
      .map((value) => (value === '-' ? '' : value));
    return { requestLine, status: Number(status), tls, client };
  });
}

async function ask(port: number, path: string, protocols: readonly TlsVersion[] = ['TLSv1.3']): Promise<void> {
  const version = protocols.includes('TLSv1.3') ? 'TLSv1.3' : 'TLSv1.2';
  const options = { host: '127.0.0.1', port, path, agent: false, rejectUnauthorized: false } as const;
  const question = request({ ...options, minVersion: version, maxVersion: version });
  question.end();
  const [answer] = await once(question, 'response');
  answer.resume();
  await once(answer, 'end');
}

/** Answers every request as a cluster's gateway answers an unknown client; resolves to its `http://host:port`. */
export async function startRefusingGateway(whenFinished: WhenFinished): Promise<string> {
  const server = createServer((_, answer) => {
    answer.writeHead(403, 'Client certificate required', { 'Content-Length': 0 }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  whenFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
