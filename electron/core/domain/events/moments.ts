import type { RelativeTo } from '../../../../shared/contract/event.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { ClockId } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import {
  correctRecorded,
  interpretMoment,
  inWordsOf,
  isFigureOf,
  type KnownClock,
  openClock,
  readTyped,
  type StampedMoments,
  stampMoments,
  type TypedMoment,
  wordsChosenFrom,
} from '../../../../shared/time/index.ts';
import type { ReadRecords, Vault } from '../ports/index.ts';
import { referenceOf } from '../evidence/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

/** A moment as it was typed; words that are relative to something in the vault name it. */
interface Typed extends TypedMoment {
  readonly relativeTo?: RelativeTo | undefined;
}

/** When an event was, as it was typed: by default in the case's zone; with `clockId`, what that clock showed. */
export interface MomentsDraft extends Typed {
  readonly clockId?: ClockId | null | undefined;
  /** Null when not known; by default in the zone of the first moment. */
  readonly recorded?: Typed | null | undefined;
  readonly learned?: Typed | null | undefined;
  /** The language in which what cannot be read is refused. */
  readonly language?: Language | undefined;
}

export type Moments = Pick<CaseEvent, 'happened' | 'recorded' | 'learned' | 'clockId'>;

/**
 * The moments a draft stands for. The same words in the same zone mean the same moment: what it was read as `before`, and the
 * words for it, stay untouched. Throws moment.invalid, clock.unknown, and what the words are relative to can fail with.
 */
export function readMoments(records: ReadRecords, matter: Case, draft: MomentsDraft, before?: Moments): Moments {
  const { clockId = null, recorded, learned, language = 'en' } = draft;
  const read = (typed: Typed, known: Moment | null | undefined): Moment => {
    const reference = typed.relativeTo && referenceOf(records, typed.relativeTo);
    return readTyped({ ...typed, zone: typed.zone ?? draft.zone }, { zone: matter.zone, language, reference, known });
  };
  const rest = { learned: learned ? read(learned, before?.learned) : null, clockId };
  if (clockId !== null) return { ...readStamped(records, matter, draft, clockId, before), ...rest };
  return {
    // What a clock corrected is no reading of these words.
    happened: read(draft, before?.clockId === null ? before.happened : null),
    recorded: recorded ? read(recorded, before?.recorded) : null,
    ...rest,
  };
}

/**
 * What a source clock recorded, corrected by what is known of it. What it showed stays as it was read, and so does what that was
 * corrected to: whoever changes a clock times everything it stamped anew.
 */
function readStamped(
  records: ReadRecords,
  matter: Case,
  { when, phrase, language = 'en' }: MomentsDraft,
  clockId: ClockId,
  before: Moments | undefined,
): StampedMoments {
  const chosen = wordsChosenFrom(when, phrase);
  const known = before?.clockId === clockId ? before : null;
  if (known?.recorded && isFigureOf(known.recorded, when) && (chosen === null || chosen === known.recorded.phrase))
    return { recorded: known.recorded, happened: known.happened };
  const { recorded, happened } = stampMoments(openClockOf(records, matter, clockId), when, language);
  return { recorded: inWordsOf(recorded, chosen), happened: inWordsOf(happened, chosen) };
}

/** A source clock of the case with all that follows from what is known of it. Throws clock.unknown, also for another case's. */
export function openClockOf(records: Pick<ReadRecords, 'clocks'>, matter: Case, clockId: ClockId): KnownClock {
  const clock = records.clocks.find(clockId);
  if (clock?.caseId !== matter.id) throw new FailureError('clock.unknown');
  return openClock(clock, matter.zone);
}

/**
 * An earlier version of an event with the time its clock tells now: the clock may have been changed since. Where the event still
 * says what the clock showed then, the time it has now is that time.
 */
export function followClock(records: ReadRecords, matter: Case, earlier: CaseEvent, now: CaseEvent): CaseEvent {
  const { clockId, recorded } = earlier;
  if (clockId === null || !recorded) return earlier;
  if (now.clockId === clockId && now.recorded?.phrase === recorded.phrase && now.recorded.edtf === recorded.edtf)
    return { ...earlier, recorded: now.recorded, happened: now.happened };
  return { ...earlier, happened: correctRecorded(openClockOf(records, matter, clockId), recorded, 'en') };
}

/** What a text would be understood as. The vault is only asked where words are relative to something in it. Throws moment.invalid. */
export function interpretFor(
  vault: () => Vault,
  text: string,
  zone: string,
  language: Language,
  relativeTo: RelativeTo | undefined,
): Moment {
  return interpretMoment(text, zone, language, relativeTo && referenceOf(vault().read, relativeTo));
}
