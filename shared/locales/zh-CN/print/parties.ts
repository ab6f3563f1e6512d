import type { Catalogue } from '../../catalogue.ts';
import type { parties as original } from '../../en/print/parties.ts';
import { words } from '../words.ts';

export const parties: Catalogue<typeof original> = {
  'parties.title': words['label.parties'],
  'parties.role': words['label.role'],
  'parties.name': '姓名或名称',
  'parties.position': words['label.position'],
  'parties.organisation': words['party-kind.organisation'],
  'parties.none': '未记录相关人员。',
};
