import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    testTimeout: 30_000,
    // The default of a second is too short for a process to start on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    // Most tests wait for a process of the action or for a pause between attempts, so more run at a time than there are cores.
    maxWorkers: 4,
    reporters: ['default', './__tests__/support/skip-reporter.ts'],
  },
});
