// Prints the notes of a release, or why there are none.
// Usage: node scripts/release/notes.mjs vX.Y.Z

import { main } from '../github.mjs';
import { notesFor } from './changelog.mjs';

main('Release notes', () => console.log(notesFor(process.argv[2])));
