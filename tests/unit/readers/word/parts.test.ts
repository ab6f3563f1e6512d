import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOriginal } from '../../../support/read-original.ts';
import { makeDocx, original } from '../../../support/sample-originals.ts';

const TRANSITIONAL = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
};
const STRICT = {
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  m: 'http://purl.oclc.org/ooxml/officeDocument/math',
};
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A package whose parts have whatever names, led to by relationships alone. */
function makePackage(
  main: string,
  document: string,
  related: readonly (readonly [type: string, target: string, content: string | Uint8Array])[],
  r = TRANSITIONAL.r,
): Uint8Array {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = (list: readonly (readonly [string, string])[]): Uint8Array =>
    strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${list
        .map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${r}/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': relations([['officeDocument', main]]),
    [main]: strToU8(document),
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: relations(related.map(([type, target]) => [type, target])),
  };
  for (const [, target, content] of related) files[`${folder}${target}`] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files);
}

type Reading = Awaited<ReturnType<typeof readOriginal>>;
const read = (bytes: Uint8Array): Promise<Reading> => readOriginal(original('a.docx', bytes));
const texts = (reading: Reading): readonly string[] => reading.passages.map((passage) => passage.text);
const say = (prefix: string, text: string): string =>
  `<${prefix}:p><${prefix}:r><${prefix}:t>${text}</${prefix}:t></${prefix}:r></${prefix}:p>`;

describe('the parts of a Word document', () => {
  test.each([
    ['transitional', TRANSITIONAL, 'w'],
    ['strict', STRICT, 'w'],
    ['transitional, another prefix', TRANSITIONAL, 'word'],
  ])('are found by what leads to them, whatever their names: %s', async (_name, { w, r }, prefix) => {
    const root = (name: string, inside: string): string => `<${prefix}:${name} xmlns:${prefix}="${w}">${inside}</${prefix}:${name}>`;
    const bytes = makePackage(
      'word/document22.xml',
      root('document', `<${prefix}:body>${say(prefix, 'running text')}</${prefix}:body>`),
      [
        [
          'footnotes',
          'notes-at-foot.xml',
          root('footnotes', `<${prefix}:footnote ${prefix}:id="2">${say(prefix, 'at the foot')}</${prefix}:footnote>`),
        ],
        ['header', 'top/h.xml', root('hdr', say(prefix, 'on top'))],
        [
          'comments',
          'c.xml',
          root(
            'comments',
            `<${prefix}:comment ${prefix}:id="1" ${prefix}:author="A" ${prefix}:date="D">${say(prefix, 'in the margin')}</${prefix}:comment>`,
          ),
        ],
      ],
      r,
    );
    expect(texts(await read(bytes))).toEqual([
      'running text',
      '[footnote 2] at the foot',
      '[comment 1 by A, D] in the margin',
      '[page header] on top',
    ]);
  });

  const body = (inside: string): string =>
    `<w:document xmlns:w="${TRANSITIONAL.w}" xmlns:r="${TRANSITIONAL.r}"><w:body>${inside}</w:body></w:document>`;

  test('that are taken in are named where they stand, and read where somebody can', async () => {
    const chunk = makeDocx(say('w', 'from another document'));
    const reading = await read(
      makePackage('word/document.xml', body(`${say('w', 'Cover')}<w:altChunk r:id="r1"/><w:altChunk r:id="r2"/><w:altChunk r:id="r3"/>`), [
        ['aFChunk', 'a.htm', '<p>He touched <b>me</b>.</p>'],
        ['aFChunk', 'b.docx', chunk],
        ['aFChunk', 'c.rtf', '{\\rtf1 words}'],
      ]),
    );
    expect(texts(reading)).toEqual([
      'Cover',
      '[taken in from word/a.htm]',
      '[taken in from word/b.docx]',
      '[taken in from word/c.rtf]',
      '[taken in from word/a.htm] He touched me.',
      '[taken in from word/b.docx] from another document',
    ]);
    expect(reading.note).toBe('The document takes in word/c.rtf, which was not read.');
    expect(reading.parts.map(({ name }) => name)).toContain('word/c.rtf');
  });

  test('hide nothing of each other when one is damaged', async () => {
    const reading = await read(
      makePackage('word/document.xml', body(say('w', 'whole')), [['footnotes', 'footnotes.xml', '<w:footnotes><w:footnote']]),
    );
    expect(texts(reading)).toEqual(['whole']);
    expect(reading.note).toBe('The part word/footnotes.xml is damaged and was read only in part.');
  });

  test('that are charts and diagrams say their words and figures', async () => {
    const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:t>Messages</a:t></c:title><c:ser><c:tx><c:v>Night</c:v></c:tx><c:cat><c:v>May</c:v><c:v>June</c:v></c:cat><c:val><c:v>3</c:v><c:v>14</c:v></c:val></c:ser></c:chartSpace>`;
    const diagram = `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><a:p><a:t>Director</a:t></a:p></dgm:pt></dgm:dataModel>`;
    const reading = await read(
      makePackage('word/document.xml', body(say('w', 'See below.')), [
        ['chart', 'charts/one.xml', chart],
        ['diagramData', 'diagrams/data9.xml', diagram],
      ]),
    );
    expect(texts(reading)).toEqual(['See below.', '[chart] Messages', '[chart] Night: May = 3; June = 14', '[diagram] Director']);
  });

  test('that are styles say which text is hidden', async () => {
    const styles = `<w:styles xmlns:w="${TRANSITIONAL.w}"><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Secret"><w:basedOn w:val="Base"/></w:style></w:styles>`;
    const hidden = '<w:p><w:r><w:t>seen </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>unseen</w:t></w:r></w:p>';
    expect(texts(await read(makePackage('word/document.xml', body(hidden), [['styles', 'styles.xml', styles]])))).toEqual([
      'seen [hidden: unseen]',
    ]);
  });
});

