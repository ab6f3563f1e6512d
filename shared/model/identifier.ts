import { z } from 'zod';

/** Identifiers are random UUIDs; the brand keeps one noun's identifier from being passed for another's. */
export const vaultId = z.uuid().brand<'VaultId'>();
export const userId = z.uuid().brand<'UserId'>();
export const caseId = z.uuid().brand<'CaseId'>();
export const partyId = z.uuid().brand<'PartyId'>();
export const exhibitId = z.uuid().brand<'ExhibitId'>();
export const eventId = z.uuid().brand<'EventId'>();
export const citationId = z.uuid().brand<'CitationId'>();
export const releaseId = z.uuid().brand<'ReleaseId'>();
export const allegationId = z.uuid().brand<'AllegationId'>();
export const clockId = z.uuid().brand<'ClockId'>();
export const clockReadingId = z.uuid().brand<'ClockReadingId'>();
export const orderClaimId = z.uuid().brand<'OrderClaimId'>();
export const logImportId = z.uuid().brand<'LogImportId'>();
export const jobId = z.uuid().brand<'JobId'>();

export type VaultId = z.infer<typeof vaultId>;
export type UserId = z.infer<typeof userId>;
export type CaseId = z.infer<typeof caseId>;
export type PartyId = z.infer<typeof partyId>;
export type ExhibitId = z.infer<typeof exhibitId>;
export type EventId = z.infer<typeof eventId>;
export type CitationId = z.infer<typeof citationId>;
export type ReleaseId = z.infer<typeof releaseId>;
export type AllegationId = z.infer<typeof allegationId>;
export type ClockId = z.infer<typeof clockId>;
export type ClockReadingId = z.infer<typeof clockReadingId>;
export type OrderClaimId = z.infer<typeof orderClaimId>;
export type LogImportId = z.infer<typeof logImportId>;
export type JobId = z.infer<typeof jobId>;

/** Lower-case hexadecimal SHA-256. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256>;

/** An instant on the UTC time line in whole milliseconds since 1970-01-01T00:00Z, as `Date.now()` counts it. */
export const instant = z.int();
export type Instant = number;

/** A name of the tz database, such as Asia/Shanghai; whether it exists is checked where a case is created. */
export const zoneName = z.string().min(1).max(64);
