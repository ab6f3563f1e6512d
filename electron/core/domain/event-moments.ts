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

/** When an event was, as it was typed. */
export interface MomentsDraft {
  /** Local times are read in `zone`, by default the case's; with `clockId`, what that clock showed. */
  readonly when: string;
  /** The source's own words, where `when` is the reading of them that was chosen. */
  readonly phrase?: string | undefined;
  readonly zone?: string | undefined;
  readonly clockId?: ClockId | null | undefined;
  readonly relativeTo?: RelativeTo | undefined;
  /** Empty when not known. */
  readonly recordedWhen?: string | undefined;
  readonly recordedZone?: string | undefined;
  readonly learnedWhen?: string | undefined;
  readonly learnedZone?: string | undefined;
  /** The language the moment's basis is written in. */
  readonly locale?: 'en' | 'zh-CN' | undefined;
}

export type Moments = Pick<CaseEvent, 'happened' | 'recorded' | 'learned' | 'clockId'>;

/**
 * The moments a draft stands for. The same words in the same zone mean the same moment: what it was read as `before`, and the
 * words for it, stay untouched. Throws moment.invalid, clock.unknown, and what the words are relative to can fail with.
 */
export function readMoments(records: ReadRecords, matter: Case, draft: MomentsDraft, before?: Moments): Moments {
  const { clockId = null, recordedWhen = '', learnedWhen = '' } = draft;
  if (clockId !== null) throw new FailureError('clock.unknown');
  const reference = draft.relativeTo && referenceOf(records, draft.relativeTo, draft.locale ?? 'en');
  const read = (text: string, known: Moment | null | undefined, zone = draft.zone): Moment =>
    known && isSame(known, text, zone) ? known : interpretMoment(text, zone ?? matter.zone, draft.locale, reference);
  return {
    happened: readHappened(draft, before?.happened, read),
    recorded: recordedWhen.trim() === '' ? null : read(recordedWhen, before?.recorded, draft.recordedZone ?? draft.zone),
    learned: learnedWhen.trim() === '' ? null : read(learnedWhen, before?.learned, draft.learnedZone ?? draft.zone),
    clockId,
  };
}

/** Counted from something else, or in other words of the source, the same text is another moment. */
function readHappened(
  { when, phrase = '', relativeTo, locale = 'en' }: MomentsDraft,
  before: Moment | undefined,
  read: (text: string, known: Moment | undefined) => Moment,
): Moment {
  if (phrase === '' || phrase === when) return read(when, relativeTo ? undefined : before);
  const moment = read(when, before?.phrase === phrase ? before : undefined);
  if (moment === before) return before;
  return { ...moment, phrase, basis: `${timeWord(locale, 'basis.chosen', { phrase })} ${moment.basis}` };
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
