import type { Catalogue } from '../../catalogue.ts';
import type { schedule as original } from '../../en/print/schedule.ts';
import { words } from '../words.ts';

export const schedule: Catalogue<typeof original> = {
  'schedule.title': '证据清单',
  'schedule.number': '编号',
  'schedule.exhibit': words['word.exhibit'],
  'schedule.acquired': '取得',
  'schedule.size': words['label.size'],
  'schedule.page': '页码',
  'schedule.source': '来源：{{source}}',
  'schedule.source-unknown': words['label.not-stated'],
  'schedule.by': '经手人：{{name}}',
  'schedule.received-again': '相同内容另收到 {{count}} 次',
  'schedule.all-read': '证据 {{count}} 件，内容均已读取。',
  'schedule.unread': '证据 {{total}} 件，其中 {{count}} 件内容无法读取：{{numbers}}。其原件与其他证据一样已封存并计算哈希值。',
  'schedule.zone': '时间均为 {{zone}}。',
  'note.restrictions': '作者限制打印或复制；无需密码即可打开',
  'note.form': '部分表单域没有自身外观，未予绘出',
  'note.layers': '文件含图层，均已绘出',
  'note.reduced': '已降至每英寸 300 点',
  'shown.page': '以 1 页呈现',
  'shown.pages': '以 {{count}} 页呈现',
  'shown.attached': '附件：{{name}}',
  'shown.covered': '已遮盖：未收入本文件',
  'shown.withheld': '未附：见其说明页',
  'findings.notes': '{{state}}：{{note}}',
};
