// Marks the published release with the highest version as the latest one, which a late patch of an older version is not.
// Usage: node scripts/release/mark-latest.mjs    (with GH_TOKEN and GITHUB_REPOSITORY set)

import { api, main, releases } from '../github.mjs';
import { highest } from './versions.mjs';

main('Another release than the highest is marked as the latest', () => {
  const release = highest(releases());
  if (release === undefined) throw new Error('No release is published.');
  if (api('GET', 'releases/latest').id !== release.id) api('PATCH', `releases/${release.id}`, { make_latest: 'true' });
  console.log(`The latest release is ${release.tag_name}.`);
});
