import type { CaseId, EventId, PartyId } from '../../../../shared/model/identifier.ts';
import { reachOf } from '../../../../shared/time/order.ts';
import type { AskedEvent, AskedMoment, ReadQuestions } from '../../domain/ports.ts';
import type { Database } from '../database.ts';
import { byOrdinal } from './event-scan.ts';
import { type MomentRow, toMoment } from './moment.ts';

type MomentCells = readonly [
  earliest: number | null,
  latest: number | null,
  edtf: string,
  zone: string,
  precision: MomentRow['precision'],
  uncertain: 0 | 1,
];
type Scanned = readonly [number, EventId, string, AskedEvent['lane'], AskedEvent['kind'], string, ...MomentCells];

const MOMENT = 'earliest, latest, edtf, zone, precision, uncertain';
const LEARNED = `SELECT event_ordinal, ${MOMENT} FROM event_moment WHERE which = 'learned' ORDER BY event_ordinal`;
const PARTIES = 'SELECT event_ordinal, party_id FROM event_party ORDER BY event_ordinal, position';

/** The whole table once, in its own order; whatever is not asked about is let go before its text is read. */
const ASKED = `
SELECT ordinal, id, title, lane, kind, location, ${MOMENT} FROM event NOT INDEXED
WHERE case_id = ? AND removed = 0 AND (lane IN ('knowledge', 'institution') OR kind = 'memory-gap'
  OR ordinal IN (SELECT event_ordinal FROM event_party) OR ordinal IN (SELECT event_ordinal FROM event_moment WHERE which = 'learned'))
ORDER BY ordinal`;

const WITHIN = `FROM event WHERE case_id = ? AND removed = 0 AND kind = 'happening' AND earliest >= ? AND latest <= ?`;

export function openQuestions(database: Database): ReadQuestions {
  return {
    scan: (caseId) => scanAsked(database, caseId),
    recordEnd: (caseId) =>
      database.get<{ earliest: number | null }>(
        'SELECT earliest FROM event WHERE case_id = ? AND removed = 0 AND uncertain = 0 ORDER BY earliest DESC LIMIT 1',
        caseId,
      )?.earliest ?? null,
    within(caseId, from, to, most) {
      const values = [caseId, from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER];
      const events = database.all<{ id: EventId; title: string }>(`SELECT id, title ${WITHIN} ORDER BY earliest LIMIT ?`, ...values, most);
      const total =
        events.length < most
          ? events.length
          : (database.get<{ events: number }>(`SELECT COUNT(*) AS events ${WITHIN}`, ...values)?.events ?? 0);
      return { events, more: total - events.length };
    },
    meant: (caseId, text) => findMeant(database, caseId, text),
  };
}

function* scanAsked(database: Database, caseId: CaseId): Generator<AskedEvent> {
  const learned = new Map<number, AskedMoment>();
  for (const [ordinal, ...cells] of database.stream<[number, ...MomentCells]>(LEARNED)) learned.set(ordinal, toAsked(cells));
  const parties = byOrdinal<PartyId>(database, PARTIES);
  try {
    for (const [ordinal, id, title, lane, kind, location, ...cells] of database.stream<Scanned>(ASKED, caseId)) {
      yield {
        id,
        title,
        lane,
        kind,
        location,
        happened: toAsked(cells),
        learned: learned.get(ordinal) ?? null,
        parties: parties.take(ordinal),
      };
    }
  } finally {
    parties.stop();
  }
}

function toAsked([earliest, latest, edtf, zone, precision, uncertain]: MomentCells): AskedMoment {
  const moment = toMoment({ earliest, latest, edtf, zone, precision, uncertain, phrase: '', approximate: 0, basis: '' });
  return { ...reachOf(moment), doubtful: moment.uncertain };
}

function findMeant(database: Database, caseId: CaseId, text: string): readonly EventId[] {
  const find = (where: string, ...values: readonly string[]): EventId[] =>
    database
      .all<{ id: EventId }>(`SELECT id FROM event WHERE case_id = ? AND removed = 0 AND ${where} LIMIT 2`, caseId, ...values)
      .map(({ id }) => id);
  const beginning = text.toLowerCase();
  const byId = /^[0-9a-f-]{4,36}$/.test(beginning) ? find(`id >= ? AND id < ?`, beginning, `${beginning}g`) : [];
  if (byId.length > 0) return byId;
  const exact = find('title = ?', text);
  return exact.length > 0 ? exact : find('title = ? COLLATE NOCASE', text);
}
