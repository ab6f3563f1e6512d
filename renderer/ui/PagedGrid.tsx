import { type ReactElement, useEffect, useRef, useState } from 'react';
import { toggled } from './DataGrid.tsx';
import type { GridAct } from './grid-keys.ts';
import { type FrameColumn, GridFrame } from './GridFrame.tsx';
import type { Sorting } from './grid-sorting.ts';

export interface PagedColumn<Row> extends FrameColumn<Row> {
  /** Whether whoever keeps the rows can sort by it. */
  readonly sortable?: boolean;
}

interface PagedGridProps<Row> {
  /** The grid's accessible name. */
  readonly label: string;
  readonly columns: readonly PagedColumn<Row>[];
  readonly count: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  /** The keys of the rows [from, to), wherever they are; null when they could not be had. */
  readonly keysOf: (from: number, to: number) => Promise<readonly string[] | null>;
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: ReadonlySet<string>) => void;
  /** Rows that can be chosen at once; beyond them `onTooMany` says so, and those nearest to the anchor are taken. */
  readonly most: number;
  readonly onTooMany: () => void;
  readonly onOpen: (row: Row) => void;
  readonly onDelete: (keys: ReadonlySet<string>) => void;
  readonly onSight: (first: number, end: number) => void;
  /** Where the row stands that something else on the screen chose; null for none. */
  readonly reveal: number | null;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A grid of any number of rows that come page by page, sorted by whoever keeps them. Its keys are those of `DataGrid`. What is chosen
 * may lie on pages that were never drawn: it is known by its keys, which are fetched.
 */
export function PagedGrid<Row>({
  label,
  columns,
  count,
  rowAt,
  rowKey,
  keysOf,
  sorting,
  onSorting,
  selected,
  onSelect,
  most,
  onTooMany,
  onOpen,
  onDelete,
  onSight,
  reveal,
}: PagedGridProps<Row>): ReactElement {
  const [active, setActive] = useState(-1);
  const [goTo, setGoTo] = useState<{ readonly index: number } | null>(null);
  const anchor = useRef(0);
  // Keys that come late must not undo what was chosen meanwhile.
  const asked = useRef(0);
  useEffect(() => {
    if (reveal === null) return;
    anchor.current = reveal;
    setActive(reveal);
    setGoTo({ index: reveal });
  }, [reveal]);

  async function take(from: number, to: number): Promise<void> {
    asked.current += 1;
    const mine = asked.current;
    const only = to - from === 1 ? rowAt(from) : undefined;
    const keys = only === undefined ? await keysOf(from, to) : [rowKey(only)];
    if (keys && mine === asked.current) onSelect(new Set(keys));
  }

  function stretch(from: number, to: number): void {
    const end = to >= from ? Math.min(to, from + most - 1) : Math.max(to, from - most + 1);
    if (end !== to) onTooMany();
    void take(Math.min(from, end), Math.max(from, end) + 1);
  }

  function choose(index: number, act: 'one' | 'extend' | 'toggle'): void {
    setActive(index);
    setGoTo({ index });
    if (act === 'extend') return stretch(Math.min(anchor.current, count - 1), index);
    anchor.current = index;
    const row = rowAt(index);
    if (act === 'one') return void take(index, index + 1);
    asked.current += 1;
    if (!row) return;
    if (selected.size >= most && !selected.has(rowKey(row))) onTooMany();
    else onSelect(toggled(selected, rowKey(row)));
  }

  function perform(act: GridAct): void {
    const at = Math.min(Math.max(0, active), count - 1);
    const row = rowAt(at);
    if (act.kind === 'move') choose(act.to, act.extend ? 'extend' : 'one');
    else if (act.kind === 'toggle') choose(at, 'toggle');
    else if (act.kind === 'all') stretch(0, count - 1);
    else if (act.kind === 'open') row !== undefined && onOpen(row);
    else if (act.kind === 'delete') selected.size > 0 && onDelete(selected);
    else {
      asked.current += 1;
      onSelect(NOTHING);
    }
  }

  return (
    <GridFrame
      label={label}
      columns={columns}
      isSortable={(key) => columns.some((column) => column.key === key && column.sortable === true)}
      sorting={sorting}
      onSort={(column) =>
        onSorting({ column, direction: sorting.column === column && sorting.direction === 'ascending' ? 'descending' : 'ascending' })
      }
      count={count}
      rowAt={rowAt}
      rowKey={rowKey}
      selected={selected}
      multiple
      active={Math.min(active, count - 1)}
      goTo={goTo}
      onAct={perform}
      onPress={choose}
      onOpen={onOpen}
      canDelete
      onSight={onSight}
    />
  );
}
