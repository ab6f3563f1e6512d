import { words } from '../words.ts';

/** What `party` says. */
export const party = {
  'group.party': 'People and organisations of a case',
  'party.add': 'Add a person or organisation',
  'party.list': 'List the parties',
  'option.name': 'the name',
  'option.kind': 'person (default) or organisation',
  'option.role': 'complainant, respondent, witness, duty-holder, third-party, support-person or investigator',
  'option.position': 'post or function at the time',
  'option.note': 'a note',
  'done.party-added': '{{name}} was added as {{role}}.',
  'column.name': 'Name',
  'column.role': words['label.role'],
  'column.position': 'Position',
} as const;
