// Bundles what the compiler has written to build/action into dist/, with ncc. Run it by `npm run build`.
import { execSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

/** What each action.yml runs: the compiled script, and the folder that its bundle goes to. */
const entries = [
  { script: 'build/action/commit/index.js', folder: 'dist' },
  { script: 'build/action/upload/index.js', folder: 'dist/upload' },
];

// Chunks of an earlier build would stay.
rmSync('dist', { recursive: true, force: true });
// Without "type": "module" next to the scripts ncc writes CommonJS, which starts faster than ES modules.
writeFileSync('build/action/package.json', '{}\n');
for (const { script, folder } of entries) {
  execSync(`ncc build ${script} --out ${folder} --license licenses.txt --no-cache`, { stdio: 'inherit' });
}
// The package.json of the repository says "module", which dist is not.
writeFileSync('dist/package.json', '{\n  "type": "commonjs"\n}\n');
