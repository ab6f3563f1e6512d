import type { CaseId, EventId, PartyId } from '../../../../../../shared/model/identifier.ts';
import { reachOf } from '../../../../../../shared/time/index.ts';
import type { AskedEvent, AskedMoment, QuestionRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import { type MomentRow, toMoment } from '../events/moment.ts';
import type { OpenTable } from '../../table.ts';

type AskedMomentRow = Pick<MomentRow, 'earliest' | 'latest' | 'edtf' | 'zone' | 'precision' | 'uncertain'> & { readonly ordinal: number };
type AskedRow = AskedMomentRow & Pick<AskedEvent, 'id' | 'title' | 'lane' | 'kind' | 'location'>;

const MOMENT = 'earliest, latest, edtf, zone, precision, uncertain';
const LEARNED = `SELECT event_ordinal AS ordinal, ${MOMENT} FROM event_moment WHERE which = 'learned' AND event_ordinal > ? AND event_ordinal <= ?`;
const PARTIES =
  'SELECT event_ordinal AS ordinal, party_id AS partyId FROM event_party WHERE event_ordinal > ? AND event_ordinal <= ? ORDER BY event_ordinal, position';

/** The rows in their own order; whatever is not asked about is let go before its text is read. */
const ASKED = `
SELECT ordinal, id, title, lane, kind, location, ${MOMENT} FROM event NOT INDEXED
WHERE ordinal > ? AND ordinal <= ? AND case_id = ? AND removed = 0 AND (lane IN ('knowledge', 'institution') OR kind = 'memory-gap'
  OR ordinal IN (SELECT event_ordinal FROM event_party WHERE event_ordinal > ? AND event_ordinal <= ?)
  OR ordinal IN (SELECT event_ordinal FROM event_moment WHERE which = 'learned' AND event_ordinal > ? AND event_ordinal <= ?))
ORDER BY ordinal`;

const WITHIN = `FROM event WHERE case_id = ? AND removed = 0 AND kind = 'happening' AND earliest >= ? AND latest <= ?`;

export function openQuestions(database: Database): OpenTable<QuestionRecords['questions']> {
  return {
    notes: {},
    read: {
      lastOrdinal: () => database.get<{ ordinal: number | null }>('SELECT MAX(ordinal) AS ordinal FROM event')?.ordinal ?? 0,
      scan: (caseId, from, to) => scanAsked(database, caseId, from, to),
      recordEnd: (caseId) =>
        database.get<{ earliest: number | null }>(
          'SELECT earliest FROM event WHERE case_id = ? AND removed = 0 AND uncertain = 0 ORDER BY earliest DESC LIMIT 1',
          caseId,
        )?.earliest ?? null,
      within(caseId, from, to, most) {
        const values = [caseId, from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER];
        const events = database.all<{ id: EventId; title: string }>(
          `SELECT id, title ${WITHIN} ORDER BY earliest LIMIT ?`,
          ...values,
          most,
        );
        const total =
          events.length < most
            ? events.length
            : (database.get<{ events: number }>(`SELECT COUNT(*) AS events ${WITHIN}`, ...values)?.events ?? 0);
        return { events, more: total - events.length };
      },
      meant: (caseId, text) => findMeant(database, caseId, text),
    },
    write: {},
  };
}

function scanAsked(database: Database, caseId: CaseId, from: number, to: number): readonly AskedEvent[] {
  const rows = database.all<AskedRow>(ASKED, from, to, caseId, from, to, from, to);
  if (rows.length === 0) return [];
  const learned = new Map(database.all<AskedMomentRow>(LEARNED, from, to).map((row) => [row.ordinal, toAsked(row)]));
  const parties = new Map<number, PartyId[]>();
  for (const { ordinal, partyId } of database.all<{ ordinal: number; partyId: PartyId }>(PARTIES, from, to))
    parties.set(ordinal, [...(parties.get(ordinal) ?? []), partyId]);
  return rows.map((row) => {
    const { ordinal, id, title, lane, kind, location } = row;
    const named = parties.get(ordinal) ?? [];
    return { id, title, lane, kind, location, happened: toAsked(row), learned: learned.get(ordinal) ?? null, parties: named };
  });
}

function toAsked({ earliest, latest, edtf, zone, precision, uncertain }: AskedMomentRow): AskedMoment {
  const moment = toMoment({ earliest, latest, edtf, zone, precision, uncertain, phrase: '', approximate: 0, basis: '', facts: null });
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
