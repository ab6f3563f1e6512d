import type { Wall } from '../wall.ts';
import type { Note } from '../note.ts';
import type { Part } from './parts-of-day.ts';

/** How finely something is counted or said. */
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Part of a month or a year: its first, middle or last third, its beginning or its end. */
export type Third = 'early' | 'mid' | 'late' | 'start' | 'end';

/** Relative words count from when somebody speaks ("yesterday") or from where the account stands ("the next day"). */
export type Origin = 'speech' | 'story';

/** A time of day as written. */
export interface Clock {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  readonly fraction: string;
  /** Z, +09:00 or empty. */
  readonly offset: string;
  /** set: there is one reading. loose: on the 24-hour clock unless a part of the day says otherwise. open: morning or evening must be known. */
  readonly half: 'set' | 'loose' | 'open';
  /** A whole hour without its minutes: "at ten", "ten o'clock". */
  readonly spoken?: true;
  /** The word "midnight", which may be the beginning or the end of the date beside it. */
  readonly midnight?: true;
}

/** A distance in time: "nine days", "a few weeks"; `most` is larger than `least` where the words are vague. */
export interface Step {
  readonly least: number;
  readonly most: number;
  readonly unit: Unit;
  readonly direction: 'before' | 'after';
  readonly origin: Origin;
  /** Anywhere from the one to the other: 十余天来, "over the past ten days". */
  readonly upTo?: true;
  /** "Within three days": at most that far, and with `around` on either side. */
  readonly within?: 'after' | 'around';
  /** True for "the next day" and "yesterday", which are days of the calendar and no estimate. */
  readonly exact?: boolean;
}

/** Which of the days with that name. */
export type WeekdaySide =
  /** "the Wednesday before", "the following Monday". */
  | 'before'
  | 'after'
  /** "last Friday", "this Friday", "next Friday", which people use in two ways. */
  | 'last'
  | 'this'
  | 'next';

/** What a passage says about time, before anything is concluded from it: the same for every language. */
export interface Wording {
  readonly year?: number;
  /** Two figures only. */
  readonly shortYear?: number;
  readonly yearShift?: { readonly count: number; readonly origin: Origin };
  readonly month?: number;
  /** "Last May", "next June", "the May before". */
  readonly monthSide?: 'last' | 'next' | 'before' | 'after';
  readonly monthShift?: { readonly count: number; readonly origin: Origin };
  readonly day?: number;
  /** Last day of "27-28 July". */
  readonly dayTo?: number;
  /** "14 or 15 May": one of the two. */
  readonly dayOr?: true;
  /** 三四点, 七八月: or the next hour or month. */
  readonly orNext?: true;
  /** Day and month as two figures, in the order written. */
  readonly pair?: readonly [number, number];
  readonly weekday?: number;
  /** "The second Friday in May", the last one as -1. */
  readonly nthWeekday?: readonly [nth: number, weekday: number];
  /** "The first week of May", counted in sevens from the first of the month; the last seven days as -1. */
  readonly nthWeek?: number;
  /** The week that a date lies in, or that begins with it. */
  readonly weekOf?: true;
  /** Saturday and Sunday: of the date beside it, or of the week, or on the side, that `week` and `weekdaySide` say. */
  readonly weekend?: true;
  readonly weekdaySide?: WeekdaySide;
  /** A calendar week from Monday to Sunday, counted from the one of the speaker; with a weekday, that day of it. */
  readonly week?: number;
  /** That week counted from where the account stands. */
  readonly weekOfStory?: true;
  readonly step?: Step;
  readonly third?: Third;
  /** The later one of "early to mid-June". */
  readonly thirdTo?: Third;
  /** EDTF code of a quarter or half of a year. */
  readonly season?: number;
  /** "In recent days". */
  readonly recent?: true;
  readonly part?: Part;
  readonly clock?: Clock;
  /** "Throughout May", "all night": it lasted as long as that. */
  readonly throughout?: true;
  readonly about?: true;
  /** A zone named beside the clock: a tz name, or letters such as CST. */
  readonly zone?: string;
  /** A feast: on one and the same day of every year, or on another day each year. */
  readonly feast?: 'fixed' | 'moves';
  /** Shortly before or after the clock. */
  readonly near?: 'before' | 'after';
  /** Plainly in the future. */
  readonly future?: true;
  /** What "after" and "before" are said of. */
  readonly base?: Wording;
  /** Ends in "after" or "before": of what, may follow. */
  readonly wantsBase?: true;
  /** Said of an event that only the text around it can name. */
  readonly unnamedBase?: true;
}

/** One way something about time is written. */
export interface Rule {
  /** Sticky, and bounded in length, so that a hostile text costs no more than a long one. */
  readonly pattern: RegExp;
  /** What it says; null when it is nothing after all; 'skip' for what looks like a date and is none. */
  readonly read: (match: RegExpExecArray, text: string) => Interpretation | 'skip' | null;
}

export interface Interpretation {
  readonly says: Wording;
  /** 0: only colours others. 1: means a date only beside another piece. 2: a date by itself. */
  readonly strength: 0 | 1 | 2;
}

/** A stretch of normalised text that says something about time. */
export interface Piece extends Interpretation {
  readonly from: number;
  readonly to: number;
}

/** One passage, or the two ends of one. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly first: Wording;
  readonly second: Wording | null;
  /** It lasted from the one to the other, rather than lying somewhere in between. */
  readonly lasted: boolean;
  /** Two figures for one moment: 三四点. */
  readonly either?: true;
  readonly strength: number;
}

/** What one wording comes to on the wall clock. */
export interface Resolved {
  readonly from: Wall;
  /** The first moment that is too late. */
  readonly to: Wall;
  /** How it is best written: as a calendar unit, a time of a single day, or bounds in days or minutes. */
  readonly form: 'year' | 'month' | 'day' | 'clock' | 'days' | 'part' | 'minutes';
  /** With form clock: the figures, on the 24-hour clock of the day `from` lies in. */
  readonly clock: Clock | null;
  readonly part: Part | null;
  /** The same time of the first and the last of several days, as fine as it was written. */
  readonly ends?: readonly [Resolved, Resolved];
  readonly about: boolean;
  readonly notes: readonly Note[];
}
