import { words } from '../words.ts';

/** The certification, and what was checked before signing. */
export const certification = {
  'certification.title': 'Certification',
  'certification.statement':
    'Release {{number}} of case {{reference}} was made by {{name}}. Immediately before it was signed, the following was checked:',
  'certification.signer':
    'The certificate that signs this file is that of {{subject}}; its SHA-256 fingerprint is {{fingerprint}}. A signature made with any other certificate contradicts this page.',
  'certification.check': 'Check',
  'certification.outcome': words['label.outcome'],
  'certification.finding': words['word.finding'],
  'certification.heads': words['label.ledger-heads'],
  'certification.heads-note':
    'Anyone who keeps these lines can later tell whether an entry of the vault’s ledger was taken away or changed.',
  'certification.head': '{{chain}}: {{size}} entries',
  'certification.root': 'root {{root}}',
  'certification.completeness': 'Completeness of the print',
  'certification.no-missing': 'Every character of the record is printed.',
  'certification.missing': 'Characters that could not be printed as such and are written as code points, {{count}} in all: {{list}}.',
  'gate.custody-passed': '{{entries}} ledger entries: every hash, signature and root was computed again and agrees.',
  'gate.custody-refused': 'The ledger is broken: {{problems}}',
  'gate.hashes-passed': '{{count}} exhibits were read again in full; each SHA-256 equals the one recorded at acquisition.',
  'gate.hashes-later': '{{count}} exhibits; each will be read again in full immediately before signing.',
  'gate.hashes-refused': 'These exhibits no longer match what was acquired: {{list}}',
  'gate.hash-altered': '{{number}} (altered)',
  'gate.hash-missing': '{{number}} (missing)',
  'gate.cited-passed': 'Each of the {{count}} events cites at least one exhibit.',
  'gate.cited-warning': 'Events that cite no exhibit, {{count}} of {{total}}: {{list}}',
  'gate.readable-passed': 'The content of all {{count}} exhibits was read.',
  'gate.readable-warning': 'Exhibits whose content could not be read, {{count}} of {{total}}: {{list}}',
  'gate.contrary-passed': 'No citation contradicts an event.',
  'gate.contrary-warning': 'Events with contradicting citations: {{count}}. The chronology shows them under no. {{list}}',
  'gate.more': 'and {{count}} more',
} as const;
