import type { Language } from '../../../../shared/model/language.ts';
import { type AxisUnit, timeAxis, type TimeAxis } from '../../../../shared/time/index.ts';
import type { View } from './view.ts';

/** Pixels between two ticks by what is written beside them, so that two neighbours never touch; Chinese dates are no wider. */
const ROOM: Readonly<Record<AxisUnit, number>> = {
  second: 68,
  minute: 48,
  hour: 48,
  day: 62,
  month: 44,
  year: 44,
};

export function axisOf({ from, to }: View, width: number, zone: string, language: Language): TimeAxis {
  return timeAxis({ from, to, width }, ROOM, zone, language);
}
