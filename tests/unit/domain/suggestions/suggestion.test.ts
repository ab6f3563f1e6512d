import { describe, expect, it } from 'vitest';
import { documentDate } from '../../../../electron/core/domain/evidence/document-date.ts';
import { scanExhibit } from '../../../../electron/core/domain/suggestions/scan.ts';
import { rowsOf, segmentsOf } from '../../../../electron/core/domain/suggestions/segment.ts';
import { sentenceAround, titleOf } from '../../../../electron/core/domain/suggestions/sentence.ts';
import { joinLines, linesOf, spansOf } from '../../../../electron/core/domain/suggestions/text.ts';
import type { Exhibit, ExhibitKind, Passage } from '../../../../shared/model/exhibit.ts';

const linePassages = (...texts: readonly string[]): readonly Passage[] =>
  texts.flatMap((text, index) => (text === '' ? [] : [{ place: `line=${index + 1}`, text }]));

const around = (text: string, phrase: string): string => {
  const at = text.indexOf(phrase);
  const { from, to } = sentenceAround(text, at, at + phrase.length);
  return text.slice(from, to);
};

const titled = (sentence: string, phrase: string, stamp?: string): string => {
  const at = sentence.indexOf(phrase);
  return titleOf(sentence, at, at + phrase.length, stamp);
};

describe('the sentence around a date', () => {
  it.each([
    [
      'Dr. Wu came. On 14 May at 9 a.m. we met Mr. Gao in room 5.03. He left.',
      '14 May',
      'On 14 May at 9 a.m. we met Mr. Gao in room 5.03.',
    ],
    ['She said: “I left on 14 May.” Nobody asked.', '14 May', 'She said: “I left on 14 May.”'],
    ['他问：“为什么？”五月十四日晚我回答了。后来没有。', '五月十四日晚', '五月十四日晚我回答了。'],
    ['Heading\n\n3. On 14 May it began\n\nNext', '14 May', '3. On 14 May it began'],
    ['It was 14 May! Nobody came? No.', '14 May', 'It was 14 May!'],
  ])('%s', (text, phrase, expected) => expect(around(text, phrase)).toBe(expected));

  it('is cut at a clause when it is longer than three hundred characters, and never within its date', () => {
    const long = `${'first this and that happened in the room, '.repeat(12)}then on 14 May 2031 we met, ${'and so on and so forth, '.repeat(20)}end.`;
    const quote = around(long, '14 May 2031');
    expect(quote.length).toBeLessThanOrEqual(300);
    expect(quote).toContain('14 May 2031');
    expect(long).toContain(quote);
    const chinese = `${'他说了很多很多的话，'.repeat(40)}五月十四日晚有人敲门，${'没有人回答，'.repeat(40)}`;
    expect(around(chinese, '五月十四日晚').length).toBeLessThanOrEqual(300);
  });

  it.each([
    ['2. On the evening of 14 May, we met the client.', 'the evening of 14 May', 'We met the client'],
    ['Ye Anning repeated her report of 19 May in full.', '19 May', 'Ye Anning repeated her report in full'],
    ['31. 五月十九日上午，我去了办公室。', '五月十九日上午', '我去了办公室'],
    ['我叫叶安宁，二〇二八年三月入职。', '二〇二八年三月', '我叫叶安宁，入职'],
    ['五月二十一日上午的部门例会照常。', '五月二十一日上午', '部门例会照常'],
    ['我们会在六月三十日之前给出决定。', '六月三十日', '我们会给出决定'],
    ['19 May 2031', '19 May 2031', '19 May 2031'],
  ])('gives a title without its date: %s', (sentence, phrase, expected) => expect(titled(sentence, phrase)).toBe(expected));

  it('gives a title without a message’s stamp, and of at most 120 characters on one line', () => {
    expect(titled('[2031-05-15 09:35] Fang: Last night was long.', 'Last night', '2031-05-15 09:35')).toBe('Fang: was long');
    const title = titled(`On 14 May ${'they spoke of many things and '.repeat(10)}left.`, '14 May');
    expect(title.length).toBeLessThanOrEqual(120);
    expect(titled('On 14 May a\u0000b\u202ec happened', '14 May')).toBe('A b c happened');
  });
});

