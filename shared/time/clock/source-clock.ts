import type { Language } from '../../model/language.ts';
import type { SourceClock } from '../../model/clock.ts';
import type { Facts } from '../../model/fact.ts';
import type { Instant } from '../../model/identifier.ts';
import type { Moment, Precision } from '../../model/moment.ts';
import { FailureError } from '../../result.ts';
import { edtfOfBounds } from '../edtf/bounds-edtf.ts';
import { clockModel, type ClockModel, type ClockPiece } from './clock.ts';
import type { ClockReading } from './clock-fit.ts';
import { correctBounds, type CorrectedBounds } from './clock-correct.ts';
import { describeClock, describeCorrection, describeOffset } from './clock-words.ts';
import { type ClockFace, knowsDaylightSaving, readShown } from './clock-shown.ts';
import { interpretMoment } from '../interpret.ts';
import { SECOND } from '../wall.ts';
import { type Note, note, sayNote } from '../note.ts';

/** A source clock with all that follows from what is known of it, worked out once for however many times it stamped. */
export interface KnownClock {
  readonly clock: SourceClock;
  /** The zone its figures are read in. */
  readonly zone: string;
  /** True while nobody looked which zone it is set to: the case's stands in. */
  readonly zoneAssumed: boolean;
  /** One; or two while nobody knows whether it follows daylight-saving time, and what it stamped is bounded by both. */
  readonly ways: readonly [ClockWay, ...ClockWay[]];
}

/** How a clock went, if it is set in a way. */
export interface ClockWay {
  readonly daylightSaving: 'on' | 'off';
  readonly model: ClockModel;
}

/** What a clock showed, and what that was in true time. */
export interface StampedMoments {
  readonly recorded: Moment;
  readonly happened: Moment;
}

/** Throws moment.invalid where a clock so set never showed what a reading says, and clock.reading-twice where it did twice. Readings that were withdrawn do not count. */
export function openClock(clock: SourceClock, caseZone: string): KnownClock {
  const zone = clock.zone ?? caseZone;
  const bare = { clock, zone, zoneAssumed: clock.zone === null };
  const { daylightSaving } = clock;
  if (daylightSaving !== 'unknown') return { ...bare, ways: [openWay(clock, zone, daylightSaving)] };
  const [on, off] = (['on', 'off'] as const).map((setting) => openPossibleWay(clock, zone, setting));
  if (!on || !off) return { ...bare, ways: [on ?? off ?? openWay(clock, zone, 'on')] };
  const same = readingsOf(on.model).every(({ shown }, index) => shown === readingsOf(off.model)[index]?.shown);
  return { ...bare, ways: same ? [on, { daylightSaving: 'off', model: on.model }] : [on, off] };
}

/** A sentence at a time, the first one saying how far off it is. */
export function describeKnownClock({ ways, zone, zoneAssumed }: KnownClock, language: Language): readonly string[] {
  const [first, second] = ways;
  const notes = [
    ...describeClock(first.model, zone),
    ...(second && second.model !== first.model ? [note('clock.daylightEither', { zone })] : []),
    ...(zoneAssumed ? [note('clock.zoneAssumed', { zone })] : []),
  ];
  return notes.map((one) => sayNote(one, language));
}

/** How far off the clock was in [from, to), a sentence for each side of a change of its setting that lies in it. */
export function describeKnownClockBetween({ ways: [{ model }], zone }: KnownClock, from: Instant, to: Instant, language: Language): string {
  return model.pieces
    .filter((piece) => (piece.until === null || from < piece.until) && (piece.from === null || piece.from < to))
    .map((piece) => sayNote(sentenceOf(model, piece, zone), language))
    .join(' ');
}

/** Reads what a clock showed and corrects it. Throws moment.invalid, also for figures that a clock so set never shows. */
export function stampMoments(known: KnownClock, text: string, language: Language): StampedMoments {
  const recorded = readShown(text, { zone: known.zone, daylightSaving: known.clock.daylightSaving }, language);
  return { recorded, happened: correctMoment(known, recorded, language, recorded) };
}

/**
 * What the clock recorded, in true time by what is known of the clock now. `recorded` itself stays as it is: where the clock's zone
 * or daylight-saving setting became known after it was read, its figures are read anew. `asRead` says that neither changed since.
 */
