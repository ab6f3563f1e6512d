import type { Language } from '../locales/index.ts';
import type { SourceClock } from '../model/clock.ts';
import type { Moment, Precision } from '../model/moment.ts';
import { FailureError } from '../result.ts';
import { edtfOfBounds } from './bounds-edtf.ts';
import { clockModel, type ClockModel, type ClockPiece } from './clock.ts';
import { correctBounds, type CorrectedBounds, offsetAtShown } from './clock-correct.ts';
import { describeClock, describeCorrection, describeOffset } from './clock-words.ts';
import { clockZone, nominalBounds } from './clock-zone.ts';
import { interpretMoment } from './interpret.ts';
import { SECOND, wallParts } from './wall.ts';
import { type Note, note } from './words.ts';
import { wallAt } from './zone.ts';

/** A source clock with all that follows from what is known of it, worked out once for however many times it stamped. */
export interface KnownClock {
  readonly clock: SourceClock;
  /** The zone its figures are read in. */
  readonly zone: string;
  /** True while nobody looked which zone it is set to: the case's stands in. */
  readonly zoneAssumed: boolean;
  readonly model: ClockModel;
  /** The first sentence about each piece of the model, which says how far off the clock was, under the clock's name. */
  readonly heads: ReadonlyMap<ClockPiece, Note>;
}

/** What a clock showed, and what that was in true time. */
export interface StampedMoments {
  readonly recorded: Moment;
  readonly happened: Moment;
}

/** Throws moment.invalid where a clock so set never showed what a reading says. Readings that were withdrawn do not count. */
export function openClock(clock: SourceClock, caseZone: string): KnownClock {
  const zone = clock.zone ?? caseZone;
  const { changedAt, driftAllowance, limit } = clock;
  const readings = clock.readings
    .filter(({ withdrawn }) => !withdrawn)
    // As the clock is set by what is known now: its zone may have been looked up after the reading was entered.
    .map(({ shown, resolution, referenceAt, uncertainty, referenceName }) => ({
      shown: readShown(shown, { zone, daylightSaving: clock.daylightSaving }, 'en').earliest as number,
      resolution,
      reference: referenceAt,
      uncertainty,
      referenceName,
    }));
  const model = clockModel({ readings, changedAt, driftAllowance, limit });
  return { clock, zone, zoneAssumed: clock.zone === null, model, heads: headsOf(clock, model, zone) };
}

/** A sentence at a time, the first one saying how far off it is; that its zone is assumed is said at the end. */
export function describeKnownClock({ model, zone, zoneAssumed }: KnownClock, language: Language): readonly string[] {
  const notes = [...describeClock(model, zone), ...(zoneAssumed ? [note('clock.zoneAssumed', { zone })] : [])];
  return notes.map((one) => one(language));
}

/** Reads what a clock showed and corrects it. Throws moment.invalid, also for figures that a clock so set never shows. */
export function stampMoments(known: KnownClock, text: string, language: Language): StampedMoments {
  const recorded = readShown(text, { zone: known.zone, daylightSaving: known.clock.daylightSaving }, language);
  return { recorded, happened: correctMoment(known, recorded, recorded, language) };
}

/**
 * What the clock recorded, in true time by what is known of the clock now. `recorded` itself stays as it is: where the clock's zone
 * or daylight-saving setting became known after it was read, its figures are read anew. `asRead` says that they were not touched since.
 */
export function correctRecorded(known: KnownClock, recorded: Moment, language: Language, asRead = false): Moment {
  const stands = asRead && recorded.zone === known.zone;
  return correctMoment(known, recorded, stands ? recorded : readAgain(known, recorded, language), language);
}

/** A zone no clock is set to: a text that is not read in it names its own. */
const NO_ZONE = '-17:59';

/**
 * What a clock with these settings showed, not corrected. Where its daylight-saving setting is not known, the bounds hold for both;
 * `edtf` keeps the figures themselves. Throws moment.invalid.
 */
