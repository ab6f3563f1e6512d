import type { Wording } from './wording.ts';

/** Two pieces that stand together as one wording; null where they speak of two things. `close` when nothing but 的 lies
 * between; `apposed` after a comma, as in "the night before, on 15 May". */
export function mergeWordings(one: Wording, other: Wording, close: boolean, apposed = false): Wording | null {
  if (one.step && apposed && other.month !== undefined && other.day !== undefined) return { ...timeOf(one), ...other };
  if (one.wantsBase && !apposed && bearsDate(other) && !other.step) {
    const base = one.base ? mergeWordings(one.base, dateOf(other), true) : dateOf(other);
    return base ? { ...one, ...timeOf(other), base } : null;
  }
  if (other.step && !other.base && bearsDate(one) && !one.clock && !one.step) {
    return close && !one.part && one.weekday === undefined ? { ...other, base: one } : null;
  }
  for (const key of Object.keys(other)) if (key !== 'about' && key !== 'future' && key in one) return null;
  const both: Wording = { ...one, ...other };
  return fits(both) ? both : null;
}

/** Whether a wording names a day, month or year by itself. */
export function bearsDate(says: Wording): boolean {
  const { year, yearShift, month, monthShift, day, pair, weekday, week, step, season, recent } = says;
  return [year, yearShift, month, monthShift, day, pair, weekday, week, step, season, recent].some((one) => one !== undefined);
}

function fits(says: Wording): boolean {
  const { year, yearShift, month, monthShift, day, pair, weekday, weekdaySide, week, step, third, season, recent, part, clock } = says;
  const calendar = [year, yearShift, month, monthShift, day, pair].some((one) => one !== undefined);
  if (step && (calendar || weekdaySide || week !== undefined || third || season !== undefined || recent)) return false;
  if (recent && (calendar || weekday !== undefined || week !== undefined || part || clock || third || season !== undefined)) return false;
  if (week !== undefined && ((calendar && weekday === undefined) || third || season !== undefined || (part && weekday === undefined)))
    return false;
  if (weekdaySide && ((calendar && (weekdaySide === 'before' || weekdaySide === 'after')) || third || season !== undefined)) return false;
  if (pair && (month !== undefined || monthShift || day !== undefined || third || season !== undefined)) return false;
  if ((month !== undefined || year !== undefined) && monthShift) return false;
  if (year !== undefined && yearShift) return false;
  if (season !== undefined && (month !== undefined || monthShift || day !== undefined || third || weekday !== undefined || part || clock))
    return false;
  if (third && (day !== undefined || weekday !== undefined || part || clock)) return false;
  const dayKnown = day !== undefined || pair !== undefined;
  return !(
    (part || clock || weekday !== undefined) &&
    !dayKnown &&
    (month !== undefined || year !== undefined || monthShift || yearShift) &&
    !step
  );
}

function timeOf({ part, clock, about }: Wording): Wording {
  return { ...(part ? { part } : {}), ...(clock ? { clock } : {}), ...(about ? { about } : {}) };
}

function dateOf(says: Wording): Wording {
  const { part: _part, clock: _clock, about: _about, ...date } = says;
  return date;
}
