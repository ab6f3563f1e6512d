import { type ReactElement, useMemo } from 'react';
import { accountsDiffer, type CaseEvent } from '../../../shared/model/event.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { LaneMark, StandingMark } from './EventMarks.tsx';

interface ChronologyTableProps {
  readonly events: readonly CaseEvent[];
  readonly zone: string;
  readonly selected: string | null;
  readonly onSelect: (eventId: string | null) => void;
  readonly onOpen: (eventId: string) => void;
  readonly onRemove: (eventId: string) => void;
}

/** The same events as the picture, as rows: the form a screen reader gets, and the one that prints. */
export function ChronologyTable({ events, zone, selected, onSelect, onOpen, onRemove }: ChronologyTableProps): ReactElement {
  const say = useWords('timeline');
  const columns = useColumns(zone);
  const keys = useMemo(() => new Set(selected ? [selected] : []), [selected]);
  return (
    <DataGrid
      label={say('chronology')}
      rows={events}
      columns={columns}
      rowKey={(event) => event.id}
      selected={keys}
      reveal={selected}
      onSelect={(chosen) => onSelect([...chosen][0] ?? null)}
      onOpen={(event) => onOpen(event.id)}
      onDelete={(chosen) => [...chosen].forEach(onRemove)}
    />
  );
}

function useColumns(zone: string): readonly Column<CaseEvent>[] {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: 'when',
        header: say('column.when', { zone }),
        width: 'minmax(180px, 1fr)',
        render: (event) => (
          <time
            title={formatMoment(event.happened, {
              locale: language,
              zone,
              style: 'full',
            })}
          >
            {formatMoment(event.happened, {
              locale: language,
              zone,
              zoneShown: false,
            })}
          </time>
        ),
        sortBy: (event) => event.happened.earliest ?? event.happened.latest,
      },
      {
        key: 'title',
        header: say('column.title'),
        width: 'minmax(200px, 2fr)',
        render: (event) => (
          <span title={event.title}>
            {event.title} {accountsDiffer(event) && <Tag tone="differ">{say('legend.differs')}</Tag>}
          </span>
        ),
        sortBy: (event) => event.title,
      },
      {
        key: 'lane',
        header: say('column.lane'),
        width: '116px',
        render: (event) => <LaneMark lane={event.lane} />,
        sortBy: (event) => sayEvent(`lane.${event.lane}`),
      },
      {
        key: 'standing',
        header: say('column.standing'),
        width: '110px',
        render: (event) => <StandingMark standing={event.standing} />,
        sortBy: (event) => event.standing,
      },
      {
        key: 'sources',
        header: say('column.sources'),
        width: '76px',
        align: 'end',
        render: (event) => (event.citations.length > 0 ? event.citations.length : <span className="quiet">{say('uncited')}</span>),
        sortBy: (event) => event.citations.length,
      },
    ],
    [say, sayEvent, language, zone],
  );
}
