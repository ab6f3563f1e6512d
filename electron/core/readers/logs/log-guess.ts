import type { BulkFormat, LogMapping, LogShape } from '../../../../shared/model/log.ts';
import { bulkReader, isZone, orderOfFigures } from '../../../../shared/time/index.ts';

export interface GuessedFrom {
  readonly columns: readonly string[];
  /** Rows below the one of headings. */
  readonly rows: readonly (readonly string[])[];
}

type Guess = Pick<LogMapping, 'shape' | 'title' | 'time' | 'end' | 'format' | 'zone' | 'location' | 'person' | 'description' | 'lane'>;

const NAMES = {
  title:
    /^(message|title|event|event[ _-]?(name|type|description)?|action|activity|summary|subject|text|what|事件|标题|内容|动作|操作|消息|摘要)$/i,
  time: /time|date|when|stamp|时间|日期|时刻/i,
  clock: /^(time|time of day|clock|hour|时间|时刻)$/i,
  end: /^(end|until|to|finish|left|end[ _-]?(time|date|at)|结束|结束时间|离开时间)$/i,
  zone: /^(zone|time[ _-]?zone|tz|utc[ _-]?offset|时区)$/i,
  location: /^(place|location|door|room|reader|site|where|gate|地点|位置|房间|门|门禁点)$/i,
  person: /^(person|people|user|user[ _-]?name|name|holder|card[ _-]?holder|employee|member|who|姓名|人员|用户|持卡人|员工)$/i,
  description: /^(description|detail|details|note|notes|remark|remarks|comment|说明|备注|详情)$/i,
} as const;

const TRIED = 200;

/** Which column is what, by its name and by what stands in it. What nobody can tell stays open and is asked. */
export function guessMapping({ columns, rows }: GuessedFrom, shape: LogShape): Guess {
  if (shape === 'casewright') return { ...NOTHING, shape };
  const named = (name: RegExp): number | null => indexOrNull(columns.findIndex((column) => name.test(column.trim())));
  if (shape === 'timesketch') {
    const at = (name: string): number => columns.indexOf(name);
    return { ...NOTHING, shape, title: [at('message')], time: [at('datetime')], description: [at('timestamp_desc')] };
  }
  const sample = rows.slice(0, TRIED);
  const kinds = columns.map((name, index) =>
    timeKind(
      name,
      sample.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== ''),
    ),
  );
  const end = columns.findIndex((name, index) => NAMES.end.test(name.trim()) && kinds[index]?.kind === 'moment');
  const time = bestTime(columns, kinds, end);
  const first = time[0];
  const taken = new Set([...time, end]);
  const others = [named(NAMES.zone), named(NAMES.location), named(NAMES.person)];
  const [zone, location, person] = others as [number | null, number | null, number | null];
  const title = named(NAMES.title) ?? wordiest(sample, columns.length, new Set([...taken, ...others.filter((one) => one !== null)]));
  const description = named(NAMES.description);
  return {
    ...NOTHING,
    title: title === null ? [] : [title],
    time,
    end: end < 0 ? [] : [end],
    format: (first === undefined ? undefined : kinds[first]?.format) ?? 'text',
    zone: zone !== null && sample.some((row) => isZone((row[zone] ?? '').trim())) ? { column: zone } : null,
    location: location === title ? null : location,
    person: person === title ? null : person,
    description: description === null || description === title ? [] : [description],
  };
}

const NOTHING: Guess = {
  shape: 'table',
  title: [],
  time: [],
  end: [],
  format: 'text',
  zone: null,
  location: null,
  person: null,
  description: [],
  lane: { fixed: 'incident' },
};

interface TimeKind {
  /** Whole moments, dates alone, times of day alone, or none of these. */
  readonly kind: 'moment' | 'date' | 'clock' | 'none';
  readonly share: number;
  readonly format: BulkFormat;
}

function timeKind(name: string, cells: readonly string[]): TimeKind {
  const none: TimeKind = { kind: 'none', share: 0, format: 'text' };
  if (cells.length === 0) return none;
  const share = (test: (cell: string) => boolean): number => cells.filter(test).length / cells.length;
  const clocks = share((cell) => /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?$/i.test(cell.trim()));
  if (clocks > 0.5) return { kind: 'clock', share: clocks, format: 'text' };
  const counted = countedFormat(cells);
  if (counted && NAMES.time.test(name)) return { kind: 'moment', share: 1, format: counted };
  // In figures any order would do here: which one it is, the whole log says, or the person.
  const format: BulkFormat = cells.some((cell) => orderOfFigures(cell) === 'month-first') ? 'month-first' : 'day-first';
  const figures = cells.some((cell) => orderOfFigures(cell) !== null) ? format : 'text';
  const reader = bulkReader(figures);
  let days = 0;
  const read = share((cell) => {
    try {
      if (reader.read(cell, 'UTC').precision === 'day') days += 1;
      return true;
    } catch {
      return false;
    }
  });
  if (read < 0.5) return none;
  return { kind: days > cells.length / 2 ? 'date' : 'moment', share: read, format: figures };
}

function countedFormat(cells: readonly string[]): BulkFormat | null {
  const lengths = new Set(cells.map((cell) => (/^\d{10,16}(\.\d+)?$/.test(cell.trim()) ? cell.trim().split('.')[0]?.length : 0)));
  const [only] = lengths;
  if (lengths.size !== 1) return null;
  return only === 10 ? 'epoch-seconds' : only === 13 ? 'epoch-milliseconds' : only === 16 ? 'epoch-microseconds' : null;
}

function bestTime(columns: readonly string[], kinds: readonly TimeKind[], end: number): number[] {
  const score = (index: number): number => (kinds[index]?.share ?? 0) + (NAMES.time.test(columns[index] ?? '') ? 0.5 : 0);
  const of = (kind: TimeKind['kind']): number[] =>
    kinds.flatMap((one, index) => (one.kind === kind && index !== end ? [index] : [])).sort((one, other) => score(other) - score(one));
  const [moment] = of('moment');
  if (moment !== undefined) return [moment];
  const [date] = of('date');
  const [clock] = of('clock');
  return date === undefined ? [] : clock === undefined ? [date] : [date, clock];
}

/** The column with the most letters: what a person would read first. */
function wordiest(rows: readonly (readonly string[])[], columns: number, taken: ReadonlySet<number>): number | null {
  const letters = (index: number): number => rows.reduce((sum, row) => sum + (row[index] ?? '').replace(/[^\p{L}]/gu, '').length, 0);
  const ranked = Array.from({ length: columns }, (_, index) => index)
    .filter((index) => !taken.has(index))
    .sort((one, other) => letters(other) - letters(one));
  return ranked[0] ?? null;
}

function indexOrNull(index: number): number | null {
  return index < 0 ? null : index;
}
