// The job summary of an upload: result, totals, what is not published by cause, and the files that took most.
import { describe, expect, it } from 'vitest';
import { createNotableFiles } from '../../../src/upload/notable-files.js';
import { outputsWithoutUpload } from '../../../src/upload/outputs.js';
import { summarize } from '../../../src/upload/summary.js';
import type { FileOutcome } from '../../../src/upload/upload-events.js';
import type { UploadOutcome } from '../../../src/upload/upload-outcome.js';
import { answer, refused, unanswered } from '../../support/attempts.js';
import { fileOutcome, uploadOutcome } from '../../support/upload-outcomes.js';

const outputs = {
  ...outputsWithoutUpload('failed', '', ''),
  'image-store-path': 'Apps/Voting',
  'application-type-name': 'VotingType',
  'application-type-version': '1.0.0',
  files: '2',
  bytes: '200',
};

function summaryOf(outcome: UploadOutcome, explanation = ''): string {
  return summarize(outcome, { ...outputs, explanation }, 'http://c:19080');
}

/** The rows of the table below a heading, as the texts of their cells. */
function tableBelow(heading: string, summary: string): readonly (readonly string[])[] {
  const table = summary.split(`<h4>${heading}</h4>`)[1]?.split('</table>')[0] ?? '';
  return [...table.matchAll(/<tr>(<td>.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell),
  );
}

const unpublished = (path: string, changed: Partial<FileOutcome>): FileOutcome =>
  fileOutcome(path, { result: 'failed', reason: 'refused', ...changed });

describe('the summary of an upload', () => {
  it.each<[UploadOutcome['result'], string]>([
    ['uploaded', '<h3>✅ Package uploaded</h3>'],
    ['failed', '<h3>❌ Package not uploaded</h3>'],
    ['unknown', '<h3>❓ Package may or may not be uploaded</h3>'],
  ])('begins with the result %s and the image store', (result, headline) => {
    const [first, second] = summaryOf(uploadOutcome({ result })).split('\n');
    expect([first, second]).toEqual([headline, '<p>Service Fabric image store at <code>http://c:19080</code></p>']);
  });

  it('has the totals', () => {
    const summary = summaryOf(uploadOutcome({ bytesSent: 3 * 2 ** 20, durationMs: 2_000 }));
    const rows = [...summary.matchAll(/<tr><th>(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(rows).toEqual([
      ['Image store path', 'Apps/Voting'],
      ['Application type', 'VotingType 1.0.0'],
      ['Published', '2 of 2 files'],
      ['Size', '200 bytes'],
      ['Sent', '3,145,728 bytes (1.5 MiB/s)'],
      ['Time', '2 s'],
    ]);
  });

  it('explains a failure before anything else, and escapes it', () => {
    const lines = summaryOf(uploadOutcome({ result: 'failed' }), 'x <b> & "y"').split('\n');
    expect(lines[2]).toBe('<p>x &lt;b&gt; &amp; &quot;y&quot;</p>');
  });

  it('counts what is not published by cause, the largest group first and what was never begun last', () => {
    const files = [
      unpublished('locked', { last: refused(403, 'E_ACCESSDENIED', 'about locked') }),
      ...['a', 'b', 'c'].map((path) => unpublished(path, { last: unanswered(), reason: 'attempts' })),
      ...['d', 'e'].map((path) => unpublished(path, { reason: 'changed' })),
      unpublished('in doubt', { result: 'unknown', reason: 'commit', last: answer(504, 'FABRIC_E_TIMEOUT') }),
      ...Array.from({ length: 7 }, (_, index) => unpublished(`later ${index}`, { reason: 'notStarted' })),
      fileOutcome('published by a session', { sessionIds: ['id'] }),
    ];
    expect(tableBelow('Not published', summaryOf(uploadOutcome({ result: 'failed', files })))).toEqual([
      ['❌ the runner could not connect (ECONNREFUSED)', '3', '<code>a</code>, <code>b</code> and <code>c</code>'],
      ['❌ the file changed while it was being uploaded', '2', '<code>d</code> and <code>e</code>'],
      ['❌ the cluster answered 403 E_ACCESSDENIED', '1', '<code>locked</code>'],
      ['❓ the cluster answered 504 FABRIC_E_TIMEOUT', '1', '<code>in doubt</code>'],
      [
        '❌ the step ended before the file was sent',
        '7',
        '<code>later 0</code>, <code>later 1</code>, <code>later 2</code>, <code>later 3</code>, <code>later 4</code> and 2 more',
      ],
    ]);
  });

  it('groups answers that differ in their words only', () => {
    const files = ['a', 'b'].map((path) => unpublished(path, { last: refused(400, 'E_FAIL', `about ${path}`) }));
    expect(tableBelow('Not published', summaryOf(uploadOutcome({ files })))).toHaveLength(1);
  });

  it('shows all files of a small package', () => {
    const notableFiles = [fileOutcome('<a>', { sizeBytes: 1, durationMs: 1_200, attempts: 2 }), fileOutcome('b')];
    expect(tableBelow('Files', summaryOf(uploadOutcome({ notableFiles })))).toEqual([
      ['<code>&lt;a&gt;</code>', '1 byte', '1.2 s', '2'],
      ['<code>b</code>', '100 bytes', '5 ms', '1'],
    ]);
  });

  it('shows the biggest and the slowest files of a large package', () => {
    const notable = createNotableFiles();
    for (let index = 0; index < 1_000; index += 1) {
      notable.add(fileOutcome(`${index}`, { sizeBytes: index, durationMs: 1_000 - index }));
    }
    const summary = summaryOf(uploadOutcome({ notableFiles: notable.list(), publishedFiles: 1_000 }));
    expect(tableBelow('Biggest and slowest files', summary).map(([path]) => path)).toEqual(
      [999, 998, 997, 996, 995, 0, 1, 2, 3, 4].map((index) => `<code>${index}</code>`),
    );
  });

  it('names no file twice that is big and slow', () => {
    const notable = createNotableFiles();
    const both = fileOutcome('both', { sizeBytes: 9, durationMs: 9 });
    for (const each of [fileOutcome('small'), both, fileOutcome('other')]) notable.add(each);
    expect(notable.list().filter((each) => each === both)).toHaveLength(1);
    expect(notable.list()).toHaveLength(3);
  });
});
