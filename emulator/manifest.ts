// Reads the manifests of a package: their elements with their attributes. Entities stay as they are written.

export interface ManifestElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
/** A comment, an instruction, CDATA, a tag, or text. */
const piece =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(?<end>\/?)(?<name>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|[^<]+/gy;

/** The elements in document order, the root first; undefined when the text is not well-formed. */
export function readManifest(text: string): readonly ManifestElement[] | undefined {
  const elements: ManifestElement[] = [];
  const open: string[] = [];
  let readCharacters = 0;
  for (const { 0: whole, groups = {} } of text.matchAll(piece)) {
    readCharacters += whole.length;
    const { name, attributes = '', end, empty } = groups;
    if (name === undefined) continue;
    if (end) {
      if (open.pop() !== name) return undefined;
      continue;
    }
    if (open.length === 0 && elements.length > 0) return undefined;
    elements.push({ name, attributes: readAttributes(attributes) });
    if (!empty) open.push(name);
  }
  return readCharacters === text.length && open.length === 0 && elements.length > 0 ? elements : undefined;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(text.matchAll(attribute), ([, name = '', double, single = '']) => [name, double ?? single]),
  );
}
