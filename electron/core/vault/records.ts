import type { ReadRecords, Records, Table, WriteRecords } from '../domain/ports/index.ts';
import type { Database } from './database/database.ts';
import { Notes } from './database/notes.ts';
import { noted, type OpenTable } from './database/table.ts';
import { type LedgerSigner, openLedger } from './ledger/ledger.ts';
import { openAllegations } from './database/tables/case/allegation.ts';
import { openCases } from './database/tables/case/case.ts';
import { openOrderClaims } from './database/tables/questions/order-claim.ts';
import { openClocks } from './database/tables/clocks/clock.ts';
import { openEvents } from './database/tables/events/event.ts';
import { openExhibits } from './database/tables/evidence/exhibit.ts';
import { openLogImports } from './database/tables/logs/log-import.ts';
import { openParties } from './database/tables/case/party.ts';
import { openQuestions } from './database/tables/questions/question.ts';
import { openReleases } from './database/tables/release/release.ts';
import { openSuggestions } from './database/tables/evidence/suggestion.ts';

/** Every table behind the rules' ports, reading and writing apart: only a transaction hands out the writing side, which notes what it wrote. */
export interface OpenRecords {
  readonly read: ReadRecords;
  readonly write: WriteRecords;
  readonly notes: Notes;
}

type Tables = { readonly [N in keyof Records]: OpenTable<Records[N]> };

export function openRecords(database: Database, signer: LedgerSigner, now: () => number): OpenRecords {
  const tables: Tables = {
    cases: openCases(database),
    parties: openParties(database),
    exhibits: openExhibits(database),
    events: openEvents(database),
    allegations: openAllegations(database),
    logImports: openLogImports(database),
    orderClaims: openOrderClaims(database),
    clocks: openClocks(database),
    questions: openQuestions(database),
    releases: openReleases(database),
    suggestions: openSuggestions(database),
    ledger: openLedger(database, signer, now),
  };
  const notes = new Notes();
  const each = <Side>(side: (table: OpenTable<Table>) => Side) =>
    Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, side(table)])) as unknown;
  return {
    read: each(({ read }) => read) as ReadRecords,
    write: each((table) => ({ ...table.read, ...noted(table, notes) })) as WriteRecords,
    notes,
  };
}
