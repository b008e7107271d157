// node:fs, function by function. Whoever imports all of it, like @actions/core, would have it copied name by name.
export { appendFileSync, constants, existsSync, promises } from 'node:fs';
