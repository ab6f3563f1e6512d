import type { Catalogue } from '../../catalogue.ts';
import type { certification as original } from '../../en/print/certification.ts';
import { words } from '../words.ts';

export const certification: Catalogue<typeof original> = {
  'certification.title': '签署与核验',
  'certification.statement': '案件 {{reference}} 第 {{number}} 次签发由 {{name}} 作出。自下达签发指令至签署之间，核验如下：',
  'certification.signer':
    '签署本文件的证书为 {{subject}} 的证书，其 SHA-256 指纹为 {{fingerprint}}。以任何其他证书作出的签名均与本页相矛盾。',
  'certification.check': '检查',
  'certification.outcome': words['label.outcome'],
  'certification.finding': words['word.finding'],
  'certification.heads': words['label.ledger-heads'],
  'certification.heads-note': '保存以下各行者，日后可以判断此处所计的条目是否有被移除或更改者。',
  'certification.head': '{{chain}}：{{size}} 条',
  'certification.root': '根 {{root}}',
  'certification.completeness': '印本的完整性',
  'certification.no-missing': '各章文字中没有需以码位表示的字符。证据页面上的内容并非在此排印，不计在内。',
  'certification.missing': '各章文字中有 {{count}} 个字符无法印出，以码位表示：{{list}}。',
  'gate.custody-passed': '台账两条链当时的全部条目共 {{entries}} 条：每个哈希值、衔接与签名及两个根均已重新计算并相符。',
  'gate.custody-refused': '台账已断裂：{{problems}}',
  'gate.hashes-passed': '已将证据 {{count}} 件重新读取至最后一个字节；各件 SHA-256 均与取得时所记相同。',
  'gate.hashes-later': '证据 {{count}} 件；签署前将逐件完整重新读取。',
  'gate.hashes-refused': '以下证据与取得时不符：{{list}}',
  'gate.hash-altered': '{{number}}（已改动）',
  'gate.hash-missing': '{{number}}（缺失）',
  'gate.cited-passed': '时序表 {{count}} 项事件均至少引用一件证据。',
  'gate.cited-warning': '时序表 {{total}} 项事件中有 {{count}} 项未引用证据：{{list}}',
  'gate.drawn-passed': 'PDF 证据绘出的每一页均与查看引擎所示的原件比对：{{count}} 件证据，无差异。',
  'gate.drawn-later': 'PDF 证据绘出的每一页将与查看引擎所示的原件比对。',
  'gate.drawn-warning': '{{total}} 件证据中有 {{count}} 件的页面未能按所示绘出，各以说明页代表并载明原因：{{list}}',
  'gate.contrary-passed': '时序表 {{count}} 项事件中，没有引用被标为反驳。',
  'gate.contrary-warning': '{{count}} 项事件有反驳的引用，时序表均已列出，编号：{{list}}',
  'gate.more': '另有 {{count}} 项',
};
