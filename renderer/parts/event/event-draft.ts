import type { Input } from '../../../shared/contract/index.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';

/** An event as a draft: what `event.update` takes to leave it as it is, word for word. */
export function draftOf(event: CaseEvent): Input<'event.update'> {
  const { title, description, lane, standing, kind, location, clockId } = event;
  // Of an event that a clock stamped, what was entered is what the clock showed.
  const entered = clockId === null ? event.happened : (event.recorded ?? event.happened);
  return {
    eventId: event.id as EventId,
    title,
    description,
    lane,
    standing,
    kind,
    location,
    clockId,
    when: wordsOf(entered),
    zone: entered.zone,
    recorded: event.recorded && clockId === null ? { when: wordsOf(event.recorded), zone: event.recorded.zone } : null,
    learned: event.learned && { when: wordsOf(event.learned), zone: event.learned.zone },
    parties: [...event.parties],
    allegations: [...event.allegations],
    tags: [...event.tags],
    citations: event.citations.map(({ exhibitId, place, stance, quote }) => ({
      exhibitId,
      place,
      stance,
      quote,
    })),
  };
}

/** What can be typed: longer, or with what a field would cut off, only the normal form stands for the moment. */
const LONGEST = 200;

/** A moment in the words it was entered in; where they cannot be entered again, in its normal form. */
export function wordsOf({ phrase, edtf }: Pick<Moment, 'phrase' | 'edtf'>): string {
  return phrase !== '' && phrase.length <= LONGEST && phrase === phrase.trim() ? phrase : edtf;
}
