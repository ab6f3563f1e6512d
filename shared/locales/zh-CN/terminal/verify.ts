import type { Catalogue } from '../../catalogue.ts';
import type { verify as original } from '../../en/terminal/verify.ts';
import { words } from '../words.ts';

export const verify: Catalogue<typeof original> = {
  verify: '核验已签署的案卷；无需保险库',
  'argument.FILE': 'PDF 文件',
  'option.fingerprint': '签署人以其他途径告知您的证书 SHA-256 指纹',
  'field.claimedSigner': '证书所称姓名',
  'field.fingerprint': words['label.fingerprint'],
  'field.fingerprint-given': '您所给的指纹',
  'field.fingerprint-remembered': '所记住的指纹',
};
