/** The first page. */
export const cover = {
  'cover.kind': 'Case file',
  'cover.mandate': 'Mandate',
  'cover.no-mandate': 'No mandate is recorded.',
  'cover.release': 'Release',
  'cover.release-value': 'No. {{number}}',
  'cover.released-by': 'Released by',
  'cover.released-at': 'Released',
  'cover.zone': 'Times are shown in',
  'cover.standard': 'Standard of proof',
  'cover.counts': 'Contents',
  'cover.counts-value': '{{events}} events · {{exhibits}} exhibits · {{parties}} parties',
  'cover.signed-with': 'Signed with the certificate of',
  'cover.alleged':
    'Everything in this file is alleged until it is marked as established. An event is established where the investigator found it supported and not disputed; a finding on an allegation is a separate document.',
  'standard.balance-of-probabilities': 'Balance of probabilities',
  'standard.clear-and-convincing': 'Clear and convincing evidence',
  'standard.beyond-reasonable-doubt': 'Beyond reasonable doubt',
  'standard.other': 'Other, as the mandate states',
} as const;
