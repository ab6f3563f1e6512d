import type { Language } from '../model/language.ts';
import { everywhere } from '../locales/everywhere.ts';
import { fillSentence } from '../result.ts';

interface Known {
  readonly english: RegExp;
  readonly places: readonly string[];
  readonly translation: string;
}

let known: readonly Known[] | undefined;

/**
 * A reader's note in another language. Notes are kept in English, as the custody ledger signed them; sentences of the
 * catalogue are said again in `language`, and whatever is not one of them (a library's own words) stays verbatim.
 */
export function translateNote(note: string, language: Language): string {
  if (language === 'en' || note === '') return note;
  known ??= listKnown();
  const said: string[] = [];
  let rest = note;
  while (rest !== '') {
    const { text, length } = longestMatch(rest, known) ?? nextPiece(rest);
    said.push(text);
    rest = rest.slice(length).trimStart();
  }
  return said.join('');
}

function listKnown(): readonly Known[] {
  const { en, 'zh-CN': chinese } = everywhere;
  const all = [
    ...Object.entries(en.findings).map(([key, sentence]) => [sentence, chinese.findings[key as keyof typeof chinese.findings]] as const),
    ...Object.entries(en.failure)
      .filter(([key]) => /^(reader|object|disk)\./.test(key))
      .map(([key, sentence]) => [sentence, chinese.failure[key as keyof typeof chinese.failure]] as const),
  ];
  return (
    all
      .filter(([sentence]) => sentence.endsWith('.') || sentence.endsWith('}}'))
      .map(([sentence, translation]) => ({ ...pattern(sentence), translation }))
      // Of two that fit equally, the one with fewer open places is meant; the first found is kept.
      .sort((left, right) => left.places.length - right.places.length)
  );
}

function pattern(sentence: string): { readonly english: RegExp; readonly places: readonly string[] } {
  const places: string[] = [];
  const escaped = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    places.push(name);
    return '(.{1,300}?)';
  });
  // A sentence that ends in a value runs to the end of the note.
  return { english: new RegExp(`^${escaped}${sentence.endsWith('}}') ? '$' : '(?= |$)'}`, 'su'), places };
}

function longestMatch(text: string, sentences: readonly Known[]): { readonly text: string; readonly length: number } | undefined {
  let best: { readonly text: string; readonly length: number } | undefined;
  for (const { english, places, translation } of sentences) {
    const match = english.exec(text);
    if (!match || (best && match[0].length <= best.length)) continue;
    const values = Object.fromEntries(places.map((name, index) => [name, match[index + 1] ?? '']));
    best = { text: fillSentence(translation, values), length: match[0].length };
  }
  return best;
}

/** Up to the next sentence border, verbatim. */
function nextPiece(text: string): { readonly text: string; readonly length: number } {
  const end = /\. (?=\p{Lu}|\d)/u.exec(text);
  const length = end ? end.index + 1 : text.length;
  return { text: text.slice(0, length), length };
}
