import { words } from '../words.ts';

/** The signature, the attachments, and the steps while a case file is made. */
export const signing = {
  'signature.title': 'Signed electronically',
  'signature.by': 'By',
  'signature.certificate': words['verdict-check.certificate'],
  'signature.issuer': 'Issued by',
  'signature.own-made': 'the signer’s own; no authority vouches for it',
  'signature.time': 'Time',
  'signature.claimed': 'the signing computer’s own clock',
  'signature.fingerprint': words['label.fingerprint'],
  'attachment.manifest': 'Manifest of the case file',
  'attachment.ledger': 'The ledger, with the entries about the case in full',
  'attachment.original': 'Original of {{number}}',
  'step.gate': 'Checking the ledger',
  'step.hashing': 'Hashing {{number}} again',
  'step.pages': 'Preparing {{number}}',
  'step.composing': 'Composing the case file',
  'step.signing': 'Signing',
  'step.writing': 'Writing the file',
} as const;
