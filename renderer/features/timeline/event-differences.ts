import type { CaseEvent } from '../../../shared/model/event.ts';
import { type EventFieldName, eventFields } from '../../../shared/model/event-fields.ts';
import type { Moment } from '../../../shared/model/moment.ts';

/** The fields that say something else in the one version than in the other. */
export function differingFields(one: CaseEvent, other: CaseEvent): readonly EventFieldName[] {
  return eventFields.filter((field) => sayOf(one, field) !== sayOf(other, field));
}

/** What a field says, as text that is equal where it says the same. */
function sayOf(event: CaseEvent, field: EventFieldName): string {
  switch (field) {
    case 'happened':
    case 'recorded':
    case 'learned':
      return momentOf(event[field]);
    case 'citations':
      return JSON.stringify(event.citations.map(({ exhibitId, place, stance, quote }) => [exhibitId, place, stance, quote]));
    default:
      return JSON.stringify(event[field]);
  }
}

/** The bounds as well: a clock that was corrected moves them, and the words stay. */
function momentOf(moment: Moment | null): string {
  return moment ? JSON.stringify([moment.edtf, moment.phrase, moment.zone, moment.earliest, moment.latest]) : '';
}
