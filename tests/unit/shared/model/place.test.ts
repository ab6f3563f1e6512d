import { expect, test } from 'vitest';
import { formatPlace, parseCitationKey, parsePlace } from '../../../../shared/model/place.ts';

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
