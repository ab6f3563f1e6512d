import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { findMoments } from '../../../../shared/time/index.ts';
import { referenceOn } from '../../../support/reference.ts';
import { basisOf } from '../../../support/basis.ts';

const SHANGHAI = 'Asia/Shanghai';
const reference = referenceOn('2031-05-19', SHANGHAI);

/** An invented statement, with what surrounds one on paper. */
const STATEMENT = [
  'STATEMENT OF LIN YUE',
  'Page 1 of 4    Ref. HR-2031/05    v3.1    Tel. 138-0514-2031    Printed 19 May 2031, 09:12',
  '',
  '1. I have worked for the company since March 2026, in the sales team. I joined in 2026 after two years at another firm.',
  '2. On Friday (16/5) night my manager took the team to dinner at the Harbour Hotel, room 1216.',
  '3. We arrived at half past seven. At about ten that night he asked me to stay.',
  '4. Between 23:33 and 00:07 I received eleven messages. I may have deleted some of them.',
  '5. I left in the small hours of the 17th and took a taxi home.',
  '6. The following morning I told my sister. She marched straight to the office, but it was closed (opening hours 09:00-18:00, Monday to Friday).',
  '7. The night before, on 15 May, he had already written to me.',
  '8. Nine days after 2 May I was moved to another desk; I do not know why.',
  '9. The Wednesday before, he had asked for my private number.',
  '10. In mid-May there were two more dinners. In late April there had been one.',
  '11. I was born on 3 June 1999 and live at 12 May Road, Shanghai.',
  '12. Two weeks later nobody had answered. A few days after that I wrote again.',
  '13. He is available 24/7 and spends 1/2 of his time in the office. The fee was $14.50.',
  '14. I now know that he had done this before. I recently spoke to a lawyer.',
  '15. On the 12th I was called to a meeting; on 12 and 13 May I was off sick.',
  '16. Yesterday evening I found the notes. Three days ago I gave them to HR.',
  '17. Last Friday I saw him again in the lift. The server is at 10.5.20.31.',
  '18. The matter of 5/6/2031 is another one. The next day I was ill.',
  '19. In Q3 2030 my bonus was €2030, at the end of the year it was half of that.',
  '20. He said: "See you tonight at nine." I did not go.',
  '21. On 14 May 2031 at 23:34 (UTC+08:00) the camera shows us in the corridor; 2031-05-14T23:36:07+08:00 is the last picture.',
  '22. From 2 to 11 May I was on leave, and from 20:30 to 21:50 on 14 May I was at the gym.',
  '23. I march every Friday; on Mondays I work from home. Every day at 9 we meet.',
  '24. The night of 14-15 May I could not sleep. Around noon the day after, I called my doctor.',
  '25. A week later, on Thursday, I resigned. This month I have not been paid.',
  '26. Six days after he left, I got an e-mail. May I add that the second of May was a holiday?',
  '27. Section 5.14 and version 2.0.14 of the policy of 2018 apply; see https://example.org/2031/05/14/notice.html and report-2031-05-14.pdf.',
  '28. The flight CA1234 left at 8.15 a.m. on the 11th; it was 14/5 on the scoreboard.',
  '29. Some time around midnight on 14 May he knocked. He knocked again at two.',
  '30. Signed on this 19th day of May 2031.',
].join('\n');

