// Names and paths that the image store cannot hold.
import { describe, expect, it } from 'vitest';
import { findNameFault, isReservedPath, nameOf, parentOf } from '../../../src/upload/path-rules.js';

describe('a name in the image store', () => {
  it.each([
    'Code',
    'Web.exe',
    'with blank.dll',
    ' leading blank',
    '#1',
    '100%',
    '%41',
    'a&b',
    "it's",
    'Grüße.txt',
    '日本語',
    '🚀.png',
    '$x',
    'x$',
    '.gitignore',
    '..hidden',
    'a..b',
    'CONFIG',
    'console',
    'COM10',
    'COM',
    'nully.txt',
    'my.con',
    '_.dir2',
    'x'.repeat(255),
  ])('can be %j', (name) => {
    expect(findNameFault(name)).toBeUndefined();
  });

  it.each([
    ['$', 'dollar'],
    ...[...'<>:"|?*\\'].map((character) => [`a${character}b`, 'character'] as const),
    ['a\u0000b', 'character'],
    ['tab\there', 'character'],
    ['line\nbreak', 'character'],
    ['escape\u001B', 'character'],
    ...['CON', 'con', 'Prn', 'AUX', 'nul', 'COM1', 'com9', 'LPT1', 'lpt0', 'COM¹', 'CONIN$', 'conout$'].map(
      (name) => [name, 'device'] as const,
    ),
    ['NUL.txt', 'device'],
    ['con.tar.gz', 'device'],
    ['aux .txt', 'device'],
    ['nul ', 'device'],
    ['name.', 'ending'],
    ['name...', 'ending'],
    ['name ', 'ending'],
    ['name\u00A0', 'ending'],
    ['half a pair \uD83D', 'encoding'],
    ['not UTF-8 \uFFFD', 'encoding'],
    ['x'.repeat(256), 'tooLong'],
  ] as const)('cannot be %j, which is a fault of the kind %s', (name, fault) => {
    expect(findNameFault(name)).toBe(fault);
  });
});

describe('the first segment of a path in the image store', () => {
  it.each(['Store', 'store', 'STORE/x', 'WindowsFabricStore', 'windowsfabricstore/a/b'])(
    'is reserved in %j',
    (path) => {
      expect(isReservedPath(path)).toBe(true);
    },
  );

  it.each(['Stores', 'MyStore', 'apps/Store', 'Store.1'])('is free in %j', (path) => {
    expect(isReservedPath(path)).toBe(false);
  });
});

describe('a path', () => {
  it.each([
    ['a/b/c', 'a/b', 'c'],
    ['a', '', 'a'],
    ['', '', ''],
  ])('%j is divided into folder and name', (path, parent, name) => {
    expect([parentOf(path), nameOf(path)]).toEqual([parent, name]);
  });
});
