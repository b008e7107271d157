// The section of CHANGELOG.md about a version, which becomes the notes of its release.

import { readFileSync } from 'node:fs';
import { requireVersion } from './versions.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/**
 * The notes of the release with this tag. Throws an Error unless the tag, package.json, its lock file,
 * src/shared/version.ts and the changelog name the same version.
 */
export function notesFor(tag) {
  requireVersion(tag);
  const { version, packages } = JSON.parse(read('package-lock.json'));
  const versions = {
    'package.json': JSON.parse(read('package.json')).version,
    'package-lock.json': version === packages[''].version ? version : `${version} and ${packages[''].version}`,
    'src/shared/version.ts': /^export const version = '(.*)';$/m.exec(read('src/shared/version.ts'))?.[1],
  };
  const others = Object.entries(versions).filter(([, version]) => tag !== `v${version}`);
  if (others.length > 0) {
    const said = others.map(([file, version]) => `${file} says ${version ?? 'nothing'}`).join(', ');
    throw new Error(`The tag is ${tag}, but ${said}: a tag is vX.Y.Z, and the files say X.Y.Z.`);
  }
  return sectionOf(tag.slice(1), read('CHANGELOG.md'));
}

function sectionOf(version, changelog) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${version}".`);
  const end = section.indexOf('\n');
  const [heading, notes] = [section.slice(0, end).trim(), section.slice(end).trim()];
  if (!/^\S+ \(\d{4}-\d\d-\d\d\)$/.test(heading)) {
    throw new Error(`CHANGELOG.md says "${heading}"; a release has its day there: "${version} (YYYY-MM-DD)".`);
  }
  if (notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}.`);
  return notes;
}
