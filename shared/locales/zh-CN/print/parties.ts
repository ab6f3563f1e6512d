import type { Catalogue } from '../../catalogue.ts';
import type { parties as original } from '../../en/print/parties.ts';

export const parties: Catalogue<typeof original> = {
  'parties.title': '当事人',
  'parties.role': '角色',
  'parties.name': '姓名或名称',
  'parties.position': '当时职务',
  'parties.organisation': '组织',
  'parties.none': '未记录当事人。',
  'role.complainant': '申诉人',
  'role.respondent': '被申诉人',
  'role.witness': '证人',
  'role.duty-holder': '责任人',
  'role.third-party': '第三方',
  'role.support-person': '支持者',
  'role.investigator': '调查人',
};
