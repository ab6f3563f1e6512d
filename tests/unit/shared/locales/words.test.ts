import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { questionKind } from '../../../../shared/contract/question.ts';
import { everywhere } from '../../../../shared/locales/everywhere.ts';
import { print } from '../../../../shared/locales/print.ts';
import { screen } from '../../../../shared/locales/screen.ts';
import { terminal } from '../../../../shared/locales/terminal.ts';
import { words } from '../../../../shared/locales/words.ts';
import { standardOfProof } from '../../../../shared/model/case.ts';
import { stance } from '../../../../shared/model/citation.ts';
import { clockKind, setting } from '../../../../shared/model/clock.ts';
import { eventKind, lane, standing } from '../../../../shared/model/event.ts';
import { exhibitKind, findingsStatus } from '../../../../shared/model/exhibit.ts';
import { languages } from '../../../../shared/model/language.ts';
import { chain, custodyAct } from '../../../../shared/model/ledger.ts';
import { precision } from '../../../../shared/model/moment.ts';
import { party, partyRole } from '../../../../shared/model/party.ts';
import { gateCheck, verdictCheck } from '../../../../shared/model/release.ts';

type Sentences = Readonly<Record<string, string>>;

/** What the model knows by name, and under which name the words say it. */
const named: Readonly<Record<string, readonly string[]>> = {
  role: partyRole.options,
  'party-kind': party.unwrap().shape.kind.options,
  lane: lane.options,
  standing: standing.options,
  'event-kind': eventKind.options,
  precision: precision.options,
  stance: stance.options,
  'exhibit-kind': exhibitKind.options,
  findings: findingsStatus.options,
  'clock-kind': clockKind.options,
  setting: setting.options,
  standard: standardOfProof.options,
  check: gateCheck.unwrap().shape.name.options,
  outcome: [...gateCheck.unwrap().shape.outcome.options, ...verdictCheck.unwrap().shape.outcome.options],
  'verdict-check': verdictCheck.unwrap().shape.name.options,
  chain: chain.options,
  act: custodyAct.options,
  'question-kind': questionKind.options,
  place: ['whole', 'page', 'region', 'paragraph', 'line', 'message', 'row', 'sheet-row', 'frame', 'time', 'span'],
  original: ['matches', 'altered', 'missing', 'differs', 'not-included'],
};

/** Each is a word for two names: the collection is called as its items are. */
const COLLECTIONS = ['word.evidence', 'word.people'];

const root = new URL('../../../../shared/locales/', import.meta.url);
const plain = (text: string): string => text.toLowerCase().replace(/[.:。：]$/, '');
const isWord = (text: string): boolean => !text.includes('{{') && !/[.?!。？！]$/.test(text);

/** What the catalogue files of a language write out themselves, not counting the words and those of time. */
async function written(language: string): Promise<readonly { readonly at: string; readonly text: string }[]> {
  const folder = new URL(`${language}/`, root);
  const files = (await readdir(folder, { recursive: true })).filter((file) => /^(screen|everywhere|print|terminal)\/.*\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(new URL(file, folder), 'utf8');
      return [...source.matchAll(/^ {2}'?([^':]+)'?:\s+'((?:[^'\\]|\\.)*)',$/gm)].map(([, key = '', text = '']) => ({
        at: `${file} ${key}`,
        text,
      }));
    }),
  );
  return found.flat();
}

describe('the words', () => {
  it.each(Object.entries(named))('name every %s of the model in both languages', (group, values) => {
    for (const language of languages) {
      for (const value of values) expect(words[language], `${language} ${group}.${value}`).toHaveProperty([`${group}.${value}`]);
    }
  });

  it('alone name them: no room has words of its own for what the model knows by name', () => {
    const rooms: readonly (readonly [string, Sentences])[] = [
      ...Object.entries<Sentences>(screen.en),
      ...Object.entries<Sentences>(everywhere.en),
      ['print', print.en],
      ['terminal', terminal.en],
    ];
    const others = rooms.flatMap(([room, sentences]) =>
      Object.entries(named).flatMap(([group, values]) => {
        const ending = `.${values[0] ?? ''}`;
        const prefixes = Object.keys(sentences)
          .filter((key) => !(key in words.en) && key.endsWith(ending))
          .map((key) => key.slice(0, -ending.length));
        const ofItsOwn = (prefix: string): boolean =>
          values.every((value) => {
            const text = sentences[`${prefix}.${value}`];
            return text !== undefined && isWord(text) && !Object.values<string>(words.en).includes(text);
          });
        return prefixes.filter(ofItsOwn).map((prefix) => `${room}: ${prefix} (${group})`);
      }),
    );
    expect(others).toEqual([]);
  });

  it.each(languages)('%s: stand nowhere a second time; a room that needs one takes it from them', async (language) => {
    const known = new Map(Object.entries<string>(words[language]).map(([key, text]) => [plain(text), key]));
    const all = await written(language);
    expect(all.length).toBeGreaterThan(900);
    const english = new Map((await written('en')).map(({ at, text }) => [at, text]));
    // In Chinese many words of the language are one: only what is the same in English, too, is the same word.
    const again = all
      .filter(({ text }) => known.has(plain(text)))
      .filter(
        ({ at }) => language === 'en' || Object.values<string>(words.en).some((text) => plain(text) === plain(english.get(at) ?? '')),
      );
    expect(again.map(({ at, text }) => `${at}: ${text} (${known.get(plain(text)) ?? ''})`)).toEqual([]);
  });

  it('say one English word by one Chinese word', () => {
    const chinese = new Map<string, string>();
    for (const [key, text] of Object.entries<string>(words.en)) {
      const said = words['zh-CN'][key as keyof typeof words.en];
      expect(`${text} = ${chinese.get(plain(text)) ?? said}`, key).toBe(`${text} = ${said}`);
      chinese.set(plain(text), said);
    }
  });

  it('call no two nouns of the product the same, in either language, but for a collection and its items', () => {
    for (const language of languages) {
      const nouns = Object.entries<string>(words[language]).filter(([key]) => key.startsWith('word.') && !COLLECTIONS.includes(key));
      expect(new Set(nouns.map(([, text]) => plain(text))).size).toBe(nouns.length);
    }
  });

  it('are those of docs/words.md, and all nouns are explained there', async () => {
    const page = await readFile(new URL('../../../../docs/words.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|/gm)].map(([, key = '', english, chinese]) => [
      `word.${key}`,
      english,
      chinese,
    ]);
    const nouns = Object.entries<string>(words.en).filter(([key]) => key.startsWith('word.'));
    expect(rows).toEqual(nouns.map(([key, english]) => [key, english, words['zh-CN'][key as keyof typeof words.en]]));
  });
});
