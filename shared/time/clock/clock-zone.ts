import type { InstantBounds } from './clock-correct.ts';
import { DAY, HOUR, MINUTE, type Wall, wallOf, wallParts } from '../wall.ts';
import { fixedOffset, formatOffset, offsetAt, readWall } from '../zone.ts';
import { dateTimeNote, type Note, note } from '../note.ts';

/** Whether a clock was set to change to daylight-saving time and back by itself. */
export type DaylightSaving = 'on' | 'off' | 'unknown';

export interface NominalBounds {
  /** Null where a clock so set never showed any of it. */
  readonly bounds: InstantBounds | null;
  readonly notes: readonly Note[];
}

/**
 * The zone a clock's figures are read in: `zone` itself, or, for a clock that stays on standard time all year, the fixed offset of
 * that zone's standard time in a year. `unknown` answers `zone`; `nominalBounds` takes both into account.
 */
export function clockZone(zone: string, daylightSaving: DaylightSaving, year: number): string {
  return daylightSaving === 'off' && fixedOffset(zone) === null ? standardZone(zone, year) : zone;
}

/** What was worked out before: a door log has a million figures, but one zone and a year or two. */
const known = new Map<string, string>();

function standardZone(zone: string, year: number): string {
  const key = `${zone} ${String(year)}`;
  let standard = known.get(key);
  if (standard === undefined) {
    standard = findStandardZone(zone, year);
    known.set(key, standard);
  }
  return standard;
}

function findStandardZone(zone: string, year: number): string {
  const days = Array.from({ length: 365 }, (_, index) => wallOf(year, 1, 1) + index * DAY + DAY / 2);
  const within = (months: readonly number[]): number =>
    mostCommon(
      days.filter((day) => months.includes(wallParts(day).month)),
      zone,
    );
  // Standard time is the smaller of what winter and summer mostly keep: a month's exception, as in Morocco, is neither.
  const standard = Math.min(within([1, 2, 12]), within([6, 7, 8]));
  const changes = days.some((day) => offsetAt(day, zone) !== standard);
  // Only whole minutes can be written as an offset; zones keep odd seconds only where they knew no daylight-saving time.
  return changes && standard % MINUTE === 0 ? formatOffset(standard).slice('UTC'.length) : zone;
}

function mostCommon(days: readonly number[], zone: string): number {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(offsetAt(day, zone), (counts.get(offsetAt(day, zone)) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/**
 * The nominal bounds of figures a clock showed, [from, to) on its own face, given how it was set. Where its setting is not known
 * both readings are kept, and so are both where its clocks went back and it showed the same figures twice.
 */
export function nominalBounds(from: Wall, to: Wall, zone: string, daylightSaving: DaylightSaving): NominalBounds {
  const standard = clockZone(zone, 'off', wallParts(from).year);
  if (daylightSaving === 'off')
    return boundsIn(from, to, standard, standard === zone ? [] : [note('clock.standardTime', { zone, offset: `UTC${standard}` })]);
  const saving = boundsIn(from, to, zone, []);
  if (daylightSaving === 'on' || standard === zone) return saving;
  const fixed = boundsIn(from, to, standard, []).bounds as InstantBounds;
  if (!saving.bounds) return { bounds: fixed, notes: [...saving.notes, note('clock.mustBeStandard', { offset: `UTC${standard}` })] };
  const { earliest, latest } = saving.bounds;
  if (earliest === fixed.earliest && latest === fixed.latest) return saving;
  const bounds = {
    earliest: Math.min(earliest as number, fixed.earliest as number),
    latest: Math.max(latest as number, fixed.latest as number),
  };
  return { bounds, notes: [...saving.notes, note('clock.daylightUnknown', { zone, offset: `UTC${standard}` })] };
}

function boundsIn(from: Wall, to: Wall, zone: string, notes: readonly Note[]): NominalBounds {
  const { readings, gap, repeated } = readWall(from, to, zone);
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) {
    const none = note('clock.neverShownThere', {
      zone,
      before: gap ? dateTimeNote(gap.before) : '',
      after: gap ? dateTimeNote(gap.after) : '',
    });
    return { bounds: null, notes: [...notes, none] };
  }
  const twice = repeated && to - from <= HOUR ? [note('clock.shownTwice', { zone, shown: dateTimeNote(from) })] : [];
  return { bounds: { earliest: first.earliest, latest: last.latest }, notes: [...notes, ...twice] };
}
