import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../../electron/core/print/press/fonts.ts';
import { headLines } from '../../../../electron/core/print/timeline/head-lines.ts';
import { drawSvg } from '../../../../electron/core/print/timeline/svg.ts';

const width = 718;
const facts = [
  'Period: between 18 Aug 2030, 00:00 and 30 May 2031, 10:02:01 (UTC+08:00)',
  'Zone: America/Argentina/ComodRivadavia',
  'Drawn on 21 Nov 2026, 23:11:18 (UTC+08:00) by Casewright 0.1.0',
  `Only events whose titles contain “${'the door of room 1216 '.repeat(9).trim()}”.`,
  'Only events on which accounts differ.',
];

/** What was said, whatever the lines: no word may be lost on the way. */
const words = (texts: readonly string[]): string => texts.join('').replace(/[\s·]/g, '');

describe('the head of a drawn timeline', () => {
  test('keeps every line on the sheet and loses no word', () => {
    for (const said of [
      facts,
      [`${'案'.repeat(300)}`],
      ['x'.repeat(900)],
      facts.map((fact) => `${fact}，起止时间均以记录为准`.repeat(3)),
    ]) {
      const lines = headLines(said, 7.5, width);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(textWidth(line, 7.5)).toBeLessThan(width);
      expect(words(lines)).toBe(words(said));
    }
  });

  test('breaks between two facts where a line holds one of them', () => {
    expect(headLines(facts.slice(0, 3), 7.5, 400)).toEqual([facts[0], facts[1], facts[2]]);
    expect(headLines(['one', 'two'], 7.5, width)).toEqual(['one   ·   two']);
  });

  test('pushes the sheets down when the upper margin does not hold it', () => {
    const few = drawSvg([{ text: 'Timeline' }], ['HR-2031-014', 'Zone: Asia/Shanghai'], 'en');
    expect(few).toContain('translate(0 0)');
    const many = drawSvg([{ text: 'Timeline' }], ['HR-2031-014 '.repeat(40), ...facts], 'en');
    const [, pushed] = /translate\(0 (\d+)\)/.exec(many) ?? [];
    const lowest = Math.max(...[...many.matchAll(/y="(\d+)" font-size="7.5"/g)].map(([, y]) => Number(y)));
    expect(Number(pushed)).toBeGreaterThan(0);
    expect(lowest).toBeLessThan(78 + Number(pushed));
  });
});
