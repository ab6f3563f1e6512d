import { accountsDiffer, type CaseEvent, type Lane, type Standing } from '../../../../shared/model/event.ts';

/** An event as the drawing needs it: null is an open bound. */
export interface TimelineItem {
  /** Its number in the chronology. */
  readonly number: number;
  readonly title: string;
  readonly lane: Lane;
  readonly standing: Standing;
  readonly differs: boolean;
  /** A period somebody has no memory of: drawn hatched, because nothing is said to have happened in it. */
  readonly gap: boolean;
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Known to the second: the only thing that is drawn as a point. */
  readonly point: boolean;
  /** Known to the second or the minute, so that its clock time can stand beside its title. */
  readonly clocked: 'second' | 'minute' | null;
}

/** Events by their order in time; those with no bound at all cannot be drawn and are answered apart. */
export function timelineItems(events: readonly CaseEvent[]): {
  readonly items: readonly TimelineItem[];
  readonly untimed: readonly number[];
} {
  const items: TimelineItem[] = [];
  const untimed: number[] = [];
  for (const [index, event] of events.entries()) {
    const { earliest, latest, precision, approximate, uncertain } = event.happened;
    if (earliest === null && latest === null) {
      untimed.push(index + 1);
      continue;
    }
    const sure = !approximate && !uncertain;
    items.push({
      number: index + 1,
      title: event.title,
      lane: event.lane,
      standing: event.standing,
      differs: accountsDiffer(event),
      gap: event.kind === 'memory-gap',
      earliest,
      latest,
      point: sure && earliest !== null && latest !== null && latest - earliest <= 1000,
      clocked: sure && (precision === 'second' || precision === 'minute') ? precision : null,
    });
  }
  return { items: items.sort((one, other) => startOf(one) - startOf(other) || one.number - other.number), untimed };
}

/** Where an item is put in order; an item without an earliest bound is put at its latest. */
export function startOf(item: TimelineItem): number {
  return item.earliest ?? (item.latest as number);
}

export function endOf(item: TimelineItem): number {
  return item.latest ?? (item.earliest as number);
}
