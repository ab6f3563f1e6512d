import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { CaseId, ExhibitId } from '../../shared/model/identifier.ts';
import { type Language, languages } from '../../shared/model/language.ts';
import { basisOf } from '../support/basis.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

const CLOCK = 'DVR-7';
let vault: TestVault;
let caseId: CaseId;
/** The same events, entered by somebody who reads English and by somebody who reads Chinese. */
const entered: Record<Language, CaseEvent[]> = { en: [], 'zh-CN': [] };

beforeAll(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'R-1', title: 'R-1', zone: 'Asia/Shanghai' })).id;
  const path = join(vault.temporary, 'memo.txt');
  await writeFile(path, 'memo');
  const { files } = await vault.ask('exhibit.import', { caseId, paths: [path], dated: '2031-05-19' });
  const relativeTo = { exhibitId: files[0]?.exhibitId as ExhibitId };
  for (const language of languages) {
    const { clock } = await vault.ask('clock.add', {
      caseId,
      name: `${CLOCK} ${language}`,
      kind: 'recorder',
      zone: 'Asia/Shanghai',
      language,
    });
    const event = (when: string, fields: object = {}) => vault.ask('event.add', { caseId, title: '#', when, language, ...fields });
    entered[language].push(
      await event('2031-05-14 23:34:07', { clockId: clock.id }),
      await event('about 9 pm on 14 May 2031'),
      await event('上周五晚', { relativeTo }),
      await event('2031-06-05', { phrase: '5/6/2031' }),
    );
    await vault.ask('clock.read', {
      clockId: clock.id,
      shown: '2031-08-03 14:07:12',
      reference: '2031-08-03 14:00:00',
      referenceName: 'NTP',
      uncertainty: 2000,
      language,
    });
  }
});

afterAll(() => vault.dispose());

const bare = (text: string): string => text.replace(/\s+/g, '');

/** The text of the pages, as this very program reads a document. */
async function released(language: Language): Promise<string> {
  const path = join(vault.temporary, `case file ${language}.pdf`);
  await vault.ask('release.caseFile', { caseId, path, language });
  const { id } = await vault.ask('case.create', { reference: `B-${language}`, title: 'B', zone: 'UTC' });
  const { files } = await vault.ask('exhibit.import', { caseId: id, paths: [path] });
  const text = await vault.ask('exhibit.content', { exhibitId: files[0]?.exhibitId as ExhibitId });
  return bare(text?.passages.map((passage) => passage.text).join('') ?? '');
}

describe('how the bounds of a moment were reached', () => {
  it('is kept as the same facts, whatever the language of whoever entered it', async () => {
    const read = async (language: Language) =>
      await Promise.all(entered[language].map(async ({ id }) => (await vault.ask('event.get', { eventId: id })).happened));
    const [english, chinese] = [await read('en'), await read('zh-CN')];
    expect(JSON.stringify(chinese).replaceAll(`${CLOCK} zh-CN`, `${CLOCK} en`)).toBe(JSON.stringify(english));
    // The clock was compared after it stamped: what was timed anew says so in facts, too.
    expect(english[0]?.basis.map(({ code }) => code)).toContain('clock.named');
    for (const moment of [...english, ...chinese]) {
      expect(basisOf(moment, 'en').replaceAll(moment.phrase, '')).not.toMatch(/\p{Script=Han}/u);
      const foreign = new RegExp(`${CLOCK} (en|zh-CN)|Asia/Shanghai|NTP|EX-\\d+|UTC`, 'g');
      expect(basisOf(moment, 'zh-CN').replaceAll(moment.phrase, '').replace(foreign, '')).not.toMatch(/[A-Za-z]{2}/);
    }
  });

  it('is printed in the language of the case file', async () => {
    const clocked = [entered.en[0], entered['zh-CN'][0]] as readonly CaseEvent[];
    const now = await Promise.all(clocked.map(({ id }) => vault.ask('event.get', { eventId: id })));
    const texts = { en: await released('en'), 'zh-CN': await released('zh-CN') };
    // Former readings of a clock, gate, custody: whatever is printed has every value it names.
    for (const text of Object.values(texts)) expect(text).not.toContain('{{');
    for (const { happened } of now)
      for (const language of languages) {
        const other = language === 'en' ? 'zh-CN' : 'en';
        expect(texts[language]).toContain(bare(basisOf(happened, language)));
        expect(texts[language]).not.toContain(bare(basisOf(happened, other)));
      }
    for (const words of ['read on', 'fast (±', 'Read as local time', 'At this time']) expect(texts['zh-CN']).not.toContain(bare(words));
    for (const words of ['按', '快7分', '当地时间读取']) expect(texts.en).not.toContain(words);
  });
});
