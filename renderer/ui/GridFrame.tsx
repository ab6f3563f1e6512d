import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './grid.css';
import { type GridAct, readGridKey } from './grid-keys.ts';
import type { Sorting } from './grid-sorting.ts';
import { Icon } from './Icon.tsx';
import { bodyHeight, rowOffset, type RowScroll, rowsInSight, scrollFor, stretch } from './row-window.ts';
import { useWords } from './words.ts';

/** What a grid needs to know of a column to draw it. */
export interface FrameColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** A CSS grid track: `120px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: 'end';
}

interface GridFrameProps<Row> {
  /** The grid's accessible name. */
  readonly label: string;
  readonly columns: readonly FrameColumn<Row>[];
  readonly isSortable: (column: string) => boolean;
  readonly sorting: Sorting | null;
  readonly onSort: (column: string) => void;
  readonly count: number;
  /** Undefined while the row is not here yet. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  /** Undefined where rows cannot be chosen. */
  readonly selected: ReadonlySet<string> | undefined;
  readonly multiple: boolean;
  /** The row the keyboard stands on; -1 for none. */
  readonly active: number;
  /** Brought into sight whenever another object comes. */
  readonly goTo: { readonly index: number } | null;
  readonly onAct: (act: GridAct) => void;
  readonly onPress: (index: number, act: 'one' | 'extend' | 'toggle') => void;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly canDelete: boolean;
  /** The rows in sight, [first, end), whenever they change. */
  readonly onSight?: (first: number, end: number) => void;
}

/** An ARIA grid as it is drawn, whatever its rows come from: only those in sight exist. The grid itself keeps the focus. */
export function GridFrame<Row>(props: GridFrameProps<Row>): ReactElement {
  const { label, columns, count, rowAt, rowKey, selected, multiple, active, goTo, onAct, onPress, onOpen, canDelete, onSight } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const { top, viewport, scrollTo } = useScroll(scroller, head);
  const scroll: RowScroll = { count, rowHeight, viewport, top };
  const { first, end } = rowsInSight(scroll);
  const measured = viewport > 0;
  const bringIntoSight = useEffectEvent((index: number) => scrollTo(scrollFor(scroll, index)));
  useLayoutEffect(() => {
    if (goTo && measured) bringIntoSight(goTo.index);
  }, [goTo, measured]);
  // What opens beside the grid, such as the inspector of the row just chosen, must not push that row out of sight.
  const keepInSight = useEffectEvent(() => active >= first && active < end && bringIntoSight(active));
  useLayoutEffect(() => void keepInSight(), [viewport]);
  const tellSight = useEffectEvent(() => onSight?.(first, end));
  useEffect(() => tellSight(), [first, end]);
  useEvenWheel(scroller, () => ({ by: stretch(scroll), rowHeight }));
  const template: CSSProperties = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || count === 0) return;
    const page = Math.max(1, Math.floor(viewport / rowHeight) - 1);
    const act = readGridKey(event, active, count, page);
    if (!act || (act.kind === 'none' && (selected?.size ?? 0) === 0) || (act.kind === 'delete' && !canDelete)) return;
    event.preventDefault();
    onAct(act);
  }

  function onClick(event: MouseEvent, index: number): void {
    onPress(index, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'one');
  }

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable={multiple}
      aria-activedescendant={active >= first && active < end ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div ref={head} role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row" style={template}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} {...props} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ blockSize: bodyHeight(scroll) }}>
        {Array.from({ length: Math.max(0, end - first) }, (_, position) => {
          const index = first + position;
          const row = rowAt(index);
          const key = row === undefined ? null : rowKey(row);
          return (
            <div
              key={key ?? index}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={selected && key !== null ? selected.has(key) : undefined}
              aria-busy={row === undefined || undefined}
              className={index === active ? 'grid-row active' : 'grid-row'}
              style={{ ...template, transform: `translateY(${rowOffset(scroll, index)}px)` }}
              onClick={(event) => onClick(event, index)}
              onDoubleClick={() => row !== undefined && onOpen?.(row)}
            >
              {row === undefined ? <WaitingCells columns={columns} /> : <Cells columns={columns} row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cells<Row>({ columns, row }: { readonly columns: readonly FrameColumn<Row>[]; readonly row: Row }): ReactElement {
  return (
    <>
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={column.align === 'end' ? 'grid-cell end' : 'grid-cell'}>
          {column.render(row)}
        </div>
      ))}
    </>
  );
}

/** A row that is on its way. */
function WaitingCells<Row>({ columns }: { readonly columns: readonly FrameColumn<Row>[] }): ReactElement {
  const say = useWords('shell');
  return (
    <>
      {columns.map((column, index) => (
        <div key={column.key} role="gridcell" className="grid-cell">
          {index === 0 && <span className="visually-hidden">{say('loading')}</span>}
          <span className="grid-waiting" />
        </div>
      ))}
    </>
  );
}

function HeaderCell<Row>({
  column,
  isSortable,
  sorting,
  onSort,
}: { readonly column: FrameColumn<Row> } & Pick<GridFrameProps<Row>, 'isSortable' | 'sorting' | 'onSort'>): ReactElement {
  const say = useWords('shell');
  const direction = sorting?.column === column.key ? sorting.direction : null;
  return (
    <div role="columnheader" aria-sort={direction ?? undefined} className={column.align === 'end' ? 'grid-cell end' : 'grid-cell'}>
      {isSortable(column.key) ? (
        <button type="button" className="grid-sort" title={say('grid.sort', { column: column.header })} onClick={() => onSort(column.key)}>
          {column.header}
          {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
        </button>
      ) : (
        column.header
      )}
    </div>
  );
}

/** How far a grid is scrolled and how much of its rows is seen under its head. */
function useScroll(
  scroller: RefObject<HTMLDivElement | null>,
  head: RefObject<HTMLDivElement | null>,
): { readonly top: number; readonly viewport: number; readonly scrollTo: (top: number) => void } {
  const [seen, setSeen] = useState({ top: 0, viewport: 0 });
  const [scrollTo] = useState(() => (top: number): void => {
    // The rows may have been made a moment ago: the browser knows their height only after this.
    if (scroller.current && Math.abs(scroller.current.scrollTop - top) >= 1) scroller.current.scrollTop = top;
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void =>
      setSeen((before) => {
        const now = { top: element.scrollTop, viewport: Math.max(0, element.clientHeight - (head.current?.offsetHeight ?? 0)) };
        return now.top === before.top && now.viewport === before.viewport ? before : now;
      });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, head]);
  return { ...seen, scrollTo };
}

/** A wheel moves the rows as far as it says, also where the element is shorter than they are. */
function useEvenWheel(
  scroller: RefObject<HTMLDivElement | null>,
  present: () => { readonly by: number; readonly rowHeight: number },
): void {
  const measure = useEffectEvent(present);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The element is scrolled by whole pixels: what is left over waits for the next turn.
    let left = 0;
    function onWheel(event: WheelEvent): void {
      const { by, rowHeight } = measure();
      if (!element || by === 1 || event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      left += (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * rowHeight) / by;
      const whole = Math.trunc(left);
      left -= whole;
      element.scrollBy({ top: whole, left: event.deltaX, behavior: 'instant' });
    }
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroller]);
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
