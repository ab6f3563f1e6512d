import type { Catalogue } from '../../catalogue.ts';
import type { usage as original } from '../../en/terminal/usage.ts';
import { words } from '../words.ts';

export const usage: Catalogue<typeof original> = {
  about: 'Casewright 把案件证据封存在加密保险库中，建立有引用的时间线，并签署案卷。',
  usage: '用法：{{line}}',
  'usage.group': 'casewright {{group}} 命令 …',
  'usage.top': 'casewright 命令 …',
  'help.commands': words['label.commands'],
  'help.options': '选项',
  'help.arguments': '参数',
  'help.hint': 'casewright 命令 --help 可查看某一命令的说明。',
  'help.secrets': '口令取自 CASEWRIGHT_PASSPHRASE、--passphrase-file 或隐藏输入，绝不取自参数。退出状态：0 成功，1 失败，2 用法有误。',
  'argument.DIR': '保险库文件夹',
  none: '无。',
  progress: '{{item}} {{done}}',
};
