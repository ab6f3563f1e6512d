import { expect } from 'vitest';
import type { Language } from '../../shared/model/language.ts';
import type { Facts } from '../../shared/model/fact.ts';
import type { Moment } from '../../shared/model/moment.ts';
import { describeBasis } from '../../shared/time/index.ts';

/** How a moment's bounds were reached, in words; empty for none. */
export function basisOf(moment: Pick<Moment, 'basis'> | null | undefined, language: Language = 'en'): string {
  return moment ? describeBasis(moment.basis, language) : '';
}

/** Stands for a basis of which the words hold these. */
export function basisHolding(words: string, language: Language = 'en'): unknown {
  return expect.toSatisfy((basis: Facts) => describeBasis(basis, language).includes(words), `says “${words}”`);
}
