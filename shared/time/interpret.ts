import type { Language } from '../model/language.ts';
import type { Moment } from '../model/moment.ts';
import { type EdtfDate, type EdtfEnd, type EdtfExpression, formatEdtf, parseEdtf } from './edtf/edtf.ts';
import { interpretEdtf } from './edtf/expression.ts';
import { baseOfReference, type TimeReference } from './phrase/ground.ts';
import { momentOfWhole, readPhrase } from './phrase/read.ts';
import { parsePlain, refuseIncomplete } from './plain.ts';
import { Refusal } from './refusal.ts';
import { isZone } from './zone.ts';
import { type Note, note } from './note.ts';
import { distinctFacts } from '../model/fact.ts';

export { interpretEdtf, type Interpretation } from './edtf/expression.ts';

/**
 * Reads when something happened: EDTF (see `edtf.ts` for how much of it), or a date as people write it.
 * `zone` is the tz name in which local times are read, unless the text names its own offset or zone.
 * `phrase` keeps the text; `edtf` is its normal form, which gives the same bounds again in the moment's `zone`.
 * What is refused is said in `language`. Dates in words, English and Chinese, are read by the rules in `phrase/`; `reference` is what
 * relative words and missing years are counted from. Nothing is guessed: day and month that could be swapped, a missing year, a local time
 * that the zone skipped and the like throw `moment.invalid`, with a sentence that says or asks what is wrong.
 */
export function interpretMoment(text: string, zone: string, language: Language = 'en', reference?: TimeReference): Moment {
  try {
    if (!isZone(zone)) throw new Refusal('zoneUnknown', { zone });
    return interpretExact(text, zone);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    try {
      const worded = interpretWords(text, zone, problem, reference);
      if (worded) return worded;
    } catch (other) {
      if (other instanceof Refusal) throw other.toFailure(text.trim(), language);
      throw other;
    }
    throw problem.toFailure(text.trim(), language);
  }
}

/** What words can still answer when figures did not: everything that is no plain date, and with a reference a date that lacks its year or day. */
function interpretWords(text: string, zone: string, { problem }: Refusal, reference: TimeReference | undefined): Moment | null {
  if (problem !== 'unknown' && !(reference && (problem === 'yearMissing' || problem === 'dateMissing'))) return null;
  const phrase = readPhrase(text);
  if (!phrase) return null;
  const base = reference ? baseOfReference(reference, zone) : null;
  return momentOfWhole(phrase, { zone, reference: base, story: base, dayOrder: null }, text.trim());
}

function interpretExact(text: string, zone: string): Moment {
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
    basis: distinctFacts([...notes, ...read.notes]),
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