describe('lines of a text', () => {
  it('are joined where a sentence runs on, without a space between Han characters, and lead back to their places', () => {
    const first =
      '五月十四日上午，我和高文成、方屿乘早班列车出发，中午前后到达兰圳，下午两点过后我们在景河酒店办理入住，我的房间是一二一六，五';
    const running = joinLines(linesOf(linePassages(first, '月十五日早上我醒来。')));
    expect(running.text).toContain('五月十五日早上我醒来。');
    const at = running.text.indexOf('五月十五日');
    expect(spansOf(running, at, at + 5)).toEqual([
      { place: 'line=1', from: first.length - 1, to: first.length },
      { place: 'line=2', from: 0, to: 4 },
    ]);
  });

  it('stay apart after an empty line, before a list mark, and after a short line', () => {
    const texts = ['A heading', 'The first line of the account is long enough to be full', '2. the second point', '', 'the end'];
    expect(joinLines(linesOf(linePassages(...texts))).text.split('\n\n')).toEqual(texts.filter((text) => text !== ''));
  });

  it('lose page numbers and rules, which nobody wrote as text', () => {
    const passages = [
      { place: 'page=1', text: 'The committee met on the matter for the second time on Tuesday\n- 1 -' },
      { place: 'page=2', text: 'morning in May.\n----\nPage 2 of 2' },
    ];
    expect(linesOf(passages).map(({ text }) => text)).toEqual([
      'The committee met on the matter for the second time on Tuesday',
      'morning in May.',
    ]);
  });

  it('are rows of a table where every line has as many fields, and prose where they do not', () => {
    const row = (index: number): string => `${index},"one, two",2031-05-14 23:00,opened`;
    expect(rowsOf(linesOf(linePassages(...Array.from({ length: 6 }, (_, index) => row(index)))))).toHaveProperty('size', 6);
    expect(rowsOf(linesOf(linePassages('{"at":"2031-05-14"}', '{"at":1}', '{"at":2}', '{"at":3}')))).toHaveProperty('size', 4);
    expect(
      rowsOf(linesOf(linePassages('Yes, on 14 May, we met.', 'He left.', 'She, he, they, all, stayed.', 'The end, then.'))),
    ).toHaveProperty('size', 0);
  });
});

