// Bundles the compiled action into dist/: readable, the same bytes on every machine, and without what it never runs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const builtin = (name) => join(root, `scripts/builtins/${name}.mjs`);

/** In place of modules of Node.js that are slow to load; each says why. */
const alias = {
  crypto: builtin('crypto'),
  'node:crypto': builtin('crypto'),
  'node:tls': builtin('tls'),
  fs: builtin('fs'),
  os: builtin('os'),
};

/**
 * What is used of @actions/http-client: the call that sends one request. Tree shaking leaves classes whole, and with
 * them all that their other methods need: agents, tunnels, another HTTP client.
 */
const usedMethods = {
  HttpClient: ['constructor', '_getUserAgentWithOrchestrationId', 'requestRawWithCallback'],
  HttpClientResponse: ['constructor'],
};

const usedMethodsOnly = {
  name: 'used-methods-only',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/@actions/http-client/lib/index.js')) return null;
    const exported = this.parse(code).body.flatMap(({ declaration }) => declaration ?? []);
    return Object.entries(usedMethods)
      .map(([name, used]) => {
        const methods = exported.find(({ id }) => id?.name === name).body.body;
        const kept = used.map((each) => methods.find(({ key }) => key.name === each));
        return `export class ${name} {\n${kept.map(({ start, end }) => code.slice(start, end)).join('\n')}\n}\n`;
      })
      .join('');
  },
};

/** V8 takes twice the memory, and longer, for a file in which one character is not ASCII. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle: (_, bundle) => {
    for (const chunk of Object.values(bundle)) chunk.code = chunk.code.replace(/[^\0-\x7F]/g, escaped);
  },
};

const { output } = await build({
  cwd: root,
  input: 'build/src/commit/index.js',
  platform: 'node',
  external: (id) => id.startsWith('node:') && !(id in alias),
  resolve: { alias },
  // What packages do while they are loaded is not for us: @actions/core looks at the platform, and begins a summary.
  treeshake: { moduleSideEffects: (id, isExternal) => !isExternal && !id.includes('node_modules') },
  onLog: (_, { message }) => {
    throw new Error(message);
  },
  plugins: [usedMethodsOnly, asciiOnly],
  output: {
    dir: 'dist',
    cleanDir: true,
    // CommonJS starts faster than ES modules.
    format: 'cjs',
    strict: true,
    entryFileNames: 'index.js',
    chunkFileNames: '[name].js',
    // They are for the sources, which dist is checked against; reading them would take time in every run.
    comments: { jsdoc: false, annotation: false, legal: true },
  },
});

writeFileSync(join(root, 'dist/package.json'), '{\n  "type": "commonjs"\n}\n');
writeFileSync(join(root, 'dist/licenses.txt'), licensesOf(output));

/** Name, licence and its text of every package that something was taken from. */
function licensesOf(chunks) {
  const taken = chunks.flatMap(({ modules }) => Object.entries(modules).filter(([, { code }]) => code !== null));
  const folders = taken.flatMap(([id]) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? []);
  return [...new Set(folders)].sort().map(licenseIn).join('\n');
}

function licenseIn(folder) {
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without its licence`);
  return `${name}\n${license}\n${readFileSync(join(folder, file), 'utf8').trimEnd()}\n`;
}

/** One unit of UTF-16 as every string and template may have it. */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
