import { expect, test } from 'vitest';
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
  expect([...name]).toHaveLength(120);
  expect(name.endsWith('𠮷.pdf')).toBe(true);
});

test('names are one name however they are spaced, composed, widened or capitalised', () => {
  for (const name of ['Ine\u0301s Marlow', ' inés  marlow ', 'ＩＮÉＳ　ＭＡＲＬＯＷ', 'Inés\u00a0Marlow'])
    expect(nameKey(name), name).toBe('inés marlow');
  expect(nameKey('Ines Marlow')).not.toBe(nameKey('Inés Marlow'));
});
