import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../model/identifier.ts';
import { DAY, HOUR, MINUTE, type Wall } from './wall.ts';

/** Instants whose wall clock lies in a given stretch, all under one offset. */
export interface WallStretch {
  readonly earliest: Instant;
  /** The first instant that is too late. */
  readonly latest: Instant;
  /** Milliseconds east of UTC. */
  readonly offset: number;
}

/** A jump of the wall clock: it showed `before` and next `after`. */
export interface ClockChange {
  readonly before: Wall;
  readonly after: Wall;
}

export interface ZoneReading {
  /** In order of time; empty when the wall clock never showed any of it. */
  readonly readings: readonly WallStretch[];
  /** The jump over part of the stretch, when there is one. */
  readonly gap: ClockChange | null;
  /** True when the wall clock showed part of the stretch twice. */
  readonly repeated: boolean;
}

/** Farther than any zone has ever been from UTC, and than any zone ever jumped (a whole day, at the date line). */
const REACH = 40 * HOUR;
/** No zone changed its offset and changed it back within this time. */
const STEP = 6 * HOUR;

/** Whether the tz database has this zone; offsets such as +09:00 count as zones, too. */
export function isZone(zone: string): boolean {
  if (fixedOffset(zone) !== null) return true;
  try {
    return zone.length > 0 && new Temporal.ZonedDateTime(0n, zone).timeZoneId.length > 0;
  } catch {
    return false;
  }
}

/** The zone this computer is set to: for times that belong to no case. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Milliseconds the zone's clocks are ahead of UTC at an instant. Throws RangeError for an unknown zone. */
export function offsetAt(instant: Instant, zone: string): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const step = Math.floor(instant / STEP);
  const before = offsetAtStep(step, zone);
  return before === offsetAtStep(step + 1, zone) ? before : lookUpOffset(instant, zone);
}

/** What a clock on the wall shows in a zone at an instant. */
export function wallAt(instant: Instant, zone: string): Wall {
  return instant + offsetAt(instant, zone);
}

/** All instants at which the wall clock of a zone lies in [from, to), with what is odd about them. */
export function readWall(from: Wall, to: Wall, zone: string): ZoneReading {
  if (to - from > 2 * REACH + 2 * DAY) return joinEnds(readWall(from, from + DAY, zone), readWall(to - DAY, to, zone));
  const stretches = stretchesBetween(from - REACH, to + REACH, zone);
  const readings: WallStretch[] = [];
  let gap: ClockChange | null = null;
  for (const [index, stretch] of stretches.entries()) {
    const earliest = Math.max(stretch.earliest, from - stretch.offset);
    const latest = Math.min(stretch.latest, to - stretch.offset);
    if (earliest < latest) readings.push({ earliest, latest, offset: stretch.offset });
    const next = stretches[index + 1];
    if (!next) continue;
    const change = { before: stretch.latest + stretch.offset, after: next.earliest + next.offset };
    if (change.after > change.before && change.before < to && change.after > from) gap = change;
  }
  const shown = readings.reduce((sum, reading) => sum + reading.latest - reading.earliest, 0);
  return { readings, gap, repeated: readings.length > 1 && shown > to - from };
}

/** `UTC+08:00`, to the second where a zone once kept local mean time. */
export function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  const figures = [Math.floor(size / HOUR), Math.floor((size % HOUR) / MINUTE)];
  if (size % MINUTE !== 0) figures.push(Math.round((size % MINUTE) / 1000));
  return `UTC${offset < 0 ? '-' : '+'}${figures.map((figure) => String(figure).padStart(2, '0')).join(':')}`;
}

/** Milliseconds of a zone that is only an offset: UTC, Z, +09:00; null for every other name. */
export function fixedOffset(zone: string): number | null {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (!match) return null;
  const size = Number(match[2]) * HOUR + Number(match[3]) * MINUTE;
  return match[1] === '-' ? -size : size;
}

/** What was looked up before: the tz database does not change while we run, and asking it is what takes time. */
const known = new Map<string, Map<number, number>>();
const MOST_KNOWN = 50_000;

function offsetAtStep(step: number, zone: string): number {
  let offsets = known.get(zone);
  if (!offsets || offsets.size > MOST_KNOWN) {
    offsets = new Map();
    known.set(zone, offsets);
  }
  let offset = offsets.get(step);
  if (offset === undefined) {
    offset = lookUpOffset(step * STEP, zone);
    offsets.set(step, offset);
  }
  return offset;
}

function lookUpOffset(instant: Instant, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

function joinEnds(start: ZoneReading, end: ZoneReading): ZoneReading {
  return { readings: [...start.readings, ...end.readings], gap: null, repeated: false };
}

function stretchesBetween(from: Instant, to: Instant, zone: string): readonly WallStretch[] {
  const stretches: WallStretch[] = [];
  let earliest = from;
  let offset = offsetAt(from, zone);
  for (let at = from; at < to; at += STEP) {
    const next = Math.min(at + STEP, to);
    const nextOffset = offsetAt(next, zone);
    if (nextOffset === offset) continue;
    const change = findChange(at, next, offset, zone);
    stretches.push({ earliest, latest: change, offset });
    earliest = change;
    offset = nextOffset;
  }
  return [...stretches, { earliest, latest: to, offset }];
}

/** The first instant after which the offset is no longer `offset`. */
function findChange(from: Instant, to: Instant, offset: number, zone: string): Instant {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === offset) low = middle;
    else high = middle;
  }
  return high;
}
