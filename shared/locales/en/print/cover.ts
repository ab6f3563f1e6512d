import { words } from '../words.ts';

/** The first page. */
export const cover = {
  'cover.kind': words['word.case-file'],
  'cover.mandate': words['word.mandate'],
  'cover.no-mandate': 'No mandate is recorded.',
  'cover.release': words['word.release'],
  'cover.release-value': 'No. {{number}}',
  'cover.released-by': 'Released by',
  'cover.released-at': 'Released',
  'cover.zone': 'Times are shown in',
  'cover.standard': words['label.standard-of-proof'],
  'cover.counts': 'Contents',
  'cover.counts-value': '{{events}} events in the chronology · {{exhibits}} exhibits · {{parties}} parties',
  'cover.signed-with': 'Signed with the certificate of',
  'cover.alleged':
    'Everything in this file is asserted until it is marked as established. An event is established where the investigator found it supported and not disputed; a finding on an allegation is a separate document.',
} as const;
