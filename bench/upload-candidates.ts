// The programs whose uploads are compared.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptPath } from './candidates.js';
import type { Program } from './sample.js';
import type { WrittenPackage } from './upload-packages.js';
import type { Network } from './upload-servers.js';

/** A network, or the image store itself. */
export type Endpoint = Pick<Network, 'url'>;

export interface UploadCandidate {
  readonly name: string;
  /** For a program that is slow, and the same each time. */
  readonly maxRounds?: number;
  /** The program that uploads a package to an endpoint. */
  program(content: WrittenPackage, endpoint: Endpoint): Program;
}

/** The action's default. */
export const uploadConcurrency = 8;

export const uploadAction: UploadCandidate = {
  name: 'this action',
  program: (content, endpoint) => ({
    name: 'this action',
    command: [process.execPath, resolve('dist/upload/index.js')],
    environment: inputs(content, endpoint),
  }),
};

export const curlLoop: UploadCandidate = {
  name: 'curl loop',
  // It takes minutes, and its hundreds of processes are an average by themselves.
  maxRounds: 1,
  program: (content, endpoint) => ({
    name: 'curl loop',
    command: ['bash', scriptPath('curl-loop.sh')],
    environment: inputs(content, endpoint),
  }),
};

function inputs({ folder }: WrittenPackage, { url }: Endpoint): Readonly<Record<string, string>> {
  return { INPUT_ENDPOINT: url, INPUT_PACKAGE: folder, INPUT_CONCURRENCY: String(uploadConcurrency) };
}

/**
 * Installs Microsoft's command line client and selects the networks' endpoints. It uploads with two processes by default.
 * @param folder for its settings
 */
export function installSfctl(networks: readonly Network[], folder: string): UploadCandidate {
  const clients = resolve(process.env['CLIENTS_DIR'] ?? 'build/clients');
  execFileSync('bash', ['scripts/install-clients.sh', clients, 'python'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const sfctl = join(clients, 'python', 'bin', 'sfctl');
  const homeFor = ({ url }: Endpoint): string => join(folder, `sfctl-${new URL(url).port}`);
  // sfctl sends telemetry by default, and keeps the endpoint in its user's home.
  const environmentFor = (endpoint: Endpoint): Readonly<Record<string, string>> => ({
    HOME: homeFor(endpoint),
    SFCTL_SERVICEFABRIC_USE_TELEMETRY: 'false',
  });
  for (const network of networks) {
    mkdirSync(homeFor(network));
    const env = { PATH: process.env['PATH'], ...environmentFor(network) };
    execFileSync(sfctl, ['cluster', 'select', '--endpoint', network.url], { env, stdio: 'pipe' });
  }
  return {
    name: 'sfctl',
    program: (content, endpoint) => ({
      name: 'sfctl',
      command: [sfctl, 'application', 'upload', '--path', content.folder],
      environment: environmentFor(endpoint),
    }),
  };
}
