import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { GridAct } from './grid-keys.ts';
import { type FrameColumn, GridFrame } from './GridFrame.tsx';
import { nextSorting, type Sorting, sortRows } from './grid-sorting.ts';

export interface Column<Row> extends FrameColumn<Row> {
  /** Makes the column sortable by this value. */
  readonly sortBy?: (row: Row) => string | number | null;
}

interface DataGridProps<Row> {
  /** The grid's accessible name. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (keys: ReadonlySet<string>) => void;
  readonly multiple?: boolean;
  /** Enter or a double click. */
  readonly onOpen?: (row: Row) => void;
  /** The Delete key, on the selected rows. */
  readonly onDelete?: (keys: ReadonlySet<string>) => void;
  /** Rows as they come until the person sorts; their own order when absent. */
  readonly initialSorting?: Sorting;
  /** The row that something else on the screen chose: it becomes the active one and is scrolled into view. */
  readonly reveal?: string | null;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A grid of rows that are all here. The grid itself keeps the focus and names the active row, so that a row
 * scrolled out of existence never takes the focus with it; `PagedGrid` is the one for rows that come page by page.
 * Arrows, Page, Home and End move; Shift extends; Space toggles; Ctrl A takes all; Escape lets go; Enter opens.
 */
export function DataGrid<Row>({
  label,
  rows,
  columns,
  rowKey,
  selected = NOTHING,
  onSelect,
  multiple = false,
  onOpen,
  onDelete,
  initialSorting,
  reveal = null,
}: DataGridProps<Row>): ReactElement {
  const [sorting, setSorting] = useState<Sorting | null>(initialSorting ?? null);
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting]);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [goTo, setGoTo] = useState<{ readonly index: number } | null>(null);
  const anchor = useRef(0);
  const active = activeKey === null ? -1 : sorted.findIndex((row) => rowKey(row) === activeKey);
  const revealed = reveal === null ? -1 : sorted.findIndex((row) => rowKey(row) === reveal);
  useEffect(() => {
    if (revealed < 0) return;
    setActiveKey(reveal);
    setGoTo({ index: revealed });
  }, [reveal, revealed]);

  function choose(index: number, act: 'one' | 'extend' | 'toggle'): void {
    const row = sorted[index];
    if (!row) return;
    const key = rowKey(row);
    setActiveKey(key);
    setGoTo({ index });
    if (act !== 'extend' || !multiple) anchor.current = index;
    if (!onSelect) return;
    if (act === 'toggle' && multiple) onSelect(toggled(selected, key));
    else if (act === 'extend' && multiple)
      onSelect(new Set(sorted.slice(Math.min(anchor.current, index), Math.max(anchor.current, index) + 1).map(rowKey)));
    else onSelect(new Set([key]));
  }

  function perform(act: GridAct): void {
    const at = Math.max(0, active);
    const row = sorted[at];
    if (act.kind === 'move') choose(act.to, act.extend ? 'extend' : 'one');
    else if (act.kind === 'toggle') choose(at, 'toggle');
    else if (act.kind === 'all') onSelect?.(new Set(multiple ? sorted.map(rowKey) : selected));
    else if (act.kind === 'none') onSelect?.(NOTHING);
    else if (act.kind === 'open') row && onOpen?.(row);
    else if (selected.size > 0) onDelete?.(selected);
  }

  return (
    <GridFrame
      label={label}
      columns={columns}
      isSortable={(key) => columns.some((column) => column.key === key && column.sortBy !== undefined)}
      sorting={sorting}
      onSort={(column) => setSorting(nextSorting(sorting, column))}
      count={sorted.length}
      rowAt={(index) => sorted[index]}
      rowKey={rowKey}
      selected={onSelect && selected}
      multiple={multiple}
      active={active}
      goTo={goTo}
      onAct={perform}
      onPress={choose}
      onOpen={onOpen}
      canDelete={onDelete !== undefined}
    />
  );
}

/** The keys with one more, or one less. */
export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return keys.has(key) ? new Set([...keys].filter((one) => one !== key)) : new Set([...keys, key]);
}
