// A front end between the action and a gateway: it passes requests on, rewrites answers, or answers in the gateway's place.
import { once } from 'node:events';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FrontAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface FrontRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
}

export interface FrontRules {
  /** Answers in the gateway's place, which does not get the request then. */
  readonly answer?: (request: FrontRequest) => FrontAnswer | undefined;
  /** Replaces the gateway's answer. */
  readonly rewrite?: (request: FrontRequest, answer: FrontAnswer) => FrontAnswer | undefined;
}

export interface RewritingFront {
  readonly url: string;
  /** Every request that came to the front, in order. */
  readonly requests: readonly FrontRequest[];
  close(): void;
}

/** Starts a front before the gateway at this URL, on a free port. */
export async function startRewritingFront(gatewayUrl: string, rules: FrontRules): Promise<RewritingFront> {
  const requests: FrontRequest[] = [];
  const server = http.createServer(async (incoming, outgoing) => {
    incoming.resume();
    const request = { method: incoming.method ?? '', target: incoming.url ?? '' };
    requests.push(request);
    const answer = rules.answer?.(request) ?? (await passOn(gatewayUrl, request, rules.rewrite));
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function passOn(gatewayUrl: string, request: FrontRequest, rewrite: FrontRules['rewrite']): Promise<FrontAnswer> {
  const response = await fetch(`${gatewayUrl}${request.target}`, { method: request.method, redirect: 'manual' });
  const type = response.headers.get('content-type');
  const answer = {
    status: response.status,
    headers: { ...(type && { 'Content-Type': type }) },
    body: Buffer.from(await response.arrayBuffer()),
  };
  return rewrite?.(request, answer) ?? answer;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
