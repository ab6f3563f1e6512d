import type { clockContract } from '../../../shared/contract/clock.ts';
import {
  addClock,
  changeClock,
  listClocks,
  listClockVersions,
  previewClock,
  requestWindow,
  requireClockOfReading,
} from '../domain/clocks/index.ts';
import type { Handlers } from './handler.ts';

export const clockHandlers: Handlers<typeof clockContract> = {
  'clock.list': ({ vault }, { caseId, locale }) => listClocks(vault(), caseId, locale),
  'clock.add': ({ vault, changed, now }, draft) => {
    const status = addClock(vault(), draft, now());
    changed('clock', 'ledger');
    return status;
  },
  'clock.change': ({ vault, changed, now }, { clockId, reason, locale, ...settings }) => {
    const outcome = changeClock(vault(), clockId, { settings }, reason, locale, now());
    changed('clock', 'event', 'ledger');
    return outcome;
  },
  'clock.read': ({ vault, changed, now }, { clockId, reason, locale, ...reading }) => {
    const outcome = changeClock(vault(), clockId, { reading }, reason, locale, now());
    changed('clock', 'event', 'ledger');
    return outcome;
  },
  'clock.withdrawReading': ({ vault, changed, now }, { readingId, reason, locale }) => {
    const outcome = changeClock(vault(), requireClockOfReading(vault(), readingId), { withdraw: readingId }, reason, locale, now());
    changed('clock', 'event', 'ledger');
    return outcome;
  },
  'clock.preview': ({ vault, now }, { clockId, change, locale }) => previewClock(vault(), clockId, change, locale, now()),
  'clock.history': ({ vault }, { clockId, locale }) => listClockVersions(vault(), clockId, locale),
  'clock.window': ({ vault }, wanted) => requestWindow(vault(), wanted),
};
