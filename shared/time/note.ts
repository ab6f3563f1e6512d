import type { Language } from '../model/language.ts';
import { type Fact, type FactValue, VERBATIM } from '../model/fact.ts';
import { exactDuration } from './exact-duration.ts';
import { DAY, type Wall } from './wall.ts';
import { isTimeWord, type TimeStyle, type TimeWord, timeWord, wallDate, wallDateTime, wallMonth } from './words.ts';

/** A sentence about how bounds were reached, or a part of one: in no language yet. */
export type Note = Fact;

export type NoteValues = Readonly<Record<string, FactValue>>;

/** How a fact that is no sentence of the catalogue is written. */
export type Writers = Readonly<Record<string, (values: NoteValues, language: Language) => string>>;

export function note(word: TimeWord, values?: NoteValues): Note {
  return values ? { code: word, values } : { code: word };
}

/** A day of the wall's calendar, as `wallDate` writes it. */
export function dateNote(wall: Wall): Note {
  return { code: 'written.date', values: { wall: Math.floor(wall / DAY) * DAY } };
}

/** A day with its time, as `wallDateTime` writes it. */
export function dateTimeNote(wall: Wall): Note {
  return { code: 'written.date-time', values: { wall } };
}

/** A month of the wall's calendar, as `wallMonth` writes it. */
export function monthNote(wall: Wall, style: TimeStyle): Note {
  return { code: 'written.month', values: { wall, style } };
}

/** A length of time, as `exactDuration` writes it. */
export function durationNote(milliseconds: number): Note {
  return { code: 'written.duration', values: { milliseconds } };
}

const WRITERS: Writers = {
  [VERBATIM]: ({ text }) => textOf(text),
  'written.date': ({ wall }, language) => wallDate(Number(wall), language, 'short'),
  'written.date-time': ({ wall }, language) => wallDateTime(Number(wall), language, 'short'),
  'written.month': ({ wall, style }, language) => wallMonth(Number(wall), language, style === 'full' ? 'full' : 'short'),
  'written.duration': ({ milliseconds }, language) => exactDuration(Number(milliseconds), language),
};

/** A value that stands for itself. */
export function textOf(value: FactValue | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** A fact in words. A name that no catalogue knows stands for itself: nothing that was stored is hidden. */
export function sayNote({ code, values = {} }: Fact, language: Language, writers: Writers = WRITERS): string {
  const write = WRITERS[code] ?? writers[code];
  if (write) return write(values, language);
  return isTimeWord(code) ? timeWord(language, code, sayValues(values, language, writers)) : code;
}

/** The values of a sentence in words. */
export function sayValues(values: NoteValues, language: Language, writers: Writers = WRITERS): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? sayNote(value, language, writers) : value]),
  );
}
