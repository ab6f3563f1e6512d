import type { Catalogue } from '../../catalogue.ts';
import type { cases as original } from '../../en/terminal/case.ts';
import { words } from '../words.ts';

export const cases: Catalogue<typeof original> = {
  'group.case': '创建和列出案件',
  'case.create': '创建案件',
  'case.list': '列出案件及其内容',
  'option.reference': '案件编号',
  'option.zone': '案件的时区，例如 Asia/Shanghai',
  'option.mandate': '谁委托调查，范围为何',
  'option.standard': '证明标准：balance-of-probabilities、high-probability、clear-and-convincing、beyond-reasonable-doubt、other',
  'done.case-created': '已创建案件 {{reference}}：{{title}}（{{zone}}）。',
  'column.reference': words['word.case'],
  'column.zone': '时区',
  'column.parties': words['label.parties'],
  'column.exhibits': words['verdict-check.exhibits'],
  'column.events': words['label.events'],
  'column.releases': words['label.releases'],
};
