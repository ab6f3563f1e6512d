import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { EventSort } from '../../../shared/contract/event.ts';
import { accountsDiffer, type CaseEvent } from '../../../shared/model/event.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { formatBounds, formatInstant, formatMoment } from '../../../shared/time/index.ts';
import { setPreferences, useDeskState } from '../../ask/session.ts';
import { useQuery } from '../../ask/queries.ts';
import type { PagedColumn } from '../../ui/PagedGrid.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { type Say, useLanguage, useWords } from '../../ui/words.ts';
import { LaneMark, StandingMark } from '../../parts/event/EventMarks.tsx';

/** In the order they stand in. */
export const columnKeys = [
  'happened',
  'recorded',
  'learned',
  'entered',
  'title',
  'lane',
  'standing',
  'kind',
  'tags',
  'place',
  'parties',
  'sources',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

const FIRST: readonly ColumnKey[] = ['happened', 'title', 'lane', 'standing', 'sources'];

/** The columns a person chose, here or at an earlier start; when and what are always among them. */
export function useColumnChoice(): readonly [readonly ColumnKey[], (chosen: readonly ColumnKey[]) => void] {
  const kept = useDeskState(({ preferences }) => preferences.chronologyColumns);
  const chosen = useMemo(() => columnKeys.filter((key) => key === 'title' || (kept ?? FIRST).includes(key)), [kept]);
  return [chosen, (next) => void setPreferences({ chronologyColumns: [...next] })];
}

/** The column that shows what a sort goes by, and the other way round. */
export function sortOfColumn(column: string): EventSort | null {
  return column === 'sources' ? 'citations' : (SORTED.find((key) => key === column) ?? null);
}
const SORTED: readonly EventSort[] = ['happened', 'recorded', 'learned', 'entered', 'title', 'lane', 'standing'];

export function useChronologyColumns(caseId: CaseId, zone: string, chosen: readonly ColumnKey[]): readonly PagedColumn<CaseEvent>[] {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const language = useLanguage();
  const parties = useQuery('party.list', chosen.includes('parties') ? { caseId } : null).data;
  return useMemo(() => {
    const names = new Map(parties?.map(({ id, name }) => [id as string, name]));
    const moment = (one: Moment | null, unplaced = false): ReactElement => (
      <MomentCell moment={one} unplaced={unplaced} zone={zone} language={language} say={say} />
    );
    const cells: Readonly<Record<ColumnKey, readonly [width: string, render: (event: CaseEvent) => ReactNode]>> = {
      happened: ['minmax(180px, 1fr)', (event) => moment(event.happened, hasNoKnownTime(event))],
      recorded: ['minmax(160px, 1fr)', (event) => moment(event.recorded)],
      learned: ['minmax(160px, 1fr)', (event) => moment(event.learned)],
      entered: ['minmax(150px, 1fr)', (event) => formatInstant(event.enteredAt, { language, zone, zoneShown: false })],
      title: [
        'minmax(200px, 2fr)',
        (event) => (
          <span title={event.title}>
            {event.title} {accountsDiffer(event) && <Tag tone="differ">{say('legend.differs')}</Tag>}
          </span>
        ),
      ],
      lane: ['116px', (event) => <LaneMark lane={event.lane} />],
      standing: ['110px', (event) => <StandingMark standing={event.standing} />],
      kind: ['116px', (event) => sayEvent(`event-kind.${event.kind}`)],
      tags: [
        'minmax(110px, 1fr)',
        (event) => (
          <span className="cell-tags" title={event.tags.join(', ')}>
            {event.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        ),
      ],
      place: ['minmax(110px, 1fr)', (event) => <span title={event.location}>{event.location}</span>],
      parties: ['minmax(120px, 1fr)', (event) => event.parties.map((id) => names.get(id) ?? '…').join(', ')],
      sources: ['76px', (event) => (event.citations.length > 0 ? event.citations.length : <span className="quiet">{say('uncited')}</span>)],
    };
    return chosen.map((key) => ({
      key,
      header: key === 'happened' ? say('column.when', { zone }) : columnName(key, say, sayEvent),
      width: cells[key][0],
      render: cells[key][1],
      sortable: sortOfColumn(key) !== null,
      ...(key === 'sources' ? { align: 'end' as const } : {}),
    }));
  }, [parties, zone, language, say, sayEvent, chosen]);
}

export function columnName(key: ColumnKey, say: Say<'timeline'>, sayEvent: Say<'event'>): string {
  switch (key) {
    case 'happened':
      return sayEvent('when');
    case 'entered':
      return sayEvent('entered');
    case 'kind':
    case 'tags':
      return sayEvent(key);
    case 'place':
      return sayEvent('location');
    case 'parties':
      return sayEvent('parties');
    default:
      return say(`column.${key}`);
  }
}

/** Stamped by a source clock whose offset nobody knows: it has no place in time, and nothing may look as if it had. */
export function hasNoKnownTime({ happened, clockId }: CaseEvent): boolean {
  return clockId !== null && happened.earliest === null && happened.latest === null;
}

function MomentCell({
  moment,
  unplaced,
  zone,
  language,
  say,
}: {
  readonly moment: Moment | null;
  readonly unplaced: boolean;
  readonly zone: string;
  readonly language: ReturnType<typeof useLanguage>;
  readonly say: Say<'timeline'>;
}): ReactElement {
  if (!moment) return <span className="quiet">{say('cell.notKnown')}</span>;
  if (unplaced) return <span className="quiet">{say('cell.unplaced')}</span>;
  const open = moment.earliest === null || moment.latest === null;
  const format = { language, zone } as const;
  return (
    <time title={`${formatMoment(moment, { ...format, style: 'full' })}${open ? `\n${formatBounds(moment, format)}` : ''}`}>
      {formatMoment(moment, { ...format, zoneShown: false })}
    </time>
  );
}
