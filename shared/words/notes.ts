import type { Language } from '../model/language.ts';
import { type Fact, type Facts, VERBATIM } from '../model/fact.ts';
import { everywhere } from '../locales/everywhere.ts';
import { fillSentence } from '../result.ts';
import { inARow } from './in-a-row.ts';

/**
 * What a reader says of an exhibit, in the language of whoever reads it: on screen, in the case file and on the command line. A
 * library's own words are a value of a sentence and stay as they are; so does a name that no catalogue knows.
 */
export function describeNotes(notes: Facts, language: Language): string {
  return inARow(notes.map((one) => say(one, language)));
}

function say({ code, values = {} }: Fact, language: Language): string {
  if (code === VERBATIM && typeof values['text'] === 'string') return values['text'];
  const { findings, failure } = everywhere[language];
  const sentences: Readonly<Record<string, string | undefined>> = { ...failure, ...findings };
  const sentence = sentences[code];
  if (sentence === undefined) return code;
  const said = Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? say(value, language) : value]);
  return fillSentence(sentence, Object.fromEntries(said) as Readonly<Record<string, string | number>>);
}
