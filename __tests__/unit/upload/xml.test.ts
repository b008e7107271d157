// Manifests as XML: what is read, what is refused, and in which encodings.
import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { parseXml, type XmlElement } from '../../../src/upload/xml.js';

function parse(content: string | Uint8Array): {
  readonly root: XmlElement | undefined;
  readonly problems: readonly string[];
} {
  const { problems, reportProblem } = collectProblems();
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { root: parseXml(bytes, 'App.xml', reportProblem), problems };
}

function problemOf(content: string | Uint8Array): string | undefined {
  const { root, problems } = parse(content);
  expect(root).toBeUndefined();
  expect(problems).toHaveLength(1);
  return problems[0];
}

const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('a manifest', () => {
  it('is read as elements with their attributes and children, without namespaces', () => {
    const { root } = parse(
      '<?xml version="1.0"?>\n<!-- note -->\n<f:A xmlns:f="urn:f" xmlns="urn:x" Name="n" f:Other="o">text<B x="1"/><B x="2"><C/></B></f:A>\n<?pi?>',
    );
    expect(root).toEqual({
      name: 'A',
      attributes: new Map([['Name', 'n']]),
      children: [
        { name: 'B', attributes: new Map([['x', '1']]), children: [] },
        {
          name: 'B',
          attributes: new Map([['x', '2']]),
          children: [{ name: 'C', attributes: new Map(), children: [] }],
        },
      ],
    });
  });

  it('has the five entities of XML and numeric ones replaced', () => {
    expect(parse('<A a="&lt;&gt;&amp;&quot;&apos;&#65;&#x42;"/>').root?.attributes.get('a')).toBe(`<>&"'AB`);
  });

  it('can have & in comments and CDATA sections', () => {
    expect(parse('<A><!-- a & b --><![CDATA[a & b &c;]]></A>').problems).toEqual([]);
  });

  it('can be nested a hundred levels deep', () => {
    expect(parse(`${'<A>'.repeat(100)}${'</A>'.repeat(100)}`).problems).toEqual([]);
  });
});

describe('the encoding of a manifest', () => {
  const xml = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\r\n<A a="Größe €"/>\r\n`;
  const latin = (encoding: string): Uint8Array => Buffer.from(xml(encoding).replace(' €', ''), 'latin1');

  it.each<[string, string | Uint8Array, string]>([
    ['UTF-8', xml('utf-8'), 'Größe €'],
    ['UTF-8 in capitals', xml('UTF-8'), 'Größe €'],
    ['UTF-8 without a declaration', '<A a="Größe €"/>', 'Größe €'],
    ['UTF-8 with a byte order mark', `\uFEFF${xml('utf-8')}`, 'Größe €'],
    ['UTF-8 with a byte order mark and no declaration', '\uFEFF<A a="Größe €"/>', 'Größe €'],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${xml('utf-16')}`, 'utf16le'), 'Größe €'],
    ['UTF-16 that declares UTF-8', Buffer.from(`\uFEFF${xml('utf-8')}`, 'utf16le'), 'Größe €'],
    ['UTF-16 without a byte order mark', Buffer.from(xml('utf-16'), 'utf16le'), 'Größe €'],
    ['big-endian UTF-16 with a byte order mark', utf16be(`\uFEFF${xml('utf-16')}`), 'Größe €'],
    ['big-endian UTF-16 without a byte order mark', utf16be(xml('utf-16')), 'Größe €'],
    ['ISO 8859-1', latin('iso-8859-1'), 'Größe'],
    ['Windows-1252', latin('Windows-1252'), 'Größe'],
    ['US-ASCII', '<?xml version="1.0" encoding="us-ascii"?><A a="plain"/>', 'plain'],
  ])('can be %s', (_what, content, value) => {
    const { root, problems } = parse(content);
    expect(problems).toEqual([]);
    expect(root?.attributes.get('a')).toBe(value);
  });

  it.each<[string, string | Uint8Array, string]>([
    [
      'is declared as UTF-16 only',
      xml('utf-16'),
      'App.xml declares the encoding utf-16, but is not in it. Save it as UTF-8.',
    ],
    ['is not known', xml('x-mine'), 'App.xml declares the encoding x-mine, which is not known. Save it as UTF-8.'],
    ['is not the declared one', latin('utf-8'), 'App.xml contains bytes that are not UTF-8. Save it as UTF-8.'],
    ['is not UTF-8', latin('').subarray(31), 'App.xml contains bytes that are not UTF-8. Save it as UTF-8.'],
  ])('is refused when it %s', (_what, content, problem) => {
    expect(problemOf(content)).toBe(problem);
  });
});

