import type { Instant } from '../../model/identifier.ts';
import type { Precision } from '../../model/moment.ts';
import { boundsOfDate, type DateBounds } from './date-bounds.ts';
import { type EdtfEnd, type EdtfExpression, formatEdtf } from './edtf.ts';
import { Refusal } from '../refusal.ts';
import { type Note, note } from '../note.ts';

/** An expression read in a zone: its bounds, and how they were reached. */
export interface Interpretation {
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly zone: string;
  readonly notes: readonly Note[];
  readonly expression: EdtfExpression;
  /** The dates it is made of; `null` where a bound is open or not known. Both are the same for a single date. */
  readonly start: DateBounds | null;
  readonly end: DateBounds | null;
}

/** Reads an expression in a zone. Throws a Refusal. */
export function interpretEdtf(expression: EdtfExpression, zone: string): Interpretation {
  switch (expression.kind) {
    case 'date': {
      const bounds = boundsOfDate(expression, zone);
      const { earliest, latest, precision, approximate, uncertain, notes } = bounds;
      return {
        earliest,
        latest,
        precision,
        approximate,
        uncertain,
        notes,
        zone: bounds.zone,
        expression: bounds.date,
        start: bounds,
        end: bounds,
      };
    }
    case 'interval':
      return interpretInterval(expression, zone);
    case 'one-of':
      return interpretOneOf(expression, zone);
  }
}

function interpretInterval({ start, end }: { readonly start: EdtfEnd; readonly end: EdtfEnd }, zone: string): Interpretation {
  const first = typeof start === 'string' ? null : boundsOfDate(start, zone);
  const last = typeof end === 'string' ? null : boundsOfDate(end, zone);
  const expression: EdtfExpression = { kind: 'interval', start: first?.date ?? start, end: last?.date ?? end };
  const notes: Note[] = [...(first?.notes ?? []), ...(last?.notes ?? [])];
  if (start === 'open') notes.push(note('basis.openStart'));
  if (start === 'unknown') notes.push(note('basis.unknownStart'));
  if (end === 'open') notes.push(note('basis.openEnd'));
  if (end === 'unknown') notes.push(note('basis.unknownEnd'));
  if (first && last) notes.push(note('basis.lasts', { from: formatEdtf(first.date), to: formatEdtf(last.date) }));
  return { ...enclose(first, last, zone), notes, expression, start: first, end: last };
}

function interpretOneOf({ members }: Extract<EdtfExpression, { kind: 'one-of' }>, zone: string): Interpretation {
  const read = members.map(({ from, to }) => ({
    from: from === 'open' ? null : boundsOfDate(from, zone),
    to: to === 'open' ? null : boundsOfDate(to, zone),
  }));
  for (const { from, to } of read) enclose(from, to, zone);
  const starts = read.map(({ from }) => from);
  const ends = read.map(({ to }) => to);
  const first = starts.includes(null) ? null : starts.reduce((least, one) => (one && least && one.earliest < least.earliest ? one : least));
  const last = ends.includes(null) ? null : ends.reduce((most, one) => (one && most && one.latest > most.latest ? one : most));
  const all = [...starts, ...ends].filter((one) => one !== null);
  const expression: EdtfExpression = {
    kind: 'one-of',
    members: read.map(({ from, to }) => ({ from: from?.date ?? 'open', to: to?.date ?? 'open' })),
  };
  const notes = [
    ...all.flatMap((one) => one.notes),
    note('basis.oneOf'),
    ...(first ? [] : [note('basis.openStart')]),
    ...(last ? [] : [note('basis.openEnd')]),
  ];
  const marked = { approximate: all.some((one) => one.approximate), uncertain: all.some((one) => one.uncertain) };
  return { ...enclose(first, last, zone), ...marked, notes, expression, start: first, end: last };
}

function enclose(
  first: DateBounds | null,
  last: DateBounds | null,
  zone: string,
): Omit<Interpretation, 'notes' | 'expression' | 'start' | 'end'> {
  if (first && last && (last.latest <= first.earliest || (last.stated.to <= first.stated.from && last.zone === first.zone)))
    throw new Refusal('backwards');
  const zones = new Set([first, last].filter((one) => one !== null).map((one) => one.zone));
  const [only] = zones;
  return {
    earliest: first?.earliest ?? null,
    latest: last?.latest ?? null,
    precision: 'interval',
    approximate: (first?.approximate ?? false) || (last?.approximate ?? false),
    uncertain: (first?.uncertain ?? false) || (last?.uncertain ?? false),
    zone: zones.size === 1 && only !== undefined ? only : zone,
  };
}
