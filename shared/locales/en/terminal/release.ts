/** What `release` says. */
export const release = {
  'group.release': 'Signed case files',
  'release.case-file': 'Compose and sign the case file',
  'release.list': 'List what was signed',
  'done.signed': 'Release {{number}} of case {{reference}}: {{pages}} pages, {{bytes}} bytes, SHA-256 {{sha256}}',
  'done.written': 'Written to {{path}}',
  'column.signed': 'Signed',
} as const;
