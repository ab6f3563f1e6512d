import { describe, expect, test } from 'vitest';
import { previewLog } from '../../../../electron/core/readers/logs/log-preview.ts';
import { surveyLog } from '../../../../electron/core/readers/logs/log-look.ts';

function look(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return previewLog({
    bytes,
    whole: true,
    sheet: false,
    sheetNumber: null,
    encoding: null,
    delimiter: null,
    mapping: null,
    caseZone: 'Asia/Shanghai',
    language: 'en',
    clock: null,
  });
}

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

describe('looking at a log', () => {
  test('finds tabs in a file full of commas, and commas in one full of semicolons', () => {
    const tabs = look(
      lines('when\twhat', ...Array.from({ length: 30 }, (_, index) => `2031-05-14 10:0${index % 10}\tone, two, three, four`)),
    );
    expect([tabs.layout.delimiter, tabs.columns]).toEqual(['\t', ['when', 'what']]);
    const commas = look(lines('when,what', '2031-05-14 10:00,"a; b; c"', '2031-05-14 10:01,"d; e; f"'));
    expect(commas.layout.delimiter).toBe(',');
    expect(look(lines('when;what;who', '2031-05-14 10:00;a, b;c', '2031-05-14 10:01;d;e')).layout.delimiter).toBe(';');
  });

  test('takes a first row in which a time stands for a row of the log', () => {
    const bare = look(lines('2031-05-14 10:00:00,door opened,1216', '2031-05-14 10:05:00,door closed,1216'));
    expect([bare.header, bare.columns, bare.rows.length]).toEqual([false, ['#1', '#2', '#3'], 2]);
    expect([bare.mapping.time, bare.mapping.title]).toEqual([[0], [1]]);
  });

  test('puts a date and a time of day together, and names place, person and end', () => {
    const { mapping } = look(
      lines(
        'Datum,Time,Door,Employee,Action,End',
        '14 May 2031,23:33,1216,Lin,opened,2031-05-14 23:40',
        '15 May 2031,00:10,1216,Lin,closed,2031-05-15 00:11',
      ),
    );
    expect(mapping).toMatchObject({ time: [0, 1], location: 2, person: 3, title: [4], end: [5] });
    const chinese = look(lines('时间,地点,姓名,事件', '2031年5月14日 23:33,1216,林巧,开门', '2031年5月14日 23:40,1216,林巧,关门'));
    expect(chinese.mapping).toMatchObject({ time: [0], location: 1, person: 2, title: [3] });
    expect(chinese.local).toBe(true);
  });

  test('knows seconds, milliseconds and microseconds since 1970 by the number of their figures, under a name that means time', () => {
    const formats = ['1936683235', '1936683235250', '1936683235250123'].map((figures) => {
      const { mapping, local } = look(lines('timestamp,what', `${figures},a`, `${figures},b`));
      return [mapping.format, local];
    });
    expect(formats).toEqual([
      ['epoch-seconds', false],
      ['epoch-milliseconds', false],
      ['epoch-microseconds', false],
    ]);
    expect(look(lines('phone,what,when', '1936683235,a,2031-05-14', '1936683236,b,2031-05-15')).mapping.time).toEqual([2]);
  });

  test('tells what carries its offset from what does not', () => {
    expect(look(lines('when,what', '2031-05-14T10:00:00Z,a', '2031-05-14T10:00:00+08:00,b')).local).toBe(false);
    expect(look(lines('when,what', '2031-05-14T10:00:00Z,a', '2031-05-14T10:00:00,b')).local).toBe(true);
  });

  test('counts every row of a piece once, and which orders of day and month it allows', () => {
    const layout = { kind: 'text', encoding: 'UTF-8', newline: '\n', delimiter: ',' } as const;
    const bytes = Buffer.from(lines('when,what', '03/04/2031,a', '', '25/04/2031,b', '04/25/2031,c', '2031-04-05,d'));
    expect(
      surveyLog({ bytes, layout, last: true, firstRow: 1, distrust: false, columns: ['when', 'what'], header: true, time: [0] }),
    ).toMatchObject({
      rows: 4,
      blank: 1,
      either: 1,
      dayFirst: 1,
      monthFirst: 1,
      nextRow: 7,
    });
  });
});
