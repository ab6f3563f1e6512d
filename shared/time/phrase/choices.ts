import { type Wall, wallParts } from '../wall.ts';
import type { Wording } from './wording.ts';

/** The same wording with its day settled. */
export function onDay(says: Wording, day: Wall): Wording {
  const { part, clock, about, zone } = says;
  const { year, month, day: figure } = wallParts(day);
  return {
    year,
    month,
    day: figure,
    ...(part ? { part } : {}),
    ...(clock ? { clock } : {}),
    ...(about ? { about } : {}),
    ...(zone ? { zone } : {}),
  };
}
