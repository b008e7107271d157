// Points vX at the published release vX.Y.Z of the commit that is checked out, unless a higher vX.Y.Z is published: a late
// patch does not take users back.
// Usage: node scripts/release/move-major-tag.mjs vX.Y.Z    (with GH_TOKEN and GITHUB_REPOSITORY set)

import { api, main, reference, releases, requireTag, run } from '../github.mjs';
import { highest, parseVersion, requireVersion } from './versions.mjs';

function moveTag(name, commit) {
  const current = reference(`tags/${name}`);
  if (current?.sha === commit) return;
  if (current === undefined) api('POST', 'git/refs', { ref: `refs/tags/${name}`, sha: commit });
  else api('PATCH', `git/refs/tags/${name}`, { sha: commit, force: true });
}

main('The major tag is not moved', () => {
  const tag = process.argv[2];
  const [major] = requireVersion(tag);
  const commit = run('git', ['rev-parse', 'HEAD']).trim();
  requireTag(tag, commit);

  const all = releases();
  if (!all.some(({ tag_name: name, draft, prerelease }) => name === tag && !draft && !prerelease)) {
    throw new Error(`${tag} is not published as a release, so v${major} stays where it is.`);
  }
  const highestOfMajor = highest(all.filter(({ tag_name: name }) => parseVersion(name)?.[0] === major));
  if (highestOfMajor.tag_name === tag) {
    moveTag(`v${major}`, commit);
    console.log(`v${major} is ${tag} (${commit}).`);
  } else {
    console.log(`v${major} stays where it is: ${highestOfMajor.tag_name} is higher than ${tag}.`);
  }
});
