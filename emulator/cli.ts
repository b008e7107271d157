// npm run emulator: runs the emulated image store on 127.0.0.1 until SIGINT or SIGTERM.

import { parseArgs } from 'node:util';
import { type GatewayOptions, startGateway } from './gateway.js';

const usage = `An emulated Service Fabric image store on 127.0.0.1.

  npm run --silent emulator -- [--port PORT] [--linux]

  --port PORT   the port to listen on, or 0 for any free one; default: 19080
  --linux       emulate a Linux cluster: no upload sessions, letter case of paths matters
  --help        show this help

It starts empty and keeps nothing after it stops. emulator/README.md describes what it emulates.
`;

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const gateway = await startGateway(options);
  const stop = () => {
    void gateway.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`Emulated image store at ${gateway.url} (Ctrl+C ends it)\n`);
}

function parseOptions(args: readonly string[]): GatewayOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      linux: { type: 'boolean', default: false },
      port: { type: 'string', default: '19080' },
    },
  });
  if (values.help) return 'help';
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new TypeError(`--port must be a whole number from 0 to 65535, but is '${values.port}'`);
  }
  return { port, linux: values.linux };
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
