/** What `ledger` says. */
export const ledger = {
  'group.ledger': 'The signed record of what was done',
  'ledger.list': 'List ledger entries, newest first',
  'ledger.verify': 'Recompute every hash, signature and root',
  'option.chain': 'custody (default) or audit',
  'option.limit': 'how many entries, 200 unless told',
  'problem.ledger-unsound': 'The ledger is broken: {{problems}}',
  'done.ledger-sound': 'Sound: {{entries}} entries.',
} as const;
