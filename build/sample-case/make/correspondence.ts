import type { Letter } from './letters.ts';

const YE = '叶安宁 <ye.anning@lumenharbour.example>';
const GAO = '高文成 <gao.wencheng@lumenharbour.example>';
const FANG = '方屿 <fang.yu@lumenharbour.example>';
const LUO = '罗嘉 <luo.jia@lumenharbour.example>';
const RAMAN = 'Priya Raman <priya.raman@lumenharbour.example>';
const HALE = 'Marcus Hale <marcus.hale@lumenharbour.example>';
const ALL = 'all-staff <all@lumenharbour.example>';

const relay = (when: string): string => `from desk.lumenharbour.example (10.20.4.11) by mail.lumenharbour.example with ESMTPS; ${when}`;

export const tripOrder: Letter = {
  from: GAO,
  to: `${YE}, ${FANG}`,
  subject: '周三兰圳出差 / Lanzhen on Wednesday',
  date: 'Mon, 12 May 2031 10:05:12 +0800',
  identifier: '20310512.100512.4471',
  received: relay('Mon, 12 May 2031 10:05:13 +0800'),
  text: `安宁、方屿：

五月十四日（周三）早班车去兰圳，与凯岭食品采购部见面，晚上客户安排了晚餐。
客户点名希望你来，安宁。你手上的验收往后放一放。

住景河酒店，周四返回。

高文成

---
Short version for the travel desk: three people, two nights blocked, one returned. G.W.
`,
};

export const reportToHumanResources: Letter = {
  from: YE,
  to: LUO,
  subject: '关于五月十四日出差期间受到性骚扰的报告 / Report under policy HR-07',
  date: 'Mon, 19 May 2031 10:20:00 +0800',
  identifier: '20310519.102000.0108',
  received: relay('Mon, 19 May 2031 10:20:02 +0800'),
  text: `罗总监：

我今天上午九点一刻已经当面告诉了唐启明总经理。按照公司制度 HR-07，我向人事部门书面报告：

一、五月十四日晚在兰圳的客户晚餐上，客户方采购经理薄昭远多次触碰我，我说了不要。高文成在场，没有制止，并安排我单独去隔壁房间。

二、当晚我没有连续的记忆。据酒店前台，高文成以“她不舒服”为由要了我房间的备用房卡。

三、我请求：（1）不再让我和高文成一起工作；（2）向景河酒店书面要求保存十二楼走廊的录像和1216的门锁记录，录像只保留三十天；（3）告诉我由谁负责、什么时候有结果。

I ask for a written confirmation, as paragraph 4.1 of the policy says.

叶安宁
`,
  attachment: {
    name: 'what-i-kept.csv',
    type: 'text/csv',
    text: 'item,where\ntaxi receipt 2031-05-14,envelope 1\nroom card not mine (K-40131),envelope 1\nclothes,sealed bag\n',
  },
};

export const answerFromHumanResources: Letter = {
  from: LUO,
  to: YE,
  cc: RAMAN,
  subject: 'Re: 关于五月十四日出差期间受到性骚扰的报告 / Report under policy HR-07',
  date: 'Mon, 19 May 2031 16:05:41 +0800',
  identifier: '20310519.160541.0771',
  inReplyTo: '20310519.102000.0108',
  received: relay('Mon, 19 May 2031 16:05:42 +0800'),
  text: `安宁：

邮件已收悉，会尽快了解情况。这两天请先正常工作，也请不要扩大影响。

明天下午两点方便的话，我和 Priya 跟你聊一下。

罗嘉
`,
};

export const reminder: Letter = {
  from: YE,
  to: LUO,
  cc: RAMAN,
  subject: 'Re: Re: Report under policy HR-07: please tell me what is being done',
  date: 'Thu, 22 May 2031 08:40:19 +0800',
  identifier: '20310522.084019.0112',
  inReplyTo: '20310519.160541.0771',
  received: relay('Thu, 22 May 2031 08:40:20 +0800'),
  text: `Dear Ms Luo, dear Priya,

On Tuesday I told you everything a second time. Yesterday I received an invitation to the meeting that Mr Gao chaired.

Please tell me: who is responsible, what has been asked of the hotel, and when I will know. The recordings will be overwritten on 13 June.

昨天的例会仍然由他主持。请告诉我，公司现在做了什么。

Ye Anning
`,
};

export const resignations: Letter = {
  from: HALE,
  to: ALL,
  subject: 'Two resignations and one reprimand / 关于人事变动的通知',
  date: 'Wed, 28 May 2031 18:30:05 +0800',
  identifier: '20310528.183005.2001',
  received: relay('Wed, 28 May 2031 18:30:06 +0800'),
  text: `Dear colleagues,

Tang Qiming, general manager of the business unit, and Luo Jia, director of human resources, have resigned today. Both had been told on 19 May. A resignation is not a sanction; what they did and did not do stays part of the investigation.

Priya Raman receives a written reprimand, because she attended the meeting of 20 May and did not report further.

Gao Wencheng was dismissed today at 18:00 and will not be employed again. Our client Kestrel Ridge Foods has been told why Mr Bo may not enter our premises.

唐启明、罗嘉今日辞职。调查继续进行。

Marcus Hale
`,
};

export const hotline: Letter = {
  from: HALE,
  to: ALL,
  subject: 'A hotline, a committee, and training for every manager / 举报热线今日开通',
  date: 'Fri, 30 May 2031 09:00:00 +0800',
  identifier: '20310530.090000.2014',
  received: relay('Fri, 30 May 2031 09:00:01 +0800'),
  text: `Dear colleagues,

From today a hotline outside the company answers day and night, in Chinese and English; it can be used without a name.

From Monday 2 June a committee of five, three of them women and one elected by the staff, oversees every report. Every manager is trained by 30 June. Version 4 of policy HR-07 will be put to the staff on 16 June; paragraph 4.2 will also cover clients.

举报热线今日开通，全天候中英文服务，可以匿名。

Marcus Hale
`,
};