export function correctRecorded(known: KnownClock, recorded: Moment, language: Language, asRead = false): Moment {
  return correctMoment(known, recorded, language, asRead && recorded.zone === known.zone ? recorded : null);
}

/** How far off the clock was when it showed what it recorded, in words. */
export function describeOffsetThen(known: KnownClock, recorded: Moment, language: Language): string {
  const shown = waysOf(known, figuresOf(recorded), language, null);
  const nominal = shown[0]?.shown.earliest ?? null;
  if (nominal === null) return sayNote(describeOffset(null), language);
  const truths = shown.map(({ way, shown: { earliest } }) => {
    const at = earliest ?? nominal;
    return correctBounds(way.model, { earliest: at, latest: at + 1 });
  });
  const { earliest, latest } = enclose(truths);
  const range = earliest === null || latest === null ? null : { least: nominal + 1 - latest, most: nominal - earliest };
  return sayNote(describeOffset(range), language);
}

function openWay(clock: SourceClock, zone: string, daylightSaving: 'on' | 'off'): ClockWay {
  const { changedAt, driftAllowance, limit } = clock;
  const readings = clock.readings
    .filter(({ withdrawn }) => !withdrawn)
    // As the clock is set by what is known now: its zone may have been looked up after the reading was entered.
    .map(({ shown, resolution, referenceAt, uncertainty, referenceName }) => ({
      shown: readOnce(shown, { zone, daylightSaving }, resolution),
      resolution,
      reference: referenceAt,
      uncertainty,
      referenceName,
    }));
  return { daylightSaving, model: clockModel({ readings, changedAt, driftAllowance, limit }) };
}

/** Figures that a clock so set shows twice tell nothing about how far off it was. */
function readOnce(shown: string, face: ClockFace, resolution: number): Instant {
  const { earliest, latest } = readShown(shown, face, 'en');
  if (earliest === null || latest === null || latest - earliest > resolution)
    throw new FailureError('clock.reading-twice', { text: shown, zone: face.zone });
  return earliest;
}

/** Null where a clock so set never showed what a reading says: then it is not so set. */
function openPossibleWay(clock: SourceClock, zone: string, daylightSaving: 'on' | 'off'): ClockWay | null {
  try {
    return openWay(clock, zone, daylightSaving);
  } catch (problem) {
    if (isGap(problem)) return null;
    throw problem;
  }
}

function readingsOf(model: ClockModel): readonly ClockReading[] {
  return model.pieces.flatMap(({ readings }) => readings);
}

interface ShownWay {
  readonly way: ClockWay;
  readonly shown: Moment;
}

/** What figures say for each way the clock may be set; only one where it makes no difference. `read` is what they were read as. */
function waysOf({ zone, ways }: KnownClock, figures: string, language: Language, read: Moment | null): readonly ShownWay[] {
  const [first, second] = ways;
  if (!second) return [{ way: first, shown: read ?? readShown(figures, { zone, daylightSaving: first.daylightSaving }, language) }];
  if (second.model === first.model) {
    const shown = read ?? readShown(figures, { zone, daylightSaving: 'unknown' }, language);
    if (!knowsDaylightSaving(zone, shown.earliest ?? shown.latest ?? 0)) return [{ way: first, shown }];
  }
  return ways.flatMap((way) => {
    try {
      return [{ way, shown: readShown(figures, { zone, daylightSaving: way.daylightSaving }, language) }];
    } catch (problem) {
      // In the hour that daylight-saving time skips, only a clock that does not follow it shows anything.
      if (isGap(problem)) return [];
      throw problem;
    }
  });
}

/** What the clock showed, to be read again: its words, or their normal form where only whoever imported them could read those. */
function figuresOf({ phrase, edtf }: Moment): string {
  if (phrase === edtf) return phrase;
  try {
    return interpretMoment(phrase, 'UTC').edtf === edtf ? phrase : edtf;
  } catch (problem) {
    if (problem instanceof FailureError) return edtf;
    throw problem;
  }
}