describe('a document type declaration', () => {
  const billion = `<!DOCTYPE A [<!ENTITY a "${'ha'.repeat(50)}">${[...'bcdefghi'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]><A a="&i;">&i;</A>`;

  it.each([
    ['that defines an entity', '<!DOCTYPE A [<!ENTITY x "y">]><A a="&x;"/>'],
    ['that names a file', '<!DOCTYPE A SYSTEM "file:///etc/passwd"><A/>'],
    ['that defines an entity as a file', '<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/passwd">]><A>&x;</A>'],
    ['of a web page', '<!DOCTYPE html><html/>'],
    ['that multiplies entities', billion],
  ])('%s is refused', (_what, content) => {
    expect(problemOf(content)).toBe(
      'App.xml has a document type declaration (<!DOCTYPE>), which the cluster does not accept. Remove it, and write values in place of entities.',
    );
  });
});

describe('a manifest that is no XML', () => {
  const start = 'App.xml is not well-formed XML.';

  it.each([
    ['empty', '', 'App.xml is empty. Restore it, or build the package again.'],
    ['blank', ' \n ', 'App.xml is empty. Restore it, or build the package again.'],
    ['only a byte order mark', '\uFEFF', 'App.xml is empty. Restore it, or build the package again.'],
  ])('is refused when it is %s', (_what, content, problem) => {
    expect(problemOf(content)).toBe(problem);
  });

  it.each([
    ['a & in an attribute', '<A>\n<B a="x & y"/></A>', 'Write & as &amp; in line 2.'],
    ['a & in text', '<A>\n\nR&D</A>', 'Write & as &amp; in line 3.'],
    ['a & after one in a comment', '<A><!-- & -->\n<B a="x=1&y=2"/></A>', 'Write & as &amp; in line 2.'],
    ['an entity of HTML', '<A>a&nbsp;b</A>', 'Write the character itself in place of the entity &nbsp; in line 1.'],
  ])('is refused with what to write for %s', (_what, content, advice) => {
    expect(problemOf(content)).toBe(`${start} ${advice}`);
  });

  it.each([
    ['an element that is not closed', '<A>\n<B>\n</A>', 3],
    ['an end that is missing', '<A>\n<B/>', 2],
    ['an attribute that is repeated', '<A\na="1" a="2"/>', 2],
    ['< in an attribute', '<A a="<"/>', 1],
    ['text before the root element', 'junk<A/>', 1],
    ['text after the root element', '<A/>\njunk', 2],
    ['two root elements', '<A/>\n<B/>', 2],
    ['an attribute without quotation marks', '<A a=1/>', 1],
    ['an attribute without a value', '<A a/>', 1],
    ['attributes without a blank between them', '<A a="1"b="2"/>', 1],
    ['a control character', '<A a="\u0001"/>', 1],
    ['the number of a control character', '<A a="&#1;"/>', 1],
    ['a namespace prefix that is not declared', '<x:A/>', 1],
    ['-- in a comment', '<A><!-- a -- b --></A>', 1],
    ['a blank before its declaration', ' <?xml version="1.0"?><A/>', 1],
    ['the conflict of a merge', '<A>\n<<<<<<< HEAD\n<B/>\n=======\n>>>>>>> x\n</A>', 2],
    ['JSON', '{"a": 1}', 1],
    ['a web page', '<html><body><br></body></html>', 1],
    ['more levels than any manifest has', '\n<A>'.repeat(200_000), 102],
    ['one end too many', '<A></A></A>', 1],
  ])('is refused with the line for %s', (_what, content, line) => {
    expect(problemOf(content)).toMatch(
      new RegExp(`^App\\.xml is not well-formed XML\\. Correct line ${line}: [^\\n]+[^.]\\.$`),
    );
  });
});
