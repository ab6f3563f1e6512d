import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { catalogues, languageFor } from '../../../../shared/locales/index.ts';

const root = new URL('../../../../shared/locales/', import.meta.url);

/** Every catalogue file of a language, whether or not the index names it: a report's sentences count as the screen's do. */
async function readCatalogues(language: string): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const files = (await readdir(new URL(`${language}/`, root))).filter((file) => file.endsWith('.ts')).sort();
  const found = new Map<string, Readonly<Record<string, string>>>();
  for (const file of files) {
    const module = (await import(new URL(`${language}/${file}`, root).href)) as Record<string, unknown>;
    for (const [name, sentences] of Object.entries(module)) {
      if (typeof sentences === 'object' && sentences !== null) found.set(`${file} ${name}`, sentences as Record<string, string>);
    }
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

  it('are all reachable from the index by feature', () => {
    expect(Object.keys(catalogues['zh-CN']).sort()).toEqual(Object.keys(catalogues.en).sort());
  });

  it('are chosen by the system language', () => {
    expect([languageFor('zh-Hans-CN'), languageFor('zh'), languageFor('en-GB'), languageFor('de')]).toEqual(['zh-CN', 'zh-CN', 'en', 'en']);
  });
});
