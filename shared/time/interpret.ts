import type { Language } from '../locales/index.ts';
import type { Instant } from '../model/identifier.ts';
import type { Moment, Precision } from '../model/moment.ts';
import { boundsOfDate, type DateBounds } from './date-bounds.ts';
import { type EdtfDate, type EdtfEnd, type EdtfExpression, formatEdtf, parseEdtf } from './edtf.ts';
import { baseOfReference, type TimeReference } from './phrase/ground.ts';
import { momentOfWhole, readPhrase } from './phrase/read.ts';
import { parsePlain, refuseIncomplete } from './plain.ts';
import { Refusal } from './refusal.ts';
import { type Note, note } from './words.ts';
import { isZone } from './zone.ts';

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

/**
 * Reads when something happened: EDTF (see `edtf.ts` for how much of it), or a date as people write it.
 * `zone` is the tz name in which local times are read, unless the text names its own offset or zone.
 * `phrase` keeps the text; `edtf` is its normal form, which gives the same bounds again in the moment's `zone`.
 * The basis is written in `language`. Dates in words, English and Chinese, are read by the rules in `phrase/`; `reference` is what
 * relative words and missing years are counted from. Nothing is guessed: day and month that could be swapped, a missing year, a local time
 * that the zone skipped and the like throw `moment.invalid`, with a sentence that says or asks what is wrong.
 */
export function interpretMoment(text: string, zone: string, language: Language = 'en', reference?: TimeReference): Moment {
  try {
    if (!isZone(zone)) throw new Refusal('zoneUnknown', { zone });
    return interpretExact(text, zone, language);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    try {
      const worded = interpretWords(text, zone, language, problem, reference);
      if (worded) return worded;
    } catch (other) {
      if (other instanceof Refusal) throw other.toFailure(text.trim(), language);
      throw other;
    }
    throw problem.toFailure(text.trim(), language);
  }
}

/** What words can still answer when figures did not: everything that is no plain date, and with a reference a date that lacks its year or day. */
function interpretWords(
  text: string,
  zone: string,
  language: Language,
  { problem }: Refusal,
  reference: TimeReference | undefined,
): Moment | null {
  if (problem !== 'unknown' && !(reference && (problem === 'yearMissing' || problem === 'dateMissing'))) return null;
  const phrase = readPhrase(text);
  if (!phrase) return null;
  const base = reference ? baseOfReference(reference, zone) : null;
  return momentOfWhole(phrase, { zone, reference: base, story: base, dayOrder: null }, text.trim(), language);
}

function interpretExact(text: string, zone: string, language: Language): Moment {
  const { expression, zone: named, notes } = parseText(normalise(text), zone);
  const read = interpretEdtf(expression, named);
  return {
    earliest: read.earliest,
    latest: read.latest,
    edtf: formatEdtf(read.expression),
    phrase: text.trim(),
    zone: read.zone,
    precision: read.precision,
    approximate: read.approximate,
    uncertain: read.uncertain,
    basis: [...notes, ...read.notes]
      .map((one) => one(language))
      .filter((sentence, index, all) => all.indexOf(sentence) === index)
      .join(' '),
  };
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

interface ParsedText {
  readonly expression: EdtfExpression;
  readonly zone: string;
  readonly notes: readonly Note[];
}

function parseText(text: string, zone: string): ParsedText {
  if (text === '') throw new Refusal('empty');
  const pair = splitPair(text);
  if (pair) return parsePair(pair, zone);
  const named = /^(.+\d(?:Z|[+-]\d{2}:?\d{2})?)\[([A-Za-z_]+(?:\/[A-Za-z_+\-0-9]+)*)\]$/.exec(text);
  if (named && isZone(named[2] as string)) {
    const bare = parseText(named[1] as string, named[2] as string);
    return { ...bare, notes: [...bare.notes, note('basis.zoneNamed', { zone: named[2] as string })] };
  }
  const expression = parseEdtf(text);
  if (expression) return { expression, zone, notes: [] };
  const single = parseSingle(text);
  if (single) return { expression: single.date, zone: single.zone ?? zone, notes: zoneNotes(single) };
  const slash = /^(.*[^\s/])? ?\/ ?(.*)$/.exec(text);
  const start = slash ? parseEndText(slash[1] ?? '') : null;
  const end = slash ? parseEndText(slash[2] ?? '') : null;
  if (start && end) {
    if (typeof start === 'string' && typeof end === 'string') throw new Refusal('bothOpen');
    return { expression: { kind: 'interval', start, end }, zone, notes: [] };
  }
  refuseIncomplete(text);
  throw new Refusal('unknown');
}

function zoneNotes({ zone, notes }: { readonly zone: string | null; readonly notes: readonly Note[] }): readonly Note[] {
  return zone === null ? notes : [...notes, note('basis.zoneNamed', { zone })];
}

function parseEndText(text: string): EdtfEnd | null {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return parseSingle(text)?.date ?? null;
}

/** "about" in words is the qualifier `~`. */
function parseSingle(text: string): { readonly date: EdtfDate; readonly zone: string | null; readonly notes: readonly Note[] } | null {
  const { body, about } = withoutAbout(text);
  const qualified = about && !/[~?%]$/.test(body) ? `${body}~` : body;
  const edtf = parseEdtf(qualified);
  if (edtf?.kind === 'date') return { date: edtf, zone: null, notes: [] };
  return parsePlain(qualified);
}

function withoutAbout(text: string): { readonly body: string; readonly about: boolean } {
  const body = text
    .replace(/^(?:(?:about|around|circa|approximately|approx\.|c\.|ca\.) *|大?约(?:在|为)? *|大概 *)/i, '')
    .replace(/ *(?:左右|前后|许)$/, '');
  return { body, about: body !== text };
}

interface Pair {
  readonly first: string;
  readonly second: string;
  /** Whether it lasted, or lay somewhere in between. */
  readonly lasted: boolean;
}

function splitPair(text: string): Pair | null {
  const between = /^between +(.+?) +and +(.+)$/i.exec(text) ?? /^(?:在|介于)? ?(.+?) ?[与和] ?(.+?) ?之间$/.exec(text);
  if (between) return { first: between[1] as string, second: between[2] as string, lasted: false };
  const span = /^from +(.+?) +(?:to|until|till) +(.+)$/i.exec(text) ?? /^(?:自|从)? ?(.+?) ?[至到] ?(.+)$/.exec(text);
  return span ? { first: span[1] as string, second: span[2] as string, lasted: true } : null;
}

function parsePair({ first, second, lasted }: Pair, zone: string): ParsedText {
  const from = parseSingle(first);
  const to = parseSingle(second) ?? (from?.date.time ? parseSingle(onSameDay(from.date, second)) : null);
  if (!from) refuseIncomplete(first);
  if (!to) refuseIncomplete(second);
  if (!from || !to || (from.zone ?? zone) !== (to.zone ?? zone)) throw new Refusal('unknown');
  const notes = [...zoneNotes(from), ...to.notes];
  const expression: EdtfExpression = lasted
    ? { kind: 'interval', start: from.date, end: to.date }
    : { kind: 'one-of', members: [{ from: from.date, to: to.date }] };
  return { expression, zone: from.zone ?? zone, notes };
}

/** "between 14 May 2031, 20:30 and 21:50": the second time is one of the same day; an earlier one is refused as backwards. */
function onSameDay(date: EdtfDate, text: string): string {
  const { body, about } = withoutAbout(text);
  return `${about ? 'about ' : ''}${formatEdtf({ ...date, time: null, marks: [] })} ${body}`;
}

/** Full-width figures and look-alike characters of PDF text become the ordinary ones; runs of space become one. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
