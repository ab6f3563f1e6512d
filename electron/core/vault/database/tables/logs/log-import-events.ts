import type { CitationId } from '../../../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../../../shared/model/moment.ts';
import type { ImportedEvents } from '../../../../domain/ports/index.ts';
import type { Database, SqlValue } from '../../database.ts';
import { MOMENT, MOMENT_PLACES, momentValues } from '../events/moment.ts';

const EVENT = `INSERT INTO event (id, case_id, lane, standing, kind, title, location, clock_id, import_id, version, entered_at, entered_by, description,
  ${MOMENT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ${MOMENT_PLACES})`;
const CITATION = `INSERT INTO citation (event_ordinal, position, id, exhibit_id, stance, place, quote) VALUES (?, ?, ?, ?, ?, ?, ?)`;
const OTHER_MOMENT = `INSERT INTO event_moment (event_ordinal, which, ${MOMENT}) VALUES (?, ?, ${MOMENT_PLACES})`;

type MomentColumns = ImportedEvents['columns']['happened'];

/**
 * Writes events [from, to) of a piece, each citing its row first. Answers one line for each, for the digest: the JSON array of event,
 * place, title, happened, lane, standing, kind, location, description, tags, parties, the keys of further citations with their stance,
 * recorded, learned, source clock. A moment is [earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, facts], with
 * 0 or 1 for the two marks and the facts of its basis as the JSON text that is stored, or null.
 */
export function appendEvents(database: Database, events: ImportedEvents, from: number, to: number): string {
  const { import: of, columns, ids, clockId, place, related } = events;
  const lines: string[] = [];
  for (let index = from; index < to; index += 1) {
    const rare = columns.rare[index] ?? null;
    const happened = momentAt(columns.happened, index, columns.manners);
    const id = ids[index] as string;
    const title = columns.title[index] as string;
    const { lane = 'incident', standing = 'asserted', kind = 'happening', location = '', description = '' } = rare ?? {};
    const at = `${place}${columns.row[index] as number}`;
    const values = momentValues(happened);
    const { rowid } = database.run(
      EVENT,
      id,
      of.caseId,
      lane,
      standing,
      kind,
      title,
      location,
      clockId,
      of.id,
      of.enteredAt,
      of.enteredBy,
      description,
      ...values,
    );
    database.run(CITATION, rowid, 0, crypto.randomUUID(), of.exhibitId, 'supports', at, '');
    const recorded = columns.recorded && momentAt(columns.recorded, index, columns.manners);
    const others = recorded?.zone || rare?.learned || rare?.tags || related[index];
    const more = others ? insertRest(database, rowid, events, index) : NOTHING;
    lines.push(JSON.stringify([id, at, title, told(values), lane, standing, kind, location, description, ...more, clockId]));
  }
  lines.push('');
  return lines.join('\n');
}

const NOTHING = [[], [], [], null, null] as const;

function insertRest(database: Database, ordinal: number, { columns, related }: ImportedEvents, index: number): readonly unknown[] {
  const rare = columns.rare[index];
  const { parties = [], citations = [] } = related[index] ?? {};
  parties.forEach((partyId, position) => {
    database.run('INSERT INTO event_party (event_ordinal, position, party_id) VALUES (?, ?, ?)', ordinal, position, partyId);
  });
  const tags = rare?.tags ?? [];
  tags.forEach((tag, position) => {
    database.run('INSERT INTO event_tag (event_ordinal, position, tag) VALUES (?, ?, ?)', ordinal, position, tag);
  });
  citations.forEach((one, position) => {
    database.run(CITATION, ordinal, position + 1, one.id satisfies CitationId, one.exhibitId, one.stance, one.place, one.quote);
  });
  const recorded = columns.recorded && momentAt(columns.recorded, index, columns.manners);
  const moments = { recorded: recorded?.zone ? recorded : null, learned: rare?.learned ?? null };
  for (const which of ['recorded', 'learned'] as const) {
    const moment = moments[which];
    if (moment) database.run(OTHER_MOMENT, ordinal, which, ...momentValues(moment));
  }
  const keys = citations.map(({ exhibitNumber, place, stance }) => `${exhibitNumber}#${place} ${stance}`);
  return [
    tags,
    parties,
    keys,
    moments.recorded && told(momentValues(moments.recorded)),
    moments.learned && told(momentValues(moments.learned)),
  ];
}

/** A moment as the digest tells it: without the sentence that older rows have in place of facts. */
function told(values: readonly SqlValue[]): readonly SqlValue[] {
  return [...values.slice(0, -2), values.at(-1) as SqlValue];
}

function momentAt(columns: MomentColumns, index: number, manners: ImportedEvents['columns']['manners']): Moment {
  const manner = manners[columns.manner[index] as number] as ImportedEvents['columns']['manners'][number];
  const [earliest, latest] = [columns.earliest[index] as number, columns.latest[index] as number];
  return {
    earliest: Number.isNaN(earliest) ? null : earliest,
    latest: Number.isNaN(latest) ? null : latest,
    edtf: columns.edtf[index] as string,
    phrase: columns.phrase[index] as string,
    zone: manner.zone,
    precision: manner.precision,
    approximate: manner.approximate,
    uncertain: manner.uncertain,
    basis: manner.basis,
  };
}
