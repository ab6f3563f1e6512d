import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinWords, trimQuote } from '../../../../../renderer/features/evidence/cite-target.ts';
import { describePlace, isPlace } from '../../../../../renderer/parts/exhibit/place-words.ts';
import { words } from '../../../../../shared/locales/words.ts';
import { formatOffset } from '../../../../../shared/model/place.ts';
import { custodyAct } from '../../../../../shared/model/ledger.ts';
import { fillSentence } from '../../../../../shared/result.ts';

const say = (name: string, values = {}) => fillSentence(words.en[name as keyof typeof words.en], values);

describe('what is cited', () => {
  it('joins words with a space, and Han characters without', () => {
    expect(joinWords(['I', 'went', 'home'])).toBe('I went home');
    expect(joinWords(['我', '当时', '在场', '。'])).toBe('我当时在场。');
    expect(joinWords(['经理', 'Gao', '说'])).toBe('经理 Gao 说');
  });

  it('cuts a quotation at what a citation may hold', () => {
    expect(trimQuote('a'.repeat(5000))).toHaveLength(2000);
    expect(trimQuote('  two\n lines ')).toBe('two lines');
  });

  it('says every kind of place in words, and shows a place it cannot read as it is written', () => {
    expect(describePlace('', say)).toBe('whole exhibit');
    expect(describePlace('page=3', say)).toBe('page 3');
    expect(describePlace('page=3&xywh=0.1,0.2,0.3,0.4', say)).toBe('page 3, marked region');
    expect(describePlace('line=118', say)).toBe('line 118');
    expect(describePlace('t=12.5', say)).toBe('at 0:12.50');
    expect(describePlace('t=12.5,3725.04', say)).toBe('0:12.50 to 1:02:05.04');
    expect(describePlace('somewhere', say)).toBe('somewhere');
    expect(isPlace('page=0')).toBe(false);
    expect(formatOffset(59.999)).toBe('1:00.00');
  });
});

describe('the acts of the ledger', () => {
  it('has words in both languages for every act the core enters', () => {
    const audited = sources('electron/core').flatMap((source) =>
      [...source.matchAll(/\.audit\(\s*'([\w.-]+)'|replaceHeader\(\s*\w+,\s*\w+,\s*'([\w.-]+)'/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
    expect(audited.length).toBeGreaterThan(15);
    const missing = [...new Set([...audited, ...custodyAct.options])].filter(
      (act) => !(`act.${act}` in words.en) || !(`act.${act}` in words['zh-CN']),
    );
    expect(missing).toEqual([]);
  });
});

function sources(folder: string): readonly string[] {
  const root = new URL('../../../../../', import.meta.url).pathname;
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}
