export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

interface SortableColumn<Row> {
  readonly key: string;
  readonly sortBy?: (row: Row) => string | number | null;
}

/** Names with figures sort as people count: EX-0002 before EX-0010, and Chinese by pinyin. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** A stable sort; what is unknown comes last in both directions. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly SortableColumn<Row>[], sorting: Sorting | null): readonly Row[] {
  const sortBy = sorting && columns.find((column) => column.key === sorting.column)?.sortBy;
  if (!sorting || !sortBy) return rows;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((left, right) => {
    const a = sortBy(left);
    const b = sortBy(right);
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
  });
}

/** A header pressed once sorts up, twice down, a third time gives the rows their own order back. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : null;
}
