// A cluster behind a front end: the emulator, upload sessions in it, and what reached it of their commits.
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { type Gateway, startGateway } from '../../emulator/gateway.js';
import { startApache } from '../peers/apache.js';
import type { FrontEnd, FrontEndOptions, SeenRequest } from '../peers/front-end.js';
import { startNginx } from '../peers/nginx.js';
import { authority, serverIdentity } from './certificates.js';
import type { Run, WhenFinished } from './run-action.js';

export interface SecureCluster {
  url: string;
  port: number;
  frontEnd: FrontEnd;
  gateway: Gateway;
  /** Uploads a small file in one chunk, straight to the emulator; resolves with the session's id. */
  upload(): Promise<string>;
  /** How many commits of this session reached the emulator. */
  posts(sessionId: string): number;
  /** What the front end wrote down of this session's commits. */
  seen(sessionId: string, atLeast?: number): Promise<SeenRequest[]>;
}

const starters = { nginx: startNginx, Apache: startApache };
export type FrontEndName = keyof typeof starters;

/** Who has to show a certificate of our authority, and gets the gateway's own 403 otherwise. */
export const clientsOfOurs = (refusal: 'page' | 'gateway' = 'gateway'): NonNullable<FrontEndOptions['clients']> => ({
  authority: authority().certificate,
  refusal,
});

/** Starts both on free ports; the server has the good certificate unless told. */
export async function startSecureCluster(
  name: FrontEndName,
  changed: Partial<Omit<FrontEndOptions, 'upstream' | 'whenFinished'>> = {},
  whenFinished: WhenFinished = onTestFinished,
): Promise<SecureCluster> {
  const gateway = await startGateway();
  whenFinished(() => gateway.close());
  const options = { upstream: gateway.url, server: serverIdentity('good'), whenFinished, ...changed };
  const frontEnd = await starters[name](options);
  return {
    url: frontEnd.url,
    port: frontEnd.port,
    frontEnd,
    gateway,
    upload: async () => {
      const id = randomUUID();
      const url = `${gateway.url}/ImageStore/app/${id}.txt/$/UploadChunk?api-version=6.0&session-id=${id}`;
      const answer = await fetch(url, { method: 'PUT', headers: { 'Content-Range': 'bytes 0-4/5' }, body: 'hello' });
      expect(answer.status).toBe(200);
      return id;
    },
    posts: (sessionId) =>
      gateway.requests.filter(({ method, target }) => method === 'POST' && target.includes(sessionId)).length,
    seen: async (sessionId, atLeast = 0) =>
      (await frontEnd.requests(atLeast)).filter(({ requestLine }) => requestLine.includes(sessionId)),
  };
}

/** The step's one error annotation, as it is shown. */
export function annotation({ stdout }: Run): string {
  const errors = [...stdout.matchAll(/^::error [^:]*::(.*)$/gm)].map(([, text]) => text ?? '');
  expect(errors).toHaveLength(1);
  return (errors[0] ?? '').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** The step's warnings, as they are shown. */
export function warnings({ stdout }: Run): readonly string[] {
  return [...stdout.matchAll(/^::warning[^:]*::(.*)$/gm)].map(([, text]) => text ?? '');
}

/** What is run at the end of a describe, for peers that its tests share: `afterAll(endings.run)`. */
export function endings(): { add: WhenFinished; run: () => Promise<void> } {
  const all: (() => Promise<void>)[] = [];
  return {
    add: (cleanUp) => void all.push(cleanUp),
    run: async () => {
      for (const cleanUp of all.reverse()) await cleanUp();
    },
  };
}
