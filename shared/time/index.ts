/** Moments: reading them, ordering them, writing them. Pure functions that run anywhere. */
export { formatEdtf, parseEdtf } from './edtf.ts';
export { formatBounds, formatDuration, formatInstant, formatMoment, formatZone, type TimeFormat } from './format.ts';
export { interpretMoment } from './interpret.ts';
export { compareByBounds, compareMoments, type Order } from './order.ts';
export { formatOffset, isZone, offsetAt } from './zone.ts';
