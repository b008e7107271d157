// Bundles the compiled action into dist/: readable, the same bytes on every machine, and without what it never runs.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { code, assets } = await ncc(at('build/src/index.js'), {
  // CommonJS starts faster than ES modules.
  esm: false,
  cache: false,
  quiet: true,
  license: 'licenses.txt',
  externals: {
    // Only loaded when used; see scripts/deferred.
    https: './https.cjs',
    'node:https': './https.cjs',
    crypto: './crypto.cjs',
    fs: './fs.cjs',
    tls: './tls.cjs',
    'node:tls': './tls.cjs',
    // @actions/http-client needs undici for getAgentDispatcher only, @actions/core needs exec for platform only, and
    // tunnel needs assert for its debug output only.
    undici: './unused.cjs',
    '@actions/exec': './unused.cjs',
    assert: './unused.cjs',
  },
});

rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist'));
writeFileSync(at('dist/index.js'), code);
writeFileSync(at('dist/package.json'), '{\n  "type": "commonjs"\n}\n');
for (const name of readdirSync(at('scripts/deferred')))
  copyFileSync(at(`scripts/deferred/${name}`), at(`dist/${name}`));
for (const [name, { source }] of Object.entries(assets)) writeFileSync(at(`dist/${name}`), source);
