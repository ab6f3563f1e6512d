import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOriginal } from '../../../support/read-original.ts';
import { makeDocx, original } from '../../../support/sample-originals.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('the Word reader', () => {
  test('marks insertions and deletions with author and date, and hidden text as hidden', async () => {
    const body = [
      paragraph(
        run('She told ') +
          '<w:del w:id="1" w:author="HR" w:date="2021-08-01T10:00:00Z"><w:r><w:delText>me</w:delText></w:r></w:del><w:ins w:id="2" w:author="HR" w:date="2021-08-02T09:00:00Z">' +
          run('nobody') +
          '</w:ins>' +
          run('.'),
      ),
      paragraph(run('Seen') + run(' and unseen', '<w:vanish/>') + run(' again', '<w:vanish w:val="0"/>')),
    ].join('');
    const reading = await readOriginal(original('account.docx', makeDocx(body)));
    expect(reading).toMatchObject({ kind: 'document', status: 'read', note: '' });
    expect(reading.passages).toEqual([
      { place: 'paragraph=1', text: 'She told [deleted by HR, 2021-08-01T10:00:00Z: me][inserted by HR, 2021-08-02T09:00:00Z: nobody].' },
      { place: 'paragraph=2', text: 'Seen[hidden:  and unseen] again' },
    ]);
  });

  test('reads tables, notes, comments, headers and footers after the running text', async () => {
    const body = `${paragraph(run('Text') + '<w:r><w:footnoteReference w:id="2"/></w:r>')}<w:tbl><w:tr><w:tc>${paragraph(run('a'))}</w:tc><w:tc>${paragraph(run('b'))}</w:tc></w:tr></w:tbl>`;
    const reading = await readOriginal(
      original(
        'memo.docx',
        makeDocx(body, {
          'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraph(run('see the log'))}</w:footnote></w:footnotes>`,
          'word/comments.xml': `<w:comments ${W}><w:comment w:id="0" w:author="Legal" w:date="2021-08-03T08:00:00Z">${paragraph(run('strike this'))}</w:comment></w:comments>`,
          'word/header1.xml': `<w:hdr ${W}>${paragraph(run('Confidential'))}</w:hdr>`,
          'docProps/core.xml':
            '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Chen</dc:creator><cp:lastModifiedBy>HR</cp:lastModifiedBy><dcterms:created>2021-08-01T02:00:00Z</dcterms:created></cp:coreProperties>',
          'docProps/app.xml': '<Properties><Application>Word</Application><TotalTime>7</TotalTime></Properties>',
          'word/media/image1.png': new Uint8Array(12),
        }),
      ),
    );
    expect(reading.passages.map((passage) => passage.text)).toEqual([
      'Text[footnote 2]',
      '[table 1, row 1, cell 1] a',
      '[table 1, row 1, cell 2] b',
      '[footnote 2] see the log',
      '[comment 0 by Legal, 2021-08-03T08:00:00Z] strike this',
      '[page header] Confidential',
    ]);
    expect(reading.metadata).toEqual([
      { name: 'dc:creator', value: 'Chen' },
      { name: 'cp:lastModifiedBy', value: 'HR' },
      { name: 'dcterms:created', value: '2021-08-01T02:00:00Z' },
      { name: 'Application', value: 'Word' },
      { name: 'TotalTime', value: '7' },
    ]);
    expect(reading.parts).toEqual([{ name: 'word/media/image1.png', mediaType: 'image/png', bytes: 12 }]);
  });

  test('does not open a document that expands beyond reason', async () => {
    const bomb = makeDocx('x', { 'word/footnotes.xml': new Uint8Array(120 * 1024 * 1024) });
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await readOriginal(original('bomb.docx', bomb))).toMatchObject({
      status: 'unreadable',
      note: 'The document expands to more than 96 MB and was not opened.',
    });
  });

  test('cuts an entry that lies about its size where its claim ends', async () => {
    const bytes = Buffer.from(makeDocx(paragraph(run('a'.repeat(5_000_000)))));
    const directory = bytes.lastIndexOf('word/document.xml') - 46;
    bytes.writeUInt32LE(1000, directory + 24);
    expect(await readOriginal(original('liar.docx', new Uint8Array(bytes)))).toMatchObject({
      status: 'unreadable',
      note: 'The document is damaged or cut short.',
    });
  });

  test('refuses declared entities', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document ${W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    const types = makeDocx('');
    expect(types.byteLength).toBeGreaterThan(0);
    expect(await readOriginal(original('entities.docx', makeDocx('', { 'word/document.xml': xml })))).toMatchObject({
      status: 'unreadable',
      note: 'The document declares its own entities, which no word processor does; it was not opened.',
    });
  });

  test('calls a truncated document damaged', async () => {
    const whole = makeDocx(paragraph(run('text')));
    expect(await readOriginal(original('cut.docx', whole.slice(0, whole.length - 60)))).toMatchObject({ status: 'unreadable' });
  });

  test('records another archive with type and size only', async () => {
    expect(await readOriginal(original('files.zip', zipSync({ 'a.txt': strToU8('a') })))).toMatchObject({
      kind: 'other',
      mediaType: 'application/zip',
      status: 'minimal',
    });
  });
});
