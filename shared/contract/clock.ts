import { z } from 'zod';
import { language } from './language.ts';
import { clockKind, clockReading, setting, sourceClock } from '../model/clock.ts';
import { caseId, clockId, clockReadingId, eventId, exhibitId, instant, zoneName } from '../model/identifier.ts';
import { oneLine } from '../model/one-line.ts';
import { command, query } from './conversation.ts';

/** The language in which statements are made. */
const spoken = language.default('en');
const milliseconds = z.int().min(0);

const settings = {
  name: oneLine(200),
  kind: clockKind,
  make: z.string().trim().max(200),
  model: z.string().trim().max(200),
  serial: z.string().trim().max(200),
  /** The zone it is set to; null while nobody looked. */
  zone: zoneName.nullable(),
  daylightSaving: setting,
  networkTime: setting,
  storesUtc: setting,
  /** When its setting was last changed, true time to the minute or better, read in the clock's zone; empty when not known. */
  changed: z.string().trim().max(200),
  /** Milliseconds a day. */
  driftAllowance: milliseconds,
  /** "At most so far off", in milliseconds; null when not even that is known. */
  limit: milliseconds.nullable(),
  limitReason: z.string().trim().max(2000),
  note: z.string().trim().max(4000),
};

/** Only what is named changes. */
const settingsChange = z.object(settings).partial();
export type ClockSettingsChange = z.output<typeof settingsChange>;

const newSettings = z.object({
  name: settings.name,
  kind: settings.kind.default('recorder'),
  make: settings.make.default(''),
  model: settings.model.default(''),
  serial: settings.serial.default(''),
  zone: settings.zone.default(null),
  daylightSaving: settings.daylightSaving.default('unknown'),
  networkTime: settings.networkTime.default('unknown'),
  storesUtc: settings.storesUtc.default('unknown'),
  changed: settings.changed.default(''),
  driftAllowance: settings.driftAllowance.default(0),
  limit: settings.limit.default(null),
  limitReason: settings.limitReason.default(''),
  note: settings.note.default(''),
});
export type NewClock = z.output<typeof newSettings>;

const readingDraft = z.object({
  /** What the clock showed, verbatim, to the minute or better; read in the clock's zone unless it names its own offset. */
  shown: z.string().trim().min(1).max(200),
  /** The reference time at the same instant, verbatim; empty for an anchor, whose event tells it. */
  reference: z.string().trim().max(200).default(''),
  /** The zone the reference is read in; by default the clock's. */
  referenceZone: zoneName.optional(),
  /** What the reference was: NTP, speaking clock. An anchor takes its event's title where nothing is said. */
  referenceName: z.string().trim().max(300).default(''),
  /** Plus or minus, of the comparison as a whole; by default the tick of a reference that shows seconds, otherwise nothing beyond its minute or its event. */
  uncertainty: milliseconds.optional(),
  /** An event whose time is known otherwise: its bounds are the reference, and `shown` is what this clock showed for it. */
  anchor: eventId.nullable().default(null),
  /** The photograph that shows both, and the place in it. */
  exhibitId: exhibitId.nullable().default(null),
  place: z.string().max(200).default(''),
  note: z.string().trim().max(4000).default(''),
});
export type ReadingDraft = z.output<typeof readingDraft>;

const knowledge = z.enum(['unknown', 'limited', 'offset', 'drift']);
/** The event has other bounds by now; it was removed; or its own time has come to rest on this clock. */
export const anchorProblem = z.enum(['moved', 'removed', 'circular']);
export type AnchorProblem = z.infer<typeof anchorProblem>;

export const clockStatus = z
  .object({
    clock: sourceClock,
    /** The zone its figures are read in: its own, or the case's while nobody looked. */
    zone: z.string(),
    /** What is known of its offset by the readings that count; where its setting was changed, since then. */
    knowledge,
    /** Sentences, the first one saying how far off it is: "7 min 12 s fast (± 2 s), read on 3 Aug 2031 against NTP." */
    wording: z.array(z.string()).readonly(),
    /** `readings`: no clock of one rate agrees with all of them. `rate`: no clock runs at the rate they give, nothing is concluded. */
    disagreement: z.enum(['readings', 'rate']).nullable(),
    /** Events it stamped, not the removed ones. */
    events: z.int(),
    /** The events of its anchors, withdrawn ones left out. A problem is shown, never silently followed. */
    anchors: z
      .array(z.object({ readingId: clockReadingId, eventId, title: z.string(), problem: anchorProblem.nullable() }).readonly())
      .readonly(),
  })
  .readonly();
