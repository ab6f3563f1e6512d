/** Moments: reading them, ordering them, writing them. Pure functions that run anywhere. */
export { edtfOfBounds } from './bounds-edtf.ts';
export { type ClockAccount, type ClockKnowledge, clockModel, type ClockModel, type ClockPiece, type ClockReading } from './clock.ts';
export {
  type ClockSide,
  clockWindow,
  correctBounds,
  type CorrectedBounds,
  type InstantBounds,
  offsetAtShown,
} from './clock-correct.ts';
export { type OffsetRange, offsetOfReading } from './clock-fit.ts';
export { describeClock, describeCorrection, describeOffset } from './clock-words.ts';
export { type ClockFace, readShown } from './clock-shown.ts';
export { clockZone, type DaylightSaving, nominalBounds, type NominalBounds } from './clock-zone.ts';
export { formatEdtf, parseEdtf } from './edtf.ts';
export { formatBounds, formatDuration, formatInstant, formatMoment, formatZone, type TimeFormat } from './format.ts';
export { interpretMoment } from './interpret.ts';
export { type FindOptions, findMoments, type FoundMoment } from './phrase/find.ts';
export type { DayOrder, TimeReference } from './phrase/ground.ts';
export { compareByBounds, compareMoments, type Order } from './order.ts';
export {
  type BoundKind,
  explainOrder,
  type OrderAnswer,
  type OrderBound,
  type OrderExplanation,
  type Possibility,
  type Settlement,
  type Side,
} from './ordering.ts';
export { describeOrder, type MomentNames, type OrderSentences } from './ordering-words.ts';
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
} from './source-clock.ts';
export { formatOffset, isZone, offsetAt } from './zone.ts';
