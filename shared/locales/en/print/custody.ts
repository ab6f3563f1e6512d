import { words } from '../words.ts';

/** The custody log. */
export const custody = {
  'custody.title': words['word.custody-log'],
  'custody.note':
    'Every act that the custody ledger records on the exhibits of this file, in the order of the ledger. Each entry is signed with the key of the user it names and names the hash of the entry before it; all its facts stand in ledger.jsonl. Numbers are those of the whole ledger, so other exhibits’ entries leave gaps.',
  'custody.entry': words['word.entry'],
  'custody.when': words['label.when'],
  'custody.act': words['label.act'],
  'custody.hash': 'Hash of the entry; facts',
  'custody.none': 'No custody entry is recorded.',
  'custody.fact': '{{name}}: {{value}}',
  'fact.outcome': words['label.outcome'],
  'fact.source': words['label.source'],
  'fact.file': words['label.file'],
  'fact.purpose': 'Purpose',
  'fact.note': words['label.note'],
  'fact.release': words['word.release'],
  'fact.as': 'Shown as',
  'fact.sha256': 'SHA-256 of the exhibit',
  'value.read': words['findings.read'],
  'value.minimal': words['findings.minimal'],
  'value.unreadable': words['findings.unreadable'],
  'value.pages': 'pages',
  'value.attachment': 'attachment',
  'value.withheld': 'withheld',
} as const;