export type ClockStatus = z.infer<typeof clockStatus>;

const bounds = z.object({ earliest: instant.nullable(), latest: instant.nullable() }).readonly();
const named = z.object({ eventId, title: z.string() }).readonly();
const order = z.enum(['before', 'after', 'overlaps', 'cannot-tell']);

/** Two events that now stand to each other in another way; the one that came first in time stands first. */
const orderChange = z.object({ one: named, other: named, before: order, after: order }).readonly();
export type OrderChange = z.infer<typeof orderChange>;

const retiming = z
  .object({
    /** Events under the clock, all timed anew; `moved` of them have other bounds than before. Removed events are not counted. */
    events: z.int(),
    moved: z.int(),
    /** Some of those that moved, the earliest first. */
    moves: z.array(z.object({ ...named.unwrap().shape, before: bounds, after: bounds }).readonly()).readonly(),
    /** How many pairs of events stand to each other in another way; `exact` is false where it is only "at least" so many. */
    orders: z.object({ total: z.int(), exact: z.boolean(), changes: z.array(orderChange).readonly() }).readonly(),
  })
  .readonly();
export type Retiming = z.infer<typeof retiming>;

export const clockOutcome = z.object({ status: clockStatus, retiming }).readonly();
export type ClockOutcome = z.infer<typeof clockOutcome>;

const reason = z.string().trim().max(2000);

export const clockContract = {
  /** By name. */
  'clock.list': query(z.object({ caseId, language: spoken }), z.array(clockStatus), { of: ['clock', 'event', 'case'] }),
  /** Fails with clock.exists, clock.change-rough and moment.invalid. */
  'clock.add': command(newSettings.extend({ caseId, language: spoken }), clockStatus),
  /**
   * Sets what is named, keeps the model there was, and times every event under the clock anew, all in one step. What the events
   * recorded stays as it is. What changes nothing leaves no version.
   */
  'clock.change': command(settingsChange.extend({ clockId, reason: reason.min(1), language: spoken }), clockOutcome),
  /** Takes a reading, or an anchor, and times every event under the clock anew. */
  'clock.read': command(readingDraft.extend({ clockId, reason: reason.default(''), language: spoken }), clockOutcome),
  /** The reading stays and no longer counts. */
  'clock.withdrawReading': command(z.object({ readingId: clockReadingId, reason: reason.min(1), language: spoken }), clockOutcome),
  /** What one of these would do; saves nothing. */
  'clock.preview': query(
    z.object({
      clockId,
      language: spoken,
      change: z.union([
        z.object({ settings: settingsChange }),
        z.object({ reading: readingDraft }),
        z.object({ withdraw: clockReadingId }),
      ]),
    }),
    z.object({ ...clockOutcome.unwrap().shape, reading: clockReading.nullable() }).readonly(),
    { of: ['clock', 'event', 'case'] },
  ),
  /** Its models up to now, oldest first, each with who replaced it, when and why; what holds now is not among them. */
  'clock.history': query(
    z.object({ clockId, language: spoken }),
    z.array(
      z
        .object({
          clock: sourceClock,
          wording: z.array(z.string()).readonly(),
          reason: z.string(),
          replacedAt: instant,
          replacedBy: z.string(),
        })
        .readonly(),
    ),
    { of: ['clock', 'case'] },
  ),
  /**
   * Which times of this clock to ask for, so that the true window is in them: for a preservation letter. `from` and `to` are read in
   * `zone`, by default the case's; a time of day ends the window when it strikes, a day with the day. `shown` is null where the offset is
   * not known for all of it: then ask for everything, as `sentence` says. Fails with clock.window-backwards.
   */
  'clock.window': query(
    z.object({
      clockId,
      from: z.string().trim().min(1).max(200),
      to: z.string().trim().min(1).max(200),
      zone: zoneName.optional(),
      /** Added on each side, in milliseconds. */
      margin: milliseconds.default(0),
      language: spoken,
    }),
    z
      .object({
        true: z.object({ from: instant, to: instant }).readonly(),
        /** What the clock's own face showed, such as 2031-05-14T22:07:10. */
        shown: z.object({ from: z.string(), to: z.string() }).readonly().nullable(),
        /** The zone the clock is read in. */
        zone: z.string(),
        sentence: z.object({ en: z.string(), 'zh-CN': z.string() }).readonly(),
      })
      .readonly(),
    { of: ['clock', 'case'] },
  ),
} as const;
