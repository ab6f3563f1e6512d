import type { OrderChange, Retiming } from '../../../../shared/contract/clock.ts';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import { sameFacts } from '../../../../shared/model/fact.ts';
import type { CaseId } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { correctRecorded, type KnownClock } from '../../../../shared/time/index.ts';
import { coreOf, findOrderChanges, type MovedEvent, type OrderChanges, spanOf, type StillEvent } from './orders.ts';
import type { ReadRecords, StampedEvent } from '../ports/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

/** Moves that are told one by one. */
const MOST_MOVES = 100;

export interface RetimedEvent {
  readonly event: StampedEvent;
  readonly happened: Moment;
}

export interface RetimingPlan {
  /** Those whose moment is another one now, if only in its basis; removed events, too. */
  readonly changed: readonly RetimedEvent[];
  readonly retiming: Retiming;
}

/** What becomes of everything a clock stamped by what is known of it now. Writes nothing. */
export function planRetiming(records: ReadRecords, caseId: CaseId, known: KnownClock, language: Language): RetimingPlan {
  const { clock } = known;
  const asRead = wasAlwaysReadAlike(records, clock);
  const changed: RetimedEvent[] = [];
  let events = 0;
  for (const event of records.clocks.stamped(clock.id)) {
    if (!event.removed) events += 1;
    const happened = correctRecorded(known, event.recorded, language, asRead);
    if (!isSameMoment(happened, event.happened)) changed.push({ event, happened });
  }
  const moved = changed.filter(({ event, happened }) => !event.removed && !hasSameBounds(event.happened, happened));
  return { changed, retiming: { events, moved: moved.length, ...tellMoves(records, caseId, moved) } };
}

/** Whether what the events recorded still says what it would be read as today, so that it need not be read again. */
function wasAlwaysReadAlike(records: ReadRecords, { id, zone, daylightSaving }: SourceClock): boolean {
  return records.clocks.versions(id).every(({ clock }) => clock.zone === zone && clock.daylightSaving === daylightSaving);
}

function tellMoves(records: ReadRecords, caseId: CaseId, moved: readonly RetimedEvent[]): Pick<Retiming, 'moves' | 'orders'> {
  if (moved.length === 0) return { moves: [], orders: { total: 0, exact: true, changes: [] } };
  const orders = findChanges(records, caseId, moved);
  const shown = [...moved].sort((one, other) => (one.happened.earliest ?? 0) - (other.happened.earliest ?? 0)).slice(0, MOST_MOVES);
  const ordinals = [...shown.map(({ event }) => event.ordinal), ...orders.pairs.flatMap(({ one, other }) => [one, other])];
  const named = nameEvents(records, ordinals);
  return {
    moves: shown.map(({ event, happened }) => ({
      ...named(event.ordinal),
      before: { earliest: event.happened.earliest, latest: event.happened.latest },
      after: { earliest: happened.earliest, latest: happened.latest },
    })),
    orders: {
      total: orders.total,
      exact: orders.exact,
      changes: orders.pairs.map(({ one, other, ...change }): OrderChange => ({ one: named(one), other: named(other), ...change })),
    },
  };
}

/** No order is concluded from what is marked doubtful, before or after. */
function findChanges(records: ReadRecords, caseId: CaseId, retimed: readonly RetimedEvent[]): OrderChanges {
  const moved = new Map<number, MovedEvent>();
  for (const { event, happened } of retimed)
    if (!happened.uncertain) moved.set(event.ordinal, { ordinal: event.ordinal, before: spanOf(event.happened), after: spanOf(happened) });
  const still: StillEvent[] = [];
  for (const { ordinal, happened } of records.clocks.bounds(caseId))
    if (!moved.has(ordinal) && !happened.uncertain)
      still.push({ ordinal, ...spanOf(happened), core: happened.precision === 'interval' ? coreOf(happened) : null });
  return findOrderChanges([...moved.values()], still);
}

function nameEvents(records: ReadRecords, ordinals: readonly number[]) {
  const unique = [...new Set(ordinals)];
  const events = records.events.byOrdinal(unique);
  const names = new Map(events.map(({ id, title }, index) => [unique[index], { eventId: id, title }]));
  return (ordinal: number) => {
    const found = names.get(ordinal);
    if (!found) throw new Error('an event that moved is found by its ordinal');
    return found;
  };
}

function hasSameBounds(one: Moment, other: Moment): boolean {
  return one.earliest === other.earliest && one.latest === other.latest;
}

function isSameMoment(one: Moment, other: Moment): boolean {
  const { basis, ...rest } = one;
  return (Object.keys(rest) as (keyof typeof rest)[]).every((part) => one[part] === other[part]) && sameFacts(basis, other.basis);
}
