import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../../../electron/core/readers/text/html-text.ts';
import { readOriginal } from '../../../support/read-original.ts';
import { original } from '../../../support/sample-originals.ts';

const HEAD = [
  'Received: from relay.example by mail.example; Tue, 27 Jul 2021 23:33:10 +0800',
  'Received: from desk.example by relay.example; Tue, 27 Jul 2021 23:33:01 +0800',
  'From: =?UTF-8?B?5p6X5ruU?= <lin@firm.example>',
  'To: hr@firm.example',
  'Subject: Report',
  'Date: Tue, 27 Jul 2021 23:33:00 +0800',
  'MIME-Version: 1.0',
];
const message = (lines: readonly string[]): string => [...HEAD, ...lines].join('\r\n');

describe('the e-mail reader', () => {
  test('keeps every header as written, splits the body into paragraphs and names each attachment', async () => {
    const reading = await readOriginal(
      original(
        'report.eml',
        message([
          'Content-Type: multipart/mixed; boundary=b',
          '',
          '--b',
          'Content-Type: text/plain; charset=gb18030',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from([0xbc, 0xe0, 0xbf, 0xd8]).toString('base64'),
          '',
          '--b',
          'Content-Type: application/pdf; name="memo.pdf"',
          'Content-Disposition: attachment; filename="memo.pdf"',
          'Content-Transfer-Encoding: base64',
          '',
          'AAECAw==',
          '--b--',
          '',
        ]),
      ),
    );
    expect(reading).toMatchObject({ kind: 'message', mediaType: 'message/rfc822', status: 'read', note: '' });
    expect(reading.passages).toEqual([{ place: 'paragraph=1', text: '监控' }]);
    expect(reading.metadata.filter((field) => field.name === 'Received').map((field) => field.value)).toEqual([
      'from relay.example by mail.example; Tue, 27 Jul 2021 23:33:10 +0800',
      'from desk.example by relay.example; Tue, 27 Jul 2021 23:33:01 +0800',
    ]);
    expect(reading.metadata).toContainEqual({ name: 'Date', value: 'Tue, 27 Jul 2021 23:33:00 +0800' });
    expect(reading.metadata).toContainEqual({ name: 'From (decoded)', value: '林滔 <lin@firm.example>' });
    expect(reading.parts).toEqual([{ name: 'memo.pdf', mediaType: 'application/pdf', bytes: 4 }]);
  });

  test('counts paragraphs of the body', async () => {
    const reading = await readOriginal(original('a.eml', message(['Content-Type: text/plain', '', 'one', 'more', '', ' ', 'two', ''])));
    expect(reading.passages).toEqual([
      { place: 'paragraph=1', text: 'one\nmore' },
      { place: 'paragraph=2', text: 'two' },
    ]);
  });

  test('shows the text of a web-page body and says so', async () => {
    const reading = await readOriginal(
      original(
        'a.eml',
        message([
          'Content-Type: text/html',
          '',
          '<style>p{}</style><p>Hello&nbsp;there</p><script>alert(1)</script><p>Second<br>line &lt;b&gt;</p>',
        ]),
      ),
    );
    expect(reading.passages.map((passage) => passage.text)).toEqual(['Hello there', 'Second\nline <b>']);
    expect(reading.note).toContain('The body was written as a web page');
  });

  test('does not follow a message nested without end', async () => {
    const lines: string[] = [];
    for (let level = 0; level < 2000; level++) lines.push(`Content-Type: multipart/mixed; boundary=b${level}`, '', `--b${level}`);
    expect(await readOriginal(original('deep.eml', message([...lines, 'Content-Type: text/plain', '', 'x'])))).toMatchObject({
      kind: 'message',
      status: 'read',
      note: '1 parts lie deeper than 32 levels and were not opened.',
      parts: [{ mediaType: 'multipart/mixed' }],
    });
  });

  test('knows a message that carries an attachment as raw bytes', async () => {
    const lines = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'see below',
      '--b',
      'Content-Type: application/octet-stream; name=a.bin',
      'Content-Transfer-Encoding: binary',
      '',
      '\0\x01\x02',
      '--b--',
      '',
    ];
    expect(await readOriginal(original('raw.eml', message(lines)))).toMatchObject({
      kind: 'message',
      status: 'read',
      parts: [{ name: 'a.bin' }],
    });
  });

  test('takes a web page of open quotes in its stride', () => {
    expect(htmlToText('<a "'.repeat(20_000))).toBe('');
  });
});
