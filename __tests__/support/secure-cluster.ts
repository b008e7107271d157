// A secured cluster: the emulator behind a front end with TLS, upload sessions in it, and the requests that reached it.
import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Gateway } from '../../emulator/gateway.js';
import { startApache } from '../peers/apache.js';
import type { FrontEnd, FrontEndOptions, SeenRequest } from '../peers/front-end.js';
import { startNginx } from '../peers/nginx.js';
import { authority, serverIdentity } from './certificates.js';
import type { WhenFinished } from './clean-up.js';
import { commitTargets, startTestGateway, uploadSmallFile } from './test-gateway.js';

export interface SecureCluster {
  url: string;
  port: number;
  frontEnd: FrontEnd;
  gateway: Gateway;
  /** Uploads a small file in one chunk, straight to the emulator; resolves with the session's id. */
  upload(): Promise<string>;
  /** How many commits of this session reached the emulator. */
  posts(sessionId: string): number;
  /** The commit requests of this session in the front end's log. */
  seen(sessionId: string, atLeast?: number): Promise<SeenRequest[]>;
}

const starters = { nginx: startNginx, Apache: startApache };
export type FrontEndName = keyof typeof starters;

/** Clients must present a certificate of the tests' authority; others get the gateway's own 403, or the front end's page. */
export const requireClientCertificate = (
  refusal: 'page' | 'gateway' = 'gateway',
): NonNullable<FrontEndOptions['clients']> => ({
  authority: authority().certificate,
  refusal,
});

/** Starts both on free ports; the server has the good certificate by default. */
export async function startSecureCluster(
  name: FrontEndName,
  changed: Partial<Omit<FrontEndOptions, 'upstream' | 'whenFinished'>> = {},
  whenFinished: WhenFinished = onTestFinished,
): Promise<SecureCluster> {
  const gateway = await startTestGateway({}, whenFinished);
  const options = { upstream: gateway.url, server: serverIdentity('good'), whenFinished, ...changed };
  const frontEnd = await starters[name](options);
  return {
    url: frontEnd.url,
    port: frontEnd.port,
    frontEnd,
    gateway,
    upload: async () => {
      const id = randomUUID();
      await uploadSmallFile(gateway, id);
      return id;
    },
    posts: (sessionId) => commitTargets(gateway).filter((target) => target.includes(sessionId)).length,
    seen: async (sessionId, atLeast = 0) =>
      (await frontEnd.requests(atLeast)).filter(({ requestLine }) => requestLine.includes(sessionId)),
  };
}
