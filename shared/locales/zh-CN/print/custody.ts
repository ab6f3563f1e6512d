import type { Catalogue } from '../../catalogue.ts';
import type { custody as original } from '../../en/print/custody.ts';
import { words } from '../words.ts';

export const custody: Catalogue<typeof original> = {
  'custody.title': words['word.custody-log'],
  'custody.note':
    '保管台账所记的、对本文件各件证据的每一事项，按台账顺序排列。每一条目均以所载用户的密钥签署，并载有前一条目的哈希值，其全部事实见 ledger.jsonl；编号为整个台账的编号，其他证据的条目因此形成间隔。',
  'custody.entry': words['word.entry'],
  'custody.when': words['label.when'],
  'custody.act': words['label.act'],
  'custody.hash': '条目哈希值；事实',
  'custody.none': '未记录保管条目。',
  'custody.fact': '{{name}}：{{value}}',
  'fact.outcome': words['label.outcome'],
  'fact.source': words['label.source'],
  'fact.file': words['label.file'],
  'fact.purpose': '目的',
  'fact.note': words['label.note'],
  'fact.release': words['word.release'],
  'fact.as': '呈现方式',
  'fact.sha256': '证据的 SHA-256',
  'value.read': words['findings.read'],
  'value.minimal': words['findings.minimal'],
  'value.unreadable': words['findings.unreadable'],
  'value.pages': '页面',
  'value.attachment': '附件',
  'value.withheld': '未收录',
};
