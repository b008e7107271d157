// Lists of sessions and files, in the forms in which gateways of several versions write them.
import { describe, expect, it } from 'vitest';
import { readContent, readFolderPage, readSession } from '../../../src/image-store/responses.js';
import { OTHER_SESSION, SESSION } from '../../support/attempts.js';

const date = '2026-11-23T12:00:00.123Z';
const dateMs = Date.parse(date);

const entry = (changed: object = {}): object => ({
  StoreRelativePath: 'App/Code/app.dll',
  SessionId: SESSION,
  FileSize: '11',
  ModifiedDate: date,
  ExpectedRanges: [],
  ...changed,
});
const range = (start: number, end: number): object => ({ StartPosition: String(start), EndPosition: String(end) });
const sessions = (...entries: readonly unknown[]): string => JSON.stringify({ UploadSessions: entries });

describe('a listing of a session', () => {
  const session = { path: 'App/Code/app.dll', sizeBytes: 11, lastChunkMs: dateMs, missingRanges: [] };

  it.each<[string, string, object]>([
    ['with numbers as strings, as gateways write them', sessions(entry()), {}],
    ['with numbers as numbers', sessions(entry({ FileSize: 11 })), {}],
    ['with fields that newer runtimes may add', sessions(entry({ Owner: { Name: 'x' }, Ticket: null })), {}],
    ['with other members around it', JSON.stringify({ ContinuationToken: '', UploadSessions: [entry()], More: 1 }), {}],
    [
      'in lower case, as a front end may re-serialise it',
      sessions(entry()).toLowerCase().replace('app/code', 'App/Code'),
      {},
    ],
    [
      'in camel case',
      sessions(entry()).replace(/"([A-Z])(\w+)":/g, (_, first, rest) => `"${first.toLowerCase()}${rest}":`),
      {},
    ],
    ['with the id in upper case', sessions(entry({ SessionId: SESSION.toUpperCase() })), {}],
    ['after other sessions', sessions(entry({ SessionId: OTHER_SESSION, FileSize: '99' }), entry()), {}],
    ['after a byte order mark', `\uFEFF${sessions(entry())}`, {}],
    ['with escaped slashes', sessions(entry()).replaceAll('/', String.raw`\/`), {}],
    [
      'with backslashes in its path, which are kept',
      sessions(entry({ StoreRelativePath: 'App\\a' })),
      { path: 'App\\a' },
    ],
    ['with a path that is not ASCII', sessions(entry({ StoreRelativePath: 'Ä 𝒳' })), { path: 'Ä 𝒳' }],
    ['of 5 TiB', sessions(entry({ FileSize: '5497558138880' })), { sizeBytes: 5_497_558_138_880 }],
    [
      'with bytes missing, from first to last',
      sessions(
        entry({
          ExpectedRanges: [
            { StartPosition: '0', EndPosition: '3' },
            { StartPosition: 7, EndPosition: 10, Why: 'new' },
          ],
        }),
      ),
      {
        missingRanges: [
          { start: 0, end: 3 },
          { start: 7, end: 10 },
        ],
      },
    ],
    [
      'of an empty file, which always has one range',
      sessions(entry({ FileSize: '0', ExpectedRanges: [{ StartPosition: '0', EndPosition: '0' }] })),
      { sizeBytes: 0, missingRanges: [{ start: 0, end: 0 }] },
    ],
  ])('is read %s', (_, body, changed) => {
    expect(readSession(body, SESSION, undefined)).toEqual({ ...session, ...changed });
  });

  it.each([
    ['no body', ''],
    ['blanks', ' \r\n'],
    ['an empty list', sessions()],
    ['a page', '<html></html>'],
    ['half a body', sessions(entry()).slice(0, -9)],
    ['JSON of another kind', '{"StoreFiles":[]}'],
    ['no list', '{"UploadSessions":{}}'],
    ['null', 'null'],
    ['another session', sessions(entry({ SessionId: OTHER_SESSION }))],
    ['without an id', sessions(entry({ SessionId: undefined }))],
    ['without a path', sessions(entry({ StoreRelativePath: undefined }))],
    ['with a lone surrogate in its path', sessions(entry({ StoreRelativePath: 'a\uD800' }))],
    ['without a size', sessions(entry({ FileSize: undefined }))],
    ['with a negative size', sessions(entry({ FileSize: '-1' }))],
    ['without a date', sessions(entry({ ModifiedDate: undefined }))],
    ['with ticks for a date', sessions(entry({ ModifiedDate: '132012345678901234' }))],
    ['without ranges, which does not mean complete', sessions(entry({ ExpectedRanges: undefined }))],
    ['with ranges of null', sessions(entry({ ExpectedRanges: null }))],
    ['with half a range', sessions(entry({ ExpectedRanges: [{ StartPosition: '3' }] }))],
    ['with an empty range', sessions(entry({ ExpectedRanges: [null] }))],
    ['with a range that ends before it begins', sessions(entry({ ExpectedRanges: [range(5, 4)] }))],
    ['with a range that begins behind the file', sessions(entry({ ExpectedRanges: [range(11, 12)] }))],
    ['with a range that ends behind the file', sessions(entry({ ExpectedRanges: [range(0, 11)] }))],
    ['with one range right and one wrong', sessions(entry({ ExpectedRanges: [range(0, 1), range(9, 8)] }))],
    [
      'with more than one byte missing of an empty file',
      sessions(entry({ FileSize: '0', ExpectedRanges: [range(0, 1)] })),
    ],
    ['with a size that a number cannot hold exactly', sessions(entry({ FileSize: '9007199254740993' }))],
    ['with such a size as a number', sessions(entry()).replace('"11"', '9007199254740993')],
    ['with the date of a store that has never had a chunk', sessions(entry({ ModifiedDate: '0001-01-01T00:00:00Z' }))],
    ['with the date 1999', sessions(entry({ ModifiedDate: '1999-12-31T23:59:59.999Z' }))],
    ['with a date that is a number', sessions(entry({ ModifiedDate: '1' }))],
    ['with a date without a zone', sessions(entry({ ModifiedDate: '2026-11-23T12:00:00' }))],
    ['with an empty path', sessions(entry({ StoreRelativePath: '' }))],
    ['with a path of slashes', sessions(entry({ StoreRelativePath: '/ /' }))],
    ...['..', '../a', 'App/../../a', 'App\\..\\a', 'App/..', 'App/ .. /a', './a'].map((path): [string, string] => [
      `with the path ${path}, which leads elsewhere`,
      sessions(entry({ StoreRelativePath: path })),
    ]),
  ])('leads to no conclusion when it is not understood: %s', (_, body) => {
    expect(readSession(body, SESSION, undefined)).toBeUndefined();
  });

  it.each([
    [0, true],
    [120_000, true],
    [120_001, false],
    [86_400_000, false],
  ])("may be dated %d ms ahead of the server's clock: %s", (aheadMs, isUnderstood) => {
    expect(readSession(sessions(entry()), SESSION, dateMs - aheadMs) !== undefined).toBe(isUnderstood);
  });

  it.each(['..a/b', 'a../b', 'a/...', '.config/a'])('may have a path with dots that lead nowhere else: %s', (path) => {
    expect(readSession(sessions(entry({ StoreRelativePath: path })), SESSION, undefined)).toMatchObject({ path });
  });
});

