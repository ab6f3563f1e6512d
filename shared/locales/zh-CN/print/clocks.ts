import type { Catalogue } from '../../catalogue.ts';
import type { clocks as original } from '../../en/print/clocks.ts';
import { words } from '../words.ts';

export const clocks: Catalogue<typeof original> = {
  'clocks.title': words['label.clocks'],
  'clocks.note':
    '记录的时间按来源所示印出，从不改动。时钟经与基准比对的，校正时间由下列读数推算，以上下限表示：所注 ± 在各读数自身误差范围内始终成立。除读数另注时区外，时间均为 {{zone}}。',
  'clocks.shown': '时钟所示',
  'clocks.reference': '基准时间',
  'clocks.against': '基准',
  'clocks.uncertainty': '误差',
  'clocks.source': words['label.source'],
  'clocks.seconds': '± {{count}} 秒',
  'clocks.withdrawn': '已撤回，不再采用',
  'clocks.events': '由其计时的事件：{{count}} 个。',
  'clocks.limit-reason': '该上限的理由：{{reason}}',
  'clocks.former': '至 {{time}} 止：{{wording}}由 {{name}} 更改。理由：{{reason}}',
  'clocks.no-reason': '未说明。',
  'clocks.not-known': words['label.not-known'],
  'clocks.zone': '时区设置：{{zone}}。',
  'clocks.daylight-saving': '夏令时：{{setting}}。',
  'clocks.network-time': '网络校时：{{setting}}。',
  'clocks.stores-utc': '以 UTC 存储：{{setting}}。',
  'clocks.changed': '时钟最近一次更改：{{time}}。',
};
