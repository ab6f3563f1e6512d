import type { Catalogue } from '../../catalogue.ts';
import type { ledger as original } from '../../en/terminal/ledger.ts';

export const ledger: Catalogue<typeof original> = {
  'group.ledger': '所做之事的签名记录',
  'ledger.list': '列出台账记录，新者在前',
  'ledger.verify': '重新计算每个哈希、签名和根',
  'option.chain': 'custody（默认）或 audit',
  'option.limit': '记录条数，默认 200',
  'problem.ledger-unsound': '台账已断裂：{{problems}}',
  'done.ledger-sound': '完好：{{entries}} 条记录。',
};
