// Fails unless the image store at ENDPOINT lists, below IMAGE_STORE_PATH, every file of the package in the folder PACKAGE,
// with its size, and the empty file that marks each folder as complete, and nothing else.

import { deepStrictEqual } from 'node:assert';
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

const { ENDPOINT, IMAGE_STORE_PATH, PACKAGE } = process.env;

async function listed(folder) {
  const response = await fetch(`${ENDPOINT}/ImageStore/${folder}?api-version=6.0`);
  if (!response.ok) throw new Error(`The emulator answered ${response.status} ${await response.text()}`);
  return (await response.json()).StoreFiles.map(({ StoreRelativePath: path, FileSize: size }) => `${path} ${size}`);
}

const entries = readdirSync(PACKAGE, { recursive: true, withFileTypes: true }).map((entry) => {
  const path = join(entry.parentPath, entry.name);
  return { isFile: entry.isFile(), path, name: path.slice(join(PACKAGE, sep).length).replaceAll(sep, '/') };
});
const folders = ['', ...entries.filter(({ isFile }) => !isFile).map(({ name }) => `/${name}`)];
const expected = [
  ...entries.filter(({ isFile }) => isFile).map(({ name, path }) => `/${name} ${statSync(path).size}`),
  ...folders.map((folder) => `${folder}/_.dir 0`),
].map((line) => `${IMAGE_STORE_PATH}${line}`.replaceAll('/', '\\'));
const found = (await Promise.all(folders.map((folder) => listed(`${IMAGE_STORE_PATH}${folder}`)))).flat();
deepStrictEqual(found.toSorted(), expected.toSorted());
console.log(found.toSorted().join('\n'));
