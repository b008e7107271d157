// The job summary of a step that did nothing.
import { expect, it } from 'vitest';
import { summarizeProblem } from '../../../src/step/error-report.js';

it('shows each wrong input on its own line of the job summary', () => {
  expect(summarizeProblem('Not committed', 'Nothing was sent:\n- timeout is "<b>"\n- endpoint is empty')).toBe(
    '<h3>❌ Not committed</h3>\n<p>Nothing was sent:<br>- timeout is &quot;&lt;b&gt;&quot;<br>- endpoint is empty</p>\n',
  );
});

it('never has a blank line in the job summary of a problem, because Markdown would start after it', () => {
  expect(summarizeProblem('b', 'a\n\n\n# b').trimEnd()).not.toMatch(/\n\s*\n/);
});
