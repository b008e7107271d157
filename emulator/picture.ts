// npm run picture: draws docs/job-summary.svg anew.

import { writeFile } from 'node:fs/promises';
import { drawJobSummary } from './summary-picture.js';

await writeFile('docs/job-summary.svg', await drawJobSummary());
