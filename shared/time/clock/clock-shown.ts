import type { Language } from '../../model/language.ts';
import type { Instant } from '../../model/identifier.ts';
import type { Moment } from '../../model/moment.ts';
import { FailureError } from '../../result.ts';
import { clockZone, type DaylightSaving, nominalBounds } from './clock-zone.ts';
import { interpretMoment } from '../interpret.ts';
import { type Wall, wallParts } from '../wall.ts';
import { wallAt } from '../zone.ts';

/** How a clock is set, as far as reading it needs to know. */
export interface ClockFace {
  readonly zone: string;
  readonly daylightSaving: DaylightSaving;
}

/** A zone no clock is set to: a text that is not read in it names its own. */
const NO_ZONE = '-17:59';

/**
 * What a clock with these settings showed, not corrected. Where its daylight-saving setting is not known, the bounds hold for both;
 * `edtf` keeps the figures themselves. Throws moment.invalid, also where a clock that follows daylight-saving time skips the time.
 */
export function readShown(text: string, { zone, daylightSaving }: ClockFace, language: Language): Moment {
  const face = interpretMoment(text, NO_ZONE, language);
  if (face.zone !== NO_ZONE) return face;
  const [from, to] = wallsOf(face);
  const standard = standardZone(zone, from ?? to ?? 0);
  if (standard === zone || daylightSaving === 'on') return interpretMoment(text, zone, language);
  if (from === null || to === null) return interpretMoment(text, daylightSaving === 'off' ? standard : zone, language);
  const { bounds, notes } = nominalBounds(from, to, zone, daylightSaving);
  const read = daylightSaving === 'off' ? interpretMoment(text, standard, language) : interpretEither(text, zone, standard, language);
  const explained = { ...read, basis: [...read.basis, ...notes] };
  const same = !bounds || (bounds.earliest === read.earliest && bounds.latest === read.latest);
  return same ? explained : { ...explained, ...bounds, precision: 'interval' };
}

/** Whether figures of that year may say something else on a clock that follows the zone's daylight-saving time than on one that does not. */
export function knowsDaylightSaving(zone: string, at: Instant): boolean {
  return standardZone(zone, at) !== zone;
}

function wallsOf({ earliest, latest }: Moment): readonly [Wall | null, Wall | null] {
  return [earliest === null ? null : wallAt(earliest, NO_ZONE), latest === null ? null : wallAt(latest, NO_ZONE)];
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

/** Looking at all days of a year takes longer than everything else about a reading. */
const standardZones = new Map<string, string>();

function standardZone(zone: string, wall: Wall): string {
  const { year } = wallParts(wall);
  const key = `${zone} ${year}`;
  const standard = standardZones.get(key) ?? clockZone(zone, 'off', year);
  standardZones.set(key, standard);
  return standard;
}
