import type { Catalogue } from '../../catalogue.ts';
import type { people as original } from '../../en/screen/people.ts';
import { words } from '../words.ts';

export const people: Catalogue<typeof original> = {
  title: words['word.people'],
  add: words['label.add-person'],
  edit: '编辑',
  remove: '移除',
  empty: '尚未登记任何人',
  'empty.text': '相关人员是案件中的个人和单位，各有其角色。投诉人和被投诉人适用同样的栏目和同样的规则。',
  filter: '筛选相关人员',
  none: '没有符合“{{text}}”的相关人员。',
  name: '姓名',
  kind: words['label.kind'],
  role: words['label.role'],
  position: words['label.position'],
  'position.hint': '例如：大区销售经理',
  note: words['label.note'],
  'note.hint': '仅供调查使用，不会印入案卷。',
  'form.add': words['label.add-person'],
  'form.edit': '编辑 {{name}}',
  added: '已添加 {{name}}。',
  saved: '已保存 {{name}}。',
  removed: '已移除 {{name}}。',
  restored: '{{name}} 已恢复。',
  events: '涉及此人的事件',
  'events.more': '另有 {{count}} 项',
  'events.none': '还没有事件涉及此人。',
};
