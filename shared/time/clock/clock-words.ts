import { type FactValue, sameFacts } from '../../model/fact.ts';
import type { Instant } from '../../model/identifier.ts';
import type { ClockModel, ClockPiece } from './clock.ts';
import type { CorrectedBounds } from './clock-correct.ts';
import { type ClockFit, offsetAtTrue, offsetOfReading, type OffsetRange } from './clock-fit.ts';
import { DAY, MINUTE, SECOND } from '../wall.ts';
import { wallAt } from '../zone.ts';
import { dateNote, dateTimeNote, durationNote, type Note, note } from '../note.ts';
import type { TimeWord } from '../words.ts';

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
    return [note(word, { date: dateTimeNote(wallAt(changedAt, zone)), text: head ?? '' }), ...rest];
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
  return note(centre === 0 ? 'clock.offset.right' : centre > 0 ? 'clock.offset.fast' : 'clock.offset.slow', {
    amount: durationNote(Math.abs(centre)),
    reach: durationNote(roundUp(reach)),
  });
}

/** What has to be said of one corrected time, apart from its bounds; empty where there is nothing to add. */
export function describeCorrection({ pieces, neverShown, earliest, latest }: CorrectedBounds): readonly Note[] {
  const notes: Note[] = [];
  if (neverShown) notes.push(note('clock.neverShown'));
  else if (pieces.length > 1) notes.push(note('clock.eitherSide'));
  if (earliest === null && latest === null && pieces.some(({ knowledge }) => knowledge === 'unknown')) notes.push(note('clock.noBounds'));
  return notes;
}

function describePiece(piece: ClockPiece, zone: string): readonly Note[] {
  const { fit, readings, limit } = piece;
  if (limit !== null) return [note('clock.limited', { amount: durationNote(limit) })];
  if (!fit) return [note(piece.disagreement === 'rate' ? 'clock.impossibleRate' : 'clock.unknown')];
  const first = fit.rate === null ? offsetRead(piece, fit, zone) : driftRead(piece, fit, fit.rate, zone);
  const notes = [first];
  if (fit.rate === null) notes.push(note(readings.length === 1 ? 'clock.oneReading' : 'clock.noRate'));
  else notes.push(note('clock.grows'));
  if (fit.allowance > 0) notes.push(note('clock.allowance', { amount: durationNote(fit.allowance * DAY) }));
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
  return note(readings.length === 1 ? 'clock.readOnce' : 'clock.readMore', {
    offset,
    count: readings.length,
    date: span(piece, zone),
    reference: references(piece),
  });
}

function driftRead(piece: ClockPiece, fit: ClockFit, rate: number, zone: string): Note {
  const latest = latestReading(piece);
  const [perDay, reach] = [Math.round((rate * DAY) / 100) * 100, roundUp((fit.rateReach + fit.allowance) * DAY)];
  const word = perDay === 0 ? 'clock.keepsRate' : perDay > 0 ? 'clock.gains' : 'clock.loses';
  return note('clock.drift', {
    offset: describeOffset(offsetAtTrue(fit, latest)),
    at: dateNote(wallAt(latest, zone)),
    rate: note(word, { amount: durationNote(perDay), reach: durationNote(reach) }),
    count: piece.readings.length,
    date: span(piece, zone),
    reference: references(piece),
  });
}

/** Of a clock that showed only minutes: it stood anywhere within the minute, so no middle is named. */
function describeRange({ least, most }: OffsetRange): Note {
  const end = (offset: number): Note => note(offset < 0 ? 'clock.slowBy' : 'clock.fastBy', { amount: durationNote(offset) });
  return note('clock.offset.between', { least: end(least), most: end(most) });
}

function latestReading({ readings }: ClockPiece): Instant {
  return Math.max(...readings.map(({ reference }) => reference));
}

function span({ readings }: ClockPiece, zone: string): Note {
  const instants = readings.map(({ reference }) => reference);
  const [from, to] = [dateNote(wallAt(Math.min(...instants), zone)), dateNote(wallAt(Math.max(...instants), zone))];
  return sameFacts([from], [to]) ? note('clock.on', { date: from }) : note('clock.fromTo', { from, to });
}

function references({ readings }: ClockPiece): FactValue {
  const names: readonly FactValue[] = [...new Set(readings.map(({ referenceName }) => referenceName))];
  return names.reduce((first, second) => note('clock.list', { first, second }));
}

/** To the tenth of a second, or to the second where it is minutes; never down: a bound is not told tighter than it is. */
function roundUp(milliseconds: number): number {
  const step = milliseconds > MINUTE ? SECOND : SECOND / 10;
  return Math.ceil(milliseconds / step - 1e-6) * step;
}
