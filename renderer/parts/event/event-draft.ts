import type { Input } from '../../../shared/contract/index.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import { listsOf, valuesOf } from '../../../shared/model/event-fields.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';

/** An event as a draft: what `event.update` takes to leave it as it is, word for word. */
export function draftOf(event: CaseEvent): Input<'event.update'> {
  const { clockId, recorded, learned } = event;
  // Of an event that a clock stamped, what was entered is what the clock showed.
  const entered = clockId === null ? event.happened : (recorded ?? event.happened);
  return {
    eventId: event.id as EventId,
    ...valuesOf(event),
    ...listsOf(event),
    when: wordsOf(entered),
    zone: entered.zone,
    recorded: recorded && clockId === null ? { when: wordsOf(recorded), zone: recorded.zone } : null,
    learned: learned && { when: wordsOf(learned), zone: learned.zone },
    citations: event.citations.map(({ exhibitId, place, stance, quote }) => ({ exhibitId, place, stance, quote })),
  };
}

/** What can be typed: longer, or with what a field would cut off, only the normal form stands for the moment. */
const LONGEST = 200;

/** A moment in the words it was entered in; where they cannot be entered again, in its normal form. */
export function wordsOf({ phrase, edtf }: Pick<Moment, 'phrase' | 'edtf'>): string {
  return phrase !== '' && phrase.length <= LONGEST && phrase === phrase.trim() ? phrase : edtf;
}
