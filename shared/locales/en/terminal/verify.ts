import { words } from '../words.ts';

/** What `verify` says. */
export const verify = {
  verify: 'Verify a signed case file; needs no vault',
  'argument.FILE': 'a PDF file',
  'option.fingerprint': 'the SHA-256 fingerprint of the signer’s certificate, as the signer gave it to you by another way',
  'field.claimedSigner': 'Name in the certificate, a claim',
  'field.fingerprint': words['label.fingerprint'],
  'field.fingerprint-given': 'Fingerprint you gave',
  'field.fingerprint-remembered': 'Fingerprint remembered',
} as const;
