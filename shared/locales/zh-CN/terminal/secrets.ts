import type { Catalogue } from '../../catalogue.ts';
import type { secrets as original } from '../../en/terminal/secrets.ts';

export const secrets: Catalogue<typeof original> = {
  'secret.passphrase': '口令',
  'secret.new-passphrase': '新口令',
  'secret.recovery-code': '恢复码',
  'secret.certificate': '证书口令',
  prompt: '请输入{{what}}：',
  'prompt.again': '请再次输入{{what}}：',
};
