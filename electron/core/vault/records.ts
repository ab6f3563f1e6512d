import type { ReadRecords, WriteRecords } from '../domain/ports.ts';
import type { Database } from './database.ts';
import { type LedgerSigner, openLedger } from './ledger.ts';
import { openAllegations } from './tables/allegation.ts';
import { openCases } from './tables/case.ts';
import { openClaims } from './tables/claim.ts';
import { openClocks } from './tables/clock.ts';
import { openEvents } from './tables/event.ts';
import { openExhibits } from './tables/exhibit.ts';
import { openLogImports } from './tables/log-import.ts';
import { openParties } from './tables/party.ts';
import { openQuestions } from './tables/question.ts';
import { openReleases } from './tables/release.ts';
import { openSuggestions } from './tables/suggestion.ts';

/** Every table, behind the rules' ports. The same object reads and writes; only a transaction hands out its writing side. */
export function openRecords(database: Database, signer: LedgerSigner, now: () => number): ReadRecords & WriteRecords {
  return {
    cases: openCases(database),
    parties: openParties(database),
    exhibits: openExhibits(database),
    events: openEvents(database),
    allegations: openAllegations(database),
    logImports: openLogImports(database),
    claims: openClaims(database),
    clocks: openClocks(database),
    questions: openQuestions(database),
    releases: openReleases(database),
    suggestions: openSuggestions(database),
    ledger: openLedger(database, signer, now),
  };
}
