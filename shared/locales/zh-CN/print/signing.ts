import type { Catalogue } from '../../catalogue.ts';
import type { signing as original } from '../../en/print/signing.ts';
import { words } from '../words.ts';

export const signing: Catalogue<typeof original> = {
  'signature.title': '电子签署',
  'signature.by': '签署人',
  'signature.certificate': words['verdict-check.certificate'],
  'signature.issuer': '颁发者',
  'signature.own-made': '签署人自制；没有机构为其担保',
  'signature.time': '时间',
  'signature.claimed': '签署所用计算机自身的时钟',
  'signature.fingerprint': words['label.fingerprint'],
  'attachment.manifest': '案卷清单',
  'attachment.ledger': '台账，其中本案条目为全文',
  'attachment.original': '{{number}} 的原件',
  'step.gate': '核验台账',
  'step.hashing': '重新计算 {{number}} 的哈希值',
  'step.pages': '制备 {{number}}',
  'step.composing': '编排案卷',
  'step.signing': '签署',
  'step.writing': '写入文件',
};
