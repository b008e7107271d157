// Prints what CHANGELOG.md says of a version; fails unless the tag, package.json and the changelog name the same one.
// Usage: node scripts/release-notes.mjs vX.Y.Z

import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

function notesFor(tag) {
  const { version } = JSON.parse(read('package.json'));
  if (tag !== `v${version}`) {
    throw new Error(`The tag is ${tag ?? 'missing'}, and package.json says ${version}: they must be vX.Y.Z and X.Y.Z`);
  }
  const sections = read('CHANGELOG.md').split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  if (section === undefined) {
    throw new Error(`CHANGELOG.md has no section "## ${version}"`);
  }
  const end = section.indexOf('\n');
  const [heading, notes] = [section.slice(0, end).trim(), section.slice(end).trim()];
  if (!/^\S+ \(\d{4}-\d\d-\d\d\)$/.test(heading)) {
    throw new Error(`CHANGELOG.md says "${heading}"; a release has its day there: "${version} (YYYY-MM-DD)"`);
  }
  if (notes === '') {
    throw new Error(`CHANGELOG.md says nothing about ${version}`);
  }
  return notes;
}

try {
  process.stdout.write(`${notesFor(process.argv[2])}\n`);
} catch (error) {
  process.stderr.write(`release-notes: ${error.message}\n`);
  process.exitCode = 1;
}
