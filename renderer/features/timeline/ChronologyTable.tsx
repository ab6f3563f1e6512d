import { type ReactElement, useCallback, useEffect, useMemo, useState } from 'react';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { ErrorNote, failureOf } from '../../ui/ErrorNote.tsx';
import type { Sorting } from '../../ui/grid-sorting.ts';
import { PagedGrid } from '../../ui/PagedGrid.tsx';
import { formatCount } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';
import './chronology.css';
import { BulkBar } from './BulkBar.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { sortOfColumn, useChronologyColumns, useColumnChoice } from './columns.tsx';
import { type EventSelection, fetchEvents, useEventPages } from './event-pages.ts';
import { useRemoveEvents } from './mutations.ts';

interface ChronologyTableProps {
  readonly matter: Case;
  readonly filter: string;
  readonly differing: boolean;
  readonly selected: string | null;
  readonly onSelect: (eventId: string | null) => void;
  readonly onOpen: (eventId: string) => void;
}

/** As many as one act can change. */
const MOST_CHOSEN = 5000;
const NOTHING: ReadonlySet<string> = new Set();

/** The events as rows, however many there are: the form a screen reader gets, and the one that prints. */
export function ChronologyTable({ matter, filter, differing, selected, onSelect, onOpen }: ChronologyTableProps): ReactElement {
  const say = useWords('timeline');
  const language = useLanguage();
  const explain = useFailureSentence();
  const tell = useToasts((state) => state.tell);
  const [sorting, setSorting] = useState<Sorting>({ column: 'happened', direction: 'ascending' });
  const [chosenColumns, chooseColumns] = useColumnChoice();
  const columns = useChronologyColumns(matter.id, matter.zone, chosenColumns);
  const selection = useMemo<EventSelection>(
    () => ({
      caseId: matter.id,
      filter,
      differing,
      by: sortOfColumn(sorting.column) ?? 'happened',
      descending: sorting.direction === 'descending',
    }),
    [matter.id, filter, differing, sorting],
  );
  const pages = useEventPages(selection);
  const position = useQuery('event.position', selected ? { ...selection, eventId: selected as EventId } : null).data ?? null;
  const [many, setMany] = useState<ReadonlySet<string>>(NOTHING);
  // Another choice elsewhere, or another list, lets go of the rows chosen together: nothing that is out of sight may be changed.
  useEffect(() => setMany(NOTHING), [filter, differing]);
  useEffect(() => {
    if (selected !== null) setMany(NOTHING);
  }, [selected]);
  const chosen = useMemo(() => (many.size > 1 ? many : selected ? new Set([selected]) : NOTHING), [many, selected]);
  const remove = useRemoveEvents(matter.id);

  const choose = useCallback(
    (keys: ReadonlySet<string>) => {
      setMany(keys.size > 1 ? keys : NOTHING);
      onSelect(keys.size === 1 ? ([...keys][0] ?? null) : null);
    },
    [onSelect],
  );

  async function keysOf(from: number, to: number): Promise<readonly string[] | null> {
    try {
      return (await fetchEvents(selection, from, to)).map(({ id }) => id);
    } catch (error) {
      tell(explain(failureOf(error as Error)), { failed: true });
      return null;
    }
  }

  const { total } = pages;
  return (
    <section className="chronology" aria-label={say('chronology')}>
      <ErrorNote error={pages.error} onRetry={pages.retry} />
      <div className="chronology-bar">
        {many.size > 1 ? (
          <BulkBar caseId={matter.id} eventIds={many} onDone={() => choose(NOTHING)} />
        ) : (
          <span className="quiet">{total !== null && say('chronology.count', { count: total, shown: formatCount(total, language) })}</span>
        )}
        <span className="space" />
        <ColumnChooser chosen={chosenColumns} onChange={chooseColumns} />
      </div>
      {total === 0 ? (
        <p className="quiet timeline-none">{filter ? say('none', { text: filter }) : say('none.differences')}</p>
      ) : (
        total !== null && (
          <PagedGrid<CaseEvent>
            label={say('chronology')}
            columns={columns}
            count={total}
            rowAt={pages.rowAt}
            rowKey={(event) => event.id}
            keysOf={keysOf}
            sorting={sorting}
            onSorting={setSorting}
            selected={chosen}
            onSelect={choose}
            most={MOST_CHOSEN}
            onTooMany={() => tell(say('chronology.most', { most: formatCount(MOST_CHOSEN, language) }))}
            onOpen={(event) => onOpen(event.id)}
            onDelete={(keys) => void remove(keys).then(() => choose(NOTHING))}
            onSight={pages.onSight}
            reveal={position}
          />
        )
      )}
    </section>
  );
}
