// Fails unless every file in dist/ has an attestation that release.yml of this repository made on one of GitHub's own
// runners, for this tag and the commit that is checked out.
// Usage: node scripts/release/verify-attestation.mjs vX.Y.Z [BUNDLE]    (BUNDLE: the attestation, where it was just made)

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { main, repository, run } from '../github.mjs';
import { requireVersion } from './versions.mjs';

main('The attestation of dist does not hold', () => {
  const [tag, bundle] = process.argv.slice(2);
  requireVersion(tag);
  const commit = run('git', ['rev-parse', 'HEAD']).trim();
  const files = readdirSync('dist', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length === 0) throw new Error('There is no file in dist.');
  for (const { parentPath, name } of files) {
    run('gh', [
      ...['attestation', 'verify', join(parentPath, name), '--repo', repository],
      ...['--signer-workflow', `${repository}/.github/workflows/release.yml`, '--source-ref', `refs/tags/${tag}`],
      ...['--source-digest', commit, '--deny-self-hosted-runners'],
      ...(bundle === undefined ? [] : ['--bundle', bundle]),
    ]);
  }
  console.log(`${files.length} files in dist are attested for ${tag} (${commit}).`);
});
