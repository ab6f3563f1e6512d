import { describe, expect, test } from 'vitest';
import { findings as sentences } from '../../../../shared/locales/en/everywhere/findings.ts';
import { findings as chinese } from '../../../../shared/locales/zh-CN/everywhere/findings.ts';
import { translateNote } from '../../../../shared/words/reading-note.ts';
import { describeFailure, fillSentence } from '../../../../shared/result.ts';

describe('a reading note', () => {
  test('stays as it was written in English', () => {
    expect(translateNote('The file is empty.', 'en')).toBe('The file is empty.');
  });

  test.each(Object.keys(sentences).filter((key) => !key.startsWith('mark-')))('%s is said in Chinese with its values', (key) => {
    const name = key as keyof typeof sentences;
    const values = {
      extension: 'pdf',
      mediaType: 'image/png',
      megabytes: 96,
      characters: 12,
      passages: 3,
      fields: 2,
      parts: 4,
      count: 1,
      pages: 9,
      problem: 'a problem',
      width: 10,
      height: 20,
    };
    expect(translateNote(fillSentence(sentences[name], values), 'zh-CN')).toBe(fillSentence(chinese[name], values));
  });

  test('is said sentence by sentence, and foreign words stay', () => {
    expect(translateNote('The name ends in .pdf, but the content is image/png. The picture is damaged or cut short.', 'zh-CN')).toBe(
      '文件名以 .pdf 结尾，但内容是 image/png。图片已损坏或不完整。',
    );
    expect(translateNote('RangeError: offset is out of bounds', 'zh-CN')).toBe('RangeError: offset is out of bounds');
  });

  test('knows the failures a reader can end with', () => {
    expect(translateNote(describeFailure('reader.timeout', { seconds: 120 }).message, 'zh-CN')).toMatch(/120/);
    expect(translateNote(describeFailure('reader.timeout', { seconds: 120 }).message, 'zh-CN')).not.toMatch(/[a-z]{4}/);
  });
});
