import type { Language } from '../../model/language.ts';
import type { Instant } from '../../model/identifier.ts';
import type { ClockModel, ClockPiece } from './clock.ts';
import type { CorrectedBounds } from './clock-correct.ts';
import { type ClockFit, offsetAtTrue, offsetOfReading, type OffsetRange } from './clock-fit.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../wall.ts';
import { type Note, note, type TimeWord, timeWord, wallDate, wallDateTime } from '../words.ts';
import { wallAt } from '../zone.ts';

/** More than this in a day makes a reader ask whether the clock was set in between. */
const MUCH_A_DAY = MINUTE;

/**
 * What is known of a clock, a sentence at a time, the first one saying how far off it is; dates in `zone`. Two pieces are told apart
 * by when its setting was changed. The bounds are those that `correctBounds` uses.
 */
export function describeClock(model: ClockModel, zone: string): readonly Note[] {
  const [first, second] = model.pieces;
  if (!first || !second) return model.pieces.flatMap((piece) => describePiece(piece, zone));
  const side = (word: TimeWord, piece: ClockPiece, changedAt: Instant): readonly Note[] => {
    const [head, ...rest] = describePiece(piece, zone);
    const date = (language: Language): string => wallDateTime(wallAt(changedAt, zone), language, 'short');
    return [note(word, (language) => ({ date: date(language), text: head?.(language) ?? '' })), ...rest];
  };
  return [...side('clock.beforeChange', first, first.until as Instant), ...side('clock.sinceChange', second, second.from as Instant)];
}

/** "7 min 12 s fast (± 2 s)", "between 3 s slow and 5 s fast", "offset unknown" for null; never narrower than the range. */
export function describeOffset(range: OffsetRange | null): Note {
  if (!range) return note('clock.offset.unknown');
  const half = (range.most - range.least) / 2;
  const step = half < SECOND ? SECOND / 10 : SECOND;
  const centre = Math.round((range.least + range.most) / 2 / step) * step;
  const reach = Math.max(range.most - centre, centre - range.least);
  return note(centre === 0 ? 'clock.offset.right' : centre > 0 ? 'clock.offset.fast' : 'clock.offset.slow', (language) => ({
    amount: exactDuration(Math.abs(centre), language),
    reach: exactDuration(roundUp(reach), language),
  }));
}

/** What has to be said of one corrected time, apart from its bounds; empty where there is nothing to add. */
export function describeCorrection({ pieces, neverShown, earliest, latest }: CorrectedBounds): readonly Note[] {
  const notes: Note[] = [];
  if (neverShown) notes.push(note('clock.neverShown'));
  else if (pieces.length > 1) notes.push(note('clock.eitherSide'));
  if (earliest === null && latest === null && pieces.some(({ knowledge }) => knowledge === 'unknown')) notes.push(note('clock.noBounds'));
  return notes;
}

/** A length of time in all its units, to the millisecond: "1 d 2 h 7 min 12.5 s". Nothing is cut off, as it is in `formatDuration`. */
export function exactDuration(milliseconds: number, language: Language): string {
  const size = Math.round(Math.abs(milliseconds));
  const figures = [
    ['day', Math.floor(size / DAY)],
    ['hour', Math.floor((size % DAY) / HOUR)],
    ['minute', Math.floor((size % HOUR) / MINUTE)],
    ['second', (size % MINUTE) / SECOND],
  ] as const;
  return figures
    .filter(([unit, count]) => count > 0 || (unit === 'second' && size === 0))
    .map(([unit, count]) => timeWord(language, `duration.${unit}`, { count }))
    .reduce((first, second) => timeWord(language, 'duration.two', { first, second }));
}

