import { describe, expect, it } from 'vitest';
import { bodyHeight, rowOffset, type RowScroll, rowsInSight, scrollFor } from '../../../../renderer/ui/row-window.ts';

const MOST = 33_554_428;

/** Whether a row lies wholly within what is seen. */
function isSeen(scroll: RowScroll, index: number): boolean {
  const top = rowOffset(scroll, index) - scroll.top;
  return top > -0.5 && top + scroll.rowHeight < scroll.viewport + 0.5;
}

describe('a window on a list of rows', () => {
  it('draws what is in sight and a few around it, and nothing beyond the ends', () => {
    const scroll = { count: 1000, rowHeight: 32, viewport: 320, top: 3200 };
    expect(rowsInSight(scroll, 2)).toEqual({ first: 98, end: 112 });
    expect(rowsInSight({ ...scroll, top: 0 })).toMatchObject({ first: 0 });
    expect(rowsInSight({ ...scroll, top: 1000 * 32 - 320 })).toMatchObject({ end: 1000 });
    expect(rowsInSight({ ...scroll, count: 0, top: 0 })).toEqual({ first: 0, end: 0 });
    expect(rowOffset(scroll, 7)).toBe(7 * 32);
  });

  it.each([
    [1_000_000, 32],
    [1_000_000, 40],
    [5_000_000, 40],
  ])('reaches the first, the last and any row of %i rows %i pixels high, in an element Chromium can lay out', (count, rowHeight) => {
    const rows = { count, rowHeight, viewport: 417 };
    const height = bodyHeight(rows);
    expect(height).toBeLessThan(MOST);
    for (const from of [0, height / 3, height - rows.viewport])
      for (const index of [0, 1, 12_345, Math.floor(count / 2), count - 2, count - 1]) {
        const top = scrollFor({ ...rows, top: from }, index);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThanOrEqual(height - rows.viewport + 0.5);
        expect(isSeen({ ...rows, top }, index)).toBe(true);
        const { first, end } = rowsInSight({ ...rows, top }, 0);
        expect(index >= first && index < end).toBe(true);
      }
  });

  it('stays where it is for a row that is in sight already', () => {
    const scroll = { count: 1_000_000, rowHeight: 40, viewport: 400, top: 12_345 };
    const { first, end } = rowsInSight(scroll, -1);
    for (let index = first; index < end; index += 1) expect(scrollFor(scroll, index)).toBe(scroll.top);
  });
});
