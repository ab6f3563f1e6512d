import { describe, expect, it } from 'vitest';
import { inARow } from '../../../../shared/words/in-a-row.ts';

describe('sentences in a row', () => {
  it.each([
    [['One.', 'Two.'], 'One. Two.'],
    [['一件。', '两件。'], '一件。两件。'],
    [['一件。', 'As the library said.', '两件。'], '一件。As the library said. 两件。'],
    [['One.', '', 'Two.'], 'One. Two.'],
    [[], ''],
  ])('%j', (sentences, row) => {
    expect(inARow(sentences)).toBe(row);
  });
});
