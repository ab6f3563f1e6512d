import { HOUR } from '../wall.ts';

export type Part =
  | 'smallHours'
  | 'earlyMorning'
  | 'morning'
  | 'lateMorning'
  | 'noon'
  | 'earlyAfternoon'
  | 'afternoon'
  | 'lateAfternoon'
  | 'dusk'
  | 'evening'
  | 'lateEvening'
  | 'night'
  | 'lateNight'
  | 'daytime';

interface PartHours {
  /** Hours after the midnight with which the day begins; beyond 24 is the next morning. */
  readonly from: number;
  readonly to: number;
  /** The first of the twelve hours that a figure of the 12-hour clock beside the word can mean. */
  readonly clockFrom: number;
}

/**
 * The one table of what parts of a day are taken to be. People differ by an hour or two about where a part ends, and a bound
 * that is too narrow is a false certainty, so every part is as wide as ordinary use goes in either language:
 * a night begins when it is commonly dark (18:00) and runs into the next morning (06:00), because whoever speaks of the night
 * of the 14th means the hours after midnight, too; the small hours are those of the date beside them; an evening ends at midnight.
 */
const HOURS: Readonly<Record<Part, PartHours>> = {
  smallHours: { from: 0, to: 6, clockFrom: 0 },
  earlyMorning: { from: 4, to: 9, clockFrom: 0 },
  morning: { from: 5, to: 12, clockFrom: 1 },
  lateMorning: { from: 9, to: 12, clockFrom: 1 },
  noon: { from: 11, to: 14, clockFrom: 9 },
  earlyAfternoon: { from: 12, to: 16, clockFrom: 12 },
  afternoon: { from: 12, to: 18, clockFrom: 12 },
  lateAfternoon: { from: 15, to: 19, clockFrom: 12 },
  dusk: { from: 16, to: 20, clockFrom: 13 },
  evening: { from: 17, to: 24, clockFrom: 13 },
  lateEvening: { from: 20, to: 26, clockFrom: 16 },
  night: { from: 18, to: 30, clockFrom: 17 },
  lateNight: { from: 21, to: 30, clockFrom: 17 },
  daytime: { from: 6, to: 18, clockFrom: 6 },
};

/** When a part of a day begins and ends, counted from the day's first midnight. */
export function partHours(part: Part): { readonly from: number; readonly to: number } {
  const { from, to } = HOURS[part];
  return { from: from * HOUR, to: to * HOUR };
}

/** The hour a clock figure means beside a part of the day, beyond 24 after midnight; null when the two contradict each other. */
export function hourWithin(part: Part, hour: number, half: 'set' | 'loose' | 'open'): number | null {
  const { from, to, clockFrom } = HOURS[part];
  const twelve = half !== 'set' && hour >= 1 && hour <= 12;
  const meant = twelve ? clockFrom + ((((hour - clockFrom) % 12) + 12) % 12) : hour < from && hour + 24 < to ? hour + 24 : hour;
  return meant < from - 6 || meant > to + 3 ? null : meant;
}
