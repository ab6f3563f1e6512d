/** A list drawn through a window: rows of one height, of which only those in sight exist. All lengths in pixels. */
export interface RowScroll {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of what the rows are seen through. */
  readonly viewport: number;
  /** How far the element is scrolled. */
  readonly top: number;
}

/** Far down in a taller element Chromium places rows by whole pixels no more: a longer list is scrolled in larger steps than it is drawn in. */
const TALLEST = 8_000_000;
const OVERSCAN = 12;

/** The height the element gets. */
export function bodyHeight({ count, rowHeight }: Pick<RowScroll, 'count' | 'rowHeight'>): number {
  return Math.min(count * rowHeight, TALLEST);
}

/** The rows to draw: [first, end), those in sight and a few around them. */
export function rowsInSight(scroll: RowScroll, around = OVERSCAN): { readonly first: number; readonly end: number } {
  const { count, rowHeight, viewport } = scroll;
  const top = listTop(scroll);
  return {
    first: Math.max(0, Math.floor(top / rowHeight) - around),
    end: Math.min(count, Math.ceil((top + viewport) / rowHeight) + around),
  };
}

/** Where a row lies within the element. */
export function rowOffset(scroll: RowScroll, index: number): number {
  return index * scroll.rowHeight - listTop(scroll) + scroll.top;
}

/** How far the element must be scrolled for the row to be in sight; as far as it is when it is already. */
export function scrollFor(scroll: RowScroll, index: number): number {
  const { rowHeight, viewport, top } = scroll;
  const from = listTop(scroll);
  const start = index * rowHeight;
  if (start < from) return start / stretch(scroll);
  return start + rowHeight > from + viewport ? (start + rowHeight - viewport) / stretch(scroll) : top;
}

/** How far the whole list is scrolled, were it drawn at its full height. */
function listTop(scroll: RowScroll): number {
  return scroll.top * stretch(scroll);
}

/** Pixels of the list to one of the element. */
export function stretch(scroll: RowScroll): number {
  const height = bodyHeight(scroll);
  const full = scroll.count * scroll.rowHeight;
  return full <= height ? 1 : (full - scroll.viewport) / (height - scroll.viewport);
}
