/** How secrets are asked for. */
export const secrets = {
  'secret.passphrase': 'passphrase',
  'secret.new-passphrase': 'new passphrase',
  'secret.recovery-code': 'recovery code',
  'secret.certificate': 'passphrase of the certificate',
  prompt: 'Enter the {{what}}: ',
  'prompt.again': 'Enter the {{what}} again: ',
} as const;