/** 虚构的陈述。 */
const CHINESE_STATEMENT = [
  '林悦的陈述',
  '第1页 共4页　编号：HR-2031/05　版本 v3.1　电话 138-0514-2031　打印时间：2031年5月19日 09:12',
  '',
  '一、我自2026年3月起在公司销售部工作，此前在另一家公司干了两年。',
  '二、上周五（5月16日）晚，经理叫全组去海港酒店1216房间吃晚饭。',
  '三、我们晚上七点半到达，当晚十点左右，他叫我留下。',
  '四、23时33分至次日0时7分，我收到十一条消息，有几条可能删掉了。',
  '五、17日凌晨1点我离开，打车回家。次日上午我告诉了姐姐。',
  '六、前一天晚上，也就是5月15日，他已经给我发过消息。',
  '七、5月2日之后九天，我被调到另一个工位。',
  '八、5月中旬又有两次饭局，4月下旬有过一次，8月上旬还有一次。',
  '九、我1999年6月3日出生，住上海市五月路27号楼8号院。',
  '十、两周后仍无人答复，数日后我又写了一封。',
  '十一、他二十四小时在线，1/2的时间在办公室，费用为14.50元，比分3:2。',
  '十二、近日我咨询了律师，现在才知道他以前也这样。',
  '十三、12日我被叫去开会；12日至13日我请了病假。',
  '十四、昨天傍晚我找到了笔记，三天前交给了人事。',
  '十五、上周二我又在电梯里见到他。服务器地址是10.5.20.31。',
  '十六、2031/5/6是另一件事。翌日我病了。',
  '十七、去年8月公司出台了制度，本月9日又发了一次。',
  '十八、二〇三一年五月十四日晚十一时三十四分，监控拍到我们在走廊。',
  '十九、5月2日至11日我休假，5月14日20:30—21:50我在健身房。',
  '二十、每周五我加班，周一到周五9:00-18:00营业，营业时间：9:00-22:00。',
  '二十一、7.27事件之后大家都在议论，六天过去了仍没有处理。',
  '二十二、十余天来我睡不好觉，十余天后我去看了医生。',
  '二十三、月底我没有拿到工资，年初也没有奖金。',
  '二十四、5⽉14⽇（周三）下午３点许，人事找我谈话。',
  '二十五、第二天我提交了书面材料，当天下午收到回执。',
  '二十六、半个月后他被停职，前后共三个月。',
  '二十七、有一点我要说明：当时我十分害怕，一点也不想去，周二点名我没到。',
  '二十八、事发三天后我才报警，案发当晚我没有报警。',
  '二十九、27号我去了派出所，28号线地铁很挤。',
  '三十、去年年底到今年年初我一直在出差，今年3月初回来。',
  '三十一、会议定于明天下午两点，后天答复。',
  '三十二、第三季度奖金没有发，2030年第四季度的也没有发，同年12月才补。',
  '陈述人：林悦　2031年5月19日',
].join('\n');

/** The phrase of every hit with its expression, or with what must be asked. */
function hits(text: string): readonly (readonly [string, string])[] {
  return findMoments(text, { zone: SHANGHAI, reference }).map(({ from, to, phrase, moment, reason }) => {
    expect(text.slice(from, to)).toBe(phrase);
    return [phrase, moment?.edtf ?? reason];
  });
}

