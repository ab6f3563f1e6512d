import { words } from '../words.ts';

/** What the command line says of itself, and words that every command prints. */
export const usage = {
  about: 'Casewright keeps the evidence of a case sealed in an encrypted vault, builds cited timelines and signs case files.',
  usage: 'Usage: {{line}}',
  'usage.group': 'casewright {{group}} COMMAND …',
  'usage.top': 'casewright COMMAND …',
  'help.commands': words['label.commands'],
  'help.options': 'Options',
  'help.arguments': 'Arguments',
  'help.hint': 'casewright COMMAND --help says more about one of them.',
  'help.secrets':
    'Passphrases come from CASEWRIGHT_PASSPHRASE, from --passphrase-file or from a hidden prompt, never from an argument. Exit status: 0 success, 1 failure, 2 wrong usage.',
  'argument.DIR': 'the vault folder',
  none: 'None.',
  progress: '{{item}} {{done}}',
} as const;
