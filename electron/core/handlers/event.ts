import type { eventContract } from '../../../shared/contract/event.ts';
import {
  addEvent,
  changeEvents,
  getEvent,
  interpretFor,
  listEvents,
  listVersions,
  removeEvent,
  restoreEvent,
  revertEvents,
  updateEvent,
} from '../domain/events/index.ts';
import { listTags, pageEvents, positionOfEvent } from '../domain/timeline/index.ts';
import type { Handlers } from './handler.ts';

export const eventHandlers: Handlers<typeof eventContract> = {
  'event.add': ({ vault, changed, now }, draft) => {
    const event = addEvent(vault(), draft, now());
    changed('event', 'ledger');
    return event;
  },
  'event.update': ({ vault, changed, now }, change) => {
    const event = updateEvent(vault(), change, now());
    changed('event', 'ledger');
    return event;
  },
  'event.change': ({ vault, changed, now }, change) => {
    const edits = changeEvents(vault(), change, now());
    changed('event', 'ledger');
    return edits;
  },
  'event.versions': ({ vault }, { eventId }) => listVersions(vault(), eventId),
  'event.revert': ({ vault, changed, now }, { edits }) => {
    const made = revertEvents(vault(), edits, now());
    changed('event', 'ledger');
    return made;
  },
  'event.remove': ({ vault, changed }, { eventId }) => {
    removeEvent(vault(), eventId);
    changed('event', 'ledger');
    return {};
  },
  'event.restore': ({ vault, changed }, { eventId }) => {
    const event = restoreEvent(vault(), eventId);
    changed('event', 'ledger');
    return event;
  },
  'event.list': ({ vault }, { caseId }) => listEvents(vault(), caseId),
  'event.page': ({ vault }, { from, count, ...selection }) => pageEvents(vault(), selection, from, count),
  'event.position': ({ vault }, { eventId, ...selection }) => positionOfEvent(vault(), selection, eventId),
  'event.get': ({ vault }, { eventId }) => getEvent(vault(), eventId),
  'event.tags': ({ vault }, { caseId }) => listTags(vault(), caseId),
  'moment.interpret': ({ vault }, { text, zone, locale, relativeTo }) => interpretFor(vault, text, zone, locale, relativeTo),
};
