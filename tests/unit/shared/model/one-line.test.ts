import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../../shared/model/one-line.ts';

describe('a name or title', () => {
  const name = oneLine(12);

  it.each(['HR-2031-014', '差旅案 一', "Zoë O'Neil", '  trimmed  ', 'e\u0301'])('may be %j', (text) => {
    expect(name.parse(text)).toBe(text.trim());
  });

  it.each(['', '   ', 'a\nb', 'tab\there', '\u001b[31mred', 'a\u2028b', 'fdp\u202etxt', 'thirteen long'])('is never %j', (text) => {
    const parsed = name.safeParse(text);
    expect(parsed.success).toBe(false);
  });

  it('says in words what is wrong with it', () => {
    expect(name.safeParse('a\nb').error?.issues[0]?.message).toBe('it must be one line without control characters');
    expect(name.safeParse(' ').error?.issues[0]?.message).toBe('it is empty');
  });
});
