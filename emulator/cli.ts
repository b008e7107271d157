// npm run emulator: an image store on 127.0.0.1 until it is told to stop.

import { parseArgs } from 'node:util';
import { type GatewayOptions, startGateway } from './gateway.js';

const USAGE = `An emulated Service Fabric image store on 127.0.0.1.

  npm run --silent emulator -- [--port PORT] [--linux]

  --port PORT   the port to listen on, 0 for any free one; 19080 unless told
  --linux       a Linux cluster: no upload sessions, paths with letter case
  --help        this text

It starts empty and forgets everything when it ends. emulator/README.md says what it imitates.
`;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(USAGE);
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

function readOptions(args: readonly string[]): GatewayOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      linux: { type: 'boolean', default: false },
      port: { type: 'string', default: '19080' },
    },
  });
  if (values.help) {
    return 'help';
  }
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new TypeError(`--port takes a whole number from 0 to 65535, not '${values.port}'`);
  }
  return { port, linux: values.linux };
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}
