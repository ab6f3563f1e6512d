import { describe, expect, test } from 'vitest';
import { findings as english } from '../../../../shared/locales/en/everywhere/findings.ts';
import { findings as chinese } from '../../../../shared/locales/zh-CN/everywhere/findings.ts';
import { verbatim } from '../../../../shared/model/fact.ts';
import { describeNotes } from '../../../../shared/words/notes.ts';

const codes = (Object.keys(english) as (keyof typeof english)[]).filter((code) => !code.startsWith('mark-'));
const places = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort();

describe('what a reader says of an exhibit', () => {
  test.each(codes)('%s is said in both languages, with the same values and none left out', (code) => {
    expect(places(chinese[code])).toEqual(places(english[code]));
    const values = Object.fromEntries(places(english[code]).map((name, index) => [name, `‹${index}›`]));
    for (const language of ['en', 'zh-CN'] as const) {
      const said = describeNotes([{ code, values }], language);
      for (const value of Object.values(values)) expect(said).toContain(value);
      expect(said).not.toMatch(/\{\{|\}\}/);
    }
    expect(describeNotes([{ code, values }], 'zh-CN')).toMatch(/\p{Script=Han}/u);
  });

  test('is said sentence after sentence, as each language writes them', () => {
    const notes = [{ code: 'mismatch', values: { extension: 'pdf', mediaType: 'image/png' } }, { code: 'image-damaged' }];
    expect(describeNotes(notes, 'en')).toBe('The name ends in .pdf, but the content is image/png. The picture is damaged or cut short.');
    expect(describeNotes(notes, 'zh-CN')).toBe('文件名以 .pdf 结尾，但内容是 image/png。图片已损坏或不完整。');
  });

  test('has the words of a library between quotation marks, in whatever language it speaks', () => {
    for (const code of ['reader-stopped', 'message-damaged'])
      for (const language of ['en', 'zh-CN'] as const)
        expect(describeNotes([{ code, values: { problem: 'nested too deep' } }], language)).toContain('“nested too deep”');
  });

  test('is a failure of reading in the words of that failure', () => {
    const said = describeNotes([{ code: 'reader.timeout', values: { seconds: 120 } }], 'zh-CN');
    expect(said).toMatch(/120/);
    expect(said).not.toMatch(/[a-z]{4}/);
  });

  test('keeps what it does not know, and what was only ever kept as words', () => {
    expect(describeNotes([{ code: 'of-later' }], 'zh-CN')).toBe('of-later');
    expect(describeNotes(verbatim('Kept as it was.'), 'zh-CN')).toBe('Kept as it was.');
  });
});
