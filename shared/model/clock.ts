import { z } from 'zod';
import { caseId, clockId, clockReadingId, eventId, exhibitId, instant, zoneName } from './identifier.ts';

export const clockKind = z.enum(['recorder', 'phone', 'computer', 'server', 'door-system', 'document-system', 'other']);
export type ClockKind = z.infer<typeof clockKind>;

/** A setting somebody looked up, or did not. */
export const setting = z.enum(['on', 'off', 'unknown']);
export type Setting = z.infer<typeof setting>;

/**
 * What the clock showed and what the true time was, at one instant. It is never changed; one that proves wrong is withdrawn, and stays.
 * An anchor is a reading, too: an event that this clock stamped and whose time is known otherwise.
 */
export const clockReading = z
  .object({
    id: clockReadingId,
    /** What the clock showed, as it was written down. */
    shown: z.string(),
    /** `shown`, read in the clock's zone. */
    shownAt: instant,
    /** Width of the last figure shown, in milliseconds. */
    resolution: z.int().min(1),
    /** The reference time, as it was written down. */
    reference: z.string(),
    referenceAt: instant,
    /** What the reference was: NTP, speaking clock, an event seen by another clock. */
    referenceName: z.string(),
    /** Of the comparison as a whole: plus or minus so many milliseconds. */
    uncertainty: z.int().min(0),
    anchor: eventId.nullable(),
    /** The photograph that shows both. */
    exhibitId: exhibitId.nullable(),
    place: z.string(),
    note: z.string(),
    withdrawn: z.boolean(),
    enteredAt: instant,
    enteredBy: z.string(),
  })
  .readonly();
export type ClockReading = z.infer<typeof clockReading>;

/** The clock that stamped exhibits: of a recorder, phone, server or document system. Without a reading its offset is unknown, never zero. */
export const sourceClock = z
  .object({
    id: clockId,
    caseId,
    name: z.string().min(1).max(200),
    kind: clockKind,
    make: z.string().max(200),
    model: z.string().max(200),
    serial: z.string().max(200),
    /** The zone it is set to; null while nobody looked: the case's zone is then assumed, and said to be. */
    zone: zoneName.nullable(),
    daylightSaving: setting,
    /** Whether it sets itself by NTP. */
    networkTime: setting,
    /** Whether the stored time is UTC, which recorder or player shift for display. */
    storesUtc: setting,
    /** When its setting was last changed, as stated; empty when not known. Readings from before say nothing about after. */
    changed: z.string().max(200),
    changedAt: instant.nullable(),
    /** How much it may run off beyond what the readings tell, in milliseconds a day. */
    driftAllowance: z.int().min(0),
    /** "At most so far off", in milliseconds, where nobody compared it; null when not even that is known. */
    limit: z.int().min(0).nullable(),
    limitReason: z.string().max(2000),
    note: z.string().max(4000),
    readings: z.array(clockReading).readonly(),
    enteredAt: instant,
    enteredBy: z.string(),
    /** Counts the changes to its model: 1 as it was entered. */
    version: z.int().min(1),
  })
  .readonly();
export type SourceClock = z.infer<typeof sourceClock>;
