import type { eventContract } from '../../../shared/contract/event.ts';
import { interpretMoment } from '../../../shared/time/index.ts';
import { addEvent, getEvent, listEvents, removeEvent, restoreEvent, updateEvent } from '../domain/event.ts';
import type { Handlers } from './handler.ts';

export const eventHandlers: Handlers<typeof eventContract> = {
  'event.add': ({ vault, changed, now }, draft) => {
    const event = addEvent(vault(), draft, now());
    changed('event', 'ledger');
    return event;
  },
  'event.update': ({ vault, changed }, change) => {
    const event = updateEvent(vault(), change);
    changed('event', 'ledger');
    return event;
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
  'event.get': ({ vault }, { eventId }) => getEvent(vault(), eventId),
  'moment.interpret': (_, { text, zone, locale }) => interpretMoment(text, zone, locale),
};
