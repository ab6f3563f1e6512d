import type { Language } from '../../../../shared/model/language.ts';
import { screen } from '../../../../shared/locales/screen.ts';
import type { ClockId, Instant } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError, fillSentence } from '../../../../shared/result.ts';
import {
  clockWindow,
  clockZone,
  describeKnownClockBetween,
  exactDuration,
  formatInstant,
  interpretMoment,
  type KnownClock,
  openClock,
  SECOND,
  type Wall,
  wallAt,
  wallDateTime,
  wallParts,
} from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import { requireClock } from './clock.ts';
import type { Vault } from '../ports/index.ts';

interface WindowWanted {
  readonly clockId: ClockId;
  readonly from: string;
  readonly to: string;
  readonly zone?: string | undefined;
  /** Milliseconds. */
  readonly margin: number;
  readonly language: Language;
}

interface Window {
  readonly true: { readonly from: Instant; readonly to: Instant };
  readonly shown: { readonly from: string; readonly to: string } | null;
  readonly zone: string;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** Throws clock.unknown, moment.invalid and clock.window-backwards. */
export function requestWindow({ read }: Vault, { clockId, from, to, zone, margin, language }: WindowWanted): Window {
  const clock = requireClock(read, clockId);
  const matter = requireCase(read, clock.caseId);
  const known = openClock(clock, matter.zone);
  const trueZone = zone ?? matter.zone;
  const wanted = readWindow(from, to, trueZone, language);
  const face = faceWindow(known, wanted, margin);
  const inLanguage = (language: Language): string => sentenceOf(known, wanted, trueZone, face, margin, language);
  return {
    true: wanted,
    shown: face && { from: writeFace(face.from), to: writeFace(face.to) },
    zone: known.zone,
    sentence: { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN') },
  };
}

/** "until 23:30" ends when it strikes, "until 15 May" with the day; a bare time of day is one of the day the window begins. */
function readWindow(from: string, to: string, zone: string, language: Language): { readonly from: Instant; readonly to: Instant } {
  const start = interpretMoment(from, zone, language);
  const { earliest, latest } = start;
  const reference = earliest === null || latest === null ? undefined : { earliest, latest, zone, name: from };
  const end = interpretMoment(to, zone, language, reference);
  const until = isTimeOfDay(end) ? end.earliest : end.latest;
  if (earliest === null || until === null || until <= earliest) throw new FailureError('clock.window-backwards');
  return { from: earliest, to: until };
}

function isTimeOfDay({ precision }: Moment): boolean {
  return precision === 'second' || precision === 'minute' || precision === 'hour';
}

/** What its face showed at the earliest and at the latest, for each way it may be set; null where that is not known. */
function faceWindow(known: KnownClock, { from, to }: Window['true'], margin: number): { readonly from: Wall; readonly to: Wall } | null {
  const faces = known.ways.map(({ model, daylightSaving }) => {
    const window = clockWindow(model, from, to, margin);
    const wall = (instant: Instant): Wall => {
      const { year } = wallParts(wallAt(instant, known.zone));
      return wallAt(instant, clockZone(known.zone, daylightSaving, year));
    };
    return window && { from: wall(window.from), to: wall(window.to) };
  });
  if (faces.includes(null)) return null;
  const sound = faces.filter((face) => face !== null);
  return {
    from: Math.floor(Math.min(...sound.map((face) => face.from)) / SECOND) * SECOND,
    to: Math.ceil(Math.max(...sound.map((face) => face.to)) / SECOND) * SECOND,
  };
}

function sentenceOf(
  known: KnownClock,
  wanted: Window['true'],
  trueZone: string,
  face: { readonly from: Wall; readonly to: Wall } | null,
  margin: number,
  language: Language,
): string {
  const words = screen[language].clock;
  const truly = (instant: Instant): string => formatInstant(instant, { language, zone: trueZone, zoneShown: false });
  const about = { clock: known.clock.name, trueFrom: truly(wanted.from), trueTo: truly(wanted.to), trueZone };
  if (!face) return fillSentence(words['window.sentence.unknown'], about);
  return fillSentence(words['window.sentence'], {
    ...about,
    from: wallDateTime(face.from, language, 'short'),
    to: wallDateTime(face.to, language, 'short'),
    zone: known.zone,
    basis: describeKnownClockBetween(known, wanted.from, wanted.to, language),
    margin: margin === 0 ? '' : fillSentence(words['window.sentence.margin'], { margin: exactDuration(margin, language) }),
  });
}

/** As EDTF writes it, without a zone: it is what its owner reads off the clock. */
function writeFace(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 19);
}
