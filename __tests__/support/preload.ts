// A script that Node.js runs in the process of a step before the action.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.js';

/** The variables that have Node.js run this script (CommonJS) first. */
export function preload(script: string): { readonly NODE_OPTIONS: string } {
  const path = join(temporaryFolder(), 'preload.cjs');
  writeFileSync(path, script);
  return { NODE_OPTIONS: `--require=${path.replaceAll('\\', '/')}` };
}
