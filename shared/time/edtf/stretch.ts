import type { Precision } from '../../model/moment.ts';
import type { EdtfDate } from './edtf.ts';
import type { CalendarUnit, Wall } from '../wall.ts';
import { type Note, note } from '../note.ts';

/** Years Casewright takes: beyond living memory on one side, beyond any retention period on the other. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

/** A stretch of the wall clock, and by how much `~` widens it on each side. */
export interface WallStretch {
  readonly from: Wall;
  readonly to: Wall;
  readonly precision: Precision;
  readonly widening: Widening;
  readonly notes: readonly Note[];
  readonly date: EdtfDate;
}

export type Widening =
  | { readonly by: 'calendar'; readonly unit: CalendarUnit; readonly count: number; readonly note: Note }
  | { readonly by: 'time'; readonly amount: number; readonly note: Note };

export function calendarWidening(unit: CalendarUnit, count = 1): Widening {
  const amount = count === 1 ? (`unit.${unit}` as const) : ('unit.quarter' as const);
  return { by: 'calendar', unit, count, note: note('basis.approximate', { amount: note(amount) }) };
}
