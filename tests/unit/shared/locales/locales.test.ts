import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { languageFor, languages } from '../../../../shared/model/language.ts';
import { everywhere } from '../../../../shared/locales/everywhere.ts';
import { print } from '../../../../shared/locales/print.ts';
import { screen } from '../../../../shared/locales/screen.ts';
import { terminal } from '../../../../shared/locales/terminal.ts';
import { time } from '../../../../shared/locales/time.ts';
import { words } from '../../../../shared/locales/words.ts';

const root = new URL('../../../../shared/locales/', import.meta.url);

type Sentences = Readonly<Record<string, string>>;

/** Every catalogue file of a language, whether or not a list names it. */
async function readCatalogues(language: string): Promise<ReadonlyMap<string, Sentences>> {
  const folder = new URL(`${language}/`, root);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts')).sort();
  const found = new Map<string, Sentences>();
  for (const file of files) {
    const module = (await import(new URL(file, folder).href)) as Record<string, Sentences>;
    for (const [name, sentences] of Object.entries(module)) found.set(`${file} ${name}`, sentences);
  }
  return found;
}

const places = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort((left, right) => left.localeCompare(right));

describe('the catalogues', async () => {
  const english = await readCatalogues('en');
  const chinese = await readCatalogues('zh-CN');

  it('have the same files in both languages', () => {
    expect([...chinese.keys()]).toEqual([...english.keys()]);
  });

  it.each([...english.keys()])('%s: Chinese has exactly the keys of English', (name) => {
    expect(Object.keys(chinese.get(name) ?? {}).sort()).toEqual(Object.keys(english.get(name) ?? {}).sort());
  });

  it.each([...english.keys()])('%s: every sentence is filled in and names the same values in both languages', (name) => {
    const translations = chinese.get(name) ?? {};
    for (const [key, sentence] of Object.entries(english.get(name) ?? {})) {
      if (typeof sentence !== 'string') continue;
      const translation = translations[key] ?? '';
      expect(translation.trim(), key).not.toBe('');
      // An English "one" may spell the number out; the Chinese sentence always carries it.
      if (!key.endsWith('_one')) expect(places(translation), key).toEqual(places(sentence));
    }
  });

  it('pair every counted sentence', () => {
    for (const [file, sentences] of english) {
      for (const key of Object.keys(sentences)) {
        if (key.endsWith('_one')) expect(sentences, file).toHaveProperty([key.replace(/_one$/, '_other')]);
      }
    }
  });

  it.each(languages)('%s: are all reachable through the doors, and no room takes the name of another room’s sentence', (language) => {
    const rooms = [...(language === 'en' ? english : chinese)].filter(([file]) => !file.startsWith('words.ts'));
    const reachable = [
      ...Object.values<Sentences>(screen[language]),
      ...Object.values<Sentences>(everywhere[language]),
      ...[print, terminal, time].map((door): Sentences => door[language]),
    ];
    const count = (all: readonly Sentences[]): number =>
      all.reduce((sum, sentences) => sum + Object.keys(sentences).filter((name) => !(name in words[language])).length, 0);
    expect(count(reachable)).toBe(rooms.reduce((sum, [, sentences]) => sum + Object.keys(sentences).length, 0));
  });

  it('are chosen by the system language', () => {
    expect([languageFor('zh-Hans-CN'), languageFor('zh'), languageFor('en-GB'), languageFor('de')]).toEqual(['zh-CN', 'zh-CN', 'en', 'en']);
  });
});
