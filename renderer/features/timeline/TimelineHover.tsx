import type { ReactElement } from 'react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { formatBounds, formatMoment } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { isPeriod, type Period } from './canvas/thing.ts';
import { LaneMark } from '../../parts/event/EventMarks.tsx';
import type { HoverAt } from './TimelineCanvas.tsx';
import './timeline-hover.css';

const MOST_TITLES = 6;

/** What lies under the pointer, in words. */
export function TimelineHover({ hover, zone }: { readonly hover: HoverAt; readonly zone: string }): ReactElement | null {
  const say = useWords('timeline');
  if (hover.thing)
    return isPeriod(hover.thing) ? <PeriodWords period={hover.thing} zone={zone} /> : <EventWords item={hover.thing} zone={zone} />;
  if (hover.count === 0) return null;
  return (
    <>
      <strong>{say('bucket', { count: hover.count })}</strong>
      {hover.titles.slice(0, MOST_TITLES).map((title, index) => (
        <span key={index}>{title}</span>
      ))}
      {hover.titles.length > MOST_TITLES && <span className="quiet">…</span>}
    </>
  );
}

function EventWords({ item, zone }: { readonly item: TimelineItem; readonly zone: string }): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const language = useLanguage();
  const event = useQuery('event.get', { eventId: item.eventId }).data;
  const format = { language, zone } as const;
  return (
    <>
      <strong>{item.title}</strong>
      <span>{item.unplaced ? say('hover.unplaced') : event ? formatMoment(event.happened, format) : '…'}</span>
      {item.kind === 'memory-gap' && <span className="quiet">{say('legend.memoryGap')}</span>}
      <span className="quiet">
        <LaneMark lane={item.lane} /> · {sayEvent(`standing.${item.standing}`)}
        {event && <> · {sayEvent('citations', { count: event.citations.length })}</>}
      </span>
      {item.differs && <span className="differs-words">{say('legend.differs')}</span>}
    </>
  );
}

function PeriodWords({ period, zone }: { readonly period: Period; readonly zone: string }): ReactElement {
  const say = useWords('timeline');
  const language = useLanguage();
  const bounds = (earliest: number | null, latest: number | null): string => formatBounds({ earliest, latest }, { language, zone });
  return (
    <>
      <strong>{period.title}</strong>
      {period.certain && <span>{say('period.certain', { bounds: bounds(period.certain.from, period.certain.to) })}</span>}
      <span>{say('period.possible', { bounds: bounds(period.earliest, period.latest) })}</span>
      <span className="quiet">{say('period.press')}</span>
    </>
  );
}