export function readShown(
  text: string,
  settings: Pick<SourceClock, 'daylightSaving'> & { readonly zone: string },
  language: Language,
): Moment {
  const { zone, daylightSaving } = settings;
  const face = interpretMoment(text, NO_ZONE, language);
  if (face.zone !== NO_ZONE) return face;
  const [from, to] = [face.earliest, face.latest].map((instant) => (instant === null ? null : wallAt(instant, NO_ZONE)));
  const standard = standardZone(zone, wallParts(from ?? to ?? 0).year);
  if (from === null || from === undefined || to === null || to === undefined)
    return interpretMoment(text, daylightSaving === 'off' ? standard : zone, language);
  if (daylightSaving === 'on' || standard === zone) return interpretMoment(text, zone, language);
  const { bounds, notes } = nominalBounds(from, to, zone, daylightSaving);
  if (daylightSaving === 'off') return withNotes(interpretMoment(text, standard, language), notes, language);
  const read = interpretEither(text, zone, standard, language);
  const wider = bounds?.earliest !== read.earliest || bounds?.latest !== read.latest;
  return { ...withNotes(read, notes, language), ...(wider ? { ...bounds, precision: 'interval' } : {}) } as Moment;
}

/** Looking at all days of a year takes longer than everything else about a reading. */
const standardZones = new Map<string, string>();

function standardZone(zone: string, year: number): string {
  const key = `${zone} ${year}`;
  const standard = standardZones.get(key) ?? clockZone(zone, 'off', year);
  standardZones.set(key, standard);
  return standard;
}

function interpretEither(text: string, zone: string, standard: string, language: Language): Moment {
  try {
    return interpretMoment(text, zone, language);
  } catch (problem) {
    // In the hour that daylight-saving time skips, only a clock that does not follow it shows anything.
    if (problem instanceof FailureError && problem.failure.values['reason'] === 'gap') return interpretMoment(text, standard, language);
    throw problem;
  }
}

function readAgain(known: KnownClock, recorded: Moment, language: Language): Moment {
  const settings = { zone: known.zone, daylightSaving: known.clock.daylightSaving };
  return { ...readShown(figuresOf(recorded), settings, language), phrase: recorded.phrase };
}

/** What the clock showed, to be read again: its words, or their normal form where only whoever imported them could read those. */
function figuresOf({ phrase, edtf }: Moment): string {
  if (phrase === edtf) return phrase;
  try {
    return interpretMoment(phrase, NO_ZONE).edtf === edtf ? phrase : edtf;
  } catch (problem) {
    if (problem instanceof FailureError) return edtf;
    throw problem;
  }
}

function correctMoment(known: KnownClock, recorded: Moment, shown: Moment, language: Language): Moment {
  const corrected = correctBounds(known.model, shown);
  const { earliest, latest } = corrected;
  const edtf = edtfOfBounds(earliest, latest, shown.zone);
  return {
    earliest,
    latest,
    edtf,
    phrase: recorded.phrase,
    zone: shown.zone,
    precision: precisionOf(edtf, earliest, latest),
    approximate: recorded.approximate,
    uncertain: recorded.uncertain,
    basis: basisOf(known, shown, corrected, language),
  };
}

function basisOf(known: KnownClock, shown: Moment, corrected: CorrectedBounds, language: Language): string {
  const { model, zone, heads } = known;
  const notes = corrected.pieces.flatMap((piece) => [
    heads.get(piece) as Note,
    ...(piece.disagreement === 'readings' ? [note('clock.contradicted')] : []),
  ]);
  const here = corrected.pieces.some(({ knowledge }) => knowledge === 'drift') && shown.earliest !== null ? shown.earliest : null;
  const then = here === null ? [] : [note('clock.offsetThen', (one) => ({ offset: describeOffset(offsetAtShown(model, here))(one) }))];
  const lasted = shown.edtf.includes('/') ? [note('clock.lasted')] : [];
  const assumed = known.zoneAssumed ? [note('clock.zoneAssumed', { zone })] : [];
  return [shown.basis, ...[...notes, ...then, ...describeCorrection(corrected), ...lasted, ...assumed].map((one) => one(language))]
    .filter(Boolean)
    .join(' ');
}

function headsOf({ name }: SourceClock, model: ClockModel, zone: string): ReadonlyMap<ClockPiece, Note> {
  const notes = describeClock(model, zone);
  const [first, second] = model.pieces;
  const after = first && second ? describeClock({ pieces: [first] }, zone).length : 0;
  return new Map(
    model.pieces.map((piece) => {
      const head = notes[piece === first ? 0 : after] as Note;
      const text = remembered(head);
      return [piece, note('clock.named', (language) => ({ name, text: text(language) }))];
    }),
  );
}

function remembered(sentence: Note): Note {
  const said = new Map<Language, string>();
  return (language) => {
    const text = said.get(language) ?? sentence(language);
    said.set(language, text);
    return text;
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

function withNotes(moment: Moment, notes: readonly Note[], language: Language): Moment {
  return { ...moment, basis: [moment.basis, ...notes.map((one) => one(language))].filter(Boolean).join(' ') };
}
