import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import './grid.css';
import { type GridAct, readGridKey } from './grid-keys.ts';
import { nextSorting, type Sorting, sortRows } from './grid-sorting.ts';
import { Icon } from './Icon.tsx';
import { useWords } from './words.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** A CSS grid track: `120px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly render: (row: Row) => ReactNode;
  /** Makes the column sortable by this value. */
  readonly sortBy?: (row: Row) => string | number | null;
  readonly align?: 'end';
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
 * An ARIA grid that draws only the rows in view. The grid itself keeps the focus and names the active row, so that a row
 * scrolled out of existence never takes the focus with it.
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
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState<Sorting | null>(initialSorting ?? null);
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting]);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const anchor = useRef(0);
  const rowHeight = useRowHeight();
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingEnd: rowHeight,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const found = activeKey === null ? -1 : sorted.findIndex((row) => rowKey(row) === activeKey);
  const active = found >= 0 ? found : 0;
  const revealed = reveal === null ? -1 : sorted.findIndex((row) => rowKey(row) === reveal);
  useEffect(() => {
    if (revealed < 0) return;
    setActiveKey(reveal);
    virtual.scrollToIndex(revealed);
  }, [reveal, revealed, virtual]);
  const template: CSSProperties = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };

  function choose(index: number, act: 'one' | 'extend' | 'toggle'): void {
    const row = sorted[index];
    if (!row) return;
    const key = rowKey(row);
    setActiveKey(key);
    virtual.scrollToIndex(index);
    if (act !== 'extend' || !multiple) anchor.current = index;
    if (!onSelect) return;
    if (act === 'toggle' && multiple) onSelect(selected.has(key) ? without(selected, key) : new Set([...selected, key]));
    else if (act === 'extend' && multiple)
      onSelect(new Set(sorted.slice(Math.min(anchor.current, index), Math.max(anchor.current, index) + 1).map(rowKey)));
    else onSelect(new Set([key]));
  }

  function perform(act: GridAct): void {
    const row = sorted[active];
    if (act.kind === 'move') choose(Math.min(sorted.length - 1, Math.max(0, found < 0 ? 0 : act.to)), act.extend ? 'extend' : 'one');
    else if (act.kind === 'toggle') choose(active, 'toggle');
    else if (act.kind === 'all') onSelect?.(new Set(multiple ? sorted.map(rowKey) : selected));
    else if (act.kind === 'none') onSelect?.(NOTHING);
    else if (act.kind === 'open') row && onOpen?.(row);
    else if (selected.size > 0) onDelete?.(selected);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || sorted.length === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const act = readGridKey(event, active, sorted.length, page);
    if (!act || (act.kind === 'none' && selected.size === 0) || (act.kind === 'delete' && !onDelete)) return;
    event.preventDefault();
    perform(act);
  }

  function onClick(event: MouseEvent, index: number): void {
    choose(index, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'one');
  }

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable={multiple}
      aria-activedescendant={found >= 0 && activeKey !== null ? `${id}-${activeKey}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row" style={template}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sorting={sorting} onSort={() => setSorting(nextSorting(sorting, column.key))} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = sorted[item.index];
          if (row === undefined) return null;
          const key = rowKey(row);
          return (
            <div
              key={key}
              id={`${id}-${key}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={onSelect ? selected.has(key) : undefined}
              className={key === activeKey ? 'grid-row active' : 'grid-row'}
              style={{ ...template, transform: `translateY(${item.start}px)` }}
              onClick={(event) => onClick(event, item.index)}
              onDoubleClick={() => onOpen?.(row)}
            >
              {columns.map((column) => (
                <div key={column.key} role="gridcell" className={column.align === 'end' ? 'grid-cell end' : 'grid-cell'}>
                  {column.render(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sorting,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | null;
  readonly onSort: () => void;
}): ReactElement {
  const say = useWords('shell');
  const direction = sorting?.column === column.key ? sorting.direction : null;
  return (
    <div role="columnheader" aria-sort={direction ?? undefined} className={column.align === 'end' ? 'grid-cell end' : 'grid-cell'}>
      {column.sortBy ? (
        <button type="button" className="grid-sort" title={say('grid.sort', { column: column.header })} onClick={onSort}>
          {column.header}
          {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
        </button>
      ) : (
        column.header
      )}
    </div>
  );
}

/** The height of a row in pixels, as the density of the page says. */
function useRowHeight(): number {
  const [height, setHeight] = useState(readRowHeight);
  useEffect(() => {
    const observer = new MutationObserver(() => setHeight(readRowHeight()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => observer.disconnect();
  }, []);
  return height;
}

function readRowHeight(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 32;
}

function without(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...keys].filter((one) => one !== key));
}
