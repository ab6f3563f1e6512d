import type { Catalogue } from '../../catalogue.ts';
import type { allegation as original } from '../../en/screen/allegation.ts';
import { words } from '../words.ts';

export const allegation: Catalogue<typeof original> = {
  register: words['label.allegations'],
  empty: '尚未登记指控事项。一名被投诉人的每一项被指行为单独登记，各有编号。',
  new: '新指控事项…',
  create: '加入本案',
  about: '涉及的指控事项',
  'about.add': '选择指控事项',
  'about.remove': '此事件与指控事项 {{number}} 无关',
  title: '指控内容',
  'title.hint': '一项行为，用中性的话描述。',
  respondent: words['role.respondent'],
  'respondent.none': '未指明',
  by: '被指行为人：{{name}}',
  category: '类别',
  'category.hint': '按制度用语填写的行为类别。',
  location: words['label.where'],
  when: words['label.when'],
  'when.hint': '按已知的精确程度填写；不清楚则留空。',
  edit: '编辑指控事项 {{number}}',
  'edit.short': '编辑',
  remove: '移除指控事项 {{number}}',
  'remove.short': '移除',
  removed: '已移除指控事项 {{number}}：“{{title}}”。该编号不再使用。',
};
