import { type Grouping, OTHERS, UNGROUPED } from '../../../../shared/contract/timeline.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { AllegationId, ExhibitId, PartyId } from '../../../../shared/model/identifier.ts';
import type { Vault } from '../ports/index.ts';

/** The keys of the groups an event belongs to; none where nothing is known. */
export function groupsOfEvent(event: CaseEvent, grouping: Grouping): readonly string[] {
  switch (grouping) {
    case 'lane':
      return [event.lane];
    case 'person':
      return event.parties;
    case 'place':
      return event.location === '' ? [] : [event.location];
    case 'source':
      return [...new Set(event.citations.map((one) => one.exhibitId))];
    case 'allegation':
      return event.allegations;
  }
}

/** What the record calls a group; empty for lanes and for the groups of all others and of nothing known, which the screen names. */
export function groupName({ read }: Vault, grouping: Grouping, key: string): string {
  if (key === UNGROUPED || key === OTHERS || grouping === 'lane') return '';
  if (grouping === 'place') return key;
  if (grouping === 'person') return read.parties.find(key as PartyId)?.name ?? '';
  if (grouping === 'allegation') {
    const allegation = read.allegations.find(key as AllegationId);
    return allegation ? `${allegation.number} ${allegation.title}` : '';
  }
  const exhibit = read.exhibits.find(key as ExhibitId);
  return exhibit ? `${exhibit.number} ${exhibit.title}` : '';
}
