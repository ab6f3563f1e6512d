import { describe, expect, test } from 'vitest';
import { words } from '../../../../shared/locales/words.ts';
import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import { fillSentence } from '../../../../shared/result.ts';
import { type ExactPlace, formatPlace, liesInside, parseCitationKey, parsePlace, sayPlace } from '../../../../shared/model/place.ts';

test('a row of a table is a place of its own, of a book with several sheets with its sheet', () => {
  expect(parsePlace('row=17')).toEqual({ kind: 'row', number: 17 });
  expect(parsePlace('sheet=2&row=17')).toEqual({ kind: 'row', sheet: 2, number: 17 });
  for (const text of ['row=17', 'sheet=2&row=17', 'line=3', 'page=3&xywh=0.1,0.2,0.5,0.1', 't=12.5,14', ''])
    expect(formatPlace(parsePlace(text))).toBe(text);
  expect(parseCitationKey('EX-0004#row=17')).toEqual({ exhibitNumber: 'EX-0004', place: { kind: 'row', number: 17 } });
});

test('rows and sheets are counted from 1, and nothing else stands beside them', () => {
  for (const text of ['row=0', 'sheet=0&row=1', 'row=-1', 'row=1.5', 'row=', 'sheet=2', 'row=1&sheet=2', 'row=1 ', 'sheet=x&row=1'])
    expect(() => parsePlace(text), text).toThrow(/is not a citation/);
});

/** One of every kind and form, in words, and what may hold it. */
const table: readonly (readonly [
  text: string,
  place: ExactPlace,
  english: string,
  chinese: string,
  holders: readonly Exhibit['kind'][],
])[] = [
  ['page=3', { kind: 'page', page: 3 }, 'page 3', '第 3 页', ['document', 'image']],
  [
    'page=1&xywh=0.1,0.2,0.5,0.1',
    { kind: 'page', page: 1, region: { left: 0.1, top: 0.2, width: 0.5, height: 0.1 } },
    'page 1',
    '第 1 页',
    ['document', 'image'],
  ],
  ['paragraph=12', { kind: 'paragraph', number: 12 }, 'paragraph 12', '第 12 段', ['document']],
  ['line=118', { kind: 'line', number: 118 }, 'line 118', '第 118 行', ['text', 'data']],
  ['message=7', { kind: 'message', number: 7 }, 'message 7', '第 7 条', ['message']],
  ['row=17', { kind: 'row', number: 17 }, 'row 17', '表格第 17 行', ['text', 'data']],
  ['sheet=2&row=17', { kind: 'row', sheet: 2, number: 17 }, 'sheet 2, row 17', '工作表', []],
  ['t=12.5', { kind: 'time', from: 12.5 }, 'at 0:12.50', '0:12.50 处', ['video', 'audio', 'other']],
  [
    't=12.345,3725',
    { kind: 'time', from: 12.345, to: 3725 },
    '0:12.345 to 1:02:05.00',
    '0:12.345 至 1:02:05.00',
    ['video', 'audio', 'other'],
  ],
  ['frame=0', { kind: 'frame', number: 0 }, 'frame 0', '第 0 帧', ['video', 'other']],
];
const passages: Readonly<Record<string, string>> = {
  document: 'paragraph=200',
  text: 'line=200',
  data: 'line=200',
  message: 'message=200',
};
const holders = (['text', 'document', 'message', 'image', 'video', 'audio', 'data', 'other'] as const).map((kind) => ({
  exhibit: {
    kind,
    pages: kind === 'document' ? 9 : kind === 'image' ? 1 : null,
    findings: {
      status: kind === 'video' || kind === 'audio' || kind === 'other' ? ('minimal' as const) : ('read' as const),
      notes: [],
    },
  },
  content: { passages: kind in passages ? [{ place: passages[kind] as string, text: 'x' }] : [] },
}));

describe.each(table)('the place %s', (text, place, inEnglish, inChinese, kinds) => {
  test('is read, written and said in both languages', () => {
    expect(parsePlace(text)).toEqual(place);
    expect(formatPlace(place)).toBe(text);
    const { word, values } = sayPlace(place);
    expect(fillSentence(words.en[word], values)).toContain(inEnglish);
    expect(fillSentence(words['zh-CN'][word], values)).toContain(inChinese);
  });

  test('lies inside what has one, and inside nothing that was read and has none', () => {
    const read = holders.filter(({ exhibit }) => exhibit.findings.status === 'read' || place.kind === 'time' || place.kind === 'frame');
    const holding = read.filter((holder) => liesInside(holder, place)).map(({ exhibit }) => exhibit.kind);
    const page = place.kind === 'page' ? place.page : 0;
    const expected = kinds.filter((kind) => !(kind === 'image' && page > 1));
    const mayRecord = place.kind === 'time' || place.kind === 'frame' ? [...expected, 'data'] : expected;
    expect(holding.sort()).toEqual([...mayRecord].sort());
  });
});

test('a place that cannot be read is answered with an example of every kind', () => {
  expect(() => parsePlace('somewhere')).toThrow(/page=3, paragraph=12, line=118, message=7, row=17, t=12\.5 or frame=240/);
});