function correctMoment(known: KnownClock, recorded: Moment, language: Language, read: Moment | null): Moment {
  const shown = waysOf(known, read ? read.edtf : figuresOf(recorded), language, read);
  const [first] = shown;
  if (!first)
    throw new FailureError('moment.invalid', {
      text: recorded.phrase,
      problem: recorded.basis.map((one) => sayNote(one, language)).join(' '),
      reason: 'gap',
    });
  const corrected = shown.map((one) => correctBounds(one.way.model, one.shown));
  const { earliest, latest } = enclose(corrected);
  const { zone } = first.shown;
  const edtf = edtfOfBounds(earliest, latest, zone);
  return {
    earliest,
    latest,
    edtf,
    phrase: recorded.phrase,
    zone,
    precision: precisionOf(edtf, earliest, latest),
    approximate: recorded.approximate,
    uncertain: recorded.uncertain,
    basis: basisOf(known, first, corrected),
  };
}

function basisOf(known: KnownClock, { way, shown }: ShownWay, corrected: readonly CorrectedBounds[]): Facts {
  const [first, second] = corrected as readonly [CorrectedBounds, CorrectedBounds?];
  const drifts = first.pieces.some(({ knowledge }) => knowledge === 'drift');
  const at = shown.earliest;
  const then = drifts && at !== null ? correctBounds(way.model, { earliest: at, latest: at + 1 }) : null;
  const either = second && (second.earliest !== first.earliest || second.latest !== first.latest);
  return [
    ...shown.basis,
    ...first.pieces.flatMap((piece) => headOf(known, way.model, piece)),
    ...(then?.earliest != null && then.latest !== null
      ? [offsetThen({ least: (at as number) + 1 - then.latest, most: (at as number) - then.earliest })]
      : []),
    ...describeCorrection(first),
    ...(either ? [note('clock.daylightEither', { zone: known.zone })] : []),
    ...(shown.edtf.includes('/') ? [note('clock.lasted')] : []),
    ...(known.zoneAssumed ? [note('clock.zoneAssumed', { zone: known.zone })] : []),
  ];
}

function offsetThen(range: { readonly least: number; readonly most: number }): Note {
  return note('clock.offsetThen', { offset: describeOffset(range) });
}

/** The sentences about each piece of a model: worked out once for all that the clock stamped. */
const heads = new WeakMap<ClockPiece, Map<string, readonly Note[]>>();

/** The first sentence about a piece of the model, which says how far off the clock was, under its name; and that its readings disagree. */
function headOf({ clock, zone }: KnownClock, model: ClockModel, piece: ClockPiece): readonly Note[] {
  const said = heads.get(piece) ?? new Map<string, readonly Note[]>();
  heads.set(piece, said);
  const key = `${zone} ${clock.name}`;
  let sentences = said.get(key);
  if (!sentences) {
    const disagreement = piece.disagreement === 'readings' ? [note('clock.contradicted')] : [];
    said.set(key, (sentences = [note('clock.named', { name: clock.name, text: sentenceOf(model, piece, zone) }), ...disagreement]));
  }
  return sentences;
}

/** The first sentence about a piece of a model: how far off the clock was then. */
function sentenceOf(model: ClockModel, piece: ClockPiece, zone: string): Note {
  const [first] = model.pieces;
  const before = piece === first || !first ? 0 : describeClock({ pieces: [first] }, zone).length;
  return describeClock(model, zone)[before] as Note;
}

type Bounds = Pick<Moment, 'earliest' | 'latest'>;

function enclose(ranges: readonly Bounds[]): Bounds {
  const starts = ranges.map(({ earliest }) => earliest);
  const ends = ranges.map(({ latest }) => latest);
  return {
    earliest: starts.includes(null) ? null : Math.min(...(starts as number[])),
    latest: ends.includes(null) ? null : Math.max(...(ends as number[])),
  };
}

/** As fine as its text says, and to the second only where the bounds are no wider. */
function precisionOf(edtf: string, earliest: number | null, latest: number | null): Precision {
  if (earliest !== null && latest !== null && latest - earliest <= SECOND) return 'second';
  if (edtf === '' || edtf.startsWith('[')) return 'interval';
  const [date = '', time] = edtf.split('T');
  if (time !== undefined) return /^\d\d:\d\d:/.test(time) ? 'second' : time.includes(':') ? 'minute' : 'hour';
  return date.length > 7 ? 'day' : date.length > 4 ? 'month' : 'year';
}

function isGap(problem: unknown): boolean {
  return problem instanceof FailureError && problem.failure.values['reason'] === 'gap';
}