function describePiece(piece: ClockPiece, zone: string): readonly Note[] {
  const { fit, readings, limit } = piece;
  if (limit !== null) return [note('clock.limited', (language) => ({ amount: exactDuration(limit, language) }))];
  if (!fit) return [note(piece.disagreement === 'rate' ? 'clock.impossibleRate' : 'clock.unknown')];
  const first = fit.rate === null ? offsetRead(piece, fit, zone) : driftRead(piece, fit, fit.rate, zone);
  const notes = [first];
  if (fit.rate === null) notes.push(note(readings.length === 1 ? 'clock.oneReading' : 'clock.noRate'));
  else notes.push(note('clock.grows'));
  if (fit.allowance > 0) notes.push(note('clock.allowance', (language) => ({ amount: exactDuration(fit.allowance * DAY, language) })));
  else if (fit.rate === null) notes.push(note('clock.noAllowance'));
  if (piece.disagreement === 'readings') notes.push(note('clock.contradicted'));
  else if (Math.abs(fit.rate ?? 0) * DAY > MUCH_A_DAY) notes.push(note('clock.muchADay'));
  return notes;
}

function offsetRead(piece: ClockPiece, fit: ClockFit, zone: string): Note {
  const { readings } = piece;
  const [only] = readings;
  const rough = readings.length === 1 && only !== undefined && only.resolution > SECOND;
  const range = rough ? offsetOfReading(only) : offsetAtTrue(fit, latestReading(piece));
  const offset = rough ? describeRange(range) : describeOffset(range);
  return note(readings.length === 1 ? 'clock.readOnce' : 'clock.readMore', (language) => ({
    offset: offset(language),
    count: readings.length,
    date: span(piece, zone, language),
    reference: references(piece, language),
  }));
}

function driftRead(piece: ClockPiece, fit: ClockFit, rate: number, zone: string): Note {
  const latest = latestReading(piece);
  const [perDay, reach] = [Math.round((rate * DAY) / 100) * 100, roundUp((fit.rateReach + fit.allowance) * DAY)];
  const word = perDay === 0 ? 'clock.keepsRate' : perDay > 0 ? 'clock.gains' : 'clock.loses';
  return note('clock.drift', (language) => ({
    offset: describeOffset(offsetAtTrue(fit, latest))(language),
    at: wallDate(wallAt(latest, zone), language, 'short'),
    rate: timeWord(language, word, { amount: exactDuration(perDay, language), reach: exactDuration(reach, language) }),
    count: piece.readings.length,
    date: span(piece, zone, language),
    reference: references(piece, language),
  }));
}

/** Of a clock that showed only minutes: it stood anywhere within the minute, so no middle is named. */
function describeRange({ least, most }: OffsetRange): Note {
  const end = (offset: number, language: Language): string =>
    timeWord(language, offset < 0 ? 'clock.slowBy' : 'clock.fastBy', { amount: exactDuration(offset, language) });
  return note('clock.offset.between', (language) => ({ least: end(least, language), most: end(most, language) }));
}

function latestReading({ readings }: ClockPiece): Instant {
  return Math.max(...readings.map(({ reference }) => reference));
}

function span({ readings }: ClockPiece, zone: string, language: Language): string {
  const instants = readings.map(({ reference }) => reference);
  const [from, to] = [Math.min(...instants), Math.max(...instants)].map((instant) => wallDate(wallAt(instant, zone), language, 'short'));
  return from === to
    ? timeWord(language, 'clock.on', { date: from ?? '' })
    : timeWord(language, 'clock.fromTo', { from: from ?? '', to: to ?? '' });
}

function references({ readings }: ClockPiece, language: Language): string {
  const names = [...new Set(readings.map(({ referenceName }) => referenceName))];
  return names.reduce((first, second) => timeWord(language, 'clock.list', { first, second }));
}

/** To the tenth of a second, or to the second where it is minutes; never down: a bound is not told tighter than it is. */
function roundUp(milliseconds: number): number {
  const step = milliseconds > MINUTE ? SECOND : SECOND / 10;
  return Math.ceil(milliseconds / step - 1e-6) * step;
}
