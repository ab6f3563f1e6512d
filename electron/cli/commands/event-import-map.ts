import type { LogPreview } from '../../../shared/contract/log.ts';
import { isZone } from '../../../shared/time/index.ts';
import { UsageError } from '../command.ts';
import { word } from '../words.ts';

type Mapping = LogPreview['mapping'];

const FIELDS = ['title', 'time', 'zone', 'end', 'place', 'person', 'lane', 'description'] as const;
type Field = (typeof FIELDS)[number];

/** `title=Event+Door,time=Date+Time,zone=Asia/Shanghai`: columns by name or as #3, several joined by +. Null where nothing was given. */
export function readMap(text: string | undefined): ReadonlyMap<Field, string> | null {
  if (text === undefined) return null;
  const map = new Map<Field, string>();
  for (const part of text.split(',')) {
    const [, name, value] = /^\s*([a-z]+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    const field = FIELDS.find((one) => one === name);
    if (!field || value === undefined) throw new UsageError(word('problem.map', { part: part.trim(), fields: FIELDS.join(', ') }));
    map.set(field, value);
  }
  return map;
}

/** The mapping a map on the command line stands for; what it does not name stays nothing, only times keep what was seen in them. */
export function applyMap({ columns, mapping }: LogPreview, map: ReadonlyMap<Field, string> | null): Mapping {
  if (map === null) return mapping;
  const several = (field: Field): number[] => (map.get(field) === undefined ? [] : findColumns(columns, map.get(field) as string));
  const single = (field: Field): number | null => {
    const found = several(field);
    if (found.length > 1) throw new UsageError(word('problem.map-one', { field }));
    return found[0] ?? null;
  };
  const lane = single('lane');
  const time = several('time');
  const seen = mapping.time.join() === time.join() ? mapping.format : 'text';
  return {
    ...mapping,
    shape: 'table',
    title: several('title'),
    time,
    end: several('end'),
    format: seen.startsWith('epoch') ? seen : 'text',
    zone: zoneOf(columns, map.get('zone')),
    location: single('place'),
    person: single('person'),
    description: several('description'),
    lane: lane === null ? { fixed: 'incident' } : { column: lane },
  };
}

/** A column of that name, or else the name of a zone. */
function zoneOf(columns: readonly string[], text: string | undefined): Mapping['zone'] {
  if (text === undefined) return null;
  const column = findColumn(columns, text);
  if (column !== null) return { column };
  if (isZone(text)) return { fixed: text };
  throw unknownColumn(columns, text);
}

function findColumns(columns: readonly string[], text: string): number[] {
  const whole = findColumn(columns, text);
  if (whole !== null) return [whole];
  return text.split('+').map((part) => {
    const found = findColumn(columns, part.trim());
    if (found === null) throw unknownColumn(columns, part.trim());
    return found;
  });
}

function findColumn(columns: readonly string[], name: string): number | null {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const numbered = /^#(\d+)$/.exec(name);
  if (numbered && Number(numbered[1]) >= 1 && Number(numbered[1]) <= columns.length) return Number(numbered[1]) - 1;
  const alike = columns.flatMap((column, index) => (column.toLowerCase() === name.toLowerCase() ? [index] : []));
  return alike.length === 1 ? (alike[0] as number) : null;
}

function unknownColumn(columns: readonly string[], name: string): UsageError {
  return new UsageError(word('problem.column-unknown', { name, columns: columns.join(', ') }));
}
