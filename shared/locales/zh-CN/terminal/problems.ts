import type { Catalogue } from '../../catalogue.ts';
import type { problems as original } from '../../en/terminal/problems.ts';

export const problems: Catalogue<typeof original> = {
  'problem.command-unknown': '没有命令 {{name}}。{{suggestion}}',
  'problem.command-missing': '请指明命令：{{names}}。',
  'problem.option-unknown': '没有选项 {{name}}。{{suggestion}}',
  'problem.suggestion': '是否指 {{name}}？',
  'problem.option-value': '{{name}} 需要一个值。',
  'problem.option-no-value': '{{name}} 不带值。',
  'problem.option-twice': '{{name}} 给出了两次。',
  'problem.option-missing': '缺少 {{name}}。',
  'problem.option-choice': '{{name}} 须为下列之一：{{choices}}。',
  'problem.option-number': '{{name}} 须为 {{least}} 至 {{most}} 的整数。',
  'problem.argument-missing': '缺少 {{name}}：{{line}}',
  'problem.argument-empty': '{{name}} 为空。',
  'problem.argument-extra': '{{text}} 是多余的参数：{{line}}',
  'problem.passphrase-argument': '口令绝不作为参数给出，因为其他程序可以读到。请使用 CASEWRIGHT_PASSPHRASE、--passphrase-file 或隐藏输入。',
  'problem.secret-missing': '没有{{what}}：请设置 {{variable}}，给出 {{option}}，或在终端中运行。',
  'problem.secret-file': '无法读取{{what}}的文件：{{path}}',
  'problem.secret-empty': '{{what}}为空。',
  'problem.secret-differs': '两次输入不一致。没有任何改动。',
  'problem.import-empty': '没有可导入的文件。',
  'problem.case-none': '保险库中还没有案件。',
  'problem.case-which': '保险库中有多个案件：请用 --case 指明（{{references}}）。',
  'problem.verdict': '案卷无效：{{summary}}',
  'notice.damage': '保险库已损坏，仅以只读方式打开：{{problem}}',
  'notice.unrecorded': '未能写入保管记录：{{problem}}',
};
