import type { Moment } from '../../../../../../shared/model/moment.ts';
import type { SqlValue } from '../../database.ts';
import { readFacts, writeFacts } from '../facts.ts';

/** The columns of every table that holds moments, in the order of `momentValues`. `basis` is the sentence of rows older than `facts`. */
export const MOMENT = 'earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis, facts';
export const MOMENT_PLACES = '?, ?, ?, ?, ?, ?, ?, ?, ?, ?';

export type MomentRow = Omit<Moment, 'approximate' | 'uncertain' | 'basis'> & {
  readonly approximate: 0 | 1;
  readonly uncertain: 0 | 1;
  readonly basis: string;
  readonly facts: string | null;
};

export function momentValues(moment: Moment): SqlValue[] {
  const { earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis } = moment;
  return [earliest, latest, edtf, phrase, zone, precision, Number(approximate), Number(uncertain), '', writeFacts(basis)];
}

/** Takes only a moment's columns out of a row that may have more. */
export function toMoment(row: MomentRow): Moment {
  const { earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis, facts } = row;
  return {
    earliest,
    latest,
    edtf,
    phrase,
    zone,
    precision,
    approximate: approximate === 1,
    uncertain: uncertain === 1,
    basis: readFacts(facts, basis),
  };
}
