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
  'event.add': ({ vault, now }, draft) => addEvent(vault(), draft, now()),
  'event.update': ({ vault, now }, change) => updateEvent(vault(), change, now()),
  'event.change': ({ vault, now }, change) => changeEvents(vault(), change, now()),
  'event.versions': ({ vault }, { eventId }) => listVersions(vault(), eventId),
  'event.revert': ({ vault, now }, { edits }) => revertEvents(vault(), edits, now()),
  'event.remove': ({ vault }, { eventId }) => removeEvent(vault(), eventId),
  'event.restore': ({ vault }, { eventId }) => restoreEvent(vault(), eventId),
  'event.list': ({ vault }, { caseId }) => listEvents(vault(), caseId),
  'event.page': ({ vault }, { from, count, ...selection }) => pageEvents(vault(), selection, from, count),
  'event.position': ({ vault }, { eventId, ...selection }) => positionOfEvent(vault(), selection, eventId),
  'event.get': ({ vault }, { eventId }) => getEvent(vault(), eventId),
  'event.tags': ({ vault }, { caseId }) => listTags(vault(), caseId),
  'moment.interpret': ({ vault }, { text, zone, language, relativeTo }) => interpretFor(vault, text, zone, language, relativeTo),
};