const file = (changed: object = {}): object => ({
  StoreRelativePath: 'App\\Code\\app.dll',
  FileVersion: {
    EpochDataLossNumber: '132012345678901234',
    VersionNumber: '4',
    EpochConfigurationNumber: '8589934592',
  },
  FileSize: '11',
  ModifiedDate: date,
  ...changed,
});
const listing = (...files: readonly unknown[]): string =>
  JSON.stringify({ StoreFiles: files, StoreFolders: [], ContinuationToken: '' });

/** The FileVersion of `file()`. */
const version = '132012345678901234.8589934592.4';

describe('a listing of content', () => {
  const path = 'App/Code/app.dll';

  it.each<[string, string, string, number?]>([
    ['with numbers as strings', listing(file()), path],
    ['with numbers as numbers', listing(file({ FileSize: 11 })), path],
    ['in lower case', listing(file()).toLowerCase().replace('t12:', 'T12:').replace('123z', '123Z'), path],
    ['with fields that newer runtimes may add', listing(file({ Hash: 'x' })), path],
    ['without folders or paging', JSON.stringify({ StoreFiles: [file()] }), path],
    ['with slashes, as on Linux', listing(file({ StoreRelativePath: path })), path],
    [
      'with other letter case, which Windows does not see',
      listing(file({ StoreRelativePath: 'APP\\code\\App.dll' })),
      path,
    ],
    ['for a path with slashes at its ends', listing(file()), '/App/Code/app.dll/'],
    ['for a path with blanks at its ends', listing(file()), ' App/Code/app.dll '],
    ['for a path with backslashes', listing(file()), 'App\\Code\\app.dll'],
    ['among others', listing(file({ StoreRelativePath: 'App\\Code\\app.dll.config', FileSize: '5' }), file()), path],
    ['of an empty file', listing(file({ FileSize: '0' })), path, 0],
  ])('is read %s', (_, body, asked, sizeBytes = 11) => {
    expect(readContent(body, asked, undefined)).toEqual({ sizeBytes, modifiedMs: dateMs, version });
  });

  it.each([
    ['no body', ''],
    ['no files', listing()],
    ['files in a folder of this name', listing(file({ StoreRelativePath: 'App\\Code\\app.dll\\inner' }))],
    ['another file', listing(file({ StoreRelativePath: 'Other\\Code\\app.dll' }))],
    ['a page', '<html></html>'],
    ['JSON of another kind', '{"UploadSessions":[]}'],
    ['no list', '{"StoreFiles":null}'],
    ['without a size', listing(file({ FileSize: undefined }))],
    ['without a date', listing(file({ ModifiedDate: undefined }))],
    ['with ticks for a date', listing(file({ ModifiedDate: '132012345678901234' }))],
    ['with the date 0001', listing(file({ ModifiedDate: '0001-01-01T00:00:00Z' }))],
    ['with a size that a number cannot hold exactly', listing(file({ FileSize: '9007199254740993' }))],
  ])('leads to no conclusion when it is not understood: %s', (_, body) => {
    expect(readContent(body, path, undefined)).toBeUndefined();
  });
});

