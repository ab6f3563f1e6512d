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
  'clock.list': ({ vault }, { caseId, language }) => listClocks(vault(), caseId, language),
  'clock.add': ({ vault, now }, draft) => addClock(vault(), draft, now()),
  'clock.change': ({ vault, now }, { clockId, reason, language, ...settings }) =>
    changeClock(vault(), clockId, { settings }, reason, language, now()),
  'clock.read': ({ vault, now }, { clockId, reason, language, ...reading }) =>
    changeClock(vault(), clockId, { reading }, reason, language, now()),
  'clock.withdrawReading': ({ vault, now }, { readingId, reason, language }) =>
    changeClock(vault(), requireClockOfReading(vault(), readingId), { withdraw: readingId }, reason, language, now()),
  'clock.preview': ({ vault, now }, { clockId, change, language }) => previewClock(vault(), clockId, change, language, now()),
  'clock.history': ({ vault }, { clockId, language }) => listClockVersions(vault(), clockId, language),
  'clock.window': ({ vault }, wanted) => requestWindow(vault(), wanted),
};
