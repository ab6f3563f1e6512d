/** Options that several commands take. */
export const options = {
  'option.json': 'print JSON',
  'option.help': 'print this help',
  'option.user': 'whose passphrase it is; needed where a vault has several users',
  'option.go-on': 'go on writing although the vault was found damaged: the word its notice names (recorded in the ledger)',
  'option.passphrase-file': 'read the passphrase from the first line of a file',
  'option.case': 'the case’s reference',
  'option.case.several': 'the case’s reference; needed where the vault holds several cases',
  'option.title': 'the title',
  'option.zone.event': 'the zone local times are read in, by default the case’s',
  'option.source': 'the person or organisation the files came from',
  'option.out': 'where to write; nothing is overwritten',
  'option.locale': 'language of the case file: en (default) or zh-CN',
} as const;
