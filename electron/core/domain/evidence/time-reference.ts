import type { RelativeTo } from '../../../../shared/contract/event.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import { formatMoment, type TimeReference } from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import { documentDate, referenceOfDocument } from './document-date.ts';
import { requireExhibit } from './exhibit.ts';
import type { ReadRecords } from '../ports/index.ts';

/**
 * What relative words are counted from: the exhibit's own date, stated or in an e-mail's header, or when the event happened; named so that the basis of the moment
 * says which. Throws exhibit.unknown, exhibit.undated, event.unknown, and event.untimed for one with an open bound.
 */
export function referenceOf(records: ReadRecords, relativeTo: RelativeTo, locale: 'en' | 'zh-CN'): TimeReference {
  if ('exhibitId' in relativeTo) {
    const exhibit = requireExhibit(records, relativeTo.exhibitId);
    const { zone } = requireCase(records, exhibit.caseId);
    const content = records.exhibits.content(exhibit.id) ?? { metadata: [] };
    const reference = referenceOfDocument(exhibit, documentDate(exhibit, content, zone, locale), zone, locale);
    if (!reference) throw new FailureError('exhibit.undated', { number: exhibit.number });
    return reference;
  }
  const found = records.events.find(relativeTo.eventId);
  if (!found || found.removed) throw new FailureError('event.unknown');
  const { caseId, title, happened } = found.event;
  const reference = bounded(happened, title, requireCase(records, caseId).zone, locale);
  if (!reference) throw new FailureError('event.untimed', { title });
  return reference;
}

function bounded(moment: Moment, name: string, zone: string, locale: 'en' | 'zh-CN'): TimeReference | null {
  const { earliest, latest } = moment;
  if (earliest === null || latest === null) return null;
  return { earliest, latest, zone: moment.zone, name: `${name}, ${formatMoment(moment, { locale, zone, zoneShown: false })}` };
}
