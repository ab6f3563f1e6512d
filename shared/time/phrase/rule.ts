import type { Origin, Interpretation, Rule, Step, Unit, Wording } from './wording.ts';

/** A rule from the source of a pattern; capital letters are looked at by whoever needs them. */
export function rule(source: string, read: (groups: Groups) => Interpretation | 'skip' | null): Rule {
  return {
    pattern: new RegExp(source, 'iy'),
    read: (match, text) =>
      read({
        ...match.groups,
        whole: match[0],
        before: text.slice(Math.max(0, match.index - 24), match.index),
        after: text.slice(match.index + match[0].length, match.index + match[0].length + 24),
      }),
  };
}

/** The named groups of a match, and what stands around it. */
export type Groups = Readonly<Record<string, string | undefined>> & {
  readonly whole: string;
  readonly before: string;
  readonly after: string;
};

/** A reading that is a date by itself. */
export function sure(says: Wording): Interpretation {
  return { says, strength: 2 };
}

/** A reading that is one only beside another piece. */
export function weak(says: Wording): Interpretation {
  return { says, strength: 1 };
}

export function figure(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}

/** Whole days of the calendar. */
export function days(count: number, origin: Origin): Step {
  return { least: Math.abs(count), most: Math.abs(count), unit: 'day', direction: count < 0 ? 'before' : 'after', origin, exact: true };
}

/** Half of a unit, as wide as people use it. */
export const HALVES: Readonly<Record<Unit, readonly [least: number, most: number, unit: Unit]>> = {
  minute: [30, 30, 'minute'],
  hour: [30, 30, 'minute'],
  day: [3, 12, 'hour'],
  week: [3, 4, 'day'],
  month: [10, 20, 'day'],
  year: [5, 7, 'month'],
};
