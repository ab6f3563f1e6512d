import type { RelativeTo } from '../../../shared/contract/event.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ClockId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { FailureError } from '../../../shared/result.ts';
import { interpretMoment } from '../../../shared/time/index.ts';
import { timeWord } from '../../../shared/time/words.ts';
import type { ReadRecords, Vault } from './ports.ts';
import { referenceOf } from './time-reference.ts';

/** A moment as it was typed. */
interface TypedMoment {
  readonly when: string;
  /** The source's own words, where `when` is the reading of them that was chosen. */
  readonly phrase?: string | undefined;
  /** Where local times are read. */
  readonly zone?: string | undefined;
  readonly relativeTo?: RelativeTo | undefined;
}

/** When an event was, as it was typed: by default in the case's zone; with `clockId`, what that clock showed. */
export interface MomentsDraft extends TypedMoment {
  readonly clockId?: ClockId | null | undefined;
  /** Null when not known; by default in the zone of the first moment. */
  readonly recorded?: TypedMoment | null | undefined;
  readonly learned?: TypedMoment | null | undefined;
  /** The language the moment's basis is written in. */
  readonly locale?: 'en' | 'zh-CN' | undefined;
}

export type Moments = Pick<CaseEvent, 'happened' | 'recorded' | 'learned' | 'clockId'>;

/**
 * The moments a draft stands for. The same words in the same zone mean the same moment: what it was read as `before`, and the
 * words for it, stay untouched. Throws moment.invalid, clock.unknown, and what the words are relative to can fail with.
 */
export function readMoments(records: ReadRecords, matter: Case, draft: MomentsDraft, before?: Moments): Moments {
  const { clockId = null, recorded, learned, locale = 'en' } = draft;
  if (clockId !== null) throw new FailureError('clock.unknown');
  const read = (typed: TypedMoment, known: Moment | null | undefined): Moment =>
    readTyped(records, matter, { ...typed, zone: typed.zone ?? draft.zone }, known, locale);
  return {
    happened: read(draft, before?.happened),
    recorded: recorded ? read(recorded, before?.recorded) : null,
    learned: learned ? read(learned, before?.learned) : null,
    clockId,
  };
}

/** Counted from something else, or in other words of the source, the same text is another moment. */
function readTyped(
  records: ReadRecords,
  matter: Case,
  { when, phrase = '', zone, relativeTo }: TypedMoment,
  known: Moment | null | undefined,
  locale: 'en' | 'zh-CN',
): Moment {
  const chosen = phrase !== '' && phrase !== when;
  if (known && !relativeTo && isSame(known, when, zone) && (!chosen || phrase === known.phrase)) return known;
  const moment = interpretMoment(when, zone ?? matter.zone, locale, relativeTo && referenceOf(records, relativeTo, locale));
  return chosen ? { ...moment, phrase, basis: `${timeWord(locale, 'basis.chosen', { phrase })} ${moment.basis}` } : moment;
}

/** What a text would be understood as. The vault is only asked where words are relative to something in it. Throws moment.invalid. */
export function interpretFor(
  vault: () => Vault,
  text: string,
  zone: string,
  locale: 'en' | 'zh-CN',
  relativeTo: RelativeTo | undefined,
): Moment {
  return interpretMoment(text, zone, locale, relativeTo && referenceOf(vault().read, relativeTo, locale));
}

function isSame(known: Moment, text: string, zone: string | undefined): boolean {
  const untouched = text.trim() === known.phrase || text.trim() === known.edtf;
  return untouched && (zone === undefined || zone === known.zone);
}
