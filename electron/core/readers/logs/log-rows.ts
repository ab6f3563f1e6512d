import type { Language } from '../../../../shared/model/language.ts';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import { type CaseEvent, type Lane, lanes } from '../../../../shared/model/event.ts';
import type { LogMapping } from '../../../../shared/model/log.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError, fillSentence } from '../../../../shared/result.ts';
import { bulkReader, clockZone, correctRecorded, isZone, openClock, stampMoments } from '../../../../shared/time/index.ts';
import { log as english } from '../../../../shared/locales/en/screen/log.ts';
import { log as chinese } from '../../../../shared/locales/zh-CN/screen/log.ts';
import type { KeyedCitation, LogPlan } from '../../tasks/log.ts';
import type { LogRow } from './log-chunk.ts';
import { type OwnEvent, readOwnRow } from './log-own.ts';

/** An event a row stands for, before anybody looked up who and what it names. */
export interface RowEvent extends Pick<CaseEvent, 'title' | 'description' | 'lane' | 'standing' | 'kind' | 'location'> {
  readonly happened: Moment;
  readonly recorded: Moment | null;
  readonly learned: Moment | null;
  readonly people: readonly string[];
  readonly tags: readonly string[];
  readonly citations: readonly KeyedCitation[];
}

export type RowOutcome = { readonly event: RowEvent } | { readonly problem: string };

const MOST_TITLE = 300;
const MOST_LOCATION = 300;
const MOST_DESCRIPTION = 8000;
/** A zone no clock is set to: a text that is not read in it says its own. */
const NO_ZONE = '-17:59';
const NOTHING: readonly never[] = [];

type Problem = Extract<keyof typeof english, `problem.${string}`>;

/** Reads rows one by one as a mapping says; a row that cannot be an event says why, in the person's language. */
export function rowReader(plan: LogPlan): (row: LogRow) => RowOutcome {
  const { mapping, columns, language } = plan;
  const say = (problem: Problem, values: Readonly<Record<string, string>> = {}): RowOutcome => ({
    problem: fillSentence((language === 'zh-CN' ? chinese : english)[problem], values),
  });
  const read = mapping.shape === 'casewright' ? ownReader(columns, say) : tableReader(plan, say);
  return (row) => {
    if (row.fault) return say(`problem.${row.fault}`);
    try {
      const outcome = read(row.cells);
      return 'event' in outcome && outcome.event.title === '' ? say('problem.title') : outcome;
    } catch (error) {
      if (error instanceof FailureError) return { problem: String(error.failure.values['problem'] ?? error.message) };
      throw error;
    }
  };
}

type Say = (problem: Problem, values?: Readonly<Record<string, string>>) => RowOutcome;
type Read = (cells: readonly string[]) => RowOutcome;

function ownReader(columns: readonly string[], say: Say): Read {
  const at = new Map(columns.map((name, index) => [name, index]));
  return (cells) => {
    const own: OwnEvent | null = readOwnRow((name) => cells[at.get(name) ?? -1] ?? '');
    if (!own) return say('problem.altered');
    return {
      event: {
        ...own,
        title: oneLineOf(own.title, MOST_TITLE),
        location: oneLineOf(own.location, MOST_LOCATION),
        description: textOf(own.description),
      },
    };
  };
}

function tableReader({ mapping, caseZone, language, clock }: LogPlan, say: Say): Read {
  const times = timesReader(mapping, caseZone, language, clock);
  const joined = (cells: readonly string[], columns: readonly number[], mark: string): string =>
    columns.length === 1
      ? (cells[columns[0] as number] ?? '').trim()
      : columns
          .map((index) => (cells[index] ?? '').trim())
          .filter((cell) => cell !== '')
          .join(mark);
  const cell = (cells: readonly string[], column: number | null): string => (column === null ? '' : (cells[column] ?? '').trim());
  return (cells) => {
    const time = joined(cells, mapping.time, ' ');
    if (time === '') return say('problem.time');
    const zone = mapping.zone === null ? NO_ZONE : 'fixed' in mapping.zone ? mapping.zone.fixed : cell(cells, mapping.zone.column);
    if (clock === null && mapping.zone !== null && 'column' in mapping.zone && !knownZone(zone))
      return zone === '' ? say('problem.zone') : say('problem.zone-unknown', { zone: zone.slice(0, 60) });
    const moments = times(time, joined(cells, mapping.end, ' '), zone);
    if (moments.happened.zone === NO_ZONE) return say('problem.zone');
    const person = cell(cells, mapping.person);
    return {
      event: {
        ...moments,
        title: oneLineOf(joined(cells, mapping.title, ' · '), MOST_TITLE),
        description: textOf(joined(cells, mapping.description, '\n')),
        location: oneLineOf(cell(cells, mapping.location), MOST_LOCATION),
        lane: 'fixed' in mapping.lane ? mapping.lane.fixed : laneOf(cell(cells, mapping.lane.column)),
        standing: 'asserted',
        kind: 'happening',
        learned: null,
        people: person === '' ? NOTHING : [person],
        tags: mapping.tags,
        citations: NOTHING,
      },
    };
  };
}

type Times = (start: string, end: string, zone: string) => Pick<RowEvent, 'happened' | 'recorded'>;

function timesReader({ format }: LogMapping, caseZone: string, language: Language, clock: SourceClock | null): Times {
  const reader = bulkReader(format, language);
  const read = (start: string, end: string, zone: string): Moment =>
    end === '' ? reader.read(start, zone) : reader.readSpan(start, end, zone);
  if (!clock) return (start, end, zone) => ({ happened: read(start, end, zone), recorded: null });
  const known = openClock(clock, caseZone);
  return (start, end) => {
    const plain = read(start, end, known.zone);
    // Where its daylight-saving setting makes a difference, the figures are read with it, by the one who knows how.
    const year = new Date(plain.earliest ?? 0).getUTCFullYear();
    if (clock.daylightSaving === 'on' || yearZone(known.zone, year) === known.zone)
      return { recorded: plain, happened: correctRecorded(known, plain, language, true) };
    const { recorded, happened } = stampMoments(known, plain.edtf, language);
    return { recorded: { ...recorded, phrase: plain.phrase }, happened: { ...happened, phrase: plain.phrase } };
  };
}

const yearZones = new Map<string, string>();

function yearZone(zone: string, year: number): string {
  const key = `${zone} ${year}`;
  let found = yearZones.get(key);
  if (found === undefined) yearZones.set(key, (found = clockZone(zone, 'off', year)));
  return found;
}

const zones = new Map<string, boolean>();

function knownZone(zone: string): boolean {
  let known = zones.get(zone);
  if (known === undefined && zones.size < 10_000) zones.set(zone, (known = zone.length <= 64 && isZone(zone)));
  return known ?? isZone(zone);
}

function laneOf(text: string): Lane {
  return lanes.find((lane) => lane === text.toLowerCase()) ?? 'incident';
}

/** What of a cell may stand in one line of a table: nothing that moves a cursor or turns the direction of writing. */
function oneLineOf(text: string, most: number): string {
  const clean = /[^\x20-\x7e]/.test(text)
    ? text
        .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
        .toWellFormed()
        .trim()
    : text;
  return cut(clean, most);
}

function textOf(text: string): string {
  return cut(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ').toWellFormed(), MOST_DESCRIPTION);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
