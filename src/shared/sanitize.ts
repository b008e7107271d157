// Makes text from outside (the cluster, a proxy, the workflow author) safe to show.

// Line breaks and escapes could start a workflow command or hide text; direction marks reorder what is read.
const unsafeCharacters = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;

/** One line without control characters, of at most `maxCharacters`. */
export function sanitize(text: string, maxCharacters = 1_000): string {
  const line = text.replace(unsafeCharacters, ' ').trim();
  return line.length > maxCharacters ? `${truncate(line, maxCharacters - 1)}…` : line;
}

/** The first `maxCharacters` of a text, without half of a surrogate pair at its end. */
export function truncate(text: string, maxCharacters: number): string {
  return text.length > maxCharacters ? text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '') : text;
}

/** Characters that nobody sees: controls other than blanks and line ends, zero-width characters, direction marks, fillers. */
const invisibleCharacters = /(?![\t-\r\u0085])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

export function dropInvisible(text: string): string {
  return text.replace(invisibleCharacters, '');
}

/** The same text with every invisible character in a form that is seen: `<U+200B>`. */
export function showInvisible(text: string): string {
  return text.replace(invisibleCharacters, (character) => `<${codePoint(character)}>`);
}

/** The number of a character as the Unicode Standard writes it: `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that HTML shows literally. One line, because a blank line would end the HTML block and start Markdown. */
export function escapeHtml(text: string, maxCharacters?: number): string {
  return sanitize(text, maxCharacters).replace(/[&<>"']/g, (character) => htmlEntities[character] ?? '');
}
