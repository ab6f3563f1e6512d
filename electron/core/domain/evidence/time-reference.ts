import type { RelativeTo } from '../../../../shared/contract/event.ts';
import { FailureError } from '../../../../shared/result.ts';
import { referenceTo, type TimeReference } from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import { ownDate, referenceOfDocument } from './document-date.ts';
import { requireExhibit } from './exhibit.ts';
import type { ReadRecords } from '../ports/index.ts';

/**
 * What relative words are counted from: the exhibit's own date, stated or in an e-mail's header, or when the event happened; named so
 * that the basis of the moment says which. Throws exhibit.unknown, exhibit.undated, event.unknown, and event.untimed for one with an
 * open bound.
 */
export function referenceOf(records: ReadRecords, relativeTo: RelativeTo): TimeReference {
  if ('exhibitId' in relativeTo) {
    const exhibit = requireExhibit(records, relativeTo.exhibitId);
    const { zone } = requireCase(records, exhibit.caseId);
    const reference = referenceOfDocument(exhibit, ownDate(exhibit, records.exhibits.metadata(exhibit.id), zone), zone);
    if (!reference) throw new FailureError('exhibit.undated', { number: exhibit.number });
    return reference;
  }
  const found = records.events.find(relativeTo.eventId);
  if (!found || found.removed) throw new FailureError('event.unknown');
  const { caseId, title, happened } = found.event;
  const reference = referenceTo({ by: 'event', event: title }, happened, requireCase(records, caseId).zone);
  if (!reference) throw new FailureError('event.untimed', { title });
  return reference;
}
