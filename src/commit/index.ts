// The process: awaits main, and nothing else.
import { main } from './main.js';

// Red until proven otherwise: whatever keeps main from coming to its end must not look like success.
process.exitCode = 1;

main().then((exitCode) => {
  // Some peers never close their sockets, and nothing of theirs may keep the step. Waiting for the write flushes stdout.
  const exit = (): never => process.exit(exitCode);
  try {
    process.stdout.write('', exit);
  } catch {
    exit(); // nothing of it can be written, so there is nothing to wait for
  }
});
