/** What `verify` says. */
export const verify = {
  verify: 'Verify a signed case file; needs no vault',
  'argument.FILE': 'a PDF file',
} as const;
