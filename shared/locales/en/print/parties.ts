/** The parties. */
export const parties = {
  'parties.title': 'Parties',
  'parties.role': 'Role',
  'parties.name': 'Name',
  'parties.position': 'Position at the time',
  'parties.organisation': 'organisation',
  'parties.none': 'No parties are recorded.',
  'role.complainant': 'Complainant',
  'role.respondent': 'Respondent',
  'role.witness': 'Witness',
  'role.duty-holder': 'Duty-holder',
  'role.third-party': 'Third party',
  'role.support-person': 'Support person',
  'role.investigator': 'Investigator',
} as const;
