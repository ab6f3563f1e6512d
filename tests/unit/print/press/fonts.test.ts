import { describe, expect, test } from 'vitest';
import { fitText, splitRuns, textWidth } from '../../../../electron/core/print/press/fonts.ts';

describe('splitting a text into runs', () => {
  test('gives Latin and Chinese the font that has them', () => {
    expect(splitRuns('Łukasz met 林桥 at 23:33').map((run) => [run.font, run.text])).toEqual([
      ['Latin', 'Łukasz met '],
      ['Chinese', '林桥 '],
      ['Latin', 'at 23:33'],
    ]);
  });

  test('lets quotation marks follow the script beside them', () => {
    expect(splitRuns('“我们”').every((run) => run.font === 'Chinese')).toBe(true);
    expect(splitRuns('“we”').every((run) => run.font === 'Latin')).toBe(true);
  });

  test('spells out what no font has, and counts it', () => {
    const missed: string[] = [];
    expect(
      splitRuns('ok 😀 한', (one) => missed.push(one))
        .map((run) => run.text)
        .join(''),
    ).toBe('ok [U+1F600] [U+D55C]');
    expect(missed).toEqual(['😀', '한']);
  });

  test('shows characters that would hide or reorder their neighbours instead of obeying them', () => {
    expect(
      splitRuns('paid\u202Eevil\u200Bok\u0000')
        .map((run) => run.text)
        .join(''),
    ).toBe('paid[U+202E]evil[U+200B]ok[U+0000]');
  });

  test('loses no character of any text', () => {
    const text = 'Line one\nLine two\t第三行，“引用”… — é ß Ж Ω';
    expect(
      splitRuns(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text.replace('\t', '    '));
  });
});

test('a shortened text fits its width and says that it was shortened', () => {
  const text = '第一次进入 1216 房间 First entry to room 1216 with the spare card';
  const short = fitText(text, 8, 120);
  expect(textWidth(short, 8)).toBeLessThanOrEqual(120);
  expect(short.endsWith('…')).toBe(true);
  expect(fitText('short', 8, 120)).toBe('short');
});
