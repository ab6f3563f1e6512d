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
  'clock.add': ({ vault, now }, draft) => addClock(vault(), draft, now()),
  'clock.change': ({ vault, now }, { clockId, reason, locale, ...settings }) =>
    changeClock(vault(), clockId, { settings }, reason, locale, now()),
  'clock.read': ({ vault, now }, { clockId, reason, locale, ...reading }) =>
    changeClock(vault(), clockId, { reading }, reason, locale, now()),
  'clock.withdrawReading': ({ vault, now }, { readingId, reason, locale }) =>
    changeClock(vault(), requireClockOfReading(vault(), readingId), { withdraw: readingId }, reason, locale, now()),
  'clock.preview': ({ vault, now }, { clockId, change, locale }) => previewClock(vault(), clockId, change, locale, now()),
  'clock.history': ({ vault }, { clockId, locale }) => listClockVersions(vault(), clockId, locale),
  'clock.window': ({ vault }, wanted) => requestWindow(vault(), wanted),
};
