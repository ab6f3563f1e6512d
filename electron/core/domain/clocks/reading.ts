import type { ReadingDraft } from '../../../../shared/contract/clock.ts';
import type { ClockReading, SourceClock } from '../../../../shared/model/clock.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { ClockReadingId, EventId, Instant } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import { interpretMoment, readShown } from '../../../../shared/time/index.ts';
import { resolveCitations } from '../evidence/index.ts';
import { restsOn, writeBounds } from './anchor.ts';
import type { ReadRecords } from '../ports/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

const SECOND = 1000;

type Comparison = Pick<ClockReading, 'reference' | 'referenceAt' | 'referenceName' | 'uncertainty'>;

/**
 * A reading as it will be kept: both texts verbatim, and what they were understood as. Throws moment.invalid, clock.reading-rough,
 * clock.reading-twice, clock.reference-missing, clock.anchor-*, event.unknown, and what citing the photograph can fail with.
 */
export function readReading(
  records: ReadRecords,
  matter: Case,
  clock: SourceClock,
  draft: ReadingDraft,
  language: Language,
  entered: { readonly at: Instant; readonly by: string },
): ClockReading {
  const zone = clock.zone ?? matter.zone;
  // While nobody knows whether it follows daylight-saving time it is read as if it did; the other way is worked out beside it.
  const face = { zone, daylightSaving: clock.daylightSaving === 'off' ? 'off' : 'on' } as const;
  const shown = readToTheMinute(draft.shown, zone, () => readShown(draft.shown, face, language));
  const { exhibitId, place } = draft;
  const [photograph] = exhibitId === null ? [] : resolveCitations(records, matter.id, [{ exhibitId, place, stance: 'context', quote: '' }]);
  return {
    id: crypto.randomUUID() as ClockReadingId,
    shown: draft.shown,
    shownAt: shown.earliest,
    resolution: shown.latest - shown.earliest,
    ...(draft.anchor === null
      ? compareWithReference(draft, draft.referenceZone ?? zone, language)
      : compareWithEvent(records, clock, draft, draft.anchor)),
    anchor: draft.anchor,
    exhibitId,
    place: photograph?.place ?? '',
    note: draft.note,
    withdrawn: false,
    enteredAt: entered.at,
    enteredBy: entered.by,
  };
}

/** A reference that shows seconds may have ticked in between; one that shows minutes stood anywhere within the minute. */
function compareWithReference(draft: ReadingDraft, zone: string, language: Language): Comparison {
  const { reference, referenceName } = draft;
  if (reference === '' || referenceName === '') throw new FailureError('clock.reference-missing');
  const { earliest, latest } = readToTheMinute(reference, zone, () => interpretMoment(reference, zone, language));
  if (latest - earliest <= SECOND) return { reference, referenceName, referenceAt: earliest, uncertainty: draft.uncertainty ?? SECOND };
  return { reference, referenceName, ...middleOf(earliest, latest, draft.uncertainty ?? 0) };
}

function compareWithEvent(records: ReadRecords, clock: SourceClock, draft: ReadingDraft, anchor: EventId): Comparison {
  const found = records.events.find(anchor);
  if (!found || found.removed || found.event.caseId !== clock.caseId) throw new FailureError('event.unknown');
  const { title, happened, clockId } = found.event;
  if (clockId !== null && restsOn(records, clockId, clock.id)) throw new FailureError('clock.anchor-circular', { title });
  const { earliest, latest, uncertain } = happened;
  if (earliest === null || latest === null || uncertain) throw new FailureError('clock.anchor-open', { title });
  const referenceName = draft.referenceName === '' ? title : draft.referenceName;
  return { reference: writeBounds(happened), referenceName, ...middleOf(earliest, latest, draft.uncertainty ?? 0) };
}

function middleOf(earliest: Instant, latest: Instant, uncertainty: number): Pick<Comparison, 'referenceAt' | 'uncertainty'> {
  const referenceAt = Math.floor((earliest + latest) / 2);
  return { referenceAt, uncertainty: uncertainty + latest - referenceAt };
}

function readToTheMinute(text: string, zone: string, read: () => Moment): { readonly earliest: Instant; readonly latest: Instant } {
  const { earliest, latest, precision, approximate, uncertain } = read();
  if (earliest === null || latest === null || approximate || uncertain || (precision !== 'second' && precision !== 'minute'))
    throw new FailureError('clock.reading-rough', { text });
  const figure = precision === 'second' ? SECOND : 60 * SECOND;
  if (latest - earliest > figure) throw new FailureError('clock.reading-twice', { text, zone });
  return { earliest, latest };
}
