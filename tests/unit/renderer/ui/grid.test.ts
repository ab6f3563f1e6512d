import { describe, expect, it } from 'vitest';
import { readGridKey } from '../../../../renderer/ui/grid-keys.ts';
import { nextSorting, sortRows } from '../../../../renderer/ui/grid-sorting.ts';

const key = (name: string, more: Partial<{ shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe('a grid of 100 rows, 10 high, with row 5 active', () => {
  it.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 99],
  ])('%s moves to row %i', (name, to) => {
    expect(readGridKey(key(name), 5, 100, 10)).toEqual({ kind: 'move', to, extend: false });
  });

  it('extends with Shift, takes all with Ctrl A, opens, toggles, lets go and removes', () => {
    expect(readGridKey(key('ArrowDown', { shiftKey: true }), 5, 100, 10)).toMatchObject({ to: 6, extend: true });
    const kinds = [key('a', { ctrlKey: true }), key('Enter'), key(' '), key('Escape'), key('Delete')].map(
      (one) => readGridKey(one, 5, 100, 10)?.kind,
    );
    expect(kinds).toEqual(['all', 'open', 'toggle', 'none', 'delete']);
  });

  it('leaves every other key alone', () => {
    expect([key('a'), key('Tab'), key('F5')].map((one) => readGridKey(one, 5, 100, 10))).toEqual([null, null, null]);
  });
});

describe('sorting', () => {
  const columns = [{ key: 'number', sortBy: (row: { readonly number: string | null }) => row.number }, { key: 'plain' }];
  const rows = ['EX-0010', null, 'EX-0002', 'ex-0001'].map((number) => ({ number }));

  it('counts as people do and puts what is unknown last, up and down', () => {
    const up = sortRows(rows, columns, { column: 'number', direction: 'ascending' });
    const down = sortRows(rows, columns, { column: 'number', direction: 'descending' });
    expect(up.map((row) => row.number)).toEqual(['ex-0001', 'EX-0002', 'EX-0010', null]);
    expect(down.map((row) => row.number)).toEqual(['EX-0010', 'EX-0002', 'ex-0001', null]);
  });

  it('goes up, down, and back to the order of the rows', () => {
    const first = nextSorting(null, 'number');
    const second = nextSorting(first, 'number');
    expect([first?.direction, second?.direction, nextSorting(second, 'number')]).toEqual(['ascending', 'descending', null]);
    expect(sortRows(rows, columns, null)).toBe(rows);
    expect(sortRows(rows, columns, { column: 'plain', direction: 'ascending' })).toBe(rows);
  });
});
