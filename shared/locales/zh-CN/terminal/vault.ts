import type { Catalogue } from '../../catalogue.ts';
import type { vault as original } from '../../en/terminal/vault.ts';
import { words } from '../words.ts';

export const vault: Catalogue<typeof original> = {
  'group.vault': '创建、检查和打开保险库',
  'vault.create': '创建保险库，并一次性显示恢复码',
  'vault.info': '保险库所存内容，以及谁能打开',
  'vault.check': '查找损坏；加 --deep 则打开每件证据并重新计算哈希',
  'vault.add-user': '为另一人设置其自己的口令',
  'vault.change-passphrase': '更换您的口令',
  'vault.recover': '用恢复码设置新口令',
  'vault.import-certificate': '此后以 PKCS#12 文件中的证书签署',
  'argument.CERTIFICATE': 'PKCS#12 文件（.p12 或 .pfx）',
  'option.user.create': '您的姓名，将写入每条台账记录',
  'option.user.recover': '更换谁的口令',
  'option.new-passphrase-file': '从文件读取新口令（或 CASEWRIGHT_NEW_PASSPHRASE）',
  'option.recovery-code-file': '从文件读取恢复码（或 CASEWRIGHT_RECOVERY_CODE）',
  'option.certificate-passphrase-file': '从文件读取证书的口令（或 CASEWRIGHT_CERTIFICATE_PASSPHRASE）',
  'option.deep': '打开每个封存对象并重新计算哈希',
  'option.name.user': '新用户的姓名',
  'problem.vault-unsound': '保险库已损坏：{{problems}}',
  'done.vault-created': '已在 {{folder}} 为 {{user}} 创建保险库 {{name}}。',
  'done.recovery-code': '恢复码，仅此一次显示：{{code}}',
  'done.recovery-advice': '请写在纸上，与本计算机分开保管。没有它，忘记口令便无法补救。',
  'done.sound': '完好：未发现任何问题。',
  'done.user-added': '{{name}} 现在可以打开此保险库。',
  'done.passphrase-changed': '口令已更换。',
  'done.recovered': '{{user}} 的口令已更换，并换用新的签名身份。',
  'column.area': words['label.where'],
  'column.subject': '对象',
  'column.problem': '问题',
};
