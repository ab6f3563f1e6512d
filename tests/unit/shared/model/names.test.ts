import { expect, test } from 'vitest';
import { chanceFrom } from '../../../support/random.ts';
import { safeFileName } from '../../../../shared/model/file-name.ts';
import { nameKey } from '../../../../shared/model/name-key.ts';

test.each([
  ['Foto vom Hotel.jpg', 'Foto vom Hotel.jpg'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['a<b>:"c"|?*.txt', 'a_b___c____.txt'],
  ['.hidden', '_hidden'],
  ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
  ['line\nbreak.txt', 'line_break.txt'],
  ['  ', 'original'],
  ['华东销售部.txt', '华东销售部.txt'],
])('the foreign name %j is stored as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name keeps its end, counted in whole characters', () => {
  const name = safeFileName(`${'𠮷'.repeat(300)}.pdf`);
  // As many as 255 bytes hold, of four bytes each, before the four of the ending.
  expect([...name]).toHaveLength(66);
  expect(name.endsWith('𠮷.pdf')).toBe(true);
  expect([...safeFileName(`${'a'.repeat(300)}.pdf`)]).toHaveLength(120);
});

test('names are one name however they are spaced, composed, widened or capitalised', () => {
  for (const name of ['Ine\u0301s Marlow', ' inés  marlow ', 'ＩＮÉＳ　ＭＡＲＬＯＷ', 'Inés\u00a0Marlow'])
    expect(nameKey(name), name).toBe('inés marlow');
  expect(nameKey('Ines Marlow')).not.toBe(nameKey('Inés Marlow'));
});

test('is never longer than a disk allows, whatever stands in front of it, and keeps its kind', () => {
  const chance = chanceFrom(47);
  const alphabet = ['a', '.', ' ', 'é', '说', '𠮷', '\u0301', '/', 'Z'];
  for (let round = 0; round < 300; round++) {
    const before = `EX-${chance.whole(1, 10 ** chance.whole(1, 9))} `;
    const name = Array.from({ length: chance.whole(0, 400) }, () => alphabet[chance.whole(0, alphabet.length - 1)]).join('');
    const safe = before + safeFileName(`${name}.jpeg`, before);
    expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(255);
    expect(safe).toMatch(/\.jpeg$/);
    expect(safe).not.toMatch(/[/\\]|[\s.]$/);
  }
});
