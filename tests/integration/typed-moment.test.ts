import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CountedFrom, draftOfWhen, newWhen, readWhen, type WhenGround } from '../../renderer/parts/event/when-entry.ts';
import type { ExhibitDate } from '../../shared/contract/exhibit.ts';
import { type Language, languages } from '../../shared/model/language.ts';
import type { Case } from '../../shared/model/case.ts';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { ExhibitId } from '../../shared/model/identifier.ts';
import type { Moment } from '../../shared/model/moment.ts';
import { createTestVault, type TestVault } from '../support/vault.ts';
import { basisOf } from '../support/basis.ts';

const MAIL =
  'From: Wu Lan <wu@example.test>\nTo: HR <hr@example.test>\nSubject: The dinner\nDate: Mon, 19 May 2031 18:20:14 -0700\n\nYesterday.\n';

let vault: TestVault;
let one: Case;
let dinner: CaseEvent;
const files: Record<string, ExhibitId> = {};

beforeAll(async () => {
  vault = await createTestVault();
  one = await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' });
  for (const [name, text, dated] of [
    ['mail.eml', MAIL, ''],
    ['memo.txt', 'Yesterday.\n', '5 June 2031'],
    ['stated mail.eml', `X-Copy: 1\n${MAIL}`, '2 May 2031 09:00'],
    ['open.txt', 'Last week.\n', '/2031-05-01'],
    ['note.txt', 'The day before.\n', ''],
  ] as const) {
    const path = join(vault.temporary, name);
    await writeFile(path, text);
    const { files: imported } = await vault.ask('exhibit.import', { caseId: one.id, paths: [path], dated });
    files[name] = imported[0]?.exhibitId as ExhibitId;
  }
  dinner = await vault.ask('event.add', { caseId: one.id, title: 'Dinner', when: '14 May 2031 19:30' });
});

afterAll(() => vault.dispose());

async function groundOf(language: Language, cited: readonly ExhibitId[] = [], known: Moment | null = null): Promise<WhenGround> {
  const dated: readonly ExhibitDate[] = await vault.ask('exhibit.dates', { caseId: one.id });
  return { language, caseZone: one.zone, dated, cited, known };
}

const froms: readonly (readonly [string, () => CountedFrom | null])[] = [
  ['the Date header of an e-mail', () => ({ exhibitId: files['mail.eml'] as ExhibitId })],
  ['the date stated for a text', () => ({ exhibitId: files['memo.txt'] as ExhibitId })],
  ['the date stated for an e-mail', () => ({ exhibitId: files['stated mail.eml'] as ExhibitId })],
  ['an event', () => ({ event: dinner })],
  ['nothing', () => null],
];
const phrases = {
  en: ['three days later', 'the evening before', 'two hours later', '14 May', 'last Friday', '14 May 2031 19:30', 'about 9 pm that day'],
  'zh-CN': ['三天后', '前一天晚上', '两小时后', '5月14日', '上周五', '2031年5月14日19:30', '当天晚上九点左右'],
} as const;

describe('what is shown of a moment before it is saved', () => {
  it.each(
    languages.flatMap((language) =>
      froms.flatMap(([name, from]) => phrases[language].map((text) => [language, text, name, from] as const)),
    ),
  )('is what saving keeps (%s): “%s” counted from %s', async (language, text, _name, from) => {
    const entry = { ...newWhen(one.zone), text, from: from() };
    const ground = await groundOf(language);
    const { moment } = readWhen(entry, ground);
    const answer = await vault.core.call('event.add', {
      caseId: one.id,
      title: 'Meeting',
      language,
      ...draftOfWhen(entry, ground),
    });
    expect(answer.ok ? answer.value.happened : null).toEqual(moment);
  });

  it('is what saving keeps when one of several readings was chosen, and when it was chosen again', async () => {
    const ground = await groundOf('en');
    const entry = { ...newWhen(one.zone), text: '5/6/2031', reading: '2031-06-05' };
    const shown = readWhen(entry, ground).moment;
    const saved = await vault.ask('event.add', { caseId: one.id, title: 'Meeting', language: 'en', ...draftOfWhen(entry, ground) });
    expect(saved.happened).toEqual(shown);
    expect(basisOf(saved.happened)).toContain('was chosen by whoever entered it');
    const again = await groundOf('zh-CN', [], saved.happened);
    expect(readWhen(entry, again).moment).toEqual(saved.happened);
    const draft = { title: 'Meeting', language: 'zh-CN', ...draftOfWhen(entry, again) } as const;
    expect((await vault.ask('event.update', { eventId: saved.id, ...draft })).happened).toEqual(saved.happened);
  });

  it('is what is kept already, where its words or its normal form are typed once more', async () => {
    const from = { exhibitId: files['mail.eml'] as ExhibitId };
    const first = await groundOf('en');
    const saved = await vault.ask('event.add', {
      caseId: one.id,
      title: 'Meeting',
      language: 'en',
      ...draftOfWhen({ ...newWhen(one.zone), text: 'three days later', from }, first),
    });
    for (const text of [saved.happened.phrase, saved.happened.edtf]) {
      const ground = await groundOf('en', [], saved.happened);
      const entry = { ...newWhen(one.zone, saved.happened), text };
      expect(readWhen(entry, ground).moment).toEqual(saved.happened);
      const draft = { title: 'Meeting', language: 'en', ...draftOfWhen(entry, ground) } as const;
      expect((await vault.ask('event.update', { eventId: saved.id, ...draft })).happened).toEqual(saved.happened);
    }
  });

  it('offers to count from every exhibit that bears a date, and counts from the first one cited that is known on both sides', async () => {
    const ground = await groundOf('en', [files['note.txt'], files['open.txt'], files['mail.eml']] as ExhibitId[]);
    expect(ground.dated.map(({ number, by }) => [number, by])).toEqual([
      ['EX-0001', 'header'],
      ['EX-0002', 'stated'],
      ['EX-0003', 'stated'],
      ['EX-0004', 'stated'],
    ]);
    const entry = { ...newWhen(one.zone), text: 'the day before' };
    const { moment, failure } = readWhen(entry, ground);
    expect(failure).toBeNull();
    // On the wall where it was written it was the evening of the 19th, in Shanghai the morning after.
    expect(moment?.edtf).toBe('2031-05-18');
    expect(basisOf(moment)).toContain('the Date header of EX-0001, 20 May 2031');
    const saved = await vault.ask('event.add', { caseId: one.id, title: 'Meeting', language: 'en', ...draftOfWhen(entry, ground) });
    expect(saved.happened).toEqual(moment);
  });

  it('counted from an exhibit without a date is refused by the core, and the window offers none', async () => {
    const answer = await vault.core.call('event.add', {
      caseId: one.id,
      title: 'Meeting',
      when: 'three days later',
      relativeTo: { exhibitId: files['note.txt'] as ExhibitId },
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'exhibit.undated' } });
    expect((await groundOf('en')).dated.some(({ exhibitId }) => exhibitId === files['note.txt'])).toBe(false);
  });
});
