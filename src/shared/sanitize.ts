// Text that others wrote (the cluster, a proxy, the workflow author), made harmless before anyone is shown it.

// Line breaks and escapes could start a workflow command or hide text; direction marks reorder what is read.
const invisible = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;

/** One line without control characters, of at most `maxCharacters`. */
export function sanitize(text: string, maxCharacters = 1_000): string {
  const line = text.replace(invisible, ' ').trim();
  return line.length > maxCharacters ? `${truncate(line, maxCharacters - 1)}…` : line;
}

/** The start of a text, never ending in half a character. */
export function truncate(text: string, characters: number): string {
  return text.length > characters ? text.slice(0, characters).replace(/[\uD800-\uDBFF]$/, '') : text;
}

/** Text as HTML shows it literally. One line, because a blank one would end the HTML block and begin Markdown. */
export function escapeHtml(text: string, maxCharacters?: number): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return sanitize(text, maxCharacters).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
