import type { Moment } from '../../../../../../shared/model/moment.ts';
import type { SqlValue } from '../../database.ts';

/** The columns of every table that holds moments, in the order of `momentValues`. */
export const MOMENT = 'earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis';
export const MOMENT_PLACES = '?, ?, ?, ?, ?, ?, ?, ?, ?';

export type MomentRow = Omit<Moment, 'approximate' | 'uncertain'> & { readonly approximate: 0 | 1; readonly uncertain: 0 | 1 };

export function momentValues(moment: Moment): SqlValue[] {
  const { earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis } = moment;
  return [earliest, latest, edtf, phrase, zone, precision, Number(approximate), Number(uncertain), basis];
}

/** Takes only a moment's columns out of a row that may have more. */
export function toMoment(row: MomentRow): Moment {
  const { earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis } = row;
  return { earliest, latest, edtf, phrase, zone, precision, approximate: approximate === 1, uncertain: uncertain === 1, basis };
}
