// npm run emulator: runs the emulated image store on 127.0.0.1 until SIGINT or SIGTERM.

import { parseArgs } from 'node:util';
import { type GatewayOptions, startGateway } from './gateway.js';

const usage = `An emulated Service Fabric image store on 127.0.0.1.

  npm run --silent emulator -- [--port PORT] [--linux] [--page-size COUNT] [--spool FOLDER]

  --port PORT         the port to listen on, or 0 for any free one; default: 19080
  --linux             emulate a Linux cluster: no upload sessions, letter case of paths matters
  --page-size COUNT   how many files and folders fit on a page of a listing; default: any number
  --spool FOLDER      keep large bodies in files below this folder instead of in memory, until it stops
  --help              show this help

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
      'page-size': { type: 'string' },
      port: { type: 'string', default: '19080' },
      spool: { type: 'string' },
    },
  });
  if (values.help) return 'help';
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new TypeError(`--port must be a whole number from 0 to 65535, but is '${values.port}'`);
  }
  return {
    port,
    linux: values.linux,
    ...(values['page-size'] === undefined ? {} : { pageSize: parsePageSize(values['page-size']) }),
    ...(values.spool === undefined ? {} : { spoolFolder: values.spool }),
  };
}

function parsePageSize(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new TypeError(`--page-size must be a whole number from 1, but is '${text}'`);
  return Number(text);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