describe('what was said at one time', () => {
  const saidIn = (kind: ExhibitKind, passages: readonly Passage[]) =>
    segmentsOf(linesOf(passages), kind).map(({ said, stamp }) => [said, stamp]);

  it.each([
    ['2031-05-14 22:41 方屿: 高经理说他送安宁回酒店。', '2031-05-14 22:41'],
    ['[14/05/2031, 22:41:05] Fang Yu: hello', '14/05/2031, 22:41:05'],
    ['5/14/31, 10:41 PM - Fang Yu: hello', '5/14/31, 10:41 PM'],
    ['方屿 2031-05-14 22:41:05', '2031-05-14 22:41:05'],
    ['2031年5月14日 下午10:41 方屿', '2031年5月14日 下午10:41'],
  ])('is one message of a conversation for each stamp: %s', (line, stamp) => {
    expect(saidIn('text', linePassages(line, line, line))).toEqual(Array.from({ length: 3 }, () => ['message', stamp]));
  });

  it('is no conversation where dates only begin a line now and then', () => {
    expect(saidIn('text', linePassages('2031-05-14 22:41 I met him.', 'He left.', 'Nobody came.'))).toEqual([['document', '']]);
  });

  it('is another letter below the head of one that was forwarded', () => {
    const text = 'See below.\n\n-----Original Message-----\nFrom: Gao\nSent: Monday, May 19, 2031 10:20 AM\nTo: Ye\n\nYesterday was late.';
    const passages = text.split('\n\n').map((one, index) => ({ place: `paragraph=${index + 1}`, text: one }));
    expect(saidIn('message', passages)).toEqual([
      ['document', ''],
      ['quoted', 'Monday, May 19, 2031 10:20 AM'],
    ]);
    const scan = scanExhibit({ passages, kind: 'message', zone: 'Asia/Shanghai', language: 'en', reference: null });
    expect(scan.found.at(-1)?.moment?.edtf).toBe('2031-05-18');
  });

  it('is a comment on the day its label says', () => {
    const passages = [
      { place: 'paragraph=1', text: 'Minutes.' },
      { place: 'paragraph=2', text: '[comment 1 by Luo Jia, 2031-05-22T09:03:00Z] He told me yesterday.' },
    ];
    const scan = scanExhibit({ passages, kind: 'document', zone: 'Asia/Shanghai', language: 'en', reference: null });
    expect(scan.found).toHaveLength(1);
    expect(scan.found[0]).toMatchObject({ place: 'paragraph=2', quote: 'He told me yesterday.', moment: { edtf: '2031-05-21' } });
    expect(scan.found[0]?.relativeTo).toContain('the comment’s own date');
  });

  it('is a log, counted and not listed, where a conversation has more messages than anybody decides one by one', () => {
    const passages = linePassages(
      ...Array.from({ length: 301 }, (_, index) => `2031-05-14 10:${String(index % 60).padStart(2, '0')} Fang: yesterday ${index}`),
    );
    const scan = scanExhibit({ passages, kind: 'text', zone: 'Asia/Shanghai', language: 'en', reference: null });
    expect(scan.rows).toBe(301);
    expect(scan.found).toHaveLength(301);
    expect(new Set(scan.found.map(({ phrase }) => phrase))).toEqual(new Set(['yesterday']));
  });
});

describe('a document’s date', () => {
  const exhibit = { number: 'EX-0001', kind: 'message', dated: null, modifiedAt: null } as unknown as Exhibit;
  const dateOf = (value: string) => documentDate(exhibit, { metadata: [{ name: 'Date', value }] }, 'Asia/Shanghai', 'en');

  it.each([
    ['Thu, 22 May 2031 08:40:19 +0800', '2031-05-22T08:40:19+08:00'],
    ['22 May 2031 08:40:19 +0200 (CEST)', '2031-05-22T08:40:19+02:00'],
    ['Thu, 22 May 2031 08:40:19 EST', '2031-05-22T08:40:19-05:00'],
    ['Thu, 22 May 2031 08:40:19 GMT', '2031-05-22T08:40:19Z'],
  ])('is read from an e-mail’s own header: %s', (value, edtf) => {
    expect(dateOf(value)).toMatchObject({ statedBy: 'header', moment: { edtf } });
  });

  it.each(['Mon, 22 May 2031 08:40:19 +0800', 'sometime in August', ''])(
    'is not taken from a header that contradicts itself or says nothing: %s',
    (value) => {
      expect(dateOf(value)).toMatchObject({ statedBy: null, moment: null });
    },
  );

  it('is only proposed from what a file or a program noted about itself', () => {
    const metadata = [
      { name: 'CreationDate', value: "D:20310527082815+08'00'" },
      { name: 'ModDate', value: 'D:20310528' },
      { name: 'dcterms:created', value: '2031-05-20T07:12:00.5Z' },
      { name: 'Producer', value: 'none' },
    ];
    const found = documentDate({ ...exhibit, kind: 'document', modifiedAt: Date.UTC(2031, 4, 30) }, { metadata }, 'Asia/Shanghai', 'en');
    expect(found.moment).toBeNull();
    expect(found.proposals.map(({ statedBy, when }) => [statedBy, when])).toEqual([
      ['pdf-created', '2031-05-27T08:28:15+08:00'],
      ['pdf-modified', '2031-05-28'],
      ['document-created', '2031-05-20T07:12:00Z'],
      ['file-modified', '2031-05-30T08:00:00'],
    ]);
  });
});
