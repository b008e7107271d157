// Makes the draft of the release vX.Y.Z of the commit that is checked out, with the changelog's section as notes, or brings
// an existing draft up to date. What is published already is left alone.
// Usage: node scripts/release/draft.mjs vX.Y.Z    (with GH_TOKEN and GITHUB_REPOSITORY set)

import { api, main, releases, repository, requireTag, run } from '../github.mjs';
import { notesFor } from './changelog.mjs';

// On the page of a release, a link into the repository would lead nowhere.
const linked = (notes, tag) => notes.replaceAll(/\]\((?!https?:)/g, `](https://github.com/${repository}/blob/${tag}/`);

main('The release is not drafted', () => {
  const tag = process.argv[2];
  const commit = run('git', ['rev-parse', 'HEAD']).trim();
  const content = { tag_name: tag, target_commitish: commit, name: tag, body: linked(notesFor(tag), tag), draft: true };
  requireTag(tag, commit);

  const existing = releases().filter(({ tag_name: name }) => name === tag);
  const published = existing.find(({ draft }) => !draft);
  if (published !== undefined) {
    console.log(`${tag} is published already: ${published.html_url}`);
    return;
  }
  if (existing.length > 1) {
    throw new Error(`There are ${existing.length} drafts of ${tag}. Delete them, then run this job again.`);
  }
  const draft =
    existing.length === 1 ? api('PATCH', `releases/${existing[0].id}`, content) : api('POST', 'releases', content);
  console.log(`::notice title=The release is drafted::Read and publish it: ${draft.html_url}`);
});