const page = (files: readonly unknown[], folders: readonly unknown[] = [], token: unknown = ''): string =>
  JSON.stringify({ StoreFiles: files, StoreFolders: folders, ContinuationToken: token });

describe('a page of the listing of a folder', () => {
  it('is read with the files and folders by their names, and what leads to the next page', () => {
    const body = page(
      [file(), file({ StoreRelativePath: 'App\\Code\\_.dir', FileSize: '0', FileVersion: undefined })],
      [{ StoreRelativePath: 'App\\Code\\de', FileCount: '3' }],
      'App%5CCode%5Cx',
    );
    expect(readFolderPage(body, 'app/Code')).toEqual({
      files: new Map([
        ['app.dll', { sizeBytes: 11, version }],
        ['_.dir', { sizeBytes: 0 }],
      ]),
      folders: new Set(['de']),
      continuationToken: 'App%5CCode%5Cx',
    });
  });

  it.each([
    ['no body', ''],
    ['no token', JSON.stringify({ StoreFiles: [file()], StoreFolders: [] })],
    ['a token that is a number', page([file()], [], 5)],
    ['no folders', JSON.stringify({ StoreFiles: [file()], ContinuationToken: '' })],
    ['a file without a size', page([file(), file({ FileSize: undefined })])],
    ['a file of another folder', page([file({ StoreRelativePath: 'App\\Data\\a' })])],
    ['the file whose path was listed', page([file({ StoreRelativePath: 'App\\Code' })])],
    ['a folder of another folder', page([], [{ StoreRelativePath: 'Code\\de' }])],
  ])('proves nothing when a part of it is not understood: %s', (_, body) => {
    expect(readFolderPage(body, 'App/Code')).toBeUndefined();
  });
});
