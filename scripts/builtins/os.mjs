// node:os, of which this action needs a line's end.
export { default } from 'node:os';
export const EOL = process.platform === 'win32' ? '\r\n' : '\n';
