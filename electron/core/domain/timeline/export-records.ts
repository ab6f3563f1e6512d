import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { type MomentColumn, momentColumns, type OwnColumn, ownColumns, timesketchColumns } from '../../../../shared/model/log-columns.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { describeBasis, offsetAt } from '../../../../shared/time/index.ts';
import { citationKey } from '../evidence/index.ts';
import { type ExportNames, isExact } from './export.ts';

type Value = string | boolean | readonly unknown[];
type ExportRecord = Readonly<Record<OwnColumn | (typeof timesketchColumns)[number], Value>>;

const COLUMNS = [...timesketchColumns, ...ownColumns] as const;

/** Timesketch's required columns as CSV, then ours. */
export function timesketchHead(): string {
  return `${COLUMNS.join(',')}\r\n`;
}

export function timesketchRow(event: CaseEvent, names: ExportNames): string {
  const record = recordOf(event, names);
  return `${COLUMNS.map((column) => csvCell(textOf(record[column]))).join(',')}\r\n`;
}

export function timesketchLine(event: CaseEvent, names: ExportNames): string {
  return `${JSON.stringify(recordOf(event, names))}\n`;
}

export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One event, whole. `datetime` is what Timesketch draws, and `timestamp_desc` says what it is: only what is known to the second
 * "happened" there; for everything else it is a bound, and for what has no bound, when it was recorded or entered. The bounds stand
 * in `earliest` and `latest`, UTC, half-open.
 */
function recordOf(event: CaseEvent, names: ExportNames): ExportRecord {
  const { at, zone, desc } = drawnAt(event);
  const clock = event.clockId === null ? '' : (names.clocks.get(event.clockId) ?? event.clockId);
  return {
    message: event.title,
    datetime: isoWithOffset(at, zone),
    timestamp_desc: desc,
    event_id: event.id,
    ...momentFields('', event.happened),
    lane: event.lane,
    standing: event.standing,
    kind: event.kind,
    location: event.location,
    description: event.description,
    parties: event.parties.map((id) => names.parties.get(id) ?? id),
    tags: event.tags,
    citations: event.citations.map((one) => ({
      key: citationKey(one),
      stance: one.stance,
      ...(one.quote === '' ? {} : { quote: one.quote }),
    })),
    ...momentFields('recorded_', event.recorded),
    ...momentFields('learned_', event.learned),
    clock,
    entered_at: iso(event.enteredAt),
    entered_by: event.enteredBy,
  };
}

function drawnAt(event: CaseEvent): { readonly at: Instant; readonly zone: string; readonly desc: string } {
  const { happened, recorded, enteredAt } = event;
  const { earliest, latest, zone } = happened;
  if (isExact(event)) return { at: earliest as Instant, zone, desc: 'happened' };
  if (earliest !== null) return { at: earliest, zone, desc: 'earliest bound' };
  if (latest !== null) return { at: latest, zone, desc: 'latest bound' };
  const shown = recorded?.earliest ?? recorded?.latest ?? null;
  if (recorded && shown !== null)
    return { at: shown, zone: recorded.zone, desc: event.clockId === null ? 'recorded' : 'recorded by a clock of unknown offset' };
  return { at: enteredAt, zone: 'UTC', desc: 'entered; when it happened is not known' };
}

type Prefix = '' | 'recorded_' | 'learned_';

function momentFields<P extends Prefix>(prefix: P, moment: Moment | null): Record<`${P}${MomentColumn}`, Value> {
  const fields = momentColumns.map((name) => [`${prefix}${name}`, moment ? momentField(moment, name) : ''] as const);
  return Object.fromEntries(fields) as Record<`${P}${MomentColumn}`, Value>;
}

function momentField(moment: Moment, name: MomentColumn): Value {
  if (name === 'basis') return describeBasis(moment.basis, 'en');
  const value = moment[name === 'facts' ? 'basis' : name];
  if (name === 'earliest' || name === 'latest') return value === null ? '' : iso(value as Instant);
  return value as Value;
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : value.length === 0 ? '' : JSON.stringify(value);
}

function iso(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z').replace('Z', '+00:00');
}

/** ISO 8601 in the source's own zone; where that zone kept odd seconds, which ISO cannot say, in UTC. */
function isoWithOffset(at: Instant, zone: string): string {
  const offset = offsetAt(at, zone);
  if (offset % 60_000 !== 0) return iso(at);
  const wall = new Date(at + offset).toISOString().replace(/(\.000)?Z$/, '');
  const size = Math.abs(offset) / 60_000;
  const figures = [Math.floor(size / 60), size % 60].map((figure) => String(figure).padStart(2, '0'));
  return `${wall}${offset < 0 ? '-' : '+'}${figures.join(':')}`;
}
