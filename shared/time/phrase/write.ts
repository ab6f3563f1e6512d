import type { Moment } from '../../model/moment.ts';
import { type EdtfDate, type EdtfExpression, type EdtfMark, formatEdtf } from '../edtf/edtf.ts';
import { interpretEdtf } from '../edtf/expression.ts';
import { Refusal } from '../refusal.ts';
import { DAY, MINUTE, SECOND, type Wall, wallParts } from '../wall.ts';
import { readWall } from '../zone.ts';
import type { OpenEnd } from './open-ends.ts';
import type { Resolved } from './wording.ts';
import { type Note, note } from '../note.ts';
import { distinctFacts } from '../../model/fact.ts';

/** One or two results as a moment: the bounds are those of the expression written, so that it always gives them again. */
export function writeMoment(first: Resolved, second: Resolved | null, lasted: boolean, zone: string, phrase: string): Moment {
  const expression = second ? joined(first, second, lasted, zone) : alone(first, zone);
  const part = !second && first.form === 'part';
  return momentOf(expression, [...first.notes, ...(second?.notes ?? [])], part, zone, phrase);
}

/** A moment of which only one bound is known. */
export function writeOpenMoment(read: Resolved, open: OpenEnd, zone: string, phrase: string): Moment {
  return momentOf(openExpression(read, open, zone), read.notes, false, zone, phrase);
}

function openExpression(read: Resolved, open: OpenEnd, zone: string): EdtfExpression {
  const unit = read.form === 'part' || read.form === 'clock' || read.form === 'minutes' ? MINUTE : DAY;
  const form = unit === DAY ? ('days' as const) : ('minutes' as const);
  const whole = wholeDate(read);
  switch (open) {
    case 'since':
      return { kind: 'interval', start: whole ?? edge(read, 'from', zone), end: 'open' };
    case 'until':
      return { kind: 'interval', start: 'open', end: whole ?? edge(read, 'to', zone) };
    case 'by':
      return { kind: 'one-of', members: [{ from: 'open', to: whole ?? edge(read, 'to', zone) }] };
    case 'before':
      return {
        kind: 'one-of',
        members: [{ from: 'open', to: edge({ ...read, form, from: read.from - unit, to: read.from }, 'to', zone) }],
      };
    case 'after':
      return { kind: 'one-of', members: [{ from: edge({ ...read, form, from: read.to, to: read.to + unit }, 'from', zone), to: 'open' }] };
  }
}

function momentOf(expression: EdtfExpression, notes: readonly Note[], part: boolean, zone: string, phrase: string): Moment {
  const read = interpretEdtf(expression, zone);
  if (read.earliest !== null && read.latest !== null && read.earliest >= read.latest) throw new Refusal('backwards');
  const single = expression.kind === 'date';
  // Of bounds made of minutes or days, "the whole minute" says nothing about the phrase.
  const idle = new Set(['basis.minute', 'basis.day']);
  const how = [...read.notes, ...(single ? [] : [note('basis.local', { zone })])];
  return {
    earliest: read.earliest,
    latest: read.latest,
    edtf: formatEdtf(read.expression),
    phrase,
    zone: read.zone,
    precision: part ? 'part-of-day' : read.precision,
    approximate: read.approximate,
    uncertain: read.uncertain,
    basis: distinctFacts([...notes, ...how.filter(({ code }) => single || !idle.has(code))]),
  };
}

function alone(read: Resolved, zone: string): EdtfExpression {
  if (read.ends) return joined(...read.ends, false, zone);
  const whole = wholeDate(read);
  return whole ?? { kind: 'one-of', members: [{ from: edge(read, 'from', zone), to: edge(read, 'to', zone) }] };
}

function joined(first: Resolved, second: Resolved, lasted: boolean, zone: string): EdtfExpression {
  const from = wholeDate(first) ?? edge(first, 'from', zone);
  const to = wholeDate(second) ?? edge(second, 'to', zone);
  return lasted ? { kind: 'interval', start: from, end: to } : { kind: 'one-of', members: [{ from, to }] };
}

/** A result that one date of an expression can say. */
function wholeDate({ form, from, clock, about }: Resolved): EdtfDate | null {
  if (form === 'days' || form === 'part' || form === 'minutes') return null;
  const date = dateOf(from, form === 'clock' ? 'day' : form);
  if (form !== 'clock' || !clock) return mark(date, form === 'clock' ? 'day' : form, about);
  const { hour, minute, second, fraction, offset } = clock;
  return mark({ ...date, time: { hour, minute, second, fraction, offset } }, 'time', about);
}

/** One end of bounds, to the day or to the minute; moved off a time that the zone's clocks skipped. */
function edge({ form, from, to, about }: Resolved, side: 'from' | 'to', zone: string): EdtfDate {
  if (form === 'days') return mark(dateOf(side === 'from' ? from : to - DAY, 'day'), 'day', about);
  if (form === 'month' || form === 'year') return mark(dateOf(side === 'from' ? from : to - DAY, form), form, about);
  const unit = from % MINUTE === 0 && to % MINUTE === 0 ? MINUTE : SECOND;
  const wall = settle(side === 'from' ? from : to - unit, unit, side, zone);
  const { hour, minute, second } = wallParts(wall);
  return mark(
    { ...dateOf(wall, 'day'), time: { hour, minute, second: unit === SECOND ? second : null, fraction: '', offset: '' } },
    'time',
    about,
  );
}

function settle(wall: Wall, unit: number, side: 'from' | 'to', zone: string): Wall {
  const { readings, gap } = readWall(wall, wall + unit, zone);
  if (readings.length > 0 || !gap) return wall;
  return side === 'from' ? gap.after : gap.before - unit;
}

function dateOf(wall: Wall, unit: 'year' | 'month' | 'day'): EdtfDate {
  const { year, month, day } = wallParts(wall);
  const figures = (value: number): string => String(value).padStart(2, '0');
  return {
    kind: 'date',
    year: String(year).padStart(4, '0'),
    month: unit === 'year' ? null : figures(month),
    day: unit === 'day' ? figures(day) : null,
    time: null,
    marks: [],
  };
}

function mark(date: EdtfDate, unit: EdtfMark['unit'], about: boolean): EdtfDate {
  return about ? { ...date, marks: [{ unit, side: 'right', mark: '~' }] } : date;
}
