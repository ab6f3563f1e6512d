import type { Option } from '../../ui/Field.tsx';
import type { Say } from '../../ui/words.ts';

export const NONE = 'none';

/** A column's own name; one without is called by its number. */
export function columnName(columns: readonly string[], index: number, say: Say<'log'>): string {
  const name = columns[index] ?? '';
  return /^#\d+$/.test(name) ? say('column', { number: index + 1 }) : name;
}

export function columnOptions(columns: readonly string[], say: Say<'log'>): readonly Option<string>[] {
  return [
    { key: NONE, label: say('none') },
    ...columns.map((_, index) => ({ key: String(index), label: columnName(columns, index, say) })),
  ];
}