describe('what stands in a paragraph besides words', () => {
  const NAMES = `xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:m="${TRANSITIONAL.m}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`;
  const legacy = (inside: string): string => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${inside}</w:ffData></w:fldChar></w:r>`;
  const math = (inside: string): string => `<m:oMath>${inside}</m:oMath>`;
  const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

  test.each([
    ['a ticked box of old', legacy('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), '[box, ticked]'],
    [
      'a box of old that was unticked',
      legacy('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'),
      '[box, not ticked]',
    ],
    ['a box of old as it was', legacy('<w:checkBox><w:default w:val="1"/></w:checkBox>'), '[box, ticked]'],
    [
      'a choice of old',
      legacy('<w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/><w:listEntry w:val="yes"/></w:ddList>'),
      '[choice: yes, of no / yes]',
    ],
    ['a text field of old', `${legacy('<w:textInput/>')}<w:r><w:t>Li</w:t></w:r>`, '[text field]Li'],
    [
      'a box of today',
      '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>',
      '[box, ticked]',
    ],
    [
      'a choice of today',
      '<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent><w:r><w:t>yes</w:t></w:r></w:sdtContent></w:sdt>',
      '[choice]yes',
    ],
    ['a fraction', math(`<m:f><m:num>${m('a+b')}</m:num><m:den>${m('2')}</m:den></m:f>`), '[formula: (a+b)/2]'],
    ['a power', math(`<m:sSup><m:e>${m('x')}</m:e><m:sup>${m('2')}</m:sup></m:sSup>${m('=4')}`), '[formula: x^2=4]'],
    ['a root', math(`<m:rad><m:deg/><m:e>${m('n')}</m:e></m:rad>`), '[formula: √(n)]'],
    ['a picture that is described', '<w:r><w:drawing><wp:docPr descr="the lift"/></w:drawing></w:r>', '[picture: the lift]'],
    [
      'a fallback of a choice',
      '<mc:AlternateContent><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      'new',
    ],
    [
      'a fallback without a choice',
      '<mc:AlternateContent><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      'old',
    ],
  ])('is told: %s', async (_name, inside, said) => {
    const xml = `<w:document xmlns:w="${TRANSITIONAL.w}" ${NAMES}><w:body><w:p>${inside}</w:p></w:body></w:document>`;
    expect(texts(await read(makeDocx('', { 'word/document.xml': xml })))).toEqual([said]);
  });
});

describe('an encrypted file', () => {
  const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const compound = (...inside: readonly Buffer[]): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...inside, Buffer.alloc(600)]);
  const words = (flags: number): Buffer => {
    const bytes = Buffer.alloc(512);
    bytes.writeUInt16LE(0xa5ec, 0);
    bytes.writeUInt16LE(flags, 10);
    return bytes;
  };
  const lockedZip = (method: number): Buffer => {
    const bytes = Buffer.from(zipSync({ 'a.txt': strToU8('secret') }));
    const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
    bytes.writeUInt16LE(method, directory + 10);
    return bytes;
  };

  test.each([
    [
      'letter.docx',
      compound(wide('EncryptedPackage'), Buffer.from('<keyData keyBits="256" cipherAlgorithm="AES"/>')),
      'Microsoft Office, AES 256',
    ],
    ['letter.docx', compound(wide('EncryptedPackage')), 'Microsoft Office, AES'],
    ['letter.doc', compound(words(0x0100)), 'Microsoft Word, RC4'],
    ['letter.doc', compound(words(0x8100)), 'Microsoft Word, XOR'],
    ['secret.zip', lockedZip(8), 'ZipCrypto'],
    ['secret.zip', lockedZip(99), 'AES'],
    ['secret.asc', Buffer.from('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n'), 'OpenPGP'],
  ])('is called so, with the kind: %s', async (name, bytes, kind) => {
    const reading = await readOriginal(original(name, new Uint8Array(bytes)));
    expect(reading.status).toBe('minimal');
    expect(reading.note).toContain(`The file is encrypted (${kind}): recorded with type and size.`);
  });

  test('is not what merely looks like one', async () => {
    const plain = await readOriginal(original('letter.doc', new Uint8Array(compound(words(0)))));
    expect(plain.note).toBe('Casewright has no reader for this format: recorded with type and size.');
  });
});
