import type { ReadRecords, WriteRecords } from '../domain/ports.ts';
import type { Database } from './database.ts';
import { type LedgerSigner, openLedger } from './ledger.ts';
import { openAllegations } from './tables/allegation.ts';
import { openCases } from './tables/case.ts';
import { openEvents } from './tables/event.ts';
import { openExhibits } from './tables/exhibit.ts';
import { openParties } from './tables/party.ts';
import { openReleases } from './tables/release.ts';

/** Every table, behind the rules' ports. The same object reads and writes; only a transaction hands out its writing side. */
export function openRecords(database: Database, signer: LedgerSigner, now: () => number): ReadRecords & WriteRecords {
  return {
    cases: openCases(database),
    parties: openParties(database),
    exhibits: openExhibits(database),
    events: openEvents(database),
    allegations: openAllegations(database),
    releases: openReleases(database),
    ledger: openLedger(database, signer, now),
  };
}
