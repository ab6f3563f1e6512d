import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type LogRow, readChunk } from '../../../../electron/core/readers/logs/log-chunk.ts';
import { splitRecords } from '../../../../electron/core/readers/logs/log-records.ts';
import { findLogEncoding } from '../../../../electron/core/readers/logs/log-text.ts';
import type { LogLayout } from '../../../../electron/core/tasks/log.ts';

const layoutOf = (encoding: LogLayout['encoding'], delimiter = ','): LogLayout => ({ kind: 'text', encoding, newline: '\n', delimiter });

/** As the core does it: pieces of a size, larger only where a row is. */
function readInPieces(
  bytes: Uint8Array,
  layout: LogLayout,
  size: number,
): { rows: string[][]; faults: LogRow['fault'][]; numbers: number[] } {
  const found = { rows: [] as string[][], faults: [] as LogRow['fault'][], numbers: [] as number[] };
  let at = 0;
  let row = 1;
  let distrust = false;
  for (let most = size; at < bytes.length; ) {
    const last = at + most >= bytes.length;
    const met: LogRow[] = [];
    const end = readChunk({ bytes: bytes.subarray(at, at + most), layout, last, firstRow: row, distrust }, [], (one) => met.push(one));
    if (end.used === 0 && !last) {
      most *= 2;
      continue;
    }
    for (const one of met) {
      found.rows.push([...one.cells]);
      found.faults.push(one.fault);
      found.numbers.push(one.row);
    }
    at += end.used;
    row = end.nextRow;
    distrust = end.distrust;
    most = size;
    if (last) break;
  }
  return found;
}

/** GB18030 has no encoder here: its two-byte characters are turned round from what the decoder says of them. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return Uint8Array.from(
    [...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]))),
  );
}

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[a-z ",;\n\r]{0,12}$/),
  fc.constantFrom('', '"', '""', 'a"b', '陈述', '门禁\n记录', ' spaced ', '=1+1', '|', '\t'),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

describe('splitting a log into rows', () => {
  test('gives back every cell that was written, as an independent parser does, wherever the pieces end', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 90 }),
        (rows, delimiter, newline, size) => {
          const well = rows.map((row) => row.map((one) => one.toWellFormed()));
          const text = `${Papa.unparse(well, { delimiter, newline, quotes: true })}${newline}`;
          const { rows: read, faults, numbers } = readInPieces(new TextEncoder().encode(text), layoutOf('UTF-8', delimiter), size);
          expect(read).toEqual(well);
          expect(faults.every((fault) => fault === null)).toBe(true);
          expect(numbers).toEqual(well.map((_, index) => index + 1));
          const judged = Papa.parse<string[]>(text.slice(0, -newline.length), { delimiter, newline });
          expect(read).toEqual(judged.data);
        },
      ),
      { numRuns: 1500, seed: 41 },
    );
  });

  test('reads unquoted cells as an independent parser does, quotes in the midst of them included', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c",\n ]{0,40}$/), (text) => {
        const judged = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        // Where quoting itself is broken there is no right answer to compare with.
        if (judged.errors.some((error) => error.type === 'Quotes')) return;
        const rows: string[][] = [];
        splitRecords(text, { delimiter: ',', newline: '\n', last: true, distrust: false }, ({ cells }) => rows.push([...cells]));
        const lastLine = text === '' || text.endsWith('\n') ? [['']] : [];
        expect([...rows, ...lastLine]).toEqual(judged.data.length === 0 ? [['']] : judged.data);
      }),
      { numRuns: 3000, seed: 42 },
    );
  });

  test('reads UTF-16 and GB18030 alike, wherever the pieces end', () => {
    const rows = [
      ['时间', '事件'],
      ['2031-05-14 23:33', '房门"1216"开启\n第二行'],
      ['2031-05-14 23:40', '酒店，走廊'],
    ];
    const text = `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
    const big = Buffer.from(text, 'utf16le').swap16();
    for (const [encoding, bytes] of [
      ['UTF-16LE', Buffer.from(text, 'utf16le')],
      ['UTF-16BE', big],
      ['GB18030', gb18030(text)],
      ['UTF-8', Buffer.from(text)],
    ] as const)
      for (const size of [3, 7, 16, 61, 1000])
        expect([encoding, size, readInPieces(bytes, layoutOf(encoding), size).rows]).toEqual([encoding, size, rows]);
  });

  test('a quote that never closes costs its own line and no other', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => (index === 1000 ? '"never closed,here' : `${index},row ${index}`));
    const { rows, faults } = readInPieces(Buffer.from(`${lines.join('\n')}\n`), layoutOf('UTF-8'), 4096);
    expect(rows).toHaveLength(3000);
    expect(faults.flatMap((fault, index) => (fault ? [[index, fault]] : []))).toEqual([[1000, 'quote']]);
    expect(rows[2999]).toEqual(['2999', 'row 2999']);
  });

  test('a log in which every line opens a quote is read through in no more than seconds', () => {
    const begun = performance.now();
    const { rows } = readInPieces(Buffer.from('"x,y\n'.repeat(200_000)), layoutOf('UTF-8'), 1024 * 1024);
    expect(rows.length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  test('a line whose bytes are of another encoding is named, the others are read', () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,好\n'), gb18030('2,酒店\n'), Buffer.from('3,\u0000x\n')]);
    const { rows, faults } = readInPieces(bytes, layoutOf('UTF-8'), 1000);
    expect(faults).toEqual([null, null, 'encoding', null]);
    expect(rows[1]).toEqual(['1', '好']);
    expect(rows[3]).toEqual(['3', '\u0000x']);
  });

  test('tells the encodings apart by their bytes', () => {
    const text = '时间,事件\n2031-05-14 23:33,房门开启\n'.repeat(20);
    expect(findLogEncoding(Buffer.from(text))).toBe('UTF-8');
    expect(findLogEncoding(gb18030(text))).toBe('GB18030');
    expect(findLogEncoding(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('UTF-16LE');
    expect(findLogEncoding(Buffer.from('when,what\n'.repeat(50), 'utf16le'))).toBe('UTF-16LE');
    expect(findLogEncoding(Buffer.from('when,what\n'.repeat(50), 'utf16le').swap16())).toBe('UTF-16BE');
    expect(findLogEncoding(Uint8Array.from({ length: 4000 }, (_, index) => index % 31))).toBeNull();
  });
});
