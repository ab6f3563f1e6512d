import { describe, expect, test } from 'vitest';
import { readOriginal } from '../../../support/read-original.ts';
import { original } from '../../../support/sample-originals.ts';

describe('the text reader', () => {
  test('gives every line its number and keeps empty lines counted', async () => {
    const reading = await readOriginal(original('notes.txt', 'first\r\n\r\nthird\nfourth'));
    expect(reading).toMatchObject({ kind: 'text', mediaType: 'text/plain', status: 'read', note: '', pages: null });
    expect(reading.passages).toEqual([
      { place: 'line=1', text: 'first' },
      { place: 'line=3', text: 'third' },
      { place: 'line=4', text: 'fourth' },
    ]);
    expect(reading.metadata).toContainEqual({ name: 'Lines', value: '4' });
  });

  test('takes rows of a CSV as lines and calls it data', async () => {
    const reading = await readOriginal(original('door-lock.csv', 'time,card\n23:33,guest\n'));
    expect(reading).toMatchObject({ kind: 'data', mediaType: 'text/csv', status: 'read' });
    expect(reading.passages[1]).toEqual({ place: 'line=2', text: '23:33,guest' });
  });

  test('reads Chinese in UTF-8, UTF-16 and GB18030 alike', async () => {
    const words = '监控录像\n七月二十七日晚';
    const gb = new Uint8Array([
      0xbc, 0xe0, 0xbf, 0xd8, 0xc2, 0xbc, 0xcf, 0xf1, 0x0a, 0xc6, 0xdf, 0xd4, 0xc2, 0xb6, 0xfe, 0xca, 0xae, 0xc6, 0xdf, 0xc8, 0xd5, 0xcd,
      0xed,
    ]);
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]));
    const utf8 = new Uint8Array(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(words)]));
    for (const [bytes, encoding] of [
      [gb, 'GB18030'],
      [utf16, 'UTF-16LE, byte order mark'],
      [utf8, 'UTF-8, byte order mark'],
    ] as const) {
      const reading = await readOriginal(original('说明.txt', bytes));
      expect(reading.passages.map((passage) => passage.text)).toEqual(words.split('\n'));
      expect(reading.metadata).toContainEqual({ name: 'Encoding', value: encoding });
    }
  });

  test('reads what is written in no Unicode by what is plausible, and never as Chinese by default', async () => {
    const latin = new Uint8Array(Buffer.from('caf\xe9 \xe0 la carte, r\xe9sum\xe9', 'latin1'));
    expect(await readOriginal(original('menu.txt', latin))).toMatchObject({
      status: 'read',
      passages: [{ place: 'line=1', text: 'café à la carte, résumé' }],
      metadata: expect.arrayContaining([{ name: 'Encoding', value: 'windows-1252' }]),
    });
  });

  test.each([
    ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Private dinner\r\nEND:VCALENDAR\r\n', 'dinner.ics'],
    ['BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A. Person\r\nEND:VCARD\r\n', 'person.vcf'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n', 'call.vtt'],
    ['1\n00:00:01,000 --> 00:00:02,000\nHello\n', 'call.srt'],
    ['<?xml version="1.0"?>\n<note>Hello</note>\n', 'note.xml'],
    ['{"hello":1}\n', 'note.json'],
    ['2025-03-03 09:12 door opened\n', 'door.log'],
  ])('reads as lines what is written in lines: %s', async (text, name) => {
    const reading = await readOriginal(original(name, text));
    expect(reading).toMatchObject({ status: 'read', reader: 'text', note: '' });
    expect(reading.passages.map((passage) => passage.text)).toEqual(text.split(/\r?\n/).filter((line) => line !== ''));
  });

  test('keeps the beginning of an endless line and counts what it left out', async () => {
    const reading = await readOriginal(original('long.txt', new Uint8Array(100_000_000).fill(0x61)));
    expect(reading.passages).toHaveLength(1);
    expect(reading.passages[0]?.text).toHaveLength(50_000);
    expect(reading.note).toBe(
      '99950000 characters were left out of the searchable text (1 passages whole or in part); the sealed original is whole.',
    );
  });

  test('counts lines right when CR LF is torn by a border', async () => {
    const text = `${'a'.repeat(1024 * 1024 - 1)}\r\nsecond\rthird`;
    const reading = await readOriginal(original('border.txt', text));
    expect(reading.passages.map((passage) => passage.place)).toEqual(['line=1', 'line=2', 'line=3']);
  });

  test('is not misled by a text that begins like something else', async () => {
    expect(await readOriginal(original('a.txt', 'BMW, parked in front of the hotel'))).toMatchObject({ mediaType: 'text/plain', note: '' });
    expect(await readOriginal(original('b.txt', 'The file began with %PDF-1.4'))).toMatchObject({ mediaType: 'text/plain', note: '' });
  });

  test('says of an empty file that it is empty', async () => {
    expect(await readOriginal(original('nothing.pdf', ''))).toMatchObject({ status: 'minimal', note: 'The file is empty.', passages: [] });
  });
});
