// The process of an action: awaits its main function, and nothing else.

/** Runs an action. The process ends with its exit code as soon as it has come to its end. */
export function runProcess(main: () => Promise<0 | 1>): void {
  // Red until proven otherwise: whatever keeps main from coming to its end must not look like success.
  process.exitCode = 1;

  void main().then((exitCode) => {
    // Some peers never close their sockets, and nothing of theirs may keep the step. Waiting for the write flushes stdout.
    const exit = (): never => process.exit(exitCode);
    try {
      process.stdout.write('', exit);
    } catch {
      exit(); // nothing of it can be written, so there is nothing to wait for
    }
  });
}
