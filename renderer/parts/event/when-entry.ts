import type { RelativeTo } from '../../../shared/contract/event.ts';
import type { ExhibitDate } from '../../../shared/contract/exhibit.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { type Failure, FailureError } from '../../../shared/result.ts';
import { findMoments, isFigureOf, readTyped, referenceTo, type TimeReference, type TypedMoment } from '../../../shared/time/index.ts';
import { wordsOf } from './event-draft.ts';

/** A moment while it is being entered. */
export interface WhenEntry {
  readonly text: string;
  readonly zone: string;
  /** In EDTF, which of several readings of the text is meant; empty while none was chosen. */
  readonly reading: string;
  /** What relative words are counted from, once somebody chose; until then the first cited exhibit that has a date. */
  readonly from: CountedFrom | null;
}

export type CountedFrom = { readonly exhibitId: ExhibitId } | { readonly event: CaseEvent };

/** What an entry stands for so far. */
export interface ReadWhen {
  /** Null for an empty text, and while something must be asked. */
  readonly moment: Moment | null;
  readonly failure: Failure | null;
  /** The readings to choose from, where the text admits several. */
  readonly alternatives: readonly Moment[];
  /** The words are counted from something: it must be named, and can be changed. */
  readonly isRelative: boolean;
}

/** What an entry is read against. */
export interface WhenGround {
  readonly language: Language;
  /** The zone of the case, in which the basis names what was counted from. */
  readonly caseZone: string;
  /** The moment as it is kept: its words, untouched, mean that again. */
  readonly known?: Moment | null;
  /** Exhibits that bear a date of their own: what relative words can be counted from. */
  readonly dated: readonly ExhibitDate[];
  /** The event that is edited: nothing is counted from itself. */
  readonly self?: string | undefined;
  /** What is cited, in order. */
  readonly cited: readonly ExhibitId[];
}

export function newWhen(zone: string, known?: Moment | null): WhenEntry {
  return { text: known ? wordsOf(known) : '', zone: known?.zone ?? zone, reading: '', from: null };
}

const EMPTY: ReadWhen = { moment: null, failure: null, alternatives: [], isRelative: false };
const ASKS_FOR_REFERENCE = new Set(['referenceMissing', 'yearMissing', 'monthMissing', 'dateMissing']);
const YEARS_OFFERED = 3;

/** Reads an entry as the core will: what was understood, what must be asked, and the readings there are. */
export function readWhen(entry: WhenEntry, ground: WhenGround): ReadWhen {
  const { text, zone, reading } = entry;
  const { language, known } = ground;
  if (text.trim() === '') return EMPTY;
  const typed = { when: text.trim(), zone };
  if (known && isUntouched(entry, known)) return { ...EMPTY, moment: known, isRelative: asksForReference(attempt(typed, language)) };
  if (reading !== '') return { ...EMPTY, ...attempt({ when: reading, phrase: text.trim(), zone }, language, undefined, known) };
  const alone = attempt(typed, language);
  if (!asksForReference(alone)) return { ...EMPTY, ...alone, alternatives: alone.failure ? alternativesOf(typed, language) : [] };
  const reference = referenceOf(countedFrom(entry, ground), ground);
  if (!reference)
    return { ...alone, alternatives: reasonOf(alone) === 'yearMissing' ? inRecentYears(typed, language) : [], isRelative: true };
  const counted = attempt(typed, language, reference);
  return { ...counted, alternatives: counted.failure ? alternativesOf(typed, language, reference) : [], isRelative: true };
}

/** What relative words are counted from: as chosen, or else the first cited exhibit that has a date. Null for words left as they were. */
export function countedFrom(entry: WhenEntry, { cited, dated, known }: WhenGround): CountedFrom | null {
  if (entry.from) return entry.from;
  if (known && isUntouched(entry, known)) return null;
  const exhibitId = cited.find((id) => dated.some((one) => one.exhibitId === id && isBounded(one.moment)));
  return exhibitId === undefined ? null : { exhibitId };
}

/** The part of a draft that an entry becomes. */
export function draftOfWhen(
  entry: WhenEntry,
  ground: WhenGround,
): { readonly when: string; readonly phrase: string; readonly zone: string; readonly relativeTo?: RelativeTo } {
  const { text, zone, reading } = entry;
  if (reading !== '') return { when: reading, phrase: text.trim(), zone };
  const from = readWhen(entry, ground).isRelative ? countedFrom(entry, ground) : null;
  const relativeTo = from && ('event' in from ? { eventId: from.event.id } : from);
  return { when: text.trim(), phrase: '', zone, ...(relativeTo ? { relativeTo } : {}) };
}

export function isUntouched({ text, zone, reading, from }: WhenEntry, known: Moment): boolean {
  return from === null && reading === '' && zone === known.zone && isFigureOf(known, text);
}

function referenceOf(from: CountedFrom | null, { dated, caseZone: zone }: WhenGround): TimeReference | null {
  if (!from) return null;
  if ('event' in from) return referenceTo({ by: 'event', event: from.event.title }, from.event.happened, zone);
  const exhibit = dated.find((one) => one.exhibitId === from.exhibitId);
  return exhibit ? referenceTo({ by: exhibit.by, exhibit: exhibit.number }, exhibit.moment, zone) : null;
}

/** Known on both sides: it can be counted from. */
export function isBounded({ earliest, latest }: Moment): boolean {
  return earliest !== null && latest !== null;
}

type Typed = TypedMoment & { readonly zone: string };

function attempt(typed: Typed, language: Language, reference?: TimeReference, known?: Moment | null): Pick<ReadWhen, 'moment' | 'failure'> {
  try {
    return { moment: readTyped(typed, { zone: typed.zone, language, reference, known }), failure: null };
  } catch (caught) {
    if (caught instanceof FailureError) return { moment: null, failure: caught.failure };
    throw caught;
  }
}

function asksForReference(read: Pick<ReadWhen, 'failure'>): boolean {
  return ASKS_FOR_REFERENCE.has(reasonOf(read));
}

function reasonOf({ failure }: Pick<ReadWhen, 'failure'>): string {
  return String(failure?.values['reason'] ?? '');
}

/** The readings of a text that consists of one passage. */
function alternativesOf({ when: text, zone }: Typed, language: Language, reference?: TimeReference): readonly Moment[] {
  const found = findMoments(text, { zone, language, ...(reference ? { reference } : {}) });
  return found.length === 1 ? (found[0]?.alternatives ?? []) : [];
}

/** A day without its year, in the years it is likeliest in, the latest first: offered, never chosen. */
function inRecentYears(typed: Typed, language: Language): readonly Moment[] {
  const now = Date.now();
  const read = Array.from({ length: YEARS_OFFERED + 1 }, (_, back) => {
    const at = Date.UTC(new Date(now).getUTCFullYear() - back, 11, 31, 12);
    const reference = { earliest: at, latest: at + 1, zone: typed.zone, name: '' };
    const { moment } = attempt(typed, language, reference);
    return moment ? [moment] : alternativesOf(typed, language, reference);
  }).flat();
  return read
    .filter(({ edtf, earliest }, index) => (earliest ?? 0) <= now && read.findIndex((one) => one.edtf === edtf) === index)
    .sort((one, other) => (other.earliest ?? 0) - (one.earliest ?? 0))
    .slice(0, YEARS_OFFERED);
}