describe('every dated passage of a statement, and nothing else', () => {
  it('in English', () => {
    expect(hits(STATEMENT)).toEqual([
      ['19 May 2031, 09:12', '2031-05-19T09:12'],
      ['March 2026', '2026-03'],
      ['2026', '2026'],
      ['Friday (16/5) night', '[2031-05-16T18:00..2031-05-17T05:59]'],
      ['half past seven', '2031-05-16T19:30'],
      ['At about ten that night', '2031-05-16T22:00~'],
      ['23:33 and 00:07', '[2031-05-16T23:33..2031-05-17T00:07]'],
      ['the small hours of the 17th', '[2031-05-17T00:00..2031-05-17T05:59]'],
      ['The following morning', '[2031-05-17T05:00..2031-05-18T11:59]'],
      ['The night before, on 15 May', '[2031-05-15T18:00..2031-05-16T05:59]'],
      ['Nine days after 2 May', '2031-05-11'],
      ['The Wednesday before', '2031-05-07'],
      ['mid-May', '[2031-05-11..2031-05-20]'],
      ['late April', '[2031-04-21..2031-04-30]'],
      ['3 June 1999', '1999-06-03'],
      ['Two weeks later', '[2031-05-02..2031-05-17]'],
      ['A few days after that', '[2031-05-04..2031-05-26]'],
      ['the 12th', '2031-05-12'],
      ['12 and 13 May', '2031-05-12/2031-05-13'],
      ['Yesterday evening', '[2031-05-18T17:00..2031-05-18T23:59]'],
      ['Three days ago', '2031-05-16'],
      ['Last Friday', '2031-05-16'],
      ['5/6/2031', 'order'],
      ['The next day', 'storyUnclear'],
      ['Q3 2030', '[2030-07-01..2030-09-30]'],
      ['the end of the year', '[2030-09-01..2030-12-31]'],
      ['tonight at nine', '2031-05-19T21:00~'],
      ['14 May 2031 at 23:34 (UTC+08:00)', '2031-05-14T23:34+08:00'],
      ['2031-05-14T23:36:07+08:00', '2031-05-14T23:36:07+08:00'],
      ['2 to 11 May', '2031-05-02/2031-05-11'],
      ['20:30 to 21:50 on 14 May', '2031-05-14T20:30/2031-05-14T21:50'],
      ['The night of 14-15 May', '[2031-05-14T18:00..2031-05-15T05:59]'],
      ['Around noon the day after', '2031-05-15T12:00~'],
      ['A week later, on Thursday', '2031-05-22'],
      ['This month', '2031-05'],
      ['Six days after', 'eventUnknown'],
      ['the second of May', '2031-05-02'],
      ['2018', '2018'],
      ['8.15 a.m. on the 11th', '2031-05-11T08:15'],
      ['Some time around midnight on 14 May', 'midnight'],
      ['two', 'storyUnclear'],
      ['19th day of May 2031', '2031-05-19'],
    ]);
  });

  it('in Chinese', () => {
    expect(hits(CHINESE_STATEMENT)).toEqual([
      ['2031年5月19日 09:12', '2031-05-19T09:12'],
      ['2026年3月', '2026-03'],
      ['上周五（5月16日）晚', '[2031-05-16T18:00..2031-05-17T05:59]'],
      ['晚上七点半', '2031-05-16T19:30'],
      ['当晚十点左右', '2031-05-16T22~'],
      ['23时33分至次日0时7分', '2031-05-16T23:33/2031-05-17T00:07'],
      ['17日凌晨1点', '2031-05-17T01'],
      ['次日上午', '[2031-05-17T05:00..2031-05-18T11:59]'],
      ['前一天晚上，也就是5月15日', '[2031-05-15T18:00..2031-05-16T05:59]'],
      ['5月2日之后九天', '[2031-05-02..2031-05-11]'],
      ['5月中旬', '[2031-05-11..2031-05-20]'],
      ['4月下旬', '[2031-04-21..2031-04-30]'],
      ['8月上旬', 'yearUnclear'],
      ['1999年6月3日', '1999-06-03'],
      ['两周后', 'storyUnclear'],
      ['数日后', 'storyUnclear'],
      ['近日', '[2031-04-19..2031-05-19]'],
      ['12日', '2031-05-12'],
      ['12日至13日', '2031-05-12/2031-05-13'],
      ['昨天傍晚', '[2031-05-18T16:00..2031-05-18T19:59]'],
      ['三天前', '2031-05-16'],
      ['上周二', '2031-05-13'],
      ['2031/5/6', '2031-05-06'],
      ['翌日', '2031-05-07'],
      ['去年8月', '2030-08'],
      ['本月9日', '2031-05-09'],
      ['二〇三一年五月十四日晚十一时三十四分', '2031-05-14T23:34'],
      ['5月2日至11日', '2031-05-02/2031-05-11'],
      ['5月14日20:30—21:50', '2031-05-14T20:30/2031-05-14T21:50'],
      ['7.27', 'yearUnclear'],
      ['六天过去了', 'storyUnclear'],
      ['十余天来', '[2031-04-30..2031-05-19]'],
      ['十余天后', '[2031-05-11..2031-06-07]'],
      ['月底', 'monthMissing'],
      ['年初', '[2031-01-01..2031-04-30]'],
      ['5⽉14⽇（周三）下午３点许', '2031-05-14T15~'],
      ['第二天', '2031-05-15'],
      ['当天下午', '[2031-05-15T12:00..2031-05-15T17:59]'],
      ['半个月后', '[2031-05-25..2031-06-04]'],
      ['周二', '2031-05-13'],
      ['三天后', 'eventUnknown'],
      ['当晚', 'eventUnknown'],
      ['27号', 'monthUnclear'],
      ['去年年底到今年年初', '2030-09-01/2031-04-30'],
      ['今年3月初', '[2031-03-01..2031-03-10]'],
      ['明天下午两点', '2031-05-20T14'],
      ['后天', '2031-05-21'],
      ['2030年第四季度', '[2030-10-01..2030-12-31]'],
      ['同年12月', '2030-12'],
      ['2031年5月19日', '2031-05-19'],
    ]);
  });
});

