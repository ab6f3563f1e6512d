import type { Catalogue } from '../../catalogue.ts';
import type { chronology as original } from '../../en/print/chronology.ts';
import { words } from '../words.ts';

export const chronology: Catalogue<typeof original> = {
  'chronology.title': words['label.chronology'],
  'chronology.note':
    '按最早界限排序。除另注时区外，当地时间均为 {{zone}} 时间。每处来源均为链接，指向本文件中呈现该内容的页面，或该证据的说明页。',
  'chronology.none': '未记录事件。',
  'chronology.number': words['label.number'],
  'chronology.when': words['label.when'],
  'chronology.event': words['word.event'],
  'chronology.sources': words['label.sources'],
  'chronology.page': '页码',
  'chronology.continued': '续',
  'chronology.at': '地点：{{place}}',
  'chronology.with': '涉及：{{names}}',
  'chronology.differs': words['label.accounts-differ'],
  'chronology.uncited': '未引用来源。',
  'chronology.shown': '时钟所示：{{moment}}',
  'chronology.recorded': '记录于：{{moment}}',
  'chronology.learned': '单位获知：{{moment}}',
  'chronology.memory-gap': words['event-kind.memory-gap'],
  'chronology.tags': '标签：{{tags}}',
  'chronology.log': '日志 {{exhibit}} 的 {{count}} 行已列入时间线，此处不逐条列出；每一行均可在该证据中查到。',
  'chronology.log-between':
    '日志 {{exhibit}} 自 {{from}} 至 {{to}} 的 {{count}} 行已列入时间线，此处不逐条列出；每一行均可在该证据中查到。',
  'chronology.phrase': '来源原文：“{{phrase}}”',
};
