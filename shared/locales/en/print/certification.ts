import { words } from '../words.ts';

/** The certification, and what was checked before signing. */
export const certification = {
  'certification.title': 'Certification',
  'certification.statement':
    'Release {{number}} of case {{reference}} was made by {{name}}. Between the order to make it and its signature, the following was checked:',
  'certification.signer':
    'The certificate that signs this file is that of {{subject}}; its SHA-256 fingerprint is {{fingerprint}}. A signature made with any other certificate contradicts this page.',
  'certification.check': 'Check',
  'certification.outcome': words['label.outcome'],
  'certification.finding': words['word.finding'],
  'certification.heads': words['label.ledger-heads'],
  'certification.heads-note':
    'Anyone who keeps these lines can later tell whether one of the entries counted here was taken away or changed.',
  'certification.head': '{{chain}}: {{size}} entries',
  'certification.root': 'root {{root}}',
  'certification.completeness': 'Completeness of the print',
  'certification.no-missing':
    'No character in the text of these chapters had to be written as a code point. What stands on the pages of exhibits was not set here and is not counted.',
  'certification.missing':
    'Characters in the text of these chapters that could not be printed as such and are written as code points, {{count}} in all: {{list}}.',
  'gate.custody-passed':
    '{{entries}} entries, all that both chains of the ledger then held: every hash, link and signature and both roots were computed again and agree.',
  'gate.custody-refused': 'The ledger is broken: {{problems}}',
  'gate.hashes-passed': '{{count}} exhibits were read again to their last byte; each SHA-256 equals the one recorded at acquisition.',
  'gate.hashes-later': '{{count}} exhibits; each will be read again in full immediately before signing.',
  'gate.hashes-refused': 'These exhibits no longer match what was acquired: {{list}}',
  'gate.hash-altered': '{{number}} (altered)',
  'gate.hash-missing': '{{number}} (missing)',
  'gate.cited-passed': 'Each of the {{count}} events of the chronology cites at least one exhibit.',
  'gate.cited-warning': 'Events of the chronology that cite no exhibit, {{count}} of {{total}}: {{list}}',
  'gate.drawn-passed':
    'Every page drawn of a PDF exhibit was compared with what the viewing engine shows of the original: {{count}} exhibits, and no difference.',
  'gate.drawn-later': 'Every page drawn of a PDF exhibit will be compared with what the viewing engine shows of the original.',
  'gate.drawn-warning':
    'Exhibits whose pages could not be drawn as they are shown, {{count}} of {{total}}; a slip stands for each and says why: {{list}}',
  'gate.contrary-passed': 'Of the {{count}} events of the chronology none has a citation that is marked as contradicting it.',
  'gate.contrary-warning': 'Events with contradicting citations: {{count}}. The chronology shows them under no. {{list}}',
  'gate.more': 'and {{count}} more',
} as const;
