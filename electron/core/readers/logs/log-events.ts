import type { Facts } from '../../../../shared/model/fact.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import type { EventsInput, EventsOutput, Manner, MomentColumns, RareFields } from '../../tasks/log.ts';
import { isBlank, readChunk } from './log-chunk.ts';
import { type RowEvent, rowReader } from './log-rows.ts';

const MOST_TEXT = 2000;

/** Worker task `log.events`: the events a piece of a log stands for, and the rows that are none. */
export function readLogEvents({ plan, ...chunk }: EventsInput): EventsOutput {
  const read = rowReader(plan);
  const { mapping, columns } = plan;
  const events: RowEvent[] = [];
  const rows: number[] = [];
  const problems: { row: number; text: string; reason: string }[] = [];
  // Columns beyond the last heading stand only in rows that are longer than they should be.
  const width = mapping.header ? columns.findLastIndex((name, index) => name !== `#${index + 1}`) + 1 : columns.length;
  let blank = 0;
  let ragged = 0;
  const end = readChunk(chunk, columns, (row) => {
    if (mapping.header && row.row === 1) return;
    if (isBlank(row)) {
      blank += 1;
      return;
    }
    if (row.cells.length !== width && row.fault === null) ragged += 1;
    const outcome = read(row);
    if ('problem' in outcome) {
      problems.push({ row: row.row, text: row.raw(MOST_TEXT), reason: outcome.problem });
      return;
    }
    rows.push(row.row);
    events.push(outcome.event);
  });
  const manners = new Map<string, number>();
  const known: Manner[] = [];
  const mannerOf = ({ zone, precision, approximate, uncertain, basis }: Moment): number => {
    const key = `${zone} ${precision} ${Number(approximate)}${Number(uncertain)} ${textOf(basis)}`;
    let index = manners.get(key);
    if (index === undefined) {
      manners.set(key, (index = known.length));
      known.push({ zone, precision, approximate, uncertain, basis });
    }
    return index;
  };
  const recorded = events.some((event) => event.recorded !== null);
  return {
    ...end,
    row: Uint32Array.from(rows),
    title: events.map(({ title }) => title),
    happened: toColumns(
      events.map(({ happened }) => happened),
      mannerOf,
    ),
    recorded: recorded
      ? toColumns(
          events.map((event) => event.recorded ?? NO_MOMENT),
          mannerOf,
        )
      : null,
    manners: known,
    rare: events.map(rareOf),
    problems,
    blank,
    ragged,
  };
}

/** Stands where an event has no such moment; its zone is empty, which no moment's is. */
const NO_MOMENT: Moment = {
  earliest: null,
  latest: null,
  edtf: '',
  phrase: '',
  zone: '',
  precision: 'interval',
  approximate: false,
  uncertain: false,
  basis: [],
};

/** What was put into text before, by list: rows that were read alike share theirs. */
const texts = new WeakMap<Facts, string>();

function textOf(basis: Facts): string {
  const text = texts.get(basis) ?? JSON.stringify(basis);
  texts.set(basis, text);
  return text;
}

function toColumns(moments: readonly Moment[], mannerOf: (moment: Moment) => number): MomentColumns {
  return {
    earliest: Float64Array.from(moments, ({ earliest }) => earliest ?? Number.NaN),
    latest: Float64Array.from(moments, ({ latest }) => latest ?? Number.NaN),
    edtf: moments.map(({ edtf }) => edtf),
    phrase: moments.map(({ phrase }) => phrase),
    manner: Uint32Array.from(moments, mannerOf),
  };
}

function rareOf({ description, location, lane, standing, kind, people, tags, citations, learned }: RowEvent): RareFields | null {
  const rare: { -readonly [K in keyof RareFields]: RareFields[K] } = {};
  if (description !== '') rare.description = description;
  if (location !== '') rare.location = location;
  if (lane !== 'incident') rare.lane = lane;
  if (standing !== 'asserted') rare.standing = standing;
  if (kind !== 'happening') rare.kind = kind;
  if (people.length > 0) rare.people = people;
  if (tags.length > 0) rare.tags = tags;
  if (citations.length > 0) rare.citations = citations;
  if (learned) rare.learned = learned;
  for (const _any in rare) return rare;
  return null;
}
