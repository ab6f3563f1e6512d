import type { Catalogue } from '../../catalogue.ts';
import type { verify as original } from '../../en/terminal/verify.ts';

export const verify: Catalogue<typeof original> = {
  verify: '核验已签署的案卷；无需保险库',
  'argument.FILE': 'PDF 文件',
};
