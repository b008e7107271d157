// The process of an action: awaits its main function, and nothing else.

/** What still runs after the last line of the log may take so long to end. */
const endTimeoutMs = 500;

/** How long somebody who does not read the log may keep its last lines from being written. */
const logTimeoutMs = 10_000;

/**
 * Runs an action. The process ends by itself, with its exit code, as soon as nothing runs any more: process.exit() can
 * crash on Windows (nodejs/node issue 56645) and loses what stdout has not taken yet.
 */
export function runProcess(main: () => Promise<0 | 1>): void {
  // Red until proven otherwise: whatever keeps main from coming to its end must not look like success.
  process.exitCode = 1;

  void main().then((exitCode) => {
    process.exitCode = exitCode;
    endWithin(logTimeoutMs);
    try {
      // Waiting for this write flushes stdout.
      process.stdout.write('', () => endWithin(endTimeoutMs));
    } catch {
      endWithin(endTimeoutMs); // nothing of it can be written, so there is nothing to wait for
    }
  });
}

/** Ends the process if something still keeps it then, for instance the look-up of a host name, which cannot be cancelled. */
function endWithin(ms: number): void {
  setTimeout(() => process.exit(), ms).unref();
}
