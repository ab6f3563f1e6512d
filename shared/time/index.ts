/** Moments: reading them, ordering them, writing them. Pure functions that run anywhere. */
export { type AxisScale, type AxisUnit, stretchWords, type Tick, timeAxis, type TimeAxis } from './axis.ts';
export { edtfOfBounds } from './edtf/bounds-edtf.ts';
export { type ClockRecord, type ClockKnowledge, clockModel, type ClockModel, type ClockPiece } from './clock/clock.ts';
export {
  type ClockSide,
  clockWindow,
  correctBounds,
  type CorrectedBounds,
  type InstantBounds,
  offsetAtShown,
} from './clock/clock-correct.ts';
export { type OffsetRange, offsetOfReading, type ClockReading } from './clock/clock-fit.ts';
export { describeClock, describeCorrection, describeOffset } from './clock/clock-words.ts';
export { type ClockFace, readShown } from './clock/clock-shown.ts';
export { clockZone, type DaylightSaving, nominalBounds, type NominalBounds } from './clock/clock-zone.ts';
export { formatEdtf, parseEdtf } from './edtf/edtf.ts';
export { formatBounds, formatDuration, formatInstant, formatMoment, formatZone, type InstantDetail, type TimeFormat } from './format.ts';
export { interpretMoment } from './interpret.ts';
export { type FindOptions, findMoments, type FoundMoment } from './phrase/find.ts';
export type { DayOrder, TimeReference } from './phrase/ground.ts';
export { compareByBounds, compareMoments, type Order } from './order/order.ts';
export {
  type BoundKind,
  explainOrder,
  type OrderAnswer,
  type OrderBound,
  type OrderExplanation,
  type Possibility,
  type Settlement,
  type Side,
} from './order/ordering.ts';
export { describeOrder, type MomentNames, type OrderSentences } from './order/ordering-words.ts';
export {
  correctRecorded,
  type ClockWay,
  describeKnownClock,
  describeKnownClockBetween,
  describeOffsetThen,
  type KnownClock,
  openClock,
  type StampedMoments,
  stampMoments,
} from './clock/source-clock.ts';
export { referenceTo, type ReferenceSource } from './reference.ts';
export { inWordsOf, isFigureOf, readTyped, type TypedMoment, wordsChosenFrom } from './typed.ts';
export { formatOffset, isZone, localZone, offsetAt } from './zone.ts';
export { bulkReader, orderOfFigures } from './bulk.ts';
export { offsetWithin } from './clock/clock-correct.ts';
export { exactDuration } from './exact-duration.ts';
export { describeBasis, describeReference } from './basis.ts';
export { note, type Note, sayNote } from './note.ts';
export { type Reach, reachOf } from './order/order.ts';
export { SECOND, type Wall, wallParts } from './wall.ts';
export { type TimeWord, wallDateTime } from './words.ts';
export { wallAt } from './zone.ts';
