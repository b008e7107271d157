// Reads a manifest as XML: elements and their attributes, and nothing that an entity could bring in.
// saxes, because of the parsers on npm it is the one that refuses whatever the cluster's own reader would refuse.
import { SaxesParser } from 'saxes';
import type { ReportProblem } from '../connection/input-problems.js';
import { sanitize } from '../shared/sanitize.js';

export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
}

/** A thousand times the size of a usual manifest. */
export const maxManifestBytes = 4 * 2 ** 20;

/**
 * Parses a file.
 * @param path names the file in a problem
 * @returns the root element; undefined when a problem was reported
 */
export function parseXml(bytes: Uint8Array, path: string, reportProblem: ReportProblem): XmlElement | undefined {
  const text = decodeXml(bytes, path, reportProblem);
  if (text === undefined) return undefined;
  if (text.trim() === '') return reportProblem(`${path} is empty. Restore it, or build the package again.`);
  try {
    return parseText(text);
  } catch (error) {
    if (error instanceof DoctypeError) {
      return reportProblem(
        `${path} has a document type declaration (<!DOCTYPE>), which the cluster does not accept. Remove it, and write values in place of entities.`,
      );
    }
    return reportProblem(`${path} is not well-formed XML. ${describeFault(error, text)}`);
  }
}

/** Manifests have about ten levels; the parser's time grows with the square of their number. */
const maxDepth = 100;

class DoctypeError extends Error {}

interface OpenElement extends XmlElement {
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
}

function parseText(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const document: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open = [document];
  parser.on('doctype', () => {
    throw new DoctypeError();
  });
  parser.on('opentag', ({ local, attributes }) => {
    if (open.length > maxDepth) throw new Error(`${parser.line}:0: more than ${maxDepth} elements in each other.`);
    const unprefixed = Object.values(attributes).filter(({ prefix, local }) => prefix === '' && local !== 'xmlns');
    const element: OpenElement = {
      name: local,
      attributes: new Map(unprefixed.map((attribute) => [attribute.local, attribute.value])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  const [root] = document.children;
  if (root === undefined) throw new Error('1:0: no element.');
  return root;
}

/** What the parser says, with the place; or the usual mistake, which it describes badly. */
function describeFault(error: unknown, text: string): string {
  const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(withoutLiterals(text));
  if (bareAmpersand) {
    const line = text.slice(0, bareAmpersand.index).split('\n').length;
    const entity = /^&[a-z]\w*;/i.exec(text.slice(bareAmpersand.index))?.[0];
    return entity === undefined
      ? `Write & as &amp; in line ${line}.`
      : `Write the character itself in place of the entity ${sanitize(entity, 40)} in line ${line}.`;
  }
  const [, line, reason] = /^(\d+):\d+: (.*?)\.?$/s.exec(error instanceof Error ? error.message : '') ?? [];
  return line === undefined ? 'Correct it.' : `Correct line ${line}: ${sanitize(reason ?? '', 200)}.`;
}

/** The same text with blanks in place of comments and CDATA sections, in which & means itself. */
function withoutLiterals(text: string): string {
  return text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, (literal) => ' '.repeat(literal.length));
}

/** The text of a file in the encoding of its byte order mark, or else the one that it declares. */
function decodeXml(bytes: Uint8Array, path: string, reportProblem: ReportProblem): string | undefined {
  const marked = findMarkedEncoding(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  const encoding = marked ?? declared ?? 'utf-8';
  const saveAgain = 'Save it as UTF-8.';
  if (marked === undefined && /^(?:utf-16|ucs-2|unicode|iso-10646-ucs)/i.test(encoding)) {
    return reportProblem(`${path} declares the encoding ${encoding}, but is not in it. ${saveAgain}`);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // TextDecoder throws a RangeError for a name that it does not know.
    return error instanceof RangeError
      ? reportProblem(`${path} declares the encoding ${encoding}, which is not known. ${saveAgain}`)
      : reportProblem(`${path} contains bytes that are not ${encoding.toUpperCase()}. ${saveAgain}`);
  }
}

/** The encoding that the first bytes show: a byte order mark, or the `<?` of a declaration in UTF-16 (XML 1.0, appendix F). */
function findMarkedEncoding(bytes: Uint8Array): string | undefined {
  const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (hex.startsWith('efbbbf')) return 'utf-8';
  if (hex.startsWith('fffe') || hex === '3c003f00') return 'utf-16le';
  if (hex.startsWith('feff') || hex === '003c003f') return 'utf-16be';
  return undefined;
}
