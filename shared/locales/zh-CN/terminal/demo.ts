import type { Catalogue } from '../../catalogue.ts';
import type { demo as original } from '../../en/terminal/demo.ts';

export const demo: Catalogue<typeof original> = {
  demo: '用真实文件建立示例案件，签署其案卷并核验',
  'option.out.demo': '建立示例的文件夹，默认为新的临时文件夹',
  'demo.vault': '保险库已建立并打开',
  'demo.case': '案件 {{name}}',
  'demo.parties': '{{count}} 名相关人员',
  'demo.exhibit': '已封存并读取：{{name}}',
  'demo.allegations': '{{count}} 项指控',
  'demo.clocks': '{{count}} 个来源时钟，已与基准比对',
  'demo.claims': '{{count}} 项先后陈述，已与时钟对照',
  'demo.events': '{{count}} 个事件，均附引用',
  'demo.signed': '案卷已编成并签署：{{pages}} 页',
  'demo.verified': '案卷已在不用保险库的情况下核验',
  'demo.total': '总计 {{seconds}} 秒',
  'demo.step': '{{time}} 秒  {{text}}',
  'demo.vault-at': '保险库  {{folder}}（口令：{{passphrase}}）',
  'demo.file-at': '案卷    {{file}}',
  'demo.verdict': '结论    {{summary}}',
};
