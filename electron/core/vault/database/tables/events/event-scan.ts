import type { Grouping } from '../../../../../../shared/contract/timeline.ts';
import type { Stance } from '../../../../../../shared/model/citation.ts';
import type { CaseId } from '../../../../../../shared/model/identifier.ts';
import type { EventRow } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';

type Scanned = readonly [
  number,
  EventRow['id'],
  string,
  EventRow['lane'],
  EventRow['standing'],
  number | null,
  number | null,
  EventRow['precision'],
  0 | 1,
  EventRow['kind'],
  0 | 1,
  string,
];

/** Where each grouping finds its keys, by ordinal; a lane and a place stand in the event itself. */
const KEYS: Readonly<Record<Exclude<Grouping, 'lane' | 'place'>, string>> = {
  person: 'SELECT event_ordinal, party_id FROM event_party ORDER BY event_ordinal',
  allegation: 'SELECT event_ordinal, allegation_id FROM event_allegation ORDER BY event_ordinal',
  source: 'SELECT event_ordinal, exhibit_id FROM citation ORDER BY event_ordinal',
};

/** Flat scans side by side, all in the order of ordinals: joining a million events with their citations row by row would cost several times as much. */
export function* scanEvents(database: Database, caseId: CaseId, grouping: Grouping): Generator<EventRow> {
  const citations = byOrdinal<Stance>(database, 'SELECT event_ordinal, stance FROM citation ORDER BY event_ordinal');
  const keys = grouping === 'lane' || grouping === 'place' ? null : byOrdinal<string>(database, KEYS[grouping]);
  try {
    // Without its index: reading the table in its own order is the fastest way to see nearly all of it.
    const rows = database.stream<Scanned>(
      `SELECT ordinal, id, title, lane, standing, earliest, latest, precision, approximate, kind, clock_id IS NOT NULL, location
        FROM event NOT INDEXED WHERE case_id = ? AND removed = 0 ORDER BY ordinal`,
      caseId,
    );
    for (const [ordinal, id, title, lane, standing, earliest, latest, precision, approximate, kind, clocked, location] of rows) {
      const stances = citations.take(ordinal);
      const groups = keys ? [...new Set(keys.take(ordinal))] : grouping === 'lane' ? [lane] : location === '' ? [] : [location];
      yield {
        id,
        title,
        lane,
        standing,
        earliest,
        latest,
        precision,
        approximate: approximate === 1,
        kind,
        clocked: clocked === 1,
        supports: stances.filter((one) => one === 'supports').length,
        contradicts: stances.filter((one) => one === 'contradicts').length,
        citations: stances.length,
        groups,
        ordinal,
      };
    }
  } finally {
    citations.stop();
    keys?.stop();
  }
}

interface Side<Value> {
  /** The values of an ordinal; asked for in ascending order. */
  take(ordinal: number): readonly Value[];
  stop(): void;
}

const NONE: readonly never[] = [];

function byOrdinal<Value>(database: Database, sql: string): Side<Value> {
  const rows = database.stream<[number, Value]>(sql);
  let next = rows.next();
  return {
    take(ordinal) {
      while (!next.done && next.value[0] < ordinal) next = rows.next();
      if (next.done || next.value[0] !== ordinal) return NONE;
      const values: Value[] = [];
      for (; !next.done && next.value[0] === ordinal; next = rows.next()) values.push(next.value[1]);
      return values;
    },
    stop: () => void rows.return(undefined),
  };
}