describe('passages that lean on the date before them', () => {
  it('count on from it, and say so', () => {
    const found = findMoments(
      'On 14 May 2031 at 23:30 he wrote. The following day I answered. At ten that night he called, and at 00:10 again.',
      {
        zone: SHANGHAI,
      },
    );
    expect(found.map(({ moment }) => moment?.edtf)).toEqual(['2031-05-14T23:30', '2031-05-15', '2031-05-15T22:00~', '2031-05-16T00:10']);
    expect(basisOf(found[1]?.moment)).toContain('Counted from 14 May 2031 (“14 May 2031 at 23:30”, before it): 15 May 2031.');
    expect(basisOf(found[3]?.moment)).toContain('00:10 lies after midnight, on 16 May 2031.');
  });

  it('count on from the reference where there is none', () => {
    expect(hits('The following day I answered.')).toEqual([['The following day', '2031-05-20']]);
    expect(hits('次日我作了答复。')).toEqual([['次日', '2031-05-20']]);
  });

  it('are not led astray by a birthday or a year in passing', () => {
    expect(hits('On 14 May he came. I was born on 3 June 1999 and joined in 2026. The next day I was ill.')).toEqual([
      ['14 May', '2031-05-14'],
      ['3 June 1999', '1999-06-03'],
      ['2026', '2026'],
      ['The next day', '2031-05-15'],
    ]);
  });

  it('ask where the reference and the account disagree about the year', () => {
    expect(hits('On 14 May 2029 I began there. On 2 May he left.')).toEqual([
      ['14 May 2029', '2029-05-14'],
      ['2 May', 'yearUnclear'],
    ]);
  });

  it('are explained in Chinese as well', () => {
    const [, found] = findMoments('5月14日晚我们聚餐。次日凌晨我离开。', { zone: SHANGHAI, reference, language: 'zh-CN' });
    expect(basisOf(found?.moment, 'zh-CN')).toContain('自2031年5月14日（前文“5月14日晚”）起算：2031年5月15日。');
    expect(found?.moment?.edtf).toBe('[2031-05-15T00:00..2031-05-15T05:59]');
  });
});

describe('where one passage ends and the next begins', () => {
  it.each([
    ['He came on 14 May. At 22:30 he left.', ['2031-05-14', '2031-05-14T22:30']],
    ['It was a Sunday. In the night I heard steps.', ['2031-05-18']],
    ['On 2 May 2031, a Friday, I told her.', ['2031-05-02']],
    ['On 14 or 15 May', ['[2031-05-14..2031-05-15]']],
    ['between 2 and 11 May', ['[2031-05-02..2031-05-11]']],
    ['from 2 to 11 May', ['2031-05-02/2031-05-11']],
    ['the night of 14 or 15 May', ['[2031-05-14T18:00..2031-05-16T05:59]']],
    ['at seven or eight in the evening on 14 May', ['[2031-05-14T19:00~..2031-05-14T20:00~]']],
    ['他在5月2日至11日休假', ['2031-05-02/2031-05-11']],
    ['在5月2日至11日之间', ['[2031-05-02..2031-05-11]']],
    ['5月14日或15日', ['[2031-05-14..2031-05-15]']],
    ['check-in 14/05/2031 16:32, check-out 15.05.2031 07:05', ['2031-05-14T16:32', '2031-05-15T07:05']],
    ['From Monday 12 May to Wednesday 14 May he wrote. That week I was ill.', ['2031-05-12/2031-05-14', '[2031-05-12..2031-05-18]']],
    ['We met on Wednesday (14 May) and on Thursday, 15 May, again.', ['2031-05-14', '2031-05-15']],
  ])('%s', (text, expected) => {
    expect(hits(text).map(([, edtf]) => edtf)).toEqual(expected);
  });
});

