import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Sentences that are filled in two steps: the value their caller leaves out is put in once for all of them. */
const FILLED_LATER: Readonly<Record<string, string>> = { 'clock.puts': 'reading', 'clock.within': 'reading' };

function sources(folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8'));
}

/** What every sentence of a language leaves open; a key may stand in several rooms. */
function openPlaces(language: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const text of sources(`shared/locales/${language}`))
    for (const [, quoted, bare, , sentence = ''] of text.matchAll(/^\s+(?:'([^']+)'|(\w+)):\s*(['"`])((?:\\.|(?!\3)[\s\S])*)\3,/gm)) {
      const key = (quoted ?? bare ?? '').replace(/_(one|other)$/, '');
      found.set(key, [...(found.get(key) ?? []), [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)]);
    }
  return found;
}

interface Call {
  readonly key: string;
  readonly given: ReadonlySet<string>;
}

/** Calls that say a sentence with values written out on the spot; a spread may hold anything and is passed by. */
function calls(text: string): readonly Call[] {
  return [...text.matchAll(/\b(?:say|words?|\w+Words?)\(\s*(?:\w+,\s*)?'([\w.-]+)',\s*\{/gi)].flatMap((match) => {
    const body = outermost(text.slice(match.index + match[0].length));
    const names = body.split(',').map((part) => part.trim().split(/[:\s]/)[0] ?? '');
    return body.includes('...') ? [] : [{ key: match[1] ?? '', given: new Set(names) }];
  });
}

/** What stands between the braces that were opened, without what is nested or quoted in it. */
function outermost(rest: string): string {
  let depth = 0;
  let kept = '';
  for (const sign of rest.replaceAll(/'[^'\n]*'/g, '')) {
    if ('})]'.includes(sign)) depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && !'})]'.includes(sign)) kept += sign;
    if ('{(['.includes(sign)) depth += 1;
  }
  return kept;
}

describe('a sentence', () => {
  const all = ['electron', 'renderer', 'shared/time', 'shared/words'].flatMap(sources).flatMap(calls);

  it.each(['en', 'zh-CN'])('is given every value it names, in %s', (language) => {
    const places = openPlaces(language);
    const left = all.filter(({ key, given }) => {
      const forms = places.get(key);
      return forms && !forms.some((names) => names.every((name) => given.has(name) || FILLED_LATER[key] === name));
    });
    expect(left.map(({ key, given }) => `${key} is given ${[...given].join(', ')}`)).toEqual([]);
    // Far below what there is; a pattern that finds nothing proves nothing.
    expect(all.filter(({ key }) => places.has(key)).length).toBeGreaterThan(300);
  });
});
