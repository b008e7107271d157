// What e2e.yml uploads before it commits: this file, whole and in part.

export const file = 'dist/index.js';
export const chunkBytes = 100_000;
export const whole = { path: 'App/Code.js', sessionId: process.env.COMPLETE_SESSION };
/** One chunk of a file that is longer by one byte. */
export const part = { path: 'App/Part.js', sessionId: process.env.INCOMPLETE_SESSION };