describe('what looks like a date and is none', () => {
  it.each([
    'I now know that I may have left; they march on the office, and the sun was out.',
    'Page 3 of 12, page 14/5, exhibit 14/5, section 5.14, § 5.14, chapter 5:14',
    'open 24/7, 1/2 of it, 3/4 of the staff, a 5-4 decision, ratio 3:20, score 14:05',
    'v3.1, version 2031.5.1, 10.5.20.31, 192.168.1.20, 138-0514-2031, +86 138 0514 2031, 021-6214-0514',
    '$14.50, €2030, 14.50元, 3.15%, 1.5 hours, ISO 27037:2012, A4 paper, 200 dpi',
    'room 1216, Room 14/5, 12 May Road, 27号楼8号院, 8号线, 3号会议室, 2号文件, 五月路',
    'opening hours 09:00-18:00; open daily 9:00 to 17:30; Mon-Fri 9:00-17:00; every Friday; on Mondays',
    '营业时间：9:00-22:00；周一至周五9:00-18:00营业；每周五、每天、每日',
    'https://example.org/2031/05/14/x report-2031-05-14.pdf IMG_20310514_2334.jpg',
    'at ten hotels, about ten people, two weeks, three days of leave, the 5th floor, the 21st century, 14th Street, 2031 employees',
    'recently, soon, one day, the other day, second thoughts, the first time, a good morning to you, the night shift',
    '有一点、一点也不、十分感谢、晚饭、晚安、早上好、明白、当事人、前后共三次、第5条、同时、当时、临时、夜总会、三年级',
    'Good evening, Ms Lin. May Lin said that Mr March came.',
  ])('%s', (text) => {
    expect(hits(text)).toEqual([]);
  });

  it('recent days are a moment only where there is something to count from', () => {
    expect(hits('近日我咨询了律师。')).toEqual([['近日', '[2031-04-19..2031-05-19]']]);
    expect(findMoments('近日我咨询了律师。', { zone: SHANGHAI })).toEqual([]);
  });
});

/** Milliseconds of the processor, not of the clock on the wall: other work on the machine is none of its business. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a long text', () => {
  const long = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
  const find = (text: string): number => findMoments(text, { zone: SHANGHAI, reference }).length;

  it.each([
    ['English', long(`${STATEMENT}\n`, 1_000_000), 16_000],
    // A Han character takes three bytes.
    ['Chinese', long(`${CHINESE_STATEMENT}\n`, 333_000), 14_000],
  ])('of a megabyte is read in time: %s', (_name, text, least) => {
    let count = 0;
    // Two seconds are promised on a quiet machine.
    expect(processorTime(() => (count = find(text)))).toBeLessThan(4000);
    expect(count).toBeGreaterThan(least);
  });

  it.each(
    '1|1 |1/1/|12:|the |the following |between |一|年|十|周|三天|two or |May |Mon-|at ten |(|\n|2031-05-14T|１|a|之后|more than |early to |on the |days'.split(
      '|',
    ),
  )('of nothing but %j is no trap', (piece) => {
    expect(processorTime(() => find(long(piece, 100_000)))).toBeLessThan(1500);
  });

  it('takes time in proportion to its length', () => {
    const text = long(STATEMENT, 400_000);
    find(text.slice(0, 50_000));
    const [short, whole] = [100_000, 400_000].map((length) =>
      Math.min(...[1, 2].map(() => processorTime(() => find(text.slice(0, length))))),
    );
    expect(whole as number).toBeLessThan((short as number) * 10);
  });
});
