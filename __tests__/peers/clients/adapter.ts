// A published client as a child process: each call is a line of JSON on its input, and each result a line on its output.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** What every adapter program understands; a body is base64, since the SDKs' own upload methods take none. */
export type Call =
  | { readonly method: 'uploadFile'; readonly path: string; readonly body: string }
  | {
      readonly method: 'uploadChunk';
      readonly path: string;
      readonly sessionId: string;
      readonly range: string;
      readonly body: string;
    }
  | { readonly method: 'commit' | 'deleteSession' | 'sessionById'; readonly sessionId: string }
  | { readonly method: 'content' | 'deleteContent' | 'sessionByPath'; readonly path: string }
  | { readonly method: 'rootContent' };

/** A running client. */
export interface Client {
  /**
   * Resolves to `{ value }`, what the client returned in the names of the wire, or to `{ error }`, with the status,
   * the FabricError code and the text that the client's own error shows. Rejects when the program has died.
   */
  ask(call: Call): Promise<unknown>;
}

/** The environment of a client: none of this machine's proxies, and a home of its own to write into. */
export function environment(directory: string, home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    CLIENTS_DIR: resolve(directory),
    HOME: home,
    // sfctl sends telemetry by default.
    SFCTL_SERVICEFABRIC_USE_TELEMETRY: 'false',
  };
}

/** Starts an adapter program, which ends with the test. */
export function startClient(command: readonly string[], env: NodeJS.ProcessEnv): Client {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  return {
    ask: async (call) => {
      child.stdin.write(`${JSON.stringify(call)}\n`);
      const { done, value } = await answers.next();
      if (done) {
        throw new Error(`${program} ended instead of answering ${call.method}`);
      }
      return JSON.parse(value);
    },
  };
}
