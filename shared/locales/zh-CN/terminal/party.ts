import type { Catalogue } from '../../catalogue.ts';
import type { party as original } from '../../en/terminal/party.ts';
import { words } from '../words.ts';

export const party: Catalogue<typeof original> = {
  'group.party': '案件中的个人和单位',
  'party.add': '添加个人或单位',
  'party.list': '列出相关人员',
  'option.name': '姓名或名称',
  'option.kind': 'person（默认）或 organisation',
  'option.role': 'complainant、respondent、witness、duty-holder、third-party、support-person 或 investigator',
  'option.position': '当时的职务',
  'option.note': '备注',
  'done.party-added': '已添加 {{name}}，角色为 {{role}}。',
  'column.name': '姓名',
  'column.role': words['label.role'],
  'column.position': '职务',
};
