import type { Language } from '../model/language.ts';
import type { Moment } from '../model/moment.ts';
import { interpretMoment } from './interpret.ts';
import type { TimeReference } from './phrase/ground.ts';
import { note } from './note.ts';

/** A moment as it is typed. */
export interface TypedMoment {
  readonly when: string;
  /** The source's own words, where `when` is the reading of them that was chosen. */
  readonly phrase?: string | undefined;
  /** Where local times are read; without one, where the moment that stood before was. */
  readonly zone?: string | undefined;
}

export interface TypedGround {
  /** The zone of the case, for a text that is typed without one. */
  readonly zone: string;
  readonly language: Language;
  /** What relative words are counted from, where somebody said so. */
  readonly reference?: TimeReference | undefined;
  /** What stood there before. */
  readonly known?: Moment | null | undefined;
}

/**
 * What a typed moment is kept as, and is shown as before it is kept. The same words in the same zone mean the same moment, which then
 * stays untouched; counted from something else, or in other words of the source, they mean another. Throws moment.invalid.
 */
export function readTyped({ when, phrase, zone }: TypedMoment, { zone: caseZone, language, reference, known }: TypedGround): Moment {
  const chosen = wordsChosenFrom(when, phrase);
  const same = known && !reference && isFigureOf(known, when) && (zone === undefined || zone === known.zone);
  if (same && (chosen === null || chosen === known.phrase)) return known;
  return inWordsOf(interpretMoment(when, zone ?? caseZone, language, reference), chosen);
}

/** The source's words, where what is typed is one of their readings and not the words themselves. */
export function wordsChosenFrom(when: string, phrase = ''): string | null {
  return phrase === '' || phrase === when ? null : phrase;
}

/** A reading that was chosen keeps the words it was chosen for, and its basis says that it was chosen. */
export function inWordsOf(moment: Moment, phrase: string | null): Moment {
  return phrase === null ? moment : { ...moment, phrase, basis: [note('basis.chosen', { phrase }), ...moment.basis] };
}

/** Whether a text is what a moment was typed as, or its normal form. */
export function isFigureOf({ phrase, edtf }: Moment, text: string): boolean {
  return text.trim() === phrase || text.trim() === edtf;
}
