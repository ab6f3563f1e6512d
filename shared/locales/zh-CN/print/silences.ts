import type { Catalogue } from '../../catalogue.ts';
import type { silences as original } from '../../en/print/silences.ts';
import { words } from '../words.ts';

export const silences: Catalogue<typeof original> = {
  'silences.title': '无处理记录的时段',
  'silences.note':
    '自单位获知某事（告知）起，至其下一项有记录的行动止；达到或可能达到 24 小时的，列于本章。归入“知情”类的事件，以及记有单位获知时间的事件，为告知；归入“单位应对”类的事件为行动。时长依事件的现有记录推算，各事件均计其可能的最早与最晚时间：无论实际时间位于界限内何处，“至少”与“至多”均成立。',
  'silences.note-doubtful':
    '时间标为存疑的事件，既不作为此类时段的起点，也不作为其终点，因而不会缩短任何时段；可能位于时段之内的，予以列明。未予记录的行动，此处无从得知。本章仅说明记录载有什么、未载有什么，不说明原因，亦不对任何人作出评判。',
  'silences.note-zone': '编号与时序表一致。时间均为 {{zone}} 时间。',
  'silences.further': '时段内的其他告知',
  'silences.no-act': '至记录终止（{{time}}）未见记录。',
  'silences.no-act-open': '至记录终止未见记录。',
  'silences.no-act-told': '依所记时间，无法判定其后有无行动。',
  'silences.length': '时长',
  'silences.certain': '确定的时段',
  'silences.no-certain': '没有可以确定的时段。',
  'silences.possible': '可能的最大范围',
  'silences.stretch': words['place.span'],
  'silences.from': '自 {{from}} 起；未见终点的记录',
  'silences.to': '至 {{to}} 止；起点不详',
  'silences.unlimited': '无从依记录界定。',
  'silences.number': '第 {{number}} 号',
  'silences.page': '页码',
  'silences.covered': '{{exhibit}} 的一行（该证据已遮盖）',
  'silences.more': '涉及该时段而未在此列出的其他事件：{{count}} 项。',
  'silences.left': '未在此列出的、更晚的无处理记录的时段：{{count}} 段。',
};
