import type { ExhibitDate } from '../../../shared/contract/exhibit.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent, EventKind, Lane, Standing } from '../../../shared/model/event.ts';
import { listsOf, valuesOf } from '../../../shared/model/event-fields.ts';
import type { AllegationId, ClockId, ExhibitId, PartyId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { type CitationEntry, newCitation } from '../../parts/exhibit/CitationsField.tsx';
import { draftOfWhen, newWhen, type WhenEntry, type WhenGround } from '../../parts/event/when-entry.ts';
import { wordsOf } from '../../parts/event/event-draft.ts';

/** An event while it is being entered. */
export interface EventFields {
  readonly title: string;
  readonly clockId: ClockId | null;
  /** With a clock: what it showed. */
  readonly shown: string;
  readonly happened: WhenEntry;
  readonly recorded: WhenEntry;
  readonly learned: WhenEntry;
  readonly lane: Lane;
  readonly standing: Standing;
  readonly kind: EventKind;
  readonly location: string;
  readonly description: string;
  readonly parties: readonly PartyId[];
  readonly allegations: readonly AllegationId[];
  readonly tags: readonly string[];
  readonly citations: readonly CitationEntry[];
}

export function fieldsOf(matter: Case, event: CaseEvent | undefined): EventFields {
  if (!event)
    return {
      title: '',
      clockId: null,
      shown: '',
      happened: newWhen(matter.zone),
      recorded: newWhen(matter.zone),
      learned: newWhen(matter.zone),
      lane: 'incident',
      standing: 'asserted',
      kind: 'happening',
      location: '',
      description: '',
      parties: [],
      allegations: [],
      tags: [],
      citations: [],
    };
  const { clockId, recorded } = event;
  const known = knownMoments(event);
  return {
    ...valuesOf(event),
    ...listsOf(event),
    shown: clockId !== null && recorded ? wordsOf(recorded) : '',
    happened: newWhen(matter.zone, known.happened),
    recorded: newWhen(matter.zone, known.recorded),
    learned: newWhen(matter.zone, known.learned),
    citations: event.citations.map(({ exhibitId, place, stance, quote }) => newCitation({ exhibitId, place, stance, quote })),
  };
}

/** The moments that were typed, and not worked out from what a clock showed. */
export function knownMoments(event: CaseEvent | undefined): Readonly<Record<'happened' | 'recorded' | 'learned', Moment | null>> {
  const typed = event?.clockId === null;
  return { happened: (typed && event?.happened) || null, recorded: (typed && event?.recorded) || null, learned: event?.learned ?? null };
}

/** What an entry of these fields is read against. */
export function groundOf(
  fields: Pick<EventFields, 'citations'>,
  matter: Case,
  dated: readonly ExhibitDate[],
  language: Language,
  known: Moment | null,
): WhenGround {
  const cited = fields.citations.map(({ exhibitId }) => exhibitId).filter((id): id is ExhibitId => id !== null);
  return { language, caseZone: matter.zone, known, dated, cited };
}

/** The fields as the core takes them; `ground` is what each moment is read against. */
export function draftOfFields(
  fields: EventFields,
  ground: (which: 'happened' | 'recorded' | 'learned') => WhenGround,
): Omit<Input<'event.add'>, 'caseId'> {
  const { clockId, shown, happened } = fields;
  const other = (which: 'recorded' | 'learned') => (fields[which].text.trim() === '' ? null : draftOfWhen(fields[which], ground(which)));
  return {
    ...valuesOf(fields),
    ...listsOf(fields),
    language: ground('happened').language,
    ...(clockId === null ? draftOfWhen(happened, ground('happened')) : { when: shown.trim() }),
    recorded: clockId === null ? other('recorded') : null,
    learned: other('learned'),
    citations: fields.citations.flatMap(({ exhibitId, place, stance, quote }) => (exhibitId ? [{ exhibitId, place, stance, quote }] : [])),
  };
}
