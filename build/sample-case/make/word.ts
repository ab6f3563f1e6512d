import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MADE = new Date('2031-05-20T07:12:00Z');

/** The note of the meeting of 20 May. One sentence was struck out two days later, with change tracking on. */
export function makeMeetingNote(): Uint8Array {
  const paragraphs = [
    heading('Note of meeting · 20 May 2031, 14:00 to 14:40, room 5.03'),
    plain('Present: Luo Jia (human resources), Priya Raman (human resources), Ye Anning. Note taken by Priya Raman.'),
    plain('1. Ye Anning repeated her report of 19 May in full. 叶安宁再次完整陈述了五月十九日的报告内容。'),
    plain('2. She asked whether the hotel had been asked to preserve the corridor recordings. Not yet.'),
    plain('3. She asked to be separated from Mr Gao at work. LJ will speak with the business unit.'),
    struck(
      '4. LJ said that he is responsible for too many clients and that “we cannot dismiss him at present” (“我们现在没办法开除他”).',
      'Luo Jia',
      '2031-05-22T09:03:00Z',
    ),
    added('4. LJ explained that the matter needs time.', 'Luo Jia', '2031-05-22T09:03:00Z'),
    plain('5. Next step: none agreed in the meeting.'),
  ];
  const files = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${paragraphs.join('')}</w:body></w:document>`,
    'word/comments.xml': `<?xml version="1.0" encoding="UTF-8"?><w:comments ${W}><w:comment w:id="1" w:author="Priya Raman" w:date="2031-05-22T09:20:00Z"><w:p><w:r><w:t>This is not what was said. 我记得原话。</w:t></w:r></w:p></w:comment></w:comments>`,
    'docProps/core.xml': `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Note of meeting</dc:title><dc:creator>Priya Raman</dc:creator><cp:lastModifiedBy>Luo Jia</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2031-05-20T07:12:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2031-05-22T09:03:00Z</dcterms:modified></cp:coreProperties>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: MADE });
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const plain = (text: string): string => `<w:p>${run(text)}</w:p>`;
const heading = (text: string): string => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(text)}</w:p>`;
const struck = (text: string, author: string, date: string): string =>
  `<w:p><w:del w:id="11" w:author="${author}" w:date="${date}"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
const added = (text: string, author: string, date: string): string =>
  `<w:p><w:ins w:id="12" w:author="${author}" w:date="${date}">${run(text)}</w:ins></w:p>`;
